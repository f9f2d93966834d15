//! The flags of `pake report`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, ValueEnum};

use super::ProgressArg;
use super::config::{ConfigArgs, MaskingArgs, SpeedArgs};
use super::time::TimeArgs;
use crate::commands::report::{Format, Settings};
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::Unit;
use crate::input::Origin;

const EXAMPLES: &str = "\
EXAMPLES:
  What is slow, what fails, what changed in the last day:
      pake report --since 24h app.log

  By service and level, for another program:
      pake report --by service,level --format json app.log > report.json

  Fail a build that became slower:
      pake report --format json app.log > before.json
      pake report --baseline before.json --fail-if 'errors > 100' app.log

  As a page with pictures, and as metrics:
      pake report --format html -o report.html app.log
      pake report --format prometheus -o pake.prom app.log

  From many machines:
      pake report --partial app.log > a.state
      pake report --merge a.state

  Of a field of your own, as a stream comes:
      kubectl logs deploy/shop | pake report --field queue.wait_us

EXIT CODES:
  0  done          1  a --fail-if is so
  2  wrong use, input that could not be read to its end, output not written";

/// Report on logs: what is slow, what fails, what changed
///
/// Reads lines of JSON in the form of any of the usual loggers; other lines are counted. Names and
/// messages are masked as `pake mask` would mask them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, disable_help_flag = true)]
pub struct Args {
    /// What to read, in order; `-` is standard input
    ///
    /// Nothing is standard input too if a pipe or file is there, else the files that `input.paths` of the
    /// config names.
    ///
    /// gzip and zstd data is known by its first bytes and decoded.
    #[arg(value_name = "FILE", help_heading = "Input", display_order = 0)]
    files: Vec<PathBuf>,

    /// The files hold states that --partial has written; put them together
    #[arg(long, help_heading = "Input")]
    #[arg(conflicts_with_all = ["by", "field", "unit", "since", "until", "on", "between"])]
    #[arg(conflicts_with_all = ["relative_to", "groups", "unmasked"])]
    merge: bool,

    /// The unit of durations that tell none, in their name or their text
    #[arg(long, value_name = "UNIT", help_heading = "Input")]
    unit: Option<UnitArg>,

    #[command(flatten)]
    time: TimeArgs,

    /// Group by these fields [default: operation, else path, event or category]
    #[arg(long, value_name = "FIELD", value_delimiter = ',', help_heading = "What is shown")]
    by: Vec<String>,

    /// Leave out entries of a lesser level [default: all count]
    #[arg(long, value_name = "LEVEL", help_heading = "What is shown")]
    level: Option<LevelArg>,

    /// Measure this field instead of the duration
    #[arg(long, value_name = "PATH", help_heading = "What is shown")]
    field: Option<String>,

    /// The percentiles to show [default: 50,95,99]
    #[arg(long, value_name = "P", value_delimiter = ',', help_heading = "What is shown")]
    percentiles: Vec<String>,

    /// Rows of each list: a number, or `all`
    #[arg(long, value_name = "N", default_value = "20", help_heading = "What is shown")]
    top: String,

    /// Groups that are told apart; the rest are counted together
    #[arg(long, value_name = "N", default_value = "10000", help_heading = "What is shown")]
    groups: NonZeroUsize,

    /// Do not mask names and messages
    #[arg(long, help_heading = "What is masked")]
    unmasked: bool,

    #[command(flatten)]
    masking: MaskingArgs,

    #[command(flatten)]
    config: ConfigArgs,

    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "table", help_heading = "Output")]
    format: FormatArg,

    /// Write the state that --merge reads instead of a report
    #[arg(long, help_heading = "Output", conflicts_with_all = ["format", "fail_if", "baseline"])]
    partial: bool,

    /// Exit with 1 if this is so; may be repeated
    ///
    /// `p95 > 300ms`, `p99(checkout) > 1s`, `p95(*) > 1s`, `error_rate > 1%`, `p95 rises > 20%`.
    #[arg(long, value_name = "CONDITION", help_heading = "Gates")]
    fail_if: Vec<String>,

    /// Compare with an earlier report, written by --format json
    #[arg(long, value_name = "FILE", help_heading = "Gates")]
    baseline: Option<PathBuf>,

    /// Write to a file, which appears whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Show bytes, rate and time left on standard error
    ///
    /// `auto` does so if that is a terminal.
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    progress: ProgressArg,

    #[command(flatten)]
    speed: SpeedArgs,

    /// Print help; a summary with `-h`
    #[arg(short, long, action = ArgAction::Help, help_heading = "Help")]
    help: Option<bool>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people at a terminal
    Table,
    /// For programs
    Json,
    /// For spreadsheets: a row a group
    Csv,
    /// For comments and wikis
    Markdown,
    /// A page with pictures, in one file
    Html,
    /// Metrics in the text format of Prometheus
    Prometheus,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LevelArg {
    /// All but traces
    Debug,
    /// What goes as it should, and all above
    Info,
    /// What may become an error, and all above
    Warning,
    /// What failed
    Error,
    /// What takes the program with it
    Critical,
}

impl LevelArg {
    /// As the config has it.
    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum UnitArg {
    /// Nanoseconds
    Ns,
    /// Microseconds
    Us,
    /// Milliseconds
    Ms,
    /// Seconds
    S,
}

impl UnitArg {
    /// The unit.
    pub(super) fn unit(self) -> Unit {
        match self {
            UnitArg::Ns => Unit::Nanoseconds,
            UnitArg::Us => Unit::Microseconds,
            UnitArg::Ms => Unit::Milliseconds,
            UnitArg::S => Unit::Seconds,
        }
    }
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Result<Settings, Diagnostic> {
        let top = super::rows(&self.top)?;
        let mut config = self.config.request(self.masking);
        config.flags.extend([
            ("--by", "report.by", self.by),
            ("--percentiles", "report.percentiles", self.percentiles),
            ("--fail-if", "report.gates", self.fail_if),
            ("--level", "log_level", self.level.map(LevelArg::name).into_iter().collect()),
        ]);
        let times = self.time.settings(&mut config);
        Ok(Settings {
            inputs: self.files.iter().map(|path| Origin::named(path)).collect(),
            merge: self.merge,
            partial: self.partial,
            output: self.output,
            format: match self.format {
                FormatArg::Table => Format::Table,
                FormatArg::Json => Format::Json,
                FormatArg::Csv => Format::Csv,
                FormatArg::Markdown => Format::Markdown,
                FormatArg::Html => Format::Html,
                FormatArg::Prometheus => Format::Prometheus,
            },
            field: self.field,
            unit: self.unit.map(UnitArg::unit),
            top,
            groups: self.groups.get(),
            times,
            baseline: self.baseline,
            unmasked: self.unmasked,
            config,
            progress: self.progress.into(),
            threads: self.speed.threads,
        })
    }
}
