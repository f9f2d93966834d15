//! The book beside a checkpoint: what says where a log differs.
//!
//! For each [`CHUNK`] lines it holds the root of their subtree and a mark of four bytes a line, the
//! start of the leaf's hash: about 4 bytes a line. The roots lead to the signed root, so they are as
//! good as the signature: a chunk is placed for certain. The marks are not signed: which line of
//! the chunk it is, is as good as the book, and a line altered on purpose to have the old mark (2³²
//! tries) is placed by its chunk alone.
//!
//! Form: `pake lines 1` and a newline, then for each chunk the root and the marks, bytes as they are
//! in the hashes. How many lines there are is said by the checkpoint.

use std::io::{self, BufRead, Write};

use thiserror::Error;

use super::checkpoint::Checkpoint;
use super::merkle::{Hash, Tree};

/// Lines that share a root in the book; a power of two.
pub const CHUNK: u64 = 256;

const FIRST: &[u8] = b"pake lines 1\n";

/// Why a book says nothing about a checkpoint's log.
#[derive(Debug, Error)]
pub enum BadBook {
    /// It has not the form of a book.
    #[error("it has not the form of such a file")]
    Form,
    /// It belongs to another checkpoint.
    #[error("it does not belong to the checkpoint")]
    OtherLog,
    /// It could not be read.
    #[error("it cannot be read: {0}")]
    Read(#[from] io::Error),
}

/// Reads a book from its first chunk on.
#[derive(Debug)]
pub struct Book<R> {
    from: R,
    /// Lines that are still to come.
    rest: u64,
}

/// A chunk of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// The root of the subtree of its lines.
    pub root: Hash,
    /// A mark for each line.
    pub marks: Vec<u32>,
}

/// The mark of a line.
pub fn mark(leaf: &Hash) -> u32 {
    u32::from_be_bytes([leaf[0], leaf[1], leaf[2], leaf[3]])
}

/// Begins a book.
///
/// # Errors
/// Those of writing.
pub fn begin(out: &mut impl Write) -> io::Result<()> {
    out.write_all(FIRST)
}

impl Chunk {
    /// Writes it down.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write(root: &Hash, marks: &[u8], out: &mut impl Write) -> io::Result<()> {
        out.write_all(root)?;
        out.write_all(marks)
    }
}

impl<R: BufRead> Book<R> {
    /// The book of a log of `size` lines.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(mut from: R, size: u64) -> Result<Book<R>, BadBook> {
        let mut first = [0; FIRST.len()];
        match from.read_exact(&mut first) {
            Ok(()) if first == FIRST => Ok(Book { from, rest: size }),
            Ok(()) => Err(BadBook::Form),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(BadBook::Form),
            Err(error) => Err(error.into()),
        }
    }

    /// The next chunk; None behind the last.
    ///
    /// # Errors
    /// When the book ends too early.
    pub fn chunk(&mut self) -> Result<Option<Chunk>, BadBook> {
        let lines = self.rest.min(CHUNK) as usize;
        if lines == 0 {
            return Ok(None);
        }
        let mut chunk = [0; 32 + 4 * CHUNK as usize];
        let chunk = &mut chunk[..32 + 4 * lines];
        self.from.read_exact(chunk).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => BadBook::OtherLog,
            _ => BadBook::Read(error),
        })?;
        self.rest -= lines as u64;
        let (root, marks) = chunk.split_at(32);
        let marks = marks.chunks_exact(4).map(|mark| u32::from_be_bytes([mark[0], mark[1], mark[2], mark[3]]));
        Ok(Some(Chunk { root: root.try_into().expect("32 bytes"), marks: marks.collect() }))
    }

    /// Whether all of it belongs to the checkpoint: its roots lead to the signed one.
    ///
    /// # Errors
    /// When it does not.
    pub fn check(mut self, checkpoint: &Checkpoint) -> Result<(), BadBook> {
        let (mut tree, mut tail) = (Tree::default(), None);
        while let Some(chunk) = self.chunk()? {
            if chunk.marks.len() as u64 == CHUNK {
                tree.push(chunk.root);
            } else {
                tail = Some(chunk.root);
            }
        }
        let more = self.from.read(&mut [0])?;
        if more == 0 && tree.root_before(tail) == checkpoint.root { Ok(()) } else { Err(BadBook::OtherLog) }
    }
}
