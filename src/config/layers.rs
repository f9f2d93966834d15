//! The layers of a config: flags over variables over the environment's section over the file over defaults.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::check::{self, Rigour};
use super::find;
use super::load::{self, Loaded};
use super::node::{Name, Node, Value};
use super::schema::{self, Key, Kind};
use crate::diagnostics::{Diagnostic, Place, Source, codes, nearest};
use crate::input::Origin;

/// What decides which config is used, and what is laid over it.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The config to use, as `--config` names it.
    pub file: Option<PathBuf>,
    /// No config at all, as `--no-config` asks.
    pub none: bool,
    /// The environment, as `--environment` names it.
    pub environment: Option<String>,
    /// Values that flags give: flag, path of the key, values.
    pub flags: Vec<(&'static str, &'static str, Vec<String>)>,
    /// How much is checked.
    pub rigour: Rigour,
    /// Variables of the environment: names and values of those that begin with `PAKE_`.
    pub variables: BTreeMap<String, String>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// The schema.
    Default,
    /// The config, or its section of an environment.
    File(Place),
    /// A variable.
    Variable(String),
    /// A flag.
    Flag(&'static str),
}

/// A config with all that is laid over it.
#[derive(Debug)]
pub struct Layers {
    /// The config, where there is one.
    pub file: Option<Loaded>,
    /// The environment that was chosen, and what chose it.
    pub environment: Option<(String, From)>,
    /// Each variable that sets a key: its path, and a tree that holds nothing else.
    variables: Vec<(String, String, Loaded)>,
    flags: Vec<(&'static str, &'static str, Node)>,
}

/// A config that was read, with what is wrong with it, also with the variables.
#[derive(Debug)]
pub struct Checked {
    /// Its layers.
    pub layers: Layers,
    /// What is wrong, by place; the config first.
    pub faults: Vec<Diagnostic>,
}

impl Request {
    /// With the variables of this process.
    pub fn with_variables(mut self) -> Request {
        let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
        let own = variables.filter(|(name, _)| name.starts_with("PAKE_"));
        self.variables = own.map(|(name, value)| (name, value.to_string_lossy().into_owned())).collect();
        self
    }

    /// The config that is used, if there is any.
    pub fn origin(&self) -> Option<Origin> {
        if self.none {
            return None;
        }
        if let Some(file) = &self.file {
            return Some(Origin::named(file));
        }
        if let Some(file) = self.variables.get("PAKE_CONFIG").filter(|file| !file.is_empty()) {
            return Some(Origin::named(file.as_ref()));
        }
        let start = std::env::current_dir().ok()?;
        find::nearest(&start).map(|path| Origin::File(find::relative(&path, &start)))
    }

    /// Reads and checks the config and what is laid over it.
    ///
    /// # Errors
    /// When the config cannot be read.
    pub fn load(&self) -> Result<Checked, Diagnostic> {
        let file = self.origin().map(|origin| load::load(&origin)).transpose()?;
        Ok(self.over(file))
    }

    /// Lays variables and flags over a config, and checks all of it.
    pub fn over(&self, file: Option<Loaded>) -> Checked {
        let mut faults = file.as_ref().map(|file| check::check(file, self.rigour)).unwrap_or_default();
        let variables = self.read_variables(&mut faults);
        let flags = self.flags.iter().filter(|(_, _, values)| !values.is_empty());
        let flags = flags.map(|(flag, path, values)| (*flag, *path, given(path, values))).collect();
        let mut layers = Layers { file, environment: None, variables, flags };
        layers.environment = self.choose(&layers, &mut faults);
        Checked { layers, faults }
    }

    /// The environment, and a fault where it has no section though others have one.
    fn choose(&self, layers: &Layers, faults: &mut Vec<Diagnostic>) -> Option<(String, From)> {
        let root = layers.file.as_ref().map(|file| &file.root);
        let variable = self.variables.get("PAKE_ENVIRONMENT").filter(|name| !name.is_empty());
        let (name, from) = if let Some(name) = &self.environment {
            (name.clone(), From::Flag("--environment"))
        } else if let Some(name) = variable {
            (name.clone(), From::Variable("PAKE_ENVIRONMENT".to_owned()))
        } else {
            let node = root?.get("environment")?;
            return Some((node.text()?.to_owned(), From::File(layers.place(node)?)));
        };
        let sections = root.and_then(|root| root.get("environments"));
        let entries = sections.map(Node::entries).unwrap_or_default();
        if !entries.is_empty() && entries.iter().all(|(section, _)| section.text != name) {
            let names = entries.iter().map(|(section, _)| section.text.as_str());
            let help = match nearest(&name, names.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are {}", names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
            };
            let by = match &from {
                From::Variable(name) => name.as_str(),
                _ => "--environment",
            };
            let said = format!("there is no section for the environment `{name}`, which `{by}` names");
            let fault = Diagnostic::coded(&codes::UNKNOWN_ENVIRONMENT, said).with_help(help);
            let key = root.and_then(|root| root.entries().iter().find(|(name, _)| name.text == "environments"));
            let place = key.and_then(|(name, _)| layers.place_of(&name.span));
            faults.push(match place {
                Some(place) => fault.at(place),
                None => fault,
            });
        }
        Some((name, from))
    }

    fn read_variables(&self, faults: &mut Vec<Diagnostic>) -> Vec<(String, String, Loaded)> {
        let mut known: Vec<(String, String, &Key)> = Vec::new();
        schema::walk(schema::ROOT, "", &mut |path, key| {
            if can_be_a_variable(path, key) {
                known.push((variable(path), path.to_owned(), key));
            }
        });
        let mut read = Vec::new();
        for (name, value) in &self.variables {
            if matches!(name.as_str(), "PAKE_CONFIG" | "PAKE_ENVIRONMENT" | "PAKE_LOOK") {
                continue;
            }
            let Some((_, path, key)) = known.iter().find(|(known, _, _)| known == name) else {
                let names = known.iter().map(|(name, _, _)| name.as_str()).chain(["PAKE_CONFIG", "PAKE_ENVIRONMENT"]);
                // What is near is found in lower case.
                let names: Vec<String> = names.map(str::to_lowercase).collect();
                let help = match nearest(name, names.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{}`?", near.to_uppercase()),
                    None => "`pake validate-config --help` says which there are".to_owned(),
                };
                let said = format!("`{name}` sets no key");
                faults.push(Diagnostic::coded(&codes::UNKNOWN_VARIABLE, said).with_help(help));
                continue;
            };
            let source = Source::new(name.as_str(), super::blank::blanked_value(value));
            let loaded = Loaded {
                origin: Origin::Stdin,
                source,
                root: nested(path, typed(value, &key.kind)),
                whole: true,
                faults: Vec::new(),
            };
            faults.extend(check::check(&loaded, self.rigour));
            read.push((name.clone(), path.clone(), loaded));
        }
        read
    }
}

/// The variable that sets a key: `masking.profile` is `PAKE_MASKING_PROFILE`.
pub fn variable(path: &str) -> String {
    format!("PAKE_{}", path.replace('.', "_").to_uppercase())
}

/// Variables hold texts and lists of texts, with commas between.
pub fn can_be_a_variable(path: &str, key: &Key) -> bool {
    let one = |kind: &Kind| !matches!(kind, Kind::Table(_) | Kind::Entries(..) | Kind::List(_) | Kind::Several(_));
    let fits = match key.kind {
        Kind::List(inner) | Kind::Several(inner) => one(inner),
        ref kind => one(kind),
    };
    fits && !path.contains("[]") && path != "environment"
}

fn typed(value: &str, kind: &Kind) -> Node {
    let one = |text: &str, span| {
        let trimmed = text.trim();
        let value = match kind {
            Kind::List(Kind::Percentile) => Value::Number(trimmed.to_owned()),
            _ => Value::Text { text: trimmed.to_owned(), bare: false },
        };
        Node { span, value }
    };
    if !matches!(kind, Kind::List(_) | Kind::Several(_)) {
        return one(value, 0..value.len());
    }
    let mut at = 0;
    let mut elements = Vec::new();
    for part in value.split(',') {
        let lead = part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            elements.push(one(part, at + lead..at + lead + part.trim().len()));
        }
        at += part.len() + 1;
    }
    Node { span: 0..value.len(), value: Value::List(elements) }
}

/// A tree that holds one value.
fn nested(path: &str, node: Node) -> Node {
    path.rsplit('.').fold(node, |node, key| {
        let name = Name { text: key.to_owned(), span: 0..0 };
        Node { span: 0..0, value: Value::Map(vec![(name, node)]) }
    })
}

/// The values that a flag gives to a key.
fn given(path: &str, values: &[String]) -> Node {
    let text = |text: &String| Node { span: 0..0, value: Value::Text { text: text.clone(), bare: false } };
    let mut list = false;
    schema::walk(schema::ROOT, "", &mut |known, key| {
        list |= known == path && matches!(key.kind, Kind::List(_) | Kind::Several(_));
    });
    match values {
        [one] if !list => text(one),
        _ => Node { span: 0..0, value: Value::List(values.iter().map(text).collect()) },
    }
}

impl Layers {
    /// The place of a value in the config.
    pub fn place(&self, node: &Node) -> Option<Place> {
        self.place_of(&node.span)
    }

    fn place_of(&self, span: &std::ops::Range<usize>) -> Option<Place> {
        Some(Place::new(&self.file.as_ref()?.source, span.clone()))
    }

    /// The section of the environment, if it has one.
    fn section(&self) -> Option<&Node> {
        let (name, _) = self.environment.as_ref()?;
        self.file.as_ref()?.root.get("environments")?.get(name)
    }

    /// The value of a key, and where it comes from; None where only the default holds.
    pub fn get(&self, path: &str) -> Option<(&Node, From)> {
        if let Some((flag, _, node)) = self.flags.iter().find(|(_, of, _)| *of == path) {
            return Some((node, From::Flag(flag)));
        }
        if let Some((name, _, loaded)) = self.variables.iter().find(|(_, of, _)| of == path) {
            return Some((loaded.root.at(path)?, From::Variable(name.clone())));
        }
        let file = self.file.as_ref()?;
        let set = |root: &'_ Node| root.at(path).is_some_and(|node| node.value != Value::Null);
        let layer = self.section().filter(|section| set(section)).unwrap_or(&file.root);
        let node = layer.at(path).filter(|node| node.value != Value::Null)?;
        Some((node, From::File(self.place(node)?)))
    }

    /// The entries of a table whose keys are one's own: those of the section over those of the root.
    pub fn entries(&self, path: &str) -> Vec<(&str, &Node)> {
        let Some(file) = &self.file else { return Vec::new() };
        let mut merged: Vec<(&str, &Node)> = Vec::new();
        for layer in [Some(&file.root), self.section()].into_iter().flatten() {
            for (name, node) in layer.at(path).map(Node::entries).unwrap_or_default() {
                merged.retain(|(known, _)| *known != name.text);
                merged.push((&name.text, node));
            }
        }
        merged
    }

    /// The texts of a list.
    pub fn texts(&self, path: &str) -> Vec<String> {
        let found = self.get(path).map(|(node, _)| node.texts().map(|(text, _)| text.to_owned()).collect());
        found.unwrap_or_default()
    }

    /// Names of the variables that set a key.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().map(|(name, _, _)| name.as_str())
    }
}
