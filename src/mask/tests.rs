//! The promise, tried over the whole catalogue and in every carrier.

use super::*;
use crate::detect::catalogue;

fn masked(masker: &Masker, line: &str) -> String {
    String::from_utf8(masker.mask_line(line.as_bytes()).into_owned()).unwrap()
}

fn alone(id: &str) -> Masker {
    Masker::new(Policy::new(Profile::Strict, &[id.to_string()], &[], &[], &[]).unwrap())
}

#[test]
fn every_example_is_masked_as_its_row_says() {
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        let masker = match detector.id {
            "connection-string" => Masker::new(
                Policy::new(Profile::Strict, &["connection-string".into(), "secret-field".into()], &[], &[], &[])
                    .unwrap(),
            ),
            "card-expiry" => Masker::new(
                Policy::new(Profile::Strict, &["card-expiry".into(), "card".into()], &[], &[], &[]).unwrap(),
            ),
            id => alone(id),
        };
        for sample in detector.matches {
            let got = masked(&masker, sample.text);
            if got != sample.masked {
                faults.push(format!("{}: {}\n   got  {got}\n   want {}", detector.id, sample.text, sample.masked));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn every_counter_example_is_left_alone_by_its_row() {
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        let masker = alone(detector.id);
        for sample in detector.ignores {
            let got = masked(&masker, sample.text);
            if got != sample.text {
                faults.push(format!("{}: {}\n   got {got} ({})", detector.id, sample.text, sample.reason));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn ids_are_unique_and_in_kebab_case() {
    let mut seen = std::collections::HashSet::new();
    for detector in catalogue::all() {
        assert!(seen.insert(detector.id), "{} twice", detector.id);
        assert!(
            detector.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            detector.id
        );
    }
}

/// What each carrier makes of a text.
fn carriers(text: &str) -> Vec<String> {
    let quoted = serde_json::to_string(text).unwrap();
    let nested = serde_json::to_string(&format!("payload {{\"note\":{quoted}}}")).unwrap();
    let deep = serde_json::to_string(&format!("{{\"body\":{nested}}}")).unwrap();
    let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    vec![
        text.to_string(),
        format!("2026-11-20 10:00:00 INFO {text}"),
        format!("{{\"message\":{quoted}}}"),
        format!("{{\"a\":[[{quoted}]]}}"),
        format!("{{\"message\":{nested}}}"),
        format!("{{\"message\":{deep}}}"),
        format!("{{\"message\":\"{escaped}\"}}"),
        format!("prefix {{\"message\":{quoted}}} suffix"),
    ]
}

#[test]
fn every_example_is_masked_in_every_carrier_and_once_is_enough() {
    let masker = Masker::new(Policy::new(Profile::Strict, &[], &[], &[], &[]).unwrap());
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        for sample in detector.matches {
            for carried in carriers(sample.text) {
                let got = masked(&masker, &carried);
                if got == carried {
                    faults.push(format!("{} is left: {carried}", detector.id));
                }
                let again = masked(&masker, &got);
                if again != got {
                    faults.push(format!("{}: masked twice\n   {carried}\n   {got}\n   {again}", detector.id));
                }
                let json = serde_json::from_str::<serde_json::Value>(&carried).is_ok();
                if json && serde_json::from_str::<serde_json::Value>(&got).is_err() {
                    faults.push(format!("{}: no JSON any more\n   {carried}\n   {got}", detector.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn what_a_password_is_compared_with_is_hidden_by_itself_and_beside_others() {
    let masker = Masker::new(Policy::default_profile());
    for (text, expected) in [
        ("password!=s3cret4111x", "password!=********"),
        ("password!=password4111 1111 1111 1111", "password!=******** 1111 1111 1111"),
        ("if (password!=null) x", "if (password!=null) x"),
    ] {
        assert_eq!(masked(&masker, text), expected);
    }
}

#[test]
fn the_look_never_changes_what_is_masked() {
    let policy = || Policy::default_profile();
    let (masker, opening) = (Masker::new(policy()), Masker::new(policy()).opening_all());
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        for text in
            detector.matches.iter().map(|sample| sample.text).chain(detector.ignores.iter().map(|sample| sample.text))
        {
            for carried in carriers(text) {
                let (quick, full) = (masked(&masker, &carried), masked(&opening, &carried));
                if quick != full {
                    faults.push(format!("{}: {carried}\n   look {quick}\n   all  {full}", detector.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

/// The lines of a table of cases; `# ` begins a heading, and `¦` only keeps samples in pieces in the sources.
fn cases(table: &str) -> Vec<String> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with("# "))
        .map(|line| line.replace('¦', ""))
        .collect()
}

fn masked_cases() -> Vec<String> {
    cases(include_str!("cases/masked.txt"))
}

fn kept_cases() -> Vec<String> {
    cases(include_str!("cases/kept.txt"))
}

/// What stands between `«` and `»` must go; all around it must stay, in order. Lines without marks must change.
#[test]
fn what_real_logs_leak_is_masked_and_nothing_around_it() {
    let masker = Masker::new(Policy::default_profile());
    let mut faults = Vec::new();
    for case in masked_cases() {
        let line = case.replace(['«', '»'], "");
        let got = masked(&masker, &line);
        let mut rest = got.as_str();
        let mut fits = got != line;
        let mut pieces = 0;
        for part in case.split('«') {
            let (secret, kept) = part.split_once('»').unwrap_or(("", part));
            if !secret.is_empty() {
                pieces += 1;
                fits &= secret.chars().count() < 3 || got.matches(secret).count() < line.matches(secret).count();
            }
            match rest.find(kept).filter(|_| case.contains('«')) {
                Some(at) => rest = &rest[at + kept.len()..],
                None => fits &= !case.contains('«'),
            }
        }
        if !fits {
            faults.push(format!("{case}\n   {got} ({pieces} secrets)"));
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn what_is_harmless_in_real_logs_stays_in_every_carrier() {
    let masker = Masker::new(Policy::default_profile());
    let mut faults = Vec::new();
    for line in kept_cases().iter().flat_map(|case| carriers(case)) {
        let got = masked(&masker, &line);
        if got != line {
            faults.push(format!("{line}\n   {got}"));
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn a_value_in_a_key_is_seen_and_its_path_does_not_tell_it() {
    let masker = Masker::new(Policy::default_profile());
    let mut work = Scratch::new(Watch { tally: true, fields: true, sightings: true });
    let line = br#"{"a":{"password=hunter2":1},"bob@example.com":{"token":"abc123"},"p\u0061ss: hunter2":[]}"#;
    masker.mask_lines(line, Carry::default(), &mut work);
    let paths: Vec<&str> = work.sightings.each().map(|seen| seen.path).collect();
    assert!(paths.contains(&"a.password=********") && paths.contains(&"b***@example.com.token"), "{paths:?}");
    let told = format!("{paths:?} {:?}", work.tally);
    assert!(!told.contains("hunter2") && !told.contains("bob"), "{told}");
}

/// Faults of the laws for one line: masked twice is once, JSON stays JSON, the look changes nothing.
fn faults_of(maskers: &[(Masker, Masker)], line: &str, once: bool, faults: &mut Vec<String>) {
    for (masker, opening) in maskers {
        let got = masked(masker, line);
        let again = masked(masker, &got);
        if once && again != got {
            faults.push(format!("masked twice\n   {line}\n   {got}\n   {again}"));
        }
        if serde_json::from_str::<serde_json::Value>(line).is_ok()
            && serde_json::from_str::<serde_json::Value>(&got).is_err()
        {
            faults.push(format!("no JSON any more\n   {line}\n   {got}"));
        }
        let full = masked(opening, line);
        if full != got {
            faults.push(format!("the look changes it\n   {line}\n   look {got}\n   all  {full}"));
        }
    }
}

fn maskers() -> Vec<(Masker, Masker)> {
    let strict = || Policy::new(Profile::Strict, &[], &[], &[], &[]).unwrap();
    let default = Policy::default_profile;
    vec![
        (Masker::new(default()), Masker::new(default()).opening_all()),
        (Masker::new(strict()), Masker::new(strict()).opening_all()),
    ]
}

#[test]
fn the_laws_hold_for_all_that_real_logs_hold() {
    let maskers = maskers();
    let mut faults = Vec::new();
    for case in masked_cases().into_iter().chain(kept_cases()) {
        for line in carriers(&case.replace(['«', '»'], "")) {
            faults_of(&maskers, &line, true, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

/// Pieces of which hostile lines are made.
const SOUP: &[&str] = &[
    "password",
    "token",
    "api_key",
    "Authorization",
    "Cookie",
    "login",
    "seed",
    "card",
    "phone",
    "ssn",
    "--password",
    "Bearer ",
    "Basic ",
    "curl -u ",
    "mysql -p",
    "PASSWORD FOR ",
    "is ",
    "from ",
    "to ",
    "new ",
    "name",
    "value",
    "=",
    ": ",
    ":",
    "=>",
    "==",
    "!=",
    "->",
    "\"",
    "'",
    "`",
    "\\\"",
    "\\n",
    "\\u0040",
    "\\u0022",
    "%22",
    "%3D",
    "%253D",
    "%40",
    "%26",
    "&",
    "?",
    ";",
    ",",
    " ",
    " ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "</",
    "{\"",
    "\":\"",
    "\",\"",
    "/",
    "//",
    "://",
    "@",
    "\\",
    "hunter2",
    "a",
    "0f1e2d3c4b5a69788796",
    "bob@example.com",
    "j***@x.com",
    "4111 1111 1111 1111",
    "4111-****-****-1111",
    "+1 415 555 4201",
    "078-05-1120",
    "***-**-****",
    "123 Main Street",
    "[ADDRESS]",
    "[internal]",
    "http://10.0.0.1/x",
    "postgres://u:p@h/d",
    "postgres://****:****@****/****",
    "host=h user=u ",
    "Server=h;Uid=u;Pwd=p;",
    "dbname=d",
    "********",
    "****",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----END",
    "AGE-SECRET-KEY-1",
    "eyJhbGciOiJIUzI1NiJ9",
    ".e30.c2ln",
    "1.1.1.1",
    "fe80::1",
    "00:1a:2b:3c:4d:5e",
    "null",
    "12345",
    "\u{FF20}",
    "é",
    "\t",
    "$(x y)",
    "${X}",
    "machine h login u password p",
    "Some(",
    "string(7) ",
    "<<\"",
    "aws4_request",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 1500, rng_seed: proptest::test_runner::RngSeed::Fixed(20_261_121), failure_persistence: None, ..Default::default() })]
    #[test]
    fn the_laws_hold_for_any_soup_of_pieces(picks in proptest::collection::vec(0..SOUP.len(), 1..24), wrap in 0..8usize) {
        use std::sync::OnceLock;
        static MASKERS: OnceLock<Vec<(Masker, Masker)>> = OnceLock::new();
        let text: String = picks.iter().map(|&pick| SOUP[pick]).collect();
        let mut faults = Vec::new();
        faults_of(MASKERS.get_or_init(maskers), &carriers(&text)[wrap], true, &mut faults);
        proptest::prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn a_number_in_a_document_in_a_string_without_escapes_keeps_the_string_whole() {
    let masker = Masker::new(Policy::default_profile());
    for line in [
        r#"{"r":"[[4111111111111111]]"}"#,
        r#"{"r":["[[1,4111111111111111],[true]]"],"n":1}"#,
        r#"{"message":"got [ [4111111111111111] ]"}"#,
    ] {
        let once = masked(&masker, line);
        assert!(!once.contains("4111111111111111"), "{once}");
        assert!(serde_json::from_str::<serde_json::Value>(&once).is_ok(), "{once}");
        assert_eq!(masked(&masker, &once), once);
    }
}

#[test]
fn a_document_under_a_secret_key_that_holds_another_is_hidden_whole() {
    let masker = Masker::new(Policy::default_profile());
    let line = r#"{"token":"{\"password\": 12}"}"#;
    assert_eq!(masked(&masker, line), r#"{"token":"********"}"#);
}
