//! Ids with letters that states give to persons: by their shape, with a word near that says them or a check that needs
//! none. The rows are those of [`super::super::catalogue::identity`].

mod near;
mod shapes;

use std::cell::RefCell;

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::{Found, Named};
use super::super::keybook::Book;
use super::super::keys;
use super::assign::is_key_byte;
use super::value::ends_colour;
use near::{BEHIND, Beginnings, Near, says, spelled};
use shapes::{LONGEST, fits, rows};

/// Groups before the place at which an id may begin.
const GROUPS: usize = 4;
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
