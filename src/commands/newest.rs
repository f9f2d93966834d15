//! Finds the time of the newest entry: a fold of its own, before the report's.

use crate::entry::aliases::Role;
use crate::entry::fields::{Fields, Seen};
use crate::entry::time::{Nanos, TimeReader};
use crate::input::Block;
use crate::pipeline::Folder;

/// Looks at times and nothing else.
pub struct Newest<'a> {
    fields: &'a Fields,
    times: &'a TimeReader,
}

impl<'a> Newest<'a> {
    /// Reads the times of entries that have these fields.
    pub fn new(fields: &'a Fields, times: &'a TimeReader) -> Newest<'a> {
        Newest { fields, times }
    }
}

impl Folder for Newest<'_> {
    type Part = (Option<Nanos>, Seen);

    fn part(&self) -> Self::Part {
        (None, Seen::default())
    }

    fn add(&self, block: &Block, _: u64, (newest, seen): &mut Self::Part) {
        if block.piece.is_some() {
            return;
        }
        for line in block.bytes().split(|byte| *byte == b'\n') {
            if self.fields.read(line, seen).is_err() {
                continue;
            }
            let time = seen.get(Role::Time).and_then(|value| self.times.read(value.text(line, &mut Vec::new())));
            *newest = (*newest).max(time.map(|stamp| stamp.nanos));
        }
    }

    fn merge(&self, into: &mut Self::Part, from: Self::Part) {
        into.0 = into.0.max(from.0);
    }
}
