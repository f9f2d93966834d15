//! `validate-config --schema`: what the schema takes and refuses is what pake takes and refuses, as far as a schema can say.

use serde_json::{Value, json};

use pake::config::load::{Syntax, parse};
use pake::config::node::{Node, Value as Held};
use pake::config::{json_schema, manual, schema};
use pake::input::Origin;

use crate::harness::Place;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/configs");

/// A fixture as JSON.
fn fixture(name: &str) -> Value {
    let text = std::fs::read_to_string(format!("{FOLDER}/{name}.yaml")).unwrap();
    plain(&parse(Origin::Stdin, Syntax::Yaml, &text).root)
}

fn plain(node: &Node) -> Value {
    match &node.value {
        Held::Null => Value::Null,
        Held::Bool(yes) => json!(yes),
        Held::Number(text) => serde_json::from_str(text).unwrap(),
        Held::Text { text, .. } => json!(text),
        Held::List(elements) => elements.iter().map(plain).collect(),
        Held::Map(entries) => entries.iter().map(|(name, value)| (name.text.clone(), plain(value))).collect(),
    }
}

#[test]
fn it_takes_what_is_valid_and_refuses_what_it_can_know_to_be_wrong() {
    let schema = jsonschema::validator_for(&json_schema()).unwrap();
    assert!(schema.is_valid(&fixture("valid")), "{:?}", schema.iter_errors(&fixture("valid")).next());
    for name in [
        "unknown-key",
        "wrong-type",
        "missing-key",
        "unit-missing",
        "out-of-range",
        "unknown-choice",
        "bad-unit",
        "bad-time",
        "bad-gate",
        "bad-id",
    ] {
        assert!(!schema.is_valid(&fixture(name)), "{name}");
    }
    // What only pake can know: whether patterns compile, which detectors there are, what contradicts what.
    for name in ["contradiction", "no-effect", "costly", "match-fails", "retention-too-short", "bad-pattern"] {
        assert!(schema.is_valid(&fixture(name)), "{name}: {:?}", schema.iter_errors(&fixture(name)).next());
    }
}

#[test]
fn every_sample_of_the_manual_is_valid() {
    let validator = jsonschema::validator_for(&json_schema()).unwrap();
    schema::walk(schema::ROOT, "", &mut |path, key| {
        if key.sample.is_empty() || path.contains("[]") || path.contains("business_hours") {
            return;
        }
        let text = path.split('.').enumerate().fold(String::new(), |text, (depth, name)| {
            format!(
                "{text}{}{name}:{}",
                "  ".repeat(depth),
                if path.split('.').count() == depth + 1 { " " } else { "\n" }
            )
        });
        let config = plain(&parse(Origin::Stdin, Syntax::Yaml, &format!("{text}{}\n", key.sample)).root);
        assert!(validator.is_valid(&config), "{path}: {config}");
    });
}

#[test]
fn schema_and_manual_are_printed() {
    let place = Place::new();
    place.pake("validate-config --schema").prints(format!("{:#}\n", json_schema())).check();
    place.pake("validate-config --manual").prints(manual()).check();
    assert!(manual().contains("- `masking.profile`: one of default, pci, hipaa, gdpr, sox, strict."));
    assert!(manual().contains("Variable: `PAKE_MASKING_PROFILE`."));
}
