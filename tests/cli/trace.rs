//! `pake trace`.

use std::path::Path;

use serde_json::Value;

use crate::harness::{Place, Run};

/// The files of the shop: its gateway in UTC, its orders in another zone and compressed, its payments in epoch
/// milliseconds.
fn shop(place: &Place) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop");
    for name in ["gateway.jsonl", "orders.jsonl.gz", "payments.jsonl"] {
        place.write(name, std::fs::read(folder.join(name)).unwrap());
    }
}

const FILES: &str = "gateway.jsonl orders.jsonl.gz payments.jsonl";

fn json(run: Run<'_>) -> Value {
    serde_json::from_slice(&run.output().stdout).unwrap()
}

#[test]
fn a_request_across_three_services_is_one_timeline() {
    let place = Place::new();
    shop(&place);
    let expected = include_str!("../../fixtures/shop/req-12345.txt");
    for threads in [1, 4] {
        place.pake(&format!("trace req-12345 --threads {threads} {FILES}")).prints(expected).check();
    }
    let value = json(place.pake(&format!("trace req-12345 --format json {FILES}")));
    let entries = value["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 11);
    assert_eq!(value["services"], serde_json::json!(["gateway", "orders", "payments"]));
    // The first failure is the one that was written first, not the answer that it spoiled.
    let first = &entries[value["first_error"].as_u64().unwrap() as usize];
    assert_eq!((&first["service"], &first["what"]), (&"payments".into(), &"charge_card".into()));
    let offsets: Vec<f64> = entries.iter().map(|entry| entry["offset_ms"].as_f64().unwrap()).collect();
    assert!(offsets.is_sorted() && offsets[0] == 0.0, "{offsets:?}");
    assert_eq!(entries[2]["time"], "2026-11-20T09:13:49.507Z", "10:13:49.507+01:00");
    place
        .pake(&format!("trace req-12345 --format markdown {FILES}"))
        .prints_among(&["&emsp;**charge\\_card: Timeout"])
        .check();
    place
        .pake(&format!("trace req-12345 --tz Europe/Berlin --format table {FILES}"))
        .prints_among(&["10:13:51.842+01:00"])
        .check();
}

#[test]
fn nothing_is_shown_that_mask_hides() {
    let place = Place::new();
    shop(&place);
    for format in ["tree", "table", "json", "otlp-json", "markdown"] {
        let command = format!("trace req-12345 --format {format} {FILES}");
        let masked = String::from_utf8(place.pake(&command).output().stdout).unwrap();
        assert!(!masked.contains("4111 1111 1111 1111") && masked.contains("4111"), "{format}");
        place.pake(&format!("{command} --unmasked")).prints_among(&["4111 1111 1111 1111"]).check();
    }
}

#[test]
fn the_requests_worth_a_look_are_listed() {
    let place = Place::new();
    shop(&place);
    let ids = |flags: &str| -> Vec<String> {
        let value = json(place.pake(&format!("trace {flags} --format json {FILES}")));
        value["requests"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("--slowest 3"), ["req-12345", "req-12351", "req-12338"]);
    assert_eq!(ids("--errors 9"), ["req-12345", "req-12351", "req-12338"]);
    assert_eq!(ids("--slowest 1 --until 2026-11-20T09:12:30Z"), ["req-12338"]);
    let expected = "request    entries  errors   in all  began\n\
                    req-12345       11       4   2.38 s  2026-11-20T09:13:49.46Z\n";
    place.pake(&format!("trace --slowest 1 {FILES}")).prints(expected).check();
}

#[test]
fn spans_have_the_form_of_otlp() {
    let place = Place::new();
    shop(&place);
    let value = json(place.pake(&format!("trace req-12345 --format otlp-json {FILES}")));
    let hex = |value: &Value, digits: usize| {
        let text = value.as_str().unwrap();
        assert!(text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit()), "{text}");
        text.to_owned()
    };
    let keys = |value: &Value, known: &[&str]| {
        for key in value.as_object().unwrap().keys() {
            assert!(known.contains(&key.as_str()), "{key}");
        }
    };
    let nanos = |value: &Value| value.as_str().unwrap().parse::<u64>().unwrap();
    let attributes = |value: &Value| {
        for attribute in value.as_array().unwrap() {
            keys(attribute, &["key", "value"]);
            keys(&attribute["value"], &["stringValue"]);
            assert!(attribute["key"].is_string() && attribute["value"]["stringValue"].is_string());
        }
    };
    keys(&value, &["resourceSpans"]);
    let (mut ids, mut parents, mut traces) = (Vec::new(), Vec::new(), Vec::new());
    for resource in value["resourceSpans"].as_array().unwrap() {
        keys(resource, &["resource", "scopeSpans"]);
        attributes(&resource["resource"]["attributes"]);
        for scope in resource["scopeSpans"].as_array().unwrap() {
            keys(scope, &["scope", "spans"]);
            for span in scope["spans"].as_array().unwrap() {
                keys(
                    span,
                    &[
                        "traceId",
                        "spanId",
                        "parentSpanId",
                        "name",
                        "kind",
                        "startTimeUnixNano",
                        "endTimeUnixNano",
                        "attributes",
                        "events",
                        "status",
                    ],
                );
                traces.push(hex(&span["traceId"], 32));
                ids.push(hex(&span["spanId"], 16));
                if let Some(parent) = span.get("parentSpanId") {
                    parents.push(hex(parent, 16));
                }
                assert!(nanos(&span["startTimeUnixNano"]) <= nanos(&span["endTimeUnixNano"]));
                assert_eq!(span["kind"], 1);
                attributes(&span["attributes"]);
                for event in span.get("events").and_then(Value::as_array).into_iter().flatten() {
                    keys(event, &["timeUnixNano", "name", "attributes"]);
                    nanos(&event["timeUnixNano"]);
                    attributes(&event["attributes"]);
                }
            }
        }
    }
    traces.dedup();
    assert_eq!(traces.len(), 1);
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "ids are unique");
    assert!(parents.iter().all(|parent| ids.contains(parent)));
    assert_eq!(parents.len() + 1, count, "one root");
}

#[test]
fn an_id_is_found_where_it_is_asked_for() {
    let log = "{\"timestamp\":\"2026-11-20T09:00:00Z\",\"message\":\"order ORD-417 came\"}\n\
               {\"timestamp\":\"2026-11-20T09:00:01Z\",\"trace\":{\"id\":\"ORD-417\"},\"event\":\"paid\"}\n\
               {\"message\":\"late\",\"trace_id\":\"ORD-417\"}\nplain ORD-417\n";
    let place = Place::new().with("a", log);
    let words = |flags: &str| -> Vec<String> {
        let value = json(place.pake(&format!("trace ORD-417 --format json {flags} a")));
        value["entries"].as_array().unwrap().iter().map(|row| row["time"].to_string()).collect()
    };
    assert_eq!(words("").len(), 1);
    assert_eq!(words("--anywhere").len(), 2);
    assert_eq!(words("--anywhere --limit 1"), ["\"2026-11-20T09:00:00Z\""]);
    place.pake("trace ORD-417 a").prints_among(&["note: 1 entry has no time that can be read"]).check();
    let said = "warning: no entry names `ORD-418`\nhelp: --anywhere looks for it in any field, not only in those that name requests\n";
    place.pake("trace ORD-418 a").says(said).check();
    place.pake("trace").exits(2).says_among(&["--help"]).check();
    place.pake("trace ORD-417 none").exits(2).says("error: cannot read `none`: no such file or directory\n").check();
}

#[test]
fn clocks_that_differ_are_pointed_out_and_not_corrected() {
    let log = "{\"timestamp\":\"2026-11-20T09:00:01Z\",\"service\":\"gate\",\"request_id\":\"r\",\"operation\":\"order\",\"duration_ms\":1000}\n\
               {\"timestamp\":\"2026-11-20T08:59:59.800Z\",\"service\":\"db\",\"request_id\":\"r\",\"operation\":\"query\",\"duration_ms\":50}\n";
    let place = Place::new().with("a", log);
    let value = json(place.pake("trace r --format json a"));
    assert_eq!(value["entries"][0]["time"], "2026-11-20T08:59:59.8Z");
    assert_eq!(
        value["notes"][0],
        "`db` begins 250 ms before `order` of `gate`, which it is a part of: their clocks differ by that or more"
    );
}

#[test]
fn a_window_can_be_counted_from_the_newest_entry() {
    let line = |hour: u32| format!("{{\"timestamp\":\"2026-11-20T{hour:02}:00:00Z\",\"request_id\":\"r-{hour}\"}}\n");
    let place = Place::new().with("a", line(8) + &line(9) + &line(10));
    let expected =
        "request  entries  errors   in all  began\nr-10           1       0     0 ms  2026-11-20T10:00:00Z\n";
    place.pake("trace --slowest 9 --since 30m --relative-to last-entry a").prints(expected).check();
}

#[test]
fn a_private_key_over_many_entries_is_shown_by_no_command() {
    let body = |n: u32| format!("MIIEpAIBAAKCAQEA7bq{n:03}V1Hh/kq+ZyQwErTyUiOpAsDfGhJkLzXcVbNmQwErTy");
    let key =
        [vec![concat!("-----BEGIN RSA ", "PRIVATE KEY-----").to_owned()], (100..120).map(body).collect()].concat();
    let entry = |(n, text): (usize, &String)| {
        format!(
            "{{\"timestamp\":\"2026-11-20T09:00:{n:02}Z\",\"level\":\"ERROR\",\"request_id\":\"r-1\",\"message\":\"{text}\"}}\n"
        )
    };
    let log: String = key.iter().enumerate().map(entry).collect();
    let place = Place::new().with("a", &log);
    let formats =
        ["tree", "table", "json", "otlp-json", "markdown"].map(|format| format!("trace r-1 --format {format} a"));
    let others =
        ["report a", "report --by message a", "report --format json a", "search r-1 a", "search r-1 --context 3 a"];
    for command in formats.iter().map(String::as_str).chain(others).chain(["search --text=r-1 --sort time a"]) {
        let shown = String::from_utf8(place.pake(command).env("COLUMNS", "300").output().stdout).unwrap();
        assert!(shown.contains("***") && !shown.contains("MIIEp") && !shown.contains("ZyQwErTy"), "{command}: {shown}");
    }
}
