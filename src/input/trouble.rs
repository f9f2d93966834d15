//! What can go wrong with an input.

use std::io;

use thiserror::Error;

/// Something about an input that its user has to know. It names the input, never its content.
#[derive(Debug, Error)]
#[error("{name}: {loss}")]
pub struct Trouble {
    /// The input: a path, or `<stdin>`.
    pub name: String,
    /// What happened.
    pub loss: Loss,
}

/// What happened to an input.
#[derive(Debug, Error)]
pub enum Loss {
    /// It could not be opened; nothing of it was read.
    #[error("cannot be opened")]
    Open(#[source] io::Error),
    /// Reading stopped before its end.
    #[error("reading stopped before the end")]
    Read(#[source] io::Error),
    /// A compressed input ends in the middle.
    #[error("the {0} data is cut off: what could be read was passed on, the rest is missing")]
    CutOff(&'static str),
    /// A compressed input is damaged.
    #[error("the {0} data is damaged: what is behind the damage is missing")]
    Damaged(&'static str),
    /// Something that is not compressed data follows it.
    #[error("something else follows the {0} data and was left out")]
    Garbage(&'static str),
    /// A zstd frame needs more memory than is granted.
    #[error("it needs a window of more than 8 MiB; pipe it in: zstd -dc --long=31 FILE | pake mask")]
    Window,
    /// A followed file became shorter: it is read from its start again. Nothing is lost.
    #[error("the file was truncated; following it from its start")]
    StartedAgain,
}

impl Loss {
    /// Whether bytes of the input are missing from the output.
    pub fn is_loss(&self) -> bool {
        !matches!(self, Loss::StartedAgain)
    }
}
