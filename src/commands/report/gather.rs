//! The fold: adds blocks of lines to a state.

use memchr::memchr;

use super::errors::{Errors, Work};
use super::state::{State, widened};
use crate::commands::names::{Memory, shown};
use crate::entry::aliases::{Note, Role, Unit};
use crate::entry::fields::{Fields, Kind, Seen, SlotId, Value};
use crate::entry::level::Level;
use crate::entry::time::{Nanos, TimeReader};
use crate::entry::{duration, scan, template};
use crate::input::Block;
use crate::mask::Masker;
use crate::pipeline::Folder;
use crate::stats::{Merge, earlier};
use crate::window::Window;

/// What stands for a field that an entry lacks.
pub const NONE: &str = "(none)";
/// What stands for all names that have no place of their own.
pub const OTHER: &str = "<other>";
/// What stands between the values of several fields while they are one key.
const BETWEEN: u8 = 0x1F;
/// Clocks that were never set begin in 1970: times less than ten years from there are none (nanoseconds).
const SET: Nanos = 3650 * 86_400 * 1_000_000_000;

/// What is gathered from each entry.
#[derive(Debug)]
pub struct Plan {
    /// The names to look for.
    pub fields: Fields,
    /// Reads times.
    pub times: TimeReader,
    /// The time that is looked at.
    pub window: Window,
    /// The least level of the entries that count; None where all do.
    pub level: Option<Level>,
    /// What stands for the service of an entry that names none.
    pub service: String,
    /// Fields to group by; empty for the default.
    pub by: Vec<(String, SlotId)>,
    /// The field that is measured.
    pub measured: Measured,
    /// The most groups.
    pub groups: usize,
}

/// The field that is measured.
#[derive(Debug, Clone, Copy)]
pub enum Measured {
    /// The duration, in milliseconds; the unit of those that tell none, if it was said.
    Duration(Option<Unit>),
    /// A field that is a duration by its name.
    Time(SlotId, Unit),
    /// Any field, a bare number.
    Number(SlotId),
}

impl Measured {
    /// Whether values are milliseconds.
    pub fn is_time(self) -> bool {
        !matches!(self, Measured::Number(_))
    }
}

/// Gathers from the blocks of a log.
pub struct Gather<'a> {
    /// What.
    pub plan: &'a Plan,
    /// Masks names and messages; None leaves them.
    pub masker: Option<&'a Masker>,
    /// Counts errors.
    pub errors: &'a Errors<'a>,
    /// The number of the input.
    pub input: usize,
}

/// What a thread has gathered, and works with.
pub struct Part {
    state: State,
    seen: Seen,
    groups: Memory,
    categories: Memory,
    services: Memory,
    /// Groups' names.
    text: Vec<u8>,
    errors: Work,
}

impl Part {
    /// What was gathered.
    pub fn into_state(self) -> State {
        self.state
    }
}

impl Folder for Gather<'_> {
    type Part = Part;

    fn part(&self) -> Part {
        Part {
            state: State::new(self.plan.groups),
            seen: Seen::default(),
            groups: Memory::default(),
            categories: Memory::default(),
            services: Memory::default(),
            text: Vec::new(),
            errors: Work::default(),
        }
    }

    fn add(&self, block: &Block, offset: u64, part: &mut Part) {
        let input = part.state.inputs.entry(self.input).or_default();
        input.bytes += block.body().len() as u64;
        if let Some(piece) = block.piece {
            // Too long to be held: it is counted, and not looked into.
            if piece.first {
                input.lines += 1;
                part.state.lines.too_long += 1;
            }
            return;
        }
        let (bytes, mut at, mut lines) = (block.bytes(), 0, 0);
        while at < bytes.len() {
            let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found);
            let malformed = part.state.lines.malformed;
            self.line(&bytes[at..end], part);
            if part.state.lines.malformed > malformed {
                part.state.malformed_at.add((self.input, offset + at as u64));
            }
            lines += 1;
            at = end + 1;
        }
        part.state.inputs.entry(self.input).or_default().lines += lines;
    }

    fn merge(&self, into: &mut Part, from: Part) {
        into.state.merge(from.state);
    }
}

impl Gather<'_> {
    fn line(&self, line: &[u8], part: &mut Part) {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let lines = &mut part.state.lines;
        match line.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => lines.blank += 1,
            Some(b'{') => match self.plan.fields.read(line, &mut part.seen) {
                Ok(()) => self.entry(line, part),
                Err(_) => lines.malformed += 1,
            },
            Some(b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') if scan::is_json(line) => {
                lines.other_json += 1;
            }
            Some(_) => lines.text += 1,
        }
    }

    fn entry(&self, line: &[u8], part: &mut Part) {
        let Part { state, seen, text, .. } = part;
        let stamp = seen.get(Role::Time).and_then(|value| match value.kind {
            Kind::Escaped => {
                text.clear();
                value.decode(line, text);
                self.plan.times.read(text)
            }
            Kind::Text | Kind::Scalar => self.plan.times.read(value.raw(line)),
        });
        // A clock that was never set tells no time, and must not widen the buckets of all others.
        let time = stamp.map(|stamp| stamp.nanos).filter(|time| !(-SET..SET).contains(time));
        if self.plan.window.is_limited() {
            match time {
                None => return state.lines.timeless += 1,
                Some(time) if !self.plan.window.holds(time) => {
                    state.outside = widened(state.outside, Some((time, time)));
                    return state.lines.outside += 1;
                }
                Some(_) => {}
            }
        }
        let level = seen.get(Role::Level).and_then(|value| Level::read(value.raw(line), value.note));
        if level.is_some() && level < self.plan.level {
            return state.lines.lesser += 1;
        }
        state.lines.reported += 1;
        state.lines.undated += u64::from(time.is_none());
        state.first = earlier(state.first, time);
        state.last = state.last.max(time);

        state.levels[level.map_or(Level::ALL.len(), |level| level as usize)] += 1;
        let error = match level {
            Some(level) => level >= Level::Error,
            None => has_failed(seen, line),
        };
        state.all.add(time, error);

        let masker = self.masker;
        let field = self.group(seen, line, text);
        let index = part.groups.index(&mut state.groups, text, |name| self.group_name(name, field));
        let group = state.groups.item(index);
        group.counts.add(time, error);
        let ts_seconds = stamp.is_some_and(|stamp| stamp.epoch_seconds) && self.plan.fields.time_is_ts(seen);
        let number = match self.measure(seen, line, ts_seconds) {
            Some(Number::Finite(number)) => {
                group.values.add(number);
                if let Some(time) = time {
                    group.means.at(time).add(number);
                }
                Some(number)
            }
            Some(Number::Nan) => {
                group.nan += 1;
                None
            }
            Some(Number::Infinite) => {
                group.infinite += 1;
                None
            }
            Some(Number::Other) => {
                group.not_numbers += 1;
                None
            }
            None => None,
        };

        let category = text_of(seen.get(Role::Category), line, text);
        let index = part.categories.index(&mut state.categories, category, |name| shown(name, "category", masker));
        state.categories.item(index).add(time, error);
        if let Some(time) = time {
            let moment = state.moments.at(time);
            moment.entries += 1;
            if error {
                moment.errors += 1;
                *moment.by_category.0.at(state.categories.name(index).unwrap_or(OTHER)) += 1;
            }
            if let Some(number) = number {
                moment.values.add(number);
            }
        }
        let service = match seen.get(Role::Service) {
            None => self.plan.service.as_bytes(),
            service => text_of(service, line, text),
        };
        let index = part.services.index(&mut state.services, service, |name| shown(name, "service", masker));
        state.services.item(index).add(time, error);
        if error {
            self.errors.add(&self.plan.fields, line, (seen, time), state, &mut part.errors);
        }
    }

    /// Puts the group's name into `text`; returns the field that it is the value of.
    fn group(&self, seen: &Seen, line: &[u8], text: &mut Vec<u8>) -> &str {
        text.clear();
        if let Some(((first, _), _)) = self.plan.by.split_first() {
            for (index, (_, slot)) in self.plan.by.iter().enumerate() {
                if index > 0 {
                    text.push(BETWEEN);
                }
                match seen.get(*slot) {
                    Some(value) => value.decode(line, text),
                    None if *slot == Role::Service.into() => text.extend_from_slice(self.plan.service.as_bytes()),
                    None => text.extend_from_slice(NONE.as_bytes()),
                }
            }
            return first;
        }
        if let Some(operation) = seen.get(Role::Operation) {
            operation.decode(line, text);
            return "operation";
        }
        if let Some(path) = seen.get(Role::Path) {
            if let Some(method) = seen.get(Role::Method) {
                method.decode(line, text);
                text.push(b' ');
            }
            match path.kind {
                Kind::Escaped => {
                    let mut decoded = Vec::new();
                    path.decode(line, &mut decoded);
                    template::path(&decoded, text);
                }
                Kind::Text | Kind::Scalar => template::path(path.raw(line), text),
            }
            return "path";
        }
        for (role, name) in [(Role::Event, "event"), (Role::Category, "category")] {
            if let Some(value) = seen.get(role) {
                value.decode(line, text);
                return name;
            }
        }
        text.extend_from_slice(NONE.as_bytes());
        "category"
    }

    /// The name of a group as it is shown: each value masked as the value of its field.
    fn group_name(&self, key: &[u8], field: &str) -> String {
        let masker = self.masker;
        if self.plan.by.len() < 2 {
            return shown(key, field, masker);
        }
        let parts = key.split(|byte| *byte == BETWEEN).zip(&self.plan.by);
        parts.map(|(value, (field, _))| shown(value, field, masker)).collect::<Vec<_>>().join(", ")
    }

    fn measure(&self, seen: &Seen, line: &[u8], ts_seconds: bool) -> Option<Number> {
        let (value, unit) = match self.plan.measured {
            Measured::Duration(unit) => {
                let value = seen.get(Role::Duration)?;
                let unit = match value.note {
                    Note::In(unit) => unit,
                    _ => unit.unwrap_or(Unit::of_bare(ts_seconds)),
                };
                (value, Some(unit))
            }
            Measured::Time(slot, unit) => (seen.get(slot)?, Some(unit)),
            Measured::Number(slot) => (seen.get(slot)?, None),
        };
        let raw = value.raw(line);
        // What Zeek and nginx write for no value.
        if matches!(raw, b"" | b"-") {
            return None;
        }
        let number = match (value.kind, unit) {
            (Kind::Scalar, unit) => infinity(raw)
                .or_else(|| duration::number(raw))
                .map(|number| unit.map_or(number, |unit| unit.to_milliseconds(number))),
            (Kind::Text, Some(unit)) => duration::milliseconds(raw, unit),
            (Kind::Text, None) => duration::number(raw),
            (Kind::Escaped, unit) => {
                let mut decoded = Vec::new();
                value.decode(line, &mut decoded);
                match unit {
                    Some(unit) => duration::milliseconds(&decoded, unit),
                    None => duration::number(&decoded),
                }
            }
        };
        Some(match number {
            None => Number::Other,
            Some(number) if number.is_nan() => Number::Nan,
            Some(number) if number.is_infinite() => Number::Infinite,
            Some(number) => Number::Finite(number),
        })
    }
}

enum Number {
    Finite(f64),
    Nan,
    Infinite,
    Other,
}

/// The infinities as JavaScript writes them; the standard library knows them too, but not only.
fn infinity(raw: &[u8]) -> Option<f64> {
    match raw {
        b"Infinity" => Some(f64::INFINITY),
        b"-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}

/// Whether an entry without a level tells of a failure: it names an error, or has an HTTP status of
/// 500 or more.
fn has_failed(seen: &Seen, line: &[u8]) -> bool {
    let says = |role: Role| {
        seen.get(role).is_some_and(|value| !matches!(value.raw(line), b"" | b"-" | b"false" | b"0" | b"OK" | b"ok"))
    };
    let failed = |value: &Value| matches!(value.raw(line), [b'5', b'0'..=b'9', b'0'..=b'9']);
    says(Role::ErrorType)
        || says(Role::ErrorMessage)
        || says(Role::ErrorCode)
        || seen.get(Role::Status).is_some_and(failed)
}

/// A value's text, or what stands for none.
fn text_of<'a>(value: Option<&Value>, line: &'a [u8], buffer: &'a mut Vec<u8>) -> &'a [u8] {
    value.map_or(NONE.as_bytes(), |value| value.text(line, buffer))
}
