//! Text in quotes that stands in other quotes, `"{\\"key\\":\\"value\\"}"`, as it reads without the backslashes.

use std::ops::Range;

/// A text without the backslashes before its quotes.
pub struct Unslashed {
    pub text: Vec<u8>,
    /// Where backslashes were left out, as offsets in the text that is left, and how many up to there; in order.
    cuts: Vec<(usize, usize)>,
}

impl Unslashed {
    /// Of a text; None where no quote has a backslash.
    pub fn of(text: &[u8]) -> Option<Unslashed> {
        let mut plain = Unslashed { text: Vec::new(), cuts: Vec::new() };
        let (mut done, mut at, mut cut) = (0, 0, 0);
        while let Some(found) = memchr::memchr(b'\\', &text[at..]) {
            let start = at + found;
            let run = text[start..].iter().take_while(|byte| **byte == b'\\').count();
            at = start + run;
            if text.get(at) == Some(&b'"') {
                plain.text.extend_from_slice(&text[done..start]);
                cut += run;
                plain.cuts.push((plain.text.len(), cut));
                done = at;
            }
        }
        if cut == 0 {
            return None;
        }
        plain.text.extend_from_slice(&text[done..]);
        Some(plain)
    }

    /// Where a part of the text, which is not empty, stands in the one it was made from.
    pub fn written(&self, start: usize, end: usize) -> Range<usize> {
        let before = |at: usize| match self.cuts.partition_point(|cut| cut.0 <= at) {
            0 => at,
            cuts => at + self.cuts[cuts - 1].1,
        };
        // From the byte itself to behind the last one: what was left out before the next byte is not part of it.
        before(start)..before(end - 1) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_again_in_the_text_as_written() {
        let text = br#"m="{\"id\":\\\"a\\b\\\"}" c:\d"#;
        let plain = Unslashed::of(text).unwrap();
        assert_eq!(plain.text, br#"m="{"id":"a\\b"}" c:\d"#);
        for (start, end, written) in [(0, 4, r#"m="{"#), (5, 7, "id"), (10, 14, r"a\\b"), (4, 5, "\""), (14, 15, "\"")]
        {
            assert_eq!(&text[plain.written(start, end)], written.as_bytes(), "{start}..{end}");
        }
        assert!(Unslashed::of(br"c:\d").is_none());
    }
}
