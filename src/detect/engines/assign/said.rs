//! A key without a separator: `--key value`, `key 'value'`, `the key is "value"`, `login x password y`.

use super::super::super::Action;
use super::super::super::catalogue as c;
use super::super::super::finder::Found;
use super::super::super::keys::{self, KeyClass};
use super::super::keyed::{self, Carrier};
use super::super::value::{self, Value};
use super::super::{header, identity};
use super::key::{Key, is_key_byte, spaces};
use super::numeral;
use super::pair::pair;

/// No separator: `--key value`, `key 'value'`, `"key", "value"`, `key is "value"`, `login x password y`.
pub(super) fn unassigned(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let secret = matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Maybe | KeyClass::Authorization);
    let behind = spaces(text, key.end);
    if behind > key.end {
        let Some(&next) = text.get(behind) else { return };
        if key.dashed && class == KeyClass::Pin {
            if let Some(value) = value::value_at(text, behind, false) {
                keyed::judge(found, class, value.start, value.end, Carrier::Bare);
            }
            return;
        }
        if key.dashed && secret && next != b'-' {
            if let Some(value) = value::value_at(text, behind, false) {
                let judged = &text[value.start..value.end];
                let name = &text[key.start..key.end];
                // A key is drawn by lot: `--sign-key promote` is a sentence. `--no-session` takes no value.
                let drawn = name.ends_with(b"key");
                let wordy = judged.len() < 16
                    && judged
                        .iter()
                        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b',' | b'(' | b')' | b'/'));
                let told = value.quote == 0 && (drawn && wordy || is_told(text, &value)) || name.starts_with(b"no-");
                if !value::is_placeholder(judged) && !value::is_masked(judged) && !is_metavariable(judged) && !told {
                    found.add(value.start, value.end, c::CLI_SECRET, Action::Hide);
                }
            }
            return;
        }
        if super::pair::opens_tag(text, key) {
            return super::pair::tagged_with_attributes(found, class, key);
        }
        let name = &text[key.start..key.end];
        let compound = name.iter().any(|byte| matches!(byte, b'_' | b'.' | b'-'))
            || name.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
        let quoted =
            matches!(next, b'"' | b'\'') || next == b'\\' && matches!(text.get(behind + 1), Some(b'"' | b'\''));
        // Objects that are called secrets have names: `secret "db-creds" not found`.
        let object = [&b"secret"[..], b"secrets", b"credential", b"credentials"]
            .iter()
            .any(|word| name.eq_ignore_ascii_case(word));
        if quoted && (class == KeyClass::Secret || class == KeyClass::Doubtful && compound) {
            if let Some(value) = value::value_at(text, behind, false)
                .filter(|value| !object || value::is_tokenish(&text[value.start..value.end], 16))
            {
                keyed::judge(found, class, value.start, value.end, Carrier::Quoted);
            }
            return;
        }
        if class == KeyClass::Doubtful && name == b"PASS" && prompted(text, key.start) {
            if let Some(value) = value::value_at(text, behind, false) {
                keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Bare);
            }
            return;
        }
        if class == KeyClass::Pin {
            said_code(found, behind, false);
        }
        // `cvv 123`
        let code = text[behind..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
        if class == KeyClass::Cvv
            && text.get(behind + code).is_none_or(|&byte| !byte.is_ascii_alphanumeric() && byte != b'.')
        {
            keyed::judge(found, class, behind, behind + code, Carrier::Bare);
        }
        if class == KeyClass::Secret || class == KeyClass::Doubtful && compound {
            bare_word(found, name, behind, compound);
        }
        if matches!(class, KeyClass::Secret | KeyClass::Doubtful) {
            if matches!(name, b"otp" | b"OTP" | b"totp" | b"TOTP") {
                said_code(found, behind, true);
            }
            if class == KeyClass::Secret && netrc(found, key, behind) {
                return;
            }
            said(found, class, behind);
            header::scheme(found, key.start, key.end);
        }
        match class {
            KeyClass::Identity { .. } => identity::find_said(found, behind),
            _ => phone_said(found, class, behind),
        }
        return;
    }
    if super::pair::in_tuple(text, key) {
        return super::pair::tuple(found, class, key);
    }
    pair(found, class, key);
}

/// Whether [`unassigned`] can find something behind a key whose value would begin at `behind`. `class` says what the key
/// is with the words before it; it is asked last, since it is dear in a sentence. `names_no_number`: the key's word names no
/// phone, card or account.
pub(super) fn is_suspect(
    text: &[u8],
    key: &Key,
    class: impl Fn() -> KeyClass,
    behind: usize,
    names_no_number: bool,
) -> bool {
    let window = &text[behind..text.len().min(behind + 60)];
    let digits = window.iter().take(24).any(u8::is_ascii_digit);
    let secret = || {
        let mut word = window.iter().take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\\'));
        word.any(|byte| byte.is_ascii_digit() || *byte == b':')
            || [&b"is "[..], b"was ", b"FOR ", b"for ", b"from "].iter().any(|word| window.starts_with(word))
            || (0..window.len()).any(|space| is_linking(&window[space..]))
            || follows_login(line_before(text, key.start))
    };
    let narrow = keys::classify(&text[key.start..key.end]);
    if !digits || names_no_number || matches!(narrow, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Pin) {
        return secret() && matches!(class(), KeyClass::Secret | KeyClass::Doubtful | KeyClass::Pin);
    }
    match class() {
        KeyClass::Cvv => window.first().is_some_and(u8::is_ascii_digit),
        KeyClass::Phone | KeyClass::Card | KeyClass::Ssn | KeyClass::Account | KeyClass::Routing => true,
        KeyClass::Identity { .. } => true,
        KeyClass::Secret | KeyClass::Doubtful | KeyClass::Pin => secret(),
        _ => false,
    }
}

/// What stands before `at` in its line: 100 bytes at the most.
fn line_before(text: &[u8], at: usize) -> &[u8] {
    let before = &text[at.saturating_sub(100)..at];
    memchr::memrchr(b'\n', before).map_or(before, |newline| &before[newline + 1..])
}

/// Whether a plain sentence goes on behind the key, in which [`unassigned`] finds nothing whatever the key says.
pub(super) fn is_prose_behind(text: &[u8], key: &Key) -> bool {
    let window = &text[key.end..text.len().min(key.end + 64)];
    let near = &window[..window.len().min(25)];
    // A sentence of a JSON string or a line may end there.
    let end = memchr::memchr2(b'"', b'\n', near).filter(|end| *end > 1);
    let near = &near[..end.unwrap_or(near.len())];
    near.first() == Some(&b' ')
        && near.iter().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b' ' | b',' | b'.'))
        && near[1..].contains(&b' ')
        && ![&b" for "[..], b" from "].iter().any(|word| window.starts_with(word))
        && !(0..window.len()).any(|space| is_linking(&window[space..]))
        && !matches!(key.start.checked_sub(1).map(|before| text[before]), Some(b'<'))
        && !prompted(text, key.start)
        && !follows_login(&text[key.start.saturating_sub(100)..key.start])
}

/// Whether the text begins with a word that stands between a key and what is said of it.
fn is_linking(text: &[u8]) -> bool {
    matches!(text, [b' ', b'i', b's', b' ', ..] | [b' ', b't', b'o', b' ', ..] | [b' ', b'w', b'a', b's', b' ', ..])
}

/// Whether a usage text or a file's name stands for the value: `--password PASSWORD`, `--privkey rsa.pem`.
pub(super) fn is_metavariable(value: &[u8]) -> bool {
    const FILES: &[&[u8]] =
        &[b".pem", b".key", b".crt", b".p12", b".pfx", b".jks", b".json", b".yaml", b".yml", b".txt"];
    FILES.iter().any(|ending| value.ends_with(ending))
        || value.len() >= 4
            && value.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'_')
            && keys::classify(value) != KeyClass::None
}

/// Whether a sentence goes on behind an option's name: `--install-key write a template`. One of its next words is one
/// that no command line has.
fn is_told(text: &[u8], value: &Value) -> bool {
    const WORDS: &[&[u8]] = &[
        b"a",
        b"an",
        b"the",
        b"to",
        b"is",
        b"are",
        b"be",
        b"of",
        b"for",
        b"and",
        b"or",
        b"can",
        b"in",
        b"on",
        b"from",
        b"with",
        b"which",
        b"that",
        b"if",
        b"when",
        b"not",
        b"option",
        b"options",
        b"argument",
        b"now",
        b"even",
        b"command",
        b"flag",
        b"via",
        b"into",
        b"as",
        b"was",
        b"has",
        b"using",
        b"will",
        b"ask",
        b"return",
    ];
    let rest = &text[value.start..text.len().min(value.start + 64)];
    let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    let sentence = line.split(|&byte| byte == b' ').take(3);
    let plain =
        |word: &[u8]| word.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'.' | b',' | b'`'));
    let lower = text[value.start..value.end]
        .iter()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b'.' | b','));
    lower
        && sentence.clone().all(plain)
        && sentence.map(|word| word.strip_suffix(b".").unwrap_or(word)).any(|word| WORDS.contains(&word))
}

/// Whether a mail or file server's transcript stands before a command: `C: PASS x`, `> PASS x`.
pub(super) fn prompted(text: &[u8], start: usize) -> bool {
    let lead = &text[start.saturating_sub(3)..start];
    lead.ends_with(b"> ") || lead.ends_with(b"C: ") || lead.ends_with(b"<- ")
}

/// `your code is 483920`: digits behind `is`.
fn said_code(found: &mut Found, behind: usize, is_otp: bool) {
    let text = found.text;
    let from = behind + if text[behind..].starts_with(b"is ") { 3 } else { 0 };
    let digits = text[from..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    let ends =
        text.get(from + digits).is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b':'));
    // `OTP 482913` has six.
    let said = from > behind && (4..=8).contains(&digits) || digits == 6 && is_otp;
    if said && ends {
        found.add(from, from + digits, c::SECRET_FIELD, Action::Hide);
    }
}

/// Whether no sentence has such a word: letters and digits mixed, `least` or more, and no name of a scheme.
fn is_odd_word(word: &[u8], least: usize) -> bool {
    const NAMED: &[&[u8]] = &[
        b"sha", b"md5", b"base64", b"argon", b"bcrypt", b"pbkdf", b"scrypt", b"utf", b"aes", b"rsa", b"http", b"oauth",
        b"ldap", b"x509", b"pkcs", b"ssl", b"tls", b"ed25519", b"ecdsa", b"version", b"hs256", b"rs256", b"es256",
    ];
    let named = NAMED.iter().any(|known| word.len() >= known.len() && word[..known.len()].eq_ignore_ascii_case(known));
    let sign = |byte: &u8| matches!(byte, b'!' | b'#' | b'$' | b'&' | b'_' | b'+' | b'=');
    !named
        && word.len() >= least
        && word.iter().any(u8::is_ascii_digit)
        && word.iter().any(u8::is_ascii_alphabetic)
        && word.iter().all(|byte| byte.is_ascii_alphanumeric() || sign(byte))
        && !value::is_placeholder(word)
        && !value::is_masked(word)
}

/// `API key 8f3k2j9d0a1b`, `user bob and password hunter2x`: a word that no sentence has.
fn bare_word(found: &mut Found, name: &[u8], behind: usize, compound: bool) {
    let text = found.text;
    // `password (x)`, `password <x>`, `password - x`
    let close = match text.get(behind) {
        Some(b'(') => Some(b')'),
        Some(b'[') => Some(b']'),
        Some(b'<') => Some(b'>'),
        Some(b'`') => Some(b'`'),
        _ => None,
    };
    if let Some(close) = close {
        let window = &text[behind + 1..text.len().min(behind + 65)];
        if let Some(len) = memchr::memchr(close, window).filter(|&len| is_odd_word(&window[..len], 6)) {
            found.add(behind + 1, behind + 1 + len, c::SECRET_FIELD, Action::Hide);
        }
        return;
    }
    let Some(value) = value::value_at(text, behind, false).filter(|value| value.quote == 0) else { return };
    let word = &text[value.start..value.end];
    let word = word.strip_suffix(b".").unwrap_or(word);
    // `with credentials bob:secret`
    if name.len() >= 4 && name[..4].eq_ignore_ascii_case(b"cred") {
        if let Some(colon) = memchr::memchr(b':', word).filter(|&colon| colon > 0) {
            let secret = &word[colon + 1..];
            let host = secret.iter().all(u8::is_ascii_digit) || secret.starts_with(b"/") || secret.contains(&b':');
            if secret.len() >= 4 && !host && !value::is_placeholder(secret) && !value::is_masked(secret) {
                found.add(value.start + colon + 1, value.start + word.len(), c::SECRET_FIELD, Action::Hide);
            }
        }
        return;
    }
    let stop = text.get(value.start + word.len()).copied().unwrap_or(b'\n');
    let last = matches!(stop, b'\n' | b'\r' | b'"' | b'\'' | b',' | b'.' | b'\\');
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    if !is_odd_word(word, if last || compound { 8 } else { 12 }) || !last && !compound && digits < 3 {
        return;
    }
    found.add(value.start, value.start + word.len(), c::SECRET_FIELD, Action::Hide);
}

/// `password "old" -> "new"`: what the value behind the arrow is.
pub(super) fn changed_to(found: &mut Found, old: &Value) {
    let text = found.text;
    let slashes = text[old.end..].iter().take(8).take_while(|&&byte| byte == b'\\').count();
    let at = spaces(text, old.end + slashes + 1);
    if at < text.len()
        && text[at..].starts_with(b"-> ")
        && let Some(value) = value::quoted_at(text, spaces(text, at + 3))
    {
        keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
    }
}

/// `unseal 98m+o2y…`: a share of the key that opens a vault.
pub(super) fn unsealed(found: &mut Found, end: usize) {
    let text = found.text;
    let from = spaces(text, end);
    let len = text[from..]
        .iter()
        .take(128)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
        .count();
    let share = &text[from..from + len];
    if from > end && len >= 24 && share.iter().any(u8::is_ascii_digit) && !value::is_masked(share) {
        found.add(from, from + len, c::SECRET_FIELD, Action::Hide);
    }
}

/// `my phone is 090-1234-5678`, `tel 030 12345678`.
pub(super) fn phone_said(found: &mut Found, class: KeyClass, behind: usize) {
    let text = found.text;
    if !matches!(class, KeyClass::Phone | KeyClass::Card | KeyClass::Ssn | KeyClass::Account | KeyClass::Routing) {
        return;
    }
    let window = &text[behind..text.len().min(behind + 24)];
    let Some(first) = window.iter().position(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'(')) else {
        return;
    };
    if window[..first].iter().any(|byte| matches!(byte, b',' | b';' | b'=' | b'"' | b'{' | b'_'))
        || first > 0 && window[first - 1].is_ascii_alphabetic()
    {
        return;
    }
    let Some(value) = value::value_at(text, behind + first, false) else { return };
    let value = numeral(text, class, value);
    let digits = text[value.start..value.end].iter().filter(|byte| byte.is_ascii_digit()).count();
    if class != KeyClass::Phone || digits >= 9 {
        keyed::judge(found, class, value.start, value.end, Carrier::Bare);
    }
}

/// `machine h login u password p`, or a line of nothing but `password p`.
pub(super) fn netrc(found: &mut Found, key: &Key, behind: usize) -> bool {
    let text = found.text;
    // Bounded: a line of a thousand such words must not be walked a thousand times.
    let from = key.start.saturating_sub(200);
    let line = text[from..key.start].iter().rposition(|&byte| byte == b'\n').map_or(from, |at| from + at + 1);
    let before = &text[line..key.start];
    let login = follows_login(before);
    let Some(value) = value::value_at(text, behind, false) else { return false };
    let alone = before.iter().all(|byte| byte.is_ascii_whitespace())
        && text[value.end..].iter().take_while(|&&byte| byte != b'\n').all(|byte| byte.is_ascii_whitespace())
        && text[value.start..value.end].iter().any(u8::is_ascii_digit);
    let judged = &text[value.start..value.end];
    if login && value::is_masked(judged) {
        return true;
    }
    // `the service account private key used to sign`
    let login = login
        && (judged.iter().any(|byte| !byte.is_ascii_lowercase() && !matches!(byte, b'.' | b','))
            || before.trim_ascii_end().rsplit(|&byte| byte == b' ').nth(1) == Some(b"login"));
    let alone = alone && !judged.iter().any(|byte| matches!(byte, b'(' | b'{' | b'['));
    if !(login || alone)
        || text[key.start..key.end].iter().any(u8::is_ascii_uppercase)
        || value::is_placeholder(judged)
        || value::is_masked(judged)
    {
        return false;
    }
    found.add(value.start, value.end, c::NETRC, Action::Hide);
    true
}

/// Whether a line's beginning ends in `login name`.
pub(super) fn follows_login(before: &[u8]) -> bool {
    let mut words = before.split(|byte| byte.is_ascii_whitespace()).rev().filter(|word| !word.is_empty());
    words.next().is_some_and(|name| !name.ends_with(b",") && !matches!(name, b"and" | b"or" | b"&"))
        && matches!(words.next(), Some(b"login" | b"account" | b"user"))
}

/// `the password for x is "y"`: what is quoted behind `is`; unquoted only if it looks like no word.
pub(super) fn said(found: &mut Found, class: KeyClass, behind: usize) {
    let text = found.text;
    let window = &text[behind..text.len().min(behind + 60)];
    // SQL: `SET PASSWORD FOR 'u'@'h' = 'x'`
    if (window.starts_with(b"FOR ") || window.starts_with(b"for "))
        && let Some(equal) = memchr::memmem::find(window, b" = ")
    {
        let at = behind + equal + 3;
        let quote = if text[at..].starts_with(b"PASSWORD(") { at + 9 } else { at };
        if let Some(value) = value::quoted_at(text, quote) {
            keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
        }
        return;
    }
    // `changed password from "a" to "b"`
    if window.starts_with(b"from ")
        && let Some(value) = value::quoted_at(text, behind + 5)
    {
        keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
    }
    let Some(is) = (if window.starts_with(b"is ") || window.starts_with(b"was ") {
        Some(0)
    } else {
        [&b" is "[..], b" was ", b" to "].iter().find_map(|word| memchr::memmem::find(window, word).map(|at| at + 1))
    }) else {
        return;
    };
    if window[..is].iter().any(|byte| matches!(byte, b'.' | b';' | b'=' | b'{')) {
        return;
    }
    let word = window[is..].iter().take_while(|&&byte| byte != b' ').count();
    // `Pass `--flag` to `tool``
    if class != KeyClass::Secret && &window[is..is + word] == b"to" {
        return;
    }
    let Some(value) = value::value_at(text, spaces(text, behind + is + word), false) else { return };
    let judged = &text[value.start..value.end];
    let odd = judged.len() >= 6 && judged.iter().any(u8::is_ascii_digit) && judged.iter().any(u8::is_ascii_alphabetic);
    if (value.quote != 0 && !judged.is_empty() && judged.len() <= 100 || odd && &window[is..is + word] != b"to")
        && !value::is_placeholder(judged)
        && !value::is_masked(judged)
    {
        found.add(value.start, value.end, c::SECRET_FIELD, Action::Hide);
    }
}

/// `IDENTIFIED BY 'password'` of SQL.
pub(super) fn identified_by(found: &mut Found, end: usize) {
    let text = found.text;
    if end < 10 || !text[end - 10..end].eq_ignore_ascii_case(b"identified") {
        return;
    }
    let window = &text[end..text.len().min(end + 60)];
    let Some(by) = memchr::memmem::find(&window.to_ascii_lowercase(), b" by ") else { return };
    if let Some(value) = value::quoted_at(text, spaces(text, end + by + 4)).filter(|value| value.quote != b'`') {
        keyed::judge(found, KeyClass::Secret, value.start, value.end, Carrier::Quoted);
    }
}

/// Whether the word behind `key:` is prose: a word of plain letters in a sentence.
pub(super) fn is_prose(text: &[u8], value: &Value, class: KeyClass, key: &Key) -> bool {
    let word = &text[value.start..value.end];
    let verdict = text[key.start..key.end].eq_ignore_ascii_case(b"pass");
    let plain = word
        .trim_ascii_end()
        .iter()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b',' | b'.' | b'!'));
    let capital = word[0].is_ascii_uppercase() && word[1..].iter().all(u8::is_ascii_lowercase);
    let next = value.end + text[value.end..].iter().take_while(|&&byte| byte == b' ').count();
    let followed = next > value.end
        && text.get(next).is_some_and(|byte| byte.is_ascii_lowercase() || matches!(byte, b'"' | b'\''));
    let sentence = followed && !assignment_follows(text, next);
    // `--- PASS: TestLogin (0.00s)` of a test's log.
    if verdict && word.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b'/' | b'.' | b':'))
    {
        return true;
    }
    // `PASS: i386 AVX insns`, `PASS: gas/all/align`
    let first = key.start == 0 || text[key.start - 1] == b'\n';
    let more = text.get(value.end) == Some(&b' ') && (first || words(text, value.end) > 0);
    if &text[key.start..key.end] == b"PASS" && (word.contains(&b'/') || more) {
        return true;
    }
    // `* file.c (check_secret_key): Use it.`
    let from = key.start.saturating_sub(200);
    let line = text[from..key.start].iter().rposition(|&byte| byte == b'\n').map_or(from, |at| from + at + 1);
    let changed = matches!(text[line..key.start].trim_ascii_start(), [b'*', b' ', ..] | [b'(', ..]);
    let entry = (changed || text[..key.start].ends_with(b"(") && word.last() == Some(&b'.'))
        && word.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b','));
    if text.get(key.end) == Some(&b')') && (entry || words(text, value.end) > 0) {
        return true;
    }
    let letters =
        word.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'(' | b')' | b'-' | b',' | b'.'));
    if letters && word.len() < 16 && words(text, value.end) >= 3 {
        return true;
    }
    match class {
        KeyClass::Secret => (plain || capital) && sentence && word.len() < 16 && value.end > value.start,
        _ => (plain || capital) && word.len() < 16,
    }
}

/// How many words of a sentence follow at `at`, up to four: letters with blanks between, no `key=`.
pub(super) fn words(text: &[u8], at: usize) -> usize {
    let mut at = at;
    for count in 0..4 {
        let from = spaces(text, at);
        let word = text[from..]
            .iter()
            .take(24)
            .take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'-'))
            .count();
        let behind = text.get(from + word).copied().unwrap_or(b' ');
        if from == at || word == 0 || !matches!(behind, b' ' | b'.' | b',' | b')' | b'\n' | b'"' | b'\\') {
            return count;
        }
        at = from + word + usize::from(matches!(behind, b'.' | b',' | b')'));
    }
    4
}

/// Whether `word=` or `word:` stands at `at`.
pub(super) fn assignment_follows(text: &[u8], at: usize) -> bool {
    let word = text[at..].iter().take(40).take_while(|&&byte| is_key_byte(byte)).count();
    matches!(text.get(at + word), Some(b'=' | b':'))
}
