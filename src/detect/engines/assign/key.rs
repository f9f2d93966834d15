//! The key that a word stands in, and the separator behind it.

use super::super::value;

/// How far a key reaches to either side of its word.
const REACH: usize = 64;

/// A key as it stands in the text, and how it is written.
pub(super) struct Key {
    pub start: usize,
    pub end: usize,
    /// Dashes stand before it: `--password`.
    pub dashed: bool,
}

/// Which bytes a key is made of: letters, digits, `_`, `-`, `.`.
const KEY_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-' | b'.');
        byte += 1;
    }
    table
};

/// Whether a key can have this byte.
#[inline]
pub fn is_key_byte(byte: u8) -> bool {
    KEY_BYTES[usize::from(byte)]
}

pub(super) fn key_around(text: &[u8], at: usize) -> Key {
    let mut start = at;
    while start > 0 && at - start < REACH && is_key_byte(text[start - 1]) {
        start -= 1;
    }
    // The code's own letter may be the word's first.
    start = value::behind_colour(text, start).min(at);
    let mut end = at;
    loop {
        while end < text.len() && end - at < REACH && is_key_byte(text[end]) {
            end += 1;
        }
        // `contraseña`: Latin letters with a sign, of two bytes.
        match text.get(end..end + 2) {
            Some([0xC3..=0xC5, 0x80..=0xBF]) if end - at < REACH => end += 2,
            _ => break,
        }
    }
    // `\npassword` in a text whose escapes are not decoded.
    if start > 0 && text[start - 1] == b'\\' && start < at && matches!(text[start], b'n' | b'r' | b't') {
        start += 1;
    }
    // `%22password`
    if start > 0
        && text[start - 1] == b'%'
        && start + 2 <= at
        && text[start].is_ascii_hexdigit()
        && text[start + 1].is_ascii_hexdigit()
    {
        start += 2;
    }
    // `%253Ftoken`: encoded twice.
    if start > 2 && start + 2 <= at && text[start - 3..start - 1] == *b"%2" && text[start - 1] == b'5' {
        start += 2;
    }
    // A sentence's dot, or `...`, is no part of the key.
    while end > at && matches!(text[end - 1], b'.') {
        end -= 1;
    }
    let dashes = text[start..at].iter().take_while(|&&byte| byte == b'-').count();
    // `-Dpin=1`: the letter is the option's.
    let dashes = dashes + usize::from(dashes == 1 && text[start + 1..at] == *b"D");
    // `user\-creds` of a manual page: the dash is a hyphen in a word.
    let joined = text[..start].ends_with(b"\\") && start > 1 && text[start - 2].is_ascii_alphanumeric();
    Key { start: start + dashes, end, dashed: dashes > 0 && !joined }
}

/// Takes up to three words before a key into it: `private key`, `client secret`.
pub(super) fn words_before(text: &[u8], start: usize) -> usize {
    let mut from = start;
    for _ in 0..3 {
        if from < 2 || text[from - 1] != b' ' {
            break;
        }
        let word = text[..from - 1].iter().rev().take(20).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if word == 0 {
            break;
        }
        from -= word + 1;
    }
    from
}

/// The end of a key that goes on behind its word: `account number:`. `None` if no separator follows
/// within three words.
pub(super) fn words_behind(text: &[u8], end: usize) -> Option<usize> {
    let mut to = end;
    for _ in 0..3 {
        if text.get(to) != Some(&b' ') {
            return None;
        }
        let word = text[to + 1..]
            .iter()
            .take(20)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'#'))
            .count();
        if word == 0 {
            return None;
        }
        to += word + 1;
        if matches!(text.get(to), Some(b':' | b'=')) || text[to..].starts_with(b" =") {
            return Some(to);
        }
    }
    None
}

/// The end of a key that goes on with the word `number`, behind which one stands: `account number 12345678`.
pub(super) fn number_behind(text: &[u8], end: usize) -> Option<usize> {
    const WORDS: [&[u8]; 4] = [b" number ", b" no. ", b" nr. ", b" no "];
    let window = &text[end..text.len().min(end + 12)];
    let word =
        WORDS.iter().find(|word| window.len() > word.len() && window[..word.len()].eq_ignore_ascii_case(word))?;
    text[end + word.len()].is_ascii_digit().then_some(end + word.len() - 1)
}

/// What separates a key from its value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    Equal,
    Colon,
    Encoded,
    Tag,
}

/// The most quotes, brackets and backslashes between a key and its separator: a string in seven others has 127 of them.
const CLOSERS: usize = 140;

/// The separator behind a key that ends at `end`, and the offset behind it and the spaces that follow.
pub(super) fn separator(text: &[u8], end: usize) -> Option<(Separator, usize)> {
    let mut at = end;
    let mut closers = 0;
    let mut colour = |at: &mut usize| {
        while let Some(&byte) = text.get(*at) {
            if matches!(byte, b'"' | b'\'' | b'`' | b'\\' | b']' | b')') && closers < CLOSERS {
                closers += 1;
                *at += 1;
            } else if matches!(text.get(*at..*at + 3), Some(b"%22" | b"%27" | b"%5D" | b"%5d")) {
                *at += 3;
            } else if matches!(text.get(*at..*at + 5), Some(b"%2522" | b"%2527" | b"%255D" | b"%255d")) {
                *at += 5;
            } else if let Some(entity) = value::quote_entity(text, *at) {
                *at += entity.len();
            } else {
                break;
            }
        }
    };
    // `password[0]=`
    if text.get(at) == Some(&b'[') {
        let index = text[at + 1..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if index > 0 && text.get(at + 1 + index) == Some(&b']') {
            at += index + 2;
        }
    }
    at = value::skip_colours(text, at);
    colour(&mut at);
    at = value::skip_colours(text, at);
    let rest = &text[at..];
    let (kind, len) = match rest {
        [b'=', b'>', ..] | [b':', b'=', ..] | [b'-', b'>', ..] => (Separator::Equal, 2),
        // Make's and the languages' other ways to assign.
        [b'?' | b'+' | b'.', b'=', ..] => (Separator::Equal, 2),
        [b'|', b'|', b'=', ..] | [b'?', b'?', b'=', ..] => (Separator::Equal, 3),
        // Make's; in a grammar a type stands bare behind it.
        [b':', b':', b'=', rest @ ..] if quoted(rest) => (Separator::Equal, 3),
        [b':', b':', b':', b'=', rest @ ..] if quoted(rest) => (Separator::Equal, 4),
        [b'=', b'=', b'=', ..] | [b'!', b'=', b'=', ..] => (Separator::Equal, 3),
        [b'=', b'=', ..] | [b'!', b'=', ..] => (Separator::Equal, 2),
        [b'=', ..] => (Separator::Equal, 1),
        [b':', b':', ..] => return None,
        [b':', b'/', b'/', ..] => return None,
        [b':', ..] => (Separator::Colon, 1),
        [b'%', b'3', b'D' | b'd', ..] | [b'%', b'3', b'A' | b'a', ..] => (Separator::Encoded, 3),
        [b'%', b'2', b'5', b'3', b'D' | b'd' | b'A' | b'a', ..] => (Separator::Encoded, 5),
        [b'\\', b'u', b'0', b'0', b'3', b'd' | b'D' | b'a' | b'A', ..] => (Separator::Equal, 6),
        // The full-width `：` and `＝`.
        [0xEF, 0xBC, 0x9A, ..] => (Separator::Colon, 3),
        [0xEF, 0xBC, 0x9D, ..] => (Separator::Equal, 3),
        [b'>', ..] => (Separator::Tag, 1),
        [b'&', b'g', b't', b';', ..] if at == end => (Separator::Tag, 4),
        _ => return None,
    };
    let mut behind = value::skip_colours(text, at + len);
    // `%3A%20`
    while kind == Separator::Encoded && text[behind..].starts_with(b"%20") {
        behind += 3;
    }
    Some((kind, behind))
}

/// Whether a quoted text follows, blanks aside.
fn quoted(rest: &[u8]) -> bool {
    matches!(rest.trim_ascii_start().first(), Some(b'"' | b'\''))
}

pub(super) fn spaces(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_begins_with_the_letter_of_a_colour_code_is_its_own_key() {
        let text = b"\x1b[31mysql -u root -pS3cret";
        let key = key_around(text, 4);
        assert_eq!((key.start, key.end), (4, 9));
    }
}
