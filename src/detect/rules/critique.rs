//! What is doubtful about a pattern that compiles.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Something doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It matches the empty text.
    Empty,
    /// It ends after a number of characters behind which the same kind may go on.
    StopsInside,
    /// Engines that backtrack can take exponential time.
    Explosive,
}

/// Classes of fewer bytes than this are no alphabet that a token goes on in.
const ALPHABET: usize = 10;
/// Repetitions of fewer times do not explode.
const MANY: u32 = 10;

/// All that is doubtful.
pub fn critique(hir: &Hir) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if hir.properties().minimum_len().unwrap_or(0) == 0 {
        flaws.push(Flaw::Empty);
    }
    if stops_inside(hir) {
        flaws.push(Flaw::StopsInside);
    }
    if explodes(hir) {
        flaws.push(Flaw::Explosive);
    }
    flaws
}

/// Whether a match can end where more of the same could follow.
fn stops_inside(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Capture(capture) => stops_inside(&capture.sub),
        HirKind::Concat(parts) => parts.last().is_some_and(stops_inside),
        HirKind::Alternation(parts) => parts.iter().any(stops_inside),
        HirKind::Repetition(repetition) => {
            let limited = repetition.max.is_some() || !repetition.greedy;
            // `x?` at the end is a variant, not a length.
            let counted = repetition.max.is_none_or(|max| max > 1);
            limited && counted && class_size(&repetition.sub) >= ALPHABET || limited && stops_inside(&repetition.sub)
        }
        _ => class_size(hir) >= ALPHABET && class_size(hir) < 200,
    }
}

fn class_size(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Capture(capture) => class_size(&capture.sub),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().map(|range| usize::from(range.end() - range.start()) + 1).sum()
        }
        HirKind::Class(Class::Unicode(_)) => usize::MAX,
        _ => 0,
    }
}

/// Whether a repetition repeats what can be cut into its turns in many ways.
fn explodes(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Capture(capture) => explodes(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(explodes),
        HirKind::Repetition(repetition) => {
            let many = repetition.max.is_none_or(|max| max >= MANY);
            many && cuts_anywhere(&repetition.sub) || explodes(&repetition.sub)
        }
        _ => false,
    }
}

/// Whether one turn may be as long as one likes of the same bytes, with nothing fixed that tells turns apart.
fn cuts_anywhere(hir: &Hir) -> bool {
    let endless = |hir: &Hir| match hir.kind() {
        HirKind::Repetition(repetition) => repetition.max.is_none_or(|max| max >= MANY),
        _ => false,
    };
    match hir.kind() {
        HirKind::Capture(capture) => cuts_anywhere(&capture.sub),
        HirKind::Repetition(_) => endless(hir),
        HirKind::Alternation(parts) => parts.iter().any(cuts_anywhere),
        HirKind::Concat(parts) => {
            let optional = |part: &Hir| part.properties().minimum_len() == Some(0);
            parts.iter().any(|part| {
                endless(strip(part)) && parts.iter().filter(|other| !std::ptr::eq(*other, part)).all(optional)
            })
        }
        _ => false,
    }
}

fn strip(hir: &Hir) -> &Hir {
    match hir.kind() {
        HirKind::Capture(capture) => strip(&capture.sub),
        _ => hir,
    }
}
