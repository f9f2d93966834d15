//! What an action makes of a value: the smallest replacements inside it, so that what stays is the
//! input's own bytes. Each gives the same again when it meets its own output.

use crate::detect::Action;

/// Eight stars.
pub const HIDDEN: &[u8] = b"********";

/// Tells `put` each replacement inside `value`: start, end, text. They come in order and are disjoint.
pub fn apply(action: Action, value: &[u8], put: &mut impl FnMut(usize, usize, &[u8])) {
    let whole = |put: &mut dyn FnMut(usize, usize, &[u8]), text: &[u8]| {
        if value != text {
            put(0, value.len(), text);
        }
    };
    match action {
        Action::Hide => whole(put, HIDDEN),
        Action::Address => whole(put, b"[ADDRESS]"),
        Action::Host => whole(put, b"[internal]"),
        Action::Part => whole(put, b"****"),
        Action::Ssn => whole(put, b"***-**-****"),
        Action::Card => {
            stars(value, |index, count| index >= 4 && index + 4 < count || count < 13, u8::is_ascii_digit, put)
        }
        Action::LastFour => {
            stars(value, |index, count| index + 4 < count || count <= 4, u8::is_ascii_alphanumeric, put)
        }
        Action::Iban => stars(value, |index, count| index >= 2 && index + 4 < count, u8::is_ascii_alphanumeric, put),
        Action::Stars => stars(value, |_, _| true, u8::is_ascii_alphanumeric, put),
        Action::Phone => phone(value, put),
        Action::Email => email(value, put),
        Action::Initial => {
            let first = first_character(value);
            if &value[first..] != b"***" {
                put(first, value.len(), b"***");
            }
        }
        Action::Network => network(value, put),
        Action::Device => device(value, put),
        Action::Ends => {
            if value.len() > 12 && &value[4..8] != b"****" || value.len() > 16 {
                put(4, value.len() - 4, b"****");
            } else if value != HIDDEN && value.get(4..8) != Some(b"****") {
                put(0, value.len(), HIDDEN);
            }
        }
    }
}

/// Puts a star for each byte that `counts` takes (a star counts too) and `hides` says so of: its index among those,
/// and their number.
fn stars(
    value: &[u8],
    hides: impl Fn(usize, usize) -> bool,
    counts: impl Fn(&u8) -> bool,
    put: &mut impl FnMut(usize, usize, &[u8]),
) {
    let counted = |byte: &u8| counts(byte) || *byte == b'*';
    let count = value.iter().filter(|byte| counted(byte)).count();
    let mut index = 0;
    for (at, byte) in value.iter().enumerate() {
        if counted(byte) {
            if hides(index, count) && *byte != b'*' {
                put(at, at + 1, b"*");
            }
            index += 1;
        }
    }
}

/// Behind a `+` the country code stays; the last four digits stay.
fn phone(value: &[u8], put: &mut impl FnMut(usize, usize, &[u8])) {
    let digits: Vec<u8> = value.iter().copied().filter(|byte| byte.is_ascii_digit() || *byte == b'*').collect();
    let national = digits.len() == 11 && digits[0] == b'1' && value[0] == b'1';
    let code = if value.first() == Some(&b'+') {
        crate::detect::checks::phone::international(&digits).unwrap_or_else(|| {
            // Masked already: what stands before the first star.
            digits.iter().take_while(|byte| byte.is_ascii_digit()).count().min(3)
        })
    } else {
        usize::from(national)
    };
    let keep = if digits.len() >= 7 { 4 } else { 0 };
    stars(value, |index, count| index >= code && index + keep < count, u8::is_ascii_digit, put);
}

fn email(value: &[u8], put: &mut impl FnMut(usize, usize, &[u8])) {
    let signs = [&b"@"[..], "＠".as_bytes(), b"%40", b"%2540"];
    let is_sign = |at: &usize| signs.iter().any(|sign| value[*at..].starts_with(sign));
    let Some(at) = (0..value.len()).rev().find(is_sign) else {
        return put(0, value.len(), HIDDEN);
    };
    let mut local = &value[..at];
    if local.last() == Some(&b'"') {
        local = &local[..local.len() - 1];
    }
    let first = first_character(local);
    let from = if first == local.len() { 0 } else { first };
    if &local[from..] != b"***" {
        put(from, local.len(), b"***");
    }
}

/// Length of the first character (UTF-8), or of its byte.
fn first_character(text: &[u8]) -> usize {
    let mut len = usize::from(!text.is_empty());
    while len > 0 && text[0] >= 0xC0 && len < 4 && text.get(len).is_some_and(|byte| byte & 0xC0 == 0x80) {
        len += 1;
    }
    len
}

fn network(value: &[u8], put: &mut impl FnMut(usize, usize, &[u8])) {
    if value.contains(&b':') {
        let third = value.iter().enumerate().filter(|(_, byte)| **byte == b':').map(|(at, _)| at).nth(2);
        // The first three groups are the /48; an address that is shorter loses all behind its first group.
        let early = memchr::memmem::find(value, b"::");
        let cut = match (third, early) {
            (Some(third), Some(early)) if early < third => early + 2,
            (Some(third), _) => third + 1,
            (None, Some(early)) => early + 2,
            (None, None) => 0,
        };
        if &value[cut..] != b"*" {
            put(cut, value.len(), b"*");
        }
        return;
    }
    let mut dots = value.iter().enumerate().filter(|(_, byte)| **byte == b'.').map(|(at, _)| at);
    if let Some(second) = dots.nth(1)
        && &value[second + 1..] != b"*.*"
    {
        put(second + 1, value.len(), b"*.*");
    }
}

fn device(value: &[u8], put: &mut impl FnMut(usize, usize, &[u8])) {
    let hex = value.iter().filter(|byte| byte.is_ascii_hexdigit() || **byte == b'*').count();
    let mut index = 0;
    for (at, byte) in value.iter().enumerate() {
        if byte.is_ascii_hexdigit() || *byte == b'*' {
            index += 1;
            if index + 4 > hex && *byte != b'*' {
                put(at, at + 1, b"*");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(action: Action, value: &str) -> String {
        let mut out = Vec::new();
        let mut at = 0;
        apply(action, value.as_bytes(), &mut |start, end, text| {
            out.extend_from_slice(&value.as_bytes()[at..start]);
            out.extend_from_slice(text);
            at = end;
        });
        out.extend_from_slice(&value.as_bytes()[at..]);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_action_masks_as_promised_and_once_is_enough() {
        for (action, value, want) in [
            (Action::Hide, "abc", "********"),
            (Action::Card, "4111-1111-1111-1111", "4111-****-****-1111"),
            (Action::Card, "4111 1111 1111 1111", "4111 **** **** 1111"),
            (Action::Card, "4111111111111111", "4111********1111"),
            (Action::Card, "3782-822463-10005", "3782-******-*0005"),
            (Action::Email, "john@example.com", "j***@example.com"),
            (Action::Email, "j@example.com", "***@example.com"),
            (Action::Email, "éa@example.com", "é***@example.com"),
            (Action::Email, "\"john doe\"@example.com", "\"***\"@example.com"),
            (Action::Email, "john%40example.com", "j***%40example.com"),
            (Action::Ssn, "078 05 1120", "***-**-****"),
            (Action::LastFour, "945456787654", "********7654"),
            (Action::LastFour, "20-00-00", "**-00-00"),
            (Action::Iban, "DE89 3704 0044 0532 0130 00", "DE** **** **** **** **30 00"),
            (Action::Phone, "+1 (415) 555-4201", "+1 (***) ***-4201"),
            (Action::Phone, "+49 30 12345678", "+49 ** ****5678"),
            (Action::Phone, "(415) 555-0132", "(***) ***-0132"),
            (Action::Initial, "Ada Lovelace", "A***"),
            (Action::Stars, "1987-03-12", "****-**-**"),
            (Action::Network, "203.0.113.7", "203.0.*.*"),
            (Action::Network, "2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3:*"),
            (Action::Network, "2001:db8::1", "2001:db8::*"),
            (Action::Network, "::1", "::*"),
            (Action::Device, "00:1a:2b:3c:4d:5e", "00:1a:2b:3c:**:**"),
            (Action::Device, "0012.3456.789a", "0012.3456.****"),
            (Action::Ends, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1q****5mdq"),
        ] {
            let once = masked(action, value);
            assert_eq!(once, want);
            if !matches!(action, Action::Email) || !once.starts_with("***") && !once.starts_with('"') {
                assert_eq!(masked(action, &once), want, "again");
            }
        }
    }
}
