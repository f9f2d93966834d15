//! Parts of one regular file, for threads that read at the same time.
//!
//! A slice stands for the lines that begin in a range of the file. Whoever has it reads them by offset, so that the
//! input is held only for as long as it takes to hand a slice out. `pake search --count ID FILE` on two cores took
//! 0.7 times as long as with reads one after the other. `PAKE_NO_SLICES=1` switches them off.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use memchr::{memchr, memrchr};

use super::{Block, Loss, Trouble};

/// Bytes in which the lines of one slice begin.
const SLICE: u64 = 256 << 10;
/// Files of fewer slices are read as others are.
const FEWEST: u64 = 4;
/// What is read with a slice to have the rest of its last line.
const AHEAD: usize = 4 << 10;
/// What is read of a slice's last line before its thread waits for its turn, so that few hold much.
const MOST_AHEAD: usize = 1 << 20;
/// Bytes that are looked at together for where a slice's first line begins.
const PROBE: usize = 1 << 10;

/// Is told what goes wrong with an input, from any thread.
pub(super) type Report = Arc<Mutex<dyn FnMut(Trouble) + Send>>;

/// What is left of a file to be handed out.
pub(super) struct Slices {
    file: Arc<File>,
    /// Where the next slice begins.
    at: u64,
    /// Behind the last newline of the last slice: all lines of slices are whole.
    end: u64,
    read: Arc<AtomicU64>,
}

/// A range of a file, and the lines that begin in it.
pub struct Slice {
    file: Arc<File>,
    name: String,
    from: u64,
    to: u64,
    end: u64,
    read: Arc<AtomicU64>,
    report: Report,
}

impl Slices {
    /// The slices of a part of a regular file, which begins where a line does, up to a newline near its end; None if it is
    /// too short, or has none there.
    pub fn of(file: &File, part: Range<u64>, read: Arc<AtomicU64>) -> Option<Slices> {
        let len = file.metadata().ok()?.len().min(part.end);
        if len.saturating_sub(part.start) < FEWEST * SLICE || std::env::var_os("PAKE_NO_SLICES").is_some() {
            return None;
        }
        let mut tail = vec![0; SLICE as usize];
        let from = len - SLICE;
        file.read_exact_at(&mut tail, from).ok()?;
        let end = from + memrchr(b'\n', &tail)? as u64 + 1;
        Some(Slices { file: Arc::new(file.try_clone().ok()?), at: part.start, end, read })
    }

    /// Where the slices end.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// The next slice of the file with that name.
    pub fn next(&mut self, name: &str, report: &Report) -> Option<Slice> {
        let from = self.at;
        if from >= self.end {
            return None;
        }
        self.at = (from + SLICE).min(self.end);
        let (file, read) = (self.file.clone(), self.read.clone());
        Some(Slice { file, name: name.to_owned(), from, to: self.at, end: self.end, read, report: report.clone() })
    }
}

impl Slice {
    /// Fills `block` with its lines. False if the last one is long, and not yet there as a whole: then
    /// [`fill_up`](Slice::fill_up) does the rest.
    pub fn fill(&self, block: &mut Block) -> bool {
        self.read.fetch_add(self.to - self.from, Ordering::Relaxed);
        self.try_fill(block).unwrap_or_else(|error| self.give_up(block, error))
    }

    /// Reads on to the end of the last line; one of more than `most` bytes is left out, and noted in the block.
    pub fn fill_up(&self, block: &mut Block, most: usize) {
        let done = self.try_fill_up(block, most);
        done.unwrap_or_else(|error| {
            self.give_up(block, error);
        });
    }

    fn try_fill(&self, block: &mut Block) -> io::Result<bool> {
        let Some(first) = self.first_line()? else {
            return Ok(true);
        };
        block.file_offset = first;
        let most = (self.end - first) as usize;
        let mut ahead = AHEAD;
        loop {
            let wanted = ((self.to - first) as usize + ahead).min(most);
            self.read_to(block, first, wanted)?;
            // Its lines end with the one that has the range's last byte.
            let last = (self.to - 1 - first) as usize;
            match block.bytes().get(last..).and_then(|rest| memchr(b'\n', rest)) {
                Some(newline) => {
                    block.truncate(last + newline + 1);
                    return Ok(true);
                }
                // The file has become shorter.
                None if block.len() < wanted => return Ok(true),
                None if ahead >= MOST_AHEAD => return Ok(false),
                None => ahead *= 4,
            }
        }
    }

    fn try_fill_up(&self, block: &mut Block, most: usize) -> io::Result<()> {
        let (offset, start) = (block.file_offset, memrchr(b'\n', block.bytes()).map_or(0, |newline| newline + 1));
        loop {
            let held = block.len();
            if held - start >= most {
                block.truncate(start);
                block.left_out = 1;
                return Ok(());
            }
            let wanted = (start + most).min(held + MOST_AHEAD).min((self.end - offset) as usize);
            self.read_to(block, offset, wanted)?;
            match memchr(b'\n', &block.bytes()[held..]) {
                Some(newline) => {
                    block.truncate(held + newline + 1);
                    return Ok(());
                }
                None if block.len() < wanted || block.len() == held => return Ok(()),
                None => {}
            }
        }
    }

    /// Where the first line begins that begins in the range.
    fn first_line(&self) -> io::Result<Option<u64>> {
        if self.from == 0 {
            return Ok(Some(0));
        }
        let (mut at, mut probe) = (self.from - 1, [0; PROBE]);
        while at < self.to - 1 {
            let size = ((self.to - 1 - at) as usize).min(PROBE);
            let count = self.read_at(&mut probe[..size], at)?;
            if count == 0 {
                break;
            }
            if let Some(newline) = memchr(b'\n', &probe[..count]) {
                return Ok(Some(at + newline as u64 + 1));
            }
            at += count as u64;
        }
        Ok(None)
    }

    /// Reads on until the block holds `wanted` bytes from `offset` on, or the file ends.
    fn read_to(&self, block: &mut Block, offset: u64, wanted: usize) -> io::Result<()> {
        block.make_room(wanted);
        while block.len() < wanted {
            let held = block.len();
            let count = self.read_at(block.room(wanted - held), offset + held as u64)?;
            if count == 0 {
                break;
            }
            block.advance(count);
        }
        Ok(())
    }

    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        loop {
            match self.file.read_at(into, offset) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done,
            }
        }
    }

    /// Says what is wrong, and keeps what whole lines there are.
    fn give_up(&self, block: &mut Block, error: io::Error) -> bool {
        let whole = memrchr(b'\n', block.bytes()).map_or(0, |newline| newline + 1);
        block.truncate(whole);
        let mut report = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        report(Trouble { name: self.name.clone(), loss: Loss::Read(error) });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Blocks, Halt, Origin, Sizes, Sources, Taken};
    use proptest::prelude::*;
    use std::io::Write;

    /// The lines of files, read in slices or one after the other, and how many were left out.
    fn lines(files: &[Vec<u8>], sliced: bool, most: usize) -> (Vec<Vec<u8>>, u64, usize) {
        let folder = tempfile::tempdir().unwrap();
        let origins = files.iter().enumerate().map(|(number, text)| {
            let path = folder.path().join(number.to_string());
            File::create(&path).unwrap().write_all(text).unwrap();
            Origin::File(path)
        });
        let sources = Sources::new(origins.collect(), Halt::new().unwrap(), Arc::default(), |_| panic!("no trouble"));
        let mut blocks = Blocks::new(sources, Sizes { line: most, ..Sizes::default() });
        if sliced {
            blocks = blocks.in_slices();
        }
        let (mut lines, mut left_out, mut slices, mut block) = (Vec::new(), 0, 0, Block::new());
        loop {
            match blocks.take(&mut block) {
                Taken::End => return (lines, left_out, slices),
                Taken::Block => {}
                Taken::Slice(slice) => {
                    slices += 1;
                    if !slice.fill(&mut block) {
                        slice.fill_up(&mut block, most);
                    }
                }
            }
            left_out += block.left_out;
            match block.piece {
                Some(piece) => left_out += u64::from(piece.first),
                None => lines.extend(block.bytes().split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec)),
            }
        }
    }

    /// Text of lines of these lengths, newlines included.
    fn text(lengths: &[usize]) -> Vec<u8> {
        let line = |(number, length): (usize, &usize)| {
            let mut line = vec![b'a' + (number % 26) as u8; length - 1];
            line.push(b'\n');
            line
        };
        lengths.iter().enumerate().flat_map(line).collect()
    }

    #[test]
    fn lines_at_the_edges_of_slices_are_read_once() {
        let edge = SLICE as usize;
        let rest = vec![100; 12_000];
        for first in [edge - 1, edge, edge + 1, 2 * edge, edge + AHEAD, edge + AHEAD + 1, 2 * edge + 1, 3 * edge] {
            let text = text(&[&[first][..], &rest].concat());
            let text = [text];
            let (all, _, slices) = lines(&text, true, 16 << 20);
            assert!(slices > 3);
            assert!(all == lines(&text, false, 16 << 20).0, "{first}");
        }
    }

    #[test]
    fn long_lines_are_left_out_and_counted() {
        let most = 3 << 20;
        for long in [most, most + 1, most + (1 << 20), 8 << 20] {
            let text = text(&[&[100; 9000][..], &[long], &[100; 9000]].concat());
            let text = [text];
            let (all, left_out, _) = lines(&text, true, most);
            assert_eq!(left_out, u64::from(long > most), "{long}");
            let (blocks, passed_by, _) = lines(&text, false, most);
            assert!(all == blocks && left_out == passed_by, "{long}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn slices_hold_what_blocks_hold(
            files in prop::collection::vec(
                (prop::collection::vec(prop_oneof![20 => 1..30_000usize, 1 => 1..2_000_000usize], 0..100), any::<bool>()),
                1..4,
            ),
        ) {
            let files: Vec<Vec<u8>> = files.iter().map(|(lengths, whole)| {
                let mut text = text(lengths);
                text.truncate(text.len() - usize::from(!whole && !text.is_empty()));
                text
            }).collect();
            prop_assert!(lines(&files, true, 16 << 20).0 == lines(&files, false, 16 << 20).0);
        }
    }
}
