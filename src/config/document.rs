//! The schema for programs and for people: JSON Schema, and a section of the manual.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::gate;
use super::layers::{can_be_a_variable, variable};
use super::schema::{self, Key, Kind};
use crate::detect::catalogue;

/// The JSON Schema (draft 2020-12) of a config.
pub fn json_schema() -> Value {
    let mut schema = table(schema::ROOT);
    let object = schema.as_object_mut().expect("a table is an object");
    object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    object.insert("title".to_owned(), json!("pake"));
    object.insert("description".to_owned(), json!("Configuration of pake"));
    schema
}

fn table(keys: &[Key]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut one = of(&key.kind);
        let object = one.as_object_mut().expect("every kind is an object");
        object.insert("description".to_owned(), json!(key.about));
        if !key.default.is_empty() {
            object.insert("default".to_owned(), sample(key.default));
        }
        properties.insert(key.name.to_owned(), one);
    }
    let needed: Vec<&str> = keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
    let mut object = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !needed.is_empty() {
        object["required"] = json!(needed);
    }
    object
}

/// A value as it is written in YAML: a word, or a list of words and numbers.
fn sample(text: &str) -> Value {
    let one = |word: &str| serde_json::from_str(word).unwrap_or_else(|_| json!(word));
    match text.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => list.split(',').map(|word| one(word.trim())).collect(),
        None => one(text),
    }
}

fn of(kind: &Kind) -> Value {
    match kind {
        Kind::Text | Kind::Path | Kind::File | Kind::Domain | Kind::Field | Kind::Name => {
            json!({"type": "string", "minLength": 1})
        }
        Kind::Line => json!({"type": "string"}),
        Kind::Pattern => json!({"type": "string", "minLength": 1, "format": "regex"}),
        Kind::Choice(words) => json!({"enum": words}),
        Kind::Percentile => json!({"type": "number", "exclusiveMinimum": 0, "maximum": 100}),
        Kind::Duration => {
            json!({"type": "string", "pattern": r"^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h|d|w|y))+$", "examples": ["250ms", "90d"]})
        }
        Kind::Time => json!({"type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9](:00)?$"}),
        Kind::Zone => json!({"type": "string", "examples": ["UTC", "+02:00", "Europe/Berlin"]}),
        // Ids of own rules are no part of the schema, so that a list is a help and no limit.
        Kind::Detector => {
            let ids: Vec<&str> = catalogue::all().map(|detector| detector.id).collect();
            json!({"type": "string", "anyOf": [{"enum": ids}, {"pattern": ID}]})
        }
        Kind::Gate => json!({"type": "string", "pattern": format!("^ *(p[0-9.]+|{})", gate::measures().join("|"))}),
        Kind::Id => json!({"type": "string", "pattern": ID}),
        Kind::Several(inner) => json!({"anyOf": [of(inner), {"type": "array", "items": of(inner)}, {"type": "null"}]}),
        Kind::List(inner) => json!({"type": ["array", "null"], "items": of(inner)}),
        Kind::Table(keys) => {
            let mut object = table(keys);
            object["type"] = json!(["object", "null"]);
            object
        }
        Kind::Entries(_, inner) => json!({"type": ["object", "null"], "additionalProperties": of(inner)}),
    }
}

const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// Every key with what it takes and what it means, as the manual has it: lines of Markdown.
pub fn manual() -> String {
    let mut text = String::new();
    schema::walk(schema::ROOT, "", &mut |path, key| {
        let _ = write!(text, "- `{path}`: {}", takes(&key.kind));
        if key.needed {
            text.push_str(", needed");
        }
        let _ = write!(text, ". {}", key.about);
        if !key.default.is_empty() {
            let _ = write!(text, " Default: `{}`.", key.default);
        }
        if can_be_a_variable(path, key) {
            let _ = write!(text, " Variable: `{}`.", variable(path));
        }
        if !key.sample.is_empty() {
            let _ = write!(text, " Example: `{}: {}`.", key.name, key.sample);
        }
        text.push('\n');
    });
    text
}

/// The same as a manual page in section 5; `source` is what it names as its source.
pub fn man_page(source: &str) -> String {
    // A backslash is roff's escape, and a dot or a quote at a line's start its command.
    let plain = |text: &str| format!("\\&{}", text.replace('\\', "\\e").replace('-', "\\-"));
    let mut page = format!(".TH pake\\-config 5 \"\" \"{source}\" \"File Formats\"\n");
    page += ".SH NAME\npake\\-config \\- the configuration of pake\n.SH DESCRIPTION\n";
    page += "\\&pake.yaml, pake.toml or pake.json; see pake\\-validate\\-config(1) for how it is found and checked.\n";
    page += ".SH KEYS\n";
    schema::walk(schema::ROOT, "", &mut |path, key| {
        let needed = if key.needed { ", needed" } else { "" };
        let _ = writeln!(page, ".TP\n\\fB{}\\fR ({}{needed})", plain(path), plain(&takes(&key.kind)));
        let _ = writeln!(page, "{}", plain(key.about));
        if !key.default.is_empty() {
            let _ = writeln!(page, "{}", plain(&format!("Default: {}.", key.default)));
        }
        if can_be_a_variable(path, key) {
            let _ = writeln!(page, "{}", plain(&format!("Variable: {}.", variable(path))));
        }
        if !key.sample.is_empty() {
            let _ = writeln!(page, ".br\n{}", plain(&format!("{}: {}", key.name, key.sample)));
        }
    });
    page + ".SH SEE ALSO\npake\\-validate\\-config(1), pake\\-explain(1), pake\\-detectors(1)\n"
}

fn takes(kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Line => "a text".to_owned(),
        Kind::Choice(words) => format!("one of {}", words.join(", ")),
        Kind::Percentile => "a percentile".to_owned(),
        Kind::Duration => "a duration with its unit".to_owned(),
        Kind::Time => "a time of day".to_owned(),
        Kind::Zone => "a time zone".to_owned(),
        Kind::Path => "a path or a pattern of paths".to_owned(),
        Kind::File => "a path".to_owned(),
        Kind::Field | Kind::Name => "a field".to_owned(),
        Kind::Detector => "a detector".to_owned(),
        Kind::Domain => "a domain".to_owned(),
        Kind::Gate => "a gate".to_owned(),
        Kind::Pattern => "a pattern".to_owned(),
        Kind::Id => "an id".to_owned(),
        Kind::Several(inner) => format!("{}, or a list", takes(inner)),
        Kind::List(Kind::Table(_)) => "a list of tables".to_owned(),
        Kind::List(inner) => format!("a list: {}", takes(inner)),
        Kind::Table(_) => "a table".to_owned(),
        Kind::Entries(key, inner) => format!("a table: {} and {}", takes(key), takes(inner)),
    }
}
