//! An audit for programs. Keys are only added in a version of the form, never renamed or removed.

use serde_json::{Map, Value, json as object};

use super::super::read::Read;
use super::{Audit, Cell, Control, Finding, Section};
use crate::diagnostics::neutral_json;

/// The version of the form.
const SCHEMA: u32 = 1;

/// The audit as one JSON document, indented; the last byte is a newline.
pub fn json(audit: &Audit) -> String {
    let Audit { window, inputs, data, .. } = audit;
    let read = Read::of(window, inputs, data);
    let sections: Map<String, Value> =
        audit.sections.iter().map(|section| (section.id.to_owned(), rows(section))).collect();
    let frameworks = audit.frameworks.iter().map(|framework| {
        let controls: Vec<Value> = framework.controls.iter().map(control).collect();
        object!({"id": framework.id, "title": framework.title, "controls": controls})
    });
    let document = object!({
        "schema": SCHEMA,
        "window": read.window,
        "inputs": read.inputs,
        "data": read.data,
        "alarms": audit.alarms,
        "sections": sections,
        "frameworks": frameworks.collect::<Vec<_>>(),
    });
    neutral_json(&format!("{document:#}\n"))
}

fn rows(section: &Section) -> Value {
    let row = |row: &Vec<Cell>| {
        let cells = section.columns.iter().zip(row).map(|((id, _), cell)| {
            let value = match cell {
                Cell::Text(text) | Cell::Time(text) => object!(text),
                Cell::Count(count) => object!(count),
                Cell::Nothing => Value::Null,
            };
            ((*id).to_owned(), value)
        });
        Value::Object(cells.collect())
    };
    object!({"note": section.note, "rows": section.rows.iter().map(row).collect::<Vec<_>>()})
}

fn control(control: &Control) -> Value {
    let list = |findings: &[Finding]| findings.iter().map(finding).collect::<Vec<_>>();
    object!({
        "id": control.id,
        "clause": control.clause,
        "asks": control.asks,
        "looks_at": control.looks_at,
        "verdict": control.verdict.name().replace(' ', "_"),
        "evidence": list(&control.evidence),
        "gaps": list(&control.gaps),
    })
}

fn finding(finding: &Finding) -> Value {
    let lines = finding.lines.iter().map(|(line, digest)| object!({"line": line, "digest": digest}));
    object!({
        "what": finding.what,
        "count": finding.count,
        "from": finding.range.as_ref().map(|(from, _)| from),
        "to": finding.range.as_ref().map(|(from, to)| to.as_ref().unwrap_or(from)),
        "lines": lines.collect::<Vec<_>>(),
    })
}
