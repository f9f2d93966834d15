//! The quotes of a line in order, those that a backslash escapes left out: where its strings begin and end.
//!
//! 64 bytes are looked at together: a mask of quotes and one of backslashes, from which those are taken away that stand
//! behind an odd run of backslashes. So a string costs two steps through a mask, whatever its length, where a search
//! from its start pays for a new beginning each time. The walk that asks must have checked all bytes between strings: a
//! backslash outside of one escapes a quote here, and is no JSON there.

/// Bytes that are looked at together.
const CHUNK: usize = 64;

/// The quotes of a line, taken one after the other.
#[derive(Debug)]
pub struct Quotes<'a> {
    line: &'a [u8],
    /// Where the bits of the masks begin.
    base: usize,
    /// Where the next chunk begins.
    next: usize,
    /// Quotes that were not taken yet.
    quotes: u64,
    /// Backslashes of the chunk.
    slashes: u64,
    /// Whether the first byte of the next chunk is escaped: 1 or 0.
    carry: u64,
    /// Behind the last backslash of the chunks before this one.
    slashed: usize,
}

impl<'a> Quotes<'a> {
    /// Those of `line`.
    #[inline]
    pub fn new(line: &'a [u8]) -> Quotes<'a> {
        Quotes { line, base: 0, next: 0, quotes: 0, slashes: 0, carry: 0, slashed: 0 }
    }

    /// The offset of the next quote; None at the line's end.
    #[inline(always)]
    pub fn take(&mut self) -> Option<usize> {
        while self.quotes == 0 {
            self.look()?;
        }
        let at = self.base + self.quotes.trailing_zeros() as usize;
        self.quotes &= self.quotes - 1;
        Some(at)
    }

    /// The end of the string whose opening quote is at `open`, and whether it holds a backslash.
    #[inline(always)]
    pub fn string(&mut self, open: usize) -> Option<(usize, bool)> {
        // More than one step only behind what was skipped.
        while self.take()? < open {}
        let end = self.take()?;
        let below = self.slashes & !(u64::MAX << (end - self.base));
        let escaped = self.slashed > open || below != 0 && self.base + CHUNK - below.leading_zeros() as usize > open;
        Some((end, escaped))
    }

    /// Looks at the next chunk. Not inlined: what takes a quote most often finds one, and must be short.
    #[inline(never)]
    fn look(&mut self) -> Option<()> {
        if self.slashes != 0 {
            self.slashed = self.base + CHUNK - self.slashes.leading_zeros() as usize;
        }
        let rest = self.line.len().checked_sub(self.next).filter(|rest| *rest > 0)?;
        let (quotes, slashes) = match self.line[self.next..].first_chunk::<CHUNK>() {
            Some(chunk) => masks(chunk),
            None => match self.line.last_chunk::<CHUNK>() {
                // The last 64 bytes once more, without those that were looked at.
                Some(chunk) => {
                    let (quotes, slashes) = masks(chunk);
                    (quotes >> (CHUNK - rest), slashes >> (CHUNK - rest))
                }
                None => {
                    let mut chunk = [0; CHUNK];
                    chunk[..rest].copy_from_slice(&self.line[self.next..]);
                    masks(&chunk)
                }
            },
        };
        (self.base, self.next) = (self.next, self.next + CHUNK);
        self.slashes = slashes;
        self.quotes = quotes & !escaped(slashes, &mut self.carry);
        Some(())
    }
}

/// The bytes behind an odd run of backslashes; `carry` tells so of the first one, and then of the first of the next
/// chunk. The runs are added up as in simdjson (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", section
/// 3.1.1, in the form of its `json_escape_scanner`).
#[inline]
fn escaped(slashes: u64, carry: &mut u64) -> u64 {
    if slashes == 0 {
        return std::mem::take(carry);
    }
    const ODD: u64 = 0xAAAA_AAAA_AAAA_AAAA;
    let starts = slashes & !*carry;
    let series = ((starts << 1) | ODD).wrapping_sub(starts) ^ ODD;
    let escaped = series ^ (slashes | *carry);
    *carry = (series & slashes) >> 63;
    escaped
}

/// A bit for each byte that is `"`, and one for each that is `\`, the first byte lowest.
#[cfg(target_arch = "x86_64")]
#[inline]
fn masks(chunk: &[u8; CHUNK]) -> (u64, u64) {
    // SAFETY: SSE2 is a part of x86-64.
    #[allow(unsafe_code)]
    unsafe {
        masks_sse2(chunk)
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "sse2")]
#[inline]
fn masks_sse2(chunk: &[u8; CHUNK]) -> (u64, u64) {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_set_epi64x, _mm_set1_epi8};
    let (mut quotes, mut slashes) = (0, 0);
    for part in 0..4 {
        let half = |at: usize| i64::from_le_bytes(chunk[16 * part + at..][..8].try_into().expect("eight bytes"));
        let word = _mm_set_epi64x(half(8), half(0));
        let bits = |sign: u8| _mm_movemask_epi8(_mm_cmpeq_epi8(word, _mm_set1_epi8(sign as i8))) as u32;
        quotes |= u64::from(bits(b'"')) << (16 * part);
        slashes |= u64::from(bits(b'\\')) << (16 * part);
    }
    (quotes, slashes)
}

#[cfg(not(target_arch = "x86_64"))]
fn masks(chunk: &[u8; CHUNK]) -> (u64, u64) {
    let bits = |sign: u8| chunk.iter().rev().fold(0, |mask, byte| mask << 1 | u64::from(*byte == sign));
    (bits(b'"'), bits(b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::scan::string_end;
    use proptest::prelude::*;

    #[test]
    fn strings_of_any_length_end_at_their_quote() {
        for length in (0..200).chain([4095, 4096]) {
            for tail in ["", "\\\"", "\\\\", "\\\\\\\"", "\\n"] {
                let line = format!("\"{}{tail}\":\"x\"", "é".repeat(length / 2) + &"a".repeat(length % 2));
                let mut quotes = Quotes::new(line.as_bytes());
                let end = line.len() - 5;
                assert_eq!(quotes.string(0), Some((end, !tail.is_empty())), "{line}");
                assert_eq!(quotes.string(end + 2), Some((end + 4, false)), "{line}");
                assert_eq!(quotes.take(), None);
            }
        }
        assert_eq!(Quotes::new(b"\"a\\\"").string(0), None);
        assert_eq!(Quotes::new(b"").take(), None);
    }

    proptest! {
        #[test]
        fn a_string_ends_where_a_search_finds_its_end(text in r#"([\\"ab]|\\\\|\\"|[a-z]{20,70}){0,60}"#) {
            let line = format!("\"{text}");
            let mut quotes = Quotes::new(line.as_bytes());
            let mut open = 0;
            while let Some((end, escaped)) = string_end(line.as_bytes(), open + 1) {
                prop_assert_eq!(quotes.string(open), Some((end, escaped)));
                // The next string begins at the next quote that no backslash stands before.
                let next = line[end + 1..].find(['"', '\\']).map(|found| end + 1 + found);
                match next {
                    Some(next) if line.as_bytes()[next] == b'"' => open = next,
                    _ => return Ok(()),
                }
            }
            prop_assert_eq!(quotes.string(open), None);
        }
    }
}
