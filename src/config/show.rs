//! The effective configuration: each value that holds, and where it comes from.

use std::fmt::Write;

use serde_json::{Value as Json, json};

use super::layers::{From, Layers};
use super::load::{Syntax, parse};
use super::node::{Node, Value};
use super::schema::{self, Key, Kind};
use crate::detect::keys::{self, KeyClass};
use crate::input::Origin;

/// One value that holds.
struct Row {
    path: String,
    value: Json,
    from: From,
}

impl Layers {
    /// The effective configuration as lines for people: key, value, origin.
    pub fn show(&self) -> String {
        let rows = self.rows();
        let shown: Vec<(String, String, String)> =
            rows.iter().map(|row| (row.path.clone(), written(&row.value), said(&row.from))).collect();
        let width = |of: fn(&(String, String, String)) -> &String| {
            shown.iter().map(|row| of(row).chars().count()).filter(|width| *width <= 48).max().unwrap_or(0)
        };
        let (keys, values) = (width(|row| &row.0), width(|row| &row.1));
        let mut text = String::new();
        for (key, value, from) in &shown {
            let _ = writeln!(text, "{key:keys$}  {value:values$}  {from}");
        }
        text
    }

    /// The same for programs.
    pub fn show_json(&self) -> String {
        let values: Vec<Json> = self.rows().iter().map(object).collect();
        let file = self.file.as_ref().map(|file| file.origin.to_string());
        let environment = self.environment.as_ref().map(|(name, _)| name);
        format!("{:#}\n", json!({"schema": 1, "file": file, "environment": environment, "values": values}))
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        schema::walk(schema::ROOT, "", &mut |path, key| {
            if path == "environment" {
                if let Some((name, from)) = &self.environment {
                    rows.push(Row { path: path.to_owned(), value: json!(name), from: from.clone() });
                }
            } else if let (Kind::Entries(..), false) = (key.kind, path == "environments") {
                for (name, node) in self.entries(path) {
                    let Some(place) = self.place(node) else { continue };
                    rows.push(Row {
                        path: format!("{path}.{name}"),
                        value: plain(node, false),
                        from: From::File(place),
                    });
                }
            } else if is_leaf(path, key) {
                rows.extend(self.row(path, key));
            }
        });
        rows
    }

    fn row(&self, path: &str, key: &Key) -> Option<Row> {
        let path = path.to_owned();
        if let Some((node, from)) = self.get(&path) {
            return Some(Row { path, value: plain(node, false), from });
        }
        if key.default.is_empty() {
            return None;
        }
        let default = parse(Origin::Stdin, Syntax::Yaml, key.default).root;
        Some(Row { path, value: plain(&default, false), from: From::Default })
    }
}

/// Whether a key holds a value as a whole.
fn is_leaf(path: &str, key: &Key) -> bool {
    !path.contains("[]") && !matches!(key.kind, Kind::Table(_) | Kind::Entries(..))
}

/// A value as JSON; what stands under keys that name secrets as stars.
fn plain(node: &Node, secret: bool) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        _ if secret => json!("********"),
        Value::Bool(yes) => json!(yes),
        // Numbers keep their text where JSON can hold it.
        Value::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        Value::Text { text, .. } => json!(text),
        Value::List(elements) => elements.iter().map(|element| plain(element, false)).collect(),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let secret = keys::classify(name.text.as_bytes()) == KeyClass::Secret;
                (name.text.clone(), plain(value, secret))
            });
            Json::Object(entries.collect())
        }
    }
}

/// A value in one line; rules by their ids.
fn written(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(elements) => {
            let one = |element: &Json| match element.get("id") {
                Some(id) => written(id),
                None => written(element),
            };
            format!("[{}]", elements.iter().map(one).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn said(from: &From) -> String {
    match from {
        From::Default => "default".to_owned(),
        From::File(place) => format!("{}:{}", place.source().name(), place.start().line),
        From::Variable(name) => name.clone(),
        From::Flag(flag) => (*flag).to_owned(),
    }
}

fn object(row: &Row) -> Json {
    let from = match &row.from {
        From::Default => json!({"kind": "default"}),
        From::File(place) => {
            json!({"kind": "file", "file": place.source().name(), "line": place.start().line, "column": place.start().column})
        }
        From::Variable(name) => json!({"kind": "variable", "name": name}),
        From::Flag(flag) => json!({"kind": "flag", "name": flag}),
    };
    json!({"key": row.path, "value": row.value, "from": from})
}
