//! The flags of `pake audit`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Subcommand, ValueEnum};

use super::config::{ConfigArgs, MaskingArgs, SpeedArgs};
use super::time::TimeArgs;
use crate::commands::audit::{self, Settings, VerifyFormat, summary};
use crate::diagnostics::Diagnostic;
use crate::input::Origin;

const SEALING: &str = "\
EXAMPLES:
  Make keys, once; keep the private one where the log's writers cannot read it:
      pake audit keygen --name example.com/shop shop.key

  Seal a log, and look later whether it is still the same:
      pake audit seal --key shop.key app.log
      pake audit verify --key shop.key.pub app.log

  Hand out one line with a proof that it was in the log:
      pake audit prove --key shop.key.pub --line 17 app.log > line-17.tlog-proof
      sed -n 17p app.log | pake audit check-proof --key shop.key.pub line-17.tlog-proof

EXIT CODES:
  0  done          1  a log is not what was sealed, a proof does not hold
  2  wrong use, something that could not be read, written or believed";

const EXAMPLES: &str = "\
EXAMPLES:
  Who did what, and what of it stands out, in the last week:
      pake audit --since 7d app.log

  Held against PCI DSS, control by control, as a page:
      pake audit --framework pci-dss --format html -o audit.html app.log

  Seal a log, and look later whether it is still the same:
      pake audit keygen --name example.com/shop shop.key
      pake audit seal --key shop.key app.log
      pake audit verify --key shop.key.pub app.log

  With the seal of the log checked as well:
      pake audit --framework sox --key shop.key.pub app.log

EXIT CODES:
  0  done          1  verify, check-proof: a log is not what was sealed
  2  wrong use, input that could not be read to its end, output not written";

/// Audit logs: who did what, held against frameworks; sealed, so that changes show
///
/// Sums up who did what to which resource with what result, and points out bursts of failed
/// log-ins, gaps in the trail and entries that lack what an audit needs. Names are masked as
/// `pake mask` would mask them; different ones that look alike then are numbered.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, disable_help_flag = true, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,

    /// What to read, in order; `-` is standard input
    ///
    /// Nothing is standard input too if a pipe or file is there, else the files that `input.paths` of the
    /// config names. gzip and zstd data is known by its first bytes and decoded.
    #[arg(value_name = "FILE", help_heading = "Input", display_order = 0)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    time: TimeArgs,

    /// Hold the logs against these: sox, gdpr, hipaa, pci-dss [default: what the config names]
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "What is shown")]
    framework: Vec<String>,

    /// Check the seals that lie beside the logs with this public key
    #[arg(long, value_name = "FILE", help_heading = "What is shown")]
    key: Option<PathBuf>,

    /// Rows of each list: a number, or `all`
    #[arg(long, value_name = "N", default_value = "20", help_heading = "What is shown")]
    top: String,

    /// Rows of each kind that are told apart; the rest are counted together
    #[arg(long, value_name = "N", default_value = "10000", help_heading = "What is shown")]
    groups: NonZeroUsize,

    /// Do not mask names
    #[arg(long, help_heading = "What is masked")]
    unmasked: bool,

    #[command(flatten)]
    masking: MaskingArgs,

    #[command(flatten)]
    config: ConfigArgs,

    /// The form of the audit
    #[arg(long, value_name = "FORMAT", default_value = "table", help_heading = "Output")]
    format: AuditFormatArg,

    /// Write to a file, which appears whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    #[command(flatten)]
    speed: SpeedArgs,

    /// Print help; a summary with `-h`
    #[arg(short, long, action = ArgAction::Help, help_heading = "Help", global = true)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say what the controls of a framework ask, and what of a log answers
    Controls(ControlsArgs),
    /// Make a pair of keys: a private one that seals, a public one that verifies
    #[command(after_long_help = SEALING)]
    Keygen(KeygenArgs),
    /// Seal logs: sign what they are, so that any change shows
    ///
    /// Writes FILE.checkpoint, a signed note with the number of lines and the root of the Merkle
    /// tree over them, and FILE.checkpoint.lines, which says later where a log differs (about 4
    /// bytes a line). A log that was sealed before is sealed again only if it is the same with
    /// lines added. gzip and zstd data is decoded: the lines count, not how they are stored.
    #[command(after_long_help = SEALING)]
    Seal(SealArgs),
    /// Verify that logs are what was sealed, and say where they are not
    ///
    /// Lines that were added since are no fault.
    #[command(after_long_help = SEALING)]
    Verify(VerifyArgs),
    /// Prove that one line is in a sealed log
    #[command(after_long_help = SEALING)]
    Prove(ProveArgs),
    /// Check such a proof; needs the line and the public key, and no log
    #[command(after_long_help = SEALING)]
    CheckProof(CheckProofArgs),
}

#[derive(Debug, clap::Args)]
struct ControlsArgs {
    /// sox, gdpr, hipaa or pci-dss; all if none is named
    #[arg(value_name = "FRAMEWORK")]
    framework: Option<String>,
}

#[derive(Debug, clap::Args)]
struct KeygenArgs {
    /// The file of the private key, which must not be there yet; the public key goes to FILE.pub
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The name of the key: best an address of your own, such as `example.com/shop`
    #[arg(long, value_name = "NAME")]
    name: String,
}

#[derive(Debug, clap::Args)]
struct SealArgs {
    /// The logs; `-` is standard input, and needs --checkpoint
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The private key, as `pake audit keygen` wrote it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

    /// Write the checkpoint here instead of beside the log
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,

    /// Work with exactly this many threads [default: one more than there are cores]
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

#[derive(Debug, clap::Args)]
struct VerifyArgs {
    /// The logs; `-` is standard input, and needs --checkpoint
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The public key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

    /// The checkpoint, where it is not beside the log; an older one will do
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,

    /// The form of the answer
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatArg,

    /// Work with exactly this many threads [default: one more than there are cores]
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

#[derive(Debug, clap::Args)]
struct ProveArgs {
    /// The log
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The number of the line, from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    line: u64,

    /// The public key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

    /// The checkpoint, where it is not beside the log
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,

    /// Write to a file, which appears whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Work with exactly this many threads [default: one more than there are cores]
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

#[derive(Debug, clap::Args)]
struct CheckProofArgs {
    /// The proof
    #[arg(value_name = "PROOF")]
    proof: PathBuf,

    /// The line, exactly as it stands in the log; `-` or nothing is standard input
    #[arg(value_name = "FILE")]
    line: Option<PathBuf>,

    /// The public key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AuditFormatArg {
    /// For people at a terminal
    Table,
    /// For programs
    Json,
    /// For spreadsheets: a row a control, or a row for each who did what
    Csv,
    /// For comments and wikis
    Markdown,
    /// A page, in one file
    Html,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people
    Text,
    /// For programs: an object a log, a line each
    Json,
}

impl Args {
    /// What the flags ask for.
    ///
    /// # Errors
    /// Where one place is named for the seals of several logs, or none for that of standard input.
    pub fn settings(self) -> Result<Settings, Diagnostic> {
        let inputs = |files: &[PathBuf]| files.iter().map(|path| Origin::named(path)).collect::<Vec<_>>();
        let Some(what) = self.what else {
            return self.summary();
        };
        Ok(match what {
            What::Controls(args) => Settings::Controls(audit::Controls { framework: args.framework }),
            What::Keygen(args) => Settings::Keygen(audit::Keygen { name: args.name, file: args.file }),
            What::Seal(args) => {
                let inputs = inputs(&args.files);
                one_place(&inputs, args.checkpoint.as_ref())?;
                Settings::Seal(audit::Seal {
                    inputs,
                    key: args.key,
                    checkpoint: args.checkpoint,
                    threads: args.threads,
                })
            }
            What::Verify(args) => {
                let inputs = inputs(&args.files);
                one_place(&inputs, args.checkpoint.as_ref())?;
                Settings::Verify(audit::Verify {
                    inputs,
                    key: args.key,
                    checkpoint: args.checkpoint,
                    format: match args.format {
                        FormatArg::Text => VerifyFormat::Text,
                        FormatArg::Json => VerifyFormat::Json,
                    },
                    threads: args.threads,
                })
            }
            What::Prove(args) => Settings::Prove(audit::Prove {
                input: Origin::named(&args.file),
                line: args.line,
                key: args.key,
                checkpoint: args.checkpoint,
                output: args.output,
                threads: args.threads,
            }),
            What::CheckProof(args) => Settings::CheckProof(audit::CheckProof {
                proof: args.proof,
                line: args.line.map_or(Origin::Stdin, |path| Origin::named(&path)),
                key: args.key,
            }),
        })
    }
}

impl Args {
    fn summary(self) -> Result<Settings, Diagnostic> {
        let top = super::rows(&self.top)?;
        let mut config = self.config.request(self.masking);
        let times = self.time.settings(&mut config);
        Ok(Settings::Summary(Box::new(summary::Settings {
            inputs: self.files.iter().map(|path| Origin::named(path)).collect(),
            output: self.output,
            format: match self.format {
                AuditFormatArg::Table => summary::Format::Table,
                AuditFormatArg::Json => summary::Format::Json,
                AuditFormatArg::Csv => summary::Format::Csv,
                AuditFormatArg::Markdown => summary::Format::Markdown,
                AuditFormatArg::Html => summary::Format::Html,
            },
            frameworks: self.framework,
            key: self.key,
            top,
            groups: self.groups.get(),
            times,
            unmasked: self.unmasked,
            config,
            threads: self.speed.threads,
        })))
    }
}

/// A place that is named is for one log; standard input has no other.
fn one_place(inputs: &[Origin], checkpoint: Option<&PathBuf>) -> Result<(), Diagnostic> {
    if checkpoint.is_some() && inputs.len() > 1 {
        return Err(Diagnostic::error("--checkpoint names the seal of one log, and there are several"));
    }
    if checkpoint.is_none() && inputs.contains(&Origin::Stdin) {
        return Err(Diagnostic::error("standard input has no seal beside it").with_help("--checkpoint FILE"));
    }
    Ok(())
}
