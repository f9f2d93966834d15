//! Bech32 and Bech32m: segregated-witness addresses of Bitcoin.

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// Which of the two checksums a text carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// BIP-173: addresses of witness version 0, `age` keys.
    Bech32,
    /// BIP-350: addresses of witness version 1 and above.
    Bech32m,
}

/// Which checksum is right for `text`: a human-readable part, `1`, and at least six characters of
/// the alphabet, in one case. None where neither is. Any length is taken: the limit of 90 is that
/// of addresses.
///
/// Source: BIP-173 and BIP-350. O(n), nothing is allocated.
pub fn variant(text: &[u8]) -> Option<Variant> {
    let upper = text.iter().any(u8::is_ascii_uppercase);
    if upper && text.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let mark = text.iter().rposition(|byte| *byte == b'1')?;
    let (human, data) = (&text[..mark], &text[mark + 1..]);
    if human.is_empty() || data.len() < 6 || !human.iter().all(u8::is_ascii_graphic) {
        return None;
    }
    let lower = |byte: &u8| byte.to_ascii_lowercase();
    let mut sum = 1;
    for byte in human.iter().map(lower) {
        sum = step(sum, byte >> 5);
    }
    sum = step(sum, 0);
    for byte in human.iter().map(lower) {
        sum = step(sum, byte & 31);
    }
    for byte in data {
        sum = step(sum, value_of(*byte)?);
    }
    match sum {
        1 => Some(Variant::Bech32),
        0x2bc8_30a3 => Some(Variant::Bech32m),
        _ => None,
    }
}

/// Whether this is a segregated-witness address of Bitcoin: `bc1`, `tb1` or `bcrt1`, the checksum of its
/// witness version, and a program of 2 to 40 bytes (20 or 32 for version 0).
///
/// Source: BIP-141, BIP-173 and BIP-350. O(n) for at most 90 bytes, nothing is allocated.
pub fn bitcoin_address(text: &[u8]) -> bool {
    if text.len() > 90 {
        return false;
    }
    let prefixes: [&[u8]; 3] = [b"bcrt1", b"bc1", b"tb1"];
    let Some(data) = prefixes.iter().find_map(|prefix| {
        let (head, data) = text.split_at_checked(prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then_some(data)
    }) else {
        return false;
    };
    let Some(checksum) = variant(text) else {
        return false;
    };
    if data.contains(&b'1') {
        return false;
    }
    // One character of version, the program, six of checksum. Of the last group's bits fewer than
    // five are left over, all of them zero.
    let Some((version, program)) = data[..data.len() - 6].split_first() else {
        return false;
    };
    let (bytes, spare) = (program.len() * 5 / 8, program.len() * 5 % 8);
    let last = program.last().and_then(|byte| value_of(*byte)).unwrap_or(0);
    let padded = spare < 5 && last & ((1 << spare) - 1) == 0;
    padded
        && match (value_of(*version), checksum) {
            (Some(0), Variant::Bech32) => matches!(bytes, 20 | 32),
            (Some(1..=16), Variant::Bech32m) => (2..=40).contains(&bytes),
            _ => false,
        }
}

fn value_of(byte: u8) -> Option<u8> {
    let byte = byte.to_ascii_lowercase();
    (0..32).find(|place| ALPHABET[usize::from(*place)] == byte)
}

/// One step of the BCH code over five-bit values, with the generator of BIP-173.
fn step(sum: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = sum >> 25;
    let sum = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
    GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(sum, |sum, (_, term)| sum ^ term)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standards' own examples.
    const VALID: [&[u8]; 6] = [
        b"BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        b"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        b"tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
        b"bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
        b"BC1SW50QGDZ25J",
        b"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ];

    #[test]
    fn the_standards_addresses_pass() {
        for text in VALID {
            assert!(bitcoin_address(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn every_single_changed_character_fails() {
        for text in VALID {
            for place in 0..text.len() {
                for other in *ALPHABET {
                    let mut changed = text.to_vec();
                    changed[place] = other;
                    if text.is_ascii() && !changed.eq_ignore_ascii_case(text) {
                        assert!(!bitcoin_address(&changed), "{}", changed.escape_ascii());
                    }
                }
            }
        }
    }

    #[test]
    fn the_standards_faults_fail() {
        for text in [
            &b"tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut"[..], // network
            b"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",      // Bech32, version 1
            b"BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",      // Bech32, version 16
            b"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",                          // Bech32m, version 0
            b"bc1pw5dgrnzv",                                                        // one byte
            b"BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",                                // 16 bytes, version 0
            b"tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq",      // two cases
            b"bc1gmk9yu",                                                           // nothing
            b"",
            b"bc1",
            b"\xff\xff\xff1qqqqqq",
        ] {
            assert!(!bitcoin_address(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn the_variant_is_told_for_any_human_readable_part() {
        assert_eq!(variant(b"A12UEL5L"), Some(Variant::Bech32));
        assert_eq!(variant(b"A1LQFN3A"), Some(Variant::Bech32m));
        assert_eq!(variant(b"split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"), Some(Variant::Bech32));
        assert_eq!(variant(b"1pzry9x0s0muk"), None);
        assert_eq!(variant(b"x1b4n0q5v"), None);
        assert_eq!(variant(b"li1dgmt3"), None);
    }
}
