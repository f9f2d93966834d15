//! `pake report`: what is slow, what fails, what changed.
//!
//! A report is a fold (`gather`) whose `state` is shown (`view`), or written down to be merged
//! with others (`partial`).

mod baseline;
mod gates;
mod gather;
mod names;
mod newest;
mod partial;
mod plan;
mod reading;
mod settings;
mod state;
mod stored;
mod view;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

pub use settings::{Format, Settings};

use super::inputs::{cannot_read, is_same, warn_of_terminal};
use super::{Failure, cannot_write, policy, print, print_styled};
use crate::diagnostics::{Diagnostic, colour};
use crate::exit::Exit;
use crate::input::Origin;
use crate::output::{FileError, Whole, resolve};
use crate::render::{self, Layout, Report};
use gates::Condition;
use partial::{Asked, Partial};
use plan::Times;
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
    let conditions = conditions(settings, &mut failure);
    let times = plan::times(settings).map_err(|error| failure.push(error)).ok();
    let named = plan::fields(settings).map_err(|error| failure.push(error)).ok();
    let masked = !settings.unmasked && !settings.merge;
    let policy = masked.then(|| policy::read(&settings.config).map_err(|faults| failure.extend(faults)).ok()).flatten();
    for input in &settings.inputs {
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
    let (Some(mut times), Some(named), true) = (times, named, failure.is_empty()) else {
        return Err(failure);
    };
    warn_of_terminal(&settings.inputs);
    let reading = Reading::new(settings, policy)?;
    let partial = if settings.merge {
        reading.merge()?
    } else {
        if settings.from_last_entry {
            times = plan::from_last_entry(settings, times, &reading)?;
        }
        gather(settings, &reading, &times, named)
    };
    let exit = if reading.has_lost() { Exit::Usage } else { Exit::Done };
    if settings.partial {
        write(settings.output.as_deref(), &partial.line())?;
        return Ok(exit);
    }
    let mut report = view(settings, times, partial, &conditions);
    if let Some((path, text)) = earlier {
        let name = path.display().to_string();
        baseline::compare(&mut report, &text, &name)
            .map_err(|error| vec![Diagnostic::error(format!("cannot compare with `{name}`: {error}"))])?;
    }
    report.gates = conditions.iter().map(|condition| condition.ask(&report)).collect();
    let text = text(settings, &report);
    match (&settings.output, settings.format) {
        // What is foreign in a table was made neutral; it has styles of its own.
        (None, Format::Table) => print_styled(&text)?,
        (output, _) => write(output.as_deref(), &text)?,
    }
    for gate in report.gates.iter().filter(|gate| gate.failed) {
        for found in &gate.found {
            Diagnostic::error(format!("`{}`: {found}", gate.text)).say();
        }
    }
    let failed = report.gates.iter().any(|gate| gate.failed);
    Ok(if failed { exit.max(Exit::Found) } else { exit })
}

fn conditions(settings: &Settings, failure: &mut Failure) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for text in &settings.gates {
        match Condition::parse(text) {
            Ok(condition) if condition.needs_baseline() && settings.baseline.is_none() => {
                let said = format!("`{text}` has nothing to compare with");
                failure.push(Diagnostic::error(said).with_help("--baseline FILE names an earlier report in JSON"));
            }
            Ok(condition) => conditions.push(condition),
            Err(error) => failure.push(Diagnostic::error(error.to_string()).with_help(gates::HELP)),
        }
    }
    conditions
}

/// Reads the logs.
fn gather(settings: &Settings, reading: &Reading, times: &Times, named: plan::Named) -> Partial {
    let plan = plan::plan(settings, times, named);
    let state = reading.gather(&plan);
    let names: Vec<String> = settings.inputs.iter().map(Origin::to_string).collect();
    Partial {
        asked: Asked {
            window: times.window,
            by: settings.by.clone(),
            field: settings.field.clone().unwrap_or_else(|| "duration".to_owned()),
            time: plan.measured.is_time(),
            groups: settings.groups,
            unmasked: settings.unmasked,
        },
        inputs: view::read(&state, &names).into_iter().collect(),
        state,
    }
}

fn view(settings: &Settings, times: Times, partial: Partial, conditions: &[Condition]) -> Report {
    let Partial { asked, inputs, mut state } = partial;
    let (names, read): (Vec<String>, Vec<state::Input>) = inputs.into_iter().unzip();
    state.inputs = read.into_iter().enumerate().collect();
    // What a gate asks for is shown.
    let mut percentiles = settings.percentiles.clone();
    percentiles.extend(conditions.iter().filter_map(Condition::percentile));
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
        Format::Table => {
            let stdout = io::stdout();
            let terminal = settings.output.is_none() && stdout.is_terminal();
            let size = if terminal { rustix::termios::tcgetwinsize(&stdout).ok() } else { None };
            let columns = size.map_or(80, |size| usize::from(size.ws_col));
            let colour = settings.output.is_none() && colour(&stdout);
            render::table(report, Layout { columns, top: settings.top, colour })
        }
        Format::Json => render::json(report),
        Format::Csv => render::csv(report),
        Format::Markdown => render::markdown(report, settings.top),
        Format::Html => render::html(report, settings.top),
        Format::Prometheus => render::prometheus(report),
    }
}

/// Writes the text where it was asked for.
fn write(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    let Some(path) = path else {
        return print(text);
    };
    let name = path.display().to_string();
    let write = || -> Result<(), FileError> {
        let mut file = Whole::create(path)?;
        file.write_all(text.as_bytes())?;
        file.finish()
    };
    write().map_err(|error| match error {
        FileError::System(error) => vec![cannot_write(&name, &error)],
        other => vec![Diagnostic::error(format!("cannot write `{name}`: {other}"))],
    })
}
