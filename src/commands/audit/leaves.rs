//! All lines of a log as leaves, in order: hashed on all threads, taken by one.

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use memchr::memchr;

use crate::commands::inputs::{cannot_read, reporter};
use crate::commands::{Failure, cannot_write};
use crate::input::{Block, Blocks, Halt, Origin, Sizes, Sources};
use crate::pipeline::{self, Progress, Sink, Worker};
use crate::seal::{Hash, Leaf, leaf};

/// How a log was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    /// Not all of it; that was said.
    pub lossy: bool,
    /// Its last line has no newline.
    pub open_end: bool,
}

/// Gives all leaves of `log` to `take`. An error of `take` ends the run.
///
/// # Errors
/// What is wrong with the log before it is read, and the error of `take` as it comes.
pub fn each(
    log: &Origin,
    threads: Option<NonZeroUsize>,
    take: impl FnMut(Hash) -> io::Result<()> + Send,
) -> Result<(Read, io::Result<()>), Failure> {
    log.check().map_err(|error| vec![cannot_read(log, &error)])?;
    let halt = Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?;
    let (read, lossy): (Arc<AtomicU64>, Arc<AtomicBool>) = Default::default();
    let size = match log {
        Origin::File(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len()),
        Origin::Stdin => None,
    };
    let progress = io::stderr().is_terminal().then(|| Progress::show(read.clone(), size));
    let sources = Sources::new(vec![log.clone()], halt.clone(), read, reporter(lossy.clone()));
    let blocks = Blocks::new(sources, Sizes::default());
    let threads = threads.unwrap_or_else(pipeline::default_threads);
    let taker = Taker { take, open: None, open_end: false };
    let (taker, ended) = pipeline::map(blocks, &Hasher, taker, threads, &halt);
    drop(progress);
    Ok((Read { lossy: lossy.load(Ordering::Relaxed), open_end: taker.open_end }, ended))
}

/// Hashes the lines of a block; those that come in pieces are left to the taker.
struct Hasher;

impl Worker for Hasher {
    type Carry = ();
    type Out = Vec<Hash>;

    fn out(&self) -> Vec<Hash> {
        Vec::new()
    }

    fn work(&self, block: &Block, (): (), leaves: &mut Vec<Hash>) {
        leaves.clear();
        if block.piece.is_some() {
            return;
        }
        let mut bytes = block.bytes();
        while !bytes.is_empty() {
            let end = memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
            leaves.push(leaf(&bytes[..end]));
            bytes = &bytes[end..];
        }
    }
}

struct Taker<F> {
    take: F,
    /// The line that comes in pieces.
    open: Option<Leaf>,
    open_end: bool,
}

impl<F: FnMut(Hash) -> io::Result<()> + Send> Sink<Vec<Hash>> for Taker<F> {
    fn accept(&mut self, block: &Block, leaves: &Vec<Hash>) -> io::Result<()> {
        let body = &block.bytes()[block.body()];
        self.open_end = body.last().is_some_and(|last| *last != b'\n');
        let Some(piece) = block.piece else {
            return leaves.iter().try_for_each(|leaf| (self.take)(*leaf));
        };
        let mut open = self.open.take().unwrap_or_default();
        open.add(body);
        if piece.last {
            return (self.take)(open.finish());
        }
        self.open = Some(open);
        Ok(())
    }
}
