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
    /// Where a capital stands beside a digit in the last 1, 2, 4 bytes.
    joints: [Row; 3],
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

#[inline(always)]
fn each(mut mask: impl FnMut(usize) -> u64) -> Row {
    let mut row = [0; BATCH + 1];
    for (step, place) in row.iter_mut().enumerate().skip(1) {
        *place = mask(step);
    }
    row
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
            joints: [none; 3],
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
        let last = |rows: &[Row; 4]| [rows[0][BATCH], rows[1][BATCH], rows[2][BATCH], rows[3][BATCH]];
        let with = |mut row: Row, first: u64| {
            row[0] = first;
            row
        };
        let (token, digit, separator) = (&self.token, &self.digit, &self.separator);

        let before = last(&self.tokens);
        let t1 = with(each(|step| token[step] & up::<1>(token, step)), before[0]);
        let t2 = with(each(|step| t1[step] & up::<2>(&t1, step)), before[1]);
        let t4 = with(each(|step| t2[step] & up::<4>(&t2, step)), before[2]);
        let run = each(|step| t4[step] & up::<8>(&t4, step) & up::<16>(&t1, step));
        const { assert!(RUN == 18) };
        self.tokens = [t1, t2, t4, with(run, before[3])];

        // A separator belongs to the run behind a digit, or behind one other separator that does.
        let before = last(&self.digits);
        let f = each(|step| {
            let behind_one = up::<1>(digit, step) | up::<1>(separator, step) & up::<2>(digit, step);
            digit[step] | separator[step] & behind_one
        });
        let f = with(f, before[0]);
        let f1 = with(each(|step| f[step] & up::<1>(&f, step)), before[1]);
        let f2 = with(each(|step| f1[step] & up::<2>(&f1, step)), before[2]);
        let long = each(|step| f2[step] & up::<4>(&f2, step) & up::<8>(&f1, step) & up::<10>(&f, step));
        const { assert!(DIGITS == 11) };
        self.digits = [f, f1, f2, with(long, before[3])];

        let (capital, before) = (&self.capital, last(&self.codes));
        let code = with(each(|step| digit[step] | capital[step]), before[0]);
        let c1 = with(each(|step| code[step] & up::<1>(&code, step)), before[1]);
        let c2 = with(each(|step| c1[step] & up::<2>(&c1, step)), before[2]);
        let whole = each(|step| c2[step] & up::<4>(&c2, step));
        const { assert!(CODE == 8) };
        self.codes = [code, c1, c2, with(whole, before[3])];

        let before = [self.joints[0][BATCH], self.joints[1][BATCH], self.joints[2][BATCH]];
        let joint = each(|step| digit[step] & up::<1>(capital, step) | capital[step] & up::<1>(digit, step));
        let joint = with(joint, before[0]);
        let j1 = with(each(|step| joint[step] | up::<1>(&joint, step)), before[1]);
        let j2 = with(each(|step| j1[step] | up::<2>(&j1, step)), before[2]);
        self.joints = [joint, j1, j2];
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
        // A code begins with digits and capitals; or a capital stands behind eight digits or separators, the last
        // three of them digits.
        let (whole, joints) = (&self.codes[3], &self.joints[2]);
        let mixed = whole[step] & !up::<1>(whole, step) & (joints[step] | up::<3>(joints, step));
        let numbers = &self.digits[2];
        let digit = &self.digit;
        let behind = self.capital[step]
            & up::<1>(digit, step)
            & up::<2>(digit, step)
            & up::<3>(digit, step)
            & up::<1>(numbers, step)
            & up::<5>(numbers, step);
        Places {
            stem: self.stem[step],
            rare: self.rare[step],
            run: run[step] & !up::<1>(run, step),
            digits: long[step] & !up::<1>(long, step),
            code: mixed | behind,
            address: if addresses { address(step) } else { 0 },
        }
    }
}
