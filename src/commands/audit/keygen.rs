//! `pake audit keygen`: a new pair of keys.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::settings::Keygen;
use crate::commands::{Failure, cannot_write, print};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::seal::{KeyName, SecretKey};

/// Writes the private key, for its owner alone, and the public one; prints the public one.
///
/// # Errors
/// When the name can be none, or one of the files is there already: a key is never written over.
pub fn run(settings: &Keygen) -> Result<Exit, Failure> {
    let name = KeyName::new(&settings.name).map_err(|error| {
        let said = Diagnostic::error(format!("`{}` cannot name a key: {error}", settings.name));
        vec![said.with_help("--name example.com/logs")]
    })?;
    let key = SecretKey::generate(name)
        .map_err(|error| vec![Diagnostic::error(format!("the system gives no random bytes: {error}"))])?;
    let mut public = settings.file.clone().into_os_string();
    public.push(".pub");
    let public = Path::new(&public);
    // Seen before the private key is there alone.
    if fs::symlink_metadata(public).is_ok() {
        return Err(is_there(public));
    }
    create(&settings.file, 0o600, &format!("{}\n", key.text()))?;
    let text = format!("{}\n", key.public());
    create(public, 0o644, &text)?;
    print(&text)?;
    Ok(Exit::Done)
}

/// A new file, also where a symbolic link leads to none.
fn create(path: &Path, mode: u32, text: &str) -> Result<(), Failure> {
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if written.is_err() {
            let _ = fs::remove_file(path);
        }
        written
    };
    write().map_err(|error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => is_there(path),
        _ => vec![cannot_write(&path.display().to_string(), &error)],
    })
}

fn is_there(path: &Path) -> Failure {
    let said = Diagnostic::error(format!("`{}` is there already, and a key is never written over", path.display()));
    vec![said.with_help("choose another name, or move it away")]
}
