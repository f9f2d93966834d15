//! The flags of `pake trace`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, ValueEnum};

use super::config::{ConfigArgs, MaskingArgs, SpeedArgs};
use super::time::TimeArgs;
use crate::commands::trace::{Format, Settings, Wanted};
use crate::input::Origin;

const EXAMPLES: &str = "\
EXAMPLES:
  What happened to a request, across services and rotated files:
      pake trace req-12345 app.log old.log.gz

  Which requests are worth a look:
      pake trace --slowest 10 app.log
      pake trace --errors 10 --since 24h app.log

  For a ticket, for programs, for tools that know OpenTelemetry:
      pake trace req-12345 --format markdown app.log > trace.md
      pake trace req-12345 --format json app.log > trace.json
      pake trace req-12345 --format otlp-json app.log > spans.json

  By an id that only stands in messages:
      pake trace ORD-417 --anywhere app.log

EXIT CODES:
  0  done, whether or not there is such a request
  2  wrong use, input that could not be read to its end, output not written";

/// Show what happened to a request, across files and services
///
/// Finds the entries that name it in any of the usual fields (correlation_id, request_id, trace_id,
/// traceparent and their like), and shows them by time, masked. An entry with a duration is taken to
/// be written at its end. Clocks that differ are pointed out, never corrected.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, disable_help_flag = true)]
#[command(override_usage = "pake trace [OPTIONS] ID [FILE]...
       pake trace [OPTIONS] --slowest N [FILE]...
       pake trace [OPTIONS] --errors N [FILE]...")]
pub struct Args {
    /// The request's id, then what to read; `-` or nothing is standard input
    ///
    /// With --slowest or --errors all are files. gzip and zstd data is known by its first bytes and
    /// decoded.
    #[arg(value_name = "ID|FILE", help_heading = "What is looked for", display_order = 0)]
    #[arg(required_unless_present_any = ["slowest", "errors"])]
    words: Vec<PathBuf>,

    /// Look for the id in any field, and as a part of its value
    #[arg(long, help_heading = "What is looked for")]
    anywhere: bool,

    /// List so many requests instead: those that took longest from first to last
    #[arg(long, value_name = "N", help_heading = "What is looked for", conflicts_with_all = ["anywhere", "errors"])]
    slowest: Option<usize>,

    /// List so many requests instead: those with the most errors
    #[arg(long, value_name = "N", help_heading = "What is looked for", conflicts_with = "anywhere")]
    errors: Option<usize>,

    /// Each file stands for its whole rotated set
    ///
    /// `app.log` for `app.log.2.gz`, `app.log.1`, `app.log`.
    #[arg(long, help_heading = "Input")]
    rotated: bool,

    /// The unit of durations that tell none, in their name or their text
    #[arg(long, value_name = "UNIT", help_heading = "Input")]
    unit: Option<super::report::UnitArg>,

    /// Show no more entries than this: the earliest
    #[arg(long, value_name = "N", default_value = "10000", help_heading = "Output")]
    limit: NonZeroUsize,

    /// The form
    #[arg(long, value_name = "FORMAT", default_value = "tree", help_heading = "Output")]
    format: FormatArg,

    #[command(flatten)]
    time: TimeArgs,

    /// Do not mask what is shown
    #[arg(long, help_heading = "What is masked")]
    unmasked: bool,

    #[command(flatten)]
    masking: MaskingArgs,

    #[command(flatten)]
    config: ConfigArgs,

    #[command(flatten)]
    speed: SpeedArgs,

    /// Print help; a summary with `-h`
    #[arg(short, long, action = ArgAction::Help, help_heading = "Help")]
    help: Option<bool>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people at a terminal: what is a part of what, with bars
    Tree,
    /// A line each, nothing cut
    Table,
    /// For programs
    Json,
    /// Spans in the JSON form of OpenTelemetry's protocol
    OtlpJson,
    /// For comments and wikis
    Markdown,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Settings {
        let mut words = self.words.into_iter();
        let wanted = match (self.slowest, self.errors) {
            (Some(count), _) => Wanted::Slowest(count),
            (None, Some(count)) => Wanted::Errors(count),
            (None, None) => {
                let id = words.next().unwrap_or_default();
                Wanted::Timeline { id: id.to_string_lossy().into_owned(), limit: self.limit.get() }
            }
        };
        let mut config = self.config.request(self.masking);
        let times = self.time.settings(&mut config);
        Settings {
            wanted,
            anywhere: self.anywhere,
            times,
            unit: self.unit.map(super::report::UnitArg::unit),
            inputs: words.map(|path| Origin::named(&path)).collect(),
            rotated: self.rotated,
            format: match self.format {
                FormatArg::Tree => Format::Tree,
                FormatArg::Table => Format::Table,
                FormatArg::Json => Format::Json,
                FormatArg::OtlpJson => Format::OtlpJson,
                FormatArg::Markdown => Format::Markdown,
            },
            unmasked: self.unmasked,
            config,
            threads: self.speed.threads,
        }
    }
}
