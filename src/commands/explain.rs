//! `pake explain`: the long form of a message's code.

use std::fmt::Write;

use super::{Failure, print};
use crate::diagnostics::{Code, Diagnostic, codes, nearest};
use crate::exit::Exit;

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
    let text = match &settings.code {
        None => list(),
        Some(code) => explained(codes::named(code).ok_or_else(|| vec![unknown(code)])?),
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

fn list() -> String {
    let width = codes::ALL.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for code in codes::ALL {
        let _ = writeln!(text, "{}  {:width$}  {:7}  {}", code.id, code.name, code.severity.name(), code.title);
    }
    text
}

fn explained(code: &Code) -> String {
    let mut text = format!("{} ({}): {}\n\n", code.id, code.name, code.title);
    let mut column = 0;
    for word in code.explanation.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > 80 {
            text.push('\n');
            column = 0;
        }
        if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text.push_str("\n\nexample:\n\n");
    for line in code.example.trim_end().lines() {
        let _ = writeln!(text, "{}", format!("    {line}").trim_end());
    }
    text
}
