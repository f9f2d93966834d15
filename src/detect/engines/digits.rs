//! Rows of digits: payment cards, social security numbers, IBANs, phone numbers.

use super::super::anchors::DIGITS;
use super::super::catalogue as c;
use super::super::finder::Found;
use super::super::{Action, checks};
use super::identity;

/// The most digits looked at in one row.
const MAX_DIGITS: usize = 64;
/// The most groups of digits looked at in one row.
const MAX_GROUPS: usize = 24;
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
    fn around(text: &[u8], at: usize) -> Row {
        let digit = |place: usize| text.get(place).is_some_and(u8::is_ascii_digit);
        let mut row = Row { groups: [Group { start: 0, end: 0 }; MAX_GROUPS], count: 0 };
        let mut place = Row::first(text, at);
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
    let row = Row::around(text, at);
    if row.count == 0 {
        return;
    }
    let groups = &row.groups[..row.count];
    track(found, groups[0].start);
    app_token(found, groups[row.count - 1]);
    find_grouped_iban(found, groups[0].start);
    let mut index = 0;
    while index < groups.len() {
        let taken = card(found, groups, index)
            .or_else(|| security_number(found, groups, index))
            .or_else(|| nanp(found, groups, index))
            .or_else(|| trunk(found, groups, index))
            .or_else(|| national(found, groups, index))
            .or_else(|| numbered(found, groups, index));
        index += taken.unwrap_or(1);
    }
    if found.byte(groups[0].start.wrapping_sub(1)) == b'+'
        || groups[0].start >= 1 && found.before(groups[0].start) == b'('
    {
        let plus = if found.before(groups[0].start) == b'+' { groups[0].start } else { return };
        international(found, plus);
    }
    // A `+` inside the row.
    for group in &groups[1..] {
        if found.before(group.start) == b'+' {
            international(found, group.start);
        }
    }
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

/// A token of a Facebook app: its id, `|`, and 27 letters.
fn app_token(found: &mut Found, id: Group) {
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
fn track(found: &mut Found, number: usize) {
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

/// Looks at the `+` at `at`, behind which a digit stands.
pub fn find_plus(found: &mut Found, at: usize) {
    international(found, at + 1);
}

fn touches_word(text: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|at| text[at]);
    let after = text.get(end).copied();
    // The `m` that ends a colour code.
    let codes =
        text[..start].iter().rev().skip(1).take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let colour = start >= codes + 3 && text[start - 1] == b'm' && text[start - codes - 3..].starts_with(b"\x1B[");
    let escape = colour
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

const CARD_WORDS: Words = words(&[
    b"card", b"visa", b"master", b"amex", b"credit", b"debit", b"payment", b" pan", b"\"pan", b"cc ", b"cc:", b"cc=",
    b"charge",
]);
const REFERENCE_WORDS: Words = words(&[
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
fn card(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
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

/// What says that a number is one that a state gives to a person.
const NATIONAL_WORDS: Words = words(&[
    b"aadhaar",
    b"aadhar",
    b"uidai",
    b"cpf",
    b"cnpj",
    b"pesel",
    b"tckn",
    b"kimlik",
    b"tc no",
    b"tnin",
    b"thai",
    b"rrn",
    b"frn",
    b"resident reg",
    b"personnummer",
    b"personnr",
    b"nir ",
    b"nir:",
    b"insee",
    b"curit",
    b"nhs",
    b"social insurance",
    b"sin ",
    b"sin:",
    b"sin=",
    b"mon nas",
    b"nas:",
    b"tfn",
    b"tax file",
    b"steuer",
    b"idnr",
    b"national id",
    b"national_id",
    b"nationalid",
    b"id card",
    b"id_card",
    b"citizen id",
    b"citizen_id",
    b"identity n",
    b"identity_n",
    b"id number",
    b"id_number",
    b"rsa id",
    b"south african id",
    b"personal id",
    b"personal_id",
    b"tax id",
    b"tax_id",
    b"resident id",
    b"resident_id",
    b"turkish id",
    "ประชาชน".as_bytes(),
    "주민등록".as_bytes(),
    "외국인등록".as_bytes(),
    "身份证".as_bytes(),
    "身份證".as_bytes(),
]);

/// A number that a state gives to a person, which begins with group `index`, where a word says so or its form does; how
/// many groups it takes.
fn national(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    let first = groups[index];
    // The most groups that numbers are written in: `1 85 05 78 006 084 91`.
    let most = groups.len().min(index + 7);
    for last in (index..most).rev() {
        let (start, mut end) = (first.start, groups[last].end);
        if groups[index..=last].windows(2).any(|pair| pair[1].start - pair[0].end != 1) {
            continue;
        }
        let Some((digits, count)) = digits_of(text, start, end) else { continue };
        let digits = &digits[..count];
        if last == index && count == 17 && matches!(text.get(end), Some(b'X' | b'x')) {
            end += 1;
        }
        if !(9..=18).contains(&count) || touches_word(text, start, end) {
            continue;
        }
        let decimal = |at: usize| {
            text.get(at) == Some(&b'.') && text.get(at + 1).is_some_and(u8::is_ascii_digit)
                || at == start && start > 1 && text[start - 1] == b'.' && text[start - 2].is_ascii_digit()
        };
        let resident = last == index && checks::national::chinese(&text[start..end]);
        let brazilian = count == 11
            && last == index + 3
            && groups[index..=last].iter().map(Group::len).eq([3, 3, 3, 2])
            && text[end - 3] == b'-'
            && text[groups[index].end] == b'.'
            && checks::national::cpf(digits);
        let sure = brazilian || resident && !found.context.reference && !said_before(text, start, &REFERENCE_WORDS);
        let valid = || resident || checks::national::person(digits);
        let said = || found.context.national || said_before(text, start, &NATIONAL_WORDS);
        if sure || !decimal(end) && !decimal(start) && valid() && said() {
            found.add(start, end, c::NATIONAL_ID, Action::Stars);
            return Some(last - index + 1);
        }
    }
    None
}

const SECURITY_WORDS: Words = words(&[b"ssn", b"social", b"itin", b"tax"]);

/// A number of a state that begins with group `index` and whose own words stand near; how many groups it takes.
fn numbered(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let (mut digits, mut count) = ([0; 16], 0);
    for (taken, group) in groups[index..].iter().enumerate().take(6) {
        digits.get_mut(count..count + group.len())?.copy_from_slice(&found.text[group.start..group.end]);
        count += group.len();
        if count >= 7 && identity::find_number(found, groups[index].start, &digits[..count]) {
            return Some(taken + 1);
        }
    }
    None
}

/// `123-45-6789`.
fn security_number(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    let [a, b, d] = [groups.get(index)?, groups.get(index + 1)?, groups.get(index + 2)?];
    if (a.len(), b.len(), d.len()) != (3, 2, 4)
        || b.start - a.end != 1
        || d.start - b.end != 1
        || text[a.end] != text[b.end]
    {
        return None;
    }
    let separator = text[a.end];
    if touches_word(text, a.start, d.end)
        || matches!(found.before(a.start), b'-' | b'.')
            && separator == b'-'
            && a.start >= 2
            && text[a.start - 2].is_ascii_alphanumeric()
    {
        return None;
    }
    let joined_behind = text.get(d.end) == Some(&separator)
        && text.get(d.end + 1).is_some_and(u8::is_ascii_alphanumeric)
        && separator != b' ';
    if joined_behind || separator == b'+' || separator == b'(' || separator == b')' {
        return None;
    }
    if separator != b'-' && !said_before(text, a.start, &SECURITY_WORDS) {
        return None;
    }
    let (digits, _) = digits_of(text, a.start, d.end)?;
    let slot = if checks::ssn::ssn(&digits[..9]) {
        c::SSN
    } else if checks::ssn::itin(&digits[..9]) {
        c::ITIN
    } else {
        return None;
    };
    found.add(a.start, d.end, slot, Action::Ssn);
    Some(3)
}

/// `(415) 555-0132`, `415-555-0132`, `1-415-555-0132`.
fn nanp(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
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
fn trunk(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
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
fn international(found: &mut Found, at: usize) {
    let text = found.text;
    let plus = at - 1;
    if plus > 0
        && (text[plus - 1].is_ascii_alphanumeric() && !(plus >= 2 && text[plus - 2] == b'\\')
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

/// Whether a run of token characters begins as an IBAN does.
pub fn may_be_iban(run: &[u8]) -> bool {
    run.len() >= 4
        && run[0].is_ascii_alphabetic()
        && run[1].is_ascii_alphabetic()
        && run[2].is_ascii_digit()
        && run[3].is_ascii_digit()
        && checks::iban::iban_length([run[0].to_ascii_uppercase(), run[1].to_ascii_uppercase()]).is_some()
}

/// Looks for an IBAN at the start of the run `text[start..end]`.
pub fn find_iban(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let escaped = start > 0 && text[start - 1] == b'\\';
    for from in [start, start + usize::from(escaped)] {
        if from < end && may_be_iban(&text[from..end]) {
            iban_at(found, from);
        }
    }
}

/// Looks for an IBAN in groups: the letters of its country stand up to 14 bytes before the row's first digits (two
/// groups with letters may lie between), never inside the row.
fn find_grouped_iban(found: &mut Found, first: usize) {
    let text = found.text;
    for at in first.saturating_sub(14)..first {
        if text[at].is_ascii_alphabetic()
            && text.get(at + 2).is_some_and(u8::is_ascii_digit)
            && (at == 0
                || !text[at - 1].is_ascii_alphanumeric()
                || at >= 2 && text[at - 2] == b'\\' && matches!(text[at - 1], b'n' | b't' | b'r'))
            && may_be_iban(&text[at..text.len().min(at + 4)])
            && iban_at(found, at)
        {
            return;
        }
    }
}

fn iban_at(found: &mut Found, start: usize) -> bool {
    let text = found.text;
    let Some(length) =
        checks::iban::iban_length([text[start].to_ascii_uppercase(), text[start + 1].to_ascii_uppercase()])
    else {
        return false;
    };
    let mut compact = [0u8; 34];
    let (mut count, mut at) = (0, start);
    let mut separator = None;
    while count < length && at < text.len() {
        let byte = text[at];
        if byte.is_ascii_alphanumeric() {
            compact[count] = byte.to_ascii_uppercase();
            count += 1;
        } else if matches!(byte, b' ' | b'-')
            && separator.is_none_or(|known| known == byte)
            && count >= 2
            && text[at - 1].is_ascii_alphanumeric()
        {
            separator = Some(byte);
        } else {
            return false;
        }
        at += 1;
    }
    if count < length
        || text.get(at).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'_')
        || !checks::iban::iban(&compact[..count])
    {
        return false;
    }
    found.add(start, at, c::IBAN, Action::Iban);
    true
}
