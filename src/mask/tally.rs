//! What was found, counted and placed; never a value.

use std::collections::{BTreeMap, VecDeque};

/// What a run is asked to take note of besides masking.
#[derive(Clone, Copy, Default, Debug)]
pub struct Watch {
    /// Count lines and findings.
    pub tally: bool,
    /// Count findings by field as well: takes memory for each field path that is met.
    pub fields: bool,
    /// Note the place of each finding.
    pub sightings: bool,
}

/// What was found, counted; never a value.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Lines seen.
    pub lines: u64,
    /// Lines in which something was masked.
    pub masked_lines: u64,
    /// Lines that began as JSON and were none.
    pub malformed: u64,
    /// Findings by detector.
    pub detectors: BTreeMap<&'static str, u64>,
    /// Findings by field path; those in plain text are not listed.
    pub fields: BTreeMap<String, u64>,
}

impl Tally {
    /// Adds another's counts.
    pub fn merge(&mut self, other: &Tally) {
        self.lines += other.lines;
        self.masked_lines += other.masked_lines;
        self.malformed += other.malformed;
        for (detector, count) in &other.detectors {
            *self.detectors.entry(detector).or_default() += count;
        }
        for (field, count) in &other.fields {
            match self.fields.get_mut(field) {
                Some(known) => *known += count,
                None => drop(self.fields.insert(field.clone(), *count)),
            }
        }
    }

    /// Back to nothing.
    pub fn clear(&mut self) {
        *self = Tally::default();
    }

    /// Counts a finding, in the field of this path if it has one.
    pub(super) fn count(&mut self, detector: &'static str, path: &str) {
        *self.detectors.entry(detector).or_default() += 1;
        if path.is_empty() {
            return;
        }
        match self.fields.get_mut(path) {
            Some(count) => *count += 1,
            None => drop(self.fields.insert(path.to_owned(), 1)),
        }
    }
}

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

/// The places of a block's findings. Compact: a line of many megabytes can hold very many.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Sightings {
    list: Vec<Seen>,
    /// The paths, one behind the other.
    paths: String,
    /// Where the last of them lies.
    recent: VecDeque<(u32, u32)>,
    detectors: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    line: u32,
    column: u32,
    /// Range in `paths`.
    path: (u32, u32),
    /// Number in `detectors`.
    detector: u16,
}

impl Sightings {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    fn path(&self, (from, to): (u32, u32)) -> &str {
        &self.paths[from as usize..to as usize]
    }

    /// Each, in the order of the text.
    pub fn each(&self) -> impl Iterator<Item = Sighting<'_>> {
        self.list.iter().map(|seen| Sighting {
            line: u64::from(seen.line),
            column: u64::from(seen.column),
            path: self.path(seen.path),
            detector: self.detectors[usize::from(seen.detector)],
        })
    }

    pub(super) fn clear(&mut self) {
        *self = Sightings::default();
    }

    pub(super) fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
    }

    /// Notes a place; `line` is the offset of its line until [`Sightings::number`] makes it a number.
    pub(super) fn push(&mut self, line: usize, column: usize, path: &str, detector: &'static str) {
        let path = self.remembered(path);
        let known = self.detectors.iter().position(|known| *known == detector);
        let number = known.unwrap_or_else(|| {
            self.detectors.push(detector);
            self.detectors.len() - 1
        });
        self.list.push(Seen { line: line as u32, column: column as u32, path, detector: number as u16 });
    }

    /// Where the path lies; it is added unless it was met just before.
    fn remembered(&mut self, path: &str) -> (u32, u32) {
        if path.is_empty() {
            return (0, 0);
        }
        if let Some(known) = self.recent.iter().find(|range| self.path(**range) == path) {
            return *known;
        }
        let from = self.paths.len() as u32;
        self.paths.push_str(path);
        let range = (from, self.paths.len() as u32);
        if self.recent.len() == RECENT {
            self.recent.pop_back();
        }
        self.recent.push_front(range);
        range
    }

    /// Makes numbers of the lines' offsets: `lines` are the offsets of all lines, in order.
    pub(super) fn number(&mut self, lines: impl Iterator<Item = usize>) {
        let mut rest = self.list.iter_mut().peekable();
        for (number, offset) in lines.enumerate() {
            while let Some(seen) = rest.next_if(|seen| seen.line as usize == offset) {
                seen.line = number as u32;
            }
        }
    }
}

/// How many of the last paths are compared with: enough for the fields of one record.
const RECENT: usize = 16;
