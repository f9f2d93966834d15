//! Audits as text: a file a format, all from the same [`Audit`].
//!
//! An audit is a row of sections, each a table with a title: so a format knows nothing of what is
//! looked at, and a section needs nothing of a format.

mod csv;
mod html;
mod json;
mod markdown;
mod table;

pub use csv::csv;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use table::table;

use super::model::{Data, Input, Window};

/// An audit.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The time that was asked for.
    pub window: Window,
    /// What was read.
    pub inputs: Vec<Input>,
    /// What the lines were.
    pub data: Data,
    /// What stands out, a sentence each; empty where nothing does.
    pub alarms: Vec<String>,
    /// What was found.
    pub sections: Vec<Section>,
    /// What it was held against.
    pub frameworks: Vec<Framework>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// What is to be known of it; may be empty.
    pub note: String,
    /// The columns: name for programs, name for people.
    pub columns: Vec<(&'static str, &'static str)>,
    /// The rows, most important first.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A time as RFC 3339.
    Time(String),
    /// A number.
    Count(u64),
    /// Nothing.
    Nothing,
}

/// What an audit was held against.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// Its controls, in the order of its text.
    pub controls: Vec<Control>,
}

/// What came of a control.
#[derive(Debug, Clone)]
pub struct Control {
    /// Its name for programs.
    pub id: &'static str,
    /// The clause.
    pub clause: &'static str,
    /// What it asks for, in our words.
    pub asks: &'static str,
    /// What was looked at.
    pub looks_at: String,
    /// What came of it.
    pub verdict: Verdict,
    /// What speaks for it.
    pub evidence: Vec<Finding>,
    /// What speaks against it.
    pub gaps: Vec<Finding>,
}

/// What came of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There is evidence, and no gap.
    Met,
    /// There is a gap.
    NotMet,
    /// The log says nothing of it.
    NoEvidence,
}

/// Something that was found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub what: String,
    /// How often.
    pub count: u64,
    /// From where to where: `file:line`, the last None where there is one alone.
    pub range: Option<(String, Option<String>)>,
    /// Single lines: `file:line`, and the hash of the line in hexadecimal.
    pub lines: Vec<(String, String)>,
}

impl Verdict {
    /// As words.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::NotMet => "not met",
            Verdict::NoEvidence => "no evidence",
        }
    }
}

impl Cell {
    /// As words.
    fn text(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Time(text) => text.clone(),
            Cell::Count(count) => super::units::count(*count),
            Cell::Nothing => String::new(),
        }
    }
}

impl Finding {
    /// What and how often.
    fn summary(&self) -> String {
        if self.count == 1 {
            self.what.clone()
        } else {
            format!("{}, {}×", self.what, super::units::count(self.count))
        }
    }

    /// Where.
    fn place(&self) -> String {
        match &self.range {
            None => String::new(),
            Some((from, None)) => from.clone(),
            Some((from, Some(to))) => format!("{from} to {to}"),
        }
    }
}

/// Rows that are shown, and how many are not.
fn shown<T>(rows: &[T], top: Option<usize>) -> (&[T], usize) {
    let count = top.map_or(rows.len(), |top| rows.len().min(top));
    (&rows[..count], rows.len() - count)
}
