//! A value whose key says what it is: what of it is masked, and how.

use super::super::catalogue as c;
use super::super::finder::Found;
use super::super::keys::KeyClass;
use super::super::{Action, checks};
use super::value::{is_masked, is_placeholder, is_tokenish};
use super::{digits, header, identity};

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// A JSON string, or a quoted value in a text.
    Quoted,
    /// A JSON number, boolean or null.
    Scalar,
    /// A bare word in a text.
    Bare,
}

/// Longer values than this are no numbers, names or addresses.
const MAX_WALKED: usize = 4096;

/// Judges `found.text[start..end]` by its key. Whether the key's word was the last one: the value needs no
/// further look.
pub fn judge(found: &mut Found, class: KeyClass, start: usize, end: usize, carrier: Carrier) -> bool {
    let text = found.text;
    let value = &text[start..end];
    let quote = carrier == Carrier::Scalar;
    if class == KeyClass::Authorization && carrier == Carrier::Bare {
        header::authorization(found, start, end);
        return true;
    }
    // Only credentials are long; nothing else is walked to its far end.
    let long = !matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Authorization | KeyClass::Cookie);
    if long && value.len() > MAX_WALKED {
        return false;
    }
    let digits = value.iter().filter(|byte| byte.is_ascii_digit()).count();
    let numeric = digits > 0
        && value
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+' | b'*'));
    let hide = |found: &mut Found, slot| {
        found.add_quoted(start, end, slot, Action::Hide, quote);
        found.finder.is_on(slot)
    };
    match class {
        KeyClass::None => false,
        KeyClass::Secret => {
            if is_placeholder(value) || is_masked(value) {
                return is_masked(value);
            }
            hide(found, c::SECRET_FIELD)
        }
        KeyClass::Doubtful => {
            let flag = matches!(value, b"true" | b"false")
                || digits == value.len() && (value.len() < 4 || quote && value.len() < 6);
            if flag
                || is_placeholder(value)
                || is_masked(value)
                || is_version(value)
                || value.first() == Some(&b'{') && carrier == Carrier::Bare
            {
                return is_masked(value);
            }
            hide(found, c::SECRET_FIELD)
        }
        KeyClass::Maybe => is_tokenish(value, 16) && !is_masked(value) && hide(found, c::SECRET_FIELD),
        KeyClass::Pin => {
            (3..=12).contains(&value.len())
                && value.iter().all(|byte| byte.is_ascii_alphanumeric())
                && digits >= 3
                && hide(found, c::SECRET_FIELD)
        }
        KeyClass::Authorization => {
            let flag = matches!(value, b"true" | b"false") || value.len() < 4 || quote;
            if flag
                || is_placeholder(value)
                || is_masked(value)
                || !value
                    .iter()
                    .any(|byte| matches!(byte, b' ' | b'=' | b'.' | b'-' | b'_' | b'/' | b'+') || byte.is_ascii_digit())
            {
                return is_masked(value);
            }
            hide(found, c::AUTHORIZATION)
        }
        KeyClass::Cookie => {
            if !quote {
                header::cookie(found, start, end);
            }
            !quote && found.finder.is_on(c::COOKIE)
        }
        KeyClass::Card => {
            if quote && is_float_card(value) {
                found.add_quoted(start, end, c::CARD_FIELD, Action::Hide, quote);
                return found.finder.is_on(c::CARD_FIELD);
            }
            if !numeric && !is_spread(value) || value.contains(&b'.') || value.contains(&b'/') {
                return false;
            }
            // Stars of an earlier mask count: what is left of two cards must not look like one.
            let digits = value.iter().filter(|byte| byte.is_ascii_digit() || **byte == b'*').count();
            if (13..=19).contains(&digits) {
                found.add_quoted(start, end, c::CARD_FIELD, Action::Card, quote);
            } else if digits == 12 {
                found.add_quoted(start, end, c::CARD_FIELD, Action::Stars, quote);
            }
            digits >= 12 && found.finder.is_on(c::CARD_FIELD)
        }
        KeyClass::Cvv => {
            let code = (3..=4).contains(&value.len()) && digits == value.len();
            if code {
                found.add_quoted(start, end, c::CARD_CODE, Action::Stars, quote);
            }
            code && found.finder.is_on(c::CARD_CODE)
        }
        KeyClass::Expiry => {
            let date = numeric && (1..=10).contains(&digits) && value.len() <= 10;
            if date {
                found.add_quoted(start, end, c::CARD_EXPIRY, Action::Stars, quote);
            }
            date && found.finder.is_on(c::CARD_EXPIRY)
        }
        KeyClass::Iban => {
            let plain = value.iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
            let iban = (15..=34).contains(&plain)
                && value[..2].iter().all(u8::is_ascii_alphabetic)
                && digits > 4
                && value.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-'));
            if iban {
                found.add(start, end, c::IBAN, Action::Iban);
            }
            iban && found.finder.is_on(c::IBAN)
        }
        KeyClass::Account => numbered(found, start, end, quote, 6..=20, c::ACCOUNT),
        KeyClass::Routing => numbered(found, start, end, quote, 8..=9, c::ROUTING),
        KeyClass::SortCode => numbered(found, start, end, quote, 6..=6, c::SORT_CODE),
        KeyClass::Bic => {
            let bic = matches!(value.len(), 8 | 11)
                && value[..6].iter().all(u8::is_ascii_uppercase)
                && value.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            if bic {
                found.add(start, end, c::BIC, Action::Hide);
            }
            bic
        }
        KeyClass::Ssn => {
            // As a number it lost the zeros that it begins with.
            let ssn = numeric && (digits == 9 || quote && (7..9).contains(&digits)) && value.len() <= 11;
            if ssn {
                found.add_quoted(start, end, c::SSN, Action::Ssn, quote);
            }
            ssn && found.finder.is_on(c::SSN)
        }
        KeyClass::Identity { row, sure } => identity::judge(found, row, sure, (start, end), quote),
        KeyClass::Phone => {
            let phone = (7..=15).contains(&digits)
                && !digits::is_date(value)
                && value.iter().all(|byte| {
                    byte.is_ascii_digit()
                        || matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+' | b'x' | b'e' | b't' | b',')
                });
            if phone {
                found.add_quoted(start, end, c::PHONE, Action::Phone, quote);
            }
            phone && found.finder.is_on(c::PHONE)
        }
        KeyClass::Email => {
            // In running text the `@` itself finds it, brackets and all.
            if carrier == Carrier::Bare {
                return false;
            }
            let at = memchr::memchr(b'@', value);
            if let Some(at) = at.filter(|&at| {
                at > 0
                    && at + 1 < value.len()
                    && !value.contains(&b' ')
                    && !value.starts_with(b"***@")
                    && !value[..at].ends_with(b"***")
            }) {
                let masked = at + 1 < value.len() && value.iter().filter(|&&byte| byte == b'@').count() == 1;
                if masked {
                    found.add(start, end, c::EMAIL, Action::Email);
                }
            }
            false
        }
        KeyClass::Name => {
            let name = !quote
                && value.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
                && !is_placeholder(value)
                && (carrier != Carrier::Bare || is_plain_name(value))
                && !value.iter().any(|byte| matches!(byte, b'{' | b'%' | b'$'))
                && value.len() <= 100;
            if name {
                found.add(start, end, c::NAME, Action::Initial);
            }
            name && found.finder.is_on(c::NAME)
        }
        KeyClass::Address => {
            let address = !quote && carrier == Carrier::Quoted && is_postal(value);
            if address {
                found.add(start, end, c::ADDRESS, Action::Address);
            }
            address && found.finder.is_on(c::ADDRESS)
        }
        KeyClass::BirthDate => {
            let date = checks::date::birth_date(value);
            if date {
                found.add_quoted(start, end, c::BIRTH_DATE, Action::Stars, quote);
            }
            date
        }
        KeyClass::Device => {
            let mac = (12..=17).contains(&value.len())
                && value.iter().filter(|byte| byte.is_ascii_hexdigit()).count() == 12
                && value.iter().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'-' | b'.'));
            if mac {
                found.add(start, end, c::MAC, Action::Device);
            }
            mac
        }
        KeyClass::Database => false,
    }
}

/// Whether a value is a package's version: `"passport-jwt":"^4.0.1"`.
fn is_version(value: &[u8]) -> bool {
    let number = value.strip_prefix(b"^").or_else(|| value.strip_prefix(b"~")).unwrap_or(value);
    let mut parts = number.split(|&byte| byte == b'.');
    parts.clone().count() == 3 && parts.all(|part| (1..=4).contains(&part.len()) && part.iter().all(u8::is_ascii_digit))
}

/// Whether a bare word is written as names are: a capital, small letters behind it.
fn is_plain_name(value: &[u8]) -> bool {
    value.len() > 1
        && (value[0].is_ascii_uppercase() || value[0] >= 0x80)
        && value[1..].iter().any(|byte| byte.is_ascii_lowercase() || *byte >= 0x80)
        && value
            .iter()
            .all(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80 || matches!(byte, b'-' | b'\'' | b'.' | b' '))
}

/// Whether a number is a card's with decimals or an exponent, as a table's software writes it: `4111111111111111.0`,
/// `4.111111111111111e15`.
fn is_float_card(value: &[u8]) -> bool {
    let mantissa = value.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let digits = value[..mantissa].iter().filter(|byte| byte.is_ascii_digit()).count();
    let whole = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match &value[mantissa..] {
        [] => (13..=19).contains(&whole) && whole < value.len(),
        [b'e' | b'E', ..] => whole == 1 && (6..=19).contains(&digits),
        _ => false,
    }
}

/// Whether a card's number is written with signs between its groups that no other number has: `_`, a dash or a blank
/// of more than one byte.
fn is_spread(value: &[u8]) -> bool {
    let mut at = 0;
    while at < value.len() {
        at += match &value[at..] {
            [byte, ..] if byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'_' | b'*') => 1,
            // No-break blanks, hyphens and dashes.
            [0xC2, 0xA0, ..] => 2,
            [0xE2, 0x80, 0x80..=0x95 | 0xAF, ..] => 3,
            _ => return false,
        };
    }
    true
}

fn numbered(
    found: &mut Found,
    start: usize,
    end: usize,
    quote: bool,
    lengths: std::ops::RangeInclusive<usize>,
    slot: c::Slot,
) -> bool {
    let value = &found.text[start..end];
    let count = value.iter().filter(|byte| byte.is_ascii_digit() || **byte == b'*').count();
    let fits = lengths.contains(&count)
        && value.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'*'));
    if fits {
        found.add_quoted(start, end, slot, Action::LastFour, quote);
    }
    fits && found.finder.is_on(slot)
}

/// Whether a value under an address key is a postal one: words and a number, or several words; no host,
/// no path, no URL, no mail address.
fn is_postal(value: &[u8]) -> bool {
    let letters = value.iter().filter(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80).count();
    let spaced = value.iter().any(|byte| matches!(byte, b' ' | b','));
    letters >= 3
        && spaced
        && !value.contains(&b'@')
        && !value.starts_with(b"[")
        && memchr::memmem::find(value, b"://").is_none()
        && !value.contains(&b'=')
        && value.len() <= 300
}
