//! A line and what is in it: JSON by byte range, escapes, fields by any of their names, times,
//! durations and levels. This room sees no other.

pub mod aliases;
pub mod duration;
pub mod ends;
pub mod escape;
pub mod fields;
pub mod level;
pub mod path;
pub mod quotes;
mod rare_times;
pub mod scan;
pub mod template;
pub mod time;
