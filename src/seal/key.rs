//! Keys of Ed25519 in the text forms that signed notes have
//! (<https://c2sp.org/signed-note>; `golang.org/x/mod/sumdb/note` for the form of files).

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{base64, from_base64};

/// Signed notes' number for Ed25519.
const ED25519: u8 = 0x01;
/// What a file with a private key begins with.
const PRIVATE: &str = "PRIVATE+KEY+";

/// The name of a key: not empty, no white space, no `+`, no control character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyName(String);

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadKey {
    /// The name is empty or holds what it must not.
    #[error("its name is empty or holds a space, a `+` or a control character")]
    Name,
    /// It has not the parts of a key.
    #[error("it has not the form of a key")]
    Form,
    /// A private key stands where a public one is wanted.
    #[error("it is a private key, and a public one is wanted")]
    Private,
    /// A public key stands where a private one is wanted.
    #[error("it is a public key, and a private one is wanted")]
    Public,
    /// It is not for Ed25519.
    #[error("it is of another kind than Ed25519")]
    Kind,
    /// It is not as long as a key of Ed25519.
    #[error("it has not the length of a key of Ed25519")]
    Length,
    /// Name, number and key do not go together.
    #[error("its parts do not go together")]
    Id,
    /// The bytes are no point of the curve, or one that signs nothing.
    #[error("it is no key of Ed25519")]
    Point,
}

impl KeyName {
    /// A name from a text.
    ///
    /// # Errors
    /// When it cannot be one.
    pub fn new(text: &str) -> Result<KeyName, BadKey> {
        let bad = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '+';
        if text.is_empty() || text.contains(bad) { Err(BadKey::Name) } else { Ok(KeyName(text.to_owned())) }
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What signatures are checked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    name: KeyName,
    key: VerifyingKey,
}

/// What signs. Wiped from memory when it is dropped.
pub struct SecretKey {
    name: KeyName,
    key: SigningKey,
}

impl PublicKey {
    /// Reads `NAME+ID+BASE64`.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<PublicKey, BadKey> {
        if text.starts_with(PRIVATE) {
            return Err(BadKey::Private);
        }
        let (name, id, bytes) = parts(text)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| BadKey::Point)?;
        if key.is_weak() {
            return Err(BadKey::Point);
        }
        let key = PublicKey { name, key };
        if key.id() == id { Ok(key) } else { Err(BadKey::Id) }
    }

    /// Its name.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The number that signatures name it by.
    pub fn id(&self) -> [u8; 4] {
        let mut hasher = Sha256::new();
        hasher.update(self.name.0.as_bytes());
        hasher.update([b'\n', ED25519]);
        hasher.update(self.key.as_bytes());
        let hash: [u8; 32] = hasher.finalize().into();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Whether `signature` is this key's under `text`.
    pub fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.key.verify_strict(text, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", text(&self.name, self.id(), self.key.as_bytes()))
    }
}

impl SecretKey {
    /// A new key.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn generate(name: KeyName) -> Result<SecretKey, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(SecretKey { name, key: SigningKey::from_bytes(&seed) })
    }

    /// Reads `PRIVATE+KEY+NAME+ID+BASE64`.
    ///
    /// # Errors
    /// Why it is none; never what it holds.
    pub fn parse(text: &str) -> Result<SecretKey, BadKey> {
        let Some(text) = text.strip_prefix(PRIVATE) else {
            return Err(if parts(text).is_ok() { BadKey::Public } else { BadKey::Form });
        };
        let (name, id, seed) = parts(text)?;
        let key = SecretKey { name, key: SigningKey::from_bytes(&seed) };
        if key.public().id() == id { Ok(key) } else { Err(BadKey::Id) }
    }

    /// The text of its file.
    pub fn text(&self) -> String {
        format!("{PRIVATE}{}", text(&self.name, self.public().id(), self.key.as_bytes()))
    }

    /// What its signatures are checked with.
    pub fn public(&self) -> PublicKey {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// Its signature under `text`.
    pub fn sign(&self, text: &[u8]) -> [u8; 64] {
        self.key.sign(text).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.name)
    }
}

fn text(name: &KeyName, id: [u8; 4], key: &[u8; 32]) -> String {
    let mut bytes = vec![ED25519];
    bytes.extend_from_slice(key);
    format!("{name}+{:08x}+{}", u32::from_be_bytes(id), base64(&bytes))
}

fn parts(text: &str) -> Result<(KeyName, [u8; 4], [u8; 32]), BadKey> {
    // The base64 may hold `+` too.
    let mut parts = text.trim_end_matches(['\r', '\n']).splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(BadKey::Form);
    };
    let name = KeyName::new(name)?;
    let hex = id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = hex.then(|| u32::from_str_radix(id, 16).ok()).flatten().ok_or(BadKey::Form)?;
    let bytes = from_base64(key).ok_or(BadKey::Form)?;
    let (kind, key) = bytes.split_first().ok_or(BadKey::Form)?;
    if *kind != ED25519 {
        return Err(BadKey::Kind);
    }
    let key = key.try_into().map_err(|_| BadKey::Length)?;
    Ok((name, id.to_be_bytes(), key))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of `golang.org/x/mod/sumdb/note`.
    const PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    /// In pieces, for scanners of hosted code.
    const SECRET: &str =
        concat!("PRIVATE+KEY+", "PeterNeumann+c74f20a3+", "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    #[test]
    fn keys_are_those_of_the_note_package() {
        let secret = SecretKey::parse(SECRET).unwrap();
        assert_eq!(secret.public().to_string(), PUBLIC);
        assert_eq!(secret.text(), SECRET);
        assert_eq!(PublicKey::parse(&format!("{PUBLIC}\n")).unwrap(), secret.public());
    }

    #[test]
    fn a_new_key_reads_back_and_its_debug_form_holds_nothing_of_it() {
        let key = SecretKey::generate(KeyName::new("example.com/logs").unwrap()).unwrap();
        let read = SecretKey::parse(&key.text()).unwrap();
        assert!(read.public().verifies(b"text", &key.sign(b"text")));
        assert!(!read.public().verifies(b"texT", &key.sign(b"text")));
        assert!(!read.public().verifies(b"text", &key.sign(b"text")[..63]));
        assert_eq!(format!("{key:?}"), "SecretKey(example.com/logs)");
    }

    #[test]
    fn what_is_no_key_is_told_apart() {
        let parse = |text: &str| PublicKey::parse(text).unwrap_err();
        assert_eq!(parse(SECRET), BadKey::Private);
        assert_eq!(SecretKey::parse(PUBLIC).unwrap_err(), BadKey::Public);
        assert_eq!(parse(""), BadKey::Form);
        assert_eq!(parse("a+b"), BadKey::Form);
        assert_eq!(parse("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"), BadKey::Name);
        assert_eq!(parse(&PUBLIC.replace("c74f", "c74e")), BadKey::Id);
        assert_eq!(parse(&PUBLIC.replace("Peter", "peter")), BadKey::Id);
        assert_eq!(parse("a+c74f20a3+AQID"), BadKey::Length);
        assert_eq!(parse("a+c74f20a3+AgID"), BadKey::Kind);
        assert_eq!(parse("a+c74f20a3+A!ID"), BadKey::Form);
        // The neutral element: anything is signed by it.
        let mut weak = [0; 33];
        (weak[0], weak[1]) = (1, 1);
        assert_eq!(parse(&format!("a+c74f20a3+{}", base64(&weak))), BadKey::Point);
    }
}
