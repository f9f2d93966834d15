//! Bursts: many failed log-ins in a short time, and whether a success came of them.
//!
//! The rule: at least [`FAILURES`] failures of one actor, or from one address, within [`WITHIN`]
//! minutes. A person who mistypes fails once to three times; PCI DSS 8.3.4 wants an account locked
//! after ten at most. A success counts as following when it comes within [`AFTER`] minutes of the
//! burst's last failure: the time that 8.3.4 keeps an account locked.
//!
//! Attempts are kept by minute, actor and address, the latest [`MOST`] such rows: what is kept
//! depends on what was added alone, whatever the order.

use std::collections::BTreeMap;

use crate::entry::time::Nanos;
use crate::stats::{Merge, earlier, hash};

use super::evidence::Place;

/// Failures that are a burst.
pub const FAILURES: u64 = 5;
/// Minutes within which they fall.
pub const WITHIN: i64 = 10;
/// Minutes after the last of them in which a success counts as following.
pub const AFTER: i64 = 30;
/// The most rows that are kept.
const MOST: usize = 100_000;
const MINUTE: i64 = 60_000_000_000;

/// Whom attempts are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The actor.
    Actor,
    /// The source address.
    Source,
}

/// Attempts to log in.
#[derive(Debug, Clone, Default)]
pub struct Attempts {
    rows: BTreeMap<(i64, By, u64), Row>,
    /// Rows up to this minute are not complete and left out.
    lost: Option<i64>,
}

/// Most rows have no failures: what these need lies apart.
#[derive(Debug, Clone, Default)]
struct Row {
    failures: Option<Box<Failures>>,
    /// Successes: those that count are behind a failure, so the last and the first are kept.
    success: Option<(Nanos, Place)>,
    last_success: Option<(Nanos, Place)>,
}

/// Failures in a minute.
#[derive(Debug, Clone)]
struct Failures {
    name: Box<str>,
    count: u64,
    /// The time and place of the first, and the time of the last.
    first: (Nanos, Place),
    last: Nanos,
}

/// A burst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burst {
    /// Whom it is of.
    pub by: By,
    /// The name, as it is kept.
    pub name: Box<str>,
    /// The address that all of an actor's burst came from, if it was one.
    pub from: Option<Box<str>>,
    /// How many failures.
    pub failures: u64,
    /// When the first was.
    pub first: Nanos,
    /// When the last was.
    pub last: Nanos,
    /// Where the first is.
    pub place: Place,
    /// The success that followed, if one did, and where.
    pub success: Option<(Nanos, Place)>,
}

impl Attempts {
    /// Adds an attempt.
    pub fn add(&mut self, by: By, name: &str, time: Nanos, place: Place, success: bool) {
        let key = (time.div_euclid(MINUTE), by, hash(name.as_bytes(), 0));
        if self.lost.is_some_and(|lost| key.0 <= lost) {
            return;
        }
        let row = self.rows.entry(key).or_default();
        let at = Some((time, place));
        if success {
            row.success = row.success.map_or(at, |known| at.min(Some(known)));
            row.last_success = row.last_success.max(at);
        } else {
            let one = Failures { name: name.into(), count: 1, first: (time, place), last: time };
            match &mut row.failures {
                Some(known) => known.merge(one),
                none => *none = Some(Box::new(one)),
            }
        }
        if self.rows.len() > MOST + MOST / 4 {
            self.prune();
        }
    }

    /// Whole minutes go, so that what is kept is complete.
    fn prune(&mut self) {
        while self.rows.len() > MOST {
            let Some((minute, _, _)) = self.rows.keys().next().copied() else { return };
            self.rows = self.rows.split_off(&(minute + 1, By::Actor, 0));
            self.lost = self.lost.max(Some(minute));
        }
    }

    /// The bursts by time, and from which time on they were looked for, if not from the first.
    pub fn finish(mut self) -> (Vec<Burst>, Option<Nanos>) {
        self.prune();
        let mut of: BTreeMap<(By, u64), Vec<(i64, Row)>> = BTreeMap::new();
        for ((minute, by, key), row) in self.rows {
            of.entry((by, key)).or_default().push((minute, row));
        }
        let mut bursts: Vec<Burst> = of.into_iter().flat_map(|((by, _), rows)| bursts(by, &rows)).collect();
        bursts.sort_by(|one, two| (one.first, one.by, &one.name).cmp(&(two.first, two.by, &two.name)));
        // The attempts of one actor from one address are one burst.
        let (mut bursts, sources): (Vec<Burst>, Vec<Burst>) =
            bursts.into_iter().partition(|burst| burst.by == By::Actor);
        for source in sources {
            let same = |burst: &&mut Burst| {
                let of = |burst: &Burst| (burst.first, burst.last, burst.failures, burst.place);
                of(burst) == of(&source)
            };
            match bursts.iter_mut().find(same) {
                Some(burst) => burst.from = Some(source.name),
                None => bursts.push(source),
            }
        }
        bursts.sort_by(|one, two| (one.first, one.by, &one.name).cmp(&(two.first, two.by, &two.name)));
        (bursts, self.lost.map(|minute| (minute + 1) * MINUTE))
    }
}

impl Row {
    fn failed(&self) -> u64 {
        self.failures.as_ref().map_or(0, |failures| failures.count)
    }
}

impl Merge for Failures {
    fn merge(&mut self, other: Failures) {
        self.count += other.count;
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// The bursts of one name; `rows` by minute.
fn bursts(by: By, rows: &[(i64, Row)]) -> Vec<Burst> {
    let mut found: Vec<Burst> = Vec::new();
    let mut from = 0;
    while from < rows.len() {
        let near = |at: usize| rows[from].0 + WITHIN > rows[at].0;
        let mut to = from + 1;
        while to < rows.len() && near(to) {
            to += 1;
        }
        let failures: u64 = rows[from..to].iter().map(|(_, row)| row.failed()).sum();
        if failures < FAILURES {
            from += 1;
            continue;
        }
        // It goes on for as long as no gap is longer.
        while to < rows.len() && rows[to].0 - rows[to - 1].0 < WITHIN {
            to += 1;
        }
        let within = &rows[from..to];
        let mut all = within.iter().filter_map(|(_, row)| row.failures.as_deref()).cloned();
        let Some(mut sum) = all.next() else {
            from += 1;
            continue;
        };
        all.for_each(|more| sum.merge(more));
        let Failures { name, count: failures, first: (first, place), last } = sum;
        let until = last + AFTER * MINUTE;
        let successes = rows[from..].iter().flat_map(|(_, row)| [row.success, row.last_success]).flatten();
        let success = successes.filter(|(time, _)| *time > last && *time <= until).min();
        found.push(Burst { by, name, from: None, failures, first, last, place, success });
        from = to;
    }
    found
}

impl Merge for Attempts {
    fn merge(&mut self, other: Attempts) {
        self.lost = self.lost.max(other.lost);
        for (key, from) in other.rows {
            let row = self.rows.entry(key).or_default();
            match (&mut row.failures, from.failures) {
                (Some(known), Some(more)) => known.merge(*more),
                (none, more) => *none = none.take().or(more),
            }
            row.success = earlier(row.success, from.success);
            row.last_success = row.last_success.max(from.last_success);
        }
        if let Some(lost) = self.lost {
            self.rows = self.rows.split_off(&(lost + 1, By::Actor, 0));
        }
        self.prune();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { input: 0, block: 0, line: 0 };

    /// Attempts of one actor: seconds, and whether they succeed.
    fn of(attempts: &[(i64, bool)]) -> Vec<Burst> {
        let mut all = Attempts::default();
        for (second, success) in attempts {
            all.add(By::Actor, "eve", second * 1_000_000_000, PLACE, *success);
        }
        all.finish().0
    }

    #[test]
    fn five_failures_in_ten_minutes_are_a_burst_and_four_are_none() {
        let fails = |count: i64, step: i64| (0..count).map(|n| (n * step, false)).collect::<Vec<_>>();
        assert_eq!(of(&fails(4, 1)), []);
        assert_eq!(of(&fails(5, 1))[0].failures, 5);
        assert_eq!(of(&fails(5, 140))[0].failures, 5);
        // One every five minutes.
        assert_eq!(of(&fails(50, 300)), []);
        // One burst, however long it goes on.
        assert_eq!(of(&fails(500, 20)).len(), 1);
    }

    #[test]
    fn a_success_counts_behind_the_failures_and_soon() {
        let mut attempts: Vec<(i64, bool)> = (0..6).map(|n| (n * 10, false)).collect();
        attempts.insert(0, (0, true));
        assert_eq!(of(&attempts)[0].success, None);
        attempts.push((50 + 31 * 60, true));
        assert_eq!(of(&attempts)[0].success, None);
        attempts.push((90, true));
        assert_eq!(of(&attempts)[0].success.map(|found| found.0), Some(90_000_000_000));
        // Also in the minute of the last failure, and with a success before it in the same.
        attempts.extend([(49, true), (58, true)]);
        assert_eq!(of(&attempts)[0].success.map(|found| found.0), Some(58_000_000_000));
    }

    #[test]
    fn names_are_told_apart_and_parts_merge_in_any_order() {
        let mut parts: Vec<Attempts> = (0..3).map(|_| Attempts::default()).collect();
        for n in 0..30 {
            let name = if n % 2 == 0 { "eve" } else { "bob" };
            parts[n as usize % 3].add(By::Actor, name, n * 1_000_000_000, PLACE, n == 28);
        }
        let merged = |order: [usize; 3]| {
            let mut all = parts[order[0]].clone();
            all.merge(parts[order[1]].clone());
            all.merge(parts[order[2]].clone());
            all.finish()
        };
        let one = merged([0, 1, 2]);
        assert_eq!(one, merged([2, 0, 1]));
        assert_eq!(one.0.len(), 2);
        assert_eq!(one.0[0].failures, 14);
        assert_eq!(one.0[0].success.map(|found| found.0), Some(28_000_000_000));
    }
}
