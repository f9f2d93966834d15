//! An expression with its meaning: what is read from a line, and what it is compared with.

use std::cmp::Ordering;

use memchr::memmem::Finder;
use regex::bytes::Regex;

use crate::entry::aliases::{Note, Unit};
use crate::entry::fields::SlotId;
use crate::entry::level::Level;
use crate::entry::time::Nanos;
use crate::window::Window;

/// What must be so of a line.
#[derive(Debug)]
pub enum Node {
    /// All of these.
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// The line holds the text, as it is written or in a string that is decoded.
    Text(Box<Finder<'static>>),
    /// The entry's time is in the window.
    Within(Window),
    /// The field has a value.
    Exists(SlotId),
    /// The field has a value that passes the test.
    Is(SlotId, Test),
}

/// What must be so of a value.
#[derive(Debug)]
pub enum Test {
    /// It is one of these.
    OneOf(Vec<Constant>),
    /// It stands so to this one.
    Ordered(Order, Constant),
    /// The text is found in it.
    Contains(Box<Finder<'static>>),
    /// The pattern is found in it.
    Matches(Regex),
}

/// An order, by which outcomes of a comparison fulfil it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Order {
    /// Whether `found`, the value beside the constant, fulfils it.
    #[inline]
    pub fn holds(self, found: Ordering) -> bool {
        match self {
            Order::Less => found.is_lt(),
            Order::LessOrEqual => found.is_le(),
            Order::Greater => found.is_gt(),
            Order::GreaterOrEqual => found.is_ge(),
        }
    }
}

/// What a value is compared with.
#[derive(Debug)]
pub enum Constant {
    /// A severity; values are read as levels, numbers by the note.
    Level(Level, Note),
    /// A time.
    Time(Nanos),
    /// A length of time; bare values are in the unit, or in that of the logger's habit.
    Milliseconds(f64, Option<Unit>),
    /// A number: all digits count. A value that is no number is never equal to it, except by its text.
    Number(Box<str>),
    /// A text.
    Text(Box<str>),
}
