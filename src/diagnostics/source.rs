//! A text that diagnostics point into.

use std::ops::Range;
use std::sync::Arc;

/// A named text and where its lines begin. The text is shown to people: whoever makes one has blanked what is secret in
/// it, byte for byte, so that places stay true.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    /// Byte offset of each line's first byte.
    lines: Vec<usize>,
}

/// A place in a [`Source`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<Source>,
    /// Byte offsets; may be empty, and is cut to the text.
    span: Range<usize>,
}

/// Line and column, from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl Source {
    /// A text called `name`: a file's path as it was given, `<stdin>`, a variable.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        let text = text.into();
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Arc::new(Source { name: name.into(), text, lines })
    }

    /// How the text is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it may be shown.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte.
    pub fn position(&self, at: usize) -> Position {
        let at = floor(&self.text, at);
        let line = self.lines.partition_point(|start| *start <= at);
        Position { line, column: self.text[self.lines[line - 1]..at].chars().count() + 1 }
    }

    /// Byte range of the line with this number (from 1), without its newline; empty where there is none.
    pub fn line(&self, number: usize) -> Range<usize> {
        let Some(&start) = number.checked_sub(1).and_then(|index| self.lines.get(index)) else {
            return self.text.len()..self.text.len();
        };
        let end = self.lines.get(number).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }
}

impl Place {
    /// A place in `source`.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Place {
        let start = floor(&source.text, span.start);
        let end = floor(&source.text, span.end).max(start);
        Place { source: source.clone(), span: start..end }
    }

    /// The text it is in.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Byte offsets in it.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where it begins.
    pub fn start(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Behind its last character.
    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let source = Source::new("a", "ü: 1\nb: 2\n");
        let at = |offset| (source.position(offset).line, source.position(offset).column);
        assert_eq!((at(0), at(2), at(6), at(7)), ((1, 1), (1, 2), (2, 1), (2, 2)));
        assert_eq!((at(99), source.line(2), source.line(9)), ((3, 1), 6..10, 11..11));
        assert_eq!(Place::new(&source, 1..99).span(), 0..11);
    }
}
