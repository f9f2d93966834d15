//! What the settings mean: times, fields, the plan.

use jiff::tz::TimeZone;

use super::gather::{Measured, Plan};
use super::reading::Reading;
use super::settings::Settings;
use crate::commands::Failure;
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::unit_of_name;
use crate::entry::fields::{BadField, Fields, SlotId};
use crate::entry::time::TimeReader;
use crate::window::{self, BadWindow, Clock, Window};

/// Times as the settings mean them.
#[derive(Debug)]
pub struct Times {
    /// The zone of times in the report.
    pub zone: TimeZone,
    /// Reads times in the log.
    pub reader: TimeReader,
    /// The time that is looked at.
    pub window: Window,
}

/// The fields to group by, the one that is measured, and all names.
pub type Named = (Vec<(String, SlotId)>, Measured, Fields);

/// Understands zones, clock and window.
///
/// # Errors
/// The first that cannot be understood.
pub fn times(settings: &Settings) -> Result<Times, Diagnostic> {
    let zone = window::zone(&settings.zone).map_err(wrong)?;
    let input_zone = window::zone(&settings.input_zone).map_err(wrong)?;
    let mut clock = Clock::wall(zone.clone());
    if let Some(now) = &settings.now {
        clock = Clock::at(window::parse_time(now, &clock).map_err(wrong)?, zone.clone());
    }
    let window = settings.window.resolve(&clock).map_err(wrong)?;
    Ok(Times { zone, reader: TimeReader::new(input_zone, clock.nanos()), window })
}

/// The same with the window counted from the newest entry of the inputs, which are read for it.
///
/// # Errors
/// When they cannot be read twice, or no entry has a time.
pub fn from_last_entry(settings: &Settings, times: Times, reading: &Reading) -> Result<Times, Failure> {
    let newest = reading.newest(&times.reader)?;
    let newest = newest.ok_or_else(|| vec![Diagnostic::error("no entry has a time to count from")])?;
    let clock = Clock::at(newest, times.zone.clone());
    let window = settings.window.resolve(&clock).map_err(|error| vec![wrong(error)])?;
    Ok(Times { window, ..times })
}

fn wrong(error: BadWindow) -> Diagnostic {
    let said = Diagnostic::error(error.to_string());
    match error {
        BadWindow::Time(_) | BadWindow::Date(_) | BadWindow::Range(_) => said.with_help(window::HELP),
        BadWindow::Zone(_) => said.with_help("zones are `UTC`, `local`, `Europe/Berlin`, `+02:00`"),
        BadWindow::Backwards | BadWindow::Far(_) => said,
    }
}

/// Understands the fields that are named.
///
/// # Errors
/// The first that cannot be looked for.
pub fn fields(settings: &Settings) -> Result<Named, Diagnostic> {
    let mut fields = Fields::new();
    let mut add = |name: &String| {
        fields.add(name).map_err(|error| {
            Diagnostic::error(match error {
                BadField::Empty => format!("`{name}` is no field: a name is missing"),
                BadField::TooDeep => format!("`{name}` leads too deep"),
                BadField::TooMany => format!("there are too many fields: `{name}` is one more than there can be"),
            })
        })
    };
    let by = settings.by.iter().map(|name| Ok((name.clone(), add(name)?))).collect::<Result<_, _>>()?;
    let measured = match &settings.field {
        None => Measured::Duration(settings.unit),
        Some(name) if name == "duration" => Measured::Duration(settings.unit),
        Some(name) => match (add(name)?, unit_of_name(name).or(settings.unit)) {
            (slot, Some(unit)) => Measured::Time(slot, unit),
            (slot, None) => Measured::Number(slot),
        },
    };
    Ok((by, measured, fields))
}

/// The plan of all this.
pub fn plan(settings: &Settings, times: &Times, (by, measured, fields): Named) -> Plan {
    let Times { reader, window, .. } = times;
    Plan { fields, times: reader.clone(), window: *window, by, measured, groups: settings.groups }
}
