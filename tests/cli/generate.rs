//! `pake generate`: completions and manual pages, and the committed ones in step.

use std::fs;
use std::path::Path;

use crate::harness::Place;

/// The committed folder holds exactly what the program generates.
#[track_caller]
fn in_step(what: &str, folder: &str) {
    let place = Place::new();
    place.pake(&format!("generate {what} --dir out")).check();
    let read = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            entries.map(|path| (path.file_name().unwrap().to_owned(), fs::read_to_string(path).unwrap())).collect();
        files.sort();
        files
    };
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    assert!(read(&committed) == read(&place.path("out")), "out of step: pake generate {what} --dir {folder}");
}

#[test]
fn committed_completions_are_in_step() {
    in_step("completions", "completions");
}

#[test]
fn committed_manual_pages_are_in_step() {
    in_step("man", "man");
}

#[test]
fn completions_for_a_shell_are_printed() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = place.pake(&format!("generate completions {shell}"));
        run.prints_among(&["skip-detectors", "in-place"]).check();
    }
}

#[test]
fn bash_loads_its_completions() {
    let place = Place::new();
    let script = "command -v bash > null || exit 0; \"$PAKE\" generate completions bash > c && \
                  bash -c 'source ./c && complete -p pake' > null";
    let output = place.shell(script).wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
