//! JUnit's XML, in the form that Jenkins and GitLab read: a test case an error, which has failed, and one a file without
//! errors, which has not, so that no more fail than there are. Warnings do not fail a test case; they stand in its output.

use std::fmt::Write;

use super::super::{Diagnostic, Severity};
use super::{count, in_one_line};

/// A case: its name, the file that it is about, what failed, and what is said besides.
struct Case<'a> {
    name: String,
    file: &'a str,
    failure: Option<&'a Diagnostic>,
    warnings: Vec<&'a Diagnostic>,
}

/// A suite with cases for each of `files`, and for what is in none of them.
pub fn all(files: &[String], found: &[Diagnostic]) -> String {
    let is_about = |one: &Diagnostic, file: &str| file_of(one) == Some(file);
    let mut cases = Vec::new();
    for file in files {
        add(file, found.iter().filter(|one| is_about(one, file)), true, &mut cases);
    }
    let rest = found.iter().filter(|one| !files.iter().any(|file| is_about(one, file)));
    add("(surroundings)", rest, false, &mut cases);
    let (tests, failures) = (cases.len(), count(found, Severity::Error));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(xml, "<testsuites name=\"pake validate-config\" tests=\"{tests}\" failures=\"{failures}\">");
    let _ = writeln!(xml, "  <testsuite name=\"config\" tests=\"{tests}\" failures=\"{failures}\">");
    for Case { name, file, failure, warnings } in cases {
        let (name, file) = (escaped(&name), escaped(file));
        let _ = writeln!(xml, "    <testcase name=\"{name}\" classname=\"config\" file=\"{file}\">");
        if let Some(one) = failure {
            let (kind, message, text) = (kind(one), escaped(&one.message), text(one));
            let _ = writeln!(xml, "      <failure type=\"{kind}\" message=\"{message}\">{text}</failure>");
        }
        let said: Vec<String> = warnings.iter().map(|one| format!("warning {}: {}", kind(one), text(one))).collect();
        if !said.is_empty() {
            let _ = writeln!(xml, "      <system-out>{}</system-out>", said.join("\n"));
        }
        xml += "    </testcase>\n";
    }
    xml += "  </testsuite>\n</testsuites>\n";
    xml
}

/// Adds the cases of a file: its errors, or itself where it has none, if it `counts` or there is something to say.
fn add<'a>(file: &'a str, found: impl Iterator<Item = &'a Diagnostic>, counts: bool, cases: &mut Vec<Case<'a>>) {
    let (errors, warnings): (Vec<_>, Vec<_>) = found.partition(|one| one.severity == Severity::Error);
    let first = cases.len();
    cases.extend(errors.into_iter().map(|error| Case {
        name: [place(error), kind(error).to_owned()].concat(),
        file,
        failure: Some(error),
        warnings: Vec::new(),
    }));
    if cases.len() == first && (counts || !warnings.is_empty()) {
        cases.push(Case { name: file.to_owned(), file, failure: None, warnings: Vec::new() });
    }
    if let Some(case) = cases.get_mut(first) {
        case.warnings = warnings;
    }
}

fn kind(one: &Diagnostic) -> &'static str {
    one.code.map_or("", |code| code.id)
}

/// `file:line:column: `, if it has a place.
fn place(one: &Diagnostic) -> String {
    one.place.as_ref().map_or(String::new(), |place| {
        format!("{}:{}:{}: ", place.source().name(), place.start().line, place.start().column)
    })
}

fn text(one: &Diagnostic) -> String {
    escaped(&(place(one) + &in_one_line(one)))
}

fn file_of(one: &Diagnostic) -> Option<&str> {
    one.place.as_ref().map(|place| place.source().name())
}

/// What XML 1.0 can hold, with its signs escaped; control characters become U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "&#10;",
            '\t' => out += "&#9;",
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}
