//! Faults of a sealed log in words and as JSON. Lines are counted from 1 here.

use serde_json::{Value, json};

use crate::seal::Fault;

/// A number with commas.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// So many lines.
pub fn count(lines: u64) -> String {
    format!("{} line{}", number(lines), if lines == 1 { "" } else { "s" })
}

/// The lines from `from`, counted from 0.
pub fn lines(from: u64, count: u64) -> String {
    match count {
        1 => format!("line {}", from + 1),
        _ => format!("lines {} to {}", from + 1, from + count),
    }
}

fn were(count: u64) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// Where it is now, if that is elsewhere.
fn moved(sealed: u64, now: u64, count: u64) -> String {
    if sealed == now { String::new() } else { format!(" ({} now)", lines(now, count)) }
}

/// What happened, in words.
pub fn fault(fault: &Fault) -> String {
    match *fault {
        Fault::Altered { sealed, now, count } => {
            format!("{}{} {} altered", lines(sealed, count), moved(sealed, now, count), were(count))
        }
        Fault::Removed { sealed, count, .. } => format!("{} {} removed", lines(sealed, count), were(count)),
        Fault::Cut { sealed, count } => format!("{} {} cut off at the end", lines(sealed, count), were(count)),
        Fault::Inserted { sealed: 0, now, count } => {
            format!("{} now {} inserted before the first", lines(now, count), were(count))
        }
        Fault::Inserted { sealed, now, count } => {
            format!("{} now {} inserted behind line {sealed}", lines(now, count), were(count))
        }
        Fault::Replaced { sealed, missing, now, count } => {
            let (old, new) = (lines(sealed, missing), lines(now, count));
            format!("{old} {} replaced by other lines, {new} now", were(missing))
        }
        Fault::Reordered { sealed, now, count } => {
            format!("{}{} were put in another order", lines(sealed, count), moved(sealed, now, count))
        }
        Fault::Swapped { one, two } => format!("lines {} and {} were swapped", one + 1, two + 1),
        Fault::Moved { sealed, now } => format!("line {} was moved, and is line {} now", sealed + 1, now + 1),
        Fault::Rest { sealed, now } => format!(
            "from line {}{} on nothing could be placed: too much differs",
            sealed + 1,
            if sealed == now { String::new() } else { format!(" (line {} now)", now + 1) }
        ),
    }
}

/// The same for programs.
pub fn json(fault: &Fault) -> Value {
    let range = |from: u64, count: u64| json!({"from": from + 1, "to": from + count});
    let text = self::fault(fault);
    let (kind, sealed, now) = match *fault {
        Fault::Altered { sealed, now, count } => ("altered", range(sealed, count), range(now, count)),
        Fault::Removed { sealed, count, .. } => ("removed", range(sealed, count), Value::Null),
        Fault::Cut { sealed, count } => ("cut", range(sealed, count), Value::Null),
        Fault::Inserted { now, count, .. } => ("inserted", Value::Null, range(now, count)),
        Fault::Replaced { sealed, missing, now, count } => ("replaced", range(sealed, missing), range(now, count)),
        Fault::Reordered { sealed, now, count } => ("reordered", range(sealed, count), range(now, count)),
        Fault::Swapped { one, two } => ("swapped", json!([one + 1, two + 1]), Value::Null),
        Fault::Moved { sealed, now } => ("moved", range(sealed, 1), range(now, 1)),
        Fault::Rest { sealed, now } => ("rest", json!({"from": sealed + 1}), json!({"from": now + 1})),
    };
    json!({"kind": kind, "sealed": sealed, "now": now, "text": text})
}
