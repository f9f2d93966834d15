//! `pake search`.

use std::fs::File;
use std::io::Write;

use crate::harness::{Place, eventually, read_exactly};

const LOG: &str = r#"{"timestamp":"2026-11-20T09:00:00Z","level":"INFO","category":"api","correlation_id":"req-1","message":"in","user":{"email":"john@example.com"}}
{"timestamp":"2026-11-20T09:00:01Z","level":"ERROR","category":"database","correlation_id":"req-1","duration_ms":812.5,"message":"timeout","password":"x1y2z3"}
plain req-1 from john@example.com
{"timestamp":"2026-11-20T09:00:02Z","level":"INFO","category":"api","correlation_id":"req-2","duration_ms":12,"message":"say \"hi\"\tnow"}
{"timestamp":"2026-11-20T10:00:00Z","level":"CRITICAL","category":"database","correlation_id":"req-3","duration_ms":3,"message":"caf\u00e9 req\u002d1"}
"#;

/// The lines of the log with these numbers, masked.
fn lines(numbers: &[usize]) -> String {
    let masked = LOG.replace("john@", "j***@").replace("x1y2z3", "********");
    let all: Vec<&str> = masked.lines().collect();
    numbers.iter().map(|number| format!("{}\n", all[number - 1])).collect()
}

fn place() -> Place {
    Place::new().with("app.log", LOG)
}

#[test]
fn a_text_is_found_in_entries_and_plain_lines_and_shown_masked() {
    let place = place();
    // Also where it is written with an escape.
    place.pake("search req-1 app.log").prints(lines(&[1, 2, 3, 5])).check();
    place.pake("search req-1").stdin(LOG).prints(lines(&[1, 2, 3, 5])).check();
    place.pake("search --text req-2 app.log").prints(lines(&[4])).check();
    place.pake("search").arg("say \"hi\"").arg("app.log").prints(lines(&[4])).check();
    place.pake("search").arg("").arg("app.log").prints(lines(&[1, 2, 3, 4, 5])).check();
    place.pake("search --unmasked john@example.com app.log").prints_among(&["john@example.com"]).check();
    // It is found by what it holds before it is masked.
    place.pake("search john@example.com app.log").prints(lines(&[1, 3])).check();
    place.pake("search nothing-like-it app.log").check();
}

#[test]
fn an_expression_chooses_entries() {
    let place = place();
    let search = |expression: &str| place.pake("search app.log --where").arg(expression);
    search("level >= error and category = database and duration_ms > 500 and message ~ \"timeout\"")
        .prints(lines(&[2]))
        .check();
    search("message contains café or user.email exists").prints(lines(&[1, 5])).check();
    place.pake("search --where level=info --text req-2 app.log").prints(lines(&[4])).check();
    place
        .pake("search --where level>=error --between 09:00..09:30 --now 2026-11-20 app.log")
        .prints(lines(&[2]))
        .check();
    place.pake("search req-2 --since 2026-11-20T09:30:00Z app.log").check();
    place.pake("search req --since 2026-11-20T09:30:00Z app.log").prints(lines(&[5])).check();
    place.pake("search --since 09:30 --now 2026-11-20T12:00:00Z").stdin(LOG).prints(lines(&[5])).check();
}

#[test]
fn what_was_found_is_counted_cut_and_reduced_to_fields() {
    let place = place();
    place.pake("search req-1 --count app.log app.log").prints("8\n").check();
    place.pake("search req-1 --count --limit 3 app.log").prints("3\n").check();
    place.pake("search nothing --count app.log").prints("0\n").check();
    place.pake("search req-1 --limit 2 app.log").prints(lines(&[1, 2])).check();
    place.pake("search req-1 --limit 0 app.log").check();
    let fields = "search --where level=info --fields correlation_id,message,user,none,duration_ms app.log";
    let rows = "req-1\tin\t{\"email\":\"j***@example.com\"}\t\t\nreq-2\tsay \"hi\"\\tnow\t\t\t12\n";
    place.pake(fields).prints(rows).check();
}

#[test]
fn the_limit_ends_the_reading_of_an_endless_input() {
    let place = Place::new();
    let endless = "yes '{\"a\":1}' | $PAKE search --limit 2 a";
    let output = place.shell(endless).wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "{\"a\":1}\n{\"a\":1}\n");
}

#[test]
fn context_is_shown_around_what_was_found() {
    let text: String = (1..=40).map(|n| format!("line {n} {}\n", "x".repeat(n * 1500))).collect();
    let place = Place::new().with("a", text.replace("line 20 ", "line 20 john@example.com "));
    for threads in [1, 3] {
        let run = place
            .pake(&format!("search --context 2 --threads {threads} --where"))
            .arg("\"line 3 \" or \"line 6 \" or \"line 22 \"");
        let output = run.arg("a").output();
        let shown: Vec<String> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| line[..line.len().min(15)].to_owned())
            .collect();
        let shown: Vec<&str> = shown.iter().map(|line| line.trim_end_matches(['x', ' '])).collect();
        let expected = "line 1,line 2,line 3,line 4,line 5,line 6,line 7,line 8,--,line 20 j***@ex,line 21,line 22,line 23,line 24";
        assert_eq!(shown.join(","), expected.replace("ex,", "e,"), "{threads}");
    }
    place.pake("search --context 1 --limit 1 line app.log").exits(2).says_among(&["cannot read"]).check();
    let short = Place::new().with("a", "1\n2\n3\n4\n5\n");
    short.pake("search 2 --context 1 --limit 1 a").prints("1\n2\n3\n").check();
    short.pake("search 5 --context 9 a").prints("1\n2\n3\n4\n5\n").check();
}

#[test]
fn a_line_of_a_private_key_is_hidden_when_it_is_found_by_itself() {
    let body: String =
        (0..20).map(|n| format!("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC{n:013}\n")).collect();
    let log = format!("before\n-----BEGIN PRIVATE KEY-----\n{body}-----END PRIVATE KEY-----\nafter MIIE\n");
    let place = Place::new().with("a", &log);
    let masked = String::from_utf8(place.pake("mask a").output().stdout).unwrap();
    for context in ["", "--context 1"] {
        let found = String::from_utf8(place.pake(&format!("search MIIE {context} a")).output().stdout).unwrap();
        assert!(!found.contains("MIIEvQ") && found.contains("after MIIE"), "{found}");
        assert!(found.lines().all(|line| masked.lines().any(|other| other == line)), "{found}");
    }
}

#[test]
fn the_same_lines_come_out_at_any_number_of_threads_and_they_are_lines_of_the_masked_log() {
    let log: String = (0..6000)
        .map(|n| match n % 7 {
            0 => format!(
                "{{\"level\":\"error\",\"n\":{n},\"user\":\"john@example.com\",\"pad\":\"{}\"}}\n",
                "p".repeat(n % 300)
            ),
            1 => format!("plain {n} password=x1y2z3w4\n"),
            _ => format!("{{\"level\":\"info\",\"n\":{n},\"m\":\"\\u0065rror\"}}\n"),
        })
        .collect();
    let place = Place::new().with("a", &log);
    let masked = String::from_utf8(place.pake("mask a").output().stdout).unwrap();
    let expected: String = masked
        .lines()
        .filter(|line| line.contains("\"level\":\"error\""))
        .fold(String::new(), |all, line| all + line + "\n");
    for threads in [1, 2, 8] {
        place.pake(&format!("search --threads {threads} --where level>info a")).prints(&expected).check();
    }
}

#[test]
fn a_rotated_set_is_one_log_oldest_first() {
    let gzip = |text: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let place = Place::new().with("app.log", "new\n").with("app.log.1", "old\n").with("app.log.2.gz", gzip("oldest\n"));
    place.write("app.log.bak", "no\n");
    place.pake("search --rotated --text= app.log").prints("oldest\nold\nnew\n").check();
    place.pake("search --rotated --text= app.log app.log.1").prints("oldest\nold\nnew\n").check();
    let said = "error: cannot read `none.log`: no such file or directory\n";
    place.pake("search --rotated --text= none.log").exits(2).says(said).check();
}

#[test]
fn a_growing_file_is_followed() {
    let place = Place::new().with("a", "{\"level\":\"error\"}\n{\"level\":\"info\"}\n");
    let mut pake = place.start("search --where level=error --follow a");
    let mut out = pake.stdout.take().unwrap();
    assert_eq!(read_exactly(&mut out, 18), b"{\"level\":\"error\"}\n");
    let append =
        |text: &str| File::options().append(true).open(place.path("a")).unwrap().write_all(text.as_bytes()).unwrap();
    append("{\"level\":\"info\"}\n{\"level\":\"err");
    append("or\",\"n\":2}\n");
    assert_eq!(read_exactly(&mut out, 24), b"{\"level\":\"error\",\"n\":2}\n");
    place.write("a", "{\"level\":\"error\",\"n\":3}\n");
    assert_eq!(read_exactly(&mut out, 24), b"{\"level\":\"error\",\"n\":3}\n");
    assert!(place.shell(&format!("kill -TERM {}", pake.id())).wait().unwrap().success());
    eventually("it ends", || pake.try_wait().unwrap().is_some());
}

#[test]
fn what_is_wrong_is_said_with_a_caret_and_nothing_is_read() {
    let place = place();
    let said = "\
error: `eror` is no level
 --> --where:1:10
  |
1 | level >= eror
  |          ^^^^
  |
  = help: did you mean `error`?
";
    place.pake("search app.log --where").arg("level >= eror").exits(2).says(said).check();
    place.pake("search").exits(2).says_among(&["there is nothing to look for", "pake search req-12345"]).check();
    let output = place.shell("$PAKE search app.log < /dev/null").wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`app.log` is a file, and what is looked for comes first"), "{said}");
    place.pake("search a none").exits(2).says("error: cannot read `none`: no such file or directory\n").check();
    place.pake("search --where a=1 --fields a..b app.log").exits(2).says_among(&["a name is missing"]).check();
}

#[test]
fn hostile_input_is_survived() {
    let place = Place::new();
    place.write(
        "bad",
        [&b"\xff\xfe req-1 \x00\n{\"a\":\"req-1 \xff\",\"a\":\"b\"}\n"[..], b"{\"k\":\"req-1\"}\r\nlast req-1"]
            .concat(),
    );
    let expected =
        [&b"\xff\xfe req-1 \x00\n{\"a\":\"req-1 \xff\",\"a\":\"b\"}\n"[..], b"{\"k\":\"req-1\"}\r\nlast req-1\n"]
            .concat();
    place.pake("search req-1 bad").prints(expected).check();
    // Of duplicate keys the last counts.
    place.pake("search --where a=b bad --count").prints("1\n").check();
    place.pake("search --where a~req-1 bad --count").prints("0\n").check();
    let long = format!("{{\"a\":\"req-1\",\"b\":\"{}\"}}\n{{\"a\":\"req-1\"}}\n", "x".repeat(17 << 20));
    let said = "warning: 1 line is longer than 16 MiB and not searched\n";
    place.pake("search req-1").stdin(long).prints("{\"a\":\"req-1\"}\n").says(said).check();
    let closed = "yes '{\"a\":1}' | head -n 300000 | $PAKE search a | head -n 1";
    let output = place.shell(closed).wait_with_output().unwrap();
    assert_eq!((output.stdout, output.stderr), (b"{\"a\":1}\n".to_vec(), Vec::new()));
}

#[test]
fn the_config_names_files_fields_and_the_zone() {
    let log = "{\"when\":\"2026-11-20 10:00:00\",\"sev\":\"error\",\"rid\":\"r-1\",\"m\":\"a\"}\n\
               {\"when\":\"2026-11-20 12:00:00\",\"sev\":\"info\",\"rid\":\"r-1\",\"m\":\"b\"}\n";
    let config = "input:\n  paths: ['*.jsonl']\n  timezone: Europe/Berlin\n  fields:\n    timestamp: [when]\n    level: [sev]\n    \
                  correlation: [rid]\n    message: [m]\n";
    let place = Place::new().with("app.jsonl", log).with("pake.yaml", config);
    let first = format!("{}\n", log.lines().next().unwrap());
    let shell = |arguments: &str| {
        let output = place.shell(&format!("$PAKE {arguments} < /dev/null")).wait_with_output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert_eq!(shell("search --where level=error"), first);
    assert_eq!(shell("search r-1 --until 2026-11-20T10:00:00Z"), first);
    assert_eq!(shell("search --where level=error --fields correlation_id,message"), "r-1\ta\n");
    let shown = shell("trace r-1 --format table");
    assert!(shown.contains("2 entries") && shown.contains("2026-11-20T09:00:00Z"), "{shown}");
}

#[test]
fn files_are_merged_by_time_and_what_has_none_stays_behind_the_line_before_it() {
    let line = |time: &str, text: &str| format!("{{\"timestamp\":\"{time}\",\"message\":\"{text}\"}}\n");
    let shop = line("2026-11-20T09:00:00Z", "a1") + "  at stack\n" + &line("2026-11-20T09:00:05Z", "a2");
    // In another zone, compressed, one line late, the last without a newline.
    let pay = line("2026-11-20T10:00:01+01:00", "b1")
        + &line("2026-11-20T10:00:04+01:00", "b2")
        + &line("2026-11-20T10:00:02+01:00", "late")
        + line("2026-11-20T10:00:09+01:00", "b3").trim_end();
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    zip.write_all(pay.as_bytes()).unwrap();
    let place = Place::new().with("shop.log", &shop).with("pay.log.gz", zip.finish().unwrap());
    let messages = "a1\n\nb1\nb2\nlate\na2\nb3\n";
    for order in ["shop.log pay.log.gz", "pay.log.gz shop.log"] {
        for threads in [1, 3] {
            let search = format!("search --text= --sort time --fields message --threads {threads} {order}");
            place.pake(&search).prints(messages).check();
        }
    }
    place
        .pake("search b1 --sort time --context 1 --fields message shop.log")
        .exits(2)
        .says_among(&["--context"])
        .check();
    let around = place.pake("search b1 --sort time --context 1 shop.log pay.log.gz").output().stdout;
    assert_eq!(String::from_utf8(around).unwrap().lines().map(|line| line.len()).collect::<Vec<_>>(), [10, 56, 56]);
    place
        .pake("search --text= --sort time --limit 1 shop.log pay.log.gz")
        .prints(line("2026-11-20T09:00:00Z", "a1"))
        .check();
    place.pake("search x --sort time --follow shop.log").exits(2).says_among(&["--follow"]).check();
}

#[test]
fn a_rotated_set_is_one_log_also_where_files_are_merged_by_time() {
    let line = |second: u32, text: &str| {
        format!("{{\"timestamp\":\"2026-11-20T09:00:{second:02}Z\",\"message\":\"{text}\"}}\n")
    };
    let place = Place::new()
        .with("a.log.1", line(1, "a1"))
        .with("a.log", "behind a1\n".to_owned() + &line(3, "a3"))
        .with("b.log", line(0, "b0") + &line(2, "b2"));
    place
        .pake("search --text= --sort time --rotated --fields message a.log b.log")
        .prints("b0\na1\n\nb2\na3\n")
        .check();
}

#[test]
fn a_window_can_be_counted_from_the_newest_entry() {
    let place = place();
    place.pake("search req --since 30m --relative-to last-entry app.log").prints(lines(&[5])).check();
    place
        .pake("search req --since 30m --relative-to last-entry")
        .stdin(LOG)
        .exits(2)
        .says_among(&["cannot be read twice"])
        .check();
    place
        .pake("search req --relative-to last-entry --follow app.log")
        .exits(2)
        .says_among(&["no newest entry"])
        .check();
    place.pake("search req --since 1900-01-01 --until 9999-12-31 app.log").prints(lines(&[1, 2, 4, 5])).check();
}

#[test]
fn a_faulty_expression_shows_nothing_that_mask_hides() {
    let place = place();
    let secret = concat!("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a");
    for expression in
        ["password = hunter2pass and (level".to_owned(), format!("level >= {secret}"), format!("x ~ '({secret}'")]
    {
        let said = String::from_utf8(place.pake("search app.log --where").arg(&expression).output().stderr).unwrap();
        assert!(said.contains("***") && !said.contains("hunter2pass") && !said.contains("16C7e42F"), "{said}");
    }
    place
        .pake("search app.log --unmasked --where")
        .arg(format!("level >= {secret}"))
        .exits(2)
        .says_among(&[secret])
        .check();
}

#[test]
fn a_context_of_any_size_takes_bounded_memory() {
    // 80 MB before the line that is found: more than is kept.
    let place = Place::new().with("app.log", format!("{}\n", "x".repeat(1000)).repeat(80_000) + "found\n");
    let output = place.pake("search found --unmasked --context 4000000000 app.log").output();
    assert!(output.stdout.len() < 70_000_000 && output.stdout.ends_with(b"x\nfound\n"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("more before than the 64 MiB"), "{said}");
}

#[test]
fn a_private_key_is_hidden_also_where_many_lines_of_others_come_between_its_own() {
    let body = "MIIEpAIBAAKCAQEA7bq2V1Hh/kq+ZyQwErTyUiOpAsDfGhJkLzXcVbNmQwErTy";
    let entry = |minute: u32, second: u32, text: &str| {
        format!("{{\"timestamp\":\"2026-11-20T09:{minute:02}:{second:02}Z\",\"message\":\"{text}\"}}\n")
    };
    let begin = concat!("-----BEGIN RSA ", "PRIVATE KEY-----");
    let key: String = [begin, body, body].iter().enumerate().map(|(n, text)| entry(n as u32, 0, text)).collect();
    let others: String = (0..180).map(|n| entry(n / 60, n % 60, "other")).collect();
    let place = Place::new().with("key.log", key).with("others.log", others);
    let found = place.pake("search --text= --sort time key.log others.log").output().stdout;
    let found = String::from_utf8(found).unwrap();
    assert!(found.lines().count() == 183 && !found.contains("MIIEp"), "{found}");
}

#[test]
fn a_large_file_is_searched_alike_in_slices_and_in_one_piece() {
    // With private keys over many lines, some of them over the edge of a slice.
    let keys = include_str!("../../fixtures/keys.log");
    let text = format!("{LOG}{keys}").repeat(900);
    let place = Place::new().with("a", &text).with("b", text.trim_end());
    for search in ["search req-1 b a", "search --context 1 req-3 a", "search --count req-2 b a", "search KEY a"] {
        let whole = place.pake(search).env("PAKE_NO_SLICES", "1").output().stdout;
        assert!(whole.len() > 3);
        for threads in [1, 5] {
            place.pake(&format!("{search} --threads {threads}")).prints(&whole).check();
        }
    }
}

#[test]
fn the_last_line_of_a_file_without_a_newline_is_one_of_its_own() {
    let place = Place::new().with("a", "{\"level\":\"error\",\"m\":1}").with("b", "{\"level\":\"error\",\"m\":2}\n");
    let search = "search --where=level=error --fields m a b";
    place.pake(search).prints("1\n2\n").check();
}
