//! Log text on its way to a terminal: what a terminal would obey is shown instead.

use std::io::{self, Write};

use crate::diagnostics::is_obeyed;

/// Passes lines on so that a terminal shows all of their characters and obeys none: control
/// characters, escape sequences, characters that change the direction of text or have no width, and
/// bytes that are no UTF-8 are written as escapes. Newlines and tabs are what they are, and so is a
/// carriage return before a newline. Text that is harmless is passed on as it is.
#[derive(Debug)]
pub struct Screen<W> {
    inner: W,
    /// The beginning of a character, or a carriage return, that the last write ended with.
    held: Vec<u8>,
    text: Vec<u8>,
}

impl<W: Write> Screen<W> {
    /// In front of `inner`, which is a terminal.
    pub fn new(inner: W) -> Screen<W> {
        Screen { inner, held: Vec::new(), text: Vec::new() }
    }

    /// Puts the shown form of `bytes` on the end of `text`; how many bytes at the end wait for more.
    fn show(bytes: &[u8], text: &mut Vec<u8>) -> usize {
        for chunk in bytes.utf8_chunks() {
            let mut letters = chunk.valid().chars().peekable();
            while let Some(letter) = letters.next() {
                match letter {
                    '\n' | '\t' => text.push(letter as u8),
                    '\r' if letters.peek() == Some(&'\n') => text.push(b'\r'),
                    '\r' if letters.peek().is_none() && ends_with(bytes, chunk.valid()) => return 1,
                    '\r' => text.extend_from_slice(b"\\r"),
                    letter if is_obeyed(letter) => {
                        let _ = write!(text, "\\u{{{:x}}}", letter as u32);
                    }
                    letter => text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                }
            }
            let bad = chunk.invalid();
            if !bad.is_empty() && is_begun(bad) && bytes.as_ptr_range().end == bad.as_ptr_range().end {
                return bad.len();
            }
            for byte in bad {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
        0
    }

    /// Shows what the last write left half.
    fn give_up(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        for byte in held {
            match byte {
                b'\r' => self.inner.write_all(b"\\r")?,
                byte => write!(self.inner, "\\x{byte:02x}")?,
            }
        }
        Ok(())
    }
}

/// Whether `part` is the end of `bytes`.
fn ends_with(bytes: &[u8], part: &str) -> bool {
    bytes.as_ptr_range().end == part.as_bytes().as_ptr_range().end
}

/// Whether more bytes can make a character of these.
fn is_begun(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut joined = std::mem::take(&mut self.held);
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let bytes_in = if joined.is_empty() {
            bytes
        } else {
            joined.extend_from_slice(bytes);
            &joined
        };
        let waiting = Screen::<W>::show(bytes_in, &mut text);
        self.held = bytes_in[bytes_in.len() - waiting..].to_vec();
        let written = self.inner.write_all(&text);
        self.text = text;
        written.map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<W: Write> Screen<W> {
    /// Shows what is still held, at the end of all.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(&mut self) -> io::Result<()> {
        self.give_up()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(writes: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut screen = Screen::new(&mut out);
        writes.iter().for_each(|bytes| screen.write_all(bytes).unwrap());
        screen.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        let text = "a\x1b[2J\u{9b}31m\x07\u{202e}gpj.exe\u{200b}\u{2028}\u{feff}\x7f\tb\r\nc\rd\n".as_bytes();
        let expected = "a\\u{1b}[2J\\u{9b}31m\\u{7}\\u{202e}gpj.exe\\u{200b}\\u{2028}\\u{feff}\\u{7f}\tb\r\nc\\rd\n";
        assert_eq!(shown(&[text]), expected);
        assert_eq!(shown(&[b"\xff\x9b31m \xe2\x80 x\xf0\x9f"]), "\\xff\\x9b31m \\xe2\\x80 x\\xf0\\x9f");
        assert_eq!(shown(&["grün 日本 🎉\n".as_bytes()]), "grün 日本 🎉\n");
    }

    proptest! {
        #[test]
        fn however_it_is_cut_nothing_gets_through(bytes in prop::collection::vec(any_byte(), 0..60), cut in 0..60usize) {
            let (one, two) = bytes.split_at(cut.min(bytes.len()));
            let whole = shown(&[&bytes]);
            prop_assert_eq!(shown(&[one, two]), whole.clone());
            let harmless = |letter: char| matches!(letter, '\n' | '\t' | '\r') || !is_obeyed(letter);
            prop_assert!(whole.chars().all(harmless));
        }
    }

    fn any_byte() -> impl Strategy<Value = u8> {
        prop_oneof![prop::num::u8::ANY, prop::sample::select(&b"\x1b\r\n\xe2\x80\xae\xc2\x9b"[..])]
    }
}
