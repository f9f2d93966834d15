//! International account numbers, whole or in groups.

use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::{Action, checks};
use super::super::value::ends_colour;

/// Whether a run of token characters begins as an IBAN does.
pub fn may_be_iban(run: &[u8]) -> bool {
    run.len() >= 4
        && run[0].is_ascii_alphabetic()
        && run[1].is_ascii_alphabetic()
        && run[2].is_ascii_digit()
        && run[3].is_ascii_digit()
        && checks::iban::iban_length([run[0].to_ascii_uppercase(), run[1].to_ascii_uppercase()]).is_some()
}

/// Looks for an IBAN at the start of the run `text[start..end]`.
pub fn find_iban(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let escaped = start > 0 && text[start - 1] == b'\\';
    // The digits and the `m` of a colour code may stand before it.
    let digits = text[start..end].iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
    let behind = start + digits + 1;
    let coloured = if behind < end && ends_colour(text, behind) { behind } else { start };
    for from in [start, start + usize::from(escaped), coloured] {
        if from < end && may_be_iban(&text[from..end]) {
            iban_at(found, from);
        }
    }
}

/// Looks for an IBAN in groups: the letters of its country stand up to 14 bytes before the row's first digits (two
/// groups with letters may lie between), never inside the row.
pub(super) fn find_grouped_iban(found: &mut Found, first: usize) {
    let text = found.text;
    for at in first.saturating_sub(14)..first {
        if text[at].is_ascii_alphabetic()
            && text.get(at + 2).is_some_and(u8::is_ascii_digit)
            && (at == 0
                || !text[at - 1].is_ascii_alphanumeric()
                || at >= 2 && text[at - 2] == b'\\' && matches!(text[at - 1], b'n' | b't' | b'r'))
            && may_be_iban(&text[at..text.len().min(at + 4)])
            && iban_at(found, at)
        {
            return;
        }
    }
}

fn iban_at(found: &mut Found, start: usize) -> bool {
    let text = found.text;
    let Some(length) =
        checks::iban::iban_length([text[start].to_ascii_uppercase(), text[start + 1].to_ascii_uppercase()])
    else {
        return false;
    };
    let mut compact = [0u8; 34];
    let (mut count, mut at) = (0, start);
    let mut separator = None;
    while count < length && at < text.len() {
        let byte = text[at];
        if byte.is_ascii_alphanumeric() {
            compact[count] = byte.to_ascii_uppercase();
            count += 1;
        } else if matches!(byte, b' ' | b'-')
            && separator.is_none_or(|known| known == byte)
            && count >= 2
            && text[at - 1].is_ascii_alphanumeric()
        {
            separator = Some(byte);
        } else {
            return false;
        }
        at += 1;
    }
    if count < length
        || text.get(at).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'_')
        || !checks::iban::iban(&compact[..count])
    {
        return false;
    }
    found.add(start, at, c::IBAN, Action::Iban);
    true
}
