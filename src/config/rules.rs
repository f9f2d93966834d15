//! Own rules as a config writes them.

use super::actions;
use super::node::Node;
use crate::detect::rules::{Spec, check_named};

/// The rule that a node describes, as far as it does: None without id or pattern. Words that name nothing are left out;
/// the checks have said so.
pub fn spec(rule: &Node) -> Option<Spec> {
    let text = |key: &str| rule.get(key).and_then(Node::text);
    let mut spec = Spec::new(text("id")?, text("pattern")?);
    spec.anchors =
        rule.get("anchors").map(|list| list.texts().map(|(text, _)| text.to_owned()).collect()).unwrap_or_default();
    spec.check = text("check").map(str::to_ascii_lowercase).and_then(|name| check_named(&name));
    spec.action = text("action").and_then(actions::named).unwrap_or(spec.action);
    Some(spec)
}

/// The rules of a list, with their nodes.
pub fn specs(masking: &Node) -> impl Iterator<Item = (Spec, &Node)> {
    let rules = masking.get("rules").map(Node::elements).unwrap_or_default();
    rules.iter().filter_map(|rule| Some((spec(rule)?, rule)))
}
