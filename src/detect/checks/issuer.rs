//! Who issued a payment card, told by its first digits and its length.

/// A card scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Issuer {
    /// 4; 13, 16 or 19 digits.
    Visa,
    /// 51-55 and 2221-2720; 16 digits.
    Mastercard,
    /// 34 and 37; 15 digits.
    Amex,
    /// 6011, 644-649, 65; 16 to 19 digits. 622126-622925 too, which are told as UnionPay.
    Discover,
    /// 3528-3589; 16 to 19 digits.
    Jcb,
    /// 300-305, 309, 36, 38, 39; 14, or 16 to 19 digits.
    Diners,
    /// 62 and 8100-8171; 16 to 19 digits.
    UnionPay,
    /// 5018, 5020, 5038, 5893, 6304, 6759, 6761-6763, 676770, 676774; 12 to 19 digits.
    Maestro,
    /// 2200-2204; 16 to 19 digits.
    Mir,
    /// 508500-508999, 606985-608500, 8172-8201; 16 digits. Those in 65 are told as Discover.
    RuPay,
    /// 504175, 506699-506778, 509000-509999, 627780, 636297, 636368; 16 digits. Those among the
    /// numbers of Visa and Discover are told as these.
    Elo,
    /// 606282, 637095, 637568, 637599, 637609, 637612; 16 digits.
    Hipercard,
    /// 506099-506198, 507865-507964; 16, 18 or 19 digits.
    Verve,
    /// 5019; 16 digits.
    Dankort,
    /// 9792; 16 digits.
    Troy,
}

/// The issuer of a number of ASCII digits, None where the prefix is nobody's or the length is not
/// its issuer's. Tells nothing of the check digit: see [`luhn`](super::luhn::luhn).
///
/// RuPay's `60`, `81` and `82` are taken by its ranges alone: the two digits by themselves would
/// take in order numbers and stamps.
///
/// Source: the schemes' published ranges of issuer identification numbers (ISO/IEC 7812), as
/// gathered by the card-type tables of payment forms. O(1), nothing is allocated.
pub fn issuer(digits: &[u8]) -> Option<Issuer> {
    let length = digits.len();
    // Nobody's numbers begin with 0, 1 or 7, but most other numbers of a log do.
    if !(12..=19).contains(&length) || matches!(digits[0], b'0' | b'1' | b'7') || !digits.iter().all(u8::is_ascii_digit)
    {
        return None;
    }
    let prefix = digits[..6].iter().fold(0_u32, |number, &byte| number * 10 + u32::from(byte - b'0'));
    let (issuer, allowed) = match prefix {
        400_000..=499_999 => (Issuer::Visa, matches!(length, 13 | 16 | 19)),
        510_000..=559_999 | 222_100..=272_099 => (Issuer::Mastercard, length == 16),
        340_000..=349_999 | 370_000..=379_999 => (Issuer::Amex, length == 15),
        601_100..=601_199 | 644_000..=659_999 => (Issuer::Discover, length >= 16),
        352_800..=358_999 => (Issuer::Jcb, length >= 16),
        300_000..=305_999 | 309_000..=309_999 | 360_000..=369_999 | 380_000..=399_999 => {
            (Issuer::Diners, length == 14 || length >= 16)
        }
        627_780 => (Issuer::Elo, length == 16),
        620_000..=629_999 | 810_000..=817_199 => (Issuer::UnionPay, length >= 16),
        501_800..=501_899
        | 502_000..=502_099
        | 503_800..=503_899
        | 589_300..=589_399
        | 630_400..=630_499
        | 675_900..=675_999
        | 676_100..=676_399
        | 676_770
        | 676_774 => (Issuer::Maestro, true),
        220_000..=220_499 => (Issuer::Mir, length >= 16),
        508_500..=508_999 | 606_985..=608_500 | 817_200..=820_199 => (Issuer::RuPay, length == 16),
        504_175 | 506_699..=506_778 | 509_000..=509_999 | 636_297 | 636_368 => (Issuer::Elo, length == 16),
        606_282 | 637_095 | 637_568 | 637_599 | 637_609 | 637_612 => (Issuer::Hipercard, length == 16),
        506_099..=506_198 | 507_865..=507_964 => (Issuer::Verve, matches!(length, 16 | 18 | 19)),
        501_900..=501_999 => (Issuer::Dankort, length == 16),
        979_200..=979_299 => (Issuer::Troy, length == 16),
        _ => return None,
    };
    allowed.then_some(issuer)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `prefix`, filled up with zeros to `length`.
    fn number(prefix: &str, length: usize) -> Vec<u8> {
        format!("{prefix:0<length$}").into_bytes()
    }

    #[test]
    fn the_first_and_last_prefix_of_each_issuer_is_told() {
        for (prefix, length, expected) in [
            ("4", 16, Issuer::Visa),
            ("499999", 13, Issuer::Visa),
            ("51", 16, Issuer::Mastercard),
            ("559999", 16, Issuer::Mastercard),
            ("2221", 16, Issuer::Mastercard),
            ("272099", 16, Issuer::Mastercard),
            ("34", 15, Issuer::Amex),
            ("37", 15, Issuer::Amex),
            ("6011", 16, Issuer::Discover),
            ("644", 16, Issuer::Discover),
            ("659999", 19, Issuer::Discover),
            ("3528", 16, Issuer::Jcb),
            ("358999", 16, Issuer::Jcb),
            ("300", 14, Issuer::Diners),
            ("305", 14, Issuer::Diners),
            ("309", 14, Issuer::Diners),
            ("36", 14, Issuer::Diners),
            ("38", 16, Issuer::Diners),
            ("39", 19, Issuer::Diners),
            ("62", 16, Issuer::UnionPay),
            ("622126", 16, Issuer::UnionPay),
            ("8171", 16, Issuer::UnionPay),
            ("5018", 12, Issuer::Maestro),
            ("6763", 19, Issuer::Maestro),
            ("2200", 16, Issuer::Mir),
            ("2204", 19, Issuer::Mir),
            ("8172", 16, Issuer::RuPay),
            ("608500", 16, Issuer::RuPay),
            ("508500", 16, Issuer::RuPay),
            ("509000", 16, Issuer::Elo),
            ("627780", 16, Issuer::Elo),
            ("606282", 16, Issuer::Hipercard),
            ("506099", 18, Issuer::Verve),
            ("5019", 16, Issuer::Dankort),
            ("9792", 16, Issuer::Troy),
        ] {
            assert_eq!(issuer(&number(prefix, length)), Some(expected), "{prefix}");
        }
    }

    #[test]
    fn a_prefix_beside_a_range_is_nobodys() {
        for prefix in [
            "0", "1", "2199", "2205", "22209", "272100", "306", "308", "310", "35279", "3590", "33", "500", "5017",
            "56", "6010", "6012", "643", "66", "6303", "6758", "608501", "80", "8202", "9791", "9793",
        ] {
            assert_eq!(issuer(&number(prefix, 16)), None, "{prefix}");
        }
    }

    #[test]
    fn a_length_that_is_not_the_issuers_is_refused() {
        for (prefix, lengths) in [
            ("4", &[13, 16, 19][..]),
            ("51", &[16]),
            ("34", &[15]),
            ("6011", &[16, 17, 18, 19]),
            ("3528", &[16, 17, 18, 19]),
            ("36", &[14, 16, 17, 18, 19]),
            ("62", &[16, 17, 18, 19]),
            ("5018", &[12, 13, 14, 15, 16, 17, 18, 19]),
            ("2200", &[16, 17, 18, 19]),
            ("506099", &[16, 18, 19]),
            ("9792", &[16]),
        ] {
            for length in 0..=24 {
                let cut = &number(prefix, 24)[..length];
                assert_eq!(issuer(cut).is_some(), lengths.contains(&length), "{prefix} {length}");
            }
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(issuer(b"4111-1111-1111-1"), None);
        assert_eq!(issuer(b"411111111111111x"), None);
    }
}
