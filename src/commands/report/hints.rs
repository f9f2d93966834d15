//! What is said beside a report that shows nothing, or less than was asked for.

use super::settings::Settings;
use crate::diagnostics::Diagnostic;
use crate::render::Report;

/// The hints for a report; `outside` are the times of the first and the last entry outside of the window.
pub fn of(report: &Report, settings: &Settings, outside: Option<(String, String)>) -> Vec<Diagnostic> {
    let data = &report.data;
    let skipped = |why: &str| data.skipped.iter().find(|row| row.0 == why).map_or(0, |row| row.1);
    if data.reported == 0 {
        let said = match outside {
            _ if data.lines == 0 && report.inputs.iter().all(|input| input.name == "<stdin>") => {
                Diagnostic::warning("standard input was empty").with_help("to read a file: `pake report app.log`")
            }
            _ if data.lines == 0 => Diagnostic::warning("there was nothing to read"),
            Some((first, last)) => Diagnostic::warning(format!(
                "no entry is in the window: those outside of it are from {first} to {last}"
            ))
            .with_help(format!("--since {first}, or --relative-to last-entry to count from the newest")),
            None if skipped("without_time") > 0 => Diagnostic::warning("no entry has a time that can be read")
                .with_help("`input.fields.timestamp` of the config names the field that has it"),
            None if skipped("lesser_level") > 0 => Diagnostic::warning("no entry has the level that was asked for"),
            None => Diagnostic::warning("no line is an entry: reports are made of lines with a JSON object each"),
        };
        return vec![said];
    }
    let values = &report.total.values;
    let none = values.count + values.not_numbers + values.nan + values.infinite == 0;
    let field = &report.measure.field;
    if none && (settings.field.is_some() || settings.merge && field != "duration") {
        let said = format!("no entry has a field `{field}`");
        return vec![Diagnostic::warning(said).with_help("a field is names with dots, such as `queue.wait_us`")];
    }
    if values.count == 0 && values.not_numbers > 0 {
        return vec![Diagnostic::warning(format!("`{field}` is no number in any entry"))];
    }
    Vec::new()
}
