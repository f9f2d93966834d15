//! Times as settings mean them: zones, clock and window.

use jiff::tz::TimeZone;

use crate::diagnostics::Diagnostic;
use crate::entry::time::TimeReader;
use crate::window::{self, BadWindow, Clock, Wanted, Window};

/// Which time is looked at, as the flags say it.
#[derive(Debug, Clone, Default)]
pub struct TimeSettings {
    /// The time to look at.
    pub window: Wanted,
    /// The zone of times that are shown and of times in flags without one.
    pub zone: String,
    /// The zone of times in the log without one; None is what the config says, else UTC.
    pub input_zone: Option<String>,
    /// The time that is now; None is what the clock says.
    pub now: Option<String>,
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

/// Understands zones, clock and window; `input_zone` is what the config says of it.
///
/// # Errors
/// The first that cannot be understood.
pub fn understand(settings: &TimeSettings, input_zone: &str) -> Result<Times, Diagnostic> {
    let zone = window::zone(&settings.zone).map_err(wrong)?;
    let input_zone = window::zone(settings.input_zone.as_deref().unwrap_or(input_zone)).map_err(wrong)?;
    let mut clock = Clock::wall(zone.clone());
    if let Some(now) = &settings.now {
        clock = Clock::at(window::parse_time(now, &clock).map_err(wrong)?, zone.clone());
    }
    let window = settings.window.resolve(&clock).map_err(wrong)?;
    Ok(Times { zone, reader: TimeReader::new(input_zone, clock.nanos()), window, clock })
}

fn wrong(error: BadWindow) -> Diagnostic {
    let said = Diagnostic::error(error.to_string());
    match error {
        BadWindow::Time(_) | BadWindow::Date(_) | BadWindow::Range(_) => said.with_help(window::HELP),
        BadWindow::Zone(_) => said.with_help("zones are `UTC`, `local`, `Europe/Berlin`, `+02:00`"),
        BadWindow::Backwards { .. } | BadWindow::Far(_) => said,
    }
}
