//! Times in words.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp, ToSpan, Zoned};

use super::BadWindow;
use crate::entry::time::Nanos;

/// What relative times are counted from.
#[derive(Debug, Clone)]
pub struct Clock {
    /// Now, in the zone of times without one.
    pub now: Zoned,
}

impl Clock {
    /// The clock on the wall.
    pub fn wall(zone: TimeZone) -> Clock {
        Clock { now: Timestamp::now().to_zoned(zone) }
    }

    /// A clock that stands still at a time.
    pub fn at(time: Nanos, zone: TimeZone) -> Clock {
        let stamp = Timestamp::from_nanosecond(i128::from(time)).unwrap_or(Timestamp::UNIX_EPOCH);
        Clock { now: stamp.to_zoned(zone) }
    }

    /// Its time in nanoseconds since 1970.
    pub fn nanos(&self) -> Nanos {
        self.now.timestamp().as_nanosecond() as Nanos
    }
}

/// The time that `text` means: `now`, `today`, `yesterday`, `tomorrow` (their first moment), a
/// duration that long ago (`24h`, `1d12h`, `2 weeks ago`), `-DUR`, `+DUR`, a date with or without
/// time and zone, `HH:MM[:SS]` today, RFC 3339, `@EPOCH`.
///
/// # Errors
/// When it means nothing, or a time that is too far away.
pub fn parse_time(text: &str, clock: &Clock) -> Result<Nanos, BadWindow> {
    let trimmed = text.trim();
    let wrong = || BadWindow::Time(text.to_owned());
    let far = |_| BadWindow::Far(text.to_owned());
    let now = &clock.now;
    let day = |days: i64| now.checked_add(days.days()).and_then(|day| day.start_of_day()).map_err(far);
    let time = match trimmed.to_ascii_lowercase().as_str() {
        "" => return Err(wrong()),
        "now" => now.clone(),
        "today" => day(0)?,
        "yesterday" => day(-1)?,
        "tomorrow" => day(1)?,
        lower => {
            if let Some(epoch) = trimmed.strip_prefix('@') {
                return epoch_nanos(epoch).ok_or_else(wrong);
            }
            let (forward, duration) = match (lower.strip_prefix('+'), lower.strip_prefix('-')) {
                (Some(rest), _) => (true, rest),
                (_, Some(rest)) => (false, rest),
                _ => (false, lower.strip_suffix("ago").unwrap_or(lower)),
            };
            match (span(duration.trim()), absolute(trimmed, clock)) {
                (Some(span), _) if forward => now.checked_add(span).map_err(far)?,
                (Some(span), _) => now.checked_sub(span).map_err(far)?,
                (None, Some(time)) => time,
                (None, None) => return far_date(trimmed, clock).ok_or_else(wrong),
            }
        }
    };
    Ok(nearest(time.timestamp().as_nanosecond()))
}

/// The first moments of a date and of the day after it: `today`, `yesterday`, `YYYY-MM-DD`.
///
/// # Errors
/// When it is no date.
pub fn parse_date(text: &str, clock: &Clock) -> Result<(Nanos, Nanos), BadWindow> {
    let wrong = || BadWindow::Date(text.to_owned());
    let today = clock.now.date();
    let date: Date = match text.trim().to_ascii_lowercase().as_str() {
        "today" => today,
        "yesterday" => today.yesterday().map_err(|_| wrong())?,
        "tomorrow" => today.tomorrow().map_err(|_| wrong())?,
        date if date.len() == 10 => date.parse().map_err(|_| wrong())?,
        _ => return Err(wrong()),
    };
    let zone = clock.now.time_zone();
    let start = |date: Date| date.to_zoned(zone.clone()).and_then(|day| day.start_of_day()).ok();
    let nanos = |day: Zoned| nearest(day.timestamp().as_nanosecond());
    let Some(first) = start(date).map(nanos).or_else(|| far_date(text.trim(), clock)) else {
        return Err(BadWindow::Far(text.to_owned()));
    };
    // Behind the last day that there is, there is no other.
    Ok((first, date.tomorrow().ok().and_then(start).map_or(Nanos::MAX, nanos)))
}

/// Of times before 1677-09-21 and behind 2262-04-11 the nearest that there is: no entry has one that lies further away.
fn nearest(nanos: i128) -> Nanos {
    nanos.clamp(i128::from(Nanos::MIN), i128::from(Nanos::MAX)) as Nanos
}

/// The nearest time for a date that lies too far away to be one: `9999-12-31`. It is read as one of another year.
fn far_date(text: &str, clock: &Clock) -> Option<Nanos> {
    let date: Date = text.get(..10)?.parse().ok()?;
    absolute(&format!("2000{}", &text[4..]), clock)?;
    match date.year() {
        2262.. => Some(Nanos::MAX),
        ..=1677 => Some(Nanos::MIN),
        _ => None,
    }
}

/// `1d12h`, `90m`, `2 weeks`, `1.5h`.
fn span(text: &str) -> Option<Span> {
    let mut rest = text;
    let mut total = Span::new();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let (number, behind) = rest.split_at(end);
        let behind = behind.trim_start();
        let end = behind.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(behind.len());
        let (unit, behind) = behind.split_at(end);
        total = add(total, number, unit)?;
        rest = behind.trim_start_matches([' ', ',']);
    }
    Some(total)
}

fn add(total: Span, number: &str, unit: &str) -> Option<Span> {
    let seconds = match unit {
        "ms" | "millisecond" | "milliseconds" => 0.001,
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
        "d" | "day" | "days" => {
            let days: i64 = number.parse().ok()?;
            return total.try_days(i64::from(total.get_days()).checked_add(days)?).ok();
        }
        "w" | "week" | "weeks" => {
            let days = number.parse::<i64>().ok()?.checked_mul(7)?;
            return total.try_days(i64::from(total.get_days()).checked_add(days)?).ok();
        }
        _ => return None,
    };
    let nanos = (number.parse::<f64>().ok()? * seconds * 1e9).round();
    let before = total.get_seconds() as f64 * 1e9 + total.get_nanoseconds() as f64;
    let nanos = nanos + before;
    if nanos > 9e18 {
        return None;
    }
    let (whole, rest) = (nanos as i64 / 1_000_000_000, nanos as i64 % 1_000_000_000);
    total.try_seconds(whole).ok()?.try_nanoseconds(rest).ok()
}

/// A date, a time of today, or both, perhaps with a zone.
fn absolute(text: &str, clock: &Clock) -> Option<Zoned> {
    let zone = clock.now.time_zone();
    if let Ok(stamp) = text.parse::<Timestamp>() {
        return Some(stamp.to_zoned(zone.clone()));
    }
    if let Some(time) = time_of_day(text) {
        return clock.now.date().to_datetime(time).to_zoned(zone.clone()).ok();
    }
    let date: Date = text.get(..10)?.parse().ok()?;
    let rest = &text[10..];
    if rest.is_empty() {
        return date.to_zoned(zone.clone()).ok()?.start_of_day().ok();
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim();
    let end = rest.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ':' | '.' | ',')));
    let (time, name) = rest.split_at(end.unwrap_or(rest.len()));
    let there: DateTime = date.to_datetime(time_of_day(time.trim())?);
    let zone = match name.trim() {
        "" => zone.clone(),
        name => super::zone(name).ok()?,
    };
    there.to_zoned(zone).ok()
}

/// `HH:MM[:SS[.frac]]`
fn time_of_day(text: &str) -> Option<Time> {
    let text = text.replace(',', ".");
    let mut parts = text.splitn(3, ':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let two = |text: &str| (text.len() == 2).then(|| text.parse::<i8>().ok()).flatten();
    let (second, nanos) = match parts.next() {
        None => (0, 0),
        Some(text) => {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
            let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
            let nanos = format!("{fraction:0<9.9}").parse().ok().filter(|_| digits)?;
            (two(whole)?, nanos)
        }
    };
    Time::new(two(hour)?, two(minute)?, second, nanos).ok()
}

/// Seconds since 1970, with a fraction or without.
fn epoch_nanos(text: &str) -> Option<Nanos> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fraction: i64 = format!("{fraction:0<9.9}").parse().ok().filter(|_| digits)?;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    Some(nearest(i128::from(whole.parse::<i64>().ok()?) * 1_000_000_000 + i128::from(sign * fraction)))
}

/// `+02:00`, `-0530`, `+02`.
pub(super) fn offset(text: &str) -> Option<Offset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = text[1..].chars().filter(|letter| *letter != ':').collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits[..2].parse::<i32>().ok()?, digits[2..].parse::<i32>().ok()?),
        _ => return None,
    };
    (minutes < 60).then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, Window, shown, zone};
    use super::*;

    /// A clock in Berlin.
    fn clock(now: &str) -> Clock {
        let zone = zone("Europe/Berlin").unwrap();
        Clock { now: now.parse::<Timestamp>().unwrap().to_zoned(zone) }
    }

    #[track_caller]
    fn means(now: &str, text: &str, expected: &str) {
        let clock = clock(now);
        let time = parse_time(text, &clock).unwrap();
        assert_eq!(shown(time, clock.now.time_zone()), expected, "{text}");
        // What is shown is understood, and means the same.
        assert_eq!(parse_time(&shown(time, clock.now.time_zone()), &clock), Ok(time), "{text}");
    }

    #[test]
    fn every_form_of_time_is_understood() {
        for (text, expected) in [
            ("now", "2026-11-21T13:30:15+01:00"),
            ("today", "2026-11-21T00:00:00+01:00"),
            ("Yesterday", "2026-11-20T00:00:00+01:00"),
            ("24h", "2026-11-20T13:30:15+01:00"),
            ("7d", "2026-11-14T13:30:15+01:00"),
            ("1d12h", "2026-11-20T01:30:15+01:00"),
            ("90m", "2026-11-21T12:00:15+01:00"),
            ("1.5h", "2026-11-21T12:00:15+01:00"),
            ("2w", "2026-11-07T13:30:15+01:00"),
            ("2 weeks ago", "2026-11-07T13:30:15+01:00"),
            ("1 day, 2 hours ago", "2026-11-20T11:30:15+01:00"),
            ("-30s", "2026-11-21T13:29:45+01:00"),
            ("+1h", "2026-11-21T14:30:15+01:00"),
            ("250ms", "2026-11-21T13:30:14.75+01:00"),
            ("2026-11-20", "2026-11-20T00:00:00+01:00"),
            ("2026-11-20 09:14", "2026-11-20T09:14:00+01:00"),
            ("2026-11-20T09:14:07.25", "2026-11-20T09:14:07.25+01:00"),
            ("2026-11-20 09:14:07 UTC", "2026-11-20T10:14:07+01:00"),
            ("2026-11-20 09:14 +05:30", "2026-11-20T04:44:00+01:00"),
            ("2026-11-20T09:14:07Z", "2026-11-20T10:14:07+01:00"),
            ("09:14", "2026-11-21T09:14:00+01:00"),
            ("09:14:07", "2026-11-21T09:14:07+01:00"),
            ("@1795166047", "2026-11-20T10:14:07+01:00"),
            ("@1795166047.5", "2026-11-20T10:14:07.5+01:00"),
        ] {
            means("2026-11-21T12:30:15Z", text, expected);
        }
    }

    #[test]
    fn days_are_those_of_the_calendar_and_hours_those_of_the_clock() {
        // Clocks went forward at 02:00 on the 29th of March, and back at 03:00 on the 25th of October.
        means("2026-03-29T10:00:00Z", "1d", "2026-03-28T12:00:00+01:00");
        means("2026-03-29T10:00:00Z", "24h", "2026-03-28T11:00:00+01:00");
        means("2026-10-25T11:00:00Z", "1d", "2026-10-24T12:00:00+02:00");
        means("2026-10-25T11:00:00Z", "24h", "2026-10-24T13:00:00+02:00");
        means("2026-10-31T11:00:00Z", "1w", "2026-10-24T12:00:00+02:00");
        means("2026-10-25T11:00:00Z", "today", "2026-10-25T00:00:00+02:00");
        // An hour that does not exist.
        means("2026-03-29T10:00:00Z", "02:30", "2026-03-29T03:30:00+02:00");
    }

    #[test]
    fn leap_days_count() {
        means("2028-03-01T11:00:00Z", "1d", "2028-02-29T12:00:00+01:00");
        means("2027-03-01T11:00:00Z", "1d", "2027-02-28T12:00:00+01:00");
        means("2028-03-01T11:00:00Z", "2028-02-29", "2028-02-29T00:00:00+01:00");
        assert!(parse_time("2027-02-29", &clock("2027-03-01T00:00:00Z")).is_err());
    }

    #[test]
    fn what_lies_too_far_away_is_the_nearest_time_that_there_is() {
        let clock = clock("2026-11-21T12:30:15Z");
        for text in ["9999-12-31", "9999-12-31T23:59:59Z", "9000-01-01 09:14", "@99999999999999", "+1000000d"] {
            assert_eq!(parse_time(text, &clock), Ok(Nanos::MAX), "{text}");
        }
        for text in ["20000w", "0001-01-01", "1600-02-29T00:00"] {
            assert_eq!(parse_time(text, &clock), Ok(Nanos::MIN), "{text}");
        }
        assert_eq!(parse_date("9999-12-31", &clock), Ok((Nanos::MAX, Nanos::MAX)));
        assert!(parse_time("9999-13-31", &clock).is_err() && parse_time("9999-12-31x", &clock).is_err());
    }

    #[test]
    fn what_means_nothing_is_refused() {
        let clock = clock("2026-11-21T12:30:15Z");
        for text in
            ["", "soon", "12", "7x", "h", "2026-13-01", "25:00", "9:14", "2026-11-20 09", "@", "@x", "1e3h", "+"]
        {
            assert_eq!(parse_time(text, &clock), Err(BadWindow::Time(text.to_owned())));
        }
        assert_eq!(parse_time("900000w", &clock), Err(BadWindow::Far("900000w".to_owned())));
    }

    fn window(wanted: Wanted) -> Result<Window, BadWindow> {
        wanted.resolve(&clock("2026-10-25T11:00:00Z"))
    }

    #[test]
    fn a_day_is_a_window_of_as_many_hours_as_it_has() {
        let on = |text: &str| window(Wanted { on: Some(text.to_owned()), ..Wanted::default() });
        let hours = |text: &str| {
            let Window { since, until } = on(text).unwrap();
            (until.unwrap() - since.unwrap()) / 3_600_000_000_000
        };
        assert_eq!((hours("today"), hours("yesterday"), hours("2026-03-29")), (25, 24, 23));
        assert_eq!(on("09:14"), Err(BadWindow::Date("09:14".to_owned())));
    }

    #[test]
    fn a_window_is_given_by_its_ends() {
        let between = |text: &str| window(Wanted { between: Some(text.to_owned()), ..Wanted::default() });
        let both = between("2026-10-24..2026-10-25").unwrap();
        assert_eq!(both.until.unwrap() - both.since.unwrap(), 86_400_000_000_000);
        assert!(both.holds(both.since.unwrap()) && !both.holds(both.until.unwrap()));
        assert_eq!(between("2026-10-24..").unwrap().until, None);
        assert_eq!(between("2026-10-24"), Err(BadWindow::Range("2026-10-24".to_owned())));
        assert_eq!(between(".."), Err(BadWindow::Range("..".to_owned())));
        let backwards = between("now..yesterday").unwrap_err().to_string();
        assert_eq!(
            backwards,
            "the window ends at 2026-10-24T00:00:00+02:00, before it begins at 2026-10-25T12:00:00+01:00"
        );
        assert!(!Window::default().is_limited() && Window::default().holds(0));
    }

    #[test]
    fn zones_have_names_and_offsets() {
        assert!(zone("Europe/Berlin").is_ok() && zone("+02:00").is_ok() && zone("UTC").is_ok());
        assert_eq!(zone("Mars/Base"), Err(BadWindow::Zone("Mars/Base".to_owned())));
    }
}
