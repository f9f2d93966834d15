//! Reads the fields that are asked for from a line of JSON, by byte range, and nothing else.
//!
//! The names are compiled into a small tree of hash tables, a level of nesting each. A line is
//! walked once, from quote to quote; arrays are skipped. All of the line
//! is checked to be JSON (as [`scan`](super::scan) understands it), since a log is not to be
//! believed by halves. Nothing is allocated for a line without escaped keys.

use super::aliases::{DURATIONS, NAMES, Note, OPEN_TELEMETRY_LEVELS, OTHER_DURATIONS, Role, UNITS, unit_of_name};
use super::ends::Ends;
use super::escape;
use super::quotes::Quotes;
use super::scan::{NotJson, scalar_end, value_end};

/// The most slots: the roles, and fields that a user names.
const SLOTS: usize = 32;
/// The deepest nesting that a name can lead into.
const DEPTH: usize = 16;
/// The node below which there are no names.
const NOWHERE: usize = 1;

/// Where a field's value is read to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotId(u8);

impl From<Role> for SlotId {
    fn from(role: Role) -> SlotId {
        SlotId(role as u8)
    }
}

/// A value in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// First byte; of a string, of its content.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// What its name says about it.
    pub note: Note,
    /// The place of its name among those of its role; 0 is the first.
    pub rank: u8,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string without escapes.
    Text,
    /// A string with escapes.
    Escaped,
    /// A number, `true`, `false`, or `NaN` and its kin. `null` is no value at all.
    Scalar,
}

impl Value {
    /// Its bytes in `line`, escapes as written.
    pub fn raw<'a>(&self, line: &'a [u8]) -> &'a [u8] {
        &line[self.start as usize..self.end as usize]
    }

    /// Its text in `line`, decoded into `buffer` if need be.
    pub fn text<'a>(&self, line: &'a [u8], buffer: &'a mut Vec<u8>) -> &'a [u8] {
        match self.kind {
            Kind::Escaped => {
                buffer.clear();
                self.decode(line, buffer);
                buffer
            }
            Kind::Text | Kind::Scalar => self.raw(line),
        }
    }

    /// Puts its text on the end of `out`, escapes decoded.
    pub fn decode(&self, line: &[u8], out: &mut Vec<u8>) {
        match self.kind {
            Kind::Escaped => escape::decode(self.raw(line), out),
            Kind::Text | Kind::Scalar => out.extend_from_slice(self.raw(line)),
        }
    }
}

const NOTHING: Value = Value { start: 0, end: 0, kind: Kind::Scalar, note: Note::Plain, rank: 0 };

/// What was read from a line.
#[derive(Debug)]
pub struct Seen {
    set: u32,
    /// Slots whose value is an object or an array.
    nested: u32,
    values: [Value; SLOTS],
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { set: 0, nested: 0, values: [NOTHING; SLOTS] }
    }
}

impl Seen {
    /// The value of a role or of a field that was added.
    #[inline]
    pub fn get(&self, slot: impl Into<SlotId>) -> Option<&Value> {
        let SlotId(slot) = slot.into();
        (self.set >> slot & 1 == 1).then(|| &self.values[slot as usize])
    }

    /// The object or array under a field that was added by [`Fields::add_any`]: its range with the
    /// brackets.
    #[inline]
    pub fn nested(&self, slot: SlotId) -> Option<std::ops::Range<usize>> {
        let SlotId(slot) = slot;
        let value = &self.values[slot as usize];
        (self.nested >> slot & 1 == 1).then_some(value.start as usize..value.end as usize)
    }

    #[inline]
    fn put(&mut self, slot: SlotId, value: Value, nested: bool) {
        let SlotId(slot) = slot;
        let known = (self.set | self.nested) >> slot & 1 == 1;
        // Of duplicate keys the last counts, as for most readers of JSON.
        if !known || value.rank <= self.values[slot as usize].rank {
            self.set = self.set & !(1 << slot) | u32::from(!nested) << slot;
            self.nested = self.nested & !(1 << slot) | u32::from(nested) << slot;
            self.values[slot as usize] = value;
        }
    }
}

/// Too many fields were named, or a name is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadField {
    /// There is no slot left.
    TooMany,
    /// A name is empty or has an empty part (`a..b`).
    Empty,
    /// It leads deeper than objects are followed.
    TooDeep,
}

/// The names to look for, compiled.
#[derive(Debug)]
pub struct Fields {
    nodes: Vec<Node>,
    slots: u8,
    /// The rank of `ts` among the names of the time.
    ts: Option<u8>,
    /// The names of roles, with their ranks.
    names: Vec<(Role, u8, Box<str>)>,
}

#[derive(Debug, Default)]
struct Node {
    /// Open addressing: 0, or the place in `children` and 1. The length is a power of two, at most a quarter of it
    /// taken; small, so that it stays in the nearest cache, since most keys of a log are looked up and not there.
    table: Vec<u16>,
    children: Vec<Child>,
}

#[derive(Debug)]
struct Child {
    ends: Ends,
    key: Box<[u8]>,
    /// Where the names below it are; [`NOWHERE`] if there are none.
    node: u16,
    /// What its value is read as, most often one thing.
    target: Option<Target>,
    others: Vec<Target>,
    /// Whether an object or array here is a value of one of the targets.
    nested: bool,
}

#[derive(Debug, Clone, Copy)]
struct Target {
    slot: SlotId,
    rank: u8,
    note: Note,
    /// Whether objects and arrays are values too.
    nested: bool,
}

impl Default for Fields {
    fn default() -> Fields {
        Fields::new()
    }
}

impl Fields {
    /// With all roles and their known names.
    pub fn new() -> Fields {
        Fields::with(&[]).expect("there are no names that could be none")
    }

    /// With all roles, and of those that `own` names these names instead of the known ones; the name of
    /// the role itself stands for the known ones.
    ///
    /// # Errors
    /// The first name that is none.
    pub fn with(own: &[(Role, String)]) -> Result<Fields, (BadField, String)> {
        let nodes = vec![Node::default(), Node::default()];
        let mut fields = Fields { nodes, slots: Role::ALL.len() as u8, ts: None, names: Vec::new() };
        for role in Role::ALL {
            let mut rank = 0;
            let mut own = own.iter().filter(|(of, _)| *of == role).peekable();
            if own.peek().is_none() {
                fields.insert_known(role, &mut rank);
            }
            for (_, name) in own {
                if name == role.name() {
                    fields.insert_known(role, &mut rank);
                } else {
                    check(name).map_err(|bad| (bad, name.clone()))?;
                    let note = match (role, unit_of_name(name)) {
                        (Role::Duration, Some(unit)) => Note::In(unit),
                        (Role::Duration, None) => Note::Habit,
                        _ => Note::Plain,
                    };
                    fields.insert_ranked(role, name, note, &mut rank);
                }
            }
        }
        Ok(fields)
    }

    /// Inserts the known names of a role, the first at `rank`.
    fn insert_known(&mut self, role: Role, rank: &mut u8) {
        let names = NAMES.iter().filter(|(of, _)| *of == role).flat_map(|(_, names)| *names);
        for name in names {
            if role == Role::Time && *name == "ts" {
                self.ts = Some(*rank);
            }
            self.insert_ranked(role, name, Note::Plain, rank);
        }
        match role {
            Role::Level => {
                OPEN_TELEMETRY_LEVELS.iter().for_each(|name| self.insert_ranked(role, name, Note::OpenTelemetry, rank));
            }
            Role::Duration => {
                // Names that tell a unit come before those that do not.
                for (name, _) in DURATIONS {
                    for (end, unit) in UNITS {
                        self.insert_ranked(role, &format!("{name}{end}"), Note::In(*unit), rank);
                    }
                }
                for (name, note) in DURATIONS.iter().chain(OTHER_DURATIONS) {
                    self.insert_ranked(role, name, *note, rank);
                }
            }
            _ => {}
        }
    }

    fn insert_ranked(&mut self, role: Role, name: &str, note: Note, rank: &mut u8) {
        self.insert(name, Target { slot: role.into(), rank: *rank, note, nested: false });
        self.names.push((role, *rank, name.into()));
        *rank = rank.saturating_add(1);
    }

    /// The names that are looked for as a role, each with its [rank](Value::rank).
    pub fn names(&self, role: Role) -> impl Iterator<Item = (u8, &str)> {
        self.names.iter().filter(move |name| name.0 == role).map(|(_, rank, name)| (*rank, &**name))
    }

    /// Whether the time of an entry stands under the name `ts`, as it does in those of zap and Zeek.
    #[inline]
    pub fn time_is_ts(&self, seen: &Seen) -> bool {
        self.ts.is_some() && seen.get(Role::Time).map(|value| value.rank) == self.ts
    }

    /// Has the field of that name read too: the name of a role stands for all of its aliases, any
    /// other is a path with dots.
    ///
    /// # Errors
    /// When the name is none, or there are too many.
    pub fn add(&mut self, name: &str) -> Result<SlotId, BadField> {
        self.add_as(name, false)
    }

    /// The same, and objects and arrays are values of it: see [`Seen::nested`]. Not for roles.
    ///
    /// # Errors
    /// When the name is none, or there are too many.
    pub fn add_any(&mut self, name: &str) -> Result<SlotId, BadField> {
        self.add_as(name, true)
    }

    fn add_as(&mut self, name: &str, nested: bool) -> Result<SlotId, BadField> {
        if let Some(role) = Role::ALL.into_iter().find(|role| role.name() == name) {
            return Ok(role.into());
        }
        check(name)?;
        if self.slots as usize == SLOTS {
            return Err(BadField::TooMany);
        }
        let slot = SlotId(self.slots);
        self.slots += 1;
        self.insert(name, Target { slot, rank: 0, note: Note::Plain, nested });
        Ok(slot)
    }

    /// Has one field read that may have any of these names; the first that an entry has counts.
    ///
    /// # Errors
    /// When there are too many fields, or one of the names is none.
    pub fn add_first<N: AsRef<str>>(&mut self, names: &[N]) -> Result<SlotId, BadField> {
        if self.slots as usize == SLOTS {
            return Err(BadField::TooMany);
        }
        let slot = SlotId(self.slots);
        for (rank, name) in names.iter().map(AsRef::as_ref).enumerate() {
            check(name)?;
            self.insert(name, Target { slot, rank: rank.min(255) as u8, note: Note::Plain, nested: false });
        }
        self.slots += 1;
        Ok(slot)
    }

    /// Inserts a name in all its forms: each dot may be a level of nesting or a part of a key.
    fn insert(&mut self, name: &str, target: Target) {
        self.insert_below(0, name, target);
    }

    fn insert_below(&mut self, node: usize, name: &str, target: Target) {
        let whole = self.child(node, name.as_bytes());
        let Child { target: first, others, nested, .. } = &mut self.nodes[node].children[whole];
        *nested |= target.nested;
        match first {
            None => *first = Some(target),
            Some(_) => others.push(target),
        }
        for (dot, _) in name.match_indices('.') {
            let child = self.child(node, &name.as_bytes()[..dot]);
            if self.nodes[node].children[child].node as usize == NOWHERE {
                self.nodes[node].children[child].node = self.nodes.len() as u16;
                self.nodes.push(Node::default());
            }
            let below = self.nodes[node].children[child].node as usize;
            self.insert_below(below, &name[dot + 1..], target);
        }
    }

    /// The place of the child of `node` for `key`, made if it is new.
    fn child(&mut self, node: usize, key: &[u8]) -> usize {
        let Node { table, children } = &mut self.nodes[node];
        if let Some(place) = children.iter().position(|child| *child.key == *key) {
            return place;
        }
        let ends = Ends::of(key);
        let node = NOWHERE as u16;
        children.push(Child { ends, key: key.into(), node, target: None, others: Vec::new(), nested: false });
        let size = (4 * children.len()).next_power_of_two();
        *table = vec![0; size];
        for (place, child) in children.iter().enumerate() {
            let mut at = child.ends.hash() & (size - 1);
            while table[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            table[at] = place as u16 + 1;
        }
        children.len() - 1
    }

    /// Reads the fields of the object that `line` is into `seen`.
    ///
    /// # Errors
    /// When the line is not one JSON object; what `seen` holds then means nothing.
    pub fn read(&self, line: &[u8], seen: &mut Seen) -> Result<(), NotJson> {
        seen.set = 0;
        seen.nested = 0;
        let mut stack = [0u16; DEPTH];
        let mut depth = 0;
        let mut quotes = Quotes::new(line);
        let mut at = skip_space(line, 0);
        if line.get(at) != Some(&b'{') {
            return Err(NotJson(at));
        }
        at = skip_space(line, at + 1);
        let mut may_close = true;
        loop {
            // At a key, or at the end of an object without one.
            match line.get(at) {
                Some(b'"') => {
                    let start = at + 1;
                    let (end, escaped) = quotes.string(at).ok_or(NotJson(line.len()))?;
                    at = skip_space(line, end + 1);
                    if line.get(at) != Some(&b':') {
                        return Err(NotJson(at));
                    }
                    at = skip_space(line, at + 1);
                    let parent = &self.nodes[stack[depth] as usize];
                    let child = match escaped {
                        false => parent.find(line, start, end),
                        true => {
                            let mut key = Vec::new();
                            escape::decode(&line[start..end], &mut key);
                            parent.find(&key, 0, key.len())
                        }
                    };
                    match line.get(at) {
                        Some(b'"') => {
                            let start = at + 1;
                            let (end, escaped) = quotes.string(at).ok_or(NotJson(line.len()))?;
                            at = end + 1;
                            if let Some(child) = child {
                                let kind = if escaped { Kind::Escaped } else { Kind::Text };
                                child.put(seen, start, end, kind);
                            }
                        }
                        Some(b'{') if depth + 1 < DEPTH => {
                            if let Some(child) = child.filter(|child| child.nested) {
                                child.put_nested(seen, at, value_end(line, at)?);
                            }
                            depth += 1;
                            stack[depth] = child.map_or(NOWHERE as u16, |child| child.node);
                            at = skip_space(line, at + 1);
                            may_close = true;
                            continue;
                        }
                        Some(b'{' | b'[') => {
                            let start = at;
                            at = value_end(line, start)?;
                            if let Some(child) = child.filter(|child| child.nested) {
                                child.put_nested(seen, start, at);
                            }
                        }
                        _ => {
                            let start = at;
                            at = scalar_end(line, start)?;
                            if let Some(child) = child
                                && line[start] != b'n'
                            {
                                child.put(seen, start, at, Kind::Scalar);
                            }
                        }
                    }
                }
                Some(b'}') if may_close => {
                    at += 1;
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                }
                _ => return Err(NotJson(at)),
            }
            // Behind a value: close what ends here.
            loop {
                at = skip_space(line, at);
                match line.get(at) {
                    Some(b',') => {
                        at = skip_space(line, at + 1);
                        may_close = false;
                        break;
                    }
                    Some(b'}') => {
                        at += 1;
                        if depth == 0 {
                            at = skip_space(line, at);
                            return if at == line.len() { Ok(()) } else { Err(NotJson(at)) };
                        }
                        depth -= 1;
                    }
                    _ => return Err(NotJson(at)),
                }
            }
        }
        at = skip_space(line, at);
        if at == line.len() { Ok(()) } else { Err(NotJson(at)) }
    }
}

/// Whether a name can be looked for: names with dots, not too many.
///
/// # Errors
/// Why not.
pub fn check(name: &str) -> Result<(), BadField> {
    if name.split('.').any(str::is_empty) {
        return Err(BadField::Empty);
    }
    if name.split('.').count() > 6 {
        return Err(BadField::TooDeep);
    }
    Ok(())
}

impl Node {
    /// The child for the key `text[start..end]`.
    #[inline]
    fn find(&self, text: &[u8], start: usize, end: usize) -> Option<&Child> {
        if self.table.is_empty() {
            return None;
        }
        let mask = self.table.len() - 1;
        let ends = Ends::within(text, start, end);
        let mut at = ends.hash() & mask;
        while let Some(place) = self.table[at].checked_sub(1) {
            let child = &self.children[place as usize];
            if child.ends == ends && (ends.are_all() || *child.key == text[start..end]) {
                return Some(child);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

impl Child {
    #[inline]
    fn put(&self, seen: &mut Seen, start: usize, end: usize, kind: Kind) {
        for target in self.target.iter().chain(&self.others) {
            let Target { slot, rank, note, .. } = *target;
            seen.put(slot, Value { start: start as u32, end: end as u32, kind, note, rank }, false);
        }
    }

    #[cold]
    fn put_nested(&self, seen: &mut Seen, start: usize, end: usize) {
        for target in self.target.iter().chain(&self.others).filter(|target| target.nested) {
            let Target { slot, rank, note, .. } = *target;
            let value = Value { start: start as u32, end: end as u32, kind: Kind::Scalar, note, rank };
            seen.put(slot, value, true);
        }
    }
}

#[inline]
fn skip_space(line: &[u8], mut at: usize) -> usize {
    // Most often there is none, which is seen at once.
    if line.get(at).is_some_and(|byte| *byte > b' ') {
        return at;
    }
    while line.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::scan::is_json;
    use proptest::prelude::*;

    fn read(line: &str, name: &str) -> Option<String> {
        let mut fields = Fields::new();
        let slot = fields.add(name).unwrap();
        let mut seen = Seen::default();
        fields.read(line.as_bytes(), &mut seen).unwrap();
        let mut out = Vec::new();
        seen.get(slot)?.decode(line.as_bytes(), &mut out);
        Some(String::from_utf8(out).unwrap())
    }

    #[test]
    fn own_names_stand_instead_of_the_known_ones_of_their_role() {
        let own = |role: Role, name: &str| (role, name.to_owned());
        let own = [own(Role::Time, "when"), own(Role::Duration, "took_us"), own(Role::Duration, "duration")];
        let fields = Fields::with(&own).unwrap();
        let mut seen = Seen::default();
        fields.read(br#"{"ts":1,"when":2,"level":"INFO","latency":5,"took_us":6}"#, &mut seen).unwrap();
        let note = |role: Role| seen.get(role).map(|value| (value.start, value.note));
        assert_eq!(note(Role::Time), Some((15, Note::Plain)));
        assert_eq!(note(Role::Duration).unwrap().1, Note::In(crate::entry::aliases::Unit::Microseconds));
        assert!(seen.get(Role::Level).is_some() && !fields.time_is_ts(&seen));
        fields.read(br#"{"ts":1,"latency":5}"#, &mut seen).unwrap();
        assert!(seen.get(Role::Time).is_none() && seen.get(Role::Duration).is_some());
        let fields = Fields::with(&[(Role::Time, "when".to_owned()), (Role::Time, "timestamp".to_owned())]).unwrap();
        fields.read(br#"{"ts":1}"#, &mut seen).unwrap();
        assert!(fields.time_is_ts(&seen));
        assert_eq!(Fields::with(&[(Role::Time, "a..b".to_owned())]).unwrap_err().0, BadField::Empty);
    }

    #[test]
    fn a_field_is_found_nested_dotted_and_half_of_both() {
        for line in [
            r#"{"error":{"type":"Timeout","x":1}}"#,
            r#"{"error.type":"Timeout"}"#,
            r#"{ "a":{"error.type":1}, "error" : { "b":{}, "type" : "Timeout" } } "#,
            r#"{"\u0065rror":{"ty\u0070e":"Time\u006fut"}}"#,
        ] {
            assert_eq!(read(line, "error.type").as_deref(), Some("Timeout"), "{line}");
        }
        assert_eq!(read(r#"{"a":{"b.c":{"d":7}}}"#, "a.b.c.d").as_deref(), Some("7"));
        assert_eq!(read(r#"{"a":{"type":"x"},"type":"y"}"#, "error.type"), None);
    }

    #[test]
    fn the_most_telling_name_counts_and_of_duplicates_the_last() {
        assert_eq!(read(r#"{"msg":"b","message":"a","log":"c"}"#, "message").as_deref(), Some("a"));
        assert_eq!(read(r#"{"msg":"a","msg":"b"}"#, "message").as_deref(), Some("b"));
        assert_eq!(read(r#"{"message":null,"msg":"b"}"#, "message").as_deref(), Some("b"));
        assert_eq!(read(r#"{"n":12345678901234567890123}"#, "n").as_deref(), Some("12345678901234567890123"));
    }

    #[test]
    fn wrong_names_are_refused() {
        assert_eq!(Fields::new().add("a..b"), Err(BadField::Empty));
        assert_eq!(Fields::new().add(""), Err(BadField::Empty));
        assert_eq!(Fields::new().add("a.b.c.d.e.f.g"), Err(BadField::TooDeep));
    }

    #[test]
    fn objects_and_arrays_are_values_of_fields_that_take_any() {
        let mut fields = Fields::new();
        let slots = ["tags", "user", "user.id", "error"].map(|name| fields.add_any(name).unwrap());
        let line = br#"{"tags":["a"],"user":{"id":7},"error":{"type":"T"},"tags":[ 1, 2]}"#;
        let mut seen = Seen::default();
        fields.read(line, &mut seen).unwrap();
        let nested = |slot| seen.nested(slot).map(|range| std::str::from_utf8(&line[range]).unwrap());
        assert_eq!(nested(slots[0]), Some("[ 1, 2]"));
        assert_eq!(nested(slots[1]), Some(r#"{"id":7}"#));
        assert_eq!((nested(slots[2]), seen.get(slots[2]).map(|id| id.raw(line))), (None, Some(&b"7"[..])));
        assert_eq!(nested(slots[3]), Some(r#"{"type":"T"}"#));
        assert_eq!(seen.get(Role::ErrorType).map(|value| value.raw(line)), Some(&b"T"[..]));
        fields.read(br#"{"tags":["a"],"tags":"b"}"#, &mut seen).unwrap();
        assert!(seen.nested(slots[0]).is_none() && seen.get(slots[0]).is_some());
    }

    #[test]
    fn every_alias_leads_to_its_role() {
        for (role, names) in NAMES {
            for name in *names {
                let line = format!("{{\"{name}\":\"x\"}}");
                assert_eq!(read(&line, role.name()).as_deref(), Some("x"), "{name}");
            }
        }
    }

    fn line() -> impl Strategy<Value = String> {
        let key = prop_oneof!["error", "type", "error.type", "[a-z]{0,3}", "\\\\u0065rror"];
        let leaf = prop_oneof![
            Just("null".to_owned()),
            Just("1.5e3".to_owned()),
            Just("{".to_owned()),
            Just("\"a\\\"b\"".to_owned()),
            Just("{}".to_owned()),
            Just("[ ]".to_owned()),
            Just("tru".to_owned())
        ];
        let object = move |inner: BoxedStrategy<String>| {
            (prop::collection::vec((key.clone(), inner), 0..4), "[ ,}]{0,1}").prop_map(|(members, end)| {
                let members: Vec<String> = members.iter().map(|(key, value)| format!("\"{key}\" : {value}")).collect();
                format!("{{{}}}{end}", members.join(","))
            })
        };
        let value = leaf.prop_recursive(4, 30, 4, move |inner| object(inner.boxed()).boxed());
        value.prop_map(|value| format!("{{\"error\":{value}}}"))
    }

    proptest! {
        #[test]
        fn a_line_is_read_if_and_only_if_it_is_json(line in line()) {
            let read = Fields::new().read(line.as_bytes(), &mut Seen::default());
            prop_assert_eq!(read.is_ok(), is_json(line.as_bytes()), "{}", line);
        }
    }
}
