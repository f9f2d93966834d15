//! What the words of a key say of a credential under it.

use super::KeyClass;
use super::identity;
use super::lists::{
    DOUBTFUL, HARMLESS_HEADS, PASSED, PLAIN_KEYS, SECRET, SECRET_ENDS, SECRET_KEYS, TOKEN_KINDS, VENDORS,
};
use super::personal;
use super::words::Words;

/// Judges a key by its head and the word before it.
pub(super) fn class_of(words: &Words) -> KeyClass {
    use KeyClass as C;
    let mut count = words.len();
    let mut hashed = false;
    // Words that say nothing of their own, from the end; never the only word.
    while count > 1 && PASSED.contains(&words.get(count - 1)) {
        hashed |= matches!(
            words.get(count - 1),
            "hash" | "hashed" | "digest" | "default" | "data" | "base" | "string" | "header" | "text"
        );
        count -= 1;
    }
    if count == 0 {
        return C::None;
    }
    let head = words.get(count - 1);
    let before = if count > 1 { words.get(count - 2) } else { "" };
    let before2 = if count > 2 { words.get(count - 3) } else { "" };
    let personal = personal::class_of(words, count, head, before, before2);
    if personal != C::None {
        return personal;
    }
    if let Some(id) = identity::class_of(words) {
        return id;
    }
    match head {
        // Commands and files of accounts.
        "htpasswd" | "kpasswd" | "chpasswd" | "mkpasswd" | "opasswd" | "smbpasswd" => C::None,
        _ if SECRET.contains(&head) || head.len() > 6 && SECRET_ENDS.iter().any(|end| head.ends_with(end)) => C::Secret,
        "phrase" if matches!(before, "pass" | "seed" | "recovery" | "secret" | "mnemonic" | "backup") => C::Secret,
        "word" | "code" | "number" if before == "pass" => C::Secret,
        // What the password is for: `password_db`.
        "db" | "database" | "mysql" | "postgres" | "mongo" | "redis" | "ldap" | "smtp" | "ftp" | "ssh" | "root"
        | "admin"
            if matches!(before, "password" | "passwd" | "pwd" | "passphrase") =>
        {
            C::Secret
        }
        "seed" if matches!(before, "wallet" | "totp" | "otp" | "recovery" | "secret" | "mfa") => C::Secret,
        "words" if matches!(before, "seed" | "recovery" | "mnemonic") => C::Secret,
        "code" | "codes" | "pin"
            if matches!(
                before,
                "otp"
                    | "mfa"
                    | "verification"
                    | "auth"
                    | "authorization"
                    | "authentication"
                    | "login"
                    | "factor"
                    | "fa"
                    | "recovery"
                    | "sms"
                    | "one"
                    | "onetime"
                    | "activation"
                    | "access"
                    | "totp"
                    | "backup"
            ) =>
        {
            C::Pin
        }
        "pin" => C::Pin,
        "id" if before == "key" && before2 == "private" => C::Secret,
        "answer" if matches!(before, "secret" | "security" | "recovery" | "challenge") => C::Secret,
        // `mot de passe`
        "passe" if before == "de" => C::Secret,
        // A name as a rule, a token where a service takes one in its place.
        "login" => C::Maybe,
        "id" if matches!(before, "session" | "sess" | "secret") => {
            if before == "secret" {
                C::Maybe
            } else {
                C::Secret
            }
        }
        "sid" if before == "connect" => C::Secret,
        "session" if before.is_empty() && count == 1 => C::Maybe,
        "session" if !before.is_empty() && count == 2 && words.get(0).is_empty() => C::Maybe,
        "token" | "tokens"
            if matches!(
                before,
                "next"
                    | "page"
                    | "continuation"
                    | "pagination"
                    | "cursor"
                    | "sync"
                    | "resume"
                    | "start"
                    | "stop"
                    | "end"
                    | "cancellation"
                    | "cancel"
                    | "eos"
                    | "bos"
                    | "pad"
                    | "unk"
                    | "special"
                    | "max"
                    | "min"
                    | "prompt"
                    | "completion"
                    | "total"
                    | "first"
                    | "last"
                    | "delimiter"
                    | "punctuation"
                    | "unexpected"
                    | "invalid"
                    | "input"
                    | "output"
                    | "syntax"
            ) =>
        {
            C::None
        }
        // Counts as a rule, and words of a text.
        "tokens" => C::Maybe,
        _ if DOUBTFUL.contains(&head)
            || head.strip_suffix("token").is_some_and(|kind| TOKEN_KINDS.iter().any(|known| kind.ends_with(known))) =>
        {
            C::Doubtful
        }
        "authorization" | "authorisation" => C::Authorization,
        "auth" if matches!(before, "" | "x" | "basic" | "http" | "proxy" | "docker" | "registry") => C::Authorization,
        "auth" => C::Maybe,
        "cookie" | "cookies" => C::Cookie,
        "key" | "keys" => {
            if hashed && before.is_empty() || count == 1 || PLAIN_KEYS.contains(&before) {
                C::None
            } else if SECRET_KEYS.contains(&before) {
                if head == "keys" { C::Doubtful } else { C::Secret }
            } else if VENDORS.binary_search(&before).is_ok() {
                C::Doubtful
            } else {
                C::Maybe
            }
        }
        "dsn" => C::Database,
        "string" | "str" | "url" | "uri" if matches!(before, "connection" | "conn" | "jdbc") => C::Database,
        "connection" if count < words.len() && words.get(count) == "string" => C::Database,
        "conn" if count < words.len() && matches!(words.get(count), "str" | "string") => C::Database,
        "signature" | "sig" if matches!(before, "amz" | "goog" | "x") => C::Doubtful,
        _ if HARMLESS_HEADS.contains(&head) => C::None,
        // An unknown head behind a word that is a secret by itself: it takes the value's looks to tell.
        _ if (0..count).any(|index| SECRET.contains(&words.get(index))) => C::Maybe,
        _ => C::None,
    }
}
