//! What is signed of a log (<https://c2sp.org/tlog-checkpoint>): which, how many lines, which root.

use super::key::{PublicKey, SecretKey};
use super::merkle::Hash;
use super::note::{BadNote, Note};
use super::{base64, decimal, from_base64};

/// The state of a log that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: the key's name, `/`, the file's name.
    pub origin: String,
    /// How many lines it has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The origin of a file's log: what is no letter, digit, `.`, `_` or `-` is written as in URLs.
    pub fn origin(key: &PublicKey, file: &[u8]) -> String {
        let mut origin = format!("{}/", key.name());
        for byte in file {
            match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'_' | b'-' => origin.push(char::from(*byte)),
                _ => origin.push_str(&format!("%{byte:02X}")),
            }
        }
        origin
    }

    /// The signed note of it.
    pub fn sign(&self, key: &SecretKey) -> String {
        let Checkpoint { origin, size, root } = self;
        Note::sign(&format!("{origin}\n{size}\n{}\n", base64(root)), key)
    }

    /// Reads a note that `key` has signed. Lines behind the third mean nothing here.
    ///
    /// # Errors
    /// When it is no checkpoint, or not signed by the key.
    pub fn open(note: &[u8], key: &PublicKey) -> Result<Checkpoint, BadNote> {
        let note = Note::parse(note)?;
        let text = note.open(key)?;
        let mut lines = text.lines();
        let (origin, size, root) = (lines.next(), lines.next(), lines.next());
        let origin = origin.filter(|origin| !origin.is_empty()).ok_or(BadNote::Form)?;
        let size = size.and_then(decimal).ok_or(BadNote::Form)?;
        let root = root.and_then(from_base64).and_then(|root| root.try_into().ok()).ok_or(BadNote::Form)?;
        if lines.any(str::is_empty) {
            return Err(BadNote::Form);
        }
        Ok(Checkpoint { origin: origin.to_owned(), size, root })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::KeyName;

    fn key() -> SecretKey {
        SecretKey::generate(KeyName::new("example.com/logs").unwrap()).unwrap()
    }

    #[test]
    fn a_checkpoint_reads_back_and_has_the_form_of_the_specification() {
        let key = key();
        let checkpoint = Checkpoint { origin: "example.com/logs/app.log".to_owned(), size: 20_852_163, root: [7; 32] };
        let note = checkpoint.sign(&key);
        let lines: Vec<&str> = note.lines().collect();
        assert_eq!(lines[..4], ["example.com/logs/app.log", "20852163", &base64(&[7; 32]), ""]);
        assert!(lines[4].starts_with("— example.com/logs ") && lines.len() == 5);
        assert_eq!(Checkpoint::open(note.as_bytes(), &key.public()), Ok(checkpoint));
    }

    #[test]
    fn what_is_signed_but_no_checkpoint_is_refused() {
        let key = key();
        let root = base64(&[7; 32]);
        let open = |text: &str| Checkpoint::open(Note::sign(text, &key).as_bytes(), &key.public());
        for text in [
            "a\n",
            "a\n1\n",
            &format!("\n1\n{root}\n"),
            &format!("a\n01\n{root}\n"),
            &format!("a\n-1\n{root}\n"),
            &format!("a\n99999999999999999999\n{root}\n"),
            "a\n1\nAAAA\n",
            &format!("a\n1\n{root}\n\nb\n"),
        ] {
            assert_eq!(open(text), Err(BadNote::Form), "{text:?}");
        }
        assert!(open(&format!("a\n0\n{root}\nan extension\n")).is_ok());
    }

    #[test]
    fn any_file_name_fits_in_an_origin() {
        let origin = Checkpoint::origin(&key().public(), b"a b\n+\xff.log");
        assert_eq!(origin, "example.com/logs/a%20b%0A%2B%FF.log");
    }
}
