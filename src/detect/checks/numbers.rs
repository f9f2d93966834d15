//! Numbers of digits alone that states give to persons and firms, by their check digits; beside [`super::national`], which
//! asks for no country, each of these is asked for by its own words.
//!
//! All take digits alone, in the length that the catalogue's shapes let through.

use super::luhn::luhn;
use super::places::{sum, two, value};

/// Australia, ABN: modulus 89. Source: Australian Business Register.
pub fn australian_business(digits: &[u8]) -> bool {
    digits[0] > b'0' && (sum(digits, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10).is_multiple_of(89)
}

/// Australia, ACN. Source: ASIC.
pub fn australian_company(digits: &[u8]) -> bool {
    (10 - sum(digits, &[8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10 == value(digits[8])
}

/// Australia, Medicare: the ninth digit is the check. Source: Services Australia.
pub fn australian_medicare(digits: &[u8]) -> bool {
    matches!(digits[0], b'2'..=b'6') && sum(digits, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == value(digits[8])
}

/// Belgium, national register: 97 less the rest, a 2 before it for those born since 2000. Source: Rijksregister.
pub fn belgian(digits: &[u8]) -> bool {
    let number = digits[..9].iter().fold(0u64, |number, &byte| number * 10 + u64::from(value(byte)));
    let check = u64::from(two(digits, 9));
    97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
}

/// Chile, RUT: modulus 11, `K` for ten. Source: Servicio de Impuestos Internos.
pub fn chilean(id: &[u8]) -> bool {
    let Some((check, number)) = id.split_last() else { return false };
    let sum: u32 = number.iter().rev().zip((2..=7).cycle()).map(|(&byte, weight)| value(byte) * weight).sum();
    match 11 - sum % 11 {
        11 => *check == b'0',
        10 => *check == b'K',
        rest => value(*check) == rest,
    }
}

/// Argentina, CUIT and CUIL. Source: AFIP.
pub fn argentinian(digits: &[u8]) -> bool {
    (11 - sum(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == value(digits[10])
}

/// Croatia, OIB: ISO 7064, modulus 11,10. Source: Porezna uprava.
pub fn croatian(digits: &[u8]) -> bool {
    let product = digits[..10].iter().fold(10, |product, &byte| {
        let sum = (value(byte) + product) % 10;
        2 * if sum == 0 { 10 } else { sum } % 11
    });
    (11 - product) % 10 == value(digits[10])
}

/// Denmark, CPR: a date. Source: CPR-kontoret, who gave the check up in 2007.
pub fn danish(digits: &[u8]) -> bool {
    is_day(two(digits, 0), two(digits, 2))
}

/// Estonia and Lithuania: a date, and two rows of weights. Source: RIA; Registrų centras.
pub fn baltic(digits: &[u8]) -> bool {
    let first = sum(digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let second = sum(digits, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
    let check = if first < 10 { first } else { second % 10 };
    is_day(two(digits, 5), two(digits, 3)) && check == value(digits[10])
}

/// Greece, AMKA: a date, Luhn. Source: IDIKA.
pub fn greek(digits: &[u8]) -> bool {
    is_day(two(digits, 0), two(digits, 2)) && luhn(digits)
}

/// Indonesia, NIK: a date, the day of women 40 more. Source: Dukcapil.
pub fn indonesian(digits: &[u8]) -> bool {
    let day = two(digits, 6);
    is_day(if day > 40 { day - 40 } else { day }, two(digits, 8))
}

/// Italy, VAT, `IT` before it or not: Luhn. Source: Agenzia delle Entrate.
pub fn italian_vat(id: &[u8]) -> bool {
    let digits = id.strip_prefix(b"IT").unwrap_or(id);
    digits.iter().any(|&byte| byte != b'0') && luhn(digits)
}

/// Japan, My Number. Source: Ministry of Internal Affairs, ordinance 85 of 2014.
pub fn japanese(digits: &[u8]) -> bool {
    let rest = sum(digits, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    value(digits[11]) == if rest <= 1 { 0 } else { 11 - rest }
}

/// South Korea, business registration. Source: National Tax Service.
pub fn korean_business(digits: &[u8]) -> bool {
    let sum = sum(digits, &[1, 3, 7, 1, 3, 7, 1, 3, 5]) + value(digits[8]) * 5 / 10;
    (10 - sum % 10) % 10 == value(digits[9])
}

/// South Korea, driving licence: a region. Source: Korean National Police Agency.
pub fn korean_licence(digits: &[u8]) -> bool {
    (11..=28).contains(&two(digits, 0))
}

/// Malaysia, NRIC: a date. Source: Jabatan Pendaftaran Negara.
pub fn malaysian(digits: &[u8]) -> bool {
    is_day(two(digits, 4), two(digits, 2))
}

/// Norway: two digits of modulus 11. Source: Skatteetaten.
pub fn norwegian(digits: &[u8]) -> bool {
    sum(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
        && sum(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Philippines, TIN: the ninth digit is the check. Source: Bureau of Internal Revenue; the weights as published by
/// analysis.
pub fn philippine(digits: &[u8]) -> bool {
    sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 % 10 == value(digits[8])
}

/// Romania, CNP: a date. Source: Law 105/1996.
pub fn romanian(digits: &[u8]) -> bool {
    is_day(two(digits, 5), two(digits, 3)) && {
        let rest = sum(digits, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        value(digits[12]) == if rest == 10 { 1 } else { rest }
    }
}

/// Russia, SNILS. Source: Social Fund of Russia.
pub fn russian_insurance(digits: &[u8]) -> bool {
    sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == two(digits, 9)
}

/// Russia, INN of a person. Source: Federal Tax Service.
pub fn russian_tax(digits: &[u8]) -> bool {
    sum(digits, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == value(digits[10])
        && sum(digits, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == value(digits[11])
}

/// Switzerland, AHV: the country's number and the check of an EAN. Source: Zentrale Ausgleichsstelle.
pub fn swiss(digits: &[u8]) -> bool {
    (10 - sum(digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10) % 10 == value(digits[12])
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}
