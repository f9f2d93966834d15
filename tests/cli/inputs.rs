//! What is read: files, standard input, archives, and what cannot be.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;

use flate2::{Compression, write::GzEncoder};

use crate::harness::{MAIL, MASKED, Place, log, masked_log};

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

#[test]
fn files_are_read_in_order_and_a_dash_is_standard_input() {
    let place = Place::new().with("a", "a\n").with("b", "b\n");
    let run = place.pake("mask b - a").stdin(MAIL);
    run.prints(format!("b\n{MASKED}a\n")).check();
}

#[test]
fn without_a_file_standard_input_is_read() {
    Place::new().pake("mask").stdin(MAIL).prints(MASKED).check();
}

#[test]
fn a_line_without_newline_goes_on_in_the_next_file_as_with_cat() {
    let place = Place::new().with("a", "to john@exam").with("b", "ple.com\nend");
    place.pake("mask a b").prints("to j***@example.com\nend").check();
}

#[test]
fn all_members_of_a_gzip_file_are_read() {
    let (one, two) = (log(3000), log(500));
    let place = Place::new().with("a.gz", [gzip(&one), gzip(&two)].concat());
    let expected = masked_log(3000) + &masked_log(500);
    place.pake("mask a.gz").prints(expected).check();
}

#[test]
fn zeros_behind_a_gzip_member_are_padding() {
    let place = Place::new().with("a.gz", [gzip("a\n"), vec![0; 512], gzip("b\n")].concat());
    place.pake("mask a.gz").prints("a\nb\n").check();
}

#[test]
fn all_frames_of_a_zstd_file_are_read() {
    let skippable = b"\x50\x2a\x4d\x18\x03\0\0\0abc".to_vec();
    let archive = [skippable, zstd(&log(3000)), zstd(MAIL)].concat();
    let place = Place::new().with("a.zst", archive);
    place.pake("mask a.zst").prints(masked_log(3000) + MASKED).check();
}

#[test]
fn standard_input_may_be_compressed_whatever_its_name() {
    for archive in [gzip(MAIL), zstd(MAIL)] {
        Place::new().pake("mask").stdin(archive).prints(MASKED).check();
    }
}

#[test]
fn of_a_truncated_archive_all_that_could_be_read_comes_out_and_the_loss_is_said() {
    for (format, archive) in [("gzip", gzip(&log(3000))), ("zstd", zstd(&log(3000)))] {
        let place = Place::new().with("a", &archive[..archive.len() - 9]).with("b", "b\n");
        let said = format!(
            "error: `a`: the {format} data is cut off: what could be read was passed on, the rest is missing\n"
        );
        let run = place.pake("mask a b").exits(2).says(&said);
        run.prints_among(&["0  j***@example.com\n1 xxxxxxx\n", "b\n"]).check();
    }
}

#[test]
fn a_gzip_file_cut_off_by_its_checksum_is_truncated_too() {
    let archive = gzip("a\n");
    let place = Place::new().with("a", &archive[..archive.len() - 4]);
    let run = place.pake("mask a").exits(2).prints("a\n");
    run.says_among(&["error: `a`: the gzip data is cut off"]).check();
}

#[test]
fn something_behind_an_archive_is_left_out_and_said() {
    for (format, archive) in [("gzip", gzip("a\n")), ("zstd", zstd("a\n"))] {
        for garbage in ["garbage", "\x1f garbage"] {
            let place = Place::new().with("a", [&archive, garbage.as_bytes()].concat());
            let said = format!("error: `a`: something else follows the {format} data and was left out\n");
            place.pake("mask a").exits(2).prints("a\n").says(&said).check();
        }
    }
}

#[test]
fn a_damaged_archive_is_said_to_be_one() {
    let mut archive = gzip(&log(3000));
    let middle = archive.len() / 2;
    archive[middle..middle + 40].fill(0xff);
    let place = Place::new().with("a", archive);
    let run = place.pake("mask a").exits(2).prints_among(&["1 xxxxxxx\n"]);
    run.says_among(&["error: `a`: the gzip data is damaged"]).check();
}

#[test]
fn a_zstd_window_beyond_the_memory_bound_is_refused_with_a_way_out() {
    let mut encoder = zstd::Encoder::new(Vec::new(), 1).unwrap();
    encoder.window_log(25).unwrap();
    encoder.write_all(MAIL.as_bytes()).unwrap();
    let place = Place::new().with("a", encoder.finish().unwrap());
    let run = place.pake("mask a").exits(2);
    run.says_among(&["8 MiB", "zstd -dc --long=31 FILE | pake mask"]).check();
}

#[test]
fn every_input_that_cannot_be_read_is_named_before_any_output() {
    let place = Place::new().with("a", "a\n");
    std::fs::create_dir(place.path("folder")).unwrap();
    let said = "error: cannot read `none`: no such file or directory\n\
                error: cannot read `folder`: is a directory\n\
                error: cannot read `nor-this`: no such file or directory\n";
    place.pake("mask a none folder nor-this").exits(2).says(said).check();
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    if rustix::process::geteuid().is_root() {
        eprintln!("skipped: root may read everything");
        return;
    }
    let place = Place::new().with("a", "a\n");
    let none = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(place.path("a"), none).unwrap();
    let said = "error: cannot read `a`: permission denied\n";
    place.pake("mask a").exits(2).says(said).check();
}

#[test]
fn a_file_name_cannot_command_the_terminal() {
    let run = Place::new();
    let run = run.pake("mask").arg("a\x1b[2J").exits(2);
    run.says("error: cannot read `a\\u{1b}[2J`: no such file or directory\n").check();
}
