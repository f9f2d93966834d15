//! Notes, keys, checkpoints, proofs and books of any bytes: nothing panics, and nothing that was not
//! signed is believed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pake::seal::{Book, Checkpoint, Note, Proof, PublicKey, SecretKey, leaf};

/// The example of `golang.org/x/mod/sumdb/note`.
const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

fuzz_target!(|bytes: &[u8]| {
    let key = PublicKey::parse(KEY).expect("the example is a key");
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(key) = PublicKey::parse(text) {
            assert_eq!(PublicKey::parse(&key.to_string()).as_ref(), Ok(&key));
        }
        let _ = SecretKey::parse(text);
    }
    let _ = Note::parse(bytes).map(|note| note.open(&key).is_ok());
    let checkpoint = Checkpoint::open(bytes, &key);
    assert!(checkpoint.is_err(), "no checkpoint is signed by the example's key");
    if let Ok(proof) = Proof::parse(bytes) {
        assert_eq!(Proof::parse(proof.text().as_bytes()).as_ref(), Ok(&proof));
        assert!(proof.check(leaf(b"line\n"), &key).is_err());
    }
    for size in [0, 1, 255, 256, 257] {
        if let Ok(mut book) = Book::open(bytes, size) {
            while let Ok(Some(_)) = book.chunk() {}
        }
    }
});
