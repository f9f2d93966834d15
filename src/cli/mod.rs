//! The command line: the only room with clap. Flags become settings of the commands here.

mod audit;
mod config;
mod detectors;
mod explain;
mod generate;
mod mask;
mod report;
mod search;
mod time;
mod trace;
mod validate_config;

use clap::{CommandFactory, Parser, Subcommand};

use crate::commands::{Command, cannot_write};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::mask::Profile;
use crate::output::is_closed_pipe;
use crate::pipeline::ProgressMode;

const EXAMPLES: &str = "\
EXAMPLES:
  Mask a file, or what another program prints:
      pake mask app.log > safe.log
      journalctl -u shop | pake mask

  Fail a build that would publish secrets:
      pake mask --check app.log

  What is looked for, and why:
      pake detectors

  Check the configuration:
      pake validate-config";

/// Makes logs safe to share: masks secrets and personal data in a log stream
///
/// Reads logs of any form, JSON lines and plain text, and writes the same bytes with masks in
/// place of what is sensitive.
#[derive(Debug, Parser)]
#[command(name = "pake", version, after_long_help = EXAMPLES, max_term_width = 80)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Subcommands,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    Mask(mask::Args),
    Report(Box<report::Args>),
    Audit(Box<audit::Args>),
    Search(Box<search::Args>),
    Trace(Box<trace::Args>),
    Detectors(detectors::Args),
    Generate(generate::Args),
    ValidateConfig(validate_config::Args),
    Explain(explain::Args),
}

/// Understands the arguments of the program.
///
/// # Errors
/// The exit code, when help was asked for and given, or the arguments are wrong and that was said.
pub fn parse() -> Result<Command, Exit> {
    let cli = Cli::try_parse().map_err(|error| {
        let printed = error.print();
        match printed {
            _ if error.use_stderr() => Exit::Usage,
            // A closed pipe is fine for help too.
            Err(cause) if !is_closed_pipe(&cause) => {
                cannot_write("<stdout>", &cause).say();
                Exit::Usage
            }
            _ => Exit::Done,
        }
    })?;
    match cli.command {
        Subcommands::Mask(args) => args.settings().map(Command::Mask),
        Subcommands::Report(args) => args.settings().map(|settings| Command::Report(Box::new(settings))),
        Subcommands::Audit(args) => args.settings().map(|settings| Command::Audit(Box::new(settings))),
        Subcommands::Search(args) => args.settings().map(|settings| Command::Search(Box::new(settings))),
        Subcommands::Trace(args) => Ok(Command::Trace(Box::new(args.settings()))),
        Subcommands::Detectors(args) => Ok(Command::Detectors(args.settings())),
        Subcommands::Generate(args) => Ok(Command::Generate(args.settings(Cli::command()))),
        Subcommands::ValidateConfig(args) => Ok(Command::ValidateConfig(args.settings())),
        Subcommands::Explain(args) => Ok(Command::Explain(args.settings())),
    }
    .map_err(|failure: Diagnostic| {
        failure.say();
        Exit::Usage
    })
}

/// The rows of each list that `--top` asks for; None is all.
fn rows(text: &str) -> Result<Option<usize>, Diagnostic> {
    if text == "all" {
        return Ok(None);
    }
    let wrong = |_| Diagnostic::error(format!("`{text}` is no number of rows")).with_help("`--top all`");
    text.parse().map(Some).map_err(wrong)
}

/// The profiles as words.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ProfileArg {
    /// What no log should hold
    Default,
    /// Payment cards (PCI DSS)
    Pci,
    /// Health records (HIPAA)
    Hipaa,
    /// Personal data (GDPR)
    Gdpr,
    /// Financial reporting (SOX)
    Sox,
    /// Everything
    Strict,
}

impl ProfileArg {
    /// As it is written.
    fn name(self) -> &'static str {
        match self {
            ProfileArg::Default => "default",
            ProfileArg::Pci => "pci",
            ProfileArg::Hipaa => "hipaa",
            ProfileArg::Gdpr => "gdpr",
            ProfileArg::Sox => "sox",
            ProfileArg::Strict => "strict",
        }
    }
}

impl From<ProfileArg> for Profile {
    fn from(profile: ProfileArg) -> Profile {
        match profile {
            ProfileArg::Default => Profile::Default,
            ProfileArg::Pci => Profile::Pci,
            ProfileArg::Hipaa => Profile::Hipaa,
            ProfileArg::Gdpr => Profile::Gdpr,
            ProfileArg::Sox => Profile::Sox,
            ProfileArg::Strict => Profile::Strict,
        }
    }
}

/// When progress is shown, as a word.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ProgressArg {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

impl From<ProgressArg> for ProgressMode {
    fn from(arg: ProgressArg) -> ProgressMode {
        match arg {
            ProgressArg::Auto => ProgressMode::Auto,
            ProgressArg::Always => ProgressMode::Always,
            ProgressArg::Never => ProgressMode::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn short_flags_are_few_and_mean_the_same_everywhere() {
        let root = Cli::command();
        let shorts = root.get_subcommands().flat_map(|command| command.get_arguments());
        let shorts = shorts.filter_map(|arg| arg.get_short());
        for short in shorts {
            assert!("ofqvjhV".contains(short), "-{short}");
        }
    }
}
