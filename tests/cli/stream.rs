//! The laws of the stream: the same bytes, promptly, in bounded memory.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use crate::harness::{MAIL, MASKED, Place, log, masked_log, read_exactly};

#[test]
fn bytes_that_are_not_masked_are_kept() {
    for kept in [
        &b""[..],
        b"\n",
        b"\n\n\n",
        b"no newline at the end",
        b"crlf\r\nmixed\nlone\rcr",
        b"\xff\xfe invalid \xc3( utf-8 \x80\n",
        b"nul \0 and \x01\x02\x7f\n",
        "\u{feff}byte order mark\n".as_bytes(),
    ] {
        Place::new().pake("mask").stdin(kept).prints(kept).check();
    }
}

#[test]
fn a_binary_line_is_masked_like_any_other() {
    let run = Place::new();
    let run = run.pake("mask").stdin(&b"\0\xff john@example.com \0\r\n\x89"[..]);
    run.prints(b"\0\xff j***@example.com \0\r\n\x89").check();
}

#[test]
fn the_output_is_the_same_at_any_number_of_threads() {
    let place = Place::new().with("a", log(40_000));
    let expected = masked_log(40_000);
    assert!(expected.len() > 5 << 20);
    for threads in [1, 2, 8] {
        let run = place.pake(&format!("mask -j {threads} a"));
        run.prints(&expected).check();
    }
    place.pake("mask a").prints(&expected).check();
}

#[test]
fn the_output_is_the_same_however_the_input_comes_in() {
    let text = log(300);
    for size in [1, 7, 4096] {
        let mut pake = Place::new().start("mask");
        let mut stdin = pake.stdin.take().unwrap();
        let feeder = std::thread::spawn({
            let text = text.clone();
            move || text.as_bytes().chunks(size).for_each(|part| stdin.write_all(part).unwrap())
        });
        let mut masked = Vec::new();
        pake.stdout.take().unwrap().read_to_end(&mut masked).unwrap();
        feeder.join().unwrap();
        assert!(pake.wait().unwrap().success());
        assert_eq!(String::from_utf8(masked).unwrap(), masked_log(300));
    }
}

#[test]
fn a_line_comes_out_while_standard_input_stays_open() {
    let place = Place::new();
    let mut pake = place.start("mask");
    let (mut stdin, mut stdout) = (pake.stdin.take().unwrap(), pake.stdout.take().unwrap());
    let mut times = Vec::new();
    for _ in 0..200 {
        let start = Instant::now();
        stdin.write_all(MAIL.as_bytes()).unwrap();
        assert_eq!(read_exactly(&mut stdout, MASKED.len()), MASKED.as_bytes());
        times.push(start.elapsed());
    }
    times.sort();
    // A millisecond is the law; a machine that is busy with other tests is given more.
    assert!(times[100] < Duration::from_millis(20), "{:?}", times[100]);

    // The beginning of a line waits for its end.
    stdin.write_all(b"one\nhalf john@exam").unwrap();
    assert_eq!(read_exactly(&mut stdout, 4), b"one\n");
    stdin.write_all(b"ple.com").unwrap();
    drop(stdin);
    let mut rest = Vec::new();
    stdout.read_to_end(&mut rest).unwrap();
    assert_eq!(rest, b"half j***@example.com");
    assert!(pake.wait().unwrap().success());
}

#[test]
fn a_line_comes_out_promptly_from_a_compressed_stream_too() {
    let mut pake = Place::new().start("mask");
    let (mut stdin, mut stdout) = (pake.stdin.take().unwrap(), pake.stdout.take().unwrap());
    let mut encoder = flate2::write::GzEncoder::new(&mut stdin, Default::default());
    for _ in 0..3 {
        encoder.write_all(MAIL.as_bytes()).unwrap();
        encoder.flush().unwrap();
        assert_eq!(read_exactly(&mut stdout, MASKED.len()), MASKED.as_bytes());
    }
    encoder.finish().unwrap();
    drop(stdin);
    assert!(pake.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let place = Place::new().with("a", log(100_000));
    let script = "{ \"$PAKE\" mask a; echo \"exit $?\" >&2; } | head -n 1";
    let output = place.shell(script).wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "0  j***@example.com\n");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "exit 0\n");
}

#[test]
fn a_closed_pipe_ends_the_run_though_standard_input_stays_open() {
    let mut pake = Place::new().start("mask");
    let mut stdin = pake.stdin.take().unwrap();
    drop(pake.stdout.take());
    // Enough for several threads, the last of which is left waiting for more.
    let _ = stdin.write_all(log(20_000).as_bytes());
    assert!(pake.wait().unwrap().success());
    drop(stdin);
}

#[test]
fn a_full_disk_is_an_error_for_data_and_for_help() {
    let place = Place::new().with("a", MAIL);
    for arguments in ["mask a", "detectors", "--help", "mask -h", "--version"] {
        let script = format!("\"$PAKE\" {arguments} > /dev/full; echo \"exit $?\" >&2");
        let output = place.shell(&script).wait_with_output().unwrap();
        assert_eq!(
            String::from_utf8_lossy(&output.stderr),
            "error: cannot write `<stdout>`: no space left on device\nexit 2\n",
            "{arguments}"
        );
    }
}

#[test]
fn a_line_of_any_length_is_masked_in_pieces_of_the_same_bytes_at_any_width() {
    let part = "y".repeat(9_999) + " john@example.com ";
    let long = part.repeat(2_600);
    assert!(long.len() > 24 << 20);
    let expected = format!("a\n{}\n{MASKED}", long.replace("john@", "j***@"));
    let place = Place::new().with("a", format!("a\n{long}\n{MAIL}"));
    for threads in [1, 8] {
        place.pake(&format!("mask -j {threads} a")).prints(&expected).check();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_for_one_endless_line() {
    let place = Place::new();
    let script = "yes \"from john@example.com to $(yes lorem | head -n 50 | tr '\\n' ' ')\" | tr -d '\\n' | head -c 100000000 | \
                  { \"$PAKE\" mask -j 8 <&3 > out & pid=$!; \
                    while kill -0 $pid 2> kill; do grep VmHWM /proc/$pid/status 2> grep; \
                    sleep 0.05; done; } 3<&0";
    let output = place.shell(script).wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let sizes = text.lines().filter_map(|line| line.split_whitespace().nth(1)?.parse().ok());
    let peak: u64 = sizes.max().unwrap_or(0);
    assert!(peak < 50_000, "{peak} kB");
    // An address that lies across the seam of two pieces becomes eight stars, half as long as it was.
    let masked = place.read("out");
    assert!((99_999_000..=100_000_000).contains(&masked.len()), "{} bytes", masked.len());
    assert!(memchr::memmem::find(&masked, b"john@").is_none());
}
