//! Whether a place of the look is worth opening its line: the cheap question in between. It may only
//! err on the side of yes; the bytes around are as written, escapes not decoded.

use super::super::anchors::{Hit, Kind};
use super::super::finder::{Context, Finder, Finding, Found};
use super::{address, assign, digits, email, network, token, url};

/// Judges a place. `spare` is memory to work in.
pub fn is_suspect(finder: &Finder, text: &[u8], hit: Hit, spare: &mut Vec<Finding>) -> bool {
    let at = hit.at;
    spare.clear();
    let mut found = Found::new(finder, text, Context::default(), spare);
    match hit.kind {
        Kind::Stem => return assign::is_suspect(text, at),
        Kind::Run => return token::is_suspect(finder, text, at),
        Kind::Digits => digits::find(&mut found, at),
        Kind::Plus => digits::find_plus(&mut found, at),
        Kind::At => {
            if text[at] != b'@' {
                return text[at..].starts_with("＠".as_bytes());
            }
            email::find(&mut found, at);
        }
        Kind::Percent => email::find_encoded(&mut found, at),
        Kind::Url => {
            // `:\\/\\/` of a document inside a document inside a string.
            if text[at + 1..].starts_with(b"\\\\") {
                return text[at + 1..].iter().find(|&&byte| byte != b'\\') == Some(&b'/');
            }
            url::find(&mut found, at);
        }
        Kind::Unicode => {
            // ASCII and full-width characters can be parts of what is looked for.
            let rest = &text[at + 2..];
            return matches!(rest, [b'0', b'0', b'0'..=b'7', ..] | [b'f' | b'F', b'f' | b'F', ..]);
        }
        Kind::Octets => network::find_device(&mut found, at),
        Kind::Address => network::find(&mut found, at),
        Kind::Street => address::find(&mut found, at),
    }
    !spare.is_empty()
}
