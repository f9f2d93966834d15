//! What serde_json takes as JSON, the walk takes; its ranges lie in the text, in order.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pake::entry::scan::{Event, Walk, is_json};

fuzz_target!(|text: &[u8]| {
    let walked = is_json(text);
    if serde_json::from_slice::<serde_json::Value>(text).is_ok() {
        assert!(walked);
    }
    let mut walk = Walk::new(text, 0);
    let (mut at, mut depth) = (0, 0usize);
    while let Ok(Some(event)) = walk.step() {
        let (start, end) = match event {
            Event::Open { at, .. } => {
                depth += 1;
                (at, at + 1)
            }
            Event::Close { at } => {
                depth -= 1;
                (at, at + 1)
            }
            Event::Key(string) | Event::Text(string) => {
                assert_eq!((text[string.start - 1], text[string.end]), (b'"', b'"'));
                assert_eq!(string.escaped, text[string.start..string.end].contains(&b'\\'));
                (string.start - 1, string.end + 1)
            }
            Event::Scalar { start, end } => (start, end),
        };
        assert!(at <= start && start < end && end <= text.len());
        at = end;
    }
    assert!(!walked || depth == 0);
});
