//! What must not be so: the conditions of `--fail-if`.

use thiserror::Error;

use crate::diagnostics::nearest;
use crate::entry::aliases::Unit;
use crate::entry::duration;
use crate::render::{Gate, Group, Report, amount_in_words, change};
use crate::stats::Percentile;

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    text: String,
    metric: Metric,
    on: On,
    test: Test,
    limit: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Metric {
    Percentile(Percentile),
    Average,
    Least,
    Greatest,
    Values,
    Entries,
    Errors,
    ErrorRate,
}

/// What it is asked of.
#[derive(Debug, Clone, PartialEq)]
enum On {
    /// All entries together.
    Total,
    /// Each group.
    Each,
    /// The group of that name.
    Named(String),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Test {
    Above,
    AtLeast,
    Below,
    AtMost,
    /// More than so many percent above the baseline, beyond noise.
    Rises,
    /// More than so many percent below the baseline, beyond noise.
    Falls,
}

/// Why a condition cannot be understood.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadGate {
    /// The form is wrong.
    #[error("`{0}` is no condition")]
    Form(String),
    /// There is no such figure.
    #[error("`{0}` is no figure of a report")]
    Metric(String),
    /// The limit is no number, or in a unit that the figure is not in.
    #[error("`{0}` is no limit for that figure")]
    Limit(String),
    /// Only percentiles and the error rate can be compared.
    #[error("`{0}` cannot be compared with a baseline")]
    Incomparable(String),
}

/// What can be pasted instead.
pub const HELP: &str = "--fail-if 'p95 > 300ms', 'p99(checkout) > 1s', 'p95(*) > 1s', 'error_rate > 1%', \
                        'p95 rises > 20%'; figures are p50, p99.9 …, avg, min, max, values, entries, errors, error_rate";

impl Condition {
    /// Reads `FIGURE[(GROUP)] [rises|falls] OPERATOR LIMIT`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Condition, BadGate> {
        let form = || BadGate::Form(text.to_owned());
        let at = text.rfind(['<', '>']).ok_or_else(form)?;
        let (left, right) = text.split_at(at);
        let (mut test, limit) = match right.strip_prefix(">=").map(|limit| (Test::AtLeast, limit)) {
            Some(found) => found,
            None if right.starts_with("<=") => (Test::AtMost, &right[2..]),
            None if right.starts_with('>') => (Test::Above, &right[1..]),
            None => (Test::Below, &right[1..]),
        };
        let mut left = left.trim();
        for (word, changes) in [(" rises", Test::Rises), (" falls", Test::Falls)] {
            if let Some(rest) = left.strip_suffix(word) {
                if test != Test::Above {
                    return Err(form());
                }
                (left, test) = (rest.trim(), changes);
            }
        }
        let (name, on) = match left.split_once('(') {
            None => (left, On::Total),
            Some((name, group)) => match group.strip_suffix(')').ok_or_else(form)? {
                "*" => (name, On::Each),
                group => (name, On::Named(group.to_owned())),
            },
        };
        let metric = Metric::parse(name.trim()).ok_or_else(|| BadGate::Metric(name.trim().to_owned()))?;
        let changes = matches!(test, Test::Rises | Test::Falls);
        if changes && !matches!(metric, Metric::Percentile(_) | Metric::ErrorRate) {
            return Err(BadGate::Incomparable(name.trim().to_owned()));
        }
        let limit = limit.trim();
        let read = if changes { percent(limit) } else { metric.limit(limit) };
        let limit = read.ok_or_else(|| BadGate::Limit(limit.to_owned()))?;
        Ok(Condition { text: text.to_owned(), metric, on, test, limit })
    }

    /// The percentile that it asks for.
    pub fn percentile(&self) -> Option<Percentile> {
        match self.metric {
            Metric::Percentile(percentile) => Some(percentile),
            _ => None,
        }
    }

    /// Whether it compares with a baseline.
    pub fn needs_baseline(&self) -> bool {
        matches!(self.test, Test::Rises | Test::Falls)
    }

    /// Asks it of a report. What has no answer (no such group, no values) has failed: a gate that
    /// looks at nothing must not let through.
    pub fn ask(&self, report: &Report) -> Gate {
        let gate = |failed: bool, found: Vec<String>| Gate { text: self.text.clone(), failed, found };
        let groups: Vec<&Group> = match &self.on {
            On::Total => vec![&report.total],
            // A group without a value has nothing to be slow at.
            On::Each => report.groups.iter().filter(|group| self.has_answer(group)).collect(),
            On::Named(name) => report.groups.iter().filter(|group| group.name == *name).collect(),
        };
        if let (On::Named(name), []) = (&self.on, &groups[..]) {
            let near = nearest(name, report.groups.iter().map(|group| group.name.as_str()));
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return gate(true, vec![format!("there is no group `{name}`{near}")]);
        }
        if groups.is_empty() {
            return gate(true, vec!["no group has such a figure".to_owned()]);
        }
        let answers: Vec<(bool, String)> = groups.into_iter().map(|group| self.ask_group(group, report)).collect();
        let failed = answers.iter().any(|(failed, _)| *failed);
        if answers.len() > 1 && !failed {
            return gate(false, vec![format!("none of {} groups", answers.len())]);
        }
        let found = answers.into_iter().filter(|answer| answer.0 == failed).map(|answer| answer.1);
        gate(failed, found.collect())
    }

    fn has_answer(&self, group: &Group) -> bool {
        match self.metric {
            Metric::Values | Metric::Entries | Metric::Errors | Metric::ErrorRate => true,
            _ => group.values.count > 0,
        }
    }

    fn ask_group(&self, group: &Group, report: &Report) -> (bool, String) {
        let name = &group.name;
        if self.needs_baseline() {
            return self.ask_change(group);
        }
        let Some((value, few)) = self.metric.of(group, report) else {
            return (true, format!("{name}: no values"));
        };
        let failed = match self.test {
            Test::Above => value > self.limit,
            Test::AtLeast => value >= self.limit,
            Test::Below => value < self.limit,
            Test::AtMost => value <= self.limit,
            Test::Rises | Test::Falls => unreachable!("asked above"),
        };
        let shown = match self.metric {
            Metric::Values | Metric::Entries | Metric::Errors => format!("{value}"),
            Metric::ErrorRate => format!("{} %", amount_in_words(100.0 * value, false)),
            _ => amount_in_words(value, report.measure.time),
        };
        let few = if few { format!(", of only {} values", group.values.count) } else { String::new() };
        (failed, format!("{name}: {shown}{few}"))
    }

    fn ask_change(&self, group: &Group) -> (bool, String) {
        let name = &group.name;
        let changes = group.change.as_ref();
        let found = match self.metric {
            Metric::Percentile(percentile) => {
                let of = |row: &&(Percentile, f64, bool)| row.0 == percentile;
                changes.and_then(|change| change.percentiles.iter().find(of)).map(|row| (row.1, row.2))
            }
            _ => changes.and_then(|change| change.error_rate),
        };
        // A group that is new has not become slower.
        let Some((percent, sure)) = found else {
            return (matches!(self.on, On::Total), format!("{name}: nothing to compare with"));
        };
        let beyond = match self.test {
            Test::Falls => -percent > self.limit,
            _ => percent > self.limit,
        };
        let noise = if sure { "" } else { ", within the noise" };
        (beyond && sure, format!("{name}: {}{noise}", change(percent)))
    }
}

impl Metric {
    fn parse(name: &str) -> Option<Metric> {
        Some(match name {
            "avg" | "average" | "mean" => Metric::Average,
            "min" => Metric::Least,
            "max" => Metric::Greatest,
            "values" | "n" => Metric::Values,
            "entries" => Metric::Entries,
            "errors" => Metric::Errors,
            "error_rate" => Metric::ErrorRate,
            _ => Metric::Percentile(Percentile::parse(name.strip_prefix('p')?)?),
        })
    }

    /// A limit in the unit of the figure.
    fn limit(self, text: &str) -> Option<f64> {
        match self {
            Metric::Values | Metric::Entries | Metric::Errors => text.parse::<u64>().ok().map(|limit| limit as f64),
            Metric::ErrorRate => percent(text).map(|limit| limit / 100.0),
            _ => duration::milliseconds(text.as_bytes(), Unit::Milliseconds).filter(|limit| limit.is_finite()),
        }
    }

    /// Its value for a group, and whether there are too few values for it.
    fn of(self, group: &Group, report: &Report) -> Option<(f64, bool)> {
        let values = &group.values;
        let value = match self {
            Metric::Percentile(percentile) => {
                let at = report.measure.percentiles.iter().position(|asked| *asked == percentile)?;
                let found = values.percentiles.get(at)?;
                return Some((found.value, !found.enough));
            }
            Metric::Average => values.extent?.average,
            Metric::Least => values.extent?.least,
            Metric::Greatest => values.extent?.greatest,
            Metric::Values => values.count as f64,
            Metric::Entries => group.entries as f64,
            Metric::Errors => group.errors as f64,
            Metric::ErrorRate if group.entries == 0 => return None,
            Metric::ErrorRate => group.errors as f64 / group.entries as f64,
        };
        Some((value, false))
    }
}

/// `1%`, `0.5 %`
fn percent(text: &str) -> Option<f64> {
    let number = text.strip_suffix('%')?.trim();
    duration::number(number.as_bytes()).filter(|limit| limit.is_finite() && *limit >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read() {
        for text in [
            "p95 > 300ms",
            "p99.9>=1.5s",
            "p99(database_query) > 1s",
            "p95(GET /users/{id}) > 1s",
            "p95(*) > 200",
            "error_rate > 1%",
            "error_rate(checkout) > 0.5 %",
            "entries < 100",
            "p95 rises > 20%",
            "p95(x) falls > 20%",
            "error_rate rises > 50%",
        ] {
            assert!(Condition::parse(text).is_ok(), "{text}");
        }
        let read = Condition::parse("p95 (a > b)  >= 1.5s").unwrap();
        assert_eq!((read.on, read.test, read.limit), (On::Named("a > b".to_owned()), Test::AtLeast, 1500.0));
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        for (text, expected) in [
            ("p95", BadGate::Form("p95".into())),
            ("p95 rises >= 5%", BadGate::Form("p95 rises >= 5%".into())),
            ("p95(x > 1s", BadGate::Form("p95(x > 1s".into())),
            ("p101 > 1s", BadGate::Metric("p101".into())),
            ("speed > 1s", BadGate::Metric("speed".into())),
            ("p95 > fast", BadGate::Limit("fast".into())),
            ("p95 > 5%", BadGate::Limit("5%".into())),
            ("error_rate > 1", BadGate::Limit("1".into())),
            ("p95 rises > 20ms", BadGate::Limit("20ms".into())),
            ("entries < 1.5", BadGate::Limit("1.5".into())),
            ("max rises > 5%", BadGate::Incomparable("max".into())),
        ] {
            assert_eq!(Condition::parse(text), Err(expected), "{text}");
        }
    }
}
