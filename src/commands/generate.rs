//! `pake generate`: files that are rendered from the definition of the command line.

use std::fs;
use std::path::PathBuf;

use super::{Failure, cannot_write, print};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;

/// What is generated.
#[derive(Debug)]
pub struct Settings {
    /// The files by name, with their content.
    pub files: Vec<(String, String)>,
    /// The folder to fill; None prints them on standard output, one after the other.
    pub folder: Option<PathBuf>,
}

/// Prints the files, or writes them into the folder, which is made if need be.
///
/// # Errors
/// When they cannot be written.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let Some(folder) = &settings.folder else {
        let texts = settings.files.iter().map(|(_, text)| text.as_str());
        print(&texts.collect::<String>())?;
        return Ok(Exit::Done);
    };
    let write = |(name, text): &(String, String)| -> Result<(), Diagnostic> {
        let path = folder.join(name);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| cannot_write(&path.display().to_string(), &error))
    };
    let failure: Failure = settings.files.iter().filter_map(|file| write(file).err()).collect();
    if failure.is_empty() { Ok(Exit::Done) } else { Err(failure) }
}
