//! What the settings mean: fields, the plan.

use super::gather::{Measured, NONE, Plan};
use super::keys::Keys;
use super::settings::Settings;
use crate::commands::times::Times;
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::unit_of_name;
use crate::entry::fields::{BadField, Fields, SlotId};

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
