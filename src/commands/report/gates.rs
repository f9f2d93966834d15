//! Asks a report what must not be so: the gates of `--fail-if` and of the config.

use crate::config::gate::{Gate, Limit, Measure, On, Test};
use crate::diagnostics::{Diagnostic, nearest};
use crate::render::{self, Group, Report, amount_in_words, change};
use crate::stats::Percentile;

/// Whether the gate's limit goes with what is measured, milliseconds where `time` is set.
///
/// # Errors
/// When it has a unit and must not, or lacks one.
pub fn check_unit(gate: &Gate, time: bool) -> Result<(), Diagnostic> {
    let text = &gate.text;
    match gate.limit {
        Limit::Number(_) if gate.is_of_values() && time => {
            let said = Diagnostic::error(format!("`{text}`: the threshold has no unit"));
            Err(said.with_help(format!("did you mean `{}`?", gate.with_unit())))
        }
        Limit::Time(_) if !time => {
            let said = Diagnostic::error(format!("`{text}` is of a time, and what is measured is none"));
            Err(said.with_help("name a number without a unit; a --fail-if replaces the gates of the config"))
        }
        _ => Ok(()),
    }
}

/// Asks it of a report. What has no answer (no such group, no values, no baseline) has failed: a gate
/// that looks at nothing must not let through.
pub fn ask(gate: &Gate, report: &Report) -> render::Gate {
    let asked = |failed: bool, found: Vec<String>| render::Gate { text: gate.text.clone(), failed, found };
    if gate.needs_baseline() && report.baseline.is_none() {
        return asked(true, vec!["no --baseline names an earlier report to compare with".to_owned()]);
    }
    let groups: Vec<&Group> = match &gate.on {
        On::Total => vec![&report.total],
        // A group without a value has nothing to be slow at.
        On::Each => report.groups.iter().filter(|group| has_answer(gate.measure, group)).collect(),
        On::Named(name) => report.groups.iter().filter(|group| group.name == *name).collect(),
    };
    if let (On::Named(name), []) = (&gate.on, &groups[..]) {
        let near = nearest(name, report.groups.iter().map(|group| group.name.as_str()));
        let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        return asked(true, vec![format!("there is no group `{name}`{near}")]);
    }
    if groups.is_empty() {
        return asked(true, vec!["no group has such a figure".to_owned()]);
    }
    let answers: Vec<(bool, String)> = groups.into_iter().map(|group| ask_group(gate, group, report)).collect();
    let failed = answers.iter().any(|(failed, _)| *failed);
    if answers.len() > 1 && !failed {
        return asked(false, vec![format!("none of {} groups", answers.len())]);
    }
    let found = answers.into_iter().filter(|answer| answer.0 == failed).map(|answer| answer.1);
    asked(failed, found.collect())
}

fn has_answer(measure: Measure, group: &Group) -> bool {
    match measure {
        Measure::Values | Measure::Entries | Measure::Errors | Measure::ErrorRate => true,
        _ => group.values.count > 0,
    }
}

fn ask_group(gate: &Gate, group: &Group, report: &Report) -> (bool, String) {
    let name = &group.name;
    let (Limit::Time(limit) | Limit::Number(limit) | Limit::Share(limit)) = gate.limit;
    if gate.needs_baseline() {
        return ask_change(gate, limit, group);
    }
    let Some((value, few)) = value_of(gate.measure, group, report) else {
        return (true, format!("{name}: no values"));
    };
    let failed = match gate.test {
        Test::AtLeast => value >= limit,
        Test::Below => value < limit,
        Test::AtMost => value <= limit,
        Test::Above | Test::Rises | Test::Falls => value > limit,
    };
    let shown = match gate.measure {
        Measure::Values | Measure::Entries | Measure::Errors => format!("{value}"),
        Measure::ErrorRate => format!("{} %", amount_in_words(100.0 * value, false)),
        _ => amount_in_words(value, report.measure.time),
    };
    let few = if few { format!(", of only {} values", group.values.count) } else { String::new() };
    (failed, format!("{name}: {shown}{few}"))
}

fn ask_change(gate: &Gate, limit: f64, group: &Group) -> (bool, String) {
    let name = &group.name;
    let changes = group.change.as_ref();
    let found = match gate.measure {
        Measure::Percentile(percentile) => {
            let of = |row: &&(Percentile, f64, bool)| row.0 == percentile;
            changes.and_then(|change| change.percentiles.iter().find(of)).map(|row| (row.1, row.2))
        }
        _ => changes.and_then(|change| change.error_rate),
    };
    // A group that is new has not become slower.
    let Some((percent, sure)) = found else {
        return (gate.on == On::Total, format!("{name}: nothing to compare with"));
    };
    let beyond = match gate.test {
        Test::Falls => -percent > 100.0 * limit,
        _ => percent > 100.0 * limit,
    };
    let noise = if sure { "" } else { ", within the noise" };
    (beyond && sure, format!("{name}: {}{noise}", change(percent)))
}

/// The value of a measure for a group, and whether there are too few values for it.
fn value_of(measure: Measure, group: &Group, report: &Report) -> Option<(f64, bool)> {
    let values = &group.values;
    let value = match measure {
        Measure::Percentile(percentile) => {
            let at = report.measure.percentiles.iter().position(|asked| *asked == percentile)?;
            let found = values.percentiles.get(at)?;
            return Some((found.value, !found.enough));
        }
        Measure::Average => values.extent?.average,
        Measure::Least => values.extent?.least,
        Measure::Greatest => values.extent?.greatest,
        Measure::Values => values.count as f64,
        Measure::Entries => group.entries as f64,
        Measure::Errors => group.errors as f64,
        Measure::ErrorRate if group.entries == 0 => return None,
        Measure::ErrorRate => group.errors as f64 / group.entries as f64,
    };
    Some((value, false))
}
