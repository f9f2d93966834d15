//! `--summary`: what was read, masked and written.

use crate::harness::{MAIL, MASKED, Place, log, masked_log};

const JSON: &str = concat!(
    r#"{"bytes":{"in":26,"out":26},"detectors":{"email":1},"fields":{"":1},"findings":1,"#,
    r#""lines":{"in":2,"malformed":0,"masked":1,"out":2},"schema":1}"#,
    "\n"
);

#[test]
fn a_summary_is_said_on_standard_error() {
    let place = Place::new().with("a", format!("{MAIL}last"));
    let said = "lines     2 in, 2 out, 1 masked, 0 malformed\n\
                bytes     26 in, 26 out\n\
                findings  1\n\
                \n\
                by detector\n  1  email\n\
                \n\
                by field\n  1  (plain text)\n";
    place.pake("mask --summary a").prints(format!("{MASKED}last")).says(said).check();
}

#[test]
fn a_summary_for_programs_is_one_line_of_json() {
    let place = Place::new().with("a", format!("{MAIL}last"));
    let run = place.pake("mask --summary-format json a");
    run.prints(format!("{MASKED}last")).says(JSON).check();
}

#[test]
fn a_summary_file_appears_beside_a_quiet_run() {
    let place = Place::new().with("a", format!("{MAIL}last"));
    let run = place.pake("mask --summary-format json --summary-file s a");
    run.prints(format!("{MASKED}last")).check();
    assert_eq!(place.read("s"), JSON.as_bytes());
}

#[test]
fn sums_agree_at_any_number_of_threads() {
    let text = log(20_000);
    let place = Place::new().with("a", &text);
    let (bytes, out) = (text.len(), masked_log(20_000));
    let said = format!(
        "lines     20000 in, 20000 out, 2000 masked, 0 malformed\n\
         bytes     {bytes} in, {} out\n\
         findings  2000\n",
        out.len()
    );
    for threads in [1, 8] {
        let run = place.pake(&format!("mask -j {threads} --summary a"));
        run.prints(&out).says_among(&[&said]).check();
    }
}

#[test]
fn files_masked_in_place_are_summed_up() {
    let place = Place::new().with("a", "a").with("b", MAIL);
    let said = "lines     2 in, 2 out, 1 masked";
    place.pake("mask --in-place --summary a b").says_among(&[said]).check();
}

#[test]
fn bytes_in_are_those_after_decoding() {
    let archive = zstd::encode_all("x\n".repeat(500).as_bytes(), 1).unwrap();
    let place = Place::new().with("a", archive);
    let run = place.pake("mask --summary -o b a");
    run.says_among(&["bytes     1000 in, 1000 out\n"]).check();
}

#[test]
fn a_summary_file_that_cannot_be_written_is_known_before_any_output() {
    let place = Place::new().with("a", MAIL);
    let said = "error: cannot write `none/s`: no such file or directory\n";
    place.pake("mask --summary-file none/s a").exits(2).says(said).check();
}
