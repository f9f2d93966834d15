//! What `pake mask` is asked to do.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::config::Request;
use crate::input::Origin;
use crate::pipeline::ProgressMode;

/// What `pake mask` is asked to do, checked as far as flags can be checked by themselves.
#[derive(Debug)]
pub struct Settings {
    /// What is read, in order; never empty unless a file is followed.
    pub inputs: Vec<Origin>,
    /// Where the masked lines go.
    pub destination: Destination,
    /// The file to follow instead of reading `inputs`; the destination is standard output then.
    pub follow: Option<PathBuf>,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
    /// Whether progress is shown on standard error.
    pub progress: ProgressMode,
    /// The summary to write at the end, if any.
    pub summary: Option<SummarySettings>,
    /// Say where findings are instead of masking them; the destination is standard output then.
    pub check: bool,
    /// The config, and what is laid over it.
    pub config: Request,
}

/// Where masked lines go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// A file that appears whole or not at all.
    File(PathBuf),
    /// Each input file is replaced.
    InPlace,
}

/// How and where a summary is written.
#[derive(Debug)]
pub struct SummarySettings {
    /// Its form.
    pub format: SummaryFormat,
    /// Its file; None is standard error.
    pub file: Option<PathBuf>,
}

/// The form of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SummaryFormat {
    /// For people.
    Text,
    /// One JSON object in one line, with the version of its form as `schema`.
    Json,
}
