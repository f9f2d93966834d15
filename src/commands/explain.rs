//! `pake explain`: the long form of a message's code.

use std::fmt::Write;

use super::{Failure, print, screen};
use crate::diagnostics::{Code, Diagnostic, codes, nearest};
use crate::exit::Exit;
use crate::render::wrapped;

/// Prose is no wider than this.
const PROSE: usize = 80;

/// What is explained.
#[derive(Debug)]
pub struct Settings {
    /// A code or its name; None lists all.
    pub code: Option<String>,
}

/// Explains one code, or lists all.
///
/// # Errors
/// When there is no such code.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    // In a pipe a line is a code, for grep and its kin.
    let columns = screen::columns().unwrap_or(usize::MAX);
    let text = match &settings.code {
        None => list(columns),
        Some(code) => explained(codes::named(code).ok_or_else(|| vec![unknown(code)])?, columns),
    };
    print(&text)?;
    Ok(Exit::Done)
}

fn unknown(code: &str) -> Diagnostic {
    let said = Diagnostic::error(format!("there is no code `{code}`"));
    let known = codes::ALL.iter().flat_map(|code| [code.id, code.name]);
    // Ids are told apart by one digit: the nearest of them is any.
    match nearest(code, known).filter(|near| !near.starts_with("PK")) {
        Some(near) => said.with_help(format!("did you mean `{near}`?")),
        None => said.with_help("`pake explain` lists them all"),
    }
}

fn list(columns: usize) -> String {
    let width = codes::ALL.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for code in codes::ALL {
        let (id, name, severity) = (code.id, code.name, code.severity.name());
        if columns < width + 40 {
            let _ = writeln!(text, "{id}  {name}");
            wrapped("    ", &format!("{severity}: {}", code.title), columns, &mut text);
        } else {
            wrapped(&format!("{id}  {name:width$}  {severity:7}  "), code.title, columns, &mut text);
        }
    }
    text
}

fn explained(code: &Code, columns: usize) -> String {
    let mut text = String::new();
    wrapped("", &format!("{} ({}): {}", code.id, code.name, code.title), columns, &mut text);
    text.push('\n');
    let words: Vec<&str> = code.explanation.split_whitespace().collect();
    wrapped("", &words.join(" "), columns.min(PROSE), &mut text);
    text.push_str("\nexample:\n\n");
    for line in code.example.trim_end().lines() {
        let _ = writeln!(text, "{}", format!("    {line}").trim_end());
    }
    text
}
