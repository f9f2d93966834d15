//! Expressions that choose entries: `level >= error and duration > 500ms and message ~ "timeout"`.
//!
//! A text is cut into tokens (`lexer`), these become a tree (`ast`) by the grammar (`parser`), and the
//! tree is given a meaning (`compile`): which fields it reads, what its literals are. A line is then
//! asked (`eval`) whether it holds. Needles (`needles`) are what a line that holds cannot be without,
//! so that whole blocks can be passed over.
//!
//! It leaves to others where lines come from and what is done with those that hold. The invariant: a
//! line is judged by its original bytes, whatever is shown of it later; and needles never pass over a
//! line that holds.

mod ast;
mod compile;
mod eval;
mod lexer;
mod needles;
mod node;
mod number;
mod parser;
#[cfg(test)]
mod tests;

pub use compile::{Expression, Query, Sense};
pub use eval::Work;
pub use needles::{Hunt, Needles};

use crate::diagnostics::Diagnostic;

/// Why a text is no expression: what is wrong, and where.
pub type Fault = Box<Diagnostic>;
