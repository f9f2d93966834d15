//! Reads the inputs of one run on all threads, once or, to find the newest entry first, twice.

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::newest::Newest;
use super::sorted::{Part, Parts, Sought, Watched};
use super::times::{TimeSettings, Times};
use super::{Failure, cannot_write, inputs, sorted};
use crate::config::Layers;
use crate::diagnostics::Diagnostic;
use crate::entry::fields::Fields;
use crate::entry::time::TimeReader;
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
    /// Where inputs are said to be in the order of time, the names of fields by which their times are found.
    in_order: Option<Fields>,
    /// What of them is read for that, once the window is known.
    sorted: OnceLock<Sorted>,
}

/// What is read of inputs in the order of time, and what their times are read with.
struct Sorted {
    parts: Parts,
    times: TimeReader,
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
            in_order: None,
            sorted: OnceLock::new(),
        })
    }

    /// The same, of inputs in the order of time if they are said to be: [`Reading::counted`] then chooses what is read.
    ///
    /// # Errors
    /// When the config names no fields.
    pub fn in_order(self, layers: &Layers) -> Result<Self, Failure> {
        let fields = layers.in_order().then(|| inputs::fields(layers)).transpose().map_err(|fault| vec![fault])?;
        Ok(Reading { in_order: fields, ..self })
    }

    /// What is read of the input of that number; None for all of it.
    pub fn part(&self, input: usize) -> Option<&Part> {
        self.sorted.get()?.parts.at(input)
    }

    /// Whether bytes of an input were lost.
    pub fn has_lost(&self) -> bool {
        self.lossy.load(Ordering::Relaxed)
    }

    /// Folds the inputs one after the other with what `folder` makes for each, by its number. `masker` is that which
    /// lines are masked by: what it hides of a line because of the lines before it is overwritten.
    pub fn fold<F: Folder>(&self, masker: Option<&Masker>, folder: impl Fn(usize) -> F) -> F::Part {
        let (sorted, whole) = (self.sorted.get(), Parts::default());
        let parts = sorted.map_or(&whole, |sorted| &sorted.parts);
        let watched = |input| {
            let part = parts.at(input);
            let times = self.in_order.as_ref().zip(sorted).filter(|_| part.is_some());
            let times = times.map(|(fields, sorted)| (fields, &sorted.times));
            Watched { folder: folder(input), input, base: part.map_or(0, |part| part.bytes.start), times }
        };
        let ends = (&self.halt, &self.lossy);
        let (part, order) = inputs::fold(self.inputs, parts, ends, self.progress, self.threads, masker, watched);
        order.say(self.inputs);
        part
    }

    /// The times that are looked at, counted from the newest entry where the settings ask for that. Of inputs in order, no
    /// more is read from now on than what the window lies in.
    ///
    /// # Errors
    /// When an input cannot be read twice, or no entry has a time.
    pub fn counted(&self, times: Times, settings: &TimeSettings, fields: &Fields) -> Result<Times, Failure> {
        let times = match settings.from_last_entry {
            true => self.counted_from_newest(times, settings, fields)?,
            false => times,
        };
        if let Some(fields) = &self.in_order {
            let sought = Sought { fields, times: &times.reader, window: times.window, around: 0 };
            let parts = Parts::find(self.inputs, &sought);
            self.sorted.get_or_init(|| Sorted { parts, times: times.reader.clone() });
        }
        Ok(times)
    }

    fn counted_from_newest(&self, times: Times, settings: &TimeSettings, fields: &Fields) -> Result<Times, Failure> {
        if let Some(input) = self.inputs.iter().find(|input| passing(input)) {
            let said = format!("`{input}` cannot be read twice, as `--relative-to last-entry` has to");
            return Err(vec![Diagnostic::error(said).with_help("name a file, or say what `--now` is")]);
        }
        let last = |fields| sorted::newest(self.inputs, fields, &times.reader);
        let newest = self.in_order.as_ref().and_then(last);
        let newest = newest.or_else(|| self.fold(None, |_| Newest::new(fields, &times.reader)).0);
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
