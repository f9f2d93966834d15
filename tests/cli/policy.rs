//! What is wrong with detectors and fields is said before any output.

use crate::harness::{MAIL, Place};

#[test]
fn an_unknown_detector_is_met_with_the_one_that_was_meant() {
    let place = Place::new().with("a", MAIL);
    let said = "error: there is no detector `emial`\nhelp: did you mean `email`?\n";
    for flag in ["--detectors", "--skip-detectors"] {
        place.pake(&format!("mask {flag} emial a")).exits(2).says(said).check();
    }
}

#[test]
fn a_field_pattern_that_cannot_be_is_refused_with_one_that_can() {
    let place = Place::new().with("a", MAIL);
    for flag in ["--mask-field", "--keep-field"] {
        let run = place.pake(&format!("mask {flag} user..name a")).exits(2);
        run.says_among(&["error: ", "`user..name`", "help: ", "`user.email`"]).check();
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let place = Place::new();
    let said = "error: there is no detector `emial`\n\
                help: did you mean `email`?\n\
                error: cannot read `none`: no such file or directory\n";
    place.pake("mask --detectors emial none").exits(2).says(said).check();
}

#[test]
fn a_detector_asked_for_and_skipped_leaves_nothing_to_do_and_that_is_said() {
    let place = Place::new().with("a", MAIL);
    let said = "warning: no detector is left on: nothing is masked\n\
                help: what is named both to look for and to skip is skipped\n";
    place.pake("mask --detectors email --skip-detectors email a").prints(MAIL).says(said).check();
}
