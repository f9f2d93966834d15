//! Masking: names of detectors, what contradicts what, actions that fit.

use super::super::actions;
use super::super::faults::Faults;
use super::super::load::Loaded;
use super::super::node::{Name, Node};
use super::rules;
use crate::detect::{Action, Detector, Family, catalogue};
use crate::diagnostics::{codes, nearest};
use crate::mask::Profile;

/// Checks the `masking` of a section.
pub fn check(loaded: &Loaded, section: &Node, faults: &mut Faults) {
    let Some(masking) = section.get("masking") else { return };
    let root = loaded.root.get("masking");
    // A section that says nothing of these is laid over what the root says.
    let profile = masking.get("profile").or(root.and_then(|root| root.get("profile")));
    let profile = profile.and_then(Node::text).and_then(Profile::named).unwrap_or_default();
    let own =
        rules::ids(loaded, masking).into_iter().chain(root.map(|root| rules::ids(loaded, root)).unwrap_or_default());
    let own: Vec<String> = own.collect();

    let (only, skip) = (masking.get("detectors"), masking.get("skip_detectors"));
    for list in [only, skip].into_iter().flatten() {
        let mut seen: Vec<&str> = Vec::new();
        for (name, node) in list.texts() {
            known(name, node, &own, faults);
            if seen.contains(&name) {
                faults.add(&codes::NO_EFFECT, &node.span, format!("`{name}` stands twice in this list"));
            }
            seen.push(name);
        }
    }
    let only: Vec<(&str, &Node)> = only.map(|list| list.texts().collect()).unwrap_or_default();
    for (name, node) in skip.map(|list| list.texts().collect::<Vec<_>>()).unwrap_or_default() {
        if let Some((_, other)) = only.iter().find(|(other, _)| *other == name) {
            let line = faults.place(&other.span).start().line;
            faults
                .add(&codes::CONTRADICTION, &node.span, format!("`{name}` is skipped, and looked for"))
                .label(format!("`detectors` names it in line {line}"));
        } else if let Some(detector) = named(name)
            && (!profile.takes(detector) || !only.is_empty())
        {
            let why = if only.is_empty() { "the profile does not have it" } else { "`detectors` does not name it" };
            faults.add(&codes::NO_EFFECT, &node.span, format!("`{name}` is not looked for anyway")).label(why);
        }
    }
    fields(masking, faults);
    for (name, value) in masking.get("actions").map(Node::entries).unwrap_or_default() {
        action(name, value, &own, faults);
    }
    rules::check(loaded, masking, profile, faults);
}

fn named(id: &str) -> Option<&'static Detector> {
    catalogue::all().find(|detector| detector.id == id)
}

fn known(name: &str, node: &Node, own: &[String], faults: &mut Faults) {
    if named(name).is_some() || own.iter().any(|id| id == name) {
        return;
    }
    let ids = catalogue::all().map(|detector| detector.id).chain(own.iter().map(String::as_str));
    let help = match nearest(name, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`pake detectors` lists them all".to_owned(),
    };
    faults.add(&codes::UNKNOWN_DETECTOR, &node.span, format!("there is no detector `{name}`")).help(help);
}

fn fields(masking: &Node, faults: &mut Faults) {
    let list = |path| masking.at(path).map(|list| list.texts().collect::<Vec<_>>()).unwrap_or_default();
    let masked = list("fields.mask");
    for (name, node) in list("fields.keep") {
        if let Some((_, other)) = masked.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)) {
            let line = faults.place(&other.span).start().line;
            faults
                .add(&codes::CONTRADICTION, &node.span, format!("`{name}` is kept, and masked"))
                .label(format!("`mask` names it in line {line}"));
        }
    }
}

fn action(name: &Name, value: &Node, own: &[String], faults: &mut Faults) {
    let node = Node { span: name.span.clone(), value: value.value.clone() };
    known(&name.text, &node, own, faults);
    if own.contains(&name.text) {
        faults
            .add(&codes::NO_EFFECT, &name.span, "an own rule has its action in itself")
            .help("put `action` into the rule");
        return;
    }
    let (Some(detector), Some(word)) = (named(&name.text), value.text()) else { return };
    let Some(action) = actions::named(word) else { return };
    if action != detector.action && !fits(detector, action) {
        let others = actions::NAMED.iter().filter(|(_, other)| *other == detector.action || fits(detector, *other));
        let others: Vec<String> = others.map(|(word, _)| format!("`{word}`")).collect();
        let why = match detector.family {
            Family::Credentials => "of a credential nothing may be left",
            _ => "it would show what it ought to hide, or hide nothing",
        };
        faults
            .add(
                &codes::MASK_NOT_APPLICABLE,
                &value.span,
                format!("`{word}` does not fit what `{}` finds", detector.id),
            )
            .label(why)
            .help(format!("`{}` takes {}", detector.id, others.join(", ")));
    }
}

/// Whether an action that is not the detector's own can be applied to what it finds.
fn fits(detector: &Detector, action: Action) -> bool {
    let whole = detector.family == Family::Credentials
        || matches!(detector.action, Action::Part | Action::Host)
        || matches!(detector.id, "database-url" | "connection-string");
    match action {
        Action::Hide => true,
        _ if whole => false,
        Action::Stars => true,
        Action::LastFour => matches!(detector.action, Action::Card | Action::Iban | Action::Phone | Action::Ssn),
        Action::Initial => detector.action == Action::Email,
        _ => false,
    }
}
