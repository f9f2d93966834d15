//! A member whose value an own rule may find by its key: tried as it is written, `"key": "value"`, escapes decoded. What
//! is found lies in the value; the key stays.

use super::Passage;
use super::frame::Place;
use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::finder::Put;
use crate::detect::keys::KeyClass;
use crate::entry::escape;
use crate::entry::scan::Str;

/// Whether an anchor of an own rule stands before `end`.
pub(super) fn is_anchored(hits: &[Hit], end: usize) -> bool {
    hits.iter().take_while(|hit| hit.at() < end).any(|hit| hit.kind() == Kind::Own)
}

impl Passage<'_> {
    /// A leaf, and what its key makes of it.
    pub(super) fn member(&mut self, place: Place, class: KeyClass, key: Str, hits: &[Hit]) {
        self.leaf(place, class, Some(key), hits);
        if self.masking.names_fields() && self.wish().is_some() {
            return;
        }
        let mark = self.out.len();
        if key.escaped || place.text.is_some_and(|text| text.escaped) {
            self.find_decoded(place, key);
        } else {
            let (start, end) = (key.start - 1, place.end + usize::from(place.text.is_some()));
            let value = place.start - start..place.end - start;
            self.masking.finder.find_in_member(&self.text[start..end], value, self.out);
            for finding in &mut self.out[mark..] {
                finding.start += start;
                finding.end += start;
            }
        }
        if place.text.is_none() {
            // A number becomes a string, and only as a whole.
            for finding in &mut self.out[mark..] {
                if (finding.start, finding.end) != (place.start, place.end) {
                    (finding.start, finding.end, finding.put) = (place.start, place.end, Put::Act(Action::Hide));
                }
                finding.quote = true;
            }
        }
        self.place(mark);
    }

    /// The same for a member with escapes.
    fn find_decoded(&mut self, place: Place, key: Str) {
        let mut level = self.job.spare.pop().unwrap_or_default();
        level.decoded.clear();
        level.findings.clear();
        level.decoded.push(b'"');
        escape::decode(&self.text[key.start..key.end], &mut level.decoded);
        level.decoded.extend_from_slice(&self.text[key.end..place.start]);
        let start = level.decoded.len();
        escape::decode(&self.text[place.start..place.end], &mut level.decoded);
        let value = start..level.decoded.len();
        if place.text.is_some() {
            level.decoded.push(b'"');
        }
        self.masking.finder.find_in_member(&level.decoded, value.clone(), &mut level.findings);
        for finding in &mut level.findings {
            finding.start -= start;
            finding.end -= start;
        }
        level.decoded.truncate(value.end);
        level.decoded.drain(..start);
        self.write_back(&self.text[place.start..place.end], place.start, &mut level);
        self.keep_level(level);
    }
}
