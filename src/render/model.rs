//! What a report says: plain data, with names as they may be shown.

use crate::stats::{Direction, Percentile};

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The time that was asked for.
    pub window: Window,
    /// What was read.
    pub inputs: Vec<Input>,
    /// What the lines were.
    pub data: Data,
    /// What was measured.
    pub measure: Measure,
    /// What entries are grouped by, in words.
    pub grouped_by: String,
    /// All groups by name; last the one of all names that had no place, if there were any.
    pub groups: Vec<Group>,
    /// All entries together.
    pub total: Group,
    /// What failed.
    pub errors: Errors,
    /// How much there was.
    pub volume: Volume,
    /// What was not to be so.
    pub gates: Vec<Gate>,
    /// The report that this is compared with, as it was named.
    pub baseline: Option<String>,
}

impl Report {
    /// The percentile that groups are put in order by: P95, or the highest below it that is shown.
    pub fn leading(&self) -> usize {
        self.measure.percentiles.iter().rposition(|percentile| percentile.fraction() <= 0.95).unwrap_or(0)
    }

    /// The groups with values, the slowest first.
    pub fn slowest(&self) -> Vec<&Group> {
        let by = self.leading();
        let key = |group: &Group| group.values.percentiles.get(by).map_or(f64::NEG_INFINITY, |found| found.value);
        let mut rows: Vec<&Group> = self.groups.iter().filter(|group| group.values.count > 0).collect();
        rows.sort_by(|one, two| key(two).total_cmp(&key(one)));
        rows
    }
}

impl Group {
    /// The means over time in at most so many columns.
    pub fn means_in(&self, columns: usize) -> Vec<Option<f64>> {
        let means: Vec<Option<f64>> = self.means.iter().map(|mean| mean.1).collect();
        let join = |part: &[Option<f64>]| {
            let known: Vec<f64> = part.iter().flatten().copied().collect();
            (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
        };
        super::units::squeeze(&means, columns, join)
    }
}

/// A window of time, as RFC 3339.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Its first moment; None if it has no limit.
    pub since: Option<String>,
    /// The first moment behind it.
    pub until: Option<String>,
}

impl Window {
    /// The flags that ask for it; empty without limits.
    pub fn flags(&self) -> String {
        let since = self.since.as_ref().map(|time| format!("--since {time}"));
        let until = self.until.as_ref().map(|time| format!("--until {time}"));
        since.into_iter().chain(until).collect::<Vec<_>>().join(" ")
    }
}

/// One input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Its path.
    pub name: String,
    /// Lines that begin in it.
    pub lines: u64,
    /// Bytes, after decoding.
    pub bytes: u64,
}

/// What the lines were. `reported` and the counts in `skipped` add up to `lines`.
#[derive(Debug, Clone)]
pub struct Data {
    /// Lines read.
    pub lines: u64,
    /// Bytes read, after decoding.
    pub bytes: u64,
    /// Bytes that were not read, of inputs in the order of time: they lie outside of the window.
    pub unread: u64,
    /// Entries in the report.
    pub reported: u64,
    /// Of these, those without a time that could be read.
    pub undated: u64,
    /// What is not in the report, and why.
    pub skipped: Vec<(&'static str, u64)>,
    /// Of the entries in the report, the time of the first.
    pub first: Option<String>,
    /// And of the last.
    pub last: Option<String>,
}

/// What was measured.
#[derive(Debug, Clone)]
pub struct Measure {
    /// The field.
    pub field: String,
    /// Whether values are milliseconds.
    pub time: bool,
    /// The percentiles.
    pub percentiles: Vec<Percentile>,
}

/// Entries that belong together.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// What was measured.
    pub values: Values,
    /// Where the values go; None where there is too little to say.
    pub trend: Option<Trend>,
    /// The mean for each bucket of time: its start in nanoseconds since 1970, and None where there
    /// was nothing.
    pub means: Vec<(i64, Option<f64>)>,
    /// How it differs from the baseline.
    pub change: Option<Change>,
}

/// Values of a group.
#[derive(Debug, Clone, Default)]
pub struct Values {
    /// How many there are.
    pub count: u64,
    /// Whether percentiles are exact; else within 1 %.
    pub exact: bool,
    /// Mean, least and greatest; None without values.
    pub extent: Option<Extent>,
    /// In the order of [`Measure::percentiles`]; empty without values.
    pub percentiles: Vec<Quantile>,
    /// Counts by ranges `(from, to, count)`.
    pub histogram: Vec<(f64, f64, u64)>,
    /// Values that were no number.
    pub not_numbers: u64,
    /// Values that were `NaN`.
    pub nan: u64,
    /// Values that were infinite.
    pub infinite: u64,
}

/// Mean, least and greatest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The arithmetic mean.
    pub average: f64,
    /// The least value.
    pub least: f64,
    /// The greatest value.
    pub greatest: f64,
    /// The sum.
    pub sum: f64,
}

/// A percentile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// Its value.
    pub value: f64,
    /// The lower end of its 95 % range.
    pub low: f64,
    /// The upper end of its 95 % range.
    pub high: f64,
    /// Whether there are values enough for it to be more than the greatest of them.
    pub enough: bool,
}

/// Where values go.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// Up, down or neither.
    pub direction: Direction,
    /// Percent of the median level for each hour.
    pub percent_an_hour: f64,
    /// The change in words: `+12 %/h`.
    pub words: String,
    /// The statistic of the test.
    pub z: f64,
    /// How many buckets of time held values.
    pub buckets: usize,
}

/// How a group differs from the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Percent of the mean; None where one of them is missing or zero.
    pub average: Option<f64>,
    /// For each percentile that both have: which, percent, and whether the difference is more than
    /// noise.
    pub percentiles: Vec<(Percentile, f64, bool)>,
    /// Percent of the error rate, and whether the difference is more than noise; None where there
    /// were no errors.
    pub error_rate: Option<(f64, bool)>,
    /// Percentage points of the error rate.
    pub error_points: Option<f64>,
}

/// What failed.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// By category.
    pub by_category: Vec<Failures>,
    /// By service.
    pub by_service: Vec<Failures>,
    /// By type.
    pub by_type: Vec<Failures>,
    /// By code.
    pub by_code: Vec<Failures>,
    /// By what they say, numbers and ids folded.
    pub messages: Vec<Failures>,
}

/// Errors that have something in common; lists of them begin with the most.
#[derive(Debug, Clone)]
pub struct Failures {
    /// What.
    pub name: String,
    /// Entries that have it in common; None where only errors have it.
    pub entries: Option<u64>,
    /// Errors.
    pub errors: u64,
    /// When the first was.
    pub first: Option<String>,
    /// When the last was.
    pub last: Option<String>,
}

/// How much there was.
#[derive(Debug, Clone, Default)]
pub struct Volume {
    /// Entries by level, all levels that occur; the last is for entries without one.
    pub by_level: Vec<(&'static str, u64)>,
    /// The width of the buckets of time in nanoseconds.
    pub width: i64,
    /// Buckets of time in order, without holes.
    pub moments: Vec<Moment>,
    /// Whole buckets without an entry: from, to.
    pub gaps: Vec<(String, String)>,
}

/// A bucket of time.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Its start in nanoseconds since 1970.
    pub nanos: i64,
    /// Its start.
    pub start: String,
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// Errors by category.
    pub by_category: Vec<(String, u64)>,
    /// P50 and P95 of what was measured.
    pub quantiles: Option<(f64, f64)>,
}

/// Something that was not to be so.
#[derive(Debug, Clone)]
pub struct Gate {
    /// As it was given.
    pub text: String,
    /// Whether it was so.
    pub failed: bool,
    /// Where: a group and what it has, in words, a line each.
    pub found: Vec<String>,
}
