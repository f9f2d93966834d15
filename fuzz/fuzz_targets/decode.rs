//! String escapes: decoding agrees with serde_json, and the way back finds the bytes that stood for a place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pake::entry::escape::{WayBack, decode, decode_unicode};

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (from, count, raw) = input;
    let mut text = Vec::new();
    decode(raw, &mut text);
    let quoted = [b"\"", raw, b"\""].concat();
    if let Ok(read) = serde_json::from_slice::<String>(&quoted) {
        assert_eq!(text, read.as_bytes());
    }
    for unicode in [false, true] {
        let mut text = Vec::new();
        if unicode {
            decode_unicode(raw, &mut text)
        } else {
            decode(raw, &mut text)
        };
        let start = usize::from(from).min(text.len());
        let end = (start + usize::from(count)).min(text.len());
        let mut back = if unicode { WayBack::unicode_only(raw) } else { WayBack::new(raw) };
        let (a, b) = back.range(start, end);
        assert!(a <= b && b <= raw.len());
        // All of the place is in what is found for it.
        let mut again = Vec::new();
        if unicode {
            decode_unicode(&raw[a..b], &mut again)
        } else {
            decode(&raw[a..b], &mut again)
        };
        let place = &text[start..end];
        assert!(place.is_empty() || again.windows(place.len()).any(|window| window == place));
        // From there on to the end.
        let (c, d) = back.range(end, text.len());
        assert!(b <= c && d <= raw.len());
    }
});
