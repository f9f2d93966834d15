//! Named files and standard input, one after the other.

use std::fmt;
use std::io;
use std::ops::Range;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};

use super::decode::Decoder;
use super::slices::{Report, Slice, Slices};
use super::{Descriptor, Halt, Loss, Supplied, Supply, Trouble};

/// Where an input comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Standard input.
    Stdin,
    /// A file, or whatever is at the path.
    File(PathBuf),
}

impl Origin {
    /// `-` is standard input, everything else a path.
    pub fn named(path: &Path) -> Origin {
        if path == Path::new("-") { Origin::Stdin } else { Origin::File(path.to_owned()) }
    }

    /// Opens it for reading.
    ///
    /// # Errors
    /// Those of opening a file, and `IsADirectory`.
    pub fn open(&self) -> io::Result<OwnedFd> {
        match self {
            Origin::Stdin => Ok(rustix::io::dup(rustix::stdio::stdin())?),
            Origin::File(path) => Ok(std::fs::File::open(path)?.into()),
        }
    }

    /// Whether it can be read, without opening it: opening a named pipe would be noticed at its
    /// other end.
    ///
    /// # Errors
    /// Why it cannot be read: not there, a directory, no permission.
    pub fn check(&self) -> io::Result<()> {
        let Origin::File(path) = self else {
            return Ok(());
        };
        if std::fs::metadata(path)?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(rustix::fs::access(path, rustix::fs::Access::READ_OK)?)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Stdin => f.write_str("<stdin>"),
            Origin::File(path) => path.display().fmt(f),
        }
    }
}

/// Gives the bytes of several origins in order, decoded. What goes wrong with one is reported, and
/// the next goes on.
pub struct Sources {
    origins: std::vec::IntoIter<Origin>,
    /// What of each is read; None for all of it.
    parts: std::vec::IntoIter<Option<Range<u64>>>,
    /// The one being read.
    current: Option<(String, Decoder)>,
    begun: bool,
    halt: Halt,
    read: Arc<AtomicU64>,
    /// What of the current one others can read.
    slices: Option<Slices>,
    report: Report,
}

impl Sources {
    /// `origins` in order. `read` counts the bytes read, before decoding; `report` is told what
    /// goes wrong, from whichever thread reads.
    pub fn new(
        origins: Vec<Origin>,
        halt: Halt,
        read: Arc<AtomicU64>,
        report: impl FnMut(Trouble) + Send + 'static,
    ) -> Sources {
        let (origins, report) = (origins.into_iter(), Arc::new(Mutex::new(report)));
        let parts = Vec::new().into_iter();
        Sources { origins, parts, current: None, begun: false, halt, read, slices: None, report }
    }

    /// The same, but only a part of those for which there is one: bytes of a regular file that is not compressed, from
    /// the beginning of a line on.
    pub fn within(mut self, part: impl FnMut(&Origin) -> Option<Range<u64>>) -> Sources {
        self.parts = self.origins.as_slice().iter().map(part).collect::<Vec<_>>().into_iter();
        self
    }

    fn report(&self, name: String, loss: Loss) {
        let mut report = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        report(Trouble { name, loss });
    }

    /// Opens the next origin; false where there is none.
    fn open_next(&mut self) -> bool {
        let Some(origin) = self.origins.next() else {
            return false;
        };
        let part = self.parts.next().flatten();
        let name = origin.to_string();
        match self.open(&origin, part) {
            Ok(decoder) => self.current = Some((name, decoder)),
            Err(loss) => self.report(name, loss),
        }
        self.begun = true;
        true
    }

    fn open(&self, origin: &Origin, part: Option<Range<u64>>) -> Result<Decoder, Loss> {
        let open = || Descriptor::new(origin.open()?, self.halt.clone(), self.read.clone());
        let descriptor = open().map_err(Loss::Open)?;
        match part {
            // Behind its beginning a file does not say how it is compressed.
            Some(part) => descriptor.within(&part).map(Decoder::Plain).map_err(Loss::Read),
            None => Decoder::new(descriptor),
        }
    }
}

impl Supply for Sources {
    fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied {
        loop {
            if self.halt.is_raised() {
                return Supplied::End;
            }
            if let Some((name, decoder)) = &mut self.current {
                match decoder.read(into, patient) {
                    Ok(None) => return Supplied::Nothing,
                    Ok(Some(0)) => self.current = None,
                    Ok(Some(count)) => return Supplied::Bytes(count),
                    Err(loss) => {
                        let name = std::mem::take(name);
                        self.current = None;
                        self.report(name, loss);
                    }
                }
                continue;
            }
            // The next is opened only when what is complete of the last has gone out: to know its
            // format, its first bytes are waited for.
            if self.begun && !self.origins.as_slice().is_empty() {
                self.begun = false;
                return Supplied::Next;
            }
            if !self.open_next() {
                return Supplied::End;
            }
        }
    }

    fn slice(&mut self) -> Option<Slice> {
        if self.halt.is_raised() {
            return None;
        }
        if self.current.is_none() && !self.begun {
            self.open_next();
            if let Some((_, decoder)) = &mut self.current {
                self.slices = decoder.slices();
            }
        }
        let (name, _) = self.current.as_ref()?;
        self.slices.as_mut()?.next(name, &self.report)
    }
}
