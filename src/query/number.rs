//! Numbers as text, compared exactly: ids of 64 bits and more never pass through a float.

use std::cmp::Ordering;

/// A decimal number taken apart: 0.DIGITS × 10^exponent, without zeros at either end of the digits.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Decimal<'a> {
    negative: bool,
    /// Digits before and behind the point.
    whole: &'a [u8],
    fraction: &'a [u8],
    exponent: i64,
}

impl<'a> Decimal<'a> {
    fn parse(text: &'a [u8]) -> Option<Decimal<'a>> {
        let (negative, text) = match text {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, text),
        };
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let count = digits(text);
        let (mut whole, mut rest) = text.split_at(count);
        let mut fraction: &[u8] = &[];
        if let [b'.', behind @ ..] = rest {
            let count = digits(behind);
            (fraction, rest) = behind.split_at(count);
            if count == 0 {
                return None;
            }
        }
        if whole.is_empty() {
            return None;
        }
        let mut exponent = 0;
        if let [b'e' | b'E', behind @ ..] = rest {
            exponent = std::str::from_utf8(behind).ok()?.parse::<i32>().ok()?.into();
            rest = &[];
        }
        if !rest.is_empty() {
            return None;
        }
        while let [b'0', behind @ ..] = whole {
            whole = behind;
        }
        while let [before @ .., b'0'] = fraction {
            fraction = before;
        }
        exponent += whole.len() as i64;
        if whole.is_empty() {
            while let [b'0', behind @ ..] = fraction {
                fraction = behind;
                exponent -= 1;
            }
        }
        Some(Decimal { negative, whole, fraction, exponent })
    }

    fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.whole.iter().chain(self.fraction).copied()
    }

    fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    fn compare_size(&self, other: &Decimal) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        self.exponent.cmp(&other.exponent).then_with(|| {
            let (mut ours, mut theirs) = (self.digits(), other.digits());
            loop {
                match (ours.next(), theirs.next()) {
                    (None, None) => return Ordering::Equal,
                    (one, two) => match one.unwrap_or(b'0').cmp(&two.unwrap_or(b'0')) {
                        Ordering::Equal => {}
                        other => return other,
                    },
                }
            }
        })
    }
}

/// Whether `text` is a decimal number: `5`, `-1.50`, `2e3`.
pub fn is_number(text: &[u8]) -> bool {
    Decimal::parse(text).is_some()
}

/// How two numbers compare, by all of their digits; None where one of them is none.
pub fn compare(one: &[u8], two: &[u8]) -> Option<Ordering> {
    let (one, two) = (Decimal::parse(one)?, Decimal::parse(two)?);
    Some(match (one.negative && !one.is_zero(), two.negative && !two.is_zero()) {
        (false, false) => one.compare_size(&two),
        (true, true) => two.compare_size(&one),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_digits_count() {
        let order = |one: &str, two: &str| compare(one.as_bytes(), two.as_bytes());
        assert_eq!(order("9007199254740993", "9007199254740992"), Some(Ordering::Greater));
        assert_eq!(order("12345678901234567890123", "12345678901234567890123.0"), Some(Ordering::Equal));
        assert_eq!(order("5e2", "500"), Some(Ordering::Equal));
        assert_eq!(order("-0", "0.000"), Some(Ordering::Equal));
        assert_eq!(order("0.05", "5E-2"), Some(Ordering::Equal));
        assert_eq!(order("-2", "-10"), Some(Ordering::Greater));
        for wrong in ["", "-", ".5", "5.", "1e", "0x10", "1 ", "NaN", "1e99999999999"] {
            assert_eq!(order(wrong, "1"), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn numbers_compare_as_scaled_integers(
            one in -5000i64..5000, two in -5000i64..5000, places in (0usize..4, 0usize..4), shift in -2i32..3,
        ) {
            // n / 10^places, written with an exponent that is taken back by the point.
            let text = |n: i64, places: usize| {
                let (sign, n) = (if n < 0 { "-" } else { "" }, n.unsigned_abs());
                let digits = format!("{n:0>width$}", width = places + 1);
                let (whole, fraction) = digits.split_at(digits.len() - places);
                let point = if places > 0 { "." } else { "" };
                format!("{sign}{whole}{point}{fraction}e{shift}")
            };
            let scaled = |n: i64, places: usize| n * 10i64.pow(3 - places as u32);
            let expected = scaled(one, places.0).cmp(&scaled(two, places.1));
            let found = compare(text(one, places.0).as_bytes(), text(two, places.1).as_bytes());
            prop_assert_eq!(found, Some(expected));
        }
    }
}
