//! What `pake trace` is asked to do.

use std::num::NonZeroUsize;

use crate::commands::TimeSettings;
use crate::config::Request;
use crate::entry::aliases::Unit;
use crate::input::Origin;

/// What `pake trace` is asked to do, checked as far as flags can be checked by themselves.
#[derive(Debug)]
pub struct Settings {
    /// What is shown.
    pub wanted: Wanted,
    /// The id may stand in any field.
    pub anywhere: bool,
    /// The time to look at.
    pub times: TimeSettings,
    /// The unit of durations that tell none; None goes by the habits of loggers.
    pub unit: Option<Unit>,
    /// What is read; empty for standard input.
    pub inputs: Vec<Origin>,
    /// Each input stands for its whole rotated set.
    pub rotated: bool,
    /// The form.
    pub format: Format,
    /// Do not mask what is shown.
    pub unmasked: bool,
    /// The config, and what is laid over it.
    pub config: Request,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The timeline of one request, at most so many entries of it.
    Timeline {
        /// Its id.
        id: String,
        /// The most entries.
        limit: usize,
    },
    /// So many requests, those that took longest.
    Slowest(usize),
    /// So many requests, those with the most errors.
    Errors(usize),
}

/// The form of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal: what is a part of what.
    Tree,
    /// A line each, nothing cut.
    Table,
    /// For programs.
    Json,
    /// Spans, for tools that know OpenTelemetry.
    OtlpJson,
    /// For comments and wikis.
    Markdown,
}
