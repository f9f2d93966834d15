//! The fold: blocks of lines in, one result out, which is merged from a part for each thread.
//!
//! Threads share the input as those of the [map](super::map()) do, but never wait for a turn: each
//! adds its blocks to a part of its own, and the parts are merged when the input has ended. So the
//! result must not depend on which thread gets which block, nor on the order of merging; that is
//! the accumulators' law (see [`stats`](crate::stats)). Memory is bounded by
//!
//! > `threads × (block + 2 MiB + part) + 1 × (longest whole line + block) + what the input keeps`

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::input::{Block, Blocks, Supply};

/// What is done with blocks. Shared by all threads.
pub trait Folder: Sync {
    /// What a thread adds to, with the buffers that it uses again.
    type Part: Send;

    /// A part that nothing was added to.
    fn part(&self) -> Self::Part;

    /// Adds a block, whose first byte is at `offset` of what the input has given.
    fn add(&self, block: &Block, offset: u64, part: &mut Self::Part);

    /// Adds what another part holds.
    fn merge(&self, into: &mut Self::Part, from: Self::Part);
}

/// Has `folder` add all blocks, on up to `threads` threads, and merges the parts. Each block is given to `heed` first,
/// in the order of the input and while that is held: what is done there for a block can depend on those before it, but
/// has to be little.
///
/// # Panics
/// When the folder panics.
pub fn fold<S: Supply, F: Folder>(
    blocks: Blocks<S>,
    folder: &F,
    threads: NonZeroUsize,
    heed: impl FnMut(&mut Block) + Send,
) -> F::Part {
    let feed = Mutex::new((blocks, 0, heed));
    let merged: Mutex<Option<F::Part>> = Mutex::new(None);
    let work = || {
        let mut part = folder.part();
        let mut block = Block::new();
        loop {
            let mut feed = feed.lock().unwrap_or_else(PoisonError::into_inner);
            let (blocks, read, heed) = &mut *feed;
            if !blocks.next(&mut block) {
                break;
            }
            heed(&mut block);
            let offset = *read;
            *read += block.body().len() as u64;
            // One large block at a time, to keep the bound.
            if block.is_large() {
                folder.add(&block, offset, &mut part);
                block.shrink();
            } else {
                drop(feed);
                folder.add(&block, offset, &mut part);
            }
        }
        let mut merged = merged.lock().unwrap_or_else(PoisonError::into_inner);
        match merged.as_mut() {
            Some(into) => folder.merge(into, part),
            None => *merged = Some(part),
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.get() {
            scope.spawn(work);
        }
        work();
    });
    let merged = merged.into_inner().unwrap_or_else(PoisonError::into_inner);
    merged.unwrap_or_else(|| folder.part())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Sizes, Supplied};

    struct Lines(Vec<u8>);

    impl Supply for Lines {
        fn supply(&mut self, into: &mut [u8], _: bool) -> Supplied {
            let count = into.len().min(self.0.len()).min(1000);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            if count == 0 { Supplied::End } else { Supplied::Bytes(count) }
        }
    }

    /// Adds up numbers, counts them, and adds up where their blocks begin.
    struct Adder;

    impl Folder for Adder {
        type Part = (u64, u64);
        fn part(&self) -> (u64, u64) {
            (0, 0)
        }
        fn add(&self, block: &Block, offset: u64, part: &mut (u64, u64)) {
            let first = block.bytes().split(|byte| *byte == b'\n').next().unwrap();
            if offset == 0 {
                assert!(first == b"1" || first == b"panic");
            }
            assert!(!block.bytes().starts_with(b"panic"));
            for line in block.bytes().split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
                part.0 += std::str::from_utf8(line).unwrap().parse::<u64>().unwrap();
                part.1 += 1;
            }
        }
        fn merge(&self, into: &mut (u64, u64), from: (u64, u64)) {
            into.0 += from.0;
            into.1 += from.1;
        }
    }

    fn run(text: String, threads: usize) -> (u64, u64) {
        let blocks = Blocks::new(Lines(text.into_bytes()), Sizes { block: 4096, ..Sizes::default() });
        fold(blocks, &Adder, NonZeroUsize::new(threads).unwrap(), |_| {})
    }

    #[test]
    fn all_lines_are_added_once_at_any_number_of_threads() {
        let text: String = (1..=20_000).map(|n| format!("{n}\n")).collect();
        for threads in [1, 2, 8] {
            assert_eq!(run(text.clone(), threads), (20_000 * 20_001 / 2, 20_000));
        }
        assert_eq!(run(String::new(), 4), (0, 0));
    }

    #[test]
    #[should_panic]
    fn a_panic_in_a_thread_ends_the_run() {
        run("panic\n".to_owned(), 4);
    }
}
