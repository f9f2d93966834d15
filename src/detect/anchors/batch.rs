//! The masks of some steps together, and the runs found in them: all steps at once, a mask a lane.

use super::masks::Masks;
use super::{CODE, DIGITS, RUN};

/// Steps of a batch: their masks are made before any of them is read, so that the tables stay in the registers.
pub(super) const BATCH: usize = 32;

/// One mask of each step; the first is that of the last step of the batch before.
type Row = [u64; BATCH + 1];

/// A batch of steps.
pub(super) struct Batch {
    stem: Row,
    rare: Row,
    token: Row,
    digit: Row,
    capital: Row,
    separator: Row,
    dot: Row,
    colon: Row,
    /// Where the last 2, 4, 8 and [`RUN`] bytes are token bytes.
    tokens: [Row; 4],
    /// Where the last 1, 2, 4 and [`DIGITS`] bytes are digits or separators that belong to them.
    digits: [Row; 4],
    /// Where the last 1, 2, 4 and [`CODE`] bytes are capitals or digits.
    codes: [Row; 4],
    /// Where a code may reach its length: see [`super::is_code`].
    code: Row,
}

/// Where something begins in a step.
pub(super) struct Places {
    pub stem: u64,
    pub rare: u64,
    pub run: u64,
    pub digits: u64,
    pub code: u64,
    pub address: u64,
}

/// `row` moved up by `by` bytes at a step, filled from the step before.
#[inline(always)]
fn up<const BY: u32>(row: &Row, step: usize) -> u64 {
    row[step] << BY | row[step - 1] >> (64 - BY)
}

/// Fills a row, step by step; the first place keeps the last step's mask of the batch before.
#[inline(always)]
fn fill(row: &mut Row, mut mask: impl FnMut(usize) -> u64) {
    row[0] = row[BATCH];
    for (step, place) in row.iter_mut().enumerate().skip(1) {
        *place = mask(step);
    }
}

impl Batch {
    pub fn new() -> Batch {
        let none = [0; BATCH + 1];
        Batch {
            stem: none,
            rare: none,
            token: none,
            digit: none,
            capital: none,
            separator: none,
            dot: none,
            colon: none,
            tokens: [none; 4],
            digits: [none; 4],
            codes: [none; 4],
            code: none,
        }
    }

    /// Keeps the last step's masks for the runs that go on.
    #[inline(always)]
    pub fn begin(&mut self) {
        for row in [&mut self.token, &mut self.digit, &mut self.capital, &mut self.separator, &mut self.colon] {
            row[0] = row[BATCH];
        }
    }

    #[inline(always)]
    pub fn set(&mut self, index: usize, masks: Masks) {
        let step = index + 1;
        self.stem[step] = masks.stem;
        self.rare[step] = masks.rare;
        self.token[step] = masks.token;
        self.digit[step] = masks.digit;
        self.capital[step] = masks.capital;
        self.separator[step] = masks.separator;
        self.dot[step] = masks.dot;
        self.colon[step] = masks.colon;
    }

    /// Finds the runs.
    #[inline(always)]
    pub fn finish(&mut self) {
        let Batch { token, digit, capital, separator, .. } = self;

        let [t1, t2, t4, run] = &mut self.tokens;
        fill(t1, |step| token[step] & up::<1>(token, step));
        fill(t2, |step| t1[step] & up::<2>(t1, step));
        fill(t4, |step| t2[step] & up::<4>(t2, step));
        fill(run, |step| t4[step] & up::<8>(t4, step) & up::<16>(t1, step));
        const { assert!(RUN == 18) };

        // A separator belongs to the run behind a digit, or behind one other separator that does.
        let [f, f1, f2, long] = &mut self.digits;
        fill(f, |step| {
            let behind_one = up::<1>(digit, step) | up::<1>(separator, step) & up::<2>(digit, step);
            digit[step] | separator[step] & behind_one
        });
        fill(f1, |step| f[step] & up::<1>(f, step));
        fill(f2, |step| f1[step] & up::<2>(f1, step));
        fill(long, |step| f2[step] & up::<4>(f2, step) & up::<8>(f1, step) & up::<10>(f, step));
        const { assert!(DIGITS == 11) };

        let [c, c1, c2, c4] = &mut self.codes;
        fill(c, |step| digit[step] | capital[step]);
        fill(c1, |step| c[step] & up::<1>(c, step));
        fill(c2, |step| c1[step] & up::<2>(c1, step));
        fill(c4, |step| c2[step] & up::<4>(c2, step));
        const { assert!(CODE == 8) };
        // Or a capital behind a row of digits and separators, or behind a digit and a dash.
        fill(&mut self.code, |step| {
            let row = up::<1>(digit, step) & up::<3>(digit, step) & up::<5>(f2, step);
            let dash = up::<1>(separator, step) & up::<1>(token, step) & up::<2>(digit, step);
            c4[step] & !up::<1>(c4, step) | capital[step] & (row | dash)
        });
    }

    /// What begins in a step. `addresses`: whether places are told that only they need.
    #[inline(always)]
    pub fn places(&self, index: usize, addresses: bool) -> Places {
        let step = index + 1;
        let (run, long) = (&self.tokens[3], &self.digits[3]);
        let address = |step| {
            self.dot[step] & up::<1>(&self.digit, step)
                | self.colon[step] & (up::<1>(&self.colon, step) | up::<1>(&self.token, step))
        };
        Places {
            stem: self.stem[step],
            rare: self.rare[step],
            run: run[step] & !up::<1>(run, step),
            digits: long[step] & !up::<1>(long, step),
            code: self.code[step],
            address: if addresses { address(step) } else { 0 },
        }
    }
}
