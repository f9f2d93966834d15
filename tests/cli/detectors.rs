//! `pake detectors`: the catalogue for people and programs.

use pake::detect::{Detector, catalogue::FAMILIES};

use crate::harness::Place;

fn all() -> impl Iterator<Item = &'static Detector> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

#[test]
fn all_detectors_are_listed_in_text_and_in_json() {
    let ids: Vec<&str> = all().map(|row| row.id).collect();
    let place = Place::new();
    place.pake("detectors").prints_among(&ids).check();
    place.pake("detectors --profile strict").prints_among(&ids).check();
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"id\": \"{id}\"")).collect();
    let mut quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    quoted.push("\"schema\": 1");
    place.pake("detectors --format json").prints_among(&quoted).check();
}

#[test]
fn one_detector_is_explained_with_its_examples() {
    for row in all() {
        let place = Place::new();
        let mut texts = vec![row.title, row.why, row.source];
        texts.extend(row.matches.iter().flat_map(|example| [example.text, example.masked]));
        place.pake(&format!("detectors {}", row.id)).prints_among(&texts).check();
    }
}

#[test]
fn an_unknown_detector_is_an_error() {
    let place = Place::new();
    let run = place.pake("detectors no-such-thing-at-all").exits(2);
    run.says_among(&["error: there is no detector `no-such-thing-at-all`\nhelp: "]).check();
}
