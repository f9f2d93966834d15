//! `pake audit`: who did what, and whether the log still says so.

mod check_proof;
mod controls;
mod keygen;
mod leaves;
mod prove;
mod seal;
mod settings;
pub mod summary;
mod verify;
mod words;

pub use settings::{CheckProof, Controls, Keygen, Prove, Seal, Settings, Verify, VerifyFormat};

use std::fs;
use std::path::Path;

use super::Failure;
use super::inputs::is_same;
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::input::Origin;
use crate::output::resolve;

/// Does what the settings ask for.
///
/// # Errors
/// What is wrong with the settings, the inputs or the outputs.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    match settings {
        Settings::Summary(settings) => summary::run(settings),
        Settings::Controls(settings) => controls::run(settings),
        Settings::Keygen(settings) => keygen::run(settings),
        Settings::Seal(settings) => seal::run(settings),
        Settings::Verify(settings) => verify::run(settings),
        Settings::Prove(settings) => prove::run(settings),
        Settings::CheckProof(settings) => check_proof::run(settings),
    }
}

/// What is said where the output would replace what is read.
fn written_over(input: &Origin, output: Option<&Path>) -> Option<Diagnostic> {
    let output = output.and_then(|path| resolve(path).ok()).and_then(|path| fs::metadata(path).ok());
    let same = output.filter(fs::Metadata::is_file).is_some_and(|output| is_same(input, &output));
    same.then(|| Diagnostic::error(format!("`{input}` is input and output")))
}
