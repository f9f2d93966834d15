//! A word that names a secret, and the value beside it: `key=value`, `key: value`, `--key value`,
//! `<key>value</key>`, `('key', 'value')`, `the key is "value"`.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;
use super::super::keys::{self, KeyClass};
use super::keyed::{self, Carrier};
use super::value::{self, Value};
use super::{address, armour, cli, header, phrase, token};

/// How far a key reaches to either side of its word.
const REACH: usize = 64;

/// A key as it stands in the text, and how it is written.
struct Key {
    start: usize,
    end: usize,
    /// Dashes stand before it: `--password`.
    dashed: bool,
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn key_around(text: &[u8], at: usize) -> Key {
    let mut start = at;
    while start > 0 && at - start < REACH && is_key_byte(text[start - 1]) {
        start -= 1;
    }
    let mut end = at;
    while end < text.len() && end - at < REACH && is_key_byte(text[end]) {
        end += 1;
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
    // A sentence's dot, or `...`, is no part of the key.
    while end > at && matches!(text[end - 1], b'.') {
        end -= 1;
    }
    let dashes = text[start..at].iter().take_while(|&&byte| byte == b'-').count();
    Key { start: start + dashes, end, dashed: dashes > 0 }
}

/// Takes up to three words before a key into it: `private key`, `client secret`.
fn words_before(text: &[u8], start: usize) -> usize {
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
fn words_behind(text: &[u8], end: usize) -> Option<usize> {
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

/// What separates a key from its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Equal,
    Colon,
    Encoded,
    Tag,
}

/// The separator behind a key that ends at `end`, and the offset behind it and the spaces that follow.
fn separator(text: &[u8], end: usize) -> Option<(Separator, usize)> {
    let mut at = end;
    let mut closers = 0;
    let mut colour = |at: &mut usize| {
        while let Some(&byte) = text.get(*at) {
            if matches!(byte, b'"' | b'\'' | b'`' | b'\\' | b']' | b')') && closers < 10 {
                closers += 1;
                *at += 1;
            } else if matches!(text.get(*at..*at + 3), Some(b"%22" | b"%27" | b"%5D" | b"%5d")) {
                *at += 3;
            } else {
                break;
            }
        }
    };
    colour(&mut at);
    at = spaces(text, at);
    let rest = &text[at..];
    let (kind, len) = match rest {
        [b'=', b'>', ..] | [b':', b'=', ..] | [b'-', b'>', ..] => (Separator::Equal, 2),
        [b'=', b'=', b'=', ..] | [b'!', b'=', b'=', ..] => (Separator::Equal, 3),
        [b'=', b'=', ..] | [b'!', b'=', ..] => (Separator::Equal, 2),
        [b'=', ..] => (Separator::Equal, 1),
        [b':', b':', ..] => return None,
        [b':', b'/', b'/', ..] => return None,
        [b':', ..] => (Separator::Colon, 1),
        [b'%', b'3', b'D' | b'd', ..] | [b'%', b'3', b'A' | b'a', ..] => (Separator::Encoded, 3),
        [b'\\', b'u', b'0', b'0', b'3', b'd' | b'D' | b'a' | b'A', ..] => (Separator::Equal, 6),
        [b'>', ..] => (Separator::Tag, 1),
        _ => return None,
    };
    let behind = spaces(text, at + len);
    // `password: ----- x`, `password := x`
    Some((kind, behind))
}

fn spaces(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// Looks at the word at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    if text[at] == b'$' {
        return token::find_hash(found, at);
    }
    let first = text[at] | 0x20;
    let key = key_around(text, at);
    match first {
        b'p' if text[at..].len() >= 4 && text[at..at + 4].eq_ignore_ascii_case(b"priv") => armour::find(found, at),
        b'b' if matches_word(text, at, b"bear") || matches_word(text, at, b"basi") => {
            return header::scheme(found, key.start, key.end);
        }
        b'b' if matches_word(text, at, b"box") => return address::find_box(found, at),
        b'd' | b'n' if matches_word(text, at, b"digs") || matches_word(text, at, b"nego") => {
            return header::scheme(found, key.start, key.end);
        }
        b'i' if matches_word(text, at, b"iden") => return identified_by(found, key.end),
        b's' | b'm' | b'p' if [&b"seed"[..], b"mnem", b"phra"].iter().any(|word| matches_word(text, at, word)) => {
            phrase::find(found, key.end)
        }
        b'c' if matches_word(text, at, b"curl") => return cli::find(found, key.end, true),
        b'm' if matches_word(text, at, b"mysq") => return cli::find(found, key.end, false),
        b'p' if matches_word(text, at, b"psex") => return cli::find(found, key.end, false),
        b'l' if matches_word(text, at, b"logi") => return cli::find(found, key.end, false),
        b's' if matches_word(text, at, b"ssws") => return header::scheme(found, key.start, key.end),
        _ => {}
    }
    query_parameter(found, at, &key);
    let separated = separator(text, key.end);
    let (end, separated) = match separated {
        Some(separated) => (key.end, Some(separated)),
        None => match words_behind(text, key.end) {
            Some(end) => (end, separator(text, end)),
            None => (key.end, None),
        },
    };
    let class = classify(text, key.start, end, at);
    if class == KeyClass::None {
        if matches_word(text, at, b"toke") || matches_word(text, at, b"apik") {
            header::scheme(found, key.start, key.end);
        }
        return;
    }
    match separated {
        Some((kind, behind)) => assigned(found, class, &key, end, kind, behind),
        None => unassigned(found, class, &key),
    }
}

fn matches_word(text: &[u8], at: usize, word: &[u8]) -> bool {
    text.len() >= at + word.len() && text[at..at + word.len()].eq_ignore_ascii_case(word)
}

fn classify(text: &[u8], start: usize, end: usize, at: usize) -> KeyClass {
    let class = keys::classify(&text[start..end]);
    if class != KeyClass::None && class != KeyClass::Maybe {
        return class;
    }
    let from = words_before(text, start);
    if from < start {
        let wider = keys::classify(&text[from..end]);
        if wider != KeyClass::None {
            return wider;
        }
    }
    // `foo.bar-password` where the dashes divide: the last part by itself.
    if let Some(cut) = text[start..at].iter().rposition(|byte| matches!(byte, b'.' | b'-')) {
        let inner = keys::classify(&text[start + cut + 1..end]);
        if inner != KeyClass::None && class == KeyClass::None {
            return inner;
        }
    }
    class
}

/// Whether the word at `at` can have a value beside it: the cheap question before its line is opened.
pub fn is_suspect(text: &[u8], at: usize) -> bool {
    if text[at] == b'$' {
        return true;
    }
    let word = |word: &[u8]| matches_word(text, at, word);
    if word(b"priv") && (text[at..].starts_with(b"PRIVATE") || text[at..].starts_with(b"Private-Lines"))
        || word(b"iden") && matches_word(text, at, b"identified")
    {
        return true;
    }
    if word(b"box") {
        return at > 0 && matches!(text[at - 1], b' ' | b'.');
    }
    let key = key_around(text, at);
    if word(b"curl") {
        return true;
    }
    if word(b"mysq") || word(b"psex") || word(b"logi") {
        return text[key.end..].starts_with(b" -") || word(b"psex");
    }
    let space = text.get(key.end) == Some(&b' ') || text[key.end..].starts_with(b"%20");
    let colon = text[key.end..].starts_with(b": ");
    if space || colon {
        if word(b"seed") || word(b"mnem") || word(b"phra") {
            return true;
        }
        let schemes = word(b"bear")
            || word(b"basi")
            || word(b"digs")
            || word(b"nego")
            || word(b"ssws")
            || word(b"toke")
            || word(b"apik")
            || word(b"key");
        if schemes {
            let behind = spaces(text, key.end + 1);
            let next = &text[behind..text.len().min(behind + 64)];
            let len = next
                .iter()
                .take_while(|byte| {
                    byte.is_ascii_alphanumeric()
                        || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/' | b'=' | b'%')
                })
                .count();
            if len >= 10
                && (len >= 32
                    || next[..len]
                        .iter()
                        .any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || *byte == b'='))
            {
                return true;
            }
        }
    }
    let Some(&next) = text.get(key.end) else { return false };
    let classed = |end: usize| classify(text, key.start, end, at) != KeyClass::None;
    match next {
        b'=' | b':' | b'%' | b'>' | b'[' => {
            classed(key.end) || query_name(text, &key) || next != b'>' && schemes_colon(text, &key)
        }
        b'"' | b'\'' | b'`' | b'\\' | b']' | b')' => quoted_is_suspect(text, &key) && classed(key.end),
        b' ' | b'\t' => {
            let behind = spaces(text, key.end);
            match text.get(behind) {
                None => false,
                Some(b'=' | b':' | b'"' | b'\'' | b'-' | b'(' | b'>') => classed(key.end),
                Some(_) if key.dashed => classed(key.end),
                Some(_) => {
                    if let Some(end) = words_behind(text, key.end) {
                        if classed(end) {
                            return true;
                        }
                    }
                    let window = &text[behind..text.len().min(behind + 60)];
                    let said = window.starts_with(b"is ")
                        || [&b" is "[..], b" was ", b" to "]
                            .iter()
                            .any(|word| memchr::memmem::find(window, word).is_some());
                    let digit = window.iter().take(24).any(u8::is_ascii_digit);
                    let line = text[key.start.saturating_sub(100)..key.start]
                        .rsplit(|&byte| byte == b'\n')
                        .next()
                        .unwrap_or(b"");
                    (said || digit || follows_login(line)) && classed(key.end)
                }
            }
        }
        _ => query_name(text, &key),
    }
}

fn schemes_colon(text: &[u8], key: &Key) -> bool {
    text[key.start..key.end].eq_ignore_ascii_case(b"bearer")
}

/// Whether the key stands where a query's parameter does.
fn query_name(text: &[u8], key: &Key) -> bool {
    let before = key.start.checked_sub(1).map_or(0, |at| text[at]);
    let parted = matches!(before, b'?' | b'&' | b';' | b'%')
        || text[key.start..key.end].starts_with(b"u0026")
        || text[..key.start].ends_with(b"u0026")
        || key.start >= 3 && text[key.start - 3] == b'%'
        || text[key.start..key.end].len() > 2 && before == b'%';
    parted && matches!(text.get(key.end), Some(b'=' | b'%'))
}

/// Whether a key that a quote or bracket ends can have a value: a separator, or its place in a pair.
fn quoted_is_suspect(text: &[u8], key: &Key) -> bool {
    let mut at = key.end;
    while matches!(text.get(at), Some(b'"' | b'\'' | b'`' | b'\\' | b']' | b')' | b' ')) && at < key.end + 12 {
        at += 1;
    }
    let opener = text[..key.start]
        .iter()
        .rev()
        .take(8)
        .find(|byte| !matches!(byte, b'"' | b'\'' | b'\\' | b' '))
        .copied()
        .unwrap_or(0);
    match text.get(at) {
        Some(b':' | b'=' | b'>' | b'!' | b'-') => true,
        Some(b'%') => true,
        // `["password","x"]`, `"name":"DB_PASSWORD","value":…` in either order.
        Some(b',' | b'}') => {
            matches!(opener, b'[' | b'(' | b',') && text[at] == b','
                || matches!(opener, b':' | b'=') && named_before(text, key.start)
                || text[at] == b',' && opener != b':' && opener != b'"'
        }
        Some(b'v' | b'V') => true,
        _ => false,
    }
}

/// Whether the text before a quoted word is `"name":` or another key that names a value's name.
fn named_before(text: &[u8], start: usize) -> bool {
    let window = &text[start.saturating_sub(40)..start];
    let Some(colon) = window.iter().rposition(|byte| matches!(byte, b':' | b'=')) else { return false };
    let end = window[..colon].iter().rposition(|byte| byte.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    let begin =
        window[..end].iter().rposition(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_').map_or(0, |at| at + 1);
    keys::is_pair_name(&window[begin..end])
}

/// `key<separator>value`.
fn assigned(found: &mut Found, class: KeyClass, key: &Key, end: usize, kind: Separator, behind: usize) {
    let text = found.text;
    if kind == Separator::Tag {
        return tagged(found, class, key, behind);
    }
    if behind >= text.len() {
        return;
    }
    let in_json = text.get(key.end) == Some(&b'"');
    if class == KeyClass::Authorization {
        let (start, stop, carrier) = match value::value_at(text, behind, false) {
            Some(value) if value.quote != 0 => (value.start, value.end, Carrier::Bare),
            _ => (behind, header::line_end(text, behind, key.start), Carrier::Bare),
        };
        keyed::judge(found, class, start, stop, carrier);
        return;
    }
    if class == KeyClass::Cookie {
        let (start, stop) = match value::value_at(text, behind, false) {
            Some(value) if value.quote != 0 => (value.start, value.end),
            _ => (behind, header::line_end(text, behind, key.start)),
        };
        header::cookie(found, start, stop);
        return;
    }
    let Some(value) = value::value_at(text, behind, kind == Separator::Encoded) else { return };
    let value = match class {
        KeyClass::Card
        | KeyClass::Phone
        | KeyClass::Ssn
        | KeyClass::Iban
        | KeyClass::Account
        | KeyClass::SortCode
        | KeyClass::BirthDate
            if value.quote == 0 =>
        {
            numeral(text, value)
        }
        _ => value,
    };
    let bracketed = value.quote == 0 && matches!(text[value.start], b'{' | b'[');
    if bracketed && class != KeyClass::Secret {
        return;
    }
    if value.quote == 0 && kind == Separator::Colon && is_prose(text, &value, class) {
        return;
    }
    if in_json && value.quote == 0 && !bracketed && matches!(class, KeyClass::Secret | KeyClass::Doubtful) {
        // A bare value behind a quoted key: JSON that is cut off or mixed with text. Keep it valid.
        let scalar = &text[value.start..value.end];
        if scalar.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'))
            || matches!(scalar, b"true" | b"false")
        {
            keyed::judge(found, class, value.start, value.end, Carrier::Scalar);
            return;
        }
    }
    let carrier = if value.quote != 0 { Carrier::Quoted } else { Carrier::Bare };
    let hit = keyed::judge(found, class, value.start, value.end, carrier);
    if hit && matches!(class, KeyClass::Secret) {
        connection_string(found, key.start, end, value.end);
    }
}

/// Lets a bare value take further groups of digits (`4111 1111 1111 1111`), and drops what trails them.
fn numeral(text: &[u8], value: Value) -> Value {
    let digitish = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'(' | b')' | b'+' | b'-' | b'.' | b'/' | b'*');
    let mut end = value.end;
    if !text[value.start..].first().is_some_and(|&byte| digitish(byte))
        && !text[value.start..].first().is_some_and(u8::is_ascii_uppercase)
    {
        return value;
    }
    while text.get(end) == Some(&b' ') {
        let group = text[end + 1..].iter().take_while(|&&byte| digitish(byte)).count();
        let ends = text.get(end + 1 + group).is_none_or(|&byte| !byte.is_ascii_alphanumeric() && byte != b':');
        if group == 0 || !ends || end - value.start > 40 {
            break;
        }
        end += 1 + group;
    }
    while end > value.start && matches!(text[end - 1], b'.' | b'-' | b'(' | b'/' | b' ') {
        end -= 1;
    }
    Value { end, ..value }
}

/// `<key>value</key>`.
fn tagged(found: &mut Found, class: KeyClass, key: &Key, behind: usize) {
    let text = found.text;
    let mut open = key.start;
    while open > 0 && key.start - open < 40 && !matches!(text[open - 1], b'<' | b'>' | b' ') {
        open -= 1;
    }
    if open == 0 || text[open - 1] != b'<' || text.get(key.end) != Some(&b'>') {
        return;
    }
    let end = memchr::memchr2(b'<', b'\n', &text[behind..]).map_or(text.len(), |found| behind + found);
    let end = behind + text[behind..end].trim_ascii_end().len();
    if end > behind {
        keyed::judge(found, class, behind, end, Carrier::Quoted);
    }
}

/// Whether the word behind `key:` is prose: a word of plain letters in a sentence.
fn is_prose(text: &[u8], value: &Value, class: KeyClass) -> bool {
    let word = &text[value.start..value.end];
    let plain = word
        .trim_ascii_end()
        .iter()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b',' | b'.' | b'!'));
    let capital = word[0].is_ascii_uppercase() && word[1..].iter().all(u8::is_ascii_lowercase);
    let next = value.end + text[value.end..].iter().take_while(|&&byte| byte == b' ').count();
    let followed = next > value.end && text.get(next).is_some_and(|byte| byte.is_ascii_lowercase());
    let sentence = followed && !assignment_follows(text, next);
    match class {
        KeyClass::Secret => (plain || capital) && sentence && word.len() < 16 && value.end > value.start,
        _ => (plain || capital) && word.len() < 16,
    }
}

/// Whether `word=` or `word:` stands at `at`.
fn assignment_follows(text: &[u8], at: usize) -> bool {
    let word = text[at..].iter().take(40).take_while(|&&byte| is_key_byte(byte)).count();
    matches!(text.get(at + word), Some(b'=' | b':'))
}

/// No separator: `--key value`, `key 'value'`, `"key", "value"`, `key is "value"`, `login x password y`.
fn unassigned(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let secret = matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Maybe | KeyClass::Authorization);
    let behind = spaces(text, key.end);
    if behind > key.end {
        let Some(&next) = text.get(behind) else { return };
        if key.dashed && secret && next != b'-' {
            if let Some(value) = value::value_at(text, behind, false) {
                let judged = &text[value.start..value.end];
                if !value::is_placeholder(judged) && !value::is_masked(judged) {
                    found.add(value.start, value.end, c::CLI_SECRET, Action::Hide);
                }
            }
            return;
        }
        if matches!(next, b'"' | b'\'') && matches!(class, KeyClass::Secret) {
            if let Some(value) = value::value_at(text, behind, false) {
                keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
            }
            return;
        }
        if matches!(class, KeyClass::Secret | KeyClass::Doubtful) {
            if class == KeyClass::Secret && netrc(found, key, behind) {
                return;
            }
            said(found, behind);
            header::scheme(found, key.start, key.end);
        }
        phone_said(found, class, behind);
        return;
    }
    pair(found, class, key);
}

/// `my phone is 090-1234-5678`, `tel 030 12345678`.
fn phone_said(found: &mut Found, class: KeyClass, behind: usize) {
    let text = found.text;
    if !matches!(class, KeyClass::Phone | KeyClass::Card | KeyClass::Ssn | KeyClass::Account | KeyClass::Routing) {
        return;
    }
    let window = &text[behind..text.len().min(behind + 24)];
    let Some(first) = window.iter().position(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'(')) else {
        return;
    };
    if window[..first].iter().any(|byte| matches!(byte, b',' | b';' | b'=' | b'"' | b'{' | b'_'))
        || first > 0 && window[first - 1].is_ascii_alphabetic()
    {
        return;
    }
    let Some(value) = value::value_at(text, behind + first, false) else { return };
    let value = numeral(text, value);
    let digits = text[value.start..value.end].iter().filter(|byte| byte.is_ascii_digit()).count();
    if class != KeyClass::Phone || digits >= 9 {
        keyed::judge(found, class, value.start, value.end, Carrier::Bare);
    }
}

/// `machine h login u password p`, or a line of nothing but `password p`.
fn netrc(found: &mut Found, key: &Key, behind: usize) -> bool {
    let text = found.text;
    let line = text[..key.start].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let before = &text[line..key.start];
    let login = follows_login(before);
    let Some(value) = value::value_at(text, behind, false) else { return false };
    let alone = before.iter().all(|byte| byte.is_ascii_whitespace())
        && text[value.end..].iter().take_while(|&&byte| byte != b'\n').all(|byte| byte.is_ascii_whitespace())
        && text[value.start..value.end].iter().any(u8::is_ascii_digit);
    let judged = &text[value.start..value.end];
    if !(login || alone)
        || text[key.start..key.end].iter().any(u8::is_ascii_uppercase)
        || value::is_placeholder(judged)
        || value::is_masked(judged)
    {
        return false;
    }
    found.add(value.start, value.end, c::NETRC, Action::Hide);
    true
}

/// Whether a line's beginning ends in `login name`.
fn follows_login(before: &[u8]) -> bool {
    let mut words = before.split(|byte| byte.is_ascii_whitespace()).rev().filter(|word| !word.is_empty());
    words.next().is_some_and(|name| !name.ends_with(b","))
        && matches!(words.next(), Some(b"login" | b"account" | b"user"))
}

/// `the password for x is "y"`: what is quoted behind `is`; unquoted only if it looks like no word.
fn said(found: &mut Found, behind: usize) {
    let text = found.text;
    let window = &text[behind..text.len().min(behind + 60)];
    let Some(is) = (if window.starts_with(b"is ") {
        Some(0)
    } else {
        [&b" is "[..], b" was ", b" to "].iter().find_map(|word| memchr::memmem::find(window, word).map(|at| at + 1))
    }) else {
        return;
    };
    if window[..is].iter().any(|byte| matches!(byte, b'.' | b';' | b'=' | b'{')) {
        return;
    }
    let word = window[is..].iter().take_while(|&&byte| byte != b' ').count();
    let Some(value) = value::value_at(text, spaces(text, behind + is + word), false) else { return };
    let judged = &text[value.start..value.end];
    let odd = judged.len() >= 6 && judged.iter().any(u8::is_ascii_digit) && judged.iter().any(u8::is_ascii_alphabetic);
    if (value.quote != 0 && !judged.is_empty() && judged.len() <= 100 || odd && &window[is..is + word] != b"to")
        && !value::is_placeholder(judged)
        && !value::is_masked(judged)
    {
        found.add(value.start, value.end, c::SECRET_FIELD, Action::Hide);
    }
}

/// `("key", "value")`, `["key","value"]`, `name="key" value="value"`, `"name":"key","value":"value"`.
fn pair(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let slashes = text[key.end..].iter().take_while(|&&byte| byte == b'\\').count();
    let quote = found.byte(key.end + slashes);
    if !matches!(quote, b'"' | b'\'') {
        return;
    }
    let mut at = spaces(text, key.end + slashes + 1);
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
        if let Some((_, behind)) = separator(text, at + named + name) {
            if let Some(value) = value::value_at(text, behind, false) {
                let carrier = if value.quote != 0 { Carrier::Quoted } else { Carrier::Bare };
                keyed::judge(found, class, value.start, value.end, carrier);
            }
        }
        return;
    }
    if comma
        && matches!(opener, b'[' | b'(')
        && matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Authorization | KeyClass::Cookie)
    {
        if let Some(value) = value::value_at(text, at, false).filter(|value| value.quote != 0) {
            if keys::classify(&text[value.start..value.end]) == KeyClass::None {
                keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
            }
        }
    } else if comma && class == KeyClass::Secret && opener != b':' && opener != b',' {
        // `sonar.login', 'value`
        if let Some(value) = value::value_at(text, at, false)
            .filter(|value| value.quote != 0 && value::is_tokenish(&text[value.start..value.end], 16))
        {
            keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
        }
    }
}

/// `IDENTIFIED BY 'password'` of SQL.
fn identified_by(found: &mut Found, end: usize) {
    let text = found.text;
    if !text[..end].to_ascii_lowercase().ends_with(b"identified") {
        return;
    }
    let window = &text[end..text.len().min(end + 60)];
    let Some(by) = memchr::memmem::find(&window.to_ascii_lowercase(), b" by ") else { return };
    if let Some(value) = value::value_at(text, spaces(text, end + by + 4), false).filter(|value| value.quote != 0) {
        keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
    }
}

/// `?key=…`, `&sig=…`, `&code=…`: names that are secret only in a query.
fn query_parameter(found: &mut Found, at: usize, key: &Key) {
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
    let plain_key = name == b"key" && value.len() < 8;
    if !short_code && !plain_key && !value::is_placeholder(value) && !value::is_masked(value) {
        found.add(from, end, c::URL_SECRET, Action::Hide);
    }
}

fn value_stops(text: &[u8], at: usize) -> bool {
    text.get(at + 1).is_none_or(|&byte| byte <= b' ' || matches!(byte, b'"' | b'\'' | b',' | b';' | b'.'))
}

/// Where a password stands in a connection string, the hosts and users beside it are masked too:
/// `Server=h;Uid=u;Pwd=p`, `host=h user=u password=p dbname=d`.
fn connection_string(found: &mut Found, key: usize, _end: usize, value_end: usize) {
    let text = found.text;
    let from = key.saturating_sub(512);
    let to = text.len().min(value_end + 512);
    let is_edge = |byte: u8| matches!(byte, b'"' | b'\'' | b'\n' | b'`' | b'<' | b'>');
    let start = text[from..key].iter().rposition(|&byte| is_edge(byte)).map_or(from, |at| from + at + 1);
    let stop = text[value_end..to]
        .iter()
        .position(|&byte| byte != b'"' && byte != b'\'' && is_edge(byte))
        .map_or(to, |at| value_end + at);
    let lower = text[start..stop].to_ascii_lowercase();
    let has = |word: &[u8]| memchr::memmem::find(&lower, word).is_some();
    let keyword = has(b";")
        && [
            &b"server="[..],
            b"data source=",
            b"host=",
            b"addr=",
            b"address=",
            b"hostname=",
            b"uid=",
            b"user id=",
            b"driver=",
        ]
        .iter()
        .any(|word| has(word));
    let libpq = has(b"dbname=") && has(b"host=");
    if !keyword && !libpq {
        return;
    }
    const PARTS: &[&[u8]] = &[
        b"server=",
        b"data source=",
        b"host=",
        b"hostname=",
        b"addr=",
        b"address=",
        b"network address=",
        b"uid=",
        b"user id=",
        b"user=",
        b"username=",
        b"hostaddr=",
    ];
    for part in PARTS {
        for place in memchr::memmem::find_iter(&lower, part) {
            let bounded = place == 0 || matches!(lower[place - 1], b';' | b' ' | b',' | b'(' | b':');
            let value = start + place + part.len();
            let len = text[value..stop]
                .iter()
                .take_while(|&&byte| {
                    if keyword {
                        byte != b';' && byte != b'"' && byte != b'\''
                    } else {
                        byte > b' ' && byte != b'"' && byte != b'\''
                    }
                })
                .count();
            let len = text[value..value + len].trim_ascii_end().len();
            if bounded
                && len > 0
                && !text[value..value + len].starts_with(b"****")
                && !value::is_placeholder(&text[value..value + len])
            {
                found.add(value, value + len, c::CONNECTION_STRING, Action::Part);
            }
        }
    }
}
