//! Timestamps as loggers write them, as nanoseconds since 1970-01-01T00:00:00Z.
//!
//! Known are RFC 3339 with `T` or a space, any offset or none, a dot or comma before the fraction;
//! epoch numbers in seconds, milliseconds, microseconds or nanoseconds, by magnitude; the common
//! log format; syslog (RFC 3164), whose year is inferred; RFC 2822 dates; and rarer forms
//! (`rare_times`). Times without a zone
//! are in the reader's zone. Years 1678 to 2261 fit; other times are not read.

use super::rare_times::{self, Usual};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Nanoseconds since 1970-01-01T00:00:00Z.
pub type Nanos = i64;

const SECOND: i64 = 1_000_000_000;
const DAY: i64 = 86_400;

/// Reads timestamps.
#[derive(Debug, Clone)]
pub struct TimeReader {
    /// The zone of times without one; None is UTC.
    zone: Option<TimeZone>,
    /// What the year of a time without one is inferred from: its time is the last that is not more
    /// than a day after this.
    now: Nanos,
}

/// A time, and whether it was a number of seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The time.
    pub nanos: Nanos,
    /// Whether it was written as a number of seconds since 1970.
    pub epoch_seconds: bool,
}

impl TimeReader {
    /// Times without a zone are in `zone`, times without a year are not after `now` by more than
    /// a day.
    pub fn new(zone: TimeZone, now: Nanos) -> TimeReader {
        let utc = zone == TimeZone::UTC;
        TimeReader { zone: (!utc).then_some(zone), now }
    }

    /// The time that `text` is, if it is one.
    #[inline]
    pub fn read(&self, text: &[u8]) -> Option<Stamp> {
        let calendar = |nanos| Stamp { nanos, epoch_seconds: false };
        if let Some(nanos) = usual_time(text) {
            return Some(calendar(nanos));
        }
        if let Some((civil, rest)) = date_and_time(text)
            && let Some((civil, offset)) = fraction_and_offset(civil, rest)
        {
            return self.place(civil, offset).map(calendar);
        }
        match text.first()? {
            b'0'..=b'9' | b'-' | b'+' | b'.' => epoch(text),
            _ => None,
        }
        .or_else(|| self.in_words(text).or_else(|| self.rare(text)).map(calendar))
    }

    #[cold]
    fn rare(&self, text: &[u8]) -> Option<Nanos> {
        let Usual { text, zone, days } = rare_times::usual(text)?;
        let (civil, rest) = date_and_time(text.as_bytes())?;
        let (civil, offset) = fraction_and_offset(civil, rest)?;
        let civil = civil + i128::from(days * DAY) * i128::from(SECOND);
        match zone {
            None => self.place(civil, offset),
            Some(zone) => TimeReader::new(zone, self.now).place(civil, offset),
        }
    }

    /// `civil` (nanoseconds, as if in UTC) at an offset in seconds, or in the reader's zone.
    #[inline]
    fn place(&self, civil: i128, offset: Option<i64>) -> Option<Nanos> {
        let nanos = match (offset, &self.zone) {
            (Some(offset), _) => civil - i128::from(offset) * i128::from(SECOND),
            (None, None) => civil,
            (None, Some(zone)) => {
                let seconds = civil.div_euclid(i128::from(SECOND));
                let stamp = jiff::Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
                let local: DateTime = TimeZone::UTC.to_datetime(stamp);
                let there = zone.to_timestamp(local).ok()?;
                there.as_nanosecond() + civil.rem_euclid(i128::from(SECOND))
            }
        };
        i64::try_from(nanos).ok()
    }

    /// The common log format, RFC 2822 and syslog: forms with the name of a month.
    fn in_words(&self, text: &[u8]) -> Option<Nanos> {
        let text = std::str::from_utf8(text).ok()?.trim();
        let text = text.strip_prefix('[').map_or(text, |text| text.trim_end_matches(']'));
        // `Fri, `
        let text = text.split_once(", ").map_or(text, |(_, date)| date);
        if text.as_bytes().first()?.is_ascii_digit() {
            let mut parts = text.split(['/', ':', ' ']).filter(|part| !part.is_empty());
            let day: i64 = parts.next()?.parse().ok()?;
            let month = month(parts.next()?)?;
            let year = parts.next()?;
            let year: i64 = (year.len() == 4).then(|| year.parse().ok())??;
            let seconds = clock([parts.next()?, parts.next()?, parts.next()?])?;
            let days = days(year, month, day)?;
            let offset = match parts.next() {
                None => None,
                Some("GMT" | "UTC" | "Z") => Some(0),
                Some(text) => Some(offset(text.as_bytes())?),
            };
            if parts.next().is_some() {
                return None;
            }
            return self.place(i128::from(days * DAY + seconds) * i128::from(SECOND), offset);
        }
        // Syslog: `Nov  5 09:14:07`, perhaps with a fraction.
        let mut parts = text.split_whitespace();
        let (month, day, time) = (month(parts.next()?)?, parts.next()?.parse().ok()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
        let mut hands = time.split(':');
        let seconds = clock([hands.next()?, hands.next()?, hands.next()?])?;
        if hands.next().is_some() {
            return None;
        }
        let nanos = fraction_nanos(fraction.as_bytes())?;
        let year = year_of(self.now.div_euclid(SECOND * DAY));
        // The 29th of February is in some years only.
        let candidates = (0..=8).map(|back| year + 1 - back).filter_map(|year| {
            let civil = i128::from(days(year, month, day)? * DAY + seconds) * i128::from(SECOND) + i128::from(nanos);
            self.place(civil, None)
        });
        candidates.into_iter().find(|time| *time <= self.now.saturating_add(DAY * SECOND))
    }
}

/// A time as most logs have it, `2026-11-20T09:14:02.118Z` with any fraction of up to nine digits, or none: without wide
/// numbers, and with few branches. None for all others, also for days that are in no month and leap seconds.
#[inline]
fn usual_time(text: &[u8]) -> Option<Nanos> {
    let (time, rest) = text.split_first_chunk::<19>()?;
    let signs = (time[4] == b'-') & (time[7] == b'-') & (time[13] == b':') & (time[16] == b':');
    if !signs || time[10] != b'T' {
        return None;
    }
    let mut worst = 0;
    let mut pair = |at: usize| {
        let (tens, ones) = (time[at].wrapping_sub(b'0'), time[at + 1].wrapping_sub(b'0'));
        worst = worst.max(tens).max(ones);
        u32::from(tens) * 10 + u32::from(ones)
    };
    let (year, month, day) = (pair(0) * 100 + pair(2), pair(5), pair(8));
    let (hour, minute, second) = (pair(11), pair(14), pair(17));
    // Days that some month lacks are left to the calendar.
    let known = (1700..2200).contains(&year) & (1..=12).contains(&month) & (1..=28).contains(&day);
    if worst > 9 || !known || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let fraction = match rest {
        [b'Z'] => 0,
        [b'.', digits @ .., b'Z'] if (1..=9).contains(&digits.len()) => {
            let mut value = 0;
            for digit in digits {
                let digit = digit.wrapping_sub(b'0');
                worst = worst.max(digit);
                value = value * 10 + i64::from(digit);
            }
            if worst > 9 {
                return None;
            }
            value * 10_i64.pow(9 - digits.len() as u32)
        }
        _ => return None,
    };
    // As in `days`; all of it is positive here.
    let shifted = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (shifted / 400, shifted % 400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = i64::from(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719_468;
    let seconds = days * DAY + i64::from(hour * 3600 + minute * 60 + second);
    Some(seconds * SECOND + fraction)
}

/// Year, month, day and time of day of `YYYY-MM-DD[T ]HH:MM[:SS]` as nanoseconds as if in UTC, and
/// what follows. Also with slashes in the date.
#[inline]
fn date_and_time(text: &[u8]) -> Option<(i128, &[u8])> {
    if text.len() < 16 || !matches!((text[4], text[7]), (b'-', b'-') | (b'/', b'/')) || text[13] != b':' {
        return None;
    }
    if !matches!(text[10], b'T' | b't' | b' ' | b'_') {
        return None;
    }
    let two = |at: usize| digits(&text[at..at + 2]);
    let year = digits(&text[0..4])?;
    let days = days(year, two(5)?, two(8)?)?;
    let (hour, minute) = (two(11)?, two(14)?);
    let (second, rest) = match text.get(16..19) {
        Some([b':', tens, ones]) => (digits(&[*tens, *ones])?, &text[19..]),
        _ => (0, &text[16..]),
    };
    // 60 is a leap second, which becomes the first of the next minute.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = days * DAY + hour * 3600 + minute * 60 + second;
    Some((i128::from(seconds) * i128::from(SECOND), rest))
}

/// Adds the fraction at the start of `rest` to `civil`, and reads the offset behind it.
#[inline]
fn fraction_and_offset(mut civil: i128, mut rest: &[u8]) -> Option<(i128, Option<i64>)> {
    if let [b'.' | b',', fraction @ ..] = rest {
        let len = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if len == 0 {
            return None;
        }
        civil += i128::from(fraction_nanos(&fraction[..len])?);
        rest = &fraction[len..];
    }
    match rest.trim_ascii_start() {
        [] => Some((civil, None)),
        [b'Z' | b'z'] | b"UTC" | b"GMT" => Some((civil, Some(0))),
        text => Some((civil, Some(offset(text)?))),
    }
}

/// Digits behind the point as nanoseconds; more than nine are cut.
#[inline]
fn fraction_nanos(fraction: &[u8]) -> Option<i64> {
    let mut nanos = 0;
    for place in 0..9 {
        let digit = match fraction.get(place) {
            Some(digit @ b'0'..=b'9') => i64::from(digit - b'0'),
            Some(_) => return None,
            None => 0,
        };
        nanos = nanos * 10 + digit;
    }
    Some(nanos)
}

/// `+HH:MM`, `+HHMM` or `+HH` in seconds.
fn offset(text: &[u8]) -> Option<i64> {
    let sign = match text.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = match text[1..] {
        [a, b] => (digits(&[a, b])?, 0),
        [a, b, c, d] | [a, b, b':', c, d] => (digits(&[a, b])?, digits(&[c, d])?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// A number of seconds, milliseconds, microseconds or nanoseconds since 1970, by its magnitude:
/// each unit has the times from 1973 to 2286 without doubt, the next larger the thousandfold.
fn epoch(text: &[u8]) -> Option<Stamp> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|byte| byte.is_ascii_digit()) => (whole, fraction),
        _ => (text, ""),
    };
    let (whole, fraction) = match whole.parse::<i64>() {
        Ok(whole) => (whole, fraction_nanos(fraction.as_bytes())?),
        Err(_) => {
            // `1.7e9`
            let number: f64 = text.parse().ok().filter(|number: &f64| number.abs() < 9e18)?;
            (number.floor() as i64, ((number - number.floor()) * 1e9) as i64)
        }
    };
    let fraction = if text.starts_with('-') { -fraction } else { fraction };
    let scale = match whole.unsigned_abs() {
        0..100_000_000_000 => SECOND,
        100_000_000_000..100_000_000_000_000 => 1_000_000,
        100_000_000_000_000..100_000_000_000_000_000 => 1000,
        _ => 1,
    };
    let nanos = i128::from(whole) * i128::from(scale) + i128::from(fraction * scale / SECOND);
    Some(Stamp { nanos: i64::try_from(nanos).ok()?, epoch_seconds: scale == SECOND })
}

#[inline]
fn digits(text: &[u8]) -> Option<i64> {
    text.iter().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0')))
}

fn month(name: &str) -> Option<i64> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let name = name.to_ascii_lowercase();
    let at = (name.len() == 3).then(|| MONTHS.find(&name))??;
    (at % 3 == 0).then_some(at as i64 / 3 + 1)
}

/// Hour, minute and second as seconds.
fn clock(hands: [&str; 3]) -> Option<i64> {
    let [hour, minute, second] = hands.map(|hand| (hand.len() == 2).then(|| digits(hand.as_bytes())).flatten());
    let (hour, minute, second) = (hour?, minute?, second?);
    (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar; None if there is no such date.
/// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.)
#[inline]
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    if day > 28 && day > days_in(year, month) {
        return None;
    }
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The year of a day counted from 1970-01-01.
fn year_of(day: i64) -> i64 {
    // Not after it: years have 365 or 366 days.
    let guess = 1969 + day.div_euclid(366).min(day.div_euclid(365));
    (guess..).take_while(|year| days(*year, 1, 1).is_some_and(|first| first <= day)).last().unwrap_or(guess)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(zone: &str) -> TimeReader {
        let now: jiff::Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        TimeReader::new(TimeZone::get(zone).unwrap(), now.as_nanosecond() as i64)
    }

    fn read(text: &str) -> Option<String> {
        let stamp = reader("UTC").read(text.as_bytes())?;
        Some(jiff::Timestamp::from_nanosecond(i128::from(stamp.nanos)).unwrap().to_string())
    }

    #[test]
    fn every_form_is_read() {
        for (text, expected) in [
            ("2026-11-20T09:14:02.118Z", "2026-11-20T09:14:02.118Z"),
            ("2026-11-20T09:14:02.123456789+02:00", "2026-11-20T07:14:02.123456789Z"),
            ("2026-11-20 09:14:07,391", "2026-11-20T09:14:07.391Z"),
            ("2026-11-20T09:14:07-0530", "2026-11-20T14:44:07Z"),
            ("2026-11-20T09:14:07+02", "2026-11-20T07:14:07Z"),
            ("2026-11-20 09:14:07 +0100", "2026-11-20T08:14:07Z"),
            ("2026-11-20 09:14", "2026-11-20T09:14:00Z"),
            ("2026/11/20 09:14:07", "2026-11-20T09:14:07Z"),
            ("2024-02-29T23:59:60Z", "2024-03-01T00:00:00Z"),
            ("1795166047", "2026-11-20T09:14:07Z"),
            ("1795166047.391", "2026-11-20T09:14:07.391Z"),
            ("1795166047391", "2026-11-20T09:14:07.391Z"),
            ("1795166047391.5", "2026-11-20T09:14:07.3915Z"),
            ("1795166047391222", "2026-11-20T09:14:07.391222Z"),
            ("1795166047391222333", "2026-11-20T09:14:07.391222333Z"),
            ("1.795166047e9", "2026-11-20T09:14:07Z"),
            ("20/Nov/2026:09:14:07 +0000", "2026-11-20T09:14:07Z"),
            ("[20/Nov/2026:10:14:07 +0100]", "2026-11-20T09:14:07Z"),
            ("Fri, 20 Nov 2026 09:14:07 GMT", "2026-11-20T09:14:07Z"),
            ("Nov 20 09:14:07", "2026-11-20T09:14:07Z"),
            ("Nov 22 09:14:07.5", "2026-11-22T09:14:07.5Z"),
            ("Dec  5 09:14:07", "2025-12-05T09:14:07Z"),
            ("Feb 29 09:14:07", "2024-02-29T09:14:07Z"),
            ("  2026-11-20T09:14:07Z ", "2026-11-20T09:14:07Z"),
            ("2026-11-20T10:14:07+01:00[Europe/Berlin]", "2026-11-20T09:14:07Z"),
            ("2026-11-20T10:14:07[Europe/Berlin]", "2026-11-20T09:14:07Z"),
            ("2026-11-20 10:14:07.5 Europe/Berlin", "2026-11-20T09:14:07.5Z"),
            ("2026-11-20 09:14:07,391 UTC", "2026-11-20T09:14:07.391Z"),
            ("2026-11-20 04:14:07 EST", "2026-11-20T09:14:07Z"),
            ("2026-11-20", "2026-11-20T00:00:00Z"),
            ("2026-11-20T24:00", "2026-11-21T00:00:00Z"),
            ("2026-11-20T24:00:00.000Z", "2026-11-21T00:00:00Z"),
            ("20261120T091407Z", "2026-11-20T09:14:07Z"),
            ("20261120T091407.391+0100", "2026-11-20T08:14:07.391Z"),
            ("20261120T0914", "2026-11-20T09:14:00Z"),
            ("20261120091407", "2026-11-20T09:14:07Z"),
            ("Fri Nov 20 09:14:07 2026", "2026-11-20T09:14:07Z"),
            ("Sun Nov  1 09:14:07 CET 2026", "2026-11-01T08:14:07Z"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_usual_form_is_read_as_by_the_calendar(
            date in (1600..2300u32, 0..14u32, 0..33u32),
            clock in (0..26u32, 0..62u32, 0..62u32),
            tail in r"(\.[0-9]{0,10}|\.[0-9:/Z]{0,4}|)[Zz]?",
        ) {
            let ((year, month, day), (hour, minute, second)) = (date, clock);
            let text = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{tail}");
            if let Some(nanos) = usual_time(text.as_bytes()) {
                let (civil, rest) = date_and_time(text.as_bytes()).unwrap();
                let (civil, offset) = fraction_and_offset(civil, rest).unwrap();
                assert_eq!((i128::from(nanos), Some(0)), (civil, offset), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "now",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-11-20T24:00:01Z",
            "2026-11-20T25:00:00Z",
            "2026-11-20 IST",
            "2026-11-20T09:14:07[Mars/Base]",
            "20261320T091407Z",
            "Fri Nov 20 09:14:07 26",
            "2026-11-20T09:14:07.Z",
            "2026-11-20T09:14:07Y",
            "2026-11-20T09:14:07+25:00",
            "20/Nov/26:09:14:07 +0000",
            "Now 20 09:14:07",
            "Nov 20 9:14",
            "1795166047x",
            "9e99",
            "0001-01-01T00:00:00Z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_without_a_zone_is_in_the_readers() {
        let berlin = reader("Europe/Berlin");
        let read = |text: &str| {
            let nanos = berlin.read(text.as_bytes()).unwrap().nanos;
            jiff::Timestamp::from_nanosecond(i128::from(nanos)).unwrap().to_string()
        };
        assert_eq!(read("2026-07-01 12:00:00.25"), "2026-07-01T10:00:00.25Z");
        assert_eq!(read("2026-12-01 12:00:00"), "2026-12-01T11:00:00Z");
        // The hour that does not exist is the one behind it; of the two that do the first counts.
        assert_eq!(read("2026-03-29 02:30:00"), "2026-03-29T01:30:00Z");
        assert_eq!(read("2026-10-25 02:30:00"), "2026-10-25T00:30:00Z");
        assert_eq!(read("2026-12-01T12:00:00Z"), "2026-12-01T12:00:00Z");
        assert_eq!(read("Nov 20 12:00:00"), "2026-11-20T11:00:00Z");
    }

    #[test]
    fn dates_agree_with_another_calendar() {
        for day in (-100_000..80_000).step_by(17) {
            let date = jiff::Timestamp::from_second(day * DAY).unwrap().to_string();
            let (year, rest) = date.split_at(4);
            if let (Ok(year), true) = (year.parse::<i64>(), rest.starts_with('-')) {
                let (month, of_month) = (date[5..7].parse().unwrap(), date[8..10].parse().unwrap());
                assert_eq!(days(year, month, of_month), Some(day), "{date}");
                assert_eq!(year_of(day), year, "{date}");
            }
        }
    }
}
