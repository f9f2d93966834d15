//! Frameworks: a list of controls each. A control is data: the clause, what it asks for in our
//! words, which facts speak for it and which against it, and a log that meets it and one that does
//! not.
//!
//! The verdict follows from the facts alone: *not met* with any gap, *met* with evidence and no gap,
//! else *no evidence*. It is of the logs that were read: whether they are all there are, and whether
//! somebody reads them, no log can say.

mod gdpr;
mod hipaa;
mod pci_dss;
mod samples;
mod sox;
#[cfg(test)]
mod tests;

use super::bursts::Burst;
use super::evidence::{Evidence, Place};
use super::state::Shows;
use crate::entry::time::Nanos;
use crate::mask::Tally;
use crate::render::audit::{self, Finding, Verdict};

/// All frameworks.
pub const FRAMEWORKS: [&Framework; 4] = [&sox::SOX, &gdpr::GDPR, &hipaa::HIPAA, &pci_dss::PCI_DSS];

/// A framework.
#[derive(Debug)]
pub struct Framework {
    /// Its name in flags and configs.
    pub id: &'static str,
    /// Its name and edition.
    pub title: &'static str,
    /// Its controls.
    pub controls: &'static [Control],
}

/// A control.
#[derive(Debug)]
pub struct Control {
    /// Its name for programs.
    pub id: &'static str,
    /// The clause.
    pub clause: &'static str,
    /// What it asks for, in our words.
    pub asks: &'static str,
    /// What is looked at, in words.
    pub looks_at: &'static str,
    /// What speaks for it.
    pub evidence: &'static [Ask],
    /// What speaks against it.
    pub gaps: &'static [Ask],
    /// Lines of a log that meets it; empty where it takes more than a log.
    pub meets: &'static [&'static str],
    /// Lines of a log that does not.
    pub fails: &'static [&'static str],
}

/// A question to the facts.
#[derive(Debug, Clone, Copy)]
pub enum Ask {
    /// Entries that show this.
    Shows(Shows, &'static str),
    /// Bursts of failed log-ins that nothing was done about: a success followed.
    BrokenIn,
    /// Gaps in the trail.
    Gaps,
    /// Entries of so many days.
    Reach(u64),
    /// Log lines in which a detector of the list found something; of an empty list, any detector.
    InClear(&'static [&'static str]),
    /// That those detectors found nothing in the lines.
    NothingInClear(&'static [&'static str]),
    /// Logs that are as they were sealed.
    Sealed,
    /// Logs that are not.
    Altered,
}

/// A day, in nanoseconds.
const DAY: Nanos = 86_400_000_000_000;

/// Detectors of payment cards.
pub const CARDS: &[&str] = &["card", "card-field", "card-code", "card-track"];

/// What came of the seal of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal {
    /// It is as it was sealed, so many lines.
    Intact(u64),
    /// It is not: what is said first of it.
    Altered(String),
}

/// A time without entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The last entry before it.
    pub from: String,
    /// The first entry behind it.
    pub to: String,
    /// How many entries are usual in that time.
    pub usual: u64,
}

impl Gap {
    /// In words.
    pub fn words(&self) -> String {
        format!("no entry from {} to {}, where {} are usual", self.from, self.to, self.usual)
    }
}

/// What was found in the logs.
pub struct Facts<'a> {
    /// What entries show.
    pub shown: &'a [Evidence; Shows::COUNT],
    /// Bursts of failed log-ins.
    pub bursts: &'a [Burst],
    /// Gaps in the trail.
    pub gaps: &'a [Gap],
    /// What masking found; None where it did not look.
    pub masked: Option<&'a Tally>,
    /// What came of the seals that were looked at.
    pub seals: &'a [(String, Seal)],
    /// How many lines were read.
    pub lines: u64,
    /// From when to when entries are.
    pub reach: Option<(Nanos, Nanos)>,
    /// A time in words.
    pub time: &'a dyn Fn(Nanos) -> String,
    /// A place in words.
    pub place: &'a dyn Fn(Place) -> String,
    /// A burst in words.
    pub burst: &'a dyn Fn(&Burst) -> String,
}

/// Holds the facts against a framework.
pub fn ask(framework: &Framework, facts: &Facts) -> audit::Framework {
    let controls = framework.controls.iter().map(|control| {
        let all = |asks: &[Ask]| asks.iter().flat_map(|ask| ask.of(facts)).collect::<Vec<Finding>>();
        let (evidence, gaps) = (all(control.evidence), all(control.gaps));
        let verdict = match (evidence.is_empty(), gaps.is_empty()) {
            (_, false) => Verdict::NotMet,
            (false, true) => Verdict::Met,
            (true, true) => Verdict::NoEvidence,
        };
        let Control { id, clause, asks, looks_at, .. } = *control;
        audit::Control { id, clause, asks, looks_at: looks_at.to_owned(), verdict, evidence, gaps }
    });
    audit::Framework { id: framework.id, title: framework.title, controls: controls.collect() }
}

impl Ask {
    /// In words.
    pub fn words(self) -> String {
        match self {
            Ask::Shows(_, what) => what.to_owned(),
            Ask::BrokenIn => "bursts of failed log-ins that a success follows".to_owned(),
            Ask::Gaps => "times without any entry in which many are usual".to_owned(),
            Ask::Reach(days) => format!("entries that reach over {days} days"),
            Ask::InClear([]) => "findings of any detector".to_owned(),
            Ask::InClear(ids) => format!("findings of the detectors {}", ids.join(", ")),
            Ask::NothingInClear([]) => "no finding of any detector".to_owned(),
            Ask::NothingInClear(ids) => format!("no finding of the detectors {}", ids.join(", ")),
            Ask::Sealed => "logs that are as they were sealed".to_owned(),
            Ask::Altered => "logs that are not as they were sealed".to_owned(),
        }
    }

    fn of(self, facts: &Facts) -> Vec<Finding> {
        let plain = |what: String| Finding { what, count: 1, range: None, lines: Vec::new() };
        match self {
            Ask::Shows(shows, what) => found(&facts.shown[shows as usize], what, facts).into_iter().collect(),
            Ask::BrokenIn => {
                let broken = facts.bursts.iter().filter_map(|burst| Some((burst, burst.success?)));
                let finding = |(burst, (_, success)): (&Burst, (_, Place))| Finding {
                    what: (facts.burst)(burst),
                    count: 1,
                    range: Some(((facts.place)(burst.place), Some((facts.place)(success)))),
                    lines: Vec::new(),
                };
                broken.map(finding).collect()
            }
            Ask::Gaps => facts.gaps.iter().map(|gap| plain(gap.words())).collect(),
            Ask::Reach(least) => {
                let reach = facts.reach.map(|(first, last)| (first, last, last.saturating_sub(first) / DAY));
                let said = |(first, last, days)| {
                    let (first, last) = ((facts.time)(first), (facts.time)(last));
                    plain(format!("entries from {first} to {last}, {days} days"))
                };
                reach.filter(|(_, _, days)| *days >= least as i64).map(said).into_iter().collect()
            }
            Ask::InClear(ids) => in_clear(ids, facts)
                .map(|(id, count)| Finding { count, ..plain(format!("found by the detector `{id}` in clear")) })
                .collect(),
            Ask::NothingInClear(ids) => {
                let clear = facts.masked.is_some() && facts.lines > 0 && in_clear(ids, facts).next().is_none();
                let what = format!("nothing was found in clear in {} lines", facts.lines);
                if clear { vec![plain(what)] } else { Vec::new() }
            }
            Ask::Sealed => {
                let sealed = facts.seals.iter().filter_map(|(name, seal)| match seal {
                    Seal::Intact(lines) => Some(plain(format!("`{name}`: {lines} lines are as they were sealed"))),
                    Seal::Altered(_) => None,
                });
                sealed.collect()
            }
            Ask::Altered => {
                let altered = facts.seals.iter().filter_map(|(name, seal)| match seal {
                    Seal::Intact(_) => None,
                    Seal::Altered(why) => Some(plain(format!("`{name}`: {why}"))),
                });
                altered.collect()
            }
        }
    }
}

fn in_clear<'a>(
    ids: &'static [&'static str],
    facts: &Facts<'a>,
) -> impl Iterator<Item = (&'static str, u64)> + use<'a> {
    let all = facts.masked.into_iter().flat_map(|tally| &tally.detectors).map(|(id, count)| (*id, *count));
    all.filter(move |(id, _)| ids.is_empty() || ids.contains(id))
}

/// Entries, with where they stand and what their lines hash to.
fn found(evidence: &Evidence, what: &str, facts: &Facts) -> Option<Finding> {
    let (first, _) = evidence.first.first()?;
    let last = evidence.last.filter(|last| last != first);
    let hex = |hash: &[u8; 32]| hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    Some(Finding {
        what: what.to_owned(),
        count: evidence.count,
        range: Some(((facts.place)(*first), last.map(|last| (facts.place)(last)))),
        lines: evidence.first.iter().map(|(place, hash)| ((facts.place)(*place), hex(hash))).collect(),
    })
}
