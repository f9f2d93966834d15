//! Walks one JSON value by byte range: no tree, no copies, no recursion.
//!
//! The walk decides whether a text *is* JSON and where its strings, keys and scalars lie; it never
//! interprets them. It takes everything that RFC 8259 takes, and a little more (raw control
//! characters and invalid UTF-8 inside strings, `NaN`, `Infinity`, numbers with leading zeros), because
//! what it refuses is masked as plain text, which cannot keep a document valid.
//!
//! Depth costs one bit a level, so that hostile nesting is as cheap as any other byte.

/// A piece of a document. Ranges are half-open byte offsets into the walked text; those of strings
/// lie between the quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// `{` (or `[` where `array`) at this offset.
    Open {
        /// Offset of the bracket.
        at: usize,
        /// Whether it is `[`.
        array: bool,
    },
    /// The matching bracket at this offset.
    Close {
        /// Offset of the bracket.
        at: usize,
    },
    /// An object's key.
    Key(Str),
    /// A string value.
    Text(Str),
    /// A number, `true`, `false`, `null` (or `NaN` and its kin).
    Scalar {
        /// First byte.
        start: usize,
        /// Behind the last byte.
        end: usize,
    },
}

/// A string's content, without its quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Str {
    /// First byte behind the opening quote.
    pub start: usize,
    /// Offset of the closing quote.
    pub end: usize,
    /// Whether it holds a backslash.
    pub escaped: bool,
}

/// The text is not JSON; the offset of the first byte that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotJson(pub usize);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    Value,
    ValueOrEnd,
    KeyOrEnd,
    Key,
    CommaOrEnd,
    Nothing,
}

/// A walk over one value.
pub struct Walk<'a> {
    text: &'a [u8],
    at: usize,
    want: Want,
    /// One bit a level: set for an object. The first 64 levels, and those below.
    first: u64,
    kinds: Vec<u64>,
    depth: usize,
    /// The place up to which a container was found not to end: see [`Walk::pass_members`].
    shut: usize,
}

impl<'a> Walk<'a> {
    /// Starts at `at`, which may be white space before the value.
    pub fn new(text: &'a [u8], at: usize) -> Self {
        Walk { text, at, want: Want::Value, first: 0, kinds: Vec::new(), depth: 0, shut: usize::MAX }
    }

    /// Offset of the next unread byte; behind the value once the walk has ended.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next event; `None` at the value's end. After an error the walk is over.
    #[inline]
    pub fn step(&mut self) -> Result<Option<Event>, NotJson> {
        loop {
            if self.want == Want::Nothing {
                return Ok(None);
            }
            let Some(byte) = self.skip_space() else { return Err(NotJson(self.at)) };
            match self.want {
                Want::Value | Want::ValueOrEnd => match byte {
                    b'"' => {
                        let text = self.string()?;
                        self.after_value();
                        return Ok(Some(Event::Text(text)));
                    }
                    b'{' | b'[' => {
                        let at = self.at;
                        self.at += 1;
                        self.push(byte == b'{');
                        self.want = if byte == b'{' { Want::KeyOrEnd } else { Want::ValueOrEnd };
                        return Ok(Some(Event::Open { at, array: byte == b'[' }));
                    }
                    b']' if self.want == Want::ValueOrEnd => return Ok(Some(self.close())),
                    _ => return self.scalar().map(Some),
                },
                Want::KeyOrEnd | Want::Key => {
                    if byte == b'}' && self.want == Want::KeyOrEnd {
                        return Ok(Some(self.close()));
                    }
                    if byte != b'"' {
                        return Err(NotJson(self.at));
                    }
                    let key = self.string()?;
                    if self.skip_space() != Some(b':') {
                        return Err(NotJson(self.at));
                    }
                    self.at += 1;
                    self.want = Want::Value;
                    return Ok(Some(Event::Key(key)));
                }
                Want::CommaOrEnd => {
                    let object = self.in_object();
                    match byte {
                        b',' => {
                            self.at += 1;
                            self.want = if object { Want::Key } else { Want::Value };
                        }
                        b'}' if object => return Ok(Some(self.close())),
                        b']' if !object => return Ok(Some(self.close())),
                        _ => return Err(NotJson(self.at)),
                    }
                }
                Want::Nothing => unreachable!("handled above"),
            }
        }
    }

    /// Passes over members of the object that the walk is in, each of them whole, as long as they end before `until` and
    /// their key does not `matter`. What is not plainly a member (an error, an escape in the key, the object's end) is left
    /// to [`Walk::step`].
    pub fn pass_members(&mut self, until: usize, matters: impl Fn(&[u8]) -> bool) {
        while self.depth > 0 && self.in_object() {
            let Some(end) = self.member(until, &matters) else { return };
            self.at = end;
            self.want = Want::CommaOrEnd;
        }
    }

    /// Offset behind the member that comes next, if it may be passed over.
    #[inline]
    fn member(&mut self, until: usize, matters: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let known = self.text.get(..until)?;
        let behind = |at: usize, byte: u8| (known.get(at) == Some(&byte)).then_some(at + 1);
        let spaced = |at: usize| at + usize::from(known.get(at) == Some(&b' '));
        let at = match self.want {
            Want::CommaOrEnd => spaced(behind(self.at, b',')?),
            Want::KeyOrEnd => self.at,
            _ => return None,
        };
        let key = behind(at, b'"')?;
        let (key_end, escaped) = string_end(known, key)?;
        if escaped || matters(&known[key..key_end]) {
            return None;
        }
        let at = spaced(behind(key_end + 1, b':')?);
        match known.get(at)? {
            b'"' => string_end(known, at + 1).map(|(end, _)| end + 1),
            // One that reaches beyond is not tried again at each level.
            b'{' | b'[' if self.shut != until => {
                let end = value_end(known, at).ok();
                self.shut = if end.is_some() { self.shut } else { until };
                end
            }
            b'{' | b'[' => None,
            _ => scalar_end(self.text, at).ok().filter(|end| *end <= until),
        }
    }

    #[inline]
    fn skip_space(&mut self) -> Option<u8> {
        while let Some(&byte) = self.text.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Reads a string whose opening quote is at `self.at`; ends behind its closing quote.
    #[inline]
    fn string(&mut self) -> Result<Str, NotJson> {
        let start = self.at + 1;
        let (end, escaped) = string_end(self.text, start).ok_or(NotJson(self.text.len()))?;
        self.at = end + 1;
        Ok(Str { start, end, escaped })
    }

    fn scalar(&mut self) -> Result<Event, NotJson> {
        let start = self.at;
        self.at = scalar_end(self.text, start)?;
        self.after_value();
        Ok(Event::Scalar { start, end: self.at })
    }

    fn close(&mut self) -> Event {
        let at = self.at;
        self.at += 1;
        self.depth -= 1;
        self.after_value();
        Event::Close { at }
    }

    fn after_value(&mut self) {
        self.want = if self.depth == 0 { Want::Nothing } else { Want::CommaOrEnd };
    }

    fn push(&mut self, object: bool) {
        let (word, bit) = (self.depth / 64, self.depth % 64);
        self.depth += 1;
        if word > self.kinds.len() {
            self.kinds.push(0);
        }
        // Few documents are so deep that memory is asked for.
        let kinds = if word == 0 { &mut self.first } else { &mut self.kinds[word - 1] };
        *kinds = (*kinds & !(1 << bit)) | (u64::from(object) << bit);
    }

    fn in_object(&self) -> bool {
        let top = self.depth - 1;
        let kinds = if top < 64 { self.first } else { self.kinds[top / 64 - 1] };
        kinds >> (top % 64) & 1 == 1
    }
}

/// Offset of the quote that closes a string whose content begins at `start`, and whether a backslash
/// came before it; `None` if the text ends first.
#[inline]
pub fn string_end(text: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut at = start;
    let mut escaped = false;
    loop {
        at += quote_or_backslash(text.get(at..)?)?;
        if text[at] == b'"' {
            return Some((at, escaped));
        }
        escaped = true;
        at += 2;
    }
}

/// Offset of the first `"` or `\`: 16 bytes a step where SSE2 is a part of the architecture, else 8, and inlined, since
/// most strings of a log are short.
#[inline]
fn quote_or_backslash(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(chunk) = text.get(at..at + STEP) {
        let hits = hits(chunk.try_into().expect("a step"));
        if hits != 0 {
            return Some(at + hits.trailing_zeros() as usize / (HIT_BITS / STEP));
        }
        at += STEP;
    }
    text[at..].iter().position(|&byte| byte == b'"' || byte == b'\\').map(|found| at + found)
}

#[cfg(target_arch = "x86_64")]
const STEP: usize = 16;
#[cfg(target_arch = "x86_64")]
const HIT_BITS: usize = 16;

/// A bit for each byte that is `"` or `\`, the first byte lowest.
#[cfg(target_arch = "x86_64")]
#[inline]
fn hits(chunk: [u8; STEP]) -> u32 {
    // SAFETY: SSE2 is a part of x86-64.
    #[allow(unsafe_code)]
    unsafe {
        hits_sse2(chunk)
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "sse2")]
#[inline]
fn hits_sse2(chunk: [u8; STEP]) -> u32 {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8};
    let half = |at: usize| i64::from_le_bytes(chunk[at..at + 8].try_into().expect("eight bytes"));
    let word = _mm_set_epi64x(half(8), half(0));
    let quotes = _mm_cmpeq_epi8(word, _mm_set1_epi8(b'"' as i8));
    let slashes = _mm_cmpeq_epi8(word, _mm_set1_epi8(b'\\' as i8));
    _mm_movemask_epi8(_mm_or_si128(quotes, slashes)) as u32
}

#[cfg(not(target_arch = "x86_64"))]
const STEP: usize = 8;
#[cfg(not(target_arch = "x86_64"))]
const HIT_BITS: usize = 64;

/// The highest bit of each byte that is `"` or `\`. The lowest set bit is exact; higher ones may be
/// carries.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn hits(chunk: [u8; STEP]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(chunk);
    let quotes = word ^ (ONES * b'"' as u64);
    let slashes = word ^ (ONES * b'\\' as u64);
    ((quotes.wrapping_sub(ONES) & !quotes) | (slashes.wrapping_sub(ONES) & !slashes)) & HIGHS
}

/// Whether a word without its minus is a number: digits, perhaps a fraction, perhaps an exponent. (Zeros at the front are
/// let through.) `415-555-4201` is none.
fn is_number(word: &[u8]) -> bool {
    let digits = |from: usize| word[from.min(word.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = digits(0);
    if at == 0 {
        return false;
    }
    if word.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return false;
        }
        at += 1 + fraction;
    }
    if matches!(word.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(word.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent == 0 {
            return false;
        }
        at += 1 + sign + exponent;
    }
    at == word.len()
}

/// Offset behind the number, `true`, `false`, `null` (or `NaN` and its kin) that begins at `start`.
///
/// # Errors
/// When there is none.
#[inline]
pub fn scalar_end(text: &[u8], start: usize) -> Result<usize, NotJson> {
    // Most are short numbers, with a fraction or without.
    let digits = |mut at: usize| {
        while text.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let whole = digits(start);
    let end = match text.get(whole) {
        Some(b'.') => digits(whole + 1),
        _ => whole,
    };
    if whole > start && end != whole + 1 && text.get(end).is_none_or(|byte| matches!(byte, b',' | b'}' | b']')) {
        return Ok(end);
    }
    let mut end = start;
    while text.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')) {
        end += 1;
    }
    let word = &text[start..end];
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    let named = || matches!(word, b"true" | b"false" | b"null" | b"NaN" | b"Infinity" | b"-Infinity" | b"undefined");
    if is_number(digits) || named() { Ok(end) } else { Err(NotJson(start)) }
}

/// Walks the whole value at `at`; the offset behind it.
pub fn value_end(text: &[u8], at: usize) -> Result<usize, NotJson> {
    let mut walk = Walk::new(text, at);
    while walk.step()?.is_some() {}
    Ok(walk.at())
}

/// Whether the whole text is one JSON value, white space around it allowed.
pub fn is_json(text: &[u8]) -> bool {
    value_end(text, 0).is_ok_and(|end| text[end..].iter().all(u8::is_ascii_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn events(text: &str) -> Result<Vec<Event>, NotJson> {
        let mut walk = Walk::new(text.as_bytes(), 0);
        let mut seen = Vec::new();
        while let Some(event) = walk.step()? {
            seen.push(event);
        }
        Ok(seen)
    }

    #[test]
    fn a_string_ends_at_its_first_unescaped_quote() {
        assert_eq!(string_end(br#"ab\"cd\\"x"#, 0), Some((8, true)));
        assert_eq!(string_end(b"0123456789\"", 0), Some((10, false)));
        assert_eq!(string_end(b"abc\\", 0), None);
        assert_eq!(string_end(b"abc", 0), None);
    }

    #[test]
    fn events_carry_byte_ranges() {
        let seen = events(r#"{"a":[1,"x\n"]}"#).unwrap();
        assert_eq!(seen[1], Event::Key(Str { start: 2, end: 3, escaped: false }));
        assert_eq!(seen[3], Event::Scalar { start: 6, end: 7 });
        assert_eq!(seen[4], Event::Text(Str { start: 9, end: 12, escaped: true }));
        assert_eq!(seen.len(), 7);
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "{a:1}",
            "[INFO]",
            "{\"a\":1,}",
            "[1 2]",
            "415-555-4201",
            "1.",
            "1e",
            "1.2.3",
            "tru",
            "]",
            "{\"a\":}",
            "\"abc",
        ] {
            assert!(!is_json(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
        assert!(is_json(deep.as_bytes()));
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            any::<f64>().prop_map(Into::into),
            ".*".prop_map(Into::into),
        ];
        leaf.prop_recursive(5, 60, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
                prop::collection::hash_map(".*", inner, 0..6)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn members_are_passed_up_to_a_place() {
        let text = r#"{"a":1,"b":{"c":[2]}, "d": "x","e":{"f":3,"g":4},"h":5}"#;
        let next = |until: &str, matters: &str| {
            let mut walk = Walk::new(text.as_bytes(), 0);
            walk.step().unwrap();
            walk.pass_members(text.find(until).unwrap_or(text.len()), |key| key == matters.as_bytes());
            let Ok(Some(Event::Key(key))) = walk.step() else { return "" };
            &text[key.start..key.end]
        };
        assert_eq!(next("a", ""), "a");
        assert_eq!(next("2", ""), "b");
        assert_eq!(next("4", ""), "e");
        assert_eq!(next("4", "d"), "d");
        assert_eq!(next("5", ""), "h");
        assert_eq!(next("?", ""), "");
    }

    proptest! {
        #[test]
        fn whoever_passes_members_ends_where_who_does_not(text in r#"(\{|"[ab\\"]{0,3}"|[\[\]{}:,1 ]|"a":|,"b": ){0,12}"#, until in 0..40usize) {
            let passing = || {
                let mut walk = Walk::new(text.as_bytes(), 0);
                while walk.step()?.is_some() {
                    walk.pass_members(until.min(text.len()), |key| key == b"b");
                }
                Ok::<_, NotJson>(walk.at())
            };
            prop_assert_eq!(passing().ok(), value_end(text.as_bytes(), 0).ok());
        }

        #[test]
        fn whatever_serde_json_writes_is_json(value in json()) {
            prop_assert!(is_json(value.to_string().as_bytes()));
            prop_assert!(is_json(serde_json::to_string_pretty(&value).unwrap().as_bytes()));
        }

        #[test]
        fn whatever_serde_json_reads_is_json(text in r#"[\[\]{}:,"a1 .eE+\-\\]{0,12}"#) {
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                prop_assert!(is_json(text.as_bytes()));
            }
        }
    }
}
