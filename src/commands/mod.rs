//! The commands: settings in, [`Exit`] out. No command sees another.

pub mod audit;
pub mod detectors;
pub mod explain;
pub mod generate;
mod inputs;
pub mod mask;
mod names;
mod newest;
mod policy;
pub mod report;
mod sealing;
pub mod validate_config;

use std::io;

use crate::diagnostics::{Cause, Diagnostic};
use crate::exit::Exit;
use crate::output::is_closed_pipe;

/// A command with all that it needs to know.
#[derive(Debug)]
pub enum Command {
    /// `pake mask`
    Mask(mask::Settings),
    /// `pake report`
    Report(Box<report::Settings>),
    /// `pake audit`
    Audit(Box<audit::Settings>),
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

/// Writes `text` on standard output; a closed pipe is fine.
fn print(text: &str) -> Result<(), Failure> {
    let written = crate::output::Stdout::open().and_then(|mut out| io::Write::write_all(&mut out, text.as_bytes()));
    match written {
        Err(error) if !is_closed_pipe(&error) => Err(vec![cannot_write("<stdout>", &error)]),
        _ => Ok(()),
    }
}

/// What is said when the output `name` takes no more.
pub fn cannot_write(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("cannot write `{name}`: {}", Cause(error)))
}
