//! `pake trace`: what happened to a request, across files and services.
//!
//! A trace is a fold (`gather`): entries that name the request are read (`names`, `read`), put in order
//! (`timeline`) and shown. Memory is bounded by what is shown. The invariant: an entry is found by its
//! original bytes and shown masked, and its times are those of the log.

mod gather;
mod names;
mod read;
mod settings;
mod skew;
mod timeline;

pub use settings::{Format, Settings, Wanted};

use super::inputs::{self, cannot_read, warn_of_terminal};
use super::reading::Reading;
use super::times::{self, Times};
use super::{Failure, policy, print, print_styled, screen};
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::Role;
use crate::entry::fields::Fields;
use crate::exit::Exit;
use crate::mask::Masker;
use crate::pipeline::ProgressMode;
use crate::query::{Query, Sense};
use crate::render::trace::{self, Form, Listed, Listing, Timeline};
use crate::window;
use gather::{Figures, Gather, Survey, worst};
use names::Names;
use read::Reader;

/// The most requests that `--slowest` and `--errors` tell apart: about 100 bytes each.
const MOST: usize = 200_000;

/// Traces what the settings name.
///
/// # Errors
/// What is wrong with the settings or the inputs, all of it and before anything is read; then what is
/// wrong with the output.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let (layers, policy) = policy::load(&settings.config)?;
    let times = times::understand(&settings.times, &layers.input_zone()).map_err(|fault| failure.push(fault)).ok();
    let fields = inputs::fields(&layers).map_err(|fault| failure.push(fault)).ok();
    let mut inputs = inputs::chosen(&settings.inputs, &layers).unwrap_or_else(|faults| {
        failure.extend(faults);
        Vec::new()
    });
    if settings.rotated {
        inputs = inputs::rotated(inputs, &mut failure);
    }
    for input in &inputs {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
    }
    let (Some(times), Some(fields), true) = (times, fields, failure.is_empty()) else {
        return Err(failure);
    };
    warn_of_terminal(&inputs);
    let reading = Reading::new(&inputs, settings.threads, ProgressMode::Auto)?.in_order(&layers)?;
    let times = reading.counted(times, &settings.times, &fields)?;
    let run = Run {
        settings,
        reader: Reader::new(fields, times.reader.clone(), settings.unit),
        times,
        masker: (!settings.unmasked).then(|| Masker::new(policy)),
        own: layers.own_names(),
        reading,
    };
    match &settings.wanted {
        Wanted::Timeline { id, limit } => run.timeline(id, *limit)?,
        Wanted::Slowest(count) => {
            let total = |figures: &Figures| figures.extent.map(|extent| extent.end - extent.start);
            run.list("slowest", |requests| worst(requests, *count, total))?;
        }
        Wanted::Errors(count) => {
            let errors = |figures: &Figures| {
                let last = figures.extent.map(|extent| extent.end);
                (figures.errors > 0).then_some((figures.errors, last))
            };
            run.list("errors", |requests| worst(requests, *count, errors))?;
        }
    }
    Ok(if run.reading.has_lost() { Exit::Usage } else { Exit::Done })
}

struct Run<'a> {
    settings: &'a Settings,
    times: Times,
    reader: Reader,
    masker: Option<Masker>,
    /// The names of fields that the config has.
    own: Vec<(Role, String)>,
    reading: Reading<'a>,
}

impl Run<'_> {
    fn timeline(&self, id: &str, limit: usize) -> Result<(), Failure> {
        let sense = Sense { clock: self.times.clock.clone(), times: self.times.reader.clone(), unit: None };
        let fields = Fields::with(&self.own).map_err(|(bad, name)| vec![inputs::no_field(bad, &name)])?;
        let query = Query::new(Some(id), None, self.times.window, fields, &sense).map_err(|fault| vec![*fault])?;
        let names = Names::new(id, self.settings.anywhere, &self.own);
        let found = self.reading.fold(self.masker.as_ref(), |input| Gather {
            query: &query,
            names: &names,
            reader: &self.reader,
            masker: self.masker.as_ref(),
            input,
            limit,
        });
        let (steps, more, undated) = found.finish(limit);
        if steps.is_empty() && undated == 0 {
            return self.say_nothing_found(id);
        }
        let mut steps: Vec<trace::Step> = steps
            .into_iter()
            .map(|(input, mut step)| {
                step.input = crate::commands::names::of_input(&self.reading.inputs[input], self.masker.as_ref());
                step.when = self.shown(step.time);
                step
            })
            .collect();
        timeline::arrange(&mut steps);
        let notes = skew::notes(&steps);
        let span = steps.first().map(|first| first.start).zip(steps.iter().map(|step| step.time).max());
        let (began, ended) = span.map_or_else(Default::default, |(start, end)| (self.shown(start), self.shown(end)));
        let id = self.masked(id);
        self.show(&Timeline { id, steps, more, undated, span, began, ended, notes })
    }

    /// Nothing is no failure, but a person wants to know what was looked for.
    fn say_nothing_found(&self, id: &str) -> Result<(), Failure> {
        if !matches!(self.settings.format, Format::Tree | Format::Table | Format::Markdown) {
            return self.show(&Timeline { id: self.masked(id), ..Timeline::default() });
        }
        let said = Diagnostic::warning(format!("no entry names `{}`", self.masked(id)));
        match self.settings.anywhere {
            true => said,
            false => said.with_help("--anywhere looks for it in any field, not only in those that name requests"),
        }
        .say();
        Ok(())
    }

    fn show(&self, timeline: &Timeline) -> Result<(), Failure> {
        match self.settings.format {
            Format::Tree => print_styled(&trace::tree(timeline, screen::layout(None, None))),
            Format::Table => print(&trace::table(timeline)),
            Format::Json => print(&trace::json(timeline)),
            Format::OtlpJson => print(&trace::otlp(timeline)),
            Format::Markdown => print(&trace::markdown(timeline)),
        }
    }

    fn list(
        &self,
        by: &'static str,
        pick: impl FnOnce(Vec<(Box<str>, Figures)>) -> Vec<(Box<str>, Figures)>,
    ) -> Result<(), Failure> {
        let survey = |_| Survey { reader: &self.reader, window: self.times.window, most: MOST };
        let (all, others) = self.reading.fold(self.masker.as_ref(), survey).0.finish();
        let told = all.len() as u64;
        let requests = pick(all).into_iter().map(|(id, figures)| Listed {
            id: self.masked(&id),
            entries: figures.entries,
            errors: figures.errors,
            total: figures.extent.map_or(0.0, |extent| trace::milliseconds(extent.end - extent.start)),
            began: figures.extent.map_or(String::new(), |extent| self.shown(extent.start)),
        });
        let listing = Listing { by, requests: requests.collect(), told, others: others.entries };
        match self.settings.format {
            Format::Json => print(&trace::list(&listing, Form::Json)),
            Format::Markdown => print(&trace::list(&listing, Form::Markdown)),
            Format::Tree | Format::Table | Format::OtlpJson => {
                print_styled(&trace::list(&listing, Form::Table(screen::layout(None, None))))
            }
        }
    }

    /// An id as it may be shown.
    fn masked(&self, id: &str) -> String {
        match &self.masker {
            Some(masker) => String::from_utf8_lossy(&masker.mask_line(id.as_bytes())).into_owned(),
            None => id.to_owned(),
        }
    }

    fn shown(&self, time: i64) -> String {
        window::shown(time, &self.times.zone)
    }
}
