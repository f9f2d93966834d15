//! Seed phrases of wallets.

use sha2::{Digest, Sha256};

/// The English word list of BIP-39: 2048 words of 3 to 8 letters, sorted, one a line.
/// Published under the MIT licence beside BIP-39 (bip-0039/english.txt).
pub(super) const LIST: &str = include_str!("bip39_english.txt");

/// Where each word begins in [`LIST`], and where the list ends.
static STARTS: [u16; 2049] = {
    let list = LIST.as_bytes();
    let mut starts = [0; 2049];
    let (mut word, mut place) = (0, 0);
    while place < list.len() {
        if list[place] == b'\n' {
            word += 1;
            starts[word] = place as u16 + 1;
        }
        place += 1;
    }
    starts
};

/// Place (0 to 2047) of a word in the English list, letters of either case; None where it is not
/// in it. A search of eleven steps, nothing is allocated.
pub fn word_index(word: &[u8]) -> Option<u16> {
    if !(3..=8).contains(&word.len()) {
        return None;
    }
    let (mut low, mut high) = (0, 2048);
    while low < high {
        let middle = (low + high) / 2;
        let other = &LIST.as_bytes()[STARTS[middle].into()..usize::from(STARTS[middle + 1]) - 1];
        match other.iter().copied().cmp(word.iter().map(u8::to_ascii_lowercase)) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle as u16),
        }
    }
    None
}

/// Whether 12, 15, 18, 21 or 24 words (by [`word_index`]) are a seed phrase: eleven bits a word,
/// the last thirty-third of which are the beginning of the SHA-256 of the others. Of random words
/// one in 16 (12 words) to one in 256 (24 words) passes.
///
/// Source: BIP-39, "Generating the mnemonic". O(1), nothing is allocated.
pub fn phrase(indices: &[u16]) -> bool {
    if !matches!(indices.len(), 12 | 15 | 18 | 21 | 24) || indices.iter().any(|index| *index > 2047) {
        return false;
    }
    let mut bits = [0_u8; 33];
    for (word, index) in indices.iter().enumerate() {
        for bit in (0..11).filter(|bit| index >> (10 - bit) & 1 == 1) {
            let place = word * 11 + bit;
            bits[place / 8] |= 0x80 >> (place % 8);
        }
    }
    let check = indices.len() / 3;
    let entropy = check * 4;
    let hash = Sha256::digest(&bits[..entropy]);
    (hash[0] ^ bits[entropy]) >> (8 - check) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indices(words: &str) -> Vec<u16> {
        words.split(' ').map(|word| word_index(word.as_bytes()).expect("it is listed")).collect()
    }

    #[test]
    fn the_list_is_the_one_that_wallets_use() {
        let digest = Sha256::digest(LIST);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
    }

    #[test]
    fn every_word_is_found_at_its_place_and_in_either_case() {
        for (place, word) in LIST.lines().enumerate() {
            assert_eq!(word_index(word.as_bytes()), Some(place as u16));
            assert_eq!(word_index(word.to_uppercase().as_bytes()), Some(place as u16));
        }
        assert_eq!(LIST.lines().count(), 2048);
    }

    #[test]
    fn other_words_are_not_found() {
        for word in [&b""[..], b"a", b"abando", b"abandons", b"zooo", b"secret1", b"\xff\xff\xff", b"zzzzzzzzz"] {
            assert_eq!(word_index(word), None);
        }
    }

    #[test]
    fn the_standards_phrases_pass_and_have_one_right_last_word_in_so_many() {
        for (words, last) in [
            ("abandon ".repeat(11), "about"),
            ("zoo ".repeat(11), "wrong"),
            ("legal winner thank year wave sausage worth useful legal winner thank ".into(), "yellow"),
            ("abandon ".repeat(14), "address"),
            ("abandon ".repeat(17), "agent"),
            ("abandon ".repeat(20), "admit"),
            ("abandon ".repeat(23), "art"),
            ("letter advice cage absurd amount doctor acoustic avoid letter advice cage ".into(), "above"),
        ] {
            let mut phrase_of = indices(&format!("{words}{last}"));
            assert!(phrase(&phrase_of), "{words}{last}");
            let end = phrase_of.len() - 1;
            let right = (0..2048).filter(|index| {
                phrase_of[end] = *index;
                phrase(&phrase_of)
            });
            assert_eq!(right.count(), 2048 >> ((end + 1) / 3));
        }
    }

    #[test]
    fn other_lengths_and_places_outside_the_list_fail() {
        for length in (0..=48).filter(|length| !matches!(length, 12 | 15 | 18 | 21 | 24)) {
            assert!(!phrase(&vec![0; length]));
        }
        assert!(!phrase(&[2048; 12]));
    }
}
