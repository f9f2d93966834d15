//! Phone numbers, by their punctuation and the numbering plans; and dates, which are none.

use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::{Action, checks};
use super::super::value::ends_colour;
use super::{Group, Words, digits_of, said_before, touches_word, words};

/// Looks at the `+` at `at`, behind which a digit stands.
pub fn find_plus(found: &mut Found, at: usize) {
    international(found, at + 1);
}

/// `(415) 555-0132`, `415-555-0132`, `1-415-555-0132`.
pub(super) fn nanp(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    let [a, b, d] = [groups.get(index)?, groups.get(index + 1)?, groups.get(index + 2)?];
    if (a.len(), b.len(), d.len()) != (3, 3, 4) {
        return None;
    }
    let open = found.before(a.start) == b'(';
    let first = &text[a.end..b.start];
    let second = &text[b.end..d.start];
    let parted = if open { matches!(first, b") " | b")" | b")-" | b").") } else { matches!(first, b"-" | b"." | b" ") };
    if !parted || !matches!(second, b"-" | b"." | b" ") || !open && first != second {
        return None;
    }
    let spaced = first == b" " && second == b" ";
    if spaced && !said_before(text, a.start, &PHONE_WORDS) {
        return None;
    }
    let start = if open { a.start - 1 } else { a.start };
    if touches_word(text, start, d.end) && !open || text.get(d.end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    // `1-` or `+1 ` before it belongs to it; a further group joined by a dash makes it something else.
    let joined = |at: Option<usize>, beyond: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|byte| matches!(byte, b'-' | b'.'))
            && beyond.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric)
    };
    if joined(Some(d.end), Some(d.end + 1)) {
        return None;
    }
    let mut from = start;
    if index > 0 {
        let before = &groups[index - 1];
        let one = before.len() == 1 && text[before.start] == b'1' && start - before.end <= 1;
        if one && !touches_word(text, before.start, before.end) {
            from = before.start;
        } else if joined(start.checked_sub(1), start.checked_sub(2)) {
            return None;
        }
    } else if joined(start.checked_sub(1), start.checked_sub(2)) {
        return None;
    }
    if found.before(from) == b'+' {
        from -= 1;
    }
    let (digits, _) = digits_of(text, a.start, d.end)?;
    // Written as a phone number is, even a code that no one has (`(411) …`) is one.
    let shaped = open && digits[0] >= b'2' && digits[3] >= b'2';
    if !shaped && !checks::phone::nanp(&digits[..10]) {
        return None;
    }
    found.add(from, d.end, c::PHONE, Action::Phone);
    Some(3)
}

const PHONE_WORDS: Words =
    words(&[b"phone", b"tel", b"mobile", b"cell", b"call", b"sms", b"fax", b"whatsapp", b"dial", b"otp", b"contact"]);

/// A national number with its trunk zero: `090-1234-5678`, `020 7946 0958`.
pub(super) fn trunk(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    let [a, b, d] = [groups.get(index)?, groups.get(index + 1)?, groups.get(index + 2)?];
    let total = a.len() + b.len() + d.len();
    let separator = text[a.end];
    let uniform =
        b.start - a.end == 1 && d.start - b.end == 1 && text[b.end] == separator && matches!(separator, b'-' | b' ');
    if !uniform
        || text[a.start] != b'0'
        || text[a.start + 1..a.end].first().is_none_or(|&second| second == b'0')
        || !(2..=5).contains(&a.len())
        || !(3..=4).contains(&b.len())
        || d.len() != 4
        || !(10..=11).contains(&total)
    {
        return None;
    }
    let joined = |near: Option<&Group>, at: usize| near.is_some() && text.get(at) == Some(&separator);
    if touches_word(text, a.start, d.end)
        || joined(groups.get(index + 3), d.end)
        || index > 0 && text.get(a.start.wrapping_sub(1)) == Some(&separator)
        || separator == b' ' && !said_before(text, a.start, &PHONE_WORDS) && index > 0
    {
        return None;
    }
    found.add(a.start, d.end, c::PHONE, Action::Phone);
    Some(3)
}

/// A number behind `+`, whose first digit is at `at`.
pub(super) fn international(found: &mut Found, at: usize) {
    let text = found.text;
    let plus = at - 1;
    if plus > 0
        && (text[plus - 1].is_ascii_alphanumeric()
            && !(plus >= 2 && text[plus - 2] == b'\\')
            && !ends_colour(text, plus)
            || matches!(text[plus - 1], b')' | b']' | b'+' | b'.' | b'*'))
    {
        return;
    }
    // Groups of digits with single separators; brackets may stand around one.
    let mut digits = [0u8; 16];
    let (mut count, mut end, mut place) = (0, at, at);
    let mut ends = [(0usize, 0usize); 16];
    let mut groups = 0;
    while place < text.len() && count < 16 {
        let byte = text[place];
        if byte.is_ascii_digit() {
            digits[count] = byte;
            count += 1;
            end = place + 1;
            place += 1;
            if !text.get(place).is_some_and(u8::is_ascii_digit) && groups < 16 {
                ends[groups] = (count, end);
                groups += 1;
            }
        } else if matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'/') && place - end < 2 {
            place += 1;
        } else {
            break;
        }
    }
    // The longest prefix of whole groups that a numbering plan takes.
    for &(count, end) in ends[..groups].iter().rev() {
        if !(7..=15).contains(&count) || text.get(end).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            continue;
        }
        if text.get(end) == Some(&b':')
            || text.get(end) == Some(&b'.') && text.get(end + 1).is_some_and(u8::is_ascii_digit) && groups == 1
        {
            continue;
        }
        if checks::phone::international(&digits[..count]).is_some() {
            found.add(plus, end, c::PHONE, Action::Phone);
            return;
        }
    }
}

/// Whether a value of digits and separators is a date or a time.
pub fn is_date(value: &[u8]) -> bool {
    let digit =
        |range: std::ops::Range<usize>| value.get(range).is_some_and(|bytes| bytes.iter().all(u8::is_ascii_digit));
    let year_first = digit(0..4)
        && matches!(value.get(4), Some(b'-' | b'/' | b'.'))
        && digit(5..7)
        && value.get(7) == value.get(4)
        && digit(8..10);
    let year_last = digit(0..2)
        && matches!(value.get(2), Some(b'-' | b'/' | b'.'))
        && digit(3..5)
        && value.get(5) == value.get(2)
        && digit(6..10)
        && value.len() == 10;
    year_first || year_last
}
