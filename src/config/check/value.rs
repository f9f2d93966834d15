//! One value: whether it is of its kind.

use super::super::faults::Faults;
use super::super::gate::{self, Limit};
use super::super::load::Loaded;
use super::super::node::{Node, Value};
use super::super::report;
use super::super::schema::Kind;
use super::super::units::{self, NoDuration};
use super::files;
use crate::diagnostics::{codes, nearest};
use crate::entry::fields::{self, BadField};
use crate::entry::path::FieldPattern;

/// Checks a value that is no list and no table by its kind. `path` names it in messages.
pub fn check(loaded: &Loaded, node: &Node, kind: &Kind, path: &str, faults: &mut Faults) {
    let text = match (&node.value, kind) {
        (Value::Number(number), Kind::Percentile) => return percentile(number, node, path, faults),
        (Value::Number(number), Kind::Duration) => return no_unit(number, node, path, faults),
        (_, Kind::Percentile) => return wrong(node, path, "a number", faults),
        (Value::Text { text, .. }, _) => text.as_str(),
        _ => return wrong(node, path, "a text", faults),
    };
    if text.trim().is_empty() && !matches!(kind, Kind::Line) {
        faults
            .add(&codes::WRONG_TYPE, &node.span, format!("`{path}` is empty"))
            .help("leave the key out to set nothing");
        return;
    }
    if let Value::Text { bare: true, .. } = node.value
        && matches!(kind, Kind::Text | Kind::Line | Kind::Time | Kind::Field | Kind::Name | Kind::Id | Kind::Pattern)
        && let Some(other) = read_otherwise(text)
    {
        faults
            .add(&codes::AMBIGUOUS_WORD, &node.span, format!("other YAML readers take `{text}` for {other}"))
            .help(format!("\"{text}\""));
    }
    match kind {
        Kind::Choice(words) => choice(text, words, node, path, faults),
        Kind::Duration => duration(text, node, path, faults),
        Kind::Time if minutes(text).is_none() => {
            let said = format!("`{text}` is no time of day");
            faults.add(&codes::BAD_TIME, &node.span, said).help("write hours and minutes: \"08:00\"");
        }
        Kind::Zone => zone(text, node, faults),
        Kind::File => files::exists(loaded, text, node, true, faults),
        Kind::Field => field(text, node, faults),
        Kind::Name => name(text, node, faults),
        Kind::Domain => domain(text, node, faults),
        Kind::Gate => gate(text, node, faults),
        Kind::Id => id(text, node, faults),
        // Detectors are looked up where own rules are known, patterns where they are compiled.
        _ => {}
    }
}

fn wrong(node: &Node, path: &str, wanted: &str, faults: &mut Faults) {
    let said = format!("`{path}` is {wanted}, not {}", node.value.kind());
    let help = match &node.value {
        Value::Number(text) if wanted == "a text" => Some(format!("quotes make a text of it: \"{text}\"")),
        Value::Bool(yes) if wanted == "a text" => Some(format!("quotes make a text of it: \"{yes}\"")),
        Value::Text { text, .. } if wanted == "a number" => {
            let number = text.trim().trim_start_matches(['p', 'P']).trim_end_matches('%').trim();
            number.parse::<f64>().is_ok().then(|| format!("write the number alone: {number}"))
        }
        _ => None,
    };
    faults.add(&codes::WRONG_TYPE, &node.span, said).maybe_help(help);
}

/// What readers of YAML 1.1 take a bare word for (<https://yaml.org/type/bool.html> and its like).
fn read_otherwise(text: &str) -> Option<&'static str> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if matches!(text.to_ascii_lowercase().as_str(), "y" | "yes" | "n" | "no" | "on" | "off") {
        return Some("a boolean");
    }
    let mut parts = text.split(':');
    if text.contains(':') && parts.all(digits) && !text.starts_with('0') {
        return Some("a number of base 60");
    }
    let date: Vec<&str> = text.split('-').collect();
    if date.len() == 3 && date[0].len() == 4 && date.iter().all(|part| digits(part)) {
        return Some("a date");
    }
    let number = text.contains('_') && text.as_bytes()[0].is_ascii_digit();
    (number && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b'.'))).then_some("a number")
}

fn choice(text: &str, words: &[&str], node: &Node, path: &str, faults: &mut Faults) {
    if words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return;
    }
    let help = match nearest(text, words.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of {}", words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    };
    faults.add(&codes::UNKNOWN_CHOICE, &node.span, format!("`{path}` cannot be `{text}`")).help(help);
}

fn percentile(number: &str, node: &Node, path: &str, faults: &mut Faults) {
    if report::percentile(number).is_none() {
        let possible = number.parse().is_ok_and(|percent: f64| percent > 0.0 && percent <= 100.0);
        faults.add(&codes::OUT_OF_RANGE, &node.span, format!("`{path}` cannot hold {number}")).label(if possible {
            "at most six decimals"
        } else {
            "above 0, at most 100"
        });
    }
}

fn no_unit(number: &str, node: &Node, path: &str, faults: &mut Faults) {
    // How long something is kept is counted in days.
    let meant = number.parse::<u64>().is_ok().then(|| format!("did you mean `{number}d`?"));
    faults
        .add(&codes::UNIT_MISSING, &node.span, format!("`{path}` has no unit"))
        .help("units are ms, s, m, h, d, w and y")
        .maybe_help(meant);
}

fn duration(text: &str, node: &Node, path: &str, faults: &mut Faults) {
    match units::duration(text) {
        Ok(0) => drop(faults.add(&codes::OUT_OF_RANGE, &node.span, format!("`{path}` is no time at all"))),
        Ok(_) => {}
        Err(NoDuration::NoUnit) => no_unit(text.trim(), node, path, faults),
        Err(NoDuration::Unreadable) => {
            let help = match units::meant(text) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "a duration is a number with its unit: 90d, 12h, 1.5s".to_owned(),
            };
            faults.add(&codes::BAD_UNIT, &node.span, format!("`{text}` is no duration")).help(help);
        }
    }
}

/// Minutes since midnight of `HH:MM` (seconds, as TOML has them, must be zero).
pub fn minutes(text: &str) -> Option<u32> {
    let mut parts = text.split(':');
    let mut number = |most: u32| -> Option<u32> {
        let part = parts.next()?;
        let two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|number| two && *number <= most)
    };
    let (hours, minutes) = (number(24)?, number(59)?);
    let seconds = parts.next().is_none_or(|seconds| seconds == "00");
    (seconds && parts.next().is_none() && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
}

fn zone(text: &str, node: &Node, faults: &mut Faults) {
    let offset = |text: &str| {
        let digits = text.strip_prefix(['+', '-'])?;
        minutes(digits).filter(|minutes| *minutes <= 14 * 60)
    };
    let name = text.contains('/') && jiff::tz::TimeZone::get(text).is_ok();
    if matches!(text, "UTC" | "Z") || offset(text).is_some() || name {
        return;
    }
    let known = jiff::tz::db().available().map(|name| name.to_string()).collect::<Vec<_>>();
    let city = known
        .iter()
        .find(|name| name.rsplit_once('/').is_some_and(|(_, city)| city.eq_ignore_ascii_case(&text.replace(' ', "_"))));
    let near = city
        .map(String::as_str)
        .or_else(|| nearest(text, known.iter().map(String::as_str).filter(|name| name.contains('/'))));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a zone is `UTC`, `+02:00` or a name such as `Europe/Berlin`".to_owned(),
    };
    faults.add(&codes::UNKNOWN_TIMEZONE, &node.span, format!("there is no time zone `{text}`")).help(help);
}

fn field(text: &str, node: &Node, faults: &mut Faults) {
    if let Err(bad) = FieldPattern::parse(text) {
        faults
            .add(&codes::BAD_FIELD, &node.span, format!("`{text}` is no field pattern"))
            .label(format!("{}, at character {}", bad.reason, text[..bad.at.min(text.len())].chars().count() + 1))
            .help("a pattern is names with dots, such as `user.email`, `headers.*`, `**.token`");
    }
}

/// A field that is read: no pattern.
fn name(text: &str, node: &Node, faults: &mut Faults) {
    let cause = match fields::check(text) {
        _ if text.contains(['*', '[', ']']) => "one field is named here, without `*` and `[]`",
        Err(BadField::Empty) => "a field name is missing",
        Err(_) => "it leads deeper than entries are read",
        Ok(()) => return,
    };
    faults
        .add(&codes::BAD_FIELD, &node.span, format!("`{text}` is no field"))
        .label(cause)
        .help("a field is names with dots, such as `when` or `error.type`");
}

fn domain(text: &str, node: &Node, faults: &mut Faults) {
    let name = text.strip_prefix('.').unwrap_or(text);
    let host = name.split_once("://").map_or(name, |(_, rest)| rest);
    let host = host.split(['/', ':', '?']).next().unwrap_or_default();
    let host = host.trim_start_matches("*.").trim_end_matches('.');
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
    };
    let cause = match () {
        () if host != name => "it has more than a name",
        () if !host.split('.').all(label) => "it is no name with dots",
        // What browsers reach by a top-level name of two letters or these is the world.
        () if !host.contains('.')
            && (host.len() == 2
                || matches!(host, "com" | "org" | "net" | "info" | "dev" | "app" | "cloud" | "edu" | "gov")) =>
        {
            faults
                .add(&codes::BAD_DOMAIN, &node.span, format!("`{host}` would make all of its names internal"))
                .help("name the domain that is yours: `corp.example.com`");
            return;
        }
        () => return,
    };
    let help = (host.split('.').all(label)).then(|| format!("did you mean `{host}`?"));
    faults.add(&codes::BAD_DOMAIN, &node.span, format!("`{text}` is no domain")).label(cause).maybe_help(help);
}

fn gate(text: &str, node: &Node, faults: &mut Faults) {
    match gate::parse(text) {
        // The field that is measured instead, which may be no time, is asked for by a flag only.
        Ok(gate) if gate.is_of_values() && matches!(gate.limit, Limit::Number(_)) => {
            faults
                .add(&codes::UNIT_MISSING, &node.span, "the threshold has no unit")
                .help(format!("did you mean `{}`?", gate.with_unit()));
        }
        Ok(_) => {}
        Err(wrong) => {
            let (code, said, help) = wrong.explain(text);
            faults.add(code, &node.span, said).help(help);
        }
    }
}

fn id(text: &str, node: &Node, faults: &mut Faults) {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if text.starts_with(|letter: char| letter.is_ascii_lowercase()) && text.split('-').all(part) {
        return;
    }
    let kebab: String = text
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .collect();
    let kebab = kebab.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let help =
        kebab.starts_with(|letter: char| letter.is_ascii_lowercase()).then(|| format!("did you mean `{kebab}`?"));
    faults
        .add(&codes::BAD_ID, &node.span, format!("`{text}` is no id"))
        .label("lower case letters, digits, hyphens")
        .maybe_help(help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_hours_and_minutes() {
        assert_eq!((minutes("00:00"), minutes("18:30"), minutes("24:00")), (Some(0), Some(1110), Some(1440)));
        assert_eq!(minutes("09:00:00"), Some(540));
        for text in ["24:01", "9:00", "09:60", "09", "09:00:01", "a:b", "+1:00", "09:00:00:00"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_others_read_otherwise() {
        for text in ["no", "Off", "y", "18:30", "1:2:3", "2026-11-20", "1_000"] {
            assert!(read_otherwise(text).is_some(), "{text}");
        }
        for text in ["nothing", "08:00", "shop", "a:1", "x_1", "1.2.3"] {
            assert!(read_otherwise(text).is_none(), "{text}");
        }
    }
}
