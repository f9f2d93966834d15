//! The flags of `pake mask`.

use std::path::PathBuf;

use clap::{ArgAction, ValueEnum};

use super::ProgressArg;
use super::config::{ConfigArgs, MaskingArgs, SpeedArgs};
use crate::commands::mask::{Destination, Settings, SummaryFormat, SummarySettings};
use crate::diagnostics::Diagnostic;
use crate::input::Origin;

const EXAMPLES: &str = "\
EXAMPLES:
  Mask a file; gzip and zstd are read as they are:
      pake mask app.log > safe.log
      pake mask old.log.gz app.log -o safe.log

  In the middle of a pipe:
      kubectl logs deploy/shop -f | pake mask | tee safe.log

  Replace files by their masked lines:
      pake mask --in-place logs/*.log

  Mask and seal in one pass, for `pake audit verify`:
      pake mask --seal shop.key -o safe.log app.log

  Fail if there is anything to mask, and say where:
      pake mask --check app.log

  Two fields of your own, and no e-mail addresses:
      pake mask --mask-field user.alias,**.badge --skip-detectors email app.log

EXIT CODES:
  0  done          1  --check found something
  2  wrong use, input that could not be read to its end, output not written";

/// Mask secrets and personal data in logs
///
/// Reads lines from files or standard input and writes the same bytes with masks in place of
/// passwords, tokens, card numbers, e-mail addresses and whatever else `pake detectors` lists.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, disable_help_flag = true)]
pub struct Args {
    /// What to read, in order; `-` or nothing is standard input
    ///
    /// gzip and zstd data is known by its first bytes and decoded.
    #[arg(value_name = "FILE", help_heading = "Input", display_order = 0)]
    files: Vec<PathBuf>,

    /// Read on as a file grows, through rotation and truncation
    ///
    /// From its first line, until SIGINT or SIGTERM.
    #[arg(long, value_name = "FILE", help_heading = "Input", display_order = 1)]
    #[arg(conflicts_with_all = ["files", "output", "in_place", "check"])]
    follow: Option<PathBuf>,

    /// Write to a file, which appears whole or not at all
    ///
    /// It keeps the mode of a file that it replaces. Never one of the inputs.
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Replace each file by its masked lines
    ///
    /// Through a temporary file in the same folder, so that there is always a whole one.
    #[arg(long, help_heading = "Output", requires = "files", conflicts_with = "output")]
    in_place: bool,

    /// Seal what is written with this private key, as `pake audit seal` does
    ///
    /// A seal that is there already is replaced: what is written is a new log.
    #[arg(long, value_name = "KEY", help_heading = "Output", conflicts_with_all = ["check", "follow"])]
    seal: Option<PathBuf>,

    /// Say where findings are instead of masking them; exit 1 if there are any
    ///
    /// A line each: `file:line:column: path: detector`, columns in bytes from 1.
    #[arg(long, help_heading = "Output", conflicts_with_all = ["output", "in_place"])]
    check: bool,

    /// Say at the end what was read, masked and written: numbers, never a value
    #[arg(long, help_heading = "Report")]
    summary: bool,

    /// The form of the summary; implies --summary [default: text]
    #[arg(long, value_name = "FORMAT", help_heading = "Report", hide_possible_values = false)]
    summary_format: Option<FormatArg>,

    /// Write the summary to a file instead of standard error; implies --summary
    #[arg(long, value_name = "FILE", help_heading = "Report")]
    summary_file: Option<PathBuf>,

    /// Show bytes, rate and time left on standard error
    ///
    /// `auto` does so if that is a terminal and the log does not go to one.
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Report")]
    progress: ProgressArg,

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
    /// For people
    Text,
    /// For programs: one object in one line
    Json,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Result<Settings, Diagnostic> {
        let destination = match self.output {
            Some(path) => Destination::File(path),
            None if self.in_place => Destination::InPlace,
            None => Destination::Stdout,
        };
        if self.seal.is_some() && destination == Destination::Stdout {
            let said = Diagnostic::error("--seal has nothing to seal: the lines go to standard output");
            return Err(said.with_help("-o FILE, or --in-place"));
        }
        if self.seal.is_some() && destination == Destination::File("-".into()) {
            let said = Diagnostic::error("--seal seals a file, and `-` is none");
            return Err(said.with_help("-o ./- names a file of that name"));
        }
        let asked = self.summary || self.summary_format.is_some() || self.summary_file.is_some();
        let format = match self.summary_format {
            Some(FormatArg::Json) => SummaryFormat::Json,
            Some(FormatArg::Text) | None => SummaryFormat::Text,
        };
        let mut inputs: Vec<Origin> = self.files.iter().map(|path| Origin::named(path)).collect();
        if inputs.is_empty() && self.follow.is_none() {
            inputs.push(Origin::Stdin);
        }
        Ok(Settings {
            inputs,
            destination,
            follow: self.follow,
            threads: self.speed.threads,
            progress: self.progress.into(),
            summary: asked.then_some(SummarySettings { format, file: self.summary_file }),
            check: self.check,
            seal: self.seal,
            config: self.config.request(self.masking),
        })
    }
}
