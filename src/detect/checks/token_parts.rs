//! What the parts of a token decode to.

use super::base64::decode_prefix;
use super::jwt::jose_header;

/// Whether a dotted token (`header.payload.signature`) begins with a JOSE header.
///
/// Source: RFC 7515, section 7.1; RFC 7516, section 7.1.
pub fn token_header(token: &[u8]) -> bool {
    let end = token.iter().position(|byte| matches!(byte, b'.' | b'%')).unwrap_or(token.len());
    jose_header(&token[..end])
}

/// Whether base64 text decodes to a dotted token with a JOSE header.
pub fn wrapped_header(text: &[u8]) -> bool {
    let mut decoded = Vec::new();
    decode_prefix(text, 8192, &mut decoded) && token_header(&decoded)
}

/// Whether base64 text decodes to the armour of a private key. RFC 7468.
pub fn wrapped_armour(text: &[u8]) -> bool {
    let mut decoded = Vec::new();
    decode_prefix(&text[..text.len().min(64) / 4 * 4], 64, &mut decoded)
        && memchr::memmem::find(&decoded, b"PRIVATE KEY").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_decoded() {
        assert!(token_header(b"eyJhbGciOiJIUzI1NiJ9.e30.x"));
        assert!(!token_header(b"eyJhIjoxfQ.e30.x"));
        assert!(wrapped_armour(b"LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpNSUlFb2dJQkFBS0NBUUVB"));
        assert!(!wrapped_armour(b"LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSURkekNDQWwrZ0F3SUJBZ0lF"));
    }
}
