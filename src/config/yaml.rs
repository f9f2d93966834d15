//! YAML 1.2 to the tree. Aliases are taken in, but counted: a few lines of them can stand for billions of values.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::faults::Faults;
use super::load::{MOST_LEVELS, MOST_VALUES};
use super::node::{Name, Node, Value};
use crate::diagnostics::codes;

/// The tree; as much of it as stands before a fault that stops the reading, which is noted. The second value is whether
/// all of it was read.
pub fn parse(text: &str, faults: &mut Faults) -> (Node, bool) {
    let mut builder = Builder {
        offsets: Offsets::of(text),
        text,
        faults,
        stack: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        values: 0,
    };
    let whole = builder.run();
    builder.unwind();
    let root = builder.root.take().unwrap_or(Node { span: 0..0, value: Value::Null });
    (root, whole)
}

/// A list or table under way.
enum Open {
    List { start: usize, anchor: usize, elements: Vec<Node> },
    Map { start: usize, anchor: usize, entries: Vec<(Name, Node)>, key: Option<Name> },
}

struct Builder<'a, 'f> {
    text: &'a str,
    offsets: Offsets,
    faults: &'f mut Faults,
    stack: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, (Node, usize)>,
    /// Values so far, those that aliases repeat included.
    values: usize,
}

impl Builder<'_, '_> {
    fn run(&mut self) -> bool {
        let mut parser = Parser::new_from_str(self.text);
        let mut documents = 0;
        while let Some(event) = parser.next_event() {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    self.syntax(&error);
                    return false;
                }
            };
            let span = self.offsets.range(&span);
            let goes_on = match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        self.faults
                            .add(&codes::SYNTAX, &span, "a config is one YAML document, and a second one begins here")
                            .help("put what differs under `environments`");
                    }
                    documents == 1
                }
                Event::Scalar(text, style, anchor, tag) => {
                    let node = Node { value: scalar(&text, style, tag.as_deref()), span: self.trimmed(span, style) };
                    self.value(node, anchor, 1)
                }
                Event::Alias(anchor) => match self.anchors.get(&anchor).cloned() {
                    Some((node, values)) => self.value(Node { span, ..node }, 0, values),
                    None => {
                        self.faults.add(&codes::SYNTAX, &span, "the alias stands inside of what it names");
                        false
                    }
                },
                Event::SequenceStart(anchor, _) => {
                    self.open(Open::List { start: span.start, anchor, elements: Vec::new() }, &span)
                }
                Event::MappingStart(anchor, _) => {
                    self.open(Open::Map { start: span.start, anchor, entries: Vec::new(), key: None }, &span)
                }
                Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => true,
            };
            if !goes_on {
                return false;
            }
        }
        true
    }

    fn open(&mut self, open: Open, span: &Range<usize>) -> bool {
        if self.stack.len() >= MOST_LEVELS {
            self.faults.add(
                &codes::TOO_DEEP,
                &(span.start..span.start + 1),
                format!("more than {MOST_LEVELS} levels are open here"),
            );
            return false;
        }
        self.stack.push(open);
        true
    }

    /// Ends the innermost list or table.
    fn close(&mut self, end: usize) -> bool {
        let (start, anchor, value) = match self.stack.pop() {
            Some(Open::List { start, anchor, elements }) => (start, anchor, Value::List(elements)),
            Some(Open::Map { start, anchor, entries, .. }) => (start, anchor, Value::Map(entries)),
            None => return true,
        };
        let end = start + self.text[start..end.max(start)].trim_end().len();
        self.value(Node { span: start..end, value }, anchor, 1)
    }

    /// Closes what a fault has left open.
    fn unwind(&mut self) {
        // What is closed here was counted when it was opened, or was the one too many.
        self.values = 0;
        while !self.stack.is_empty() {
            self.close(self.text.len());
        }
    }

    /// Puts a value where it belongs; false where there are too many of them.
    fn value(&mut self, node: Node, anchor: usize, values: usize) -> bool {
        self.values += values;
        if self.values > MOST_VALUES {
            self.faults
                .add(
                    &codes::TOO_MANY_VALUES,
                    &node.span,
                    format!("there are more than {MOST_VALUES} values up to here"),
                )
                .help("aliases count for all that they repeat");
            return false;
        }
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), size(&node)));
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { elements, .. }) => elements.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(name) => entries.push((name, node)),
                None => {
                    let text = match node.value {
                        Value::Text { text, .. } | Value::Number(text) => text,
                        Value::Bool(yes) => yes.to_string(),
                        Value::Null => "null".to_owned(),
                        Value::List(_) | Value::Map(_) => {
                            self.faults.add(&codes::SYNTAX, &node.span, "a key is a text, not a list or a table");
                            return false;
                        }
                    };
                    *key = Some(Name { text, span: node.span });
                }
            },
        }
        true
    }

    /// The parser's spans of plain scalars can reach over white space behind them.
    fn trimmed(&self, span: Range<usize>, style: ScalarStyle) -> Range<usize> {
        match style {
            ScalarStyle::Plain => span.start..span.start + self.text[span.clone()].trim_end().len(),
            _ => span,
        }
    }

    fn syntax(&mut self, error: &ScanError) {
        let at = self.offsets.byte(error.marker().index()).min(self.text.len());
        if error.info().contains("recursion limit") {
            self.faults.add(&codes::TOO_DEEP, &(at..at), "too many levels are open here");
            return;
        }
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = self.text[line..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let tab = self.text[line..line + indent].find('\t');
        if let Some(tab) = tab {
            let at = line + tab;
            self.faults
                .add(&codes::TAB_INDENTATION, &(at..at + 1), "a tab indents this line")
                .help("YAML is indented by spaces: `expand -t 2 FILE > pake.yaml`");
            return;
        }
        let width = self.text[at..].chars().next().filter(|letter| *letter != '\n').map_or(0, char::len_utf8);
        let said = error.info().trim_end_matches('.');
        let mut letters = said.chars();
        let said: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
        // A bracket that is open where a new line begins is most often the cause of what is seen there.
        let open = self.stack.last().map(|open| match open {
            Open::List { start, .. } | Open::Map { start, .. } => *start,
        });
        let open = open.filter(|start| self.text[*start..].starts_with(['[', '{']));
        let help = match () {
            () if open.is_some_and(|start| self.text[start..at].contains('\n')) => {
                let start = open.unwrap_or_default();
                let line = self.faults.place(&(start..start + 1)).start().line;
                Some(format!("the `{}` of line {line} is not closed", &self.text[start..start + 1]))
            }
            () if said.contains("mapping values are not allowed") => {
                Some("a text with `: ` in it needs quotes".to_owned())
            }
            () if matches!(self.text[at..].chars().next(), Some('@' | '`' | '%')) => {
                Some("a text that begins with this sign needs quotes".to_owned())
            }
            () if said.contains("escape") => Some("single quotes keep backslashes as they are: '\\d+'".to_owned()),
            () => None,
        };
        self.faults.add(&codes::SYNTAX, &(at..at + width), said).maybe_help(help);
    }
}

/// How many values a node stands for.
fn size(node: &Node) -> usize {
    match &node.value {
        Value::List(elements) => 1 + elements.iter().map(size).sum::<usize>(),
        Value::Map(entries) => 1 + entries.iter().map(|(_, value)| 1 + size(value)).sum::<usize>(),
        _ => 1,
    }
}

/// A scalar by the core schema (YAML 1.2.2, section 10.3.2).
fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    let bare = style == ScalarStyle::Plain;
    let is_text = tag.is_some_and(|tag| tag.suffix == "str");
    if !bare || is_text {
        return Value::Text { text: text.to_owned(), bare: false };
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(text) => Value::Number(text.to_owned()),
        _ => Value::Text { text: text.to_owned(), bare },
    }
}

/// `[-+]?[0-9]+`, `0o…`, `0x…`, `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, infinities and NaN.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(body, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let (mantissa, exponent) = match body.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (body, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let mantissa = match fraction {
        Some(fraction) if whole.is_empty() => digits(fraction),
        Some(fraction) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(whole),
    };
    mantissa && exponent.is_none_or(digits)
}

/// The parser counts characters; places are bytes.
struct Offsets(Option<Vec<u32>>);

impl Offsets {
    fn of(text: &str) -> Offsets {
        Offsets(
            (!text.is_ascii())
                .then(|| text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()),
        )
    }

    fn byte(&self, character: usize) -> usize {
        match &self.0 {
            None => character,
            Some(offsets) => offsets[character.min(offsets.len() - 1)] as usize,
        }
    }

    fn range(&self, span: &Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_core_schema() {
        for text in ["0", "-1", "+1.5", ".5", "1.", "1e3", "1.5E-3", "0x1F", "0o17", ".inf", "-.INF", ".nan"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", ".", "1_000", "1:30", "0b1", "e3", "1e", "0x", "300ms", "-.nan", "2026-11-20"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
