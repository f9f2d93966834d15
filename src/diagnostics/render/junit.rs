//! JUnit's XML, in the form that Jenkins and GitLab read: a test case a file, a failure an error. Warnings do not fail
//! a test case; they stand in its output.

use std::fmt::Write;

use super::super::{Diagnostic, Severity};
use super::{count, in_one_line};

/// A suite with a case for each of `files`, and one for what is in none of them.
pub fn all(files: &[String], found: &[Diagnostic]) -> String {
    let of = |file: Option<&str>| -> Vec<&Diagnostic> {
        match file {
            Some(file) => found.iter().filter(|one| file_of(one) == Some(file)).collect(),
            None => {
                found.iter().filter(|one| file_of(one).is_none_or(|name| files.iter().all(|f| f != name))).collect()
            }
        }
    };
    let mut cases: Vec<(&str, Vec<&Diagnostic>)> = files.iter().map(|file| (file.as_str(), of(Some(file)))).collect();
    let rest = of(None);
    if !rest.is_empty() {
        cases.push(("(surroundings)", rest));
    }
    let failures = count(found, Severity::Error);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ =
        writeln!(xml, "<testsuites name=\"pake validate-config\" tests=\"{}\" failures=\"{failures}\">", cases.len());
    let _ = writeln!(xml, "  <testsuite name=\"config\" tests=\"{}\" failures=\"{failures}\">", cases.len());
    for (file, found) in cases {
        let _ = writeln!(xml, "    <testcase name=\"{0}\" classname=\"config\" file=\"{0}\">", escaped(file));
        let mut said = String::new();
        for one in found {
            let place = one.place.as_ref().map_or(String::new(), |place| {
                format!("{}:{}:{}: ", place.source().name(), place.start().line, place.start().column)
            });
            let (kind, message) = (one.code.map_or("", |code| code.id), escaped(&one.message));
            let text = escaped(&(place + &in_one_line(one)));
            let _ = match one.severity {
                Severity::Error => {
                    writeln!(xml, "      <failure type=\"{kind}\" message=\"{message}\">{text}</failure>")
                }
                Severity::Warning => writeln!(said, "warning {kind}: {text}"),
            };
        }
        if !said.is_empty() {
            let _ = writeln!(xml, "      <system-out>{}</system-out>", said.trim_end());
        }
        xml += "    </testcase>\n";
    }
    xml += "  </testsuite>\n</testsuites>\n";
    xml
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
