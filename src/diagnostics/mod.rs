//! What the program says to people: on standard error, short, with a cause and a way out.

pub mod codes;
mod did_you_mean;
mod render;
mod sanitize;
mod source;

use std::fmt::{self, Display, Write as _};
use std::io::{self, IsTerminal, Write};

pub use codes::Code;
pub use did_you_mean::nearest;
pub use render::{Format, render};
pub(crate) use sanitize::is_obeyed;
pub use sanitize::{Neutral, neutral_json};
pub use source::{Place, Position, Source};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// What was asked for could not be done, or not all of it.
    Error,
    /// It was done; there is something to know.
    Warning,
}

/// One thing to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of fault it is, where `pake explain` has more to say of it.
    pub code: Option<&'static Code>,
    /// What is wrong and why: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where it is wrong.
    pub place: Option<Place>,
    /// What is said right at the place: a few words.
    pub label: Option<String>,
    /// A way out, if there is one, with something that can be pasted.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(message: impl Into<String>) -> Diagnostic {
        let message = message.into();
        Diagnostic { severity: Severity::Error, code: None, message, place: None, label: None, help: None }
    }

    /// A fault of the kind `code`, as bad as that kind is.
    pub fn coded(code: &'static Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: code.severity, code: Some(code), ..Diagnostic::error(message) }
    }

    /// The same at a place.
    pub fn at(mut self, place: Place) -> Diagnostic {
        self.place = Some(place);
        self
    }

    /// The same with a few words at its place.
    pub fn with_label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// A warning.
    pub fn warning(message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(message) }
    }

    /// The same with a way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Says it on standard error, in colour if that is a terminal and `NO_COLOR` is not set.
    pub fn say(&self) {
        let stderr = io::stderr();
        let text = self.render(colour(&stderr));
        // Where not even errors can be written, nobody can be told.
        let _ = stderr.lock().write_all(text.as_bytes());
    }

    fn render(&self, colour: bool) -> String {
        if self.place.is_some() {
            return render::text::one(self, colour);
        }
        let (word, code) = match self.severity {
            Severity::Error => ("error", "1;31"),
            Severity::Warning => ("warning", "1;33"),
        };
        let paint = |word: &str, code: &str| match colour {
            true => format!("\x1b[{code}m{word}\x1b[0m"),
            false => word.to_owned(),
        };
        let id = self.code.map_or(String::new(), |code| format!("[{}]", code.id));
        let word = format!("{word}{id}");
        let mut text = format!("{}: {}\n", paint(&word, code), Neutral(&self.message));
        if let Some(help) = &self.help {
            let _ = writeln!(text, "{}: {}", paint("help", "1;36"), Neutral(help));
        }
        text
    }
}

impl Severity {
    /// As a word.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Whether `stream` is to be coloured: a terminal, and `NO_COLOR` not set to anything
/// (<https://no-color.org>).
pub fn colour(stream: &impl IsTerminal) -> bool {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !unwanted
}

/// The words for an error of the system: lower case, without its number.
#[derive(Debug)]
pub struct Cause<'a>(pub &'a io::Error);

impl Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let text = text.split(" (os error ").next().unwrap_or(&text);
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            f.write_char(first.to_ascii_lowercase())?;
        }
        f.write_str(letters.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_lower_case_and_has_no_colour_where_none_is_wanted() {
        let error = io::Error::from_raw_os_error(2);
        let said = Diagnostic::error(format!("cannot read `a\n`: {}", Cause(&error)));
        let said = said.with_help("look again");
        assert_eq!(said.render(false), "error: cannot read `a\\n`: no such file or directory\nhelp: look again\n");
        assert!(said.render(true).starts_with("\x1b[1;31merror\x1b[0m: cannot"));
    }
}
