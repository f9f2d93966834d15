//! `pake audit`: who did what, and whether the log still says so.

mod check_proof;
mod keygen;
mod leaves;
mod prove;
mod seal;
mod settings;
mod verify;
mod words;

pub use settings::{CheckProof, Keygen, Prove, Seal, Settings, Verify, VerifyFormat};

use super::Failure;
use crate::exit::Exit;

/// Does what the settings ask for.
///
/// # Errors
/// What is wrong with the settings, the inputs or the outputs.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    match settings {
        Settings::Keygen(settings) => keygen::run(settings),
        Settings::Seal(settings) => seal::run(settings),
        Settings::Verify(settings) => verify::run(settings),
        Settings::Prove(settings) => prove::run(settings),
        Settings::CheckProof(settings) => check_proof::run(settings),
    }
}
