//! Masks one text: a JSON document by its walk, plain text by its places, and each inside the other.

use crate::detect::anchors::Hit;
use crate::detect::finder::{Context, Finder, Finding};
use crate::entry::path::FieldPattern;
use crate::entry::scan::NotJson;
use crate::mask::settle::{MANY, Settling};

mod escaped;
mod frame;
mod member;
mod values;
mod walk;

use frame::Frame;
pub(super) use values::{holds_cards, quoted, splice};

/// How deep documents inside strings inside documents are opened.
const MAX_NESTING: usize = 12;
/// How many of the last paths a new one is compared with.
const RECENT: usize = 16;

/// Memory of one thread, kept from line to line.
#[derive(Default)]
pub(super) struct Job {
    /// Texts of replacements made inside strings.
    pub store: Vec<u8>,
    /// Paths of the fields in which something was found, where they are asked for.
    pub fields: Vec<String>,
    /// Keys from the root to the walk's place, where they are asked for.
    path: Vec<Vec<u8>>,
    frames: Vec<Frame>,
    spare: Vec<Level>,
}

/// Memory of one opened string.
#[derive(Default)]
struct Level {
    decoded: Vec<u8>,
    hits: Vec<Hit>,
    findings: Vec<Finding>,
    written: Vec<u8>,
}

/// What a text is masked by.
pub(super) struct Masking<'a> {
    pub finder: &'a Finder,
    pub mask_fields: &'a [FieldPattern],
    pub keep_fields: &'a [FieldPattern],
    /// Whether paths are kept: for field patterns or for a report.
    pub paths: bool,
}

impl Masking<'_> {
    /// A line, or another text that lies in none, on its way. What is found is added to `out`.
    pub fn passage<'a>(&'a self, job: &'a mut Job, text: &'a [u8], out: &'a mut Vec<Finding>) -> Passage<'a> {
        Passage { masking: self, floor: job.frames.len(), job, text, depth: 0, out }
    }

    /// Whether fields are masked or kept by their paths.
    fn names_fields(&self) -> bool {
        !(self.mask_fields.is_empty() && self.keep_fields.is_empty())
    }
}

/// One text on its way: a line, or what a string of it holds.
pub(super) struct Passage<'a> {
    masking: &'a Masking<'a>,
    job: &'a mut Job,
    text: &'a [u8],
    /// How many strings it lies in.
    depth: usize,
    out: &'a mut Vec<Finding>,
    /// Frames below are those of the documents around.
    floor: usize,
}

impl Passage<'_> {
    /// Finds what is in a text that may hold documents. `hits` are its places; `settling` as in [`Passage::document`].
    pub fn text(&mut self, hits: &[Hit], context: Context, settling: Option<&mut Settling>) {
        if hits.is_empty() {
            return;
        }
        let finder = self.masking.finder;
        let rest = if self.depth < MAX_NESTING { self.documents(hits, context) } else { hits };
        match settling {
            Some(settling) => finder.find_many(self.text, rest, self.out, MANY, &mut |findings, at| {
                settling.settle_before(findings, at, self.job);
            }),
            None => finder.find(self.text, rest, context, self.out),
        }
    }

    /// Finds what is in the documents of a text and in what stands before each; the places behind the last one.
    fn documents<'h>(&mut self, hits: &'h [Hit], context: Context) -> &'h [Hit] {
        let text = self.text;
        let (mut rest, mut at) = (hits, 0);
        // Texts that only look like documents must not be walked again and again.
        let mut budget = 4 * text.len() + 1024;
        while let (Some(last), Some(found)) = (rest.last(), memchr::memchr2(b'{', b'[', &text[at..])) {
            let open = at + found;
            if open > last.at() {
                break;
            }
            at = open + 1;
            if !may_open(text, open) {
                continue;
            }
            let before = rest.partition_point(|hit| hit.at() < open);
            let mark = self.out.len();
            match self.document(open, &rest[before..], None) {
                // `["password"]=> "x"` is no document, but a key.
                Ok(end) if text[open] == b'[' && assigns(&text[end..]) => self.out.truncate(mark),
                Ok(end) => {
                    self.masking.finder.find(text, &rest[..before], context, self.out);
                    rest = &rest[rest.partition_point(|hit| hit.at() < end)..];
                    at = end;
                }
                Err(NotJson(place)) => {
                    self.out.truncate(mark);
                    let cost = place.saturating_sub(open) + 32;
                    if cost > budget {
                        break;
                    }
                    budget -= cost;
                }
            }
        }
        rest
    }

    /// Finds what is in the document that begins at `at`; the offset behind it. `settling`: what takes findings that
    /// cannot change any more, where there are very many.
    pub fn document(&mut self, at: usize, hits: &[Hit], settling: Option<&mut Settling>) -> Result<usize, NotJson> {
        let around = (self.floor, self.job.path.len());
        self.floor = self.job.frames.len();
        let result = self.walk(at, hits, settling);
        self.job.frames.truncate(self.floor);
        self.job.path.truncate(around.1);
        self.floor = around.0;
        result
    }

    /// What a string of this text holds.
    fn inside<'s>(&'s mut self, text: &'s [u8]) -> Passage<'s> {
        Passage {
            masking: self.masking,
            floor: self.job.frames.len(),
            job: self.job,
            text,
            depth: self.depth + 1,
            out: self.out,
        }
    }

    /// The innermost open container of the document.
    fn top(&mut self) -> Option<&mut Frame> {
        if self.job.frames.len() > self.floor { self.job.frames.last_mut() } else { None }
    }

    /// Whether the field at the walk's place is to be masked (`true`) or kept (`false`) whatever it holds.
    fn wish(&self) -> Option<bool> {
        let path = &self.job.path;
        if path.is_empty() {
            return None;
        }
        if self.masking.keep_fields.iter().any(|pattern| pattern.matches(path)) {
            return Some(false);
        }
        self.masking.mask_fields.iter().any(|pattern| pattern.matches(path)).then_some(true)
    }

    /// Number of the path at the walk's place.
    fn field(&mut self) -> u32 {
        let job = &mut *self.job;
        if !self.masking.paths || job.path.is_empty() {
            return 0;
        }
        let path = job.path.iter().map(|key| String::from_utf8_lossy(key)).collect::<Vec<_>>().join(".");
        let recent = job.fields.len().saturating_sub(RECENT);
        if let Some(known) = job.fields[recent..].iter().rposition(|field| *field == path) {
            return (recent + known) as u32 + 1;
        }
        job.fields.push(path);
        job.fields.len() as u32
    }
}

/// Whether what stands behind a document makes it the key of an assignment.
fn assigns(rest: &[u8]) -> bool {
    let next = rest.iter().take(3).position(|&byte| byte != b' ').unwrap_or(0);
    matches!(rest.get(next), Some(b'=' | b':'))
}

/// Whether a bracket in running text may open a document worth walking.
fn may_open(text: &[u8], at: usize) -> bool {
    let next = text[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
    match text[at] {
        b'{' => next == Some(&b'"'),
        _ => matches!(next, Some(b'{' | b'"' | b'[')),
    }
}
