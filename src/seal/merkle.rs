//! The Merkle tree of RFC 6962, section 2.1: hashes of lines in, a root out, memory for the right
//! edge alone.

use sha2::{Digest, Sha256};

/// What SHA-256 gives.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 of a zero byte and the line.
pub fn leaf(line: &[u8]) -> Hash {
    let mut hasher = Leaf::default();
    hasher.add(line);
    hasher.finish()
}

/// The hash of a node: SHA-256 of a one, and the hashes below it.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut text = [1; 65];
    text[1..33].copy_from_slice(left);
    text[33..].copy_from_slice(right);
    Sha256::digest(text).into()
}

/// The hash of a leaf whose line comes in pieces.
#[derive(Debug, Clone)]
pub struct Leaf(Sha256);

impl Default for Leaf {
    fn default() -> Leaf {
        Leaf(Sha256::new_with_prefix([0]))
    }
}

impl Leaf {
    /// Adds the next bytes of the line.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of the leaf.
    pub fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

/// A tree that grows at its right end. Holds a hash for each bit of its size.
///
/// What is pushed are leaves, or the roots of complete subtrees of one size.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    size: u64,
    edge: Vec<Hash>,
}

impl Tree {
    /// How many were pushed.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the right.
    pub fn push(&mut self, mut hash: Hash) {
        let mut size = self.size;
        while size & 1 == 1
            && let Some(left) = self.edge.pop()
        {
            hash = node(&left, &hash);
            size >>= 1;
        }
        self.edge.push(hash);
        self.size += 1;
    }

    /// The root; of no leaves, SHA-256 of nothing.
    pub fn root(&self) -> Hash {
        self.root_before(None)
    }

    /// The root of this tree with a smaller one, of that root, at its right.
    pub fn root_before(&self, tail: Option<Hash>) -> Hash {
        let parts = tail.into_iter().chain(self.edge.iter().rev().copied());
        parts.reduce(|right, left| node(&left, &right)).unwrap_or_else(|| Sha256::digest([]).into())
    }

    /// Back to no leaves.
    pub fn clear(&mut self) {
        self.size = 0;
        self.edge.clear();
    }
}

/// Gathers the inclusion path of a leaf while all leaves pass by (RFC 6962, section 2.1.1).
#[derive(Debug)]
pub struct Path {
    index: u64,
    seen: u64,
    leaf: Option<Hash>,
    /// The subtrees beside the path, in the order of their leaves: where they end, how deep they
    /// are below the root, and what is in them so far.
    beside: Vec<(u64, usize, Tree)>,
    at: usize,
}

impl Path {
    /// Of the leaf `index` (from 0) in a tree of `size` leaves; None if it has no such leaf.
    pub fn new(index: u64, size: u64) -> Option<Path> {
        if index >= size {
            return None;
        }
        let (mut from, mut to, mut left, mut right) = (0, size, Vec::new(), Vec::new());
        for depth in 0.. {
            if to - from == 1 {
                break;
            }
            // The largest power of two below the number of leaves.
            let middle = from + (1 << (63 - (to - from - 1).leading_zeros()));
            if index < middle {
                right.push((to, depth, Tree::default()));
                to = middle;
            } else {
                left.push((middle, depth, Tree::default()));
                from = middle;
            }
        }
        left.extend(right.into_iter().rev());
        Some(Path { index, seen: 0, leaf: None, beside: left, at: 0 })
    }

    /// Adds the next leaf.
    pub fn push(&mut self, hash: Hash) {
        let number = self.seen;
        self.seen += 1;
        if number == self.index {
            self.leaf = Some(hash);
            return;
        }
        while self.beside.get(self.at).is_some_and(|(end, _, _)| *end <= number) {
            self.at += 1;
        }
        if let Some((_, _, tree)) = self.beside.get_mut(self.at) {
            tree.push(hash);
        }
    }

    /// The leaf, and the hashes from its sibling up; None if not all leaves were there.
    pub fn finish(mut self) -> Option<(Hash, Vec<Hash>)> {
        let last = self.beside.last().map_or(self.index + 1, |(end, _, _)| *end).max(self.index + 1);
        if self.seen < last {
            return None;
        }
        self.beside.sort_by_key(|(_, depth, _)| std::cmp::Reverse(*depth));
        Some((self.leaf?, self.beside.iter().map(|(_, _, tree)| tree.root()).collect()))
    }
}

/// The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2); None if the path has not
/// the length that it has in a tree of that size.
pub fn root_of_path(leaf: Hash, index: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut place, mut last, mut root) = (index, size - 1, leaf);
    for hash in path {
        if last == 0 {
            return None;
        }
        if place & 1 == 1 || place == last {
            root = node(hash, &root);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            root = node(&root, hash);
        }
        place >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The leaves and roots of certificate-transparency's reference tests
    /// (`cpp/merkletree/merkle_tree_test.cc`, `merkle/testonly` of transparency-dev).
    const LEAVES: [&str; 8] =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// As the text of RFC 6962 defines it.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            _ => {
                let half = leaves.len().next_power_of_two() / 2;
                node(&by_definition(&leaves[..half]), &by_definition(&leaves[half..]))
            }
        }
    }

    fn leaves(count: u64) -> Vec<Hash> {
        (0..count).map(|number| leaf(format!("line {number}\n").as_bytes())).collect()
    }

    #[test]
    fn the_roots_are_those_that_certificate_transparency_publishes() {
        let mut tree = Tree::default();
        assert_eq!(hex(&tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (text, root) in LEAVES.iter().zip(ROOTS) {
            tree.push(leaf(&bytes(text)));
            assert_eq!(hex(&tree.root()), root);
        }
    }

    #[test]
    fn a_tree_of_subtrees_with_a_tail_has_the_root_of_all_leaves() {
        let all = leaves(45);
        let mut chunks = Tree::default();
        all.chunks_exact(8).for_each(|chunk| chunks.push(by_definition(chunk)));
        assert_eq!(chunks.root_before(Some(by_definition(&all[40..]))), by_definition(&all));
    }

    #[test]
    fn every_leaf_of_every_small_tree_has_a_path_to_its_root_and_to_no_other() {
        for size in 1..20 {
            let all = leaves(size);
            let root = by_definition(&all);
            for index in 0..size {
                let mut path = Path::new(index, size).unwrap();
                all.iter().for_each(|hash| path.push(*hash));
                let (leaf, mut path) = path.finish().unwrap();
                assert_eq!(leaf, all[index as usize]);
                assert_eq!(root_of_path(leaf, index, size, &path), Some(root), "{index} of {size}");
                for other in (0..size).filter(|other| *other != index) {
                    assert_ne!(root_of_path(leaf, other, size, &path), Some(root));
                }
                path.push(leaf);
                assert_ne!(root_of_path(leaf, index, size, &path), Some(root));
                path.pop();
                if path.pop().is_some() {
                    assert_ne!(root_of_path(leaf, index, size, &path), Some(root));
                }
            }
        }
        assert!(Path::new(3, 3).is_none() && Path::new(0, 0).is_none());
    }

    #[test]
    fn a_path_that_has_not_seen_all_leaves_is_none() {
        let mut path = Path::new(1, 3).unwrap();
        leaves(2).iter().for_each(|hash| path.push(*hash));
        assert!(path.finish().is_none());
    }

    proptest! {
        #[test]
        fn growing_gives_the_root_of_the_definition(size in 0u64..200) {
            let all = leaves(size);
            let mut tree = Tree::default();
            all.iter().for_each(|hash| tree.push(*hash));
            prop_assert_eq!(tree.root(), by_definition(&all));
        }

        #[test]
        fn a_line_in_pieces_is_the_same_leaf(line in prop::collection::vec(any::<u8>(), 0..200), cut in 0usize..200) {
            let cut = cut.min(line.len());
            let mut pieces = Leaf::default();
            pieces.add(&line[..cut]);
            pieces.add(&line[cut..]);
            prop_assert_eq!(pieces.finish(), leaf(&line));
        }
    }
}
