//! Follows a file that grows, through rotation and truncation, like `tail -F` from its first line.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::Duration;

use super::{Halt, Loss, Supplied, Supply, Trouble};

/// How often a file that does not grow is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Gives what is in a file and what is appended to it, until the halt is raised.
///
/// *Rotation*: when another file is at the path, the old one is read to its end, then the new one
/// from its start. *Truncation*: when the file is shorter than what was read of it, it is read from
/// its start. A file that was truncated and has grown beyond that place between two looks cannot
/// be told from one that has only grown.
pub struct Follow {
    path: PathBuf,
    file: File,
    /// Which file it is, and how much of it was read.
    identity: (u64, u64),
    position: u64,
    /// Whether another file was at the path at the last look.
    rotated: bool,
    halt: Halt,
    report: Box<dyn FnMut(Trouble) + Send>,
}

impl Follow {
    /// Follows the file at `path`. `report` is told of truncations and of what goes wrong.
    ///
    /// # Errors
    /// When there is no file that can be read at the path.
    pub fn new(path: PathBuf, halt: Halt, report: impl FnMut(Trouble) + Send + 'static) -> io::Result<Follow> {
        let file = File::open(&path)?;
        let identity = identity(&file.metadata()?);
        Ok(Follow { path, file, identity, position: 0, rotated: false, halt, report: Box::new(report) })
    }

    /// Looks for rotation and truncation at the file's end; true if there may be something to read.
    fn look(&mut self) -> bool {
        if self.rotated {
            // The look before this one saw the new file, and nothing came to the old one since.
            if let Ok(file) = File::open(&self.path)
                && let Ok(metadata) = file.metadata()
            {
                self.rotated = false;
                self.identity = identity(&metadata);
                self.position = 0;
                self.file = file;
                return true;
            }
            return false;
        }
        let shorter = |metadata: Metadata| metadata.len() < self.position;
        if self.file.metadata().is_ok_and(shorter) {
            self.say(Loss::StartedAgain);
            self.position = 0;
            return self.file.rewind().is_ok();
        }
        let other = |metadata: Metadata| identity(&metadata) != self.identity;
        self.rotated = std::fs::metadata(&self.path).is_ok_and(other);
        self.rotated
    }

    fn say(&mut self, loss: Loss) {
        let name = self.path.display().to_string();
        (self.report)(Trouble { name, loss });
    }
}

impl Supply for Follow {
    fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied {
        loop {
            match self.file.read(into) {
                Ok(0) if self.halt.is_raised() => return Supplied::End,
                Ok(0) if self.look() => {}
                Ok(0) if patient => self.halt.sleep(LOOK_EVERY),
                Ok(0) => return Supplied::Nothing,
                Ok(count) => {
                    self.position += count as u64;
                    return Supplied::Bytes(count);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.say(Loss::Read(error));
                    return Supplied::End;
                }
            }
        }
    }
}

/// What tells one file from another.
fn identity(metadata: &Metadata) -> (u64, u64) {
    (metadata.dev(), metadata.ino())
}
