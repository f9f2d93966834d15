//! Numbers that states give to persons, by their check digits.

use super::luhn::luhn;
use super::places::{sum, value};

/// Whether the digits could be a person's number of one of the states below; which one is not asked. A number of a
/// given length passes by chance once in ten to once in a hundred: a word must stand beside it.
///
/// 9: Canada (SIN), Australia (TFN). 10: United Kingdom (NHS number). 11: Türkiye, Brazil (CPF), Poland (PESEL), Germany
/// (Steuer-ID). 12: India (Aadhaar), Sweden. 13: Thailand, South Korea, South Africa. 14: Brazil (CNPJ). 15: France
/// (NIR). 18: China, all digits.
///
/// Sources: the states' published rules of check digits. O(n), nothing is allocated.
pub fn person(digits: &[u8]) -> bool {
    if !digits.iter().all(u8::is_ascii_digit) || digits.windows(2).all(|pair| pair[0] == pair[1]) {
        return false;
    }
    match digits.len() {
        9 => {
            luhn(digits) && !matches!(digits[0], b'0' | b'8')
                || sum(digits, &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11)
        }
        10 => check(11 - sum(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11, 11, digits[9]),
        11 => turkish(digits) || cpf(digits) || pesel(digits) || steuer_id(digits),
        12 => digits[0] >= b'2' && verhoeff(digits) || is_day(&digits[2..8]) && luhn(&digits[2..]),
        13 => thai(digits) || is_day(&digits[..6]) && (matches!(digits[6], b'1'..=b'8') || luhn(digits)),
        14 => cnpj(digits),
        15 => nir(digits),
        18 => chinese(digits),
        _ => false,
    }
}

/// Whether the text is a number of China's residents: 17 digits and a digit or `X`, with a date of birth inside.
pub fn chinese(text: &[u8]) -> bool {
    text.len() == 18
        && text[..17].iter().all(u8::is_ascii_digit)
        && matches!(&text[6..8], b"19" | b"20")
        && is_day(&text[8..14])
        && {
            let sum = sum(text, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
            b"10X98765432"[sum as usize % 11] == text[17].to_ascii_uppercase()
        }
}

/// Whether eleven digits are a Brazilian CPF: two digits of modulus 11.
pub fn cpf(digits: &[u8]) -> bool {
    two_checks(digits, 9, |place, length| (length + 1 - place) as u32)
}

fn cnpj(digits: &[u8]) -> bool {
    two_checks(digits, 12, |place, length| ((length - 1 - place) % 8 + 2) as u32)
}

/// Two check digits of modulus 11 behind the first `length` digits, by the weight of each place.
fn two_checks(digits: &[u8], length: usize, weight: fn(usize, usize) -> u32) -> bool {
    [length, length + 1].into_iter().all(|count| {
        let sum: u32 = (0..count).map(|place| value(digits[place]) * weight(place, count)).sum();
        let rest = sum % 11;
        value(digits[count]) == if rest < 2 { 0 } else { 11 - rest }
    })
}

fn turkish(digits: &[u8]) -> bool {
    let sum =
        |from: usize, to: usize, step: usize| -> u32 { digits[from..to].iter().step_by(step).map(|&b| value(b)).sum() };
    digits[0] != b'0'
        && (sum(0, 9, 2) * 7 + 90 - sum(1, 8, 2)) % 10 == value(digits[9])
        && sum(0, 10, 1) % 10 == value(digits[10])
}

fn pesel(digits: &[u8]) -> bool {
    let month = value(digits[2]) * 10 + value(digits[3]);
    let day = value(digits[4]) * 10 + value(digits[5]);
    (1..=12).contains(&(month % 20))
        && (1..=31).contains(&day)
        && (10 - sum(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10 == value(digits[10])
}

/// ISO 7064, modulus 11,10.
fn steuer_id(digits: &[u8]) -> bool {
    let product = digits[..10].iter().fold(10, |product, &byte| {
        let sum = (value(byte) + product) % 10;
        2 * if sum == 0 { 10 } else { sum } % 11
    });
    digits[0] != b'0' && (11 - product) % 10 == value(digits[10])
}

/// The dihedral group of ten, worked out instead of looked up.
fn verhoeff(digits: &[u8]) -> bool {
    const TURNS: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let joined = |a: u32, b: u32| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a + 5 - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    };
    let turned = |byte: u8, times: usize| (0..times % 8).fold(value(byte), |digit, _| TURNS[digit as usize]);
    digits.iter().rev().enumerate().fold(0, |sum, (place, &byte)| joined(sum, turned(byte, place))) == 0
}

fn thai(digits: &[u8]) -> bool {
    matches!(digits[0], b'1'..=b'8')
        && (11 - sum(digits, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == value(digits[12])
}

fn nir(digits: &[u8]) -> bool {
    let number = digits[..13].iter().fold(0u64, |number, &byte| number * 10 + u64::from(value(byte)));
    let key = value(digits[13]) * 10 + value(digits[14]);
    let month = value(digits[3]) * 10 + value(digits[4]);
    matches!(digits[0], b'1'..=b'4' | b'7' | b'8') && (1..=62).contains(&month) && 97 - number % 97 == u64::from(key)
}

/// Whether a remainder is the check digit, where `zero` stands for 0 and 10 for none.
fn check(rest: u32, zero: u32, digit: u8) -> bool {
    rest % zero == value(digit) && rest != 10
}

/// Whether six digits are a year, a month and a day.
fn is_day(digits: &[u8]) -> bool {
    let two = |at: usize| value(digits[at]) * 10 + value(digits[at + 1]);
    (1..=12).contains(&two(2)) && (1..=31).contains(&two(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: &[&str] = &[
        "732505029",
        "845155655",
        "1401766870",
        "48119928204",
        "73277191133",
        "89041416739",
        "23790168461",
        "414885945266",
        "199003121291",
        "7011391247229",
        "9601211234567",
        "8001015009087",
        "60744909552111",
        "185057800608491",
        "330106198807152344",
    ];

    #[test]
    fn numbers_of_each_state_pass() {
        for number in NUMBERS {
            assert!(person(number.as_bytes()), "{number}");
        }
        assert!(chinese(b"11010519491231002X") && chinese(b"11010519491231002x"));
    }

    #[test]
    fn one_digit_more_fails_where_there_is_a_check() {
        for number in NUMBERS.iter().filter(|number| !matches!(number.len(), 9 | 11 | 12 | 13)) {
            let mut other = number.as_bytes().to_vec();
            let last = other.last_mut().unwrap();
            *last = b'0' + (*last - b'0' + 1) % 10;
            assert!(!person(&other), "{number}");
        }
        assert!(!chinese(b"110105194912310021"));
    }

    #[test]
    fn rows_of_one_digit_other_lengths_and_bytes_fail() {
        for text in [&b""[..], b"00000000000", b"11111111111", b"1234567", b"73277191133 ", b"7327719113x"] {
            assert!(!person(text));
        }
    }
}
