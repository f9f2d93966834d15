//! `pake audit check-proof`: whether a line is the one that a proof is for. Needs no log.

use std::fs::File;
use std::io::Read;

use memchr::memchr;

use super::settings::CheckProof;
use super::words;
use crate::commands::inputs::{cannot_read, warn_of_terminal};
use crate::commands::sealing::public_key;
use crate::commands::{Failure, print};
use crate::diagnostics::{Diagnostic, Neutral};
use crate::exit::Exit;
use crate::seal::{BadNote, BadProof, Leaf, Proof};

/// A proof of a checkpoint with many signatures is not longer.
const LONGEST: u64 = 128 << 10;
/// Bytes of the line that are read at a time.
const READ: usize = 64 << 10;

/// Checks the proof.
///
/// # Errors
/// When a key, the proof or the line cannot be read.
pub fn run(settings: &CheckProof) -> Result<Exit, Failure> {
    let key = public_key(&settings.key).map_err(|error| vec![error])?;
    let name = settings.proof.display();
    let mut bytes = Vec::new();
    let read = File::open(&settings.proof).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
    read.map_err(|error| vec![cannot_read(&name, &error)])?;
    let unbelieved = |error: BadProof| Diagnostic::error(format!("`{name}` is not believed: {error}"));
    let proof = Proof::parse(&bytes).map_err(|error| vec![unbelieved(error)])?;
    warn_of_terminal(std::slice::from_ref(&settings.line));
    let (leaf, whole) = line(settings)?;
    match proof.check(leaf.finish(), &key) {
        Ok(checkpoint) => {
            let (line, lines) = (words::number(proof.index + 1), words::count(checkpoint.size));
            print(&format!("line {line} of {}, of {lines} when it was sealed\n", Neutral(&checkpoint.origin)))?;
            Ok(Exit::Done)
        }
        Err(error @ (BadProof::OtherLine | BadProof::Note(BadNote::Forged))) => {
            let said = unbelieved(error);
            let hint = !whole && error == BadProof::OtherLine;
            let help = "the line was given without its newline, which is a part of it";
            if hint {
                said.with_help(help).say()
            } else {
                said.say()
            }
            Ok(Exit::Found)
        }
        Err(error) => Err(vec![unbelieved(error)]),
    }
}

/// The leaf of the line, and whether it ends in a newline.
fn line(settings: &CheckProof) -> Result<(Leaf, bool), Failure> {
    let origin = &settings.line;
    let fails = |error: std::io::Error| vec![cannot_read(origin, &error)];
    let mut from = File::from(origin.open().map_err(fails)?);
    let (mut leaf, mut buffer, mut ended) = (Leaf::default(), vec![0; READ], false);
    loop {
        let count = from.read(&mut buffer).map_err(fails)?;
        if count == 0 {
            return Ok((leaf, ended));
        }
        let end = memchr(b'\n', &buffer[..count]);
        if ended || end.is_some_and(|end| end + 1 < count) {
            let said = Diagnostic::error(format!("`{origin}` has more than one line"));
            return Err(vec![said.with_help("sed -n 17p app.log | pake audit check-proof …")]);
        }
        ended = end.is_some();
        leaf.add(&buffer[..count]);
    }
}
