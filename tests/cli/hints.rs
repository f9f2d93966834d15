//! What `pake report` says beside a report that shows nothing, or less than was asked for.

use crate::harness::Place;

const LOG: &str = r#"{"timestamp":"2026-11-20T09:00:00Z","level":"INFO","operation":"a","duration_ms":"soon"}
{"timestamp":"2026-11-20T10:00:00Z","level":"INFO","operation":"a","duration_ms":5}
"#;

fn says(log: &str, arguments: &str, said: &str) {
    let place = Place::new().with("a.log", log);
    place.pake(&format!("report {arguments} a.log")).prints_among(&["window"]).says(said).check();
}

#[test]
fn an_empty_window_tells_the_range_of_the_entries() {
    says(
        LOG,
        "--now 2026-11-22T12:00:00Z --since 1h",
        "warning: no entry is in the window: those outside of it are from 2026-11-20T09:00:00Z to 2026-11-20T10:00:00Z\n\
         help: --since 2026-11-20T09:00:00Z, or --relative-to last-entry to count from the newest\n",
    );
}

#[test]
fn what_has_no_entry_is_told_why() {
    says("", "", "warning: there was nothing to read\n");
    says("plain\n", "", "warning: no line is an entry: reports are made of lines with a JSON object each\n");
    says(LOG, "--level error", "warning: no entry has the level that was asked for\n");
    says(
        "{\"when\":1}\n",
        "--since 2026-11-20",
        "warning: no entry has a time that can be read\n\
         help: `input.fields.timestamp` of the config names the field that has it\n",
    );
    Place::new()
        .pake("report")
        .stdin("")
        .prints_among(&["0 lines"])
        .says("warning: standard input was empty\nhelp: to read a file: `pake report app.log`\n")
        .check();
}

#[test]
fn a_field_that_is_nowhere_or_no_number_is_said() {
    says(
        LOG,
        "--field depth",
        "warning: no entry has a field `depth`\nhelp: a field is names with dots, such as `queue.wait_us`\n",
    );
    says(LOG, "--field operation", "warning: `operation` is no number in any entry\n");
    let place = Place::new().with("a.log", LOG);
    place.pake("report a.log").prints_among(&["not in the figures: 1 no number"]).check();
    place
        .pake("report --format csv a.log")
        .prints_among(&["not_numbers,nan,infinite", "a,2,0,0,1,5,5,,,,5,,,1,0,0"])
        .check();
}

#[test]
fn a_state_that_is_merged_twice_is_said() {
    let place = Place::new().with("a.log", LOG);
    place.pake("report --partial -o a.state a.log").check();
    place
        .pake("report --merge a.state a.state")
        .prints_among(&["4 lines"])
        .says("warning: `a.state:1` is the same state as `a.state:1`; both are counted\n")
        .check();
}

#[test]
fn progress_is_shown_where_it_is_asked_for() {
    let place = Place::new().with("a.log", LOG);
    place.pake("report --progress always a.log").prints_among(&["window"]).says_among(&["B"]).check();
    place.pake("report --progress never a.log").prints_among(&["window"]).check();
}

#[test]
fn a_clock_that_was_never_set_does_not_widen_the_buckets_of_others() {
    let early = "{\"timestamp\":\"1970-01-01T00:00:07Z\",\"operation\":\"a\"}\n";
    let place = Place::new().with("a.log", format!("{early}{LOG}"));
    place
        .pake("report a.log")
        .prints_among(&[
            "entries  2026-11-20T09:00:00Z to 2026-11-20T10:00:00Z",
            "1 of the reported without time",
            "a column is 1 min",
        ])
        .check();
}

#[test]
fn quiet_is_what_is_more_than_chance() {
    let line = |minute: usize| {
        format!("{{\"timestamp\":\"2026-11-20T{:02}:{:02}:00Z\",\"operation\":\"a\"}}\n", minute / 60, minute % 60)
    };
    let sparse: String = (0..60).filter(|minute| minute % 3 != 1).map(line).collect();
    let place = Place::new().with("sparse", sparse);
    let output = place.pake("report sparse").output();
    assert!(!String::from_utf8(output.stdout).unwrap().contains("quiet"));
    let broken: String = (0..600).filter(|minute| !(200..300).contains(minute)).map(line).collect();
    let place = Place::new().with("broken", broken);
    place.pake("report broken").prints_among(&["quiet    2026-11-20T03:20:00Z to 2026-11-20T05:00:00Z\n"]).check();
}

#[test]
fn columns_are_those_of_the_variable_in_a_pipe() {
    let place = Place::new().with("a.log", LOG);
    for columns in [40, 60, 120] {
        let output = place.pake("report a.log").env("COLUMNS", &columns.to_string()).output();
        let text = String::from_utf8(output.stdout).unwrap();
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= columns, "{columns}: {text}");
    }
}
