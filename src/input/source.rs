//! Named files and standard input, one after the other.

use std::fmt;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::decode::Decoder;
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
    /// The one being read.
    current: Option<(String, Decoder)>,
    begun: bool,
    halt: Halt,
    read: Arc<AtomicU64>,
    report: Box<dyn FnMut(Trouble) + Send>,
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
        Sources { origins: origins.into_iter(), current: None, begun: false, halt, read, report: Box::new(report) }
    }

    fn open(&self, origin: &Origin) -> Result<Decoder, Loss> {
        let open = || Descriptor::new(origin.open()?, self.halt.clone(), self.read.clone());
        Decoder::new(open().map_err(Loss::Open)?)
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
                        (self.report)(Trouble { name, loss });
                    }
                }
                continue;
            }
            // The next is opened only when what is complete of the last has gone out: to know its
            // format, its first bytes are waited for.
            let Some(origin) = self.origins.as_slice().first() else {
                return Supplied::End;
            };
            if self.begun {
                self.begun = false;
                return Supplied::Next;
            }
            let name = origin.to_string();
            match self.open(origin) {
                Ok(decoder) => self.current = Some((name, decoder)),
                Err(loss) => (self.report)(Trouble { name, loss }),
            }
            self.origins.next();
            self.begun = true;
        }
    }
}
