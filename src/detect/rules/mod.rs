//! Own rules: detectors that a config brings along. They are found, checked and masked in every text in which the
//! built-in ones are, and are named beside them.
//!
//! A rule's pattern is tried only where one of its anchors stands: `look` finds all anchors of all rules in one pass,
//! one place a line; what it says opens the line. There, each rule whose anchor is in a text is tried once on all of it.
//! Patterns compile when they are first tried.
//!
//! Of a document, a rule sees each key and each value; and each member as it is written, `"key": "value"`, if its pattern
//! can reach over the quote and the colon between them.

mod allow;
mod anchors;
mod critique;
mod look;
mod named;
mod slashes;
mod strides;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::Action;
use super::anchors::{Hit, Kind};
use super::catalogue::Slot;
use super::checks::entropy::shannon;
use super::finder::Finding;
use look::Look;
use slashes::Unslashed;

pub use allow::{Allow, Target};
pub use anchors::{Anchors, SHORTEST, could_hold, weight};
pub use critique::{Flaw, critique};
pub use named::check_named;
/// A pattern taken apart.
pub use regex_syntax::hir::Hir;

/// The longest line on which a rule is tried to know whether the line must be opened; a longer one is.
const JUDGED: usize = 4 << 10;
/// No program of so many units fits into the greatest size of a compiled pattern, 10 MiB: a unit takes 24 bytes or more.
const LARGEST: usize = 500_000;
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
    /// Number of the group that is masked; 0 for the first one that holds something. Where there is no such group, the
    /// whole match is.
    pub group: usize,
    /// What is put in its place.
    pub action: Action,
    /// What is left alone though the pattern finds it: each list by itself.
    pub allow: Vec<Allow>,
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
            group: 0,
            action: Action::Hide,
            allow: Vec::new(),
        }
    }
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPattern {
    /// Byte range of the fault in the pattern; all of it where the whole is meant.
    pub span: Range<usize>,
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
    allow: Vec<Allow>,
    /// Whether it asks where a text begins or ends, so that a line says nothing about a value in it.
    at_edges: bool,
    /// Whether a match can reach from a key to its value.
    spans: bool,
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
            allow: spec.allow.clone(),
            spans: could_hold(&hir, b"\":", false),
            at_edges: hir.properties().look_set().contains_anchor(),
            compiled: OnceLock::new(),
        };
        let weight = anchors::weight(&hir);
        if weight > LARGEST {
            let reason = "compiled, it is larger than the size limit of 10 MiB".to_owned();
            return Err(BadPattern { span: 0..spec.pattern.len(), reason });
        }
        if weight > LARGE {
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
    pub fn each(&self, text: &[u8], sink: impl FnMut(usize, usize)) {
        self.each_within(text, 0..text.len(), sink);
    }

    /// The same, but of each value only what lies in a part of the text is one.
    fn each_within(&self, text: &[u8], part: Range<usize>, mut sink: impl FnMut(usize, usize)) {
        let Some(regex) = self.regex() else {
            // Fail closed.
            return sink(part.start, part.end);
        };
        // `secret` is None where the match lacks the group that is one.
        let mut take = |whole: Range<usize>, secret: Option<Range<usize>>| {
            let hidden = secret.clone().unwrap_or(whole.clone());
            let (start, end) = (hidden.start.max(part.start), hidden.end.min(part.end));
            if start >= end {
                return;
            }
            let value = &text[start..end];
            let masked = value.iter().all(|byte| *byte == b'*') || self.is_masked(value, &text[end..]);
            let random = self.entropy <= 0.0 || shannon(value) >= self.entropy;
            if !masked && random && self.check.is_none_or(|check| check(value)) {
                let allowed = secret.is_some_and(|secret| {
                    self.allow.iter().any(|allow| allow.holds(&text[secret.clone()], &text[whole.clone()]))
                });
                if !allowed {
                    sink(start, end);
                }
            }
        };
        if self.group < regex.captures_len() && regex.captures_len() > 1 {
            for captures in regex.captures_iter(text) {
                let Some(whole) = captures.get(0).map(|whole| whole.range()) else { continue };
                let group = match self.group {
                    0 => captures.iter().skip(1).flatten().find(|group| !group.is_empty()),
                    number => captures.get(number),
                };
                take(whole, group.map(|group| group.range()));
            }
        } else {
            regex.find_iter(text).for_each(|whole| take(whole.range(), Some(whole.range())));
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
    /// Whether one of them can reach from a key to its value.
    spans: bool,
}

impl Rules {
    /// Of these, in order.
    pub fn new(list: Vec<Rule>) -> Rules {
        let look = (!list.is_empty()).then(|| Look::new(&list));
        let spans = list.iter().any(|rule| rule.spans);
        Rules { list, look, spans }
    }

    /// Whether what is found in a value can hang on its key.
    pub fn span_members(&self) -> bool {
        self.spans
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

    /// Adds to `out` what the rules find in `text`; also behind the backslashes of quotes that stand in other quotes.
    pub fn find(&self, text: &[u8], out: &mut Vec<Finding>) {
        self.try_on(text, |rule| self.list[rule].each(text, |start, end| out.push(self.finding(rule, start, end))));
        if let Some(plain) = Unslashed::of(text) {
            let text = &plain.text;
            self.try_on(text, |rule| {
                self.list[rule].each(text, |start, end| {
                    let written = plain.written(start, end);
                    out.push(self.finding(rule, written.start, written.end));
                });
            });
        }
    }

    /// Adds to `out` what the rules find of the value of a member, as it is written, by its key: `value` is the part of
    /// `member` that counts.
    pub fn find_in_member(&self, member: &[u8], value: Range<usize>, out: &mut Vec<Finding>) {
        self.try_on(member, |rule| {
            if self.list[rule].spans {
                let each = |start, end| out.push(self.finding(rule, start, end));
                self.list[rule].each_within(member, value.clone(), each);
            }
        });
    }

    /// Tells `sink` the number of each rule that is worth trying on the text.
    fn try_on(&self, text: &[u8], sink: impl FnMut(usize)) {
        if let Some(look) = &self.look {
            look.rules(text, sink);
        }
    }

    fn finding(&self, rule: usize, start: usize, end: usize) -> Finding {
        Finding::new(start, end, Slot::own(rule), self.list[rule].action)
    }
}

fn sort(hits: &mut [Hit], before: usize) {
    if before < hits.len() {
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
