//! For people: the message, the line with a caret, the way out.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::super::{Diagnostic, Neutral, Place, Severity, is_obeyed};
use super::count;

/// A line longer than this, in bytes, is not shown.
const MAX_LINE: usize = 400;

/// One after the other, and how many there are.
pub fn all(found: &[Diagnostic], colour: bool) -> String {
    let mut text: String = found.iter().map(|one| one.render(colour) + "\n").collect();
    let counts =
        [(Severity::Error, count(found, Severity::Error)), (Severity::Warning, count(found, Severity::Warning))];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(severity, count)| format!("{count} {}{}", severity.name(), if *count == 1 { "" } else { "s" }))
        .collect();
    if !counts.is_empty() {
        text += &counts.join(", ");
        text.push('\n');
    }
    text
}

/// One, in the way of rustc.
pub fn one(one: &Diagnostic, colour: bool) -> String {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = Neutral(&one.message).to_string();
    let mut title = level.primary_title(message);
    if let Some(code) = one.code {
        title = title.id(code.id);
    }
    let label = one.label.as_ref().map(|label| Neutral(label).to_string());
    let mut group = Group::with_title(title);
    if let Some(place) = &one.place {
        group = shown(group, place, label);
    }
    if let Some(help) = &one.help {
        group = group.element(Level::HELP.message(Neutral(help).to_string()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group]) + "\n"
}

/// The place: its line with a caret, or only its name where the line is too long to be shown.
fn shown<'a>(group: Group<'a>, place: &'a Place, label: Option<String>) -> Group<'a> {
    let (source, span, start) = (place.source(), place.span(), place.start());
    let line = source.line(start.line);
    if line.len() > MAX_LINE || source.text().is_empty() {
        let origin = Origin::path(Neutral(source.name()).to_string()).line(start.line).char_column(start.column);
        return group.element(origin);
    }
    // What goes over several lines is shown by its first.
    let within = span.start - line.start..span.end.min(line.end).max(span.start) - line.start;
    let mut mark = AnnotationKind::Primary.span(within);
    if let Some(label) = label {
        mark = mark.label(label);
    }
    let text = source.text()[line].trim_end_matches('\r');
    group.element(
        Snippet::source(harmless(text))
            .line_start(start.line)
            .path(Neutral(source.name()).to_string())
            .annotation(mark),
    )
}

/// The line with what a terminal would obey replaced, byte for byte, so that places stay true.
fn harmless(line: &str) -> Cow<'_, str> {
    let obeyed = |letter: char| letter != '\t' && is_obeyed(letter);
    if !line.contains(obeyed) {
        return Cow::Borrowed(line);
    }
    let sign = |letter: char| match letter.len_utf8() {
        _ if !obeyed(letter) => letter,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    };
    line.chars().map(sign).collect()
}
