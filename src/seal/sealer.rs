//! Seals lines as they pass: the tree over them, and the book of them.

use std::io::{self, Write};

use memchr::memchr;

use super::book::{self, CHUNK, Chunk};
use super::merkle::{Hash, Leaf, Tree, leaf};

/// Takes leaves in order. What is written are the pages of the [`Book`](super::Book).
#[derive(Debug)]
pub struct Sealer<W> {
    chunk: Tree,
    chunks: Tree,
    marks: Vec<u8>,
    book: W,
}

impl<W: Write> Sealer<W> {
    /// Writes the book to `book`.
    ///
    /// # Errors
    /// Those of writing.
    pub fn new(mut book: W) -> io::Result<Sealer<W>> {
        book::begin(&mut book)?;
        Ok(Sealer { chunk: Tree::default(), chunks: Tree::default(), marks: Vec::new(), book })
    }

    /// How many lines there were.
    pub fn size(&self) -> u64 {
        self.chunks.size() * CHUNK + self.chunk.size()
    }

    /// The root of the lines that there were.
    pub fn root(&self) -> Hash {
        self.chunks.root_before(self.tail())
    }

    /// The root of the chunk that is not complete; None where there is none.
    fn tail(&self) -> Option<Hash> {
        (self.chunk.size() > 0).then(|| self.chunk.root())
    }

    /// Adds a line by its leaf; the root of the chunk that it completes.
    ///
    /// # Errors
    /// Those of writing.
    pub fn push(&mut self, leaf: Hash) -> io::Result<Option<Hash>> {
        self.chunk.push(leaf);
        self.marks.extend_from_slice(&leaf[..4]);
        if self.chunk.size() < CHUNK {
            return Ok(None);
        }
        let root = self.chunk.root();
        Chunk::write(&root, &self.marks, &mut self.book)?;
        self.chunks.push(root);
        self.chunk.clear();
        self.marks.clear();
        Ok(Some(root))
    }

    /// Ends the book.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(mut self) -> io::Result<W> {
        if let Some(root) = self.tail() {
            Chunk::write(&root, &self.marks, &mut self.book)?;
        }
        Ok(self.book)
    }
}

/// Makes leaves of bytes as they come.
#[derive(Debug, Default)]
pub struct Splitter {
    /// The line that has not ended.
    open: Option<Leaf>,
}

impl Splitter {
    /// Takes the next bytes, and gives the leaves of the lines that they end.
    ///
    /// # Errors
    /// Those of `give`.
    pub fn add<E>(&mut self, mut bytes: &[u8], mut give: impl FnMut(Hash) -> Result<(), E>) -> Result<(), E> {
        while let Some(end) = memchr(b'\n', bytes) {
            let (line, rest) = bytes.split_at(end + 1);
            give(match self.open.take() {
                None => leaf(line),
                Some(mut open) => {
                    open.add(line);
                    open.finish()
                }
            })?;
            bytes = rest;
        }
        if !bytes.is_empty() {
            self.open.get_or_insert_default().add(bytes);
        }
        Ok(())
    }

    /// The leaf of a last line without a newline, if there is one.
    pub fn finish(self) -> Option<Hash> {
        self.open.map(Leaf::finish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::{Book, Checkpoint};
    use proptest::prelude::*;

    fn sealed(lines: u64) -> (Checkpoint, Vec<u8>) {
        let mut sealer = Sealer::new(Vec::new()).unwrap();
        for line in 0..lines {
            sealer.push(leaf(&line.to_be_bytes())).unwrap();
        }
        assert_eq!(sealer.size(), lines);
        let checkpoint = Checkpoint { origin: "x/y".to_owned(), size: lines, root: sealer.root() };
        (checkpoint, sealer.finish().unwrap())
    }

    #[test]
    fn the_root_is_that_of_a_tree_of_all_lines_and_the_book_belongs_to_it() {
        for lines in [0u64, 1, 2, 255, 256, 257, 511, 512, 700, 1024, 1300] {
            let mut tree = Tree::default();
            (0..lines).for_each(|line| tree.push(leaf(&line.to_be_bytes())));
            let (checkpoint, book) = sealed(lines);
            assert_eq!(checkpoint.root, tree.root(), "{lines} lines");
            Book::open(&*book, lines).unwrap().check(&checkpoint).unwrap();
        }
    }

    #[test]
    fn a_book_with_another_root_or_another_length_belongs_to_no_checkpoint() {
        let (checkpoint, book) = sealed(300);
        let belongs = |book: &[u8]| Book::open(book, 300).and_then(|book| book.check(&checkpoint)).is_ok();
        assert!(belongs(&book));
        assert!(!belongs(&book[..book.len() - 1]));
        assert!(!belongs(&[&book[..], b"x"].concat()));
        assert!(!belongs(b"") && !belongs(b"something else than a book"));
        assert!(!belongs(&sealed(299).1));
        for at in [0, 13, 44] {
            let mut other = book.clone();
            other[at] ^= 1;
            assert!(!belongs(&other), "byte {at}");
        }
    }

    proptest! {
        #[test]
        fn leaves_do_not_depend_on_how_bytes_come(text in "[ab\n]{0,60}", cuts in prop::collection::vec(0usize..60, 0..5)) {
            let whole: Vec<Hash> = text.split_inclusive('\n').map(|line| leaf(line.as_bytes())).collect();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(text.len())).collect();
            cuts.extend([0, text.len()]);
            cuts.sort_unstable();
            let (mut splitter, mut leaves) = (Splitter::default(), Vec::new());
            for part in cuts.windows(2) {
                splitter.add::<()>(&text.as_bytes()[part[0]..part[1]], |leaf| { leaves.push(leaf); Ok(()) }).unwrap();
            }
            leaves.extend(splitter.finish());
            prop_assert_eq!(leaves, whole);
        }
    }
}
