//! Configs that are none: a clear word, promptly, whatever they are.

use std::time::{Duration, Instant};

use crate::harness::Place;

/// Far more than any of these takes, far less than a hostile one would.
const PROMPT: Duration = Duration::from_secs(5);

/// Memory in KiB that a run may take where the system can limit it.
const MEMORY: u32 = 400_000;

/// What `validate-config` prints of a text, within bounds of time and memory.
#[track_caller]
fn said(name: &str, text: impl AsRef<[u8]>) -> String {
    let place = Place::new().with(name, text);
    let start = Instant::now();
    let script = format!("ulimit -v {MEMORY} 2> null; \"$PAKE\" validate-config {name}; echo \"exit $?\"");
    let output = place.shell(&script).wait_with_output().unwrap();
    assert!(start.elapsed() < PROMPT, "{name}: {:?}", start.elapsed());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn is_refused(name: &str, text: impl AsRef<[u8]>, code: &str) -> String {
    let said = said(name, text);
    assert!(
        said.contains(&format!("error[{code}]")) && said.ends_with("exit 1\n"),
        "{}",
        &said[..said.len().min(2000)]
    );
    said
}

#[test]
fn ten_megabytes_are_refused_at_once() {
    is_refused("a.yaml", "a: b\n".repeat(2_000_000), "PK0002");
    is_refused("a.json", vec![b' '; 10_000_000], "PK0002");
}

#[test]
fn the_largest_config_is_read_and_its_faults_are_not_endless() {
    let said = is_refused("a.yaml", (0..45_000).map(|n| format!("k{n}: {n}\n")).collect::<String>(), "PK0009");
    assert!(said.contains("\n1000 errors\n"), "{}", &said[said.len() - 200..]);
}

#[test]
fn patterns_that_are_too_large_are_refused_at_once() {
    let rules = |pattern: &str| {
        let rule = |number| format!("    - id: r{number}\n      pattern: '{pattern}'\n");
        format!("masking:\n  rules:\n{}", (0..2000).map(rule).collect::<String>())
    };
    is_refused("a.yaml", rules("(?:a{1,1000}){1,1000}"), "PK0301");
    is_refused("a.yaml", rules("(?:a{1,1000}){1,100}"), "PK0301");
}

#[test]
fn yaml_bombs_do_not_go_off() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in ('b'..='z').zip('a'..='y') {
        bomb += &format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", "));
    }
    is_refused("a.yaml", bomb, "PK0007");
    is_refused("a.yaml", "a: &a [*a]\n", "PK0004");
    is_refused("a.yaml", "a: *nothing\n", "PK0004");
    let many: String = (0..20_000).map(|n| format!("a{n}: &a{n} {{}}\n")).collect();
    is_refused("a.yaml", many, "PK0009");
}

#[test]
fn deep_nesting_is_refused_in_every_format() {
    for depth in [65, 100_000] {
        is_refused("a.yaml", "[".repeat(depth), "PK0006");
        is_refused("a.yaml", "{a: ".repeat(depth), "PK0006");
        is_refused("a.json", "[".repeat(depth), "PK0006");
        is_refused("a.json", "{\"a\":".repeat(depth), "PK0006");
    }
    is_refused("a.yaml", "- ".repeat(100_000), "PK0006");
    let said = said("a.toml", format!("a = {}{}\n", "[".repeat(100_000), "]".repeat(100_000)));
    assert!(said.ends_with("exit 1\n"), "{said}");
    let said = self::said("a.toml", format!("{}a = 1\n", "a.".repeat(100_000)));
    assert!(said.ends_with("exit 1\n"), "{}", said.len());
}

#[test]
fn words_that_mean_something_else_are_pointed_out() {
    for (text, code) in [
        ("service_name: no\n", "warning[PK0011]"),
        ("service_name: off\n", "warning[PK0011]"),
        ("service_name: 1e3\n", "error[PK0010]"),
        ("service_name: true\n", "error[PK0010]"),
        ("service_name: ~\n", "error[PK0010]"),
        ("service_name: 2026-11-20\n", "warning[PK0011]"),
        ("masking: no\n", "error[PK0010]"),
        ("retention: {audit: 1e3}\n", "error[PK0101]"),
        ("report: {percentiles: [1e3]}\n", "error[PK0102]"),
    ] {
        let said = said("a.yaml", text);
        assert!(said.contains(code), "{text}{said}");
    }
    for fine in
        ["service_name: \"no\"\n", "service_name: 'off'\n", "service_name: nothing\n", "report: {percentiles: [5e1]}\n"]
    {
        assert_eq!(said("a.yaml", fine), "a.yaml: valid\nexit 0\n", "{fine}");
    }
}

#[test]
fn other_encodings_are_named() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    assert!(is_refused("a.yaml", wide("masking: {}\n"), "PK0003").contains("UTF-16"));
    assert!(is_refused("a.yaml", wide("\u{feff}masking: {}\n"), "PK0003").contains("UTF-16"));
    let said = is_refused("a.yaml", b"a: 1\nservice_name: caf\xe9\n", "PK0003");
    assert!(said.contains("0xe9") && said.contains("a.yaml:2:18"), "{said}");
    assert_eq!(self::said("a.yaml", "\u{feff}service_name: café\n"), "a.yaml: valid\nexit 0\n");
    let zeros = is_refused("a.yaml", "a\0b\0".repeat(100), "PK0003");
    assert!(zeros.len() < 300, "{zeros}");
}

#[test]
fn what_is_no_file_cannot_be_read() {
    let place = Place::new();
    assert!(
        place.shell("mkdir folder; mkfifo pipe; echo 'masking: {}' > closed; chmod 0 closed").wait().unwrap().success()
    );
    let start = Instant::now();
    place
        .pake("validate-config folder")
        .prints_among(&["error[PK0001]: cannot read `folder`: is a directory"])
        .exits(2)
        .check();
    let pipe = "error[PK0001]: cannot read `pipe`: it is no regular file\nhelp: to read a pipe: `pake validate-config - < pipe`\n";
    place.pake("validate-config pipe").prints_among(&[pipe]).exits(2).check();
    let none = "error[PK0001]: cannot read `none`: no such file or directory";
    place.pake("validate-config none folder").prints_among(&[none, "`folder`", "2 errors"]).exits(2).check();
    place.pake("validate-config /dev/zero").prints_among(&["PK0001"]).exits(2).check();
    // Whoever may read everything may read this too.
    if std::fs::read(place.path("closed")).is_err() {
        place.pake("validate-config closed").prints_among(&["permission denied"]).exits(2).check();
    }
    assert!(start.elapsed() < PROMPT);
}

#[test]
fn standard_input_is_read_within_the_same_bounds() {
    let place = Place::new();
    place.pake("validate-config -").stdin("masking: {profile: gdpr}\n").prints("<stdin>: valid\n").check();
    let start = Instant::now();
    let endless = "yes 'a: b' | \"$PAKE\" validate-config -";
    let output = place.shell(endless).wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[PK0002]"));
    assert!(start.elapsed() < PROMPT);
}

#[test]
fn an_empty_config_sets_nothing() {
    for (name, text) in
        [("a.yaml", ""), ("a.yaml", "# nothing\n"), ("a.toml", ""), ("a.json", "{}"), ("a.yaml", "masking:\n")]
    {
        assert_eq!(said(name, text), format!("{name}: valid\nexit 0\n"));
    }
    is_refused("a.json", "", "PK0004");
    is_refused("a.yaml", "- a\n", "PK0010");
    is_refused("a.json", "[]", "PK0010");
}

#[test]
fn a_fault_of_the_form_is_placed_in_every_format() {
    for (name, text, place) in [
        ("a.json", "{\n  \"masking\": {\"profile\": \"gdpr\",}\n}\n", "a.json:2:33"),
        ("a.json", "{\n  // no comment\n}\n", "a.json:2:3"),
        ("a.json", "{\"masking\": {}, \"masking\": {}}\n", "a.json:1:17"),
        ("a.toml", "[masking]\nprofile = gdpr\n", "a.toml:2:11"),
        ("a.toml", "[masking]\nprofile = 'gdpr'\nprofile = 'pci'\n", "a.toml:3:1"),
        ("a.yaml", "masking:\n\tprofile: gdpr\n", "a.yaml:2:1"),
        ("a.yaml", "masking: {}\n---\nmasking: {}\n", "a.yaml:2:1"),
        ("a.yaml", "? [a]\n: b\n", "a.yaml:1:3"),
    ] {
        let said = said(name, text);
        assert!(said.contains("error[PK00") && said.contains(place) && said.ends_with("exit 1\n"), "{text}{said}");
    }
}

#[test]
fn a_secret_in_a_config_is_never_shown() {
    let text = "masking:\n  password: hunter2-and-more\n  token: [abc-def-ghi]\nservice_nam: postgres://u:sekret@db.example.com/x\n";
    for format in ["text", "json", "github", "sarif", "junit"] {
        let place = Place::new().with("a.yaml", text);
        let output = place.pake(&format!("validate-config a.yaml --format {format}")).output();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("PK0009"), "{said}");
        for secret in ["hunter2", "abc-def", "sekret"] {
            assert!(!said.contains(secret), "{format}: {said}");
        }
    }
}

#[test]
fn a_value_that_masks_hide_is_hidden_in_what_is_said_of_it() {
    for format in ["text", "json", "github", "sarif", "junit"] {
        let place = Place::new().with("a.yaml", "log_level: password=hunter22x\n");
        let output = place.pake(&format!("validate-config a.yaml --format {format}")).output();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("PK0104") && said.contains("password=********") && !said.contains("hunter"), "{said}");
    }
}
