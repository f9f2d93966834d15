//! Shows characters that a terminal would obey.

use std::fmt::{self, Display, Write};

/// Text with its control and bidirectional formatting characters shown as escapes, so that it can
/// neither move the cursor nor pass for other text.
#[derive(Debug)]
pub struct Neutral<'a>(pub &'a str);

impl Display for Neutral<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                _ if is_obeyed(letter) => write!(f, "\\u{{{:x}}}", letter as u32)?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// JSON text with such characters inside its strings as JSON escapes; its value is the same.
/// `serde_json` has escaped the ASCII ones.
pub fn neutral_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if !letter.is_ascii() && is_obeyed(letter) {
            // All of them are in the basic plane: one escape each.
            let _ = write!(out, "\\u{:04x}", letter as u32);
        } else {
            out.push(letter);
        }
    }
    out
}

/// Control characters (C0, DEL, C1), line and paragraph separators, and those that change the
/// direction of text (Unicode TR 36, section 3.6.1) or have no width.
pub(crate) fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_told_nothing_to_obey() {
        let hostile = "a\x1b[2Jb\u{202e}c\nd é";
        assert_eq!(Neutral(hostile).to_string(), "a\\u{1b}[2Jb\\u{202e}c\\nd é");
    }

    #[test]
    fn json_keeps_its_value() {
        let text = "a\u{202e}b\u{9b}é\x1b";
        let json = serde_json::to_string(text).unwrap();
        let safe = neutral_json(&json);
        assert_eq!(safe, "\"a\\u202eb\\u009bé\\u001b\"");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
    }
}
