//! Takes masked blocks in order: writes them, or says where the findings are.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::place;
use super::summary::Summary;
use crate::diagnostics::Neutral;
use crate::input::Block;
use crate::mask::{Masker, Scratch};
use crate::output::{Stdout, write_gathered};
use crate::pipeline::Sink;

/// A sink that has something to tell when all is done.
pub trait Outcome: Sink<Scratch> {
    /// What is left of it.
    type Left;

    /// Adds what it has counted to `summary`.
    fn end(self, summary: &mut Summary) -> Self::Left;
}

/// Writes masked lines.
pub struct Masked<O> {
    out: O,
    changed: bool,
    /// What is counted, if anyone wants to know.
    summary: Option<Summary>,
}

/// What is left when all lines are written.
pub struct Written<O> {
    /// Where they were written.
    pub out: O,
    /// Whether anything was masked.
    pub changed: bool,
}

impl<O> Masked<O> {
    /// Writes to `out`, and counts if `counts`.
    pub fn new(out: O, counts: bool) -> Masked<O> {
        Masked { out, changed: false, summary: counts.then(Summary::default) }
    }
}

impl<O: Write + Send> Sink<Scratch> for Masked<O> {
    fn accept(&mut self, block: &Block, work: &Scratch) -> io::Result<()> {
        let (bytes, body) = (block.bytes(), block.body());
        let pieces = || work.edits.pieces(bytes, body.start, body.end);
        self.changed |= !work.edits.is_empty();
        write_gathered(&mut self.out, pieces())?;
        if let Some(summary) = &mut self.summary {
            summary.count_in(block, &work.tally);
            pieces().for_each(|piece| summary.count_out(piece));
        }
        Ok(())
    }
}

impl<O: Write + Send> Outcome for Masked<O> {
    type Left = Written<O>;

    fn end(self, summary: &mut Summary) -> Written<O> {
        if let Some(counted) = self.summary {
            summary.add(counted);
        }
        Written { out: self.out, changed: self.changed }
    }
}

/// Bytes of text that are gathered before they are written: a line of many megabytes can hold very many findings.
const FULL: usize = 64 << 10;

/// Writes a line for each finding: `file:line:column: path: detector`.
pub struct Findings<'a> {
    out: Stdout,
    names: Vec<String>,
    /// Masks what the shown paths hold.
    masker: &'a Masker,
    /// The number of the block's first line in its source.
    line: u64,
    text: String,
    summary: Summary,
}

impl<'a> Findings<'a> {
    /// Writes to `out`, calling sources by `names`, and paths as `masker` leaves them.
    pub fn new(out: Stdout, names: Vec<String>, masker: &'a Masker) -> Findings<'a> {
        Findings { out, names, masker, line: 1, text: String::new(), summary: Summary::default() }
    }
}

impl Sink<Scratch> for Findings<'_> {
    fn accept(&mut self, block: &Block, work: &Scratch) -> io::Result<()> {
        if let Some(first) = block.first_line {
            self.line = first;
        }
        let offset = block.piece.map_or(0, |piece| piece.offset);
        let file = self.names.get(block.source).map_or("", String::as_str);
        let mut shown = (String::new(), String::new());
        for found in work.sightings.each() {
            if self.text.len() >= FULL {
                self.out.write_all(self.text.as_bytes())?;
                self.text.clear();
            }
            let (line, column) = (self.line + found.line, offset + found.column);
            let _ = write!(self.text, "{}:{line}:{column}: ", Neutral(file));
            if !found.path.is_empty() {
                if shown.0 != found.path {
                    shown = (found.path.to_owned(), Neutral(&place::shown(found.path, self.masker)).to_string());
                }
                let _ = write!(self.text, "{}: ", shown.1);
            }
            self.text.push_str(found.detector);
            self.text.push('\n');
        }
        self.line += match block.piece {
            Some(piece) => u64::from(piece.last),
            None => work.tally.lines,
        };
        self.summary.count_in(block, &work.tally);
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }
}

impl Outcome for Findings<'_> {
    type Left = ();

    fn end(self, summary: &mut Summary) {
        summary.add(self.summary);
    }
}
