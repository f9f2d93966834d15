//! `--follow`: through rotation and truncation, to a signal.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::process::{Child, ChildStdout};

use crate::harness::{MAIL, MASKED, Place, read_exactly};

struct Following<'a> {
    place: &'a Place,
    pake: Child,
    stdout: ChildStdout,
}

fn follow(place: &Place) -> Following<'_> {
    let mut pake = place.start("mask --follow a");
    let stdout = pake.stdout.take().unwrap();
    Following { place, pake, stdout }
}

impl Following<'_> {
    fn append(&mut self, name: &str, text: &str) {
        let file = File::options().append(true).create(true).open(self.place.path(name));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[track_caller]
    fn prints(&mut self, text: &str) {
        let bytes = read_exactly(&mut self.stdout, text.len());
        assert_eq!(String::from_utf8(bytes).unwrap(), text);
    }

    /// Ends it by `signal`; what it still prints, and what it has said.
    #[track_caller]
    fn end(mut self, signal: &str) -> (String, String) {
        let kill = format!("kill -{signal} {}", self.pake.id());
        assert!(self.place.shell(&kill).wait().unwrap().success());
        let (mut rest, mut said) = (String::new(), String::new());
        self.stdout.read_to_string(&mut rest).unwrap();
        self.pake.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(self.pake.wait().unwrap().code(), None, "ended by the signal");
        (rest, said)
    }
}

#[test]
fn a_file_is_followed_from_its_start_until_a_signal() {
    for signal in ["INT", "TERM"] {
        let place = Place::new().with("a", MAIL);
        let mut run = follow(&place);
        run.prints(MASKED);
        run.append("a", "two\n");
        run.prints("two\n");
        run.append("a", "half john@example.com");
        assert_eq!(run.end(signal), ("half j***@example.com".into(), String::new()));
    }
}

#[test]
fn rotation_loses_nothing() {
    let place = Place::new().with("a", "one\n");
    let mut run = follow(&place);
    run.prints("one\n");
    for n in 0..5 {
        fs::rename(place.path("a"), place.path("a.1")).unwrap();
        run.append("a.1", &format!("late {n}\n"));
        run.append("a", &format!("new {n}\n"));
        run.prints(&format!("late {n}\nnew {n}\n"));
    }
    assert_eq!(run.end("INT"), (String::new(), String::new()));
}

#[test]
fn a_truncated_file_is_read_from_its_start_and_that_is_said() {
    let place = Place::new().with("a", "one\ntwo\n");
    let mut run = follow(&place);
    run.prints("one\ntwo\n");
    place.write("a", "3\n");
    run.prints("3\n");
    let said = "warning: `a`: the file was truncated; following it from its start\n";
    assert_eq!(run.end("INT"), (String::new(), said.to_owned()));
}

#[test]
fn what_cannot_be_followed_is_refused() {
    let place = Place::new().with("a.zst", zstd::encode_all(&b"a\n"[..], 1).unwrap());
    let said = "error: cannot read `none`: no such file or directory\n";
    place.pake("mask --follow none").exits(2).says(said).check();
    let said = "error: `a.zst` is zstd data and cannot be followed\n";
    place.pake("mask --follow a.zst").exits(2).says(said).check();
}
