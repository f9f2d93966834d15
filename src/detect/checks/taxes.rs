//! Numbers by which states tax persons and firms, by their check digits. All take letters and digits alone, capitals, in
//! the length that the catalogue's shapes let through.

use super::luhn::luhn;
use super::places::{sum, two, value};

/// United States, EIN: a prefix that the IRS gives. Source: IRS, how EINs are assigned and valid EIN prefixes.
pub fn american_employer(digits: &[u8]) -> bool {
    matches!(two(digits, 0), 1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99)
        && is_drawn(digits)
}

/// Canada, SIN: Luhn; none begins with 0 or 8. Source: Employment and Social Development Canada.
pub fn canadian(digits: &[u8]) -> bool {
    luhn(digits) && !matches!(digits[0], b'0' | b'8') && is_drawn(digits)
}

/// Netherlands, BSN: the test of eleven. Source: Rijksdienst voor Identiteitsgegevens.
pub fn dutch(digits: &[u8]) -> bool {
    let sum = sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2]) + 10 * value(digits[8]);
    is_drawn(digits) && sum.is_multiple_of(11)
}

/// Portugal, NIF: modulus 11. Source: Autoridade Tributária e Aduaneira.
pub fn portuguese(digits: &[u8]) -> bool {
    let rest = sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    matches!(digits[0], b'1'..=b'3' | b'5'..=b'9') && value(digits[8]) == if rest < 2 { 0 } else { 11 - rest }
}

/// United Kingdom, UTR: the first digit is the check. Source: HM Revenue and Customs, the modulus 11 of UTRs.
pub fn british(digits: &[u8]) -> bool {
    b"21987654321"[sum(&digits[1..], &[6, 7, 8, 9, 10, 5, 4, 3, 2]) as usize % 11] == digits[0]
}

/// Poland, NIP. Source: Ministerstwo Finansów.
pub fn polish(digits: &[u8]) -> bool {
    is_drawn(digits) && sum(digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == value(digits[9])
}

/// Poland, REGON. Source: Główny Urząd Statystyczny.
pub fn polish_firm(digits: &[u8]) -> bool {
    is_drawn(digits) && sum(digits, &[8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == value(digits[8])
}

/// Germany, number of a tax office: offices write it in ways of their own, with check digits of their own; what can be
/// told is that not all digits are one. Source: ELSTER.
pub fn german_office(id: &[u8]) -> bool {
    is_drawn(id)
}

/// Greece, AFM: modulus 11 of powers of two. Source: AADE.
pub fn greek(digits: &[u8]) -> bool {
    is_drawn(digits) && sum(digits, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == value(digits[8])
}

/// New Zealand, IRD: modulus 11, a second row of weights where the first gives 10. Source: Inland Revenue, resident
/// withholding tax file specification.
pub fn new_zealand(digits: &[u8]) -> bool {
    let number = digits.iter().fold(0, |number, &byte| number * 10 + value(byte));
    let mut nine = [b'0'; 9];
    nine[9 - digits.len()..].copy_from_slice(digits);
    let check = |weights: &[u32]| (11 - sum(&nine, weights) % 11) % 11;
    let first = check(&[3, 2, 7, 6, 5, 4, 3, 2]);
    let check = if first == 10 { check(&[7, 4, 3, 2, 5, 2, 7, 6]) } else { first };
    (10_000_000..=150_000_000).contains(&number) && check == value(nine[8])
}

/// Colombia, NIT: modulus 11 of primes. Source: DIAN, Orden Administrativa 4 de 1989.
pub fn colombian(digits: &[u8]) -> bool {
    let rest = sum(digits, &[41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
    is_drawn(digits) && value(digits[9]) == if rest < 2 { rest } else { 11 - rest }
}

/// Brazil, CNPJ: two digits of modulus 11; since 2026 letters count by their place in ASCII. Source: Receita Federal,
/// IN RFB 2.229/2024.
pub fn brazilian_firm(id: &[u8]) -> bool {
    let check = |count: usize| {
        let sum: u32 =
            id[..count].iter().enumerate().map(|(at, &byte)| value(byte) * ((count - 1 - at) as u32 % 8 + 2)).sum();
        if sum % 11 < 2 { 0 } else { 11 - sum % 11 }
    };
    is_drawn(id) && check(12) == value(id[12]) && check(13) == value(id[13])
}

/// Russia, INN of a firm. Source: Federal Tax Service.
pub fn russian_firm(digits: &[u8]) -> bool {
    is_drawn(digits) && sum(digits, &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == value(digits[9])
}

/// Hungary, tax number of a person: an 8, and modulus 11. Source: 1996. évi XX. törvény.
pub fn hungarian(digits: &[u8]) -> bool {
    digits[0] == b'8' && sum(digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == value(digits[9])
}

/// Mexico, CLABE. Source: Banco de México.
pub fn mexican_account(digits: &[u8]) -> bool {
    let sum: u32 =
        digits[..17].iter().zip([3, 7, 1].iter().cycle()).map(|(&byte, weight)| value(byte) * weight % 10).sum();
    is_drawn(digits) && (10 - sum % 10) % 10 == value(digits[17])
}

/// India, IFSC: most places of the branch are digits. Source: Reserve Bank of India.
pub fn indian_bank(id: &[u8]) -> bool {
    id[5..].iter().filter(|byte| byte.is_ascii_digit()).count() >= 3
}

/// Sweden, personal number: a date (of coordination numbers the day is 60 more), Luhn. Source: Skatteverket, SKV 704.
pub fn swedish(id: &[u8]) -> bool {
    let mut digits = [0; 12];
    let mut count = 0;
    for &byte in id.iter().filter(|byte| byte.is_ascii_digit()) {
        digits[count % 12] = byte;
        count += 1;
    }
    let digits = &digits[count.min(12) - 10..count.min(12)];
    let day = two(digits, 4);
    matches!(two(digits, 2), 1..=12) && matches!(if day > 60 { day - 60 } else { day }, 1..=31) && luhn(digits)
}

/// Whether not all places are one digit.
fn is_drawn(id: &[u8]) -> bool {
    id.iter().any(|&byte| byte != id[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_pass_and_the_next_ones_fail() {
        type Check = fn(&[u8]) -> bool;
        const NUMBERS: &[(&str, Check)] = &[
            ("130692544", canadian),
            ("111222333", dutch),
            ("501964843", portuguese),
            ("1955839661", british),
            ("1234563218", polish),
            ("123456785", polish_firm),
            ("094259216", greek),
            ("49091850", new_zealand),
            ("8001972684", colombian),
            ("11222333000181", brazilian_firm),
            ("12ABC34501DE35", brazilian_firm),
            ("7707083893", russian_firm),
            ("8071592153", hungarian),
            ("032180000118359719", mexican_account),
            ("8112289874", swedish),
        ];
        for (number, check) in NUMBERS {
            let mut other = number.as_bytes().to_vec();
            assert!(check(&other), "{number}");
            let last = other.last_mut().unwrap();
            *last = b'0' + (*last - b'0' + 1) % 10;
            assert!(!check(&other), "{number}");
        }
        assert!(swedish(b"198112289874") && swedish(b"811228+9874"));
        assert!(american_employer(b"123456789") && !american_employer(b"073456789"));
    }
}
