//! Masking: no panic, lines kept, valid JSON stays valid, once is enough, blocks and the look change nothing.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use pake::mask::{Carry, Masker, Policy, Profile, Scratch, Watch};

static DEFAULT: LazyLock<Masker> = LazyLock::new(|| Masker::new(Policy::default_profile()));
static OPENING: LazyLock<Masker> = LazyLock::new(|| Masker::new(Policy::default_profile()).opening_all());
static STRICT: LazyLock<Masker> =
    LazyLock::new(|| Masker::new(Policy::new(Profile::Strict, &[], &[], &[], &[]).expect("no names")));

fn masked(masker: &Masker, blocks: &[&[u8]]) -> Vec<u8> {
    let (mut out, mut carry) = (Vec::new(), Carry::default());
    let mut work = Scratch::new(Watch { tally: true, fields: true, sightings: true });
    for block in blocks {
        carry = masker.mask_lines(block, carry, &mut work);
        work.edits.apply(block, &mut out);
    }
    out
}

fn shown(text: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(text)
}

fuzz_target!(|text: &[u8]| {
    for masker in [&DEFAULT, &STRICT] {
        let once = masked(masker, &[text]);
        let newlines = |text: &[u8]| text.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(newlines(text), newlines(&once), "lines");
        let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
        let by_line = masked(masker, &lines);
        assert!(once == by_line, "blocks: {:?} {:?}", shown(&once), shown(&by_line));
        for (before, after) in text.split(|byte| *byte == b'\n').zip(once.split(|byte| *byte == b'\n')) {
            // A bare word or number can be a line of a private key, and is hidden as one.
            let document = before.trim_ascii_start().first().is_some_and(|byte| b"{[\"".contains(byte));
            if document && serde_json::from_slice::<serde_json::Value>(before).is_ok() {
                let valid = serde_json::from_slice::<serde_json::Value>(after).is_ok();
                assert!(valid, "no JSON any more: {:?}", shown(after));
            }
        }
        let twice = masked(masker, &[&once]);
        assert!(once == twice, "twice: {:?} {:?}", shown(&once), shown(&twice));
    }
    let (quick, full) = (masked(&DEFAULT, &[text]), masked(&OPENING, &[text]));
    assert!(quick == full, "look: {:?} {:?}", shown(&quick), shown(&full));
});
