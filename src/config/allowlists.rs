//! Allowlists of imported rule files: what their rules leave alone. Taken over by the letter where a log stream has what
//! they ask about; where not, they are left out, and more is masked.
//!
//! A list of paths or commits with `condition = "AND"` can never hold, since a stream has neither. What a rule masks
//! does not hang on the rest of its line, so that a list that looks at the line (`regexTarget = "line"`) is none.

use super::node::{Node, Value};
use crate::detect::rules::{Allow, Target};

/// A list that can be used, and which rules it is for.
pub struct List {
    pub allow: Allow,
    /// Ids of rules; empty for all.
    pub rules: Vec<String>,
}

/// Keys that are read, or say nothing about what is allowed.
const READ: &[&str] =
    &["description", "condition", "regexes", "regexTarget", "stopwords", "targetRules", "paths", "commits"];

/// The lists of a rule, or of all rules, under either of their keys. What is not taken over is said to `left_out`.
pub fn of(table: &Node, mut left_out: impl FnMut(String)) -> Vec<List> {
    let named = ["allowlist", "allowlists"].into_iter().filter_map(|key| table.get(key));
    let tables = named.flat_map(|node| match &node.value {
        Value::List(tables) => tables.iter().collect(),
        _ => vec![node],
    });
    tables.filter_map(|table| list(table, &mut left_out)).collect()
}

fn list(table: &Node, left_out: &mut impl FnMut(String)) -> Option<List> {
    let texts = |key: &str| -> Vec<&str> {
        let texts = table.get(key).map(|list| list.texts().map(|(text, _)| text).collect());
        texts.unwrap_or_default()
    };
    let text = |key: &str| table.get(key).and_then(Node::text).unwrap_or_default();
    if let Some((key, _)) = table.entries().iter().find(|(key, _)| !READ.contains(&key.text.as_str())) {
        left_out(format!("an allowlist with `{}` is", key.text));
        return None;
    }
    let both = match text("condition").to_ascii_uppercase().as_str() {
        "" | "OR" | "||" => false,
        "AND" | "&&" => true,
        _ => {
            left_out("an allowlist whose `condition` is neither `AND` nor `OR` is".to_owned());
            return None;
        }
    };
    let nowhere = ["paths", "commits"].into_iter().find(|key| !texts(key).is_empty());
    if let Some(key) = nowhere {
        let whole = both || texts("regexes").is_empty() && texts("stopwords").is_empty();
        left_out(match whole {
            true => format!("an allowlist that asks for `{key}`, which a log stream does not have, is"),
            false => format!("`{key}` of an allowlist, which a log stream does not have, is"),
        });
        if whole {
            return None;
        }
    }
    let mut patterns = texts("regexes");
    let target = match text("regexTarget") {
        "" | "secret" => Target::Secret,
        "match" => Target::Match,
        other => {
            if !patterns.is_empty() {
                left_out(match other {
                    "line" => "an allowlist that asks for the rest of the line is".to_owned(),
                    _ => "an allowlist whose `regexTarget` is none is".to_owned(),
                });
                if both || texts("stopwords").is_empty() {
                    return None;
                }
                patterns.clear();
            }
            Target::Secret
        }
    };
    let words: Vec<&str> = texts("stopwords").into_iter().filter(|word| !word.is_empty()).collect();
    let (allow, bad) = Allow::new(target, &patterns, &words, both);
    for reason in bad {
        left_out(format!("a pattern of an allowlist, which does not compile ({reason}), is"));
    }
    Some(List { allow, rules: texts("targetRules").into_iter().map(str::to_owned).collect() })
}
