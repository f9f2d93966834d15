//! The laws, on logs of every carrier: what is kept, what is hidden, what is counted.
//! The laws of the stream itself are in `stream.rs`, those of documents in `documents.rs`.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use pake::mask::{Carry, Masker, Policy, Profile, Scratch, Watch};
use serde_json::Value;

use crate::harness::Place;
use crate::samples::{Seed, fixture, keys, log};

fn masker() -> Masker {
    Masker::new(Policy::default_profile())
}

/// `text` masked by the library as one block.
fn masked(text: &str) -> String {
    let mut work = Scratch::new(Watch::default());
    masker().mask_lines(text.as_bytes(), Carry::default(), &mut work);
    let mut out = Vec::new();
    work.edits.apply(text.as_bytes(), &mut out);
    String::from_utf8(out).unwrap()
}

/// `text` masked by the program.
fn run(arguments: &str, text: &[u8]) -> (Vec<u8>, String, Option<i32>) {
    let place = Place::new().with("a", text);
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("pake"));
    command.current_dir(place.path("")).args(arguments.split_whitespace()).env("RUST_BACKTRACE", "full");
    let output = command.stdin(Stdio::null()).output().unwrap();
    (output.stdout, String::from_utf8(output.stderr).unwrap(), output.status.code())
}

#[track_caller]
fn holds_none(text: &str, secrets: &[String]) {
    let found = aho_corasick::AhoCorasick::new(secrets).unwrap().find(text);
    if let Some(found) = found {
        let start = text[..found.start()].rfind('\n').map_or(0, |at| at + 1);
        let line: String = text[start..].lines().next().unwrap_or_default().chars().take(300).collect();
        panic!("{} is left in: {line}", &secrets[found.pattern().as_usize()]);
    }
}

#[test]
fn fixtures_are_masked_as_their_answer_keys_say() {
    for (file, key) in [("app.jsonl", "app.masked.jsonl"), ("keys.log", "keys.masked.log")] {
        let (file, key) = (fixture(file), fixture(key));
        for (line, expected) in masked(&file).lines().zip(key.lines()) {
            assert_eq!(line, expected);
        }
        let (out, err, code) = run("mask a", file.as_bytes());
        assert_eq!((String::from_utf8(out).unwrap(), err.as_str(), code), (key, "", Some(0)));
    }
}

#[test]
fn what_is_planted_is_hidden_and_all_else_is_kept() {
    let (text, secrets) = log(1, 4000);
    let out = masked(&text);
    holds_none(&out, &secrets);
    let changed = text.lines().zip(out.lines()).filter(|(before, after)| before != after).count();
    assert_eq!(changed, secrets.len(), "lines changed");
    assert_eq!(text.matches('\n').count(), out.matches('\n').count());
    assert_eq!(text.matches('\r').count(), out.matches('\r').count());
}

#[test]
fn masking_twice_changes_nothing_the_second_time() {
    for text in [fixture("app.jsonl"), fixture("keys.log"), log(2, 4000).0, keys(2, 60).0] {
        let once = masked(&text);
        for (line, again) in once.lines().zip(masked(&once).lines()) {
            assert_eq!(line, again);
        }
        for profile in [Profile::Strict, Profile::Pci] {
            let masker = Masker::new(Policy::new(profile, &[], &[], &[], &[]).unwrap());
            for line in text.lines() {
                let once = masker.mask_line(line.as_bytes()).into_owned();
                let again = masker.mask_line(&once);
                assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(&once), "{profile:?}");
            }
        }
    }
}

#[test]
fn any_cut_into_blocks_gives_the_same_bytes_and_counts() {
    let masker = masker();
    let text = fixture("keys.log") + &log(3, 300).0 + &keys(3, 12).0;
    let whole = masked(&text);
    let watch = Watch { tally: true, fields: true, sightings: true };
    let mut all = Scratch::new(watch);
    masker.mask_lines(text.as_bytes(), Carry::default(), &mut all);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for seed in 1..40 {
        let mut seed = Seed(seed * 7919);
        let most = 1 + seed.below(60);
        let (mut out, mut carry, mut at) = (Vec::new(), Carry::default(), 0);
        let mut sum = pake::mask::Tally::default();
        while at < lines.len() {
            let end = lines.len().min(at + 1 + seed.below(most));
            let block = lines[at..end].concat();
            let mut work = Scratch::new(watch);
            carry = masker.mask_lines(block.as_bytes(), carry, &mut work);
            work.edits.apply(block.as_bytes(), &mut out);
            sum.merge(&work.tally);
            at = end;
        }
        assert!(out == whole.as_bytes(), "blocks of at most {most} lines");
        assert_eq!(sum, all.tally, "blocks of at most {most} lines");
    }
}

#[test]
fn the_program_gives_the_same_bytes_at_any_width_and_any_read_size() {
    let text = log(4, 30_000).0 + &keys(4, 400).0;
    assert!(text.len() > 3 << 20);
    let expected = masked(&text);
    for arguments in ["mask -j 1 a", "mask -j 2 a", "mask -j 8 a"] {
        let (out, ..) = run(arguments, text.as_bytes());
        assert!(out == expected.as_bytes(), "{arguments}");
    }
    let text = keys(5, 12).0 + &log(5, 1500).0 + &keys(6, 12).0;
    let expected = masked(&text);
    for threads in [1, 8] {
        let mut seed = Seed(threads * 31 + 1);
        let mut pake = Place::new().start(&format!("mask -j {threads}"));
        let mut stdin = pake.stdin.take().unwrap();
        let bytes = text.clone().into_bytes();
        let feeder = std::thread::spawn(move || {
            let mut rest = &bytes[..];
            while !rest.is_empty() {
                let most = [3, 100, 4000][seed.below(3)];
                let (part, behind) = rest.split_at(rest.len().min(1 + seed.below(most)));
                stdin.write_all(part).unwrap();
                if seed.below(20) == 0 {
                    std::thread::sleep(std::time::Duration::from_micros(300));
                }
                rest = behind;
            }
        });
        let mut out = Vec::new();
        pake.stdout.take().unwrap().read_to_end(&mut out).unwrap();
        feeder.join().unwrap();
        assert!(pake.wait().unwrap().success());
        assert!(out == expected.as_bytes(), "-j {threads}");
    }
}

#[test]
fn the_lines_of_private_keys_are_hidden_and_nothing_else() {
    // The longest lasts over several blocks of the pipeline.
    for (seed, count) in [(7, 20), (8, 2000)] {
        let (text, bodies) = keys(seed, count);
        for arguments in ["mask -j 1 a", "mask -j 8 a"] {
            let (out, ..) = run(arguments, text.as_bytes());
            let out = String::from_utf8(out).unwrap();
            holds_none(&out, &bodies);
            assert_eq!(out.lines().count(), text.lines().count());
            let after = |line: &&str| line.starts_with("{\"after\":");
            assert!(out.lines().filter(after).eq(text.lines().filter(after)), "what follows a key is kept");
        }
    }
}

#[test]
fn a_key_without_an_end_does_not_hide_the_rest_of_the_log() {
    let open = "-----BEGIN PRIVATE KEY-----\n".to_owned();
    let text = open.clone() + &"a line of words\n".repeat(5);
    assert!(masked(&text).ends_with(&"a line of words\n".repeat(5)));
    // Even where each line could be one of a key.
    let line = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2\n";
    let out = masked(&(open + &line.repeat(5000)));
    assert!(out.lines().count() == 5001 && out.ends_with(line), "bounded");
}

#[test]
fn nothing_that_is_masked_is_told_in_summaries_places_or_messages() {
    let (text, secrets) = log(9, 3000);
    let fixtures = ["john", "4111-1111", "hunter2", "correct horse", "123-45", "S3cret", "7Kq2mVx9"].map(String::from);
    for (text, secrets) in [(text, &secrets[..]), (fixture("app.jsonl"), &fixtures[..])] {
        for arguments in [
            "mask --summary a",
            "mask --summary-format json a",
            "mask --check a",
            "mask --check --summary-format json a",
            "mask --progress always --summary -o b a",
            "mask --detectors secret-field,email --summary a",
        ] {
            let (out, err, _) = run(arguments, text.as_bytes());
            let only = arguments.contains("--detectors");
            if !only {
                holds_none(&err, secrets);
                holds_none(&String::from_utf8(out).unwrap(), secrets);
            }
            assert!(!err.contains("panicked"), "{err}");
        }
    }
    // Not read to its end: what is said of it holds none of it either.
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Default::default());
    gzip.write_all(b"{\"password\":\"hunter2\"}\n{\"password\":\"hunter3\"}\n").unwrap();
    let whole = gzip.finish().unwrap();
    let (out, err, code) = run("mask --summary a", &whole[..whole.len() - 9]);
    assert_eq!(code, Some(2));
    holds_none(&(String::from_utf8(out).unwrap() + &err), &["hunter".to_owned()]);
}

#[test]
fn all_sums_of_a_run_agree() {
    for text in [fixture("app.jsonl"), log(10, 5000).0, log(11, 3000).0.trim_end().to_owned(), keys(12, 50).0] {
        let (out, err, code) = run("mask --summary-format json a", text.as_bytes());
        assert_eq!(code, Some(0));
        let summary: Value = serde_json::from_str(&err).unwrap();
        let number = |path: &str| summary.pointer(path).and_then(Value::as_u64).unwrap();
        let sum = |path: &str| -> u64 {
            summary.pointer(path).unwrap().as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum()
        };
        let out = String::from_utf8(out).unwrap();
        let changed = text.lines().zip(out.lines()).filter(|(before, after)| before != after).count();
        assert_eq!(number("/lines/in"), text.lines().count() as u64);
        assert_eq!(number("/lines/out"), out.lines().count() as u64);
        assert_eq!(number("/lines/masked"), changed as u64);
        assert_eq!(number("/bytes/in"), text.len() as u64);
        assert_eq!(number("/bytes/out"), out.len() as u64);
        assert_eq!(number("/findings"), sum("/detectors"));
        assert_eq!(number("/findings"), sum("/fields"));
        let (places, ..) = run("mask --check a", text.as_bytes());
        let places = String::from_utf8(places).unwrap();
        assert_eq!(number("/findings"), places.lines().count() as u64);
        let mut lines: Vec<&str> = places.lines().map(|line| line.split(':').nth(1).unwrap()).collect();
        lines.dedup();
        assert_eq!(lines.len(), changed, "lines with a place");
    }
}

/// The largest size of the program's memory while it masks `input`, in kB.
#[cfg(target_os = "linux")]
fn peak(arguments: &str, input: impl FnOnce(&mut dyn Write) + Send + 'static) -> u64 {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("pake"));
    command.args(arguments.split_whitespace()).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut pake = command.spawn().unwrap();
    let mut stdin = pake.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || input(&mut stdin));
    let status = format!("/proc/{}/status", pake.id());
    let mut peak = 0;
    while pake.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let size = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        peak = peak.max(size.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    feeder.join().unwrap();
    assert!(pake.wait().unwrap().success());
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_for_a_long_stream() {
    let text = log(13, 20_000).0 + &keys(13, 100).0;
    let times = (200 << 20) / text.len();
    let peak = peak("mask -j 8", move |stdin| (0..times).for_each(|_| stdin.write_all(text.as_bytes()).unwrap()));
    assert!((1..50_000).contains(&peak), "{peak} kB");
}

/// One document of `size` bytes in one line, in which much is to be masked.
#[cfg(target_os = "linux")]
fn peak_of_document(size: usize) -> u64 {
    let item = r#"{"user":"john@example.com","password":"hunter2","n":1.10},"#;
    let line = format!("[{}0]\n", item.repeat(size / item.len()));
    peak("mask", move |stdin| stdin.write_all(line.as_bytes()).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_for_the_longest_document_that_is_held_whole() {
    let peak = peak_of_document((16 << 20) - 100);
    assert!((1..50_000).contains(&peak), "{peak} kB");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_for_long_documents_with_much_to_mask() {
    for size in [4 << 20, 100 << 20] {
        let peak = peak_of_document(size);
        assert!((1..50_000).contains(&peak), "{peak} kB for {size} bytes");
    }
}

/// Masks `size` bytes of `part` again and again. What is linear takes milliseconds.
#[track_caller]
fn is_masked_quickly(part: &str, size: usize) {
    let text = part.repeat(size / part.len());
    let start = std::time::Instant::now();
    masker().mask_line(text.as_bytes());
    assert!(start.elapsed().as_millis() < 3000, "{part}: {:?}", start.elapsed());
}

#[test]
fn hostile_repeats_cost_no_more_than_other_bytes() {
    for part in [
        "eyJ",
        "=",
        "@",
        "[",
        "{",
        "{\"a\":",
        "[{",
        "-----BEGIN",
        "-----BEGIN PRIVATE KEY-----",
        "\\",
        "\"",
        "{\"",
        "[\"",
        "a@b.",
        "://",
        "4111 ",
        "\\u0040",
        "%40",
        "+1",
        "password: ",
        "password=\"",
        "key={",
        "Bearer ",
        "12 Main ",
        "::",
    ] {
        is_masked_quickly(part, 200_000);
    }
}

#[test]
fn hostile_repeats_of_marks_cost_no_more_than_other_bytes() {
    for part in ["password=", "a://b@", "sk-", "ghp_", "postgres://"] {
        is_masked_quickly(part, 60_000);
    }
}

#[test]
fn what_is_masked_is_found_no_more() {
    for key in ["app.masked.jsonl", "keys.masked.log"] {
        let (out, _, code) = run("mask --check a", fixture(key).as_bytes());
        assert_eq!((String::from_utf8(out).unwrap().as_str(), code), ("", Some(0)));
    }
}
