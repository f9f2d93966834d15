//! Where a value in plain text ends.

pub use super::placeholder::is_placeholder;

/// A value in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// First byte, behind an opening quote.
    pub start: usize,
    /// Behind the last byte, before a closing quote.
    pub end: usize,
    /// The quote, or 0.
    pub quote: u8,
}

/// Behind the colour code (`ESC [ 3 6 m`) whose middle `at` lies in; else `at`.
pub fn behind_colour(text: &[u8], at: usize) -> usize {
    if at < 2 || text[at - 1] != b'[' || text[at - 2] != 0x1B {
        return at;
    }
    let code = text[at..].iter().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    if text.get(at + code) == Some(&b'm') { at + code + 1 } else { at }
}

/// Whether a colour code ends right before `at`, raw or in one of the ways in which its escape is written: what begins
/// there stands by itself.
pub fn ends_colour(text: &[u8], at: usize) -> bool {
    let Some((b'm', before)) = text[..at].split_last() else { return false };
    let codes = before.iter().rev().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let Some(escape) = before[..before.len() - codes].strip_suffix(b"[") else { return false };
    [&b"\x1B"[..], b"\\x1b", b"\\x1B", b"\\033", b"\\u001b", b"\\u001B", b"\\e", b"^["]
        .iter()
        .any(|written| escape.ends_with(written))
}

/// HTML's ways to write a quote.
const ENTITIES: &[&[u8]] = &[b"&quot;", b"&#34;", b"&#39;", b"&apos;", b"&#x27;", b"&#x22;"];

/// The entity of a quote that stands at `at`.
pub fn quote_entity(text: &[u8], at: usize) -> Option<&'static [u8]> {
    if text.get(at) != Some(&b'&') {
        return None;
    }
    ENTITIES.iter().copied().find(|entity| text[at..].starts_with(entity))
}

/// Behind the spaces (those that do not break a line too) and colour codes at `at`.
pub fn skip_colours(text: &[u8], mut at: usize) -> usize {
    loop {
        loop {
            match text.get(at) {
                Some(b' ' | b'\t') => at += 1,
                Some(0xC2) if text.get(at + 1) == Some(&0xA0) => at += 2,
                _ => break,
            }
        }
        if text.get(at) != Some(&0x1B) || text.get(at + 1) != Some(&b'[') {
            return at;
        }
        let behind = behind_colour(text, at + 2);
        if behind == at + 2 {
            return at;
        }
        at = behind;
    }
}

/// How many bytes a bracketed value may span.
const MAX_BRACKETED: usize = 1 << 12;

/// The value that begins at `at`: quoted, bracketed or bare. `encoded`: the text is percent-encoded here, so
/// that `%26` and its like end a value. `None` where nothing stands.
pub fn value_at(text: &[u8], at: usize, encoded: bool) -> Option<Value> {
    let slashes = text[at..].iter().take_while(|&&byte| byte == b'\\').count();
    let quote = text.get(at + slashes).copied().unwrap_or(0);
    if matches!(quote, b'"' | b'\'' | b'`') {
        let start = at + slashes + 1;
        let end = quoted_end(text, start, quote, slashes);
        return Some(Value { start, end, quote });
    }
    if slashes > 0 && !encoded {
        return None;
    }
    // What a mask put here ends with the mask, whatever came to stand behind it.
    if begins_masked(text, at) {
        return Some(Value { start: at, end: at + 8, quote: 0 });
    }
    if let Some(Some(quote)) = encoded.then(|| encoded_quote(text, at)) {
        let start = at + 3;
        let end = find(text, start, quote).unwrap_or_else(|| bare_end(text, start, true));
        return Some(Value { start, end, quote: 0 });
    }
    if let Some(entity) = quote_entity(text, at) {
        let start = at + entity.len();
        let end = find(text, start, entity).unwrap_or_else(|| bare_end(text, start, false));
        return Some(Value { start, end, quote: 0 });
    }
    // A prefix of a string literal: b'…', u"…", r"…".
    if matches!(quote, b'b' | b'u' | b'r' | b'f' | b'L' | b'N' | b'@') && matches!(text.get(at + 1), Some(b'"' | b'\''))
    {
        let value = value_at(text, at + 1, false)?;
        return Some(value);
    }
    let end = match quote {
        // `$(command x)`, `${{ x }}`
        b'$' if matches!(text.get(at + 1), Some(b'{' | b'(')) => {
            expansion_end(text, at + 1).unwrap_or_else(|| bare_end(text, at, encoded))
        }
        b'{' | b'[' | b'(' => match bracketed_end(text, at) {
            // `[=]password` is one word: a bracket ends a value only where a word could end.
            Some(end) if text.get(end).is_none_or(|&byte| !byte.is_ascii_alphanumeric() && byte < 0x80) => end,
            // Cut off, or closed on a later line: all that this line has of it.
            None if quote != b'(' => {
                let line = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found);
                let end = at + text[at..line].trim_ascii_end().len();
                if end == at + 1 {
                    return None;
                }
                end
            }
            _ => bare_end(text, at, encoded),
        },
        // The head of a YAML block: the value stands on the lines below.
        b'>' | b'|' if text[at + 1..].iter().take(2).all(|byte| matches!(byte, b'-' | b'+' | b' ' | b'\r' | b'\n')) => {
            return None;
        }
        _ => bare_end(text, at, encoded),
    };
    (end > at).then_some(Value { start: at, end, quote: 0 })
}

/// The value that begins at `at` if it is quoted: what is bare is not walked.
pub fn quoted_at(text: &[u8], at: usize) -> Option<Value> {
    let mut place = at;
    if matches!(text.get(at), Some(b'b' | b'u' | b'r' | b'f' | b'L' | b'N' | b'@')) {
        place += 1;
    }
    place += text.get(place..)?.iter().take(256).take_while(|&&byte| byte == b'\\').count();
    matches!(text.get(place), Some(b'"' | b'\'' | b'`')).then(|| value_at(text, at, false)).flatten()
}

fn encoded_quote(text: &[u8], at: usize) -> Option<&'static [u8]> {
    match text.get(at..at + 3)? {
        b"%22" => Some(b"%22"),
        b"%27" => Some(b"%27"),
        _ => None,
    }
}

fn find(text: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    memchr::memmem::find(&text[from..], what).map(|found| from + found)
}

/// End of a quoted value: the next quote that as many backslashes come before as before the opening one. Without
/// one, the value goes on to the line's end.
fn quoted_end(text: &[u8], start: usize, quote: u8, slashes: usize) -> usize {
    let mut at = start;
    while let Some(found) = memchr::memchr2(quote, b'\n', &text[at..]) {
        let place = at + found;
        if text[place] == b'\n' {
            return place;
        }
        let before = text[start..place].iter().rev().take_while(|&&byte| byte == b'\\').count();
        // SQL's and the shell's way to write a quote inside: `'it''s'`.
        let doubled = quote == b'\''
            && place > start
            && slashes == 0
            && text.get(place + 1) == Some(&quote)
            && text.get(place + 2).is_some_and(u8::is_ascii_alphanumeric);
        if doubled {
            at = place + 2;
            continue;
        }
        if before <= slashes || slashes == 0 && before.is_multiple_of(2) {
            return place - before.min(slashes);
        }
        at = place + 1;
    }
    text.len()
}

/// End of a shell's or template's expansion whose bracket opens at `at`: it may hold blanks.
fn expansion_end(text: &[u8], at: usize) -> Option<usize> {
    let close = if text[at] == b'{' { b'}' } else { b')' };
    let mut depth = 0;
    for (place, &byte) in text[at..].iter().enumerate().take(200) {
        depth += usize::from(byte == text[at]);
        depth -= usize::from(byte == close);
        if depth == 0 {
            return Some(at + place + 1);
        }
        if byte == b'\n' {
            return None;
        }
    }
    None
}

/// End of a value that begins with a bracket: behind the matching one.
fn bracketed_end(text: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut place = at;
    let limit = text.len().min(at + MAX_BRACKETED);
    while place < limit {
        match text[place] {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(place + 1);
                }
            }
            b'\n' => return None,
            b'"' => place = crate::detect::engines::value::quoted_end(text, place + 1, b'"', 0).min(limit),
            _ => {}
        }
        place += 1;
    }
    None
}

/// End of a bare value.
fn bare_end(text: &[u8], start: usize, encoded: bool) -> usize {
    let mut at = start;
    let mut open = 0usize;
    while at < text.len() {
        match text[at] {
            byte if byte <= b' ' => break,
            b'`' if at > start => break,
            b'"' | b'\'' if at > start && !text.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => break,
            b'<' if at > start => break,
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => {
                if open == 0 {
                    break;
                }
                open -= 1;
            }
            b',' | b';' | b'&' | b'|' if ends_at(text, at) => break,
            b'\\'
                if matches!(text.get(at + 1), Some(b'n' | b'r' | b't' | b'"' | b'\'' | b'\\'))
                    && escape_ends(text, at) =>
            {
                break;
            }
            b'\\' if text[at..].starts_with(b"\\u0026") => break,
            b'%' if encoded
                && matches!(
                    text.get(at + 1..at + 3),
                    Some(b"26" | b"22" | b"27" | b"2C" | b"2c" | b"7D" | b"7d" | b"20" | b"3B" | b"3b")
                ) =>
            {
                break;
            }
            b'%' if encoded
                && matches!(text.get(at + 1..at + 5), Some(b"2526" | b"2522" | b"2527" | b"252C" | b"257D")) =>
            {
                break;
            }
            _ => {}
        }
        at += 1;
    }
    at
}

/// Whether `\n` and its like are escapes here, and not letters of a Windows path or a password.
fn escape_ends(text: &[u8], at: usize) -> bool {
    match text[at + 1] {
        b'"' | b'\'' | b'\\' => true,
        _ => {
            !text.get(at + 2).is_some_and(u8::is_ascii_lowercase)
                || text.get(at + 2..at + 6).is_some_and(|next| next.iter().all(u8::is_ascii_alphabetic))
        }
    }
}

/// Whether the separator at `at` ends a bare value: at the end, before white space, or before the next key.
fn ends_at(text: &[u8], at: usize) -> bool {
    let rest = &text[at + 1..];
    match rest.first() {
        None => true,
        Some(byte) if *byte <= b' ' || matches!(byte, b'"' | b'\'' | b'}' | b']' | b')' | b'\\' | b',' | b';') => true,
        Some(_) => {
            let name = rest
                .iter()
                .take(40)
                .take_while(|byte| {
                    byte.is_ascii_alphanumeric()
                        || matches!(byte, b'_' | b'-' | b'.' | b' ' | b'+' | b'[' | b']' | b'%' | b'$')
                })
                .count();
            name > 0 && matches!(rest.get(name), Some(b'=' | b':')) || text[at] == b'|'
        }
    }
}

/// Whether a mask of eight stars stands at `at`, and no token goes on behind it.
pub fn begins_masked(text: &[u8], at: usize) -> bool {
    text[at..].starts_with(b"********")
        && !text.get(at + 8).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'*')
}

/// Whether a part of a database string was masked: by itself, or with what overlapped it.
pub fn is_masked_part(value: &[u8]) -> bool {
    let stars = value.iter().take_while(|&&byte| byte == b'*').count();
    stars >= 4 && !value.get(stars).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a value was made by pake: eight stars, perhaps behind a scheme.
pub fn is_masked(value: &[u8]) -> bool {
    value.ends_with(b"********")
        && value[..value.len() - 8].iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-'))
}

/// Whether a text looks like a token: long, of one piece, letters and digits mixed, no UUID and no date.
pub fn is_tokenish(value: &[u8], least: usize) -> bool {
    value.len() >= least
        && value.iter().all(|byte| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'/' | b'=' | b'~' | b'!' | b'$' | b'%' | b':')
        })
        && value.iter().filter(|byte| byte.is_ascii_digit()).count() >= 2
        && value.iter().any(u8::is_ascii_alphabetic)
        && !super::super::checks::shape::is_uuid(value)
        && !looks_like_path_or_date(value)
}

fn looks_like_path_or_date(value: &[u8]) -> bool {
    let date = value.len() >= 10 && value[4] == b'-' && value[7] == b'-' && value[..4].iter().all(u8::is_ascii_digit);
    let slashes = value.iter().filter(|&&byte| byte == b'/').count();
    let colons = value.iter().filter(|&&byte| byte == b':').count();
    date || value.starts_with(b"/") || value.contains(&b':') && (slashes > 0 || colons > 1) || slashes * 6 > value.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> &str {
        let value = value_at(text.as_bytes(), 0, false).unwrap();
        &text[value.start..value.end]
    }

    #[test]
    fn values_end_where_a_reader_would_say() {
        assert_eq!(value("abc def"), "abc");
        assert_eq!(value("abc, def"), "abc");
        assert_eq!(value("a,b c"), "a,b");
        assert_eq!(value("abc,host=x"), "abc");
        assert_eq!(value("abc&lang=x"), "abc");
        assert_eq!(value("a&b"), "a&b");
        assert_eq!(value("'a b' c"), "a b");
        assert_eq!(value(r#""a\"b" c"#), r#"a\"b"#);
        assert_eq!(value(r#"\"a b\" c"#), "a b");
        assert_eq!(value(r#"\\\"a b\\\" c"#), "a b");
        assert_eq!(value("{a;b};c"), "{a;b}");
        assert_eq!(value("a(b)) c"), "a(b)");
        assert_eq!(value("abc</x>"), "abc");
        assert_eq!(value("#gets0m3;Trusted=1"), "#gets0m3");
    }
}
