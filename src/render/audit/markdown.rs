//! An audit for comments and wikis: GitHub Flavored Markdown.

use std::fmt::Write;

use super::super::markdown::cell;
use super::super::units::{bytes, count};
use super::{Audit, Cell, Finding, shown};

/// The audit as Markdown; tables have `top` rows, None is all.
pub fn markdown(audit: &Audit, top: Option<usize>) -> String {
    let mut text = String::from("# Audit\n\n");
    let (data, flags) = (&audit.data, audit.window.flags());
    if !flags.is_empty() {
        let _ = writeln!(text, "Window: `{flags}`\n");
    }
    if let (Some(first), Some(last)) = (&data.first, &data.last) {
        let _ = writeln!(text, "Entries from {first} to {last}\n");
    }
    let (lines, read) = (count(data.lines), bytes(data.bytes));
    let _ = writeln!(text, "{lines} lines ({read}), {} entries looked at", count(data.reported));
    for (why, skipped) in data.skipped.iter().filter(|(_, count)| *count > 0) {
        let _ = writeln!(text, "- {} lines skipped: {}", count(*skipped), why.replace('_', " "));
    }
    if data.unread > 0 {
        let _ = writeln!(text, "- {} outside of the window not read", bytes(data.unread));
    }
    text.push_str("\n## Alarms\n\n");
    for alarm in &audit.alarms {
        let _ = writeln!(text, "- {}", cell(alarm));
    }
    if audit.alarms.is_empty() {
        text.push_str("None.\n");
    }
    for section in audit.sections.iter().filter(|section| !section.rows.is_empty()) {
        let _ = writeln!(text, "\n## {}\n", section.title);
        if !section.note.is_empty() {
            let _ = writeln!(text, "{}\n", cell(&section.note));
        }
        let (rows, hidden) = shown(&section.rows, top);
        let titles: Vec<&str> = section.columns.iter().map(|(_, title)| *title).collect();
        let _ = writeln!(text, "| {} |\n|{}", titles.join(" | "), "---|".repeat(titles.len()));
        for row in rows {
            let cells: Vec<String> = row.iter().map(|one: &Cell| cell(&one.text())).collect();
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        if hidden > 0 {
            let _ = writeln!(text, "\n… and {} more", count(hidden as u64));
        }
    }
    for framework in &audit.frameworks {
        let _ = writeln!(text, "\n## {}\n\n| clause | verdict | evidence | gaps |\n|---|---|---|---|", framework.title);
        for control in &framework.controls {
            let list = |findings: &[Finding]| {
                let words = findings.iter().map(|finding| {
                    let place = finding.place();
                    let digest = finding.lines.first().map_or(String::new(), |(_, digest)| format!(" sha256:{digest}"));
                    cell(&format!("{} {place}{digest}", finding.summary()))
                });
                words.collect::<Vec<_>>().join("<br>")
            };
            let clause = format!("{}: {}", cell(control.clause), cell(control.asks));
            let verdict = control.verdict.name();
            let _ = writeln!(text, "| {clause} | {verdict} | {} | {} |", list(&control.evidence), list(&control.gaps));
        }
    }
    text
}
