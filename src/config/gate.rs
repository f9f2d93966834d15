//! Gates of a report: `p95 > 300ms`, `p99(checkout) >= 1s`, `error_rate > 1%`, `p95 rises > 20%`. The one grammar of
//! `--fail-if` and of the config; what a report answers is the command's.

use super::units::{self, NoDuration};
use crate::diagnostics::{Code, codes, nearest};
use crate::stats::Percentile;

/// A gate, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// As it was written.
    pub text: String,
    /// What is measured.
    pub measure: Measure,
    /// Where it is measured.
    pub on: On,
    /// When the gate fails.
    pub test: Test,
    /// What it is compared with.
    pub limit: Limit,
}

/// What a gate measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A percentile of the durations, or of the field that is measured instead.
    Percentile(Percentile),
    /// Their average.
    Average,
    /// The least of them.
    Least,
    /// The greatest of them.
    Greatest,
    /// How many there are.
    Values,
    /// The number of entries.
    Entries,
    /// The number of errors.
    Errors,
    /// The share of errors among the entries.
    ErrorRate,
}

/// Where a gate measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// All entries together.
    Total,
    /// Each group: `p95(*)`.
    Each,
    /// The group of that name: `p95(checkout)`.
    Named(String),
}

/// When a gate fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// Above the limit.
    Above,
    /// At the limit or above.
    AtLeast,
    /// Below the limit.
    Below,
    /// At the limit or below.
    AtMost,
    /// More than the limit above the baseline.
    Rises,
    /// More than the limit below the baseline.
    Falls,
}

/// What a measure is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// Milliseconds.
    Time(f64),
    /// A number without a unit: right for counts, and for fields that are no times.
    Number(f64),
    /// A share: 1 % is 0.01.
    Share(f64),
}

/// Why a text is no gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoGate {
    /// There is no such measure.
    Measure(String),
    /// The form is another; what is missing.
    Form(&'static str),
    /// A share without its `%`.
    NoPercent(String),
    /// A threshold that is none.
    Threshold(String),
    /// A percentile that cannot be.
    Range(String),
    /// A rate that cannot be.
    Rate,
    /// A measure that is compared with no baseline.
    NoChange(String),
}

/// The measures that have a name, and other names for them.
const MEASURES: &[(&str, &[&str], Measure)] = &[
    ("avg", &["average", "mean"], Measure::Average),
    ("min", &[], Measure::Least),
    ("max", &[], Measure::Greatest),
    ("values", &["n"], Measure::Values),
    ("entries", &["count"], Measure::Entries),
    ("errors", &[], Measure::Errors),
    ("error_rate", &[], Measure::ErrorRate),
];

/// All names of measures but the percentiles.
pub fn measures() -> Vec<&'static str> {
    MEASURES.iter().flat_map(|(name, others, _)| std::iter::once(name).chain(*others)).copied().collect()
}

/// What can be pasted instead.
pub const EXAMPLE: &str = "a gate is `p95 > 300ms`, `error_rate > 1%`, `p99(checkout) > 1s` or `p95 rises > 20%`";

/// Reads `MEASURE[(GROUP)] [rises|falls] OPERATOR LIMIT`; `(*)` is each group, without one all entries are meant.
///
/// # Errors
/// Why it is none.
pub fn parse(text: &str) -> Result<Gate, NoGate> {
    // The last one: a group's name can have one too.
    let at = text.rfind(['<', '>']).ok_or(NoGate::Form("a comparison with `>` or `<` is missing"))?;
    let (left, right) = text.split_at(at);
    let (mut test, limit) = match (right.as_bytes()[0], right[1..].strip_prefix('=')) {
        (b'>', None) => (Test::Above, &right[1..]),
        (b'>', Some(limit)) => (Test::AtLeast, limit),
        (_, None) => (Test::Below, &right[1..]),
        (_, Some(limit)) => (Test::AtMost, limit),
    };
    let mut left = left.trim();
    for (word, change) in [(" rises", Test::Rises), (" falls", Test::Falls)] {
        if let Some(before) = left.strip_suffix(word) {
            if test != Test::Above {
                return Err(NoGate::Form("a change is compared with `>`"));
            }
            (left, test) = (before.trim(), change);
        }
    }
    let (name, on) = match left.split_once('(') {
        None => (left, On::Total),
        Some((name, group)) => match group.strip_suffix(')').map(str::trim) {
            None => return Err(NoGate::Form("the bracket is not closed")),
            Some("") => return Err(NoGate::Form("the group's name is missing")),
            Some("*") => (name, On::Each),
            Some(group) => (name, On::Named(group.to_owned())),
        },
    };
    let measure = measure(name.trim())?;
    let change = matches!(test, Test::Rises | Test::Falls);
    if change && !matches!(measure, Measure::Percentile(_) | Measure::ErrorRate) {
        return Err(NoGate::NoChange(name.trim().to_owned()));
    }
    let limit = limit.trim();
    let limit = match measure {
        _ if change => share(limit)?,
        Measure::ErrorRate => match share(limit)? {
            Limit::Share(share) if share > 1.0 => return Err(NoGate::Rate),
            limit => limit,
        },
        _ if number(limit).is_some() => Limit::Number(number(limit).unwrap_or_default()),
        Measure::Values | Measure::Entries | Measure::Errors => return Err(NoGate::Threshold(limit.to_owned())),
        _ => match units::duration(&limit.replace(' ', "")) {
            Ok(nanos) => Limit::Time(nanos as f64 / 1e6),
            Err(NoDuration::NoUnit | NoDuration::Unreadable) => return Err(NoGate::Threshold(limit.to_owned())),
        },
    };
    Ok(Gate { text: text.trim().to_owned(), measure, on, test, limit })
}

impl Gate {
    /// The percentile that it asks for.
    pub fn percentile(&self) -> Option<Percentile> {
        match self.measure {
            Measure::Percentile(percentile) => Some(percentile),
            _ => None,
        }
    }

    /// Whether it compares with a baseline.
    pub fn needs_baseline(&self) -> bool {
        matches!(self.test, Test::Rises | Test::Falls)
    }

    /// Whether it is of what is measured, a time or another number, and not of a count or a share.
    pub fn is_of_values(&self) -> bool {
        let value =
            matches!(self.measure, Measure::Percentile(_) | Measure::Average | Measure::Least | Measure::Greatest);
        value && !self.needs_baseline()
    }

    /// The same with the unit of its limit that is probably meant: that of most times in logs.
    pub fn with_unit(&self) -> String {
        format!("{}ms", self.text)
    }
}

impl NoGate {
    /// What is said of it: the kind of fault, what is wrong, a way out.
    pub fn explain(&self, text: &str) -> (&'static Code, String, String) {
        match self {
            NoGate::NoPercent(value) => {
                let help = match number(value) {
                    Some(_) => format!("did you mean `{}%`?", text.trim()),
                    None => EXAMPLE.to_owned(),
                };
                (&codes::UNIT_MISSING, "the threshold has no unit".to_owned(), help)
            }
            NoGate::Range(measure) => {
                let said = format!("there is no percentile `{measure}`");
                (&codes::OUT_OF_RANGE, said, "percentiles are above p0 and at most p100".to_owned())
            }
            NoGate::Rate => (&codes::OUT_OF_RANGE, "a rate is at most 100 %".to_owned(), EXAMPLE.to_owned()),
            NoGate::Measure(name) => {
                let help = match nearest(name, MEASURES.iter().map(|row| row.0)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => {
                        let names: Vec<&str> = MEASURES.iter().map(|row| row.0).collect();
                        format!("there are p50, p95, p99.9, …, {}", names.join(", "))
                    }
                };
                (&codes::BAD_GATE, format!("there is nothing called `{name}` to measure"), help)
            }
            NoGate::Threshold(value) => {
                let help = match units::meant(value) {
                    Some(meant) => format!("did you mean `{}{meant}`?", &text[..text.len() - value.len()]),
                    None => EXAMPLE.to_owned(),
                };
                (&codes::BAD_GATE, format!("`{value}` is no threshold here"), help)
            }
            NoGate::NoChange(name) => {
                let help = "percentiles and `error_rate` are: `p95 rises > 20%`";
                (&codes::BAD_GATE, format!("`{name}` is not compared with a baseline"), help.to_owned())
            }
            NoGate::Form(missing) => (&codes::BAD_GATE, (*missing).to_owned(), EXAMPLE.to_owned()),
        }
    }
}

fn measure(name: &str) -> Result<Measure, NoGate> {
    if let Some(percent) = name.strip_prefix('p').filter(|rest| number(rest).is_some()) {
        let percentile = Percentile::parse(percent).ok_or_else(|| NoGate::Range(name.to_owned()))?;
        return Ok(Measure::Percentile(percentile));
    }
    if name.is_empty() {
        return Err(NoGate::Form("what is measured is missing"));
    }
    let found = MEASURES.iter().find(|(known, others, _)| *known == name || others.contains(&name));
    found.map(|row| row.2).ok_or_else(|| NoGate::Measure(name.to_owned()))
}

/// `1%` or `1 %`; a share above 1 is only possible for a change.
fn share(text: &str) -> Result<Limit, NoGate> {
    let percent = text.strip_suffix('%').ok_or_else(|| NoGate::NoPercent(text.to_owned()))?.trim();
    let percent = number(percent).ok_or_else(|| NoGate::Threshold(text.to_owned()))?;
    Ok(Limit::Share(percent / 100.0))
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
        assert_eq!((gate.percentile(), gate.on), (Percentile::parse("99.9"), On::Named("db query".into())));
        assert_eq!((gate.test, gate.limit), (Test::AtLeast, Limit::Time(1000.0)));
        let gate = parse("p95 (a > b)  <= 1.5 s").unwrap();
        assert_eq!((gate.on, gate.test, gate.limit), (On::Named("a > b".into()), Test::AtMost, Limit::Time(1500.0)));
        assert_eq!(parse("error_rate(*) > 1 %").unwrap().limit, Limit::Share(0.01));
        assert_eq!(parse("error_rate(*) > 1 %").unwrap().on, On::Each);
        assert_eq!(parse("p95 rises > 20%").unwrap().test, Test::Rises);
        assert_eq!(parse("count<10").unwrap().measure, Measure::Entries);
        assert_eq!(parse("p95 > 300").unwrap().limit, Limit::Number(300.0));
        for text in ["p95(GET /users/{id}) > 1s", "average > 1h30m", "error_rate rises > 50%", "errors > 0", "n < 5"] {
            assert!(parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_gate_is_told_why() {
        for (text, expected) in [
            ("error_rate > 1", NoGate::NoPercent("1".into())),
            ("p95 rises > 20", NoGate::NoPercent("20".into())),
            ("p101 > 1s", NoGate::Range("p101".into())),
            ("p0 > 1s", NoGate::Range("p0".into())),
            ("speed > 1s", NoGate::Measure("speed".into())),
            ("p95", NoGate::Form("a comparison with `>` or `<` is missing")),
            ("p95 = 1s", NoGate::Form("a comparison with `>` or `<` is missing")),
            ("error_rate > 150%", NoGate::Rate),
            ("p95(x > 1s", NoGate::Form("the bracket is not closed")),
            ("p95() > 1s", NoGate::Form("the group's name is missing")),
            ("p95 rises >= 5%", NoGate::Form("a change is compared with `>`")),
            (" > 1s", NoGate::Form("what is measured is missing")),
            ("max rises > 5%", NoGate::NoChange("max".into())),
            ("p95 > fast", NoGate::Threshold("fast".into())),
            ("p95 > 10%", NoGate::Threshold("10%".into())),
            ("errors > 10ms", NoGate::Threshold("10ms".into())),
            ("p95 > -5ms", NoGate::Threshold("-5ms".into())),
        ] {
            assert_eq!(parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn what_was_meant_is_told() {
        let help = |text: &str| parse(text).unwrap_err().explain(text).2;
        assert_eq!(help("error_rate > 1"), "did you mean `error_rate > 1%`?");
        assert_eq!(help("p95 > 5min"), "did you mean `p95 > 5m`?");
        assert_eq!(help("eror_rate > 1%"), "did you mean `error_rate`?");
    }
}
