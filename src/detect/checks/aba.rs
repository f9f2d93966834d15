//! Routing numbers of banks in the United States.

/// Whether nine ASCII digits are a routing transit number: a prefix of the Federal Reserve's
/// districts, and weights 3-7-1 that sum to a multiple of ten. One number in ten of those with such
/// a prefix passes, so a context word is needed beside it.
///
/// Source: American Bankers Association, "ABA Routing Number Policy"; prefixes 00-12 (government,
/// Federal Reserve banks), 21-32 (thrifts), 61-72 (electronic), 80 (traveller's cheques).
pub fn routing(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 9] = [3, 7, 1, 3, 7, 1, 3, 7, 1];
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let prefix = (digits[0] - b'0') * 10 + (digits[1] - b'0');
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(&byte, weight)| u32::from(byte - b'0') * weight).sum();
    // Nine zeros sum to zero and are nobody's.
    sum != 0 && sum.is_multiple_of(10) && matches!(prefix, 0..=12 | 21..=32 | 61..=72 | 80)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: [&[u8]; 4] = [b"021000021", b"122105155", b"011401533", b"091000019"];

    #[test]
    fn known_banks_pass() {
        for number in VALID {
            assert!(routing(number), "{}", number.escape_ascii());
        }
    }

    #[test]
    fn every_single_changed_digit_fails() {
        for number in VALID {
            for place in 0..number.len() {
                for digit in (b'0'..=b'9').filter(|digit| *digit != number[place]) {
                    let mut changed = number.to_vec();
                    changed[place] = digit;
                    assert!(!routing(&changed));
                }
            }
        }
    }

    #[test]
    fn a_prefix_outside_the_districts_fails_though_the_sum_is_right() {
        for prefix in 0..=99_u32 {
            let found = (0..10).any(|last| routing(format!("{prefix:02}000100{last}").as_bytes()));
            assert_eq!(found, matches!(prefix, 0..=12 | 21..=32 | 61..=72 | 80), "{prefix}");
        }
    }

    #[test]
    fn other_lengths_and_bytes_fail() {
        for text in [&b""[..], b"02100002", b"0210000210", b"000000000", b"02100002x"] {
            assert!(!routing(text));
        }
    }
}
