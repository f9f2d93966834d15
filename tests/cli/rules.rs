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

/// A rule as scanners write them: a word of the key, what can stand between, and the value.
const OF_KEY_AND_VALUE: &str = r#"
masking:
  rules:
    - id: acme-id
      pattern: '(?i)[\w.-]{0,50}?(?:acme)(?:[ \t\w.-]{0,20})[\s''"]{0,3}(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)[\x60''"\s=]{0,5}([a-z0-9]{8,})(?:[\x60''"\s;]|\\[nr]|$)'
    - id: badge-number
      pattern: '"badge"\s*:\s*(\d{6,})'
"#;

#[test]
fn a_pattern_of_key_and_value_finds_the_value_wherever_the_two_are_written() {
    let place = Place::new().with("pake.yaml", OF_KEY_AND_VALUE);
    for (line, masked) in [
        (r#"{"acme_id":"a1b2c3d4"}"#, r#"{"acme_id":"********"}"#),
        (r#"{"n":1,"acme_id" : "a1b2c3d4" , "b":2}"#, r#"{"n":1,"acme_id" : "********" , "b":2}"#),
        (r#"{"a":[{"acme_id":"a1b2c3d4"}],"c":{}}"#, r#"{"a":[{"acme_id":"********"}],"c":{}}"#),
        (r#"{"m":"{\"acme_id\":\"a1b2c3d4\"}"}"#, r#"{"m":"{\"acme_id\":\"********\"}"}"#),
        (
            r#"{"m":"{\"m\":\"{\\\"acme_id\\\":\\\"a1b2c3d4\\\"}\"}"}"#,
            r#"{"m":"{\"m\":\"{\\\"acme_id\\\":\\\"********\\\"}\"}"}"#,
        ),
        (r#"t=1 acme_id="a1b2c3d4" x=2"#, r#"t=1 acme_id="********" x=2"#),
        (r#"t=1 m="{\"acme_id\":\"a1b2c3d4\"}" x=2"#, r#"t=1 m="{\"acme_id\":\"********\"}" x=2"#),
        (r#"at 9 {"acme_id":"a1b2c3d4"} done"#, r#"at 9 {"acme_id":"********"} done"#),
        (r#"{"acme\u005fid":"a1b2c3d4"}"#, r#"{"acme\u005fid":"********"}"#),
        (r#"{"acme_id":"a1\u0062\/2c3d4e5f6a"}"#, r#"{"acme_id":"a1\u0062\/2c3d4e5f6a"}"#),
        (r#"{"acme_id":"a1\u00622c3d4"}"#, r#"{"acme_id":"********"}"#),
        (r#"{"badge":12345678}"#, r#"{"badge":"********"}"#),
        (r#"{"badge":12345678.5,"n":1}"#, r#"{"badge":"********","n":1}"#),
        (r#"{"m":"{\"badge\": 12345678}"}"#, r#"{"m":"{\"badge\": \"********\"}"}"#),
        // The value of another key.
        (r#"{"acme":{"id":"a1b2c3d4"}}"#, r#"{"acme":{"id":"a1b2c3d4"}}"#),
        (r#"{"acme_id":1,"id":"a1b2c3d4"}"#, r#"{"acme_id":1,"id":"a1b2c3d4"}"#),
    ] {
        place.pake("mask").stdin(format!("{line}\n")).prints(format!("{masked}\n")).check();
        place.pake("mask").stdin(format!("{masked}\n")).prints(format!("{masked}\n")).check();
        place.pake("mask --mask-field zz").stdin(format!("{line}\n")).prints(format!("{masked}\n")).check();
    }
    let line = "{\"a\":1,\"acme_id\":\"a1b2c3d4\"}\n";
    place.pake("mask --check").stdin(line).prints("<stdin>:1:19: acme_id: acme-id\n").exits(1).check();
    place.pake("mask --keep-field acme_id").stdin(line).prints(line).check();
    place.pake("mask --skip-detectors acme-id").stdin(line).prints(line).check();
}

#[test]
fn a_pattern_without_a_group_masks_only_what_is_of_the_value() {
    let config = "masking: {rules: [{id: acme, pattern: 'acme\\W+\\d{13,19}\\b', check: luhn, action: card}]}\n";
    let place = Place::new().with("pake.yaml", config);
    let log = "{\"acme\":\"4111111111111111\"}\n{\"acme\":\"4111111111111112\"}\n{\"acme\" :6011000990139424}\n";
    let masked = "{\"acme\":\"4111********1111\"}\n{\"acme\":\"4111111111111112\"}\n{\"acme\" :\"6011********9424\"}\n";
    place.pake("mask --detectors acme").stdin(log).prints(masked).check();
    place.pake("mask --detectors acme").stdin(masked).prints(masked).check();
}

#[test]
fn no_report_shows_what_a_rule_of_key_and_value_hides() {
    let place = Place::new().with("pake.yaml", OF_KEY_AND_VALUE);
    let line = "{\"acme_id\" : \"a1b2c3d4\",\"duration_ms\":5,\"message\":\"x\"}\n";
    for command in ["report --by acme_id", "search --fields acme_id acme_id", "report --by acme_id --format json"] {
        let run = place.pake(command).stdin(line).output();
        assert!(!String::from_utf8_lossy(&run.stdout).contains("a1b2c3d4"), "{command}");
        assert!(String::from_utf8_lossy(&run.stdout).contains("***"), "{command}");
    }
}

#[test]
fn imported_allowlists_leave_alone_what_they_say() {
    let rules = r#"
[allowlist]
stopwords = ["EXAMPLE"]

[[allowlists]]
targetRules = ["two"]
regexes = ['^222']

[[rules]]
id = "one"
regex = '''one=(\w{6,})'''
[[rules.allowlists]]
regexes = ['^111']
[[rules.allowlists]]
condition = "AND"
regexes = ['^333']
stopwords = ["both"]

[[rules]]
id = "two"
regex = '''two=(\w{6,})'''
[rules.allowlist]
regexTarget = "match"
regexes = ['two=999']

[[rules]]
id = "three"
regex = '''three=(\w{6,})'''
[[rules.allowlists]]
regexTarget = "line"
regexes = ['.']
[[rules.allowlists]]
condition = "AND"
paths = ['.']
regexes = ['.']
[[rules.allowlists]]
paths = ['.']
[[rules.allowlists]]
regexes = ['(?=x)', '^777']
[[rules.allowlists]]
commits = ["0a1b"]
stopwords = ["left"]
"#;
    let place = Place::new().with("rules.toml", rules).with("pake.yaml", "masking: {import: rules.toml}\n");
    for (line, masked) in [
        ("one=111abc one=211abc", "one=111abc one=********"),
        ("one=333abc one=333Bothx one=xboth333", "one=******** one=333Bothx one=********"),
        ("one=myExample1 three=myExample1", "one=myExample1 three=myExample1"),
        ("one=222222 two=222222", "one=******** two=222222"),
        ("two=999999 two=199999", "two=999999 two=********"),
        ("three=abcdef three=777abc three=xleftx", "three=******** three=777abc three=xleftx"),
        (r#"{"a":"two=222222","b":"two=122222"}"#, r#"{"a":"two=222222","b":"two=********"}"#),
    ] {
        place.pake("mask").stdin(format!("{line}\n")).prints(format!("{masked}\n")).check();
    }
    let said = place.pake("validate-config").output();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    for part in [
        "an allowlist that asks for the rest of the line is not taken over: more is masked",
        "an allowlist that asks for `paths`, which a log stream does not have, is not taken over, 2 times",
        "`commits` of an allowlist, which a log stream does not have, is not taken over",
        "a pattern of an allowlist, which does not compile (look-around",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}
