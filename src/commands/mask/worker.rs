//! Masks one block: what the threads of the pipeline do.

use crate::input::{Block, Piece};
use crate::mask::{Carry, Masker, Scratch, Watch};
use crate::pipeline::Worker;

/// Gives blocks to the masker.
pub struct MaskWorker {
    /// What masks.
    pub masker: Masker,
    /// What is noted besides.
    pub watch: Watch,
}

impl Worker for MaskWorker {
    type Carry = Carry;
    type Out = Scratch;

    fn out(&self) -> Scratch {
        Scratch::new(self.watch)
    }

    fn work(&self, block: &Block, entry: Carry, out: &mut Scratch) -> Carry {
        match block.piece {
            None => self.masker.mask_lines(block.bytes(), entry, out),
            Some(piece) => {
                let Piece { lead, tail, first, last, .. } = piece;
                let window = block.bytes();
                self.masker.mask_piece(window, lead, tail, first, last, entry, out)
            }
        }
    }
}
