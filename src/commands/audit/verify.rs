//! `pake audit verify`: whether a log is what was sealed, and where it is not.

use std::io;
use std::num::NonZeroUsize;

use serde_json::json;

use super::leaves;
use super::settings::{Verify, VerifyFormat};
use super::words;
use crate::commands::sealing::{Beside, public_key};
use crate::commands::{Failure, print};
use crate::diagnostics::{Diagnostic, Neutral, neutral_json};
use crate::exit::Exit;
use crate::input::Origin;
use crate::seal::{CHUNK, Checkpoint, Fault, Placer, PublicKey, Sealer, mark};

/// The version of the JSON form.
const SCHEMA: u32 = 1;

/// Verifies each log.
///
/// # Errors
/// When a key, a seal or a log cannot be used.
pub fn run(settings: &Verify) -> Result<Exit, Failure> {
    let key = public_key(&settings.key).map_err(|error| vec![error])?;
    let (mut exit, mut failure) = (Exit::Done, Vec::new());
    for log in &settings.inputs {
        match verify(settings, log, &key) {
            Ok(one) => exit = exit.max(one),
            Err(one) => failure.extend(one),
        }
    }
    if failure.is_empty() { Ok(exit) } else { Err(failure) }
}

/// What came of a log.
struct Found {
    checkpoint: Checkpoint,
    /// Lines that it has now.
    lines: u64,
    intact: bool,
    faults: Vec<Fault>,
    more: u64,
    /// Chunks of lines (from, to) that are not what was sealed, though no line could be named.
    within: Option<(u64, u64)>,
    /// Why no fault could be placed.
    unplaced: Option<String>,
    /// The log that was sealed, where it is another than the one at hand: one log's seal must not stand for another's.
    other: Option<String>,
}

/// What came of the seal beside a log: its lines, or what is said first where it is altered; None
/// where there is none.
///
/// # Errors
/// When the seal or the log cannot be used.
pub fn beside(
    log: &Origin,
    key: &PublicKey,
    threads: Option<NonZeroUsize>,
) -> Result<Option<Result<u64, String>>, Failure> {
    let Origin::File(path) = log else { return Ok(None) };
    let beside = Beside::found(path);
    if !beside.checkpoint.exists() {
        return Ok(None);
    }
    let found = look(log, &beside, key, threads)?.named(&beside, key);
    Ok(Some(match found.holds() {
        true => Ok(found.checkpoint.size),
        false => Err(found.sentences().into_iter().next().unwrap_or_default()),
    }))
}

fn verify(settings: &Verify, log: &Origin, key: &PublicKey) -> Result<Exit, Failure> {
    let beside = Beside::wanted(settings.checkpoint.as_deref(), log)?;
    let mut found = look(log, &beside, key, settings.threads)?;
    // Whoever names a checkpoint knows that the log had another name.
    if settings.checkpoint.is_none() {
        found = found.named(&beside, key);
    }
    let text = match settings.format {
        VerifyFormat::Text => found.text(log),
        VerifyFormat::Json => found.json(log),
    };
    print(&text)?;
    Ok(if found.holds() { Exit::Done } else { Exit::Found })
}

fn look(log: &Origin, beside: &Beside, key: &PublicKey, threads: Option<NonZeroUsize>) -> Result<Found, Failure> {
    let (_, checkpoint) = beside.open(key).map_err(|error| vec![error])?;
    let (book, again) = (beside.read_book(&checkpoint), beside.read_book(&checkpoint));
    let unplaced = book.as_ref().err().cloned();
    let mut roots = again.ok();
    let marks = book.ok().map(|mut book| {
        // What cannot be read of it any more ends it; that it belongs to the seal was seen.
        let chunks = std::iter::from_fn(move || book.chunk().ok().flatten());
        Placer::new(chunks.flat_map(|chunk| chunk.marks))
    });
    let (mut placer, mut within) = (marks, None);
    // Writing nowhere cannot fail.
    let mut sealer = Sealer::new(io::sink()).map_err(|_| Vec::new())?;
    let mut root = (checkpoint.size == 0).then(|| sealer.root());
    let (read, ended) = leaves::each(log, threads, |leaf| {
        let chunk = sealer.push(leaf)?;
        let size = sealer.size();
        if size == checkpoint.size {
            root = Some(sealer.root());
        }
        if let Some(placer) = &mut placer {
            placer.push(mark(&leaf));
        }
        if let Some(now) = chunk {
            let sealed = roots.as_mut().and_then(|book| book.chunk().ok().flatten());
            let whole = sealed.filter(|sealed| sealed.marks.len() as u64 == CHUNK);
            if within.is_none() && whole.is_some_and(|sealed| sealed.root != now) {
                within = Some((size - CHUNK, size));
            }
        }
        Ok(())
    })?;
    ended.map_err(|error| vec![Diagnostic::error(format!("`{log}`: {error}"))])?;
    if read.lossy {
        return Err(vec![Diagnostic::error(format!("`{log}` could not be read to its end, and is not verified"))]);
    }
    let lines = sealer.size();
    let intact = root == Some(checkpoint.root);
    let (faults, more) = match placer.filter(|_| !intact) {
        Some(placer) => placer.finish(),
        None => (Vec::new(), 0),
    };
    // The last chunk, of less than all lines, has no root of its own in the log that grew.
    let tail = (checkpoint.size - checkpoint.size % CHUNK, checkpoint.size);
    let within = (!intact && faults.is_empty() && unplaced.is_none()).then(|| within.unwrap_or(tail));
    Ok(Found { checkpoint, lines, intact, faults, more, within, unplaced, other: None })
}

impl Found {
    /// The same, of a log whose seal has to bear its name.
    fn named(self, beside: &Beside, key: &PublicKey) -> Found {
        let origin = Checkpoint::origin(key, &beside.log_name());
        let other = (origin != self.checkpoint.origin).then(|| self.checkpoint.origin.clone());
        Found { other, ..self }
    }

    fn holds(&self) -> bool {
        self.intact && self.other.is_none()
    }

    fn added(&self) -> u64 {
        self.lines.saturating_sub(self.checkpoint.size)
    }

    /// What is wrong, a sentence each.
    fn sentences(&self) -> Vec<String> {
        let other = self.other.iter().map(|other| {
            format!("the seal is that of `{other}`; --checkpoint FILE verifies a log that had another name")
        });
        let mut sentences: Vec<String> = other.chain(self.faults.iter().map(words::fault)).collect();
        if self.more > 0 {
            sentences.push(format!("{} more places differ", words::number(self.more)));
        }
        if let Some((from, to)) = self.within {
            sentences.push(format!("among {}, one or more were altered", words::lines(from, to - from)));
        }
        if let Some(why) = &self.unplaced {
            sentences.push(format!("it is not what was sealed; where cannot be said: {why}"));
        }
        sentences
    }

    fn text(&self, log: &Origin) -> String {
        let name = log.to_string();
        let name = Neutral(&name);
        let sealed = words::count(self.checkpoint.size);
        if !self.holds() {
            let lines = self.sentences().into_iter().map(|said| format!("{name}: {}\n", Neutral(&said)));
            let verdict = if self.intact { "another log" } else { "altered" };
            let total = format!("{name}: {sealed} sealed, {} now: {verdict}\n", words::number(self.lines));
            return lines.chain([total]).collect();
        }
        match self.added() {
            0 => format!("{name}: {sealed}, as sealed\n"),
            added => format!("{name}: {sealed}, as sealed; {} added since\n", words::number(added)),
        }
    }

    fn json(&self, log: &Origin) -> String {
        let verdict = match (self.intact, self.added()) {
            (false, _) => "altered",
            _ if self.other.is_some() => "other",
            (true, 0) => "intact",
            (true, _) => "grown",
        };
        let faults = self.faults.iter().map(words::json);
        let within = self.within.map(|(from, to)| json!({"kind": "within", "sealed": {"from": from + 1, "to": to}}));
        let document = json!({
            "schema": SCHEMA,
            "file": log.to_string(),
            "origin": self.checkpoint.origin,
            "verdict": verdict,
            "sealed_lines": self.checkpoint.size,
            "lines": self.lines,
            "faults": faults.chain(within).collect::<Vec<_>>(),
            "more_faults": self.more,
            "unplaced": self.unplaced,
        });
        neutral_json(&format!("{document}\n"))
    }
}
