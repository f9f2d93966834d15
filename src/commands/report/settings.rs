//! What `pake report` is asked to do.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::commands::TimeSettings;
use crate::config::Request;
use crate::entry::aliases::Unit;
use crate::input::Origin;
use crate::pipeline::ProgressMode;

/// What `pake report` is asked to do, checked as far as flags can be checked by themselves.
#[derive(Debug)]
pub struct Settings {
    /// What is read: logs, or states where `merge` is set; empty for standard input, or for the files that the config
    /// names.
    pub inputs: Vec<Origin>,
    /// The inputs are states that `--partial` has written.
    pub merge: bool,
    /// Write the state instead of a report.
    pub partial: bool,
    /// The file that the report goes to; None is standard output.
    pub output: Option<PathBuf>,
    /// The form of the report.
    pub format: Format,
    /// The field that is measured instead of the duration.
    pub field: Option<String>,
    /// The unit of durations that tell none; None goes by the habits of loggers.
    pub unit: Option<Unit>,
    /// Rows of each list in formats for people; None is all.
    pub top: Option<usize>,
    /// The most groups that are told apart.
    pub groups: usize,
    /// The time to look at, and zones.
    pub times: TimeSettings,
    /// An earlier report in JSON to compare with.
    pub baseline: Option<PathBuf>,
    /// Do not mask names and messages.
    pub unmasked: bool,
    /// The config, and the flags that are laid over it: what names and messages are masked by, and the
    /// keys that steer reports.
    pub config: Request,
    /// Whether progress is shown on standard error.
    pub progress: ProgressMode,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets: the groups.
    Csv,
    /// For comments and wikis.
    Markdown,
    /// A page with pictures.
    Html,
    /// Metrics.
    Prometheus,
}
