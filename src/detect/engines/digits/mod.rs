//! Rows of digits: takes them apart into groups, and asks in turn who knows such a row.

mod card;
mod iban;
mod person;
mod phone;

use super::super::anchors::DIGITS;
use super::super::finder::Found;
use super::value::ends_colour;
pub use iban::{find_iban, may_be_iban};
pub use phone::{find_plus, is_date};

/// The most digits looked at in one row.
const MAX_DIGITS: usize = 64;
/// The most groups of digits looked at in one row.
const MAX_GROUPS: usize = 24;
/// The most groups of a number.
const LONGEST_NUMBER: usize = 8;
/// How far before a number a word may stand that says what it is.
const CONTEXT: usize = 32;

fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'+')
}

/// A group of digits in a row.
#[derive(Debug, Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
}

impl Group {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The row of digit groups around `at`: at most two separators between groups. Also whether letters, `_` or
/// decimals touch its ends.
struct Row {
    groups: [Group; MAX_GROUPS],
    count: usize,
}

impl Row {
    /// The groups from the digit at `place` on.
    fn from(text: &[u8], place: usize) -> Row {
        let digit = |place: usize| text.get(place).is_some_and(u8::is_ascii_digit);
        let mut row = Row { groups: [Group { start: 0, end: 0 }; MAX_GROUPS], count: 0 };
        let mut place = place;
        while row.count < MAX_GROUPS && digit(place) {
            let mut end = place;
            while digit(end) {
                end += 1;
            }
            row.groups[row.count] = Group { start: place, end };
            row.count += 1;
            place = end;
            let mut gap = 0;
            while gap < 2 && place < text.len() && is_separator(text[place]) {
                place += 1;
                gap += 1;
            }
        }
        row
    }

    /// The first digit of the row around `at`.
    fn first(text: &[u8], at: usize) -> usize {
        let mut first = at;
        let (mut gap, mut digits) = (0, 0);
        for start in (at.saturating_sub(96)..=at).rev() {
            let byte = text[start];
            if byte.is_ascii_digit() {
                first = start;
                digits += 1;
                gap = 0;
                if digits == MAX_DIGITS {
                    break;
                }
            } else {
                gap += 1;
                if gap > 2 && start != at || !is_separator(byte) {
                    break;
                }
            }
        }
        first
    }

    /// Whether the digits around `at` are an IPv4 address or a decimal number: one pass over few bytes, before the row
    /// is taken apart.
    fn is_dotted(text: &[u8], at: usize) -> bool {
        let inner = |place: usize| text[place].is_ascii_digit() || text[place] == b'.';
        let (mut start, mut end) = (at, at);
        while start > 0 && at - start < 20 && inner(start - 1) {
            start -= 1;
        }
        while end < text.len() && end - at < 20 && inner(end) {
            end += 1;
        }
        let edge = |byte: Option<&u8>| byte.is_none_or(|&byte| !is_separator(byte) && byte != b';');
        if end - start >= 16 || !edge(start.checked_sub(1).map(|before| &text[before])) || !edge(text.get(end)) {
            return false;
        }
        let (mut dots, mut octet, mut octets) = (0, 0, true);
        for &byte in &text[start..end] {
            if byte == b'.' {
                octets &= (1..4).contains(&octet);
                (dots, octet) = (dots + 1, 0);
            } else {
                octet += 1;
            }
        }
        dots == 3 && octets && (1..4).contains(&octet) || dots == 1 && text[start] != b'.'
    }
}

/// Copies the digits of `text[start..end]`; `None` if there are more than 34.
fn digits_of(text: &[u8], start: usize, end: usize) -> Option<([u8; 34], usize)> {
    let mut digits = [0; 34];
    let mut count = 0;
    for &byte in &text[start..end] {
        if byte.is_ascii_digit() {
            *digits.get_mut(count)? = byte;
            count += 1;
        }
    }
    Some((digits, count))
}

/// Looks at the row of digits that reached its length at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    if is_timestamp(text, at) || Row::is_dotted(text, at) {
        return;
    }
    let mut first = Row::first(text, at);
    loop {
        let row = Row::from(text, first);
        let groups = &row.groups[..row.count];
        if groups.is_empty() {
            return;
        }
        // A row of very many groups is taken piece by piece, each with what a number may have of the one before it.
        let asked = if groups.len() < MAX_GROUPS { groups.len() } else { MAX_GROUPS - LONGEST_NUMBER };
        let next = find_in(found, groups, asked);
        if groups.len() < MAX_GROUPS {
            return;
        }
        first = groups[next].start;
    }
}

/// Looks at the number that begins at `start`, before which a word says that it is one of a person.
pub fn find_named(found: &mut Found, start: usize) {
    let row = Row::from(found.text, start);
    let groups = &row.groups[..row.count];
    if !groups.is_empty() {
        find_in(found, groups, 1);
    }
}

/// Looks at the first `asked` of a row's groups; how many are done.
fn find_in(found: &mut Found, groups: &[Group], asked: usize) -> usize {
    card::track(found, groups[0].start);
    card::app_token(found, groups[groups.len() - 1]);
    iban::find_grouped_iban(found, groups[0].start);
    let mut index = 0;
    while index < asked {
        let taken = card::card(found, groups, index)
            .or_else(|| person::security_number(found, groups, index))
            .or_else(|| person::national(found, groups, index))
            .or_else(|| person::numbered(found, groups, index))
            .or_else(|| phone::nanp(found, groups, index))
            .or_else(|| phone::trunk(found, groups, index));
        index += taken.unwrap_or(1);
    }
    for group in groups {
        if found.before(group.start) == b'+' {
            phone::international(found, group.start);
        }
    }
    index
}

/// Whether the row that reached its length at `at` is the date and the hour of a time: `2026-11-20 09:`, by themselves.
fn is_timestamp(text: &[u8], at: usize) -> bool {
    let Some(start) = at.checked_sub(DIGITS - 1) else { return false };
    let Some(time) = text[start..].first_chunk::<14>() else { return false };
    let before = start.checked_sub(1).map_or(b'\n', |before| text[before]);
    let shaped = time.iter().zip(b"0000-00-00 00:").all(|(byte, shape)| match shape {
        b'0' => byte.is_ascii_digit(),
        _ => byte == shape,
    });
    shaped && matches!(before, b'"' | b'[' | b'\n' | b'=' | b'\'')
}

/// Whether letters, digits or `_` touch a range, the letter of an escape or of a colour code aside.
fn touches_word(text: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|at| text[at]);
    let after = text.get(end).copied();
    let escape = ends_colour(text, start)
        || start >= 2 && text[start - 2] == b'\\' && matches!(text[start - 1], b'n' | b't' | b'r')
        || start >= 3 && text[start - 3] == b'%' && text[start - 1].is_ascii_hexdigit()
        || start >= 6 && text[start - 6..].starts_with(b"\\u00");
    let word = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    word(before) && !escape || word(after)
}

/// Words that say what a number near them is, and by a bit each what they begin with.
struct Words {
    all: &'static [&'static [u8]],
    firsts: u128,
}

const fn words(all: &'static [&'static [u8]]) -> Words {
    let (mut firsts, mut index) = (0, 0);
    while index < all.len() {
        firsts |= 1 << (all[index][0] & 0x7F);
        index += 1;
    }
    Words { all, firsts }
}

/// Whether one of the words stands within [`CONTEXT`] bytes before `at`.
fn said_before(text: &[u8], at: usize, words: &Words) -> bool {
    let mut window = [0; CONTEXT];
    let from = at.saturating_sub(CONTEXT);
    let window = &mut window[..at - from];
    window.copy_from_slice(&text[from..at]);
    window.make_ascii_lowercase();
    // Few bytes of a window begin a word at all.
    let begins = |byte: u8| words.firsts >> (byte & 0x7F) & 1 == 1;
    window.iter().enumerate().any(|(place, byte)| {
        begins(*byte) && words.all.iter().any(|word| word[0] == *byte && window[place..].starts_with(word))
    })
}
