//! Runs known by their length and alphabet: keys without a literal of their own, told by a word before them or by a
//! key beside them; and cards joined by `_`.

use super::super::catalogue as c;
use super::super::checks::{issuer, luhn};
use super::super::finder::Found;
use super::super::{Action, catalogue::Slot};

/// How far before a run a word may stand that says what it is.
const BEFORE: usize = 40;
/// How far from an access key's id its secret part may stand.
const BESIDE: usize = 160;
/// Length of the secret part of an AWS access key.
const AWS_SECRET: usize = 40;

/// What the run `text[start..end]` is by its shape.
fn kind(text: &[u8], start: usize, end: usize) -> Option<(Slot, Action)> {
    let run = &text[start..end];
    match run.len() {
        18..=24 if run[0].is_ascii_digit() && run.contains(&b'_') => {
            is_joined_card(run).then_some((c::CARD, Action::Card))
        }
        52 if run.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7')) => {
            says(&text[start.saturating_sub(BEFORE)..start], &[b"pat", b"azure", b"devops", b"vsts", b"visualstudio"])
                .then_some((c::DEVOPS_TOKEN, Action::Hide))
        }
        66..=72 => is_truenas_key(run).then_some((c::TRUENAS_KEY, Action::Hide)),
        _ => None,
    }
}

/// Whether the run at `start..end` is one of the shapes.
pub(super) fn is_suspect(text: &[u8], start: usize, end: usize) -> bool {
    kind(text, start, end).is_some()
}

/// Looks at the run at `start..end`.
pub(super) fn find(found: &mut Found, start: usize, end: usize) {
    if let Some((slot, action)) = kind(found.text, start, end) {
        found.add(start, end, slot, action);
    }
}

fn says(before: &[u8], words: &[&[u8]]) -> bool {
    let before = before.to_ascii_lowercase();
    words.iter().any(|word| memchr::memmem::find(&before, word).is_some())
}

/// `4111_1111_1111_1111`: groups of digits with `_` between them that are a card's.
fn is_joined_card(run: &[u8]) -> bool {
    let digits: Vec<u8> = run.iter().copied().filter(u8::is_ascii_digit).collect();
    let groups = run.split(|&byte| byte == b'_').count();
    run.iter().all(|byte| byte.is_ascii_digit() || *byte == b'_')
        && (3..=5).contains(&groups)
        && run.split(|&byte| byte == b'_').all(|group| (3..=7).contains(&group.len()))
        && issuer::issuer(&digits).is_some()
        && luhn::luhn(&digits)
}

/// The number of a key, a dash, and 64 letters and digits of all kinds.
fn is_truenas_key(run: &[u8]) -> bool {
    let number = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some((b'-', key)) = run[number..].split_first() else { return false };
    number > 0
        && key.len() == 64
        && key.iter().all(u8::is_ascii_alphanumeric)
        && [u8::is_ascii_digit, u8::is_ascii_uppercase, u8::is_ascii_lowercase as fn(&u8) -> bool]
            .iter()
            .all(|of| key.iter().any(of))
}

/// The secret part of an AWS access key, beside its id at `start..end`: 40 letters of base64 by themselves.
pub(super) fn aws_secret(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+');
    for (from, to) in [(start.saturating_sub(BESIDE), start), (end, text.len().min(end + BESIDE))] {
        let mut at = from;
        while at < to {
            let len = text[at..].iter().take(AWS_SECRET + 1).take_while(|byte| letter(byte)).count();
            let run = &text[at..at + len];
            let whole = len == AWS_SECRET && (at == 0 || !letter(&text[at - 1]) && text[at - 1] != b'=');
            let drawn = [u8::is_ascii_digit, u8::is_ascii_uppercase, u8::is_ascii_lowercase as fn(&u8) -> bool]
                .iter()
                .all(|of| run.iter().any(of));
            if whole && drawn {
                found.add(at, at + len, c::AWS_KEY_ID, Action::Hide);
            }
            at += len;
            // Of a longer run the rest, too.
            at += text[at..].iter().take_while(|byte| letter(byte)).count();
            at += text[at..].iter().take_while(|byte| !letter(byte)).count();
        }
    }
}
