//! What base64 parts of tokens and headers decode to.

use super::base64::decode_prefix;

/// Bytes that are decoded at most. Headers with a chain of certificates come to a few thousand,
/// and what tells a header stands near its beginning.
const MAX: usize = 8 * 1024;

/// Whether the first part of a JWS or JWE is one: base64url, padding tolerated, of a JSON object
/// with a member `alg`, `enc`, `typ` or `kid`. The object is not parsed and need not be whole.
///
/// Source: RFC 7515, section 4 and RFC 7516, section 4. O(n), at most 8 KiB are decoded.
pub fn jose_header(part: &[u8]) -> bool {
    let mut decoded = Vec::new();
    if !decode_prefix(part, MAX, &mut decoded) {
        return false;
    }
    let text = decoded.trim_ascii();
    text.first() == Some(&b'{')
        && text.windows(5).enumerate().any(|(place, window)| {
            matches!(window, b"\"alg\"" | b"\"enc\"" | b"\"typ\"" | b"\"kid\"")
                && text[place + 5..].trim_ascii_start().first() == Some(&b':')
        })
}

/// Whether this is what follows the word `Basic` in an `Authorization` header: base64 of a user, a
/// `:` and a password, one of which may be empty, all printable text.
///
/// Source: RFC 7617. O(n), at most 8 KiB are decoded.
pub fn basic_auth(value: &[u8]) -> bool {
    let mut decoded = Vec::new();
    decode_prefix(value, MAX, &mut decoded) && decoded.len() > 1 && decoded.contains(&b':') && is_printable(&decoded)
}

/// Text without control characters: UTF-8 (which the bound may have cut) or, as older clients
/// send, Latin-1 with few letters beyond ASCII.
fn is_printable(text: &[u8]) -> bool {
    let foreign = text.iter().filter(|byte| !byte.is_ascii()).count();
    let plain = match std::str::from_utf8(text) {
        Ok(text) => !text.chars().any(char::is_control),
        Err(fault) => {
            (fault.error_len().is_none() && text.len() == MAX || foreign * 4 <= text.len())
                && !text.iter().any(|byte| matches!(byte, 0x80..=0x9f))
        }
    };
    plain && !text.iter().any(u8::is_ascii_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_with_padding_and_without() {
        for part in [
            &b"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"[..], // {"alg":"HS256","typ":"JWT"}
            b"eyJhbGciOiJub25lIn0",                       // {"alg":"none"}
            b"eyJhbGciOiJub25lIn0=",
            b"eyJlbmMiOiJBMTI4R0NNIn0", // {"enc":"A128GCM"}
            b"eyJraWQiIDogIjEifQ",      // {"kid" : "1"}
            b"eyAidHlwIjoiSldUIn0",     // { "typ":"JWT"}
        ] {
            assert!(jose_header(part), "{}", part.escape_ascii());
        }
    }

    #[test]
    fn other_objects_and_texts_are_no_headers() {
        for part in [
            &b""[..],
            b"eyJzdWIiOiIxMjM0In0", // {"sub":"1234"}
            b"eyJhIjoiYWxnIn0",     // {"a":"alg"}
            b"ImFsZyI6MQ",          // "alg":1
            b"eyJhbGciOiJub25lIn0!",
            b"eyJhbGciOiJub25lI",
            b"e30",
            b"hello-world-of-words",
        ] {
            assert!(!jose_header(part), "{}", part.escape_ascii());
        }
    }

    #[test]
    fn a_header_longer_than_the_bound_is_told_by_its_beginning() {
        let mut part = b"eyJhbGciOiJub25lIiwi".to_vec();
        part.resize(1 << 20, b'A');
        assert!(jose_header(&part));
        let mut late = vec![b'A'; 1 << 20];
        late.extend(b"eyJhbGciOiJub25lIn0");
        assert!(!jose_header(&late));
    }

    #[test]
    fn user_and_password_are_known_in_base64() {
        for value in [
            &b"dXNlcjpwYXNz"[..],            // user:pass
            b"QWxhZGRpbjpvcGVuIHNlc2FtZQ==", // Aladdin:open sesame
            b"YTo",                          // a:
            b"OmI=",                         // :b
            b"dTpwOnc6eA==",                 // u:p:w:x
            b"asO8cmc6cA==",                 // UTF-8
            b"avxyZ2VuOnBhc3M=",             // Latin-1
        ] {
            assert!(basic_auth(value), "{}", value.escape_ascii());
        }
    }

    #[test]
    fn words_and_binary_are_no_credentials() {
        for value in [
            &b""[..],
            b"Og==",         // nothing but the colon
            b"dXNlcnBhc3M=", // userpass
            b"realm",
            b"authentication",
            b"AAEC:",
            b"dXNlcjoA",     // a zero byte
            b"dXNlcjpwCg==", // a newline
            b"dXNlcjpwYXNz!",
        ] {
            assert!(!basic_auth(value), "{}", value.escape_ascii());
        }
    }
}
