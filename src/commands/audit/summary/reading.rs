//! Reads the logs on all threads.

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::commands::inputs;
use crate::commands::{Failure, cannot_write};
use crate::input::{Halt, Origin};
use crate::pipeline::{self, Folder};

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
        let threads = self.threads.unwrap_or_else(pipeline::default_threads);
        inputs::fold(self.inputs, (&self.halt, &self.lossy), io::stderr().is_terminal(), threads, folder)
    }
}
