//! `pake audit`: what is planted is found, and in a clean log nothing is.

use std::path::Path;

use serde_json::Value;

use crate::harness::Place;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(ROOT).join("fixtures/audit").join(name)).unwrap()
}

fn place() -> Place {
    Place::new().with("clean.log", fixture("clean.jsonl")).with("app.log", fixture("planted.jsonl"))
}

#[track_caller]
fn json(place: &Place, arguments: &str) -> Value {
    let run = place.pake(&format!("audit --format json {arguments}")).output();
    assert_eq!(String::from_utf8_lossy(&run.stderr), "");
    assert_eq!(run.status.code(), Some(0));
    serde_json::from_slice(&run.stdout).unwrap()
}

fn rows<'a>(document: &'a Value, section: &str) -> &'a Vec<Value> {
    document["sections"][section]["rows"].as_array().unwrap()
}

#[test]
fn nothing_is_alarming_in_a_clean_log() {
    let place = place();
    let document = json(&place, "clean.log");
    assert_eq!(document["alarms"], serde_json::json!([]));
    assert_eq!(
        (rows(&document, "bursts").len(), rows(&document, "gaps").len(), rows(&document, "lacking").len()),
        (0, 0, 0)
    );
    assert!(rows(&document, "actions").len() > 10);
}

#[test]
fn what_is_planted_is_found_with_its_place() {
    let place = place();
    let document = json(&place, "app.log");
    let bursts = rows(&document, "bursts");
    assert_eq!(bursts.len(), 1);
    assert_eq!((&bursts[0]["actor"], &bursts[0]["source"]), (&"j***@example.com #2".into(), &"203.0.113.9".into()));
    assert_eq!(bursts[0]["failures"], 7);
    assert!(bursts[0]["success"].as_str().unwrap().starts_with("2026-11-20T09:31:40"));
    let text = String::from_utf8(fixture("planted.jsonl")).unwrap();
    let line = text.lines().position(|line| line.contains("login_failed") && line.contains("203.0.113.9")).unwrap();
    assert_eq!(bursts[0]["at"], format!("app.log:{}", line + 1));
    let lacking = rows(&document, "lacking");
    let of: Vec<_> =
        lacking.iter().map(|row| (row["field"].as_str().unwrap(), row["count"].as_u64().unwrap())).collect();
    assert_eq!(of, [("actor", 2), ("result", 1)]);
    let alarms: Vec<&str> = document["alarms"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(
        alarms.iter().any(|alarm| alarm.starts_with("7 failed log-ins of j***@example.com #2 at 203.0.113.9 from ")),
        "{alarms:?}"
    );
    assert!(alarms.contains(&"1 entry of access to confidential or restricted data without a name"), "{alarms:?}");
    assert!(rows(&document, "privileges").iter().any(|row| row["resource"] == "user/66"));
    assert!(rows(&document, "sensitive").iter().any(|row| row["level"] == "restricted" && row["actor"] == "(none)"));
}

#[test]
fn a_gap_is_found_where_many_entries_are_usual() {
    let line = |minute: usize, second: usize| {
        format!(
            "{{\"timestamp\":\"2026-11-20T09:{minute:02}:{second:02}Z\",\"category\":\"audit\",\"service\":\"s\",\
             \"actor\":\"u\",\"action\":\"read\",\"resource\":\"r\",\"result\":\"ok\"}}\n"
        )
    };
    let steady = |without: std::ops::Range<usize>| -> String {
        let minutes = (0..60).filter(|minute| !without.contains(minute));
        minutes.flat_map(|minute| (0..60).step_by(5).map(move |second| line(minute, second))).collect()
    };
    let place = Place::new().with("steady.log", steady(0..0)).with("gap.log", steady(20..31));
    assert_eq!(json(&place, "steady.log")["alarms"], serde_json::json!([]));
    let gaps = json(&place, "gap.log");
    let gaps = rows(&gaps, "gaps");
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0]["from"], "2026-11-20T09:19:55Z");
    assert_eq!(gaps[0]["to"], "2026-11-20T09:31:00Z");
}

#[test]
fn people_who_are_masked_alike_are_counted_apart_and_never_named() {
    let place = place();
    for format in ["table", "json", "csv", "markdown", "html"] {
        let run = place.pake(&format!("audit --framework pci-dss,gdpr --format {format} app.log")).output();
        let text = String::from_utf8(run.stdout).unwrap();
        assert!(!text.contains("john@example.com") && !text.contains("jane@example.com"), "{format}");
        assert!(run.status.success() && !text.is_empty());
    }
    let document = json(&place, "app.log");
    let actors: Vec<&str> = rows(&document, "actors").iter().filter_map(|row| row["actor"].as_str()).collect();
    assert!(actors.contains(&"j***@example.com #1") && actors.contains(&"j***@example.com #2"), "{actors:?}");
    let open = json(&place, "--unmasked app.log");
    let actors: Vec<&str> = rows(&open, "actors").iter().filter_map(|row| row["actor"].as_str()).collect();
    assert!(actors.contains(&"john@example.com") && actors.contains(&"jane@example.com"), "{actors:?}");
    assert!(open["sections"].get("masked").is_none());
}

#[test]
fn what_masking_hides_is_counted_by_detector_and_field() {
    let document = json(&place(), "app.log");
    let masked = rows(&document, "masked");
    assert_eq!(masked[0]["name"], "email");
    let fields: Vec<&str> = rows(&document, "masked_fields").iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(fields.contains(&"actor") && fields.contains(&"user_id"), "{fields:?}");
    let digest = |arguments: &str| json(&place(), arguments)["sections"]["masked"]["note"].as_str().unwrap().to_owned();
    assert_eq!(digest("app.log"), digest("clean.log"));
    assert_ne!(digest("app.log"), digest("--profile gdpr app.log"));
    assert_ne!(digest("app.log"), digest("--mask-field actor app.log"));
}

#[test]
fn the_answer_is_the_same_at_any_number_of_threads_and_from_a_pipe() {
    let text: Vec<u8> = (0..60).flat_map(|_| fixture("planted.jsonl")).collect();
    let place = Place::new().with("app.log", &text);
    let of = |threads: usize| {
        let run = place.pake(&format!("audit --framework sox,gdpr,hipaa,pci-dss --format json -j {threads} app.log"));
        run.output().stdout
    };
    let one = of(1);
    assert!(one.len() > 1000 && one == of(2) && one == of(8));
    let piped = place.pake("audit --framework sox,gdpr,hipaa,pci-dss --format json").stdin(&*text).output().stdout;
    let piped = String::from_utf8(piped).unwrap().replace("<stdin>", "app.log");
    assert!(piped.as_bytes() == one);
}

#[test]
fn the_window_is_the_one_of_all_commands() {
    let place = place();
    let document = json(&place, "--between 2026-11-20T09:31:00Z..2026-11-20T09:32:00Z app.log");
    assert_eq!(document["window"]["flags"], "--since 2026-11-20T09:31:00Z --until 2026-11-20T09:32:00Z");
    assert_eq!(document["data"]["reported"], 8);
    let total = document["data"]["lines"].as_u64().unwrap();
    let skipped: u64 = document["data"]["skipped"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(total, skipped + 8);
    let last = json(&place, "--since 10m --relative-to last-entry app.log");
    assert!(last["data"]["reported"].as_u64().unwrap() < 10);
    let said = ["error: `yesteryear` is no time\n"];
    place.pake("audit --since yesteryear app.log").says_among(&said).exits(2).check();
}

#[test]
fn the_config_says_what_fields_mean_when_people_work_and_what_counts() {
    let log = "{\"ts\":\"2026-11-21T12:00:00Z\",\"category\":\"audit\",\"who\":\"u1\",\"did\":\"role.grant\",\
               \"what\":\"user/1\",\"how\":\"success\",\"service\":\"s\"}\n\
               {\"ts\":\"2026-11-20T16:30:00Z\",\"category\":\"audit\",\"who\":\"u2\",\"did\":\"read\",\
               \"what\":\"r/1\",\"how\":\"denied\",\"service\":\"s\"}\n\
               {\"ts\":\"2026-11-20T12:00:00Z\",\"category\":\"audit\",\"who\":\"u3\",\"did\":\"read\",\
               \"what\":\"r/1\",\"how\":\"success\",\"service\":\"s\"}\n";
    let config = "audit:\n  actor: who\n  action: did\n  resource: what\n  result: how\n  frameworks: [sox]\n  \
                  business_hours: {from: \"08:00\", to: \"17:00\", timezone: Europe/Berlin}\n";
    let place = Place::new().with("app.log", log).with("pake.yaml", config);
    let document = json(&place, "app.log");
    assert_eq!(document["alarms"], serde_json::json!([]));
    let outside: Vec<&str> = rows(&document, "out_of_hours").iter().filter_map(|row| row["actor"].as_str()).collect();
    // Saturday; and half past five in Berlin.
    assert_eq!(outside, ["u1", "u2"]);
    assert_eq!(document["frameworks"][0]["id"], "sox");
    let rows = rows(&document, "actions");
    assert!(rows.iter().any(|row| row["actor"] == "u2" && row["result"] == "denied"));
    let document = json(&place, "--framework hipaa app.log");
    assert_eq!(document["frameworks"][0]["id"], "hipaa");
    let said = "error: there is no framework `pci-ds`\nhelp: did you mean `pci-dss`?\n";
    place.pake("audit --framework pci-ds app.log").says(said).exits(2).check();
}

#[test]
fn a_verdict_has_its_evidence_with_line_and_digest_and_a_seal_counts_if_it_holds() {
    let place = place();
    assert!(place.pake("audit keygen --name x shop.key").output().status.success());
    let verdict = |arguments: &str| {
        let document = json(&place, &format!("--framework pci-dss {arguments}"));
        let controls = document["frameworks"][0]["controls"].as_array().unwrap().clone();
        move |id: &str| controls.iter().find(|control| control["id"] == id).unwrap().clone()
    };
    let clean = verdict("clean.log");
    assert_eq!(clean("pci-10.2.2")["verdict"], "met");
    assert_eq!(clean("pci-10.3.4")["verdict"], "no_evidence");
    let evidence = &clean("pci-10.2.1.5")["evidence"][0];
    let digest = evidence["lines"][0]["digest"].as_str().unwrap().to_owned();
    assert!(evidence["from"].as_str().unwrap().starts_with("clean.log:") && digest.len() == 64);
    let planted = verdict("app.log");
    assert_eq!(planted("pci-8.3.4")["verdict"], "not_met");
    assert_eq!(planted("pci-10.2.2")["verdict"], "not_met");
    place.pake("audit seal --key shop.key clean.log").check();
    assert_eq!(verdict("--key shop.key.pub clean.log")("pci-10.3.4")["verdict"], "met");
    let altered = String::from_utf8(place.read("clean.log")).unwrap().replacen("success", "Success", 1);
    place.write("clean.log", altered);
    let control = verdict("--key shop.key.pub clean.log")("pci-10.3.4");
    assert_eq!(control["verdict"], "not_met");
    assert!(control["gaps"][0]["what"].as_str().unwrap().contains(" was altered"), "{control}");
}

#[test]
fn odd_input_is_accounted_for() {
    let long = format!("{{\"a\":\"{}\"}}\n", "x".repeat(17 << 20));
    let log = format!(
        "\u{feff}text\n\n{{\"broken\":\n[1]\n{long}{{\"category\":\"audit\",\"actor\":\"\\u001b[31m\\u202ex\",\"action\":\"\"}}"
    );
    let place = Place::new().with("app.log", log).with("empty.log", "");
    let document = json(&place, "app.log");
    let data = &document["data"];
    assert_eq!((&data["lines"], &data["reported"], &data["undated"]), (&6.into(), &1.into(), &1.into()));
    assert_eq!(data["skipped"]["too_long"], 1);
    let run = place.pake("audit app.log").output();
    assert!(!run.stdout.contains(&0x1b) && !String::from_utf8_lossy(&run.stdout).contains('\u{202e}'));
    assert_eq!(json(&place, "--framework sox empty.log")["data"]["lines"], 0);
    place.pake("audit nothing.log").says_among(&["error: cannot read `nothing.log`"]).exits(2).check();
    place.pake("audit -o app.log app.log").says("error: `app.log` is input and output\n").exits(2).check();
    place.pake("audit -o /dev/full empty.log").says_among(&["error: cannot write `/dev/full`"]).exits(2).check();
}

#[test]
fn controls_are_listed_with_what_answers_them() {
    let place = Place::new();
    place
        .pake("audit controls pci-dss")
        .prints_among(&["pci-dss: PCI DSS v4.0.1\n", "pci-10.2.2", "met by    {"])
        .check();
    place.pake("audit controls").prints_among(&["sox: ", "gdpr: ", "hipaa: ", "pci-dss: "]).check();
    let said = "error: there is no framework `iso`\nhelp: there are `sox`, `gdpr`, `hipaa`, `pci-dss`\n";
    place.pake("audit controls iso").says(said).exits(2).check();
}

#[test]
fn names_of_files_are_masked() {
    let log = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/audit/clean.jsonl")).unwrap();
    let place = Place::new().with("john@example.com.log", log);
    for format in ["table", "json", "csv", "markdown", "html"] {
        let run = place.pake(&format!("audit --format {format} --framework sox john@example.com.log")).output();
        let said = String::from_utf8(run.stdout).unwrap();
        assert!(run.status.success() && !said.contains("john@"), "{format}: {said}");
    }
}
