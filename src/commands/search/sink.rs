//! Takes what was found in order: writes it, counts it, shows what is around it, and stops at the limit.

use std::collections::VecDeque;
use std::io::{self, Write};

use memchr::memchr_iter;

use super::worker::{Found, Yields};
use crate::input::Block;
use crate::mask::{Carry, Cursor, Masker, Scratch, Watch};
use crate::pipeline::Sink;

/// What lines before one that is found may take of memory, in bytes.
const MOST: usize = 64 << 20;

/// What a line takes of memory, about.
fn taken(line: &Vec<u8>) -> usize {
    line.capacity() + size_of::<(Vec<u8>, bool)>()
}

/// Writes lines that were found.
pub struct Lines<'a, O> {
    out: O,
    yields: Yields,
    /// How many more lines are wanted.
    left: u64,
    around: Around<'a>,
    /// Lines found.
    pub count: u64,
    /// Lines that were too long to be searched.
    pub too_long: u64,
    /// Lines that were found of which not all lines before are shown, since these took too much memory.
    pub short: u64,
    /// Whether the limit is reached: the run ends with an error then that is none.
    pub full: bool,
}

/// What is around the lines that were found.
struct Around<'a> {
    /// Lines before and behind.
    lines: usize,
    masker: Option<&'a Masker>,
    scratch: Scratch,
    /// The last lines that were not written, as many as can be wanted, and whether they are masked.
    before: VecDeque<(Vec<u8>, bool)>,
    /// What they take of memory, in bytes, and whether some were dropped since they took too much.
    held: usize,
    short: bool,
    /// How many more lines are written behind one that was found.
    after: usize,
    /// Whether something was written; whether lines were left out since.
    begun: bool,
    gap: bool,
}

impl<'a, O: Write> Lines<'a, O> {
    /// Writes to `out`, at most `limit` lines of those found.
    pub fn new(out: O, yields: Yields, limit: Option<u64>, lines: usize, masker: Option<&'a Masker>) -> Self {
        let around = Around {
            lines,
            masker,
            scratch: Scratch::new(Watch::default()),
            before: VecDeque::new(),
            held: 0,
            short: false,
            after: 0,
            begun: false,
            gap: false,
        };
        Lines { out, yields, left: limit.unwrap_or(u64::MAX), around, count: 0, too_long: 0, short: 0, full: false }
    }

    fn write(&mut self, found: &Found) -> io::Result<()> {
        if self.left == 0 {
            return Ok(());
        }
        let text = &found.text[..];
        let end = match usize::try_from(self.left).ok().and_then(|left| left.checked_sub(1)) {
            Some(last) if found.count > self.left => memchr_iter(b'\n', text).nth(last).map_or(text.len(), |at| at + 1),
            _ => text.len(),
        };
        self.out.write_all(&text[..end])
    }

    /// Ends the run when nothing more is wanted.
    fn enough(&mut self) -> io::Result<()> {
        self.full = self.left == 0 && self.around.after == 0;
        if self.full { Err(io::Error::other("enough")) } else { Ok(()) }
    }

    /// What is left, when all is done.
    pub fn into_out(self) -> O {
        self.out
    }
}

impl<O: Write + Send> Sink<Found> for Lines<'_, O> {
    fn accept(&mut self, block: &Block, found: &Found) -> io::Result<()> {
        self.too_long += found.too_long;
        self.count += found.count.min(self.left);
        match self.yields {
            Yields::Count => self.left = self.left.saturating_sub(found.count),
            Yields::Text => {
                if found.count > 0 {
                    self.write(found)?;
                    self.left = self.left.saturating_sub(found.count);
                }
            }
            Yields::Places if block.piece.is_none() => {
                self.short += self.around.show(block.bytes(), found, &mut self.left, &mut self.out)?;
            }
            Yields::Places => {}
        }
        self.enough()
    }
}

impl Around<'_> {
    fn show(&mut self, bytes: &[u8], found: &Found, left: &mut u64, out: &mut impl Write) -> io::Result<u64> {
        let (mut text, mut short) = (Vec::new(), 0);
        let mut places = found.places.iter().peekable();
        let (mut at, mut edit) = (0, Cursor::default());
        while at < bytes.len() {
            let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |newline| at + newline);
            let is_found = places.next_if(|(start, _)| *start == at).is_some() && *left > 0;
            if is_found || self.after > 0 {
                if is_found {
                    short += u64::from(std::mem::take(&mut self.short));
                    self.write_before(&mut text);
                    self.after = self.lines;
                    *left -= 1;
                } else {
                    self.after -= 1;
                }
                if found.whole {
                    edit = found.scratch.edits.apply_within(edit, bytes, at, end, &mut text);
                } else {
                    self.mask(&bytes[at..end], &mut text);
                }
                text.push(b'\n');
            } else if *left == 0 {
                break;
            } else {
                let mut line = self.make_room();
                if found.whole {
                    edit = found.scratch.edits.apply_within(edit, bytes, at, end, &mut line);
                } else {
                    line.extend_from_slice(&bytes[at..end]);
                }
                self.held += taken(&line);
                self.before.push_back((line, found.whole));
                self.bound();
            }
            at = end + 1;
        }
        out.write_all(&text).map(|()| short)
    }

    /// Drops the oldest lines while all together take more than they may.
    fn bound(&mut self) {
        while self.held > MOST
            && let Some((line, _)) = self.before.pop_front()
        {
            self.held -= taken(&line);
            (self.gap, self.short) = (true, true);
        }
    }

    /// A buffer for one more line before the next that is found.
    fn make_room(&mut self) -> Vec<u8> {
        if self.before.len() < self.lines {
            return Vec::new();
        }
        self.gap = true;
        let mut line = self.before.pop_front().map(|(line, _)| line).unwrap_or_default();
        self.held -= taken(&line);
        line.clear();
        line.shrink_to(1 << 16);
        line
    }

    fn write_before(&mut self, text: &mut Vec<u8>) {
        if self.begun && self.gap {
            text.extend_from_slice(b"--\n");
        }
        (self.begun, self.gap, self.held) = (true, false, 0);
        for (line, masked) in std::mem::take(&mut self.before) {
            if masked {
                text.extend_from_slice(&line)
            } else {
                self.mask(&line, text)
            }
            text.push(b'\n');
        }
    }

    fn mask(&mut self, line: &[u8], text: &mut Vec<u8>) {
        match self.masker {
            Some(masker) => {
                masker.mask_lines(line, Carry::default(), &mut self.scratch);
                self.scratch.edits.apply(line, text);
            }
            None => text.extend_from_slice(line),
        }
    }
}
