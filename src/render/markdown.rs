//! A report for comments and wikis: GitHub Flavored Markdown.

use std::fmt::Write;

use super::model::{Failures, Group, Report};
use super::units::{amount_in_words, bytes, change, count, percent, sparkline};
use crate::diagnostics::is_obeyed;

/// The report as Markdown; lists have `top` rows, None is all.
pub fn markdown(report: &Report, top: Option<usize>) -> String {
    let mut text = String::from("# Log report\n\n");
    let data = &report.data;
    let flags = report.window.flags();
    if !flags.is_empty() {
        let _ = writeln!(text, "Window: `{flags}`\n");
    }
    if let (Some(first), Some(last)) = (&data.first, &data.last) {
        let _ = writeln!(text, "Entries from {first} to {last}\n");
    }
    let _ = writeln!(
        text,
        "{} lines ({}) in {} {}, {} entries reported, {} errors ({})",
        count(data.lines),
        bytes(data.bytes),
        report.inputs.len(),
        if report.inputs.len() == 1 { "input" } else { "inputs" },
        count(data.reported),
        count(report.total.errors),
        percent(report.total.errors, report.total.entries)
    );
    let skipped = data.skipped.iter().filter(|(_, count)| *count > 0);
    for (why, skipped) in skipped {
        let _ = writeln!(text, "- {} lines skipped: {}", count(*skipped), why.replace('_', " "));
    }
    if data.unread > 0 {
        let _ = writeln!(text, "- {} outside of the window not read", bytes(data.unread));
    }
    gates(report, &mut text);
    groups(report, top, &mut text);
    let errors = &report.errors;
    for (title, list) in [
        ("category", &errors.by_category),
        ("service", &errors.by_service),
        ("type", &errors.by_type),
        ("code", &errors.by_code),
        ("message", &errors.messages),
    ] {
        failures(title, list, report, top, &mut text);
    }
    text
}

fn gates(report: &Report, text: &mut String) {
    if report.gates.is_empty() {
        return;
    }
    text.push_str("\n## Gates\n\n| | condition | found |\n|---|---|---|\n");
    for gate in &report.gates {
        let sign = if gate.failed { "❌" } else { "✅" };
        let found: Vec<String> = gate.found.iter().map(|found| cell(found)).collect();
        let _ = writeln!(text, "| {sign} | {} | {} |", cell(&gate.text), found.join("<br>"));
    }
}

fn groups(report: &Report, top: Option<usize>, text: &mut String) {
    let measure = &report.measure;
    let mut rows: Vec<&Group> = report.slowest();
    if rows.is_empty() {
        return;
    }
    let hidden = cut(&mut rows, top);
    let _ = writeln!(text, "\n## {} by {}\n", capital(&cell(&measure.field)), cell(&report.grouped_by));
    let mut heads = vec!["group".to_owned(), "n".to_owned(), "errors".to_owned(), "average".to_owned()];
    heads.extend(measure.percentiles.iter().map(|percentile| format!("p{percentile}")));
    heads.extend(["max".to_owned(), "trend".to_owned(), "over time".to_owned()]);
    let few = rows.iter().flat_map(|group| &group.values.percentiles).any(|found| !found.enough);
    let changes = report.baseline.is_some();
    if changes {
        heads.push("since baseline".to_owned());
    }
    let _ = writeln!(text, "| {} |", heads.join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(heads.len() - 1));
    for group in rows {
        let values = &group.values;
        let number = |value: f64| amount_in_words(value, measure.time);
        let mut row = vec![cell(&group.name), count(values.count), percent(group.errors, group.entries)];
        row.push(values.extent.map_or(String::new(), |extent| number(extent.average)));
        let few = |enough: bool| if enough { "" } else { "\\*" };
        row.extend(values.percentiles.iter().map(|found| number(found.value) + few(found.enough)));
        row.push(values.extent.map_or(String::new(), |extent| number(extent.greatest)));
        row.push(group.trend.as_ref().map_or(String::new(), |trend| trend.words.clone()));
        row.push(sparkline(&group.means_in(24)));
        if changes {
            let found = group.change.iter().flat_map(|change| &change.percentiles);
            let found = found.map(|(percentile, percent, sure)| {
                let noise = if *sure { "" } else { " (noise)" };
                format!("p{percentile} {}{noise}", change(*percent))
            });
            row.push(found.collect::<Vec<_>>().join("<br>"));
        }
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    more(hidden, text);
    if few {
        text.push_str("\n\\*: too few values for that percentile\n");
    }
}

fn failures(title: &str, list: &[Failures], report: &Report, top: Option<usize>, text: &mut String) {
    let mut rows: Vec<&Failures> = list.iter().filter(|row| row.errors > 0).collect();
    if rows.iter().all(|row| row.name == "(none)") {
        return;
    }
    let hidden = cut(&mut rows, top);
    let share = if rows.iter().any(|row| row.entries.is_some()) { "rate" } else { "share" };
    let _ = writeln!(text, "\n## Errors by {title}\n\n| {title} | errors | {share} | first seen | last seen |");
    text.push_str("|---|---:|---:|---|---|\n");
    for row in rows {
        let share = percent(row.errors, row.entries.unwrap_or(report.total.errors));
        let time = |time: &Option<String>| time.clone().unwrap_or_default();
        let (name, errors) = (cell(&row.name), count(row.errors));
        let _ = writeln!(text, "| {name} | {errors} | {share} | {} | {} |", time(&row.first), time(&row.last));
    }
    more(hidden, text);
}

fn cut<T>(rows: &mut Vec<T>, top: Option<usize>) -> usize {
    let hidden = top.map_or(0, |top| rows.len().saturating_sub(top));
    rows.truncate(rows.len() - hidden);
    hidden
}

fn more(hidden: usize, text: &mut String) {
    if hidden > 0 {
        let _ = writeln!(text, "\n… and {} more", count(hidden as u64));
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Text in a cell that means nothing but itself.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' | '@' => {
                out.push('\\');
                out.push(letter);
            }
            // No link is made of a bare address.
            '/' if out.ends_with(":/") => out.push_str("\\/"),
            '.' if out.len() >= 3 && out.as_bytes()[out.len() - 3..].eq_ignore_ascii_case(b"www") => {
                out.push_str("\\.")
            }
            letter if letter.is_control() || is_obeyed(letter) => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_nothing_but_itself() {
        assert_eq!(cell("a|b <i> *x* [l](u)\n@me"), "a\\|b &lt;i> \\*x\\* \\[l\\](u) \\@me");
        assert_eq!(
            cell("see https://evil.example, www.evil.example"),
            "see https:/\\/evil.example, www\\.evil.example"
        );
        assert_eq!(
            cell("`a` \\ # ~x~ ![i](u) a_b &lt; \u{202e}x"),
            "\\`a\\` \\\\ \\# \\~x\\~ \\!\\[i\\](u) a\\_b &amp;lt;  x"
        );
    }
}
