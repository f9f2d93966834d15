//! Words for a password in other scripts, whose bytes are no ASCII: `пароль: x`, `密码：x`.
//!
//! Left to `keys`: the same words as keys of documents.

use super::super::super::finder::Found;
use super::super::super::keys::KeyClass;
use super::super::keyed::{self, Carrier};
use super::super::value::{self, Value};
use super::key::{Separator, separator, spaces};

/// The words. Each begins with a stem of the look.
const WORDS: &[&str] =
    &["пароль", "Пароль", "ПАРОЛЬ", "密码", "密碼", "口令", "パスワード", "비밀번호", "암호", "şifre", "ösenord"];
/// What says `is` between such a word and its value.
const COPULAS: &[&str] = &["是", "为", "為", "は"];

/// Whether the escape whose digits are `rest` begins one of the words, or one for a number that a state gives to a
/// person: `043f\\u0430`, at any depth of escaping.
pub(in super::super) fn begins_escaped(rest: &[u8]) -> bool {
    const FIRST: &[(&[u8], &[u8])] = &[
        (b"043f", b"0430"),
        (b"041f", b"0430"),
        (b"041f", b"0410"),
        (b"5bc6", b"7801"),
        (b"5bc6", b"78bc"),
        (b"53e3", b"4ee4"),
        (b"30d1", b"30b9"),
        (b"be44", b"bc00"),
        (b"c554", b"d638"),
        // ประชาชน, 주민등록, 외국인등록, 身份证
        (b"0e1b", b"0e23"),
        (b"c8fc", b"bbfc"),
        (b"c678", b"ad6d"),
        (b"8eab", b"4efd"),
    ];
    let Some((first, behind)) = rest.split_at_checked(4) else { return false };
    let slashes = behind.iter().take_while(|&&byte| byte == b'\\').count();
    let Some(second) = behind.get(slashes + 1..slashes + 5) else { return false };
    FIRST.iter().any(|two| first.eq_ignore_ascii_case(two.0) && second.eq_ignore_ascii_case(two.1))
}

/// Whether one of the words with a value beside it begins at `at`.
pub(super) fn is_suspect(text: &[u8], at: usize) -> bool {
    value_beside(text, at).is_some()
}

/// Looks at the word at `at`.
pub(super) fn find(found: &mut Found, at: usize) {
    if let Some(value) = value_beside(found.text, at) {
        let carrier = if value.quote == 0 { Carrier::Bare } else { Carrier::Quoted };
        keyed::judge(found, KeyClass::Secret, value.start, value.end, carrier);
    }
}

fn value_beside(text: &[u8], at: usize) -> Option<Value> {
    let rest = &text[at..];
    let word = WORDS.iter().find(|word| rest.starts_with(word.as_bytes()))?;
    let mut end = at + word.len();
    if let Some(copula) = COPULAS.iter().find(|copula| text[end..].starts_with(copula.as_bytes())) {
        end += copula.len();
    }
    let (kind, behind) = separator(text, end)?;
    let value = value::value_at(text, spaces(text, behind), kind == Separator::Encoded)?;
    // A sentence goes on in the same script.
    let judged = &text[value.start..value.end];
    (kind != Separator::Tag && (value.quote != 0 || judged.first().is_some_and(u8::is_ascii))).then_some(value)
}
