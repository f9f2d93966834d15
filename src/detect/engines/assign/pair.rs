//! A quoted key and its value by place: pairs in lists and calls, attributes and elements of XML.

use super::super::super::finder::Found;
use super::super::super::keys::{self, KeyClass};
use super::super::keyed::{self, Carrier};
use super::super::value;
use super::key::{Key, separator, spaces};

/// How far the end of an element's text is looked for where it is escaped.
const MAX_ESCAPED: usize = 4096;

/// `("key", "value")`, `["key","value"]`, `name="key" value="value"`, `"name":"key","value":"value"`.
pub(super) fn pair(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let slashes = text[key.end..].iter().take_while(|&&byte| byte == b'\\').count();
    let quote = found.byte(key.end + slashes);
    if !matches!(quote, b'"' | b'\'') {
        return;
    }
    let mut at = spaces(text, key.end + slashes + 1);
    if element_named(text, key) {
        match text.get(at) {
            // `<property name="db.password">x</property>`
            Some(b'>') => return element(found, class, at + 1),
            // A part of a form: `name="password"`, an empty line, the value.
            Some(b'\r' | b'\n' | b'\\') => return form_part(found, class, at),
            _ => {}
        }
    }
    // Terraform: `variable "api_token" { default = "x" }`
    if text.get(at) == Some(&b'{') && class != KeyClass::None {
        let window = &text[at..text.len().min(at + 120)];
        if let Some(word) = memchr::memmem::find(window, b"default")
            && let Some((_, behind)) = separator(text, at + word + 7)
            && let Some(value) = value::quoted_at(text, behind)
        {
            keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
        }
        return;
    }
    let opener =
        text[..key.start].iter().rev().find(|byte| !matches!(byte, b'"' | b'\'' | b'\\' | b' ')).copied().unwrap_or(0);
    let comma = found.byte(at) == b',';
    if comma {
        at = spaces(text, at + 1);
    }
    let rest = &text[at..];
    let named = rest.iter().take(4).take_while(|byte| matches!(byte, b'"' | b'\'' | b'\\')).count();
    let name = rest[named..].iter().take(16).take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'_').count();
    if name > 0 && keys::is_pair_value(&rest[named..named + name]) {
        if let Some((_, behind)) = separator(text, at + named + name)
            && !found.is_hidden(behind)
            && let Some(value) = value::value_at(text, behind, false)
        {
            let carrier = if value.quote != 0 { Carrier::Quoted } else { Carrier::Bare };
            keyed::judge(found, class, value.start, value.end, carrier);
        }
        return;
    }
    if comma
        && matches!(opener, b'[' | b'(')
        && matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Authorization | KeyClass::Cookie)
    {
        if let Some(value) = value::quoted_at(text, at) {
            const ENCODINGS: &[&[u8]] = &[b"base64", b"utf8", b"utf-8", b"hex", b"ascii", b"latin1", b"binary"];
            let judged = &text[value.start..value.end];
            if keys::classify(judged) == KeyClass::None && !ENCODINGS.contains(&judged) {
                keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
            }
        }
    } else if comma && matches!(class, KeyClass::Secret | KeyClass::Maybe) && opener != b':' {
        // `'sonar.login', 'value'`; `'String', 'API_KEY', '"value"'`
        if let Some(value) = value::quoted_at(text, at) {
            let inner = text[value.start..value.end].trim_ascii();
            let inner = inner.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(inner);
            if value::is_tokenish(inner, 16) {
                keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
            }
        }
    }
}

/// Whether the quoted word is a `name` attribute.
fn element_named(text: &[u8], key: &Key) -> bool {
    let window = &text[key.start.saturating_sub(10)..key.start];
    let quotes = window.iter().rev().take_while(|byte| matches!(byte, b'"' | b'\'' | b'\\')).count();
    let window = &window[..window.len() - quotes];
    [&b"name="[..], b" key="]
        .iter()
        .any(|name| window.len() > 5 && window[window.len() - 5..].eq_ignore_ascii_case(name))
}

/// The value of a form's part: behind an empty line, to the end of its own.
fn form_part(found: &mut Found, class: KeyClass, at: usize) {
    let text = found.text;
    let (mut place, mut lines) = (at, 0);
    loop {
        match &text[place..] {
            [b'\n', ..] => (place, lines) = (place + 1, lines + 1),
            [b'\r', ..] => place += 1,
            [b'\\', b'n', ..] => (place, lines) = (place + 2, lines + 1),
            [b'\\', b'r', ..] => place += 2,
            _ => break,
        }
    }
    if lines != 2 || text[place.min(text.len())..].starts_with(b"--") {
        return;
    }
    let end = text[place..]
        .iter()
        .take(4096)
        .position(|byte| matches!(byte, b'\r' | b'\n' | b'\\' | b'"'))
        .map_or(text.len(), |found| place + found);
    if end > place {
        keyed::judge(found, class, place, end, Carrier::Quoted);
    }
}

/// Whether the key is the first element of a tuple: `{password, "x"}`, `{:password, "x"}`.
pub(super) fn in_tuple(text: &[u8], key: &Key) -> bool {
    let before = &text[key.start.saturating_sub(2)..key.start];
    text.get(key.end) == Some(&b',') && (before.ends_with(b"{") || before.ends_with(b"{:"))
}

/// The value behind such a key.
pub(super) fn tuple(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let mut at = spaces(text, key.end + 1);
    if text[at..].starts_with(b"<<") {
        at += 2;
    }
    if let Some(value) = value::quoted_at(text, at) {
        keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
    }
}

/// Whether the text before a quoted word is `"name":` or another key that names a value's name.
pub(super) fn named_before(text: &[u8], start: usize) -> bool {
    let window = &text[start.saturating_sub(40)..start];
    let Some(colon) = window.iter().rposition(|byte| matches!(byte, b':' | b'=')) else { return false };
    let end = window[..colon].iter().rposition(|byte| byte.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    let begin =
        window[..end].iter().rposition(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_').map_or(0, |at| at + 1);
    keys::is_pair_name(&window[begin..end]) || matches!(&window[begin..end], b"kind" | b"type")
}

/// Whether the comma at `at` has the name of a value behind it: `"DB_PASSWORD","value":…`.
pub fn value_follows(text: &[u8], at: usize) -> bool {
    let rest = &text[at + 1..text.len().min(at + 40)];
    let quotes = rest.iter().take(8).take_while(|byte| matches!(byte, b'"' | b'\'' | b'\\' | b' ')).count();
    let name = rest[quotes..].iter().take(16).take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'_').count();
    name > 0 && keys::is_pair_value(&rest[quotes..quotes + name])
}

/// Whether a key that a quote or bracket ends can have a value: a separator, or its place in a pair.
pub(super) fn quoted_is_suspect(text: &[u8], key: &Key) -> bool {
    let mut at = key.end;
    while matches!(text.get(at), Some(b'"' | b'\'' | b'`' | b'\\' | b']' | b')' | b' ')) && at < key.end + 140 {
        at += 1;
    }
    let opener = text[..key.start]
        .iter()
        .rev()
        .take(140)
        .find(|byte| !matches!(byte, b'"' | b'\'' | b'\\' | b' '))
        .copied()
        .unwrap_or(0);
    match text.get(at) {
        Some(b':' | b'=' | b'>' | b'!' | b'-' | b'{' | b'\r' | b'\n') => true,
        Some(b'n' | b'r' | b't' | b'u') if text[at - 1] == b'\\' => true,
        Some(b'%') => true,
        // `["password","x"]`, `"name":"DB_PASSWORD","value":…` in either order.
        Some(b',' | b'}') => {
            matches!(opener, b'[' | b'(' | b',') && text[at] == b','
                || matches!(opener, b':' | b'=') && named_before(text, key.start)
                || text[at] == b',' && (opener != b':' || value_follows(text, at))
                // `'password', 'x'` whose first quote lies elsewhere.
                || text[at] == b',' && text[key.end] == b'\'' && text[key.start - 1] == b'"'
        }
        Some(b'v' | b'V') => true,
        _ => false,
    }
}

/// `<key>value</key>`.
pub(super) fn tagged(found: &mut Found, class: KeyClass, key: &Key, behind: usize) {
    let text = found.text;
    // `&lt;password&gt;x&lt;/password&gt;`
    if text[key.end..].starts_with(b"&gt;") {
        let window = &text[behind..text.len().min(behind + MAX_ESCAPED)];
        let len = memchr::memmem::find(window, b"&lt;").unwrap_or(0);
        let closed = window[len..].starts_with(b"&lt;/") && !window[..len].contains(&b'\n');
        if text[..key.start].ends_with(b"&lt;") && len > 0 && closed {
            keyed::judge(found, class, behind, behind + len, Carrier::Quoted);
        }
        return;
    }
    // `<property name="db.password">x</property>`
    if text.get(key.end) != Some(&b'>') {
        if element_named(text, key) {
            element(found, class, behind);
        }
        return;
    }
    let mut open = key.start;
    while open > 0 && key.start - open < 40 && !matches!(text[open - 1], b'<' | b'>' | b' ') {
        open -= 1;
    }
    if open == 0 || text[open - 1] != b'<' || text.get(key.end) != Some(&b'>') || is_filler(text, open - 1) {
        return;
    }
    element(found, class, behind);
}

/// Whether the tag that opens at `at` stands where a value does: `AccountKey=<YOUR_KEY>;` is no element.
fn is_filler(text: &[u8], at: usize) -> bool {
    // `Vec<Token>`, `L<Pod::Token>`: no element either.
    at > 0 && (matches!(text[at - 1], b'=' | b':') || text[at - 1].is_ascii_alphanumeric())
}

/// Whether an element's name with attributes behind it ends the key: `<wsse:Password Type="…">`.
pub(super) fn opens_tag(text: &[u8], key: &Key) -> bool {
    let lead = text[..key.start]
        .iter()
        .rev()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-'))
        .count();
    key.start > lead && text[key.start - lead - 1] == b'<' && !is_filler(text, key.start - lead - 1)
}

/// The `>` that ends the tag whose attributes stand at `at`.
fn tag_end(text: &[u8], at: usize) -> Option<usize> {
    let window = &text[at..text.len().min(at + 200)];
    let end = memchr::memchr3(b'<', b'>', b'\n', window)?;
    (window[end] == b'>' && !window[..end].ends_with(b"/")).then_some(at + end + 1)
}

/// An element whose name ends at `key.end` and has attributes.
pub(super) fn tagged_with_attributes(found: &mut Found, class: KeyClass, key: &Key) {
    if let Some(behind) = tag_end(found.text, key.end) {
        element(found, class, behind);
    }
}

/// The text of an element from `behind` on; tags that open first are passed over.
fn element(found: &mut Found, class: KeyClass, behind: usize) {
    let text = found.text;
    let mut behind = behind;
    for _ in 0..2 {
        let next = behind + text[behind..].iter().take(32).take_while(|byte| byte.is_ascii_whitespace()).count();
        if text.get(next) == Some(&b'<') && text.get(next + 1).is_some_and(u8::is_ascii_alphabetic) {
            let Some(end) = tag_end(text, next + 1) else { return };
            behind = end;
        }
    }
    if found.is_hidden(behind) {
        return;
    }
    if text[behind..].starts_with(b"<![CDATA[") {
        let from = behind + 9;
        let window = &text[from..text.len().min(from + MAX_ESCAPED)];
        let close = from + memchr::memmem::find(window, b"]]>").unwrap_or(window.len());
        if close > from && !text[from..close].contains(&b'\n') {
            keyed::judge(found, class, from, close, Carrier::Quoted);
        }
        return;
    }
    let stop = memchr::memchr2(b'<', b'\n', &text[behind..]).map_or(text.len(), |found| behind + found);
    let end = behind + text[behind..stop].trim_ascii_end().len();
    // `<address> should be one`: without a tag that closes it, a name in a usage text.
    let closed = text[stop..].starts_with(b"</") || !text[behind..end].contains(&b' ');
    if end > behind && closed {
        keyed::judge(found, class, behind, end, Carrier::Quoted);
    }
}
