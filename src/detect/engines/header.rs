//! HTTP headers that carry credentials: `Authorization: Scheme credential`, `Cookie: a=b; c=d`, and a
//! scheme with its credential standing by itself.

use super::super::catalogue as c;
use super::super::finder::Found;
use super::super::{Action, checks};
use super::value::{is_masked, is_placeholder};

/// End of a header's value that begins at `at` in running text: the line's end, or the quote that closes
/// the one before the header's name (`-H "Authorization: …"`).
pub fn line_end(found: &mut Found, at: usize, key: usize) -> usize {
    let opener = found.before(key);
    let quote = matches!(opener, b'"' | b'\'').then_some(opener);
    let known = found.walked.header;
    if (known.0..known.1).contains(&at) && known.2 == quote.unwrap_or(0) {
        return known.1;
    }
    let end = walk_line(found.text, at, quote);
    found.walked.header = (at, end, quote.unwrap_or(0));
    end
}

fn walk_line(text: &[u8], at: usize, quote: Option<u8>) -> usize {
    let limit = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found);
    let mut place = at;
    while place < limit {
        let byte = text[place];
        if Some(byte) == quote || byte == b'\\' && matches!(text.get(place + 1), Some(b'n' | b'r')) {
            return if text[place - 1] == b'\\' { place - 1 } else { place };
        }
        place += 1;
    }
    limit
}

pub(super) fn is_credential_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b'+'
                | b'/'
                | b'='
                | b':'
                | b'%'
                | b'!'
                | b'$'
                | b'*'
                | b'|'
                | b'@'
                | b'^'
                | b'#'
        )
}

/// The credential's bytes from `at`.
fn credential(text: &[u8], at: usize) -> usize {
    at + text[at..].iter().take_while(|&&byte| is_credential_byte(byte)).count()
}

/// The value of an `Authorization` header: the scheme stays, what follows is hidden.
pub fn authorization(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let mut start = start;
    while start < end && matches!(text[start], b' ' | b'"' | b'\'' | b'\\' | b'[') {
        start += 1;
    }
    let word =
        text[start..end].iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    let scheme = &text[start..start + word];
    if word > 0
        && word <= 24
        && start + word < end
        && text.get(start + word) == Some(&b' ')
        && !scheme.iter().all(u8::is_ascii_digit)
    {
        let from = start + word + 1 + text[start + word + 1..end].iter().take_while(|&&byte| byte == b' ').count();
        let from = from + text[from..end].iter().take_while(|byte| matches!(byte, b'"' | b'\'' | b'<')).count();
        let parameters = [&b"digest"[..], b"oauth", b"hawk", b"mac", b"signature", b"hmac"]
            .iter()
            .any(|name| scheme.eq_ignore_ascii_case(name));
        let aws = scheme.len() > 4 && scheme[..4].eq_ignore_ascii_case(b"aws4");
        let known = parameters
            || [
                &b"bearer"[..],
                b"basic",
                b"token",
                b"apikey",
                b"api-key",
                b"negotiate",
                b"ntlm",
                b"ssws",
                b"key",
                b"bot",
                b"jwt",
                b"splunk",
                b"geniekey",
                b"sharedkey",
                b"sharedkeylite",
                b"oauth2",
                b"apitoken",
                b"aws",
            ]
            .iter()
            .any(|name| scheme.eq_ignore_ascii_case(name));
        if aws {
            if let Some(at) = memchr::memmem::find(&text[from..end], b"Signature=") {
                let from = from + at + 10;
                hide(found, from, from + text[from..end].iter().take_while(|byte| byte.is_ascii_hexdigit()).count());
            }
            return;
        }
        let until =
            if parameters { from + text[from..end].trim_ascii_end().len() } else { credential(text, from).min(end) };
        if known || until > from && looks_like_credential(&text[from..until], 12) {
            return hide(found, from, until);
        }
        if !looks_like_credential(scheme, 8) {
            return;
        }
    }
    let until = credential(text, start).min(end);
    if until - start >= 6 && (looks_like_credential(&text[start..until], 6) || until - start >= 20) {
        hide(found, start, until);
    }
}

fn hide(found: &mut Found, start: usize, end: usize) {
    let value = &found.text[start.min(end)..end];
    // `Bearer ${token}`: a template.
    let place = &found.text[start.min(end)..];
    let template = value.len() < 3 && (place.starts_with(b"${") || place.starts_with(b"$("));
    if !value.is_empty() && !template && !is_placeholder(value) && !is_masked(value) {
        found.add(start, end, c::AUTHORIZATION, Action::Hide);
    }
}

/// Whether a word behind a scheme's name is a credential and not the next word of a sentence.
fn looks_like_credential(value: &[u8], least: usize) -> bool {
    let digits = value.iter().any(u8::is_ascii_digit);
    let inner_capital =
        value.len() > 1 && value[1..].iter().any(u8::is_ascii_uppercase) && value.iter().any(u8::is_ascii_lowercase);
    value.len() >= least
        && (digits || inner_capital || value.len() >= 32)
        && value.iter().any(u8::is_ascii_alphabetic)
        && !is_masked(value)
        && memchr::memmem::find(value, b"://").is_none()
        // `expires_in=3600`: the next pair. The signs of base64 stand at its end.
        && memchr::memchr(b'=', value).is_none_or(|at| value[at..].iter().all(|&byte| byte == b'='))
}

/// Whether `PLAIN` or `LOGIN` and a response follow the `AUTH` that ends at `end`, as mail servers log it.
pub fn is_mail_login(text: &[u8], end: usize) -> bool {
    [&b" PLAIN "[..], b" LOGIN ", b" XOAUTH2 "].iter().any(|word| text[end..].starts_with(word))
}

/// `AUTH PLAIN AGJvYgBzZWNyZXQ=` of SMTP.
pub fn mail_login(found: &mut Found, end: usize) {
    let text = found.text;
    if !is_mail_login(text, end) {
        return;
    }
    let from = end + 7 + if text[end..].starts_with(b" XOAUTH2 ") { 2 } else { 0 };
    let until = credential(text, from);
    let value = &text[from..until];
    if value.len() >= 4 && value.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')) {
        hide(found, from, until);
    }
}

/// A scheme's name by itself, ending at `end`: `Bearer …`, `Basic …`.
pub fn scheme(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let name = &text[start..end];
    let mut from = end;
    if text[from..].starts_with(b"%20") {
        from += 3;
    } else {
        if text.get(from) == Some(&b':') {
            from += 1;
        }
        if text.get(from) != Some(&b' ') {
            return;
        }
        from += text[from..].iter().take_while(|&&byte| byte == b' ').count();
    }
    let ends = |word: &[u8]| name.len() >= word.len() && name[name.len() - word.len()..].eq_ignore_ascii_case(word);
    let until = credential(text, from);
    // A sentence's dot or a colon behind the credential is no part of it.
    let until = until - text[from..until].iter().rev().take_while(|byte| matches!(byte, b'.' | b':' | b'!')).count();
    let value = &text[from..until];
    if value.is_empty() {
        return;
    }
    if ends(b"basic") {
        if checks::jwt::basic_auth(value) {
            found.add(from, until, c::BASIC_AUTH, Action::Hide);
        }
    } else if ends(b"bearer") {
        if looks_like_credential(value, 10) {
            hide(found, from, until);
        }
    } else if (ends(b"token") || ends(b"apikey") || ends(b"negotiate") || ends(b"ssws") || ends(b"key"))
        && super::value::is_tokenish(value, 20)
    {
        hide(found, from, until);
    }
}

const ATTRIBUTES: &[&[u8]] =
    &[b"path", b"domain", b"expires", b"max-age", b"samesite", b"priority", b"version", b"comment"];

/// The value of a cookie header: names and attributes stay, values are hidden.
pub fn cookie(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    if start < found.walked.cookies {
        return;
    }
    let mut at = start;
    let mut pairs = 0;
    while at < end {
        found.walked.cookies = at;
        at += text[at..end].iter().take_while(|byte| matches!(byte, b' ' | b'"' | b'\'' | b'\\' | b'[')).count();
        let name = text[at..end]
            .iter()
            .take(80)
            .take_while(|byte| {
                byte.is_ascii_alphanumeric()
                    || matches!(byte, b'_' | b'-' | b'.' | b'%' | b'$' | b':' | b'!' | b'~' | b'^' | b'|' | b'/' | b'@')
            })
            .count();
        let flag = text[at..end].iter().take_while(|byte| byte.is_ascii_alphabetic()).count() == name
            && matches!(text.get(at + name), None | Some(b';'));
        if name == 0 || text.get(at + name) != Some(&b'=') || at + name >= end {
            if flag && name > 0 && pairs > 0 && text.get(at + name) == Some(&b';') && at + name < end {
                at += name + 1;
                continue;
            }
            // No pair: a lone token, such as a session id.
            let until = at
                + text[at..end]
                    .iter()
                    .take_while(|&&byte| byte > b' ' && byte != b';' && byte != b',' && byte != b'"')
                    .count();
            if pairs == 0 && super::value::is_tokenish(&text[at..until], 16) {
                found.add(at, until, c::COOKIE, Action::Hide);
            }
            return;
        }
        let from = at + name + 1;
        let attribute = ATTRIBUTES.iter().any(|known| text[at..at + name].eq_ignore_ascii_case(known)) && pairs > 0;
        let mut until = from;
        while until < end && text[until] != b';' && (attribute || text[until] > b' ') {
            until += 1;
        }
        if !attribute {
            let value = &text[from..until];
            let trimmed = from
                + value
                    .iter()
                    .rposition(|byte| !matches!(byte, b'"' | b'\'' | b'\\' | b',' | b']' | b')' | b'}'))
                    .map_or(0, |last| last + 1);
            if trimmed > from
                && !is_masked(&text[from..trimmed])
                && !text[from..trimmed].iter().all(|&byte| byte == b'*')
            {
                found.add(from, trimmed, c::COOKIE, Action::Hide);
            }
        }
        pairs += 1;
        if text.get(until) != Some(&b';') || until >= end {
            return;
        }
        at = until + 1;
    }
}
