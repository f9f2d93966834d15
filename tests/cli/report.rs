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
    let said = "warning: `a:4`: malformed JSON\nwarning: `a:9`: malformed JSON\n";
    place.pake("report --format json -o report a").says(said).check();
    let found: Value = serde_json::from_slice(&place.read("report")).unwrap();
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
fn names_of_files_show_nothing_that_is_masked() {
    let place = Place::new().with("john@example.com.log", "{\"operation\":\"a\"}\n");
    for format in ["table", "json", "html"] {
        let run = place.pake(&format!("report --format {format} john@example.com.log"));
        let text = String::from_utf8(run.output().stdout).unwrap();
        assert!(text.contains("j***@example.com") && !text.contains("john@"), "{text}");
    }
    place.pake("report --unmasked john@example.com.log").prints_among(&["read     john@example.com.log"]).check();
}

#[test]
fn the_table_fits_80_columns() {
    let place = Place::new().with("a", log(3, 3000));
    let output = place.pake("report --percentiles 50,90,95,99,99.9 a").env("COLUMNS", "80").output();
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

#[test]
fn states_merged_in_any_order_give_what_one_run_gives() {
    let text = log(4, 30_000);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut place = Place::new();
    for (n, part) in lines.chunks(7001).enumerate() {
        place = place.with(&format!("part{n}"), part.concat());
    }
    let names = ["part0", "part1", "part2", "part3", "part4"];
    for flags in ["", "--by service,level", "--groups 2", "--field duration_ms --since 2026-11-20T06:00:00Z"] {
        let one = place.start(&format!("report --format json {flags} {}", names.join(" "))).wait_with_output().unwrap();
        for name in names {
            place.pake(&format!("report --partial -o {name}.state {flags} {name}")).check();
        }
        for order in ["0 1 2 3 4", "4 3 2 1 0", "2 0 4 1 3"] {
            let states: Vec<String> = order.split(' ').map(|n| format!("part{n}.state")).collect();
            let run = place.pake(&format!("report --merge --format json {}", states.join(" ")));
            run.prints(&one.stdout).check();
        }
        // States of states, on standard input.
        let script = "cat part3.state part0.state | \"$PAKE\" report --merge --partial > x; \
                      cat part1.state x part4.state part2.state | \"$PAKE\" report --merge --format json";
        assert!(place.shell(script).wait_with_output().unwrap().stdout == one.stdout, "{flags}");
    }
}

#[test]
fn a_state_that_is_damaged_too_new_or_none_is_refused() {
    let place = Place::new().with("a", log(5, 200));
    place.pake("report --partial -o s a").check();
    let state = String::from_utf8(place.read("s")).unwrap();
    let refuse = |content: &str, why: &str| {
        place.write("x", content);
        let said = format!("error: cannot merge `x:1`: {why}\n");
        place.pake("report --merge x").exits(2).says(&said).check();
    };
    refuse("{}\n", "this is no state that `pake report --partial` has written");
    refuse("a log\n", "this is no state that `pake report --partial` has written");
    refuse(
        &state.replace("\"pake_report_state\":2", "\"pake_report_state\":3"),
        "the state is of version 3, and this pake reads version 2",
    );
    refuse(&state[..state.len() / 2], "the state is damaged: its checksum is wrong");
    let mut seed = Seed(3);
    for _ in 0..300 {
        let mut bytes = state.clone().into_bytes();
        let at = seed.below(bytes.len() - 1);
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        place.write("x", &bytes);
        place.pake("report --merge x").exits(2).says_among(&["error: cannot merge `x:1`: "]).check();
    }
    place.pake("report --partial --by level -o t a").check();
    let said = "error: cannot merge `t:1`: it is not like those before it in `--by`\n";
    place.pake("report --merge s t").exits(2).says(said).check();
    place.pake("report --merge").stdin("").exits(2).says_among(&["there is no state to merge"]).check();
}

/// Requests whose durations are `level` times one to two, `count` of them.
fn requests(seed: u64, count: usize, level: f64) -> String {
    let mut seed = Seed(seed);
    let line = |_| {
        let took = level * (1.0 + seed.below(1000) as f64 / 1000.0);
        format!("{{\"operation\":\"get\",\"level\":\"info\",\"duration_ms\":{took}}}\n")
    };
    (0..count).map(line).collect()
}

#[test]
fn a_gate_that_fails_exits_with_1_and_says_where() {
    let place = Place::new().with("a", requests(1, 1000, 100.0));
    for (gate, found) in [
        ("p95 > 150ms", "(all): 194 ms"),
        ("p95(get) > 0.15s", "get: 194 ms"),
        ("p95(*) > 150 ms", "get: 194 ms"),
        ("p99.9 > 150ms", "(all): 200 ms"),
        ("entries < 2000", "(all): 1000"),
        ("p95(got) > 1s", "there is no group `got`; did you mean `get`?"),
        ("max < 1s", "(all): 200 ms"),
    ] {
        let said = format!("error: `{gate}`: {found}\n");
        let run = place.pake("report --format json a").arg("--fail-if").arg(gate);
        run.exits(1).says(&said).prints_among(&["\"failed\": true"]).check();
    }
    for gate in ["p95 > 250ms", "p50(get) > 200ms", "error_rate > 1%", "errors > 0", "p95(*) > 1s"] {
        let run = place.pake("report --format json a").arg("--fail-if").arg(gate);
        run.prints_among(&["\"failed\": false"]).check();
    }
    let run = place.pake("report a").arg("--fail-if").arg("p95 > fast");
    run.exits(2).says_among(&["error: `p95 > fast`: `fast` is no threshold here\nhelp: a gate is"]).check();
    place.pake("report --fail-if p95>1s b").exits(2).says_among(&["cannot read `b`"]).check();
    let empty = Place::new().with("a", "plain\n");
    let run = empty.pake("report a").arg("--fail-if").arg("p95 > 1s");
    run.exits(1)
        .says_among(&["warning: no line is an entry", "error: `p95 > 1s`: (all): no values\n"])
        .prints_among(&["GATES"])
        .check();
}

#[test]
fn a_growth_of_a_tenth_is_told_from_noise() {
    let place = Place::new()
        .with("before", requests(1, 4000, 100.0))
        .with("same", requests(2, 4000, 100.0))
        .with("slower", requests(3, 4000, 110.0))
        .with("few", requests(4, 2, 110.0));
    let before = place.start("report --format json before").wait_with_output().unwrap();
    place.write("before.json", before.stdout);
    for (file, code, found) in [
        ("same", 0, "within the noise"),
        ("slower", 1, "(all): +"),
        // Slower, but it can come of the same.
        ("few", 0, "within the noise"),
    ] {
        let run = place.pake("report --baseline before.json").arg(file).arg("--fail-if").arg("p95 rises > 5%");
        run.exits(code).prints_among(&[found, "p95 was"]).says_among(&[]).check();
    }
    let found = report(&place, "--baseline before.json same");
    let change = &group(&found, "get")["change"]["percentiles"]["p95"];
    assert_eq!(change["within_noise"], true);
    assert!(change["percent"].as_f64().unwrap().abs() < 5.0);
    let run = place.pake("report same").arg("--fail-if").arg("p95 rises > 5%");
    run.exits(2).says_among(&["error: `p95 rises > 5%` has nothing to compare with\nhelp: --baseline FILE"]).check();
    let wrong = "error: cannot compare with `same`: it is no report that `pake report --format json` has written\n";
    place.pake("report --baseline same same").exits(2).says(wrong).check();
}

#[test]
fn relative_times_can_count_from_the_last_entry() {
    let hour = |hour: usize| format!("{{\"ts\":\"2020-01-01T{hour:02}:00:00Z\",\"event\":\"tick\"}}\n");
    let place = Place::new().with("a", (0..24).map(hour).collect::<String>());
    let found = report(&place, "--relative-to last-entry --since 2h a");
    assert_eq!(found["data"]["reported"], 3);
    assert_eq!(found["window"]["since"], "2020-01-01T21:00:00Z");
    let said = "error: `<stdin>` cannot be read twice, as `--relative-to last-entry` has to\n";
    place.pake("report --relative-to last-entry --since 2h").stdin("").exits(2).says_among(&[said]).check();
}

#[test]
fn every_format_says_the_same_in_its_own_way() {
    let place = Place::new().with("a", log(6, 3000)).with("hostile", HOSTILE);
    let shown = |arguments: &str| {
        let output = place.start(&format!("report {arguments}")).wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).unwrap()
    };
    let found = report(&place, "a");
    let get = group(&found, "GET /users/{id}");
    let (entries, p95) = (&get["entries"], &get["values"]["percentiles"]["p95"]["value"]);

    let csv = shown("--format csv a");
    let row = csv.lines().find(|line| line.starts_with("GET /users/{id},")).unwrap();
    assert!(row.starts_with(&format!("GET /users/{{id}},{entries},")) && row.contains(&format!(",{p95},")), "{row}");
    assert_eq!(csv.lines().next().unwrap().split(',').count(), row.split(',').count());
    assert!(shown("--format csv hostile").contains("\n\"'=cmd|' /C calc'!A1, \"\"x\"\"\","));

    let markdown = shown("--format markdown hostile");
    assert!(markdown.contains("=cmd\\|' /C calc'\\!A1, \"x\"") && markdown.contains("&lt;script>"), "{markdown}");

    let prometheus = shown("--format prometheus a");
    assert!(prometheus.contains(&format!("pake_entries{{group=\"GET /users/{{id}}\"}} {entries}\n")), "{prometheus}");
    let seconds = p95.as_f64().unwrap() * 1e-3;
    let sample = format!("pake_duration_seconds{{group=\"GET /users/{{id}}\",quantile=\"0.95\"}} {seconds}\n");
    assert!(prometheus.contains(&sample), "{prometheus}");

    let html = shown("--format html a");
    for part in ["Duration over time", "Errors by category over time", "GET /users/{id}", "prefers-color-scheme"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"));
    assert!(!shown("--format html hostile").contains("<script"));
}

/// Names that would do something elsewhere.
const HOSTILE: &str = "{\"operation\":\"=cmd|' /C calc'!A1, \\\"x\\\"\",\"duration_ms\":1}\n\
                       {\"operation\":\"<script>alert(1)</script>\",\"duration_ms\":1,\"level\":\"error\"}\n";

#[test]
fn metrics_pass_the_check_of_prometheus() {
    let place = Place::new().with("a", log(7, 3000)).with("hostile", HOSTILE);
    let script = "command -v promtool > /dev/null || { echo no promtool; exit 0; }; \
                  \"$PAKE\" report --fail-if 'p95 < 0ms' --format prometheus a hostile | promtool check metrics";
    let output = place.shell(script).wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    if said == "no promtool\n" {
        eprintln!("skipped: there is no promtool");
        return;
    }
    assert!(output.status.success() && said.is_empty(), "{said}");
}

#[test]
fn malformed_lines_are_placed_and_said_to_the_fifth() {
    let bad: String = (0..20_000).map(|n| if n % 1000 == 999 { "{\"a\":\n" } else { "{\"a\":1}\n" }).collect();
    let place = Place::new().with("good", "{\"a\":1}\n").with("bad", &bad);
    let lines: String = (1..=5).map(|n| format!("warning: `bad:{n}000`: malformed JSON\n")).collect();
    let said = lines + "warning: 15 more malformed lines\n";
    for threads in [1, 8] {
        let run = place.pake(&format!("report -j {threads} good bad"));
        run.says(&said).prints_among(&["19,981 reported", "20 malformed"]).check();
    }
    let run = place.pake("report").stdin(&bad[..8006]);
    run.says("warning: `<stdin>`, byte 7992: malformed JSON\n").prints_among(&["1 malformed"]).check();
}

#[test]
fn the_last_line_of_a_file_is_a_line_without_a_newline_too() {
    let place = Place::new().with("a", "{\"event\":\"x\"}").with("b", "{\"event\":\"x\"}\n").with("c", "");
    let found = report(&place, "a b c");
    assert_eq!((&found["data"]["reported"], &found["data"]["lines"]), (&2.into(), &2.into()));
    assert_eq!(found["data"]["bytes"], 27);
    let script = "for f in a b c; do \"$PAKE\" report --partial $f; done | \"$PAKE\" report --merge --format json";
    let merged = place.shell(script).wait_with_output().unwrap().stdout;
    assert_eq!(serde_json::from_slice::<Value>(&merged).unwrap(), found);
}

#[test]
fn a_report_never_replaces_what_it_reads() {
    let place = Place::new();
    place.write("a.log", log(1, 20));
    place.write("base.json", "{}");
    let before = place.read("a.log");
    let said = "error: `a.log` is input and output\n";
    for arguments in
        ["report a.log -o a.log", "report a.log --format json -o ./a.log", "report --partial a.log -o a.log"]
    {
        place.pake(arguments).exits(2).says(said).check();
    }
    let said = "error: `base.json` is the baseline and the output\n";
    place.pake("report a.log --baseline base.json -o base.json").exits(2).says(said).check();
    assert_eq!(place.read("a.log"), before);
}

#[test]
fn names_are_masked_by_the_config_and_the_flags() {
    let place = Place::new();
    place.write("a.log", "{\"operation\":\"pay EMP-0047110815 at 10.1.2.3\",\"duration_ms\":1}\n");
    place.write("pake.yaml", "masking:\n  rules:\n    - id: staff\n      pattern: '\\bEMP-(\\d{6,})'\n      matches: [{text: 'EMP-0047110815', masked: 'EMP-********'}]\n");
    let name = |arguments: &str| report(&place, arguments)["groups"][0]["name"].as_str().unwrap().to_owned();
    assert_eq!(name("a.log"), "pay EMP-******** at 10.1.2.3");
    assert_eq!(name("a.log --profile gdpr"), "pay EMP-******** at 10.1.*.*");
    assert_eq!(name("a.log --no-config"), "pay EMP-0047110815 at 10.1.2.3");
    place.pake("report --config none.yaml a.log").exits(2).says_among(&["cannot read `none.yaml`"]).check();
}
