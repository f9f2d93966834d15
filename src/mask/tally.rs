//! What was found, counted; never a value.

use std::collections::BTreeMap;

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
