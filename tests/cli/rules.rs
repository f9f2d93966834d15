//! Own rules: found wherever the built-in detectors are, masked and counted like them.

use crate::harness::Place;

const CONFIG: &str = "
masking:
  rules:
    - id: badge
      pattern: '\\bBDG-([0-9a-f]{6,})'
    - id: gift-card
      pattern: 'GIFT([0-9 ]{16,})'
      check: luhn
      action: card
    - id: any-case
      pattern: '(?i)project ([a-z]+)'
      action: initial
";

fn place() -> Place {
    Place::new().with("pake.yaml", CONFIG)
}

#[test]
fn they_are_found_in_text_and_in_json_at_any_depth() {
    let place = place();
    for (line, masked) in [
        ("badge BDG-00ff17 seen", "badge BDG-******** seen"),
        (r#"{"a":"BDG-00ff17","n":1.10}"#, r#"{"a":"BDG-********","n":1.10}"#),
        (r#"{"a":["x","say BDG-00ff17"]}"#, r#"{"a":["x","say BDG-********"]}"#),
        (r#"{"BDG-00ff17":{"b":"x"}}"#, r#"{"BDG-********":{"b":"x"}}"#),
        (r#"{"a":"{\"b\":\"BDG-00ff17\"}"}"#, r#"{"a":"{\"b\":\"BDG-********\"}"}"#),
        (r#"{"a":"tab\tBDG-00ff17\n"}"#, r#"{"a":"tab\tBDG-********\n"}"#),
        (r#"{"a":"\u0042DG-00ff17"}"#, r#"{"a":"\u0042DG-********"}"#),
        ("GIFT7992 7398 7130 0008", "GIFT7992 **** **** 0008"),
        ("GIFT7992 7398 7130 0009", "GIFT7992 7398 7130 0009"),
        ("PROJECT Manhattan, Project x", "PROJECT M***, Project x***"),
        ("BDG-12 and bdg-00ff17", "BDG-12 and bdg-00ff17"),
        ("by john@example.com with BDG-00ff17", "by j***@example.com with BDG-********"),
    ] {
        place.pake("mask").stdin(format!("{line}\n")).prints(format!("{masked}\n")).check();
        place.pake("mask").stdin(format!("{masked}\n")).prints(format!("{masked}\n")).check();
    }
}

#[test]
fn they_are_named_in_checks_and_summaries() {
    let place = place().with("a", "x\n{\"k\":\"BDG-00ff17\"}\n");
    place.pake("mask --check a").prints("a:2:11: k: badge\n").exits(1).check();
    let run = place.pake("mask --summary-format json a -o b");
    run.says_among(&["\"badge\":1"]).check();
}

#[test]
fn they_can_be_chosen_and_skipped() {
    let place = place().with("a", "BDG-00ff17 john@example.com\n");
    place.pake("mask a --skip-detectors badge").prints("BDG-00ff17 j***@example.com\n").check();
    place.pake("mask a --detectors badge").prints("BDG-******** john@example.com\n").check();
    place.pake("mask a --detectors email").prints("BDG-00ff17 j***@example.com\n").check();
    let said = "error: there is no detector `badgee`\nhelp: did you mean `badge`?\n";
    place.pake("mask a --detectors badgee").says(said).exits(2).check();
}

#[test]
fn a_rule_without_an_anchor_is_tried_everywhere() {
    let config = "masking: {detectors: [nine], rules: [{id: nine, pattern: '\\b\\d{9}\\b'}]}\n";
    let place = Place::new().with("pake.yaml", config);
    let log = "123456789\nx 123456789 y\n\n{\"n\":123456789,\"s\":\"123456789\",\"t\":\"a-123456789\"}\n12345678\n";
    let masked =
        "\"********\"\nx ******** y\n\n{\"n\":\"********\",\"s\":\"********\",\"t\":\"a-********\"}\n12345678\n";
    place.pake("mask").stdin(log).prints(masked).check();
}

#[test]
fn patterns_that_ask_for_the_edges_of_a_text_see_those_of_a_value() {
    let config = "masking: {rules: [{id: word, pattern: '^acme-[a-z]+$'}]}\n";
    let place = Place::new().with("pake.yaml", config);
    let log = "acme-one\nx acme-one\n{\"a\":\"acme-one\",\"b\":\"x acme-one\"}\n";
    let masked = "********\nx acme-one\n{\"a\":\"********\",\"b\":\"x acme-one\"}\n";
    place.pake("mask").stdin(log).prints(masked).check();
}

#[test]
fn the_output_is_the_same_at_any_number_of_threads() {
    let log: String = (0..40_000)
        .map(|n| match n % 7 {
            0 => format!("{{\"n\":{n},\"b\":\"BDG-{n:08x}\",\"m\":\"john@example.com\"}}\n"),
            1 => format!("line {n} with BDG-{n:08x} and project X{n}\n"),
            _ => format!("line {n} with nothing in it but words and words\n"),
        })
        .collect();
    let place = place().with("a", log);
    let one = place.pake("mask -j 1 a").output().stdout;
    assert!(String::from_utf8_lossy(&one).matches("BDG-********").count() > 11_000);
    for threads in [2, 8] {
        place.pake(&format!("mask -j {threads} a")).prints(&one).check();
    }
}

#[test]
fn imported_rules_mask_too() {
    let rules = "
[[rules]]
id = 'acme-key'
regex = '''(?i)acme[_-]key\\s*=\\s*['\"]?([0-9a-z]{8,})['\"]?'''
keywords = ['acme']

[[rules]]
id = 'low-entropy'
regex = '''TOK([0-9a-f]{8,})'''
entropy = 2.0

[[rules]]
id = 'second-group'
regex = '''(PRE)-(\\w+)'''
secretGroup = 2

[[rules]]
id = 'jwt'
regex = '''own-jwt-\\w+'''
";
    let place = Place::new().with("rules.toml", rules).with("pake.yaml", "masking: {import: rules.toml}\n");
    let log = "set ACME_KEY=abcd1234efgh\nTOK00000000 TOK12ab90ef\nPRE-secret\nown-jwt-1\n";
    let masked = "set ACME_KEY=********\nTOK00000000 TOK********\nPRE-********\n********\n";
    place.pake("mask").stdin(log).prints(masked).check();
    place.pake("mask --check").stdin("own-jwt-1\n").prints("<stdin>:1:1: rules-jwt\n").exits(1).check();
}
