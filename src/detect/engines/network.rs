//! Addresses of hosts and devices: IPv4, IPv6, MAC.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;

/// Looks at the dot or colon at `at` where addresses are asked for.
pub fn find(found: &mut Found, at: usize) {
    if found.text[at] == b'.' { ipv4(found, at) } else { ipv6(found, at) }
}

fn ipv4(found: &mut Found, dot: usize) {
    let text = found.text;
    let start = dot - text[..dot].iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    // An escape's letter is none of a word.
    let escaped = start > 1 && text[start - 2] == b'\\' && matches!(text[start - 1], b'n' | b'r' | b't');
    if start > 0
        && (matches!(text[start - 1], b'.' | b'_' | b'-') || text[start - 1].is_ascii_alphanumeric() && !escaped)
    {
        return;
    }
    let mut octets = [0u8; 4];
    let mut at = start;
    for (index, octet) in octets.iter_mut().enumerate() {
        if index > 0 {
            if text.get(at) != Some(&b'.') {
                return;
            }
            at += 1;
        }
        let len = text[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let Some(value) =
            (1..=3).contains(&len).then(|| std::str::from_utf8(&text[at..at + len]).ok()?.parse::<u8>().ok()).flatten()
        else {
            return;
        };
        *octet = value;
        at += len;
    }
    if text.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
        return;
    }
    let longer = text.get(at) == Some(&b'.') && text.get(at + 1).is_some_and(u8::is_ascii_digit);
    let version = start > 0 && matches!(text[start - 1], b'v' | b'V')
        || text[start.saturating_sub(9)..start].to_ascii_lowercase().ends_with(b"version ")
        || longer;
    let address = std::net::Ipv4Addr::from(octets);
    let special = address.is_loopback() || address.is_unspecified() || version;
    found.add(start, at, if special { c::SPECIAL_ADDRESS } else { c::IPV4 }, Action::Network);
}

fn ipv6(found: &mut Found, colon: usize) {
    let text = found.text;
    if text.get(colon + 1) == Some(&b':') {
        return;
    }
    let inner = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    let start = colon - text[..colon].iter().rev().take(45).take_while(|&&byte| inner(byte)).count();
    let mut end = colon + text[colon..].iter().take(45).take_while(|&&byte| inner(byte)).count();
    while end > start && matches!(text[end - 1], b'.')
        || end > start + 2 && text[end - 1] == b':' && text[end - 2] != b':'
    {
        end -= 1;
    }
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    // A star behind it: masked already.
    if end < text.len() && (word(text[end]) || text[end] == b'*') {
        return;
    }
    let mut start = start;
    if start > 0 && text[start - 1] == b'*' {
        return;
    }
    let escaped = start > 1 && text[start - 2] == b'\\' && matches!(text[start - 1], b'n' | b'r' | b't');
    if start > 0 && word(text[start - 1]) && !escaped {
        // `text::ffff:192.0.2.1`: letters of a word run into the address; the quad inside stands by itself.
        if let Some(dot) = text[colon..end].iter().position(|&byte| byte == b'.') {
            let quad = text[..colon + dot].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
            if quad > 0 && text[quad - 1] == b':' {
                ipv4(found, colon + dot);
            }
        }
        return;
    }
    if text[start] == b':' && text.get(start + 1) != Some(&b':') {
        start += 1;
    }
    let Ok(written) = std::str::from_utf8(&text[start..end]) else { return };
    if written.bytes().filter(|&byte| byte == b':').count() < 2 || found.is_hidden(start) {
        return;
    }
    let Ok(address) = written.parse::<std::net::Ipv6Addr>() else { return };
    // Times and ratios have decimal digits and no more than three groups; `parse` refuses them already.
    let special = address.is_loopback() || address.is_unspecified();
    found.add(start, end, if special { c::SPECIAL_ADDRESS } else { c::IPV6 }, Action::Network);
}

/// Looks at a colon or dash of a row of octets, or the first dot of a row of four-digit groups.
pub fn find_device(found: &mut Found, at: usize) {
    let text = found.text;
    let separator = text[at];
    let (group, groups) = if separator == b'.' { (4, 3) } else { (2, 6) };
    let Some(start) = at.checked_sub(group) else { return };
    let end = start + groups * (group + 1) - 1;
    if end > text.len() {
        return;
    }
    for (index, &byte) in text[start..end].iter().enumerate() {
        let fits = if index % (group + 1) == group { byte == separator } else { byte.is_ascii_hexdigit() };
        if !fits {
            return;
        }
    }
    let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'*') || byte == separator;
    if start > 0 && word(text[start - 1]) && !(start >= 2 && text[start - 2] == b'\\')
        || text.get(end).is_some_and(|&byte| word(byte))
    {
        return;
    }
    let value = &text[start..end];
    if value.iter().all(|byte| matches!(byte, b'0') || *byte == separator)
        || value.iter().all(|byte| matches!(byte, b'f' | b'F') || *byte == separator)
    {
        return;
    }
    found.add(start, end, c::MAC, Action::Device);
}
