//! The times of a file's entries, from any place of it on.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;

use memchr::{memchr, memchr_iter, memrchr_iter};

use crate::entry::aliases::Role;
use crate::entry::fields::{Fields, Seen};
use crate::entry::time::{Nanos, TimeReader};

/// Bytes read at a time.
const READ: usize = 32 << 10;
/// The longest line that is looked into, as that of blocks.
const LONGEST: usize = 16 << 20;
/// How far back lines are counted, in bytes.
const MOST_BACK: u64 = 64 << 20;
/// Times nearer to the epoch are those of a clock that was never set.
const SET: Nanos = 3650 * 86_400 * 1_000_000_000;

/// An entry with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Where its line begins.
    pub start: u64,
    /// Where the next one does.
    pub end: u64,
    /// When it was.
    pub time: Nanos,
}

/// Looks for entries in a file.
pub struct Probe<'a> {
    file: File,
    length: u64,
    fields: &'a Fields,
    times: &'a TimeReader,
    seen: Seen,
    text: Vec<u8>,
    /// What was read last, and where it begins.
    bytes: Vec<u8>,
    base: u64,
}

/// The time of a line, if it is an entry that has one.
pub fn time_of(line: &[u8], fields: &Fields, times: &TimeReader, seen: &mut Seen, text: &mut Vec<u8>) -> Option<Nanos> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    fields.read(line, seen).ok()?;
    let value = seen.get(Role::Time)?;
    text.clear();
    let time = times.read(value.text(line, text))?.nanos;
    (!(-SET..SET).contains(&time)).then_some(time)
}

impl<'a> Probe<'a> {
    /// Of a regular file.
    ///
    /// # Errors
    /// When its length cannot be had.
    pub fn new(file: File, fields: &'a Fields, times: &'a TimeReader) -> io::Result<Probe<'a>> {
        let length = file.metadata()?.len();
        let (seen, text, bytes) = (Seen::default(), Vec::new(), Vec::new());
        Ok(Probe { file, length, fields, times, seen, text, bytes, base: 0 })
    }

    /// The file's length in bytes, as it was.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The first entry with a time that begins at `at` or behind it, and before `until`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next(&mut self, at: u64, until: u64) -> io::Result<Option<Dated>> {
        let until = until.min(self.length);
        let mut start = match at {
            0 => 0,
            at => self.line_end(at - 1, until)?,
        };
        while start < until {
            let end = self.line_end(start, self.length)?;
            // A line that is too long to be held has no time.
            let line = start.checked_sub(self.base).map(|from| from as usize..(end - self.base) as usize);
            if let Some(line) = line.and_then(|line| self.bytes.get(line)) {
                let line = line.strip_suffix(b"\n").unwrap_or(line);
                let time = time_of(line, self.fields, self.times, &mut self.seen, &mut self.text);
                if let Some(time) = time {
                    return Ok(Some(Dated { start, end, time }));
                }
            }
            start = end;
        }
        Ok(None)
    }

    /// The last entry with a time.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last(&mut self) -> io::Result<Option<Dated>> {
        let (mut until, mut size) = (self.length, READ as u64);
        while until > 0 {
            let from = until.saturating_sub(size);
            let (mut at, mut last) = (from, None);
            while let Some(next) = self.next(at, until)? {
                (at, last) = (next.end, Some(next));
            }
            if last.is_some() {
                return Ok(last);
            }
            (until, size) = (from, 4 * size);
        }
        Ok(None)
    }

    /// Where the line begins that stands `lines` lines before the one at `at`, or the first one at most 64 MiB before it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn back(&mut self, at: u64, lines: u64) -> io::Result<u64> {
        // The newline before the line itself counts, too.
        let (mut first, mut left) = (at, lines + 1);
        let (least, mut at) = (at.saturating_sub(MOST_BACK), at);
        while at > least {
            let from = at.saturating_sub(READ as u64);
            self.read(from, (at - from) as usize)?;
            for newline in memrchr_iter(b'\n', &self.bytes) {
                first = from + newline as u64 + 1;
                left -= 1;
                if left == 0 {
                    return Ok(first);
                }
            }
            at = from;
        }
        Ok(if at == 0 { 0 } else { first })
    }

    /// Where the line begins that stands `lines` lines behind the one at `at`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn on(&mut self, at: u64, lines: u64) -> io::Result<u64> {
        let mut at = at;
        for _ in 0..lines {
            if at >= self.length {
                break;
            }
            at = self.line_end(at, self.length)?;
        }
        Ok(at)
    }

    /// Behind the first newline at `at` or behind it, or `until` where there is none before that. What is read from `at`
    /// on is held, unless it is too long.
    fn line_end(&mut self, at: u64, until: u64) -> io::Result<u64> {
        if at < self.base || at >= self.base + self.bytes.len() as u64 {
            self.read(at, READ)?;
        }
        let mut looked = (at - self.base) as usize;
        loop {
            if let Some(newline) = memchr(b'\n', &self.bytes[looked..]) {
                return Ok(self.base + (looked + newline + 1) as u64);
            }
            looked = self.bytes.len();
            let behind = self.base + looked as u64;
            if behind >= until {
                return Ok(until.max(at));
            }
            let keep = (at.max(self.base) - self.base) as usize;
            if looked - keep > LONGEST {
                self.read(behind, READ)?;
                looked = 0;
            } else {
                self.bytes.drain(..keep);
                self.base += keep as u64;
                looked -= keep;
                let more = looked.max(READ);
                self.fill(looked + more)?;
            }
            if self.bytes.len() == looked {
                // The file has become shorter.
                return Ok(until.max(at));
            }
        }
    }

    /// Reads `size` bytes from `at` on, or as many as there are.
    fn read(&mut self, at: u64, size: usize) -> io::Result<()> {
        self.bytes.clear();
        self.base = at;
        self.fill(size)
    }

    fn fill(&mut self, size: usize) -> io::Result<()> {
        let mut held = self.bytes.len();
        self.bytes.resize(size, 0);
        while held < size {
            match self.file.read_at(&mut self.bytes[held..], self.base + held as u64) {
                Ok(0) => break,
                Ok(count) => held += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    self.bytes.truncate(held);
                    return Err(error);
                }
            }
        }
        self.bytes.truncate(held);
        Ok(())
    }
}

/// How many lines of a file end before `at`.
///
/// # Errors
/// When it cannot be read.
pub fn lines_before(file: &File, at: u64) -> io::Result<u64> {
    let (mut from, mut lines, mut bytes) = (0, 0, vec![0; 8 * READ]);
    while from < at {
        let size = (at - from).min(bytes.len() as u64) as usize;
        match file.read_at(&mut bytes[..size], from) {
            Ok(0) => break,
            Ok(count) => {
                lines += memchr_iter(b'\n', &bytes[..count]).count() as u64;
                from += count as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(lines)
}
