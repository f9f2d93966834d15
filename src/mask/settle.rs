//! Findings of a line become edits, counts and places: all at once, or part by part in a line with very many.

use super::document::{self, Job};
use super::sightings::{self, Sightings};
use super::splice::Cursor;
use super::tally::{Tally, Watch};
use super::{Edits, Masker, Scratch, action};
use crate::detect::anchors::Hit;
use crate::detect::finder::{Finder, Finding, Put};
use crate::detect::overlap;

/// From so many findings on, those of a line that cannot change any more are settled before the others are known.
pub(super) const MANY: usize = 1 << 14;

/// What was settled of a line so far.
#[derive(Clone, Copy, Default)]
pub(super) struct SoFar {
    /// Something was masked.
    masked: bool,
    /// A mask touches letters, digits or stars, with which it can look like a value again.
    hangs: bool,
}

/// What there was before a line, should all of it be taken back.
pub(super) struct Mark {
    edits: Cursor,
    sightings: sightings::Mark,
    tally: Option<Tally>,
}

/// Settles the findings of one line.
pub(super) struct Settling<'a> {
    finder: &'a Finder,
    line: &'a [u8],
    /// The line's offset in its block.
    start: usize,
    watch: Watch,
    edits: &'a mut Edits,
    tally: &'a mut Tally,
    sightings: &'a mut Sightings,
    pub so_far: SoFar,
}

impl Settling<'_> {
    /// Whether there are so many findings that those which are final should be settled.
    #[inline]
    pub fn is_due(&self, findings: &[Finding]) -> bool {
        findings.len() >= MANY
    }

    /// Settles the findings, which none that come later may touch, and forgets them.
    pub fn settle_part(&mut self, findings: &mut Vec<Finding>, job: &mut Job) {
        self.settle_all(findings, job);
        findings.clear();
        job.store.clear();
        job.fields.clear();
    }

    /// Settles the findings that end before an offset, and forgets them.
    pub fn settle_before(&mut self, findings: &mut Vec<Finding>, at: usize, job: &Job) {
        overlap::resolve(findings);
        let behind = findings.split_off(findings.partition_point(|finding| finding.end <= at));
        self.settle(findings, job);
        *findings = behind;
    }

    fn settle_all(&mut self, findings: &mut Vec<Finding>, job: &Job) {
        overlap::resolve(findings);
        self.settle(findings, job);
    }

    /// Settles findings that are in order and disjoint. One that changes nothing, since it is masked already, is none.
    fn settle(&mut self, findings: &[Finding], job: &Job) {
        for finding in findings {
            let before = self.edits.end();
            self.edit(finding, &job.store);
            self.so_far.hangs |= hangs_together(self.line, finding);
            if self.edits.end() == before {
                continue;
            }
            self.so_far.masked = true;
            if finding.again {
                continue;
            }
            let path = finding.field.checked_sub(1).map_or("", |field| &job.fields[field as usize]);
            let id = self.finder.id(finding.slot);
            if self.watch.tally {
                self.tally.count(id, if self.watch.fields { path } else { "" });
            }
            if self.watch.sightings {
                self.sightings.push(self.start, finding.start + 1, path, id);
            }
        }
    }

    fn edit(&mut self, finding: &Finding, store: &[u8]) {
        let (start, edits) = (self.start, &mut *self.edits);
        let value = &self.line[finding.start..finding.end];
        let (from, to) = (start + finding.start, start + finding.end);
        match finding.put {
            Put::Given(a, b) => {
                let text = &store[a as usize..b as usize];
                if value != text {
                    edits.push(from, to, text);
                }
            }
            Put::Act(action) if finding.quote => edits.push(from, to, &document::quoted(action, value)),
            Put::Act(action) => action::apply(action, value, &mut |a, b, text| {
                if value[a..b] != *text {
                    edits.push(from + a, from + b, text);
                }
            }),
        }
    }
}

/// A line longer than this may have had parts settled before it turned out to be no document.
const LONG: usize = 1 << 16;

impl Scratch {
    /// Forgets what the line before left.
    pub(super) fn begin_line(&mut self) {
        self.findings.clear();
        self.job.store.clear();
        self.job.fields.clear();
        self.partly = SoFar::default();
    }

    pub(super) fn mark(&self, line: &[u8]) -> Mark {
        let tally = (self.watch.tally && line.len() > LONG).then(|| self.tally.clone());
        Mark { edits: self.edits.end(), sightings: self.sightings.end(), tally }
    }

    /// Forgets all that was found since the mark.
    pub(super) fn take_back(&mut self, mark: Mark) {
        self.edits.truncate(mark.edits);
        self.sightings.truncate(mark.sightings);
        if let Some(tally) = mark.tally {
            self.tally = tally;
        }
        self.begin_line();
    }

    /// The findings and what they are found with, beside what settles them.
    pub(super) fn settling<'a>(
        &'a mut self,
        finder: &'a Finder,
        line: &'a [u8],
        start: usize,
    ) -> (Finds<'a>, Settling<'a>) {
        let Scratch { edits, tally, sightings, job, hits, findings, .. } = self;
        let settling =
            Settling { finder, line, start, watch: self.watch, edits, tally, sightings, so_far: self.partly };
        (Finds { job, hits, findings }, settling)
    }
}

/// What a line is searched with.
pub(super) struct Finds<'a> {
    pub job: &'a mut Job,
    pub hits: &'a [Hit],
    pub findings: &'a mut Vec<Finding>,
}

/// How often a line is masked again at the most; each round leaves less that could look like a value.
const MAX_ROUNDS: usize = 4;

impl Masker {
    /// Turns the findings of the line `range` into edits.
    pub(super) fn settle_line(&self, block: &[u8], range: (usize, usize), work: &mut Scratch) {
        let before = work.edits.end();
        let line = &block[range.0..range.1];
        let (finds, mut settling) = work.settling(&self.finder, line, range.0);
        settling.settle_all(finds.findings, finds.job);
        let SoFar { masked, hangs } = settling.so_far;
        work.tally.masked_lines += u64::from(masked && work.watch.tally);
        if hangs {
            self.settle_again(block, range, before, work);
        }
    }

    /// Masks what the line `range` has become by its edits (those behind the place `before`), until nothing changes: where
    /// a mask hangs together with other text, the two can look like a value again.
    fn settle_again(&self, block: &[u8], range: (usize, usize), before: Cursor, work: &mut Scratch) {
        let mut masked: Vec<u8> = work.edits.pieces_from(before, block, range.0, range.1).flatten().copied().collect();
        let mut again = Scratch::default();
        let mut changed = false;
        for _ in 0..MAX_ROUNDS {
            again.edits.clear();
            again.hits.clear();
            self.finder.look(&masked, &mut again.hits);
            let whole = (0, masked.len());
            self.line(&masked, whole, &mut again);
            let (finds, mut settling) = again.settling(&self.finder, &masked, 0);
            settling.settle_all(finds.findings, finds.job);
            if again.edits.is_empty() {
                break;
            }
            changed = true;
            let mut next = Vec::with_capacity(masked.len());
            again.edits.apply(&masked, &mut next);
            masked = next;
        }
        if changed {
            work.edits.truncate(before);
            work.edits.push(range.0, range.1, &masked);
        }
    }
}

/// Whether a letter, a digit or a star touches the finding: rare in logs, where values stand between signs. The letter of
/// an escape is none: `\nMIIE…`.
fn hangs_together(line: &[u8], finding: &Finding) -> bool {
    let joins = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'*';
    let before = match line[..finding.start] {
        [.., b'\\', b'n' | b'r' | b't'] => false,
        [.., byte] => joins(byte),
        [] => false,
    };
    before || line.get(finding.end).is_some_and(|&byte| joins(byte))
}
