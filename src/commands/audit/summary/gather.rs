//! The fold: adds blocks of lines to a state.

use std::collections::HashMap;

use memchr::memchr;

use super::bursts::By;
use super::evidence::Place;
use super::facts::{Fact, Slots};
use super::hours::Hours;
use super::state::{NEEDED, Shows, State};
use super::words::{self, ANYWHERE, Kinds, Outcome};
use crate::commands::names::shown;
use crate::entry::aliases::Role;
use crate::entry::fields::{Fields, Kind, Seen};
use crate::entry::scan;
use crate::entry::time::{Nanos, TimeReader};
use crate::input::Block;
use crate::mask::{Carry, Masker, Scratch, Watch};
use crate::pipeline::Folder;
use crate::seal;
use crate::stats::{Merge, Quick, earlier, hash};
use crate::window::Window;

/// What stands for a field that an entry lacks.
pub const NONE: &str = "(none)";
/// Stands between the fields of a row's key.
pub const BETWEEN: char = '\u{1F}';
/// Stands between a masked name and what tells it from others that are masked alike.
pub const APART: char = '\u{1E}';
/// How many names are remembered.
const REMEMBERED: usize = 1 << 14;

/// What is gathered from each entry.
#[derive(Debug)]
pub struct Plan {
    /// The names to look for.
    pub fields: Fields,
    /// Those of an audit.
    pub slots: Slots,
    /// Reads times.
    pub times: TimeReader,
    /// The time that is looked at.
    pub window: Window,
    /// When people work.
    pub hours: Option<Hours>,
    /// The most rows of each kind.
    pub groups: usize,
}

/// Gathers from the blocks of a log.
pub struct Gather<'a> {
    /// What.
    pub plan: &'a Plan,
    /// Masks names; None leaves them.
    pub masker: Option<&'a Masker>,
    /// The number of the input.
    pub input: usize,
}

/// What a thread has gathered, and works with.
pub struct Part {
    state: State,
    seen: Seen,
    fact: Fact,
    work: Scratch,
    time: Vec<u8>,
    /// Names as they are kept, by field and value.
    names: HashMap<Box<[u8]>, Box<str>, Quick>,
    key: Vec<u8>,
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
            fact: Fact::default(),
            work: Scratch::new(Watch { tally: true, fields: true, sightings: false }),
            time: Vec::new(),
            names: HashMap::default(),
            key: Vec::new(),
        }
    }

    fn add(&self, block: &Block, offset: u64, part: &mut Part) {
        let length = block.body().len() as u64;
        let start = part.state.blocks.begin(self.input, offset, length);
        let mut lines = 0;
        if let Some(piece) = block.piece {
            // Too long to be held: it is counted, and not looked into.
            lines = u64::from(piece.first);
            part.state.lines[7] += lines;
        } else {
            let bytes = block.bytes();
            if let Some(masker) = self.masker {
                masker.mask_lines(bytes, Carry::default(), &mut part.work);
                part.state.add_masked(&part.work.tally);
            }
            let mut at = 0;
            while at < bytes.len() {
                let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found);
                let whole = &bytes[at..bytes.len().min(end + 1)];
                let place = Place { line: start.line + lines, ..start };
                let kind = self.line(&bytes[at..end], whole, place, part);
                part.state.lines[kind] += 1;
                lines += 1;
                at = end + 1;
            }
        }
        part.state.blocks.add(lines);
        let input = part.state.inputs.entry(self.input).or_default();
        *input = (input.0 + lines, input.1 + length);
    }

    fn merge(&self, into: &mut Part, from: Part) {
        into.state.merge(from.state);
    }
}

/// What an entry shows of how logs are kept: read, reviewed, copied, cleared; clocks; breaches.
fn keeping(fact: &Fact, mut show: impl FnMut(Shows)) {
    let is = |kind: Kinds| fact.kinds.intersects(kind);
    let named = !fact.actor.is_empty();
    let failed = matches!(fact.outcome, Outcome::Failure | Outcome::Denied);
    if is(Kinds::TRAIL_READ) || words::reads_trail(&fact.action, &fact.resource) {
        show(match (fact.outcome, named) {
            (Outcome::Denied, _) => Shows::TrailReadDenied,
            (_, true) => Shows::TrailRead,
            (_, false) => Shows::TrailReadUnnamed,
        });
    }
    if is(Kinds::CLEARED) && !failed {
        show(Shows::Cleared);
    }
    let off = is(Kinds::CLOCK_OFF);
    for (kind, is_well, shows, otherwise) in [
        (Kinds::REVIEW, !failed, Shows::Review, Shows::ReviewFailed),
        (Kinds::HANDLED, !failed, Shows::Handled, Shows::HandledFailed),
        (Kinds::COPY, !failed, Shows::Copy, Shows::CopyFailed),
        (Kinds::CLOCK.or(Kinds::CLOCK_OFF), !failed && !off, Shows::Clock, Shows::ClockOff),
        (Kinds::CLOCK_SET, named, Shows::ClockSet, Shows::ClockSetUnnamed),
        (Kinds::BREACH, !failed, Shows::Breach, Shows::BreachFailed),
        (Kinds::REGISTER, named, Shows::Register, Shows::RegisterUnnamed),
    ] {
        if is(kind) {
            show(if is_well { shows } else { otherwise });
        }
    }
}

impl Gather<'_> {
    /// Adds a line; which kind it is, as a number of [`LINES`](super::state::LINES).
    fn line(&self, line: &[u8], whole: &[u8], place: Place, part: &mut Part) -> usize {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        match line.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => 4,
            Some(b'{') => match self.plan.fields.read(line, &mut part.seen) {
                Ok(()) => self.entry(line, whole, place, part),
                Err(_) => 5,
            },
            Some(b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') if scan::is_json(line) => 6,
            Some(_) => 3,
        }
    }

    fn entry(&self, line: &[u8], whole: &[u8], place: Place, part: &mut Part) -> usize {
        let time = self.time(line, part);
        if self.plan.window.is_limited() {
            match time {
                None => return 2,
                Some(time) if !self.plan.window.holds(time) => return 1,
                Some(_) => {}
            }
        }
        let state = &mut part.state;
        state.undated += u64::from(time.is_none());
        if let Some(time) = time {
            state.first = earlier(state.first, Some(time));
            state.last = state.last.max(Some(time));
            state.moments.at(time).add(Some(time));
        }
        part.fact.read(&self.plan.slots, &part.seen, line);
        if part.fact.trail {
            self.trail(whole, place, time, part);
        } else if part.fact.kinds.intersects(ANYWHERE) {
            keeping(&part.fact, |shows| part.state.shown[shows as usize].add(place, || seal::leaf(whole)));
        }
        0
    }

    fn time(&self, line: &[u8], part: &mut Part) -> Option<Nanos> {
        let value = part.seen.get(Role::Time)?;
        let stamp = match value.kind {
            Kind::Escaped => {
                part.time.clear();
                value.decode(line, &mut part.time);
                self.plan.times.read(&part.time)
            }
            Kind::Text | Kind::Scalar => self.plan.times.read(value.raw(line)),
        };
        stamp.map(|stamp| stamp.nanos)
    }

    fn trail(&self, whole: &[u8], place: Place, time: Option<Nanos>, part: &mut Part) {
        let fact = std::mem::take(&mut part.fact);
        let actor = self.name("actor", &fact.actor, part);
        let action = self.name(if fact.named_by.is_empty() { "action" } else { fact.named_by }, &fact.action, part);
        let resource = self.name("resource", &fact.resource, part);
        let Part { state, seen, .. } = part;
        let mut show = |shows: Shows| state.shown[shows as usize].add(place, || seal::leaf(whole));
        show(Shows::Trail);
        let failed = fact.outcome == Outcome::Failure;
        let denied = fact.outcome == Outcome::Denied;
        let is = |kind: Kinds| fact.kinds.intersects(kind);
        let login = is(Kinds::LOGIN);
        match (login, fact.outcome) {
            (true, Outcome::Success) => show(Shows::LoginSuccess),
            (true, Outcome::Failure | Outcome::Denied) => show(Shows::LoginFailure),
            (false, Outcome::Failure) => show(Shows::Failed),
            (false, Outcome::Denied) => show(Shows::Denied),
            (true, Outcome::Unknown) => show(Shows::LoginUnknown),
            (false, Outcome::Unknown | Outcome::Success) => {}
        }
        let named = !fact.actor.is_empty();
        let succeeded = fact.outcome == Outcome::Success;
        for (kind, shows) in [
            (Kinds::PRIVILEGE, if named { Shows::Privilege } else { Shows::PrivilegeUnnamed }),
            (Kinds::ACCOUNT, if named { Shows::Account } else { Shows::AccountUnnamed }),
            (Kinds::TRAIL, Shows::TrailChange),
            (Kinds::OBJECT, if named { Shows::Object } else { Shows::ObjectUnnamed }),
            (Kinds::CHANGE, if named { Shows::Change } else { Shows::ChangeUnnamed }),
            (Kinds::SUBJECT, if succeeded { Shows::Subject } else { Shows::SubjectFailed }),
            (Kinds::LOCKOUT, Shows::Lockout),
        ] {
            if is(kind) {
                show(shows);
            }
        }
        keeping(&fact, &mut show);
        let secret = matches!(&*fact.sensitivity, b"confidential" | b"restricted");
        // A log-in is no access to what the entry itself is marked as.
        let access = secret && (fact.audit || !fact.resource.is_empty());
        if access {
            show(if named { Shows::Sensitive } else { Shows::SensitiveUnnamed });
        }
        let outside = time.is_some_and(|time| self.plan.hours.as_ref().is_some_and(|hours| hours.is_outside(time)));
        if outside && named {
            show(Shows::OutOfHours);
        }
        if fact.audit {
            let origin = !fact.source.is_empty() || seen.get(Role::Service).is_some();
            let has = [
                time.is_some(),
                named,
                !fact.action.is_empty(),
                // A log-in is to the service itself.
                !fact.resource.is_empty() || login || is(Kinds::LOGOUT),
                fact.outcome != Outcome::Unknown,
                origin,
            ];
            has.iter().zip(NEEDED).filter(|(has, _)| !**has).for_each(|(_, (_, shows))| show(shows));
        }
        let row = |parts: [&str; 4]| parts.join(&BETWEEN.to_string());
        let key = row([&actor, &action, &resource, fact.outcome.name()]);
        state.deeds.at(&key).add(time);
        if is(Kinds::PRIVILEGE) {
            state.privileges.at(&key).add(time);
        }
        if access {
            let level = if fact.sensitivity == b"restricted" { "restricted" } else { "confidential" };
            state.sensitive.at(&row([level, &actor, &action, &resource])).add(time);
        }
        let of = state.actors.at(&actor);
        of.deeds.add(time);
        of.failed += u64::from(failed);
        of.denied += u64::from(denied);
        of.sensitive += u64::from(access);
        of.privileges += u64::from(is(Kinds::PRIVILEGE));
        of.out_of_hours += u64::from(outside);
        if let (true, Some(time), true) = (login, time, fact.outcome != Outcome::Unknown) {
            let success = fact.outcome == Outcome::Success;
            if named {
                state.attempts.add(By::Actor, &actor, time, place, success);
            }
            if !fact.source.is_empty() {
                let source = self.name("source_ip", &fact.source, part);
                part.state.attempts.add(By::Source, &source, time, place, success);
            }
        }
        part.fact = fact;
    }

    /// A name as it is kept: as it may be shown, and where that is not as it was, with what tells it
    /// from others that are shown alike.
    fn name(&self, field: &str, value: &[u8], part: &mut Part) -> Box<str> {
        if value.is_empty() {
            return NONE.into();
        }
        let key = &mut part.key;
        key.clear();
        key.extend_from_slice(field.as_bytes());
        key.push(0);
        key.extend_from_slice(value);
        if let Some(known) = part.names.get(&**key) {
            return known.clone();
        }
        let clean = |text: String| text.replace([BETWEEN, APART], "\u{FFFD}");
        let name = clean(shown(value, field, self.masker));
        let name: Box<str> = match name.as_bytes() == value {
            true => name.into(),
            false => format!("{name}{APART}{:016x}", hash(value, 0)).into(),
        };
        if part.names.len() >= REMEMBERED {
            part.names.clear();
        }
        part.names.insert(key.as_slice().into(), name.clone());
        name
    }
}
