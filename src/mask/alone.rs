//! Which fields are masked without a look at the rest of their entry.
//!
//! What is masked of a value hangs on what it holds, on its key, and seldom on what stands around it: the field that
//! names it (`"name":"password","value":"x"`), a card beside its holder, an object whose key says of all in it that it
//! is secret. Whoever reads a few fields of an entry can have those alone masked that have no such key: the document
//! `{"key":value}` is masked as the field is in its entry.

use std::borrow::Cow;

use super::Masker;
use super::document::holds_cards;
use crate::detect::keys::{self, KeyClass};

impl Masker {
    /// Whether what is masked of values under this name hangs on their key and on them alone, whatever entry they are in.
    /// Each dot of the name may be a level of nesting or a part of a key.
    pub fn masks_alone(&self, name: &str) -> bool {
        let named = !(self.policy.mask_fields.is_empty() && self.policy.keep_fields.is_empty());
        // Own rules can tell `"key": "value"` from `"key":"value"`.
        if named || self.finder.spans_members() || name.bytes().any(|byte| matches!(byte, b'"' | b'\\') || byte < b' ')
        {
            return false;
        }
        // A key that holds a secret itself is read with its mask.
        let document = format!("{{\"{name}\":1}}");
        if let Cow::Owned(_) = self.mask_line(document.as_bytes()) {
            return false;
        }
        let cuts: Vec<usize> = name.match_indices('.').map(|(dot, _)| dot).collect();
        let starts = || std::iter::once(0).chain(cuts.iter().map(|dot| dot + 1));
        starts().all(|start| {
            let own = &name.as_bytes()[start..];
            let around = cuts.iter().filter(|dot| **dot > start).map(|dot| &name.as_bytes()[start..*dot]);
            !keys::is_pair_value(own) && !holds_cards(own) && around.into_iter().all(says_nothing)
        })
    }
}

/// Whether the key of an object says nothing of what is in it.
fn says_nothing(key: &[u8]) -> bool {
    keys::classify(key) == KeyClass::None && !keys::is_pair_value(key) && !matches!(key, b"data" | b"stringData")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::catalogue;
    use crate::entry::aliases::{NAMES, Role};
    use crate::mask::{Policy, Profile};
    use serde_json::{Value, json};

    fn masker() -> Masker {
        Masker::new(Policy::default_profile())
    }

    #[test]
    fn fields_that_hang_on_others_are_told() {
        for name in ["message", "error.type", "error.code", "http.response.status_code", "err.message"] {
            assert!(masker().masks_alone(name), "{name}");
        }
        for name in ["value", "error.name", "password.text", "data.message", "a\"b", "cookies.x", "john@example.com"] {
            assert!(!masker().masks_alone(name), "{name}");
        }
        let policy = |mask: &[String], keep: &[String]| Policy::new(Profile::Default, &[], &[], mask, keep).unwrap();
        let pattern = ["**.x".to_owned()];
        assert!(!Masker::new(policy(&pattern, &[])).masks_alone("message"));
        assert!(!Masker::new(policy(&[], &pattern)).masks_alone("message"));
    }

    /// `{"a":{"b":value}}` for `a.b`.
    fn nest(name: &str, value: &Value) -> Value {
        name.rsplit('.').fold(value.clone(), |inner, key| json!({ key: inner }))
    }

    /// The document with the members of `more` before it, and with those of `behind` in its innermost object.
    fn among(mut document: Value, before: &Value, behind: &Value) -> Value {
        let mut inner = &mut document;
        while inner.as_object().is_some_and(|fields| fields.len() == 1 && fields.values().all(Value::is_object)) {
            inner = inner.as_object_mut().and_then(|fields| fields.values_mut().next()).unwrap();
        }
        for (key, value) in behind.as_object().unwrap() {
            inner.as_object_mut().unwrap().entry(key).or_insert(value.clone());
        }
        let mut all = before.as_object().unwrap().clone();
        all.extend(document.as_object().unwrap().clone());
        Value::Object(all)
    }

    #[test]
    fn a_field_alone_is_masked_as_it_is_among_others() {
        let masker = masker();
        let samples: Vec<&str> = catalogue::all()
            .flat_map(|detector| {
                let matches = detector.matches.iter().map(|sample| sample.text);
                matches.chain(detector.ignores.iter().map(|sample| sample.text))
            })
            .chain([
                "password",
                "it is password",
                "hunter2",
                "secret",
                "Jane Doe",
                "4111111111111111",
                "kind",
                "Secret",
            ])
            .collect();
        let surroundings = [
            json!({}),
            json!({"name": "password", "type": "secret", "kind": "Secret"}),
            json!({"password": "hunter2", "user": {"email": "john@example.com"}, "list": ["--password", "x"]}),
            json!({"card": "4111111111111111", "key": "api_key", "note": "token", "url": "https://a:b@c.example/"}),
            json!({"authorization": "Bearer", "phone": "call +1 415 555 2671", "id": 4111111111111111u64}),
        ];
        let roles = [Role::Message, Role::ErrorMessage, Role::ErrorType, Role::ErrorCode, Role::Status];
        let names = NAMES.iter().filter(|(role, _)| roles.contains(role)).flat_map(|(_, names)| *names);
        let names: Vec<&str> = names.copied().filter(|name| masker.masks_alone(name)).collect();
        assert!(names.len() > 25);
        let mut faults = Vec::new();
        for (index, sample) in samples.iter().enumerate() {
            // Each sample under a few names, in all surroundings; over the catalogue all come together.
            for turn in 0..3 {
                let name = names[(index + turn * 11) % names.len()];
                let last = name.rsplit('.').next().unwrap();
                let alone = json!({ last: sample }).to_string();
                let alone: Value = serde_json::from_slice(&masker.mask_line(alone.as_bytes())).unwrap();
                for (before, behind) in surroundings.iter().zip(surroundings.iter().cycle().skip(index % 5)) {
                    let entry = among(nest(name, &json!(sample)), before, behind).to_string();
                    let masked: Value = serde_json::from_slice(&masker.mask_line(entry.as_bytes())).unwrap();
                    let found = name.split('.').fold(&masked, |inner, key| &inner[key]);
                    if *found != alone[last] {
                        faults.push(format!("{entry}\n  among {found}, alone {}", alone[last]));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
    }
}
