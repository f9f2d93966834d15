//! Blanks what is secret in a config's text before any of it is shown: snippets of it go to terminals, CI logs and
//! code scanning services.

use std::ops::Range;

use super::node::{Node, Value};
use super::schema;
use crate::detect::keys::{self, KeyClass};
use crate::mask::{Masker, Policy, Scratch};

/// One value, blanked by itself.
pub fn blanked_value(value: &str) -> String {
    blanked(value, &Node::empty(0))
}

/// `text` with a star for every byte that is secret: what the default profile masks in it, and all values under keys
/// that name secrets. Lengths and lines stay, so that places do.
pub fn blanked(text: &str, root: &Node) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let masker = Masker::new(Policy::default_profile());
    let mut work = Scratch::default();
    masker.mask_lines(text.as_bytes(), Default::default(), &mut work);
    for (start, end, _) in work.edits.each() {
        fill(&mut bytes, start..end);
    }
    secret_values(root, false, &mut bytes);
    words(root, text, &mut bytes);
    // Stars are put over whole characters only, by ranges that the parser gave; where ever not, nothing is shown.
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let star = |byte: u8| if byte == b'\n' { '\n' } else { '*' };
        error.into_bytes().into_iter().map(star).collect()
    })
}

fn secret_values(node: &Node, secret: bool, bytes: &mut [u8]) {
    match &node.value {
        Value::Map(entries) => {
            for (name, value) in entries {
                let secret = secret || is_secret(&name.text);
                secret_values(value, secret, bytes);
            }
        }
        Value::List(elements) => elements.iter().for_each(|element| secret_values(element, secret, bytes)),
        Value::Null | Value::Bool(_) => {}
        Value::Number(_) | Value::Text { .. } if secret => fill(bytes, node.span.clone()),
        Value::Number(_) | Value::Text { .. } => {}
    }
}

/// Puts the words of the config's own language back: `github-token: hide` names no secret.
fn words(node: &Node, text: &str, bytes: &mut [u8]) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(_, value)| words(value, text, bytes)),
        Value::List(elements) => elements.iter().for_each(|element| words(element, text, bytes)),
        Value::Text { text: word, .. } if schema::ACTIONS.contains(&word.as_str()) => {
            if let (Some(blanked), Some(written)) = (bytes.get_mut(node.span.clone()), text.get(node.span.clone())) {
                blanked.copy_from_slice(written.as_bytes());
            }
        }
        _ => {}
    }
}

fn is_secret(key: &str) -> bool {
    let class = keys::classify(key.as_bytes());
    matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Pin | KeyClass::Authorization | KeyClass::Cookie)
}

/// Stars over a range; quotes at its ends, line ends and indentation stay.
fn fill(bytes: &mut [u8], range: Range<usize>) {
    let Some(range) = bytes.get_mut(range) else { return };
    let last = range.len().saturating_sub(1);
    let quoted = last > 0 && matches!(range[0], b'"' | b'\'') && range[0] == range[last];
    for (at, byte) in range.iter_mut().enumerate() {
        if !byte.is_ascii_whitespace() && !(quoted && (at == 0 || at == last)) {
            *byte = b'*';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::load::{Syntax, parse};
    use crate::input::Origin;

    fn shown(text: &str) -> String {
        parse(Origin::Stdin, Syntax::Yaml, text).source.text().to_owned()
    }

    #[test]
    fn what_is_secret_is_blanked_and_places_stay() {
        let text = "password: hünter2\nx: {token: 'a b', keys: 1}\nto: john@example.com\nsecrets:\n  - abc\n  - [12]\n";
        let blanked = shown(text);
        assert_eq!(blanked.len(), text.len());
        for secret in ["nter2", "a b", "ohn", "abc"] {
            assert!(!blanked.contains(secret), "{blanked}");
        }
        assert!(blanked.starts_with("password: ********\nx: {token: '* *', keys: 1}\n"), "{blanked}");
    }

    #[test]
    fn also_where_the_text_is_broken() {
        assert_eq!(shown("a: [\npassword: hunter2\n"), "a: [\npassword: *******\n");
    }
}
