//! Says where two rows of lines differ: the lines as they were sealed, and as they are.
//!
//! Both rows pass by once, as marks. Where they part, a window of each is held until they agree
//! again: the shortest stretch is sought behind which [`AGREE`] marks in a row are alike (or all,
//! down to one, at the end). A stretch longer than [`WINDOW`] is not seen through: what is behind
//! it is not placed. So memory is bounded.
//!
//! As with any comparison of texts, of several alike lines one of which is gone it cannot be told
//! which it was.

use std::collections::{HashMap, VecDeque};

/// Lines alike in a row that show that both rows agree again.
const AGREE: usize = 4;
/// The most lines of each row that are held.
const WINDOW: usize = 1 << 16;
/// Lines that are held before the first try.
const FIRST_TRY: usize = 32;
/// Stretches of at most this length are looked at for what became of each line.
const SHORT: usize = 64;
/// The most faults that are told apart.
const MOST: usize = 100;
/// Stands behind the end of a row. No mark is as large.
const END: u64 = 1 << 32;

/// How the lines differ at one place. Numbers are of lines, from 0; `sealed` as they were sealed,
/// `now` as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Lines that have another content.
    Altered {
        /// The first.
        sealed: u64,
        /// Where it is now.
        now: u64,
        /// How many.
        count: u64,
    },
    /// Lines that are missing.
    Removed {
        /// The first.
        sealed: u64,
        /// Where it would be.
        now: u64,
        /// How many.
        count: u64,
    },
    /// Lines at the end that are missing.
    Cut {
        /// The first.
        sealed: u64,
        /// How many.
        count: u64,
    },
    /// Lines that were not there.
    Inserted {
        /// What they stand before.
        sealed: u64,
        /// The first.
        now: u64,
        /// How many.
        count: u64,
    },
    /// Other lines, and another number of them.
    Replaced {
        /// The first that is missing.
        sealed: u64,
        /// How many are missing.
        missing: u64,
        /// The first that was not there.
        now: u64,
        /// How many were not there.
        count: u64,
    },
    /// The same lines in another order.
    Reordered {
        /// The first.
        sealed: u64,
        /// Where it is now.
        now: u64,
        /// How many.
        count: u64,
    },
    /// Two lines in each other's place, as they were sealed.
    Swapped {
        /// The first.
        one: u64,
        /// The second.
        two: u64,
    },
    /// A line that stands somewhere else.
    Moved {
        /// Where it was.
        sealed: u64,
        /// Where it is.
        now: u64,
    },
    /// From here on nothing could be placed.
    Rest {
        /// The first line.
        sealed: u64,
        /// Where it is now.
        now: u64,
    },
}

/// Compares as lines pass by.
pub struct Placer<O> {
    old: O,
    /// Whether `old` has ended.
    old_ended: bool,
    old_ahead: VecDeque<u32>,
    new_ahead: VecDeque<u32>,
    old_at: u64,
    new_at: u64,
    /// How many lines to hold before the next try; None while the rows agree.
    wanted: Option<usize>,
    stretches: Vec<Stretch>,
    more: u64,
    lost: bool,
}

/// What is between two places where the rows agree.
#[derive(Debug)]
struct Stretch {
    old: u64,
    new: u64,
    missing: u64,
    added: u64,
    /// The marks, if they are few.
    old_marks: Vec<u32>,
    new_marks: Vec<u32>,
    /// It reaches the end of what was sealed.
    last: bool,
    /// It was not seen through.
    rest: bool,
}

impl<O: Iterator<Item = u32>> Placer<O> {
    /// Compares with the marks of the lines as they were sealed.
    pub fn new(old: O) -> Placer<O> {
        Placer {
            old,
            old_ended: false,
            old_ahead: VecDeque::new(),
            new_ahead: VecDeque::new(),
            old_at: 0,
            new_at: 0,
            wanted: None,
            stretches: Vec::new(),
            more: 0,
            lost: false,
        }
    }

    /// Takes the mark of the next line as it is.
    #[inline]
    pub fn push(&mut self, mark: u32) {
        if self.lost {
            return;
        }
        // Most often the rows agree.
        if self.wanted.is_none() && self.new_ahead.is_empty() {
            self.fill(1);
            if self.old_ahead.front() == Some(&mark) {
                self.old_ahead.pop_front();
                self.old_at += 1;
                self.new_at += 1;
                return;
            }
        }
        self.new_ahead.push_back(mark);
        self.advance(false);
    }

    fn fill(&mut self, count: usize) {
        while self.old_ahead.len() < count && !self.old_ended {
            match self.old.next() {
                Some(mark) => self.old_ahead.push_back(mark),
                None => self.old_ended = true,
            }
        }
    }

    fn advance(&mut self, ended: bool) {
        while !self.lost {
            if self.wanted.is_none() && !self.agree() {
                return;
            }
            let wanted = if ended { WINDOW } else { self.wanted.unwrap_or(FIRST_TRY) };
            if self.new_ahead.len() < wanted && !ended {
                return;
            }
            self.fill(wanted);
            let (old, new) = (self.old_ahead.make_contiguous(), self.new_ahead.make_contiguous());
            match meeting(old, self.old_ended, new, ended) {
                Some((missing, added)) => {
                    self.note(missing, added, false);
                    self.wanted = None;
                }
                None if wanted >= WINDOW => {
                    self.note(0, 0, true);
                    self.lost = true;
                }
                None => self.wanted = Some(wanted * 8),
            }
        }
    }

    /// Passes over what is alike; whether the rows part, both with something left.
    fn agree(&mut self) -> bool {
        while let Some(new) = self.new_ahead.front() {
            let new = *new;
            self.fill(1);
            match self.old_ahead.front() {
                // The log has grown.
                None => {
                    self.new_at += self.new_ahead.len() as u64;
                    self.new_ahead.clear();
                }
                Some(old) if *old == new => {
                    self.old_ahead.pop_front();
                    self.new_ahead.pop_front();
                    self.old_at += 1;
                    self.new_at += 1;
                }
                Some(_) => {
                    self.wanted = Some(FIRST_TRY);
                    return true;
                }
            }
        }
        false
    }

    fn note(&mut self, missing: usize, added: usize, rest: bool) {
        let few = |marks: &VecDeque<u32>, count: usize| match count <= SHORT {
            true => marks.iter().take(count).copied().collect(),
            false => Vec::new(),
        };
        let stretch = Stretch {
            old: self.old_at,
            new: self.new_at,
            missing: missing as u64,
            added: added as u64,
            old_marks: few(&self.old_ahead, missing),
            new_marks: few(&self.new_ahead, added),
            last: self.old_ended && missing == self.old_ahead.len(),
            rest,
        };
        if self.stretches.len() < MOST {
            self.stretches.push(stretch)
        } else {
            self.more += 1
        }
        self.old_ahead.drain(..missing);
        self.new_ahead.drain(..added);
        self.old_at += missing as u64;
        self.new_at += added as u64;
    }

    /// The faults in order, and how many more there are.
    pub fn finish(mut self) -> (Vec<Fault>, u64) {
        self.advance(true);
        if !self.lost {
            self.fill(1);
            let kept = self.old_ahead.len() as u64;
            let missing = kept + self.old.by_ref().count() as u64;
            if missing > 0 {
                let (old, new) = (self.old_at, self.new_at);
                let (old_marks, new_marks) = (Vec::new(), Vec::new());
                let stretch = Stretch { old, new, missing, added: 0, old_marks, new_marks, last: true, rest: false };
                self.stretches.push(stretch);
            }
        }
        (faults(self.stretches), self.more)
    }
}

/// How many of each row stand before the place where they agree again: as few as possible, both
/// together.
fn meeting(old: &[u32], old_ended: bool, new: &[u32], new_ended: bool) -> Option<(usize, usize)> {
    let ends = |marks: &[u32], ended: bool| {
        let mut marks: Vec<u64> = marks.iter().map(|mark| u64::from(*mark)).collect();
        marks.extend(vec![END; if ended { AGREE } else { 0 }]);
        marks
    };
    let (old_marks, new_marks) = (ends(old, old_ended), ends(new, new_ended));
    if let Some(found) = shortest(&old_marks, &new_marks, AGREE) {
        // The ends alone agree always.
        let (missing, added) = (found.0.min(old.len()), found.1.min(new.len()));
        return Some((missing, added));
    }
    if !old_ended {
        return None;
    }
    // What was sealed ends here, and the log goes on: few lines, or none, can agree before that.
    let few = (1..AGREE.min(old.len() + 1)).rev().find_map(|few| {
        let tail = &old_marks[old.len() - few..old.len()];
        let at = new_marks.windows(few).position(|marks| marks == tail)?;
        Some((old.len() - few, at))
    });
    Some(few.unwrap_or((old.len(), old.len().min(new.len()))))
}

/// Where a run of `length` marks is in both, so that the sum of what is before is least.
fn shortest(old: &[u64], new: &[u64], length: usize) -> Option<(usize, usize)> {
    let mut places: HashMap<&[u64], usize> = HashMap::new();
    for (at, run) in old.windows(length).enumerate() {
        places.entry(run).or_insert(at);
    }
    let found = new.windows(length).enumerate().filter_map(|(added, run)| Some((*places.get(run)?, added)));
    found.min_by_key(|(missing, added)| (missing + added, missing.abs_diff(*added)))
}

/// What the stretches say.
fn faults(stretches: Vec<Stretch>) -> Vec<Fault> {
    let mut faults: Vec<(Fault, Option<(u32, u32)>)> = Vec::new();
    for stretch in &stretches {
        let Stretch { old: sealed, new: now, missing, added, .. } = *stretch;
        let (old, new) = (&stretch.old_marks, &stretch.new_marks);
        let one = |marks: &[u32]| if let [mark] = marks { Some(*mark) } else { None };
        let fault = match (missing, added) {
            _ if stretch.rest => Fault::Rest { sealed, now },
            (missing, 0) if stretch.last => Fault::Cut { sealed, count: missing },
            (missing, 0) => Fault::Removed { sealed, now, count: missing },
            (0, count) => Fault::Inserted { sealed, now, count },
            (missing, added) if missing == added => match order(old, new).as_deref() {
                Some([one, two]) => Fault::Swapped { one: sealed + one, two: sealed + two },
                Some(_) => Fault::Reordered { sealed, now, count: missing },
                None => Fault::Altered { sealed, now, count: missing },
            },
            (missing, count) => Fault::Replaced { sealed, missing, now, count },
        };
        let marks = match fault {
            Fault::Altered { .. } => one(old).zip(one(new)),
            Fault::Removed { .. } => one(old).map(|mark| (mark, mark)),
            Fault::Inserted { .. } => one(new).map(|mark| (mark, mark)),
            _ => None,
        };
        faults.push((fault, marks));
    }
    joined(faults)
}

/// Where lines are the same in another order, the places that differ; None where they are not.
fn order(old: &[u32], new: &[u32]) -> Option<Vec<u64>> {
    let sorted = |marks: &[u32]| {
        let mut marks = marks.to_vec();
        marks.sort_unstable();
        marks
    };
    if old.is_empty() || sorted(old) != sorted(new) {
        return None;
    }
    Some((0..old.len()).filter(|at| old[*at] != new[*at]).map(|at| at as u64).collect())
}

/// Joins two faults that are one: lines swapped over a distance, a line moved.
fn joined(mut faults: Vec<(Fault, Option<(u32, u32)>)>) -> Vec<Fault> {
    let mut at = 0;
    while at < faults.len() {
        let (first, marks) = faults[at].clone();
        let other = marks.and_then(|(old, new)| {
            faults[at + 1..].iter().position(|(second, marks)| match (&first, second) {
                (Fault::Altered { .. }, Fault::Altered { .. }) => *marks == Some((new, old)),
                (Fault::Removed { .. }, Fault::Inserted { .. }) | (Fault::Inserted { .. }, Fault::Removed { .. }) => {
                    *marks == Some((old, new))
                }
                _ => false,
            })
        });
        if let Some(other) = other {
            let (second, _) = faults.remove(at + 1 + other);
            let joined = match (first, second) {
                (Fault::Altered { sealed: one, .. }, Fault::Altered { sealed: two, .. }) => Fault::Swapped { one, two },
                (Fault::Removed { sealed, .. }, Fault::Inserted { now, .. })
                | (Fault::Inserted { now, .. }, Fault::Removed { sealed, .. }) => Fault::Moved { sealed, now },
                (first, _) => first,
            };
            faults[at] = (joined, None);
        }
        at += 1;
    }
    faults.into_iter().map(|(fault, _)| fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn placed(old: &[u32], new: &[u32]) -> Vec<Fault> {
        let mut placer = Placer::new(old.iter().copied());
        new.iter().for_each(|mark| placer.push(*mark));
        let (faults, more) = placer.finish();
        assert_eq!(more, 0);
        faults
    }

    const LINES: u64 = 3000;

    fn lines() -> Vec<u32> {
        (0..LINES as u32).map(|line| line.wrapping_mul(0x9E37_79B9)).collect()
    }

    #[test]
    fn nothing_differs_in_the_same_lines_and_in_a_log_that_grew() {
        let old = lines();
        assert_eq!(placed(&old, &old), []);
        assert_eq!(placed(&old[..1000], &old), []);
        assert_eq!(placed(&[], &old), []);
        assert_eq!(placed(&[], &[]), []);
    }

    #[test]
    fn one_fault_anywhere_is_placed_to_its_line() {
        let old = lines();
        for at in [0, 1, 2, 255, 256, 1500, LINES - 2, LINES - 1] {
            let line = at as usize;
            let mut new = old.clone();
            new[line] = 7;
            assert_eq!(placed(&old, &new), [Fault::Altered { sealed: at, now: at, count: 1 }]);
            let mut new = old.clone();
            new.insert(line, 7);
            assert_eq!(placed(&old, &new), [Fault::Inserted { sealed: at, now: at, count: 1 }]);
            let mut new = old.clone();
            new.remove(line);
            let last = at == LINES - 1;
            let cut = Fault::Cut { sealed: at, count: 1 };
            let removed = Fault::Removed { sealed: at, now: at, count: 1 };
            assert_eq!(placed(&old, &new), [if last { cut } else { removed }]);
        }
    }

    #[test]
    fn a_grown_log_hides_no_fault() {
        let old = lines();
        for at in [0, 1, 700, 996, 997, 998, 999] {
            let mut new = old.clone();
            new[at as usize] = 7;
            assert_eq!(placed(&old[..1000], &new), [Fault::Altered { sealed: at, now: at, count: 1 }], "{at}");
        }
    }

    #[test]
    fn swaps_moves_and_other_orders_are_told_apart() {
        let old = lines();
        for (one, two) in [(0, 1), (5, 6), (5, 8), (0, LINES - 1), (10, 2000), (LINES - 2, LINES - 1)] {
            let mut new = old.clone();
            new.swap(one as usize, two as usize);
            assert_eq!(placed(&old, &new), [Fault::Swapped { one, two }], "{one} {two}");
        }
        let mut new = old.clone();
        let line = new.remove(100);
        new.insert(2000, line);
        assert_eq!(placed(&old, &new), [Fault::Moved { sealed: 100, now: 2000 }]);
        let mut new = old.clone();
        new[100..103].rotate_left(1);
        assert_eq!(placed(&old, &new), [Fault::Reordered { sealed: 100, now: 100, count: 3 }]);
    }

    #[test]
    fn ranges_are_placed_as_ranges() {
        let old = lines();
        assert_eq!(placed(&old, &old[..2900]), [Fault::Cut { sealed: 2900, count: 100 }]);
        assert_eq!(placed(&old, &[]), [Fault::Cut { sealed: 0, count: LINES }]);
        assert_eq!(placed(&old, &old[70..]), [Fault::Removed { sealed: 0, now: 0, count: 70 }]);
        let mut new = old.clone();
        new.drain(500..1500);
        new[1000] = 7;
        let removed = Fault::Removed { sealed: 500, now: 500, count: 1000 };
        assert_eq!(placed(&old, &new), [removed, Fault::Altered { sealed: 2000, now: 1000, count: 1 }]);
        let mut new = old.clone();
        new.splice(500..510, [1, 2, 3]);
        assert_eq!(placed(&old, &new), [Fault::Replaced { sealed: 500, missing: 10, now: 500, count: 3 }]);
    }

    #[test]
    fn a_stretch_too_long_to_be_held_ends_the_placing() {
        let old: Vec<u32> = (0..200_000).collect();
        let new: Vec<u32> = (0..200_000).map(|line| if line < 10 { line } else { line + 1_000_000 }).collect();
        assert_eq!(placed(&old, &new), [Fault::Rest { sealed: 10, now: 10 }]);
    }

    #[test]
    fn of_very_many_faults_the_first_are_told_and_the_rest_counted() {
        let old: Vec<u32> = (0..20_000).collect();
        let new: Vec<u32> = old.iter().map(|line| if line % 50 == 0 { line + 1_000_000 } else { *line }).collect();
        let mut placer = Placer::new(old.into_iter());
        new.into_iter().for_each(|mark| placer.push(mark));
        let (faults, more) = placer.finish();
        assert_eq!((faults.len(), more), (100, 300));
    }

    proptest! {
        /// Of few kinds of lines, so that many are alike.
        #[test]
        fn there_are_faults_exactly_where_rows_differ(
            old in prop::collection::vec(0u32..4, 0..60),
            new in prop::collection::vec(0u32..4, 0..60),
        ) {
            let grown = new.starts_with(&old);
            prop_assert_eq!(placed(&old, &new).is_empty(), grown);
        }
    }
}
