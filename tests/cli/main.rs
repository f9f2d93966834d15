//! Drives the real program. A test is a sentence about it; `harness.rs` has the words.

mod bad_configs;
mod check;
mod config_layers;
mod configs;
mod detectors;
mod documents;
mod follow;
mod generate;
mod harness;
mod help;
mod inputs;
mod laws;
mod loggers;
mod outputs;
mod policy;
mod readme;
mod reload;
mod report;
mod rules;
mod samples;
mod schema;
mod search;
mod stream;
mod summary;
mod terminal;
mod trace;
