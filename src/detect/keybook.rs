//! Remembers what keys say: logs use the same few hundred keys again and again, and judging one takes
//! about as long as walking a short line.
//!
//! Tables of fixed size, one a thread; a key that meets another one at its place takes it. Switching it off
//! (always judging anew) made the generated log take 1.2 times as long.

use std::cell::RefCell;

use super::keys::KeyClass;

/// What a key says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Said {
    /// What its value is.
    pub class: KeyClass,
    /// Whether it names an order, a trace or another reference.
    pub reference: bool,
    /// Whether it names a number that a state gives to a person.
    pub national: bool,
}

/// Longer keys are judged anew each time.
const MAX_KEY: usize = 31;
const PLACES: usize = 1024;

/// A table of what keys say.
pub struct Book<T>(Vec<Entry<T>>);

#[derive(Clone, Copy)]
struct Entry<T> {
    len: u8,
    said: T,
    key: [u8; MAX_KEY],
}

thread_local! {
    static BOOK: RefCell<Book<Said>> =
        RefCell::new(Book::new(Said { class: KeyClass::None, reference: false, national: false }));
}

impl<T: Copy> Book<T> {
    /// Without keys; `blank` fills it.
    pub fn new(blank: T) -> Book<T> {
        Book(vec![Entry { len: 0, said: blank, key: [0; MAX_KEY] }; PLACES])
    }

    /// What `judge` says of the key, remembered.
    pub fn remembered(&mut self, key: &[u8], judge: fn(&[u8]) -> T) -> T {
        if key.is_empty() || key.len() > MAX_KEY {
            return judge(key);
        }
        let entry = &mut self.0[place(key) % PLACES];
        if usize::from(entry.len) != key.len() || &entry.key[..key.len()] != key {
            entry.said = judge(key);
            entry.len = key.len() as u8;
            entry.key[..key.len()].copy_from_slice(key);
        }
        entry.said
    }
}

fn place(key: &[u8]) -> usize {
    let mut hash = key.len() as u64;
    let mut chunks = key.chunks_exact(8);
    for chunk in &mut chunks {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(chunk.try_into().expect("eight bytes")))
            .wrapping_mul(0x517C_C1B7_2722_0A95);
    }
    for &byte in chunks.remainder() {
        hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95);
    }
    (hash >> 54) as usize
}

/// What `judge` says of the key, remembered.
pub fn remembered(key: &[u8], judge: fn(&[u8]) -> Said) -> Said {
    BOOK.with_borrow_mut(|book| book.remembered(key, judge))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_judged_once_while_it_keeps_its_place() {
        const SECRET: Said = Said { class: KeyClass::Secret, reference: false, national: false };
        const NONE: Said = Said { class: KeyClass::None, reference: true, national: false };
        assert_eq!(remembered(b"some_key", |_| SECRET), SECRET);
        assert_eq!(remembered(b"some_key", |_| NONE), SECRET);
        assert_eq!(remembered(b"some_kez", |_| NONE), NONE);
        assert_eq!(remembered(&[b'x'; 40], |_| NONE), NONE);
        assert_eq!(remembered(&[b'x'; 40], |_| SECRET), SECRET);
    }
}
