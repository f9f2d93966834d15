//! What `pake search` is asked to do.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::commands::TimeSettings;
use crate::config::Request;
use crate::input::Origin;

/// What `pake search` is asked to do, checked as far as flags can be checked by themselves.
#[derive(Debug)]
pub struct Settings {
    /// Lines that hold this text.
    pub text: Option<String>,
    /// Entries for which this expression is so.
    pub expression: Option<String>,
    /// The time to look at.
    pub times: TimeSettings,
    /// What is read, in order; empty for standard input.
    pub inputs: Vec<Origin>,
    /// Each input stands for its whole rotated set.
    pub rotated: bool,
    /// The inputs are merged by the times of their lines.
    pub by_time: bool,
    /// The file to follow instead of reading `inputs`.
    pub follow: Option<PathBuf>,
    /// No more lines than this; None is all.
    pub limit: Option<u64>,
    /// Print how many lines there are instead of them.
    pub count: bool,
    /// Print these fields instead of the lines.
    pub fields: Vec<String>,
    /// Lines to show before and behind each that was found.
    pub context: usize,
    /// Do not mask what is shown.
    pub unmasked: bool,
    /// The config, and what is laid over it: what lines are masked by.
    pub config: Request,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}
