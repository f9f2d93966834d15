//! Reads the inputs: logs on all threads, or states.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use memchr::memchr_iter;
use sha2::{Digest, Sha256};

use super::errors::Errors;
use super::gather::{Gather, Plan};
use super::partial::Partial;
use super::settings::Settings;
use super::state::{Input, State};
use crate::commands::Failure;
use crate::commands::inputs::reporter;
use crate::commands::names;
use crate::commands::reading::{self, passing};
use crate::commands::times::Times;
use crate::config::Layers;
use crate::diagnostics::Diagnostic;
use crate::entry::fields::Fields;
use crate::input::{Origin, Sources, Supplied, Supply};
use crate::mask::{Masker, Policy};
use crate::stats::Merge;

/// Bytes of a state that are asked for at a time.
const READ: usize = 256 << 10;

/// The reading of the inputs of one run.
pub struct Reading<'a> {
    reading: reading::Reading<'a>,
    /// Masks names and messages, unless they are asked for as they are.
    masker: Option<Masker>,
}

impl<'a> Reading<'a> {
    /// Of these inputs, as the settings ask for it.
    ///
    /// # Errors
    /// When the process has no file descriptors left.
    pub fn new(
        inputs: &'a [Origin],
        settings: &Settings,
        layers: &Layers,
        policy: Option<Policy>,
    ) -> Result<Reading<'a>, Failure> {
        let reading = reading::Reading::new(inputs, settings.threads, settings.progress)?.in_order(layers)?;
        Ok(Reading { reading, masker: policy.map(Masker::new) })
    }

    /// Whether bytes of an input were lost; that was said when it happened.
    pub fn has_lost(&self) -> bool {
        self.reading.has_lost()
    }

    /// The name of an input as it may stand in a report: a file can be called by what it is about.
    pub fn name(&self, input: &Origin) -> String {
        names::of_input(input, self.masker.as_ref())
    }

    /// Gathers from all lines. What is wrong with an input is said, and the next goes on.
    pub fn gather(&self, plan: &Plan) -> State {
        let masker = self.masker.as_ref();
        let errors = &Errors::new(&plan.fields, masker);
        let mut state = self.reading.fold(masker, |input| Gather { plan, masker, errors, input }).into_state();
        for number in 0..self.reading.inputs.len() {
            if let Some(part) = self.reading.part(number) {
                state.pass_by(number, part, plan.window);
            }
        }
        self.say_malformed(&state);
        state
    }

    /// Says where the first malformed lines are: by line where the input can be read once more, else
    /// by byte.
    fn say_malformed(&self, state: &State) {
        let places = &state.malformed_at.0;
        for (input, offset) in places {
            let origin = &self.reading.inputs[*input];
            let place = match self.newlines(origin, *offset) {
                Some(before) => format!("`{origin}:{}`", before + 1),
                None => format!("`{origin}`, byte {offset}"),
            };
            Diagnostic::warning(format!("{place}: malformed JSON")).say();
        }
        let more = state.lines.malformed - places.len() as u64;
        if more > 0 {
            Diagnostic::warning(format!("{more} more malformed lines")).say();
        }
    }

    /// How many lines end in the first bytes of a regular file, decoded.
    fn newlines(&self, origin: &Origin, bytes: u64) -> Option<u64> {
        if passing(origin) {
            return None;
        }
        // What is wrong with the input was said when it was read.
        let mut sources = Sources::new(vec![origin.clone()], self.reading.halt.clone(), Arc::default(), |_| {});
        let (mut buffer, mut rest, mut count) = (vec![0; READ], bytes, 0);
        while rest > 0 {
            let want = rest.min(READ as u64) as usize;
            match sources.supply(&mut buffer[..want], true) {
                Supplied::Bytes(got) => {
                    count += memchr_iter(b'\n', &buffer[..got]).count() as u64;
                    rest -= got as u64;
                }
                Supplied::Nothing | Supplied::Next => {}
                Supplied::End => return None,
            }
        }
        Some(count)
    }

    /// The times that are looked at, counted from the newest entry where that is asked for.
    ///
    /// # Errors
    /// When an input cannot be read twice, or no entry has a time.
    pub fn counted(&self, times: Times, settings: &Settings, fields: &Fields) -> Result<Times, Failure> {
        self.reading.counted(times, &settings.times, fields)
    }

    /// Merges the states in all inputs, a line each.
    ///
    /// # Errors
    /// When a line is no state, or states do not go together: none is left out in silence.
    pub fn merge(&self) -> Result<Partial, Failure> {
        let mut merged: Option<(Partial, BTreeMap<String, Input>)> = None;
        let mut places: HashMap<[u8; 32], String> = HashMap::new();
        for origin in self.reading.inputs {
            let text = self.whole(origin);
            for (number, line) in text.split(|byte| *byte == b'\n').enumerate() {
                if line.trim_ascii().is_empty() {
                    continue;
                }
                let place = format!("{origin}:{}", number + 1);
                let fails = |why: &str| vec![Diagnostic::error(format!("cannot merge `{place}`: {why}"))];
                let line = std::str::from_utf8(line).map_err(|_| fails("it is no text"))?;
                let partial = Partial::read(line).map_err(|error| fails(&error.to_string()))?;
                // Parts that hold nothing are alike.
                if partial.state.lines.total() > 0
                    && let Some(first) = places.insert(Sha256::digest(line).into(), place.clone())
                {
                    Diagnostic::warning(format!("`{place}` is the same state as `{first}`; both are counted")).say();
                }
                let (into, read) = match &mut merged {
                    None => {
                        let read = partial.inputs.iter().cloned().collect();
                        merged = Some((partial, read));
                        continue;
                    }
                    Some(merged) => merged,
                };
                if let Some(what) = into.asked.difference(&partial.asked) {
                    return Err(fails(&format!("it is not like those before it in {what}")));
                }
                for (name, input) in partial.inputs {
                    read.entry(name).or_default().merge(input);
                }
                into.state.merge(partial.state);
            }
        }
        let Some((merged, read)) = merged else {
            let said = Diagnostic::error("there is no state to merge");
            return Err(vec![said.with_help("`pake report --partial FILE` writes one")]);
        };
        Ok(Partial { inputs: read.into_iter().collect(), ..merged })
    }

    /// All bytes of an input, decoded.
    fn whole(&self, origin: &Origin) -> Vec<u8> {
        let mut sources = Sources::new(
            vec![origin.clone()],
            self.reading.halt.clone(),
            Arc::default(),
            reporter(self.reading.lossy.clone()),
        );
        let (mut text, mut buffer) = (Vec::new(), vec![0; READ]);
        loop {
            match sources.supply(&mut buffer, true) {
                Supplied::Bytes(count) => text.extend_from_slice(&buffer[..count]),
                Supplied::Nothing | Supplied::Next => {}
                Supplied::End => return text,
            }
        }
    }
}
