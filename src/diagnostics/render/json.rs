//! For programs.

use serde_json::{Value, json};

use super::super::{Diagnostic, Severity, neutral_json};
use super::count;

/// The version of the form.
const SCHEMA: u32 = 1;

/// One object: `schema`, `files`, `errors`, `warnings`, `diagnostics`.
pub fn all(files: &[String], found: &[Diagnostic]) -> String {
    let object = json!({
        "schema": SCHEMA,
        "files": files,
        "errors": count(found, Severity::Error),
        "warnings": count(found, Severity::Warning),
        "diagnostics": found.iter().map(one).collect::<Vec<_>>(),
    });
    neutral_json(&format!("{object:#}\n"))
}

fn one(one: &Diagnostic) -> Value {
    let mut object = json!({
        "severity": one.severity.name(),
        "code": one.code.map(|code| code.id),
        "name": one.code.map(|code| code.name),
        "message": one.message,
        "label": one.label,
        "help": one.help,
    });
    if let Some(place) = &one.place {
        let (start, end) = (place.start(), place.end());
        object["place"] = json!({
            "file": place.source().name(),
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
        });
    }
    object
}
