//! Field paths as they may be shown: the keys in them may hold what is masked elsewhere.

use std::borrow::Cow;

use crate::mask::Masker;

/// `path` without a value that `masker` would mask in the log: an object's key can be an e-mail
/// address or a token. It is masked as a whole and then key by key, since the dots that join keys
/// can hide a value from a rule, and a value can hold dots.
pub fn shown<'a>(path: &'a str, masker: &Masker) -> Cow<'a, str> {
    let whole = mask(path, masker);
    let keys: Vec<Cow<str>> = whole.split('.').map(|key| mask(key, masker)).collect();
    if keys.iter().all(|key| matches!(key, Cow::Borrowed(_))) {
        return whole;
    }
    Cow::Owned(keys.join("."))
}

fn mask<'a>(text: &'a str, masker: &Masker) -> Cow<'a, str> {
    // As a JSON string: a key is text, also where it is all digits or looks like a document.
    let quoted = serde_json::Value::from(text).to_string();
    match masker.mask_line(quoted.as_bytes()) {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        // What was valid JSON still is; if ever not, nothing is shown.
        Cow::Owned(masked) => Cow::Owned(serde_json::from_slice(&masked).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::Policy;

    #[test]
    fn keys_are_shown_without_what_is_sensitive_in_them() {
        let masker = Masker::new(Policy::default_profile());
        for (path, expected) in [
            ("", ""),
            ("user.email", "user.email"),
            ("users.john@example.com.password", "u***@example.com.password"),
            ("4111111111111111.token", "4111********1111.token"),
            ("a.postgres://u:p@h/d.b", "a.postgres://********@****/****.b"),
            ("password=hunter2.x", "password=********"),
        ] {
            assert_eq!(shown(path, &masker), expected);
        }
    }
}
