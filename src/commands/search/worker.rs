//! Searches one block: what the threads of the pipeline do.

use memchr::{memchr, memrchr};

use super::columns::Columns;
use crate::input::Block;
use crate::mask::{Carry, Cursor, Masker, Scratch, Watch};
use crate::pipeline::Worker;
use crate::query::{Query, Work};

/// Finds lines, and masks them.
pub struct Searcher {
    /// Which lines.
    pub query: Query,
    /// Masks what is shown; None leaves it.
    pub masker: Option<Masker>,
    /// Fields to show instead of lines.
    pub columns: Option<Columns>,
    /// What is made of the lines that are found.
    pub yields: Yields,
}

/// What is made of lines that are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yields {
    /// Text, ready to be written.
    Text,
    /// Their places: the sink shows what is around them, too.
    Places,
    /// How many they are.
    Count,
}

/// What comes of a block, and what a thread works with.
#[derive(Default)]
pub struct Found {
    /// How many lines were found.
    pub count: u64,
    /// What is to be written: a line for each that was found.
    pub text: Vec<u8>,
    /// Where they are, without their newlines.
    pub places: Vec<(usize, usize)>,
    /// Lines too long to be searched that begin in the block.
    pub too_long: u64,
    /// The block as a whole, masked: only where a private key may span its lines.
    pub whole: bool,
    /// The masks of that.
    pub scratch: Scratch,
    work: Work,
    line: Vec<u8>,
}

impl Worker for Searcher {
    type Carry = Carry;
    type Out = Found;

    fn out(&self) -> Found {
        Found { scratch: Scratch::new(Watch::default()), ..Found::default() }
    }

    fn work(&self, block: &Block, entry: Carry, out: &mut Found) -> Carry {
        out.count = 0;
        out.text.clear();
        out.places.clear();
        out.too_long = block.left_out;
        out.whole = false;
        if let Some(piece) = block.piece {
            out.too_long = u64::from(piece.first);
            return Carry::default();
        }
        let bytes = block.bytes();
        self.search(bytes, out);
        if self.yields == Yields::Count {
            return Carry::default();
        }
        let Some(masker) = &self.masker else {
            self.yield_text(bytes, out);
            return Carry::default();
        };
        let mut carry = Carry::default();
        if entry != Carry::default() || masker.leaves_key_open(bytes, &mut out.scratch) {
            out.whole = true;
            carry = masker.mask_lines(bytes, entry, &mut out.scratch);
        }
        self.yield_text(bytes, out);
        carry
    }
}

impl Searcher {
    fn search(&self, bytes: &[u8], out: &mut Found) {
        let hunt = self.query.needles().hunt(bytes);
        let mut at = 0;
        while let Some(place) = hunt.next(at) {
            let start = memrchr(b'\n', &bytes[at..place]).map_or(at, |found| at + found + 1);
            let end = memchr(b'\n', &bytes[place..]).map_or(bytes.len(), |found| place + found);
            if self.query.holds(&bytes[start..end], &mut out.work) {
                out.count += 1;
                if self.yields != Yields::Count {
                    out.places.push((start, end));
                }
            }
            at = end + 1;
            if at >= bytes.len() {
                break;
            }
        }
    }

    fn yield_text(&self, bytes: &[u8], out: &mut Found) {
        if self.yields != Yields::Text {
            return;
        }
        let Found { text, places, scratch, line, whole, .. } = out;
        let mut edit = Cursor::default();
        for (start, end) in places.iter().copied() {
            let into = if self.columns.is_some() { &mut *line } else { &mut *text };
            if self.columns.is_some() {
                into.clear();
            }
            match &self.masker {
                None => into.extend_from_slice(&bytes[start..end]),
                Some(_) if *whole => edit = scratch.edits.apply_within(edit, bytes, start, end, into),
                Some(masker) => {
                    masker.mask_lines(&bytes[start..end], Carry::default(), scratch);
                    scratch.edits.apply(&bytes[start..end], into);
                }
            }
            if let Some(columns) = &self.columns {
                columns.write(line, text);
            }
            text.push(b'\n');
        }
    }
}
