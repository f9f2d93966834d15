//! Workflow commands: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use super::super::Diagnostic;
use super::in_one_line;

/// A line each.
pub fn all(found: &[Diagnostic]) -> String {
    found.iter().map(one).collect()
}

fn one(one: &Diagnostic) -> String {
    let mut properties = Vec::new();
    if let Some(place) = &one.place {
        let (start, end) = (place.start(), place.end());
        properties.push(format!("file={}", property(place.source().name())));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        // The command takes columns only where both are in one line.
        if start.line == end.line {
            properties.push(format!("col={},endColumn={}", start.column, end.column));
        }
    }
    if let Some(code) = one.code {
        properties.push(format!("title={}", property(code.id)));
    }
    let gap = if properties.is_empty() { "" } else { " " };
    format!("::{}{gap}{}::{}\n", one.severity.name(), properties.join(","), data(&in_one_line(one)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
