//! Puts masks in place of what the detectors find, by splicing the original bytes.
//!
//! A block of lines is looked at once ([`crate::detect::anchors`]). A line with no place worth a
//! question is never touched again. A line with one is opened: as JSON if it is JSON, else as text
//! (the walk of a document); what is found becomes [`Edits`] of the block.

mod action;
mod alone;
mod document;
mod keylines;
mod policy;
mod settle;
mod sightings;
mod splice;
mod tally;
mod varint;

use std::borrow::Cow;

pub use policy::{Policy, PolicyError, Profile};
pub use sightings::{Sighting, Sightings};
pub use splice::{Cursor, Edits};
pub use tally::{Tally, Watch};

use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::catalogue as c;
use crate::detect::engines::suspect;
use crate::detect::finder::{Context, Finder, Finding, Put};
use crate::detect::overlap;
use crate::entry::escape;
use document::{Job, Masking};
use keylines::OpenKey;
use settle::SoFar;

/// State that one block hands to the next: a private key left open, a masked run that goes on.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Carry {
    /// A private key whose lines may still follow.
    key: OpenKey,
    /// In a line taken in pieces: what was hidden last goes on into the next piece.
    swallow: bool,
}

/// What a thread works with: results, and memory that is kept from block to block.
#[derive(Default)]
pub struct Scratch {
    /// The replacements in the last block.
    pub edits: Edits,
    /// Counts of the last block, if watched.
    pub tally: Tally,
    /// Places of the last block, if watched.
    pub sightings: Sightings,
    watch: Watch,
    job: Job,
    /// Places of the part of the block at hand.
    places: Vec<Hit>,
    /// Places of the line at hand.
    hits: Vec<Hit>,
    findings: Vec<Finding>,
    spare: Vec<Finding>,
    text: Vec<u8>,
    /// What is settled of the line at hand.
    partly: SoFar,
}

impl Scratch {
    /// For a run that watches these.
    pub fn new(watch: Watch) -> Scratch {
        Scratch { watch, ..Scratch::default() }
    }
}

/// Masks lines by a policy. Cheap to share between threads; one [`Scratch`] a thread.
///
/// ```
/// use pake::mask::{Masker, Policy};
///
/// let masker = Masker::new(Policy::default_profile());
/// let line = br#"{"user":"john@example.com","password":"hunter2","n":1.10}"#;
/// assert_eq!(&*masker.mask_line(line), br#"{"user":"j***@example.com","password":"********","n":1.10}"#);
/// ```
pub struct Masker {
    finder: Finder,
    policy: Policy,
    /// Every line is opened: fields are named, or the look is switched off to check it.
    open_all: bool,
}

impl Policy {
    /// The default profile, nothing named besides.
    pub fn default_profile() -> Policy {
        Policy::new(Profile::Default, &[], &[], &[], &[]).expect("no names that could be wrong")
    }
}

impl Masker {
    /// For a policy.
    pub fn new(policy: Policy) -> Masker {
        let open_all = !(policy.mask_fields.is_empty() && policy.keep_fields.is_empty());
        let finder = Finder::new(policy.on, policy.internal_domains.clone());
        let finder = finder.with_own(policy.rules.clone(), policy.actions.clone());
        Masker { finder, policy, open_all }
    }

    /// The same, but every line is opened whether the look saw something or not. Slow: it is the measure of the look.
    #[doc(hidden)]
    pub fn opening_all(mut self) -> Masker {
        self.open_all = true;
        self
    }

    /// Masks one line (or any text) by itself. Borrowed where nothing was found. Keys in armour that span lines need
    /// [`Masker::mask_lines`].
    ///
    /// # Panics
    /// For a line of 256 MiB or more: [`Masker::mask_piece`] takes such a one piece by piece.
    pub fn mask_line<'a>(&self, line: &'a [u8]) -> Cow<'a, [u8]> {
        let mut work = Scratch::default();
        self.mask_lines(line, Carry::default(), &mut work);
        if work.edits.is_empty() {
            return Cow::Borrowed(line);
        }
        let mut out = Vec::with_capacity(line.len());
        work.edits.apply(line, &mut out);
        Cow::Owned(out)
    }

    /// Whole lines (the last may lack its newline). Fills `work.edits`, and the tally and sightings if they are
    /// watched; all are cleared first. Returns the state for the next block.
    pub fn mask_lines(&self, block: &[u8], entry: Carry, work: &mut Scratch) -> Carry {
        work.edits.clear();
        let watched = work.watch.tally || work.watch.sightings;
        if watched {
            work.tally.clear();
            work.sightings.clear();
        }
        let mut carry = Carry { swallow: false, ..entry };
        let mut at = 0;
        if carry.key.is_open() {
            at = self.key_body(block, 0, &mut carry, work);
        }
        while at < block.len() {
            let end = match block.get(at + PART..) {
                Some(rest) => memchr::memchr(b'\n', rest).map_or(block.len(), |found| at + PART + found + 1),
                None => block.len(),
            };
            at = self.part(block, at, end, &mut carry, work);
        }
        if watched {
            self.count_lines(block, work);
        }
        carry
    }

    /// Masks the lines `start..end` of the block; the offset to go on from, which lies behind them where a key goes on.
    fn part(&self, block: &[u8], start: usize, end: usize, carry: &mut Carry, work: &mut Scratch) -> usize {
        let part = &block[start..end];
        let (mut places, mut spare) = (std::mem::take(&mut work.places), std::mem::take(&mut work.spare));
        places.clear();
        self.finder.look_at_lines(part, &mut places);
        let mut rest = &places[..];
        let mut done = 0;
        if self.open_all {
            while done < part.len() {
                let stop = memchr::memchr(b'\n', &part[done..]).map_or(part.len(), |found| done + found);
                let count = rest.iter().take_while(|hit| hit.at() < stop).count();
                let (line, behind) = rest.split_at(count);
                work.hits.clear();
                work.hits.extend(line.iter().filter(|hit| hit.at() >= done).map(|hit| hit.from(done)));
                rest = behind;
                done = self.open(block, start + done, start + stop, carry, work) - start;
            }
        } else {
            let mut index = 0;
            while let Some(hit) = rest.get(index) {
                if hit.at() < done || !suspect::is_suspect(&self.finder, part, *hit, &mut spare) {
                    index += 1;
                    continue;
                }
                let first = memchr::memrchr(b'\n', &part[done..hit.at()]).map_or(done, |found| done + found + 1);
                let stop = memchr::memchr(b'\n', &part[hit.at()..]).map_or(part.len(), |found| hit.at() + found);
                // Of the line's places before this one only the words are of use: they may be keys of what follows.
                let (asked, ahead) = rest.split_at(index);
                let before = asked.iter().rev().take_while(|hit| hit.at() >= first).count();
                let count = ahead.iter().take_while(|hit| hit.at() < stop).count();
                if stop - first > PART {
                    // It is the part's last line, and may have millions of places: they are not copied.
                    let from = places.len() - rest.len() + index - before;
                    places.drain(..from);
                    places.truncate(before + count);
                    places.iter_mut().for_each(|hit| *hit = hit.from(first));
                    work.hits = std::mem::take(&mut places);
                    done = self.open(block, start + first, start + stop, carry, work) - start;
                    work.hits = Vec::new();
                    break;
                }
                let words = asked[index - before..].iter().filter(|hit| hit.kind() == Kind::Stem);
                work.hits.clear();
                work.hits.extend(words.map(|hit| hit.from(first).as_word()));
                // As long as nothing hangs on a key the line need not be walked.
                let mut lone = !(work.watch.fields || work.watch.sightings);
                // Most such lines hold one address and nothing else: it is known already.
                let mut address = address_in(&part[first..stop], hit.from(first), &spare, first);
                for (number, next) in ahead[..count].iter().enumerate() {
                    let cheap = lone || matches!(next.kind(), Kind::Stem | Kind::Run);
                    let asked = number > 0 && number < MAX_ASKED && cheap;
                    let suspect = !asked || suspect::is_suspect(&self.finder, part, *next, &mut spare);
                    lone &= !suspect || stands_alone(next.kind());
                    let claims = next.kind() == Kind::Url && claims(part, &ahead[number..count]);
                    address = address.filter(|_| number == 0 || !suspect && !claims);
                    if suspect || claims {
                        work.hits.push(next.from(first));
                    } else if next.kind() == Kind::Stem {
                        work.hits.push(next.from(first).as_word());
                    }
                }
                rest = &ahead[count..];
                index = 0;
                done = if lone && self.open_lone(block, start + first, start + stop, address, work) {
                    (stop + 1).min(part.len())
                } else {
                    self.open(block, start + first, start + stop, carry, work) - start
                };
            }
        }
        (work.places, work.spare) = (places, spare);
        end.max(start + done)
    }

    /// Opens a line in which only places that stand alone are suspect: what is found at them does not depend on a key,
    /// nor on whether the line is JSON, as long as no escape and no quote is in it. Whether that was so.
    ///
    /// `address`: the only thing in it, where that is known.
    fn open_lone(&self, block: &[u8], start: usize, end: usize, address: Option<Finding>, work: &mut Scratch) -> bool {
        let line = &block[start..end];
        if memchr::memchr(b'\\', line).is_some() {
            return false;
        }
        if let Some(address) = address {
            work.begin_line();
            work.findings.push(address);
            self.settle_line(block, (start, end), work);
            return true;
        }
        work.begin_line();
        let mark = work.mark(line);
        let (finds, mut settling) = work.settling(&self.finder, line, start);
        let holds_quote =
            |findings: &[Finding]| findings.iter().any(|finding| line[finding.start..finding.end].contains(&b'"'));
        let mut quoted = false;
        self.finder.find_many(line, finds.hits, finds.findings, settle::MANY, &mut |findings, at| {
            quoted |= holds_quote(findings);
            settling.settle_before(findings, at, finds.job);
        });
        quoted |= holds_quote(finds.findings);
        work.partly = settling.so_far;
        if quoted {
            work.take_back(mark);
            return false;
        }
        self.settle_line(block, (start, end), work);
        true
    }

    /// Opens the line `start..end` (without its newline) of the block, whose places are `work.hits`; the offset to go on
    /// from.
    fn open(&self, block: &[u8], start: usize, end: usize, carry: &mut Carry, work: &mut Scratch) -> usize {
        let line = &block[start..end];
        self.finder.look_again(line, &mut work.hits);
        let whole = self.line(block, (start, end), work);
        let opened = self.opened_key(line, whole, work);
        self.settle_line(block, (start, end), work);
        let next = (end + 1).min(block.len());
        if !opened.is_open() {
            return next;
        }
        carry.key = opened;
        if end < block.len() { self.key_body(block, next, carry, work) } else { next }
    }

    /// Finds what is in the line `range`; whether it is a JSON document as a whole.
    fn line(&self, block: &[u8], range: (usize, usize), work: &mut Scratch) -> bool {
        let line = &block[range.0..range.1];
        work.begin_line();
        let masking = self.masking(work.watch);
        let first = line.iter().find(|byte| !byte.is_ascii_whitespace()).copied().unwrap_or(0);
        if matches!(first, b'{' | b'[' | b'"' | b'-' | b'0'..=b'9') {
            let mark = work.mark(line);
            let (finds, mut settling) = work.settling(&self.finder, line, range.0);
            let mut passage = masking.passage(finds.job, line, finds.findings);
            let whole = passage.document(0, finds.hits, Some(&mut settling));
            work.partly = settling.so_far;
            if whole.is_ok_and(|end| line[end..].iter().all(u8::is_ascii_whitespace)) {
                return true;
            }
            work.take_back(mark);
        }
        if work.hits.iter().any(|hit| hit.kind() == Kind::Unicode) {
            self.decoded_line(line, &masking, work);
        } else {
            let (finds, mut settling) = work.settling(&self.finder, line, range.0);
            let context = Context::default();
            masking.passage(finds.job, line, finds.findings).text(finds.hits, context, Some(&mut settling));
            work.partly = settling.so_far;
        }
        false
    }

    fn masking(&self, watch: Watch) -> Masking<'_> {
        Masking {
            finder: &self.finder,
            mask_fields: &self.policy.mask_fields,
            keep_fields: &self.policy.keep_fields,
            paths: watch.fields
                || watch.sightings
                || !(self.policy.mask_fields.is_empty() && self.policy.keep_fields.is_empty()),
        }
    }

    /// A line of plain text with `\u0040` and its like: masked as it is, and as what it decodes to.
    fn decoded_line(&self, line: &[u8], masking: &Masking, work: &mut Scratch) {
        masking.passage(&mut work.job, line, &mut work.findings).text(&work.hits, Context::default(), None);
        let mut text = std::mem::take(&mut work.text);
        text.clear();
        escape::decode_unicode(line, &mut text);
        let mut hits = Vec::new();
        self.finder.look(&text, &mut hits);
        let mut inner = Vec::new();
        masking.passage(&mut work.job, &text, &mut inner).text(&hits, Context::default(), None);
        overlap::resolve(&mut inner);
        let mut back = escape::WayBack::unicode_only(line);
        for finding in &inner {
            let (start, end) = back.range(finding.start, finding.end);
            if line[start..end].windows(2).any(|pair| pair == b"\\u") {
                let mut replaced = Vec::new();
                match finding.put {
                    Put::Act(action) => document::splice(action, &text[finding.start..finding.end], &mut replaced),
                    Put::Given(from, to) => replaced.extend_from_slice(&work.job.store[from as usize..to as usize]),
                }
                let from = work.job.store.len() as u32;
                work.job.store.extend_from_slice(&replaced);
                work.findings.push(Finding {
                    start,
                    end,
                    put: Put::Given(from, work.job.store.len() as u32),
                    ..*finding
                });
            } else {
                work.findings.push(Finding { start, end, ..*finding });
            }
        }
        text.shrink_to(1 << 20);
        work.text = text;
    }

    /// Counts the block's lines and those that began as JSON and are none; numbers the sightings' lines.
    fn count_lines(&self, block: &[u8], work: &mut Scratch) {
        let mut at = 0;
        let mut counted = 0;
        let lines = std::iter::from_fn(|| {
            if at >= block.len() {
                return None;
            }
            let start = at;
            let end = memchr::memchr(b'\n', &block[at..]).map_or(block.len(), |found| at + found);
            at = end + 1;
            counted += 1;
            if work.watch.tally {
                let line = &block[start..end];
                let json = matches!(line.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['));
                work.tally.malformed += u64::from(json && !crate::entry::scan::is_json(line));
            }
            Some(start)
        });
        work.sightings.number(lines);
        work.tally.lines += counted;
    }

    /// A piece of one line too long to be held: `window[..lead]` and the last `tail` bytes are context that the
    /// neighbours mask; edits only fall in between. `first`, `last`: it begins or ends the line.
    #[allow(clippy::too_many_arguments)]
    pub fn mask_piece(
        &self,
        window: &[u8],
        lead: usize,
        tail: usize,
        first: bool,
        last: bool,
        entry: Carry,
        work: &mut Scratch,
    ) -> Carry {
        work.edits.clear();
        let watched = work.watch.tally || work.watch.sightings;
        if watched {
            work.tally.clear();
            work.sightings.clear();
        }
        work.hits.clear();
        let hits = &mut work.hits;
        self.finder.look(window, hits);
        work.findings.clear();
        work.job.store.clear();
        self.finder.find(window, &work.hits, Context::default(), &mut work.findings);
        let zone = (lead, window.len() - tail);
        let mut carry = Carry::default();
        // What the piece before hid up to its end goes on here to the end of its run.
        if entry.swallow {
            let run = window[lead..].iter().take_while(|&&byte| is_swallowed(byte)).count();
            if run > 0 {
                work.findings.push(Finding::new(lead, lead + run, c::SECRET_FIELD, Action::Hide));
            }
        }
        overlap::resolve(&mut work.findings);
        let Scratch { findings, edits, .. } = work;
        findings.retain(|finding| finding.end > zone.0 && finding.start < zone.1);
        for finding in findings.iter() {
            let Put::Act(action) = finding.put else { continue };
            let crosses = finding.end > zone.1 || finding.start < zone.0;
            let continued = finding.start < zone.0 || entry.swallow && finding.start == zone.0;
            // A mask that lies across a seam is written by the piece in which it begins.
            if finding.end > zone.1 || finding.end == window.len() && !last {
                carry.swallow = finding.end == window.len() && !last;
            }
            if crosses || continued {
                let text: &[u8] = if continued {
                    b""
                } else if action == Action::Hide {
                    action::HIDDEN
                } else {
                    b"********"
                };
                edits.push(finding.start.max(zone.0), finding.end.min(zone.1), text);
            } else {
                action::apply(action, &window[finding.start..finding.end], &mut |a, b, text| {
                    edits.push(finding.start + a, finding.start + b, text)
                });
            }
        }
        if watched {
            work.findings.retain(|finding| finding.start >= zone.0);
            work.tally.lines = u64::from(last);
            work.tally.masked_lines = u64::from(first && !work.findings.is_empty());
            for finding in &work.findings {
                if work.watch.tally {
                    work.tally.count(self.finder.id(finding.slot), "");
                }
                if work.watch.sightings {
                    work.sightings.push(0, finding.start - lead + 1, "", self.finder.id(finding.slot));
                }
            }
        }
        carry
    }
}

/// Whether what is found at such a place is found whatever key it stands under, and is no number of its own.
fn stands_alone(kind: Kind) -> bool {
    matches!(kind, Kind::At | Kind::Url | Kind::Run)
}

/// The address at the `@` of a place in a line, if it is all that was found there and no quote is in it: `found` are
/// offsets into a text in which the line begins at `start`.
fn address_in(line: &[u8], sign: Hit, found: &[Finding], start: usize) -> Option<Finding> {
    let [address] = found else { return None };
    let (from, to) = (address.start.checked_sub(start)?, address.end.checked_sub(start)?);
    let quoted = line.get(from..to)?.contains(&b'"');
    (sign.kind() == Kind::At && address.slot == c::EMAIL && !quoted).then_some(Finding {
        start: from,
        end: to,
        ..*address
    })
}

/// Whether the URL at the first of these places may claim what stands behind it, up to an `@`.
fn claims(part: &[u8], hits: &[Hit]) -> bool {
    const REACH: usize = 512;
    let sign = hits.iter().take(8).find(|hit| hit.kind() == Kind::At).map_or(usize::MAX, |hit| hit.at());
    sign - hits[0].at() <= REACH && part[hits[0].at()..sign].iter().all(|&byte| byte > b' ' && byte != b'"')
}

/// Of so many places of a line it is asked whether anything can be found there; where there are more, most are sought.
const MAX_ASKED: usize = 256;

/// About as many bytes are looked at before the first of their places is asked about: what fits a core's cache.
const PART: usize = 32 << 10;

/// Bytes over which a mask that reached the end of a piece goes on in the next one.
fn is_swallowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'+' | b'/' | b'=' | b'_' | b'-' | b'.' | b'~' | b'%' | b'\\' | b'*' | b'!' | b'#' | b'$' | b'@' | b':'
        )
}

#[cfg(test)]
mod tests;
