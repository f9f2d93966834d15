//! Counts errors by what they say of themselves: type, code, message.
//!
//! What is sensitive in a message can show by what stands around it, so what is read of an error is masked as its line
//! would be. Where that hangs on the field alone ([`Masker::masks_alone`]), only the field is masked; else the line.

use super::gather::NONE;
use super::state::State;
use crate::commands::names::{Memory, shown};
use crate::entry::aliases::Role;
use crate::entry::fields::{Fields, Kind, Seen, Value};
use crate::entry::time::Nanos;
use crate::entry::{escape, template};
use crate::mask::{Carry, Masker, Scratch};

/// The longest message that is told from others, in bytes.
const MESSAGE: usize = 160;
/// What is read of an error.
const ROLES: [Role; 5] = [Role::ErrorType, Role::ErrorCode, Role::Status, Role::Message, Role::ErrorMessage];

/// How errors are counted.
pub struct Errors<'a> {
    /// Masks what they say; None leaves it.
    masker: Option<&'a Masker>,
    /// For each role and rank of a name, whether its values are masked alone.
    alone: [Vec<bool>; Role::ALL.len()],
}

/// What a thread works with.
#[derive(Default)]
pub struct Work {
    types: Memory,
    codes: Memory,
    messages: Memory,
    /// A line that is masked whole, and what was read of it.
    line: Vec<u8>,
    seen: Seen,
    reader: Reader,
}

impl<'a> Errors<'a> {
    /// Those of entries with these fields, masked by `masker`.
    pub fn new(fields: &Fields, masker: Option<&'a Masker>) -> Errors<'a> {
        let mut alone: [Vec<bool>; Role::ALL.len()] = Default::default();
        for (masker, role) in masker.into_iter().flat_map(|masker| ROLES.map(|role| (masker, role))) {
            let known = &mut alone[role as usize];
            for (rank, name) in fields.names(role) {
                known.resize(known.len().max(usize::from(rank) + 1), true);
                known[usize::from(rank)] &= masker.masks_alone(name);
            }
        }
        Errors { masker, alone }
    }

    /// Counts the error in `line`, of which `seen` was read.
    pub fn add(
        &self,
        fields: &Fields,
        line: &[u8],
        (seen, time): (&Seen, Option<Nanos>),
        state: &mut State,
        work: &mut Work,
    ) {
        let said = said(seen);
        let Some(masker) = self.masker else {
            return count(said.map(|found| found.map(|(_, value)| Word::bare(line, value))), None, time, state, work);
        };
        if let Some(words) = self.alone(line, &said) {
            return count(words, Some(masker), time, state, work);
        }
        let (mut whole, mut seen) = (std::mem::take(&mut work.line), std::mem::take(&mut work.seen));
        let scratch = &mut work.reader.scratch;
        masker.mask_lines(line, Carry::default(), scratch);
        whole.clear();
        scratch.edits.apply(line, &mut whole);
        // What was valid JSON still is; if ever not, nothing of it is shown.
        if fields.read(&whole, &mut seen).is_err() {
            seen = Seen::default();
        }
        let words = self::said(&seen).map(|found| found.map(|(_, value)| Word::bare(&whole, value)));
        count(words, None, time, state, work);
        (work.line, work.seen) = (whole, seen);
    }

    /// What an error says, with the keys; None if not all of it can be masked alone.
    fn alone<'l>(&self, line: &'l [u8], said: &[Option<(Role, &Value)>; 3]) -> Option<[Option<Word<'l>>; 3]> {
        let mut words = [None; 3];
        for (word, found) in words.iter_mut().zip(said) {
            if let Some((role, value)) = found {
                self.alone[*role as usize].get(usize::from(value.rank)).filter(|alone| **alone)?;
                *word = Some(Word::with_key(line, value)?);
            }
        }
        Some(words)
    }
}

/// What an error says of itself: type, code and message.
fn said(seen: &Seen) -> [Option<(Role, &Value)>; 3] {
    let first = |roles: &[Role]| roles.iter().find_map(|role| Some((*role, seen.get(*role)?)));
    [first(&[Role::ErrorType]), first(&[Role::ErrorCode, Role::Status]), first(&[Role::Message, Role::ErrorMessage])]
}

/// Counts an error that says these.
fn count(words: [Option<Word>; 3], masker: Option<&Masker>, time: Option<Nanos>, state: &mut State, work: &mut Work) {
    let Work { types, codes, messages, reader, .. } = work;
    let [kind, code, message] = words;
    let index = types.index(&mut state.types, Word::key(kind), |_| shown(reader.read(kind, masker), "type", None));
    state.types.item(index).add(time, true);
    let index = codes.index(&mut state.codes, Word::key(code), |_| shown(reader.read(code, masker), "code", None));
    state.codes.item(index).add(time, true);
    let index = messages.index(&mut state.messages, Word::key(message), |_| {
        let mut folded = Vec::new();
        template::message(reader.read(message, masker), MESSAGE, &mut folded);
        String::from_utf8_lossy(&folded).into_owned()
    });
    state.messages.item(index).add(time, true);
}

/// A value in a line.
#[derive(Clone, Copy)]
struct Word<'l> {
    /// It with all that its mask hangs on: with its key, or by itself.
    written: &'l [u8],
    /// Where in that it begins; of a string, its content.
    start: usize,
    /// Where it ends.
    end: usize,
    kind: Kind,
}

impl<'l> Word<'l> {
    /// What tells a value, or none, from others.
    fn key(word: Option<Word<'l>>) -> &'l [u8] {
        word.map_or(NONE.as_bytes(), |word| word.written)
    }

    /// A value by itself.
    fn bare(line: &'l [u8], value: &Value) -> Word<'l> {
        let written = value.raw(line);
        Word { written, start: 0, end: written.len(), kind: value.kind }
    }

    /// A value with its key: `"key": value`. None where the key is not simply written.
    fn with_key(line: &'l [u8], value: &Value) -> Option<Word<'l>> {
        let (start, end) = (value.start as usize, value.end as usize);
        let quote = usize::from(value.kind != Kind::Scalar);
        let before = line[..start - quote].trim_ascii_end().strip_suffix(b":")?.trim_ascii_end();
        let name = before.strip_suffix(b"\"")?;
        let open = memchr::memrchr(b'"', name)?;
        if name[..open].ends_with(b"\\") {
            return None;
        }
        Some(Word { written: &line[open..end + quote], start: start - open, end: end - open, kind: value.kind })
    }
}

/// Reads values: masks and decodes them.
#[derive(Default)]
struct Reader {
    scratch: Scratch,
    document: Vec<u8>,
    text: Vec<u8>,
}

impl Reader {
    /// The text of a value as it may be shown, or what stands for none.
    fn read<'r>(&'r mut self, word: Option<Word<'r>>, masker: Option<&Masker>) -> &'r [u8] {
        let Some(Word { written, start, end, kind }) = word else { return NONE.as_bytes() };
        let Reader { scratch, document, text } = self;
        let mut raw = (&written[start..end], kind);
        if let Some(masker) = masker {
            text.clear();
            text.push(b'{');
            text.extend_from_slice(written);
            text.push(b'}');
            masker.mask_lines(text, Carry::default(), scratch);
            if !scratch.edits.is_empty() {
                document.clear();
                scratch.edits.apply(text, document);
                raw = masked(document, start, kind);
            }
        }
        match raw {
            (raw, Kind::Escaped) => {
                text.clear();
                escape::decode(raw, text);
                text
            }
            (raw, _) => raw,
        }
    }
}

/// The value of a document with one member, whose content began at `start` before anything was masked in it.
fn masked(document: &[u8], start: usize, kind: Kind) -> (&[u8], Kind) {
    let quote = usize::from(kind != Kind::Scalar);
    // The key of such a document is never masked, so the value begins where it did.
    let value = document.get(1 + start - quote..document.len() - 1).unwrap_or_default();
    match value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\"")) {
        Some(content) if memchr::memchr(b'\\', content).is_some() => (content, Kind::Escaped),
        Some(content) => (content, Kind::Text),
        None => (value, Kind::Scalar),
    }
}
