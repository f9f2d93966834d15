//! Where something was found; never a value.

use std::collections::VecDeque;

use super::varint::{get, put};

/// Where something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting<'a> {
    /// Line within the block, from 0.
    pub line: u64,
    /// Byte column within the line, from 1.
    pub column: u64,
    /// Field path, empty in plain text.
    pub path: &'a str,
    /// Id of the detector.
    pub detector: &'static str,
}

/// The places of a block's findings, line by line and in each from left to right.
///
/// Written as bytes, since a line of many megabytes can hold millions: for each the distance from the column of the one
/// before, the number of its path and that of its detector.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Sightings {
    bytes: Vec<u8>,
    lines: Vec<Line>,
    /// The paths, one behind the other, and where each ends. The first is empty.
    paths: String,
    ends: Vec<u32>,
    /// Numbers of the last of them.
    recent: VecDeque<usize>,
    detectors: Vec<&'static str>,
}

/// The sightings of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    /// Its offset in the block until [`Sightings::number`] makes it a number.
    start: u32,
    /// How many there are.
    count: u32,
    /// Column of the last.
    column: u32,
}

/// A place between two sightings.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    bytes: usize,
    lines: usize,
    last: Option<Line>,
}

impl Sightings {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn path(&self, number: usize) -> &str {
        let Some(end) = number.checked_sub(1) else { return "" };
        let start = end.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.paths[start..self.ends[end] as usize]
    }

    /// Each, in the order of the text.
    pub fn each(&self) -> impl Iterator<Item = Sighting<'_>> {
        let mut lines = self.lines.iter();
        let (mut at, mut line, mut column) = (0, Line { start: 0, count: 0, column: 0 }, 0);
        std::iter::from_fn(move || {
            while line.count == 0 {
                (line, column) = (*lines.next()?, 0);
            }
            line.count -= 1;
            column += get(&self.bytes, &mut at);
            let path = self.path(get(&self.bytes, &mut at));
            let detector = self.detectors[get(&self.bytes, &mut at)];
            Some(Sighting { line: u64::from(line.start), column: column as u64, path, detector })
        })
    }

    pub(super) fn clear(&mut self) {
        *self = Sightings::default();
    }

    /// The place behind all of them.
    pub(super) fn end(&self) -> Mark {
        Mark { bytes: self.bytes.len(), lines: self.lines.len(), last: self.lines.last().copied() }
    }

    /// Forgets all behind a place.
    pub(super) fn truncate(&mut self, mark: Mark) {
        self.bytes.truncate(mark.bytes);
        self.lines.truncate(mark.lines);
        if let (Some(line), Some(last)) = (self.lines.last_mut(), mark.last) {
            *line = last;
        }
    }

    /// Notes a place right of those noted in the same line; `line` is the line's offset.
    pub(super) fn push(&mut self, line: usize, column: usize, path: &str, detector: &'static str) {
        let path = self.remembered(path);
        let known = self.detectors.iter().position(|known| *known == detector);
        let detector = known.unwrap_or_else(|| {
            self.detectors.push(detector);
            self.detectors.len() - 1
        });
        if self.lines.last().is_none_or(|last| last.start as usize != line) {
            self.lines.push(Line { start: line as u32, count: 0, column: 0 });
        }
        let last = self.lines.last_mut().expect("pushed above");
        debug_assert!(last.column as usize <= column);
        put(&mut self.bytes, column.saturating_sub(last.column as usize));
        put(&mut self.bytes, path);
        put(&mut self.bytes, detector);
        (last.count, last.column) = (last.count + 1, column as u32);
    }

    /// The path's number; it is added unless it was met just before.
    fn remembered(&mut self, path: &str) -> usize {
        if path.is_empty() {
            return 0;
        }
        if let Some(known) = self.recent.iter().find(|number| self.path(**number) == path) {
            return *known;
        }
        self.paths.push_str(path);
        self.ends.push(self.paths.len() as u32);
        if self.recent.len() == RECENT {
            self.recent.pop_back();
        }
        self.recent.push_front(self.ends.len());
        self.ends.len()
    }

    /// Makes numbers of the lines' offsets: `lines` are the offsets of all lines, in order.
    pub(super) fn number(&mut self, lines: impl Iterator<Item = usize>) {
        let mut rest = self.lines.iter_mut().peekable();
        for (number, offset) in lines.enumerate() {
            if let Some(line) = rest.next_if(|line| line.start as usize == offset) {
                line.start = number as u32;
            }
        }
    }
}

/// How many of the last paths are compared with: enough for the fields of one record.
const RECENT: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_as_they_were_noted() {
        let mut seen = Sightings::default();
        seen.push(0, 5, "a.b", "email");
        let mark = seen.end();
        seen.push(0, 700, "", "card");
        seen.push(40, 1, "a.b", "email");
        let all = |seen: &Sightings| {
            seen.each().map(|one| (one.line, one.column, one.path.to_owned(), one.detector)).collect::<Vec<_>>()
        };
        let first = (0, 5, "a.b".to_owned(), "email");
        let mut numbered = seen.clone();
        numbered.number([0, 20, 40].into_iter());
        let expected = [first.clone(), (0, 700, String::new(), "card"), (2, 1, "a.b".to_owned(), "email")];
        assert_eq!(all(&numbered), expected);
        seen.truncate(mark);
        assert_eq!(all(&seen), [first]);
    }
}
