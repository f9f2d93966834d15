//! Seals: what shows later that a log is the one that it was.
//!
//! The lines of a log are the leaves of a Merkle tree ([RFC 6962], section 2.1); its root, signed,
//! is a [`Checkpoint`] in the form of C2SP (<https://c2sp.org/tlog-checkpoint>). A leaf is a line
//! with its newline, as bytes: the leaves, one after the other, are the file. Beside the checkpoint
//! a [`Book`] keeps what is needed to say *where* a log differs, and never decides *whether*.
//!
//! This room knows lines as hashes. Files, threads and words for people are left to others.
//!
//! [RFC 6962]: https://www.rfc-editor.org/rfc/rfc6962#section-2.1

mod book;
mod checkpoint;
mod key;
mod merkle;
mod note;
mod placing;
mod proof;
mod sealer;

pub use book::{BadBook, Book, CHUNK, mark};
pub use checkpoint::Checkpoint;
pub use key::{BadKey, KeyName, PublicKey, SecretKey};
pub use merkle::{Hash, Leaf, Path, Tree, leaf, node, root_of_path};
pub use note::{BadNote, Note};
pub use placing::{Fault, Placer};
pub use proof::{BadProof, Proof};
pub use sealer::{Sealer, Splitter};

/// Base64 as RFC 4648, section 4, has it.
fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// The bytes of base64; None where it is none, padding and unused bits included.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}

/// A number in decimal as specifications of C2SP write it: no sign, no leading zero.
fn decimal(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (text == "0" || !text.starts_with('0'))).then(|| text.parse().ok()).flatten()
}
