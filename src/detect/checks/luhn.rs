//! The check digit of payment cards, IMEI and ICCID numbers.

/// Whether the last of these ASCII digits is the check digit of those before it: from the right,
/// every second digit is doubled, digit sums are added, and the total is a multiple of ten.
///
/// False for fewer than two bytes and where a byte is no digit. All zeros pass: who calls asks for
/// an issuer too.
///
/// Source: ISO/IEC 7812-1:2017, annex B. O(n), nothing is allocated.
pub fn luhn(digits: &[u8]) -> bool {
    if digits.len() < 2 {
        return false;
    }
    let mut sum = 0_usize;
    for (place, &byte) in digits.iter().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let digit = usize::from(byte - b'0');
        sum += match (place % 2, digit) {
            (0, _) => digit,
            (_, 0..=4) => digit * 2,
            _ => digit * 2 - 9,
        };
    }
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: [&[u8]; 6] =
        [b"4111111111111111", b"378282246310005", b"6011111111111117", b"79927398713", b"490154203237518", b"18"];

    #[test]
    fn known_numbers_pass() {
        for number in VALID {
            assert!(luhn(number), "{}", number.escape_ascii());
        }
    }

    #[test]
    fn every_single_changed_digit_fails() {
        for number in VALID {
            for place in 0..number.len() {
                for digit in b'0'..=b'9' {
                    let mut changed = number.to_vec();
                    changed[place] = digit;
                    assert_eq!(luhn(&changed), digit == number[place]);
                }
            }
        }
    }

    #[test]
    fn nothing_and_one_digit_and_other_bytes_fail() {
        for text in [&b""[..], b"0", b"4111-1111-1111-1111", b"411111111111111\xff"] {
            assert!(!luhn(text));
        }
    }
}
