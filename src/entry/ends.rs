//! A short text as a few words: to compare and to look up without a loop over its bytes.

/// The length of a text, its first and its last eight bytes, which overlap in a short one: all of a text of at most 16
/// bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ends {
    len: usize,
    first: u64,
    last: u64,
}

impl Ends {
    /// Those of `text`.
    #[inline]
    pub fn of(text: &[u8]) -> Ends {
        let word = |at: usize| u64::from_le_bytes(text[at..at + 8].try_into().expect("eight bytes"));
        let half = |at: usize| u64::from(u32::from_le_bytes(text[at..at + 4].try_into().expect("four bytes")));
        let len = text.len();
        let (first, last) = match len {
            0 => (0, 0),
            1..4 => (u64::from(text[0]), u64::from(text[len / 2]) << 8 | u64::from(text[len - 1])),
            4..8 => (half(0), half(len - 4)),
            _ => (word(0), word(len - 8)),
        };
        Ends { len, first, last }
    }

    /// Whether they are all of the text.
    #[inline]
    pub fn are_all(self) -> bool {
        self.len <= 16
    }

    /// A number for it, to begin looking at.
    #[inline]
    pub fn hash(self) -> usize {
        let mixed = (self.first ^ self.last.rotate_left(29) ^ self.len as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 40) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_that_differ_have_other_ends() {
        let texts: Vec<Vec<u8>> = (0..=16)
            .flat_map(|len| (0..len.max(1)).map(move |at| (len, at)))
            .map(|(len, at)| {
                let mut text = vec![b'a'; len];
                if let Some(byte) = text.get_mut(at) {
                    *byte = b'b';
                }
                text
            })
            .collect();
        for (index, one) in texts.iter().enumerate() {
            assert!(Ends::of(one).are_all());
            assert!(texts[..index].iter().all(|two| Ends::of(two) != Ends::of(one)), "{one:?}");
        }
        assert!(!Ends::of(&[b'a'; 17]).are_all());
    }
}
