//! Documents: what is JSON stays JSON, what is not masked stays byte for byte.

use pake::mask::{Masker, Policy};
use proptest::prelude::*;
use serde_json::Value;

use crate::harness::Place;

fn masked(text: &str) -> String {
    let masker = Masker::new(Policy::default_profile());
    String::from_utf8(masker.mask_line(text.as_bytes()).into_owned()).unwrap()
}

/// Lines as a suite for JSON parsers has them: valid, invalid and either.
fn suite() -> Vec<Vec<u8>> {
    let texts = [
        // Numbers.
        "0",
        "-0",
        "-0.0",
        "1e5",
        "1E+2",
        "1e-2",
        "1.10",
        "0.1e1",
        "123456789012345678901234567890",
        "-1.5E+0009",
        "12345678901234567890123",
        "[1e9999,-1e-9999]",
        "[0e1]",
        "[20e1]",
        "[123.456789]",
        "[-0]",
        "[1E22]",
        "[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999]",
        "[-237462374673276894279832749832423479823246327846]",
        "[100000000000000000000]",
        "[1.]",
        "[.5]",
        "[01]",
        "[+1]",
        "[-]",
        "[0x1F]",
        "[1e]",
        "[1e+]",
        "[1 000]",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "[1,,2]",
        "1.2.3",
        // Strings.
        r#""""#,
        r#""a""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0041\u00e9\u20ac\ud83d\ude00""#,
        r#""\/\/""#,
        "\"\u{7f}\"",
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\u0041""#,
        r#""\udc00\ud800""#,
        r#""\uD834\uDd1e""#,
        r#""\u0000""#,
        r#""\u2028\u2029""#,
        "\"\u{2028}\u{2029}\"",
        "\"\u{10ffff}\"",
        r#""\x""#,
        r#""\u12""#,
        r#""\u""#,
        r#""\""#,
        "\"",
        "\"tab\there\"",
        "\"new\u{c}page\"",
        r#""\a""#,
        "'single'",
        r#"["\ud83d"]"#,
        r#"["\uDFAA"]"#,
        r#"["\uqqqq"]"#,
        r#"["\u0060\u012a\u12AB"]"#,
        r#"["new line"]"#,
        r#"["\\u0061"]"#,
        r#"["\\\\\\"]"#,
        r#"["a/*b*/c"]"#,
        // Objects and arrays.
        "{}",
        "[]",
        "[[]]",
        "[{}]",
        r#"{"":0}"#,
        r#"{"":""}"#,
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"a":1}"#,
        r#"{"a":[]}"#,
        r#"{ "a" : 1 , "b" : [ true , false , null ] }"#,
        "[ ]",
        "[\t1\t,\r 2 ]",
        r#"{"a":{"a":{"a":{}}}}"#,
        r#"{"title":"\u041f\u043e\u043b","asd":"sdf"}"#,
        r#"{"foo\u0000bar":42}"#,
        r#"{"min":-1.0e+28,"max":1.0e+28}"#,
        r#"{"x":[{"id":"xxxxxxxxxxxxxxxx"}],"id":"xxxxxxxxxxxxxxxx"}"#,
        r#"{"a":"b","a":"c","b":{"a":"d"}}"#,
        "[null,1,\"1\",{}]",
        "[1,null,null,null,2]",
        "[true]",
        "true",
        "false",
        "null",
        "[false]",
        "[null]",
        // Not JSON.
        "[1,]",
        "[1",
        "[",
        "{",
        "{]",
        "[}",
        "]",
        "}",
        "[[",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{'a':0}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"::1}",
        "{,}",
        "[,]",
        "[,1]",
        "[1 2]",
        "[\"a\" \"b\"]",
        "{\"a\":\"a",
        "[\"a",
        "nul",
        "tru",
        "truth",
        "[nul]",
        "{}}",
        "[]]",
        "{\"a\":1}}",
        "[1]x",
        "\"a\" \"b\"",
        "{} {}",
        "{\"a\":1}#",
        "{\"a\":1}//c",
        "{/*c*/}",
        "[\"\": 1]",
        "<.>",
        "[<null>]",
        "abc",
        "*",
        "\\",
        "{\"a\":/*c*/1}",
        "&",
        "[\u{feff}]",
        "\u{feff}{}",
        "\u{feff}",
        "\u{2060}",
        "[\u{a0}]",
        "\u{e9}",
        "[\u{e9}]",
        "",
        " ",
        "\t",
        "\r",
        " \r",
        "\"\\",
        "[\"\\",
        "{\"\\",
        "[\"\\u",
        "[\"\\u00",
        "[\"\\ud800\\",
        "[\"\\ud800\\u",
        "[{\"\":[{\"\":",
        ":",
        ",",
        "-",
        "--",
    ];
    let bytes: [&[u8]; 16] = [
        b"\xff",
        b"[\xff]",
        b"[\"\xff\"]",
        b"\"\xc0\xaf\"",
        b"\"\xed\xa0\x80\"",
        b"\"\xe9\"",
        b"\"\xf4\xbf\xbf\xbf\"",
        b"{\"\xb9\":\"0\",}",
        b"\0",
        b"[\0]",
        b"\"\0\"",
        b"[1,\x002]",
        b"\xff\xfe[\0\"\0\xe9\0\"\0]\0",
        b"\xfe\xff\0[\0\"\0]",
        b"{\"a\":\"\x01\x1f\x7f\"}",
        b"\xef\xbb\xbf[]",
    ];
    let mut all: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    all.extend(bytes.iter().map(|bytes| bytes.to_vec()));
    let depth = 20_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"\":", "}]"), ("{\"a\":[", "]}")] {
        let middle = if open.ends_with(':') { "1" } else { "" };
        all.push([&open.repeat(depth), middle, &close.repeat(depth)].concat().into_bytes());
        all.push(open.repeat(depth).into_bytes());
        all.push(close.repeat(depth).into_bytes());
        all.push([&open.repeat(depth), middle, &close.repeat(depth - 1)].concat().into_bytes());
    }
    all
}

#[test]
fn every_document_of_a_parsing_suite_comes_back_unchanged() {
    let masker = Masker::new(Policy::default_profile());
    let open = Masker::new(Policy::new(Default::default(), &[], &[], &["no.such.field".to_owned()], &[]).unwrap());
    for line in suite() {
        let shown = String::from_utf8_lossy(&line[..line.len().min(80)]).into_owned();
        for end in ["", "\n", "\r\n"] {
            let line = [&line[..], end.as_bytes()].concat();
            assert!(*masker.mask_line(&line) == line[..], "{shown}");
        }
        // Every line opened and walked, whether the look saw something in it or not.
        assert!(*open.mask_line(&line) == line[..], "opened: {shown}");
    }
}

#[test]
fn a_parsing_suite_comes_back_unchanged_through_the_program() {
    let text = suite().join(&b'\n');
    Place::new().pake("mask").stdin(text.clone()).prints(&text).check();
    Place::new().pake("mask -j 1 --mask-field no.such.field").stdin(text.clone()).prints(&text).check();
}

#[test]
fn a_secret_is_hidden_in_whatever_surrounds_it() {
    for line in suite() {
        let parts = [&b"{\"x\":"[..], &line, b",\"password\":\"hunter2\",\"mail\":\"john@example.com\"}"];
        let line = parts.concat();
        let masker = Masker::new(Policy::default_profile());
        let out = masker.mask_line(&line).into_owned();
        let text = String::from_utf8_lossy(&out);
        let shown = String::from_utf8_lossy(&line[..line.len().min(200)]).into_owned();
        assert!(!text.contains("hunter2") && !text.contains("john"), "{shown}\n{}", &text[text.len().min(200)..]);
        if serde_json::from_slice::<Value>(&line).is_ok() {
            assert!(serde_json::from_slice::<Value>(&out).is_ok(), "{shown}");
        }
    }
}

#[test]
fn a_sentence_in_an_array_is_not_the_name_of_what_follows_it() {
    for text in [
        r#"["see password","hello world"]"#,
        r#"["{\"n\":1,\"password\":\"********\"}","done in 12 ms"]"#,
        r#"["login with password=********, ok","done in 12 ms"]"#,
    ] {
        assert_eq!(masked(text), text);
    }
}

/// A document with things planted in it: how it is written, and how it must be written when masked.
#[derive(Debug, Clone)]
struct Written {
    before: String,
    after: String,
}

impl Written {
    fn kept(text: impl Into<String>) -> Written {
        let text = text.into();
        Written { after: text.clone(), before: text }
    }

    fn masked(before: impl Into<String>, after: impl Into<String>) -> Written {
        Written { before: before.into(), after: after.into() }
    }

    fn joined(parts: &[Written]) -> Written {
        Written {
            before: parts.iter().map(|part| part.before.as_str()).collect(),
            after: parts.iter().map(|part| part.after.as_str()).collect(),
        }
    }
}

fn space() -> impl Strategy<Value = Written> {
    prop_oneof![8 => Just(""), 1 => Just(" "), 1 => Just("\t "), 1 => Just("  \r")].prop_map(Written::kept)
}

/// Keys that mean nothing, spelt in odd ways.
fn plain_key() -> impl Strategy<Value = Written> {
    let keys =
        ["n", "id", "a", "a", "level", "", "count", "caf\\u00e9", "a\\/b", "\u{e9}", "x y", "token_type", "max_tokens"];
    prop::sample::select(keys.to_vec()).prop_map(|key| Written::kept(format!("\"{key}\"")))
}

fn plain_value() -> impl Strategy<Value = Written> {
    let numbers =
        ["0", "-0", "1.10", "1e5", "1E+2", "12345678901234567890123", "-7", "0.1e-7", "true", "false", "null"];
    prop_oneof![
        prop::sample::select(numbers.to_vec()).prop_map(Written::kept),
        "(x[a-z]{0,6}( x[a-z]{1,5}){0,3})?".prop_map(|text| Written::kept(format!("\"{text}\""))),
        prop::sample::select(vec![
            r"\ud800",
            r"\/",
            r"\n\t",
            r"\u00e9",
            "\u{e9}\u{1f600}",
            r#"\"q\""#,
            r"\\",
            "",
            "[",
            "{x}"
        ])
        .prop_map(|text| Written::kept(format!("\"{text}\""))),
    ]
}

/// Texts with something to mask in them.
fn planted_text() -> impl Strategy<Value = Written> {
    ("[a-z]{2,8}", "x[a-z]{1,5}", 0..6usize).prop_map(|(word, text, kind)| {
        let first = &word[..1];
        let (before, after) = match kind {
            0 => (format!("{text} {word}@example.com"), format!("{text} {first}***@example.com")),
            1 => (format!("to {word}\\u0040example.com, {text}"), format!("to {first}***\\u0040example.com, {text}")),
            2 => (format!("{text} 4111-1111-1111-1111 \\ud800"), format!("{text} 4111-****-****-1111 \\ud800")),
            3 => (
                format!(r#"{{\"{text}\":1.10,\"password\":\"{word}9x\"}}"#),
                format!(r#"{{\"{text}\":1.10,\"password\":\"********\"}}"#),
            ),
            4 => (
                format!("{text} postgres:\\/\\/u:{word}9@h\\/d"),
                format!("{text} postgres:\\/\\/****:****@****\\/****"),
            ),
            _ => (format!("{text}: password={word}9x, n=1"), format!("{text}: password=********, n=1")),
        };
        Written::masked(format!("\"{before}\""), format!("\"{after}\""))
    })
}

/// A pair of key and value of which the key says that the value is secret.
fn planted_pair() -> impl Strategy<Value = Written> {
    let keys = ["password", "apiKey", "client_secret", "X-Api-Key", "db.password", "pass\\u0077ord"];
    let value = prop_oneof![
        "[a-z0-9]{4,12}x9".prop_map(|text| format!("\"{text}\"")),
        "[1-9][0-9]{5,9}".prop_map(|digits| digits),
        Just("{\"a\":[1,2]}".to_owned()),
        Just("[\"x1y2z3\",{}]".to_owned()),
    ];
    (prop::sample::select(keys.to_vec()), value)
        .prop_map(|(key, value)| Written::masked(format!("\"{key}\":{value}"), format!("\"{key}\":\"********\"")))
}

fn document() -> impl Strategy<Value = Written> {
    let leaf = prop_oneof![3 => plain_value(), 1 => planted_text()];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let element = (space(), inner.clone(), space()).prop_map(|(a, b, c)| Written::joined(&[a, apart(b), c]));
        let pair = (space(), plain_key(), space(), inner, space())
            .prop_map(|(a, key, b, value, c)| Written::joined(&[a, key, b, Written::kept(":"), value, c]));
        let pair = prop_oneof![5 => pair, 1 => planted_pair()];
        prop_oneof![
            prop::collection::vec(element, 0..6).prop_map(|items| listed("[", &items, "]")),
            prop::collection::vec(pair, 0..6).prop_map(|items| listed("{", &items, "}")),
        ]
    })
}

/// A text that names a secret, as an element of an array, can say what the next element is.
fn apart(item: Written) -> Written {
    match item.before.starts_with('"') && item.before.contains("password") {
        true => Written::joined(&[Written::kept("{\"m\":"), item, Written::kept("}")]),
        false => item,
    }
}

fn listed(open: &str, items: &[Written], close: &str) -> Written {
    let mut parts = vec![Written::kept(open)];
    for (index, item) in items.iter().enumerate() {
        parts.extend((index > 0).then(|| Written::kept(",")));
        parts.push(item.clone());
    }
    parts.push(Written::kept(close));
    Written::joined(&parts)
}

/// The same kind of value with the same keys in the same order; only what a mask may change differs.
fn alike(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.values().zip(b.values()).all(|(a, b)| alike(a, b))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (_, Value::String(_)) => true,
        (a, b) => a == b,
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        Just(Value::Null),
        ".*".prop_map(Into::into),
        r#"[a-z@.:/=\\" {}\[\]0-9-]{0,40}"#.prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 30, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec(("[a-z_:.]{0,12}", inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn only_what_is_planted_changes(document in document()) {
        prop_assert_eq!(masked(&document.before), document.after);
    }

    #[test]
    fn valid_json_stays_valid_and_keeps_its_shape(value in any_json()) {
        let text = value.to_string();
        // Read again: what is read of a number can differ from the number that was written.
        let value: Value = serde_json::from_str(&text).unwrap();
        let out = masked(&text);
        let read: Value = serde_json::from_str(&out).map_err(|error| TestCaseError::fail(format!("{error}: {text} -> {out}")))?;
        prop_assert!(alike(&value, &read), "{} -> {}", text, out);
        prop_assert_eq!(masked(&out), out);
    }

    #[test]
    fn no_line_is_gained_or_lost(text in r#"([a-z@=:{}\[\]"\\/.0-9 -]|\n|\r|password|\x00|é){0,80}"#) {
        let out = masked(&text);
        prop_assert_eq!(out.matches('\n').count(), text.matches('\n').count(), "{:?}", out);
        prop_assert_eq!(masked(&out), out);
    }
}
