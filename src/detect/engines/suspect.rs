//! Whether a place of the look is worth opening its line: the cheap question in between. It may only
//! err on the side of yes; the bytes around are as written, escapes not decoded.

use super::super::anchors::{Hit, Kind};
use super::super::finder::{Context, Finder, Finding, Found};
use super::super::keys;
use super::assign::is_key_byte;
use super::{address, armour, assign, cli, digits, email, identity, network, token, url, value};

/// Judges a place. `spare` is memory to work in.
pub fn is_suspect(finder: &Finder, text: &[u8], hit: Hit, spare: &mut Vec<Finding>) -> bool {
    let at = hit.at();
    spare.clear();
    let mut found = Found::new(finder, text, Context::default(), spare);
    match hit.kind() {
        Kind::Stem => {
            return armour::is_suspect(text, at) || goes_on(text, at) && assign::is_suspect(text, at);
        }
        Kind::Run => return token::is_suspect(finder, text, at),
        Kind::Digits => digits::find(&mut found, at),
        Kind::Plus => digits::find_plus(&mut found, at),
        Kind::At => {
            if text[at] != b'@' {
                return text[at..].starts_with("＠".as_bytes());
            }
            email::find(&mut found, at);
        }
        Kind::Percent => email::find_encoded(&mut found, at),
        Kind::Url => {
            // `:\\/\\/` of a document inside a document inside a string.
            if text[at + 1..].starts_with(b"\\\\") {
                return text[at + 1..].iter().find(|&&byte| byte != b'\\') == Some(&b'/');
            }
            url::find(&mut found, at);
            if spare.is_empty() {
                return url::is_escaped_argument(text, at);
            }
        }
        Kind::Unicode => {
            // ASCII and full-width characters can be parts of what is looked for.
            let rest = &text[at + 2..];
            return matches!(rest, [b'0', b'0', b'0'..=b'7', ..] | [b'f' | b'F', b'f' | b'F', ..])
                || assign::begins_foreign(rest);
        }
        Kind::Code => return identity::is_suspect(text, at),
        Kind::Octets => network::find_device(&mut found, at),
        Kind::Address => network::find(&mut found, at),
        Kind::Street => {
            address::find(&mut found, at);
            identity::find_spaced(&mut found, at);
        }
        Kind::Own => return finder.rules.is_suspect(text, at),
        Kind::Word => return false,
    }
    !spare.is_empty()
}

/// The most bytes of a key that are looked at to one side.
const REACH: usize = 64;

/// Whether what stands behind the word at `at`, or behind the key it is in, can begin a value: says no to most words
/// of a sentence, and to most values, at the cost of a few bytes.
fn goes_on(text: &[u8], at: usize) -> bool {
    let behind = text[at..].iter().take(REACH).position(|&byte| !is_key_byte(byte));
    let Some(end) = behind.map(|len| at + len) else { return text.len() - at > REACH };
    match text[end] {
        // `{password,"x"}` of Erlang.
        b',' => matches!(before_key(text, at), Some(b'{' | b'(' | b'[' | b':')) || assign::is_column(text, end),
        b'&' => value::quote_entity(text, end).is_some() || text[end..].starts_with(b"&gt;"),
        b'?' | b'+' | b'|' => text[end..].iter().take(3).any(|&byte| byte == b'='),
        b'!' => text.get(end + 1) == Some(&b'='),
        b'/' | b';' | b'}' | b'@' | b'#' => false,
        // `"session-store","x"`: a value, unless it stands first in a list or behind a name.
        b'"' if matches!(text.get(end + 1), Some(b',' | b'}')) => {
            stands_for_a_name(text, at)
                || in_list(text, at) && assign::is_column(text, end)
                || text[end + 1] == b',' && assign::value_follows(text, end + 1)
        }
        b'"' | b'=' | b':' if text[at] | 0x20 == b'c' => names_a_code(text, at),
        _ => true,
    }
}

/// The byte before the key around `at`.
fn before_key(text: &[u8], at: usize) -> Option<u8> {
    text[..at].iter().rev().take(REACH).find(|&&byte| !is_key_byte(byte)).copied()
}

/// Whether the quoted word around `at` is one of a list: no `:` or `=` before it.
fn in_list(text: &[u8], at: usize) -> bool {
    let before =
        text[..at].iter().rev().take(REACH).skip_while(|&&byte| is_key_byte(byte) || matches!(byte, b'"' | b'\\'));
    before.copied().next().is_some_and(|byte| matches!(byte, b'(' | b',' | b' '))
}

/// Whether the string that ends in the word around `at` can be a name for another value: `["password",…`,
/// `"name":"old password"`.
fn stands_for_a_name(text: &[u8], at: usize) -> bool {
    // Names may hold spaces, but no path, no sentence of other signs, and no more than fits one.
    let lead = text[..at].iter().rev().take(REACH).take_while(|&&byte| is_key_byte(byte) || byte == b' ');
    let start = at - lead.count();
    match start.checked_sub(1).map(|before| text[before]) {
        Some(b'"') => {}
        // The string began further ahead, or an escape stands in it.
        Some(b'\\') | None => return true,
        // `"/usr/bin/curl","-u",…`
        Some(b'/') => {
            let end = at + text[at..].iter().take_while(|&&byte| is_key_byte(byte)).count();
            return cli::Arguments::behind(&text[start..end]).is_some();
        }
        Some(_) => return at - start >= REACH,
    }
    let Some(open) = text[..start].iter().rposition(|byte| !matches!(byte, b'"' | b' ' | b'\\')) else { return true };
    if !matches!(text[open], b':' | b'=') {
        return true;
    }
    let end = text[..open].iter().rposition(|byte| !matches!(byte, b'"' | b' ' | b'\\')).map_or(0, |last| last + 1);
    let key = end - text[..end].iter().rev().take(16).take_while(|&&byte| is_key_byte(byte)).count();
    matches!(&text[key..end], b"kind" | b"type") || keys::is_pair_name(&text[key..end])
}

/// Whether `code` stands alone, or behind a word that makes it a secret one: `status_code` and its like are in every
/// line of many logs.
fn names_a_code(text: &[u8], at: usize) -> bool {
    let before = &text[at.saturating_sub(3)..at];
    if before.len() < 3 || !text[at..].get(..4).is_some_and(|word| word.eq_ignore_ascii_case(b"code")) {
        return true;
    }
    let letters = if before[2] == b'_' { &before[..2] } else { &before[1..] };
    !matches!(letters, b"us" | b"or" | b"se" | b"te")
}
