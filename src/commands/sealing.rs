//! Keys and seals as files: where they lie, who may read them, how they are written.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::inputs::cannot_read;
use super::{Failure, cannot_write_file};
use crate::diagnostics::Diagnostic;
use crate::input::Origin;
use crate::output::{FileError, Whole};
use crate::seal::{BadKey, Book, Checkpoint, PublicKey, Sealer, SecretKey};

/// A file of a key is not longer.
const LONGEST: u64 = 4096;
/// No note that is believed is as long.
const NOTE: u64 = 128 << 10;
/// What is behind the name of a log for its checkpoint, and behind that for its book.
const CHECKPOINT: &str = "checkpoint";
const BOOK: &str = "lines";

/// Where the seal of a log lies.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The signed note.
    pub checkpoint: PathBuf,
    /// What says where the log differs.
    pub book: PathBuf,
}

impl Beside {
    /// Beside the log.
    pub fn of(log: &Path) -> Beside {
        Beside::at(&behind(log, CHECKPOINT))
    }

    /// Where the checkpoint is at `path`.
    pub fn at(path: &Path) -> Beside {
        Beside { checkpoint: path.to_owned(), book: behind(path, BOOK) }
    }

    /// Beside the log, or beside what it was before it was compressed.
    pub fn found(log: &Path) -> Beside {
        let beside = Beside::of(log);
        let ends = log.extension().is_some_and(|end| end == "gz" || end == "zst");
        if ends && !beside.checkpoint.exists() {
            let before = Beside::of(&log.with_extension(""));
            if before.checkpoint.exists() {
                return before;
            }
        }
        beside
    }

    /// Where the seal of `log` is looked for: at `named`, else beside it.
    ///
    /// # Errors
    /// When the log cannot be read, or nothing is beside it.
    pub fn wanted(named: Option<&Path>, log: &Origin) -> Result<Beside, Failure> {
        log.check().map_err(|error| vec![cannot_read(log, &error)])?;
        match (named, log) {
            (Some(path), _) => Ok(Beside::at(path)),
            (None, Origin::File(path)) => Ok(Beside::found(path)),
            (None, Origin::Stdin) => {
                let said = Diagnostic::error("standard input has no seal beside it");
                Err(vec![said.with_help("--checkpoint FILE")])
            }
        }
    }

    /// The name of the log that lies beside it.
    pub fn log_name(&self) -> Vec<u8> {
        let name = self.checkpoint.file_stem().unwrap_or_default();
        name.as_encoded_bytes().to_vec()
    }

    /// The checkpoint's bytes, and what they say.
    ///
    /// # Errors
    /// When there is none that `key` has signed.
    pub fn open(&self, key: &PublicKey) -> Result<(Vec<u8>, Checkpoint), Diagnostic> {
        let name = self.checkpoint.display();
        let note = start(&self.checkpoint, NOTE).map_err(|error| cannot_read(&name, &error))?;
        match Checkpoint::open(&note, key) {
            Ok(checkpoint) => Ok((note, checkpoint)),
            Err(error) => Err(Diagnostic::error(format!("`{name}` is not believed: {error}"))),
        }
    }

    /// The book, if it belongs to the checkpoint.
    ///
    /// # Errors
    /// Why there is none to be used.
    pub fn read_book(&self, checkpoint: &Checkpoint) -> Result<Book<BufReader<File>>, String> {
        let name = self.book.display();
        let open = || File::open(&self.book).map(BufReader::new);
        let read = || -> Result<_, crate::seal::BadBook> {
            Book::open(open()?, checkpoint.size)?.check(checkpoint)?;
            Book::open(open()?, checkpoint.size)
        };
        read().map_err(|error| format!("`{name}`: {error}"))
    }
}

fn behind(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    PathBuf::from(name)
}

/// A seal that is being written: its files appear when it is finished.
pub struct Writing {
    beside: Beside,
    checkpoint: Whole,
    /// Takes the lines.
    pub sealer: Sealer<BufWriter<Whole>>,
}

impl Writing {
    /// Begins the files.
    ///
    /// # Errors
    /// When they cannot be written, or are symbolic links: who may make files beside a log must not
    /// choose what is written over.
    pub fn begin(beside: Beside) -> Result<Writing, Failure> {
        let create = |path: &Path| {
            if path.is_symlink() {
                let said = format!("`{}` is a symbolic link, and a seal is not written through one", path.display());
                return Err(vec![Diagnostic::error(said)]);
            }
            Whole::create(path).map_err(|error| cannot_write_file(path, error))
        };
        let checkpoint = create(&beside.checkpoint)?;
        let book = create(&beside.book)?;
        let sealer =
            Sealer::new(BufWriter::new(book)).map_err(|error| cannot_write_file(&beside.book, error.into()))?;
        Ok(Writing { beside, checkpoint, sealer })
    }

    /// What a failed write of the book is said as.
    pub fn cannot_write(&self, error: io::Error) -> Failure {
        cannot_write_file(&self.beside.book, error.into())
    }

    /// Signs and puts the files in their places; the checkpoint last.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn finish(self, origin: String, key: &SecretKey) -> Result<Checkpoint, Failure> {
        let Writing { beside, checkpoint: mut file, sealer } = self;
        let checkpoint = Checkpoint { origin, size: sealer.size(), root: sealer.root() };
        let book = sealer.finish().and_then(|book| book.into_inner().map_err(io::IntoInnerError::into_error));
        let book = book.map_err(FileError::from).and_then(Whole::finish);
        book.map_err(|error| cannot_write_file(&beside.book, error))?;
        let written = file.write_all(checkpoint.sign(key).as_bytes()).map_err(FileError::from);
        let written = written.and_then(|()| file.finish());
        written.map_err(|error| cannot_write_file(&beside.checkpoint, error))?;
        Ok(checkpoint)
    }
}

/// The private key in a file that not everybody may read.
///
/// # Errors
/// Why there is none; never what the file holds.
pub fn secret_key(path: &Path) -> Result<SecretKey, Diagnostic> {
    let name = path.display();
    let text = read_key(path)?;
    let mode = fs::metadata(path).map_err(|error| cannot_read(&name, &error))?;
    let mode = mode.permissions().mode();
    if mode & 0o027 != 0 && mode & 0o170_000 == 0o100_000 {
        let said = format!("others may read or change the private key `{name}` (mode {:o})", mode & 0o777);
        return Err(Diagnostic::error(said).with_help(format!("chmod 600 {name}")));
    }
    SecretKey::parse(&text).map_err(|error| bad_key(path, error))
}

/// The public key in a file.
///
/// # Errors
/// Why there is none.
pub fn public_key(path: &Path) -> Result<PublicKey, Diagnostic> {
    PublicKey::parse(&read_key(path)?).map_err(|error| bad_key(path, error))
}

fn bad_key(path: &Path, error: BadKey) -> Diagnostic {
    let said = Diagnostic::error(format!("`{}` is not used as a key: {error}", path.display()));
    match error {
        BadKey::Private => said.with_help("`pake audit keygen` writes the public key beside it, as `FILE.pub`"),
        BadKey::Public => said.with_help("sealing needs the file that `pake audit keygen` wrote without `.pub`"),
        _ => said,
    }
}

/// The first bytes of a file, which may have no end.
fn start(path: &Path, bytes: u64) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(path)?.take(bytes).read_to_end(&mut start)?;
    Ok(start)
}

fn read_key(path: &Path) -> Result<String, Diagnostic> {
    let bytes = start(path, LONGEST + 1).map_err(|error| cannot_read(&path.display(), &error))?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= LONGEST);
    text.ok_or_else(|| bad_key(path, BadKey::Form))
}
