//! E-mail addresses, also with `%40` or a full-width sign; and the `user:password@` forms that have no
//! scheme before them.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;
use super::url;

const FULL_WIDTH: &[u8] = "＠".as_bytes();

/// Looks at `@` (or the first byte of the full-width one) at `at`.
pub fn find(found: &mut Found, at: usize) {
    if found.text[at] == b'@' {
        if url::find_without_scheme(found, at) {
            return;
        }
        address(found, at, 1);
    } else if found.text[at..].starts_with(FULL_WIDTH) {
        address(found, at, FULL_WIDTH.len());
    }
}

/// Looks at `%` at `at`, of which `%40` and `%2540` are an `@`.
pub fn find_encoded(found: &mut Found, at: usize) {
    if found.text[at..].starts_with(b"%40") {
        if url::find_encoded(found, at) {
            return;
        }
        address(found, at, 3);
    } else if found.text[at..].starts_with(b"%2540") {
        address(found, at, 5);
    }
}

/// What a byte of a local part is: [`PLAIN`], [`SIGN`] for one that may end it, or 0 for none of one.
const LOCAL: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'+' | b'-' | 0x80.. => PLAIN,
            b'%' | b'&' | b'\'' | b'#' | b'!' | b'$' | b'~' | b'^' => SIGN,
            _ => 0,
        };
        byte += 1;
    }
    table
};
const PLAIN: u8 = 1;
const SIGN: u8 = 2;

/// Where a local part begins whose sign at `place` is no part of it: behind an encoded quote, a parameter's `&`, a quote.
fn cut_behind(text: &[u8], place: usize, at: usize) -> Option<usize> {
    if text[place] == b'\'' && is_apostrophe(text, place) {
        return None;
    }
    if text[place] != b'%' {
        return Some(place + 1);
    }
    let code = text[place + 1..at].first_chunk::<2>()?;
    let inside = matches!(&code.to_ascii_uppercase()[..], b"2B" | b"2E" | b"5F" | b"2D" | b"27");
    (!inside && code.iter().all(u8::is_ascii_hexdigit)).then_some(place + 3)
}

/// The start of the local part that ends at `at`.
fn local_start(text: &[u8], at: usize) -> usize {
    let mut start = at;
    let mut cut = None;
    while start > 0 && at - start < 128 && cut.is_none() {
        match LOCAL[usize::from(text[start - 1])] {
            0 => break,
            SIGN => cut = cut_behind(text, start - 1, at),
            _ => {}
        }
        start -= 1;
    }
    let mut start = cut.unwrap_or_else(|| super::value::behind_colour(text, start));
    if start >= 1 && text[start - 1] == b'\\' && at - start > 1 && matches!(text[start], b'n' | b't' | b'r') {
        start += 1;
    }
    if text[..start].ends_with(b"\\") && text[start..at].starts_with(b"u00") && at - start > 5 {
        start += 5;
    }
    while start < at && (matches!(text[start], b'.' | b'-' | b'+') || text[start] >= 0x80 && text[start] < 0xC0) {
        start += 1;
    }
    // Typographic quotes and the like are no letters of a name.
    while start + 3 <= at && text[start] == 0xE2 && text[start + 1] == 0x80 {
        start += 3;
    }
    start
}

/// Whether the `'` at `at` stands inside a name and is no quote: `o'brien`, `d'arcy`, but `u'bob`.
fn is_apostrophe(text: &[u8], at: usize) -> bool {
    let Some(letter) = at.checked_sub(1).map(|at| text[at]) else { return false };
    let bound = at.checked_sub(2).map_or(0, |at| text[at]);
    matches!(letter | 0x20, b'o' | b'd' | b'l' | b'n' | b'm')
        && !bound.is_ascii_alphanumeric()
        && !matches!(bound, b'\'' | b'\\' | b'%')
        && text.get(at + 1).is_some_and(u8::is_ascii_alphabetic)
}

/// What a byte of a domain is: [`PLAIN`], [`SIGN`] for one that may end it, or 0 for none of one.
const DOMAIN: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' => PLAIN,
            b'-' | 0x80.. => SIGN,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The end of the domain that begins at `at`, if it is one: labels with dots between, the last one letters.
fn domain_end(text: &[u8], at: usize) -> Option<usize> {
    // `@@`, a typographic quote, a row of dashes.
    let ends = |rest: &[u8]| rest.starts_with(FULL_WIDTH) || rest.starts_with(b"\xE2\x80") || rest.starts_with(b"---");
    let mut end = at;
    while end < text.len() && end - at < 254 {
        match DOMAIN[usize::from(text[end])] {
            0 => break,
            SIGN if ends(&text[end..]) => break,
            _ => end += 1,
        }
    }
    loop {
        while end > at && matches!(text[end - 1], b'.' | b'-') {
            end -= 1;
        }
        let domain = &text[at..end];
        let dot = domain.iter().rposition(|&byte| byte == b'.')?;
        let top = &domain[dot + 1..];
        let letters = top.len() >= 2 && top.iter().all(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
            || top.len() > 4 && top[..4].eq_ignore_ascii_case(b"xn--");
        if letters && domain[0] != b'.' && domain[0] != b'-' && !domain.windows(2).any(|pair| pair == b"..") {
            return Some(end);
        }
        // `a@b.com.` was cut above; `a@b.com..c` and `a@b.com.5` fall back to what stands before.
        end = at + dot;
        if dot == 0 {
            return None;
        }
    }
}

/// Endings of files that are named `name@2x.png`.
const FILES: &[&[u8]] = &[
    b"png", b"jpg", b"jpeg", b"gif", b"svg", b"webp", b"ico", b"pdf", b"js", b"css", b"ts", b"json", b"tgz", b"html",
    b"map", b"mjs", b"jsx", b"tsx", b"py", b"rb", b"whl", b"tar", b"gz", b"zip", b"jar",
];

/// Endings that no domain has: units of systemd (`getty@tty1.service`), pictures and pages.
const UNITS: &[&[u8]] = &[
    b"service", b"socket", b"timer", b"target", b"mount", b"slice", b"scope", b"png", b"jpg", b"jpeg", b"gif", b"svg",
    b"webp", b"css", b"js", b"json", b"html", b"tgz", b"whl", b"webhook",
];

fn address(found: &mut Found, at: usize, sign: usize) {
    let text = found.text;
    if at < found.claimed || found.is_hidden(at) {
        return;
    }
    let Some(end) = domain_end(text, at + sign) else { return };
    let mut start = local_start(text, at);
    if start == at {
        // `"john doe"@example.com`
        let quoted = at >= 2 && text[at - 1] == b'"';
        let Some(open) =
            quoted.then(|| text[at.saturating_sub(66)..at - 1].iter().rposition(|&byte| byte == b'"')).flatten()
        else {
            return;
        };
        start = at.saturating_sub(66) + open + 1;
        if start >= at - 1
            || &text[start..at - 1] == b"***"
            || text[start..at - 1].ends_with(b"***")
            || text[start..at - 1].iter().any(|byte| matches!(byte, b':' | b'{' | b'}' | b','))
        {
            return;
        }
    }
    let domain = &text[at + sign..end];
    let top = &domain[domain.iter().rposition(|&byte| byte == b'.').map_or(0, |dot| dot + 1)..];
    let first = domain.split(|&byte| byte == b'.').next().unwrap_or(b"");
    let scale = first.len() >= 2 && first[0].is_ascii_digit() && first[1..].eq_ignore_ascii_case(b"x");
    let version = first.iter().all(u8::is_ascii_digit)
        || first.len() > 1 && matches!(first[0], b'v' | b'^' | b'~') && first[1..].iter().all(u8::is_ascii_digit);
    if UNITS.contains(&top)
        || (version || first.len() <= 2) && FILES.iter().any(|ending| ending.eq_ignore_ascii_case(top))
        || scale
        || version
            && domain.iter().filter(|&&byte| byte == b'.').count() >= 1
            && domain.iter().any(u8::is_ascii_digit)
            && first.len() <= 4
    {
        return;
    }
    // `git@host:org/repo`
    if &text[start..at] == b"git"
        && (text.get(end) == Some(&b':')
            || text.get(end) == Some(&b'/')
            || start >= 3 && text[..start].ends_with(b"://"))
    {
        return;
    }
    found.add(start, end, c::EMAIL, Action::Email);
}
