//! Addresses of Ethereum.

use sha3::{Digest, Keccak256};

/// Whether this is `0x` and 40 hexadecimal digits: all letters of one case, or upper where the
/// checksum of EIP-55 says so.
///
/// Source: EIP-55, "Mixed-case checksum address encoding". O(1).
pub fn address(text: &[u8]) -> bool {
    let Some(digits) = text.strip_prefix(b"0x") else {
        return false;
    };
    if digits.len() != 40 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return false;
    }
    let mixed = digits.iter().any(u8::is_ascii_lowercase) && digits.iter().any(u8::is_ascii_uppercase);
    !mixed || has_checksum(digits)
}

/// Each letter is upper where the hash of the lower-case text has a digit of 8 or above.
fn has_checksum(digits: &[u8]) -> bool {
    let hash = Keccak256::digest(digits.to_ascii_lowercase());
    digits.iter().enumerate().all(|(place, digit)| {
        let byte = hash[place / 2];
        let nibble = if place % 2 == 0 { byte >> 4 } else { byte & 15 };
        !digit.is_ascii_alphabetic() || digit.is_ascii_uppercase() == (nibble >= 8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard's own examples.
    const VALID: [&[u8]; 4] = [
        b"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        b"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        b"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        b"0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ];

    #[test]
    fn addresses_with_checksum_pass_and_so_do_those_of_one_case() {
        for text in VALID {
            assert!(address(text));
            assert!(address(&text.to_ascii_lowercase()));
            assert!(address(&[b"0x", &*text[2..].to_ascii_uppercase()].concat()));
        }
    }

    #[test]
    fn a_letter_of_the_other_case_fails() {
        for text in VALID {
            for place in (2..text.len()).filter(|place| text[*place].is_ascii_alphabetic()) {
                let mut changed = text.to_vec();
                changed[place] ^= 0x20;
                assert!(!address(&changed), "{}", changed.escape_ascii());
            }
        }
    }

    #[test]
    fn other_lengths_and_prefixes_and_bytes_fail() {
        for text in [
            &b""[..],
            b"0x",
            b"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae",
            b"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed0",
            b"5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
            b"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg",
        ] {
            assert!(!address(text));
        }
    }
}
