//! A line and what is in it: JSON by byte range, escapes, field paths. This room sees no other.

pub mod escape;
pub mod path;
pub mod scan;
