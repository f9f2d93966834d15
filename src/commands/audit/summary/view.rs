//! What a state says: the audit.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::bursts::{AFTER, Burst, By, FAILURES, WITHIN};
use super::controls::{self, Facts, Framework, Gap, Seal};
use super::evidence::{Before, Place};
use super::gather::{APART, BETWEEN};
use super::state::{Actor, Deed, LINES, NEEDED, Shows, State};
use crate::entry::time::Nanos;
use crate::render::audit::{Audit, Cell, Section};
use crate::render::{Data, Input, Window};
use crate::stats::{Merge, Table};
use crate::window::{self, shown};

/// What stands for all names that have no place of their own.
const OTHER: &str = "<other>";
/// The fewest entries that a time without any must lack to be a gap.
const EXPECTED: u64 = 20;

/// How a state is shown.
#[derive(Debug)]
pub struct Manner {
    /// The zone of times.
    pub zone: TimeZone,
    /// The window that was asked for.
    pub window: window::Window,
    /// The names of inputs, by number.
    pub inputs: Vec<String>,
    /// Business hours, as they are shown.
    pub hours: Option<String>,
    /// Whether names are masked, and with what: the digest of the policy.
    pub policy: Option<String>,
    /// What the audit is held against.
    pub frameworks: Vec<&'static Framework>,
    /// What came of the inputs' seals.
    pub seals: Vec<(String, Seal)>,
}

/// Names of actors as they are shown: those that are masked alike have a number.
struct Names(BTreeMap<Box<str>, String>);

impl Names {
    fn new(actors: &[(Box<str>, Actor)]) -> Names {
        let mut alike: BTreeMap<&str, Vec<(Option<Nanos>, &str)>> = BTreeMap::new();
        for (name, actor) in actors {
            if let Some((shown, _)) = name.split_once(APART) {
                alike.entry(shown).or_default().push((actor.deeds.first, name));
            }
        }
        let mut names = BTreeMap::new();
        for (shown, mut list) in alike {
            list.sort_unstable();
            for (number, (_, name)) in list.iter().enumerate() {
                let text = if list.len() == 1 { shown.to_owned() } else { format!("{shown} #{}", number + 1) };
                names.insert(Box::from(*name), text);
            }
        }
        Names(names)
    }

    fn of(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| plain(name))
    }
}

/// A name without what tells it from others that are shown alike.
fn plain(name: &str) -> String {
    name.split_once(APART).map_or(name, |(shown, _)| shown).to_owned()
}

fn cell(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// The audit of a state.
pub fn audit(state: State, manner: &Manner) -> Audit {
    let time = |time: Nanos| shown(time, &manner.zone);
    let before = state.blocks.before();
    let place = |place: Place| at(place, &before, manner);
    let lines: u64 = state.lines.iter().sum();
    let data = Data {
        lines,
        bytes: state.inputs.values().map(|input| input.1).sum(),
        unread: state.unread,
        reported: state.lines[0],
        undated: state.undated,
        skipped: LINES.iter().copied().zip(state.lines).skip(1).collect(),
        first: state.first.map(time),
        last: state.last.map(time),
    };
    let inputs = manner.inputs.iter().enumerate().map(|(number, name)| {
        let (lines, bytes) = state.inputs.get(&number).copied().unwrap_or_default();
        Input { name: name.clone(), lines, bytes }
    });
    let inputs = inputs.collect();
    let gaps = gaps(&state, manner);
    let (actors, others) = state.actors.finish();
    let names = Names::new(&actors);
    let (bursts, looked_from) = state.attempts.finish();
    let mut alarms: Vec<String> = bursts.iter().map(|burst| burst_in_words(burst, &names, manner)).collect();
    alarms.extend(gaps.iter().map(Gap::words));
    let lacking: Vec<_> = NEEDED.iter().map(|(name, shows)| (*name, &state.shown[*shows as usize])).collect();
    for (name, evidence) in lacking.iter().filter(|(_, evidence)| evidence.count > 0) {
        let first = evidence.first.first().map_or(String::new(), |(first, _)| format!(", first {}", place(*first)));
        alarms.push(format!("{} of the trail without `{name}`{first}", entries(evidence.count)));
    }
    let unnamed = &state.shown[Shows::SensitiveUnnamed as usize];
    if unnamed.count > 0 {
        alarms.push(format!("{} of access to confidential or restricted data without a name", entries(unnamed.count)));
    }
    let trail = state.shown[Shows::Trail as usize].count;
    let login = |shows: Shows| Cell::Count(state.shown[shows as usize].count);
    let mut sections = vec![
        deeds("actions", "Who did what", state.deeds, &names, manner, false),
        actors_section(&actors, others, &names, manner),
    ];
    sections[0].note = format!("{} of the trail", entries(trail));
    let failed = sections[0]
        .rows
        .iter()
        .filter(|row| matches!(&row[3], Cell::Text(text) if text == "failure" || text == "denied"));
    sections.push(Section {
        id: "failed",
        title: "Failed and denied",
        rows: failed.cloned().collect(),
        columns: sections[0].columns.clone(),
        note: String::new(),
    });
    sections.push(deeds("sensitive", "Access to confidential and restricted", state.sensitive, &names, manner, true));
    let since = looked_from.map_or(String::new(), |from| format!(", looked for from {} on", time(from)));
    sections.push(Section {
        id: "authentication",
        title: "Authentication",
        note: String::new(),
        columns: vec![("successes", "successes"), ("failures", "failures"), ("lockouts", "lockouts")],
        rows: vec![vec![login(Shows::LoginSuccess), login(Shows::LoginFailure), login(Shows::Lockout)]],
    });
    sections.push(Section {
        id: "bursts",
        title: "Bursts of failed log-ins",
        note: format!("{FAILURES} or more within {WITHIN} minutes; a success within {AFTER} after{since}"),
        columns: vec![
            ("actor", "actor"),
            ("source", "source"),
            ("failures", "failures"),
            ("first", "first"),
            ("last", "last"),
            ("success", "then success"),
            ("at", "at"),
            ("success_at", "success at"),
        ],
        rows: bursts.iter().map(|burst| burst_row(burst, &names, manner, &place)).collect(),
    });
    sections.push(deeds("privileges", "Changes of rights", state.privileges, &names, manner, false));
    if let Some(hours) = &manner.hours {
        let rows = actors.iter().filter(|(_, actor)| actor.out_of_hours > 0);
        let mut rows: Vec<(u64, String)> = rows.map(|(name, actor)| (actor.out_of_hours, names.of(name))).collect();
        rows.sort_by_key(|(count, name)| (u64::MAX - count, name.clone()));
        sections.push(Section {
            id: "out_of_hours",
            title: "Out of business hours",
            note: format!("outside of {hours}"),
            columns: vec![("actor", "actor"), ("count", "entries")],
            rows: rows.into_iter().map(|(count, name)| vec![cell(name), Cell::Count(count)]).collect(),
        });
    }
    sections.push(Section {
        id: "gaps",
        title: "Gaps in the trail",
        note: format!("times without any entry in which {EXPECTED} or more are usual"),
        columns: vec![("from", "from"), ("to", "to"), ("usual", "entries usual")],
        rows: gaps
            .iter()
            .map(|gap| vec![Cell::Time(gap.from.clone()), Cell::Time(gap.to.clone()), Cell::Count(gap.usual)])
            .collect(),
    });
    let lacks = lacking.iter().filter(|(_, evidence)| evidence.count > 0).map(|(name, evidence)| {
        let first: Vec<String> = evidence.first.iter().map(|(first, _)| place(*first)).collect();
        vec![cell(*name), Cell::Count(evidence.count), cell(first.join(", "))]
    });
    sections.push(Section {
        id: "lacking",
        title: "Entries that lack what an audit needs",
        note: "of the category `audit`".to_owned(),
        columns: vec![("field", "field"), ("count", "entries"), ("first", "first")],
        rows: lacks.collect(),
    });
    masked(&state.masked, manner, &mut sections);
    let facts = Facts {
        shown: &state.shown,
        bursts: &bursts,
        gaps: &gaps,
        masked: manner.policy.as_ref().map(|_| &state.masked),
        seals: &manner.seals,
        lines,
        reach: state.first.zip(state.last),
        time: &time,
        place: &place,
        burst: &|burst| burst_in_words(burst, &names, manner),
    };
    let frameworks = manner.frameworks.iter().map(|framework| controls::ask(framework, &facts)).collect();
    let window = Window { since: manner.window.since.map(time), until: manner.window.until.map(time) };
    Audit { window, inputs, data, alarms, sections, frameworks }
}

fn entries(count: u64) -> String {
    format!("{count} {}", if count == 1 { "entry" } else { "entries" })
}

fn at(place: Place, before: &Before, manner: &Manner) -> String {
    let name = manner.inputs.get(place.input).map_or("", String::as_str);
    format!("{name}:{}", before.number(place))
}

fn moment(time: Option<Nanos>, manner: &Manner) -> Cell {
    time.map_or(Cell::Nothing, |time| Cell::Time(shown(time, &manner.zone)))
}

/// Rows of four names each, the most first. Those of what is sensitive begin with how.
fn deeds(
    id: &'static str,
    title: &'static str,
    table: Table<Deed>,
    names: &Names,
    manner: &Manner,
    leveled: bool,
) -> Section {
    let (named, other) = table.finish();
    let mut rows: Vec<(Deed, Vec<String>)> = named
        .into_iter()
        .map(|(key, deed)| {
            let actor = usize::from(leveled);
            let parts = key.split(BETWEEN).enumerate();
            let parts = parts.map(|(at, part)| if at == actor { names.of(part) } else { plain(part) });
            (deed, parts.collect())
        })
        .collect();
    rows.sort_by(|one, two| (two.0.count, &one.1).cmp(&(one.0.count, &two.1)));
    if other.count > 0 {
        rows.push((other, vec![OTHER.to_owned(); 4]));
    }
    let four: [(&str, &str); 4] = match leveled {
        true => [("level", "level"), ("actor", "actor"), ("action", "action"), ("resource", "resource")],
        false => [("actor", "actor"), ("action", "action"), ("resource", "resource"), ("result", "result")],
    };
    let mut columns = four.to_vec();
    columns.extend([("count", "entries"), ("first", "first"), ("last", "last")]);
    let rows = rows.into_iter().map(|(deed, parts)| {
        let mut row: Vec<Cell> = parts.into_iter().map(cell).collect();
        row.extend([Cell::Count(deed.count), moment(deed.first, manner), moment(deed.last, manner)]);
        row
    });
    Section { id, title, note: String::new(), columns, rows: rows.collect() }
}

fn actors_section(actors: &[(Box<str>, Actor)], others: Actor, names: &Names, manner: &Manner) -> Section {
    let mut rows: Vec<(String, Actor)> = actors.iter().map(|(name, actor)| (names.of(name), *actor)).collect();
    rows.sort_by(|one, two| (two.1.deeds.count, &one.0).cmp(&(one.1.deeds.count, &two.0)));
    if others.deeds.count > 0 {
        rows.push((OTHER.to_owned(), others));
    }
    let rows = rows.into_iter().map(|(name, actor)| {
        let Actor { deeds, failed, denied, sensitive, privileges, .. } = actor;
        let mut row = vec![cell(name)];
        row.extend([deeds.count, failed, denied, sensitive, privileges].map(Cell::Count));
        row.extend([moment(deeds.first, manner), moment(deeds.last, manner)]);
        row
    });
    Section {
        id: "actors",
        title: "Actors",
        note: String::new(),
        columns: vec![
            ("actor", "actor"),
            ("count", "entries"),
            ("failed", "failed"),
            ("denied", "denied"),
            ("sensitive", "sensitive"),
            ("privileges", "rights"),
            ("first", "first"),
            ("last", "last"),
        ],
        rows: rows.collect(),
    }
}

/// Actor and address of a burst, as far as they are known.
fn whose(burst: &Burst, names: &Names) -> (Option<String>, Option<String>) {
    match burst.by {
        By::Actor => (Some(names.of(&burst.name)), burst.from.as_deref().map(plain)),
        By::Source => (None, Some(plain(&burst.name))),
    }
}

fn burst_in_words(burst: &Burst, names: &Names, manner: &Manner) -> String {
    let Burst { failures, first, last, success, .. } = burst;
    let (actor, source) = whose(burst, names);
    let actor = actor.map_or(String::new(), |actor| format!(" of {actor}"));
    let source = source.map_or(String::new(), |source| format!(" at {source}"));
    let time = |time: Nanos| shown(time, &manner.zone);
    let after = success.map_or(String::new(), |(at, _)| format!(", then a success at {}", time(at)));
    format!("{failures} failed log-ins{actor}{source} from {} to {}{after}", time(*first), time(*last))
}

fn burst_row(burst: &Burst, names: &Names, manner: &Manner, place: &impl Fn(Place) -> String) -> Vec<Cell> {
    let (actor, source) = whose(burst, names);
    let name = |name: Option<String>| name.map_or(Cell::Nothing, Cell::Text);
    vec![
        name(actor),
        name(source),
        Cell::Count(burst.failures),
        moment(Some(burst.first), manner),
        moment(Some(burst.last), manner),
        moment(burst.success.map(|(at, _)| at), manner),
        cell(place(burst.place)),
        burst.success.map_or(Cell::Nothing, |(_, at)| cell(place(at))),
    ]
}

/// Runs of buckets of time without an entry, where by the median of all buckets there would be
/// [`EXPECTED`] or more: a chance of less than e⁻²⁰ if entries come by themselves. Buckets are joined
/// until most of them hold entries, since in a sparse log an empty one means nothing.
fn gaps(state: &State, manner: &Manner) -> Vec<Gap> {
    let mut buckets: Vec<Deed> = state.moments.buckets().map(|bucket| *bucket.item).collect();
    let usual = loop {
        let mut counts: Vec<u64> = buckets.iter().map(|moment| moment.count).collect();
        counts.sort_unstable();
        match counts.get(counts.len() / 2) {
            None => return Vec::new(),
            Some(0) => {
                let joined = buckets.chunks(2).map(|pair| {
                    let mut one = pair[0];
                    pair[1..].iter().for_each(|two| one.merge(*two));
                    one
                });
                buckets = joined.collect();
            }
            Some(usual) => break *usual,
        }
    };
    let (mut found, mut empty, mut last) = (Vec::new(), 0u64, None);
    for moment in buckets {
        if moment.count == 0 {
            empty += 1;
            continue;
        }
        if let (Some(from), Some(to), true) = (last, moment.first, empty * usual >= EXPECTED) {
            let time = |time: Nanos| shown(time, &manner.zone);
            found.push(Gap { from: time(from), to: time(to), usual: empty * usual });
        }
        (empty, last) = (0, moment.last);
    }
    found
}

/// What masking hides in the log as it was read: never a value.
fn masked(tally: &crate::mask::Tally, manner: &Manner, sections: &mut Vec<Section>) {
    let Some(policy) = &manner.policy else { return };
    let table = |id, title, note: String, names: BTreeMap<String, u64>| {
        let mut rows: Vec<(String, u64)> = names.into_iter().collect();
        rows.sort_by(|one, two| (two.1, &one.0).cmp(&(one.1, &two.0)));
        Section {
            id,
            title,
            note,
            columns: vec![("name", if id == "masked" { "detector" } else { "field" }), ("count", "findings")],
            rows: rows.into_iter().map(|(name, count)| vec![cell(name), Cell::Count(count)]).collect(),
        }
    };
    let detectors = tally.detectors.iter().map(|(id, count)| ((*id).to_owned(), *count)).collect();
    sections.push(table("masked", "What is masked", format!("policy sha256:{policy}"), detectors));
    sections.push(table("masked_fields", "Where it is masked", String::new(), tally.fields.clone()));
}

/// Adds other's findings to the fields as they are shown.
pub fn shown_fields(tally: &mut crate::mask::Tally, shown: impl Fn(&str) -> String) {
    let fields = std::mem::take(&mut tally.fields);
    for (path, count) in fields {
        tally.fields.entry(shown(&path)).or_default().merge(count);
    }
}
