//! The words near an id, which say what it is.

use std::sync::OnceLock;

use super::super::super::catalogue::identity::{Identity, each};

/// How far before an id a word may stand that says what it is.
const BEFORE: usize = 48;
/// How far behind.
pub(super) const BEHIND: usize = 24;
/// The first four letters of all words, hashed to a bit each: they say of nearly all texts that none of the words is in
/// them, at a tenth of the cost of taking the text apart.
pub(super) struct Beginnings([u64; BITS / 64]);

const BITS: usize = 1 << 13;

/// The place of a word by its first four letters, small ones; fewer where it is shorter.
fn beginning(word: &[u8]) -> usize {
    let mut four = [0; 4];
    let letters = word.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic());
    four.iter_mut().zip(letters).for_each(|(place, letter)| *place = letter | 0x20);
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> (32 - BITS.trailing_zeros())) as usize
}

impl Beginnings {
    pub fn of_all() -> &'static Beginnings {
        static ALL: OnceLock<Beginnings> = OnceLock::new();
        ALL.get_or_init(|| {
            let mut bits = [0; BITS / 64];
            for word in each().flat_map(|row| row.words).filter(|word| word.as_bytes()[0].is_ascii()) {
                let place = beginning(word.as_bytes());
                bits[place / 64] |= 1 << (place % 64);
            }
            Beginnings(bits)
        })
    }

    /// Whether one of the words may stand in the text: at its start, behind a byte that is no letter, or as a hump of
    /// camel case; or the text has letters that are no ASCII.
    pub fn may_be_in(&self, text: &[u8]) -> bool {
        let mut before = b' ';
        text.iter().enumerate().any(|(at, &byte)| {
            let starts = byte.is_ascii_alphabetic()
                && (!before.is_ascii_alphabetic() || byte.is_ascii_uppercase() && before.is_ascii_lowercase());
            before = byte;
            byte >= 0x80
                || starts && {
                    let place = beginning(&text[at..]);
                    self.0[place / 64] >> (place % 64) & 1 == 1
                }
        })
    }
}

/// Whether the words, each with a blank before and behind it, hold this one: a long one may be the beginning of a word.
pub(super) fn says(words: &str, word: &str) -> bool {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    memchr::memchr_iter(b' ', words).any(|blank| {
        let rest = &words[blank + 1..];
        rest.starts_with(word) && (word.len() >= 5 || rest.get(word.len()) == Some(&b' '))
    })
}

/// The words of a text, small letters, a blank before and behind each: `my driver's_license` is ` my driver s license `.
pub(super) fn spelled(text: &[u8]) -> String {
    let mut words = String::from(" ");
    for letter in String::from_utf8_lossy(text).chars() {
        if letter.is_alphabetic() {
            words.extend(letter.to_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// What may stand behind an id's name in its key or label.
const TAILS: [&str; 8] = ["number", "no", "nr", "nummer", "num", "id", "code", "registration"];

/// The words of a text beside an id.
#[derive(Default)]
struct Spoken {
    /// As [`spelled`] has them.
    words: String,
    /// The same, with [`JOINT`] in place of a blank where software joins names: `passport.js`, `PAN-OS`, `sin(x)`; or where
    /// a number stands between two words: `RFC 3339 says`.
    joined: String,
}

const JOINT: char = '\u{1}';

impl Spoken {
    fn of(text: &[u8]) -> Spoken {
        let text = String::from_utf8_lossy(text);
        let (mut words, mut joined) = (String::from(" "), String::from(" "));
        let mut gap = String::new();
        for letter in text.chars() {
            if !letter.is_alphabetic() {
                gap.push(letter);
                continue;
            }
            if !gap.is_empty() && words.len() > 1 {
                joined.push(if is_joint(&gap) { JOINT } else { ' ' });
                words.push(' ');
            }
            gap.clear();
            words.extend(letter.to_lowercase());
            joined.extend(letter.to_lowercase());
        }
        if !words.ends_with(' ') {
            words.push(' ');
            joined.push(' ');
        }
        Spoken { words, joined }
    }

    /// Whether the word is said as one of prose or a label; one of several words may be joined in any way.
    fn says(&self, word: &str) -> bool {
        if word.contains(' ') {
            return says(&self.words, word);
        }
        let text = self.joined.as_str();
        text.match_indices(word).any(|(at, _)| {
            let starts = text[..at].ends_with([' ', JOINT]);
            let rest = &text[at + word.len()..];
            let end = rest.find([' ', JOINT]).unwrap_or(rest.len());
            let behind = rest[end..].strip_prefix(JOINT);
            let tailed = |behind: &str| TAILS.iter().any(|tail| behind.split([' ', JOINT]).next() == Some(tail));
            starts && (word.len() >= 5 || end == 0) && behind.is_none_or(tailed)
        })
    }
}

/// The most digits of a number that belongs to the word before it: `RFC 3339`. Longer ones are ids, of which more may
/// follow: `NPI 1234567893 and 1245319599`.
const NUMBERED: usize = 6;

/// Whether what stands between two words joins them.
fn is_joint(gap: &str) -> bool {
    let digits = gap.bytes().filter(u8::is_ascii_digit).count();
    let number =
        (1..=NUMBERED).contains(&digits) && !gap.contains([':', '=']) && !gap.ends_with(|c: char| c.is_ascii_digit());
    number || matches!(gap, "." | "-" | "(" | "::" | "->")
}

/// The words near an id.
#[derive(Default)]
pub(super) struct Near {
    before: Spoken,
    behind: Spoken,
    /// Whether a `:` or `=` stands right before it.
    assigned: bool,
}

impl Near {
    pub fn of(text: &[u8], start: usize, end: usize) -> Near {
        let line = |piece: &[u8]| memchr::memrchr(b'\n', piece).map_or(0, |at| at + 1);
        // No word is cut.
        let cut = start.saturating_sub(BEFORE);
        let from = cut + text[cut..start].iter().take_while(|byte| cut > 0 && byte.is_ascii_alphabetic()).count();
        let before = &text[from..start];
        if !Beginnings::of_all().may_be_in(&text[from..text.len().min(end + BEHIND)]) {
            return Near::default();
        }
        let before = &before[line(before)..];
        let behind = &text[end..text.len().min(end + BEHIND)];
        let behind = &behind[..memchr::memchr(b'\n', behind).unwrap_or(behind.len())];
        let sign = before.iter().rev().find(|byte| !matches!(byte, b' ' | b'"' | b'\'' | b'\\'));
        Near { before: Spoken::of(before), behind: Spoken::of(behind), assigned: matches!(sign, Some(b':' | b'=')) }
    }

    pub fn says(&self, row: &Identity) -> bool {
        row.words.iter().any(|word| self.before.says(word) || self.behind.says(word))
    }

    /// Whether the key right before it is the row's own: `nric: T1234567Z`.
    pub fn is_key_of(&self, row: &Identity) -> bool {
        self.assigned
            && row.words.iter().any(|word| {
                let key = self.before.words.trim_end();
                let key = TAILS.iter().fold(key, |key, last| {
                    key.strip_suffix(last).filter(|rest| rest.ends_with(' ')).map_or(key, str::trim_end)
                });
                key.strip_suffix(word).is_some_and(|rest| rest.ends_with(' ') || rest.is_empty())
            })
    }
}
