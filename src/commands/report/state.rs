//! What is gathered: the state that merges.

use std::collections::BTreeMap;

use crate::commands::sorted::Part;
use crate::entry::level::Level;
use crate::entry::time::Nanos;
use crate::stats::{Merge, Quantiles, Series, Sketch, Table, earlier};
use crate::window::Window;

/// The most categories, services and error types and codes that are told apart.
pub const NAMES: usize = 1000;
/// The most kinds of messages that are told apart.
pub const MESSAGES: usize = 10_000;
/// Buckets of time for all entries: from 24 on, where there is time enough.
pub const MOMENTS: usize = 120;
/// Buckets of time for each group.
pub const POINTS: usize = 60;

/// All that a report is made of.
#[derive(Debug, Clone)]
pub struct State {
    /// What was read, by the number of the input.
    pub inputs: BTreeMap<usize, Input>,
    /// What the lines were.
    pub lines: Lines,
    /// Entries that are in the report, by level; the last is for entries without one.
    pub levels: [u64; Level::ALL.len() + 1],
    /// All entries that are in the report.
    pub all: Counts,
    /// Of all entries in the report, the time of the first.
    pub first: Option<Nanos>,
    /// And of the last.
    pub last: Option<Nanos>,
    /// The times of the first and the last entry outside of the window.
    pub outside: Option<(Nanos, Nanos)>,
    /// By group.
    pub groups: Table<Group>,
    /// By category.
    pub categories: Table<Counts>,
    /// By service.
    pub services: Table<Counts>,
    /// Errors by type.
    pub types: Table<Counts>,
    /// Errors by code.
    pub codes: Table<Counts>,
    /// Errors by what they say.
    pub messages: Table<Counts>,
    /// By time.
    pub moments: Series<Moment, MOMENTS>,
    /// Where the first malformed lines are. Said while reading; not a part of what is written down.
    pub malformed_at: Places,
}

/// The first places of something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(pub Vec<(usize, u64)>);

impl Places {
    /// How many are kept.
    pub const MOST: usize = 5;

    /// Adds a place: the number of an input, and the byte offset in it.
    pub fn add(&mut self, place: (usize, u64)) {
        self.0.push(place);
        self.0.sort_unstable();
        self.0.truncate(Places::MOST);
    }
}

/// What was read of one input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Input {
    /// Lines that begin in it.
    pub lines: u64,
    /// Bytes of them, after decoding.
    pub bytes: u64,
    /// Bytes that were not read: the input is in the order of time, and they lie outside of the window.
    pub unread: u64,
}

/// What lines were; their sum is the lines read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lines {
    /// Entries that are in the report.
    pub reported: u64,
    /// Of these, those without a time that could be read.
    pub undated: u64,
    /// Entries outside of the window.
    pub outside: u64,
    /// Entries without a time that could be read, where a window was asked for.
    pub timeless: u64,
    /// Entries of a lesser level than was asked for.
    pub lesser: u64,
    /// Plain text.
    pub text: u64,
    /// Nothing but white space.
    pub blank: u64,
    /// Began as an object of JSON and was none.
    pub malformed: u64,
    /// JSON, but no object.
    pub other_json: u64,
    /// Too long to be held whole.
    pub too_long: u64,
}

/// Entries, and errors among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// When the first of the errors was.
    pub first: Option<Nanos>,
    /// When the last of the errors was.
    pub last: Option<Nanos>,
}

/// Entries that belong together, with what was measured.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// Entries and errors.
    pub counts: Counts,
    /// The numbers.
    pub values: Quantiles,
    /// Values that were no number.
    pub not_numbers: u64,
    /// Values that were `NaN`.
    pub nan: u64,
    /// Values that were infinite.
    pub infinite: u64,
    /// The mean over time.
    pub means: Series<Mean, POINTS>,
}

/// A mean whose sum does not depend on the order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mean {
    /// How many values.
    pub count: u64,
    /// Their sum, in units of 2^-20, each value at most 2^70.
    pub sum: i128,
}

/// A bucket of time.
#[derive(Debug, Clone, Default)]
pub struct Moment {
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// Errors by category.
    pub by_category: ByCategory,
    /// What was measured, of all groups.
    pub values: Sketch,
}

/// Errors by category in a bucket of time.
#[derive(Debug, Clone)]
pub struct ByCategory(pub Table<u64>);

impl ByCategory {
    /// The most categories that are told apart in a bucket.
    pub const MOST: usize = 50;
}

impl Default for ByCategory {
    fn default() -> ByCategory {
        ByCategory(Table::new(ByCategory::MOST))
    }
}

impl State {
    /// A state that nothing was added to, for at most `groups` groups.
    pub fn new(groups: usize) -> State {
        State {
            inputs: BTreeMap::new(),
            lines: Lines::default(),
            levels: Default::default(),
            all: Counts::default(),
            first: None,
            outside: None,
            last: None,
            groups: Table::new(groups),
            categories: Table::new(NAMES),
            services: Table::new(NAMES),
            types: Table::new(NAMES),
            codes: Table::new(NAMES),
            messages: Table::new(MESSAGES),
            moments: Series::default(),
            malformed_at: Places::default(),
        }
    }
}

impl State {
    /// Notes that of an input only a part was read, since the rest lies outside of the window.
    pub fn pass_by(&mut self, input: usize, part: &Part, window: Window) {
        self.inputs.entry(input).or_default().unread = part.unread;
        for time in [part.extent.0, part.extent.1].into_iter().filter(|time| part.unread > 0 && !window.holds(*time)) {
            self.outside = widened(self.outside, Some((time, time)));
        }
    }
}

impl Lines {
    /// All lines.
    pub fn total(&self) -> u64 {
        let Lines { reported, undated: _, outside, timeless, lesser, text, blank, malformed, other_json, too_long } =
            self;
        reported + outside + timeless + lesser + text + blank + malformed + other_json + too_long
    }
}

impl Counts {
    /// Adds an entry.
    #[inline]
    pub fn add(&mut self, time: Option<Nanos>, error: bool) {
        self.entries += 1;
        if error {
            self.errors += 1;
            self.first = earlier(self.first, time);
            self.last = self.last.max(time);
        }
    }
}

/// A range of time that holds both, where there are any.
pub fn widened(one: Option<(Nanos, Nanos)>, two: Option<(Nanos, Nanos)>) -> Option<(Nanos, Nanos)> {
    match (one, two) {
        (Some(one), Some(two)) => Some((one.0.min(two.0), one.1.max(two.1))),
        (one, two) => one.or(two),
    }
}

impl Mean {
    /// Adds a finite number.
    #[inline]
    pub fn add(&mut self, value: f64) {
        const MOST: f64 = (1u128 << 70) as f64;
        self.count += 1;
        self.sum += (value.clamp(-MOST, MOST) * (1u64 << 20) as f64) as i128;
    }

    /// The mean; None without values.
    pub fn value(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64 / (1u64 << 20) as f64)
    }
}

impl Merge for State {
    fn merge(&mut self, other: State) {
        for (number, input) in other.inputs {
            self.inputs.entry(number).or_default().merge(input);
        }
        self.lines.merge(other.lines);
        self.levels.iter_mut().zip(other.levels).for_each(|(sum, count)| *sum += count);
        self.all.merge(other.all);
        self.first = earlier(self.first, other.first);
        self.last = self.last.max(other.last);
        self.outside = widened(self.outside, other.outside);
        self.groups.merge(other.groups);
        self.categories.merge(other.categories);
        self.services.merge(other.services);
        self.types.merge(other.types);
        self.codes.merge(other.codes);
        self.messages.merge(other.messages);
        self.moments.merge(other.moments);
        other.malformed_at.0.into_iter().for_each(|place| self.malformed_at.add(place));
    }
}

impl Merge for Input {
    fn merge(&mut self, other: Input) {
        self.lines += other.lines;
        self.bytes += other.bytes;
        self.unread += other.unread;
    }
}

impl Merge for Lines {
    fn merge(&mut self, other: Lines) {
        self.reported += other.reported;
        self.undated += other.undated;
        self.outside += other.outside;
        self.timeless += other.timeless;
        self.lesser += other.lesser;
        self.text += other.text;
        self.blank += other.blank;
        self.malformed += other.malformed;
        self.other_json += other.other_json;
        self.too_long += other.too_long;
    }
}

impl Merge for Counts {
    fn merge(&mut self, other: Counts) {
        self.entries += other.entries;
        self.errors += other.errors;
        self.first = earlier(self.first, other.first);
        self.last = self.last.max(other.last);
    }
}

impl Merge for Group {
    fn merge(&mut self, other: Group) {
        self.counts.merge(other.counts);
        self.values.merge(other.values);
        self.not_numbers += other.not_numbers;
        self.nan += other.nan;
        self.infinite += other.infinite;
        self.means.merge(other.means);
    }
}

impl Merge for Mean {
    fn merge(&mut self, other: Mean) {
        self.count += other.count;
        self.sum += other.sum;
    }
}

impl Merge for Moment {
    fn merge(&mut self, other: Moment) {
        self.entries += other.entries;
        self.errors += other.errors;
        self.by_category.0.merge(other.by_category.0);
        self.values.merge(other.values);
    }
}
