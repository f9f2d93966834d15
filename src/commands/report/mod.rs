//! `pake report`: what is slow, what fails, what changed.
//!
//! A report is a fold (`gather`) whose `state` is shown (`view`), or written down to be merged
//! with others (`partial`).

mod baseline;
mod errors;
mod gates;
mod gather;
mod hints;
mod keys;
mod partial;
mod plan;
mod reading;
mod settings;
mod state;
mod stored;
mod view;

use std::fs;
use std::path::Path;

pub use settings::{Format, Settings};

use super::inputs::{cannot_read, is_same, warn_of_terminal};
use super::times::{self, Times};
use super::{Failure, policy, print, print_styled, screen, write_whole};
use crate::config::gate::Gate;
use crate::diagnostics::Diagnostic;
use crate::exit::Exit;
use crate::input::Origin;
use crate::output::resolve;
use crate::render::{self, Report};
use crate::window::shown;
use keys::Keys;
use partial::{Asked, Partial};
use plan::Named;
use reading::Reading;
use view::Manner;

/// Whether the input, or the baseline's file, is what the report would replace.
fn is_output(input: &Origin, settings: &Settings) -> bool {
    let output = settings.output.as_ref().and_then(|path| resolve(path).ok()).and_then(|path| fs::metadata(path).ok());
    output.filter(fs::Metadata::is_file).is_some_and(|output| is_same(input, &output))
}

/// Reports on what the settings name.
///
/// # Errors
/// What is wrong with the settings or the inputs, all of it and before anything is read; then what
/// is wrong with the output.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let (layers, policy) = policy::load(&settings.config)?;
    let policy = Some(policy).filter(|_| !settings.unmasked && !settings.merge);
    let keys = Keys::of(&layers, settings).map_err(|faults| failure.extend(faults)).ok();
    let times = times::understand(&settings.times, &layers.input_zone()).map_err(|error| failure.push(error)).ok();
    let named = keys.as_ref().and_then(|keys| plan::fields(settings, keys).map_err(|error| failure.push(error)).ok());
    for input in keys.iter().flat_map(|keys| &keys.inputs) {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
        if is_output(input, settings) {
            failure.push(Diagnostic::error(format!("`{input}` is input and output")));
        }
    }
    let earlier = settings.baseline.as_deref().and_then(|path| {
        let read = fs::read_to_string(path);
        read.map_err(|error| failure.push(cannot_read(&path.display(), &error))).ok().map(|text| (path, text))
    });
    if let Some(path) = settings.baseline.as_ref().filter(|path| is_output(&Origin::named(path), settings)) {
        failure.push(Diagnostic::error(format!("`{}` is the baseline and the output", path.display())));
    }
    let unfit = |keys: &Keys, time: bool| -> Failure {
        keys.gates.iter().filter_map(|gate| gates::check_unit(gate, time).err()).collect()
    };
    if let (Some(keys), Some(named), false) = (&keys, &named, settings.partial || settings.merge) {
        failure.extend(unfit(keys, named.measured.is_time()));
    }
    let (Some(keys), Some(mut times), Some(named), true) = (keys, times, named, failure.is_empty()) else {
        return Err(failure);
    };
    warn_of_terminal(&keys.inputs);
    let reading = Reading::new(&keys.inputs, settings, &layers, policy)?;
    let partial = if settings.merge {
        let merged = reading.merge()?;
        let unfit = unfit(&keys, merged.asked.time);
        if !unfit.is_empty() && !settings.partial {
            return Err(unfit);
        }
        merged
    } else {
        times = reading.counted(times, settings, &named.fields)?;
        gather(settings, &keys, &reading, &times, named)
    };
    let exit = if reading.has_lost() { Exit::Usage } else { Exit::Done };
    if settings.partial {
        write(settings.output.as_deref(), &partial.line())?;
        return Ok(exit);
    }
    let outside = partial.state.outside;
    let zone = times.zone.clone();
    let mut report = view(&keys, times, partial);
    if let Some((path, text)) = earlier {
        let name = path.display().to_string();
        baseline::compare(&mut report, &text, &name)
            .map_err(|error| vec![Diagnostic::error(format!("cannot compare with `{name}`: {error}"))])?;
    }
    report.gates = keys.gates.iter().map(|gate| gates::ask(gate, &report)).collect();
    let text = text(settings, &report);
    match (&settings.output, settings.format) {
        // What is foreign in a table was made neutral; it has styles of its own.
        (None, Format::Table) => print_styled(&text)?,
        (output, _) => write(output.as_deref(), &text)?,
    }
    hints::of(&report, settings, outside.map(|(first, last)| (shown(first, &zone), shown(last, &zone))))
        .iter()
        .for_each(Diagnostic::say);
    for gate in report.gates.iter().filter(|gate| gate.failed) {
        for found in &gate.found {
            Diagnostic::error(format!("`{}`: {found}", gate.text)).say();
        }
    }
    let failed = report.gates.iter().any(|gate| gate.failed);
    Ok(if failed { exit.max(Exit::Found) } else { exit })
}

/// Reads the logs.
fn gather(settings: &Settings, keys: &Keys, reading: &Reading, times: &Times, named: Named) -> Partial {
    let plan = plan::plan(settings, keys, times, named);
    let state = reading.gather(&plan);
    let names: Vec<String> = keys.inputs.iter().map(|input| reading.name(input)).collect();
    Partial {
        asked: Asked {
            window: times.window,
            by: keys.by.clone(),
            field: settings.field.clone().unwrap_or_else(|| "duration".to_owned()),
            time: plan.measured.is_time(),
            groups: settings.groups,
            unmasked: settings.unmasked,
            level: keys.level.map(|level| level.name().to_owned()),
        },
        inputs: view::read(&state, &names).into_iter().collect(),
        state,
    }
}

fn view(keys: &Keys, times: Times, partial: Partial) -> Report {
    let Partial { asked, inputs, mut state } = partial;
    let (names, read): (Vec<String>, Vec<state::Input>) = inputs.into_iter().unzip();
    state.inputs = read.into_iter().enumerate().collect();
    // What a gate asks for is shown.
    let mut percentiles = keys.percentiles.clone();
    percentiles.extend(keys.gates.iter().filter_map(Gate::percentile));
    percentiles.sort_unstable();
    percentiles.dedup();
    let grouped_by = match asked.by.is_empty() {
        true => "operation, path, event or category".to_owned(),
        false => asked.by.join(", "),
    };
    let manner = Manner {
        zone: times.zone,
        percentiles,
        window: asked.window,
        inputs: names,
        field: asked.field,
        time: asked.time,
        grouped_by,
    };
    view::report(state, &manner)
}

fn text(settings: &Settings, report: &Report) -> String {
    match settings.format {
        Format::Table => render::table(report, screen::layout(settings.output.as_deref(), settings.top)),
        Format::Json => render::json(report),
        Format::Csv => render::csv(report),
        Format::Markdown => render::markdown(report, settings.top),
        Format::Html => render::html(report, settings.top),
        Format::Prometheus => render::prometheus(report),
    }
}

/// Writes the text where it was asked for.
fn write(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    path.map_or_else(|| print(text), |path| write_whole(path, text))
}
