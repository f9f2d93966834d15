//! International bank account numbers.

/// Total length of an IBAN of this country (ISO 3166-1 alpha-2, either case), None where the
/// country has none.
///
/// Source: SWIFT, "IBAN Registry", release 101, and for the 22 countries that use IBANs without
/// being registered the lengths that their banks publish.
pub fn iban_length(country: [u8; 2]) -> Option<usize> {
    structure(country).map(|runs| 4 + runs_of(runs).map(|(length, _)| length).sum::<usize>())
}

/// Whether letters and digits without separators are an IBAN: a country's length and structure,
/// check digits 02 to 98, and a remainder of 1 modulo 97. Letters of either case are taken.
///
/// Source: ISO 13616-1:2020, ISO 7064 MOD 97-10. O(n), nothing is allocated.
pub fn iban(compact: &[u8]) -> bool {
    let [a, b, c, d, bban @ ..] = compact else {
        return false;
    };
    let Some(runs) = structure([*a, *b]) else {
        return false;
    };
    // 00, 01 and 99 are never computed, though they may have the right remainder.
    let computed = c.is_ascii_digit() && d.is_ascii_digit() && !matches!([*c, *d], [b'0', b'0' | b'1'] | [b'9', b'9']);
    computed && has_structure(bban, runs) && remainder(bban, &compact[..4]) == 1
}

/// The number that `bban` and then `head` spell modulo 97, letters standing for 10 to 35. One
/// character at a time, so that no large number is needed.
fn remainder(bban: &[u8], head: &[u8]) -> u32 {
    bban.iter().chain(head).fold(0, |rest, &byte| {
        let value = u32::from(match byte {
            b'0'..=b'9' => byte - b'0',
            _ => byte.to_ascii_uppercase().wrapping_sub(b'A').wrapping_add(10),
        });
        (rest * if value < 10 { 10 } else { 100 } + value) % 97
    })
}

fn has_structure(mut bban: &[u8], runs: &[u8]) -> bool {
    for (length, class) in runs_of(runs) {
        let Some((run, rest)) = bban.split_at_checked(length) else {
            return false;
        };
        let fits = match class {
            b'n' => run.iter().all(u8::is_ascii_digit),
            b'a' => run.iter().all(u8::is_ascii_alphabetic),
            _ => run.iter().all(u8::is_ascii_alphanumeric),
        };
        if !fits {
            return false;
        }
        bban = rest;
    }
    bban.is_empty()
}

/// The runs of `4a20c`: (4, `a`), (20, `c`).
fn runs_of(runs: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    runs.split_inclusive(u8::is_ascii_alphabetic).map(|run| {
        let (class, digits) = run.split_last().expect("a run is never empty");
        let length = digits.iter().fold(0, |number, &digit| number * 10 + usize::from(digit - b'0'));
        (length, *class)
    })
}

fn structure(country: [u8; 2]) -> Option<&'static [u8]> {
    let country = country.map(|letter| letter.to_ascii_uppercase());
    let place = STRUCTURES.binary_search_by_key(&country, |row| row.0).ok()?;
    Some(STRUCTURES[place].1)
}

/// What follows the check digits, by country: runs of digits (`n`), letters (`a`) or either (`c`).
/// Neighbouring runs of a class are joined. A country outside the registry has one run of `c`.
const STRUCTURES: &[([u8; 2], &[u8])] = &[
    (*b"AD", b"8n12c"),
    (*b"AE", b"19n"),
    (*b"AL", b"8n16c"),
    (*b"AO", b"21c"),
    (*b"AT", b"16n"),
    (*b"AZ", b"4a20c"),
    (*b"BA", b"16n"),
    (*b"BE", b"12n"),
    (*b"BF", b"24c"),
    (*b"BG", b"4a6n8c"),
    (*b"BH", b"4a14c"),
    (*b"BI", b"23n"),
    (*b"BJ", b"24c"),
    (*b"BR", b"23n1a1c"),
    (*b"BY", b"4c4n16c"),
    (*b"CF", b"23c"),
    (*b"CG", b"23c"),
    (*b"CH", b"5n12c"),
    (*b"CI", b"24c"),
    (*b"CM", b"23c"),
    (*b"CR", b"18n"),
    (*b"CV", b"21c"),
    (*b"CY", b"8n16c"),
    (*b"CZ", b"20n"),
    (*b"DE", b"18n"),
    (*b"DJ", b"23n"),
    (*b"DK", b"14n"),
    (*b"DO", b"4c20n"),
    (*b"DZ", b"22c"),
    (*b"EE", b"16n"),
    (*b"EG", b"25n"),
    (*b"ES", b"20n"),
    (*b"FI", b"14n"),
    (*b"FK", b"2a12n"),
    (*b"FO", b"14n"),
    (*b"FR", b"10n11c2n"),
    (*b"GA", b"23c"),
    (*b"GB", b"4a14n"),
    (*b"GE", b"2a16n"),
    (*b"GI", b"4a15c"),
    (*b"GL", b"14n"),
    (*b"GQ", b"23c"),
    (*b"GR", b"7n16c"),
    (*b"GT", b"24c"),
    (*b"GW", b"21c"),
    (*b"HN", b"4a20n"),
    (*b"HR", b"17n"),
    (*b"HU", b"24n"),
    (*b"IE", b"4a14n"),
    (*b"IL", b"19n"),
    (*b"IQ", b"4a15n"),
    (*b"IR", b"22c"),
    (*b"IS", b"22n"),
    (*b"IT", b"1a10n12c"),
    (*b"JO", b"4a4n18c"),
    (*b"KM", b"23c"),
    (*b"KW", b"4a22c"),
    (*b"KZ", b"3n13c"),
    (*b"LB", b"4n20c"),
    (*b"LC", b"4a24c"),
    (*b"LI", b"5n12c"),
    (*b"LT", b"16n"),
    (*b"LU", b"3n13c"),
    (*b"LV", b"4a13c"),
    (*b"LY", b"21n"),
    (*b"MA", b"24c"),
    (*b"MC", b"10n11c2n"),
    (*b"MD", b"20c"),
    (*b"ME", b"18n"),
    (*b"MG", b"23c"),
    (*b"MK", b"3n10c2n"),
    (*b"ML", b"24c"),
    (*b"MN", b"16n"),
    (*b"MR", b"23n"),
    (*b"MT", b"4a5n18c"),
    (*b"MU", b"4a19n3a"),
    (*b"MZ", b"21c"),
    (*b"NE", b"24c"),
    (*b"NI", b"4a20n"),
    (*b"NL", b"4a10n"),
    (*b"NO", b"11n"),
    (*b"OM", b"3n16c"),
    (*b"PK", b"4a16c"),
    (*b"PL", b"24n"),
    (*b"PS", b"4a21c"),
    (*b"PT", b"21n"),
    (*b"QA", b"4a21c"),
    (*b"RO", b"4a16c"),
    (*b"RS", b"18n"),
    (*b"RU", b"14n15c"),
    (*b"SA", b"2n18c"),
    (*b"SC", b"4a20n3a"),
    (*b"SD", b"14n"),
    (*b"SE", b"20n"),
    (*b"SI", b"15n"),
    (*b"SK", b"20n"),
    (*b"SM", b"1a10n12c"),
    (*b"SN", b"24c"),
    (*b"SO", b"19n"),
    (*b"ST", b"21n"),
    (*b"SV", b"4a20n"),
    (*b"TD", b"23c"),
    (*b"TG", b"24c"),
    (*b"TL", b"19n"),
    (*b"TN", b"20n"),
    (*b"TR", b"6n16c"),
    (*b"UA", b"6n19c"),
    (*b"VA", b"18n"),
    (*b"VG", b"4a16n"),
    (*b"XK", b"16n"),
    (*b"YE", b"4a4n18c"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The registry's own examples.
    const VALID: [&[u8]; 16] = [
        b"AD1200012030200359100100",
        b"AE070331234567890123456",
        b"BR1800360305000010009795493C1",
        b"CH9300762011623852957",
        b"DE89370400440532013000",
        b"ES9121000418450200051332",
        b"FR1420041010050500013M02606",
        b"GB29NWBK60161331926819",
        b"IT60X0542811101000000123456",
        b"LC55HEMM000100010012001200023015",
        b"MT84MALT011000012345MTLCAST001S",
        b"MU17BOMM0101101030300200000MUR",
        b"NL91ABNA0417164300",
        b"NO9386011117947",
        b"PL61109010140000071219812874",
        b"SE4550000000058398257466",
    ];

    #[test]
    fn the_registrys_examples_pass_in_either_case() {
        for text in VALID {
            assert!(iban(text), "{}", text.escape_ascii());
            assert!(iban(&text.to_ascii_lowercase()));
        }
    }

    #[test]
    fn every_single_changed_digit_fails() {
        for text in VALID {
            for place in (2..text.len()).filter(|place| text[*place].is_ascii_digit()) {
                for digit in (b'0'..=b'9').filter(|digit| *digit != text[place]) {
                    let mut changed = text.to_vec();
                    changed[place] = digit;
                    assert!(!iban(&changed), "{}", changed.escape_ascii());
                }
            }
        }
    }

    #[test]
    fn one_character_more_or_less_fails() {
        for text in VALID {
            assert!(!iban(&text[..text.len() - 1]));
            for last in b"09AZaz -" {
                assert!(!iban(&[text, &[*last]].concat()));
            }
        }
    }

    #[test]
    fn check_digits_that_are_never_computed_fail_though_the_remainder_is_right() {
        let mut seen = 0;
        for account in 0..2000 {
            for check in ["00", "01", "99"] {
                let text = format!("DE{check}37040044{account:010}").into_bytes();
                seen += u32::from(remainder(&text[4..], &text[..4]) == 1);
                assert!(!iban(&text));
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn a_letter_where_the_country_has_digits_fails() {
        let found = (2..=98).any(|check| iban(format!("DE{check:02}A7040044053201300").as_bytes()));
        assert!(!found);
    }

    #[test]
    fn a_country_outside_the_registry_goes_by_length_and_remainder() {
        let found = |body: &str| (2..=98).any(|check| iban(format!("DZ{check:02}{body}").as_bytes()));
        assert!(found("0123456789012345678901"));
        assert!(!found("012345678901234567890"));
        assert!(!found("01234567890123456789012"));
    }

    #[test]
    fn the_table_is_sorted_and_lengths_are_those_of_the_standard() {
        assert!(STRUCTURES.is_sorted_by(|a, b| a.0 < b.0));
        for (country, _) in STRUCTURES {
            let length = iban_length(*country).expect("it is in the table");
            assert!((15..=34).contains(&length));
        }
        for (country, length) in [(b"NO", 15), (b"MT", 31), (b"DE", 22), (b"RU", 33), (b"ma", 28)] {
            assert_eq!(iban_length(*country), Some(length));
        }
        assert_eq!(iban_length(*b"US"), None);
    }

    #[test]
    fn short_and_foreign_bytes_fail() {
        for text in [&b""[..], b"DE", b"DE89", b"US89370400440532013000", b"\xff\xff\xff\xff\xff"] {
            assert!(!iban(text));
        }
    }
}
