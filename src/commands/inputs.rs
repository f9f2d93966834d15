//! What is said of inputs that cannot be read.

use std::fmt::Display;
use std::io;

use crate::diagnostics::{Cause, Diagnostic};
use crate::input::{Loss, Trouble};

/// Why an input cannot be read at all.
pub fn cannot_read(input: &impl Display, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("cannot read `{input}`: {}", Cause(error)))
}

/// What went wrong with an input on the way.
pub fn explain(trouble: &Trouble) -> Diagnostic {
    let Trouble { name, loss } = trouble;
    match loss {
        Loss::Open(error) => cannot_read(name, error),
        Loss::Read(error) => Diagnostic::error(format!("`{name}`: {loss}: {}", Cause(error))),
        Loss::StartedAgain => Diagnostic::warning(format!("`{name}`: {loss}")),
        _ => Diagnostic::error(format!("`{name}`: {loss}")),
    }
}
