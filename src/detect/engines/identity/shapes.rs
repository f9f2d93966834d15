//! The shapes in which ids are written, and which of them fit a text.
//!
//! Left to the engine: where an id may begin, and whether what fits is one.

use std::sync::OnceLock;

use super::super::super::catalogue::Slot;
use super::super::super::catalogue::identity::{Identity, each};

/// The longest id, separators not counted.
pub(super) const LONGEST: usize = 20;

/// The rows, those whose ids are digits alone by how many, and all by the bytes that an id can begin with.
pub(super) struct Rows {
    pub all: Vec<(Slot, &'static Identity)>,
    pub numeric: [Vec<Number>; LONGEST + 1],
    by_first: [Vec<Shape>; 256],
}

/// A way in which an id is written.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub row: u8,
    pub shape: &'static str,
    /// The kinds of bytes (see [`kind`]) that may stand in its first places, one byte each: they tell nearly all others.
    lead: u64,
}

/// Places of a lead.
const LEAD: usize = size_of::<u64>();
/// The lowest bit of each place.
const EACH: u64 = u64::MAX / 0xFF;

/// A bit for a digit, a letter, or another byte.
fn kind(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => 1,
        b'A'..=b'Z' | b'a'..=b'z' => 2,
        _ => 4,
    }
}

impl Shape {
    fn new(row: usize, shape: &'static str) -> Shape {
        let mut lead = [0; LEAD];
        spread(shape.as_bytes(), &mut lead);
        Shape { row: row as u8, shape, lead: u64::from_le_bytes(lead) }
    }
}

/// Adds to each place the kinds of bytes that may stand there: separators may stand or not, and no letter or digit
/// stands right behind an id.
fn spread(shape: &[u8], lead: &mut [u8]) {
    let Some((place, behind)) = lead.split_first_mut() else { return };
    let Some((want, rest)) = shape.split_first() else {
        *place |= 4;
        return behind.fill(7);
    };
    if *want == b'_' {
        *place |= 4;
        spread(rest, behind);
        return spread(rest, lead);
    }
    *place |= match want {
        b'0' => 1,
        b'@' => 2,
        b'*' => 3,
        b'?' => 6,
        other => kind(*other),
    };
    spread(rest, behind);
}

impl Rows {
    /// The shapes that an id at `start` may have, by its first bytes.
    pub fn at(&self, text: &[u8], start: usize) -> impl Iterator<Item = &Shape> {
        let kinds: [u8; LEAD] = std::array::from_fn(|place| text.get(start + place).map_or(4, |&byte| kind(byte)));
        let kinds = u64::from_le_bytes(kinds);
        let fits = move |shape: &&Shape| {
            let taken = shape.lead & kinds;
            (taken | taken >> 1 | taken >> 2) & EACH == EACH
        };
        self.by_first[usize::from(text[start])].iter().filter(fits)
    }
}

/// A row whose ids are digits alone.
pub(super) struct Number {
    pub row: u8,
    /// What digits alone must pass; none where a letter may stand behind them.
    pub check: Option<fn(&[u8]) -> bool>,
}

/// Whether all places of the shape are digits: rows of digits are looked at by themselves.
fn is_numeric(shape: &str) -> bool {
    shape.bytes().all(|want| matches!(want, b'_' | b'-') || want.is_ascii_digit())
}

pub(super) fn rows() -> &'static Rows {
    static ROWS: OnceLock<Rows> = OnceLock::new();
    ROWS.get_or_init(|| {
        let first = each().next().and_then(|row| Slot::named(row.id));
        let slots = Slot::each().skip_while(|slot| Some(*slot) != first);
        let all: Vec<_> = slots.zip(each()).collect();
        let mut numeric = [const { Vec::new() }; LONGEST + 1];
        for (index, (_, row)) in all.iter().enumerate() {
            for shape in row.shapes {
                let places = shape.bytes().filter(|&want| !matches!(want, b'_' | b'-')).count();
                // The last may be a letter: `12.345.678-K`.
                let ends = shape.ends_with('*');
                let head = shape.strip_suffix('*').unwrap_or(shape);
                if is_numeric(head) {
                    let check = row.check.filter(|_| !row.shapes.iter().any(|shape| shape.ends_with('*')));
                    let counts = places - usize::from(ends)..=places;
                    numeric[counts].iter_mut().for_each(|rows| rows.push(Number { row: index as u8, check }));
                }
            }
        }
        let mut by_first = [const { Vec::new() }; 256];
        for (index, (_, row)) in all.iter().enumerate() {
            for shape in row.shapes.iter().filter(|shape| !is_numeric(shape)) {
                let written = Shape::new(index, shape);
                let begins = |byte: &usize| takes(shape.as_bytes()[0], *byte as u8);
                (0..128).filter(begins).for_each(|byte| by_first[byte].push(written));
            }
        }
        Rows { all, numeric, by_first }
    })
}

/// An id by its shape.
pub(super) struct Id {
    /// Its letters, digits and signs, capitals.
    pub compact: [u8; LONGEST],
    pub len: usize,
    pub end: usize,
}

/// Whether a place of a shape takes the byte.
fn takes(want: u8, byte: u8) -> bool {
    match want {
        b'0' => byte.is_ascii_digit(),
        b'@' => byte.is_ascii_alphabetic(),
        b'*' => byte.is_ascii_alphanumeric(),
        b'?' => byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'+'),
        other => byte.eq_ignore_ascii_case(&other),
    }
}

/// What of the text at `start` fits the shape.
pub(super) fn fits(shape: &str, text: &[u8], start: usize) -> Option<Id> {
    let mut id = Id { compact: [0; LONGEST], len: 0, end: start };
    for want in shape.bytes() {
        let byte = text.get(id.end).copied().unwrap_or(0);
        if want == b'_' {
            id.end += usize::from(matches!(byte, b' ' | b'-' | b'.' | b'/'));
            continue;
        }
        if !takes(want, byte) {
            return None;
        }
        *id.compact.get_mut(id.len)? = byte.to_ascii_uppercase();
        id.len += 1;
        id.end += 1;
    }
    let joined = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let open = match text.get(id.end) {
        Some(b'_') => true,
        Some(b'-' | b'/' | b'+' | b'.' | b'=' | b'@') => joined(id.end + 1),
        _ => joined(id.end),
    };
    (!open && id.compact[..id.len].iter().any(u8::is_ascii_digit)).then_some(id)
}
