//! Masks one block: what the threads of the pipeline do.

use std::sync::{Arc, PoisonError, RwLock};

use crate::input::{Block, Piece};
use crate::mask::{Carry, Masker, Scratch, Watch};
use crate::pipeline::Worker;

/// Maskers of earlier configurations that are kept, for lines that began under them.
const KEPT: usize = 4;

/// Gives blocks to the masker.
pub struct MaskWorker {
    /// What masks.
    pub maskers: Arc<Maskers>,
    /// What is noted besides.
    pub watch: Watch,
}

/// The masker in use, and those before it. A block of whole lines has one from its first line to its last; a line that
/// is taken in pieces has the one that it began with.
pub struct Maskers(RwLock<Vec<(u32, Arc<Masker>)>>);

/// What one block hands to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Passed {
    carry: Carry,
    /// Number of the masker that a line in pieces goes on with; 0 between two lines.
    masker: u32,
}

impl Maskers {
    /// With the first one. Where it can change, every line in pieces is tied to its own, which costs such lines a second
    /// masking of each piece.
    pub fn new(masker: Masker, can_change: bool) -> Maskers {
        Maskers(RwLock::new(vec![(u32::from(can_change), Arc::new(masker))]))
    }

    /// Takes another one for all lines that have not begun.
    pub fn replace(&self, masker: Masker) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let number = all.last().map_or(0, |(number, _)| *number) + 1;
        all.push((number, Arc::new(masker)));
        let surplus = all.len().saturating_sub(KEPT);
        all.drain(..surplus);
    }

    /// The one in use.
    pub fn current(&self) -> Arc<Masker> {
        self.get(0).1
    }

    /// The one with a number, else the one in use.
    fn get(&self, number: u32) -> (u32, Arc<Masker>) {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let wanted = all.iter().find(|(of, _)| number > 0 && *of == number);
        wanted.or(all.last()).cloned().expect("there is always one")
    }
}

impl Worker for MaskWorker {
    type Carry = Passed;
    type Out = Scratch;

    fn out(&self) -> Scratch {
        Scratch::new(self.watch)
    }

    fn work(&self, block: &Block, entry: Passed, out: &mut Scratch) -> Passed {
        let (number, masker) = self.maskers.get(entry.masker);
        match block.piece {
            None => Passed { carry: masker.mask_lines(block.bytes(), entry.carry, out), masker: 0 },
            Some(piece) => {
                let Piece { lead, tail, first, last, .. } = piece;
                let window = block.bytes();
                let carry = masker.mask_piece(window, lead, tail, first, last, entry.carry, out);
                Passed { carry, masker: if last { 0 } else { number } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Blocks, Sizes, Supplied, Supply};
    use crate::mask::Policy;

    /// Gives its bytes in one go.
    struct Bytes(Vec<u8>);

    impl Supply for Bytes {
        fn supply(&mut self, into: &mut [u8], _: bool) -> Supplied {
            let count = into.len().min(self.0.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            if count == 0 { Supplied::End } else { Supplied::Bytes(count) }
        }
    }

    #[test]
    fn a_line_in_pieces_keeps_the_masker_that_it_began_with() {
        let only = |id: &str| Masker::new(Policy::new(Default::default(), &[id.to_owned()], &[], &[], &[]).unwrap());
        let worker = MaskWorker { maskers: Arc::new(Maskers::new(only("email"), true)), watch: Watch::default() };
        let text = "from john@example.com to ".repeat(8) + "\nfrom john@example.com\n";
        let sizes = Sizes { block: 64, line: 100, piece: 50, context: 30 };
        let mut blocks = Blocks::new(Bytes(text.into_bytes()), sizes);
        let (mut block, mut out) = (Block::new(), worker.out());
        let (mut passed, mut seen) = (Passed::default(), Vec::new());
        while blocks.next(&mut block) {
            passed = worker.work(&block, passed, &mut out);
            seen.push((block.piece.is_some(), !out.edits.is_empty()));
            if seen.len() == 1 {
                worker.maskers.replace(only("card"));
            }
        }
        assert_eq!(seen.pop(), Some((false, false)), "the next line has the new masker");
        assert!(seen.len() >= 4, "{seen:?}");
        assert!(seen.iter().take(4).all(|(piece, masked)| *piece && *masked), "{seen:?}");
        assert_eq!(passed, Passed::default());
    }
}
