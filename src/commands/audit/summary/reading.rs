//! Reads the logs on all threads.

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::commands::inputs::reporter;
use crate::commands::{Failure, cannot_write};
use crate::input::{Blocks, Halt, Origin, Sizes, Sources};
use crate::pipeline::{self, Folder, Progress};

/// The reading of the logs of one run.
pub struct Reading<'a> {
    /// The logs.
    pub inputs: &'a [Origin],
    threads: Option<NonZeroUsize>,
    halt: Halt,
    lossy: Arc<AtomicBool>,
}

impl Reading<'_> {
    /// Of these logs.
    ///
    /// # Errors
    /// When the process has no file descriptors left.
    pub fn new(inputs: &[Origin], threads: Option<NonZeroUsize>) -> Result<Reading<'_>, Failure> {
        let halt = Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?;
        Ok(Reading { inputs, threads, halt, lossy: Arc::default() })
    }

    /// Whether bytes of a log were lost; that was said when it happened.
    pub fn has_lost(&self) -> bool {
        self.lossy.load(Ordering::Relaxed)
    }

    /// Folds the logs one after the other with what `folder` makes for each.
    pub fn fold<F: Folder>(&self, folder: impl Fn(usize) -> F) -> F::Part {
        let read: Arc<AtomicU64> = Arc::default();
        let size = |input: &Origin| match input {
            Origin::File(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len()),
            Origin::Stdin => None,
        };
        let total = self.inputs.iter().map(size).sum();
        let progress = io::stderr().is_terminal().then(|| Progress::show(read.clone(), total));
        let threads = self.threads.unwrap_or_else(pipeline::default_threads);
        let mut merged: Option<F::Part> = None;
        for (number, input) in self.inputs.iter().enumerate() {
            let folder = folder(number);
            let reporter = reporter(self.lossy.clone());
            let sources = Sources::new(vec![input.clone()], self.halt.clone(), read.clone(), reporter);
            let part = pipeline::fold(Blocks::new(sources, Sizes::default()), &folder, threads);
            match &mut merged {
                Some(merged) => folder.merge(merged, part),
                None => merged = Some(part),
            }
        }
        drop(progress);
        merged.unwrap_or_else(|| folder(0).part())
    }
}
