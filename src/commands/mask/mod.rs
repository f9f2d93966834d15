//! `pake mask`: puts masks in place of secrets and personal data.

mod inputs;
mod place;
mod reload;
mod sealed;
mod settings;
mod sink;
mod summary;
mod worker;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

pub use settings::{Destination, Settings, SummaryFormat, SummarySettings};

use super::foreign::Foreign;
use super::{Failure, cannot_write, cannot_write_file, policy, sealing};
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::input::{Blocks, Follow, Halt, Origin, Sizes, Sources, Supply};
use crate::mask::{Masker, Watch};
use crate::output::{FileError, Stdout, Whole, is_closed_pipe};
use crate::pipeline::{self, Cleanup, Progress, ProgressMode};
use crate::seal::SecretKey;
use sealed::Sealed;
use sink::{Findings, Masked, Outcome};
use summary::Summary;
use worker::{MaskWorker, Maskers};

/// Masks what the settings name.
///
/// # Errors
/// What is wrong with the settings or the inputs, all of it and before any output; then what is
/// wrong with the output.
pub fn run(settings: Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let policy = policy::read(&settings.config).map_err(|faults| failure.extend(faults)).ok();
    inputs::check(&settings, &mut failure);
    let key = settings.seal.as_deref().map(sealing::secret_key).transpose();
    let key = key.map_err(|fault| failure.push(fault)).ok().flatten();
    let (Some(policy), true) = (policy, failure.is_empty()) else {
        return Err(failure);
    };
    let halt = Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?;
    let run = Run {
        worker: MaskWorker {
            maskers: Arc::new(Maskers::new(Masker::new(policy), settings.follow.is_some())),
            watch: Watch {
                tally: settings.summary.is_some() || settings.check,
                fields: settings.summary.is_some(),
                sightings: settings.check,
            },
        },
        halt,
        read: Arc::default(),
        lossy: Arc::default(),
        settings: &settings,
        key,
    };
    // Opened before the long work, so that a wrong path is known before it.
    let report = summary::open(settings.summary.as_ref())?;
    let progress = run.progress();
    let mut summary = Summary::default();
    let ended = run.all(&mut summary);
    drop(progress);
    if let Some((report, format)) = report {
        summary.write(report, format, &run.worker.maskers.current())?;
    }
    let found = settings.check && summary.findings() > 0;
    let lost = run.lossy.load(Ordering::Relaxed);
    let exit = match (lost, found) {
        (true, _) => Exit::Usage,
        (false, true) => Exit::Found,
        (false, false) => Exit::Done,
    };
    ended.map(|()| exit)
}

/// What all parts of a run share.
struct Run<'a> {
    settings: &'a Settings,
    /// What the output is sealed with.
    key: Option<SecretKey>,
    worker: MaskWorker,
    halt: Halt,
    /// Bytes read, before decoding.
    read: Arc<AtomicU64>,
    /// Whether bytes of an input were lost.
    lossy: Arc<AtomicBool>,
}

impl Run<'_> {
    fn all(&self, summary: &mut Summary) -> Result<(), Failure> {
        match &self.settings.destination {
            Destination::Stdout => self.to_stdout(summary),
            Destination::File(path) => self.to_file(path, self.settings.inputs.clone(), summary, false),
            Destination::InPlace => {
                for input in &self.settings.inputs {
                    if let Origin::File(path) = input {
                        self.to_file(path, vec![input.clone()], summary, true)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn to_stdout(&self, summary: &mut Summary) -> Result<(), Failure> {
        if self.settings.check {
            let stdout = Stdout::open().map_err(|error| vec![cannot_write("<stdout>", &error)])?;
            let names = self.settings.inputs.iter().map(Origin::to_string);
            let masker = self.worker.maskers.current();
            let findings = Findings::new(stdout, names.collect(), &masker);
            let ended = self.map(self.sources(self.settings.inputs.clone()), findings, summary);
            return said("<stdout>", ended.1);
        }
        let stdout = Foreign::open().map_err(|error| vec![cannot_write("<stdout>", &error)])?;
        let (mut written, ended) = match &self.settings.follow {
            Some(path) => self.map(self.follow(path)?, self.masked(stdout), summary),
            None => {
                let sources = self.sources(self.settings.inputs.clone());
                self.map(sources, self.masked(stdout), summary)
            }
        };
        said("<stdout>", ended.and_then(|()| written.out.finish()))
    }

    /// Writes the file at `path` as a whole. In place, it is left alone if nothing in it is masked
    /// or not all of it could be read.
    fn to_file(&self, path: &Path, inputs: Vec<Origin>, summary: &mut Summary, in_place: bool) -> Result<(), Failure> {
        let name = path.display().to_string();
        let fails = |error: FileError| cannot_write_file(path, error);
        let (file, _cleanup) = Cleanup::around(|| Whole::create(path), Whole::temporary).map_err(fails)?;
        let file = Sealed::new(file, path, self.key.as_ref())?;
        let lossy_before = self.lossy.swap(false, Ordering::Relaxed);
        let (outcome, ended) = self.map(self.sources(inputs), self.masked(file), summary);
        said(&name, ended)?;
        let lossy = self.lossy.fetch_or(lossy_before, Ordering::Relaxed);
        if in_place && lossy {
            let said = format!("`{name}` was left as it is: it could not be read to its end");
            return Err(vec![Diagnostic::error(said)]);
        }
        let keep = in_place && !outcome.changed;
        let key = self.key.as_ref().filter(|_| !lossy);
        outcome.out.finish(path, key, keep, fails)?;
        if key.is_none() && self.key.is_some() {
            let said = format!("`{name}` was not sealed: not all of its input could be read");
            return Err(vec![Diagnostic::error(said)]);
        }
        Ok(())
    }

    fn masked<O: Write + Send>(&self, out: O) -> Masked<O> {
        Masked::new(out, self.settings.summary.is_some())
    }

    fn map<S: Supply, K: Outcome>(&self, supply: S, sink: K, summary: &mut Summary) -> (K::Left, io::Result<()>) {
        let blocks = Blocks::new(supply, Sizes::default());
        let threads = self.settings.threads;
        let threads = threads.unwrap_or_else(pipeline::default_threads);
        let (sink, ended) = pipeline::map(blocks, &self.worker, sink, threads, &self.halt);
        (sink.end(summary), ended)
    }

    fn sources(&self, inputs: Vec<Origin>) -> Sources {
        let (halt, read) = (self.halt.clone(), self.read.clone());
        Sources::new(inputs, halt, read, inputs::reporter(self.lossy.clone()))
    }

    fn follow(&self, path: &Path) -> Result<Follow, Failure> {
        let begin = || {
            pipeline::on_signal(self.halt.clone())?;
            reload::watch(&self.settings.config, &self.worker.maskers, &self.halt)?;
            Follow::new(path.to_owned(), self.halt.clone(), inputs::reporter(self.lossy.clone()))
        };
        begin().map_err(|error| vec![inputs::cannot_read(&path.display(), &error)])
    }

    fn progress(&self) -> Option<Progress> {
        let shown = match self.settings.progress {
            ProgressMode::Always => true,
            ProgressMode::Never => false,
            // On a terminal where the log itself appears, a bar would be in its way.
            ProgressMode::Auto => {
                io::stderr().is_terminal()
                    && !(self.settings.destination == Destination::Stdout && io::stdout().is_terminal())
            }
        };
        if !shown || self.settings.follow.is_some() {
            return None;
        }
        let size = |origin: &Origin| match origin {
            Origin::File(path) => fs::metadata(path).ok(),
            Origin::Stdin => None,
        };
        let inputs = self.settings.inputs.iter();
        let sizes = inputs.map(|origin| size(origin).filter(fs::Metadata::is_file));
        let total = sizes.map(|file| file.map(|file| file.len())).sum();
        Some(Progress::show(self.read.clone(), total))
    }
}

/// The end of a run: a pipe that was closed at its other end is a quiet one.
fn said(name: &str, ended: io::Result<()>) -> Result<(), Failure> {
    match ended {
        Err(error) if !is_closed_pipe(&error) => Err(vec![cannot_write(name, &error)]),
        _ => Ok(()),
    }
}
