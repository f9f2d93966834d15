//! Times as settings mean them: zones, clock and window.

use jiff::tz::TimeZone;

use crate::diagnostics::Diagnostic;
use crate::entry::time::{Nanos, TimeReader};
use crate::window::{self, BadWindow, Clock, Wanted, Window};

/// Which time is looked at, as the flags say it.
#[derive(Debug, Clone, Default)]
pub struct TimeSettings {
    /// The time to look at.
    pub window: Wanted,
    /// The zone of times that are shown and of times in flags without one.
    pub zone: String,
    /// The time that is now; None is what the clock says.
    pub now: Option<String>,
    /// Relative times count from the newest entry instead of the clock.
    pub from_last_entry: bool,
}

/// The same, understood.
#[derive(Debug)]
pub struct Times {
    /// The zone of times that are shown.
    pub zone: TimeZone,
    /// What relative times are counted from.
    pub clock: Clock,
    /// Reads times in the log.
    pub reader: TimeReader,
    /// The time that is looked at.
    pub window: Window,
}

/// Understands zones, clock and window; `input_zone` is that of times in the log without one.
///
/// # Errors
/// The first that cannot be understood.
pub fn understand(settings: &TimeSettings, input_zone: &str) -> Result<Times, Diagnostic> {
    let zone = window::zone(&settings.zone).map_err(wrong)?;
    let input_zone = window::zone(input_zone).map_err(wrong)?;
    let mut clock = Clock::wall(zone.clone());
    if let Some(now) = &settings.now {
        clock = Clock::at(window::parse_time(now, &clock).map_err(wrong)?, zone.clone());
    }
    let window = settings.window.resolve(&clock).map_err(wrong)?;
    Ok(Times { zone, reader: TimeReader::new(input_zone, clock.nanos()), window, clock })
}

impl Times {
    /// The same with the window counted from the newest entry, whose time it is.
    ///
    /// # Errors
    /// When no entry has a time, or the window has no end behind its beginning.
    pub fn counted_from(self, newest: Option<Nanos>, settings: &TimeSettings) -> Result<Times, Diagnostic> {
        let newest = newest.ok_or_else(|| Diagnostic::error("no entry has a time to count from"))?;
        let clock = Clock::at(newest, self.zone.clone());
        let window = settings.window.resolve(&clock).map_err(wrong)?;
        Ok(Times { window, clock, ..self })
    }
}

fn wrong(error: BadWindow) -> Diagnostic {
    let said = Diagnostic::error(error.to_string());
    match error {
        BadWindow::Time(_) => said.with_help(window::HELP),
        BadWindow::Date(_) => said.with_help("a date is `today`, `yesterday`, `2026-11-20`"),
        BadWindow::Range(_) => said.with_help(window::RANGE),
        BadWindow::Zone(_) => said.with_help("zones are `UTC`, `local`, `Europe/Berlin`, `+02:00`"),
        BadWindow::Backwards { .. } | BadWindow::Far(_) => said,
    }
}
