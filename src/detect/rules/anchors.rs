//! Where a rule is worth trying: literals one of which every match of its pattern holds.

use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Class, Hir, HirKind};

/// Shorter literals stand almost everywhere, and are no anchors.
pub const SHORTEST: usize = 2;
/// The most literals of one rule.
const MOST: usize = 64;

/// The anchors of a rule. Letter case does not count where `any_case`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchors {
    /// In lower case where `any_case`; empty where the pattern has none, so that every line is worth trying.
    pub literals: Vec<Vec<u8>>,
    /// Whether letter case does not count.
    pub any_case: bool,
}

impl Anchors {
    /// Those that can be read off a pattern; the longest there are.
    pub fn of(hir: &Hir) -> Anchors {
        let mut candidates = vec![required(hir)];
        for kind in [ExtractKind::Prefix, ExtractKind::Suffix] {
            let mut extractor = Extractor::new();
            extractor.kind(kind).limit_total(MOST);
            let found = extractor.extract(hir);
            if let Some(literals) = found.literals() {
                let literals = literals.iter().map(|literal| literal.as_bytes().to_vec()).collect();
                candidates.push(Some(Anchors { literals, any_case: false }));
            }
        }
        let usable = candidates.into_iter().flatten().filter_map(Anchors::unescaped);
        usable.max_by_key(|anchors| anchors.rank()).unwrap_or_default()
    }

    /// Those that a rule gives.
    pub fn given(texts: &[String], any_case: bool) -> Anchors {
        let literals = texts.iter().map(|text| match any_case {
            true => text.to_ascii_lowercase().into_bytes(),
            false => text.clone().into_bytes(),
        });
        Anchors { literals: literals.collect(), any_case }.unescaped().unwrap_or_default()
    }

    /// The same, of the parts that JSON writes without escapes; None where too little is left.
    fn unescaped(mut self) -> Option<Anchors> {
        for literal in &mut self.literals {
            let parts =
                literal.split(|byte| !byte.is_ascii_graphic() && *byte != b' ' || matches!(byte, b'"' | b'\\' | b'/'));
            *literal = parts.max_by_key(|part| part.len())?.to_vec();
        }
        self.literals.sort();
        self.literals.dedup();
        let fits = !self.literals.is_empty()
            && self.literals.len() <= MOST
            && self.literals.iter().all(|literal| literal.len() >= SHORTEST);
        fits.then_some(self)
    }

    /// Which are better: the longer the shortest is (up to 4 bytes), then the fewer, then those with letter case.
    fn rank(&self) -> (usize, std::cmp::Reverse<usize>, bool) {
        (self.shortest().min(4), std::cmp::Reverse(self.literals.len()), !self.any_case)
    }

    /// Length of the shortest; 0 where there are none.
    pub fn shortest(&self) -> usize {
        self.literals.iter().map(Vec::len).min().unwrap_or(0)
    }
}

/// Literals one of which every match holds, if any can be read off: of parts in a row the best, of alternatives all.
fn required(hir: &Hir) -> Option<Anchors> {
    match hir.kind() {
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Alternation(parts) => {
            let mut all = Anchors::default();
            for part in parts {
                let own = required(part)?;
                all.any_case |= own.any_case;
                all.literals.extend(own.literals);
            }
            if all.any_case {
                all.literals.iter_mut().for_each(|literal| literal.make_ascii_lowercase());
            }
            (all.literals.len() <= MOST).then_some(all)
        }
        HirKind::Concat(parts) => {
            let rows = parts.iter().filter_map(required).filter(|anchors| anchors.shortest() > 0);
            let runs = runs(parts).into_iter();
            rows.chain(runs).max_by_key(Anchors::rank)
        }
        _ => runs(std::slice::from_ref(hir)).into_iter().max_by_key(Anchors::rank),
    }
}

/// Literal parts that stand side by side, joined: each run as an anchor by itself.
fn runs(parts: &[Hir]) -> Vec<Anchors> {
    let mut found = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    let mut any_case = false;
    for part in parts.iter().map(Some).chain([None]) {
        match part.and_then(letters) {
            Some((mut bytes, folded)) => {
                any_case |= folded;
                run.append(&mut bytes);
            }
            None => {
                if !run.is_empty() {
                    let mut literal = std::mem::take(&mut run);
                    if any_case {
                        literal.make_ascii_lowercase();
                    }
                    found.push(Anchors { literals: vec![literal], any_case });
                }
                any_case = false;
            }
        }
    }
    found
}

/// The bytes of a literal, or the letter that a class of its two cases is; and whether case does not count.
fn letters(hir: &Hir) -> Option<(Vec<u8>, bool)> {
    match hir.kind() {
        HirKind::Literal(literal) => Some((literal.0.to_vec(), false)),
        HirKind::Class(Class::Bytes(class)) => {
            let ranges = class.ranges();
            let [upper, lower] = ranges else { return None };
            let single = upper.start() == upper.end() && lower.start() == lower.end();
            let pair = upper.start().is_ascii_uppercase() && upper.start().to_ascii_lowercase() == lower.start();
            (single && pair).then(|| (vec![lower.start()], true))
        }
        HirKind::Capture(capture) => letters(&capture.sub),
        HirKind::Look(_) => Some((Vec::new(), false)),
        _ => None,
    }
}

/// Whether a letter anywhere in the pattern counts in both cases.
pub fn has_any_case(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Class(_) => letters(hir).is_some(),
        HirKind::Capture(capture) => has_any_case(&capture.sub),
        HirKind::Repetition(repetition) => has_any_case(&repetition.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(has_any_case),
        _ => false,
    }
}

/// About how large the compiled pattern is: bytes and classes, times their repetitions.
pub fn weight(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(_) => 1,
        HirKind::Capture(capture) => weight(&capture.sub),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1) as usize;
            weight(&repetition.sub).saturating_mul(times)
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().map(weight).fold(0, usize::saturating_add),
    }
}

/// Whether a match of the pattern could hold the literal: false only where it is sure that none can.
pub fn could_hold(hir: &Hir, literal: &[u8], any_case: bool) -> bool {
    let mut bytes = [false; 256];
    alphabet(hir, &mut bytes);
    literal.iter().all(|byte| {
        let other = if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
        bytes[usize::from(*byte)] || any_case && bytes[usize::from(other)]
    })
}

/// Every byte that can stand in a match.
fn alphabet(hir: &Hir, bytes: &mut [bool; 256]) {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.iter().for_each(|byte| bytes[usize::from(*byte)] = true),
        HirKind::Class(Class::Bytes(class)) => {
            for range in class.ranges() {
                (range.start()..=range.end()).for_each(|byte| bytes[usize::from(byte)] = true);
            }
        }
        HirKind::Class(Class::Unicode(_)) => bytes.fill(true),
        HirKind::Capture(capture) => alphabet(&capture.sub, bytes),
        HirKind::Repetition(repetition) => alphabet(&repetition.sub, bytes),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().for_each(|part| alphabet(part, bytes)),
        HirKind::Empty | HirKind::Look(_) => {}
    }
}
