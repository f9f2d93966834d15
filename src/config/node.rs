//! A config as a tree of values, each with its place in the text; the same for YAML, TOML and JSON.

use std::ops::Range;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Bytes in the text.
    pub span: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, `~`, nothing at all.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number as it was written: 64-bit ids never pass through a float.
    Number(String),
    /// Text; `bare` if it was written without quotes, so that other readers may take it for something else.
    Text {
        /// The text, unescaped.
        text: String,
        /// Whether it was written without quotes.
        bare: bool,
    },
    /// Values in order.
    List(Vec<Node>),
    /// Keys and values in order; a key can stand twice.
    Map(Vec<(Name, Node)>),
}

/// A key and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The key, unescaped.
    pub text: String,
    /// Bytes in the text.
    pub span: Range<usize>,
}

impl Node {
    /// An empty table at a place.
    pub fn empty(at: usize) -> Node {
        Node { span: at..at, value: Value::Map(Vec::new()) }
    }

    /// The value under a key of this table; the first, where it stands twice.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(name, _)| name.text == key).map(|(_, node)| node)
    }

    /// The value at a path of keys: `masking.profile`.
    pub fn at(&self, path: &str) -> Option<&Node> {
        path.split('.').try_fold(self, |node, key| node.get(key))
    }

    /// The entries of a table; none where it is no table.
    pub fn entries(&self) -> &[(Name, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list, or the value itself where it is no list: many keys take one or several.
    pub fn elements(&self) -> &[Node] {
        match &self.value {
            Value::List(elements) => elements,
            Value::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The texts among the elements, with their nodes.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.elements().iter().filter_map(|node| Some((node.text()?, node)))
    }
}

impl Value {
    /// The kind of value, with its article, as messages name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text { .. } => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a table",
        }
    }
}
