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
use super::times::{self, Times};
use super::{Failure, cannot_write, inputs, policy};
use crate::config::Layers;
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::input::{Blocks, Follow, Halt, Origin, Sizes, Sources, Supply};
use crate::mask::Masker;
use crate::output::is_closed_pipe;
use crate::pipeline::{self, Progress};
use crate::query::{Query, Sense};
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
    let times = times::understand(&settings.times, &layers.input_zone()).map_err(|fault| failure.push(fault)).ok();
    let query = times.and_then(|times| query(settings, &times, &layers).map_err(|fault| failure.push(fault)).ok());
    let columns = columns(settings, &layers).map_err(|fault| failure.push(fault)).ok();
    let inputs = inputs(settings, &layers, &mut failure);
    let (Some(query), Some(columns), true) = (query, columns, failure.is_empty()) else {
        return Err(failure);
    };
    if settings.follow.is_none() {
        warn_of_terminal(&inputs);
    }
    let yields = match settings.context {
        _ if settings.count => Yields::Count,
        0 => Yields::Text,
        _ => Yields::Places,
    };
    let masker = (!settings.unmasked).then(|| Masker::new(policy));
    let run = Run {
        settings,
        searcher: Searcher { query, masker, columns, yields },
        halt: Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?,
        read: Arc::default(),
        lossy: Arc::default(),
    };
    run.search(inputs)
}

fn query(settings: &Settings, times: &Times, layers: &Layers) -> Result<Query, Diagnostic> {
    let sense = Sense { clock: times.clock.clone(), times: times.reader.clone(), unit: None };
    let expression = settings.expression.as_deref().map(|text| ("--where", text));
    Query::new(settings.text.as_deref(), expression, times.window, inputs::fields(layers)?, &sense)
        .map_err(|fault| *fault)
}

fn columns(settings: &Settings, layers: &Layers) -> Result<Option<Columns>, Diagnostic> {
    if settings.fields.is_empty() {
        return Ok(None);
    }
    let columns =
        Columns::new(inputs::fields(layers)?, &settings.fields).map_err(|(bad, name)| inputs::no_field(bad, &name));
    columns.map(Some)
}

/// What is read, and what is wrong with it.
fn inputs(settings: &Settings, layers: &Layers, failure: &mut Failure) -> Vec<Origin> {
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
            return inputs;
        }
        match inputs::chosen(&inputs, layers) {
            Ok(chosen) => inputs = chosen,
            Err(faults) => failure.extend(faults),
        }
    }
    if settings.rotated {
        inputs = inputs::rotated(inputs, failure);
    }
    let followed = settings.follow.as_ref().map(|path| Origin::File(path.clone()));
    for input in inputs.iter().chain(&followed) {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
    }
    if let (Some(path), true) = (&settings.follow, failure.is_empty())
        && let Some(format) = inputs::compression(&Origin::File(path.clone()))
    {
        failure.push(Diagnostic::error(format!("`{}` is {format} data and cannot be followed", path.display())));
    }
    inputs
}

struct Run<'a> {
    settings: &'a Settings,
    searcher: Searcher,
    halt: Halt,
    /// Bytes read, before decoding.
    read: Arc<AtomicU64>,
    /// Whether bytes of an input were lost.
    lossy: Arc<AtomicBool>,
}

impl Run<'_> {
    fn search(&self, inputs: Vec<Origin>) -> Result<Exit, Failure> {
        let stdout = Foreign::open().map_err(|error| vec![cannot_write("<stdout>", &error)])?;
        let terminal = matches!(stdout, Foreign::Shown(_));
        let progress = (io::stderr().is_terminal() && !terminal && self.settings.follow.is_none())
            .then(|| Progress::show(self.read.clone(), inputs::size(&inputs)));
        let ended = match self.settings.follow {
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
        let blocks = Blocks::new(supply, Sizes::default()).in_slices();
        let (lines, ended) = pipeline::map(blocks, &self.searcher, lines, threads, &self.halt);
        if lines.too_long > 0 {
            let what = if lines.too_long == 1 { "line is" } else { "lines are" };
            let said = format!("{} {what} longer than 16 MiB and not searched", lines.too_long);
            Diagnostic::warning(said).say();
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
