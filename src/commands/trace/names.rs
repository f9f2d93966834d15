//! Whether an entry is of a request: which of its fields name it.

use memchr::memmem::Finder;

use crate::entry::aliases::{NAMES, Role};
use crate::entry::escape;
use crate::entry::scan::{Event, Walk};

/// Looks for an id in the fields that name requests.
#[derive(Debug)]
pub struct Names {
    id: Vec<u8>,
    finder: Finder<'static>,
    /// The fields, as names with dots; None is any field.
    fields: Option<Vec<String>>,
}

impl Names {
    /// For an id, in the fields that name requests by the table of aliases, or in those that `own` has for it, or in
    /// any.
    pub fn new(id: &str, anywhere: bool, own: &[(Role, String)]) -> Names {
        let known = NAMES.iter().filter(|(role, _)| *role == Role::Correlation);
        let known: Vec<String> = known.flat_map(|(_, names)| names.iter().map(|name| (*name).to_owned())).collect();
        let own = own.iter().filter(|(role, _)| *role == Role::Correlation);
        // The name of the role itself stands for the known ones.
        let own: Vec<String> =
            own.flat_map(|(role, name)| if name == role.name() { known.clone() } else { vec![name.clone()] }).collect();
        Names {
            id: id.as_bytes().to_vec(),
            finder: Finder::new(id).into_owned(),
            fields: (!anywhere).then_some(if own.is_empty() { known } else { own }),
        }
    }

    /// Whether the object that `line` is has the id in one of the fields: as its value, as the trace or
    /// span of a `traceparent` (W3C Trace Context, section 3.2), or, of any field, somewhere in it. A
    /// name with dots is found nested too.
    pub fn is_in(&self, line: &[u8]) -> bool {
        let mut walk = Walk::new(line, 0);
        let mut path: Vec<u8> = Vec::new();
        // Where the path ended before each object that is open, and in which arrays count for nothing.
        let mut ends: Vec<usize> = Vec::new();
        let mut text = Vec::new();
        while let Ok(Some(event)) = walk.step() {
            let (start, end, escaped) = match event {
                Event::Open { .. } => {
                    ends.push(path.len());
                    continue;
                }
                Event::Close { .. } => {
                    ends.pop();
                    path.truncate(ends.last().copied().unwrap_or(0));
                    continue;
                }
                Event::Key(key) => {
                    path.truncate(ends.last().copied().unwrap_or(0));
                    if !path.is_empty() {
                        path.push(b'.');
                    }
                    escape::decode(&line[key.start..key.end], &mut path);
                    continue;
                }
                Event::Text(text) => (text.start, text.end, text.escaped),
                Event::Scalar { start, end } => (start, end, false),
            };
            text.clear();
            if escaped {
                escape::decode(&line[start..end], &mut text);
            } else {
                text.extend_from_slice(&line[start..end]);
            }
            let found = match &self.fields {
                None => self.finder.find(&text).is_some(),
                Some(fields) => self.is_named_by(&text) && fields.iter().any(|field| field.as_bytes() == path),
            };
            if found {
                return true;
            }
        }
        false
    }

    fn is_named_by(&self, value: &[u8]) -> bool {
        let parent =
            || value.len() == 55 && value.split(|byte| *byte == b'-').skip(1).take(2).any(|part| part == self.id);
        value == self.id || parent()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_under_any_name_of_it_and_nowhere_else() {
        let known = Names::new("req-1", false, &[]);
        for line in [
            r#"{"correlation_id":"req-1"}"#,
            r#"{"a":{"b":[1]},"requestId":"req\u002d1"}"#,
            r#"{"trace":{"x":{},"id":"req-1"}}"#,
            r#"{"trace.id":"req-1"}"#,
        ] {
            assert!(known.is_in(line.as_bytes()), "{line}");
        }
        for line in
            [r#"{"message":"req-1"}"#, r#"{"correlation_id":"req-12"}"#, r#"{"a":{"trace_id":"req-1"}}"#, "req-1"]
        {
            assert!(!known.is_in(line.as_bytes()), "{line}");
        }
        let any = Names::new("req-1", true, &[]);
        assert!(any.is_in(br#"{"message":"of req-12"}"#) && !any.is_in(br#"{"req-1":2}"#));
        let number = Names::new("12345678901234567890", false, &[]);
        assert!(number.is_in(br#"{"trace_id":12345678901234567890}"#));
        let trace = Names::new("4bf92f3577b34da6a3ce929d0e0e4736", false, &[]);
        assert!(trace.is_in(br#"{"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}"#));
    }
}
