//! `--check`: where findings are, for people and for builds.

use crate::harness::{MAIL, Place, log};

#[test]
fn findings_are_named_by_file_line_and_column_and_the_code_is_1() {
    let place = Place::new().with("a", format!("one\n{MAIL}")).with("b", format!("{MAIL}x\n{MAIL}"));
    let expected = "a:2:6: email\nb:1:6: email\nb:3:6: email\n";
    place.pake("mask --check a b").exits(1).prints(expected).check();
}

#[test]
fn nothing_found_is_silent() {
    let place = Place::new().with("a", "nothing\n");
    place.pake("mask --check a").check();
}

#[test]
fn standard_input_has_a_name() {
    let place = Place::new();
    place.pake("mask --check").stdin(MAIL).exits(1).prints("<stdin>:1:6: email\n").check();
}

#[test]
fn a_line_that_two_files_share_belongs_to_the_first() {
    let place = Place::new().with("a", "one\nmail john@").with("b", format!("example.com\n{MAIL}"));
    let expected = "a:2:6: email\nb:2:6: email\n";
    place.pake("mask --check a b").exits(1).prints(expected).check();
}

#[test]
fn places_are_the_same_at_any_number_of_threads() {
    let text = log(20_000);
    let place = Place::new().with("a", &text);
    let mut expected = String::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(column) = line.find("john") {
            expected += &format!("a:{}:{}: email\n", index + 1, column + 1);
        }
    }
    for threads in [1, 8] {
        let run = place.pake(&format!("mask --check -j {threads} a"));
        run.exits(1).prints(&expected).check();
    }
}

#[test]
fn a_count_is_said_with_a_summary_only() {
    let place = Place::new().with("a", MAIL);
    let run = place.pake("mask --check --summary a").exits(1);
    run.prints("a:1:6: email\n").says_among(&["findings  1\n"]).check();
}
