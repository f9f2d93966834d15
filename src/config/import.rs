//! Rule files of gitleaks and betterleaks: TOML with a list of `rules`
//! (<https://github.com/gitleaks/gitleaks#configuration>).
//!
//! Taken over: `id`, `regex`, `secretGroup`, `entropy`, `keywords`, and what allowlists say of the secret and the match. What makes no sense for a log stream, or that pake's
//! patterns do not have, is said.

use std::collections::BTreeMap;
use std::ops::Range;

use super::allowlists::{self, List};
use super::load::{self, Loaded};
use super::node::{Node, Value};
use crate::detect::catalogue;
use crate::detect::rules::{Rule, Spec};
use crate::input::Origin;

/// What became of one imported file.
#[derive(Debug)]
pub struct Imported {
    /// Where the config names it.
    pub span: Range<usize>,
    /// Its rules, those that can be used.
    pub rules: Vec<Rule>,
    /// What could not be taken over, with a way out where there is one.
    pub left_out: Vec<(String, Option<String>)>,
}

/// Keys of a rule that are read, or say nothing about what it finds.
const READ: &[&str] =
    &["id", "regex", "secretGroup", "entropy", "keywords", "description", "tags", "allowlist", "allowlists"];

/// The files that a `masking` table imports; those that are not there are left out, which is said elsewhere.
pub fn files(loaded: &Loaded, masking: &Node) -> Vec<Imported> {
    masking.get("import").map(|list| named_by(&loaded.origin, list)).unwrap_or_default()
}

/// The files that a list of paths names, which begin at the folder of the config.
pub fn named_by(config: &Origin, list: &Node) -> Vec<Imported> {
    let folder = super::read::folder(config);
    list.texts().filter_map(|(path, node)| file(&Origin::File(folder.join(path)), node.span.clone())).collect()
}

fn file(origin: &Origin, span: Range<usize>) -> Option<Imported> {
    let name = origin.to_string();
    let file = match load::load(origin) {
        Ok(file) => file,
        Err(fault) if fault.code.is_some_and(|code| code.id == "PK0001") => return None,
        Err(fault) => {
            return Some(Imported { span, rules: Vec::new(), left_out: vec![(fault.message, None)] });
        }
    };
    let mut imported = Imported { span, rules: Vec::new(), left_out: Vec::new() };
    for fault in file.faults.iter().take(3) {
        let line = fault.place.as_ref().map_or(1, |place| place.start().line);
        imported.left_out.push((format!("`{name}`, line {line}: {}", fault.message), None));
    }
    let prefix = match origin {
        Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase(),
        Origin::Stdin => "imported".to_owned(),
    };
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    let mut dropped: BTreeMap<String, usize> = BTreeMap::new();
    let shared = allowlists::of(&file.root, |what| *dropped.entry(what).or_default() += 1);
    for rule in file.root.get("rules").map(Node::elements).unwrap_or_default() {
        for (key, _) in rule.entries().iter().filter(|(key, _)| !READ.contains(&key.text.as_str())) {
            *keys.entry(&key.text).or_default() += 1;
        }
        let lists = allowlists::of(rule, |what| *dropped.entry(what).or_default() += 1);
        match read(rule, &prefix, lists.iter().chain(&shared)) {
            Ok(rule) => imported.rules.push(rule),
            Err(why) => imported.left_out.push((format!("`{name}`: {why}"), None)),
        }
    }
    for (key, _) in file.root.entries() {
        match key.text.as_str() {
            "rules" | "title" | "description" | "minVersion" | "allowlist" | "allowlists" => {}
            "extend" => {
                let help = "import the extended file too; pake has its own detectors for what the default rules find";
                imported.left_out.push((format!("`{name}`: `extend` is not followed"), Some(help.to_owned())));
            }
            other => imported.left_out.push((format!("`{name}`: `{other}` is not taken over"), None)),
        }
    }
    for (key, count) in keys {
        let rules = if count == 1 { "1 rule".to_owned() } else { format!("{count} rules") };
        imported.left_out.push((format!("`{name}`: `{key}` of {rules} is not taken over{}", why(key)), None));
    }
    for (what, count) in dropped {
        let times = if count == 1 { String::new() } else { format!(", {count} times") };
        let said = format!("`{name}`: {what} not taken over{times}: more is masked than the scanner would report");
        imported.left_out.push((said, None));
    }
    if imported.rules.is_empty() && imported.left_out.is_empty() {
        imported.left_out.push((format!("`{name}` has no rules"), None));
    }
    Some(imported)
}

fn why(key: &str) -> &'static str {
    match key {
        "path" => ": a log stream has no paths",
        _ => "",
    }
}

fn read<'a>(rule: &Node, prefix: &str, lists: impl Iterator<Item = &'a List>) -> Result<Rule, String> {
    let text = |key: &str| rule.get(key).and_then(Node::text);
    let id = text("id").ok_or("a rule has no `id`")?;
    let pattern = text("regex").ok_or_else(|| format!("rule `{id}` has no `regex`: it looks at paths alone"))?;
    let number = |key: &str| match rule.get(key).map(|node| &node.value) {
        Some(Value::Number(number)) => number.parse::<f32>().ok(),
        _ => None,
    };
    let built_in = catalogue::all().any(|detector| detector.id == id);
    let mut spec = Spec::new(if built_in { format!("{prefix}-{id}") } else { id.to_owned() }, pattern);
    spec.entropy = number("entropy").unwrap_or(0.0);
    spec.group = number("secretGroup").filter(|group| *group >= 1.0).map_or(0, |group| group as usize);
    let mine = lists.filter(|list| list.rules.is_empty() || list.rules.iter().any(|rule| rule == id));
    spec.allow = mine.map(|list| list.allow.clone()).collect();
    let made = Rule::new(&spec).map_err(|bad| format!("rule `{id}` does not compile: {}", bad.reason))?;
    // Keywords stand anywhere near: they are anchors only where the pattern has none, and are in it.
    if made.anchors.shortest() < 3 {
        let keywords: Vec<String> = rule
            .get("keywords")
            .map(|list| list.texts().map(|(word, _)| word.to_owned()).collect())
            .unwrap_or_default();
        if keywords.iter().any(|word| word.len() > made.anchors.shortest()) {
            (spec.anchors, spec.any_case) = (keywords, true);
            return Rule::new(&spec).map_err(|bad| bad.reason);
        }
    }
    Ok(made)
}
