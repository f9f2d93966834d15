//! Diagnostics in the forms that people and programs read, one a file.

mod github;
mod json;
mod junit;
mod sarif;
pub(super) mod text;

use super::{Diagnostic, Severity};

/// A form of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, with the source line and a caret; in colour or not.
    Text {
        /// Whether with colour.
        colour: bool,
    },
    /// One JSON object, with the version of its form as `schema`.
    Json,
    /// Workflow commands of GitHub Actions, which annotate the lines of a change.
    Github,
    /// SARIF 2.1.0, which code scanning services read.
    Sarif,
    /// JUnit's XML, which CI systems show as test results.
    Junit,
}

/// All of `found` in a form. `files` are the names of what was looked at, also where nothing was found.
pub fn render(format: Format, files: &[String], found: &[Diagnostic]) -> String {
    match format {
        Format::Text { colour } => text::all(found, colour),
        Format::Json => json::all(files, found),
        Format::Github => github::all(found),
        Format::Sarif => sarif::all(found),
        Format::Junit => junit::all(files, found),
    }
}

/// How many are of a severity.
fn count(found: &[Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|one| one.severity == severity).count()
}

/// Message, words at the place and way out, in one line.
fn in_one_line(one: &Diagnostic) -> String {
    let mut line = one.message.clone();
    for (before, more) in [(": ", &one.label), ("; ", &one.help)] {
        if let Some(more) = more {
            line.push_str(before);
            line.push_str(more);
        }
    }
    line
}

#[cfg(test)]
mod tests;
