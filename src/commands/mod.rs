//! The commands: settings in, [`Exit`] out. No command sees another.

pub mod audit;
pub mod detectors;
pub mod explain;
mod foreign;
pub mod generate;
mod inputs;
mod keys;
pub mod mask;
mod names;
mod newest;
mod policy;
mod reading;
pub mod report;
mod screen;
mod sealing;
pub mod search;
mod sorted;
mod times;
pub mod trace;
pub mod validate_config;

use std::io::{self, Write};
use std::path::Path;

use crate::diagnostics::{Cause, Diagnostic};
use crate::exit::Exit;
use crate::output::{FileError, Stdout, Whole, is_closed_pipe};
use foreign::Foreign;
pub use times::TimeSettings;

/// A command with all that it needs to know.
#[derive(Debug)]
pub enum Command {
    /// `pake mask`
    Mask(mask::Settings),
    /// `pake report`
    Report(Box<report::Settings>),
    /// `pake audit`
    Audit(Box<audit::Settings>),
    /// `pake search`
    Search(Box<search::Settings>),
    /// `pake trace`
    Trace(Box<trace::Settings>),
    /// `pake detectors`
    Detectors(detectors::Settings),
    /// `pake generate`
    Generate(generate::Settings),
    /// `pake validate-config`
    ValidateConfig(validate_config::Settings),
    /// `pake explain`
    Explain(explain::Settings),
}

/// Why a command ended without success; all of it is said, not only the first.
pub type Failure = Vec<Diagnostic>;

/// Runs a command and says what stopped it.
pub fn run(command: Command) -> Exit {
    let ended = match command {
        Command::Mask(settings) => mask::run(settings),
        Command::Report(settings) => report::run(&settings),
        Command::Audit(settings) => audit::run(&settings),
        Command::Search(settings) => search::run(&settings),
        Command::Trace(settings) => trace::run(&settings),
        Command::Detectors(settings) => detectors::run(&settings),
        Command::Generate(settings) => generate::run(&settings),
        Command::ValidateConfig(settings) => validate_config::run(&settings),
        Command::Explain(settings) => explain::run(&settings),
    };
    ended.unwrap_or_else(|failure| {
        failure.iter().for_each(Diagnostic::say);
        Exit::Usage
    })
}

/// Writes `text` on standard output, so that a terminal obeys nothing of it; a closed pipe is fine.
fn print(text: &str) -> Result<(), Failure> {
    written(Foreign::open().and_then(|mut out| {
        out.write_all(text.as_bytes())?;
        out.finish()
    }))
}

/// The same for text that may have styles, since all that is foreign in it was made neutral.
fn print_styled(text: &str) -> Result<(), Failure> {
    written(Stdout::open().and_then(|mut out| out.write_all(text.as_bytes())))
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if !is_closed_pipe(&error) => Err(vec![cannot_write("<stdout>", &error)]),
        _ => Ok(()),
    }
}

/// Writes `text` into the file at `path`, which appears whole or not at all.
fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    let write = || -> Result<(), FileError> {
        let mut file = Whole::create(path)?;
        file.write_all(text.as_bytes())?;
        file.finish()
    };
    write().map_err(|error| cannot_write_file(path, error))
}

/// What is said when the file at `path` cannot be written.
fn cannot_write_file(path: &Path, error: FileError) -> Failure {
    let name = path.display().to_string();
    vec![match error {
        FileError::System(error) => cannot_write(&name, &error),
        other => Diagnostic::error(format!("cannot write `{name}`: {other}")),
    }]
}

/// What is said when the output `name` takes no more.
pub fn cannot_write(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("cannot write `{name}`: {}", Cause(error)))
}
