//! What the settings mean: times, fields, the plan.

use jiff::tz::TimeZone;

use super::gather::{Measured, NONE, Plan};
use super::keys::Keys;
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

/// The fields that are read.
#[derive(Debug)]
pub struct Named {
    /// Those to group by.
    pub by: Vec<(String, SlotId)>,
    /// The one that is measured.
    pub measured: Measured,
    /// All names.
    pub fields: Fields,
}

/// Understands zones, clock and window.
///
/// # Errors
/// The first that cannot be understood.
pub fn times(settings: &Settings, input_zone: &str) -> Result<Times, Diagnostic> {
    let zone = window::zone(&settings.zone).map_err(wrong)?;
    let input_zone = window::zone(input_zone).map_err(wrong)?;
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
pub fn from_last_entry(
    settings: &Settings,
    times: Times,
    fields: &Fields,
    reading: &Reading,
) -> Result<Times, Failure> {
    let newest = reading.newest(fields, &times.reader)?;
    let newest = newest.ok_or_else(|| vec![Diagnostic::error("no entry has a time to count from")])?;
    let clock = Clock::at(newest, times.zone.clone());
    let window = settings.window.resolve(&clock).map_err(|error| vec![wrong(error)])?;
    Ok(Times { window, ..times })
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

/// Understands the fields that are named.
///
/// # Errors
/// The first that cannot be looked for.
pub fn fields(settings: &Settings, keys: &Keys) -> Result<Named, Diagnostic> {
    let mut fields = Fields::with(&keys.names).map_err(|(bad, name)| unreadable(bad, &name))?;
    let mut add = |name: &String| fields.add(name).map_err(|bad| unreadable(bad, name));
    let by = keys.by.iter().map(|name| Ok((name.clone(), add(name)?))).collect::<Result<_, _>>()?;
    let measured = match &settings.field {
        None => Measured::Duration(settings.unit),
        Some(name) if name == "duration" => Measured::Duration(settings.unit),
        Some(name) => match (add(name)?, unit_of_name(name).or(settings.unit)) {
            (slot, Some(unit)) => Measured::Time(slot, unit),
            (slot, None) => Measured::Number(slot),
        },
    };
    Ok(Named { by, measured, fields })
}

fn unreadable(bad: BadField, name: &str) -> Diagnostic {
    Diagnostic::error(match bad {
        BadField::Empty => format!("`{name}` is no field: a name is missing"),
        BadField::TooDeep => format!("`{name}` leads too deep"),
        BadField::TooMany => format!("there are too many fields: `{name}` is one more than there can be"),
    })
}

/// The plan of all this.
pub fn plan(settings: &Settings, keys: &Keys, times: &Times, named: Named) -> Plan {
    let Times { reader, window, .. } = times;
    let Named { by, measured, fields } = named;
    Plan {
        fields,
        times: reader.clone(),
        window: *window,
        level: keys.level,
        service: keys.service.clone().unwrap_or_else(|| NONE.to_owned()),
        by,
        measured,
        groups: settings.groups,
    }
}
