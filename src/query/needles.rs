//! What a line that holds cannot be without, so that whole blocks are passed over.
//!
//! A needle is a run of bytes that stands in the line if it is written without JSON escapes. Any
//! letter can be written as `\u0041`, so a line with `\u` in it is always asked; letters with an
//! escape of their own (`\/`, `\"`, `\n`) are never in a needle. One search by vectors over a block
//! costs about as much as reading it. With needles that stand in every line nothing is gained, and
//! little lost. `PAKE_NO_NEEDLES=1` has every line asked: `pake search --count --where
//! 'correlation_id = req-506162232cd5'` over a log of 355 MB took 4 to 14 times as long with it, and
//! found the same.

use std::cell::Cell;

use memchr::memmem::Finder;
use regex_syntax::hir::{Hir, HirKind};

use super::node::{Constant, Node, Test};

/// More alternatives are no gain: each is searched for by itself.
const MOST: usize = 8;

/// Runs of bytes of which a line that holds has at least one, unless it has an escape.
#[derive(Debug)]
pub struct Needles {
    /// The last one is the escape; empty if every line has to be asked.
    finders: Vec<Finder<'static>>,
}

impl Needles {
    /// Those of an expression.
    pub(super) fn of(node: &Node) -> Needles {
        let runs = if std::env::var_os("PAKE_NO_NEEDLES").is_some() { None } else { required(node) };
        let mut finders: Vec<Finder<'static>> = Vec::new();
        if let Some(runs) = runs {
            finders.extend(runs.iter().map(|run| Finder::new(run).into_owned()));
            finders.push(Finder::new(b"\\u").into_owned());
        }
        Needles { finders }
    }

    /// Looks for them in a block from its start on.
    pub fn hunt<'a>(&'a self, block: &'a [u8]) -> Hunt<'a> {
        let next = self.finders.iter().map(|finder| (finder, Cell::new(None))).collect();
        Hunt { block, next }
    }
}

/// The places of needles in a block.
#[derive(Debug)]
pub struct Hunt<'a> {
    block: &'a [u8],
    /// For each needle the first place at or behind where it was last asked for; `usize::MAX` if there
    /// is none any more.
    next: Vec<(&'a Finder<'static>, Cell<Option<usize>>)>,
}

impl Hunt<'_> {
    /// The first place at or behind `from` whose line has to be asked; None if there is none. `from`
    /// only grows.
    pub fn next(&self, from: usize) -> Option<usize> {
        if self.next.is_empty() {
            return (from < self.block.len()).then_some(from);
        }
        let place = |(finder, next): &(&Finder, Cell<Option<usize>>)| match next.get() {
            Some(at) if at >= from => at,
            _ => {
                let found = finder.find(&self.block[from..]).map_or(usize::MAX, |at| from + at);
                next.set(Some(found));
                found
            }
        };
        self.next.iter().map(place).min().filter(|at| *at < usize::MAX)
    }
}

/// Runs of which each line that holds has one; None if there is no such list. None of them is empty.
fn required(node: &Node) -> Option<Vec<Vec<u8>>> {
    match node {
        Node::All(parts) => parts.iter().filter_map(required).max_by_key(|runs| worth(runs)),
        Node::Any(parts) => all_of(parts.iter().map(required)),
        Node::Text(finder) => one(finder.needle()),
        Node::Is(_, Test::Contains(finder)) => one(finder.needle()),
        Node::Is(_, Test::Matches(regex)) => in_pattern(&regex_syntax::parse(regex.as_str()).ok()?),
        Node::Is(_, Test::OneOf(constants)) => all_of(constants.iter().map(|constant| match constant {
            Constant::Text(text) => equal(text),
            _ => None,
        })),
        Node::Is(_, Test::Ordered(..)) | Node::Not(_) | Node::Within(_) | Node::Exists(_) => None,
    }
}

/// How much a list of runs is worth: few and long ones are seldom found.
fn worth(runs: &[Vec<u8>]) -> (usize, usize) {
    (runs.iter().map(Vec::len).min().unwrap_or(0), MOST - runs.len().min(MOST))
}

fn all_of(lists: impl Iterator<Item = Option<Vec<Vec<u8>>>>) -> Option<Vec<Vec<u8>>> {
    let mut all: Vec<Vec<u8>> = Vec::new();
    for list in lists {
        all.extend(list?);
    }
    all.sort_unstable();
    all.dedup();
    (!all.is_empty() && all.len() <= MOST).then_some(all)
}

/// The longest run of a text without letters that have an escape of their own.
fn one(text: &[u8]) -> Option<Vec<Vec<u8>>> {
    let runs = text.split(|byte| has_escape(*byte));
    let run = runs.max_by_key(|run| run.len())?;
    (!run.is_empty()).then(|| vec![run.to_vec()])
}

/// The same for a value as a whole: a string has quotes around it.
fn equal(text: &str) -> Option<Vec<Vec<u8>>> {
    let word = text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_');
    // What a scalar can be stands without quotes.
    let scalar =
        matches!(text, "true" | "false" | "null" | "undefined") || text.contains("NaN") || text.contains("Inf");
    if word && !scalar && !text.bytes().any(has_escape) {
        return Some(vec![format!("\"{text}\"").into_bytes()]);
    }
    one(text.as_bytes())
}

/// Whether JSON can write a byte as a backslash and one more letter.
fn has_escape(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | b'/') || byte < b' '
}

/// Runs of which each text that a pattern is found in has one.
fn in_pattern(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    match hir.kind() {
        HirKind::Literal(literal) => one(&literal.0),
        HirKind::Capture(capture) => in_pattern(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => in_pattern(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(in_pattern).max_by_key(|runs| worth(runs)),
        HirKind::Alternation(parts) => all_of(parts.iter().map(in_pattern)),
        _ => None,
    }
}
