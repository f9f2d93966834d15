//! `pake audit controls`: what the frameworks' controls ask, and what of a log answers.

use std::fmt::Write;

use super::settings::Controls;
use super::summary::{FRAMEWORKS, Framework};
use crate::commands::{Failure, print, screen};
use crate::diagnostics::{Diagnostic, nearest};
use crate::exit::Exit;
use crate::render::wrapped;

/// Prints the controls of a framework, or of all.
///
/// # Errors
/// When there is no such framework.
pub fn run(settings: &Controls) -> Result<Exit, Failure> {
    let columns = screen::columns().unwrap_or(usize::MAX);
    let Some(name) = &settings.framework else {
        return print(&FRAMEWORKS.map(|framework| text(framework, columns)).join("\n")).map(|()| Exit::Done);
    };
    let Some(framework) = FRAMEWORKS.into_iter().find(|framework| framework.id.eq_ignore_ascii_case(name)) else {
        return Err(vec![unknown(name)]);
    };
    print(&text(framework, columns)).map(|()| Exit::Done)
}

/// What is said of a name that is no framework's.
pub fn unknown(name: &str) -> Diagnostic {
    let ids = FRAMEWORKS.map(|framework| framework.id);
    let help = match nearest(name, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", ids.map(|id| format!("`{id}`")).join(", ")),
    };
    Diagnostic::error(format!("there is no framework `{name}`")).with_help(help)
}

fn text(framework: &Framework, columns: usize) -> String {
    let mut text = format!("{}: {}\n", framework.id, framework.title);
    for control in framework.controls {
        // Writing to memory cannot fail.
        text.push('\n');
        let mut said = |label: &str, words: &str| wrapped(label, words, columns, &mut text);
        said("", &format!("{}  {}", control.id, control.clause));
        said("  asks      ", control.asks);
        said("  looks at  ", control.looks_at);
        for (label, asks) in [("  evidence  ", control.evidence), ("  gap       ", control.gaps)] {
            asks.iter().for_each(|ask| said(label, &ask.words()));
        }
        for (label, lines) in [("met by    ", control.meets), ("not by    ", control.fails)] {
            lines.iter().for_each(|line| {
                let _ = writeln!(text, "  {label}{line}");
            });
        }
    }
    text
}
