//! Numbers of patients, doctors and births, and of telephones, by their check digits. All take letters and digits alone,
//! capitals, in the length that the catalogue's shapes let through.

use super::luhn::luhn;
use super::places::{sum, value};

/// United States, NPI: Luhn behind `80840`. Source: CMS, 45 CFR 162.406.
pub fn american_provider(digits: &[u8]) -> bool {
    let mut card = *b"808400000000000";
    card[5..].copy_from_slice(digits);
    matches!(digits[0], b'1' | b'2') && luhn(&card)
}

/// United Kingdom, NHS number: modulus 11. Source: NHS Data Dictionary.
pub fn british(digits: &[u8]) -> bool {
    let check = (11 - sum(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    digits.iter().any(|&byte| byte != digits[0]) && check == value(digits[9])
}

/// New Zealand, NHI: letters without I and O count from 1; modulus 11, the newer form modulus 23. Source: HISO 10046.
pub fn new_zealand(id: &[u8]) -> bool {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let of = |byte: u8| match byte {
        b'0'..=b'9' => Some(value(byte)),
        _ => LETTERS.iter().position(|&letter| letter == byte).map(|place| place as u32 + 1),
    };
    let weighted = id[..6].iter().zip([7, 6, 5, 4, 3, 2]).map(|(&byte, weight)| Some(of(byte)? * weight));
    let Some(sum) = weighted.sum::<Option<u32>>() else { return false };
    match id[6] {
        check @ b'0'..=b'9' => !sum.is_multiple_of(11) && (11 - sum % 11) % 10 == value(check),
        check => of(check) == Some(23 - sum % 23),
    }
}

/// Germany, LANR: the seventh digit is the check of six. Source: KBV, Arztnummern.
pub fn german_doctor(digits: &[u8]) -> bool {
    (10 - sum(&digits[..6], &[4, 9, 4, 9, 4, 9]) % 10) % 10 == value(digits[6])
}

/// Hungary, TAJ. Source: 1996. évi XX. törvény.
pub fn hungarian(digits: &[u8]) -> bool {
    digits.iter().any(|&byte| byte != b'0') && sum(digits, &[3, 7, 3, 7, 3, 7, 3, 7]) % 10 == value(digits[8])
}

/// Austria, insurance number: the fourth digit is the check. Source: Dachverband der Sozialversicherungsträger.
pub fn austrian(digits: &[u8]) -> bool {
    let day = value(digits[4]) * 10 + value(digits[5]);
    digits[0] != b'0'
        && (1..=31).contains(&day)
        && sum(digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == value(digits[3])
}

/// Czechia and Slovakia, birth number: a date (the month of women 50 more, or 20 where numbers ran out), modulus 11.
/// Source: Zákon 133/2000 Sb.
pub fn czech(digits: &[u8]) -> bool {
    let month = (value(digits[2]) * 10 + value(digits[3])) % 50;
    let day = value(digits[4]) * 10 + value(digits[5]);
    let number = digits.iter().fold(0u64, |number, &byte| number * 10 + u64::from(value(byte)));
    matches!(month, 1..=12 | 21..=32) && (1..=31).contains(&day) && number.is_multiple_of(11)
}

/// Slovenia and the other states of Yugoslavia, EMŠO or JMBG: a date, modulus 11. Source: Zakon o centralnem registru
/// prebivalstva.
pub fn yugoslav(digits: &[u8]) -> bool {
    let (day, month) = (value(digits[0]) * 10 + value(digits[1]), value(digits[2]) * 10 + value(digits[3]));
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (11 - sum(digits, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == value(digits[12])
}

/// Bulgaria, EGN: a date (the month 20 more before 1900, 40 more since 2000), modulus 11. Source: GRAO.
pub fn bulgarian(digits: &[u8]) -> bool {
    let (month, day) = (value(digits[2]) * 10 + value(digits[3]), value(digits[4]) * 10 + value(digits[5]));
    matches!(month, 1..=12 | 21..=32 | 41..=52)
        && (1..=31).contains(&day)
        && sum(digits, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == value(digits[9])
}

/// Ecuador, cédula: a province, Luhn. Source: Registro Civil.
pub fn ecuadorian(digits: &[u8]) -> bool {
    let province = value(digits[0]) * 10 + value(digits[1]);
    matches!(province, 1..=24 | 30) && digits[2] < b'6' && luhn(digits)
}

/// IMSI: the code of a country, which begins with 2 to 7. Source: ITU-T E.212.
pub fn subscriber(digits: &[u8]) -> bool {
    matches!(digits[0], b'2'..=b'7')
}

/// ICCID of 19 digits: Luhn; some issuers of 20 have no check. Source: ITU-T E.118.
pub fn sim_card(digits: &[u8]) -> bool {
    digits.len() != 19 || luhn(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_pass_and_the_next_ones_fail() {
        type Check = fn(&[u8]) -> bool;
        const NUMBERS: &[(&str, Check)] = &[
            ("1245319599", american_provider),
            ("9434765919", british),
            ("ZAC5361", new_zealand),
            ("111111110", hungarian),
            ("7103192745", czech),
            ("0101006500006", yugoslav),
            ("7523169263", bulgarian),
            ("1710034065", ecuadorian),
            ("8901410321111851072", sim_card),
        ];
        for (number, check) in NUMBERS {
            let mut other = number.as_bytes().to_vec();
            assert!(check(&other), "{number}");
            let last = other.last_mut().unwrap();
            *last = b'0' + (*last - b'0' + 1) % 10;
            assert!(!check(&other), "{number}");
        }
        assert!(new_zealand(b"ZBN77VL") && !new_zealand(b"ZBN77VM"));
        assert!(german_doctor(b"123456601") && !german_doctor(b"123456701"));
        assert!(austrian(b"1237010180") && !austrian(b"1236010180"));
    }
}
