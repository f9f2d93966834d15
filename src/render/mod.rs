//! Reports as text: a file a format, all from the same [`Report`].

mod json;
mod model;
mod table;
mod units;

pub use json::{SCHEMA, json};
pub use model::*;
pub use table::{Layout, table};
pub use units::{amount_in_words, change};
