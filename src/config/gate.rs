//! Gates of a report: `p95 > 300ms`, `p99(checkout) >= 1s`, `error_rate > 1%`, `p95 rises > 20%`.

use super::units::{self, NoDuration};

/// A gate, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// What is measured.
    pub measure: Measure,
    /// The group that it is measured in; None for each of them.
    pub group: Option<String>,
    /// Whether the change since a baseline is meant, and which way.
    pub change: Option<Change>,
    /// Whether the gate fails above the threshold; else below it.
    pub above: bool,
    /// Nanoseconds of a time, a share (1 % is 0.01) or a number.
    pub threshold: f64,
}

/// What a gate measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// A percentile of the durations.
    Percentile(f64),
    /// `average`, `min`, `max` of the durations.
    Duration(&'static str),
    /// `count`, `errors`: a number of entries.
    Count(&'static str),
    /// `error_rate`: a share of the entries.
    Share,
}

/// A change since a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It became larger by a share.
    Rises,
    /// It became smaller by a share.
    Falls,
}

/// Why a text is no gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoGate {
    /// There is no such measure.
    Measure(String),
    /// The form is another; what is missing.
    Form(&'static str),
    /// A time without a unit.
    NoUnit(String),
    /// A threshold that is none.
    Threshold(String),
    /// A percentile or a share that cannot be.
    Range(String),
}

/// The measures that have a name.
pub const MEASURES: &[&str] = &["average", "min", "max", "count", "errors", "error_rate"];

/// Reads a gate.
///
/// # Errors
/// Why it is none.
pub fn parse(text: &str) -> Result<Gate, NoGate> {
    let Some(at) = text.find(['<', '>']) else {
        return Err(NoGate::Form("a comparison with `>` or `<` is missing"));
    };
    let (left, right) = text.split_at(at);
    let above = right.starts_with('>');
    let right = right[1..].strip_prefix('=').unwrap_or(&right[1..]).trim();
    let mut left = left.trim();
    let mut change = None;
    for (word, meaning) in [(" rises", Change::Rises), (" falls", Change::Falls)] {
        if let Some(before) = left.strip_suffix(word) {
            (left, change) = (before.trim(), Some(meaning));
        }
    }
    let (name, group) = match left.split_once('(') {
        Some((name, rest)) => {
            let group = rest.strip_suffix(')').ok_or(NoGate::Form("the bracket is not closed"))?;
            (name.trim(), Some(group.trim().to_owned()))
        }
        None => (left, None),
    };
    let measure = measure(name)?;
    let threshold = match (change, measure) {
        (Some(_), _) | (None, Measure::Share) => share(right)?,
        (None, Measure::Percentile(_) | Measure::Duration(_)) => match units::duration(right) {
            Ok(time) => time as f64,
            Err(NoDuration::NoUnit) => return Err(NoGate::NoUnit(right.to_owned())),
            Err(NoDuration::Unreadable) => return Err(NoGate::Threshold(right.to_owned())),
        },
        (None, Measure::Count(_)) => number(right).ok_or_else(|| NoGate::Threshold(right.to_owned()))?,
    };
    Ok(Gate { measure, group, change, above, threshold })
}

fn measure(name: &str) -> Result<Measure, NoGate> {
    if let Some(percent) = name.strip_prefix('p').and_then(number) {
        let possible = percent > 0.0 && percent <= 100.0;
        return if possible { Ok(Measure::Percentile(percent)) } else { Err(NoGate::Range(name.to_owned())) };
    }
    match MEASURES.iter().find(|measure| **measure == name) {
        Some(&name @ ("average" | "min" | "max")) => Ok(Measure::Duration(name)),
        Some(&name @ ("count" | "errors")) => Ok(Measure::Count(name)),
        Some(_) => Ok(Measure::Share),
        None if name.is_empty() => Err(NoGate::Form("what is measured is missing")),
        None => Err(NoGate::Measure(name.to_owned())),
    }
}

/// `1%` or `1 %`; a share above 1 is only possible for a change.
fn share(text: &str) -> Result<f64, NoGate> {
    let percent = text.strip_suffix('%').ok_or_else(|| NoGate::NoUnit(text.to_owned()))?.trim();
    let percent = number(percent).ok_or_else(|| NoGate::Threshold(text.to_owned()))?;
    Ok(percent / 100.0)
}

/// A plain number: digits, perhaps with a fraction.
fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates_are_taken_apart() {
        let gate = parse("p99.9(db query) >= 1s").unwrap();
        assert_eq!((gate.measure, gate.group.as_deref()), (Measure::Percentile(99.9), Some("db query")));
        assert_eq!((gate.above, gate.threshold), (true, 1e9));
        assert_eq!(parse("error_rate > 1 %").unwrap().threshold, 0.01);
        assert_eq!(parse("p95 rises > 20%").unwrap().change, Some(Change::Rises));
        assert!(!parse("count<10").unwrap().above);
    }

    #[test]
    fn what_is_no_gate_is_told_why() {
        assert_eq!(parse("p95 > 300"), Err(NoGate::NoUnit("300".into())));
        assert_eq!(parse("error_rate > 1"), Err(NoGate::NoUnit("1".into())));
        assert_eq!(parse("p101 > 1s"), Err(NoGate::Range("p101".into())));
        assert_eq!(parse("speed > 1s"), Err(NoGate::Measure("speed".into())));
        assert!(matches!(parse("p95 = 1s"), Err(NoGate::Form(_))));
        assert_eq!(parse("p95 > fast"), Err(NoGate::Threshold("fast".into())));
    }
}
