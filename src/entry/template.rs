//! Folds what differs from entry to entry (numbers, ids) so that entries of one kind are alike.

/// Puts `path` on the end of `out` with its ids folded to `{id}`, and without its query.
///
/// A segment is an id if it is all digits, holds at least three digits or an `@`, is a long run of
/// hexadecimal digits, or is longer than any name. `v2` and `oauth2` stay.
pub fn path(path: &[u8], out: &mut Vec<u8>) {
    let end = path.iter().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(path.len());
    for (index, segment) in path[..end].split(|byte| *byte == b'/').enumerate() {
        if index > 0 {
            out.push(b'/');
        }
        if is_id(segment) { out.extend_from_slice(b"{id}") } else { out.extend_from_slice(segment) }
    }
}

/// Puts `text` on the end of `out` with numbers as `{n}`, ids as `{id}`, white space as one space,
/// and cut behind `limit` bytes.
pub fn message(text: &[u8], limit: usize, out: &mut Vec<u8>) {
    let stop = out.len() + limit;
    let mut at = 0;
    while at < text.len() && out.len() < stop {
        let byte = text[at];
        if byte.is_ascii_whitespace() || byte.is_ascii_control() {
            if out.last().is_some_and(|last| *last != b' ') {
                out.push(b' ');
            }
            at += 1;
            continue;
        }
        let len = text[at..].iter().take_while(|byte| is_word(**byte)).count();
        if len == 0 {
            out.push(byte);
            at += 1;
            continue;
        }
        let word = &text[at..at + len];
        at += len;
        fold_word(word, out);
    }
    if out.len() >= stop {
        out.truncate(stop);
        // Not in the middle of a character.
        while out.last().is_some_and(|byte| byte & 0xC0 == 0x80) {
            out.pop();
        }
        if out.last().is_some_and(|byte| *byte >= 0xC0) {
            out.pop();
        }
        out.extend_from_slice("…".as_bytes());
    }
    while out.last() == Some(&b' ') {
        out.pop();
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.') || byte >= 0x80
}

fn fold_word(word: &[u8], out: &mut Vec<u8>) {
    // A full stop or a dash around a word is not a part of it.
    let trimmed = word.trim_ascii_end();
    let end = trimmed.iter().rposition(|byte| !matches!(byte, b'.' | b'-' | b'_')).map_or(0, |at| at + 1);
    let (word, tail) = word.split_at(end);
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let unit = &word[digits..];
    if digits > 0 && unit.len() <= 3 && unit.iter().all(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80) {
        // A number, perhaps with its unit: `12`, `1.5s`, `80ms`.
        out.extend_from_slice(b"{n}");
        out.extend_from_slice(unit);
    } else if is_id(word) {
        out.extend_from_slice(b"{id}");
    } else {
        out.extend_from_slice(word);
    }
    out.extend_from_slice(tail);
}

/// Whether a word stands for one of many.
fn is_id(word: &[u8]) -> bool {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let hexadecimal = || word.len() >= 8 && word.iter().all(u8::is_ascii_hexdigit);
    match digits {
        0 => word.len() > 40 || word.contains(&b'@'),
        _ => digits >= 3 || digits == word.len() || word.contains(&b'@') || hexadecimal() || word.len() > 40,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, how: fn(&[u8], &mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        how(text.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn ids_in_paths_are_folded() {
        for (given, expected) in [
            ("/api/v1/users/38033/orders", "/api/v1/users/{id}/orders"),
            ("/oauth2/token?code=abc", "/oauth2/token"),
            ("/users/john@example.com#top", "/users/{id}"),
            ("/x/5e0f3b1c-2b6e-4f0a-9d53-1c6a4f1f7e21/", "/x/{id}/"),
            ("/d/deadbeef0", "/d/{id}"),
            ("/users/7", "/users/{id}"),
            ("", ""),
        ] {
            assert_eq!(folded(given, path), expected);
        }
    }

    #[test]
    fn numbers_and_ids_in_messages_are_folded() {
        let message = |text: &[u8], out: &mut Vec<u8>| message(text, 60, out);
        for (given, expected) in [
            ("timeout after 1500ms, 3 of 5 left.", "timeout after {n}ms, {n} of {n} left."),
            ("order ORD-20261120-000417 failed", "order {id} failed"),
            ("user=usr_59726\n\t at 10.0.4.17:8080", "user={id} at {n}:{n}"),
            ("schema order-v4 and 注文 4405", "schema order-v4 and 注文 {n}"),
            ("cannot open a.b", "cannot open a.b"),
        ] {
            assert_eq!(folded(given, message), expected);
        }
        let cut = folded(&"é ".repeat(100), message);
        assert!(cut.ends_with('…') && cut.len() <= 63, "{cut}");
    }
}
