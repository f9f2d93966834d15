//! Numbers for people.

/// A number in three parts: `1`, `.2`, `s`, so that columns can be aligned at the point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amount {
    /// The digits before the point, with sign.
    pub whole: String,
    /// The point and what follows it, or nothing.
    pub fraction: String,
    /// The unit, or nothing.
    pub unit: &'static str,
}

/// A value with three significant digits: milliseconds in the unit that suits (`1.2 s`, `340 ms`),
/// or a bare number.
pub fn amount(value: f64, time: bool) -> Amount {
    if !time {
        return with_unit(value, "");
    }
    let size = value.abs();
    let (scale, unit) = match () {
        () if size == 0.0 => (1.0, "ms"),
        () if size < 0.0009995 => (1e6, "ns"),
        () if size < 0.9995 => (1e3, "µs"),
        () if size < 999.5 => (1.0, "ms"),
        () if size < 60e3 => (1e-3, "s"),
        () if size < 3600e3 => (1.0 / 60e3, "min"),
        () if size < 86_400e3 => (1.0 / 3600e3, "h"),
        () => (1.0 / 86_400e3, "d"),
    };
    with_unit(value * scale, unit)
}

/// The same as one text.
pub fn amount_in_words(value: f64, time: bool) -> String {
    let Amount { whole, fraction, unit } = amount(value, time);
    let gap = if unit.is_empty() { "" } else { " " };
    format!("{whole}{fraction}{gap}{unit}")
}

fn with_unit(value: f64, unit: &'static str) -> Amount {
    let size = value.abs();
    let text = match size {
        0.0 => "0".to_owned(),
        size if !(1e-4..1e9).contains(&size) => {
            let text = format!("{value:.2e}");
            let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            return Amount { whole: format!("{digits}e{exponent}"), fraction: String::new(), unit };
        }
        size => {
            let decimals = match size {
                size if size >= 99.95 => 0,
                size if size >= 9.995 => 1,
                size if size >= 0.9995 => 2,
                size => 2 - size.log10().floor() as i32,
            };
            format!("{value:.*}", decimals.max(0) as usize)
        }
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Amount { whole: grouped(whole), fraction: format!("{point}{fraction}"), unit }
}

/// Digits in groups of three: `1,234,567`.
pub fn grouped(digits: &str) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let mut out = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count in groups of three digits.
pub fn count(count: u64) -> String {
    grouped(&count.to_string())
}

/// A part of a whole in percent: `0.42 %`, `12 %`.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let Amount { whole, fraction, .. } = with_unit(100.0 * part as f64 / whole as f64, "");
    format!("{whole}{fraction} %")
}

/// A change with its sign: `+12 %`.
pub fn change(percent: f64) -> String {
    if percent.is_infinite() {
        return "from nothing".to_owned();
    }
    let Amount { whole, fraction, .. } = with_unit(percent, "");
    let sign = if percent > 0.0 { "+" } else { "" };
    format!("{sign}{whole}{fraction} %")
}

/// A length of time in nanoseconds that is a round one: `30 min`.
pub fn width(nanos: i64) -> String {
    const S: i64 = 1_000_000_000;
    for (unit, name) in [(86_400 * S, "d"), (3600 * S, "h"), (60 * S, "min"), (S, "s"), (1_000_000, "ms")] {
        if nanos % unit == 0 {
            return format!("{} {name}", nanos / unit);
        }
    }
    format!("{nanos} ns")
}

/// Bytes: `355 MB`.
pub fn bytes(bytes: u64) -> String {
    let units = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];
    let unit = units.iter().find(|(scale, _)| bytes as f64 >= *scale);
    match unit {
        Some((scale, unit)) => {
            let Amount { whole, fraction, .. } = with_unit(bytes as f64 / scale, "");
            format!("{whole}{fraction} {unit}")
        }
        None => format!("{bytes} B"),
    }
}

/// A line of eighths for values from 0 on: the greatest is full, a hole is a space.
pub fn sparkline(values: &[Option<f64>]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = values.iter().flatten().copied().fold(0.0, f64::max);
    let bar = |value: &Option<f64>| match value {
        None => ' ',
        Some(value) if most > 0.0 => BARS[((value / most * 8.0).ceil() as usize).clamp(1, 8) - 1],
        Some(_) => BARS[0],
    };
    values.iter().map(bar).collect()
}

/// `values` in at most `columns` columns, neighbours put together by `join`.
pub fn squeeze<T: Copy>(values: &[T], columns: usize, join: impl Fn(&[T]) -> T) -> Vec<T> {
    let each = values.len().div_ceil(columns.max(1)).max(1);
    values.chunks(each).map(join).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_the_unit_that_suits() {
        for (value, expected) in [
            (0.0, "0 ms"),
            (0.00025, "250 ns"),
            (0.0154, "15.4 µs"),
            (1.1, "1.1 ms"),
            (41.55, "41.5 ms"),
            (340.2, "340 ms"),
            (999.6, "1 s"),
            (1234.0, "1.23 s"),
            (90_000.0, "1.5 min"),
            (7_200_000.0, "2 h"),
            (864_000_000.0, "10 d"),
            (-12.34, "-12.3 ms"),
        ] {
            assert_eq!(amount_in_words(value, true), expected);
        }
    }

    #[test]
    fn numbers_have_three_digits_that_count() {
        for (value, expected) in [
            (0.001234, "0.00123"),
            (0.5, "0.5"),
            (12345.6, "12,346"),
            (1e12, "1e12"),
            (2e-9, "2e-9"),
            (1.234e300, "1.23e300"),
        ] {
            assert_eq!(amount_in_words(value, false), expected);
        }
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!((percent(1, 3), percent(0, 5), percent(0, 0)), ("33.3 %".into(), "0 %".into(), "-".into()));
        assert_eq!((change(12.0), change(-3.25)), ("+12 %".into(), "-3.25 %".into()));
        assert_eq!((width(1_800_000_000_000), width(86_400_000_000_000)), ("30 min".into(), "1 d".into()));
        assert_eq!((bytes(354_909_372), bytes(12)), ("355 MB".into(), "12 B".into()));
    }

    #[test]
    fn sparklines_show_the_greatest_full_and_holes_empty() {
        assert_eq!(sparkline(&[Some(0.0), Some(4.0), None, Some(8.0)]), "▁▄ █");
        assert_eq!(sparkline(&[Some(0.0)]), "▁");
        assert_eq!(squeeze(&[1, 2, 3, 4, 5], 3, |part| part.iter().sum()), [3, 7, 5]);
    }
}
