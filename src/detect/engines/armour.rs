//! Private keys in armour: PEM, PGP and PuTTY, whole or cut off, with real, escaped or no newlines.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;

/// Whether the word at `at` may be that of a private key.
pub fn is_suspect(text: &[u8], at: usize) -> bool {
    text[at..].starts_with(b"PRIVATE") || text[at..].starts_with(b"Private-Lines")
}

/// Looks around `PRIVATE` (or `Private-Lines`) at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    if text[at..].starts_with(b"Private-Lines:") {
        return putty(found, at);
    }
    if !text[at..].starts_with(b"PRIVATE") {
        return;
    }
    let from = at.saturating_sub(64);
    let Some(begin) = memchr::memmem::rfind(&text[from..at], b"BEGIN").map(|found| from + found) else { return };
    let label = &text[begin + 5..at];
    if memchr::memmem::find(label, b"-----").is_some() || text[begin..at].contains(&b'\n') {
        return;
    }
    let start = begin - text[..begin].iter().rev().take(5).take_while(|&&byte| byte == b'-').count();
    if start == begin {
        return;
    }
    if found.is_hidden(start) {
        return;
    }
    found.add(start, end(text, at), c::PRIVATE_KEY, Action::Hide);
}

/// End of a block whose label is at `label`: behind its END line, or where its body stops.
fn end(text: &[u8], label: usize) -> usize {
    // The next armour's BEGIN bounds this one, so that a thousand cut-off keys cost a thousand looks, not a million.
    let behind = label + 7;
    let limit = memchr::memmem::find(&text[behind..], b"-----BEGIN").map_or(text.len(), |next| behind + next);
    if let Some(mark) = memchr::memmem::find(&text[behind..limit], b"-----END") {
        let from = behind + mark + 8;
        let tail = &text[from..limit.min(from + 64)];
        return memchr::memmem::find(tail, b"-----").map_or_else(|| from + body(tail), |dashes| from + dashes + 5);
    }
    let close = memchr::memmem::find(&text[behind..limit], b"-----").map_or(behind, |dashes| behind + dashes + 5);
    // What hangs on to the body without a gap is taken for a part of it.
    let solid = close + body(&text[close..limit]);
    solid
        + text[solid..limit]
            .iter()
            .take_while(|&&byte| {
                byte > b' ' && !matches!(byte, b'"' | b'\'' | b'\\' | b'<' | b',' | b'}' | b']' | b')')
            })
            .count()
}

/// How much of `text` can be the body of a key: base64, white space, escapes, string joints, headers.
fn body(text: &[u8]) -> usize {
    let mut at = 0;
    let mut solid = 0;
    while at < text.len() {
        match text[at] {
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=') => {
                at += 1;
                solid = at;
            }
            b'\n' | b'\r' | b' ' | b'\t' | b'"' | b'\'' | b'\\' | b',' | b'-' | b':' | b'>' | b'|' | b'%' | b'.'
            | b'_' => at += 1,
            _ => break,
        }
        // Words of a sentence end it: two short ones in a row.
        if at >= 2
            && text[at - 1] == b' '
            && at > 200
            && text[at.saturating_sub(20)..at].iter().filter(|&&byte| byte == b' ').count() >= 3
        {
            break;
        }
    }
    solid
}

/// `Private-Lines: 8` and the lines behind it.
fn putty(found: &mut Found, at: usize) {
    let text = found.text;
    let digits = text[at + 14..].iter().take(8).take_while(|byte| **byte == b' ' || byte.is_ascii_digit()).count();
    let start = at + 14 + digits;
    let rest = &text[start..];
    let len = memchr::memmem::find(rest, b"Private-MAC").unwrap_or_else(|| body(rest));
    let lead = rest[..len].iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | b' ')).count();
    let body = rest[lead..len].trim_ascii_end().len();
    if body > 0 && !super::value::is_masked(&rest[lead..lead + body]) {
        found.add(start + lead, start + lead + body, c::PUTTY_KEY, Action::Hide);
    }
}

/// What a line of plain text leaves open behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// Nothing.
    Nothing,
    /// A key without its END line: at most this many lines of it follow.
    Key(u16),
}

/// The most lines of a key that follow its BEGIN line: an RSA key of 16,384 bits has 200.
const MAX_LINES: u16 = 260;

/// Whether a line of plain text opens a key that goes on behind it.
pub fn opens(line: &[u8]) -> Opens {
    if let Some(at) = memchr::memmem::find(line, b"Private-Lines:") {
        let count: u16 =
            std::str::from_utf8(line[at + 14..].trim_ascii()).ok().and_then(|text| text.parse().ok()).unwrap_or(0);
        return if count == 0 { Opens::Nothing } else { Opens::Key(count.min(MAX_LINES)) };
    }
    let Some(label) = memchr::memmem::rfind(line, b"PRIVATE KEY") else { return Opens::Nothing };
    let from = label.saturating_sub(64);
    let begins = memchr::memmem::rfind(&line[from..label], b"BEGIN").is_some();
    let ends = memchr::memmem::find(&line[label..], b"-----END").is_some();
    if begins && !ends { Opens::Key(MAX_LINES) } else { Opens::Nothing }
}

/// What a line behind an open key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// A part of it: this byte range is hidden, and the key goes on.
    Body(usize, usize),
    /// Its last line.
    Last(usize, usize),
    /// Something else: the key was cut off.
    Other,
}

/// Judges a line (without its newline) behind an open key.
pub fn follows(line: &[u8]) -> Follows {
    let start = line.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let end = start + line[start..].trim_ascii_end().len();
    let inner = &line[start..end];
    if let Some(at) = memchr::memmem::find(inner, b"-----END") {
        let dashes = memchr::memmem::find(&inner[at + 8..], b"-----").map_or(inner.len(), |dashes| at + 8 + dashes + 5);
        return Follows::Last(start, start + dashes);
    }
    if inner.starts_with(b"Private-MAC") {
        return Follows::Other;
    }
    if inner.is_empty() || super::value::is_masked(inner) {
        return Follows::Body(start, start);
    }
    let joint = |byte: &u8| {
        matches!(byte, b'"' | b'\'' | b'+' | b',' | b';' | b' ' | b'\\' | b'n' | b'r' | b'>' | b'|' | b'(' | b')')
    };
    let lead = inner.iter().take_while(|byte| joint(byte) && !matches!(byte, b'n' | b'r' | b'+')).count();
    let run = inner[lead..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        .count();
    if run > 0 && inner[lead + run..].iter().all(joint) {
        return Follows::Body(start + lead, start + lead + run);
    }
    let header = [&b"Proc-Type:"[..], b"DEK-Info:", b"Version:", b"Comment:", b"Hash:", b"Charset:"]
        .iter()
        .any(|name| inner.starts_with(name));
    if header {
        return Follows::Body(start, end);
    }
    // A shipper's prefix before the body's line.
    let tail = inner
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        .count();
    if tail >= 60 || tail >= 4 && inner.ends_with(b"=") {
        return Follows::Body(end - tail, end);
    }
    Follows::Other
}
