//! Base58Check: addresses and private keys of Bitcoin.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Whether this is a Bitcoin address of the older kinds, P2PKH or P2SH, of the main or test network:
/// 25 bytes, the version 0x00, 0x05, 0x6f or 0xc4, the checksum right.
///
/// Source: Bitcoin wiki, "Base58Check encoding" and "List of address prefixes". O(n) for a bounded
/// n, nothing is allocated.
pub fn bitcoin_address(text: &[u8]) -> bool {
    decode_check::<25>(text).is_some_and(|bytes| matches!(bytes[0], 0x00 | 0x05 | 0x6f | 0xc4))
}

/// Whether this is a Bitcoin private key: in wallet import format (version 0x80 or 0xef and 32
/// bytes, with the mark 0x01 where the public key is compressed), or an extended key of BIP-32
/// (`xprv`, `tprv`, and `yprv`, `zprv`, `uprv`, `vprv` of SLIP-132).
///
/// Source: Bitcoin wiki, "Wallet import format"; BIP-32; SLIP-132. O(n) for a bounded n.
pub fn bitcoin_private_key(text: &[u8]) -> bool {
    match text.len() {
        51 => decode_check::<37>(text).is_some_and(|bytes| matches!(bytes[0], 0x80 | 0xef)),
        52 => decode_check::<38>(text).is_some_and(|bytes| matches!(bytes[0], 0x80 | 0xef) && bytes[33] == 1),
        111 => decode_check::<82>(text).is_some_and(|bytes| {
            matches!(
                bytes[..4],
                [0x04, 0x88, 0xad, 0xe4]
                    | [0x04, 0x35, 0x83, 0x94]
                    | [0x04, 0x9d, 0x78, 0x78]
                    | [0x04, 0xb2, 0x43, 0x0c]
                    | [0x04, 0x4a, 0x4e, 0x28]
                    | [0x04, 0x5f, 0x18, 0xbc]
            )
        }),
        _ => false,
    }
}

/// Place of a character in the alphabet, which lacks `0`, `O`, `I` and `l`.
pub(super) fn value_of(byte: u8) -> Option<u8> {
    (0..58).find(|place| ALPHABET[usize::from(*place)] == byte)
}

/// The N bytes, checksum and all, that `text` stands for; None where these are not N bytes or the
/// last four are not the beginning of the double SHA-256 of the others.
fn decode_check<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    // A byte takes 1.37 characters; more cannot fit.
    if text.len() > N * 138 / 100 + 1 {
        return None;
    }
    let mut bytes = [0_u8; N];
    for &character in text {
        let mut carry = u32::from(value_of(character)?);
        for byte in bytes.iter_mut().rev() {
            carry += u32::from(*byte) * 58;
            *byte = carry as u8;
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    // A leading `1` is a leading zero byte, so that each value has one spelling.
    let ones = text.iter().take_while(|byte| **byte == b'1').count();
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let (body, sum) = bytes.split_at(N - 4);
    let hash = Sha256::digest(Sha256::digest(body));
    (ones == zeros && hash[..4] == *sum).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESSES: [&[u8]; 4] = [
        b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        b"3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        b"mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
        b"1111111111111111111114oLvT2",
    ];

    const KEYS: [&[u8]; 3] = [
        b"5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        b"KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617",
        b"xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNN\
          U3TGtRBeJgk33yuGBxrMPHi",
    ];

    #[test]
    fn known_addresses_and_keys_are_told_apart() {
        for text in ADDRESSES {
            assert!(bitcoin_address(text) && !bitcoin_private_key(text), "{}", text.escape_ascii());
        }
        for text in KEYS {
            assert!(bitcoin_private_key(text) && !bitcoin_address(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn every_single_changed_character_fails() {
        for text in ADDRESSES.iter().chain(&KEYS) {
            for place in 0..text.len() {
                let mut changed = text.to_vec();
                changed[place] = if text[place] == b'2' { b'3' } else { b'2' };
                assert!(!bitcoin_address(&changed) && !bitcoin_private_key(&changed));
            }
        }
    }

    #[test]
    fn one_character_more_or_less_fails() {
        for text in ADDRESSES.iter().chain(&KEYS) {
            for other in [&text[1..], &text[..text.len() - 1], &[b"1", *text].concat()] {
                assert!(!bitcoin_address(other) && !bitcoin_private_key(other));
            }
        }
    }

    #[test]
    fn nothing_and_other_alphabets_and_long_texts_fail() {
        for text in [&b""[..], b"1", b"0A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", &[b'z'; 34], &[b'1'; 4096]] {
            assert!(!bitcoin_address(text) && !bitcoin_private_key(text));
        }
    }
}
