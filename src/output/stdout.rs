//! Standard output, without the buffer and the lock of the standard library's.

use std::fs::File;
use std::io::{self, ErrorKind, IoSlice, Write};

use rustix::event::{PollFd, PollFlags, poll};

/// Standard output.
#[derive(Debug)]
pub struct Stdout(File);

impl Stdout {
    /// Standard output; if it is a pipe, it is asked to hold 1 MiB.
    ///
    /// # Errors
    /// When it is closed.
    pub fn open() -> io::Result<Stdout> {
        let file = File::from(rustix::io::dup(rustix::stdio::stdout())?);
        // Only a wish: not a pipe, not allowed and not supported are all fine.
        #[cfg(target_os = "linux")]
        let _ = rustix::pipe::fcntl_setpipe_size(&file, 1 << 20);
        Ok(Stdout(file))
    }

    /// What it is: a regular file, say, that may be one of the inputs.
    ///
    /// # Errors
    /// When the system cannot say.
    pub fn metadata(&self) -> io::Result<std::fs::Metadata> {
        self.0.metadata()
    }

    /// Tries again for as long as a descriptor that someone else has set to non-blocking is full.
    fn when_ready(&mut self, mut write: impl FnMut(&mut File) -> io::Result<usize>) -> io::Result<usize> {
        loop {
            match write(&mut self.0) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let _ = poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None);
                }
                result => return result,
            }
        }
    }
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.when_ready(|file| file.write(bytes))
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        self.when_ready(|file| file.write_vectored(slices))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether nobody reads the output any more, as with `| head`: no error, the run just ends, with
/// code 0 as ripgrep's does.
pub fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}
