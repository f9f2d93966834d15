//! A file that appears whole or not at all.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, IoSlice, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};
use thiserror::Error;

/// A file being written. It takes the place of what is at its path in [`finish`](Whole::finish);
/// dropped before, it leaves no trace.
///
/// It is written under another name in the same folder. Mode, and owner where permitted, are those
/// of the file that it replaces; other hard links to that file keep the old content. A path that
/// leads to something else than a regular file (a device, a named pipe) is written to directly.
#[derive(Debug)]
pub struct Whole {
    file: File,
    /// The other name, unless it is written to directly.
    temporary: Option<TempPath>,
    target: PathBuf,
    replaced: Option<Metadata>,
}

/// Why a file could not be written.
#[derive(Debug, Error)]
pub enum FileError {
    /// The path leads to a directory.
    #[error("it is a directory")]
    Directory,
    /// Symbolic links lead in a circle.
    #[error("too many symbolic links")]
    Links,
    /// The system's word on it.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl Whole {
    /// Begins to write what will be at `path`, following symbolic links.
    ///
    /// # Errors
    /// When the path is a directory, or nothing can be created in its folder.
    pub fn create(path: &Path) -> Result<Whole, FileError> {
        let target = resolve(path)?;
        let replaced = match fs::metadata(&target) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        match &replaced {
            Some(metadata) if metadata.is_dir() => return Err(FileError::Directory),
            Some(metadata) if !metadata.is_file() => {
                return Ok(Whole {
                    file: File::options().write(true).open(&target)?,
                    temporary: None,
                    target,
                    replaced: None,
                });
            }
            _ => {}
        }
        // Nobody else may read it while it takes another's place; a new file is as the umask says.
        let mode = if replaced.is_some() { 0o600 } else { 0o666 };
        let temporary: NamedTempFile =
            Builder::new().prefix(".pake-").permissions(Permissions::from_mode(mode)).tempfile_in(folder(&target))?;
        let (file, temporary) = temporary.into_parts();
        Ok(Whole { file, temporary: Some(temporary), target, replaced })
    }

    /// Where the bytes are for now: what has to be removed if the program is ended.
    pub fn temporary(&self) -> Option<&Path> {
        self.temporary.as_deref()
    }

    /// Puts the file in its place, once it is on the disk.
    ///
    /// # Errors
    /// Those of the disk; what was at the path is still there then.
    pub fn finish(self) -> Result<(), FileError> {
        let Some(temporary) = self.temporary else {
            return Ok(());
        };
        if let Some(old) = &self.replaced {
            let new = self.file.metadata()?;
            if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
                // Only root may give files away; the mode is kept in any case.
                let _ = fchown(&self.file, Some(old.uid()), Some(old.gid()));
            }
            self.file.set_permissions(old.permissions())?;
        }
        self.file.sync_all()?;
        temporary.persist(&self.target).map_err(|error| error.error)?;
        // The new name is only as durable as its folder. Some file systems cannot do this.
        if let Ok(folder) = File::open(folder(&self.target)) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        self.file.write_vectored(slices)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where `path` leads when its symbolic links are followed, whether or not something is there.
///
/// # Errors
/// When a link cannot be read, or links lead in a circle.
pub fn resolve(path: &Path) -> Result<PathBuf, FileError> {
    let mut path = path.to_owned();
    // 40 is the limit of Linux itself.
    for _ in 0..40 {
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => {
                let to = fs::read_link(&path)?;
                path = folder(&path).join(to);
            }
            _ => return Ok(path),
        }
    }
    Err(FileError::Links)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
