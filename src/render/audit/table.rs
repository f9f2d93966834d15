//! An audit for people at a terminal.

use std::fmt::Write;

use super::super::table::Layout;
use super::super::units::{bytes, count};
use super::super::wrap::wrapped;
use super::{Audit, Cell, Finding, Framework, Section, shown};
use crate::diagnostics::Neutral;

/// The narrowest layout.
const NARROWEST: usize = 40;
/// From here on there is room for two times in a row.
const ROOMY: usize = 120;
/// A column is not made narrower than this.
const LEAST: usize = 6;

/// The audit, in lines of at most the layout's columns.
pub fn table(audit: &Audit, layout: Layout) -> String {
    let layout = Layout { columns: layout.columns.max(NARROWEST), ..layout };
    let mut text = String::new();
    head(audit, layout, &mut text);
    for section in &audit.sections {
        self::section(section, layout, &mut text);
    }
    for framework in &audit.frameworks {
        self::framework(framework, layout, &mut text);
    }
    text
}

fn head(audit: &Audit, layout: Layout, text: &mut String) {
    let flags = audit.window.flags();
    let data = &audit.data;
    field("window", if flags.is_empty() { "all" } else { &flags }, layout, text);
    if let (Some(first), Some(last)) = (&data.first, &data.last) {
        field("entries", &format!("{first} to {last}"), layout, text);
    }
    let inputs = match &audit.inputs[..] {
        [input] => Neutral(&input.name).to_string(),
        inputs => format!("{} inputs", count(inputs.len() as u64)),
    };
    let mut parts = vec![inputs, format!("{} lines", count(data.lines)), bytes(data.bytes)];
    if data.unread > 0 {
        parts.push(format!("{} not read", bytes(data.unread)));
    }
    field("read", &parts.join(", "), layout, text);
    let mut parts = vec![format!("{} looked at", count(data.reported))];
    let skipped = data.skipped.iter().filter(|(_, count)| *count > 0);
    parts.extend(skipped.map(|(why, skipped)| format!("{} {}", count(*skipped), why.replace('_', " "))));
    if data.undated > 0 {
        parts.push(format!("{} of them without time", count(data.undated)));
    }
    field("lines", &parts.join(", "), layout, text);
    for alarm in &audit.alarms {
        field("alarm", &Neutral(alarm).to_string(), layout, text);
    }
    if audit.alarms.is_empty() {
        field("alarm", "none", layout, text);
    }
}

/// Words behind a label, in as many lines as they need.
fn field(label: &str, words: &str, layout: Layout, text: &mut String) {
    wrapped(&format!("{label:9}"), words, layout.columns, text);
}

fn heading(title: &str, note: &str, layout: Layout, text: &mut String) {
    let (bold, plain) = if layout.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    let room = layout.columns.saturating_sub(title.chars().count() + 2);
    let note = cut(note, room);
    let _ = writeln!(text, "\n{bold}{title}{plain}{}{note}", if note.is_empty() { "" } else { "  " });
}

fn section(section: &Section, layout: Layout, text: &mut String) {
    if section.rows.is_empty() {
        return;
    }
    heading(&section.title.to_uppercase(), &Neutral(&section.note).to_string(), layout, text);
    let (rows, hidden) = shown(&section.rows, layout.top);
    // Columns that say nothing are left out.
    let mut used: Vec<usize> =
        (0..section.columns.len()).filter(|at| rows.iter().any(|row| row[*at] != Cell::Nothing)).collect();
    // Where there is little room, the last time says more than the first.
    let named = |used: &[usize], name: &str| used.iter().position(|at| section.columns[*at].0 == name);
    if let (Some(first), Some(_), true) = (named(&used, "first"), named(&used, "last"), layout.columns < ROOMY) {
        used.remove(first);
    }
    let titles = used.iter().map(|at| (section.columns[*at].1.to_owned(), false)).collect();
    let cell = |cell: &Cell| match cell {
        // To the second; the head of the page has the zone.
        Cell::Time(time) => (time.chars().take(19).collect(), false),
        cell => (Neutral(&cell.text()).to_string(), matches!(cell, Cell::Count(_))),
    };
    let body = rows.iter().map(|row| used.iter().map(|at| cell(&row[*at])).collect());
    let all: Vec<Vec<(String, bool)>> = std::iter::once(titles).chain(body).collect();
    grid(&all, layout, text);
    if hidden > 0 {
        let _ = writeln!(text, "… and {} more; --top all shows them", count(hidden as u64));
    }
}

/// Lays out cells (and whether they are numbers, at the right); the widest columns give way.
fn grid(rows: &[Vec<(String, bool)>], layout: Layout, text: &mut String) {
    let columns = rows[0].len();
    let long = |text: &str| text.chars().count();
    let mut widths: Vec<usize> =
        (0..columns).map(|at| rows.iter().map(|row| long(&row[at].0)).max().unwrap_or(0)).collect();
    let room = layout.columns.saturating_sub(2 * (columns - 1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max().filter(|width| **width > LEAST) else { break };
        *widest -= 1;
    }
    for (number, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for (at, (cell, right)) in row.iter().enumerate() {
            let right = *right || (number == 0 && rows.len() > 1 && rows[1][at].1);
            let cell = cut(cell, widths[at]);
            let blank = " ".repeat(widths[at] - long(&cell));
            let gap = if at == 0 { "" } else { "  " };
            let _ = match right {
                true => write!(line, "{gap}{blank}{cell}"),
                false => write!(line, "{gap}{cell}{blank}"),
            };
        }
        let line: String = line.chars().take(layout.columns).collect();
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

fn framework(framework: &Framework, layout: Layout, text: &mut String) {
    let of = |verdict: super::Verdict| framework.controls.iter().filter(|one| one.verdict == verdict).count();
    let note = format!(
        "{} met, {} not met, {} without evidence",
        of(super::Verdict::Met),
        of(super::Verdict::NotMet),
        of(super::Verdict::NoEvidence)
    );
    heading(framework.title, &note, layout, text);
    for control in &framework.controls {
        let _ = writeln!(text);
        wrapped(&format!("{:13}", control.verdict.name()), control.clause, layout.columns, text);
        wrapped("  asks       ", control.asks, layout.columns, text);
        wrapped("  looks at   ", &control.looks_at, layout.columns, text);
        for (label, findings) in [("  evidence   ", &control.evidence), ("  gap        ", &control.gaps)] {
            for found in findings {
                finding(label, found, layout, text);
            }
        }
    }
}

fn finding(label: &str, finding: &Finding, layout: Layout, text: &mut String) {
    let place = finding.place();
    let said = if place.is_empty() { finding.summary() } else { format!("{}: {place}", finding.summary()) };
    wrapped(label, &Neutral(&said).to_string(), layout.columns, text);
    for (line, digest) in finding.lines.iter().take(1) {
        wrapped("             ", &format!("{} is sha256:{digest}", Neutral(line)), layout.columns, text);
    }
}

/// The text, or its start, an ellipsis and the number that tells a masked name from others.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let number = text.rfind(" #").filter(|at| text[at + 2..].bytes().all(|byte| byte.is_ascii_digit()));
    let tail = number.map_or("", |at| &text[at..]);
    let tail = if tail.len() + 2 < width { tail } else { "" };
    let start: String = text.chars().take(width.saturating_sub(1 + tail.len())).collect();
    format!("{start}…{tail}")
}
