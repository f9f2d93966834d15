//! A config's text to its tree: the format by the name, what is secret in it blanked, keys that stand twice noted.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::faults::Faults;
use super::node::{Node, Value};
use super::read;
use super::{blank, json, toml, yaml};
use crate::diagnostics::{Diagnostic, Source, codes};
use crate::input::Origin;

/// The deepest nesting that is read.
pub const MOST_LEVELS: usize = 64;
/// The most values of a config.
pub const MOST_VALUES: usize = 100_000;

/// A config that was read, with what is wrong with its form.
#[derive(Debug)]
pub struct Loaded {
    /// Where it comes from.
    pub origin: Origin,
    /// Its text as it may be shown.
    pub source: Arc<Source>,
    /// Its values; where `whole` is false, those before the fault that stopped the reading.
    pub root: Node,
    /// Whether all of it was read.
    pub whole: bool,
    /// What is wrong with its form.
    pub faults: Vec<Diagnostic>,
}

/// How a config is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// YAML 1.2, of which JSON is a part.
    Yaml,
    /// TOML 1.1.
    Toml,
    /// JSON.
    Json,
}

impl Syntax {
    /// By the ending of a file's name; YAML where it says nothing.
    pub fn of(path: &Path) -> Syntax {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => Syntax::Toml,
            Some("json") => Syntax::Json,
            _ => Syntax::Yaml,
        }
    }
}

/// Reads a config.
///
/// # Errors
/// When there is no text to speak of: it cannot be read, is too large, is not UTF-8.
pub fn load(origin: &Origin) -> Result<Loaded, Diagnostic> {
    let text = read::read(origin)?;
    let syntax = match origin {
        Origin::Stdin => Syntax::Yaml,
        Origin::File(path) => Syntax::of(path),
    };
    Ok(parse(origin.clone(), syntax, &text))
}

/// Makes a tree of a text.
pub fn parse(origin: Origin, syntax: Syntax, text: &str) -> Loaded {
    // Faults are noted against the text as it is, and shown against the blanked one: places are the same.
    let mut faults = Faults::of(&Source::new(origin.to_string(), text));
    let (mut root, whole) = match syntax {
        Syntax::Yaml => yaml::parse(text, &mut faults),
        Syntax::Toml => toml::parse(text, &mut faults),
        Syntax::Json => json::parse(text, &mut faults),
    };
    duplicates(&root, &mut faults);
    if root.value == Value::Null {
        // An empty file is a config that sets nothing.
        root.value = Value::Map(Vec::new());
    }
    let source = Source::new(origin.to_string(), blank::blanked(text, &root));
    let faults = faults.moved_to(&source);
    Loaded { origin, source, root, whole, faults }
}

fn duplicates(node: &Node, faults: &mut Faults) {
    match &node.value {
        Value::List(elements) => elements.iter().for_each(|element| duplicates(element, faults)),
        Value::Map(entries) => {
            let mut first = HashMap::new();
            for (name, value) in entries {
                if let Some(before) = first.insert(name.text.as_str(), &name.span) {
                    let line = faults.place(before).start().line;
                    faults
                        .add(
                            &codes::DUPLICATE_KEY,
                            &name.span,
                            format!("the key `{}` stands twice in this table", name.text),
                        )
                        .label(format!("first in line {line}"))
                        .help("leave out one of the two, or join their values");
                }
                duplicates(value, faults);
            }
        }
        _ => {}
    }
}
