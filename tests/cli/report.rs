//! `pake report`: figures, names, windows, gates, and one answer at any width.

use serde_json::Value;

use crate::harness::Place;
use crate::samples::Seed;

/// A log of `count` requests and jobs over a day, from a seed; every tenth line is no entry.
fn log(seed: u64, count: usize) -> String {
    let mut seed = Seed(seed);
    let mut text = String::new();
    for n in 0..count {
        let second = n * 86_400 / count;
        let time = format!("2026-11-20T{:02}:{:02}:{:02}.5Z", second / 3600, second / 60 % 60, second % 60);
        let took = seed.below(100_000) as f64 / 100.0 + 1.0;
        let level = ["INFO", "INFO", "WARNING", "ERROR", "CRITICAL"][seed.below(5)];
        let category = ["api", "database", "security"][seed.below(3)];
        let head = format!(r#""timestamp":"{time}","level":"{level}","category":"{category}","service":"s{}""#, n % 4);
        text += &match n % 10 {
            0 => "a line of plain text\n".to_owned(),
            1 | 2 => format!(r#"{{{head},"operation":"job-{}","duration_ms":{took}}}"#, seed.below(3)) + "\n",
            3 => format!(r#"{{{head},"event":"started"}}"#) + "\n",
            4 => {
                format!(r#"{{{head},"error":{{"type":"E{}","message":"no {n}"}},"duration_ms":{took:.0}}}"#, n % 3)
                    + "\n"
            }
            _ => format!(r#"{{{head},"method":"GET","path":"/users/{n}","duration_ms":{took}}}"#) + "\n",
        };
    }
    text
}

/// The report in JSON.
#[track_caller]
fn report(place: &Place, arguments: &str) -> Value {
    let child = place.start(&format!("report --format json {arguments}"));
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn group<'a>(report: &'a Value, name: &str) -> &'a Value {
    let groups = report["groups"].as_array().unwrap();
    groups.iter().find(|group| group["name"] == name).unwrap_or_else(|| panic!("no group {name}"))
}

#[test]
fn figures_are_those_that_another_reader_finds() {
    let text = log(1, 20_000);
    let place = Place::new().with("a", &text);
    let found = report(&place, "a");
    let entries: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let is_error = |entry: &&Value| matches!(entry["level"].as_str(), Some("ERROR" | "CRITICAL"));
    assert_eq!(found["data"]["lines"], 20_000);
    assert_eq!(found["data"]["bytes"], text.len());
    assert_eq!(found["data"]["reported"], entries.len());
    assert_eq!(found["data"]["skipped"]["text"], 2000);
    assert_eq!(found["errors"]["count"], entries.iter().filter(is_error).count());
    for row in found["errors"]["by_category"].as_array().unwrap() {
        let of = |entry: &&Value| entry["category"] == row["name"];
        assert_eq!(row["entries"], entries.iter().filter(of).count());
        assert_eq!(row["errors"], entries.iter().filter(of).filter(is_error).count());
    }
    for row in found["errors"]["by_type"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let of = |entry: &&Value| entry["error"]["type"].as_str().unwrap_or("(none)") == name;
        assert_eq!(row["errors"], entries.iter().filter(is_error).filter(of).count(), "{name}");
    }
    for (name, path) in [("job-1", None), ("GET /users/{id}", Some("/users/"))] {
        let of = |entry: &&Value| match path {
            Some(start) => entry["path"].as_str().is_some_and(|path| path.starts_with(start)),
            None => entry["operation"] == name,
        };
        let mut values: Vec<f64> =
            entries.iter().filter(of).filter_map(|entry| entry["duration_ms"].as_f64()).collect();
        values.sort_by(f64::total_cmp);
        let found = &group(&found, name)["values"];
        assert_eq!(found["n"], values.len());
        assert_eq!(found["min"], values[0]);
        assert_eq!(found["max"], values[values.len() - 1]);
        let average = values.iter().sum::<f64>() / values.len() as f64;
        assert!((found["average"].as_f64().unwrap() - average).abs() < 1e-9 * average);
        let exact = values.len() <= 4096;
        assert_eq!(found["method"], if exact { "exact" } else { "sketch" });
        for (key, p) in [("p50", 50), ("p95", 95), ("p99", 99)] {
            let exactly = values[(values.len() * p).div_ceil(100) - 1];
            let found = found["percentiles"][key]["value"].as_f64().unwrap();
            let off = (found - exactly).abs() / exactly;
            assert!(off <= if exact { 0.0 } else { 0.01 }, "{name} {key}: {found}, exactly {exactly}");
        }
    }
}

#[test]
fn the_answer_is_the_same_at_any_width() {
    let text = log(2, 60_000);
    let place = Place::new().with("a", &text);
    let one = report(&place, "-j 1 a");
    for threads in [2, 3, 8] {
        assert_eq!(report(&place, &format!("-j {threads} a")), one, "{threads} threads");
    }
}

#[test]
fn groups_beyond_the_most_are_counted_together_and_always_the_same_ones_are_kept() {
    let text: String = (0..50_000)
        .map(|n| {
            format!(r#"{{"operation":"op{}{}","duration_ms":{n}}}"#, n % 7, ["a", "b"][n / 7 % 2].repeat(n % 50)) + "\n"
        })
        .collect();
    let place = Place::new().with("a", &text);
    let all = report(&place, "a");
    let one = report(&place, "-j 1 --groups 20 a");
    let groups = one["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 21);
    assert_eq!(groups[20]["name"], "<other>");
    assert_eq!(groups.iter().map(|group| group["entries"].as_u64().unwrap()).sum::<u64>(), 50_000);
    for kept in &groups[..20] {
        assert_eq!(kept, group(&all, kept["name"].as_str().unwrap()));
    }
    assert_eq!(report(&place, "-j 8 --groups 20 a"), one);
    assert_eq!(one["total"], all["total"]);
}

#[test]
fn numbers_that_are_none_are_counted_apart() {
    let lines = [
        r#"{"operation":"x","duration_ms":1}"#,
        r#"{"operation":"x","duration_ms":"soon"}"#,
        r#"{"operation":"x","duration_ms":NaN}"#,
        r#"{"operation":"x","duration_ms":-Infinity}"#,
        r#"{"operation":"x","duration_ms":1e999}"#,
        r#"{"operation":"x","duration_ms":true}"#,
        r#"{"operation":"x","duration_ms":null}"#,
        r#"{"operation":"x"}"#,
    ];
    let place = Place::new().with("a", lines.join("\n"));
    let found = report(&place, "a");
    let values = &group(&found, "x")["values"];
    assert_eq!((&values["n"], &values["max"]), (&1.into(), &1.0.into()));
    assert_eq!((&values["not_numbers"], &values["nan"], &values["infinite"]), (&2.into(), &1.into(), &2.into()));
}

#[test]
fn every_line_is_accounted_for() {
    let text = "{\"level\":\"info\"}\n\nplain\n{broken\n[1]\n\"x\"\n12\n \t\r\n{} x\n{\"a\":1}";
    let place = Place::new().with("a", text);
    let found = report(&place, "a");
    let skipped = &found["data"]["skipped"];
    let of = |why: &str| skipped[why].as_u64().unwrap();
    assert_eq!((of("blank"), of("text"), of("malformed"), of("not_an_object")), (2, 1, 2, 3));
    assert_eq!(found["data"]["reported"], 2);
    assert_eq!(found["data"]["lines"], 10);
    assert_eq!(found["inputs"][0]["lines"], 10);
}

#[test]
fn a_window_leaves_out_what_is_outside_and_is_shown_as_flags() {
    let hour = |hour: usize| format!("{{\"ts\":\"2026-11-20T{hour:02}:00:00Z\",\"event\":\"tick\"}}\n");
    let text: String = (0..24).map(hour).collect::<String>() + "{\"event\":\"tick\"}\n";
    let place = Place::new().with("a", &text);
    for (flags, reported, shown) in [
        ("--now 2026-11-20T12:00:00Z --since 2h", 14, "--since 2026-11-20T10:00:00Z"),
        ("--since 2026-11-20T10:00:00Z", 14, "--since 2026-11-20T10:00:00Z"),
        (
            "--between 2026-11-20T10:00..2026-11-20T12:00",
            2,
            "--since 2026-11-20T10:00:00Z --until 2026-11-20T12:00:00Z",
        ),
        ("--on 2026-11-20 --tz +02:00", 22, "--since 2026-11-20T00:00:00+02:00 --until 2026-11-21T00:00:00+02:00"),
    ] {
        let found = report(&place, &format!("{flags} a"));
        assert_eq!(found["data"]["reported"], reported, "{flags}");
        assert_eq!(found["data"]["skipped"]["outside_window"], 24 - reported);
        assert_eq!(found["data"]["skipped"]["without_time"], 1);
        assert_eq!(found["window"]["flags"], shown);
    }
}

#[test]
fn names_and_messages_show_nothing_that_is_masked() {
    let text = [
        r#"{"level":"error","operation":"mail john@example.com","message":"no mail to john@example.com, password=hunter2"}"#,
        r#"{"level":"error","operation":"x","error":{"type":"Bad jane@example.com","message":"m"},"user":{"password":"swordfish"}}"#,
        r#"{"level":"info","service":"of max@example.com","category":"ann@example.com","event":"e"}"#,
    ]
    .join("\n");
    let place = Place::new().with("a", &text);
    let secrets = ["john@", "hunter2", "jane@", "swordfish", "max@", "ann@"];
    for arguments in ["", "--by user.password", "--by message", "--by service,category"] {
        for format in ["table", "json"] {
            let child = place.start(&format!("report --format {format} {arguments} a"));
            let shown = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
            for secret in secrets {
                assert!(!shown.contains(secret), "{arguments} {format}: {secret} in {shown}");
            }
        }
    }
    let open = report(&place, "--unmasked --by user.password a");
    assert_eq!(group(&open, "swordfish")["entries"], 1);
}

#[test]
fn the_table_fits_80_columns() {
    let place = Place::new().with("a", log(3, 3000));
    let output = place.start("report --percentiles 50,90,95,99,99.9 a").wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for heading in ["VOLUME", "DURATION", "ERRORS", "by category", "GET /users/{id}"] {
        assert!(text.contains(heading), "{text}");
    }
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn wrong_settings_are_all_said_before_anything_is_read() {
    let place = Place::new();
    let said = "error: `soon` is no time\n";
    place.pake("report --since soon none").exits(2).says_among(&[said, "error: cannot read `none`", "help: "]).check();
    for (arguments, said) in [
        ("report --percentiles 101", "error: `101` is no percentile\n"),
        ("report --top x", "error: `x` is no number of rows\n"),
        ("report --by a..b", "error: `a..b` is no field: a name is missing\n"),
        ("report --tz Mars/Base", "error: there is no time zone `Mars/Base`\n"),
    ] {
        place.pake(arguments).stdin("").exits(2).says_among(&[said]).check();
    }
}
