//! Payment cards and what stands beside their numbers: stripes, expiry dates; and tokens that begin with an app's number.

use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::{Action, checks};
use super::{Group, Words, digits_of, said_before, touches_word, words};

/// A token of a Facebook app: its id, `|`, and 27 letters.
pub(super) fn app_token(found: &mut Found, id: Group) {
    let text = found.text;
    if text.get(id.end) != Some(&b'|') || !(13..=17).contains(&id.len()) || touches_word(text, id.start, id.end) {
        return;
    }
    let secret = &text[id.end + 1..];
    let letter = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let len = secret.iter().take(65).take_while(letter).count();
    let drawn = [u8::is_ascii_uppercase as fn(&u8) -> bool, u8::is_ascii_lowercase]
        .iter()
        .all(|of| secret[..len].iter().any(of));
    if (27..=64).contains(&len) && drawn {
        found.add(id.start, id.end + 1 + len, c::APP_TOKEN, Action::Hide);
    }
}

/// Magnetic stripe data: `;` or `%B` stands before the number.
pub(super) fn track(found: &mut Found, number: usize) {
    let text = found.text;
    let start = match text[..number] {
        [.., b';'] => number - 1,
        [.., b'%', b'B' | b'b'] => number - 2,
        _ => return,
    };
    if let Some(len) = checks::track::track_len(&text[start..]) {
        found.add(start, start + len, c::CARD_TRACK, Action::Hide);
    }
}

const CARD_WORDS: Words = words(&[
    b"card", b"visa", b"master", b"amex", b"credit", b"debit", b"payment", b" pan", b"\"pan", b"cc ", b"cc:", b"cc=",
    b"charge",
]);

pub(super) const REFERENCE_WORDS: Words = words(&[
    b"order",
    b"track",
    b"invoice",
    b"refer",
    b"trace",
    b"request",
    b"parcel",
    b"shipment",
    b"ticket",
    b"serial",
    b"isbn",
    b"ean",
    b"barcode",
    b"_id",
    b" id ",
    b"\"id\"",
    b"id:",
    b"id=",
    b"sku",
    b"job",
    b"batch",
    b"offset",
    b"seq",
    b"timestamp",
    b"snowflake",
    b"uuid",
    b"transaction",
    b"msgid",
    b"nonce",
    b"version",
]);

/// A payment card that begins with group `index`; how many groups it takes.
pub(super) fn card(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    let first = groups[index];
    if first.len() >= 13 {
        return bare_card(found, first);
    }
    if !(4..=6).contains(&first.len())
        || touches_word(text, first.start, text.len()) && found.before(first.start) != b'_'
    {
        return None;
    }
    let gap = groups.get(index + 1)?.start - first.end;
    let separator = text[first.end];
    if gap != 1 || !matches!(separator, b' ' | b'-' | b'.') {
        return None;
    }
    // The longest uniform row of at most six groups whose digits are a card.
    let mut last = index;
    while last + 1 < groups.len()
        && last - index < 5
        && groups[last + 1].start - groups[last].end == 1
        && text[groups[last].end] == separator
        && groups[last + 1].len() <= 7
    {
        last += 1;
    }
    // Four groups of four first: digits that happen to stand behind a card are no part of it.
    let fours =
        (index + 3 <= last && groups[index..=index + 3].iter().all(|group| group.len() == 4)).then_some(index + 3);
    for last in fours.into_iter().chain((index + 2..=last).rev()) {
        let (start, end) = (first.start, groups[last].end);
        let Some((digits, count)) = digits_of(text, start, end) else { continue };
        let shape = groups[index..last].iter().all(|group| group.len() >= 3);
        if !shape || !(13..=19).contains(&count) || !is_card(&digits[..count]) || touches_word(text, start, end) {
            continue;
        }
        let joined =
            |near: Option<&Group>, at: usize| separator == b'-' && near.is_some() && text.get(at) == Some(&b'-');
        if joined(groups.get(last + 1), end)
            || index > 0 && joined(groups.get(index - 1), start.wrapping_sub(1))
            || separator == b' ' && goes_on(text, end)
            || (separator == b'.' || is_counting(text, &groups[index..=last])) && !said_before(text, start, &CARD_WORDS)
        {
            continue;
        }
        found.add(start, end, c::CARD, Action::Card);
        expiry(found, end);
        return Some(last - index + 1);
    }
    None
}

/// Whether the last group goes on with another separator: `1111 078-05-1120`.
fn goes_on(text: &[u8], end: usize) -> bool {
    matches!(text.get(end), Some(b'-' | b'.')) && text.get(end + 1).is_some_and(u8::is_ascii_digit)
}

/// Whether the groups count up by small equal steps: a row of a table.
fn is_counting(text: &[u8], groups: &[Group]) -> bool {
    let number =
        |group: &Group| text[group.start..group.end].iter().fold(0u32, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    let step = number(&groups[1]).wrapping_sub(number(&groups[0]));
    (1..=16).contains(&step) && groups.windows(2).all(|pair| number(&pair[1]).wrapping_sub(number(&pair[0])) == step)
}

fn is_card(digits: &[u8]) -> bool {
    checks::issuer::issuer(digits).is_some() && checks::luhn::luhn(digits)
}

/// Whether the word right before the number is a card's, and nothing goes on behind it: `card_4111111111111111`.
fn is_glued(text: &[u8], group: Group) -> bool {
    let before = text[..group.start].strip_suffix(b"_").unwrap_or(&text[..group.start]);
    let word =
        &before[before.len() - before.iter().rev().take(16).take_while(|byte| byte.is_ascii_alphabetic()).count()..];
    [&b"card"[..], b"pan", b"cc", b"visa", b"amex", b"mastercard", b"creditcard", b"cardnumber"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
        && !text.get(group.end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

fn bare_card(found: &mut Found, group: Group) -> Option<usize> {
    let text = found.text;
    let digits = &text[group.start..group.end];
    if digits.len() > 19 || !is_card(digits) || touches_word(text, group.start, group.end) && !is_glued(text, group) {
        return None;
    }
    let decimal = |at: Option<usize>, beyond: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|&byte| byte == b'.')
            && beyond.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit)
    };
    if decimal(group.start.checked_sub(1), group.start.checked_sub(2)) || decimal(Some(group.end), Some(group.end + 1))
    {
        return None;
    }
    let dashed = |at: Option<usize>, beyond: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|&byte| byte == b'-')
            && beyond.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric)
    };
    let word = said_before(text, group.start, &CARD_WORDS);
    let reference = found.context.reference || said_before(text, group.start, &REFERENCE_WORDS);
    let usual = matches!(digits.len(), 14..=16);
    if !word
        && (!usual
            || reference
            || dashed(group.start.checked_sub(1), group.start.checked_sub(2))
            || dashed(Some(group.end), Some(group.end + 1)))
    {
        return None;
    }
    found.add(group.start, group.end, c::CARD, Action::Card);
    expiry(found, group.end);
    Some(1)
}

/// An expiry date (`11/29`) and a verification code shortly behind a card's number.
fn expiry(found: &mut Found, end: usize) {
    let text = found.text;
    let window = &text[end..text.len().min(end + 24)];
    let Some(slash) = window.iter().position(|&byte| byte == b'/') else { return };
    let digit = |at: usize| window.get(at).is_some_and(u8::is_ascii_digit);
    if slash < 2 || !digit(slash - 1) || !digit(slash - 2) || slash >= 3 && digit(slash - 3) {
        return;
    }
    let year = window[slash + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let month = (window[slash - 2] - b'0') * 10 + window[slash - 1] - b'0';
    if matches!(year, 2 | 4) && (1..=12).contains(&month) && window.get(slash + 1 + year) != Some(&b'/') {
        found.add(end + slash - 2, end + slash + 1 + year, c::CARD_EXPIRY, Action::Stars);
    }
}
