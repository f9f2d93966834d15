//! The flags of `pake explain`.

use crate::commands::explain::Settings;

const EXAMPLES: &str = "\
EXAMPLES:
  What a code means, and what to do:
      pake explain PK0103

  By its name:
      pake explain out-of-order

  All codes:
      pake explain";

/// Explain the code of a message
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Args {
    /// The code, or its name; nothing lists them all
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Settings {
        Settings { code: self.code }
    }
}
