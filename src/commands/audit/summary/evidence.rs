//! Where what was found stands: files, lines, digests.

use std::collections::BTreeMap;

use crate::seal::Hash;
use crate::stats::Merge;

/// How many places of a finding are kept.
const MOST: usize = 3;

/// A line, before it is known how many lines stand before its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the input.
    pub input: usize,
    /// Where its block begins in the input, in bytes.
    pub block: u64,
    /// Which line of the block, from 0.
    pub line: u64,
}

/// Entries that show something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How many.
    pub count: u64,
    /// The first, with the hashes of their lines (RFC 6962 leaves).
    pub first: Vec<(Place, Hash)>,
    /// The last.
    pub last: Option<Place>,
}

impl Evidence {
    /// Adds an entry; its line is hashed only if it is among the first.
    pub fn add(&mut self, place: Place, hash: impl FnOnce() -> Hash) {
        self.count += 1;
        self.last = self.last.max(Some(place));
        let full = self.first.len() == MOST;
        if !full || self.first.last().is_some_and(|(last, _)| place < *last) {
            self.first.push((place, hash()));
            self.sort();
        }
    }

    fn sort(&mut self) {
        self.first.sort_by_key(|(place, _)| *place);
        self.first.truncate(MOST);
    }
}

impl Merge for Evidence {
    fn merge(&mut self, other: Evidence) {
        self.count += other.count;
        self.last = self.last.max(other.last);
        self.first.extend(other.first);
        self.sort();
    }
}

/// How many lines each block has: 24 bytes for a block of 256 KiB. Blocks that one thread has read
/// one behind the other are one.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    blocks: Vec<Run>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    input: usize,
    from: u64,
    to: u64,
    lines: u64,
}

impl Lines {
    /// Notes the block that begins at `from`; where its lines are counted from.
    pub fn begin(&mut self, input: usize, from: u64, bytes: u64) -> Place {
        match self.blocks.last_mut() {
            Some(last) if last.input == input && last.to == from => last.to += bytes,
            _ => self.blocks.push(Run { input, from, to: from + bytes, lines: 0 }),
        }
        let last = self.blocks[self.blocks.len() - 1];
        Place { input, block: last.from, line: last.lines }
    }

    /// Adds to the lines of the block at hand.
    pub fn add(&mut self, lines: u64) {
        if let Some(last) = self.blocks.last_mut() {
            last.lines += lines;
        }
    }

    /// How many lines stand before each block.
    pub fn before(&self) -> Before {
        let mut blocks = self.blocks.clone();
        blocks.sort_by_key(|run| (run.input, run.from));
        let (mut before, mut sums): (_, BTreeMap<usize, u64>) = (BTreeMap::new(), BTreeMap::new());
        for run in blocks {
            let sum = sums.entry(run.input).or_default();
            before.insert((run.input, run.from), *sum);
            *sum += run.lines;
        }
        Before(before)
    }
}

impl Merge for Lines {
    fn merge(&mut self, other: Lines) {
        self.blocks.extend(other.blocks);
    }
}

/// Lines before each block.
#[derive(Debug)]
pub struct Before(BTreeMap<(usize, u64), u64>);

impl Before {
    /// The number of a line in its input, from 1.
    pub fn number(&self, place: Place) -> u64 {
        self.0.get(&(place.input, place.block)).copied().unwrap_or(0) + place.line + 1
    }
}
