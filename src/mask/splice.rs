//! Replacements, and the output they make of the input: kept ranges and replacements in turn. The
//! input's bytes are never written anew, so what is not masked is what it was.

use super::action::HIDDEN;
use super::varint::{get, put};

/// Sorted, disjoint replacements of ranges of one block.
///
/// Written as bytes, since a line of many megabytes can hold millions: for each replacement the distance from the end
/// of the one before, the length of what is replaced and that of its text (each a varint), then the text. Eight stars
/// are not written out.
#[derive(Debug, Default, Clone)]
pub struct Edits {
    bytes: Vec<u8>,
    /// Behind the last.
    end: Cursor,
}

/// A place between two replacements of [`Edits`]; the default is before the first.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// In the bytes of the edits.
    at: usize,
    /// In the input: behind what the last one replaces.
    behind: usize,
}

/// A replacement of `start..end` by `text`.
struct Edit<'a> {
    start: usize,
    end: usize,
    text: &'a [u8],
}

impl Edits {
    /// Forgets all; keeps the memory.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.end = Cursor::default();
        // A line of many megabytes must not keep its memory for good.
        if self.bytes.capacity() > 1 << 20 {
            self.bytes.shrink_to(1 << 16);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The place behind all of them.
    pub fn end(&self) -> Cursor {
        self.end
    }

    /// Replaces `start..end` by `text`. Must come behind all before it, and not overlap them.
    pub fn push(&mut self, start: usize, end: usize, text: &[u8]) {
        debug_assert!(self.end.behind <= start && start <= end);
        put(&mut self.bytes, start - self.end.behind);
        put(&mut self.bytes, end - start);
        if text == HIDDEN {
            put(&mut self.bytes, 0);
        } else {
            put(&mut self.bytes, text.len() + 1);
            self.bytes.extend_from_slice(text);
        }
        self.end = Cursor { at: self.bytes.len(), behind: end };
    }

    /// Forgets all behind a place.
    pub fn truncate(&mut self, place: Cursor) {
        self.bytes.truncate(place.at);
        self.end = place;
    }

    /// The one behind a place, and the place behind it.
    #[inline]
    fn next(&self, place: Cursor) -> Option<(Edit<'_>, Cursor)> {
        if place.at >= self.bytes.len() {
            return None;
        }
        let mut at = place.at;
        let start = place.behind + get(&self.bytes, &mut at);
        let end = start + get(&self.bytes, &mut at);
        let text = match get(&self.bytes, &mut at) {
            0 => HIDDEN,
            len => {
                at += len - 1;
                &self.bytes[at + 1 - len..at]
            }
        };
        Some((Edit { start, end, text }, Cursor { at, behind: end }))
    }

    /// Each replacement: range and text.
    pub fn each(&self) -> impl Iterator<Item = (usize, usize, &[u8])> {
        let mut place = Cursor::default();
        std::iter::from_fn(move || {
            let (edit, behind) = self.next(place)?;
            place = behind;
            Some((edit.start, edit.end, edit.text))
        })
    }

    /// The pieces of the output, in order: kept ranges of `input[from..to]` and replacements. All replacements must
    /// lie in it.
    pub fn pieces<'a>(&'a self, input: &'a [u8], from: usize, to: usize) -> impl Iterator<Item = &'a [u8]> + 'a {
        self.pieces_from(Cursor::default(), input, from, to)
    }

    /// The same, of the replacements behind a place.
    pub fn pieces_from<'a>(
        &'a self,
        place: Cursor,
        input: &'a [u8],
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = &'a [u8]> + 'a {
        let mut at = from;
        let mut place = place;
        let mut due = None;
        std::iter::from_fn(move || {
            loop {
                if let Some(text) = due.take().filter(|text: &&[u8]| !text.is_empty()) {
                    return Some(text);
                }
                let Some((edit, behind)) = self.next(place) else {
                    let rest = &input[at.min(to)..to];
                    at = to;
                    return (!rest.is_empty()).then_some(rest);
                };
                let kept = &input[at..edit.start];
                (at, place, due) = (edit.end, behind, Some(edit.text));
                if !kept.is_empty() {
                    return Some(kept);
                }
            }
        })
    }

    /// Puts the output for `input[from..to]`, whole lines of a larger one, on the end of `out`. Calls must go up: the
    /// place to go on from is returned.
    pub fn apply_within(&self, place: Cursor, input: &[u8], from: usize, to: usize, out: &mut Vec<u8>) -> Cursor {
        let mut place = place;
        let mut at = from;
        while let Some((edit, behind)) = self.next(place).filter(|(edit, _)| edit.start < to) {
            if edit.start >= from {
                out.extend_from_slice(&input[at..edit.start]);
                out.extend_from_slice(edit.text);
                at = edit.end;
            }
            place = behind;
        }
        out.extend_from_slice(&input[at.min(to)..to]);
        place
    }

    /// The whole output, for a small input.
    pub fn apply(&self, input: &[u8], out: &mut Vec<u8>) {
        for piece in self.pieces(input, 0, input.len()) {
            out.extend_from_slice(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pieces_alternate() {
        let mut edits = Edits::default();
        edits.push(0, 1, b"X");
        edits.push(3, 5, b"");
        edits.push(5, 6, b"YY");
        let pieces: Vec<&[u8]> = edits.pieces(b"abcdefg", 0, 7).collect();
        assert_eq!(pieces, [&b"X"[..], b"bc", b"YY", b"g"]);
    }

    #[test]
    fn what_lies_behind_a_place_is_forgotten() {
        let mut edits = Edits::default();
        edits.push(300, 301, HIDDEN);
        let place = edits.end();
        edits.push(70_000, 70_200, b"x");
        assert_eq!(edits.each().last(), Some((70_000, 70_200, &b"x"[..])));
        edits.truncate(place);
        assert_eq!(edits.each().collect::<Vec<_>>(), [(300, 301, HIDDEN)]);
    }

    proptest! {
        #[test]
        fn splicing_is_replacing(input in "[a-z]{0,40}", cuts in prop::collection::vec((0usize..6, 0usize..4, "[A-Z]{0,3}"), 0..6)) {
            let mut edits = Edits::default();
            let mut expected = String::new();
            let mut at = 0;
            for (skip, len, text) in &cuts {
                let start = (at + skip).min(input.len());
                let end = (start + len).min(input.len());
                expected += &input[at..start];
                expected += text;
                edits.push(start, end, text.as_bytes());
                at = end;
            }
            expected += &input[at..];
            let mut out = Vec::new();
            edits.apply(input.as_bytes(), &mut out);
            prop_assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
