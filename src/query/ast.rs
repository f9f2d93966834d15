//! An expression as it was written, with places.

use std::ops::Range;

/// Byte offsets in the expression's text.
pub type Span = Range<usize>;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// All hold: `a and b`.
    All(Vec<Expr>),
    /// At least one holds: `a or b`.
    Any(Vec<Expr>),
    /// It does not hold: `not a`.
    Not(Box<Expr>),
    /// The line holds this text: `"timeout"`.
    Text(String),
    /// A field has a value: `exists user.email`.
    Exists(Name),
    /// A field's value is so: `status >= 500`.
    Is(Name, Relation, Vec<Literal>),
}

/// A field as it was named.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    /// Its text, without quotes.
    pub text: String,
    /// Whether it stood in quotes: a text then, whatever it looks like.
    pub quoted: bool,
    /// Where it stands.
    pub span: Span,
}

/// How a field is compared. The negations (`!=`, `!~`, `not in`, `not contains`) are [`Expr::Not`] of
/// these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `=`, and `in` with several literals: it is one of them.
    Equal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `~`: a pattern is found in it.
    Matches,
    /// `contains`: a text is found in it.
    Contains,
}
