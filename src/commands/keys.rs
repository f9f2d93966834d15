//! Private keys over many lines, for commands that mask line by line: a line that is hidden only because of the lines
//! before it is overwritten with stars before anybody looks at it.
//!
//! Stars are as many as the bytes that they stand for, so that places and sizes stay; JSON stays JSON. What a line
//! hides by itself is left to whoever masks it.

use crate::input::Block;
use crate::mask::{Carry, Masker, Scratch};

/// Overwrites the lines of keys in blocks that come in order.
pub struct Keys<'a> {
    masker: Option<&'a Masker>,
    /// What the block before hands on.
    carry: Carry,
    work: Scratch,
    alone: Scratch,
}

impl<'a> Keys<'a> {
    /// Of the keys that `masker` hides; None leaves all.
    pub fn new(masker: Option<&'a Masker>) -> Keys<'a> {
        Keys { masker, carry: Carry::default(), work: Scratch::default(), alone: Scratch::default() }
    }

    /// Overwrites what the block holds of keys that began in a line before.
    pub fn hide(&mut self, block: &mut Block) {
        let Some(masker) = self.masker else { return };
        if block.piece.is_some() {
            // A line that long is no line of a key, and is shown by nobody.
            self.carry = Carry::default();
            return;
        }
        let bytes = block.bytes_mut();
        let mut at = 0;
        while at < bytes.len() {
            if self.carry == Carry::default() {
                let Some((end, carry)) = masker.next_open_key(bytes, at, &mut self.work) else { return };
                (self.carry, at) = (carry, end + 1);
                continue;
            }
            let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |newline| at + newline);
            let line = &mut bytes[at..end];
            self.carry = masker.mask_lines(line, self.carry, &mut self.work);
            masker.mask_lines(line, Carry::default(), &mut self.alone);
            if !self.work.edits.each().eq(self.alone.edits.each()) {
                self.work.edits.each().for_each(|(start, end, _)| line[start..end].fill(b'*'));
            }
            at = end + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::Policy;

    fn hidden(blocks: &[&str]) -> String {
        let masker = Masker::new(Policy::default_profile());
        let mut keys = Keys::new(Some(&masker));
        let block = |text: &&str| {
            let mut block = Block::of(text.as_bytes());
            keys.hide(&mut block);
            String::from_utf8(block.bytes().to_vec()).unwrap()
        };
        blocks.iter().map(block).collect()
    }

    #[test]
    fn lines_of_a_key_are_overwritten_wherever_blocks_are_cut_and_others_are_left() {
        let line = |text: &str| format!("{{\"id\":\"r-1\",\"message\":\"{text}\"}}\n");
        let (begin, end) =
            (concat!("-----BEGIN RSA ", "PRIVATE KEY-----"), concat!("-----END RSA ", "PRIVATE KEY-----"));
        let body = "MIIEpAIBAAKCAQEA7bq2dkV1Hh3kq9ZyQwErTyUiOpAsDfGhJkLzXcVbNmQwErTy";
        let lines = [
            line("of john@example.com"),
            line(begin),
            line(body),
            line("Zm9vYmFyZm9vYmFyZm9v+Q=="),
            line(end),
            line(body),
        ];
        let stars = |text: &str| line(&"*".repeat(text.len()));
        let expected = [
            line("of john@example.com"),
            line(begin),
            stars(body),
            stars("Zm9vYmFyZm9vYmFyZm9v+Q=="),
            stars(end),
            line(body),
        ]
        .concat();
        assert_eq!(hidden(&[&lines.concat()]), expected);
        for cut in 1..lines.len() {
            assert_eq!(hidden(&[&lines[..cut].concat(), &lines[cut..].concat()]), expected, "{cut}");
        }
    }
}
