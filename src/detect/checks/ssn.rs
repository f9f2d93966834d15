//! United States Social Security and individual taxpayer identification numbers.

/// Whether nine ASCII digits (area 3, group 2, serial 4) could be a Social Security number: the
/// area is not 000, 666 or 900 and above, the group not 00, the serial not 0000. Numbers famous
/// from adverts pass: they are masked like any other.
///
/// Source: Social Security Administration, POMS RM 10201.035 and "Social Security Number
/// Randomization" (2011). There is no check digit.
pub fn ssn(digits: &[u8]) -> bool {
    nine(digits)
        && !matches!(&digits[..3], b"000" | b"666" | [b'9', ..])
        && &digits[3..5] != b"00"
        && &digits[5..] != b"0000"
}

/// Whether nine ASCII digits could be an individual taxpayer identification number: first digit
/// 9, digits four and five in 50-65, 70-88, 90-92 or 94-99.
///
/// Source: Internal Revenue Service, Internal Revenue Manual 3.21.263.
pub fn itin(digits: &[u8]) -> bool {
    nine(digits)
        && digits[0] == b'9'
        && matches!(
            (digits[3] - b'0') * 10 + (digits[4] - b'0'),
            50..=65 | 70..=88 | 90..=92 | 94..=99
        )
}

fn nine(digits: &[u8]) -> bool {
    digits.len() == 9 && digits.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_serial_but_0000_passes() {
        assert!(!ssn(b"123450000"));
        for serial in 1..=9999 {
            assert!(ssn(format!("12345{serial:04}").as_bytes()), "{serial}");
        }
    }

    #[test]
    fn every_group_but_00_passes() {
        for group in 0..=99 {
            assert_eq!(ssn(format!("123{group:02}6789").as_bytes()), group != 0);
        }
    }

    #[test]
    fn areas_000_and_666_and_from_900_fail() {
        for area in 0..=999 {
            let expected = !matches!(area, 0 | 666 | 900..=999);
            assert_eq!(ssn(format!("{area:03}456789").as_bytes()), expected, "{area}");
        }
    }

    #[test]
    fn famous_numbers_pass() {
        for number in [b"078051120", b"219099999", b"123456789", b"457555462"] {
            assert!(ssn(number));
        }
    }

    #[test]
    fn itin_goes_by_its_groups() {
        for group in 0..=99 {
            let expected = matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99);
            assert_eq!(itin(format!("912{group:02}3456").as_bytes()), expected, "{group}");
            assert!(!itin(format!("812{group:02}3456").as_bytes()));
        }
    }

    #[test]
    fn other_lengths_and_bytes_fail() {
        for text in [&b""[..], b"12345678", b"1234567890", b"123-45-6789", b"12345678x"] {
            assert!(!ssn(text) && !itin(text));
        }
    }
}
