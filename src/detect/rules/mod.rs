//! Own rules: detectors that a config brings along. They are found, checked and masked in every text in which the
//! built-in ones are, and are named beside them.
//!
//! A rule's pattern is tried only where one of its anchors stands: [`look`] finds all anchors of all rules in one pass,
//! one place a line; what it says opens the line. There, each rule whose anchor is in a text is tried once on all of it.
//! Patterns compile when they are first tried.

mod anchors;
mod critique;
mod look;
mod named;

use std::collections::HashSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::Action;
use super::anchors::{Hit, Kind};
use super::catalogue::Slot;
use super::checks::entropy::shannon;
use super::finder::{Finding, Put};
use look::Look;

pub use anchors::{Anchors, SHORTEST, could_hold};
pub use critique::{Flaw, critique};
pub use named::check_named;
/// A pattern taken apart.
pub use regex_syntax::hir::Hir;

/// The longest line on which a rule is tried to know whether the line must be opened; a longer one is.
const JUDGED: usize = 4 << 10;
/// Patterns whose program may be larger than this many units are compiled when they are read, so that one that is too
/// large is known at once.
const LARGE: usize = 2_000;

/// A rule as it is written.
#[derive(Debug, Clone)]
pub struct Spec {
    /// Names it: kebab-case, unique, no built-in detector's.
    pub id: String,
    /// `regex` syntax over bytes.
    pub pattern: String,
    /// Literals one of which every match holds; empty to have them found in the pattern.
    pub anchors: Vec<String>,
    /// Whether the anchors given stand for any letter case, whatever the pattern says.
    pub any_case: bool,
    /// A test of the masked part.
    pub check: Option<fn(&[u8]) -> bool>,
    /// Least Shannon entropy of the masked part, bits a byte; 0 where it does not count.
    pub entropy: f32,
    /// Number of the group that is masked; where there is no such group, the whole match is.
    pub group: usize,
    /// What is put in its place.
    pub action: Action,
}

impl Spec {
    /// A rule that hides what a pattern, or its first group, matches.
    pub fn new(id: impl Into<String>, pattern: impl Into<String>) -> Spec {
        let (id, pattern) = (id.into(), pattern.into());
        Spec {
            id,
            pattern,
            anchors: Vec::new(),
            any_case: false,
            check: None,
            entropy: 0.0,
            group: 1,
            action: Action::Hide,
        }
    }
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPattern {
    /// Byte range of the fault in the pattern; all of it where the whole is meant.
    pub span: std::ops::Range<usize>,
    /// What is wrong, lower case.
    pub reason: String,
}

/// A rule, ready to be tried.
#[derive(Debug)]
pub struct Rule {
    /// Lives as long as the program: ids are names of counts.
    pub id: &'static str,
    /// What is put in its place.
    pub action: Action,
    /// Where it is worth trying.
    pub anchors: Anchors,
    pattern: String,
    check: Option<fn(&[u8]) -> bool>,
    entropy: f32,
    group: usize,
    /// Whether it asks where a text begins or ends, so that a line says nothing about a value in it.
    at_edges: bool,
    compiled: OnceLock<Option<Regex>>,
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// When the pattern cannot be compiled.
    pub fn new(spec: &Spec) -> Result<Rule, BadPattern> {
        let hir = parse(&spec.pattern)?;
        let anchors = match spec.anchors.is_empty() {
            true => Anchors::of(&hir),
            false => Anchors::given(&spec.anchors, spec.any_case || anchors::has_any_case(&hir)),
        };
        let rule = Rule {
            id: interned(&spec.id),
            action: spec.action,
            anchors,
            pattern: spec.pattern.clone(),
            check: spec.check,
            entropy: spec.entropy,
            group: spec.group,
            at_edges: hir.properties().look_set().contains_anchor(),
            compiled: OnceLock::new(),
        };
        if anchors::weight(&hir) > LARGE {
            let built = builder(&rule.pattern).build().map_err(|error| BadPattern {
                span: 0..spec.pattern.len(),
                reason: error.to_string().trim_end_matches('.').to_lowercase(),
            })?;
            let _ = rule.compiled.set(Some(built));
        }
        Ok(rule)
    }

    /// None for a pattern that was taken for small and is not: what it would find is not known then.
    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| builder(&self.pattern).build().ok()).as_ref()
    }

    /// Tells `sink` each value in `text`: first byte, behind the last.
    pub fn each(&self, text: &[u8], mut sink: impl FnMut(usize, usize)) {
        let Some(regex) = self.regex() else {
            // Fail closed.
            return sink(0, text.len());
        };
        let mut take = |start: usize, end: usize| {
            let value = &text[start..end];
            let masked = value.iter().all(|byte| *byte == b'*') || self.is_masked(value, &text[end..]);
            let random = self.entropy <= 0.0 || shannon(value) >= self.entropy;
            if start < end && !masked && random && self.check.is_none_or(|check| check(value)) {
                sink(start, end);
            }
        };
        if (1..regex.captures_len()).contains(&self.group) {
            for captures in regex.captures_iter(text) {
                if let Some(part) = captures.get(self.group).or_else(|| captures.get(0)) {
                    take(part.start(), part.end());
                }
            }
        } else {
            regex.find_iter(text).for_each(|part| take(part.start(), part.end()));
        }
    }

    /// Whether a value is what the rule's action leaves at the front of a masked one.
    fn is_masked(&self, value: &[u8], behind: &[u8]) -> bool {
        match self.action {
            Action::Initial => {
                behind.starts_with(b"***") && value.len() <= 4 && String::from_utf8_lossy(value).chars().count() == 1
            }
            Action::Ends => behind.starts_with(b"****") && value.len() == 4,
            _ => false,
        }
    }

    /// Whether there may be a value in a line.
    fn may_be_in(&self, line: &[u8]) -> bool {
        self.at_edges || self.regex().is_none_or(|regex| regex.is_match(line))
    }
}

/// The rules that are on.
#[derive(Debug, Default)]
pub struct Rules {
    list: Vec<Rule>,
    look: Option<Look>,
}

impl Rules {
    /// Of these, in order.
    pub fn new(list: Vec<Rule>) -> Rules {
        let look = (!list.is_empty()).then(|| Look::new(&list));
        Rules { list, look }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The rule in a place behind the catalogue's.
    pub fn at(&self, index: usize) -> Option<&Rule> {
        self.list.get(index)
    }

    /// Adds to `hits`, which stay in order, a place in each line of `text` that has an anchor.
    pub fn look_at_lines(&self, text: &[u8], hits: &mut Vec<Hit>) {
        let Some(look) = &self.look else { return };
        let before = hits.len();
        look.lines(text, |at| hits.push(Hit::new(at, Kind::Own)));
        sort(hits, before);
    }

    /// Adds to `hits`, which stay in order, every place in `text` where an anchor stands.
    pub fn look_at_all(&self, text: &[u8], hits: &mut Vec<Hit>) {
        let Some(look) = &self.look else { return };
        let before = hits.len();
        look.all(text, |at| hits.push(Hit::new(at, Kind::Own)));
        sort(hits, before);
    }

    /// Whether the line around `at` must be opened for a rule.
    pub fn is_suspect(&self, text: &[u8], at: usize) -> bool {
        let Some(look) = &self.look else { return false };
        let start = memchr::memrchr(b'\n', &text[..at]).map_or(0, |found| found + 1);
        let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found);
        let line = &text[start..end];
        // Behind a backslash, values are not what they look like.
        if line.len() > JUDGED || memchr::memchr(b'\\', line).is_some() {
            return true;
        }
        let mut suspect = false;
        look.rules(line, |rule| suspect = suspect || self.list[rule].may_be_in(line));
        suspect
    }

    /// Adds to `out` what the rules find in `text`.
    pub fn find(&self, text: &[u8], out: &mut Vec<Finding>) {
        let Some(look) = &self.look else { return };
        look.rules(text, |index| {
            let rule = &self.list[index];
            rule.each(text, |start, end| {
                let put = Put::Act(rule.action);
                out.push(Finding { start, end, slot: Slot::own(index), put, quote: false, again: false, field: 0 });
            });
        });
    }
}

fn sort(hits: &mut [Hit], before: usize) {
    if before > 0 && before < hits.len() {
        hits.sort();
    }
}

/// A pattern taken apart, as it will be compiled.
///
/// # Errors
/// Where and why it is none.
pub fn parse(pattern: &str) -> Result<Hir, BadPattern> {
    let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
    parser.parse(pattern).map_err(|error| {
        let (span, reason) = match &error {
            regex_syntax::Error::Parse(error) => (error.span(), error.kind().to_string()),
            regex_syntax::Error::Translate(error) => (error.span(), error.kind().to_string()),
            _ => return BadPattern { span: 0..pattern.len(), reason: error.to_string() },
        };
        BadPattern { span: span.start.offset..span.end.offset, reason: reason.trim_end_matches('.').to_owned() }
    })
}

fn builder(pattern: &str) -> RegexBuilder {
    let mut builder = RegexBuilder::new(pattern);
    builder.unicode(false);
    builder
}

/// The same text, kept for good: ids are few, and the same ones come again with every reload.
fn interned(id: &str) -> &'static str {
    static IDS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut ids = IDS.lock().unwrap_or_else(PoisonError::into_inner);
    let ids = ids.get_or_insert_default();
    if let Some(known) = ids.get(id) {
        return known;
    }
    let kept: &'static str = Box::leak(id.to_owned().into_boxed_str());
    ids.insert(kept);
    kept
}

#[cfg(test)]
mod tests;
