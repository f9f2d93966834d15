//! What `pake audit` is asked to sum up.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::commands::TimeSettings;
use crate::config::Request;
use crate::input::Origin;

/// What `pake audit` is asked to sum up, checked as far as flags can be checked by themselves.
#[derive(Debug)]
pub struct Settings {
    /// The logs; empty for standard input, or what the config names.
    pub inputs: Vec<Origin>,
    /// The file that the audit goes to; None is standard output.
    pub output: Option<PathBuf>,
    /// The form of the audit.
    pub format: Format,
    /// What it is held against; empty for what the config names.
    pub frameworks: Vec<String>,
    /// The file of the public key that seals beside the logs are checked with.
    pub key: Option<PathBuf>,
    /// Rows of each table in formats for people; None is all.
    pub top: Option<usize>,
    /// The most rows of each kind that are told apart.
    pub groups: usize,
    /// The time to look at, and zones.
    pub times: TimeSettings,
    /// Do not mask names.
    pub unmasked: bool,
    /// The config, and what is laid over it.
    pub config: Request,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// The form of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For comments and wikis.
    Markdown,
    /// A page.
    Html,
}
