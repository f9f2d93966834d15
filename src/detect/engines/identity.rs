//! Ids with letters that states give to persons: by their shape, with a word near that says them or a check that needs
//! none. The rows are those of [`super::super::catalogue::identity`].

use std::cell::RefCell;
use std::sync::OnceLock;

use super::super::Action;
use super::super::catalogue::identity::{Identity, each};
use super::super::catalogue::{self as c, Slot};
use super::super::finder::{Found, Named};
use super::super::keybook::Book;
use super::super::keys;
use super::assign::is_key_byte;
use super::value::ends_colour;

/// How far before an id a word may stand that says what it is.
const BEFORE: usize = 48;
/// How far behind.
const BEHIND: usize = 24;
/// Groups before the place at which an id may begin.
const GROUPS: usize = 4;
/// The longest id, separators not counted.
const LONGEST: usize = 20;

/// The rows, those whose ids are digits alone by how many, and all by the bytes that an id can begin with.
struct Rows {
    all: Vec<(Slot, &'static Identity)>,
    numeric: [Vec<Number>; LONGEST + 1],
    by_first: [Vec<Shape>; 256],
}

/// A way in which an id is written.
#[derive(Clone, Copy)]
struct Shape {
    row: u8,
    shape: &'static str,
    /// The kinds of bytes (see [`kind`]) that may stand in its first places, one byte each: they tell nearly all others.
    lead: u64,
}

/// Places of a lead.
const LEAD: usize = size_of::<u64>();
/// The lowest bit of each place.
const EACH: u64 = u64::MAX / 0xFF;

/// A bit for a digit, a letter, or another byte.
fn kind(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => 1,
        b'A'..=b'Z' | b'a'..=b'z' => 2,
        _ => 4,
    }
}

impl Shape {
    fn new(row: usize, shape: &'static str) -> Shape {
        let mut lead = [0; LEAD];
        spread(shape.as_bytes(), &mut lead);
        Shape { row: row as u8, shape, lead: u64::from_le_bytes(lead) }
    }
}

/// Adds to each place the kinds of bytes that may stand there: separators may stand or not, and no letter or digit
/// stands right behind an id.
fn spread(shape: &[u8], lead: &mut [u8]) {
    let Some((place, behind)) = lead.split_first_mut() else { return };
    let Some((want, rest)) = shape.split_first() else {
        *place |= 4;
        return behind.fill(7);
    };
    if *want == b'_' {
        *place |= 4;
        spread(rest, behind);
        return spread(rest, lead);
    }
    *place |= match want {
        b'0' => 1,
        b'@' => 2,
        b'*' => 3,
        b'?' => 6,
        other => kind(*other),
    };
    spread(rest, behind);
}

impl Rows {
    /// The shapes that an id at `start` may have, by its first bytes.
    fn at(&self, text: &[u8], start: usize) -> impl Iterator<Item = &Shape> {
        let kinds: [u8; LEAD] = std::array::from_fn(|place| text.get(start + place).map_or(4, |&byte| kind(byte)));
        let kinds = u64::from_le_bytes(kinds);
        let fits = move |shape: &&Shape| {
            let taken = shape.lead & kinds;
            (taken | taken >> 1 | taken >> 2) & EACH == EACH
        };
        self.by_first[usize::from(text[start])].iter().filter(fits)
    }
}

/// A row whose ids are digits alone.
struct Number {
    row: u8,
    /// What digits alone must pass; none where a letter may stand behind them.
    check: Option<fn(&[u8]) -> bool>,
}

/// Whether all places of the shape are digits: rows of digits are looked at by themselves.
fn is_numeric(shape: &str) -> bool {
    shape.bytes().all(|want| matches!(want, b'_' | b'-') || want.is_ascii_digit())
}

fn rows() -> &'static Rows {
    static ROWS: OnceLock<Rows> = OnceLock::new();
    ROWS.get_or_init(|| {
        let first = each().next().and_then(|row| Slot::named(row.id));
        let slots = Slot::each().skip_while(|slot| Some(*slot) != first);
        let all: Vec<_> = slots.zip(each()).collect();
        let mut numeric = [const { Vec::new() }; LONGEST + 1];
        for (index, (_, row)) in all.iter().enumerate() {
            for shape in row.shapes {
                let places = shape.bytes().filter(|&want| !matches!(want, b'_' | b'-')).count();
                // The last may be a letter: `12.345.678-K`.
                let ends = shape.ends_with('*');
                let head = shape.strip_suffix('*').unwrap_or(shape);
                if is_numeric(head) {
                    let check = row.check.filter(|_| !row.shapes.iter().any(|shape| shape.ends_with('*')));
                    let counts = places - usize::from(ends)..=places;
                    numeric[counts].iter_mut().for_each(|rows| rows.push(Number { row: index as u8, check }));
                }
            }
        }
        let mut by_first = [const { Vec::new() }; 256];
        for (index, (_, row)) in all.iter().enumerate() {
            for shape in row.shapes.iter().filter(|shape| !is_numeric(shape)) {
                let written = Shape::new(index, shape);
                let begins = |byte: &usize| takes(shape.as_bytes()[0], *byte as u8);
                (0..128).filter(begins).for_each(|byte| by_first[byte].push(written));
            }
        }
        Rows { all, numeric, by_first }
    })
}

/// The first four letters of all words, hashed to a bit each: they say of nearly all texts that none of the words is in
/// them, at a tenth of the cost of taking the text apart.
struct Beginnings([u64; BITS / 64]);

const BITS: usize = 1 << 13;

/// The place of a word by its first four letters, small ones; fewer where it is shorter.
fn beginning(word: &[u8]) -> usize {
    let mut four = [0; 4];
    let letters = word.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic());
    four.iter_mut().zip(letters).for_each(|(place, letter)| *place = letter | 0x20);
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> (32 - BITS.trailing_zeros())) as usize
}

impl Beginnings {
    fn of_all() -> &'static Beginnings {
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
    fn may_be_in(&self, text: &[u8]) -> bool {
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

/// Longer keys name nothing.
const LONGEST_KEY: usize = 96;

thread_local! {
    static NAMED: RefCell<Book<Named>> = RefCell::new(Book::new(Named::default()));
}

/// The rows that a key names. Remembered: asking all rows takes a microsecond.
pub fn named_by(key: &[u8]) -> Named {
    if key.len() > LONGEST_KEY {
        return Named::default();
    }
    NAMED.with_borrow_mut(|book| book.remembered(key, judged))
}

fn judged(key: &[u8]) -> Named {
    let words = keys::spelled(key);
    let mut named = Named::default();
    for (index, (_, row)) in rows().all.iter().enumerate() {
        if row.words.iter().any(|word| says(&words, word)) {
            named.add(index);
        }
    }
    named
}

/// Whether the words, each with a blank before and behind it, hold this one: a long one may be the beginning of a word.
fn says(words: &str, word: &str) -> bool {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    memchr::memchr_iter(b' ', words).any(|blank| {
        let rest = &words[blank + 1..];
        rest.starts_with(word) && (word.len() >= 5 || rest.get(word.len()) == Some(&b' '))
    })
}

/// The words of a text, small letters, a blank before and behind each: `my driver's_license` is ` my driver s license `.
fn spelled(text: &[u8]) -> String {
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

/// An id by its shape.
struct Id {
    /// Its letters, digits and signs, capitals.
    compact: [u8; LONGEST],
    len: usize,
    end: usize,
}

/// Whether a place of a shape takes the byte.
fn takes(want: u8, byte: u8) -> bool {
    match want {
        b'0' => byte.is_ascii_digit(),
        b'@' => byte.is_ascii_alphabetic(),
        b'*' => byte.is_ascii_alphanumeric(),
        b'?' => byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'+'),
        other => byte.eq_ignore_ascii_case(&other),
    }
}

/// What of the text at `start` fits the shape.
fn fits(shape: &str, text: &[u8], start: usize) -> Option<Id> {
    let mut id = Id { compact: [0; LONGEST], len: 0, end: start };
    for want in shape.bytes() {
        let byte = text.get(id.end).copied().unwrap_or(0);
        if want == b'_' {
            id.end += usize::from(matches!(byte, b' ' | b'-' | b'.' | b'/'));
            continue;
        }
        if !takes(want, byte) {
            return None;
        }
        *id.compact.get_mut(id.len)? = byte.to_ascii_uppercase();
        id.len += 1;
        id.end += 1;
    }
    let joined = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let open = match text.get(id.end) {
        Some(b'_') => true,
        Some(b'-' | b'/' | b'+' | b'.' | b'=' | b'@') => joined(id.end + 1),
        _ => joined(id.end),
    };
    (!open && id.compact[..id.len].iter().any(u8::is_ascii_digit)).then_some(id)
}

/// Whether an id may begin at `start`.
fn begins(text: &[u8], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).map(|before| text[before]) else { return true };
    match before {
        b'_' => false,
        b'-' | b'/' | b'+' | b'.' | b'@' => start < 2 || !text[start - 2].is_ascii_alphanumeric(),
        _ if before.is_ascii_alphanumeric() => {
            ends_colour(text, start)
                || start >= 2 && text[start - 2] == b'\\' && matches!(before, b'n' | b't' | b'r')
                || start >= 3 && text[start - 3] == b'%' && text[start - 2].is_ascii_hexdigit()
        }
        _ => true,
    }
}

/// The first bytes of the groups of letters and digits at `at` and before it, the nearest first.
fn starts(text: &[u8], at: usize) -> ([usize; GROUPS + 2], usize) {
    let (mut starts, mut count) = ([0; GROUPS + 2], 0);
    let mut end = at + 1;
    while count <= GROUPS {
        let run = text[..end].iter().rev().take(LONGEST + 2).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if run == 0 || run > LONGEST {
            break;
        }
        starts[count] = end - run;
        count += 1;
        // The letter of an escape: `\nAB123456C`.
        let first = end - run;
        if count <= GROUPS && begins(text, first + 1) && first > 0 && text[first - 1] == b'\\' {
            starts[count] = first + 1;
            count += 1;
        }
        if first == 0 || !matches!(text[first - 1], b' ' | b'-' | b'+' | b'.' | b'/') {
            break;
        }
        end = first - 1;
    }
    (starts, count)
}

/// Looks at the code that reached its length at `at`.
pub fn find(found: &mut Found, at: usize) {
    let (starts, count) = starts(found.text, at);
    for &start in &starts[..count] {
        if begins(found.text, start) && found_at(found, start) {
            return;
        }
    }
}

/// Looks at the digit at `at`, behind which a blank and a capital stand: `AB 12 34 56 C`.
pub fn find_spaced(found: &mut Found, at: usize) {
    if is_spaced(found.text, at) {
        find(found, at);
    }
}

/// Whether the digit at `at` ends such a row of pairs.
pub fn is_spaced(text: &[u8], at: usize) -> bool {
    at >= 8 && text[at - 2] == b' ' && text[at - 5] == b' ' && text[at - 1].is_ascii_digit()
}

/// Whether the line of the code at `at` must be opened: it has the shape of an id, and its check holds or something
/// before it says what it is.
pub fn is_suspect(text: &[u8], at: usize) -> bool {
    let (starts, count) = starts(text, at);
    starts[..count].iter().any(|&start| begins(text, start) && may_be_at(text, start))
}

/// How far before a code its key is looked for, before its line is opened.
const FAR: usize = 256;

fn may_be_at(text: &[u8], start: usize) -> bool {
    let rows = rows();
    let mut around = None;
    rows.at(text, start).any(|shape| {
        let row = rows.all[usize::from(shape.row)].1;
        let Some(id) = fits(shape.shape, text, start) else { return false };
        let compact = &id.compact[..id.len];
        row.check.is_some_and(|check| check(compact)) || row.sure.is_some_and(|sure| sure(compact)) || {
            let (words, national) = around.get_or_insert_with(|| {
                let end = text.len().min(id.end + BEHIND);
                let near = &text[start.saturating_sub(FAR)..end];
                let words = if Beginnings::of_all().may_be_in(near) { spelled(near) } else { String::new() };
                (words, is_under_national(text, start))
            });
            *national || row.words.iter().any(|word| words.contains(word))
        }
    })
}

/// Whether the key right before a code names a number that a state gives to a person.
fn is_under_national(text: &[u8], start: usize) -> bool {
    let before = &text[start.saturating_sub(FAR)..start];
    let sign = |byte: &u8| matches!(byte, b' ' | b':' | b'=' | b'"' | b'\'' | b'\\');
    let end = before.iter().rposition(|byte| !sign(byte)).map_or(0, |last| last + 1);
    let len = before[..end].iter().rev().take_while(|&&byte| is_key_byte(byte)).count();
    keys::said_by(&before[end - len..end]).national
}

/// Judges a value whose key names the row, or an id of any state; whether it is one.
pub fn judge(found: &mut Found, row: Option<u8>, sure: bool, range: (usize, usize), quote: bool) -> bool {
    let value = &found.text[range.0..range.1];
    let digits = value.iter().all(u8::is_ascii_digit);
    let row = row.map(|row| rows().all[usize::from(row)]);
    let fits = is_id(value)
        && match row {
            _ if sure => true,
            Some((_, row)) => row.shapes.iter().filter_map(|shape| fits(shape, value, 0)).any(|id| {
                let passes = |check: fn(&[u8]) -> bool| check(&id.compact[..id.len]);
                id.end == value.len() && (!digits || row.check.is_none_or(passes))
            }),
            None => !quote || super::super::checks::national::person(value),
        };
    let slot = row.map_or(c::NATIONAL_ID, |(slot, _)| slot);
    if fits {
        found.add_quoted(range.0, range.1, slot, Action::Stars, quote);
    }
    fits && found.finder.is_on(slot)
}

/// Whether the value looks like an id: digits, most of them, and capitals or small letters, in groups.
fn is_id(value: &[u8]) -> bool {
    let count = |is: fn(&u8) -> bool| value.iter().filter(|byte| is(byte)).count();
    let (digits, dots) = (count(u8::is_ascii_digit), count(|&byte| byte == b'.'));
    let plain = count(u8::is_ascii_alphanumeric);
    let sign =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+');
    (7..=LONGEST).contains(&plain)
        && digits >= 4
        && digits * 5 >= plain * 2
        && value.iter().all(sign)
        && value[0].is_ascii_alphanumeric()
        && value.windows(2).all(|pair| pair.iter().any(u8::is_ascii_alphanumeric))
        && !(value.iter().any(u8::is_ascii_uppercase) && value.iter().any(u8::is_ascii_lowercase))
        // A decimal, a date.
        && (dots != 1 || plain + dots < value.len())
        && !super::digits::is_date(value)
}

/// The end of a value that begins at `start` and goes on behind the blank at `end`, as its row writes it: `AB 12 34 56 C`.
pub fn further(text: &[u8], row: Option<u8>, start: usize, end: usize) -> usize {
    let shapes = row.map_or(&[][..], |row| rows().all[usize::from(row)].1.shapes);
    shapes.iter().filter_map(|shape| fits(shape, text, start)).map(|id| id.end).fold(end, usize::max)
}

/// How many words may stand between a name and an id: `passport of mine is AB1234567`.
const BETWEEN: usize = 4;

/// Looks for the id that a name announces whose text goes on at `behind`: `nhs number is 943 476 5919`.
pub fn find_said(found: &mut Found, behind: usize) {
    let text = found.text;
    let mut at = behind;
    for _ in 0..BETWEEN {
        let word = text[at..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if text[at..at + word].iter().any(u8::is_ascii_digit) {
            if begins(text, at) && !found_at(found, at) {
                super::digits::find_named(found, at);
            }
            return;
        }
        at += word;
        at += text[at..].iter().take(2).take_while(|byte| matches!(byte, b' ' | b'.' | b'#' | b':')).count();
        if word == 0 || text.get(at).is_none_or(|byte| !byte.is_ascii_alphanumeric()) {
            return;
        }
    }
}

/// Looks at the row of digits that begins at `start`; whether it is an id. `digits` are the row's alone.
pub fn find_number(found: &mut Found, start: usize, digits: &[u8]) -> bool {
    let Some(numeric) = rows().numeric.get(digits.len()).filter(|numeric| !numeric.is_empty()) else { return false };
    let mut near = None;
    // The check is asked before the shape: nine in ten rows end there.
    numeric.iter().any(|number| {
        number.check.is_none_or(|check| check(digits))
            && begins(found.text, start)
            && fits_row(found, start, usize::from(number.row), false, &mut near)
    })
}

fn found_at(found: &mut Found, start: usize) -> bool {
    let mut near = None;
    let mut last = None;
    rows().at(found.text, start).any(|shape| {
        last.replace(shape.row) != Some(shape.row) && fits_row(found, start, usize::from(shape.row), true, &mut near)
    })
}

/// Whether row number `index` is at `start`; it is taken then. `keyed`: whether its key before it is enough.
fn fits_row(found: &mut Found, start: usize, index: usize, keyed: bool, near: &mut Option<Near>) -> bool {
    let text = found.text;
    let (slot, row) = rows().all[index];
    let named = found.context.named.has(index);
    for shape in row.shapes {
        let Some(id) = fits(shape, text, start) else { continue };
        let compact = &id.compact[..id.len];
        let passes = row.check.is_none_or(|check| check(compact));
        if !(passes || keyed || named) {
            continue;
        }
        let near = near.get_or_insert_with(|| Near::of(text, start, id.end));
        let known = named
            || row.sure.is_some_and(|sure| sure(compact))
            || passes && (keyed && found.context.national || near.says(row))
            || keyed && near.is_key_of(row);
        let slot = match known && found.finder.is_on(slot) {
            true => slot,
            false if row.is_checked && passes => c::BARE_ID,
            false => continue,
        };
        if found.finder.is_on(slot) {
            found.add(start, id.end, slot, Action::Stars);
            return true;
        }
    }
    false
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
struct Near {
    before: Spoken,
    behind: Spoken,
    /// Whether a `:` or `=` stands right before it.
    assigned: bool,
}

impl Near {
    fn of(text: &[u8], start: usize, end: usize) -> Near {
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

    fn says(&self, row: &Identity) -> bool {
        row.words.iter().any(|word| self.before.says(word) || self.behind.says(word))
    }

    /// Whether the key right before it is the row's own: `nric: T1234567Z`.
    fn is_key_of(&self, row: &Identity) -> bool {
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
