//! A short text as two words: to compare and to look up without a loop over its bytes.

/// The length of a text and all of its bytes, if they are at most 16; of a longer one, the first and the last eight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ends {
    len: usize,
    first: u64,
    last: u64,
}

/// The bytes that a text of 0 to 16 bytes has of the first and of the second eight.
const MASKS: [(u64, u64); 17] = {
    let mut masks = [(0, 0); 17];
    let mut len = 1;
    while len <= 16 {
        masks[len] = if len <= 8 { (u64::MAX >> (64 - 8 * len), 0) } else { (u64::MAX, u64::MAX >> (128 - 8 * len)) };
        len += 1;
    }
    masks
};

impl Ends {
    /// Those of `text`.
    #[inline]
    pub fn of(text: &[u8]) -> Ends {
        let half = |at: usize| u64::from(u32::from_le_bytes(text[at..at + 4].try_into().expect("four bytes")));
        let byte = |at: usize| u64::from(text[at]) << (8 * at);
        let len = text.len();
        let (first, last) = match len {
            0 => (0, 0),
            1..4 => (byte(0) | byte(len / 2) | byte(len - 1), 0),
            4..8 => (half(0) | half(len - 4) << (8 * (len - 4)), 0),
            8 => (word(text, 0), 0),
            9..16 => (word(text, 0), word(text, len - 8) >> (8 * (16 - len))),
            _ => (word(text, 0), word(text, len - 8)),
        };
        Ends { len, first, last }
    }

    /// Those of `text[start..end]`: quicker where more text is behind, since the length then needs no branch.
    #[inline]
    pub fn within(text: &[u8], start: usize, end: usize) -> Ends {
        let len = end - start;
        match (MASKS.get(len), text.get(start..start + 16)) {
            (Some((first, last)), Some(text)) => Ends { len, first: word(text, 0) & first, last: word(text, 8) & last },
            _ => Ends::of(&text[start..end]),
        }
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

#[inline]
fn word(text: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(text[at..at + 8].try_into().expect("eight bytes"))
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
            let within = [&b"xy"[..], one, b"\":1,\"another\":2"].concat();
            assert_eq!(Ends::within(&within, 2, 2 + one.len()), Ends::of(one));
            assert_eq!(Ends::within(&within[..2 + one.len()], 2, 2 + one.len()), Ends::of(one));
        }
        assert!(!Ends::of(&[b'a'; 17]).are_all());
    }
}
