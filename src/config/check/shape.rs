//! Keys that there are and keys that there are not; values of the right type.

use super::super::faults::Faults;
use super::super::load::Loaded;
use super::super::node::{Name, Node, Value};
use super::super::schema::{self, Key, Kind};
use super::value;
use crate::diagnostics::{codes, nearest};

/// Checks the whole tree against the schema.
pub fn check(loaded: &Loaded, faults: &mut Faults) {
    if !matches!(loaded.root.value, Value::Map(_)) {
        faults
            .add(
                &codes::WRONG_TYPE,
                &loaded.root.span,
                format!("a config is a table of keys, not {}", loaded.root.value.kind()),
            )
            .help("it begins with a key, such as `masking:`");
        return;
    }
    Shape { loaded, faults }.table(&loaded.root, schema::ROOT, "");
}

struct Shape<'a, 'f> {
    loaded: &'a Loaded,
    faults: &'f mut Faults,
}

impl Shape<'_, '_> {
    fn table(&mut self, node: &Node, keys: &'static [Key], path: &str) {
        for (name, value) in node.entries() {
            if self.faults.is_full() {
                return;
            }
            match keys.iter().find(|key| key.name == name.text) {
                Some(key) => self.value(value, &key.kind, &joined(path, key.name)),
                None => self.unknown(name, keys, path),
            }
        }
        for key in keys.iter().filter(|key| key.needed && node.get(key.name).is_none()) {
            // A table that was cut off by a fault may have had it.
            if self.loaded.whole {
                let at = node.entries().first().map_or(node.span.clone(), |(name, _)| name.span.clone());
                self.faults
                    .add(&codes::MISSING_KEY, &at, format!("`{}` is missing in {}", key.name, shown(path)))
                    .help(format!("{}: {}", key.name, key.sample));
            }
        }
    }

    fn unknown(&mut self, name: &Name, keys: &[Key], path: &str) {
        let near = nearest(&name.text, keys.iter().map(|key| key.name));
        let elsewhere = || {
            let mut found = None;
            schema::walk(schema::ROOT, "", &mut |full, key| {
                // Two keys of the same name say nothing about which is meant.
                if key.name == name.text && !full.contains("[]") {
                    found = if found.is_none() { Some(Some(full.to_owned())) } else { Some(None) };
                }
            });
            found.flatten()
        };
        let help = match near {
            _ if name.text == "<<" => {
                Some("merge keys are not read: write the keys out, repeat a whole value by `key: *name`, or put what differs under `environments`".to_owned())
            }
            Some(near) => Some(format!("did you mean `{near}`?")),
            None => match elsewhere() {
                Some(full) => Some(format!("there is a key `{full}`")),
                None if keys.len() <= 9 => {
                    let names: Vec<String> = keys.iter().map(|key| format!("`{}`", key.name)).collect();
                    Some(format!("there are {}", names.join(", ")))
                }
                None => None,
            },
        };
        self.faults
            .add(&codes::UNKNOWN_KEY, &name.span, format!("there is no key `{}` in {}", name.text, shown(path)))
            .maybe_help(help);
    }

    fn value(&mut self, node: &Node, kind: &'static Kind, path: &str) {
        match (kind, &node.value) {
            // A key with nothing behind it, as `masking:` alone, sets nothing.
            (Kind::Table(_) | Kind::List(_) | Kind::Several(_) | Kind::Entries(..), Value::Null) => {}
            (Kind::Table(keys), Value::Map(_)) => self.table(node, keys, path),
            (Kind::List(inner), Value::List(elements)) => {
                elements.iter().for_each(|element| self.value(element, inner, &format!("{path}[]")))
            }
            (Kind::Several(inner), Value::List(elements)) => {
                elements.iter().for_each(|element| self.value(element, inner, path))
            }
            (Kind::Several(inner), _) => self.value(node, inner, path),
            (Kind::Entries(key, inner), Value::Map(entries)) => {
                for (name, value) in entries {
                    let named =
                        Node { span: name.span.clone(), value: Value::Text { text: name.text.clone(), bare: false } };
                    value::check(self.loaded, &named, key, path, self.faults);
                    self.value(value, inner, &joined(path, &name.text));
                }
            }
            (Kind::Table(keys), _) => {
                let names: Vec<&str> = keys.iter().take(3).map(|key| key.name).collect();
                self.wrong(node, path, "a table", format!("a table has keys: {}, …", names.join(", ")))
            }
            (Kind::Entries(..), _) => self.wrong(node, path, "a table", "a table has keys with values".to_owned()),
            (Kind::List(_), Value::Text { text, .. } | Value::Number(text)) => {
                self.wrong(node, path, "a list", format!("[{}]", text.replace(',', ", ").replace(",  ", ", ")))
            }
            (Kind::List(_), _) => self.wrong(
                node,
                path,
                "a list",
                "a list is written `[one, two]`, or with a `- ` before each".to_owned(),
            ),
            _ => value::check(self.loaded, node, kind, path, self.faults),
        }
    }

    fn wrong(&mut self, node: &Node, path: &str, wanted: &str, help: String) {
        let said = format!("`{path}` is {wanted}, not {}", node.value.kind());
        self.faults.add(&codes::WRONG_TYPE, &node.span, said).help(help);
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn shown(path: &str) -> String {
    if path.is_empty() { "the config".to_owned() } else { format!("`{path}`") }
}
