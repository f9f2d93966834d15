//! One block: what a worker is given to work on.

use std::ops::Range;

/// A block that holds more than this is worked on alone, so that many threads never hold many
/// large blocks at once.
const LARGE: usize = 2 << 20;

/// Whole lines, or a piece of one line that is too long to be held.
///
/// A block owns its buffer and is filled again and again.
#[derive(Debug, Default)]
pub struct Block {
    /// Initialised bytes; those from `len` on mean nothing.
    storage: Vec<u8>,
    len: usize,
    /// Index of the source in which its first line begins.
    pub source: usize,
    /// The number (1-based) of its first line, where the block is the first of its source.
    pub first_line: Option<u64>,
    /// Where it lies in its line, if it is a piece of a line.
    pub piece: Option<Piece>,
    /// Lines too long to be held that begin in it, and are not in it: only of a slice.
    pub left_out: u64,
    /// Of a slice: where in the file its first byte is.
    pub(super) file_offset: u64,
}

/// Where a piece lies in the line that it is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Bytes at the start that the piece before it puts out: context only.
    pub lead: usize,
    /// Bytes at the end that the piece behind it puts out: context only.
    pub tail: usize,
    /// It begins the line.
    pub first: bool,
    /// It ends the line (its last byte is the newline, if the line has one).
    pub last: bool,
    /// Byte offset in the line of the block's first byte.
    pub offset: u64,
}

impl Block {
    /// A block without a buffer; it comes with the first bytes.
    pub fn new() -> Block {
        Block::default()
    }

    /// A block that holds `bytes`, for tests and benches.
    pub fn of(bytes: &[u8]) -> Block {
        Block { storage: bytes.to_vec(), len: bytes.len(), ..Block::default() }
    }

    /// All its bytes, context included.
    pub fn bytes(&self) -> &[u8] {
        &self.storage[..self.len]
    }

    /// The same, to be changed: never in number.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.storage[..self.len]
    }

    /// The bytes that it stands for: all but the context of a piece.
    pub fn body(&self) -> Range<usize> {
        match self.piece {
            Some(piece) => piece.lead..self.len - piece.tail,
            None => 0..self.len,
        }
    }

    /// Whether it must be worked on alone, to keep the memory bound.
    pub fn is_large(&self) -> bool {
        self.storage.len() > LARGE
    }

    /// Gives the buffer back to the system if it is a large one.
    pub fn shrink(&mut self) {
        if self.is_large() {
            self.storage = Vec::new();
            self.len = 0;
        }
    }

    pub(super) fn clear(&mut self) {
        self.len = 0;
        self.piece = None;
        self.left_out = 0;
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    pub(super) fn append(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len();
        self.make_room(end);
        self.storage[self.len..end].copy_from_slice(bytes);
        self.len = end;
    }

    /// Makes the buffer at least `size` bytes long.
    pub(super) fn make_room(&mut self, size: usize) {
        if self.storage.len() < size {
            // `resize` alone may reserve twice as much.
            self.storage.reserve_exact(size - self.storage.len());
            self.storage.resize(size, 0);
        }
    }

    /// At most `limit` bytes of room behind what it holds.
    pub(super) fn room(&mut self, limit: usize) -> &mut [u8] {
        let end = self.storage.len().min(self.len + limit);
        &mut self.storage[self.len..end]
    }

    pub(super) fn is_full(&self) -> bool {
        self.len == self.storage.len()
    }

    /// Takes in `count` bytes that were put in [`room`](Block::room).
    pub(super) fn advance(&mut self, count: usize) {
        self.len += count;
    }

    /// Takes the bytes out, buffer and all.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let mut bytes = std::mem::take(&mut self.storage);
        bytes.truncate(self.len);
        self.len = 0;
        bytes
    }
}
