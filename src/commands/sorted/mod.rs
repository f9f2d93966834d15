//! Files whose entries stand in the order of time, by the user's word (`--sorted`, `input.order: time`): only the part of
//! them is read that the window lies in.
//!
//! Nothing but reading all of a file shows that it is in order, so that nobody can know it before: it is a promise. It is
//! looked at in two ways. The entries at [`SAMPLES`] places of each file, and all that are met on the way to the ends of
//! the window, have to be in order, or the file is read whole; and what is read is watched (`order`). A line without a time
//! belongs to the entry before it.
//!
//! Only regular files by name that are not compressed can be read from a place on; all others are read whole.

mod order;
mod probe;

use std::fs::{self, File};
use std::io;
use std::ops::Range;

pub use order::Watched;
use probe::{Dated, Probe};

use super::inputs::{cannot_read, compression};
use crate::diagnostics::Diagnostic;
use crate::entry::fields::Fields;
use crate::entry::time::{Nanos, TimeReader};
use crate::input::Origin;
use crate::window::Window;

/// Places at which a file is looked at before it is searched.
const SAMPLES: u64 = 32;
/// Bytes in which an end of the window is looked for line by line.
const NEAR: u64 = 64 << 10;
/// Lines before the window that are read, too: a private key that they open hides lines behind them. As many behind it
/// are read to see whether they are in order.
const KEY_LINES: u64 = 260;

/// What is read of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The bytes; without a limit where nothing behind the window is known.
    pub bytes: Range<u64>,
    /// How many bytes of the file are not read.
    pub unread: u64,
    /// The times of the first and the last entry of the file.
    pub extent: (Nanos, Nanos),
}

/// What is read of each input, by its number; None for all of it.
#[derive(Debug, Default)]
pub struct Parts(Vec<(Origin, Option<Part>)>);

/// What entries are found with, and which.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The names of fields.
    pub fields: &'a Fields,
    /// Reads times.
    pub times: &'a TimeReader,
    /// The window.
    pub window: Window,
    /// Lines around what is in the window that are read, too.
    pub around: u64,
}

impl Parts {
    /// Of these inputs. What is not in order is said, and read whole.
    pub fn find(inputs: &[Origin], sought: &Sought) -> Parts {
        let part = |input: &Origin| match part(input, sought) {
            Ok(part) => part,
            Err(Unfit::Read(error)) => {
                cannot_read(input, &error).say();
                None
            }
            Err(Unfit::Disorder { at, before }) => {
                let said = format!(
                    "`{input}` is not in the order of time, and is read whole: the entry at byte {at} is earlier than \
                     the one at byte {before}"
                );
                Diagnostic::warning(said).say();
                None
            }
        };
        Parts(inputs.iter().map(|input| (input.clone(), part(input))).collect())
    }

    /// What is read of the input of that number.
    pub fn at(&self, number: usize) -> Option<&Part> {
        self.0.get(number)?.1.as_ref()
    }

    /// Which bytes of a file are read.
    pub fn of(&self, input: &Origin) -> Option<Range<u64>> {
        let (_, part) = self.0.iter().find(|(named, _)| named == input)?;
        part.as_ref().map(|part| part.bytes.clone())
    }

    /// How many bytes are not read.
    pub fn unread(&self) -> u64 {
        self.0.iter().flat_map(|(_, part)| part).map(|part| part.unread).sum()
    }
}

/// The time of the newest entry of inputs that are in order: that of the last entry of each. None where one of them cannot
/// be read from behind, or has no entry with a time.
pub fn newest(inputs: &[Origin], fields: &Fields, times: &TimeReader) -> Option<Nanos> {
    let last = |input: &Origin| Some(Probe::new(open(input)?, fields, times).ok()?.last().ok()??.time);
    let all: Option<Vec<Nanos>> = inputs.iter().map(last).collect();
    all?.into_iter().max()
}

/// How many lines of a file end before a byte: it is read up to there, but not looked into.
pub fn lines_before(input: &Origin, at: u64) -> u64 {
    // What is wrong with it was said by whoever read it.
    let lines = |file| probe::lines_before(&file, at).ok();
    open(input).and_then(lines).unwrap_or(0)
}

/// Why no part of a file can be chosen.
enum Unfit {
    Read(io::Error),
    /// The entry at a byte is earlier than one that stands before it.
    Disorder {
        at: u64,
        before: u64,
    },
}

impl From<io::Error> for Unfit {
    fn from(error: io::Error) -> Unfit {
        Unfit::Read(error)
    }
}

/// The file of an input that can be read from any place on.
fn open(input: &Origin) -> Option<File> {
    let Origin::File(path) = input else { return None };
    let regular = fs::metadata(path).is_ok_and(|file| file.is_file());
    if !regular || compression(input).is_some() {
        return None;
    }
    // What is wrong with it is said by whoever reads it.
    File::open(path).ok()
}

fn part(input: &Origin, sought: &Sought) -> Result<Option<Part>, Unfit> {
    let Some(file) = open(input).filter(|_| sought.window.is_limited()) else { return Ok(None) };
    let mut probe = Probe::new(file, sought.fields, sought.times)?;
    let length = probe.length();
    let samples = samples(&mut probe)?;
    let (Some(first), Some(last)) = (samples.first(), samples.last()) else { return Ok(None) };
    let extent = (first.time, last.time);
    let mut start = match sought.window.since {
        Some(since) => place(&mut probe, &samples, since)?.unwrap_or(length),
        None => 0,
    };
    let mut end = match sought.window.until {
        Some(until) => place(&mut probe, &samples, until)?.map(|end| end.max(start)),
        None => None,
    };
    // Before the first entry there may be lines that have no time.
    if start == first.start {
        start = 0;
    }
    if start < end.unwrap_or(length) {
        start = probe.back(start, KEY_LINES.max(sought.around))?;
    }
    if let Some(end) = &mut end {
        *end = probe.on(*end, KEY_LINES.max(sought.around))?;
    }
    let unread = start + end.map_or(0, |end| length.saturating_sub(end));
    Ok(Some(Part { bytes: start..end.unwrap_or(u64::MAX), unread, extent }))
}

/// The entries behind places spread over the file, in order, with the first and the last one of all.
fn samples(probe: &mut Probe) -> Result<Vec<Dated>, Unfit> {
    let length = probe.length();
    let mut samples: Vec<Dated> = Vec::new();
    for number in 0..SAMPLES {
        let at = (u128::from(length) * u128::from(number) / u128::from(SAMPLES)) as u64;
        // What was seen behind the last place stands for this one, too.
        if samples.last().is_some_and(|last| last.start >= at) {
            continue;
        }
        match probe.next(at, length)? {
            Some(next) => in_order(&mut samples, next)?,
            None => break,
        }
    }
    if let Some(last) = probe.last()? {
        in_order(&mut samples, last)?;
    }
    Ok(samples)
}

fn in_order(samples: &mut Vec<Dated>, next: Dated) -> Result<(), Unfit> {
    match samples.last() {
        Some(last) if last.start >= next.start => {}
        Some(last) if last.time > next.time => {
            return Err(Unfit::Disorder { at: next.start, before: last.start });
        }
        _ => samples.push(next),
    }
    Ok(())
}

/// Where the first entry begins that is at `time` or later; None where there is none.
fn place(probe: &mut Probe, samples: &[Dated], time: Nanos) -> io::Result<Option<u64>> {
    let behind = samples.partition_point(|sample| sample.time < time);
    // All entries before `low` are earlier; those from `bound` up to the one at `found` have no time.
    let mut low = behind.checked_sub(1).map_or(0, |last| samples[last].end);
    let Some(mut found) = samples.get(behind).map(|sample| sample.start) else { return Ok(None) };
    let mut bound = found;
    while bound.saturating_sub(low) > NEAR {
        let middle = low + (bound - low) / 2;
        match probe.next(middle, bound)? {
            Some(next) if next.time < time => low = next.end,
            Some(next) => (found, bound) = (next.start, middle),
            None => bound = middle,
        }
    }
    while let Some(next) = probe.next(low, bound)? {
        if next.time >= time {
            return Ok(Some(next.start));
        }
        low = next.end;
    }
    Ok(Some(found))
}

#[cfg(test)]
mod tests;
