//! Street addresses in running text: a number, a name, a word for a street; post-office boxes.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;

const STREETS: &[&[u8]] = &[
    b"street",
    b"st",
    b"avenue",
    b"ave",
    b"road",
    b"rd",
    b"boulevard",
    b"blvd",
    b"lane",
    b"ln",
    b"drive",
    b"dr",
    b"court",
    b"ct",
    b"place",
    b"pl",
    b"square",
    b"sq",
    b"terrace",
    b"ter",
    b"parkway",
    b"pkwy",
    b"highway",
    b"hwy",
    b"circle",
    b"cir",
    b"crescent",
    b"cres",
    b"close",
    b"trail",
    b"trl",
    b"way",
    b"mews",
    b"gardens",
    b"grove",
    b"alley",
    b"plaza",
    b"turnpike",
    b"expressway",
];
/// Those of them that mean other things too.
const WEAK: &[&[u8]] =
    &[b"way", b"drive", b"close", b"place", b"court", b"square", b"circle", b"trail", b"ter", b"pl", b"sq", b"cir"];
/// Words that end in a place but begin nothing on a street.
const UNITS: &[&[u8]] = &[b"apt", b"apartment", b"suite", b"ste", b"unit", b"floor", b"fl", b"room", b"rm"];

fn word(text: &[u8], at: usize) -> &[u8] {
    let len = text[at..]
        .iter()
        .take(24)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-') || **byte >= 0x80)
        .count();
    // `Street-----BEGIN`: dashes that join no letters end the word.
    let len = memchr::memmem::find(&text[at..at + len], b"--").unwrap_or(len);
    &text[at..at + len]
}

/// Looks at the digit at `at`, behind which a space and a capital letter stand.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    let at = at + 1;
    // The text may be a number cut out of its line.
    if text.get(at) != Some(&b' ') {
        return;
    }
    let digits = text[..at].iter().rev().take(7).take_while(|byte| byte.is_ascii_digit()).count();
    let start = at - digits;
    let escaped = start >= 2 && text[start - 2] == b'\\' && matches!(text[start - 1], b'n' | b't' | b'r');
    if digits > 6
        || start > 0
            && !escaped
            && (text[start - 1].is_ascii_alphanumeric()
                || matches!(text[start - 1], b'.' | b'-' | b':' | b'/' | b'_' | b'#' | b'=' | b'%' | b'@'))
    {
        return;
    }
    let mut place = at + 1;
    let mut names = 0;
    while names < 5 {
        let name = word(text, place);
        if name.is_empty() {
            return;
        }
        let next = place + name.len();
        let lower = name.to_ascii_lowercase();
        if names > 0
            && STREETS.contains(&lower.as_slice())
            && name[0].is_ascii_uppercase()
            && ends_street(text, next, WEAK.contains(&lower.as_slice()))
        {
            let end = unit_end(text, next);
            found.add(start, end, c::ADDRESS, Action::Address);
            return;
        }
        let capital = name[0].is_ascii_uppercase() || name[0].is_ascii_digit() && names < 2 || name[0] >= 0x80;
        let small =
            matches!(lower.as_slice(), b"of" | b"the" | b"de" | b"la" | b"le" | b"du" | b"des" | b"van" | b"von");
        if !capital && !small {
            return;
        }
        names += 1;
        place = next + usize::from(text.get(next) == Some(&b'.'));
        if text.get(place) != Some(&b' ') {
            return;
        }
        place += 1;
    }
}

/// `weak`: the street's word is one of many meanings, and must end the phrase.
fn ends_street(text: &[u8], at: usize, weak: bool) -> bool {
    if weak && text.get(at) == Some(&b' ') && !text.get(at + 1).is_some_and(u8::is_ascii_digit) {
        return false;
    }
    // `2016 Iain Lane <iain@example.com>`: a year and a name.
    !text[at..].starts_with(b" <") && !text.get(at).is_some_and(|byte| matches!(byte, b'_' | b'(' | b'=' | b'/'))
}

/// `, Apt 4B` behind a street belongs to it.
fn unit_end(text: &[u8], street: usize) -> usize {
    let mut at = street + usize::from(text.get(street) == Some(&b'.'));
    let end = at;
    while matches!(text.get(at), Some(b',' | b' ')) && at - end < 2 {
        at += 1;
    }
    let unit = word(text, at);
    if UNITS.contains(&unit.to_ascii_lowercase().as_slice()) {
        at += unit.len();
        while matches!(text.get(at), Some(b'.' | b' ' | b'#')) {
            at += 1;
        }
        let number = word(text, at).len();
        if number > 0 && number <= 6 {
            return at + number;
        }
    }
    end
}

/// `PO Box 123`, `P.O. Box 123`: looks at `box` at `at`.
pub fn find_box(found: &mut Found, at: usize) {
    let text = found.text;
    let lower = text[at.saturating_sub(8)..at].to_ascii_lowercase();
    const LEADS: &[&[u8]] = &[b"p.o. ", b"po ", b"p.o.", b"p o "];
    let Some(lead) = LEADS.iter().find(|lead| lower.ends_with(lead)) else { return };
    let start = at - lead.len();
    if start > 0 && text[start - 1].is_ascii_alphanumeric() {
        return;
    }
    let digits =
        text[at + 3..].iter().take(10).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'#')).count();
    let end = at + 3 + text[at + 3..at + 3 + digits].trim_ascii_end().len();
    if text[at + 3..end].iter().any(u8::is_ascii_digit) {
        found.add(start, end, c::ADDRESS, Action::Address);
    }
}
