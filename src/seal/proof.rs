//! Proofs that a line is in a sealed log (<https://c2sp.org/tlog-proof>), to be checked without it.

use thiserror::Error;

use super::checkpoint::Checkpoint;
use super::key::PublicKey;
use super::merkle::{Hash, root_of_path};
use super::note::BadNote;
use super::{base64, decimal, from_base64};

const FIRST: &str = "c2sp.org/tlog-proof@v1";
/// A tree of 2⁶³ leaves has paths of this length.
const LONGEST: usize = 63;

/// A proof for one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The number of the line, from 0.
    pub index: u64,
    /// From the leaf's sibling up.
    pub path: Vec<Hash>,
    /// The signed note of the log.
    pub checkpoint: String,
}

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadProof {
    /// It has not the form of a proof.
    #[error("it has not the form of a proof")]
    Form,
    /// Its checkpoint is not believed.
    #[error("its checkpoint is not believed: {0}")]
    Note(#[from] BadNote),
    /// The line leads to another root.
    #[error("the line is not the one that was sealed there")]
    OtherLine,
}

impl Proof {
    /// As text.
    pub fn text(&self) -> String {
        let path: String = self.path.iter().map(|hash| base64(hash) + "\n").collect();
        format!("{FIRST}\nindex {}\n{path}\n{}", self.index, self.checkpoint)
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// When it has not the form of one.
    pub fn parse(bytes: &[u8]) -> Result<Proof, BadProof> {
        let text = std::str::from_utf8(bytes).map_err(|_| BadProof::Form)?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(BadProof::Form)?;
        let mut lines = head.split('\n');
        if lines.next() != Some(FIRST) {
            return Err(BadProof::Form);
        }
        let mut line = lines.next();
        // What is extra is not authenticated, and nothing here asks for it.
        if line.is_some_and(|line| line.starts_with("extra ")) {
            line = lines.next();
        }
        let index = line.and_then(|line| line.strip_prefix("index ")).and_then(decimal).ok_or(BadProof::Form)?;
        let hash = |line: &str| from_base64(line).and_then(|hash| Hash::try_from(hash).ok());
        let path: Option<Vec<Hash>> = lines.take(LONGEST + 1).map(hash).collect();
        let path = path.filter(|path| path.len() <= LONGEST).ok_or(BadProof::Form)?;
        Ok(Proof { index, path, checkpoint: checkpoint.to_owned() })
    }

    /// The checkpoint of the log that `leaf` is proved to be a line of.
    ///
    /// # Errors
    /// When it is not.
    pub fn check(&self, leaf: Hash, key: &PublicKey) -> Result<Checkpoint, BadProof> {
        let checkpoint = Checkpoint::open(self.checkpoint.as_bytes(), key)?;
        let root = root_of_path(leaf, self.index, checkpoint.size, &self.path);
        if root == Some(checkpoint.root) { Ok(checkpoint) } else { Err(BadProof::OtherLine) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::{KeyName, Path, SecretKey, Tree, leaf};

    fn proof(key: &SecretKey, index: u64) -> Proof {
        let leaves = [leaf(b"a\n"), leaf(b"b\n"), leaf(b"c\n")];
        let (mut tree, mut path) = (Tree::default(), Path::new(index, 3).unwrap());
        leaves.iter().for_each(|leaf| {
            tree.push(*leaf);
            path.push(*leaf);
        });
        let checkpoint = Checkpoint { origin: "x/a.log".to_owned(), size: 3, root: tree.root() }.sign(key);
        Proof { index, path: path.finish().unwrap().1, checkpoint }
    }

    #[test]
    fn a_proof_reads_back_and_holds_for_its_line_alone() {
        let key = SecretKey::generate(KeyName::new("x").unwrap()).unwrap();
        for (index, line) in [b"a\n", b"b\n", b"c\n"].iter().enumerate() {
            let proof = proof(&key, index as u64);
            let read = Proof::parse(proof.text().as_bytes()).unwrap();
            assert_eq!(read, proof);
            assert_eq!(read.check(leaf(*line), &key.public()).unwrap().size, 3);
            assert_eq!(read.check(leaf(b"d\n"), &key.public()), Err(BadProof::OtherLine));
            let moved = Proof { index: (index as u64 + 1) % 3, ..read };
            assert_eq!(moved.check(leaf(*line), &key.public()), Err(BadProof::OtherLine));
        }
    }

    #[test]
    fn no_changed_byte_of_a_proof_is_believed() {
        let key = SecretKey::generate(KeyName::new("x").unwrap()).unwrap();
        let text = proof(&key, 1).text().into_bytes();
        for at in 0..text.len() {
            let mut text = text.clone();
            text[at] ^= 1;
            let checked = Proof::parse(&text).and_then(|proof| proof.check(leaf(b"b\n"), &key.public()));
            assert!(checked.is_err(), "byte {at}");
        }
        for len in 0..text.len() {
            let checked = Proof::parse(&text[..len]).and_then(|proof| proof.check(leaf(b"b\n"), &key.public()));
            assert!(checked.is_err(), "the first {len} bytes");
        }
    }

    #[test]
    fn extra_data_is_passed_over() {
        let key = SecretKey::generate(KeyName::new("x").unwrap()).unwrap();
        let text = proof(&key, 1).text().replacen("index", "extra YQ==\nindex", 1);
        assert!(Proof::parse(text.as_bytes()).unwrap().check(leaf(b"b\n"), &key.public()).is_ok());
    }
}
