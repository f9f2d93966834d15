//! Values inside a call or a wrapper: `Some("x")`, `string(7) "x"`, `setPassword("x")`, and credentials
//! passed by place: `new NetworkCredential("user", "password")`.

use super::super::super::Action;
use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::keys::{self, KeyClass};
use super::super::value::{self, Value};
use super::key::{Key, spaces};

/// How far a wrapper's names may reach before the literal inside.
const REACH: usize = 96;

/// Methods of texts and tables whose arguments are no secrets.
const METHODS: &[&[u8]] = &[
    b"split",
    b"rsplit",
    b"partition",
    b"rpartition",
    b"encode",
    b"decode",
    b"strip",
    b"lstrip",
    b"rstrip",
    b"replace",
    b"join",
    b"find",
    b"index",
    b"startswith",
    b"endswith",
    b"get",
    b"pop",
    b"format",
    b"match",
    b"search",
];

/// What stands where a value was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapped {
    /// No wrapper.
    No,
    /// A wrapper around the quoted literal that begins here.
    Literal(usize),
    /// A call that fetches the value by its name: nothing to mask.
    Lookup,
}

/// Whether a wrapper begins at `at`.
pub(super) fn unwrap(text: &[u8], at: usize) -> Wrapped {
    let limit = text.len().min(at + REACH);
    let mut place = at;
    // `new X(`
    if text[place..].starts_with(b"new ") || text[place..].starts_with(b"New ") {
        place += 4;
    }
    let mut depth = 0;
    loop {
        if text[place..].starts_with(b"<<\"") {
            return Wrapped::Literal(place + 2);
        }
        let name = text[place.min(limit)..limit]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'-' | b'&'))
            .count();
        if name == 0 || !text[place].is_ascii_alphabetic() {
            return Wrapped::No;
        }
        let word = &text[place..place + name];
        let behind = place + name;
        match text.get(behind) {
            Some(b'(' | b'[') => {
                depth += 1;
                let inside = spaces(text, behind + 1);
                match literal_quote(text, inside) {
                    Some(quote) => {
                        let Some(value) = value::value_at(text, quote, false) else { return Wrapped::No };
                        let lit = &text[value.start..value.end];
                        // `getenv("DB_PASSWORD")`, `config["password"]`: the literal is a name, not a value.
                        let named = keys::classify(lit) != KeyClass::None && !lit.iter().any(u8::is_ascii_digit)
                            || lit.len() > 3
                                && lit
                                    .iter()
                                    .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'0'..=b'9'));
                        // `line.split(":")`, `text.encode("latin1")`: says how, not what.
                        let method = word.rsplit(|&byte| byte == b'.').next().filter(|last| last.len() < word.len());
                        let named = named || lit.len() < 2 || method.is_some_and(|method| METHODS.contains(&method));
                        return if named { Wrapped::Lookup } else { Wrapped::Literal(quote) };
                    }
                    // PHP: `string(7) "x"`
                    None if word == b"string" || word == b"str" => {
                        let digits = text[inside..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
                        let close = inside + digits;
                        if digits > 0 && text.get(close) == Some(&b')') {
                            let quote = spaces(text, close + 1);
                            return literal_quote(text, quote).map_or(Wrapped::No, Wrapped::Literal);
                        }
                        return Wrapped::No;
                    }
                    None if depth < 4 => place = inside,
                    None => return Wrapped::No,
                }
            }
            Some(b' ') => {
                // PHP: `string 'x' (length=1)`; PowerShell: `ConvertTo-SecureString 'x'`
                let cmdlet = word.contains(&b'-') && word[0].is_ascii_uppercase() && word.len() > 6;
                let quote = spaces(text, behind);
                return match literal_quote(text, quote) {
                    Some(quote) if cmdlet || word == b"string" => Wrapped::Literal(quote),
                    _ => Wrapped::No,
                };
            }
            _ => return Wrapped::No,
        }
    }
}

fn literal_quote(text: &[u8], at: usize) -> Option<usize> {
    let slashes = text.get(at..)?.iter().take(16).take_while(|&&byte| byte == b'\\').count();
    matches!(text.get(at + slashes), Some(b'"' | b'\'' | b'`')).then_some(at)
}

/// The quoted literals from `at` on with commas between: the first three.
fn literals(text: &[u8], at: usize) -> ([Option<Value>; 3], usize) {
    let mut found = [None; 3];
    let mut count = 0;
    let mut place = blanks(text, at);
    while count < 3 && literal_quote(text, place).is_some() {
        let Some(value) = value::value_at(text, place, false) else { break };
        found[count] = Some(value);
        count += 1;
        let slashes = text[place..].iter().take(16).take_while(|&&byte| byte == b'\\').count();
        let close = value.end + slashes + 1;
        let comma = blanks(text, close);
        if text.get(comma) != Some(&b',') {
            break;
        }
        place = blanks(text, comma + 1);
    }
    (found, count)
}

fn blanks(text: &[u8], at: usize) -> usize {
    at + text[at.min(text.len())..].iter().take(64).take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// A key right before `(`: `setPassword("x")`, `NetworkCredential("user", "x")`, `basicAuth("user", "x")`.
pub(super) fn called(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let name = &text[key.start..key.end];
    let (values, count) = literals(text, key.end + 1);
    let fetches = [&b"get"[..], b"find", b"check", b"has", b"is", b"valid", b"read", b"load", b"fetch", b"with_name"]
        .iter()
        .any(|verb| name.len() > verb.len() && name[..verb.len()].eq_ignore_ascii_case(verb));
    if fetches || count == 0 || count == 3 && values[2].is_some_and(|last| last.quote == 0) {
        return;
    }
    let sure = class == KeyClass::Secret;
    let chosen = match count {
        1 if sure => values[0],
        2 if sure || class == KeyClass::Authorization => values[1],
        _ => None,
    };
    let Some(value) = chosen else { return };
    let judged = &text[value.start..value.end];
    let plain_name = count == 1 && keys::classify(judged) != KeyClass::None;
    if !plain_name && !value::is_placeholder(judged) && !value::is_masked(judged) && !judged.contains(&b' ') {
        found.add(value.start, value.end, c::SECRET_FIELD, Action::Hide);
    }
}

/// `mysql_connect("host", "user", "password")`.
pub(super) fn connected(found: &mut Found, key: &Key) {
    let text = found.text;
    let (values, _) = literals(text, key.end + 1);
    let [Some(host), Some(user), Some(password)] = values else { return };
    let judged = &text[password.start..password.end];
    if judged.is_empty() || value::is_placeholder(judged) || value::is_masked(judged) {
        return;
    }
    found.add(password.start, password.end, c::SECRET_FIELD, Action::Hide);
    for part in [host, user] {
        if !value::is_masked_part(&text[part.start..part.end]) {
            found.add(part.start, part.end, c::CONNECTION_STRING, Action::Part);
        }
    }
}

/// Behind a database URL that is a call's first literal and ends at `end`: `getConnection("jdbc:…", "user", "password")`.
pub fn after_database_url(found: &mut Found, end: usize) {
    let text = found.text;
    let slashes = text[end..].iter().take(16).take_while(|&&byte| byte == b'\\').count();
    if !matches!(text.get(end + slashes), Some(b'"' | b'\'')) {
        return;
    }
    let comma = blanks(text, end + slashes + 1);
    if text.get(comma) != Some(&b',') {
        return;
    }
    let (values, count) = literals(text, comma + 1);
    let [Some(user), Some(password), _] = values else { return };
    let close = blanks(text, password.end + slashes + 1);
    if count != 2 || text.get(close) != Some(&b')') {
        return;
    }
    let judged = &text[password.start..password.end];
    if !value::is_placeholder(judged) && !value::is_masked(judged) {
        found.add(password.start, password.end, c::SECRET_FIELD, Action::Hide);
    }
    if user.start < user.end && !value::is_masked_part(&text[user.start..user.end]) {
        found.add(user.start, user.end, c::CONNECTION_STRING, Action::Part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapper_whose_spaces_go_beyond_the_reach_is_none() {
        let text = format!("{}({}x", "a".repeat(REACH - 2), " ".repeat(9));
        assert_eq!(unwrap(text.as_bytes(), 0), Wrapped::No);
    }
}
