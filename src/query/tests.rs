//! Expressions against a plain evaluator over `serde_json` values, and what is said of wrong ones.

use jiff::tz::TimeZone;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Expression, Query, Sense, Work};
use crate::entry::fields::Fields;
use crate::entry::time::TimeReader;
use crate::window::{Clock, Window};

const NOW: i64 = 1_795_262_400_000_000_000; // 2026-11-21T12:00:00Z

fn sense() -> Sense {
    let clock = Clock::at(NOW, TimeZone::UTC);
    Sense { times: TimeReader::new(TimeZone::UTC, NOW), clock, unit: None }
}

fn asked(text: &str) -> Expression<'_> {
    Expression { called: "--where", text, shown: text.to_owned() }
}

fn query(expression: &str) -> Query {
    let query = Query::new(None, Some(asked(expression)), Window::default(), Fields::new(), &sense());
    query.unwrap_or_else(|fault| panic!("{expression}: {fault:?}"))
}

fn holds(expression: &str, line: &str) -> bool {
    query(expression).holds(line.as_bytes(), &mut Work::default())
}

#[test]
fn comparisons_mean_what_they_say() {
    let line = r#"{"timestamp":"2026-11-20T09:14:07Z","level":"warn","category":"database","status_code":500,"text":"500",
        "duration_ms":812.5,"wait_us":1500,"took":"1.5s","message":"slow \"query\": timeout","user":{"id":12345678901234567890},
        "tags":["a","b",7,null],"none":null,"ok":true,"path":"\/api\/v1"}"#;
    for so in [
        "level = WARNING",
        "level >= warn and level < error",
        "level in (warning, error)",
        "severity missing",
        "category = database",
        "category == 'database' && !(category = api)",
        "category != api AND NOT category = x",
        "status_code = 500 and status_code = 500.0 and status_code = 5e2 and status_code = \"500\"",
        "text = 500 and text >= 499",
        "status_code in (404, 500)",
        "status_code not in (404, 502)",
        "duration > 500ms and duration < 1s and duration_ms > 812.4 and duration_ms = 812.5",
        "wait_us > 1ms and wait_us < 1.6ms and wait_us = 1500",
        "took > 1s and took < 2000",
        "message ~ 'time(out|r)' and message !~ '^timeout'",
        "message contains '\"query\"'",
        "message not contains QUERY",
        "message ~ '(?i)QUERY'",
        "user.id = 12345678901234567890 and user.id != 12345678901234567891 and user.id > 12345678901234567889",
        "exists user and exists(user.id) and user exists and missing none and none missing and missing nothing",
        "none = null and user.id != null",
        "tags = a and tags = 7 and tags != c and tags contains b and exists tags",
        "ok = true and ok != false",
        "path = /api/v1 and path ~ ^/api",
        "timestamp >= 2026-11-20 and timestamp < yesterday or timestamp > '2026-11-20 09:14' and timestamp < 1d",
        "@timestamp missing",
        "'timeout' and \"slow\" and not 'fast'",
        "nothing != 5 and nothing !~ x and nothing not in (1, 2) and not nothing < 5",
        "'status_code' = 500",
    ] {
        assert!(holds(so, line), "{so}");
        assert!(!holds(&format!("not ({so})"), line), "not {so}");
    }
    for not_so in
        ["status_code = \"5e2\"", "tags = null", "user = 5", "category < 5", "nothing = 5", "level > critical"]
    {
        assert!(!holds(not_so, line), "{not_so}");
    }
}

#[test]
fn a_line_that_is_no_entry_holds_a_text_and_nothing_else() {
    assert!(holds("'timeout' and not 'x'", "plain timeout"));
    for line in ["plain timeout", "{\"level\":\"error\",", "[1]", ""] {
        assert!(!holds("'timeout' and missing user", line) && !holds("level != info", line), "{line}");
    }
    // In an entry a text is found as it is written, and as it is meant.
    let line = r#"{"m":"say \"hi\"","k\u0065y":1}"#;
    assert!(holds("'say \"hi\"'", line) && holds(r#"'say \"hi'"#, line) && holds("'key'", line));
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    for (expression, column, said, help) in [
        ("", 0, "the expression is empty", "level"),
        ("level >", 8, "the expression ends where a value is expected", ""),
        ("(a = 1", 1, "this `(` is never closed", ""),
        ("a = 1)", 6, "there is no `(` for this", ""),
        ("a = 1 adn b = 2", 7, "`and` or `or` is expected here", "did you mean `and`?"),
        ("a = b c", 7, "`and` or `or` is expected here", "stands in quotes"),
        ("a contians b", 3, "`a` is compared with nothing", "did you mean `contains`?"),
        ("a", 2, "`a` is compared with nothing", "exists a"),
        ("a like b", 3, "`a` is compared with nothing", "`~` (a pattern)"),
        ("level = eror", 9, "`eror` is no level", "did you mean `error`?"),
        ("duration > fast", 12, "`fast` is no length of time", "250ms"),
        ("timestamp > soon", 13, "`soon` is no time", "yesterday"),
        ("a ~ '('", 5, "this is no pattern: unclosed group", "contains"),
        ("a ~ '((a{99}){99}){99}'", 5, "the pattern is too large", "contains"),
        ("a = 'x", 5, "the quote is never closed", ""),
        ("a = 1 & b = 2", 7, "a single sign means nothing here", "write `and`"),
        ("a..b = 1", 1, "`a..b` is no field: a name is missing", ""),
        ("a in b", 6, "a list is expected here", "level in"),
        ("a = (b)", 5, "a value is expected here", "in quotes"),
    ] {
        let fault = Query::new(None, Some(asked(expression)), Window::default(), Fields::new(), &sense()).unwrap_err();
        assert_eq!(fault.message, said, "{expression}");
        assert_eq!(fault.place.as_ref().map_or(0, |place| place.start().column), column, "{expression}");
        assert!(fault.help.as_deref().unwrap_or("").contains(help), "{expression}: {:?}", fault.help);
    }
}

#[test]
fn what_is_hostile_is_refused_or_soon_done() {
    let refused = |text: &str| Query::new(None, Some(asked(text)), Window::default(), Fields::new(), &sense()).is_err();
    for deep in ["(".repeat(10_000), "not ".repeat(10_000), "!".repeat(10_000), "((a=1)and".repeat(10_000)] {
        assert!(refused(&deep));
    }
    assert!(refused(&(0..40).map(|n| format!("exists f{n}")).collect::<Vec<_>>().join(" and ")));
    // Long is fine.
    let long = vec!["a = 1"; 10_000].join(" or ");
    assert!(holds(&long, r#"{"a":1}"#));
    // Linear in what it is asked about.
    let line = format!("{{\"a\":\"{}\"}}", "a".repeat(100_000));
    assert!(!holds("a ~ '(a*)*b'", &line));
}

/// An expression, to be written and to be evaluated.
#[derive(Debug, Clone)]
enum Plain {
    All(Vec<Plain>),
    Any(Vec<Plain>),
    Not(Box<Plain>),
    Exists(&'static str),
    Is(&'static str, &'static str, String, bool),
    In(&'static str, Vec<String>),
    Text(String),
}

const FIELDS: [&str; 6] = ["a", "b", "u.v", "tags", "status", "name"];

impl Plain {
    fn write(&self, out: &mut String) {
        let list = |parts: &[Plain], word: &str, out: &mut String| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.push_str(word);
                }
                out.push('(');
                part.write(out);
                out.push(')');
            }
        };
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
        match self {
            Plain::All(parts) => list(parts, " and ", out),
            Plain::Any(parts) => list(parts, "||", out),
            Plain::Not(part) => {
                out.push_str("not (");
                part.write(out);
                out.push(')');
            }
            Plain::Exists(field) => *out += &format!("exists {field}"),
            Plain::Is(field, sign, text, quoted) => {
                let text = if *quoted { quote(text) } else { text.clone() };
                *out += &format!("{field} {sign} {text}");
            }
            Plain::In(field, texts) => {
                let texts: Vec<String> = texts.iter().map(|text| quote(text)).collect();
                *out += &format!("{field} in ({})", texts.join(","));
            }
            Plain::Text(text) => *out += &quote(text),
        }
    }

    fn holds(&self, entry: &Value, line: &str) -> bool {
        match self {
            Plain::All(parts) => parts.iter().all(|part| part.holds(entry, line)),
            Plain::Any(parts) => parts.iter().any(|part| part.holds(entry, line)),
            Plain::Not(part) => !part.holds(entry, line),
            Plain::Exists(field) => found(entry, field).is_some(),
            Plain::In(field, texts) => any(entry, field, &|value| texts.contains(&shown(value))),
            Plain::Text(text) => line.contains(text) || strings(entry).iter().any(|string| string.contains(text)),
            Plain::Is(field, sign, text, quoted) => {
                let positive = match *sign {
                    "!=" => "=",
                    "!~" => "~",
                    "not contains" => "contains",
                    sign => sign,
                };
                let passes = any(entry, field, &|value| {
                    let shown = shown(value);
                    let number = text.parse::<f64>().ok().filter(|_| !quoted);
                    let order = match number {
                        Some(number) => shown.parse::<f64>().ok().and_then(|found| found.partial_cmp(&number)),
                        None => Some(shown.as_str().cmp(text)),
                    };
                    match positive {
                        "contains" => shown.contains(text),
                        "~" => regex::Regex::new(text).unwrap().is_match(&shown),
                        "=" => order.is_some_and(|order| order.is_eq()),
                        "<" => order.is_some_and(|order| order.is_lt()),
                        ">=" => order.is_some_and(|order| order.is_ge()),
                        other => panic!("{other}"),
                    }
                });
                passes == (positive == *sign)
            }
        }
    }
}

/// The value of a field that is there and not null.
fn found<'a>(entry: &'a Value, field: &str) -> Option<&'a Value> {
    field.split('.').try_fold(entry, |value, key| value.get(key)).filter(|value| !value.is_null())
}

fn any(entry: &Value, field: &str, test: &dyn Fn(&Value) -> bool) -> bool {
    match found(entry, field) {
        Some(Value::Array(elements)) => {
            elements.iter().any(|value| !value.is_array() && !value.is_object() && !value.is_null() && test(value))
        }
        Some(Value::Object(_)) | None => false,
        Some(value) => test(value),
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(elements) => elements.iter().flat_map(strings).collect(),
        Value::Object(members) => {
            members.iter().flat_map(|(key, value)| [vec![key.clone()], strings(value)].concat()).collect()
        }
        _ => Vec::new(),
    }
}

/// JSON with some letters of strings as escapes.
fn written(value: &Value, escapes: u32) -> String {
    let text = value.to_string();
    let mut out = String::new();
    let mut inside = false;
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => {
                inside = !inside;
                out.push('"');
            }
            '\\' => {
                out.push('\\');
                out.extend(letters.next().map(|(_, letter)| letter));
            }
            '/' if inside && escapes > 0 => out += "\\/",
            letter if inside && letter.is_alphabetic() && escapes.rotate_left(at as u32) & 7 == 7 => {
                out += &format!("\\u{:04x}", letter as u32)
            }
            letter => out.push(letter),
        }
    }
    out
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("database".to_owned()),
        Just("data".to_owned()),
        Just("a/b".to_owned()),
        Just("é\"q\"".to_owned()),
        Just("500".to_owned()),
        Just("7.50".to_owned()),
        Just("true".to_owned()),
        "[ab/]{1,3}"
    ]
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => word().prop_map(Value::from),
        2 => prop_oneof![Just(500), Just(7), -3i64..3].prop_map(Value::from),
        1 => prop_oneof![Just(json!(7.5)), Just(json!(true)), Just(json!(null)), Just(json!({})), Just(json!([]))],
    ]
}

fn entry() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        5 => leaf().boxed(),
        1 => prop::collection::vec(leaf(), 0..3).prop_map(Value::from).boxed(),
        1 => leaf().prop_map(|value| json!({ "v": value })).boxed(),
    ];
    let key = prop_oneof![Just("a"), Just("b"), Just("u"), Just("tags"), Just("status"), Just("name")];
    prop::collection::btree_map(key, value, 0..6).prop_map(|members| json!(members))
}

fn plain() -> impl Strategy<Value = Plain> {
    let field = || prop::sample::select(&FIELDS[..]);
    let sign = prop::sample::select(&["=", "!=", "<", ">=", "contains", "not contains"][..]);
    let pattern = prop::sample::select(&["data(base)?", "^a", "b/|data", "[ab]b", "5.*0", "x+"][..]);
    let leaf = prop_oneof![
        6 => (field(), sign, word()).prop_map(|(field, sign, text)| Plain::Is(field, sign, text, true)),
        2 => (field(), prop::sample::select(&["=", "!=", "<", ">="][..]), -5i64..600)
            .prop_map(|(field, sign, number)| Plain::Is(field, sign, number.to_string(), false)),
        2 => (field(), prop::sample::select(&["~", "!~"][..]), pattern)
            .prop_map(|(field, sign, text)| Plain::Is(field, sign, text.to_owned(), true)),
        1 => field().prop_map(Plain::Exists),
        1 => (field(), prop::collection::vec(word(), 1..4)).prop_map(|(field, texts)| Plain::In(field, texts)),
        1 => word().prop_map(Plain::Text),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Plain::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Plain::Any),
            inner.prop_map(|part| Plain::Not(Box::new(part))),
        ]
    })
}

proptest! {
    #[test]
    fn an_expression_chooses_what_a_plain_evaluator_chooses_and_needles_lose_nothing(
        plain in plain(),
        entries in prop::collection::vec((entry(), proptest::num::u32::ANY), 1..12),
    ) {
        let mut expression = String::new();
        plain.write(&mut expression);
        let query = query(&expression);
        let lines: Vec<String> = entries.iter().map(|(entry, escapes)| written(entry, *escapes)).collect();
        let expected: Vec<bool> = entries.iter().zip(&lines).map(|((entry, _), line)| plain.holds(entry, line)).collect();
        let mut work = Work::default();
        let found: Vec<bool> = lines.iter().map(|line| query.holds(line.as_bytes(), &mut work)).collect();
        prop_assert_eq!(&found, &expected, "{} {:?}", expression, lines);

        let block = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        let hunt = query.needles().hunt(block.as_bytes());
        let (mut at, mut hunted, mut start) = (0, vec![false; lines.len()], 0);
        for (index, line) in lines.iter().enumerate() {
            let end = start + line.len();
            hunted[index] = hunt.next(at.max(start)).is_some_and(|place| place < end);
            at = start;
            start = end + 1;
        }
        for (index, holds) in expected.iter().enumerate() {
            prop_assert!(!holds || hunted[index], "{} {}", expression, lines[index]);
        }
    }
}
