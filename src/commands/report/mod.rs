//! `pake report`: what is slow, what fails, what changed.

mod gather;
mod names;
mod settings;
mod state;
mod view;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::tz::TimeZone;

pub use settings::{Format, Settings};

use super::inputs::{cannot_read, explain};
use super::{Failure, cannot_write, print};
use crate::diagnostics::{Diagnostic, colour};
use crate::entry::aliases::unit_of_name;
use crate::entry::fields::{BadField, Fields};
use crate::entry::time::TimeReader;
use crate::exit::Exit;
use crate::input::{Blocks, Halt, Origin, Sizes, Sources, Trouble};
use crate::mask::{Masker, Policy};
use crate::output::{FileError, Whole};
use crate::pipeline::{self, Progress};
use crate::render::{self, Layout, Report};
use crate::window::{self, BadWindow, Clock, Window};
use gather::{Gather, Measured, Plan};
use state::State;
use view::Manner;

/// Reports on what the settings name.
///
/// # Errors
/// What is wrong with the settings or the inputs, all of it and before anything is read; then what
/// is wrong with the output.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let times = times(settings).map_err(|error| failure.push(error)).ok();
    let fields = fields(settings).map_err(|error| failure.push(error)).ok();
    for input in &settings.inputs {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
    }
    let (Some(times), Some(fields), true) = (times, fields, failure.is_empty()) else {
        return Err(failure);
    };
    if settings.inputs == [Origin::Stdin] && io::stdin().is_terminal() {
        Diagnostic::warning("reading from the terminal; name a file or pipe a log into it").say();
    }
    let reading = Reading { settings, lossy: Arc::default() };
    let window = times.window;
    let zone = times.zone.clone();
    let (by, measured, fields) = fields;
    let grouped_by = match by.is_empty() {
        true => "operation, path, event or category".to_owned(),
        false => settings.by.join(", "),
    };
    let plan = Plan {
        fields,
        times: TimeReader::new(times.input_zone, times.clock.nanos()),
        window,
        by,
        measured,
        groups: settings.groups,
    };
    let state = reading.gather(&plan)?;
    let manner = Manner {
        zone,
        percentiles: settings.percentiles.clone(),
        window,
        inputs: settings.inputs.iter().map(Origin::to_string).collect(),
        field: settings.field.clone().unwrap_or_else(|| "duration".to_owned()),
        time: !matches!(measured, Measured::Number(_)),
        grouped_by,
    };
    let report = view::report(state, &manner);
    write(settings, &report)?;
    match reading.lossy.load(Ordering::Relaxed) {
        true => Ok(Exit::Usage),
        false => Ok(Exit::Done),
    }
}

/// Times as the settings mean them.
struct Times {
    zone: TimeZone,
    input_zone: TimeZone,
    clock: Clock,
    window: Window,
}

fn times(settings: &Settings) -> Result<Times, Diagnostic> {
    let wrong = |error: BadWindow| {
        let said = Diagnostic::error(error.to_string());
        match error {
            BadWindow::Time(_) | BadWindow::Date(_) | BadWindow::Range(_) => said.with_help(window::HELP),
            BadWindow::Zone(_) => said.with_help("zones are `UTC`, `local`, `Europe/Berlin`, `+02:00`"),
            BadWindow::Backwards | BadWindow::Far(_) => said,
        }
    };
    let zone = window::zone(&settings.zone).map_err(wrong)?;
    let input_zone = window::zone(&settings.input_zone).map_err(wrong)?;
    let mut clock = Clock::wall(zone.clone());
    if let Some(now) = &settings.now {
        clock = Clock::at(window::parse_time(now, &clock).map_err(wrong)?, zone.clone());
    }
    let window = settings.window.resolve(&clock).map_err(wrong)?;
    Ok(Times { zone, input_zone, clock, window })
}

type Named = (Vec<(String, crate::entry::fields::SlotId)>, Measured, Fields);

fn fields(settings: &Settings) -> Result<Named, Diagnostic> {
    let mut fields = Fields::new();
    let mut add = |name: &String| {
        fields.add(name).map_err(|error| {
            Diagnostic::error(match error {
                BadField::Empty => format!("`{name}` is no field: a name is missing"),
                BadField::TooDeep => format!("`{name}` leads too deep"),
                BadField::TooMany => format!("there are too many fields: `{name}` is one more than there can be"),
            })
        })
    };
    let by = settings.by.iter().map(|name| Ok((name.clone(), add(name)?))).collect::<Result<_, _>>()?;
    let measured = match &settings.field {
        None => Measured::Duration(settings.unit),
        Some(name) if name == "duration" => Measured::Duration(settings.unit),
        Some(name) => match (add(name)?, unit_of_name(name).or(settings.unit)) {
            (slot, Some(unit)) => Measured::Time(slot, unit),
            (slot, None) => Measured::Number(slot),
        },
    };
    Ok((by, measured, fields))
}

/// One reading of the inputs.
struct Reading<'a> {
    settings: &'a Settings,
    lossy: Arc<AtomicBool>,
}

impl Reading<'_> {
    fn gather(&self, plan: &Plan) -> Result<State, Failure> {
        let masker = (!self.settings.unmasked).then(|| Masker::new(Policy::default_profile()));
        let halt = Halt::new().map_err(|error| vec![cannot_write("<pipe>", &error)])?;
        let read: Arc<AtomicU64> = Arc::default();
        let lossy = self.lossy.clone();
        let report = move |trouble: Trouble| {
            if trouble.loss.is_loss() {
                lossy.store(true, Ordering::Relaxed);
            }
            explain(&trouble).say();
        };
        let sources = Sources::new(self.settings.inputs.clone(), halt, read.clone(), report);
        let progress = io::stderr().is_terminal().then(|| Progress::show(read, self.size()));
        let threads = self.settings.threads.unwrap_or_else(pipeline::default_threads);
        let blocks = Blocks::new(sources, Sizes::default());
        let part = pipeline::fold(blocks, &Gather { plan, masker }, threads);
        drop(progress);
        Ok(part.into_state())
    }

    /// The bytes to read, if all inputs are files.
    fn size(&self) -> Option<u64> {
        let size = |input: &Origin| match input {
            Origin::File(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len()),
            Origin::Stdin => None,
        };
        self.settings.inputs.iter().map(size).sum()
    }
}

/// Writes the report where it was asked for.
fn write(settings: &Settings, report: &Report) -> Result<(), Failure> {
    let text = match settings.format {
        Format::Table => {
            let stdout = io::stdout();
            let terminal = settings.output.is_none() && stdout.is_terminal();
            let size = if terminal { rustix::termios::tcgetwinsize(&stdout).ok() } else { None };
            let columns = size.map_or(80, |size| usize::from(size.ws_col));
            let colour = settings.output.is_none() && colour(&stdout);
            render::table(report, Layout { columns, top: settings.top, colour })
        }
        Format::Json => render::json(report),
    };
    let Some(path) = &settings.output else {
        return print(&text);
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
