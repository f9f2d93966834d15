//! Which time is looked at: the grammar of `--since` and its kin, one for all commands.
//!
//! Times without a zone are in the zone of the output (`--tz`). Days and weeks are calendar days
//! in that zone: `1d` before 02:00 on the day after a change of clocks is 02:00 the day before.

mod grammar;

use jiff::tz::TimeZone;
use thiserror::Error;

pub use grammar::{Clock, parse_date, parse_time};

use crate::entry::time::Nanos;

/// A half-open range of time. None is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The first nanosecond in it.
    pub since: Option<Nanos>,
    /// The first nanosecond behind it.
    pub until: Option<Nanos>,
}

impl Window {
    /// Whether it has a limit at all.
    pub fn is_limited(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether a time is in it.
    #[inline]
    pub fn holds(&self, time: Nanos) -> bool {
        self.since.is_none_or(|since| since <= time) && self.until.is_none_or(|until| time < until)
    }
}

/// What the flags say, not yet counted from a clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// `--since`
    pub since: Option<String>,
    /// `--until`
    pub until: Option<String>,
    /// `--on`
    pub on: Option<String>,
    /// `--between`
    pub between: Option<String>,
}

/// Why a window cannot be understood.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadWindow {
    /// The text is no time.
    #[error("`{0}` is no time")]
    Time(String),
    /// The text is no date.
    #[error("`{0}` is no date")]
    Date(String),
    /// The two ends of `--between` are not there.
    #[error("`{0}` is no range of time")]
    Range(String),
    /// The end is not after the start.
    #[error("the window ends at {until}, before it begins at {since}")]
    Backwards {
        /// Where it begins.
        since: String,
        /// Where it ends.
        until: String,
    },
    /// There is no such zone.
    #[error("there is no time zone `{0}`")]
    Zone(String),
    /// The year is too far away.
    #[error("`{0}` is out of range")]
    Far(String),
}

/// What can be pasted instead of a range.
pub const RANGE: &str = "a range is two times with `..` between, one of which can be left out: `09:00..12:00`, \
                         `2026-11-20..2026-11-21`, `yesterday..`";

/// What can be pasted instead.
pub const HELP: &str = "times are `24h`, `7d`, `2 weeks ago`, `yesterday`, `2026-11-20`, `2026-11-20 09:14`, \
                        `09:14`, `@1795166047`, `now`";

impl Wanted {
    /// Whether any of it is counted from the clock.
    pub fn is_empty(&self) -> bool {
        *self == Wanted::default()
    }

    /// The window, counted from `clock`.
    ///
    /// # Errors
    /// What cannot be understood.
    pub fn resolve(&self, clock: &Clock) -> Result<Window, BadWindow> {
        let time = |text: &String| parse_time(text, clock);
        let mut window = Window {
            since: self.since.as_ref().map(time).transpose()?,
            until: self.until.as_ref().map(time).transpose()?,
        };
        if let Some(text) = &self.on {
            let (since, until) = parse_date(text, clock)?;
            window = Window { since: Some(since), until: Some(until) };
        }
        if let Some(text) = &self.between {
            let (from, to) = text.split_once("..").ok_or_else(|| BadWindow::Range(text.clone()))?;
            if from.trim().is_empty() && to.trim().is_empty() {
                return Err(BadWindow::Range(text.clone()));
            }
            let end = |text: &str| match text.trim() {
                "" => Ok(None),
                text => parse_time(text, clock).map(Some),
            };
            window = Window { since: end(from)?, until: end(to)? };
        }
        match window {
            Window { since: Some(since), until: Some(until) } if until <= since && !is_end(until) => {
                let shown = |time| shown(time, clock.now.time_zone());
                Err(BadWindow::Backwards { since: shown(since), until: shown(until) })
            }
            window => Ok(window),
        }
    }
}

/// Whether a time stands for all that lie further away: two of them are not told apart.
fn is_end(time: Nanos) -> bool {
    time == Nanos::MAX || time == Nanos::MIN
}

/// The zone of that name: an IANA name, `UTC`, `local`, or an offset (`+02:00`).
///
/// # Errors
/// When there is none.
pub fn zone(name: &str) -> Result<TimeZone, BadWindow> {
    let unknown = || BadWindow::Zone(name.to_owned());
    match name {
        "UTC" | "utc" | "Z" => Ok(TimeZone::UTC),
        "local" => Ok(TimeZone::system()),
        _ => match grammar::offset(name) {
            Some(offset) => Ok(TimeZone::fixed(offset)),
            None => TimeZone::get(name).map_err(|_| unknown()),
        },
    }
}

/// A time as RFC 3339 in a zone, in a form that the flags take: seconds, and a fraction where there
/// is one.
pub fn shown(time: Nanos, zone: &TimeZone) -> String {
    let stamp = jiff::Timestamp::from_nanosecond(i128::from(time)).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    if *zone == TimeZone::UTC {
        return stamp.to_string();
    }
    let offset = zone.to_offset(stamp);
    stamp.display_with_offset(offset).to_string()
}
