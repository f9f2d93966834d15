//! `pake audit FILE…`: who did what, and what of it stands out; held against frameworks.
//!
//! The audit is a fold (`gather`) of what entries say (`facts`), whose `state` is shown (`view`) and
//! asked (`controls`).

mod bursts;
mod controls;
mod evidence;
mod facts;
mod gather;
mod hours;
mod policy;
mod settings;
mod state;
#[cfg(test)]
pub mod tests;
mod view;
mod words;

use std::num::NonZeroUsize;

pub use settings::{Format, Settings};

use super::controls::unknown;
use super::verify;
use crate::commands::inputs::{cannot_read, chosen, warn_of_terminal};
use crate::commands::names;
use crate::commands::policy::load;
use crate::commands::reading::Reading;
use crate::commands::sealing::public_key;
use crate::commands::times::{self, Times};
use crate::commands::{Failure, print, print_styled, screen, sorted, write_whole};
use crate::config::Layers;
use crate::diagnostics::Diagnostic;
use crate::entry::fields::Fields;
use crate::exit::Exit;
use crate::input::Origin;
use crate::mask::Masker;
use crate::pipeline::ProgressMode;
use crate::render::audit;
use controls::Seal;
pub use controls::{FRAMEWORKS, Framework};
use facts::{Named, Slots};
use gather::{Gather, Plan};
use hours::Hours;
use view::Manner;

/// Audits the logs that the settings name.
///
/// # Errors
/// What is wrong with the settings or the logs, all of it and before anything is read; then what is
/// wrong with the output.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let mut failure: Failure = Vec::new();
    let (layers, policy) = load(&settings.config)?;
    let inputs = chosen(&settings.inputs, &layers).map_err(|faults| failure.extend(faults)).unwrap_or_default();
    let times = times::understand(&settings.times, &layers.input_zone()).map_err(|error| failure.push(error)).ok();
    let key = settings.key.as_deref().map(public_key).transpose().map_err(|error| failure.push(error)).ok().flatten();
    for input in &inputs {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
        failure.extend(super::written_over(input, settings.output.as_deref()));
    }
    let frameworks = frameworks(settings, &layers, &mut failure);
    let (Some(times), true) = (times, failure.is_empty()) else {
        return Err(failure);
    };
    warn_of_terminal(&inputs);
    let reading = Reading::new(&inputs, settings.threads, ProgressMode::Auto)?.in_order(&layers)?;
    let mut fields = Fields::with(&layers.own_names()).map_err(|_| unreadable("input.fields"))?;
    let slots = slots(&mut fields, &layers)?;
    let Times { zone, reader, window, .. } = reading.counted(times, &settings.times, &fields)?;
    let hours = Hours::of(&layers);
    let plan = Plan { fields, slots, times: reader, window, hours: hours.clone(), groups: settings.groups };
    let digest = (!settings.unmasked).then(|| policy::digest(&policy, &layers));
    let masker = (!settings.unmasked).then(|| Masker::new(policy));
    // Evidence is the hash of a line: it stays as it is.
    let part = reading.fold(None, |input| Gather { plan: &plan, masker: masker.as_ref(), input });
    let mut state = part.into_state();
    for (number, input) in inputs.iter().enumerate() {
        if let Some(part) = reading.part(number) {
            state.pass_by(number, part, sorted::lines_before(input, part.bytes.start));
        }
    }
    if let Some(masker) = &masker {
        view::shown_fields(&mut state.masked, |path| names::shown(path.as_bytes(), "path", Some(masker)));
    }
    let seals = match &key {
        Some(key) => seals(&inputs, key, settings.threads)?,
        None => Vec::new(),
    };
    let manner = Manner {
        zone,
        window,
        inputs: inputs.iter().map(|input| names::of_input(input, masker.as_ref())).collect(),
        hours: hours.map(|hours| hours.text),
        policy: digest,
        frameworks,
        seals,
    };
    write(settings, &view::audit(state, &manner))?;
    Ok(if reading.has_lost() { Exit::Usage } else { Exit::Done })
}

fn slots(fields: &mut Fields, layers: &Layers) -> Result<Slots, Failure> {
    let named = Named {
        actor: layers.texts("audit.actor"),
        action: layers.texts("audit.action"),
        resource: layers.texts("audit.resource"),
        result: layers.texts("audit.result"),
    };
    Slots::add(fields, &named).map_err(|_| unreadable("audit"))
}

fn unreadable(section: &str) -> Failure {
    vec![Diagnostic::error(format!("a field that `{section}` of the config names cannot be looked for"))]
}

/// What the audit is held against: flags, else the config.
fn frameworks(settings: &Settings, layers: &Layers, failure: &mut Failure) -> Vec<&'static Framework> {
    let names = match &settings.frameworks[..] {
        [] => layers.texts("audit.frameworks"),
        named => named.to_vec(),
    };
    let mut found: Vec<&'static Framework> = Vec::new();
    for name in names {
        match FRAMEWORKS.into_iter().find(|framework| framework.id.eq_ignore_ascii_case(&name)) {
            Some(framework) if found.iter().any(|known| known.id == framework.id) => {}
            Some(framework) => found.push(framework),
            None => failure.push(unknown(&name)),
        }
    }
    found
}

/// What came of the seals that lie beside the logs.
fn seals(
    inputs: &[Origin],
    key: &crate::seal::PublicKey,
    threads: Option<NonZeroUsize>,
) -> Result<Vec<(String, Seal)>, Failure> {
    let mut seals = Vec::new();
    for input in inputs {
        if let Some(seal) = verify::beside(input, key, threads)? {
            let seal = match seal {
                Ok(lines) => Seal::Intact(lines),
                Err(why) => Seal::Altered(why),
            };
            seals.push((input.to_string(), seal));
        }
    }
    Ok(seals)
}

fn write(settings: &Settings, audit: &audit::Audit) -> Result<(), Failure> {
    let text = match settings.format {
        Format::Table => audit::table(audit, screen::layout(settings.output.as_deref(), settings.top)),
        Format::Json => audit::json(audit),
        Format::Csv => audit::csv(audit),
        Format::Markdown => audit::markdown(audit, settings.top),
        Format::Html => audit::html(audit, settings.top),
    };
    let Some(path) = &settings.output else {
        // What is foreign in a table was made neutral; it has styles of its own.
        return if settings.format == Format::Table { print_styled(&text) } else { print(&text) };
    };
    write_whole(path, &text)
}
