//! What `pake audit` is asked to do.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::input::Origin;

/// What `pake audit` is asked to do.
#[derive(Debug)]
pub enum Settings {
    /// `pake audit FILE…`
    Summary(Box<super::summary::Settings>),
    /// `pake audit controls`
    Controls(Controls),
    /// `pake audit keygen`
    Keygen(Keygen),
    /// `pake audit seal`
    Seal(Seal),
    /// `pake audit verify`
    Verify(Verify),
    /// `pake audit prove`
    Prove(Prove),
    /// `pake audit check-proof`
    CheckProof(CheckProof),
}

/// Says what controls ask.
#[derive(Debug)]
pub struct Controls {
    /// The framework; None is all.
    pub framework: Option<String>,
}

/// Makes a pair of keys.
#[derive(Debug)]
pub struct Keygen {
    /// The name of the key.
    pub name: String,
    /// The file of the private key; the public one is beside it, with `.pub`.
    pub file: PathBuf,
}

/// Seals logs.
#[derive(Debug)]
pub struct Seal {
    /// The logs; never empty.
    pub inputs: Vec<Origin>,
    /// The file of the private key.
    pub key: PathBuf,
    /// Where the checkpoint goes, of a single log; None is beside the log.
    pub checkpoint: Option<PathBuf>,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// Checks logs against their seals.
#[derive(Debug)]
pub struct Verify {
    /// The logs; never empty.
    pub inputs: Vec<Origin>,
    /// The file of the public key.
    pub key: PathBuf,
    /// Where the checkpoint is, of a single log; None is beside the log.
    pub checkpoint: Option<PathBuf>,
    /// The form of the answer.
    pub format: VerifyFormat,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerifyFormat {
    /// For people.
    Text,
    /// For programs: an object a log, a line each.
    Json,
}

/// Proves that a line is in a log.
#[derive(Debug)]
pub struct Prove {
    /// The log.
    pub input: Origin,
    /// The line, from 1.
    pub line: u64,
    /// The file of the public key.
    pub key: PathBuf,
    /// Where the checkpoint is; None is beside the log.
    pub checkpoint: Option<PathBuf>,
    /// The file that the proof goes to; None is standard output.
    pub output: Option<PathBuf>,
    /// Exactly how many threads work; None leaves it to the pipeline.
    pub threads: Option<NonZeroUsize>,
}

/// Checks a proof.
#[derive(Debug)]
pub struct CheckProof {
    /// The file of the proof.
    pub proof: PathBuf,
    /// Where the line comes from.
    pub line: Origin,
    /// The file of the public key.
    pub key: PathBuf,
}
