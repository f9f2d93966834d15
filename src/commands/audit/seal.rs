//! `pake audit seal`: signs what a log is.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::leaves;
use super::settings::Seal;
use crate::commands::Failure;
use crate::commands::sealing::{Beside, Writing, secret_key};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::input::Origin;
use crate::seal::{Checkpoint, SecretKey};

/// Seals each log.
///
/// # Errors
/// When the key cannot be used; then what is wrong with a log or its seal.
pub fn run(settings: &Seal) -> Result<Exit, Failure> {
    let key = secret_key(&settings.key).map_err(|error| vec![error])?;
    let mut exit = Exit::Done;
    for log in &settings.inputs {
        exit = exit.max(seal(settings, log, &key)?);
    }
    Ok(exit)
}

fn seal(settings: &Seal, log: &Origin, key: &SecretKey) -> Result<Exit, Failure> {
    let path = match log {
        Origin::File(path) => path.as_path(),
        Origin::Stdin => Path::new("stdin"),
    };
    let beside = match &settings.checkpoint {
        Some(path) => Beside::at(path),
        None => Beside::of(path),
    };
    let earlier = earlier(&beside, key)?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let origin = Checkpoint::origin(&key.public(), name.as_bytes());
    let before = state(path);
    let mut writing = Writing::begin(beside.clone())?;
    let mut continues = earlier.as_ref().is_none_or(|earlier| earlier.size == 0);
    let sealer = &mut writing.sealer;
    let (read, ended) = leaves::each(log, settings.threads, |leaf| {
        sealer.push(leaf)?;
        if earlier.as_ref().is_some_and(|earlier| earlier.size == sealer.size()) {
            continues = earlier.as_ref().is_some_and(|earlier| earlier.root == sealer.root());
        }
        Ok(())
    })?;
    ended.map_err(|error: io::Error| writing.cannot_write(error))?;
    if read.lossy {
        return Err(vec![Diagnostic::error(format!("`{log}` was not sealed: it could not be read to its end"))]);
    }
    if changed(before, state(path)) {
        return Err(vec![Diagnostic::error(format!("`{log}` was not sealed: it changed while it was read"))]);
    }
    if !continues {
        let seal = beside.checkpoint.display();
        let said = format!("`{log}` was not sealed: it is not what `{seal}` seals, with lines added");
        let help = format!("`pake audit verify` says where it differs; of another log's seal: mv {seal} {seal}.old");
        Diagnostic::error(said).with_help(help).say();
        return Ok(Exit::Found);
    }
    writing.finish(origin, key)?;
    if read.open_end {
        let said = format!("the last line of `{log}` has no newline: it is sealed as it is, and must not go on");
        Diagnostic::warning(said).say();
    }
    Ok(Exit::Done)
}

/// The seal that is there: the log must be what it says, perhaps with lines added.
fn earlier(beside: &Beside, key: &SecretKey) -> Result<Option<Checkpoint>, Failure> {
    if fs::symlink_metadata(&beside.checkpoint).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(None);
    }
    let open = beside.open(&key.public());
    open.map(|(_, checkpoint)| Some(checkpoint)).map_err(|error| {
        let name = beside.checkpoint.display();
        vec![error.with_help(format!("a seal that this key has not made is not replaced: mv {name} {name}.old"))]
    })
}

fn state(path: &Path) -> Option<Metadata> {
    fs::metadata(path).ok().filter(Metadata::is_file)
}

/// Whether a file is another, or shorter, or was written to without growing. Lines that are added
/// meanwhile are no harm: those that were read are sealed.
fn changed(before: Option<Metadata>, after: Option<Metadata>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let other = (before.dev(), before.ino()) != (after.dev(), after.ino());
    let written = (before.mtime(), before.mtime_nsec()) != (after.mtime(), after.mtime_nsec());
    other || after.len() < before.len() || (written && after.len() == before.len())
}
