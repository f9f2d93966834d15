//! TOML to the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::node::{Name, Node, Value};
use crate::diagnostics::codes;

/// The tree; the parser goes on behind most faults, which are noted. The second value is whether all of it was read.
pub fn parse(text: &str, faults: &mut Faults) -> (Node, bool) {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(text.len()..text.len());
        match error.message() {
            "duplicate key" => {
                let key = text.get(span.clone()).unwrap_or_default().trim();
                faults.add(&codes::DUPLICATE_KEY, &span, format!("the key `{key}` stands twice in this table"));
            }
            said if said.contains("recursion") => {
                faults.add(&codes::TOO_DEEP, &span, "there are too many levels here");
            }
            said => {
                faults.add(&codes::SYNTAX, &span, said.lines().next().unwrap_or_default());
            }
        }
    }
    (table(root.get_ref(), 0..0), errors.is_empty())
}

fn table(table: &DeTable, span: Range<usize>) -> Node {
    let mut entries: Vec<(Name, Node)> = table
        .iter()
        .map(|(key, value)| (Name { text: key.get_ref().to_string(), span: key.span() }, node(value)))
        .collect();
    entries.sort_by_key(|(name, _)| name.span.start);
    Node { span, value: Value::Map(entries) }
}

fn node(value: &Spanned<DeValue>) -> Node {
    let span = value.span();
    let text = |text: String, bare| Value::Text { text, bare };
    let value = match value.get_ref() {
        DeValue::String(string) => text(string.to_string(), false),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        // Times of day are written bare in TOML.
        DeValue::Datetime(time) => text(time.to_string(), false),
        DeValue::Array(array) => Value::List(array.iter().map(node).collect()),
        DeValue::Table(inner) => return table(inner, span),
    };
    Node { span, value }
}
