//! A word that names a secret, and the value beside it: `key=value`, `key: value`, `--key value`,
//! `<key>value</key>`, `('key', 'value')`, `the key is "value"`.

mod call;
mod code;
mod connection;
mod foreign;
mod insert;
mod key;
mod list;
mod pair;
mod query;
mod said;

use super::super::checks;
use super::super::finder::Found;
use super::super::keys::{self, KeyClass};
use super::keyed::{self, Carrier};
use super::value::{self, Value};
use super::{address, armour, cli, header, identity, phrase, token};
pub use call::after_database_url;
pub(super) use code::is_builtin_type;
pub(super) use foreign::begins_escaped as begins_foreign;
pub(super) use insert::is_column;
pub use key::is_key_byte;
use key::{Key, Separator, key_around, number_behind, separator, spaces, words_before, words_behind};
pub use pair::value_follows;

/// Length from which a bare value is remembered: the keys inside it end where it does.
const LONG: usize = 4096;

/// Looks at the word at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    if text[at] == b'$' {
        return token::find_hash(found, at);
    }
    if !text[at].is_ascii() {
        return foreign::find(found, at);
    }
    let first = text[at] | 0x20;
    let key = key_around(text, at);
    match first {
        b'p' if text[at..].len() >= 4 && text[at..at + 4].eq_ignore_ascii_case(b"priv") => armour::find(found, at),
        b'b' if matches_word(text, at, b"bear") || matches_word(text, at, b"basi") => {
            return header::scheme(found, key.start, key.end);
        }
        b'b' if matches_word(text, at, b"box") => return address::find_box(found, at),
        b'd' | b'n' if matches_word(text, at, b"digs") || matches_word(text, at, b"nego") => {
            return header::scheme(found, key.start, key.end);
        }
        b'i' if matches_word(text, at, b"iden") => return said::identified_by(found, key.end),
        b's' | b'm' | b'p' if [&b"seed"[..], b"mnem", b"phra"].iter().any(|word| matches_word(text, at, word)) => {
            phrase::find(found, key.end)
        }
        b'c' if matches_word(text, at, b"curl") => return cli::find(found, key.end, true),
        b'm' if matches_word(text, at, b"mysq") && text.get(key.end) == Some(&b'(') => {
            return call::connected(found, &key);
        }
        b'm' if matches_word(text, at, b"mysq") => return cli::find(found, key.end, false),
        b'p' if matches_word(text, at, b"psex") => return cli::find(found, key.end, false),
        b'l' if matches_word(text, at, b"logi")
            && text[key.end..].starts_with(b" ")
            && separator(text, key.end).is_none() =>
        {
            return cli::find_login(found, key.start, key.end);
        }
        b'p' if text[key.start..key.end].eq_ignore_ascii_case(b"sshpass") => return cli::find(found, key.end, false),
        b'p' if text[key.start..key.end].eq_ignore_ascii_case(b"htpasswd") && text[key.end..].starts_with(b" -") => {
            return cli::find_arguments(found, key.start, key.end);
        }
        b's' | b'p' if takes_arguments(text, at) => return cli::find_arguments(found, key.start, key.end),
        b'u' if matches_word(text, at, b"unse") => said::unsealed(found, key.end),
        b'a' if matches_word(text, at, b"auth") => header::mail_login(found, key.end),
        b's' if matches_word(text, at, b"ssws") => return header::scheme(found, key.start, key.end),
        _ => {}
    }
    let hidden = found.hidden;
    query::query_parameter(found, at, &key);
    if pair::opens_tag(text, &key) && text.get(key.end) == Some(&b' ') {
        return pair::tagged_with_attributes(found, classify(text, key.start, key.end, at), &key);
    }
    let separated = separator(text, key.end);
    let (end, separated) = match separated {
        Some(separated) => (key.end, Some(separated)),
        None if key.dashed => (key.end, None),
        None => match words_behind(text, key.end) {
            Some(end) => (end, separator(text, end)),
            None => (number_behind(text, key.end).unwrap_or(key.end), None),
        },
    };
    if separated.is_none() && !key.dashed && said::is_prose_behind(text, &key) {
        return;
    }
    let class = classify(text, key.start, end, at);
    if separated.is_none() && text.get(key.end) == Some(&b'(') {
        return call::called(found, class, &key);
    }
    if class != KeyClass::None && is_column(text, key.end) {
        return insert::rows(found, class, &key);
    }
    if class == KeyClass::None {
        if matches_word(text, at, b"toke") || matches_word(text, at, b"apik") {
            header::scheme(found, key.start, key.end);
        }
        return;
    }
    match separated {
        Some((kind, behind)) => {
            assigned(found, class, &key, kind, behind, hidden);
            // `with credentials bob:x`: the colon was not the key's.
            if end > key.end
                && class == KeyClass::Maybe
                && keys::classify(&text[key.start..key.end]) == KeyClass::Secret
            {
                said::unassigned(found, KeyClass::Secret, &key);
            }
        }
        None => said::unassigned(found, class, &Key { end, ..key }),
    }
}

fn matches_word(text: &[u8], at: usize, word: &[u8]) -> bool {
    text.len() >= at + word.len() && text[at..at + word.len()].eq_ignore_ascii_case(word)
}

/// Whether the word at `at` is a piece of a command's name that is no key: `redis-cli`, `ldapsearch`, `sqlplus`.
fn takes_arguments(text: &[u8], at: usize) -> bool {
    [&b"s-cl"[..], b"psea", b"sqlc", b"sqlp"].iter().any(|word| matches_word(text, at, word))
}

fn classify(text: &[u8], start: usize, end: usize, at: usize) -> KeyClass {
    let class = keys::classify(&text[start..end]);
    let from = words_before(text, start);
    // `unexpected token: x`: a token of a parser's.
    if class == KeyClass::Doubtful && from < start && keys::classify(&text[from..end]) == KeyClass::None {
        return KeyClass::None;
    }
    if class != KeyClass::None && class != KeyClass::Maybe {
        return class;
    }
    if from < start {
        let wider = keys::classify(&text[from..end]);
        if wider != KeyClass::None {
            return wider;
        }
    }
    // `foo.bar-password` where the dashes divide: the last part by itself.
    if let Some(cut) = text[start..at].iter().rposition(|byte| matches!(byte, b'.' | b'-')) {
        let inner = keys::classify(&text[start + cut + 1..end]);
        let known = matches!(inner, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Maybe | KeyClass::Authorization);
        if class == KeyClass::None && known {
            return inner;
        }
    }
    class
}

/// Whether the word at `at` can have a value beside it: the cheap question before its line is opened.
pub fn is_suspect(text: &[u8], at: usize) -> bool {
    if text[at] == b'$' {
        return true;
    }
    if !text[at].is_ascii() {
        return foreign::is_suspect(text, at);
    }
    let word = |word: &[u8]| matches_word(text, at, word);
    if word(b"iden") && matches_word(text, at, b"identified") {
        return true;
    }
    if word(b"box") {
        return at > 0 && matches!(text[at - 1], b' ' | b'.');
    }
    let key = key_around(text, at);
    if word(b"curl") {
        return true;
    }
    if word(b"mysq") || word(b"psex") {
        return cli::has_arguments(text, key.end) || text.get(key.end) == Some(&b'(') || word(b"psex");
    }
    if word(b"logi") && text[key.end..].starts_with(b" ") && separator(text, key.end).is_none() {
        return text[key.end..].starts_with(b" -") || text[..key.start].ends_with(b"vault ");
    }
    if word(b"unse") || word(b"auth") && header::is_mail_login(text, key.end) {
        return true;
    }
    // `contrase\u00f1a`
    let behind = text[key.end..].iter().find(|&&byte| byte != b'\\');
    if word(b"rase") && text.get(key.end) == Some(&b'\\') && behind == Some(&b'u') {
        return true;
    }
    if takes_arguments(text, at) {
        return cli::Arguments::behind(&text[key.start..key.end]).is_some() && cli::has_arguments(text, key.end);
    }
    if [&b"sshpass"[..], b"htpasswd"].iter().any(|name| text[key.start..key.end].eq_ignore_ascii_case(name)) {
        return cli::has_arguments(text, key.end);
    }
    if is_column(text, key.end) && classify(text, key.start, key.end, at) != KeyClass::None {
        return true;
    }
    let space = text.get(key.end) == Some(&b' ') || text[key.end..].starts_with(b"%20");
    let colon = text[key.end..].starts_with(b": ");
    if space || colon {
        if word(b"seed") || word(b"mnem") || word(b"phra") {
            return true;
        }
        let schemes = word(b"bear")
            || word(b"basi")
            || word(b"digs")
            || word(b"nego")
            || word(b"ssws")
            || word(b"toke")
            || word(b"apik")
            || word(b"key");
        if schemes {
            let behind = spaces(text, key.end + 1);
            let next = &text[behind..text.len().min(behind + 64)];
            let len = next.iter().take_while(|&&byte| header::is_credential_byte(byte)).count();
            if len >= 10
                && (len >= 32
                    || next[..len]
                        .iter()
                        .any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || *byte == b'='))
            {
                return true;
            }
        }
    }
    let Some(&next) = text.get(key.end) else { return false };
    let classed = |end: usize| classify(text, key.start, end, at) != KeyClass::None;
    match next {
        b'&' | 0xC2 | 0xEF => classed(key.end),
        b'=' | b':' | b'%' | b'>' | b'[' | b'!' => {
            classed(key.end) || query::query_name(text, &key) || next != b'>' && schemes_colon(text, &key)
        }
        b'?' | b'+' | b'|' => assigns_by_sign(text, key.end) && classed(key.end),
        b'(' => classed(key.end),
        // Erlang and Elixir: `{password, "x"}`, `{:password, "x"}`
        b',' => pair::in_tuple(text, &key) && classed(key.end),
        b'"' | b'\'' | b'`' | b'\\' | b']' | b')' => pair::quoted_is_suspect(text, &key) && classed(key.end),
        0x1B => classed(key.end),
        b' ' | b'\t' => {
            let behind = spaces(text, key.end);
            match text.get(behind) {
                None => false,
                Some(b'=' | b':' | b'"' | b'\'' | b'-' | b'(' | b')' | b'>' | b'!' | b'\\' | 0x1B) => classed(key.end),
                Some(b'?' | b'+' | b'|' | b'.') if assigns_by_sign(text, behind) => classed(key.end),
                Some(_) if pair::opens_tag(text, &key) || said::prompted(text, key.start) => classed(key.end),
                Some(_) if key.dashed => classed(key.end),
                Some(_) => {
                    if let Some(end) = words_behind(text, key.end).or_else(|| number_behind(text, key.end))
                        && classed(end)
                    {
                        return true;
                    }
                    let no_number = [&b"sess"[..], b"auth", b"toke", b"pass", b"secr", b"cred", b"cook"]
                        .iter()
                        .any(|stem| word(stem))
                        && !word(b"passp");
                    let class = || classify(text, key.start, key.end, at);
                    !said::is_prose_behind(text, &key) && said::is_suspect(text, &key, class, behind, no_number)
                }
            }
        }
        _ => query::query_name(text, &key),
    }
}

/// Whether a sign and `=` stand at `at`: `?=`, `+=`, `.=`, `||=`, `??=`.
fn assigns_by_sign(text: &[u8], at: usize) -> bool {
    let rest = &text[at..];
    matches!(rest, [b'?' | b'+' | b'.', b'=', ..]) || rest.starts_with(b"||=") || rest.starts_with(b"??=")
}

fn schemes_colon(text: &[u8], key: &Key) -> bool {
    text[key.start..key.end].eq_ignore_ascii_case(b"bearer")
}

/// `key<separator>value`.
fn assigned(found: &mut Found, class: KeyClass, key: &Key, kind: Separator, behind: usize, hidden: (usize, usize)) {
    let text = found.text;
    if kind == Separator::Tag {
        // `-u <user:password> https://…` is no tag of a namespace.
        if key.start > 0 && text[key.start - 1] == b':' && text[key.end..].starts_with(b"> ") {
            return;
        }
        return pair::tagged(found, class, key, behind);
    }
    if behind >= text.len() {
        return;
    }
    let in_json = text.get(key.end) == Some(&b'"');
    // What an outer value hid already up to a blank has nothing more to say, and must not be walked again.
    if (hidden.0..hidden.1).contains(&behind)
        && !matches!(text[behind], b'"' | b'\'' | b'`' | b'\\')
        && text.get(hidden.1).is_none_or(|&byte| byte <= b' ' || matches!(byte, b'"' | b'\''))
    {
        return;
    }
    if kind == Separator::Colon && (behind == key.end + 1 && is_coordinate(text, key.start) || names_logger(text, key))
        || names_handle(text, key, behind)
    {
        return;
    }
    let behind = match kind {
        Separator::Colon => code::behind_type(text, behind).unwrap_or(behind),
        _ => behind,
    };
    if class == KeyClass::Authorization {
        if value::value_at(text, behind, false).is_some_and(|value| code::is_code(text, key, kind, &value, class)) {
            return;
        }
        let (start, stop, carrier) = match value::quoted_at(text, behind) {
            Some(value) => (value.start, value.end, Carrier::Bare),
            _ => (behind, header::line_end(found, behind, key.start), Carrier::Bare),
        };
        keyed::judge(found, class, start, stop, carrier);
        return;
    }
    if class == KeyClass::Cookie {
        let (start, stop) = match value::quoted_at(text, behind) {
            Some(value) => (value.start, value.end),
            _ => (behind, header::line_end(found, behind, key.start)),
        };
        header::cookie(found, start, stop);
        return;
    }
    let secret = matches!(class, KeyClass::Secret | KeyClass::Doubtful | KeyClass::Maybe);
    let behind =
        match if (secret || class == KeyClass::Pin) && text[behind].is_ascii_alphabetic() || text[behind] == b'<' {
            call::unwrap(text, behind)
        } else {
            call::Wrapped::No
        } {
            call::Wrapped::No => behind,
            call::Wrapped::Literal(quote) => quote,
            call::Wrapped::Lookup => return,
        };
    let long = found.walked.bare;
    let inside = (long.0..long.1).contains(&behind) && !matches!(text[behind], b'"' | b'\'' | b'`' | b'\\');
    let value = if inside {
        Value { start: behind, end: long.1, quote: 0 }
    } else {
        let Some(value) = value::value_at(text, behind, kind == Separator::Encoded) else { return };
        if value.quote == 0 && value.end - value.start > LONG {
            found.walked.bare = (value.start, value.end);
        }
        value
    };
    if key.dashed && said::is_metavariable(&text[value.start..value.end])
        || secret && value.quote != 0 && code::names_itself(&text[key.start..key.end], &text[value.start..value.end])
        || (secret || class == KeyClass::Pin) && !inside && code::is_code(text, key, kind, &value, class)
    {
        return;
    }
    let value = match class {
        KeyClass::Card
        | KeyClass::Phone
        | KeyClass::Ssn
        | KeyClass::Iban
        | KeyClass::Account
        | KeyClass::SortCode
        | KeyClass::BirthDate
            if value.quote == 0 =>
        {
            match class {
                KeyClass::BirthDate => named_date(text, value).unwrap_or_else(|| numeral(text, class, value)),
                _ => numeral(text, class, value),
            }
        }
        KeyClass::Identity { row, .. } if value.quote == 0 => {
            Value { end: identity::further(text, row, value.start, value.end), ..value }
        }
        // `first_name=Ada`: behind a colon a sentence may stand.
        KeyClass::Name if value.quote == 0 && kind == Separator::Colon => return,
        KeyClass::Name if value.quote == 0 => further_names(text, value),
        _ => value,
    };
    if value.start >= value.end && value.quote == 0 {
        return;
    }
    let bracketed = value.quote == 0 && matches!(text[value.start], b'{' | b'[');
    if bracketed && class != KeyClass::Secret {
        if text[value.start] == b'[' && secret {
            list::elements(found, class, &value);
        }
        return;
    }
    // The scope of an AWS signature names its key, which goes by its own rule.
    if text[key.start..key.end].ends_with(b"redential")
        && memchr::memmem::find(&text[value.start..value.end.min(value.start + 128)], b"aws4_request").is_some()
    {
        return;
    }
    // A code's comparison; a bare word there is another variable.
    let separated = &text[key.end..behind];
    let compared = separated.contains(&b'!') || memchr::memmem::find(separated, b"==").is_some();
    let judged = &text[value.start..value.end];
    let mixed = judged.iter().any(u8::is_ascii_digit) && judged.iter().any(u8::is_ascii_alphabetic);
    // `token == "lambda"`: a token of a parser's.
    let parsed = class == KeyClass::Doubtful && text[key.start..key.end].to_ascii_lowercase().ends_with(b"token");
    let kind_of = compared && parsed && judged.len() < 12 && !judged.iter().any(u8::is_ascii_digit);
    if value.quote != 0 && (kind_of || code::closes_string(text, key.start, value.start - 1)) {
        return;
    }
    if value.quote == 0 && compared && (!mixed || judged.starts_with(b"0x")) {
        return;
    }
    let version = judged.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    // A module's name and its version; HTML's `accesskey="n"`.
    if text[..key.start].ends_with(b"::") && (class != KeyClass::Secret || version)
        || value.end - value.start == 1 && &text[key.start..key.end] == b"accesskey"
    {
        return;
    }
    if value.quote == 0 && kind == Separator::Colon && said::is_prose(text, &value, class, key) {
        return;
    }
    if in_json && value.quote == 0 && !bracketed && matches!(class, KeyClass::Secret | KeyClass::Doubtful) {
        // A bare value behind a quoted key: JSON that is cut off or mixed with text. Keep it valid.
        let scalar = &text[value.start..value.end];
        if scalar.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'))
            || matches!(scalar, b"true" | b"false")
        {
            keyed::judge(found, class, value.start, value.end, Carrier::Scalar);
            return;
        }
    }
    let carrier = if value.quote != 0 { Carrier::Quoted } else { Carrier::Bare };
    let hit = keyed::judge(found, class, value.start, value.end, carrier);
    if value.quote != 0 && secret {
        said::changed_to(found, &value);
    }
    if hit && matches!(class, KeyClass::Secret) {
        connection::connection_string(found, key.start, value.end);
    }
}

/// Takes the names behind a bare one into it: `full_name=Ada Lovelace`.
fn further_names(text: &[u8], value: Value) -> Value {
    let mut end = value.end;
    for _ in 0..2 {
        let rest = &text[end..];
        let word = rest.iter().skip(1).take(24).take_while(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80).count();
        let behind = rest.get(1 + word).copied().unwrap_or(b' ');
        let name = rest.first() == Some(&b' ') && word > 1 && rest[1].is_ascii_uppercase();
        if !name
            || !rest[2..=word].iter().all(|byte| byte.is_ascii_lowercase() || *byte >= 0x80)
            || matches!(behind, b'=' | b':' | b'_' | b'.')
        {
            break;
        }
        end += 1 + word;
    }
    Value { end, ..value }
}

/// A date with the name of a month, of three words: `March 12, 1987`.
fn named_date(text: &[u8], value: Value) -> Option<Value> {
    let mut end = value.end;
    for _ in 0..2 {
        if text.get(end) == Some(&b',') {
            end += 1;
        }
        if text.get(end) != Some(&b' ') {
            return None;
        }
        let word = text[end + 1..].iter().take(12).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        end += 1 + word;
    }
    checks::date::birth_date(&text[value.start..end]).then_some(Value { end, ..value })
}

/// Whether the key is a class with its package, which a logger puts before its message: `org.example.auth.Token: `.
fn names_logger(text: &[u8], key: &Key) -> bool {
    let name = &text[key.start..key.end];
    let mut parts = name.rsplit(|&byte| byte == b'.');
    let class = parts.next().is_some_and(|class| class.first().is_some_and(u8::is_ascii_uppercase));
    let package =
        |part: &[u8]| part.first().is_some_and(u8::is_ascii_lowercase) && !part.iter().any(u8::is_ascii_uppercase);
    class && text[key.end..].starts_with(b": ") && parts.clone().count() >= 2 && parts.all(package)
}

/// Whether the value is a number of 64 bits under a session's name: a handle inside a cluster, no one's log-in.
fn names_handle(text: &[u8], key: &Key, at: usize) -> bool {
    let Some(digits) = text[at..].strip_prefix(b"0x") else { return false };
    let len = digits.iter().take(20).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let ends = digits.get(len).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let name = text[key.start..key.end].to_ascii_lowercase();
    (1..=16).contains(&len) && ends && memchr::memmem::find(&name, b"session").is_some()
}

/// Whether the word around `at` names a package and its version, as builds do: `com.auth0:java-jwt:jar:4.4.0:compile`.
fn is_coordinate(text: &[u8], at: usize) -> bool {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':');
    let start = at - text[..at].iter().rev().take(96).take_while(|byte| part(byte)).count();
    let len = text[start..].iter().take(192).take_while(|byte| part(byte)).count();
    let word = &text[start..start + len];
    let mut parts = word.split(|&byte| byte == b':');
    let version = |part: &[u8]| {
        part.first().is_some_and(u8::is_ascii_digit)
            && part.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count() >= 3
            && part.contains(&b'.')
    };
    let group = parts.next().is_some_and(|group| group.contains(&b'.') && group[0].is_ascii_lowercase());
    group && parts.clone().count() >= 2 && parts.clone().all(|part| !part.is_empty()) && parts.skip(1).any(version)
}

/// Lets a bare value take further groups of digits (`4111 1111 1111 1111`), and drops what trails them.
fn numeral(text: &[u8], class: KeyClass, value: Value) -> Value {
    // How many digits are enough: what stands behind them is another number.
    let enough = match class {
        KeyClass::Card => 15,
        KeyClass::Phone => 10,
        KeyClass::Ssn => 9,
        KeyClass::SortCode => 6,
        KeyClass::Account => 8,
        _ => 34,
    };
    let digitish = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'(' | b')' | b'+' | b'-' | b'.' | b'/' | b'*');
    let mut end = value.end;
    if !text[value.start..].first().is_some_and(|&byte| digitish(byte))
        && !text[value.start..].first().is_some_and(u8::is_ascii_uppercase)
    {
        return value;
    }
    while text.get(end) == Some(&b' ') {
        let group = text[end + 1..].iter().take_while(|&&byte| digitish(byte)).count();
        let ends = text.get(end + 1 + group).is_none_or(|&byte| !byte.is_ascii_alphanumeric() && byte != b':');
        let digits = text[value.start..end].iter().filter(|byte| byte.is_ascii_digit() || **byte == b'*').count();
        if group == 0 || !ends || digits >= enough || end - value.start > 40 {
            break;
        }
        end += 1 + group;
    }
    while end > value.start && matches!(text[end - 1], b'.' | b'-' | b'(' | b'/' | b' ') {
        end -= 1;
    }
    Value { end, ..value }
}
