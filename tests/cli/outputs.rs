//! Files that appear whole or not at all.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::harness::{MAIL, MASKED, Place, eventually, log, masked_log};

#[test]
fn an_output_file_is_written_and_nothing_else_is_left() {
    let place = Place::new().with("a", log(2000));
    place.pake("mask a -o b").check();
    assert_eq!(place.read("b"), masked_log(2000).as_bytes());
    assert_eq!(place.names(), ["a", "b"]);
}

#[test]
fn an_output_file_keeps_the_mode_of_the_one_that_it_replaces() {
    let place = Place::new().with("a", MAIL).with("b", "old");
    fs::set_permissions(place.path("b"), fs::Permissions::from_mode(0o640)).unwrap();
    place.pake("mask a -o b").check();
    let mode = fs::metadata(place.path("b")).unwrap().permissions().mode();
    assert_eq!((place.read("b"), mode & 0o7777), (MASKED.into(), 0o640));
}

#[test]
fn a_new_output_file_has_the_mode_of_the_umask() {
    let place = Place::new().with("a", MAIL);
    let output = place.shell("umask 027; \"$PAKE\" mask a -o b").wait_with_output().unwrap();
    assert!(output.status.success());
    let mode = fs::metadata(place.path("b")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o640);
}

#[test]
fn an_output_that_is_a_link_replaces_what_it_leads_to() {
    let place = Place::new().with("a", MAIL).with("target", "old");
    symlink("target", place.path("link")).unwrap();
    symlink("new", place.path("dangling")).unwrap();
    place.pake("mask a -o link").check();
    place.pake("mask a -o dangling").check();
    assert_eq!(place.names(), ["a", "dangling", "link", "new", "target"]);
    assert_eq!(place.read("target"), MASKED.as_bytes());
    assert_eq!(place.read("new"), MASKED.as_bytes());
    assert!(fs::symlink_metadata(place.path("link")).unwrap().is_symlink());
}

#[test]
fn an_input_is_never_the_output() {
    let place = Place::new().with("a", MAIL).with("b", "b\n");
    fs::hard_link(place.path("a"), place.path("same")).unwrap();
    let said = "error: `a` is input and output\n\
                help: `pake mask --in-place FILE` replaces a file by its masked lines\n";
    for arguments in ["mask b a -o a", "mask a -o same", "mask a -o ./same"] {
        place.pake(arguments).exits(2).says(said).check();
    }
    for script in ["\"$PAKE\" mask a >> a", "\"$PAKE\" mask a >> same"] {
        let output = place.shell(script).wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), said);
    }
    let output = place.shell("\"$PAKE\" mask < a >> a").wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: `<stdin>` is input"));
    assert_eq!(place.read("a"), MAIL.as_bytes());
    assert_eq!(place.names(), ["a", "b", "same"]);
}

#[test]
fn a_full_disk_leaves_no_half_file() {
    let place = Place::new().with("a", MAIL);
    let said = "error: cannot write `/dev/full`: no space left on device\n";
    place.pake("mask a -o /dev/full").exits(2).says(said).check();
    assert_eq!(place.names(), ["a"]);
}

#[test]
fn an_output_without_a_folder_is_an_error() {
    let place = Place::new().with("a", MAIL);
    let said = "error: cannot write `none/b`: no such file or directory\n";
    place.pake("mask a -o none/b").exits(2).says(said).check();
    place.pake("mask a -o .").exits(2).says("error: cannot write `.`: it is a directory\n").check();
}

#[test]
fn an_input_that_is_missing_leaves_the_output_as_it_was() {
    let place = Place::new().with("b", "old");
    let said = "error: cannot read `a`: no such file or directory\n";
    place.pake("mask a -o b").exits(2).says(said).check();
    assert_eq!(place.read("b"), b"old");
}

#[test]
fn a_signal_leaves_no_half_file() {
    for signal in ["INT", "TERM"] {
        let place = Place::new().with("b", "old");
        let mut pake = place.start("mask -o b");
        let mut stdin = pake.stdin.take().unwrap();
        stdin.write_all(MAIL.as_bytes()).unwrap();
        eventually("a temporary file", || place.names().len() == 2);
        let kill = format!("kill -{signal} {}", pake.id());
        assert!(place.shell(&kill).wait().unwrap().success());
        let status = pake.wait().unwrap();
        assert_eq!(status.code(), None, "ended by the signal");
        assert_eq!(place.names(), ["b"]);
        assert_eq!(place.read("b"), b"old");
    }
}

#[test]
fn files_are_masked_in_place_each_with_its_mode() {
    let place = Place::new().with("a", MAIL).with("b", log(2000));
    fs::set_permissions(place.path("b"), fs::Permissions::from_mode(0o600)).unwrap();
    place.pake("mask --in-place a b").check();
    assert_eq!(place.read("a"), MASKED.as_bytes());
    assert_eq!(place.read("b"), masked_log(2000).as_bytes());
    let mode = fs::metadata(place.path("b")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
    assert_eq!(place.names(), ["a", "b"]);
}

#[test]
fn a_file_with_nothing_to_mask_is_left_alone_in_place() {
    let place = Place::new().with("a", "nothing\n");
    let before = fs::metadata(place.path("a")).unwrap().modified().unwrap();
    place.pake("mask --in-place a").check();
    assert_eq!(fs::metadata(place.path("a")).unwrap().modified().unwrap(), before);
    assert_eq!(place.names(), ["a"]);
}

#[test]
fn compressed_files_and_standard_input_are_not_masked_in_place() {
    let archive = zstd::encode_all(MAIL.as_bytes(), 1).unwrap();
    let place = Place::new().with("a", MAIL).with("b.zst", archive);
    let said = "error: `b.zst` is zstd data and cannot be masked in place\n\
                help: pake mask b.zst | zstd > masked.zst\n\
                error: standard input cannot be masked in place\n\
                help: leave out --in-place\n";
    place.pake("mask --in-place a b.zst -").exits(2).says(said).check();
    assert_eq!(place.read("a"), MAIL.as_bytes());
}

#[test]
fn a_named_pipe_given_as_output_is_written_to_and_not_replaced() {
    let place = Place::new().with("a", MAIL);
    let script = "mkfifo pipe; \"$PAKE\" mask a -o pipe & cat pipe; wait";
    let output = place.shell(script).wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), MASKED);
    assert_eq!(place.names(), ["a", "pipe"]);
}

#[test]
fn a_signal_that_was_ignored_from_the_start_stays_ignored() {
    let place = Place::new();
    let mut pake = place.shell("trap '' INT; exec \"$PAKE\" mask -o b");
    let mut stdin = pake.stdin.take().unwrap();
    stdin.write_all(MAIL.as_bytes()).unwrap();
    eventually("a temporary file", || place.names().len() == 1);
    let kill = format!("kill -INT {}", pake.id());
    assert!(place.shell(&kill).wait().unwrap().success());
    stdin.write_all(MAIL.as_bytes()).unwrap();
    drop(stdin);
    assert!(pake.wait().unwrap().success());
    assert_eq!(place.read("b"), [MASKED, MASKED].concat().as_bytes());
}

#[test]
fn a_file_that_cannot_be_written_to_its_end_leaves_nothing() {
    let place = Place::new().with("a", log(5000)).with("b", "old");
    let script = "trap '' XFSZ; ulimit -f 8; \"$PAKE\" mask a -o b; echo \"exit $?\" >&2";
    let output = place.shell(script).wait_with_output().unwrap();
    let said = "error: cannot write `b`: file too large\nexit 2\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), said);
    assert_eq!(place.names(), ["a", "b"]);
    assert_eq!(place.read("b"), b"old");
}
