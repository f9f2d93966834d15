//! All tables of vendor tokens, and what a row in them must keep.
//!
//! A row knows the literal that a token begins with (its anchor) and the structure behind it. The
//! engine asks it only where a long run of `[A-Za-z0-9_-]` is, at an anchor that no letter or digit
//! stands before. So every row keeps these laws, and the tests below hold it to them:
//!
//! - A match holds a run of at least [`RUN`] such bytes that begins at most [`REACH`] bytes behind
//!   the anchor. Slack, Discord and Teams webhooks begin with a host and hold the long run later:
//!   they belong to the engine of URLs.
//! - Open to the right: the last repetition takes the whole run, so that a token which grows in
//!   length never leaves its tail in clear.
//! - The shorter or more common the anchor, the tighter the structure: names in words, UUIDs,
//!   hashes and base64 of pictures stay.
//! - Checksums are not asked for: made-up tokens fail them, and a leak is worse than a mask too many.

use crate::detect::Detector;

/// Length from which a run of `[A-Za-z0-9_-]` is looked at.
pub const RUN: usize = 18;

/// How far behind its anchor a match's long run may begin, bytes.
pub const REACH: usize = 40;

/// The tables, by what the vendors sell.
pub const TABLES: &[&[Detector]] = &[
    super::cloud::ROWS,
    super::source_control::ROWS,
    super::ci_packages::ROWS,
    super::developer::ROWS,
    super::observability::ROWS,
    super::ai::ROWS,
    super::messaging::ROWS,
    super::payment::ROWS,
    super::saas::ROWS,
    super::hosted::ROWS,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use aho_corasick::AhoCorasick;
    use regex::bytes::{Regex, RegexBuilder};

    use super::*;
    use crate::detect::Find;

    struct Row {
        detector: &'static Detector,
        pattern: Regex,
        check: Option<fn(&[u8]) -> bool>,
    }

    /// The token engine at its simplest, so that rows are tried as they will be used.
    struct Engine {
        rows: Vec<Row>,
        anchors: AhoCorasick,
        row_of_anchor: Vec<usize>,
    }

    fn in_run(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
    }

    fn in_reach(byte: u8) -> bool {
        in_run(byte) || b".:/+=~!$|^#".contains(&byte)
    }

    impl Engine {
        fn new() -> Self {
            let (mut rows, mut literals, mut row_of_anchor) = (Vec::new(), Vec::new(), Vec::new());
            for detector in TABLES.iter().copied().flatten() {
                let Find::Token { anchors, pattern, check } = &detector.find else {
                    panic!("{}: not a token", detector.id)
                };
                let pattern = RegexBuilder::new(&format!("^(?:{pattern})")).unicode(false).build();
                let pattern = pattern.unwrap_or_else(|error| panic!("{}: {error}", detector.id));
                for anchor in *anchors {
                    literals.push(*anchor);
                    row_of_anchor.push(rows.len());
                }
                rows.push(Row { detector, pattern, check: *check });
            }
            let anchors = AhoCorasick::new(literals).expect("anchors are few");
            Self { rows, anchors, row_of_anchor }
        }

        /// Detector and masked range of every match, in the order of their anchors.
        fn find(&self, text: &[u8]) -> Vec<(&'static str, usize, usize)> {
            let mut found = Vec::new();
            let mut at = 0;
            while at < text.len() {
                if !in_run(text[at]) {
                    at += 1;
                    continue;
                }
                let end = at + text[at..].iter().take_while(|&&b| in_run(b)).count();
                if end - at >= RUN {
                    let back = text[..at].iter().rev().take(REACH).take_while(|&&b| in_reach(b));
                    self.find_in(text, at - back.count(), end, &mut found);
                }
                at = end;
            }
            found
        }

        fn find_in(&self, text: &[u8], from: usize, to: usize, found: &mut Vec<(&'static str, usize, usize)>) {
            for hit in self.anchors.find_overlapping_iter(&text[from..to]) {
                let start = from + hit.start();
                if start > 0 && text[start - 1].is_ascii_alphanumeric() {
                    continue;
                }
                let row = &self.rows[self.row_of_anchor[hit.pattern().as_usize()]];
                let Some(groups) = row.pattern.captures(&text[start..]) else {
                    continue;
                };
                let part = groups.get(1).or(groups.get(0)).expect("group 0 is the match");
                if row.check.is_none_or(|check| check(part.as_bytes())) {
                    found.push((row.detector.id, start + part.start(), start + part.end()));
                }
            }
        }

        fn mask(&self, text: &str) -> String {
            let mut ranges: Vec<_> = self.find(text.as_bytes()).into_iter().map(|(_, a, b)| (a, b)).collect();
            ranges.sort_unstable();
            let (mut out, mut at) = (String::new(), 0);
            for (start, end) in ranges {
                if start >= at {
                    out.push_str(&text[at..start]);
                    out.push_str("********");
                }
                at = at.max(end);
            }
            out + &text[at..]
        }
    }

    /// Fails with every fault, not only the first.
    fn none(faults: Vec<String>) {
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    fn detectors() -> impl Iterator<Item = &'static Detector> {
        TABLES.iter().copied().flatten()
    }

    fn token(detector: &Detector) -> (&'static [&'static str], &'static str) {
        match detector.find {
            Find::Token { anchors, pattern, .. } => (anchors, pattern),
            Find::Engine(name) => panic!("{}: found by {name}", detector.id),
        }
    }

    #[test]
    fn every_match_is_masked_as_written_and_by_its_own_row() {
        let (engine, mut faults) = (Engine::new(), Vec::new());
        for detector in detectors() {
            assert!(!detector.matches.is_empty(), "{}: no match", detector.id);
            for sample in detector.matches {
                let masked = engine.mask(sample.text);
                let found = engine.find(sample.text.as_bytes());
                if masked != sample.masked || found.iter().all(|f| f.0 != detector.id) {
                    faults.push(format!("{}: {}\n  {masked}\n  {found:?}", detector.id, sample.text));
                }
            }
        }
        none(faults);
    }

    #[test]
    fn every_ignore_stays() {
        let (engine, mut faults) = (Engine::new(), Vec::new());
        for detector in detectors() {
            assert!(!detector.ignores.is_empty(), "{}: no near miss", detector.id);
            for sample in detector.ignores {
                let masked = engine.mask(sample.text);
                if masked != sample.text {
                    faults.push(format!("{}: {} ({})\n  {masked}", detector.id, sample.text, sample.reason));
                }
            }
        }
        none(faults);
    }

    #[test]
    fn a_token_that_grows_leaves_no_tail() {
        let (engine, mut faults) = (Engine::new(), Vec::new());
        for detector in detectors() {
            for sample in detector.matches {
                let found = engine.find(sample.text.as_bytes());
                let Some(end) = found.iter().filter(|f| f.0 == detector.id).map(|f| f.2).max() else {
                    continue;
                };
                for grown in ["7", "a", "Z", "0a9f1", "Q_r-7", &"aZ9_-x0B".repeat(5)] {
                    let text = format!("{}{grown}{}", &sample.text[..end], &sample.text[end..]);
                    if engine.mask(&text) != sample.masked {
                        faults.push(format!("{}: {text}\n  {}", detector.id, engine.mask(&text)));
                    }
                }
            }
        }
        none(faults);
    }

    #[test]
    fn a_token_is_found_in_every_carrier() {
        let (engine, mut faults) = (Engine::new(), Vec::new());
        let carriers = [("{\"message\":\"", "\"}"), ("a=1&b=", "&c=2"), ("('", "',)"), ("-", ""), ("_", " ")];
        for detector in detectors() {
            for sample in detector.matches {
                for (before, after) in carriers {
                    let masked = engine.mask(&format!("{before}{}{after}", sample.text));
                    if masked != format!("{before}{}{after}", sample.masked) {
                        faults.push(format!("{}: {masked}", detector.id));
                    }
                }
            }
        }
        none(faults);
    }

    #[test]
    fn ids_are_kebab_case_and_there_once() {
        let mut seen = HashSet::new();
        for detector in detectors() {
            let id = detector.id;
            assert!(seen.insert(id), "{id}: twice");
            assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}");
            assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"), "{id}");
        }
    }

    #[test]
    fn no_two_rows_share_anchors_and_pattern() {
        let mut seen = HashSet::new();
        for detector in detectors() {
            let (anchors, pattern) = token(detector);
            for anchor in anchors {
                assert!(anchor.len() >= 2, "{}: {anchor}", detector.id);
                assert!(seen.insert((anchor, pattern)), "{}: {anchor} {pattern}", detector.id);
            }
        }
    }

    #[test]
    fn no_pattern_matches_the_empty_text() {
        for row in Engine::new().rows {
            assert!(!row.pattern.is_match(b""), "{}", row.detector.id);
        }
    }

    /// Rows with a distinctive anchor and no check are left out: behind `ghp_` no words are expected.
    /// Camel case is expected behind short anchors only.
    #[test]
    fn names_in_words_uuids_hashes_and_zeros_stay() {
        let (engine, mut faults) = (Engine::new(), Vec::new());
        let bodies = [
            "the-quick-brown-fox-jumps-over-the-lazy-dog-and-runs-away",
            "the_quick_brown_fox_jumps_over_the_lazy_dog_and_runs_away",
            "THE_QUICK_BROWN_FOX_JUMPS_OVER_THE_LAZY_DOG_AND_RUNS_AWAY",
            "theQuickBrownFoxJumpsOverTheLazyDogAndRunsAwayFromIt",
        ];
        let weak = |row: &&Row| row.check.is_some() || token(row.detector).0.iter().any(|a| a.len() < 4);
        for detector in engine.rows.iter().filter(weak).map(|row| row.detector) {
            for anchor in token(detector).0 {
                for body in bodies {
                    if anchor.len() > 3 && !body.contains(['-', '_']) {
                        continue;
                    }
                    let text = format!("{anchor}{body}");
                    let found = engine.find(text.as_bytes());
                    if !found.is_empty() {
                        faults.push(format!("{}: {text}: {found:?}", detector.id));
                    }
                }
            }
        }
        none(faults);
        for text in [
            "ce4b072a-9b7c-4c0e-9cb5-1036d451f4f6",
            "6c1067a04447eb4d8a3592172a4f594dcdccd15b",
            "sha256:890c682aeed4211723b05b3f570bfd82c0dd4aa00bee28d35c25535249f0acb4",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "507f1f77bcf86cd799439011",
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        ] {
            assert_eq!(engine.mask(text), text);
        }
    }

    /// Prints what the rows find in the files named by `PAKE_SCAN`, a path a line, for hunting wrong
    /// masks: `PAKE_SCAN=list cargo test --lib scan -- --ignored --nocapture`.
    #[test]
    #[ignore = "needs files to look at"]
    fn scan() {
        let engine = Engine::new();
        let list = std::env::var("PAKE_SCAN").expect("PAKE_SCAN names a list of paths");
        for path in std::fs::read_to_string(list).expect("a list of paths").lines() {
            let Ok(text) = std::fs::read(path) else {
                continue;
            };
            for (number, line) in text.split(|&b| b == b'\n').enumerate() {
                for (id, start, end) in engine.find(line) {
                    println!("{id}\t{path}:{}\t{}", number + 1, String::from_utf8_lossy(&line[start..end]));
                }
            }
        }
    }
}
