//! Asks of a line whether an expression holds.

use std::cmp::Ordering;

use memchr::memmem::Finder;

use super::compile::Query;
use super::node::{Constant, Node, Test};
use super::number;
use crate::entry::aliases::{Note, Role, Unit};
use crate::entry::fields::{Kind, Seen, SlotId, Value};
use crate::entry::level::Level;
use crate::entry::scan::{Event, Walk};
use crate::entry::time::Stamp;
use crate::entry::{duration, escape};

/// What a thread works with.
#[derive(Debug, Default)]
pub struct Work {
    seen: Seen,
    text: Vec<u8>,
}

/// A line that is being asked.
struct Asked<'a> {
    query: &'a Query,
    line: &'a [u8],
    seen: &'a Seen,
    text: &'a mut Vec<u8>,
}

impl Query {
    /// Whether the line (without its newline) holds. A line that is no JSON object never does if a
    /// field or a time is asked for.
    pub fn holds(&self, line: &[u8], work: &mut Work) -> bool {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let Work { seen, text } = work;
        if self.entries && self.fields.read(line, seen).is_err() {
            return false;
        }
        Asked { query: self, line, seen, text }.holds(&self.node)
    }
}

impl Asked<'_> {
    fn holds(&mut self, node: &Node) -> bool {
        match node {
            Node::All(parts) => parts.iter().all(|part| self.holds(part)),
            Node::Any(parts) => parts.iter().any(|part| self.holds(part)),
            Node::Not(part) => !self.holds(part),
            Node::Text(finder) => holds_text(self.line, finder, self.text),
            Node::Within(window) => self.stamp().is_some_and(|stamp| window.holds(stamp.nanos)),
            Node::Exists(slot) => self.seen.get(*slot).is_some() || self.seen.nested(*slot).is_some(),
            Node::Is(slot, test) => self.passes(*slot, test),
        }
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let value = *self.seen.get(Role::Time)?;
        self.query.times.read(value.text(self.line, self.text))
    }

    fn passes(&mut self, slot: SlotId, test: &Test) -> bool {
        if let Some(value) = self.seen.get(slot) {
            return self.value_passes(value, test);
        }
        let Some(range) = self.seen.nested(slot) else { return false };
        // An array passes if one of its elements does; an object has no value to compare.
        if self.line[range.start] != b'[' {
            return false;
        }
        let mut walk = Walk::new(self.line, range.start);
        let mut depth = 0;
        while let Ok(Some(event)) = walk.step() {
            let (start, end, kind) = match event {
                Event::Open { .. } => {
                    depth += 1;
                    continue;
                }
                Event::Close { .. } => {
                    depth -= 1;
                    continue;
                }
                Event::Text(text) => (text.start, text.end, if text.escaped { Kind::Escaped } else { Kind::Text }),
                Event::Scalar { start, end } => (start, end, Kind::Scalar),
                Event::Key(_) => continue,
            };
            let null = kind == Kind::Scalar && &self.line[start..end] == b"null";
            let value = Value { start: start as u32, end: end as u32, kind, note: Note::Plain, rank: 0 };
            if depth == 1 && !null && self.value_passes(&value, test) {
                return true;
            }
        }
        false
    }

    fn value_passes(&mut self, value: &Value, test: &Test) -> bool {
        match test {
            Test::OneOf(constants) => {
                constants.iter().any(|constant| self.compare(value, constant) == Some(Ordering::Equal))
            }
            Test::Ordered(order, constant) => self.compare(value, constant).is_some_and(|found| order.holds(found)),
            Test::Contains(finder) => finder.find(value.text(self.line, self.text)).is_some(),
            Test::Matches(regex) => regex.is_match(value.text(self.line, self.text)),
        }
    }

    /// How the value stands to the constant; None where they cannot be compared.
    fn compare(&mut self, value: &Value, constant: &Constant) -> Option<Ordering> {
        let text = value.text(self.line, self.text);
        match constant {
            Constant::Level(level, note) => {
                let note = if value.note == Note::Plain { *note } else { value.note };
                Some(Level::read(text, note)?.cmp(level))
            }
            Constant::Time(time) => Some(self.query.times.read(text)?.nanos.cmp(time)),
            Constant::Milliseconds(other, unit) => {
                let unit = match (unit, value.note) {
                    (_, Note::In(unit)) => unit,
                    (Some(unit), _) => *unit,
                    (None, _) => self.query.unit.unwrap_or_else(|| Unit::of_bare(self.is_in_ts_seconds())),
                };
                let text = value.text(self.line, self.text);
                duration::milliseconds(text, unit)?.partial_cmp(other)
            }
            Constant::Number(other) => number::compare(text, other.as_bytes()),
            Constant::Text(other) => Some(text.cmp(other.as_bytes())),
        }
    }

    /// Whether the entry's time is `ts` in seconds: how loggers are known whose durations are in
    /// seconds, too.
    fn is_in_ts_seconds(&mut self) -> bool {
        self.query.fields.time_is_ts(self.seen) && self.stamp().is_some_and(|stamp| stamp.epoch_seconds)
    }
}

/// Whether the line holds a text as it is written, or one of its strings does when it is decoded.
fn holds_text(line: &[u8], finder: &Finder, buffer: &mut Vec<u8>) -> bool {
    if finder.find(line).is_some() {
        return true;
    }
    if memchr::memchr(b'\\', line).is_none() || !line.trim_ascii_start().starts_with(b"{") {
        return false;
    }
    let mut walk = Walk::new(line, 0);
    while let Ok(Some(event)) = walk.step() {
        if let Event::Key(text) | Event::Text(text) = event
            && text.escaped
        {
            buffer.clear();
            escape::decode(&line[text.start..text.end], buffer);
            if finder.find(buffer).is_some() {
                return true;
            }
        }
    }
    false
}
