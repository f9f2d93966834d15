//! Masks and seals in one pass: what is written is hashed on its way.

use std::io::{self, IoSlice, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::commands::Failure;
use crate::commands::sealing::{Beside, Writing};
use crate::diagnostics::Diagnostic;
use crate::output::Whole;
use crate::seal::{Checkpoint, SecretKey, Splitter};

/// A file that is written, and sealed if that was asked for.
pub struct Sealed {
    /// The file.
    pub file: Whole,
    seal: Option<(Writing, Splitter)>,
}

impl Sealed {
    /// Of the file that will be at `path`.
    ///
    /// # Errors
    /// When the seal cannot be written.
    pub fn new(file: Whole, path: &Path, key: Option<&SecretKey>) -> Result<Sealed, Failure> {
        if key.is_some() && path.metadata().is_ok_and(|there| !there.is_file()) {
            return Err(vec![Diagnostic::error(format!("`{}` is no file, and cannot be sealed", path.display()))]);
        }
        let writing = key.map(|_| Writing::begin(Beside::of(path))).transpose()?;
        Ok(Sealed { file, seal: writing.map(|writing| (writing, Splitter::default())) })
    }

    /// Puts the file in its place, unless `keep` says that what is there is the same; then the seal.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn finish(
        self,
        path: &Path,
        key: Option<&SecretKey>,
        keep: bool,
        fails: impl FnOnce(crate::output::FileError) -> Failure,
    ) -> Result<(), Failure> {
        if !keep {
            self.file.finish().map_err(fails)?;
        }
        let (Some((mut writing, splitter)), Some(key)) = (self.seal, key) else { return Ok(()) };
        if let Some(leaf) = splitter.finish() {
            writing.sealer.push(leaf).map_err(|error| writing.cannot_write(error))?;
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        writing.finish(Checkpoint::origin(&key.public(), name.as_bytes()), key)?;
        Ok(())
    }

    fn passed(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some((writing, splitter)) = &mut self.seal else { return Ok(()) };
        splitter.add(bytes, |leaf| writing.sealer.push(leaf).map(drop))
    }
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.passed(&bytes[..count])?;
        Ok(count)
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        let count = self.file.write_vectored(slices)?;
        let mut rest = count;
        for slice in slices {
            let part = rest.min(slice.len());
            self.passed(&slice[..part])?;
            rest -= part;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
