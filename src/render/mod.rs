//! Reports as text: a file a format, all from the same [`Report`].

pub mod audit;
mod csv;
mod html;
mod json;
mod markdown;
mod model;
mod prometheus;
mod sanitize;
mod table;
pub mod trace;

mod units;
mod wrap;

pub use csv::csv;
pub use html::html;
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use model::*;
pub use prometheus::prometheus;
pub use sanitize::Screen;
pub use table::{Layout, table};
pub use units::{amount_in_words, change};
pub use wrap::wrapped;
