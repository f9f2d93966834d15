//! Watches whether what is read is in the order of time, as was said of it.

use super::probe::time_of;
use crate::diagnostics::Diagnostic;
use crate::entry::fields::{Fields, Seen};
use crate::entry::time::{Nanos, TimeReader};
use crate::input::{Block, Origin};
use crate::pipeline::Folder;
use crate::render::amount_in_words;

/// A folder of a part of an input, that watches over its order.
pub struct Watched<'a, F> {
    /// What is done with the blocks.
    pub folder: F,
    /// The number of the input.
    pub input: usize,
    /// Where the part begins in the input, in bytes.
    pub base: u64,
    /// Where to find times; None where nothing has to be in order.
    pub times: Option<(&'a Fields, &'a TimeReader)>,
}

/// The times of what was read.
#[derive(Debug, Default)]
pub struct Order {
    /// Of each block its offset, and the least and the greatest time in it. Blocks that one thread has read one behind the
    /// other are one.
    blocks: Vec<Run>,
    seen: Seen,
    text: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    input: usize,
    from: u64,
    to: u64,
    least: Nanos,
    greatest: Nanos,
    late: Option<Late>,
}

/// An entry that is earlier than one before it: where it stands, and by how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Late {
    at: u64,
    by: Nanos,
}

impl<F: Folder> Folder for Watched<'_, F> {
    type Part = (F::Part, Order);

    fn part(&self) -> Self::Part {
        (self.folder.part(), Order::default())
    }

    fn add(&self, block: &Block, offset: u64, (part, order): &mut Self::Part) {
        let offset = self.base + offset;
        self.folder.add(block, offset, part);
        if let (Some((fields, times)), None) = (self.times, block.piece) {
            order.add(block.bytes(), (self.input, offset), fields, times);
        }
    }

    fn merge(&self, into: &mut Self::Part, from: Self::Part) {
        self.folder.merge(&mut into.0, from.0);
        into.1.blocks.extend(from.1.blocks);
    }
}

impl Order {
    fn add(&mut self, bytes: &[u8], (input, from): (usize, u64), fields: &Fields, times: &TimeReader) {
        let (mut at, to) = (from, from + bytes.len() as u64);
        let mut run = Run { input, from, to, least: Nanos::MAX, greatest: Nanos::MIN, late: None };
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let entry = line.strip_suffix(b"\n").unwrap_or(line);
            if let Some(time) = time_of(entry, fields, times, &mut self.seen, &mut self.text) {
                if time < run.greatest && run.late.is_none() {
                    run.late = Some(Late { at, by: run.greatest.saturating_sub(time) });
                }
                (run.least, run.greatest) = (run.least.min(time), run.greatest.max(time));
            }
            at += line.len() as u64;
        }
        match self.blocks.last_mut() {
            Some(last) if (last.input, last.to) == (input, from) => *last = last.then(run),
            _ => self.blocks.push(run),
        }
    }

    /// Says which of the inputs were not in order.
    pub fn say(mut self, inputs: &[Origin]) {
        self.blocks.sort_unstable_by_key(|run| (run.input, run.from));
        for runs in self.blocks.chunk_by(|one, other| one.input == other.input) {
            let Some(Late { at, by }) = runs.iter().copied().reduce(Run::then).and_then(|run| run.late) else {
                continue;
            };
            let (input, by) = (&inputs[runs[0].input], amount_in_words(by as f64 / 1e6, true));
            let said = format!(
                "`{input}` is not in the order of time: an entry at or behind byte {at} is {by} earlier than one before \
                 it, and entries of the window may stand in what was not read"
            );
            Diagnostic::warning(said).with_help("leave out --sorted").say();
        }
    }
}

impl Run {
    /// This one with what stands behind it.
    fn then(self, next: Run) -> Run {
        let across =
            (next.least < self.greatest).then(|| Late { at: next.from, by: self.greatest.saturating_sub(next.least) });
        Run {
            input: self.input,
            from: self.from,
            to: next.to,
            least: self.least.min(next.least),
            greatest: self.greatest.max(next.greatest),
            late: self.late.or(across).or(next.late),
        }
    }
}
