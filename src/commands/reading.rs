//! Reads the inputs of one run on all threads, once or, to find the newest entry first, twice.

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::newest::Newest;
use super::times::{TimeSettings, Times};
use super::{Failure, cannot_write, inputs};
use crate::diagnostics::Diagnostic;
use crate::entry::fields::Fields;
use crate::input::{Halt, Origin};
use crate::mask::Masker;
use crate::pipeline::{self, Folder, ProgressMode};

/// The reading of the inputs of one run.
pub struct Reading<'a> {
    /// What is read, in order.
    pub inputs: &'a [Origin],
    /// Ends the reading.
    pub halt: Halt,
    /// Whether bytes of an input were lost; that is said when it happens.
    pub lossy: Arc<AtomicBool>,
    threads: NonZeroUsize,
    progress: bool,
}

impl Reading<'_> {
    /// Of these inputs; None leaves the number of threads to the pipeline.
    ///
    /// # Errors
    /// When the process has no file descriptors left.
    pub fn new(
        inputs: &[Origin],
        threads: Option<NonZeroUsize>,
        progress: ProgressMode,
    ) -> Result<Reading<'_>, Failure> {
        Ok(Reading {
            inputs,
            halt: Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?,
            lossy: Arc::default(),
            threads: threads.unwrap_or_else(pipeline::default_threads),
            progress: match progress {
                ProgressMode::Auto => io::stderr().is_terminal(),
                ProgressMode::Always => true,
                ProgressMode::Never => false,
            },
        })
    }

    /// Whether bytes of an input were lost.
    pub fn has_lost(&self) -> bool {
        self.lossy.load(Ordering::Relaxed)
    }

    /// Folds the inputs one after the other with what `folder` makes for each, by its number. `masker` is that which
    /// lines are masked by: what it hides of a line because of the lines before it is overwritten.
    pub fn fold<F: Folder>(&self, masker: Option<&Masker>, folder: impl Fn(usize) -> F) -> F::Part {
        inputs::fold(self.inputs, (&self.halt, &self.lossy), self.progress, self.threads, masker, folder)
    }

    /// The times that are looked at, counted from the newest entry where the settings ask for that.
    ///
    /// # Errors
    /// When an input cannot be read twice, or no entry has a time.
    pub fn counted(&self, times: Times, settings: &TimeSettings, fields: &Fields) -> Result<Times, Failure> {
        if !settings.from_last_entry {
            return Ok(times);
        }
        if let Some(input) = self.inputs.iter().find(|input| passing(input)) {
            let said = format!("`{input}` cannot be read twice, as `--relative-to last-entry` has to");
            return Err(vec![Diagnostic::error(said).with_help("name a file, or say what `--now` is")]);
        }
        let newest = self.fold(None, |_| Newest::new(fields, &times.reader)).0;
        times.counted_from(newest, settings).map_err(|error| vec![error])
    }
}

/// Whether an input can be read only once.
pub fn passing(input: &Origin) -> bool {
    match input {
        Origin::File(path) => !fs::metadata(path).is_ok_and(|file| file.is_file()),
        Origin::Stdin => true,
    }
}
