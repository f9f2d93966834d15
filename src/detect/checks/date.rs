//! Calendar dates as people write a date of birth.

/// Years in which a person who is in a log can be born.
const YEARS: std::ops::RangeInclusive<u32> = 1890..=2035;

/// Whether the whole text is a calendar date of the years 1890 to 2035: year-month-day,
/// day.month.year, month/day/year or day/month/year (separators `-`, `/`, `.`, one kind), eight
/// digits (year first), or with an English month name (`12 Mar 1987`, `March 12, 1987`,
/// `12-MAR-1987`, `1987 Mar 12`, `12th of March 1987`). A time after `T` or a space is let
/// through. Years have four digits.
///
/// Source: ISO 8601-1:2019, RFC 9110 for names; the Gregorian calendar's leap years. O(n), nothing
/// is allocated.
pub fn birth_date(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    if is_date(text) {
        return true;
    }
    // The date itself may hold spaces, so every one of them may be the one before the time.
    (8..text.len()).any(|place| {
        matches!(text[place], b'T' | b't' | b' ') && is_time(&text[place + 1..]) && is_date(&text[..place])
    })
}

fn is_date(text: &[u8]) -> bool {
    if text.len() == 8 && text.iter().all(u8::is_ascii_digit) {
        return is_day(number(&text[..4]), number(&text[4..6]), number(&text[6..]));
    }
    if text.iter().any(u8::is_ascii_alphabetic) {
        return is_named_date(text);
    }
    let Some(&separator) = text.iter().find(|byte| !byte.is_ascii_digit()) else {
        return false;
    };
    if !matches!(separator, b'-' | b'/' | b'.') {
        return false;
    }
    let mut parts = text.split(|byte| *byte == separator);
    let (Some(a), Some(b), Some(c), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    if ![a, b, c].iter().all(|part| is_number(part)) {
        return false;
    }
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => is_day(number(a), number(b), number(c)),
        (1..=2, 1..=2, 4) => is_day(number(c), number(b), number(a)) || is_day(number(c), number(a), number(b)),
        _ => false,
    }
}

/// A day, a month's name and a year, in any order that ends or begins with the year.
fn is_named_date(text: &[u8]) -> bool {
    let (mut month, mut day, mut year) = (None, None, None);
    let words = text
        .split(|byte| matches!(byte, b' ' | b',' | b'-' | b'/' | b'.'))
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case(b"of"));
    for (place, word) in words.enumerate() {
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (figures, rest) = word.split_at(digits);
        let slot = match (digits, rest.is_empty()) {
            (0, _) if month.is_none() => {
                month = month_of(word);
                if month.is_none() {
                    return false;
                }
                continue;
            }
            (4, true) if place != 1 => &mut year,
            (1..=2, true) => &mut day,
            (1..=2, false) if is_ordinal(rest) => &mut day,
            _ => return false,
        };
        if slot.replace(number(figures)).is_some() {
            return false;
        }
    }
    matches!((year, month, day), (Some(year), Some(month), Some(day)) if is_day(year, month, day))
}

fn is_ordinal(text: &[u8]) -> bool {
    [b"st", b"nd", b"rd", b"th"].iter().any(|ending| text.eq_ignore_ascii_case(*ending))
}

/// 1 to 12 for an English month name: whole, its first three letters, or `Sept`.
fn month_of(word: &[u8]) -> Option<u32> {
    const NAMES: [&[u8]; 12] = [
        b"january",
        b"february",
        b"march",
        b"april",
        b"may",
        b"june",
        b"july",
        b"august",
        b"september",
        b"october",
        b"november",
        b"december",
    ];
    let fits = |name: &&[u8]| word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(&name[..3]);
    if word.eq_ignore_ascii_case(b"sept") {
        return Some(9);
    }
    (1..).zip(NAMES.iter()).find(|(_, name)| fits(name)).map(|(month, _)| month)
}

/// A time of day, loosely: two digits, and then only what times and zones are made of.
fn is_time(text: &[u8]) -> bool {
    text.len() >= 4
        && text[..2].iter().all(u8::is_ascii_digit)
        && text[2..].iter().all(|byte| {
            byte.is_ascii_digit()
                || matches!(byte, b':' | b'.' | b',' | b'+' | b'-' | b' ' | b'Z' | b'z')
                || matches!(byte.to_ascii_uppercase(), b'A' | b'P' | b'M' | b'U' | b'T' | b'C' | b'G')
        })
        && (text[2] == b':' || text[..4].iter().all(u8::is_ascii_digit))
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    YEARS.contains(&year) && (1..=days).contains(&day)
}

fn is_number(text: &[u8]) -> bool {
    (1..=4).contains(&text.len()) && text.iter().all(u8::is_ascii_digit)
}

/// At most four digits.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, &digit| number * 10 + u32::from(digit - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_all_their_forms() {
        for text in [
            "1987-03-12",
            "1987/3/12",
            "1987.03.12",
            "12.03.1987",
            "12.3.1987",
            "3/12/1987",
            "12/03/1987",
            "25/12/1987",
            "12/25/1987",
            "12-03-1987",
            "19870312",
            "12 Mar 1987",
            "12 March 1987",
            "March 12, 1987",
            "Mar 12 1987",
            "mar. 12, 1987",
            "12-MAR-1987",
            "1987 Mar 12",
            "12th March 1987",
            "1st of May 2001",
            "Sept 3, 1950",
            " 1987-03-12 ",
            "1890-01-01",
            "2035-12-31",
            "2000-02-29",
        ] {
            assert!(birth_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_time_behind_the_date_is_let_through() {
        for text in [
            "1987-03-12T00:00:00Z",
            "1987-03-12T00:00:00.000+01:00",
            "1987-03-12 08:30",
            "12 Mar 1987 08:30:00 UTC",
            "3/12/1987 12:00:00 AM",
            "19870312T000000Z",
        ] {
            assert!(birth_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn days_that_no_calendar_has_fail() {
        for text in [
            "1987-02-29",
            "1900-02-29",
            "1987-13-01",
            "1987-00-10",
            "1987-04-31",
            "1987-01-00",
            "31.04.1987",
            "13/13/1987",
            "19871301",
            "30 Feb 1987",
            "Foo 12, 1987",
        ] {
            assert!(!birth_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn years_outside_a_life_fail() {
        for text in ["1889-12-31", "2036-01-01", "18891231", "1 Jan 1889", "9999-12-31"] {
            assert!(!birth_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn other_texts_fail() {
        for text in [
            "",
            "-",
            "1987",
            "1987-03",
            "12.03.87",
            "1987-03-12-01",
            "1987-03/12",
            "198703120",
            "1987031",
            "1987-03-12x",
            "12 1987 Mar",
            "12 12 Mar 1987",
            "Mar 1987",
            "March",
            "1.2.3",
            "10.0.0.1987",
            "1987-03-12T",
            "1987-03-12 dropped",
            "12x Mar 1987",
            "\u{661}987-03-12",
        ] {
            assert!(!birth_date(text.as_bytes()), "{text}");
        }
    }
}
