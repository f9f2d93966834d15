//! The folds: the entries of one request, or a few figures of each.

use std::collections::BTreeSet;

use memchr::{memchr, memrchr};

use super::names::Names;
use super::read::{Extent, Reader, Work};
use crate::entry::time::Nanos;
use crate::input::Block;
use crate::mask::Masker;
use crate::pipeline::Folder;
use crate::query::{Query, Work as Asking};
use crate::render::trace::Step;
use crate::stats::{Merge, Table};
use crate::window::Window;

/// Gathers the entries of one request.
pub struct Gather<'a> {
    /// Lines that hold the id at all.
    pub query: &'a Query,
    /// Whether they are of the request.
    pub names: &'a Names,
    /// Reads them.
    pub reader: &'a Reader,
    /// Masks them; None leaves them.
    pub masker: Option<&'a Masker>,
    /// The number of the input.
    pub input: usize,
    /// The most entries that are kept: the earliest.
    pub limit: usize,
}

/// Entries of one request.
#[derive(Default)]
pub struct Steps {
    /// By time, input and place in it.
    kept: Vec<((Nanos, usize, u64), Step)>,
    /// Entries beyond the limit.
    pub more: u64,
    /// Entries without a time.
    pub undated: u64,
    work: Work,
    asking: Asking,
}

impl Steps {
    /// The entries in order, each with the number of its input.
    pub fn finish(mut self, limit: usize) -> (Vec<(usize, Step)>, u64, u64) {
        self.prune(limit);
        self.kept.sort_by_key(|(key, _)| *key);
        (self.kept.into_iter().map(|((_, input, _), step)| (input, step)).collect(), self.more, self.undated)
    }

    /// Leaves the earliest ones; which they are depends on the entries alone.
    fn prune(&mut self, limit: usize) {
        if self.kept.len() > limit {
            self.kept.select_nth_unstable_by_key(limit, |(key, _)| *key);
            self.more += (self.kept.len() - limit) as u64;
            self.kept.truncate(limit);
        }
    }
}

impl Folder for Gather<'_> {
    type Part = Steps;

    fn part(&self) -> Steps {
        Steps::default()
    }

    fn add(&self, block: &Block, offset: u64, part: &mut Steps) {
        if block.piece.is_some() {
            return;
        }
        let bytes = block.bytes();
        let hunt = self.query.needles().hunt(bytes);
        let mut at = 0;
        while let Some(place) = hunt.next(at) {
            let start = memrchr(b'\n', &bytes[at..place]).map_or(at, |found| at + found + 1);
            let end = memchr(b'\n', &bytes[place..]).map_or(bytes.len(), |found| place + found);
            at = end + 1;
            let line = &bytes[start..end];
            let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
            if self.query.holds(line, &mut part.asking) && self.names.is_in(line) {
                match self.reader.step(line, self.masker, &mut part.work) {
                    Some((Some(time), step)) => part.kept.push(((time, self.input, offset + start as u64), step)),
                    Some((None, _)) => part.undated += 1,
                    None => {}
                }
                if part.kept.len() >= 2 * self.limit.max(1) {
                    part.prune(self.limit);
                }
            }
            if at >= bytes.len() {
                break;
            }
        }
    }

    fn merge(&self, into: &mut Steps, from: Steps) {
        into.kept.extend(from.kept);
        into.more += from.more;
        into.undated += from.undated;
        into.prune(self.limit);
    }
}

/// Gathers figures of all requests.
pub struct Survey<'a> {
    /// Reads entries.
    pub reader: &'a Reader,
    /// The time to look at.
    pub window: Window,
    /// The most requests that are told apart.
    pub most: usize,
}

/// Figures of one request.
#[derive(Debug, Default, Clone)]
pub struct Figures {
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// From its beginning to its end.
    pub extent: Option<Extent>,
}

impl Merge for Figures {
    fn merge(&mut self, other: Figures) {
        self.entries += other.entries;
        self.errors += other.errors;
        self.extent = match (self.extent, other.extent) {
            (Some(one), Some(two)) => Some(Extent { start: one.start.min(two.start), end: one.end.max(two.end) }),
            (one, two) => one.or(two),
        };
    }
}

impl Folder for Survey<'_> {
    type Part = (Table<Figures>, Work);

    fn part(&self) -> Self::Part {
        (Table::new(self.most), Work::default())
    }

    fn add(&self, block: &Block, _: u64, (table, work): &mut Self::Part) {
        if block.piece.is_some() {
            return;
        }
        for line in block.bytes().split(|byte| *byte == b'\n') {
            let Some((id, extent, error)) = self.reader.brief(line, work) else { continue };
            if self.window.is_limited() && !extent.is_some_and(|extent| self.window.holds(extent.end)) {
                continue;
            }
            let figures = Figures { entries: 1, errors: u64::from(error), extent };
            table.at(&String::from_utf8_lossy(id)).merge(figures);
        }
    }

    fn merge(&self, into: &mut Self::Part, from: Self::Part) {
        into.0.merge(from.0);
    }
}

/// The worst `count` requests by `worse`, the worst first; of equals the first by name.
pub fn worst<K: Ord>(
    requests: Vec<(Box<str>, Figures)>,
    count: usize,
    worse: impl Fn(&Figures) -> Option<K>,
) -> Vec<(Box<str>, Figures)> {
    let mut kept: BTreeSet<(std::cmp::Reverse<K>, usize)> = BTreeSet::new();
    for (index, (_, figures)) in requests.iter().enumerate() {
        if let Some(key) = worse(figures) {
            kept.insert((std::cmp::Reverse(key), index));
            if kept.len() > count {
                kept.pop_last();
            }
        }
    }
    kept.into_iter().map(|(_, index)| requests[index].clone()).collect()
}
