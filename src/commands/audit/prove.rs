//! `pake audit prove`: what shows, without the log, that a line is in it.

use super::leaves;
use super::settings::Prove;
use super::words;
use crate::commands::sealing::{Beside, public_key};
use crate::commands::{Failure, print, write_whole};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::seal::{Path, Proof};

/// Writes the proof.
///
/// # Errors
/// When a key, a seal or the log cannot be used, or the log has no such line.
pub fn run(settings: &Prove) -> Result<Exit, Failure> {
    let log = &settings.input;
    let key = public_key(&settings.key).map_err(|error| vec![error])?;
    if let Some(error) = super::written_over(log, settings.output.as_deref()) {
        return Err(vec![error]);
    }
    let beside = Beside::wanted(settings.checkpoint.as_deref(), log)?;
    let (note, checkpoint) = beside.open(&key).map_err(|error| vec![error])?;
    let index = settings.line.saturating_sub(1);
    let Some(mut path) = Path::new(index, checkpoint.size) else {
        let sealed = words::count(checkpoint.size);
        let said = format!("there is no line {} in what was sealed of `{log}`: {sealed}", settings.line);
        return Err(vec![Diagnostic::error(said)]);
    };
    let mut rest = checkpoint.size;
    let (_, ended) = leaves::each(log, settings.threads, |leaf| {
        if rest > 0 {
            rest -= 1;
            path.push(leaf);
        }
        Ok(())
    })?;
    ended.map_err(|error| vec![Diagnostic::error(format!("`{log}`: {error}"))])?;
    let proof = path.finish().map(|(leaf, path)| {
        let proof = Proof { index, path, checkpoint: String::from_utf8_lossy(&note).into_owned() };
        (leaf, proof)
    });
    let Some((_, proof)) = proof.filter(|(leaf, proof)| proof.check(*leaf, &key).is_ok()) else {
        let said = format!("`{log}` is not what was sealed, and nothing is proved of it");
        Diagnostic::error(said).with_help("`pake audit verify` says where it differs").say();
        return Ok(Exit::Found);
    };
    let Some(output) = &settings.output else {
        print(&proof.text())?;
        return Ok(Exit::Done);
    };
    write_whole(output, &proof.text())?;
    Ok(Exit::Done)
}
