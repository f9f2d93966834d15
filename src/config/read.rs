//! Reads the text of a config: promptly, within bounds, and never from what only looks like a file.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostics::{Cause, Diagnostic, Place, Source, codes};
use crate::input::Origin;

/// The largest config, bytes.
pub const LARGEST: u64 = 4 << 20;

/// The folder that relative paths in a config begin at.
pub fn folder(origin: &Origin) -> PathBuf {
    match origin {
        Origin::Stdin => PathBuf::new(),
        Origin::File(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
    }
}

/// The text of a config.
///
/// # Errors
/// What stops it from being read, as a fault; those with [`codes::NOT_READABLE`] are no faults of the text.
pub fn read(origin: &Origin) -> Result<String, Diagnostic> {
    let bytes = match origin {
        Origin::Stdin => limited(io::stdin().lock()),
        Origin::File(path) => file(path),
    };
    let bytes = bytes.map_err(|error| not_readable(origin, &error))?;
    if bytes.len() as u64 > LARGEST {
        let said = format!("`{}` has more than {} MiB", origin, LARGEST >> 20);
        return Err(Diagnostic::coded(&codes::TOO_LARGE, said).with_help("was a log named instead of a config?"));
    }
    decode(bytes, &origin.to_string())
}

fn file(path: &Path) -> io::Result<Vec<u8>> {
    // Before it is opened: opening a named pipe waits for its other end.
    let metadata = std::fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    limited(File::open(path)?)
}

fn limited(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_readable(origin: &Origin, error: &io::Error) -> Diagnostic {
    let said = format!("cannot read `{}`: {}", origin, Cause(error));
    let fault = Diagnostic::coded(&codes::NOT_READABLE, said);
    match error.kind() {
        io::ErrorKind::Other => fault.with_help(format!("to read a pipe: `pake validate-config - < {}`", origin)),
        io::ErrorKind::IsADirectory => fault.with_help("name the file in it"),
        _ => fault,
    }
}

/// The text without its byte order mark.
fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Diagnostic> {
    let other = match bytes[..] {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        // Configs begin with ASCII: a zero beside it is half of a wider character.
        [0, 0, 0, _, ..] | [_, 0, 0, 0, ..] => Some("UTF-32"),
        [0, _, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    };
    if let Some(other) = other {
        let fault = Diagnostic::coded(&codes::WRONG_ENCODING, format!("`{name}` is {other}, not UTF-8"));
        return Err(fault.with_help(format!("iconv -f {other} -t UTF-8 {name} > pake.yaml")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        // The line up to the fault is all that is sure to be text; it is not shown, for it is not blanked.
        let before = String::from_utf8_lossy(&error.as_bytes()[..at]);
        let lines: String = before.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
        let end = lines.len();
        let place = Place::new(&Source::new(name, lines), end..end);
        let said = format!("the byte 0x{byte:02x} is no UTF-8 here");
        let help = "the file may be Latin-1: iconv -f ISO-8859-1 -t UTF-8";
        Diagnostic::coded(&codes::WRONG_ENCODING, said).at(place).with_help(help)
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
