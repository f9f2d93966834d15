//! JSON to the tree. What is wrong with the text is said by `serde_json`; the values are those of pake's own walk,
//! which keeps places and keys that stand twice.

use super::faults::Faults;
use super::load::{MOST_LEVELS, MOST_VALUES};
use super::node::{Name, Node, Value};
use crate::diagnostics::{Source, codes};
use crate::entry::escape;
use crate::entry::scan::{Event, Str, Walk};

/// The tree; as much of it as stands before a fault that stops the reading, which is noted. The second value is whether
/// all of it was read.
pub fn parse(text: &str, faults: &mut Faults) -> (Node, bool) {
    let start = text.len() - text.trim_start().len();
    let mut stack: Vec<Open> = Vec::new();
    let mut root = None;
    let mut values = 0;
    let mut walk = Walk::new(text.as_bytes(), start);
    let mut whole = true;
    loop {
        let node = match walk.step() {
            Ok(Some(Event::Open { at, array })) => {
                if stack.len() >= MOST_LEVELS {
                    let said = format!("more than {MOST_LEVELS} levels are open here");
                    faults.add(&codes::TOO_DEEP, &(at..at + 1), said);
                    whole = false;
                    break;
                }
                stack.push(Open { start: at, entries: Vec::new(), array, name: None });
                continue;
            }
            Ok(Some(Event::Key(name))) => {
                let span = name.start - 1..name.end + 1;
                if let Some(open) = stack.last_mut() {
                    open.name = Some(Name { text: decoded(text, name), span });
                }
                continue;
            }
            Ok(Some(Event::Close { at })) => closed(&mut stack, at + 1),
            Ok(Some(Event::Text(string))) => Node {
                span: string.start - 1..string.end + 1,
                value: Value::Text { text: decoded(text, string), bare: false },
            },
            Ok(Some(Event::Scalar { start, end })) => Node {
                span: start..end,
                value: match &text[start..end] {
                    "null" => Value::Null,
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    number => Value::Number(number.to_owned()),
                },
            },
            Ok(None) => break,
            Err(_) => {
                whole = false;
                break;
            }
        };
        values += 1;
        if values > MOST_VALUES {
            faults.add(
                &codes::TOO_MANY_VALUES,
                &node.span,
                format!("there are more than {MOST_VALUES} values up to here"),
            );
            whole = false;
            break;
        }
        put(&mut stack, &mut root, node);
    }
    // What the walk takes and what it does not, serde_json says better why; nesting and size were said above.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text)
        && faults.is_empty()
    {
        whole = false;
        syntax(text, &error, faults);
    }
    while !stack.is_empty() {
        let node = closed(&mut stack, text.len());
        put(&mut stack, &mut root, node);
    }
    (root.unwrap_or(Node { span: 0..0, value: Value::Null }), whole)
}

/// A list or table under way.
struct Open {
    start: usize,
    entries: Vec<(Name, Node)>,
    array: bool,
    /// The key whose value comes next.
    name: Option<Name>,
}

fn closed(stack: &mut Vec<Open>, end: usize) -> Node {
    let Open { start, entries, array, .. } = stack.pop().expect("the walk closes what it opened");
    let value = match array {
        true => Value::List(entries.into_iter().map(|(_, node)| node).collect()),
        false => Value::Map(entries),
    };
    Node { span: start..end, value }
}

fn put(stack: &mut [Open], root: &mut Option<Node>, node: Node) {
    match stack.last_mut() {
        Some(open) => {
            let name = open.name.take().unwrap_or(Name { text: String::new(), span: node.span.clone() });
            open.entries.push((name, node));
        }
        None => *root = Some(node),
    }
}

fn decoded(text: &str, string: Str) -> String {
    let mut out = Vec::new();
    escape::decode(&text.as_bytes()[string.start..string.end], &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

fn syntax(text: &str, error: &serde_json::Error, faults: &mut Faults) {
    let line = Source::new("", text).line(error.line());
    // serde_json counts bytes, and the one that it stopped at, which can be any of a character.
    let at = text.floor_char_boundary((line.start + error.column().saturating_sub(1)).min(line.end));
    let width = text[at..line.end].chars().next().map_or(0, char::len_utf8);
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    let help = match () {
        () if text[..at].trim_end().ends_with(',') && text[at..].starts_with(['}', ']']) => {
            Some("leave out the comma before this bracket")
        }
        () if said.starts_with("key must be a string") => Some("keys have double quotes, and JSON has no comments"),
        () if said.starts_with("EOF") => Some("a bracket or a quote is not closed"),
        () => None,
    };
    faults.add(&codes::SYNTAX, &(at..at + width), said).maybe_help(help.map(str::to_owned));
}
