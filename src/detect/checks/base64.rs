//! Base64 of either alphabet, decoded as far as a test needs.

/// Appends what `input` decodes to, at most `max` bytes, and says whether all that was looked at
/// is base64: the standard or the URL alphabet, mixed or not, with padding or without. What lies
/// behind the first `max` decoded bytes is not looked at. `out` keeps what was decoded before a
/// fault.
///
/// Source: RFC 4648, sections 4 and 5. Bits left over at the end need not be zero. O(`max`).
pub fn decode_prefix(input: &[u8], max: usize, out: &mut Vec<u8>) -> bool {
    let stop = out.len() + max;
    let mut bits = 0_u32;
    let mut held = 0;
    for (place, &byte) in input.iter().enumerate() {
        if out.len() == stop {
            return true;
        }
        let Some(value) = value_of(byte) else {
            // Padding makes the length a multiple of four: one `=` or two.
            let padding = &input[place..];
            return matches!(padding, b"=" | b"==") && input.len().is_multiple_of(4);
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    // Six bits by themselves are no byte.
    held < 6
}

fn value_of(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(input: &str, max: usize) -> Option<Vec<u8>> {
        let mut out = b"kept".to_vec();
        decode_prefix(input.as_bytes(), max, &mut out).then(|| out.split_off(4))
    }

    #[test]
    fn the_standards_examples_decode_with_padding_and_without() {
        for (input, text) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg==", "foob"),
            ("Zm9vYmE=", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decode(input, 100).as_deref(), Some(text.as_bytes()));
            assert_eq!(decode(input.trim_end_matches('='), 100).as_deref(), Some(text.as_bytes()));
        }
    }

    #[test]
    fn both_alphabets_decode() {
        assert_eq!(decode("-_-_", 100), Some(vec![0xfb, 0xff, 0xbf]));
        assert_eq!(decode("+/+/", 100), decode("-_-_", 100));
    }

    #[test]
    fn decoding_stops_at_the_bound_and_sees_nothing_behind_it() {
        for max in 0..=6 {
            assert_eq!(decode("Zm9vYmFy!!", max).as_deref(), Some(&b"foobar"[..max]));
        }
        assert_eq!(decode("Zm9vYmFy!!", 7), None);
    }

    #[test]
    fn other_bytes_and_lengths_fail() {
        for input in ["Z", "Zm9vY", "Zm9v=", "Zg=", "Zg===", "Z===", "=", "Zm 9v", "Zg==Zg==", "Zm9\u{e9}"] {
            assert_eq!(decode(input, 100), None, "{input}");
        }
    }
}
