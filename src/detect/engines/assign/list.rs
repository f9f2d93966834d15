//! A list in running text under a key that names secrets: `secrets: ["x", "y"]`.

use super::super::super::finder::Found;
use super::super::super::keys::KeyClass;
use super::super::keyed::{self, Carrier};
use super::super::value::{self, Value};
use super::key::spaces;

/// The most elements that are judged.
const MAX_ELEMENTS: usize = 256;

/// Judges each quoted element of the list `value`, which begins with `[`, as a document's list would be.
pub(super) fn elements(found: &mut Found, class: KeyClass, value: &Value) {
    let text = found.text;
    let mut at = spaces(text, value.start + 1);
    for _ in 0..MAX_ELEMENTS {
        let Some(element) = value::quoted_at(text, at).filter(|element| element.end <= value.end) else { return };
        keyed::judge(found, class, element.start, element.end, Carrier::Quoted);
        let closed = text[element.end..].iter().take(16).take_while(|&&byte| byte == b'\\').count();
        at = spaces(text, element.end + closed + 1);
        if text.get(at) != Some(&b',') {
            return;
        }
        at = spaces(text, at + 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::mask::{Masker, Policy};

    #[test]
    fn the_elements_of_a_list_that_is_cut_off_are_masked() {
        let masker = Masker::new(Policy::default_profile());
        let line = r#"{"text": "4111111111111111", "secrets": ["x55x5abc5", "y8871q"], "tags": ["ba"#;
        let masked = r#"{"text": "4111********1111", "secrets": ["********", "********"], "tags": ["ba"#;
        assert_eq!(String::from_utf8_lossy(&masker.mask_line(line.as_bytes())), masked);
    }
}
