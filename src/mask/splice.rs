//! Replacements, and the output they make of the input: kept ranges and replacements in turn. The
//! input's bytes are never written anew, so what is not masked is what it was.

/// Sorted, disjoint replacements of ranges of one block.
#[derive(Debug, Default, Clone)]
pub struct Edits {
    list: Vec<Edit>,
    /// The replacements' texts, one behind the other.
    store: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Edit {
    start: u32,
    end: u32,
    /// Where its text ends in the store; it begins where the one before it ends.
    text: u32,
}

impl Edits {
    /// Forgets all; keeps the memory.
    pub fn clear(&mut self) {
        self.list.clear();
        self.store.clear();
        // A line of many megabytes must not keep its memory for good.
        if self.list.capacity() > 1 << 16 {
            self.list.shrink_to(1 << 12);
            self.store.shrink_to(1 << 16);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Replaces `start..end` by `text`. Must come behind all before it, and not overlap them.
    ///
    /// # Panics
    /// For a place 4 GiB or more behind the block's start: places are numbers of 32 bits, since there can be very many.
    pub fn push(&mut self, start: usize, end: usize, text: &[u8]) {
        let place = |at: usize| u32::try_from(at).expect("a block of 4 GiB or more");
        let (start, end) = (place(start), place(end));
        debug_assert!(start <= end && self.list.last().is_none_or(|last| last.end <= start));
        self.store.extend_from_slice(text);
        let text = place(self.store.len());
        match self.list.last_mut() {
            // Neighbours become one.
            Some(last) if last.end == start => (last.end, last.text) = (end, text),
            _ => self.list.push(Edit { start, end, text }),
        }
    }

    /// Forgets all behind the first `count`.
    pub fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
        self.store.truncate(self.text_start(count));
    }

    /// Where the text of the edit of this number begins in the store.
    fn text_start(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(0, |before| self.list[before].text as usize)
    }

    fn text(&self, number: usize) -> &[u8] {
        &self.store[self.text_start(number)..self.list[number].text as usize]
    }

    /// Each replacement: range and text.
    pub fn each(&self) -> impl Iterator<Item = (usize, usize, &[u8])> {
        let range = |edit: &Edit| (edit.start as usize, edit.end as usize);
        self.list.iter().map(range).enumerate().map(|(number, (start, end))| (start, end, self.text(number)))
    }

    /// The pieces of the output, in order: kept ranges of `input[from..to]` and replacements. All replacements must
    /// lie in it.
    pub fn pieces<'a>(&'a self, input: &'a [u8], from: usize, to: usize) -> impl Iterator<Item = &'a [u8]> + 'a {
        self.pieces_from(0, input, from, to)
    }

    /// The same, of the replacements from number `first` on.
    pub fn pieces_from<'a>(
        &'a self,
        first: usize,
        input: &'a [u8],
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = &'a [u8]> + 'a {
        let mut at = from;
        let mut next = first;
        let mut text_due = false;
        std::iter::from_fn(move || {
            loop {
                if text_due {
                    let text = self.text(next);
                    (next, at, text_due) = (next + 1, self.list[next].end as usize, false);
                    if !text.is_empty() {
                        return Some(text);
                    }
                    continue;
                }
                let Some(edit) = self.list.get(next) else {
                    let rest = &input[at.min(to)..to];
                    at = to;
                    return (!rest.is_empty()).then_some(rest);
                };
                text_due = true;
                let kept = &input[at..edit.start as usize];
                if !kept.is_empty() {
                    return Some(kept);
                }
            }
        })
    }

    /// Puts the output for `input[from..to]`, whole lines of a larger one, on the end of `out`. Calls must go up:
    /// `number` is that of the first replacement that may lie in it, the number to go on with is returned.
    pub fn apply_within(&self, number: usize, input: &[u8], from: usize, to: usize, out: &mut Vec<u8>) -> usize {
        let mut number = number;
        while self.list.get(number).is_some_and(|edit| (edit.start as usize) < from) {
            number += 1;
        }
        let mut at = from;
        while let Some(edit) = self.list.get(number).filter(|edit| (edit.start as usize) < to) {
            out.extend_from_slice(&input[at..edit.start as usize]);
            out.extend_from_slice(self.text(number));
            (at, number) = (edit.end as usize, number + 1);
        }
        out.extend_from_slice(&input[at.min(to)..to]);
        number
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
