//! The config steers what reports read and show, with flags and variables over it.

use crate::harness::Place;

const CONFIG: &str = "\
service_name: shop
input:
  paths: [logs/*.log]
  timezone: Europe/Berlin
  fields: {timestamp: when, duration: [total_us, duration], error: failure}
report:
  by: op
  percentiles: [50, 75]
environments:
  prod:
    log_level: error
    report: {by: service}
";

const LOG: &str = r#"{"when":"2026-11-20 10:00:00","op":"a","total_us":900,"level":"INFO"}
{"when":"2026-11-20 10:00:01","op":"a","total_us":2000,"level":"ERROR","failure":{"type":"T","message":"m"}}
{"timestamp":"2026-11-20 10:00:02","op":"b","latency":3}
"#;

const HEAD: &str = "group,entries,errors,error_rate,values,average,min,";
const TAIL: &str = ",max,trend,percent_an_hour,not_numbers,nan,infinite\n";

fn place() -> Place {
    let place = Place::new().with("pake.yaml", CONFIG);
    std::fs::create_dir(place.path("logs")).unwrap();
    place.with("logs/app.log", LOG)
}

#[test]
fn without_a_file_and_a_pipe_the_files_of_the_config_are_read() {
    place()
        .pake_alone("report --format csv")
        .prints(format!(
            "{HEAD}p50,p75{TAIL}a,2,1,0.5,2,1.45,0.9,0.9,,2,,,0,0,0\nb,1,0,0,1,3,3,,,3,,,0,0,0\n\
             (all),3,1,0.3333333333333333,3,1.9666666666666668,0.9,2,,3,,,0,0,0\n"
        ))
        .check();
    let place = place().with("logs/app.log.1", LOG).with("logs/other.txt", LOG);
    place.pake_alone("report").prints_among(&["read     2 inputs, 6 lines"]).check();
    // What is named or piped in comes first.
    place.pake_alone("report logs/app.log").prints_among(&["read     logs/app.log, 3 lines"]).check();
    let child = place.shell("cat logs/app.log | $PAKE report").wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&child.stdout).contains("read     <stdin>, 3 lines"));
}

#[test]
fn names_zone_and_service_of_the_config_are_those_of_the_entries() {
    let place = place();
    place
        .pake_alone("report")
        // The name `timestamp` is not known any more.
        .prints_among(&[
            "entries  2026-11-20T09:00:00Z to 2026-11-20T09:00:01Z",
            "shop             1",
            "T             1",
        ])
        .check();
    place.pake_alone("report --input-tz UTC").prints_among(&["entries  2026-11-20T10:00:00Z"]).check();
}

#[test]
fn flags_come_before_variables_these_before_the_section_and_that_before_the_file() {
    let place = place();
    let head = |by: &str| format!("{HEAD}p50,p75{TAIL}{by}");
    let run = |arguments: &str| place.pake_alone(&format!("report --format csv {arguments}"));
    let starts = |run: crate::harness::Run, with: &str| {
        let output = run.output();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.starts_with(with), "{text}");
    };
    starts(run(""), &head("a,2,1"));
    starts(run("--environment prod"), &head("shop,2,1"));
    starts(run("--environment prod").env("PAKE_REPORT_BY", "level"), &head("(none),1,0"));
    starts(run("--environment prod --by op").env("PAKE_REPORT_BY", "level"), &head("a,1,1"));
    starts(run("--percentiles 90").env("PAKE_REPORT_PERCENTILES", "80"), &format!("{HEAD}p90{TAIL}"));
    starts(run("").env("PAKE_REPORT_PERCENTILES", "80"), &format!("{HEAD}p80{TAIL}"));
    starts(run("--level error").env("PAKE_LOG_LEVEL", "debug"), &head("a,1,1"));
}

#[test]
fn gates_of_the_config_fail_a_report_and_flags_replace_them() {
    let place = place();
    place.write("pake.yaml", CONFIG.replace("  by: op\n", "  by: op\n  gates: [max(a) > 1ms, p95 rises > 5%]\n"));
    place
        .pake_alone("report --format csv")
        .prints_among(&["a,2,1"])
        .says(
            "error: `max(a) > 1ms`: a: 2 ms\n\
             error: `p95 rises > 5%`: no --baseline names an earlier report to compare with\n",
        )
        .exits(1)
        .check();
    place.pake_alone("report --format csv --fail-if").arg("max > 1s").prints_among(&["a,2,1"]).check();
    place.pake_alone("report --partial").prints_among(&["pake_report_state"]).check();
}

#[test]
fn what_is_wrong_with_a_gate_is_said_as_the_config_says_it() {
    let place = Place::new();
    place
        .pake_alone("report --fail-if")
        .arg("p95 > 300")
        .says("error: `p95 > 300`: the threshold has no unit\nhelp: did you mean `p95 > 300ms`?\n")
        .exits(2)
        .check();
    place
        .pake_alone("report --fail-if")
        .arg("eror_rate > 1%")
        .says(
            "error: `eror_rate > 1%`: there is nothing called `eror_rate` to measure\n\
             help: did you mean `error_rate`?\n",
        )
        .exits(2)
        .check();
    place
        .pake_alone("report --field depth --fail-if")
        .arg("p95 > 300ms")
        .says(
            "error: `p95 > 300ms` is of a time, and what is measured is none\n\
             help: name a number without a unit; a --fail-if replaces the gates of the config\n",
        )
        .exits(2)
        .check();
}

#[test]
fn files_of_the_config_that_are_not_there_are_said_at_their_place_where_they_are_needed() {
    let place = Place::new().with("pake.yaml", "input: {paths: [no/*.log]}\n");
    place
        .pake_alone("report")
        .says(
            "error[PK0108]: `no/*.log` names no file\n --> pake.yaml:1:17\n  |\n1 | input: {paths: [no/*.log]}\n  \
             |                 ^^^^^^^^\n",
        )
        .exits(2)
        .check();
    place.pake("mask").stdin("x\n").prints("x\n").check();
    place.pake_alone("report --format csv -").prints_among(&["(all),0"]).says_among(&["input was empty"]).check();
    place.pake("validate-config").prints_among(&["PK0108", "1 error"]).exits(1).check();
}
