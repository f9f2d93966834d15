//! Drives the real program. A test is a sentence about it; `harness.rs` has the words.

mod check;
mod detectors;
mod follow;
mod generate;
mod harness;
mod help;
mod inputs;
mod outputs;
mod policy;
mod stream;
mod summary;
