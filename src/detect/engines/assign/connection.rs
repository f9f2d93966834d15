//! The parts of a connection string beside its password.

use super::super::super::Action;
use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::value;

/// Where a password stands in a connection string, the hosts and users beside it are masked too:
/// `Server=h;Uid=u;Pwd=p`, `host=h user=u password=p dbname=d`.
pub(super) fn connection_string(found: &mut Found, key: usize, value_end: usize) {
    let text = found.text;
    let from = key.saturating_sub(512);
    let to = text.len().min(value_end + 512);
    let marked = |text: &[u8]| memchr::memchr(b';', text).is_some() || memchr::memmem::find(text, b"dbname=").is_some();
    if !marked(&text[from..to]) {
        return;
    }
    let is_edge = |byte: u8| matches!(byte, b'"' | b'\'' | b'\n' | b'`' | b'<' | b'>');
    let start = text[from..key].iter().rposition(|&byte| is_edge(byte)).map_or(from, |at| from + at + 1);
    let stop = text[value_end..to]
        .iter()
        .position(|&byte| byte != b'"' && byte != b'\'' && is_edge(byte))
        .map_or(to, |at| value_end + at);
    if !marked(&text[start..stop]) {
        return;
    }
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
