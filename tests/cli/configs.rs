//! `pake validate-config` and `pake explain`: fixtures/configs/ has a file for each fault, and how it is said.

use std::fs;
use std::path::Path;

use pake::diagnostics::{Code, codes};

use crate::harness::{Place, Run};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/configs");

/// The fixtures, and what is too large to be one.
pub fn fixtures() -> Place {
    let place = Place::new();
    copy(Path::new(FOLDER), &place.path("."));
    place.write("too-large.yaml", "# no config\n".repeat(400_000));
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &to),
            false => assert!(fs::copy(&path, to).is_ok()),
        }
    }
}

/// A run on the fixture of a code: with the flag or variable that its first line may ask for.
fn run<'a>(place: &'a Place, code: &Code, more: &str) -> Run<'a> {
    let file = format!("{}.yaml", code.name);
    let text = if place.path(&file).is_file() { place.read(&file) } else { Vec::new() };
    let text = String::from_utf8_lossy(&text).into_owned();
    let with = text.lines().next().and_then(|line| line.strip_prefix("# with ")).unwrap_or_default();
    match with.split_once('=') {
        Some((name, value)) => place.pake(&format!("validate-config {file} {more}")).env(name, value),
        None => place.pake(&format!("validate-config {file} {with} {more}")),
    }
}

fn exit(code: &Code, said: &str) -> i32 {
    match () {
        () if code.id == "PK0001" => 2,
        () if said.contains("error[") => 1,
        () => 0,
    }
}

/// Every code has a file, and what is said of it is what stands beside it. `BLESS=1` writes it anew.
#[test]
fn every_code_has_a_config_with_its_fault_and_is_said_as_it_stands_there() {
    let place = fixtures();
    for code in codes::ALL {
        let snapshot = Path::new(FOLDER).join(format!("{}.txt", code.name));
        if std::env::var_os("BLESS").is_some() {
            let output = run(&place, code, "").output();
            fs::write(&snapshot, &output.stdout).unwrap();
        }
        let said = fs::read_to_string(&snapshot).unwrap();
        assert!(said.contains(&format!("{}[{}]", code.severity.name(), code.id)), "{}: {said}", code.name);
        run(&place, code, "").prints(&said).exits(exit(code, &said)).check();
    }
}

#[test]
fn no_fixture_is_without_a_code() {
    for entry in fs::read_dir(FOLDER).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.split('.').next().unwrap();
        assert!(stem == "valid" || codes::named(stem).is_some(), "{name}");
    }
}

#[test]
fn a_config_with_every_key_is_valid() {
    let place = fixtures();
    let said = "valid.yaml: valid\nenvironment: production (valid.yaml:3)\n";
    place.pake("validate-config valid.yaml --deny warnings").prints(said).check();
}

#[test]
fn every_code_is_explained_by_code_and_by_name() {
    let place = Place::new();
    for code in codes::ALL {
        place.pake(&format!("explain {}", code.id)).prints_among(&[code.name, code.title, "example:"]).check();
        place.pake(&format!("explain {}", code.name)).prints_among(&[code.id]).check();
    }
    place.pake("explain").prints_among(&["PK0103  out-of-order"]).check();
    let said = "error: there is no code `out-of-ordr`\nhelp: did you mean `out-of-order`?\n";
    place.pake("explain out-of-ordr").exits(2).says(said).check();
    let said = "error: there is no code `PK9`\nhelp: `pake explain` lists them all\n";
    place.pake("explain PK9").exits(2).says(said).check();
}
