//! Ids with letters that states give to persons, by their structure and check letters.
//!
//! All take the id's letters and digits alone, capitals, in the length that the catalogue's shapes let through.

use super::places::{two, value};

/// Finland, henkilötunnus: a day, a sign of the century, a number, and a letter of all modulo 31. Source: Digital and
/// Population Data Services Agency.
pub fn finnish(id: &[u8]) -> bool {
    let Some((number, letter)) = id.get(..10).zip(id.get(10)) else { return false };
    let rest = number.iter().filter(|byte| byte.is_ascii_digit()).fold(0, |rest, &byte| rest * 10 + value(byte));
    is_day(two(id, 0), two(id, 2))
        && matches!(number[6], b'-' | b'+' | b'A'..=b'F' | b'U'..=b'Y')
        && b"0123456789ABCDEFHJKLMNPRSTUVWXY"[rest as usize % 31] == *letter
}

/// Spain, NIF and NIE: a letter of the number modulo 23; X, Y, Z before it stand for 0, 1, 2. Source: Ministerio del
/// Interior.
pub fn spanish(id: &[u8]) -> bool {
    let Some((letter, number)) = id.split_last() else { return false };
    let number = number.iter().try_fold(0, |sum, &byte| match byte {
        b'X'..=b'Z' => Some(sum * 10 + u32::from(byte - b'X')),
        b'0'..=b'9' => Some(sum * 10 + value(byte)),
        _ => None,
    });
    number.is_some_and(|number| b"TRWAGMYFPDXBNJZSQVHLCKE"[number as usize % 23] == *letter)
}

/// Italy, the structure of a codice fiscale: letters stand for digits where two persons would have the same. Source:
/// Decreto ministeriale 23 dicembre 1976.
pub fn italian_form(id: &[u8]) -> bool {
    let digit = |at: usize| match id[at] {
        b'0'..=b'9' => Some(value(id[at])),
        letter => b"LMNPQRSTUV".iter().position(|&other| other == letter).map(|place| place as u32),
    };
    id.len() == 16
        && [0, 1, 2, 3, 4, 5, 8, 11, 15].iter().all(|&at| id[at].is_ascii_uppercase())
        && [6, 7, 9, 10, 12, 13, 14].iter().all(|&at| digit(at).is_some())
        && b"ABCDEHLMPRST".contains(&id[8])
        && digit(9).zip(digit(10)).is_some_and(|(tens, ones)| matches!(tens * 10 + ones, 1..=31 | 41..=71))
}

/// The same with its check letter.
pub fn italian(id: &[u8]) -> bool {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let sum: u32 = id
        .iter()
        .take(15)
        .enumerate()
        .map(|(at, &byte)| {
            let place = if byte.is_ascii_digit() { value(byte) } else { u32::from(byte - b'A') };
            if at % 2 == 0 { ODD[place as usize] } else { place }
        })
        .sum();
    italian_form(id) && u32::from(id[15] - b'A') == sum % 26
}

/// Germany, the serial number of an identity card or passport: letters that are no vowels and no doubles; a tenth
/// place is a check digit. Source: Bundesministerium des Innern.
pub fn german_card(id: &[u8]) -> bool {
    let letter = |byte: u8| b"CFGHJKLMNPRTVWXYZ".contains(&byte);
    letter(id[0])
        && id[..9].iter().all(|&byte| byte.is_ascii_digit() || letter(byte))
        && id.iter().filter(|byte| byte.is_ascii_digit()).count() >= 4
        && (id.len() == 9 || check_731(&id[..9]) == value(id[9]))
}

/// Germany, number of the pension insurance. Source: Deutsche Rentenversicherung, VKVV § 2.
pub fn german_pension(id: &[u8]) -> bool {
    let (Some(digits), true) = (with_letter(id, 8), id.len() == 12) else { return false };
    let sum: u32 = digits[..12]
        .iter()
        .zip([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1])
        .map(|(digit, weight)| digit * weight / 10 + digit * weight % 10)
        .sum();
    let day = two(id, 2);
    is_day(if day > 50 { day - 50 } else { day }, two(id, 4)) && sum % 10 == digits[12]
}

/// Germany, number of the health insurance. Source: GKV-Spitzenverband, § 290 SGB V.
pub fn german_health(id: &[u8]) -> bool {
    let (Some(digits), true) = (with_letter(id, 0), id.len() == 10) else { return false };
    let weigh = |(at, digit): (usize, &u32)| {
        let product = digit * (1 + at as u32 % 2);
        product / 10 + product % 10
    };
    digits[..10].iter().enumerate().map(weigh).sum::<u32>() % 10 == digits[10]
}

/// The digits of an id whose place `at` is a letter: the letter is its number from 01 to 26.
fn with_letter(id: &[u8], at: usize) -> Option<[u32; 13]> {
    let mut digits = [0; 13];
    let mut count = 0;
    for (place, &byte) in id.iter().enumerate() {
        let number = if place == at { u32::from(byte.checked_sub(b'A')?) + 1 } else { value(byte) };
        if place == at {
            *digits.get_mut(count)? = number / 10;
            count += 1;
        }
        *digits.get_mut(count)? = number % 10;
        count += 1;
    }
    Some(digits)
}

/// Germany, VAT number behind `DE`: ISO 7064, modulus 11,10. Source: Bundeszentralamt für Steuern.
pub fn german_vat(id: &[u8]) -> bool {
    let digits = &id[2..];
    let product = digits[..8].iter().fold(10, |product, &byte| {
        let sum = (value(byte) + product) % 10;
        2 * if sum == 0 { 10 } else { sum } % 11
    });
    digits[0] != b'0' && (11 - product) % 10 == value(digits[8])
}

/// United Kingdom, national insurance number: which letters are given. Source: HM Revenue and Customs, NIM39110.
pub fn british_insurance(id: &[u8]) -> bool {
    !b"DFIQUV".contains(&id[0])
        && !b"DFIOQUV".contains(&id[1])
        && ![*b"BG", *b"GB", *b"KN", *b"NK", *b"NT", *b"TN", *b"ZZ"].contains(&[id[0], id[1]])
        && matches!(id[8], b'A'..=b'D')
}

/// United Kingdom, driving licence: five letters of the name filled up with nines, and a date of birth. Source: DVLA.
pub fn british_licence(id: &[u8]) -> bool {
    let name = id[..5].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let month = two(id, 6);
    name > 0
        && id[name..5].iter().all(|&byte| byte == b'9')
        && is_day(two(id, 8), if month > 50 { month - 50 } else { month })
}

/// Ireland, personal public service number. Source: Department of Social Protection.
pub fn irish(id: &[u8]) -> bool {
    let of = |byte: u8| if byte == b'W' { 0 } else { u32::from(byte - b'A') + 1 };
    let sum: u32 = id[..7].iter().zip([8, 7, 6, 5, 4, 3, 2]).map(|(&byte, weight)| value(byte) * weight).sum();
    let sum = sum + id.get(8).map_or(0, |&byte| of(byte) * 9);
    sum % 23 == of(id[7])
}

/// France, NIR of a person born in Corsica: `2A` stands for 19 and `2B` for 18. Source: INSEE.
pub fn corsican(id: &[u8]) -> bool {
    let number = id[..13]
        .iter()
        .fold(0u64, |sum, &byte| sum * 10 + u64::from(if byte.is_ascii_digit() { value(byte) } else { 0 }));
    let less = if id[6] == b'A' { 1_000_000 } else { 2_000_000 };
    matches!(id[0], b'1' | b'2') && number >= less && 97 - (number - less) % 97 == u64::from(two(id, 13))
}

/// Poland, identity card: letters count from 10, weights 7 3 1, the first digit is the check. Source: Ministerstwo
/// Spraw Wewnętrznych.
pub fn polish_card(id: &[u8]) -> bool {
    let others = [id[0], id[1], id[2], id[4], id[5], id[6], id[7], id[8]];
    let sum: u32 = others.iter().zip([7, 3, 1, 7, 3, 1, 7, 3]).map(|(&byte, weight)| base36(byte) * weight).sum();
    sum % 10 == value(id[3])
}

/// India, PAN: the fourth letter says what its holder is. Source: Income Tax Department.
pub fn indian_tax(id: &[u8]) -> bool {
    b"ABCFGHJLPT".contains(&id[3])
}

/// India, the structure of a GSTIN: a state, a tax number, `Z`. Source: GSTN.
pub fn indian_trade_form(id: &[u8]) -> bool {
    matches!(two(id, 0), 1..=38 | 97 | 99) && id[12] != b'0'
}

/// The same with its check letter, modulus 36.
pub fn indian_trade(id: &[u8]) -> bool {
    let sum: u32 = id[..14]
        .iter()
        .enumerate()
        .map(|(at, &byte)| {
            let product = base36(byte) * (1 + at as u32 % 2);
            product / 36 + product % 36
        })
        .sum();
    indian_trade_form(id) && indian_tax(&id[2..]) && (36 - sum % 36) % 36 == base36(id[14])
}

/// Singapore, NRIC and FIN. Source: Immigration and Checkpoints Authority; the check letters as published by analysis.
pub fn singaporean(id: &[u8]) -> bool {
    let sum: u32 = id[1..8].iter().zip([2, 7, 6, 5, 4, 3, 2]).map(|(&byte, weight)| value(byte) * weight).sum();
    let (more, letters) = match id[0] {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return false,
    };
    letters[(sum + more) as usize % 11] == id[8]
}

/// Hong Kong, identity card. Source: Immigration Department.
pub fn hong_kong(id: &[u8]) -> bool {
    let sum: u32 =
        36 * 9 + id[..7].iter().zip([8, 7, 6, 5, 4, 3, 2]).map(|(&byte, weight)| base36(byte) * weight).sum::<u32>();
    let check = if id[7] == b'A' { 10 } else { value(id[7]) };
    (id[7] == b'A' || id[7].is_ascii_digit()) && (sum + check).is_multiple_of(11)
}

/// Taiwan, identity card. Source: Ministry of the Interior.
pub fn taiwanese(id: &[u8]) -> bool {
    let Some(letter) = b"ABCDEFGHJKLMNPQRSTUVXYWZIO".iter().position(|&letter| letter == id[0]) else { return false };
    let letter = letter as u32 + 10;
    let sum: u32 = id[1..9].iter().zip([8, 7, 6, 5, 4, 3, 2, 1]).map(|(&byte, weight)| value(byte) * weight).sum();
    matches!(id[1], b'1' | b'2' | b'8' | b'9')
        && (letter / 10 + letter % 10 * 9 + sum + value(id[9])).is_multiple_of(10)
}

/// Mexico, CURP: a date of birth, a sex, and a digit of all. Source: RENAPO.
pub fn mexican(id: &[u8]) -> bool {
    // `Ñ` stands between N and O.
    let number = |byte: u8| base36(byte) + u32::from(byte > b'N');
    let sum: u32 = id[..17].iter().enumerate().map(|(at, &byte)| number(byte) * (18 - at as u32)).sum();
    is_day(two(id, 8), two(id, 6)) && matches!(id[10], b'H' | b'M' | b'X') && (10 - sum % 10) % 10 == value(id[17])
}

/// Mexico, RFC: a date inside. Source: SAT.
pub fn mexican_tax(id: &[u8]) -> bool {
    let date = id.len() - 9;
    is_day(two(id, date + 4), two(id, date + 2))
}

/// United States, DEA number. Source: 21 CFR 1301; check digit as published by the DEA.
pub fn american_prescriber(id: &[u8]) -> bool {
    let sum = |at: [usize; 3]| -> u32 { at.iter().map(|&place| value(id[place])).sum() };
    b"ABCDEFGHJKLMPRSTUX".contains(&id[0]) && (sum([2, 4, 6]) + 2 * sum([3, 5, 7])) % 10 == value(id[8])
}

/// United States, Medicare beneficiary identifier: which letters stand where. Source: CMS.
pub fn american_medicare(id: &[u8]) -> bool {
    let letter = |byte: u8| byte.is_ascii_uppercase() && !b"SLOIBZ".contains(&byte);
    id[0] != b'0'
        && [1, 4, 7, 8].iter().all(|&at| letter(id[at]))
        && [2, 5].iter().all(|&at| id[at].is_ascii_digit() || letter(id[at]))
}

/// The number of a vehicle: no I, O or Q, and its last four places are digits. Source: ISO 3779, 49 CFR 565.
pub fn vehicle(id: &[u8]) -> bool {
    !id.iter().any(|byte| matches!(byte, b'I' | b'O' | b'Q'))
        && id.iter().any(u8::is_ascii_uppercase)
        && id[13..].iter().all(u8::is_ascii_digit)
}

/// Whether most of an id's places are digits, as those of licences and passports are.
pub fn numbered(id: &[u8]) -> bool {
    let digits = id.iter().filter(|byte| byte.is_ascii_digit()).count();
    digits >= 4 && digits * 2 >= id.len()
}

fn check_731(id: &[u8]) -> u32 {
    id.iter().zip([7, 3, 1].iter().cycle()).map(|(&byte, weight)| base36(byte) * weight).sum::<u32>() % 10
}

fn base36(byte: u8) -> u32 {
    if byte.is_ascii_digit() { value(byte) } else { u32::from(byte - b'A') + 10 }
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}
