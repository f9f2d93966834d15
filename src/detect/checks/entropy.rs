//! How random a token looks.

use super::{bip39, shape};

/// Shannon entropy of the bytes, in bits a byte; 0 for none. O(n), nothing is allocated.
///
/// Source: C. E. Shannon, "A Mathematical Theory of Communication" (1948), section 6.
pub fn shannon(bytes: &[u8]) -> f32 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let total = bytes.len() as f32;
    counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| {
            let share = *count as f32 / total;
            -share * share.log2()
        })
        .sum()
}

/// [`shannon`] as a share (0 to 1) of what random text of the same length over the same alphabet
/// has on average. The alphabet is the smallest that holds all bytes: digits, hexadecimal digits,
/// letters of one case, these and digits, letters and digits, base64, all of ASCII, all bytes. Random text
/// comes to 0.92 and above at 20 bytes, closer to 1 the longer it is. O(n), nothing is allocated.
///
/// Measured against the alphabet's logarithm, or that of the length, a good token of 20 or of 64
/// characters would look worse than one of 40.
pub fn normalized(bytes: &[u8]) -> f32 {
    if bytes.len() < 2 {
        return 0.0;
    }
    (shannon(bytes) / expected(bytes.len(), alphabet(bytes))).min(1.0)
}

/// Whether a token looks like a generated secret: at least 20 visible ASCII characters,
/// [`normalized`] at least 0.9, not made of words, and none of the identifiers that are no secrets:
/// all digits, UUID, digest, ObjectID, ULID, KSUID, slugs. One random token of 20 characters in twenty is
/// missed, of 36 and more one in a hundred.
///
/// For values under a suspicious key only: of all tokens of a log far too many are random.
pub fn looks_random(token: &[u8]) -> bool {
    token.len() >= 20
        && token.iter().all(u8::is_ascii_graphic)
        && !is_identifier(token)
        && !is_slug(token)
        && (shape::is_hex(token) || !is_wordy(token))
        && normalized(token) >= 0.9
}

fn is_identifier(token: &[u8]) -> bool {
    let digests: [&[u8]; 6] = [b"md5", b"sha1", b"sha224", b"sha256", b"sha384", b"sha512"];
    shape::is_digits(token)
        || shape::is_uuid(token)
        || shape::is_digest(token)
        || shape::is_object_id(token)
        || shape::is_ulid(token)
        || shape::is_ksuid(token)
        || digests.iter().any(|name| {
            // `sha256:` of images, `sha256-` of subresource integrity
            token.strip_prefix(*name).is_some_and(|rest| matches!(rest[0], b':' | b'-'))
        })
}

/// Whether separators cut the token into parts of at most 16 characters, all of one case: slugs,
/// host names, paths, pods.
fn is_slug(token: &[u8]) -> bool {
    let mut parts = token.split(|byte| matches!(byte, b'-' | b'_' | b'.' | b'/' | b':' | b'@'));
    token.iter().any(u8::is_ascii_punctuation)
        && parts.all(|part| {
            let mixed = part.iter().any(u8::is_ascii_lowercase) && part[1..].iter().any(u8::is_ascii_uppercase);
            part.len() <= 16 && !mixed && part.iter().all(u8::is_ascii_alphanumeric)
        })
}

/// Whether nearly all neighbouring letters are pairs that English words are made of. In words nine
/// pairs in ten are, in random text one in three.
fn is_wordy(token: &[u8]) -> bool {
    let (mut pairs, mut common) = (0, 0);
    for pair in token.windows(2).filter(|pair| pair.iter().all(u8::is_ascii_alphabetic)) {
        let [first, second] = [pair[0], pair[1]].map(|byte| byte.to_ascii_lowercase() - b'a');
        pairs += 1;
        common += COMMON[usize::from(first)] >> second & 1;
    }
    pairs >= 6 && common * 100 >= pairs * 72
}

/// Bit b of row a: the letters a, b stand beside each other at least eight times in the BIP-39 list.
/// These are 238 of 676 pairs, and 95 % of those of the list.
static COMMON: [u32; 26] = {
    let list = bip39::LIST.as_bytes();
    let mut counts = [[0_u8; 26]; 26];
    let mut rows = [0; 26];
    let mut place = 1;
    while place < list.len() {
        if list[place - 1] != b'\n' && list[place] != b'\n' {
            let (first, second) = (list[place - 1] - b'a', list[place] - b'a');
            let count = &mut counts[first as usize][second as usize];
            *count = count.saturating_add(1);
            if *count >= 8 {
                rows[first as usize] |= 1 << second;
            }
        }
        place += 1;
    }
    rows
};

/// Characters of the smallest alphabet that holds all bytes.
fn alphabet(bytes: &[u8]) -> u32 {
    let any = |class: fn(&u8) -> bool| bytes.iter().any(class);
    let all = |class: fn(&u8) -> bool| bytes.iter().all(class);
    let (digit, lower, upper) = (any(u8::is_ascii_digit), any(u8::is_ascii_lowercase), any(u8::is_ascii_uppercase));
    let base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(byte);
    if all(u8::is_ascii_digit) {
        10
    } else if all(u8::is_ascii_hexdigit) && !(lower && upper) {
        16
    } else if all(u8::is_ascii_alphanumeric) {
        10 * u32::from(digit) + 26 * u32::from(lower) + 26 * u32::from(upper)
    } else if all(base64) {
        64
    } else if all(u8::is_ascii) {
        95
    } else {
        256
    }
}

/// Average entropy, in bits a character, of random text of `length` over `size` characters: how
/// often one of them occurs is binomial. Beyond 256 the correction of Miller (1955) is as good.
fn expected(length: usize, size: u32) -> f32 {
    let (total, size) = (length as f32, size as f32);
    if length > 256 {
        return size.log2() - (size - 1.0) / (2.0 * total * std::f32::consts::LN_2);
    }
    let mut chance = (1.0 - 1.0 / size).powf(total);
    let mut lost = 0.0;
    for count in 0..length {
        // From the chance of `count` occurrences to that of one more.
        chance *= (total - count as f32) / ((count + 1) as f32 * (size - 1.0));
        let more = (count + 1) as f32;
        lost += chance * more * more.log2();
    }
    total.log2() - size / total * lost
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALPHABETS: [&[u8]; 6] = [
        b"0123456789abcdef",
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        b"abcdefghijklmnopqrstuvwxyz",
        b"0123456789abcdefghijklmnopqrstuvwxyz",
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_",
    ];

    /// Random text, the same in every run (the generator of Numerical Recipes).
    fn random(alphabet: &[u8], length: usize, seed: &mut u64) -> Vec<u8> {
        let mut next = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 33) as usize
        };
        (0..length).map(|_| alphabet[next() % alphabet.len()]).collect()
    }

    #[test]
    fn entropy_is_that_of_the_shares() {
        for (text, bits) in [(&b""[..], 0.0), (b"aaaa", 0.0), (b"abab", 1.0), (b"abcdefgh", 3.0)] {
            assert!((shannon(text) - bits).abs() < 1e-6);
        }
    }

    #[test]
    fn random_text_has_the_entropy_that_is_expected_of_it() {
        let mut seed = 1;
        for alphabet in ALPHABETS {
            for length in [20, 32, 64, 256, 257, 1000] {
                let mean = (0..200).map(|_| shannon(&random(alphabet, length, &mut seed))).sum::<f32>() / 200.0;
                let ratio = mean / expected(length, alphabet.len() as u32);
                assert!((0.98..1.02).contains(&ratio), "{} {length} {ratio}", alphabet.len());
            }
        }
    }

    #[test]
    fn nearly_all_random_tokens_look_random() {
        let mut seed = 2;
        for alphabet in ALPHABETS {
            for (length, least) in [(20, 940), (25, 965), (36, 985), (43, 990), (66, 995)] {
                let found = (0..1000).filter(|_| looks_random(&random(alphabet, length, &mut seed))).count();
                assert!(found >= least, "{} {length} {found}", alphabet.len());
            }
        }
    }

    #[test]
    fn no_more_than_a_few_joined_words_look_random() {
        let words: Vec<&str> = bip39::LIST.lines().collect();
        let mut seed = 3;
        let places: Vec<u8> = (0..=255).collect();
        for join in ["-", "_", ".", "/", "", "camel"] {
            let found = (0..1000).filter(|_| {
                let token: String = random(&places, 8, &mut seed)
                    .chunks(2)
                    .map(|pair| words[(usize::from(pair[0]) << 8 | usize::from(pair[1])) % 2048])
                    .map(|word| match join {
                        "camel" => format!("{}{}", word[..1].to_uppercase(), &word[1..]),
                        _ => format!("{word}{join}"),
                    })
                    .collect();
                looks_random(token.as_bytes())
            });
            assert!(found.count() <= 5, "{join}");
        }
    }

    #[test]
    fn secrets_look_random() {
        for token in [
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzK8f2QxLtP",
            "9xGh2LpQ7vTzR4mNcW8k",
            "qX7$kP2!vN9@zL4#wR8%tB",
            "kf83jd92hs7q4mz1xp60",
            "0f9a8b7c6d5e4f3a2b1c9",
            "Zr7Kq2Xw9Tn4Vb6Yp1Lc8Md3",
        ] {
            assert!(looks_random(token.as_bytes()), "{token}");
        }
    }

    #[test]
    fn identifiers_and_words_do_not_look_random() {
        for token in [
            "",
            "9xGh2LpQ7vTzR4mNcW8",
            "018f3c7e-9a2b-7def-8123-456789abcdef",
            "d41d8cd98f00b204e9800998ecf8427e",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8KuxOj3v1pXq1f1a3k8l2m5n7b9c0d2e4",
            "507f1f77bcf86cd799439011",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "0ujtsYcgvSTl8PAuAdqWYSMnLOv",
            "12345678901234567890123",
            "aaaaaaaaaaaaaaaaaaaaaaaa",
            "AbstractSingletonProxyFactoryBean",
            "com.example.billing.InvoiceController",
            "payment-service-7d4b9c6f5d-x2kqz",
            "/usr/local/lib/python3.12/site-packages",
            "my_database_connection_timeout_ms",
            "ip-10-0-12-34.eu-west-1.compute.internal",
            "2024-05-17T12:34:56.789Z",
            "thequickbrownfoxjumpsoverthelazydog",
            "createUserAccountRequestHandler",
            "MAX_CONCURRENT_CONNECTIONS_PER_HOST",
        ] {
            assert!(!looks_random(token.as_bytes()), "{token}");
        }
    }

    #[test]
    fn the_pairs_of_letters_are_those_counted() {
        let pairs: u32 = COMMON.iter().map(|row| row.count_ones()).sum();
        assert_eq!(pairs, 238);
    }
}
