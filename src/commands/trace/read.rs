//! What an entry tells of a request: one step of its timeline.

use crate::commands::names::shorten;
use crate::entry::aliases::{Note, Role, Unit};
use crate::entry::duration;
use crate::entry::fields::{Fields, Seen, SlotId, Value};
use crate::entry::level::Level;
use crate::entry::time::{Nanos, Stamp, TimeReader};
use crate::mask::{Carry, Masker, Scratch, Watch};
use crate::render::trace::Step;

/// The longest text that is kept of an entry, in bytes.
const LONGEST: usize = 2000;

/// Names of ids that tracing gives, besides those of correlation.
const TRACES: [&str; 4] = ["trace_id", "traceId", "trace.id", "dd.trace_id"];
const SPANS: [&str; 4] = ["span_id", "spanId", "span.id", "dd.span_id"];
const PARENTS: [&str; 4] = ["parent_span_id", "parentSpanId", "parent_id", "parent.id"];

/// Names of what was done, and to what, in entries of audits.
const DEEDS: [&str; 4] = ["action", "event.action", "eventName", "verb"];
const THINGS: [&str; 4] = ["resource", "resource.id", "resource.name", "objectRef.name"];

/// Reads entries.
#[derive(Debug)]
pub struct Reader {
    fields: Fields,
    times: TimeReader,
    unit: Option<Unit>,
    traces: Vec<SlotId>,
    spans: Vec<SlotId>,
    parents: Vec<SlotId>,
    /// What entries of audits say was done, and to what.
    deeds: Vec<SlotId>,
    things: Vec<SlotId>,
}

/// What a thread works with.
pub struct Work {
    seen: Seen,
    scratch: Scratch,
    line: Vec<u8>,
    text: Vec<u8>,
}

impl Default for Work {
    fn default() -> Work {
        Work { seen: Seen::default(), scratch: Scratch::new(Watch::default()), line: Vec::new(), text: Vec::new() }
    }
}

/// When what an entry tells of was: its beginning and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The end without the duration.
    pub start: Nanos,
    /// When the entry was written.
    pub end: Nanos,
}

impl Reader {
    /// Understands times with `times`, and durations without a unit as `unit`.
    pub fn new(mut fields: Fields, times: TimeReader, unit: Option<Unit>) -> Reader {
        let mut add = |names: [&str; 4]| names.iter().filter_map(|name| fields.add(name).ok()).collect();
        let (traces, spans, parents) = (add(TRACES), add(SPANS), add(PARENTS));
        let (deeds, things) = (add(DEEDS), add(THINGS));
        Reader { fields, times, unit, traces, spans, parents, deeds, things }
    }

    /// The step that an entry is, masked; its time, if it has one that can be read. None for what is no
    /// entry.
    pub fn step(&self, line: &[u8], masker: Option<&Masker>, work: &mut Work) -> Option<(Option<Nanos>, Step)> {
        let Work { seen, scratch, line: masked, text } = work;
        let mut line = line;
        if let Some(masker) = masker {
            masker.mask_lines(line, Carry::default(), scratch);
            masked.clear();
            scratch.edits.apply(line, masked);
            line = masked;
        }
        self.fields.read(line, seen).ok()?;
        let role = |role: Role, text: &mut Vec<u8>| shown(seen.get(role), line, text);
        let first = |slots: &[SlotId], text: &mut Vec<u8>| {
            let found = slots.iter().find_map(|slot| seen.get(*slot));
            shown(found, line, text)
        };
        let stamp = self.stamp(seen, line, text);
        let duration = self.duration(seen, line, stamp, text);
        let level = seen.get(Role::Level).and_then(|value| Level::read(value.raw(line), value.note));
        let path = role(Role::Path, text).map(|path| match role(Role::Method, text) {
            Some(method) => format!("{method} {path}"),
            None => path,
        });
        let path = path.map(|path| match role(Role::Status, text) {
            Some(status) => format!("{path} {status}"),
            None => path,
        });
        let message = role(Role::Message, text).or_else(|| role(Role::ErrorMessage, text));
        let event = role(Role::Event, text).filter(|_| message.is_none());
        let deed = first(&self.deeds, text).map(|deed| match first(&self.things, text) {
            Some(thing) => format!("{deed} {thing}"),
            None => deed,
        });
        let error_type = role(Role::ErrorType, text);
        let time = stamp.map(|stamp| stamp.nanos);
        let step = Step {
            time: time.unwrap_or_default(),
            start: time.map_or(0, |time| begin(time, duration)),
            duration,
            service: role(Role::Service, text),
            level: level.map(Level::name),
            error: match level {
                Some(level) => level >= Level::Error,
                None => error_type.is_some(),
            },
            what: role(Role::Operation, text).or(path).or(event).or(deed),
            message,
            error_type,
            trace_id: first(&self.traces, text),
            span_id: first(&self.spans, text),
            parent_span_id: first(&self.parents, text),
            ..Step::default()
        };
        Some((time, step))
    }

    /// The id of the request that an entry is of, when it was, and whether it tells of a failure. None
    /// for what is no entry or of no request.
    pub fn brief<'w>(&self, line: &[u8], work: &'w mut Work) -> Option<(&'w [u8], Option<Extent>, bool)> {
        let Work { seen, text, line: id, .. } = work;
        self.fields.read(line, seen).ok()?;
        let value = seen.get(Role::Correlation)?;
        id.clear();
        value.decode(line, id);
        if id.is_empty() {
            return None;
        }
        let stamp = self.stamp(seen, line, text);
        let extent = stamp.map(|stamp| {
            let duration = self.duration(seen, line, Some(stamp), text);
            Extent { start: begin(stamp.nanos, duration), end: stamp.nanos }
        });
        let level = seen.get(Role::Level).and_then(|value| Level::read(value.raw(line), value.note));
        let error = match level {
            Some(level) => level >= Level::Error,
            None => seen.get(Role::ErrorType).is_some(),
        };
        Some((id, extent, error))
    }

    fn stamp(&self, seen: &Seen, line: &[u8], text: &mut Vec<u8>) -> Option<Stamp> {
        let value = seen.get(Role::Time)?;
        self.times.read(value.text(line, text))
    }

    /// Milliseconds.
    fn duration(&self, seen: &Seen, line: &[u8], stamp: Option<Stamp>, text: &mut Vec<u8>) -> Option<f64> {
        let value = seen.get(Role::Duration)?;
        let ts = self.fields.time_is_ts(seen);
        let unit = match value.note {
            Note::In(unit) => unit,
            _ => self.unit.unwrap_or(Unit::of_bare(ts && stamp.is_some_and(|stamp| stamp.epoch_seconds))),
        };
        let found = duration::milliseconds(value.text(line, text), unit)?;
        // Longer than a year is no duration of a request.
        (0.0..3.2e10).contains(&found).then_some(found)
    }
}

fn begin(end: Nanos, duration: Option<f64>) -> Nanos {
    end.saturating_sub(duration.map_or(0, |duration| (duration * 1e6) as i64))
}

/// A value as text, cut where it is too long; None where there is none.
fn shown(value: Option<&Value>, line: &[u8], text: &mut Vec<u8>) -> Option<String> {
    let found = value?.text(line, text);
    let mut found = String::from_utf8_lossy(&found[..found.len().min(LONGEST + 4)]).into_owned();
    shorten(&mut found, LONGEST);
    (!found.is_empty()).then_some(found)
}
