//! Lines of several supplies as one, in the order of a key: a merge of runs that are each in order.
//!
//! A line without a key, or with a lesser one than a line before it in its own run, stays behind the line before it: so
//! what belongs together (a stack trace behind its entry) stays together, and a run that is not in order is merged as
//! well as can be, never sorted. Lines before the first with a key come first; of equal keys the earlier run's comes
//! first. Bytes are not changed, but for a newline that a run's last line lacks.
//!
//! It holds the next line of each run: at most [`LONGEST`] bytes and one read a run. A longer line is passed on as it is
//! read, behind the line before it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use memchr::memchr;

use super::{Supplied, Supply};

/// The longest line whose key is looked for, in bytes, newline included: that of blocks.
const LONGEST: usize = 16 << 20;
/// Bytes that are asked of a run at a time.
const READ: usize = 64 << 10;

/// Gives the lines of its runs by their keys.
pub struct Merged<S, K> {
    runs: Vec<Run<S>>,
    key: K,
    /// The next line of each run: its key, and the run's number.
    next: BinaryHeap<Reverse<(i64, usize)>>,
    /// Runs whose next line is not known; the last is looked at first.
    unknown: Vec<usize>,
}

/// What is read of a run.
struct Run<S> {
    supply: S,
    bytes: Vec<u8>,
    /// Where its next line begins, and how far it was looked through for a newline.
    start: usize,
    seen: usize,
    /// Where its next line ends, behind the newline; None while that is not known.
    end: Option<usize>,
    ended: bool,
    /// Whether what was given last was no newline.
    open: bool,
    /// The greatest key so far.
    key: i64,
}

impl<S: Supply, K: FnMut(&[u8]) -> Option<i64> + Send> Merged<S, K> {
    /// Merges `runs` by what `key` makes of a line without its newline.
    pub fn new(runs: Vec<S>, key: K) -> Merged<S, K> {
        let unknown = (0..runs.len()).rev().collect();
        let run = |supply| Run {
            supply,
            bytes: Vec::new(),
            start: 0,
            seen: 0,
            end: None,
            ended: false,
            open: false,
            key: i64::MIN,
        };
        Merged { runs: runs.into_iter().map(run).collect(), key, next: BinaryHeap::new(), unknown }
    }
}

impl<S: Supply, K: FnMut(&[u8]) -> Option<i64> + Send> Supply for Merged<S, K> {
    fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied {
        let mut put = 0;
        let some = |put: usize, none| if put > 0 { Supplied::Bytes(put) } else { none };
        while put < into.len() {
            // Which line comes next is known only when that of each run is.
            while let Some(number) = self.unknown.last().copied() {
                let run = &mut self.runs[number];
                match run.look(patient && put == 0) {
                    Looked::Line => self.next.push(Reverse((run.keyed(&mut self.key), number))),
                    Looked::Ended => {}
                    Looked::Nothing => return some(put, Supplied::Nothing),
                }
                self.unknown.pop();
            }
            let Some(Reverse((_, number))) = self.next.peek().copied() else { return some(put, Supplied::End) };
            let run = &mut self.runs[number];
            let (count, done) = run.give(&mut into[put..]);
            put += count;
            if done {
                self.next.pop();
                self.unknown.push(number);
            } else if put < into.len() && !run.read(patient && put == 0) {
                // The rest of a line that is too long to be held.
                return some(put, Supplied::Nothing);
            }
        }
        Supplied::Bytes(put)
    }
}

enum Looked {
    /// There is a line, or the beginning of one that is too long to be held.
    Line,
    Ended,
    Nothing,
}

impl<S: Supply> Run<S> {
    /// Looks for the next line, and reads until it is there.
    fn look(&mut self, patient: bool) -> Looked {
        loop {
            if self.find_end() || self.bytes.len() - self.start > LONGEST {
                return Looked::Line;
            }
            if self.ended {
                return Looked::Ended;
            }
            if !self.read(patient) {
                return Looked::Nothing;
            }
        }
    }

    /// Whether the end of the next line is known.
    fn find_end(&mut self) -> bool {
        if self.end.is_none() {
            let found = memchr(b'\n', &self.bytes[self.seen..]);
            self.end = found.map(|at| self.seen + at + 1);
            self.seen = self.end.unwrap_or(self.bytes.len());
        }
        self.end.is_some()
    }

    /// Reads on; false if there is nothing yet.
    fn read(&mut self, patient: bool) -> bool {
        if self.start > 0 {
            self.bytes.drain(..self.start);
            self.seen -= self.start;
            self.end = self.end.map(|end| end - self.start);
            self.start = 0;
        }
        let held = self.bytes.len();
        self.bytes.resize(held + READ, 0);
        let supplied = self.supply.supply(&mut self.bytes[held..], patient);
        let count = if let Supplied::Bytes(count) = supplied { count } else { 0 };
        self.bytes.truncate(held + count);
        match supplied {
            Supplied::Bytes(_) | Supplied::Next => true,
            Supplied::Nothing => false,
            Supplied::End => {
                self.ended = true;
                if self.bytes.last().map_or(self.open, |last| *last != b'\n') {
                    self.bytes.push(b'\n');
                }
                true
            }
        }
    }

    /// The key that the next line goes by.
    fn keyed(&mut self, key: &mut impl FnMut(&[u8]) -> Option<i64>) -> i64 {
        if let Some(end) = self.end {
            self.key = self.key.max(key(&self.bytes[self.start..end - 1]).unwrap_or(i64::MIN));
        }
        self.key
    }

    /// Puts of the next line what there is room for; how many bytes, and whether that is all of it.
    fn give(&mut self, into: &mut [u8]) -> (usize, bool) {
        self.find_end();
        let end = self.end.unwrap_or(self.bytes.len());
        let count = into.len().min(end - self.start);
        into[..count].copy_from_slice(&self.bytes[self.start..self.start + count]);
        self.start += count;
        self.open = into[..count].last().map_or(self.open, |last| *last != b'\n');
        let done = self.end == Some(self.start) || self.ended && self.start == self.bytes.len();
        if done {
            self.end = None;
        }
        (count, done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Gives bytes in reads of at most so many, with a pause after each.
    struct Drip(Vec<u8>, usize, bool);

    impl Supply for Drip {
        fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied {
            self.2 = !self.2;
            if self.2 && !patient {
                return Supplied::Nothing;
            }
            let count = self.1.min(into.len()).min(self.0.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            if count == 0 { Supplied::End } else { Supplied::Bytes(count) }
        }
    }

    fn merged(runs: &[&str], read: usize, room: usize) -> String {
        let runs = runs.iter().map(|run| Drip(run.as_bytes().to_vec(), read, false)).collect();
        let number = |line: &[u8]| std::str::from_utf8(line).ok()?.split(' ').next()?.parse().ok();
        let mut merged = Merged::new(runs, number);
        let (mut all, mut buffer, mut patient) = (Vec::new(), vec![0; room], false);
        loop {
            patient = !patient;
            match merged.supply(&mut buffer, patient) {
                Supplied::Bytes(count) => all.extend_from_slice(&buffer[..count]),
                Supplied::Nothing | Supplied::Next => {}
                Supplied::End => return String::from_utf8(all).unwrap(),
            }
        }
    }

    #[test]
    fn lines_come_by_their_keys_and_others_behind_the_line_before_them() {
        let runs = ["1 a\n4 a\n at x\n at y\n9 a", "head\n2 b\n3 b\n1 late\n5 b\n", "", "4 c\n"];
        let expected = "head\n1 a\n2 b\n3 b\n1 late\n4 a\n at x\n at y\n4 c\n5 b\n9 a\n";
        for (read, room) in [(1, 1), (3, 7), (4096, 4096)] {
            assert_eq!(merged(&runs, read, room), expected);
        }
    }

    #[test]
    fn a_line_that_is_too_long_to_be_held_goes_where_it_stands() {
        let long = "x".repeat(LONGEST + 3 * READ);
        let one = format!("1 a\n5 a\n{long}\n7 a\n");
        assert!(merged(&[&long, "6 b\n"], 1 << 20, 1 << 16) == format!("{long}\n6 b\n"));
        assert!(merged(&[&one, "6 b\n8 b\n"], 1 << 20, 1 << 16) == format!("1 a\n5 a\n{long}\n6 b\n7 a\n8 b\n"));
    }

    proptest! {
        #[test]
        fn runs_in_order_come_out_in_order_with_every_line(
            mut runs in prop::collection::vec(prop::collection::vec(0..100u32, 0..20), 1..5),
            read in 1..40usize,
            room in 1..40usize,
        ) {
            runs.iter_mut().for_each(|run| run.sort_unstable());
            let texts: Vec<String> = runs.iter().map(|run| run.iter().map(|n| format!("{n}\n")).collect()).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut all = runs.concat();
            all.sort_unstable();
            let expected: String = all.iter().map(|n| format!("{n}\n")).collect();
            prop_assert_eq!(merged(&texts, read, room), expected);
        }
    }
}
