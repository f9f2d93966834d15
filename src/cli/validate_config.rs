//! The flags of `pake validate-config`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::config::{ConfigArgs, MaskingArgs};
use crate::commands::validate_config::{Form, Settings};

const EXAMPLES: &str = "\
EXAMPLES:
  Check the config that the other commands would use:
      pake validate-config

  Check these files; `-` is standard input:
      pake validate-config pake.yaml
      pake validate-config - < pake.yaml

  What holds in production, and where each value comes from:
      pake validate-config --show --environment production

  In CI, with warnings as errors:
      pake validate-config --deny warnings --format github

  For editors:
      pake validate-config --schema > pake.schema.json

VARIABLES:
  PAKE_CONFIG names the config, PAKE_ENVIRONMENT the environment. Every key
  that holds a text or a list of texts has a variable: `masking.profile` is
  PAKE_MASKING_PROFILE, lists have commas.

EXIT CODES:
  0  valid         1  invalid
  2  wrong use, a config that could not be read";

/// Check a config: all that is wrong, where, why, and what to write instead
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Args {
    /// The configs to check; nothing for the one that the other commands would use
    #[arg(value_name = "FILE", conflicts_with_all = ["config", "no_config"])]
    files: Vec<PathBuf>,

    /// The form of what is said
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatArg,

    /// Count warnings as errors
    #[arg(long, value_name = "WHAT")]
    deny: Option<DenyArg>,

    /// Print each value that holds, and where it comes from
    #[arg(long)]
    show: bool,

    /// Print the JSON Schema of configs
    #[arg(long, conflicts_with_all = ["files", "show", "manual"])]
    schema: bool,

    /// Print all keys with what they mean
    #[arg(long, conflicts_with_all = ["files", "show"])]
    manual: bool,

    #[command(flatten)]
    config: ConfigArgs,

    #[command(flatten)]
    masking: MaskingArgs,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people
    Text,
    /// For programs
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit's XML, for test reports
    Junit,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DenyArg {
    /// All warnings
    Warnings,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Settings {
        Settings {
            files: self.files,
            form: match self.format {
                FormatArg::Text => Form::Text,
                FormatArg::Json => Form::Json,
                FormatArg::Github => Form::Github,
                FormatArg::Sarif => Form::Sarif,
                FormatArg::Junit => Form::Junit,
            },
            deny_warnings: self.deny.is_some(),
            show: self.show,
            schema: self.schema,
            manual: self.manual,
            request: self.config.request(self.masking),
        }
    }
}
