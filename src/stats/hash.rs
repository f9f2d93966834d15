//! A quick hash of short byte strings.

use std::hash::{BuildHasher, Hasher, RandomState};

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
const SALT: u64 = 0xD6E8_FEB8_6659_FD93;

/// Both halves of a product of 128 bits, folded into one.
#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// A hash of `bytes` that is the same everywhere and always, for a `seed` of 0; with another seed
/// it is another hash. (The folded multiplication of wyhash; no defence against someone who knows
/// the seed.)
#[inline]
pub fn hash(bytes: &[u8], seed: u64) -> u64 {
    let mut state = seed ^ SPREAD ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        state = fold(state ^ u64::from_le_bytes(chunk.try_into().expect("eight bytes")), SALT);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = fold(state ^ u64::from_le_bytes(last), SALT);
    }
    fold(state ^ SALT, SPREAD)
}

/// Builds hashers for maps with short byte strings as keys, with a seed of their own in each
/// process, so that nobody can prepare a log whose names collide.
#[derive(Debug, Clone)]
pub struct Quick(u64);

impl Default for Quick {
    fn default() -> Quick {
        Quick(RandomState::new().hash_one(0))
    }
}

impl BuildHasher for Quick {
    type Hasher = QuickHasher;

    #[inline]
    fn build_hasher(&self) -> QuickHasher {
        QuickHasher(self.0)
    }
}

/// See [`Quick`].
#[derive(Debug)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes, self.0);
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.0 ^= number as u64;
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_hash_never_changes() {
        // Which names a full table keeps depends on it, also in states that were written long ago.
        assert_eq!(hash(b"", 0), 11_357_735_248_291_438_161);
        assert_eq!(hash(b"GET /api/v1/users/{id}", 0), 6_856_993_710_714_447_925);
    }

    #[test]
    fn short_keys_do_not_collide() {
        let all: HashSet<u64> = (0..100_000).map(|n| hash(format!("key{n}").as_bytes(), 0) >> 16).collect();
        assert!(all.len() > 99_990);
    }
}
