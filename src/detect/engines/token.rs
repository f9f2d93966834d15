//! Tokens that begin with a vendor's literal, or have one inside: looked for only around long runs of token
//! characters; where a literal stands, the row's pattern is tried.

use std::sync::OnceLock;

use regex::bytes::Regex;

use super::super::anchors::RUN;
use super::super::catalogue::infix::{Infix, PATTERNS};
use super::super::catalogue::{self, Slot, SlotSet};
use super::super::finder::Found;
use super::super::{Find, checks};
use super::value::{ends_colour, is_tokenish};
use super::{digits, shape};

/// How much of a text a pattern is tried on.
const WINDOW: usize = 1 << 14;
/// The most patterns tried on one run: one with more literals is no word and no path, and is hidden whole, so that a
/// hostile one costs no more than others.
const MAX_TRIES: usize = 24;
/// How far before a run a token's literal may begin.
const LEAD: usize = 40;

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

/// The rows that are on, and their literals.
pub struct Tokens {
    rows: Vec<Row>,
    literals: Literals,
}

/// All literals, found by their first two bytes and a hash of their first three: bits say for nearly all places of a
/// text that none stands there. (An Aho-Corasick automaton over the same 400 literals took four times as long over a
/// UUID.)
struct Literals {
    /// Each literal and its row.
    all: Vec<(&'static [u8], u16)>,
    /// One bit for each two bytes with which a literal begins.
    pairs: Vec<u64>,
    /// The same of the literals that may stand inside a word.
    inner_pairs: Vec<u64>,
    /// One bit a hash: a literal of three bytes or more begins so.
    begins: Vec<u64>,
    /// The literals of a hash, cut to fewer bits.
    lists: Vec<Vec<u16>>,
    /// Those of two bytes, and one bit for each such two.
    short: Vec<u16>,
    short_pairs: Vec<u64>,
}

/// Bits of the hash.
const HASH_BITS: u32 = 15;
/// Bits by which the hash is cut for the lists.
const CUT: u32 = 5;

fn hash(three: &[u8]) -> usize {
    let number = u32::from_le_bytes([three[0], three[1], three[2], 0]);
    (number.wrapping_mul(0x9E37_79B1) >> (32 - HASH_BITS)) as usize
}

fn pair_of(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn bit_of(bits: &[u64], place: usize) -> bool {
    bits[place / 64] >> (place % 64) & 1 == 1
}

impl Literals {
    fn new() -> Literals {
        Literals {
            all: Vec::new(),
            pairs: vec![0; 1024],
            inner_pairs: vec![0; 1024],
            begins: vec![0; (1 << HASH_BITS) / 64],
            lists: vec![Vec::new(); 1 << (HASH_BITS - CUT)],
            short: Vec::new(),
            short_pairs: vec![0; 1024],
        }
    }

    fn add(&mut self, literal: &'static str, row: u16, inner: bool) {
        let literal = literal.as_bytes();
        let number = self.all.len() as u16;
        self.all.push((literal, row));
        let pair = pair_of(literal);
        self.pairs[pair / 64] |= 1 << (pair % 64);
        self.inner_pairs[pair / 64] |= u64::from(inner) << (pair % 64);
        if literal.len() == 2 {
            self.short.push(number);
            self.short_pairs[pair / 64] |= 1 << (pair % 64);
        } else {
            let place = hash(literal);
            self.begins[place / 64] |= 1 << (place % 64);
            self.lists[place >> CUT].push(number);
        }
    }

    /// Tells `sink` the row of each literal that stands at `at` and ends before `to`. `sink` says whether to stop: so
    /// does this.
    #[inline(always)]
    fn at(&self, text: &[u8], at: usize, to: usize, sink: &mut impl FnMut(usize, u16) -> bool) -> bool {
        let Some(three) = text[at..to].first_chunk::<3>() else { return false };
        let pair = pair_of(three);
        if !bit_of(&self.pairs, pair) {
            return false;
        }
        // A million repeats of a literal are one token.
        if !bit_of(&self.inner_pairs, pair) && !begins(text, at) {
            return false;
        }
        let place = hash(three);
        let longer = if bit_of(&self.begins, place) { &self.lists[place >> CUT][..] } else { &[] };
        let short = if bit_of(&self.short_pairs, pair) { &self.short[..] } else { &[] };
        longer.iter().chain(short).any(|&number| {
            let (literal, row) = self.all[usize::from(number)];
            text[at..to].starts_with(literal) && sink(at, row)
        })
    }
}

/// Whether the run is one of hex digits, as ids and digests are: no mark stands inside it, only literals where a word
/// begins.
fn is_hex(run: &[u8]) -> bool {
    // Without a branch a byte: letters and digits come by lot.
    run.iter().fold(true, |all, &byte| all & HEX[usize::from(byte)])
}

const HEX: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'0'..=b'9' | b'a'..=b'f' | b'-');
        byte += 1;
    }
    table
};

impl Tokens {
    /// Of the detectors in the set.
    pub fn new(on: &SlotSet) -> Self {
        let mut tokens = Tokens { rows: Vec::new(), literals: Literals::new() };
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
                tokens.literals.add(literal, owner, infix.is_some());
            }
        }
        tokens
    }

    /// Tells `sink` each place in `text[lead..end]`, whose run begins at `start`, where a literal lets a row's token
    /// start: its first byte, its row. `sink` says whether to stop.
    fn each(&self, text: &[u8], (lead, start, end): (usize, usize, usize), mut sink: impl FnMut(usize, &Row) -> bool) {
        let mut sink = |at: usize, row: u16| {
            let row = &self.rows[usize::from(row)];
            row.start(text, at).is_some_and(|start| sink(start, row))
        };
        let literals = &self.literals;
        if is_hex(&text[start..end]) {
            // Two digits of an escape may stand before the word.
            let first = end.min(start + 3);
            let _ = (lead..first).any(|at| literals.at(text, at, end, &mut sink))
                || memchr::memchr_iter(b'-', &text[first..end])
                    .any(|dash| literals.at(text, first + dash + 1, end, &mut sink));
            return;
        }
        let _ = (lead..end).any(|at| literals.at(text, at, end, &mut sink));
    }
}

const RUN_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    table
};

pub(super) fn is_run_byte(byte: u8) -> bool {
    RUN_BYTES[usize::from(byte)]
}

fn is_lead_byte(byte: u8) -> bool {
    is_run_byte(byte)
        || matches!(byte, b'.' | b':' | b'/' | b'+' | b'=' | b'~' | b'!' | b' ' | b'$' | b',' | b'|' | b'^' | b'#')
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
    let hex = |a: u8, b: u8| a.is_ascii_hexdigit() && b.is_ascii_hexdigit();
    match text[..at] {
        [.., b'\\', b'n' | b't' | b'r'] | [.., b'\\', b'u', b'0', b'0', _, _] => true,
        [.., b'%', a, b] | [.., b'%', b'2', b'5', a, b] if hex(a, b) => true,
        _ => ends_colour(text, at),
    }
}

/// Looks at the run that reached its length at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    let (lead, start, end) = around(text, at);
    let finder = found.finder;
    let mut tries = 0;
    finder.tokens.each(text, (lead, start, end), |from, row| {
        if found.hidden.1 >= end && found.is_hidden(from) {
            return true;
        }
        tries += 1;
        if tries > MAX_TRIES {
            found.add(from.max(start), end, row.slot, row.slot.detector().action);
            return true;
        }
        let window = &text[from..text.len().min(from + WINDOW)];
        let captures = row.regex().captures(window);
        let Some(masked) = captures.as_ref().and_then(|captures| captures.get(1).or_else(|| captures.get(0))) else {
            return false;
        };
        if row.check.is_none_or(|check| check(masked.as_bytes())) {
            let mut to = from + masked.end();
            if masked.end() == window.len() {
                // A token longer than the window goes on as long as its bytes do.
                to += text[to..]
                    .iter()
                    .take_while(|&&byte| is_run_byte(byte) || matches!(byte, b'.' | b'+' | b'/' | b'='))
                    .count();
            }
            found.add(from + masked.start(), to, row.slot, row.slot.detector().action);
            if row.slot == catalogue::AWS_KEY_ID {
                shape::aws_secret(found, from, to);
            }
        }
        false
    });
    digits::find_iban(found, start, end);
    shape::find(found, start, end);
    if found.finder.is_on(catalogue::CRYPTO) {
        crypto(found, start, end);
    }
    if found.finder.is_on(catalogue::HIGH_ENTROPY) {
        // Two dashes are a joint: `token-----BEGIN`.
        let mut piece = start;
        while piece < end {
            let len = memchr::memmem::find(&text[piece..end], b"--").unwrap_or(end - piece);
            let token = &text[piece..piece + len];
            if checks::entropy::looks_random(token) && is_tokenish(token, 20) {
                found.add(piece, piece + len, catalogue::HIGH_ENTROPY, super::super::Action::Hide);
            }
            piece += len + 2;
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
    let mut seen = always
        || shape::is_suspect(text, start, end)
        || digits::may_be_iban(run)
        || start > 0 && text[start - 1] == b'\\' && digits::may_be_iban(&run[1..]);
    if !seen {
        finder.tokens.each(text, (lead, start, end), |_, _| {
            seen = true;
            true
        });
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_of_hex_digits() {
        assert!(PATTERNS.iter().flat_map(|infix| infix.markers).all(|mark| !is_hex(mark.as_bytes())));
    }
}
