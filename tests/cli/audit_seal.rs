//! Seals: whatever is changed in a log is found and placed; what is not changed is not.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::harness::Place;

/// A place with keys.
fn keys() -> Place {
    let place = Place::new();
    let run = place.pake("audit keygen --name example.com/shop shop.key").output();
    assert!(run.status.success());
    assert_eq!(run.stdout, place.read("shop.key.pub"));
    place
}

fn seal(place: &Place) {
    place.pake("audit seal --key shop.key app.log").check();
}

const VERIFY: &str = "audit verify --key shop.key.pub app.log";

/// Numbered lines, all different.
fn lines(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{{\"n\":{n},\"pad\":\"{}\"}}\n", "x".repeat(n * 7 % 60))).collect()
}

/// A sealed log that was changed.
struct Changed(Place);

impl Changed {
    fn new(sealed: &[u8]) -> Changed {
        let place = keys().with("app.log", sealed);
        assert!(place.pake("audit seal --key shop.key app.log").output().status.success());
        Changed(place)
    }

    /// What is said first once the log is this, and that it is altered.
    #[track_caller]
    fn says(&self, now: &[u8], first: &str) {
        self.0.write("app.log", now);
        let run = self.0.pake(VERIFY).output();
        let said = String::from_utf8(run.stdout).unwrap();
        assert_eq!(said.lines().next(), Some(&*format!("app.log: {first}")), "{said}");
        assert!(said.trim_end().ends_with(": altered"), "{said}");
        assert_eq!((run.status.code(), run.stderr.len()), (Some(1), 0));
    }
}

#[test]
fn a_log_that_was_not_changed_is_as_sealed_and_one_that_grew_too() {
    let place = keys().with("app.log", lines(700).concat());
    seal(&place);
    assert_eq!(
        place.names(),
        ["app.log", "app.log.checkpoint", "app.log.checkpoint.lines", "shop.key", "shop.key.pub"]
    );
    place.pake(VERIFY).prints("app.log: 700 lines, as sealed\n").check();
    fs::copy(place.path("app.log.checkpoint"), place.path("old")).unwrap();
    place.write("app.log", lines(702).concat());
    place.pake(VERIFY).prints("app.log: 700 lines, as sealed; 2 added since\n").check();
    // Sealed again it still verifies against the checkpoint of before.
    seal(&place);
    place.pake(VERIFY).prints("app.log: 702 lines, as sealed\n").check();
    let old = "audit verify --key shop.key.pub --checkpoint old app.log";
    place.pake(old).prints("app.log: 700 lines, as sealed; 2 added since\n").check();
}

#[test]
fn every_kind_of_byte_counts() {
    let all = lines(300);
    let log = Changed::new(all.concat().as_bytes());
    for at in [0, 1, 150, 255, 256, 298, 299] {
        for byte in [0, all[at].len() / 2, all[at].len() - 2] {
            let mut now: Vec<Vec<u8>> = all.iter().map(|line| line.as_bytes().to_vec()).collect();
            now[at][byte] ^= 0x10;
            log.says(&now.concat(), &format!("line {} was altered", at + 1));
        }
        let with = |line: String| {
            let mut now = all.clone();
            now[at] = line;
            now.concat().into_bytes()
        };
        let line = all[at].trim_end();
        // A byte more, at either end; a carriage return; a byte less.
        log.says(&with(format!(" {line}\n")), &format!("line {} was altered", at + 1));
        log.says(&with(format!("{line} \n")), &format!("line {} was altered", at + 1));
        log.says(&with(format!("{line}\r\n")), &format!("line {} was altered", at + 1));
        log.says(&with(format!("{}\n", &line[1..])), &format!("line {} was altered", at + 1));
        // Its newline gone: two lines are one. At the end it is the newline alone.
        let joined = match at {
            299 => "line 300 was altered".to_owned(),
            298 => "lines 299 to 300 were replaced by other lines, line 299 now".to_owned(),
            _ => format!("lines {} to {} were replaced by other lines, line {} now", at + 1, at + 2, at + 1),
        };
        log.says(&with(line.to_owned()), &joined);
    }
}

#[test]
fn a_carriage_return_an_empty_line_and_a_missing_last_newline_are_sealed_as_they_are() {
    let log = Changed::new(b"one\r\n\ntwo\n\n\nthree");
    let said = "warning: the last line of `app.log` has no newline: it is sealed as it is, and must not go on\n";
    log.0.pake("audit seal --key shop.key app.log").says(said).check();
    log.0.pake(VERIFY).prints("app.log: 6 lines, as sealed\n").check();
    log.says(b"one\n\ntwo\n\n\nthree", "line 1 was altered");
    log.says(b"one\r\n \ntwo\n\n\nthree", "line 2 was altered");
    log.says(b"one\r\n\ntwo\n\n\nthree\n", "line 6 was altered");
    log.says(b"one\r\n\ntwo\n\n\nthree four\n", "line 6 was altered");
    log.says(b"one\r\n\ntwo\n\nthree", "line 5 was removed");
    log.says(b"one\r\n\ntwo\n\n\n", "line 6 was cut off at the end");
    log.says(b"", "lines 1 to 6 were cut off at the end");
}

#[test]
fn lines_that_are_removed_inserted_swapped_moved_or_cut_off_are_placed() {
    let all = lines(600);
    let log = Changed::new(all.concat().as_bytes());
    let changed = |change: &dyn Fn(&mut Vec<String>), said: &str| {
        let mut now = all.clone();
        change(&mut now);
        log.says(now.concat().as_bytes(), said);
    };
    changed(&|now| drop(now.remove(0)), "line 1 was removed");
    changed(&|now| drop(now.remove(256)), "line 257 was removed");
    changed(&|now| drop(now.drain(99..400)), "lines 100 to 400 were removed");
    changed(&|now| drop(now.pop()), "line 600 was cut off at the end");
    changed(&|now| now.truncate(450), "lines 451 to 600 were cut off at the end");
    changed(&|now| now.insert(0, "new\n".to_owned()), "line 1 now was inserted before the first");
    changed(&|now| now.insert(300, "new\n".to_owned()), "line 301 now was inserted behind line 300");
    changed(&|now| now.insert(300, "\n".to_owned()), "line 301 now was inserted behind line 300");
    changed(&|now| now.insert(300, now[299].clone()), "line 301 now was inserted behind line 300");
    changed(&|now| now.swap(7, 8), "lines 8 and 9 were swapped");
    changed(&|now| now.swap(0, 599), "lines 1 and 600 were swapped");
    let moved = |now: &mut Vec<String>| {
        let line = now.remove(9);
        now.insert(399, line);
    };
    changed(&moved, "line 10 was moved, and is line 400 now");
    // A log that grew hides nothing.
    let grown = |now: &mut Vec<String>| {
        now.remove(20);
        now.extend(["more\n".to_owned(), "and more\n".to_owned()]);
    };
    changed(&grown, "line 21 was removed");
}

#[test]
fn all_places_are_said_and_programs_are_told_too() {
    let all = lines(400);
    let log = Changed::new(all.concat().as_bytes());
    let mut now = all.clone();
    now[9] = "other\n".to_owned();
    now.remove(300);
    log.0.write("app.log", now.concat());
    let said =
        "app.log: line 10 was altered\napp.log: line 301 was removed\napp.log: 400 lines sealed, 399 now: altered\n";
    log.0.pake(VERIFY).prints(said).exits(1).check();
    let run = log.0.pake(&format!("{VERIFY} --format json")).output();
    let document: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(document["verdict"], "altered");
    assert_eq!((&document["sealed_lines"], &document["lines"]), (&400.into(), &399.into()));
    assert_eq!(document["faults"][0]["kind"], "altered");
    assert_eq!(document["faults"][0]["sealed"], serde_json::json!({"from": 10, "to": 10}));
    assert_eq!(document["faults"][1]["text"], "line 301 was removed");
}

#[test]
fn what_is_said_does_not_depend_on_threads() {
    let mut all = lines(20_000);
    let log = Changed::new(all.concat().as_bytes());
    let note = log.0.read("app.log.checkpoint");
    fs::remove_file(log.0.path("app.log.checkpoint")).unwrap();
    log.0.pake("audit seal --threads 1 --key shop.key app.log").check();
    assert_eq!(log.0.read("app.log.checkpoint"), note);
    all.swap(3, 19_000);
    log.0.write("app.log", all.concat());
    let said: Vec<_> = [1, 2, 8].map(|threads| log.0.pake(&format!("{VERIFY} -j {threads}")).output().stdout).into();
    assert!(said[0].starts_with(b"app.log: lines 4 and 19001 were swapped\n"));
    assert!(said.iter().all(|one| *one == said[0]));
}

#[test]
fn a_compressed_log_is_the_log_that_it_was() {
    let text = lines(500).concat();
    let place = keys().with("app.log", &text);
    seal(&place);
    let gzip = |text: &str| {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
        out.finish().unwrap()
    };
    fs::rename(place.path("app.log"), place.path("app.log.1")).unwrap();
    let rotated = "audit verify --key shop.key.pub --checkpoint app.log.checkpoint";
    place.pake(&format!("{rotated} app.log.1")).prints("app.log.1: 500 lines, as sealed\n").check();
    // The seal of the log as it was before it was compressed is found beside it.
    place.write("app.log.gz", gzip(&text));
    place.pake("audit verify --key shop.key.pub app.log.gz").prints("app.log.gz: 500 lines, as sealed\n").check();
    place.write("app.log.zst", zstd::encode_all(text.as_bytes(), 1).unwrap());
    place.pake("audit verify --key shop.key.pub app.log.zst").prints("app.log.zst: 500 lines, as sealed\n").check();
    place.write("app.log.gz", gzip(&text.replacen("\"n\":77,", "\"n\":78,", 1)));
    let said = "app.log.gz: line 77 was altered\napp.log.gz: 500 lines sealed, 500 now: altered\n";
    place.pake("audit verify --key shop.key.pub app.log.gz").prints(said).exits(1).check();
    // Cut off in the middle it is not taken for a shorter log.
    let cut = gzip(&text);
    place.write("app.log.gz", &cut[..cut.len() / 2]);
    let said = ["the gzip data is cut off", "error: `app.log.gz` could not be read to its end, and is not verified\n"];
    place.pake("audit verify --key shop.key.pub app.log.gz").says_among(&said).exits(2).check();
    let said = ["error: `app.log.gz` was not sealed: it could not be read to its end\n"];
    place.pake("audit seal --key shop.key app.log.gz").says_among(&said).exits(2).check();
    assert!(!place.path("app.log.gz.checkpoint").exists());
}

#[test]
fn a_log_that_is_not_the_sealed_one_with_more_lines_is_not_sealed_again() {
    let place = keys().with("app.log", "one\ntwo\n");
    seal(&place);
    let before = place.read("app.log.checkpoint");
    for text in ["one\n2\nthree\n", "one\n", ""] {
        place.write("app.log", text);
        let said = "error: `app.log` was not sealed: it is not what `app.log.checkpoint` seals, with lines added\n\
                    help: `pake audit verify` says where it differs; of another log's seal: \
                    mv app.log.checkpoint app.log.checkpoint.old\n";
        place.pake("audit seal --key shop.key app.log").says(said).exits(1).check();
    }
    assert_eq!(place.read("app.log.checkpoint"), before);
    place.pake("audit keygen --name other other.key").output();
    // Something without an end is no checkpoint either.
    let said = ["error: `/dev/zero` is not believed: it is too long for a signed note\n"];
    place.pake("audit seal --key shop.key --checkpoint /dev/zero app.log").says_among(&said).exits(2).check();
    let said = ["error: `app.log.checkpoint` is not believed: it is not signed by the key `--key` names\n"];
    place.pake("audit seal --key other.key app.log").says_among(&said).exits(2).check();
    assert_eq!(place.read("app.log.checkpoint"), before);
    assert_eq!(place.names().iter().filter(|name| name.starts_with(".pake-")).count(), 0);
}

#[test]
fn an_altered_checkpoint_is_not_believed() {
    let place = keys().with("app.log", lines(3).concat());
    seal(&place);
    let note = String::from_utf8(place.read("app.log.checkpoint")).unwrap();
    let verify = |note: &str| {
        place.write("app.log.checkpoint", note);
        let run = place.pake(VERIFY).output();
        assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0));
        String::from_utf8(run.stderr).unwrap()
    };
    let not = |why: &str| format!("error: `app.log.checkpoint` is not believed: {why}\n");
    let forged = not("its signature does not fit its text: it was altered after it was signed");
    assert_eq!(verify(&note.replacen("\n3\n", "\n2\n", 1)), forged);
    assert_eq!(verify(&note.replacen("/app.log", "/other.log", 1)), forged);
    assert_eq!(verify(&note[..note.len() - 1]), not("it has not the form of a signed note"));
    assert_eq!(verify(""), not("it has not the form of a signed note"));
    let other = place.pake("audit keygen --name example.com/shop other.key").output();
    assert!(other.status.success());
    place.write("app.log.checkpoint", &note);
    let said = not("it is not signed by the key `--key` names");
    place.pake("audit verify --key other.key.pub app.log").says(&said).exits(2).check();
}

#[test]
fn without_its_book_a_log_is_verified_and_faults_are_not_placed() {
    let place = keys().with("app.log", lines(3).concat());
    seal(&place);
    place.write("other.log", lines(4).concat());
    place.pake("audit seal --key shop.key other.log").check();
    let altered = lines(3).concat().replace("\"n\":2", "\"n\":9");
    let verify = |why: &str| {
        place.write("app.log", lines(3).concat());
        place.pake(VERIFY).prints("app.log: 3 lines, as sealed\n").check();
        place.write("app.log", &altered);
        let said = format!(
            "app.log: it is not what was sealed; where cannot be said: `app.log.checkpoint.lines`: {why}\n\
             app.log: 3 lines sealed, 3 now: altered\n"
        );
        place.pake(VERIFY).prints(said).exits(1).check();
    };
    fs::copy(place.path("other.log.checkpoint.lines"), place.path("app.log.checkpoint.lines")).unwrap();
    verify("it does not belong to the checkpoint");
    place.write("app.log.checkpoint.lines", "something else");
    verify("it has not the form of such a file");
    fs::remove_file(place.path("app.log.checkpoint.lines")).unwrap();
    verify("it cannot be read: No such file or directory (os error 2)");
}

#[test]
fn marks_that_were_forged_still_leave_the_range_of_the_fault() {
    let all = lines(600);
    let place = keys().with("app.log", all.concat());
    seal(&place);
    let altered = all.concat().replacen("\"n\":300,", "\"n\":399,", 1);
    place.write("forged.log", &altered);
    place.pake("audit seal --key shop.key forged.log").check();
    // The mark of the altered line in place of the sealed one's: the second chunk begins with its root.
    let mut book = place.read("app.log.checkpoint.lines");
    let at = 13 + (32 + 4 * 256) + 32 + 4 * (300 - 256 - 1);
    book[at..at + 4].copy_from_slice(&place.read("forged.log.checkpoint.lines")[at..at + 4]);
    place.write("app.log.checkpoint.lines", book);
    place.write("app.log", &altered);
    let said =
        "app.log: among lines 257 to 512, one or more were altered\napp.log: 600 lines sealed, 600 now: altered\n";
    place.pake(VERIFY).prints(said).exits(1).check();
}

#[test]
fn a_line_is_proved_without_the_log() {
    let all = lines(300);
    let place = keys().with("app.log", all.concat());
    seal(&place);
    for line in [1, 2, 256, 257, 300] {
        let text = &all[line - 1];
        let prove = format!("audit prove --key shop.key.pub --line {line} -o a.tlog-proof app.log");
        place.pake(&prove).check();
        let check = || place.pake("audit check-proof --key shop.key.pub a.tlog-proof");
        let said = format!("line {line} of example.com/shop/app.log, of 300 lines when it was sealed\n");
        check().stdin(text.as_bytes()).prints(said).check();
        let not = "error: `a.tlog-proof` is not believed: the line is not the one that was sealed there\n";
        check().stdin(all[line % 300].as_bytes()).says(not).exits(1).check();
        let help = format!("{not}help: the line was given without its newline, which is a part of it\n");
        check().stdin(text.trim_end().as_bytes()).says(&help).exits(1).check();
    }
    let said = "error: there is no line 301 in what was sealed of `app.log`: 300 lines\n";
    place.pake("audit prove --key shop.key.pub --line 301 app.log").says(said).exits(2).check();
    place.write("app.log", all.concat().replacen('x', "y", 1));
    let said = ["error: `app.log` is not what was sealed, and nothing is proved of it\n"];
    place.pake("audit prove --key shop.key.pub --line 1 app.log").says_among(&said).exits(1).check();
}

#[test]
fn keys_are_for_their_owner_and_never_written_over() {
    let place = keys().with("app.log", "one\n");
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("shop.key"), 0o600);
    let said = ["error: `shop.key.pub` is there already, and a key is never written over\n"];
    place.pake("audit keygen --name x shop.key").says_among(&said).exits(2).check();
    symlink(place.path("nowhere"), place.path("link")).unwrap();
    let said = ["error: `link` is there already"];
    place.pake("audit keygen --name x link").says_among(&said).exits(2).check();
    assert!(!place.path("nowhere").exists() && !place.path("link.pub").exists());
    let said = ["error: `a b` cannot name a key"];
    place.pake("audit keygen x.key --name").arg("a b").says_among(&said).exits(2).check();
    fs::set_permissions(place.path("shop.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let said = "error: others may read or change the private key `shop.key` (mode 644)\nhelp: chmod 600 shop.key\n";
    place.pake("audit seal --key shop.key app.log").says(said).exits(2).check();
    fs::set_permissions(place.path("shop.key"), fs::Permissions::from_mode(0o400)).unwrap();
    seal(&place);
}

#[test]
fn a_key_that_is_none_is_refused_and_never_shown() {
    let place = keys().with("app.log", "one\n");
    let secret = String::from_utf8(place.read("shop.key")).unwrap();
    let id = secret.split('+').nth(3).unwrap();
    for key in ["", "shop", &secret.replace(id, "00000000"), &secret[..secret.len() - 5], &"x".repeat(5000)] {
        place.write("bad.key", key);
        fs::set_permissions(place.path("bad.key"), fs::Permissions::from_mode(0o600)).unwrap();
        let run = place.pake("audit seal --key bad.key app.log").output();
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(said.starts_with("error: `bad.key` is not used as a key: "), "{said}");
        assert!(!said.contains(secret.rsplit('+').next().unwrap().trim()) && run.status.code() == Some(2));
    }
    let said = ["it is a private key, and a public one is wanted"];
    place.pake("audit verify --key shop.key app.log").says_among(&said).exits(2).check();
    let said = ["it is a public key, and a private one is wanted"];
    fs::set_permissions(place.path("shop.key.pub"), fs::Permissions::from_mode(0o600)).unwrap();
    place.pake("audit seal --key shop.key.pub app.log").says_among(&said).exits(2).check();
}

#[test]
fn a_seal_is_not_written_through_a_symbolic_link() {
    let place = keys().with("app.log", "one\n").with("precious", "data");
    symlink(place.path("precious"), place.path("app.log.checkpoint.lines")).unwrap();
    let said = "error: `app.log.checkpoint.lines` is a symbolic link, and a seal is not written through one\n";
    place.pake("audit seal --key shop.key app.log").says(said).exits(2).check();
    assert_eq!(place.read("precious"), b"data");
    assert!(!place.path("app.log.checkpoint").exists());
}

#[test]
fn logs_of_no_lines_and_of_odd_ones_are_sealed() {
    let long = [b"a\n".to_vec(), vec![b'x'; 20 << 20], b"\nb\n".to_vec()].concat();
    let empty = b"\n".repeat(300_000);
    for (log, said) in [
        (&b""[..], "app.log: 0 lines, as sealed\n"),
        (b"\n", "app.log: 1 line, as sealed\n"),
        (b"\xff\x00\n\r\n", "app.log: 2 lines, as sealed\n"),
        (&long, "app.log: 3 lines, as sealed\n"),
        (&empty, "app.log: 300,000 lines, as sealed\n"),
    ] {
        let place = keys().with("app.log", log);
        seal(&place);
        place.pake(VERIFY).prints(said).check();
    }
    let place = keys().with("app.log", &long);
    seal(&place);
    let mut now = long.clone();
    now[18 << 20] = b'y';
    place.write("app.log", now);
    place
        .pake(VERIFY)
        .prints("app.log: line 2 was altered\napp.log: 3 lines sealed, 3 now: altered\n")
        .exits(1)
        .check();
}

#[test]
fn standard_input_is_sealed_where_the_checkpoint_is_named() {
    let place = keys();
    let said = "error: standard input has no seal beside it\nhelp: --checkpoint FILE\n";
    place.pake("audit seal --key shop.key -").says(said).exits(2).check();
    place.pake("audit seal --key shop.key --checkpoint c -").stdin("one\ntwo\n").check();
    let verify = "audit verify --key shop.key.pub --checkpoint c -";
    place.pake(verify).stdin("one\ntwo\n").prints("<stdin>: 2 lines, as sealed\n").check();
}

#[test]
fn masking_seals_what_it_writes_in_the_same_pass() {
    let place = keys().with("app.log", crate::harness::log(5000));
    place.pake("mask --seal shop.key -o safe.log app.log").check();
    assert_eq!(place.read("safe.log"), crate::harness::masked_log(5000).into_bytes());
    place.pake("audit verify --key shop.key.pub safe.log").prints("safe.log: 5,000 lines, as sealed\n").check();
    let note = place.read("safe.log.checkpoint");
    fs::remove_file(place.path("safe.log.checkpoint")).unwrap();
    place.pake("audit seal --key shop.key safe.log").check();
    assert_eq!(place.read("safe.log.checkpoint"), note);
    place.pake("mask --seal shop.key --in-place app.log safe.log").check();
    place.pake(VERIFY).prints("app.log: 5,000 lines, as sealed\n").check();
    place.pake("audit verify --key shop.key.pub safe.log").prints("safe.log: 5,000 lines, as sealed\n").check();
    let said = "error: --seal has nothing to seal: the lines go to standard output\nhelp: -o FILE, or --in-place\n";
    place.pake("mask --seal shop.key app.log").says(said).exits(2).check();
}

#[test]
fn the_seal_of_one_log_does_not_stand_for_another() {
    let place = keys().with("app.log", lines(9).concat()).with("b.log", lines(7).concat());
    place.pake("audit seal --key shop.key app.log b.log").check();
    for end in ["", ".checkpoint", ".checkpoint.lines"] {
        fs::copy(place.path(&format!("app.log{end}")), place.path(&format!("b.log{end}"))).unwrap();
    }
    let said = "b.log: the seal is that of `example.com/shop/app.log`; --checkpoint FILE verifies a log that had another \
                name\nb.log: 9 lines sealed, 9 now: another log\n";
    place.pake("audit verify --key shop.key.pub b.log").prints(said).exits(1).check();
    // Whoever names the checkpoint knows.
    let named = "audit verify --key shop.key.pub --checkpoint app.log.checkpoint b.log";
    place.pake(named).prints("b.log: 9 lines, as sealed\n").check();
}

#[test]
fn what_was_masked_in_part_is_not_sealed() {
    // The head of a gzip file, and nothing behind it.
    let place = keys().with("cut.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    let run = place.pake("mask --seal shop.key -o safe.log cut.gz").output();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.ends_with("error: `safe.log` was not sealed: not all of its input could be read\n"), "{said}");
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(place.names(), ["cut.gz", "safe.log", "shop.key", "shop.key.pub"]);
}

#[test]
fn only_files_are_sealed() {
    let place = keys().with("app.log", "a\n");
    let said = "error: `/dev/null` is no file, and cannot be sealed\n";
    place.pake("mask --seal shop.key -o /dev/null app.log").says(said).exits(2).check();
    let said = "error: --seal seals a file, and `-` is none\nhelp: -o ./- names a file of that name\n";
    place.pake("mask --seal shop.key -o - app.log").says(said).exits(2).check();
}
