//! `mask --follow` takes a changed config between two lines, and goes on with the last good one when it is broken.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::harness::Place;

const EMAIL: &str = "masking: {detectors: [email]}\n";
const CARD: &str = "masking: {detectors: [card]}\n";

struct Following<'a> {
    place: &'a Place,
    pake: Child,
    lines: BufReader<ChildStdout>,
}

impl Following<'_> {
    fn start(place: &Place) -> Following<'_> {
        let mut pake = place.start("mask --follow a --config pake.yaml");
        let lines = BufReader::new(pake.stdout.take().unwrap());
        Following { place, pake, lines }
    }

    /// Replaces the config as a whole, as careful programs do.
    fn config(&self, text: &str) {
        self.place.write("new", text);
        fs::rename(self.place.path("new"), self.place.path("pake.yaml")).unwrap();
    }

    /// Sends one line; what comes of it.
    fn send(&mut self, line: &str) -> String {
        let file = File::options().append(true).open(self.place.path("a"));
        file.unwrap().write_all(format!("{line}\n").as_bytes()).unwrap();
        let mut out = String::new();
        self.lines.read_line(&mut out).unwrap();
        out.trim_end().to_owned()
    }

    /// Sends a line again and again until `expected` comes of it; how long that took.
    #[track_caller]
    fn until(&mut self, line: &str, expected: &str) -> Duration {
        let start = Instant::now();
        while self.send(line) != expected {
            assert!(start.elapsed() < Duration::from_secs(10), "never: {expected}");
            std::thread::sleep(Duration::from_millis(10));
        }
        start.elapsed()
    }

    fn signal(&self, signal: &str) {
        assert!(self.place.shell(&format!("kill -{signal} {}", self.pake.id())).wait().unwrap().success());
    }

    /// Ends it; what it has said.
    fn end(mut self) -> String {
        self.signal("TERM");
        let mut said = String::new();
        self.pake.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        self.pake.wait().unwrap();
        said
    }
}

const LINE: &str = "john@example.com 4111-1111-1111-1111";
const WITHOUT_MAIL: &str = "j***@example.com 4111-1111-1111-1111";
const WITHOUT_CARD: &str = "john@example.com 4111-****-****-1111";

#[test]
fn a_change_is_taken_within_a_second_and_a_broken_one_is_not() {
    let place = Place::new().with("a", "").with("pake.yaml", EMAIL);
    let mut run = Following::start(&place);
    assert_eq!(run.send(LINE), WITHOUT_MAIL);
    run.config(CARD);
    let took = run.until(LINE, WITHOUT_CARD);
    assert!(took < Duration::from_secs(1), "{took:?}");
    run.config("masking: {detectors: [emial]}\n");
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(run.send(LINE), WITHOUT_CARD);
    fs::remove_file(place.path("pake.yaml")).unwrap();
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(run.send(LINE), WITHOUT_CARD);
    run.config(EMAIL);
    run.until(LINE, WITHOUT_MAIL);
    let said = run.end();
    let expected = "error[PK0201]: there is no detector `emial`
 --> pake.yaml:1:23
  |
1 | masking: {detectors: [emial]}
  |                       ^^^^^
  |
  = help: did you mean `email`?
warning: the last good configuration goes on
error[PK0001]: cannot read `pake.yaml`: no such file or directory
warning: the last good configuration goes on
";
    assert_eq!(said, expected);
}

#[test]
fn what_is_imported_is_watched_too_and_sighup_reads_again() {
    let rules = |word: &str| format!("[[rules]]\nid = 'own'\nregex = '''{word}-\\d+'''\n");
    let place = Place::new().with("a", "").with("r.toml", rules("one"));
    place.write("pake.yaml", "masking: {import: r.toml}\n");
    let mut run = Following::start(&place);
    assert_eq!(run.send("one-1 two-2"), "******** two-2");
    run.signal("HUP");
    place.write("r.toml", rules("two"));
    run.until("one-1 two-2", "one-1 ********");
    run.signal("HUP");
    assert_eq!(run.send("one-1 two-2"), "one-1 ********");
    assert_eq!(run.end(), "");
}

#[test]
fn under_load_no_line_is_lost_repeated_or_torn() {
    const LINES: usize = 60_000;
    let place = Place::new().with("a", "").with("pake.yaml", EMAIL);
    let run = Following::start(&place);
    let done = Arc::new(AtomicBool::new(false));
    let (path, ended) = (place.path("a"), done.clone());
    let writer = std::thread::spawn(move || {
        let mut file = File::options().append(true).open(path).unwrap();
        for n in 0..LINES {
            writeln!(file, "{n} {LINE} {n}").unwrap();
            if n % 1000 == 0 {
                std::thread::sleep(Duration::from_millis(30));
            }
        }
        ended.store(true, Ordering::SeqCst);
    });
    let (folder, ended) = (place.path("."), done.clone());
    let changer = std::thread::spawn(move || {
        let mut changes = 0;
        while !ended.load(Ordering::SeqCst) {
            let text = match changes % 3 {
                0 => CARD,
                1 => "masking: {detectors: [\n",
                _ => EMAIL,
            };
            fs::write(folder.join("new"), text).unwrap();
            fs::rename(folder.join("new"), folder.join("pake.yaml")).unwrap();
            changes += 1;
            std::thread::sleep(Duration::from_millis(250));
        }
    });
    let Following { mut pake, lines, .. } = run;
    // What is said must be read, or the pipe fills.
    let mut stderr = pake.stderr.take().unwrap();
    let said = std::thread::spawn(move || {
        let mut said = String::new();
        stderr.read_to_string(&mut said).unwrap();
        said
    });
    let mut seen = [0; 2];
    let mut switches = 0;
    let mut last = 0;
    for (n, line) in lines.lines().take(LINES).enumerate() {
        let line = line.unwrap();
        let kind = match line.as_str() {
            line if line == format!("{n} {WITHOUT_MAIL} {n}") => 0,
            line if line == format!("{n} {WITHOUT_CARD} {n}") => 1,
            other => panic!("line {n}: {other}"),
        };
        seen[kind] += 1;
        switches += usize::from(kind != last);
        last = kind;
    }
    writer.join().unwrap();
    changer.join().unwrap();
    assert!(place.shell(&format!("kill -TERM {}", pake.id())).wait().unwrap().success());
    pake.wait().unwrap();
    assert!(said.join().unwrap().contains("error[PK0004]"));
    assert_eq!(seen[0] + seen[1], LINES);
    assert!(switches >= 2 && seen[0] > 0 && seen[1] > 0, "{seen:?}, {switches} switches");
}
