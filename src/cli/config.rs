//! Flags that every command with a config has, and those that steer masking.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::ProfileArg;
use crate::config::Request;

/// Which config is used.
#[derive(Debug, clap::Args)]
pub struct ConfigArgs {
    /// Use this config instead of the one that lies nearest
    ///
    /// Else `$PAKE_CONFIG`, then `pake.yaml`, `.yml`, `.toml` or `.json` in this folder or a parent
    /// up to the root of the repository, then in the user's folder of configs.
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    config: Option<PathBuf>,

    /// Use no config at all
    #[arg(long, help_heading = "Configuration", conflicts_with = "config")]
    no_config: bool,

    /// Lay this environment's section over the rest [default: $PAKE_ENVIRONMENT]
    #[arg(long, value_name = "NAME", help_heading = "Configuration")]
    environment: Option<String>,
}

/// How many threads work.
#[derive(Debug, clap::Args)]
pub struct SpeedArgs {
    /// Work with exactly this many threads [default: one more than there are cores]
    #[arg(short = 'j', long, value_name = "N", help_heading = "Speed")]
    pub threads: Option<NonZeroUsize>,
}

/// What is masked; each flag replaces what the config says.
#[derive(Debug, clap::Args)]
pub struct MaskingArgs {
    /// What to look for: a named selection of detectors [default: default]
    #[arg(long, value_name = "NAME", help_heading = "What is masked")]
    profile: Option<ProfileArg>,

    /// Look for these only (`pake detectors` lists them)
    #[arg(long, value_name = "ID", value_delimiter = ',', help_heading = "What is masked")]
    detectors: Vec<String>,

    /// Do not look for these
    #[arg(long, value_name = "ID", value_delimiter = ',', help_heading = "What is masked")]
    skip_detectors: Vec<String>,

    /// Always mask the values of these fields
    ///
    /// Patterns are names with dots: `user.alias`, `headers.*`, `**.badge`.
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', help_heading = "What is masked")]
    mask_field: Vec<String>,

    /// Never mask the values of these fields
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', help_heading = "What is masked")]
    keep_field: Vec<String>,
}

impl ConfigArgs {
    /// The config that is asked for, with the flags of `masking` laid over it.
    pub fn request(self, masking: MaskingArgs) -> Request {
        let profile = masking.profile.map(|profile| profile.name().to_owned());
        Request {
            file: self.config,
            none: self.no_config,
            environment: self.environment,
            flags: vec![
                ("--profile", "masking.profile", profile.into_iter().collect()),
                ("--detectors", "masking.detectors", masking.detectors),
                ("--skip-detectors", "masking.skip_detectors", masking.skip_detectors),
                ("--mask-field", "masking.fields.mask", masking.mask_field),
                ("--keep-field", "masking.fields.keep", masking.keep_field),
            ],
            ..Request::default()
        }
        .with_variables()
    }
}
