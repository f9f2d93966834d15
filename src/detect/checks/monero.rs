//! Addresses of Monero.

use super::base58;
use sha3::{Digest, Keccak256};

/// Characters of a full block, which stand for 8 bytes; the last block has 7 and stands for 5.
const BLOCK: usize = 11;

/// Whether this is an address of Monero's main network: standard (95 characters, begins with 4),
/// integrated (106 characters, begins with 4) or of a subaddress (95 characters, begins with 8), the
/// checksum right.
///
/// Source: Monero documentation, "Base58" and "Standard address": blocks of 11 characters, tags
/// 18, 19 and 42, the first four bytes of Keccak-256. O(1), nothing is allocated.
pub fn address(text: &[u8]) -> bool {
    if !matches!(text.len(), 95 | 106) || !matches!(text[0], b'4' | b'8') {
        return false;
    }
    let mut bytes = [0_u8; 77];
    let mut end = 0;
    for block in text.chunks(BLOCK) {
        let size = if block.len() == BLOCK { 8 } else { 5 };
        let Some(number) = number(block).filter(|number| *number < 1 << (8 * size)) else {
            return false;
        };
        bytes[end..end + size].copy_from_slice(&number.to_be_bytes()[16 - size..]);
        end += size;
    }
    let (body, sum) = bytes[..end].split_at(end - 4);
    let tagged = matches!((text.len(), body[0]), (95, 18 | 42) | (106, 19));
    tagged && Keccak256::digest(body)[..4] == *sum
}

/// What a block spells in base 58, None where a character is not of the alphabet.
fn number(block: &[u8]) -> Option<u128> {
    block.iter().try_fold(0, |number: u128, byte| Some(number * 58 + u128::from(base58::value_of(*byte)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: [&[u8]; 2] = [
        b"44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RV\
          GQBEP3A",
        b"888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoog\
          Davup3H",
    ];

    /// The integrated address with a payment identifier of eight given bytes.
    fn integrated(standard: &[u8], payment: [u8; 8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for block in standard.chunks(BLOCK) {
            let size = if block.len() == BLOCK { 8 } else { 5 };
            bytes.extend(&number(block).expect("it is valid").to_be_bytes()[16 - size..]);
        }
        bytes.truncate(65);
        bytes[0] = 19;
        bytes.extend(payment);
        let sum = Keccak256::digest(&bytes);
        bytes.extend(&sum[..4]);
        let alphabet = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        let mut text = Vec::new();
        for block in bytes.chunks(8) {
            let mut number = block.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
            let start = text.len();
            for _ in 0..if block.len() == 8 { 11 } else { 7 } {
                text.insert(start, alphabet[(number % 58) as usize]);
                number /= 58;
            }
        }
        text
    }

    #[test]
    fn known_addresses_pass() {
        for text in VALID {
            assert!(address(text), "{}", text.escape_ascii());
        }
        let text = integrated(VALID[0], *b"\x00\x01\x02\x03\xfc\xfd\xfe\xff");
        assert_eq!(text.len(), 106);
        assert!(address(&text));
    }

    #[test]
    fn every_single_changed_character_fails() {
        for text in VALID {
            for place in 0..text.len() {
                let mut changed = text.to_vec();
                changed[place] = if text[place] == b'2' { b'3' } else { b'2' };
                assert!(!address(&changed));
            }
        }
    }

    #[test]
    fn other_lengths_and_bytes_fail() {
        let text = VALID[0];
        for other in [b"", &text[1..], &text[..94], &[text, b"1"].concat(), &[b'4'; 95], &[b'8'; 106]] {
            assert!(!address(other));
        }
        assert!(!address(&[&text[..94], b"0"].concat()) && !address(&[&text[..94], b"\xff"].concat()));
    }
}
