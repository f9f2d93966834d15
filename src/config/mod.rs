//! The config: one file that steers every command, checked so that all that is wrong with it is said in one run.
//!
//! [`schema`] has every key once. [`load`] makes a tree with places of YAML, TOML or JSON; [`check`] says what is wrong
//! with it; [`layers`] lays flags, variables and the environment's section over it. The room knows no command.

mod actions;
mod allowlists;
mod blank;
pub mod check;
mod document;
mod faults;
pub mod find;
pub mod gate;
mod import;
mod input;
mod json;
pub mod layers;
pub mod load;
mod masking;
pub mod node;
pub mod read;
mod report;
mod rules;
pub mod schema;
mod show;
mod toml;
pub mod units;
mod yaml;

pub use check::Rigour;
pub use document::{json_schema, man_page, manual};
pub use layers::{Checked, From, Layers, Request};
pub use schema::FRAMEWORKS;

#[cfg(test)]
mod tests;
