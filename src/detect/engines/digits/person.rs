//! Numbers that states give to persons: by their form and check digits, or with a word near.

use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::{Action, checks};
use super::super::identity;
use super::card::REFERENCE_WORDS;
use super::{Group, Words, digits_of, said_before, touches_word, words};

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
pub(super) fn national(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let text = found.text;
    if !found.finder.is_on(c::NATIONAL_ID) {
        return None;
    }
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
pub(super) fn numbered(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
    let (mut digits, mut count) = ([0; 20], 0);
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
pub(super) fn security_number(found: &mut Found, groups: &[Group], index: usize) -> Option<usize> {
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
