//! Whether a token looks drawn by lot rather than written by a person.
//!
//! Prefixes of a few letters (`sk-`, `hf_`, `re_`) also begin names made of words. The questions
//! here tell those from tokens by the bytes behind the prefix. They never ask for more than a token
//! of the vendor's length can be counted on to hold, and say what share of tokens they let go.

/// Bytes at the start that belong to the vendor's prefix and say nothing.
const PREFIX: usize = 4;

fn body(token: &[u8]) -> &[u8] {
    token.get(PREFIX..).unwrap_or_default()
}

/// A digit, or letters of which more are capitals than camel case has (27 to 75 in 100). Of 32
/// random letters 1 in 200 fails, of 24 random letters and digits 1 in 2,000.
pub fn jumbled(token: &[u8]) -> bool {
    let body = body(token);
    let letters = body.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let capitals = body.iter().filter(|b| b.is_ascii_uppercase()).count();
    body.iter().any(u8::is_ascii_digit) || (letters * 27..=letters * 75).contains(&(capitals * 100)) && letters > 0
}

/// [`jumbled`], or 16 letters in a row: anything but short words joined by `-` and `_`. For
/// prefixes that no name in camel case begins with, so that made-up tokens (`xxxxxxxx…`) go too.
pub fn solid(token: &[u8]) -> bool {
    jumbled(token) || body(token).windows(16).any(|run| run.iter().all(u8::is_ascii_alphanumeric))
}

/// A digit, a capital and a small letter: no hex, no kebab case, no shouting. Of 32 random letters
/// and digits 1 in 200 fails, of 20 1 in 30: for prefixes that would otherwise mean nothing.
pub fn mixed(token: &[u8]) -> bool {
    let body = body(token);
    body.iter().any(u8::is_ascii_digit)
        && body.iter().any(u8::is_ascii_uppercase)
        && body.iter().any(u8::is_ascii_lowercase)
}

/// Never the same byte five times in a row, as base64 of zeros and placeholders have it. Of 20
/// random bytes of base32 1 in 80,000 fails.
pub fn unrepeated(token: &[u8]) -> bool {
    !body(token).windows(4).any(|four| four.iter().all(|&b| b == four[0]))
}

/// Never the same byte eight times in a row, as base64 of zeros has it: for anchors so distinctive that
/// [`unrepeated`] would leave more tokens than it saves.
pub fn no_filler(token: &[u8]) -> bool {
    !token.windows(8).any(|eight| eight.iter().all(|&byte| byte == eight[0]))
}

/// [`mixed`] and [`unrepeated`].
pub fn varied(token: &[u8]) -> bool {
    mixed(token) && unrepeated(token)
}

/// [`varied`] for tokens that begin with up to 40 bytes of zeros in base64.
pub fn encoded(token: &[u8]) -> bool {
    varied(token.get(40 - PREFIX..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_made_of_words_are_not_jumbled() {
        for name in [
            "glft-the-quick-brown-fox-jumps",
            "hf_transferEnabledForThisDownloadRun",
            "cioBufferedReaderWithTimeoutAndRetry",
            "ASIA_PACIFIC_REGION",
        ] {
            assert!(!jumbled(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn random_letters_are_jumbled_with_and_without_a_digit() {
        assert!(jumbled(b"ab_qWErTyUiOPaSdFgHJkLzXcVbNmqWeRtYuI"));
        assert!(jumbled(b"ab_qwertyuiop7asdfghjkl"));
    }

    #[test]
    fn a_made_up_token_is_solid_and_words_are_not() {
        assert!(solid(b"abcde-xxxxxxxxxxxxxxxxxxxx"));
        assert!(!solid(b"abcde-your-token-goes-in-here"));
    }

    #[test]
    fn hex_is_not_mixed() {
        assert!(!mixed(b"ab_0123456789abcdef0123456789abcdef"));
        assert!(mixed(b"ab_0123456789Abcdef0123456789abcdef"));
    }

    #[test]
    fn zeros_in_base64_are_not_varied() {
        assert!(!unrepeated(b"ABIAAAAAAAAA2XYAAAAA"));
        assert!(!varied(b"EAAAx7QAAAAAB3kTr9"));
        assert!(varied(b"EAAAx7QAAAB3kTr9"));
        assert!(!encoded("A".repeat(120).as_bytes()));
    }

    #[test]
    fn a_token_shorter_than_its_prefix_is_nothing() {
        assert!(!jumbled(b"a1"));
        assert!(!mixed(b""));
        assert!(!encoded(b"AAAA"));
    }
}
