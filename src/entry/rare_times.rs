//! Forms of time that few loggers write: brackets and names of zones, dates alone, the basic form of ISO 8601, midnight
//! as 24:00, ctime. Each is brought into the usual form, and read as that.

use jiff::tz::TimeZone;

/// A time in the usual form, and the zone that it names.
pub struct Usual {
    /// `2026-11-20T09:14:07.391`, perhaps with an offset.
    pub text: String,
    /// Its zone, where it has a name.
    pub zone: Option<TimeZone>,
    /// Days to add: 1 for 24:00.
    pub days: i64,
}

/// Zones by the letters that RFC 2822 (section 4.3) and the time zones of Central Europe give them, in seconds east. Others
/// mean different zones in different countries.
const LETTERS: &[(&str, i32)] = &[
    ("Z", 0),
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("EST", -5 * 3600),
    ("EDT", -4 * 3600),
    ("CST", -6 * 3600),
    ("CDT", -5 * 3600),
    ("MST", -7 * 3600),
    ("MDT", -6 * 3600),
    ("PST", -8 * 3600),
    ("PDT", -7 * 3600),
    ("CET", 3600),
    ("CEST", 2 * 3600),
];

/// The usual form of `text`; None if it is no form that is known here.
pub fn usual(text: &[u8]) -> Option<Usual> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= 80)?.trim();
    let mut zone = None;
    let mut time = text;
    // RFC 9557: `2026-11-20T10:14:07+01:00[Europe/Berlin]`. An offset comes before the name.
    if let Some((before, name)) = time.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        (time, zone) = (before.trim_end(), Some(named(name.trim_start_matches('!'))?));
    } else if let Some((before, name)) = time.rsplit_once(' ')
        && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && let Some(found) = named(name)
    {
        (time, zone) = (before.trim_end(), Some(found));
    }
    let (time, year_last) = match ctime(time) {
        Some((time, found)) => {
            zone = zone.or(found);
            (time, true)
        }
        None => (time.to_owned(), false),
    };
    let time = if year_last { time } else { basic(&time).unwrap_or(time) };
    let time = match time.len() {
        10 => format!("{time}T00:00:00"),
        _ => time,
    };
    let midnight = time.get(11..).and_then(|clock| clock.strip_prefix("24:00"));
    let (text, days) = match midnight {
        // Nothing but zeros may follow before the zone.
        Some(rest) => {
            let end = rest.find(['+', '-', 'Z', 'z', ' ']).unwrap_or(rest.len());
            let zeros = rest[..end].bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
            (zeros.then(|| format!("{}T00:00{rest}", &time[..10]))?, 1)
        }
        None => (time, 0),
    };
    Some(Usual { text, zone, days })
}

/// The zone of a name: letters, or a name of the time zone database.
fn named(name: &str) -> Option<TimeZone> {
    if let Some((_, east)) = LETTERS.iter().find(|(letters, _)| *letters == name) {
        return Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(*east).ok()?));
    }
    name.contains('/').then(|| TimeZone::get(name).ok()).flatten()
}

/// `20261120T091407[.391][Z]`, `20261120T0914`, `20261120 091407`, `20261120091407`, `20261120`.
fn basic(text: &str) -> Option<String> {
    let digits =
        |from: usize, to: usize| text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = (digits(0, 4)?, digits(4, 6)?, digits(6, 8)?);
    if !(1900..2262).contains(&year.parse::<i32>().ok()?) {
        return None;
    }
    let date = format!("{year}-{month}-{day}");
    let start = match text.as_bytes().get(8) {
        None => return Some(date),
        Some(b'T' | b't' | b' ') => 9,
        Some(b'0'..=b'9') if text.len() == 14 => 8,
        Some(_) => return None,
    };
    let (hour, minute) = (digits(start, start + 2)?, digits(start + 2, start + 4)?);
    let (second, rest) = match digits(start + 4, start + 6) {
        Some(second) => (second, &text[start + 6..]),
        None => ("00", &text[start + 4..]),
    };
    Some(format!("{date}T{hour}:{minute}:{second}{rest}"))
}

/// `Fri Nov 20 09:14:07 2026`, as ctime writes it, and `Fri Nov 20 09:14:07 UTC 2026`, as date does: the time, and its zone.
fn ctime(text: &str) -> Option<(String, Option<TimeZone>)> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let parts: Vec<&str> = text.split_whitespace().collect();
    let of_week = |part: &&str| matches!(*part, "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun");
    let parts = &parts[usize::from(parts.first().is_some_and(of_week))..];
    let (month, day, clock, zone, year) = match *parts {
        [month, day, clock, year] => (month, day, clock, None, year),
        [month, day, clock, zone, year] => (month, day, clock, Some(named(zone)?), year),
        _ => return None,
    };
    let at = MONTHS.find(month).filter(|at| month.len() == 3 && at % 3 == 0)?;
    let day: u8 = day.parse().ok()?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| (format!("{year}-{:02}-{day:02}T{clock}", at / 3 + 1), zone))
}
