//! `--sorted`: of files in the order of time no more is read than the window lies in, and the same is found.

use serde_json::Value;

use crate::harness::Place;

const DAY: &str = "2026-11-20T";

/// About 800 kB: an entry every four seconds for four hours, some at the same time, some without a time, stack traces.
fn log(newline: &str) -> String {
    let mut text = String::from("service starts\n").replace('\n', newline);
    for number in 0..3600u32 {
        let (hour, minute, second) = (8 + number / 900, number / 15 % 60, number % 15 * 4);
        let time = format!("{DAY}{hour:02}:{minute:02}:{second:02}Z");
        let actor = ["ann", "bob"][number as usize % 2];
        let line = format!(
            "{{\"timestamp\":\"{time}\",\"level\":\"{}\",\"category\":\"audit\",\"operation\":\"op{}\",\"duration_ms\":{},\
             \"actor\":\"{actor}\",\"action\":\"read\",\"resource\":\"orders/{number}\",\"result\":\"success\",\
             \"request_id\":\"r-{}\",\"message\":\"mail john@example.com\"}}",
            if number % 50 == 0 { "ERROR" } else { "INFO" },
            number % 3,
            number % 97,
            number / 10,
        );
        text.push_str(&line);
        text.push_str(newline);
        if number % 9 == 0 {
            text.push_str(&format!("  at frame {number}{newline}{newline}"));
            text.push_str(&format!("{line}{newline}"));
        }
        if number % 31 == 0 {
            text.push_str(&format!("{{\"message\":\"no time\",\"operation\":\"op1\",\"duration_ms\":1}}{newline}"));
        }
    }
    text
}

const WINDOWS: [&str; 7] = [
    "--since 2026-11-20T09:00:00Z --until 2026-11-20T09:10:00Z",
    "--since 2026-11-20T08:00:00Z --until 2026-11-20T08:00:01Z",
    "--since 2026-11-20T11:59:56Z",
    "--until 2026-11-20T08:00:02Z",
    "--since 2026-11-20T13:00:00Z",
    "--until 2026-11-20T07:00:00Z",
    "--between 2026-11-20T10:00+01:00..2026-11-20T10:05+01:00",
];

fn printed(place: &Place, command: &str) -> String {
    let run = place.pake(command).output();
    assert_eq!(String::from_utf8_lossy(&run.stderr), "", "{command}");
    String::from_utf8(run.stdout).unwrap()
}

fn places() -> Vec<Place> {
    let whole = log("\n");
    let open = whole.trim_end().to_owned();
    [whole, log("\r\n"), open].into_iter().map(|text| Place::new().with("a.log", text)).collect()
}

#[test]
fn reports_and_audits_say_the_same_of_the_window() {
    for (number, place) in places().into_iter().enumerate() {
        for (command, parts) in [
            ("report --format json a.log", &["window", "groups", "total", "errors", "volume", "measure"][..]),
            ("audit --format json a.log", &["window", "alarms", "sections"]),
        ] {
            for window in &WINDOWS[number..] {
                let run = |flags: &str| {
                    let run = place.pake(&format!("{command} {window} {flags}")).output();
                    serde_json::from_slice::<Value>(&run.stdout).unwrap()
                };
                let (whole, sorted) = (run(""), run("--sorted"));
                for part in parts {
                    // What masks hide is counted in all that is read.
                    let of = |report: &Value| {
                        let mut part = report[part].clone();
                        if let Some(sections) = part.as_object_mut() {
                            sections.retain(|id, _| !id.starts_with("masked"));
                        }
                        part
                    };
                    assert!(of(&whole) == of(&sorted), "{command} {window}: {part}");
                }
                let data = |of: &Value, key: &str| of["data"][key].as_u64().unwrap_or(0);
                for key in ["reported", "undated"] {
                    assert_eq!(data(&whole, key), data(&sorted, key), "{command} {window}: {key}");
                }
                assert_eq!(data(&sorted, "bytes") + data(&sorted, "bytes_not_read"), data(&whole, "bytes"));
                assert!(data(&sorted, "bytes") < data(&whole, "bytes") / 4, "{command} {window}");
                let skipped =
                    sorted["data"]["skipped"].as_object().unwrap().values().map(|count| count.as_u64().unwrap());
                assert_eq!(skipped.sum::<u64>() + data(&sorted, "reported"), data(&sorted, "lines"));
            }
        }
    }
}

#[test]
fn searches_and_traces_find_the_same() {
    for (number, place) in places().into_iter().enumerate() {
        for command in [
            "search op2 --count a.log",
            "search r-95 --context 2 a.log",
            "search op1 --sort time a.log",
            "trace r-95 a.log",
            "trace --slowest 3 a.log",
        ] {
            for window in &WINDOWS[2 * number..4 + number] {
                let one = place.pake(&format!("{command} {window}")).output();
                let two = place.pake(&format!("{command} {window} --sorted")).output();
                assert_eq!(
                    (String::from_utf8_lossy(&one.stdout), String::from_utf8_lossy(&one.stderr)),
                    (String::from_utf8_lossy(&two.stdout), String::from_utf8_lossy(&two.stderr)),
                    "{command} {window}"
                );
            }
        }
    }
}

#[test]
fn the_newest_entry_is_the_last_one() {
    for place in places() {
        for flags in ["--relative-to last-entry --since 10m", "--relative-to last-entry --until -3h"] {
            let run = |sorted: &str| -> Value {
                serde_json::from_str(&printed(&place, &format!("report --format json a.log {flags} {sorted}"))).unwrap()
            };
            let (whole, sorted) = (run(""), run("--sorted"));
            assert_eq!((&whole["window"], &whole["groups"]), (&sorted["window"], &sorted["groups"]));
        }
    }
}

#[test]
fn the_config_can_say_it_and_the_report_says_what_was_not_read() {
    let place = Place::new().with("a.log", log("\n")).with("pake.yaml", "input: {order: time}\n");
    let window = "--since 2026-11-20T09:00:00Z --until 2026-11-20T09:10:00Z";
    let said = printed(&place, &format!("report a.log {window}"));
    assert!(said.contains("B not read\n"), "{said}");
    let said = printed(&place, &format!("report a.log {window} --format markdown"));
    assert!(said.contains("B outside of the window not read\n"), "{said}");
    // Inputs that cannot be read from a place on are read whole.
    let piped = place.shell(&format!("\"$PAKE\" report {window} < a.log")).wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&piped.stdout).contains("not read"));
    let state = printed(&place, &format!("report --partial a.log {window}"));
    let place = place.with("a.state", state);
    assert_eq!(printed(&place, "report --merge a.state"), printed(&place, &format!("report a.log {window}")));
}

#[test]
fn a_broken_promise_is_seen_and_said() {
    let lines: Vec<String> = log("\n").lines().map(|line| format!("{line}\n")).collect();
    let window = "--since 2026-11-20T09:00:00Z --until 2026-11-20T09:10:00Z";
    // Two halves the wrong way round: seen before anything is read.
    let (one, two) = lines.split_at(lines.len() / 2);
    let place = Place::new().with("a.log", two.concat() + &one.concat());
    let whole = printed(&place, &format!("search op1 a.log {window}"));
    let run = place.pake(&format!("search op1 a.log {window} --sorted")).prints(&whole);
    run.says_among(&["`a.log` is not in the order of time, and is read whole"]).check();
    // Two entries in the window.
    let mut lines = lines;
    let at = lines.iter().position(|line| line.contains("T09:05:00Z")).unwrap();
    lines.swap(at, at + 40);
    let place = Place::new().with("a.log", lines.concat());
    let run = place.pake(&format!("report --format csv a.log {window} --sorted")).output();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(said.contains("`a.log` is not in the order of time: an entry at or behind byte "), "{said}");
    assert!(said.ends_with("\nhelp: leave out --sorted\n"), "{said}");
    let run = place.pake(&format!("report --format csv a.log {window}")).output();
    assert!(run.stderr.is_empty());
}

#[test]
fn a_key_that_was_opened_before_the_window_stays_hidden() {
    let body = "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgHcTz6sE2I2yPB";
    let mut text = String::new();
    for number in 0..3000 {
        let (minute, second) = (number / 60, number % 60);
        let log = match number {
            1790 => "-----BEGIN RSA PRIVATE KEY-----",
            1791..1815 => body,
            1815 => "-----END RSA PRIVATE KEY-----",
            _ => "something that is quite plain and somewhat long, so that the file is not too short to be searched",
        };
        text.push_str(&format!(
            "{{\"log\":\"{log}\",\"stream\":\"stdout\",\"time\":\"{DAY}09:{minute:02}:{second:02}Z\"}}\n"
        ));
    }
    let place = Place::new().with("a.log", text);
    let window = "--since 2026-11-20T09:30:00Z --until 2026-11-20T09:31:00Z";
    for command in
        [format!("search stdout a.log {window} --sorted"), format!("report --by log a.log {window} --sorted")]
    {
        let run = place.pake(&command).output();
        assert!(run.status.success() && !String::from_utf8_lossy(&run.stdout).contains(&body[..20]), "{command}");
    }
}
