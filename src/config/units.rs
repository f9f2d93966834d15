//! Durations as they are written: `250ms`, `1.5s`, `1h30m`, `7y`.

/// Why a text is no duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDuration {
    /// A bare number.
    NoUnit,
    /// Anything else.
    Unreadable,
}

/// Units with their nanoseconds. A year has 365 days; a month is no fixed time, and so is none.
pub const UNITS: &[(&str, u128)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
    ("d", 86_400_000_000_000),
    ("w", 604_800_000_000_000),
    ("y", 31_536_000_000_000_000),
];

/// A day, in nanoseconds.
pub const DAY: u128 = 86_400_000_000_000;

/// Nanoseconds of a duration: numbers, which may have a fraction, each with its unit right behind it. Digits of a
/// fraction behind the 9th are dropped.
///
/// # Errors
/// When it is none; [`NoDuration::NoUnit`] for a number by itself.
pub fn duration(text: &str) -> Result<u128, NoDuration> {
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(NoDuration::Unreadable);
    }
    let mut total = 0u128;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, behind) = rest.split_at(digits);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        if whole.is_empty() || fraction.is_empty() || fraction.contains('.') || whole.len() > 12 {
            return Err(NoDuration::Unreadable);
        }
        let letters = behind.find(|letter: char| letter.is_ascii_digit() || letter == '.').unwrap_or(behind.len());
        let (unit, next) = behind.split_at(letters);
        if unit.is_empty() {
            return Err(if next.is_empty() && total == 0 { NoDuration::NoUnit } else { NoDuration::Unreadable });
        }
        let Some((_, each)) = UNITS.iter().find(|(name, _)| *name == unit) else {
            return Err(NoDuration::Unreadable);
        };
        let billionths: u128 = format!("{fraction:0<9.9}").parse().map_err(|_| NoDuration::Unreadable)?;
        let whole: u128 = whole.parse().map_err(|_| NoDuration::Unreadable)?;
        total += whole * each + billionths * each / 1_000_000_000;
        rest = next;
    }
    Ok(total)
}

/// The unit that was probably meant by a wrong one: `min`, `hours`, `sec`.
pub fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let (number, unit) = (&text[..digits], text[digits..].trim().to_ascii_lowercase());
    let unit = match unit.as_str() {
        "sec" | "secs" | "second" | "seconds" => "s",
        "min" | "mins" | "minute" | "minutes" => "m",
        "hr" | "hrs" | "hour" | "hours" => "h",
        "day" | "days" => "d",
        "week" | "weeks" => "w",
        "year" | "years" | "yr" | "yrs" => "y",
        "msec" | "millis" | "millisecond" | "milliseconds" => "ms",
        "mo" | "mon" | "month" | "months" => {
            return number.parse().ok().map(|count: u64| format!("{}d", count.saturating_mul(30)));
        }
        unit => UNITS.iter().find(|(name, _)| *name == unit)?.0,
    };
    (!number.is_empty()).then(|| format!("{number}{unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_units() {
        let ms = 1_000_000;
        for (text, expected) in [
            ("250ms", 250 * ms),
            ("1.5s", 1500 * ms),
            ("1h30m", 5_400_000 * ms),
            ("7y", 2555 * DAY),
            ("0.25d", DAY / 4),
        ] {
            assert_eq!(duration(text), Ok(expected), "{text}");
        }
        assert_eq!((duration("300"), duration("1.5")), (Err(NoDuration::NoUnit), Err(NoDuration::NoUnit)));
        for text in ["", "ms", "1 month", "1h30", "1..5s", ".s", "-1s", "1e3s", "9999999999999s", "5 min"] {
            assert_eq!(duration(text), Err(NoDuration::Unreadable), "{text}");
        }
    }

    #[test]
    fn what_was_meant_is_a_duration() {
        assert_eq!(meant("5 min").as_deref(), Some("5m"));
        assert_eq!(meant("6 months").as_deref(), Some("180d"));
        assert_eq!(meant("3D").as_deref(), Some("3d"));
        assert_eq!(meant("soon"), None);
    }
}
