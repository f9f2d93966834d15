//! `pake search`: the lines that hold a text, or for which an expression is so.
//!
//! A search is a map: blocks are passed over by what lines that are found cannot be without
//! ([`crate::query`]), the rest is asked line by line, and what is found is masked (`worker`) and
//! written in order (`sink`). A line is found by its original bytes, and shown masked.

mod columns;
mod settings;
mod sink;
mod worker;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

pub use settings::Settings;

use super::foreign::Foreign;
use super::inputs::{cannot_read, reporter, warn_of_terminal};
use super::keys::Keys;
use super::reading::Reading;
use super::sorted::{Parts, Sought};
use super::times::{self, Times};
use super::{Failure, cannot_write, inputs, names, policy};
use crate::config::Layers;
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::Role;
use crate::entry::fields::{Fields, Seen};
use crate::entry::time::TimeReader;
use crate::exit::Exit;
use crate::input::{Blocks, Follow, Halt, Merged, Origin, Sizes, Sources, Supply};
use crate::mask::Masker;
use crate::output::is_closed_pipe;
use crate::pipeline::{self, Progress, ProgressMode};
use crate::query::{Expression, Query, Sense};
use columns::Columns;
use sink::Lines;
use worker::{Searcher, Yields};

/// Searches what the settings name.
///
/// # Errors
/// What is wrong with the settings or the inputs, all of it and before any output; then what is wrong
/// with the output.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let (layers, policy) = policy::load(&settings.config)?;
    let masker = (!settings.unmasked).then(|| Masker::new(policy));
    let times = times::understand(&settings.times, &layers.input_zone()).map_err(|fault| failure.push(fault)).ok();
    let checked = times
        .as_ref()
        .map(|times| query(settings, times, &layers, masker.as_ref()).map_err(|fault| failure.push(fault)).ok());
    let columns = columns(settings, &layers).map_err(|fault| failure.push(fault)).ok();
    let sets = inputs(settings, &layers, &mut failure);
    let inputs = sets.concat();
    let (Some(mut times), Some(Some(mut query)), Some(columns), true) = (times, checked, columns, failure.is_empty())
    else {
        return Err(failure);
    };
    if settings.follow.is_none() {
        warn_of_terminal(&inputs);
    }
    if settings.times.from_last_entry {
        let fields = inputs::fields(&layers).map_err(|fault| vec![fault])?;
        let reading = Reading::new(&inputs, settings.threads, ProgressMode::Auto)?.in_order(&layers)?;
        times = reading.counted(times, &settings.times, &fields)?;
        query = self::query(settings, &times, &layers, masker.as_ref()).map_err(|fault| vec![fault])?;
    }
    let parts = match layers.in_order() {
        true => {
            let fields = inputs::fields(&layers).map_err(|fault| vec![fault])?;
            let around = settings.context as u64;
            Parts::find(&inputs, &Sought { fields: &fields, times: &times.reader, window: times.window, around })
        }
        false => Parts::default(),
    };
    let yields = match settings.context {
        _ if settings.count => Yields::Count,
        0 => Yields::Text,
        _ => Yields::Places,
    };
    let run = Run {
        settings,
        searcher: Searcher { query, masker, columns, yields },
        fields: inputs::fields(&layers).map_err(|fault| vec![fault])?,
        times: times.reader,
        halt: Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?,
        read: Arc::default(),
        parts,
        lossy: Arc::default(),
    };
    run.search(sets)
}

/// The query; what is said of it shows nothing that `masker` hides.
fn query(settings: &Settings, times: &Times, layers: &Layers, masker: Option<&Masker>) -> Result<Query, Diagnostic> {
    let sense = Sense { clock: times.clock.clone(), times: times.reader.clone(), unit: None };
    let expression = settings.expression.as_deref().map(|text| {
        let shown = masker.map_or_else(|| text.to_owned(), |masker| names::starred(text, masker));
        Expression { called: "--where", text, shown }
    });
    Query::new(settings.text.as_deref(), expression, times.window, inputs::fields(layers)?, &sense).map_err(|fault| {
        let Some(masker) = masker else { return *fault };
        let mask = |text: String| String::from_utf8_lossy(&masker.mask_line(text.as_bytes())).into_owned();
        let Diagnostic { message, help, label, .. } = *fault;
        Diagnostic { message: mask(message), help: help.map(mask), label: label.map(mask), ..*fault }
    })
}

fn columns(settings: &Settings, layers: &Layers) -> Result<Option<Columns>, Diagnostic> {
    if settings.fields.is_empty() {
        return Ok(None);
    }
    let columns =
        Columns::new(inputs::fields(layers)?, &settings.fields).map_err(|(bad, name)| inputs::no_field(bad, &name));
    columns.map(Some)
}

/// What is read, as logs of one or more files each.
fn inputs(settings: &Settings, layers: &Layers, failure: &mut Failure) -> Vec<Vec<Origin>> {
    let mut inputs = settings.inputs.clone();
    if inputs.is_empty() && settings.follow.is_none() {
        // Whoever names only a file has forgotten what to look for.
        let is_file = |text: &&String| !inputs::is_piped() && Path::new(text).is_file();
        if let Some(text) = settings.text.as_ref().filter(is_file) {
            let said = format!("`{text}` is a file, and what is looked for comes first");
            let help = format!(
                "pake search TEXT {text}, pake search --where EXPRESSION {text}, \
                                or pake search '' {text} for all of it"
            );
            failure.push(Diagnostic::error(said).with_help(help));
            return Vec::new();
        }
        match inputs::chosen(&inputs, layers) {
            Ok(chosen) => inputs = chosen,
            Err(faults) => failure.extend(faults),
        }
    }
    let sets = inputs::sets(inputs, settings.rotated, failure);
    let followed = settings.follow.as_ref().map(|path| Origin::File(path.clone()));
    for input in sets.iter().flatten().chain(&followed) {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
    }
    if let (Some(path), true) = (&settings.follow, failure.is_empty())
        && let Some(format) = inputs::compression(&Origin::File(path.clone()))
    {
        failure.push(Diagnostic::error(format!("`{}` is {format} data and cannot be followed", path.display())));
    }
    sets
}

struct Run<'a> {
    settings: &'a Settings,
    searcher: Searcher,
    /// Finds the times of lines, and reads them.
    fields: Fields,
    times: TimeReader,
    halt: Halt,
    /// Bytes read, before decoding.
    read: Arc<AtomicU64>,
    /// What is read of files in the order of time.
    parts: Parts,
    /// Whether bytes of an input were lost.
    lossy: Arc<AtomicBool>,
}

impl Run<'_> {
    fn search(&self, sets: Vec<Vec<Origin>>) -> Result<Exit, Failure> {
        let inputs = sets.concat();
        let stdout = Foreign::open().map_err(|error| vec![cannot_write("<stdout>", &error)])?;
        let terminal = matches!(stdout, Foreign::Shown(_));
        let progress = (io::stderr().is_terminal() && !terminal && self.settings.follow.is_none())
            .then(|| Progress::show(self.read.clone(), inputs::to_read(&inputs, &self.parts)));
        let ended = match self.settings.follow {
            None if self.settings.by_time => self.map(self.merged(sets), stdout),
            None => self.map(self.sources(inputs), stdout),
            Some(_) => self.map(self.follow()?, stdout),
        };
        drop(progress);
        ended?;
        Ok(if self.lossy.load(Ordering::Relaxed) { Exit::Usage } else { Exit::Done })
    }

    fn map<S: Supply>(&self, supply: S, out: Foreign) -> Result<(), Failure> {
        let Settings { limit, context, .. } = self.settings;
        let Searcher { yields, masker, .. } = &self.searcher;
        let lines = Lines::new(out, *yields, *limit, *context, masker.as_ref());
        let threads: NonZeroUsize = self.settings.threads.unwrap_or_else(pipeline::default_threads);
        let blocks = Blocks::new(supply, Sizes::default()).in_slices().apart();
        let (lines, ended) = pipeline::map(blocks, &self.searcher, lines, threads, &self.halt);
        if lines.too_long > 0 {
            let what = if lines.too_long == 1 { "line is" } else { "lines are" };
            let said = format!("{} {what} longer than 16 MiB and not searched", lines.too_long);
            Diagnostic::warning(said).say();
        }
        if lines.short > 0 {
            let what = if lines.short == 1 { "line was" } else { "lines were" };
            let said = format!("{} {what} found with more before than the 64 MiB that are kept", lines.short);
            Diagnostic::warning(said).with_help("a lesser --context").say();
        }
        let (count, full) = (lines.count, lines.full);
        let mut out = lines.into_out();
        let ended = match ended {
            Err(_) if full => Ok(()),
            ended => ended,
        };
        let finished = |()| match yields {
            Yields::Count => writeln!(out, "{count}"),
            Yields::Text | Yields::Places => out.finish(),
        };
        match ended.and_then(finished) {
            Err(error) if !is_closed_pipe(&error) => Err(vec![cannot_write("<stdout>", &error)]),
            _ => Ok(()),
        }
    }

    fn sources(&self, inputs: Vec<Origin>) -> Sources {
        Sources::new(inputs, self.halt.clone(), self.read.clone(), reporter(self.lossy.clone()))
            .within(|input| self.parts.of(input))
    }

    /// The lines of all inputs by their times.
    fn merged(&self, sets: Vec<Vec<Origin>>) -> impl Supply {
        let mut seen = Seen::default();
        let mut text = Vec::new();
        // Between two lines of a key there can be many of other logs.
        let mut keys: Vec<Keys> = sets.iter().map(|_| Keys::new(self.searcher.masker.as_ref())).collect();
        let time = move |run: usize, line: &mut [u8]| {
            keys[run].hide_in(line);
            let line = &*line;
            let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
            self.fields.read(line, &mut seen).ok()?;
            let value = seen.get(Role::Time)?;
            self.times.read(value.text(line, &mut text)).map(|stamp| stamp.nanos)
        };
        Merged::new(sets.into_iter().map(|set| self.sources(set)).collect(), time)
    }

    fn follow(&self) -> Result<Follow, Failure> {
        let path = self.settings.follow.clone().unwrap_or_default();
        let name = path.display().to_string();
        let begin = || {
            pipeline::on_signal(self.halt.clone())?;
            Follow::new(path, self.halt.clone(), reporter(self.lossy.clone()))
        };
        begin().map_err(|error| vec![cannot_read(&name, &error)])
    }
}
