//! Byte-class tests of whole tokens: what identifiers that are no secrets look like.

/// Whether every byte is a hexadecimal digit of either case, and there is one.
pub fn is_hex(token: &[u8]) -> bool {
    !token.is_empty() && token.iter().all(u8::is_ascii_hexdigit)
}

/// Whether every byte is an ASCII digit, and there is one.
pub fn is_digits(token: &[u8]) -> bool {
    !token.is_empty() && token.iter().all(u8::is_ascii_digit)
}

/// Whether this is a UUID of any version, either case: 8-4-4-4-12 hexadecimal digits (RFC 9562).
pub fn is_uuid(token: &[u8]) -> bool {
    token.len() == 36
        && token.iter().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether this has the length of a digest in hexadecimal digits: MD5, SHA-1, SHA-224, SHA-256,
/// SHA-384 or SHA-512. Trace ids have that of MD5, and git commits that of SHA-1.
pub fn is_digest(token: &[u8]) -> bool {
    matches!(token.len(), 32 | 40 | 56 | 64 | 96 | 128) && is_hex(token)
}

/// Whether this is a MongoDB ObjectID: 24 hexadecimal digits.
pub fn is_object_id(token: &[u8]) -> bool {
    token.len() == 24 && is_hex(token)
}

/// Whether this is a ULID of either case: 26 characters of Crockford's base 32, which lacks I, L,
/// O and U, the first 0 to 7 (github.com/ulid/spec).
pub fn is_ulid(token: &[u8]) -> bool {
    token.len() == 26
        && matches!(token[0], b'0'..=b'7')
        && token
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() && !matches!(byte.to_ascii_uppercase(), b'I' | b'L' | b'O' | b'U'))
}

/// Whether this could be a KSUID of the years 2017 to 2050: 27 characters of base 62, which begin
/// with seconds since May 2014 and so with 0 to 6 (github.com/segmentio/ksuid). One random token
/// of that length in nine passes.
pub fn is_ksuid(token: &[u8]) -> bool {
    token.len() == 27 && matches!(token[0], b'0'..=b'6') && token.iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_are_told_by_the_place_of_every_byte() {
        let uuid = *b"018f3c7e-9A2b-7def-8123-456789abcdef";
        assert!(is_uuid(&uuid));
        for place in 0..uuid.len() {
            let mut changed = uuid;
            changed[place] = if uuid[place] == b'-' { b'0' } else { b'g' };
            assert!(!is_uuid(&changed), "{place}");
        }
        assert!(!is_uuid(&uuid[1..]) && !is_uuid(b""));
    }

    #[test]
    fn classes_ask_for_a_byte() {
        assert!(is_hex(b"09afAF") && is_digits(b"0123456789"));
        assert!(!is_hex(b"") && !is_digits(b"") && !is_hex(b"0g") && !is_digits(b"1a"));
    }

    #[test]
    fn lengths_of_digests_and_object_ids_are_exact() {
        for length in 0..=130 {
            let hex = vec![b'a'; length];
            assert_eq!(is_digest(&hex), matches!(length, 32 | 40 | 56 | 64 | 96 | 128));
            assert_eq!(is_object_id(&hex), length == 24);
        }
        assert!(!is_digest(&[b'g'; 32]));
    }

    #[test]
    fn ulids_and_ksuids_go_by_alphabet_and_first_character() {
        assert!(is_ulid(b"01ARZ3NDEKTSV4RRFFQ69G5FAV") && is_ulid(b"01arz3ndektsv4rrffq69g5fav"));
        assert!(!is_ulid(b"81ARZ3NDEKTSV4RRFFQ69G5FAV") && !is_ulid(b"01ARZ3NDEKTSV4RRFFQ69G5FAU"));
        assert!(!is_ulid(b"01ARZ3NDEKTSV4RRFFQ69G5FA") && !is_ulid(b""));
        assert!(is_ksuid(b"0ujtsYcgvSTl8PAuAdqWYSMnLOv") && !is_ksuid(b"zujtsYcgvSTl8PAuAdqWYSMnLOv"));
        assert!(!is_ksuid(b"0ujtsYcgvSTl8PAuAdqWYSMnLO") && !is_ksuid(b"0ujtsYcgvSTl8PAuAdqWYSMnLO-"));
    }
}
