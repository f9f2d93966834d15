//! Flags of commands that look at a window of time.

use clap::ValueEnum;

use crate::commands::TimeSettings;
use crate::config::Request;
use crate::window::Wanted;

/// Which time is looked at, and in which zones.
#[derive(Debug, clap::Args)]
pub struct TimeArgs {
    /// Look at entries from this time on
    ///
    /// `24h`, `7d`, `2 weeks ago`, `yesterday`, `2026-11-20 09:14`, `09:14`, `@1795166047`.
    #[arg(long, value_name = "TIME", help_heading = "Time", allow_hyphen_values = true)]
    since: Option<String>,

    /// Look at entries before this time
    #[arg(long, value_name = "TIME", help_heading = "Time", allow_hyphen_values = true)]
    until: Option<String>,

    /// Look at one day: `today`, `yesterday`, `2026-11-20`
    #[arg(long, value_name = "DATE", help_heading = "Time", conflicts_with_all = ["since", "until", "between"])]
    on: Option<String>,

    /// Look at entries between two times, the second not included
    #[arg(long, value_name = "A..B", help_heading = "Time", conflicts_with_all = ["since", "until"])]
    between: Option<String>,

    /// The zone of times that are shown, and of times in flags without one
    #[arg(long, value_name = "ZONE", default_value = "UTC", help_heading = "Time")]
    tz: String,

    /// The zone of times in the log that have none [default: UTC]
    #[arg(long, value_name = "ZONE", help_heading = "Time")]
    input_tz: Option<String>,

    /// Entries stand in the order of their times: read no more than the window lies in
    ///
    /// Of files that are named and not compressed, the ends of the window are searched for, and what lies outside of it is
    /// not read. Whether they are in order cannot be known without reading all of them, so it is taken from whoever says
    /// so; a warning tells where it is not so in what is read. An entry without a time belongs to the one before it.
    #[arg(long, help_heading = "Time")]
    sorted: bool,

    /// The time that is now, instead of what the clock says
    #[arg(long, value_name = "TIME", help_heading = "Time")]
    now: Option<String>,

    /// What `24h` and the like are counted from
    #[arg(long, value_name = "WHAT", default_value = "clock", help_heading = "Time")]
    relative_to: RelativeTo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RelativeTo {
    /// The clock, or --now
    Clock,
    /// The newest entry; the files are read twice
    LastEntry,
}

impl TimeArgs {
    /// What the flags ask for; the zone of the log is one of the config's keys.
    pub fn settings(self, config: &mut Request) -> TimeSettings {
        config.flags.push(("--input-tz", "input.timezone", self.input_tz.into_iter().collect()));
        config.flags.push(("--sorted", "input.order", self.sorted.then(|| "time".to_owned()).into_iter().collect()));
        TimeSettings {
            window: Wanted { since: self.since, until: self.until, on: self.on, between: self.between },
            zone: self.tz,
            now: self.now,
            from_last_entry: self.relative_to == RelativeTo::LastEntry,
        }
    }
}
