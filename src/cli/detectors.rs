//! The flags of `pake detectors`.

use clap::ValueEnum;

use super::ProfileArg;
use crate::commands::detectors::Settings;

const EXAMPLES: &str = "\
EXAMPLES:
  All of them, and whether they are on:
      pake detectors
      pake detectors --profile strict

  What one finds, with examples:
      pake detectors email

  For programs:
      pake detectors --format json";

/// List what is looked for, or explain one of it
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Args {
    /// The detector to explain
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// The profile that decides which are on
    #[arg(long, value_name = "NAME", default_value = "default")]
    profile: ProfileArg,

    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people
    Text,
    /// For programs
    Json,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Settings {
        Settings { id: self.id, profile: self.profile.into(), json: matches!(self.format, FormatArg::Json) }
    }
}
