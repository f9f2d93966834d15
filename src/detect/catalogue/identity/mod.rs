//! Ids with letters in them that states give to persons, a row an id: its shape, its check, the words that say it.
//!
//! Whoever adds a country adds rows to a file. A row's shape alone masks nothing: `sure` must hold for a value by
//! itself; else a word must stand near, and `check` hold; under the id's own key the shape is enough.

use super::super::{Action, Detector, Family, Find, Ignore, Match, Tier};

mod america;
mod asia;
mod devices;
mod europe;
mod firms;
mod health;
mod numbers;

/// One kind of id.
#[derive(Debug)]
pub struct Identity {
    /// The detector's id.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// How it is written, one of these: `0` is a digit, `@` a letter, `*` a letter or digit, `?` a letter or a sign of
    /// `+-`, `_` a separator (blank, `-`, `.`, `/`) or none; others are themselves. Five places at least.
    pub shapes: &'static [&'static str],
    /// What must hold beside a word; `None` where the id has no check. It sees the id without separators, capitals.
    pub check: Option<fn(&[u8]) -> bool>,
    /// Whether a value that passes `check` is told from other codes by it: those are masked by themselves where bare ids
    /// are asked for.
    pub is_checked: bool,
    /// What lets it be masked with no word near: fewer than one in 200 codes of its shape pass,
    /// and the shape is one that nothing else has.
    pub sure: Option<fn(&[u8]) -> bool>,
    /// Words that say it, small letters, words parted by one blank; one of five letters or more may be the beginning of
    /// a word.
    pub words: &'static [&'static str],
    /// Names of keys that say it, written as `words` are; `number`, `id` and their like may stand behind one, other words
    /// before. A value under such a key needs no check, and no shape but that of a number with or without letters.
    pub keys: &'static [&'static str],
    /// Names of keys that have other meanings too: there the value must have one of the shapes, and bare digits must pass
    /// the check.
    pub doubtful_keys: &'static [&'static str],
    /// Texts that hold one, and what becomes of them.
    pub matches: &'static [Match],
    /// Texts that must stay.
    pub ignores: &'static [Ignore],
    /// Who gives it.
    pub source: &'static str,
}

impl Identity {
    const fn detector(&self) -> Detector {
        Detector {
            id: self.id,
            title: self.title,
            why: "Identifies a person to authorities and banks.",
            family: Family::Personal,
            tier: if self.sure.is_some() { Tier::B } else { Tier::C },
            find: Find::Engine("identity"),
            action: Action::Stars,
            matches: self.matches,
            ignores: self.ignores,
            source: self.source,
        }
    }
}

/// The detectors of rows.
const fn detectors<const N: usize>(rows: &'static [Identity; N]) -> [Detector; N] {
    let mut all = [const { EMPTY.detector() }; N];
    let mut at = 0;
    while at < N {
        all[at] = rows[at].detector();
        at += 1;
    }
    all
}

const EMPTY: Identity = Identity {
    id: "",
    title: "",
    shapes: &[],
    check: None,
    is_checked: false,
    sure: None,
    words: &[],
    keys: &[],
    doubtful_keys: &[],
    matches: &[],
    ignores: &[],
    source: "",
};

pub(super) const EUROPE: &[Detector] = &detectors(&europe::IDS);
pub(super) const AMERICA: &[Detector] = &detectors(&america::IDS);
pub(super) const ASIA: &[Detector] = &detectors(&asia::IDS);
pub(super) const NUMBERS: &[Detector] = &detectors(&numbers::IDS);
pub(super) const FIRMS: &[Detector] = &detectors(&firms::IDS);
pub(super) const HEALTH: &[Detector] = &detectors(&health::IDS);
pub(super) const DEVICES: &[Detector] = &detectors(&devices::IDS);

/// All ids.
pub fn each() -> impl Iterator<Item = &'static Identity> {
    let letters = europe::IDS.iter().chain(&america::IDS).chain(&asia::IDS);
    letters.chain(&numbers::IDS).chain(&firms::IDS).chain(&health::IDS).chain(&devices::IDS)
}

/// A row with nothing but its names, for the rest of one to be written over.
const fn row(id: &'static str, title: &'static str, source: &'static str) -> Identity {
    Identity { id, title, source, ..EMPTY }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of the shape without its separators, drawn by `seed`.
    fn drawn(shape: &str, seed: &mut u64) -> Vec<u8> {
        let mut pick = |from: &[u8]| {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            from[(*seed >> 33) as usize % from.len()]
        };
        let places = shape.bytes().filter(|&want| want != b'_');
        places
            .map(|want| match want {
                b'0' => pick(b"0123456789"),
                b'@' => pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                b'*' => pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
                b'?' => pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ+-"),
                other => other,
            })
            .collect()
    }

    #[test]
    fn checks_take_all_that_fits_a_shape_and_sure_ones_let_few_through() {
        let mut seed = 1;
        for row in each() {
            let mut sure = 0;
            for shape in row.shapes {
                for _ in 0..20_000 / row.shapes.len() {
                    let id = drawn(shape, &mut seed);
                    row.check.map(|check| check(&id));
                    sure += u32::from(row.sure.is_some_and(|check| check(&id)));
                }
            }
            assert!(sure <= 100, "{}: {sure} of 20,000", row.id);
        }
    }

    #[test]
    fn there_are_no_more_rows_than_a_set_of_them_holds() {
        assert!(each().count() <= 128);
        assert!(each().all(|row| !row.words.is_empty() && row.shapes.iter().all(|shape| shape.len() >= 5)));
    }
}
