//! Parameters of a URL's query or a form's body whose names are secret only there.

use super::super::super::Action;
use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::keys::{self, KeyClass};
use super::super::value;
use super::key::Key;

/// `?key=…`, `&sig=…`, `&code=…`: names that are secret only in a query.
pub(super) fn query_parameter(found: &mut Found, at: usize, key: &Key) {
    let text = found.text;
    let mut start = key.start;
    if text[..start].ends_with(b"\\") && text[start..].starts_with(b"u0026") {
        start += 5;
    }
    let opened = matches!(found.before(start), b'?' | b'&' | b';')
        || text[..start].ends_with(b"u0026")
        || [&b"%26"[..], b"%3F", b"%3f"].iter().any(|mark| text[..start].ends_with(mark));
    if start > at || !opened && start == key.start {
        return;
    }
    let encoded = text[key.end..].starts_with(b"%3D") || text[key.end..].starts_with(b"%3d");
    if found.byte(key.end) != b'=' && !encoded {
        return;
    }
    let name = text[start..key.end].to_ascii_lowercase();
    let known = matches!(
        name.as_slice(),
        b"key"
            | b"sig"
            | b"signature"
            | b"code"
            | b"auth"
            | b"hmac"
            | b"access_key"
            | b"authkey"
            | b"x-amz-signature"
            | b"x-goog-signature"
            | b"x-amz-security-token"
            | b"x-oss-signature"
            | b"ossaccesskeyid"
            | b"sharedkey"
            | b"pass"
            | b"pwd"
            | b"token"
            | b"hapikey"
            | b"appid_key"
            | b"key-pair-signature"
    );
    let secret = known || matches!(keys::classify(&name), KeyClass::Secret | KeyClass::Doubtful);
    if !secret {
        return;
    }
    let from = key.end + if encoded { 3 } else { 1 };
    if found.is_hidden(from) || value::begins_masked(text, from) {
        return;
    }
    let mut end = from;
    while end < text.len() {
        let stop = match text[end] {
            byte if byte <= b' ' => true,
            b'&' | b'#' | b'"' | b'\'' | b'<' | b'>' | b'`' | b'\\' | b'|' => true,
            b';' | b',' | b')' | b']' | b'}' => value_stops(text, end),
            b'%' => encoded && matches!(text.get(end + 1..end + 3), Some(b"26" | b"20" | b"22")),
            _ => false,
        };
        if stop {
            break;
        }
        end += 1;
    }
    let value = &text[from..end];
    let short_code = name == b"code"
        && (value.len() < 6
            || value.iter().all(u8::is_ascii_digit) && value.len() < 6
            || value.iter().all(|byte| byte.is_ascii_alphabetic() && value.len() < 12));
    // A playground's `?code=fn+main()…`: a program.
    let source = name == b"code"
        && (value.iter().any(|byte| matches!(byte, b'+' | b'(' | b' '))
            || [&b"%0A"[..], b"%20", b"%28", b"%7B"].iter().any(|sign| memchr::memmem::find(value, sign).is_some()));
    let plain_key = name == b"key" && value.len() < 8;
    if !short_code && !source && !plain_key && !value::is_placeholder(value) && !value::is_masked(value) {
        found.add(from, end, c::URL_SECRET, Action::Hide);
    }
}

pub(super) fn value_stops(text: &[u8], at: usize) -> bool {
    text.get(at + 1).is_none_or(|&byte| byte <= b' ' || matches!(byte, b'"' | b'\'' | b',' | b';' | b'.'))
}

/// Whether the key stands where a query's parameter does.
pub(super) fn query_name(text: &[u8], key: &Key) -> bool {
    let before = key.start.checked_sub(1).map_or(0, |at| text[at]);
    let parted = matches!(before, b'?' | b'&' | b';' | b'%')
        || text[key.start..key.end].starts_with(b"u0026")
        || text[..key.start].ends_with(b"u0026")
        || key.start >= 3 && text[key.start - 3] == b'%'
        || text[key.start..key.end].len() > 2 && before == b'%';
    parted && matches!(text.get(key.end), Some(b'=' | b'%'))
}
