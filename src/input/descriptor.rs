//! Reads a file descriptor without buffering, and knows whether it would have to wait.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Halt;
use super::slices::Slices;

/// What one look at the first bytes may take from the descriptor and give back.
const HEAD: usize = 4;

/// An open input: a file, a pipe, a terminal, a socket.
#[derive(Debug)]
pub struct Descriptor {
    file: File,
    /// Whether reading can take as long as someone else likes: all but regular files.
    can_wait: bool,
    /// Whether reading may wait; if not, it fails with `WouldBlock`.
    pub(super) patient: bool,
    halt: Halt,
    read: Arc<AtomicU64>,
    /// Bytes that were looked at and not yet read.
    head: [u8; HEAD],
    head_len: usize,
    /// Of a regular file, what is read: the bytes from where the descriptor stood or was set to, up to here.
    start: u64,
    left: u64,
}

impl Descriptor {
    /// An input on `descriptor`. Each read adds its size to `read`; `halt` ends the input.
    ///
    /// # Errors
    /// When the descriptor cannot be asked what it is.
    pub fn new(descriptor: OwnedFd, halt: Halt, read: Arc<AtomicU64>) -> io::Result<Descriptor> {
        let file = File::from(descriptor);
        let can_wait = !file.metadata()?.is_file();
        if can_wait {
            widen(&file);
        }
        let (head, head_len, start, left) = ([0; HEAD], 0, 0, u64::MAX);
        Ok(Descriptor { file, can_wait, patient: true, halt, read, head, head_len, start, left })
    }

    /// The same for a part of a regular file of which nothing was read.
    ///
    /// # Errors
    /// When it cannot be set to where the part begins.
    pub fn within(mut self, part: &Range<u64>) -> io::Result<Descriptor> {
        self.file.seek(SeekFrom::Start(part.start))?;
        (self.start, self.left) = (part.start, part.end.saturating_sub(part.start));
        Ok(self)
    }

    /// The first bytes, as long as `undecided` says that there should be more and there are; at
    /// most 4. They are read again later.
    pub(super) fn look(&mut self, undecided: impl Fn(&[u8]) -> bool) -> io::Result<&[u8]> {
        while self.head_len < HEAD && undecided(&self.head[..self.head_len]) {
            let mut next = [0; HEAD];
            let count = self.read_on(&mut next[..HEAD - self.head_len])?;
            if count == 0 {
                break;
            }
            self.head[self.head_len..self.head_len + count].copy_from_slice(&next[..count]);
            self.head_len += count;
        }
        Ok(&self.head[..self.head_len])
    }

    /// The slices of a regular file of which nothing was read but its head; what is behind them is read here.
    pub(super) fn slices(&mut self) -> Option<Slices> {
        if self.can_wait || self.file.stream_position().ok()? != self.start + self.head_len as u64 {
            return None;
        }
        let part = self.start..self.start.saturating_add(self.left).saturating_add(self.head_len as u64);
        let slices = Slices::of(&self.file, part.clone(), self.read.clone())?;
        self.file.seek(SeekFrom::Start(slices.end())).ok()?;
        (self.head_len, self.left) = (0, part.end - slices.end());
        Some(slices)
    }

    fn read_on(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.can_wait {
                if !self.patient && !is_ready(&self.file) {
                    return Err(ErrorKind::WouldBlock.into());
                }
                if self.patient {
                    self.halt.wait_for(&self.file);
                }
            }
            if self.halt.is_raised() {
                return Ok(0);
            }
            let room = into.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
            match self.file.read(&mut into[..room]) {
                Ok(count) => {
                    self.left -= count as u64;
                    self.read.fetch_add(count as u64, Ordering::Relaxed);
                    return Ok(count);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Someone who shares the descriptor has set it to non-blocking.
                Err(error) if error.kind() == ErrorKind::WouldBlock && self.patient => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Read for Descriptor {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.head_len == 0 {
            return self.read_on(into);
        }
        let count = self.head_len.min(into.len());
        into[..count].copy_from_slice(&self.head[..count]);
        self.head.copy_within(count..self.head_len, 0);
        self.head_len -= count;
        Ok(count)
    }
}

/// Whether a read would return at once: with bytes, the end or an error.
fn is_ready(file: impl AsFd) -> bool {
    let mut asked = [PollFd::from_borrowed_fd(file.as_fd(), PollFlags::IN)];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut asked, Some(&at_once)).is_ok_and(|ready| ready > 0)
}

/// Lets a pipe hold 1 MiB (Linux: 64 KiB otherwise), so that both ends are woken less often. Only
/// a wish: not a pipe, not allowed and not supported are all fine.
fn widen(pipe: impl AsFd) {
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
    #[cfg(not(target_os = "linux"))]
    let _ = pipe;
}
