//! JSON string escapes: decoding a string's content, and finding the way back from a place in the
//! decoded text to the bytes that stood for it.
//!
//! The way back is walked again instead of stored, so that a long escaped string costs no table.

/// One character of a string's content as written: how many bytes it takes there, and what it is.
struct Unit {
    written: usize,
    bytes: [u8; 4],
    len: usize,
}

/// The unit at `at`, which is a backslash. A broken escape stands for itself.
fn escape_at(raw: &[u8], at: usize) -> Unit {
    let single = |byte: u8| Unit { written: 2, bytes: [byte, 0, 0, 0], len: 1 };
    match raw.get(at + 1) {
        Some(b'n') => single(b'\n'),
        Some(b't') => single(b'\t'),
        Some(b'r') => single(b'\r'),
        Some(b'b') => single(8),
        Some(b'f') => single(12),
        Some(&byte @ (b'"' | b'\\' | b'/')) => single(byte),
        Some(b'u') => unicode_at(raw, at).unwrap_or(Unit { written: 1, bytes: [b'\\', 0, 0, 0], len: 1 }),
        _ => Unit { written: 1, bytes: [b'\\', 0, 0, 0], len: 1 },
    }
}

fn hex4(raw: &[u8], at: usize) -> Option<u32> {
    raw.get(at..at + 4)?.iter().try_fold(0, |value, &digit| Some(value * 16 + (digit as char).to_digit(16)?))
}

fn unicode_at(raw: &[u8], at: usize) -> Option<Unit> {
    let first = hex4(raw, at + 2)?;
    let mut written = 6;
    let mut code = first;
    if (0xD800..0xDC00).contains(&first)
        && raw.get(at + 6..at + 8) == Some(b"\\u")
        && let Some(second) = hex4(raw, at + 8).filter(|second| (0xDC00..0xE000).contains(second))
    {
        code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        written = 12;
    }
    // A lone surrogate becomes the replacement character: it only has to be a byte that no rule takes.
    let char = char::from_u32(code).unwrap_or('\u{FFFD}');
    let mut bytes = [0; 4];
    let len = char.encode_utf8(&mut bytes).len();
    Some(Unit { written, bytes, len })
}

/// Decodes the content of a JSON string (without its quotes) onto the end of `out`. Never fails: a
/// broken escape stands for itself.
pub fn decode(raw: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'\\', &raw[at..]) {
        out.extend_from_slice(&raw[at..at + next]);
        at += next;
        let unit = escape_at(raw, at);
        out.extend_from_slice(&unit.bytes[..unit.len]);
        at += unit.written;
    }
    out.extend_from_slice(&raw[at..]);
}

/// The same for plain text: only `\\uXXXX` is decoded, other backslashes stand for themselves.
pub fn decode_unicode(raw: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'\\', &raw[at..]) {
        out.extend_from_slice(&raw[at..at + next]);
        at += next;
        let unit = unicode_escape_at(raw, at);
        out.extend_from_slice(&unit.bytes[..unit.len]);
        at += unit.written;
    }
    out.extend_from_slice(&raw[at..]);
}

fn unicode_escape_at(raw: &[u8], at: usize) -> Unit {
    let unit = if raw.get(at + 1) == Some(&b'u') { unicode_at(raw, at) } else { None };
    // A line's end must stay where it is: no decoding to control characters.
    unit.filter(|unit| unit.bytes[0] >= b' ').unwrap_or(Unit { written: 1, bytes: [b'\\', 0, 0, 0], len: 1 })
}

/// Finds, for ascending places in the decoded text, the places in the written one.
pub struct WayBack<'a> {
    raw: &'a [u8],
    raw_at: usize,
    decoded_at: usize,
    unit: fn(&[u8], usize) -> Unit,
}

impl<'a> WayBack<'a> {
    /// For the content that was given to [`decode`].
    pub fn new(raw: &'a [u8]) -> Self {
        WayBack { raw, raw_at: 0, decoded_at: 0, unit: escape_at }
    }

    /// For the text that was given to [`decode_unicode`].
    pub fn unicode_only(raw: &'a [u8]) -> Self {
        WayBack { unit: unicode_escape_at, ..WayBack::new(raw) }
    }

    /// The written range of the decoded range `start..end`. Ranges must come in ascending order and
    /// not overlap. A range that begins or ends inside a character takes the whole character.
    pub fn range(&mut self, start: usize, end: usize) -> (usize, usize) {
        self.walk_to(start, false);
        let from = self.raw_at;
        self.walk_to(end, true);
        (from, self.raw_at)
    }

    fn walk_to(&mut self, goal: usize, behind: bool) {
        while self.decoded_at < goal {
            let rest = &self.raw[self.raw_at..];
            let plain = memchr::memchr(b'\\', rest).unwrap_or(rest.len()).min(goal - self.decoded_at);
            if plain > 0 {
                self.raw_at += plain;
                self.decoded_at += plain;
                continue;
            }
            if rest.is_empty() {
                return;
            }
            let unit = (self.unit)(self.raw, self.raw_at);
            if self.decoded_at + unit.len > goal && !behind {
                return;
            }
            self.raw_at += unit.written;
            self.decoded_at += unit.len;
        }
    }
}

/// Writes ASCII `text` as it must stand inside a JSON string.
pub fn encode(text: &[u8], out: &mut Vec<u8>) {
    for &byte in text {
        if byte == b'"' || byte == b'\\' {
            out.push(b'\\');
        }
        out.push(byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(raw: &str) -> String {
        let mut out = Vec::new();
        decode(raw.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(decoded(r#"a\n\"\\\/\u00e9\ud83d\ude00z"#), "a\n\"\\/é😀z");
    }

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(decoded(r"\x \u12 \ud800 \"), "\\x \\u12 \u{FFFD} \\");
    }

    #[test]
    fn the_way_back_takes_whole_escapes() {
        let raw = r"ab\u0040c\nd";
        let mut back = WayBack::new(raw.as_bytes());
        assert_eq!(back.range(1, 2), (1, 2));
        assert_eq!(back.range(2, 3), (2, 8));
        assert_eq!(back.range(4, 6), (9, 12));
    }

    proptest! {
        #[test]
        fn decoding_agrees_with_serde_json(text in ".*") {
            let written = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(decoded(&written[1..written.len() - 1]), text);
        }

        #[test]
        fn the_way_back_agrees_with_decoding(raw in r#"([a-c]|\\n|\\u00e9|\\ud83d\\ude00|\\"){0,20}"#, cut in 0usize..40, len in 0usize..40) {
            let full = decoded(&raw);
            let mut start = cut.min(full.len());
            while !full.is_char_boundary(start) { start -= 1; }
            let mut end = (start + len).min(full.len());
            while !full.is_char_boundary(end) { end -= 1; }
            let (from, to) = WayBack::new(raw.as_bytes()).range(start, end);
            if start < end {
                prop_assert_eq!(decoded(&raw[from..to]), &full[start..end]);
            }
        }
    }
}
