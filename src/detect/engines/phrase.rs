//! Seed phrases of wallets: 12 to 24 words of the BIP-39 list whose checksum holds, behind a word that
//! announces them.

use super::super::catalogue as c;
use super::super::finder::Found;
use super::super::{Action, checks};

/// How often a text is tried: each try may cost five checksums.
const MAX_TRIES: u16 = 256;

/// Looks behind a word such as `seed`, `mnemonic` or `phrase` that ends at `end`.
pub fn find(found: &mut Found, end: usize) {
    let text = found.text;
    if found.walked.phrases >= MAX_TRIES {
        return;
    }
    let limit = text.len().min(end + 40);
    let mut at = end;
    // The phrase begins with the first word of the list that has eleven more behind it.
    while at < limit {
        if !text[at].is_ascii_alphabetic() || at > 0 && text[at - 1].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        found.walked.phrases += 1;
        if found.walked.phrases > MAX_TRIES {
            return;
        }
        let mut indices = [0u16; 24];
        let (mut count, mut place) = (0, at);
        let mut ends = [0usize; 24];
        while count < 24 {
            let word = text[place..].iter().take(9).take_while(|byte| byte.is_ascii_lowercase()).count();
            let Some(index) = checks::bip39::word_index(&text[place..place + word]) else { break };
            indices[count] = index;
            let last = place + word;
            ends[count] = last;
            count += 1;
            place = last;
            while place - last < 3 && matches!(text.get(place), Some(b' ' | b',' | b'\n' | b'-')) {
                place += 1;
            }
            if place == last {
                break;
            }
        }
        for length in [24, 21, 18, 15, 12] {
            if length <= count && checks::bip39::phrase(&indices[..length]) {
                found.add(at, ends[length - 1], c::SEED_PHRASE, Action::Hide);
                return;
            }
        }
        while at < limit && text[at].is_ascii_alphabetic() {
            at += 1;
        }
    }
}
