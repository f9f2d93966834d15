//! Standard output for text of a log: as it is in a pipe or a file, made harmless on a terminal.

use std::io::{self, IoSlice, IsTerminal, Write};

use crate::output::Stdout;
use crate::render::Screen;

/// Standard output for what others wrote.
#[derive(Debug)]
pub enum Foreign {
    /// Every byte as it is.
    Raw(Stdout),
    /// A terminal, which shows what it would obey.
    Shown(Screen<Stdout>),
}

impl Foreign {
    /// For standard output, whatever it is.
    ///
    /// # Errors
    /// When it is closed.
    pub fn open() -> io::Result<Foreign> {
        let out = Stdout::open()?;
        Ok(if io::stdout().is_terminal() { Foreign::Shown(Screen::new(out)) } else { Foreign::Raw(out) })
    }

    /// Writes what is still held, at the end of all.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(&mut self) -> io::Result<()> {
        match self {
            Foreign::Raw(_) => Ok(()),
            Foreign::Shown(screen) => screen.finish(),
        }
    }
}

impl Write for Foreign {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Foreign::Raw(out) => out.write(bytes),
            Foreign::Shown(screen) => screen.write(bytes),
        }
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        match self {
            Foreign::Raw(out) => out.write_vectored(slices),
            Foreign::Shown(screen) => screen.write_vectored(slices),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
