//! Tokens that begin with a vendor's literal: one automaton over all literals, asked only around long
//! runs of token characters; behind a literal, the row's pattern.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::bytes::Regex;

use super::super::anchors::RUN;
use super::super::catalogue::infix::{Infix, PATTERNS};
use super::super::catalogue::{self, Slot, SlotSet};
use super::super::finder::Found;
use super::super::{Find, checks};
use super::digits;
use super::value::is_tokenish;

/// How far before a run a token's literal may begin.
const LEAD: usize = 40;

/// Runs longer than this are asked at most [`MAX_TRIES`] times.
const MAX_WALKED: usize = 4096;
const MAX_TRIES: usize = 32;

struct Row {
    slot: Slot,
    pattern: &'static str,
    check: Option<fn(&[u8]) -> bool>,
    /// Where its mark stands inside the token: how to find the token's start.
    infix: Option<&'static Infix>,
    compiled: OnceLock<Regex>,
}

impl Row {
    /// Where the token starts whose literal stands at `at`, if one can start there.
    fn start(&self, text: &[u8], at: usize) -> Option<usize> {
        match self.infix {
            Some(infix) => infix.start(text, at),
            None => begins(text, at).then_some(at),
        }
    }

    fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| {
            regex::bytes::RegexBuilder::new(&format!("^(?:{})", self.pattern))
                .unicode(false)
                .dot_matches_new_line(true)
                .build()
                .expect("the tests compile every pattern of the catalogue")
        })
    }
}

/// The rows that are on, and the automaton over their literals.
pub struct Tokens {
    rows: Vec<Row>,
    /// The row of each literal of the automaton.
    owners: Vec<u16>,
    literals: Vec<&'static str>,
    automaton: OnceLock<AhoCorasick>,
}

impl Tokens {
    fn row(&self, literal: usize) -> &Row {
        &self.rows[usize::from(self.owners[literal])]
    }

    /// Of the detectors in the set. The automaton is built when it is first asked.
    pub fn new(on: &SlotSet) -> Self {
        let mut tokens =
            Tokens { rows: Vec::new(), owners: Vec::new(), literals: Vec::new(), automaton: OnceLock::new() };
        for slot in Slot::each().filter(|slot| on.has(*slot)) {
            let infix = PATTERNS.iter().find(|infix| infix.id == slot.detector().id);
            let (literals, pattern, check) = match (slot.detector().find, infix) {
                (Find::Token { anchors, pattern, check }, _) => (anchors, pattern, check),
                (_, Some(infix)) => (infix.markers, infix.pattern, None),
                _ => continue,
            };
            let owner = tokens.rows.len() as u16;
            tokens.rows.push(Row { slot, pattern, check, infix, compiled: OnceLock::new() });
            for literal in literals {
                tokens.owners.push(owner);
                tokens.literals.push(literal);
            }
        }
        tokens
    }

    fn automaton(&self) -> &AhoCorasick {
        self.automaton.get_or_init(|| {
            AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(&self.literals)
                .expect("a few hundred short literals")
        })
    }
}

pub(super) fn is_run_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_lead_byte(byte: u8) -> bool {
    is_run_byte(byte) || matches!(byte, b'.' | b':' | b'/' | b'+' | b'=' | b'~' | b'!' | b' ' | b'$' | b',')
}

/// The run around `at` and what may stand before it.
fn around(text: &[u8], at: usize) -> (usize, usize, usize) {
    let mut start = (at + 1).saturating_sub(RUN);
    while start > 0 && is_run_byte(text[start - 1]) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < text.len() && is_run_byte(text[end]) {
        end += 1;
    }
    let mut lead = start;
    while lead > 0 && start - lead < LEAD && is_lead_byte(text[lead - 1]) {
        lead -= 1;
    }
    (lead, start, end)
}

/// Whether a token may begin at `at`: no letter or digit before it, or one that an escape made.
fn begins(text: &[u8], at: usize) -> bool {
    if at == 0 || !text[at - 1].is_ascii_alphanumeric() {
        return true;
    }
    let escaped = at >= 2 && text[at - 2] == b'\\' && matches!(text[at - 1], b'n' | b't' | b'r');
    let percent = at >= 3 && text[at - 3] == b'%' && text[at - 2..at].iter().all(u8::is_ascii_hexdigit);
    let unicode = at >= 6 && text[at - 6..].starts_with(b"\\u00");
    escaped || percent || unicode
}

/// Looks at the run that reached its length at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    let (lead, start, end) = around(text, at);
    let finder = found.finder;
    let tokens = &finder.tokens;
    let mut tries = 0;
    for seen in tokens.automaton().find_overlapping_iter(&text[lead..end]) {
        let row = tokens.row(seen.pattern().as_usize());
        let Some(from) = row.start(text, lead + seen.start()) else { continue };
        // A hostile run of beginnings must not be walked for each of them: it is hidden from there on.
        tries += usize::from(end - start > MAX_WALKED);
        if tries > MAX_TRIES {
            found.add(from, end, row.slot, super::super::Action::Hide);
            break;
        }
        let Some(captures) = row.regex().captures(&text[from..]) else { continue };
        let Some(masked) = captures.get(1).or_else(|| captures.get(0)) else { continue };
        if row.check.is_none_or(|check| check(masked.as_bytes())) {
            found.add(from + masked.start(), from + masked.end(), row.slot, row.slot.detector().action);
        }
    }
    digits::find_iban(found, start, end);
    if found.finder.is_on(catalogue::CRYPTO) {
        crypto(found, start, end);
    }
    if found.finder.is_on(catalogue::HIGH_ENTROPY) {
        // Dashes that join no characters part tokens: an armour's line behind one.
        let end = memchr::memmem::find(&text[start..end], b"---").map_or(end, |dashes| start + dashes);
        if checks::entropy::looks_random(&text[start..end]) && is_tokenish(&text[start..end], 20) {
            found.add(start, end, catalogue::HIGH_ENTROPY, super::super::Action::Hide);
        }
    }
}

/// A password hash that begins at `at`: its parts may be too short for a run.
pub fn find_hash(found: &mut Found, at: usize) {
    let Some(row) = found.finder.tokens.rows.iter().find(|row| row.slot == catalogue::PASSWORD_HASH) else { return };
    if let Some(hash) = row.regex().find(&found.text[at..]) {
        found.add(at, at + hash.end(), row.slot, row.slot.detector().action);
    }
}

/// Addresses of cryptocurrencies: a run by itself whose checksum holds.
fn crypto(found: &mut Found, start: usize, end: usize) {
    let run = &found.text[start..end];
    let valid = match run {
        [b'1' | b'3', ..] if (26..=35).contains(&run.len()) => checks::base58::bitcoin_address(run),
        [b'b' | b'B' | b't' | b'T', ..] if (26..=90).contains(&run.len()) => checks::bech32::bitcoin_address(run),
        [b'0', b'x', ..] if run.len() == 42 => checks::ethereum::address(run),
        [b'4' | b'8', ..] if matches!(run.len(), 95 | 106) => checks::monero::address(run),
        _ => false,
    };
    if valid {
        found.add(start, end, catalogue::CRYPTO, super::super::Action::Ends);
    }
}

/// Whether the look must go on for the run at `at`: it holds a literal, or what may be an IBAN or, where asked for, a random token.
pub fn is_suspect(finder: &super::super::finder::Finder, text: &[u8], at: usize) -> bool {
    let (lead, start, end) = around(text, at);
    let run = &text[start..end];
    let always = finder.is_on(catalogue::HIGH_ENTROPY) || finder.is_on(catalogue::CRYPTO);
    always
        || digits::may_be_iban(run)
        || start > 0 && text[start - 1] == b'\\' && digits::may_be_iban(&run[1..])
        || finder
            .tokens
            .automaton()
            .find_overlapping_iter(&text[lead..end])
            .any(|seen| finder.tokens.row(seen.pattern().as_usize()).start(text, lead + seen.start()).is_some())
}
