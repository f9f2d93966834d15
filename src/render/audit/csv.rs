//! An audit for spreadsheets: what was held against a framework, else who did what.

use super::super::csv::inert;
use super::{Audit, Cell, Finding};

/// A row a control where there are any, else a row of the section `actions` each (RFC 4180).
pub fn csv(audit: &Audit) -> String {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing to memory cannot fail.
    if audit.frameworks.is_empty() {
        if let Some(section) = audit.sections.iter().find(|section| section.id == "actions") {
            let _ = out.write_record(section.columns.iter().map(|(id, _)| *id));
            for row in &section.rows {
                let cell = |cell: &Cell| match cell {
                    Cell::Text(text) | Cell::Time(text) => inert(text),
                    Cell::Count(count) => count.to_string(),
                    Cell::Nothing => String::new(),
                };
                let _ = out.write_record(row.iter().map(cell));
            }
        }
    } else {
        let head = ["framework", "control", "clause", "verdict", "asks", "looks_at", "evidence", "gaps"];
        let _ = out.write_record(head);
        for framework in &audit.frameworks {
            for control in &framework.controls {
                let list = |findings: &[Finding]| {
                    let words = findings.iter().map(|finding| match finding.place() {
                        place if place.is_empty() => finding.summary(),
                        place => format!("{} ({place})", finding.summary()),
                    });
                    inert(&words.collect::<Vec<_>>().join("; "))
                };
                let (evidence, gaps) = (list(&control.evidence), list(&control.gaps));
                let verdict = control.verdict.name();
                let row = [framework.id, control.id, control.clause, verdict, control.asks, &control.looks_at];
                let row = row.into_iter().chain([evidence.as_str(), gaps.as_str()]);
                let _ = out.write_record(row);
            }
        }
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
