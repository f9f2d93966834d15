//! Signed notes (<https://c2sp.org/signed-note>): text, an empty line, lines of signatures.

use thiserror::Error;

use super::key::{PublicKey, SecretKey};
use super::{base64, from_base64};

/// The longest note that is read, in bytes.
const LONGEST: usize = 64 << 10;
/// The most signatures that are looked at; the specification asks for 16 at least.
const MOST: usize = 64;

/// A note whose signatures were not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    /// Name, number, signature.
    signatures: Vec<(String, [u8; 4], Vec<u8>)>,
}

/// Why a note is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadNote {
    /// It has not the form of a signed note.
    #[error("it has not the form of a signed note")]
    Form,
    /// It is longer than any checkpoint.
    #[error("it is too long for a signed note")]
    Long,
    /// None of its signatures is by the key.
    #[error("it is not signed by the key `--key` names")]
    OtherKey,
    /// The key's signature does not fit the text.
    #[error("its signature does not fit its text: it was altered after it was signed")]
    Forged,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// When it has not the form of one.
    pub fn parse(bytes: &[u8]) -> Result<Note, BadNote> {
        if bytes.len() > LONGEST {
            return Err(BadNote::Long);
        }
        let all = std::str::from_utf8(bytes).map_err(|_| BadNote::Form)?;
        if all.bytes().any(|byte| byte < b' ' && byte != b'\n') || !all.ends_with('\n') {
            return Err(BadNote::Form);
        }
        let cut = all.rfind("\n\n").ok_or(BadNote::Form)?;
        let (text, lines) = (&all[..=cut], &all[cut + 2..]);
        let signatures: Option<Vec<_>> = lines.lines().map(signature).collect();
        let signatures = signatures.filter(|list| !list.is_empty() && list.len() <= MOST).ok_or(BadNote::Form)?;
        Ok(Note { text: text.to_owned(), signatures })
    }

    /// The text, if `key` has signed it.
    ///
    /// # Errors
    /// When it has not.
    pub fn open(&self, key: &PublicKey) -> Result<&str, BadNote> {
        let (name, id) = (key.name().to_string(), key.id());
        let mut own = self.signatures.iter().filter(|(of, number, _)| *of == name && *number == id).peekable();
        if own.peek().is_none() {
            return Err(BadNote::OtherKey);
        }
        let holds = own.all(|(_, _, signature)| key.verifies(self.text.as_bytes(), signature));
        if holds { Ok(&self.text) } else { Err(BadNote::Forged) }
    }

    /// The note that `key` makes of `text`, which ends in a newline.
    pub fn sign(text: &str, key: &SecretKey) -> String {
        let public = key.public();
        let mut signature = public.id().to_vec();
        signature.extend_from_slice(&key.sign(text.as_bytes()));
        format!("{text}\n— {} {}\n", public.name(), base64(&signature))
    }
}

fn signature(line: &str) -> Option<(String, [u8; 4], Vec<u8>)> {
    let (name, signature) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = from_base64(signature)?;
    let (id, signature) = bytes.split_first_chunk::<4>()?;
    let sound = !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+');
    (sound && !signature.is_empty()).then(|| (name.to_owned(), *id, signature.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                        then you don't know what your problem is.\n";
    /// The example of `golang.org/x/mod/sumdb/note`: text, key and signature.
    const SIGNED: &str =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    #[test]
    fn the_note_of_the_note_package_opens_and_is_signed_alike() {
        let whole = format!("{TEXT}\n{SIGNED}");
        let key = PublicKey::parse(KEY).unwrap();
        assert_eq!(Note::parse(whole.as_bytes()).unwrap().open(&key), Ok(TEXT));
        let secret = concat!("PRIVATE+KEY+", "PeterNeumann+c74f20a3+", "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        assert_eq!(Note::sign(TEXT, &SecretKey::parse(secret).unwrap()), whole);
    }

    #[test]
    fn signatures_of_others_are_passed_over_and_a_false_one_of_the_key_is_not() {
        let key = PublicKey::parse(KEY).unwrap();
        let open = |whole: &str| Note::parse(whole.as_bytes()).unwrap().open(&key).map(str::len);
        let other = "— Other AAAAAAAA\n";
        assert_eq!(open(&format!("{TEXT}\n{other}{SIGNED}")), Ok(TEXT.len()));
        assert_eq!(open(&format!("{TEXT}\n{other}")), Err(BadNote::OtherKey));
        assert_eq!(open(&format!("{}\n{SIGNED}", TEXT.replace("your", "my"))), Err(BadNote::Forged));
        let false_one = SIGNED.replace("ZJku", "ZJkv");
        assert_eq!(open(&format!("{TEXT}\n{SIGNED}{false_one}")), Err(BadNote::Forged));
    }

    #[test]
    fn what_is_no_note_is_said() {
        let parse = |text: &str| Note::parse(text.as_bytes()).unwrap_err();
        for text in ["", "text\n", "text\n\n", &format!("{TEXT}{SIGNED}"), "a\n\n— b c\n", "a\n\n— b+c AAAAAAAA\n"]
        {
            assert_eq!(parse(text), BadNote::Form, "{text:?}");
        }
        assert_eq!(parse(&format!("{TEXT}\n{}", SIGNED.trim_end())), BadNote::Form);
        assert_eq!(parse(&format!("{TEXT}\r\n\n{SIGNED}")), BadNote::Form);
        assert_eq!(Note::parse(b"\xff\n\n").unwrap_err(), BadNote::Form);
        assert_eq!(parse(&format!("{}\n{SIGNED}", TEXT.repeat(1000))), BadNote::Long);
        assert_eq!(parse(&format!("{TEXT}\n{}", SIGNED.repeat(65))), BadNote::Form);
    }
}
