//! What a log can do to a terminal: nothing. What it is in a pipe: itself.

use crate::harness::Place;

/// Text that a terminal would obey: colours, a cleared screen, a window's title, 8-bit controls, text that runs
/// backwards, a link, letters without width, a bell, a carriage return, bytes that are no text.
const TRICKS: &[u8] = b"{\"message\":\"tricks \x1b[31mred\x1b[2J \x1b]0;title\x07 \xc2\x9b31m \xe2\x80\xaegpj.exe\xe2\x80\xac \
\x1b]8;;http://x\x1b\\link \xe2\x80\x8bzero \xe2\x80\xa8 \x08\x7f \rover \xff\x9b\",\"level\":\"error\",\"correlation_id\":\"req-1\",\
\"timestamp\":\"2026-11-20T09:00:00Z\",\"operation\":\"\\u001b[31mcharge\\u202e\",\"service\":\"\\u009b31mshop\",\
\"actor\":\"a\\u001b]0;x\\u0007\",\"action\":\"login\"}\nplain \x1b[31m tricks\r\n";

/// Whether a terminal would do something else with the text than show it. Colours of pake itself may be there.
#[track_caller]
fn is_harmless(shown: &str) {
    let mut rest = shown.to_owned();
    for own in ["\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\r\r\n", "\r\n"] {
        rest = rest.replace(own, "\n");
    }
    // Colours of diagnostics.
    for code in ["\x1b[1m\x1b[94m", "\x1b[94m", "\x1b[91m", "\x1b[96m", "\x1b[92m", "\x1b[93m"] {
        rest = rest.replace(code, "");
    }
    let bad: Vec<char> = rest
        .chars()
        .filter(|letter| {
            letter.is_control() && !matches!(letter, '\n' | '\t')
                || "\u{202e}\u{202c}\u{200b}\u{2028}".contains(*letter)
        })
        .collect();
    assert!(bad.is_empty(), "{bad:?} in {shown:?}");
}

#[test]
fn no_command_lets_a_log_speak_to_the_terminal() {
    let name = "a\x1b[31m\u{202e}.log";
    let place =
        Place::new().with(name, TRICKS).with("bad\x1b[31m.yaml", "masking: {profile: \"\x1b[2J\u{9b}\u{202e}\"}\n");
    place.write("a.log", TRICKS);
    for (command, holds) in [
        ("mask a*.log", "\\u{1b}[2J"),
        ("mask < a.log", "plain \\u{1b}[31m tricks"),
        ("search tricks a*.log", "\\u{202e}gpj.exe"),
        ("search tricks --context 1 a.log", "\\xff"),
        ("search --where level=error --fields operation,service a.log", "\\u{9b}31mshop"),
        ("trace req-1 a.log", "\\u{1b}[31mcharge"),
        ("trace req-1 --format table a.log", "\\u{9b}31mshop"),
        ("trace req-1 --format json a.log", "\\u202e"),
        ("trace req-1 --format otlp-json a.log", "\\u202e"),
        ("trace req-1 --format markdown a.log", "shop"),
        ("trace --slowest 3 a*.log", "req-1"),
        ("report a*.log", ""),
        ("report --format csv a.log", ""),
        ("report --format json a.log", "schema"),
        ("report --format markdown a.log", ""),
        ("mask --check a*.log bad*", ""),
        ("mask --check --detectors phone a*.log none\x1b[31m", "cannot read"),
        ("validate-config bad*", "profile"),
        ("search --where \"$(printf \"a ~ \\033[31m(\")\" a.log", "expected"),
    ] {
        let Some(shown) = place.on_a_terminal(&format!("\"$PAKE\" {command}")) else { return };
        is_harmless(&shown);
        assert!(shown.contains(holds), "{command}: {shown:?}");
    }
}

#[test]
fn in_a_pipe_every_byte_is_itself() {
    let place = Place::new().with("a", TRICKS);
    place.pake("mask a").prints(TRICKS).check();
    place.pake("search tricks a").prints(TRICKS).check();
}

/// What commands print at a width, without what is whole however long it is: samples of log lines and messages.
fn widest(place: &Place, command: &str, columns: usize) -> Option<String> {
    let run = format!("stty cols {columns} 2> .null; \"$PAKE\" {command}");
    let shown = place.on_a_terminal(&run)?;
    let mut plain = shown.replace("\r\n", "\n");
    for own in ["\x1b[0m", "\x1b[1m", "\x1b[31m"] {
        plain = plain.replace(own, "");
    }
    let plain = plain.split("\nexample:\n").next()?;
    let whole = ["met by", "not by", "  - ", "  + ", "https://", "{\""];
    let lines = plain.lines().filter(|line| !whole.iter().any(|part| line.contains(part)));
    lines.max_by_key(|line| line.chars().count()).map(str::to_owned)
}

#[test]
fn what_is_shown_fits_the_terminal() {
    let entry = |n: usize| {
        format!(
            "{{\"timestamp\":\"2026-11-20T09:00:0{n}Z\",\"level\":\"{}\",\"category\":\"audit\",\"service\":\"a-service-with-a-long-name\",\
             \"correlation_id\":\"req-{n}\",\"actor\":\"someone@example.com\",\"action\":\"role.grant\",\"resource\":\"things/{n}\",\
             \"result\":\"denied\",\"operation\":\"an_operation_with_quite_a_long_name\",\"duration_ms\":{},\"message\":\"{}\"}}\n",
            if n.is_multiple_of(2) { "ERROR" } else { "INFO" },
            900 * n,
            "words of a message ".repeat(9)
        )
    };
    let log: String = (0..9).map(entry).collect::<String>() + &entry(4).replace("req-4", "req-5");
    let place = Place::new().with("a.log", log);
    for columns in [40, 50, 80, 200] {
        for command in [
            "trace req-5 a.log",
            "trace --slowest 5 a.log",
            "report a.log",
            "audit --framework pci-dss,gdpr a.log",
            "audit controls",
            "detectors",
            "detectors us-ssn",
            "explain",
            "explain PK0103",
        ] {
            let Some(line) = widest(&place, command, columns) else { return };
            assert!(line.chars().count() <= columns, "{command} at {columns}: {line:?}");
        }
    }
    // Nobody says how wide a pipe is: a line is a detector. Who does is heeded.
    place.pake("detectors").prints_among(&["secret-field"]).check();
    let narrow = String::from_utf8(place.pake("trace req-5 a.log").env("COLUMNS", "50").output().stdout).unwrap();
    assert!(narrow.lines().all(|line| line.chars().count() <= 50), "{narrow}");
}
