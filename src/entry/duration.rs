//! Durations as loggers write them: a number with or without a unit.

use super::aliases::Unit;

/// Milliseconds of a duration text; `bare` is the unit of a number without one. Known are numbers
/// (`15.3`), numbers with units, one or several (`250ms`, `1.5s`, `2m30.5s`, `3 µs`), as Go prints
/// them, and ISO 8601 without years and months (`PT1.5S`). None for everything else.
pub fn milliseconds(text: &[u8], bare: Unit) -> Option<f64> {
    let text = std::str::from_utf8(text).ok()?.trim();
    if let Some(number) = number(text.as_bytes()) {
        return Some(bare.to_milliseconds(number));
    }
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let total = match text.strip_prefix('P') {
        Some(iso) => iso_8601(iso)?,
        None => with_units(text)?,
    };
    Some(sign * total)
}

/// The number that `text` is as a whole; also `NaN` and the infinities.
#[inline]
pub fn number(text: &[u8]) -> Option<f64> {
    // What `f64` reads and JSON and loggers do not write begins with another byte.
    if !matches!(text.first()?, b'0'..=b'9' | b'-' | b'+' | b'.' | b'N' | b'I') {
        return None;
    }
    short_decimal(text).or_else(|| std::str::from_utf8(text).ok()?.parse().ok())
}

/// A number of at most fifteen digits, with a point among them or without. Whole numbers below 2^53 and powers of ten
/// up to 10^22 are exact as `f64`, so their quotient is the number rounded once, as parsing gives it (Clinger, "How to
/// Read Floating Point Numbers Accurately").
#[inline]
fn short_decimal(text: &[u8]) -> Option<f64> {
    const TENS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    if text.len() > 16 {
        return None;
    }
    let (mut whole, mut digits, mut behind) = (0_u64, 0, None);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b'.' if behind.is_none() => behind = Some(digits),
            _ => return None,
        }
    }
    let fraction = behind.map_or(0, |behind| digits - behind);
    // `.5` and `5.` are left to the one who knows.
    let plain = digits <= 15 && behind.is_none_or(|behind| behind > 0 && behind < digits) && digits > 0;
    plain.then(|| whole as f64 / TENS[fraction])
}

fn with_units(mut text: &str) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    let mut total = 0.0;
    while !text.is_empty() {
        let (number, rest) = split_number(text)?;
        let rest = rest.trim_start();
        let letters = rest.find(|letter: char| letter.is_ascii_digit() || letter == '.' || letter == ' ');
        let (unit, rest) = rest.split_at(letters.unwrap_or(rest.len()));
        total += number * unit_in_milliseconds(unit)?;
        text = rest.trim_start();
    }
    Some(total)
}

fn iso_8601(text: &str) -> Option<f64> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let mut total = 0.0;
    for (mut part, units) in [(date, [("W", 604_800e3), ("D", 86_400e3), ("", 0.0)]), (time, ISO_TIME)] {
        while !part.is_empty() {
            let (number, rest) = split_number(part)?;
            let (_, scale) = units.iter().find(|(unit, _)| !unit.is_empty() && rest.starts_with(unit))?;
            total += number * scale;
            part = &rest[1..];
        }
    }
    (!date.is_empty() || !time.is_empty()).then_some(total)
}

const ISO_TIME: [(&str, f64); 3] = [("H", 3_600e3), ("M", 60e3), ("S", 1e3)];

/// A number without a sign at the start, and what follows it.
fn split_number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((number.parse().ok()?, rest))
}

fn unit_in_milliseconds(unit: &str) -> Option<f64> {
    Some(match unit.trim_end() {
        "ns" | "nanos" | "nanosecond" | "nanoseconds" => 1e-6,
        "us" | "µs" | "μs" | "micros" | "microsecond" | "microseconds" => 1e-3,
        "ms" | "msec" | "millis" | "millisecond" | "milliseconds" => 1.0,
        "s" | "sec" | "secs" | "second" | "seconds" => 1e3,
        "m" | "min" | "mins" | "minute" | "minutes" => 60e3,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600e3,
        "d" | "day" | "days" => 86_400e3,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(text: &str) -> Option<f64> {
        milliseconds(text.as_bytes(), Unit::Seconds)
    }

    proptest::proptest! {
        #[test]
        fn short_numbers_are_read_as_the_library_reads_them(text in r"[0-9]{0,12}\.?[0-9]{0,8}") {
            if let Some(number) = short_decimal(text.as_bytes()) {
                assert_eq!(number.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
            }
        }
    }

    #[test]
    fn durations_are_understood() {
        for (text, expected) in [
            ("250ms", 250.0),
            ("1.5s", 1500.0),
            ("3.5µs", 0.0035),
            ("2m30.5s", 150_500.0),
            ("1h0m1s", 3_601_000.0),
            ("1500000ns", 1.5),
            ("12 ms", 12.0),
            ("1 hour 2 minutes", 3_720_000.0),
            ("-1.5s", -1500.0),
            ("PT1.5S", 1500.0),
            ("P1DT2H", 93_600_000.0),
            ("2", 2000.0),
            ("1e-3", 1.0),
        ] {
            assert_eq!(ms(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_text_is_no_duration() {
        for text in ["", "fast", "12 parsecs", "1.2.3", "P", "PT", "infinity", "nan", "ms", "0x10", "PT1X", "1s2"] {
            assert_eq!(ms(text), None, "{text}");
        }
    }
}
