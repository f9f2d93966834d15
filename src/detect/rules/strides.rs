//! Looks for many literals at once, in strides.
//!
//! What it does: of each literal a part of `window` bytes counts, the rarest. Any `window - 2` places in a row hold the
//! start of one of the three-byte blocks of such a part that stands there; so only every `window - 2`th place is asked
//! whether its three bytes are a block of any part, by one bit of a table. Only where they are, literals are compared.
//!
//! Why it is valid: a part at place p has blocks at p to p + window - 3, and one of these is asked about. When it is
//! not: literals shorter than a block are looked for otherwise. What it costs, on the generated
//! log with 200 rules, by the user time without rules (`pake mask -j 1 --config`): 1.24 to 1.38, most
//! where the literals are lower case letters alone, as words begin. An automaton of `aho-corasick` and jumps by the last
//! three bytes (Wu and Manber) took longer. A test holds it against plain comparison.

/// The shortest literal that it can look for: one block.
pub const SHORTEST: usize = BLOCK;
/// Bytes that are asked about.
const BLOCK: usize = 3;
/// Bits of their hash: the table of bits takes 16 KiB, and stays in a core's first cache.
const BITS: u32 = 17;
/// The longest part that counts: longer ones have frequent blocks in them, whose comparisons cost more than the stride
/// gains.
const LONGEST: usize = 6;
/// Words of the table of bits.
const WORDS: usize = (1 << BITS) / 64;
/// Bits of the hash by which blocks are found.
const INDEX: u32 = 11;

/// The literals, ready to be looked for.
#[derive(Debug)]
pub struct Strides {
    literals: Vec<Vec<u8>>,
    stride: usize,
    /// One bit a hash: a block of a literal has it.
    bits: Box<[u64; WORDS]>,
    /// The blocks, sorted by their hash.
    blocks: Vec<Block>,
    /// Where the blocks of a hash begin, by its first bits.
    index: Vec<u32>,
    /// What is set in a block before it is hashed: the bit of lower case, where letter case does not count. It mixes up
    /// some signs, which only costs a comparison.
    fold: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    hash: u32,
    literal: u32,
    /// Place of the block in the literal.
    at: u32,
    /// The literal's first eight bytes, folded, and where they are: tells most others at once.
    head: u64,
    mask: u64,
}

/// Up to eight bytes as a number, zeros behind them.
#[inline(always)]
fn eight(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    let mut padded = [0; 8];
    padded[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(padded)
}

/// Of how many bytes, at most eight, a number is.
fn mask_of(bytes: usize) -> u64 {
    if bytes < 8 { (1 << (8 * bytes)) - 1 } else { u64::MAX }
}

/// Three bytes as a number.
#[inline(always)]
fn three(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}

/// Four bytes as a number; 0 where there are fewer.
#[inline(always)]
fn four(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk());
    four.map_or(0, |four| u32::from_le_bytes(*four))
}

/// Where the rarest part of a literal begins. In logs, blocks of letters of one case and blocks of digits are frequent,
/// mixed ones are not.
fn rarest(literal: &[u8], window: usize) -> usize {
    let class = |byte: u8| match byte {
        b'a'..=b'z' => 0,
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        b' ' | b'"' | b':' | b',' | b'.' => 3,
        _ => 4,
    };
    let rarity = |block: &[u8]| {
        let classes = [class(block[0]), class(block[1]), class(block[2])];
        let changes = usize::from(classes[0] != classes[1]) + usize::from(classes[1] != classes[2]);
        1 + 2 * changes + usize::from(classes.contains(&2)) + usize::from(classes.contains(&4))
    };
    // A part is as good as its most frequent block.
    let score = |at: usize| {
        let blocks = literal[at..at + window].windows(BLOCK).map(rarity);
        (blocks.clone().min(), blocks.sum::<usize>())
    };
    // The first of the best.
    (0..=literal.len() - window).rev().max_by_key(|at| score(*at)).unwrap_or(0)
}

/// The fold of a block for eight bytes.
#[inline(always)]
fn wide(fold: u32) -> u64 {
    if fold == 0 { 0 } else { 0x2020_2020_2020_2020 }
}

fn hash(block: u32) -> u32 {
    (block & 0x00FF_FFFF).wrapping_mul(0x9E37_79B1) >> (32 - BITS)
}

impl Strides {
    /// Of literals of at least [`SHORTEST`] bytes; where `any_case`, in lower case.
    pub fn new(literals: Vec<Vec<u8>>, any_case: bool) -> Strides {
        let window = literals.iter().map(Vec::len).min().unwrap_or(SHORTEST).min(LONGEST);
        let stride = window + 1 - BLOCK;
        let fold = if any_case { 0x0020_2020 } else { 0 };
        let mut bits = Box::new([0; WORDS]);
        let mut blocks = Vec::new();
        for (number, literal) in literals.iter().enumerate() {
            let part = rarest(literal, window);
            for at in part..part + stride {
                let hash = hash(three(&literal[at..]) | fold);
                bits[hash as usize / 64] |= 1 << (hash % 64);
                let (mask, head) = (mask_of(literal.len()), eight(literal) | wide(fold));
                blocks.push(Block { hash, literal: number as u32, at: at as u32, head: head & mask, mask });
            }
        }
        blocks.sort_unstable();
        let below =
            |first: usize| blocks.partition_point(|block| ((block.hash >> (BITS - INDEX)) as usize) < first) as u32;
        let index = (0..=1 << INDEX).map(below).collect();
        Strides { literals, stride, bits, blocks, index, fold }
    }

    /// Tells `sink` each literal in `text`: where it stands and its number. `sink` says from where on the next ones are
    /// wanted.
    pub fn each(&self, text: &[u8], mut sink: impl FnMut(usize, usize) -> usize) {
        let mut least = 0;
        let mut at = 0;
        // Four at a time, so that the processor waits for none of them.
        let stride = self.stride;
        while let Some(part) = text.get(at..at + 3 * stride + 4) {
            let any = self.bit(four(part, 0))
                | self.bit(four(part, stride))
                | self.bit(four(part, 2 * stride))
                | self.bit(four(part, 3 * stride));
            if any == 0 {
                at += 4 * stride;
                continue;
            }
            for _ in 0..4 {
                if self.bit(four(text, at)) != 0 {
                    least = self.compare(text, at, least, &mut sink);
                }
                at += stride;
                if least > at {
                    break;
                }
            }
            at = at.max(least);
        }
        while at + BLOCK <= text.len() {
            if self.bit(three(&text[at..])) != 0 {
                least = self.compare(text, at, least, &mut sink);
            }
            at = (at + stride).max(least);
        }
    }

    /// Whether three bytes are a block; the fourth does not count.
    #[inline(always)]
    fn bit(&self, block: u32) -> u64 {
        let place = hash(block | self.fold) as usize;
        self.bits[place / 64] >> (place % 64) & 1
    }

    /// Compares the literals that have the block at `at`.
    #[cold]
    fn compare(&self, text: &[u8], at: usize, least: usize, sink: &mut impl FnMut(usize, usize) -> usize) -> usize {
        let hash = hash(three(&text[at..]) | self.fold);
        let mut next = least;
        let first = (hash >> (BITS - INDEX)) as usize;
        for block in &self.blocks[self.index[first] as usize..self.index[first + 1] as usize] {
            if block.hash != hash {
                continue;
            }
            let Some(start) = at.checked_sub(block.at as usize).filter(|start| *start >= least) else { continue };
            if (eight(&text[start..]) | wide(self.fold)) & block.mask != block.head {
                continue;
            }
            let literal = &self.literals[block.literal as usize];
            let there = text.get(start..start + literal.len());
            let stands =
                |there: &[u8]| if self.fold != 0 { there.eq_ignore_ascii_case(literal) } else { there == literal };
            if there.is_some_and(stands) {
                next = next.max(sink(start, block.literal as usize));
            }
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(literals: &[String], any_case: bool, text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let strides = Strides::new(literals.iter().map(|literal| literal.clone().into_bytes()).collect(), any_case);
        strides.each(text.as_bytes(), |at, number| {
            found.push((at, number));
            0
        });
        found.sort_unstable();
        found
    }

    proptest! {
        #[test]
        fn every_literal_is_found_where_it_stands(
            least in 3..7usize,
            literals in prop::collection::vec("[ab_A]{7}", 1..30),
            cuts in prop::collection::vec(0..5usize, 30),
            any_case in any::<bool>(),
            text in "[ab_AB]{0,300}",
        ) {
            let cut = literals.iter().zip(cuts).map(|(literal, more)| &literal[..(least + more).min(7)]);
            let literals: Vec<String> =
                cut.map(|one| if any_case { one.to_ascii_lowercase() } else { one.to_owned() }).collect();
            let compared = if any_case { text.to_ascii_lowercase() } else { text.clone() };
            let mut expected = Vec::new();
            for at in 0..text.len() {
                for (number, literal) in literals.iter().enumerate() {
                    if compared[at..].starts_with(literal.as_str()) {
                        expected.push((at, number));
                    }
                }
            }
            prop_assert_eq!(found(&literals, any_case, &text), expected);
        }
    }

    #[test]
    fn it_goes_on_where_it_is_told_to() {
        let strides = Strides::new(vec![b"abcd".to_vec()], false);
        let text = "abcd abcd abcd".to_owned() + &" ".repeat(40) + "abcd";
        let mut seen = Vec::new();
        strides.each(text.as_bytes(), |at, _| {
            seen.push(at);
            at + 6
        });
        assert_eq!(seen, [0, 10, 54]);
    }
}
