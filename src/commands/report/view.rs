//! What a state says: the report.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::gather::OTHER;
use super::state::{self, Counts, State};
use crate::entry::level::Level;
use crate::entry::time::Nanos;
use crate::render::{
    Data, Errors, Extent, Failures, Group, Input, Measure, Moment, Quantile, Report, Trend, Values, Volume, Window,
    change,
};
use crate::stats::{Direction, Merge, Percentile, Table, trend};
use crate::window::{self, shown};

/// The most bars of a histogram.
const BARS: usize = 40;
/// Lists of errors in a report are not longer.
const LONGEST: usize = 1000;
const HOUR: f64 = 3600e9;

/// How a state is shown.
#[derive(Debug)]
pub struct Manner {
    /// The zone of times.
    pub zone: TimeZone,
    /// The percentiles.
    pub percentiles: Vec<Percentile>,
    /// The window that was asked for.
    pub window: window::Window,
    /// The names of inputs, by number.
    pub inputs: Vec<String>,
    /// The field that was measured, and whether it is a time.
    pub field: String,
    /// Whether values are milliseconds.
    pub time: bool,
    /// What entries are grouped by, in words.
    pub grouped_by: String,
}

/// The report of a state.
pub fn report(state: State, manner: &Manner) -> Report {
    let shown = |time: Nanos| shown(time, &manner.zone);
    let State { inputs, lines, levels, all, first, last, moments, .. } = &state;
    let read = read(&state, &manner.inputs);
    let read = read.into_iter().map(|(name, input)| Input { name, lines: input.lines, bytes: input.bytes });
    let data = Data {
        lines: lines.total(),
        bytes: inputs.values().map(|input| input.bytes).sum(),
        unread: inputs.values().map(|input| input.unread).sum(),
        reported: lines.reported,
        undated: lines.undated,
        skipped: vec![
            ("outside_window", lines.outside),
            ("without_time", lines.timeless),
            ("lesser_level", lines.lesser),
            ("text", lines.text),
            ("blank", lines.blank),
            ("malformed", lines.malformed),
            ("not_an_object", lines.other_json),
            ("too_long", lines.too_long),
        ],
        first: first.map(shown),
        last: last.map(shown),
    };
    let by_level = Level::ALL.iter().map(|level| level.name()).chain(["(none)"]).zip(*levels);
    let volume = Volume {
        by_level: by_level.filter(|(_, count)| *count > 0).collect(),
        width: moments.width(),
        moments: moments.buckets().map(|bucket| moment(bucket.start, bucket.item, manner)).collect(),
        gaps: gaps(&state, manner),
    };
    let all = *all;
    let errors = Errors {
        by_category: failures(state.categories, true, manner),
        by_service: failures(state.services, true, manner),
        by_type: failures(state.types, false, manner),
        by_code: failures(state.codes, false, manner),
        messages: failures(state.messages, false, manner),
    };
    let (named, other) = state.groups.finish();
    let mut total = other.clone();
    let mut groups = Vec::new();
    for (name, group) in named {
        total.merge(group.clone());
        groups.push(self::group(name.into_string(), &group, manner));
    }
    if other.counts.entries > 0 {
        groups.push(group(OTHER.to_owned(), &other, manner));
    }
    total.counts = all;
    Report {
        window: Window { since: manner.window.since.map(shown), until: manner.window.until.map(shown) },
        inputs: read.collect(),
        data,
        measure: Measure { field: manner.field.clone(), time: manner.time, percentiles: manner.percentiles.clone() },
        grouped_by: manner.grouped_by.clone(),
        groups,
        total: group("(all)".to_owned(), &total, manner),
        errors,
        volume,
        gates: Vec::new(),
        baseline: None,
    }
}

/// What was read of each input, by name; what has the same name is put together.
pub fn read(state: &State, names: &[String]) -> BTreeMap<String, state::Input> {
    let mut read: BTreeMap<String, state::Input> = BTreeMap::new();
    for (number, name) in names.iter().enumerate() {
        let input = state.inputs.get(&number).copied().unwrap_or_default();
        read.entry(name.clone()).or_default().merge(input);
    }
    read
}

fn group(name: String, group: &state::Group, manner: &Manner) -> Group {
    let quantiles = &group.values;
    let percentiles = quantiles.at(&manner.percentiles);
    let count = quantiles.count();
    let percentiles = manner.percentiles.iter().zip(percentiles).map(|(percentile, found)| Quantile {
        value: found.value,
        low: found.low,
        high: found.high,
        enough: percentile.is_carried_by(count),
    });
    let values = Values {
        count,
        exact: quantiles.is_exact(),
        extent: quantiles.extent().map(|(average, least, greatest)| Extent {
            average,
            least,
            greatest,
            sum: quantiles.sum().value(),
        }),
        percentiles: percentiles.collect(),
        histogram: quantiles.histogram(BARS),
        not_numbers: group.not_numbers,
        nan: group.nan,
        infinite: group.infinite,
    };
    let means: Vec<_> = group.means.buckets().map(|bucket| (bucket.start, bucket.item.value())).collect();
    Group {
        name,
        entries: group.counts.entries,
        errors: group.counts.errors,
        values,
        trend: trend_of(&means),
        means,
        change: None,
    }
}

/// The trend of means over time, in hours.
fn trend_of(means: &[(Nanos, Option<f64>)]) -> Option<Trend> {
    let start = means.first()?.0;
    let hours = |time: Nanos| time.wrapping_sub(start) as f64 / HOUR;
    let points: Vec<(f64, f64)> = means.iter().filter_map(|(time, mean)| Some((hours(*time), (*mean)?))).collect();
    let found = trend(&points)?;
    let percent = if found.level == 0.0 { 0.0 } else { 100.0 * found.slope / found.level.abs() };
    // The unit that the time of the data carries.
    let span = points.last()?.0;
    let (scale, unit) = match () {
        () if span >= 14.0 * 24.0 => (24.0, "d"),
        () if span >= 2.0 => (1.0, "h"),
        () if span >= 1.0 / 30.0 => (1.0 / 60.0, "min"),
        () => (1.0 / 3600.0, "s"),
    };
    let words = match found.direction {
        Direction::Stable => "stable".to_owned(),
        _ => format!("{}/{unit}", change(percent * scale)),
    };
    Some(Trend { direction: found.direction, percent_an_hour: percent, words, z: found.z, buckets: points.len() })
}

/// Rows with errors, those with the most first; by name where they have as many.
fn failures(table: Table<Counts>, with_entries: bool, manner: &Manner) -> Vec<Failures> {
    let (named, other) = table.finish();
    let row = |name: String, counts: Counts| Failures {
        name,
        entries: with_entries.then_some(counts.entries),
        errors: counts.errors,
        first: counts.first.map(|time| shown(time, &manner.zone)),
        last: counts.last.map(|time| shown(time, &manner.zone)),
    };
    let named = named.into_iter().map(|(name, counts)| row(name.into_string(), counts));
    let mut rows: Vec<Failures> = named.chain([row(OTHER.to_owned(), other)]).collect();
    rows.retain(|row| row.errors > 0 || row.entries.is_some_and(|entries| entries > 0));
    rows.sort_by_key(|row| std::cmp::Reverse(row.errors));
    rows.truncate(LONGEST);
    rows
}

fn moment(nanos: Nanos, moment: &state::Moment, manner: &Manner) -> Moment {
    let (categories, other) = moment.by_category.0.clone().finish();
    let other = (other > 0).then(|| (OTHER.to_owned(), other));
    let categories = categories.into_iter().map(|(name, count)| (name.into_string(), count));
    let count = moment.values.count();
    let at = |percent: u64| moment.values.at_rank(Percentile::whole(percent).rank(count));
    Moment {
        nanos,
        start: shown(nanos, &manner.zone),
        entries: moment.entries,
        errors: moment.errors,
        by_category: categories.chain(other).collect(),
        quantiles: at(50).zip(at(95)),
    }
}

/// Runs of buckets between the first and the last that hold nothing, and would hardly do so by chance: were entries
/// spread evenly, so long a run would be seen in less than one report in twenty (with `n` buckets of `r` entries each,
/// one of `k` buckets is expected `n · exp(-r · k)` times).
fn gaps(state: &State, manner: &Manner) -> Vec<(String, String)> {
    let count = state.moments.buckets().len() as f64;
    let dated: u64 = state.moments.buckets().map(|bucket| bucket.item.entries).sum();
    let rate = dated as f64 / count;
    let shortest = (20.0 * count).ln() / rate;
    let is_long = |from: Nanos, to: Nanos| (to - from) as f64 >= shortest * state.moments.width() as f64;
    let mut gaps = Vec::new();
    let mut quiet_since = None;
    for bucket in state.moments.buckets() {
        match (bucket.item.entries, quiet_since) {
            (0, None) => quiet_since = Some(bucket.start),
            (1.., Some(since)) => {
                if is_long(since, bucket.start) {
                    gaps.push((shown(since, &manner.zone), shown(bucket.start, &manner.zone)));
                }
                quiet_since = None;
            }
            _ => {}
        }
    }
    gaps
}
