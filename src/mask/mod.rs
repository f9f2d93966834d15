//! Stand-in: masks `john@example.com` and nothing else. The real room takes its place.

use std::collections::BTreeMap;

use crate::detect::Detector;

/// State that one block hands to the next.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Carry(bool);

/// Sorted, non-overlapping replacements.
#[derive(Default, Debug)]
pub struct Edits {
    list: Vec<(usize, usize, Vec<u8>)>,
}

impl Edits {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.list.clear();
    }
    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
    /// Replaces `start..end` by `text`.
    pub fn push(&mut self, start: usize, end: usize, text: &[u8]) {
        self.list.push((start, end, text.to_vec()));
    }
    /// The pieces of the output, in order.
    pub fn pieces<'a>(&'a self, input: &'a [u8], from: usize, to: usize) -> impl Iterator<Item = &'a [u8]> + 'a {
        let mut at = from;
        let edits = self.list.iter().flat_map(move |(start, end, text)| {
            let kept = &input[at..*start];
            at = *end;
            [kept, &text[..]]
        });
        let last = self.list.last().map_or(from, |edit| edit.1);
        edits.chain([&input[last..to]])
    }
}

/// What a run is asked to take note of besides masking.
#[derive(Clone, Copy, Default, Debug)]
pub struct Watch {
    /// Count.
    pub tally: bool,
    /// Say where.
    pub sightings: bool,
}

/// Buffers and results of one thread.
#[derive(Debug)]
pub struct Scratch {
    /// What is replaced.
    pub edits: Edits,
    /// What was counted.
    pub tally: Tally,
    /// Where it was.
    pub sightings: Vec<Sighting>,
}

impl Scratch {
    /// Empty.
    pub fn new(_watch: Watch) -> Scratch {
        Scratch { edits: Edits::default(), tally: Tally::default(), sightings: Vec::new() }
    }
}

/// Counts.
#[derive(Clone, Default, Debug)]
pub struct Tally {
    /// Lines.
    pub lines: u64,
    /// Lines with something masked.
    pub masked_lines: u64,
    /// Looked like JSON, was not.
    pub malformed: u64,
    /// Findings by detector.
    pub detectors: BTreeMap<&'static str, u64>,
    /// Findings by field path.
    pub fields: BTreeMap<String, u64>,
}

impl Tally {
    /// Adds the other's counts.
    pub fn merge(&mut self, other: &Tally) {
        self.lines += other.lines;
        self.masked_lines += other.masked_lines;
        self.malformed += other.malformed;
        for (id, count) in &other.detectors {
            *self.detectors.entry(id).or_default() += count;
        }
        for (path, count) in &other.fields {
            *self.fields.entry(path.clone()).or_default() += count;
        }
    }
    /// All zero.
    pub fn clear(&mut self) {
        *self = Tally::default();
    }
}

/// Where something was found.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// 0-based line in the block.
    pub line: u64,
    /// 1-based byte column.
    pub column: u64,
    /// Field path, empty in plain text.
    pub path: String,
    /// Its id.
    pub detector: &'static str,
}

/// Masks.
#[derive(Debug)]
pub struct Masker;

const NAME: &[u8] = b"john@example.com";

impl Masker {
    /// By a policy.
    pub fn new(_policy: Policy) -> Masker {
        Masker
    }
    /// Whole lines.
    pub fn mask_lines(&self, block: &[u8], entry: Carry, work: &mut Scratch) -> Carry {
        self.find(block, 0, 0, work);
        work.tally.lines = block.split_inclusive(|byte| *byte == b'\n').count() as u64;
        entry
    }
    /// A piece of a line.
    #[allow(clippy::too_many_arguments)]
    pub fn mask_piece(
        &self,
        window: &[u8],
        lead: usize,
        tail: usize,
        _first: bool,
        last: bool,
        entry: Carry,
        work: &mut Scratch,
    ) -> Carry {
        self.find(window, lead, tail, work);
        work.tally.lines = u64::from(last);
        entry
    }
    fn find(&self, block: &[u8], lead: usize, tail: usize, work: &mut Scratch) {
        work.edits.clear();
        work.tally.clear();
        work.sightings.clear();
        let (mut line, mut line_start, mut masked) = (0, 0, u64::MAX);
        let mut counted = 0;
        for start in memchr::memmem::find_iter(block, NAME) {
            if start + NAME.len() <= lead || start >= block.len() - tail {
                continue;
            }
            for at in memchr::memchr_iter(b'\n', &block[counted..start]) {
                line += 1;
                line_start = counted + at + 1;
            }
            counted = start;
            let (from, to) = (start + 1, start + 4);
            let (from, to) = (from.max(lead), to.min(block.len() - tail));
            if from < to {
                work.edits.push(from, to, &b"***"[..to - from]);
            }
            work.tally.masked_lines += u64::from(masked != line);
            masked = line;
            *work.tally.detectors.entry("email").or_default() += 1;
            *work.tally.fields.entry(String::new()).or_default() += 1;
            work.sightings.push(Sighting {
                line,
                column: (start - line_start + 1) as u64,
                path: String::new(),
                detector: "email",
            });
        }
    }
}

/// A named selection of detectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Profile {
    Default,
    Pci,
    Hipaa,
    Gdpr,
    Sox,
    Strict,
}

/// Which detectors are on.
#[derive(Debug)]
pub struct Policy;

impl Policy {
    /// By flags.
    pub fn new(
        _profile: Profile,
        only: &[String],
        skip: &[String],
        mask_fields: &[String],
        keep_fields: &[String],
    ) -> Result<Policy, PolicyError> {
        if let Some(name) = only.iter().chain(skip).find(|name| *name != "email") {
            return Err(PolicyError::UnknownDetector { name: name.clone(), near: Some("email".to_owned()) });
        }
        if let Some(pattern) = mask_fields.iter().chain(keep_fields).find(|p| p.contains("..")) {
            return Err(PolicyError::BadField {
                pattern: pattern.clone(),
                at: pattern.find("..").unwrap_or(0),
                reason: "a name is missing".to_owned(),
            });
        }
        Ok(Policy)
    }
    /// Whether it is on.
    pub fn is_on(&self, _detector: &Detector) -> bool {
        true
    }
}

/// A policy that cannot be.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum PolicyError {
    #[error("there is no detector `{name}`")]
    UnknownDetector { name: String, near: Option<String> },
    #[error("field pattern `{pattern}`: {reason}")]
    BadField { pattern: String, at: usize, reason: String },
}
