//! The walk over a document: what its keys say of their values, and where each value's places are.

use super::Passage;
use super::frame::{Frame, Place};
use super::member;
use super::values::{holds_cards, masked_key};
use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::catalogue as c;
use crate::detect::finder::Finding;
use crate::detect::keys::{self, KeyClass};
use crate::entry::escape;
use crate::entry::scan::{Event, NotJson, Str, Walk};
use crate::mask::settle::Settling;

/// Levels of one document whose names and pairs are kept; deeper ones are masked without them.
const MAX_FRAMES: usize = 200;

/// Where the walk is.
struct Walker<'h> {
    /// The places ahead.
    rest: &'h [Hit],
    /// The key of the value that comes next.
    key: Option<Str>,
    /// What it says of the value.
    class: KeyClass,
    /// Whether own rules may find the value by its key.
    own: bool,
    /// Open containers.
    level: usize,
    whole: Option<Whole>,
}

/// A container that is hidden or kept whole.
struct Whole {
    level: usize,
    start: usize,
    /// The detector by which it is hidden.
    slot: Option<c::Slot>,
}

impl Passage<'_> {
    pub(super) fn walk(
        &mut self,
        at: usize,
        hits: &[Hit],
        mut settling: Option<&mut Settling>,
    ) -> Result<usize, NotJson> {
        let mut walk = Walk::new(self.text, at);
        let mut walker = Walker { rest: hits, key: None, class: KeyClass::None, own: false, level: 0, whole: None };
        let spans_members = self.masking.finder.spans_members();
        // A line that is a document is not walked to its end (half of a walk is saved), unless fields are named.
        let may_pass = !self.masking.names_fields() && !self.masking.paths;
        let may_stop = self.depth == 0 && at == 0 && may_pass;
        while let Some(event) = walk.step()? {
            if let Some(settling) = settling.as_deref_mut()
                && settling.is_due(self.out)
                && walker.whole.is_none()
                && self.job.frames[self.floor..].iter().all(Frame::is_settled)
            {
                settling.settle_part(self.out, self.job);
            }
            if may_stop && walker.rest.is_empty() && self.is_done(&walker) {
                return Ok(self.text.len());
            }
            if walker.whole.is_some() {
                self.pass_by(&mut walker, event);
                continue;
            }
            match event {
                Event::Key(name) => {
                    walker.key = Some(name);
                    walker.own = spans_members && (name.escaped || member::is_anchored(walker.rest, name.end));
                    walker.class = self.key(name, &mut walker.rest);
                }
                Event::Open { at, array } => self.enter(&mut walker, at, array),
                Event::Close { at } => self.leave(&mut walker, at),
                Event::Text(name) => {
                    walker.own |= spans_members && (name.escaped || member::is_anchored(walker.rest, name.end));
                    self.element(&mut walker, Place::of(name));
                }
                Event::Scalar { start, end } => {
                    walker.own |= spans_members && member::is_anchored(walker.rest, end);
                    self.element(&mut walker, Place { start, end, text: None });
                }
            }
            if may_pass && walker.key.is_none() && self.reads_plainly(&walker) {
                let until = walker.rest.first().map_or(self.text.len(), |hit| hit.at());
                walk.pass_members(until, matters);
            }
        }
        Ok(walk.at())
    }

    /// Whether a member without a place of its own means nothing where the walk is, unless its key matters.
    fn reads_plainly(&mut self, walker: &Walker) -> bool {
        walker.whole.is_none()
            && walker.level == self.job.frames.len() - self.floor
            && self.top().is_some_and(|frame| !frame.array && frame.class == KeyClass::None)
    }

    /// Whether nothing can be found any more behind the last place: no pair and no hidden container is open.
    fn is_done(&self, walker: &Walker) -> bool {
        walker.whole.is_none()
            && walker.key.is_none()
            && walker.class == KeyClass::None
            && !self.job.frames[self.floor..].iter().any(Frame::waits)
    }

    /// A part of a container that is hidden or kept whole.
    fn pass_by(&mut self, walker: &mut Walker, event: Event) {
        let at = match event {
            Event::Open { .. } => {
                walker.level += 1;
                return;
            }
            Event::Close { at } => at,
            _ => return,
        };
        walker.level -= 1;
        let Some(whole) = walker.whole.take_if(|whole| whole.level == walker.level) else { return };
        if let Some(slot) = whole.slot {
            let field = self.field();
            let hidden = Finding::new(whole.start, at + 1, slot, Action::Hide);
            self.out.push(Finding { quote: true, field, ..hidden });
        }
        self.leave_value(&mut walker.key);
    }

    /// A container opens.
    fn enter(&mut self, walker: &mut Walker, at: usize, array: bool) {
        let text = self.text;
        let mut class = self.enter_value().unwrap_or(walker.class);
        // `"name":"password","value":["x"]`
        if let (Some(frame), Some(name)) = (self.top(), walker.key)
            && frame.pair != KeyClass::None
            && keys::is_pair_value(&text[name.start..name.end])
        {
            class = frame.pair;
        }
        let wish = if self.masking.names_fields() { self.wish() } else { None };
        let secret = class == KeyClass::Secret && self.masking.finder.is_on(c::SECRET_FIELD);
        if wish.is_some() || secret {
            let slot = match wish {
                Some(true) => Some(c::NAMED_FIELD),
                Some(false) => None,
                None => Some(c::SECRET_FIELD),
            };
            walker.whole = Some(Whole { level: walker.level, start: at, slot });
            walker.level += 1;
            return;
        }
        let holds_data = walker.key.is_some_and(|name| matches!(&text[name.start..name.end], b"data" | b"stringData"));
        if let Some(frame) = self.top().filter(|_| holds_data) {
            frame.data = Some((at, at));
        }
        walker.level += 1;
        if self.job.frames.len() - self.floor < MAX_FRAMES {
            self.job.frames.push(Frame::new(array, class, walker.key.is_some() && self.masking.paths));
        }
        walker.key = None;
        (walker.class, walker.own) = (KeyClass::None, false);
    }

    /// A container closes: what waited for its end is judged.
    fn leave(&mut self, walker: &mut Walker, at: usize) {
        walker.level -= 1;
        walker.key = None;
        if walker.level >= MAX_FRAMES || self.job.frames.len() <= self.floor {
            return;
        }
        let frame = self.job.frames.pop().expect("checked");
        if frame.pair != KeyClass::None {
            for place in frame.values.into_iter().flatten() {
                self.value(place, frame.pair, None, &[]);
            }
        }
        if let (true, Some(place)) = (frame.card, frame.holder) {
            self.value(place, KeyClass::Name, None, &[]);
        }
        if let (true, Some((start, end))) = (frame.kubernetes, frame.data) {
            let field = self.field();
            let hidden = Finding::new(start, end, c::SECRET_FIELD, Action::Hide);
            self.out.push(Finding { quote: true, field, ..hidden });
        }
        if frame.keyed {
            self.job.path.pop();
        }
        if let Some(data) = self.top().and_then(|outer| outer.data.as_mut()).filter(|data| data.0 == data.1) {
            data.1 = at + 1;
        }
    }

    /// A string or scalar that is a value.
    fn element(&mut self, walker: &mut Walker, place: Place) {
        let class = self.enter_value().unwrap_or(walker.class);
        let hits = take(&mut walker.rest, place.start, place.end);
        match walker.key.filter(|_| walker.own) {
            Some(key) => self.member(place, class, key, hits),
            None => self.leaf(place, class, walker.key, hits),
        }
        self.leave_value(&mut walker.key);
        (walker.class, walker.own) = (KeyClass::None, false);
    }

    /// A key: what it says of its value; and a value that stands in the key itself is found.
    fn key(&mut self, name: Str, rest: &mut &[Hit]) -> KeyClass {
        let mine = take(rest, name.start, name.end);
        let written = &self.text[name.start..name.end];
        let place = Place::of(name);
        if self.masking.paths {
            let mut decoded = Vec::new();
            escape::decode(written, &mut decoded);
            self.job.path.push(decoded);
        }
        let mark = self.out.len();
        let class = if name.escaped {
            let mut level = self.job.spare.pop().unwrap_or_default();
            level.decoded.clear();
            escape::decode(written, &mut level.decoded);
            let class = keys::classify(&level.decoded);
            self.job.spare.push(level);
            self.value(place, KeyClass::None, None, mine);
            class
        } else {
            // A lone word of a key is its name, unless a value stands beside it.
            let beside = || memchr::memchr3(b'=', b':', b' ', written).is_some();
            let mut places = mine.iter().filter(|hit| hit.kind() != Kind::Word);
            if places.next().is_some_and(|hit| hit.kind() != Kind::Stem || places.next().is_some() || beside()) {
                self.value(place, KeyClass::None, None, mine);
            }
            // Every class has a stem in its words.
            if mine.iter().any(|hit| hit.kind().is_stem()) { keys::classify(written) } else { KeyClass::None }
        };
        if self.out.len() == mark {
            return class;
        }
        // What is hidden in the document must not be told by its path; and the next time the key is read, it reads so.
        let told = masked_key(self.text, name, &self.out[mark..], &self.job.store);
        let class = keys::classify(&told);
        if self.masking.paths {
            *self.job.path.last_mut().expect("pushed above") = told;
            let field = self.field();
            self.out[mark..].iter_mut().for_each(|finding| finding.field = field);
        }
        class
    }

    /// In an array, counts the element, and says what the array's key says of it.
    fn enter_value(&mut self) -> Option<KeyClass> {
        let frame = self.top()?;
        if !frame.array {
            return if frame.class == KeyClass::Cookie { Some(KeyClass::Secret) } else { None };
        }
        frame.count += 1;
        Some(frame.class)
    }

    fn leave_value(&mut self, key: &mut Option<Str>) {
        if key.take().is_some() && self.masking.paths && self.top().is_some_and(|frame| !frame.array) {
            self.job.path.pop();
        }
    }
}

/// Whether a member of this name can mean something for its neighbours.
fn matters(key: &[u8]) -> bool {
    keys::is_pair_value(key) || holds_cards(key) || matches!(key, b"kind" | b"stringData")
}

/// Takes the places inside `start..end` off the front of the list; those before it are dropped.
fn take<'h>(rest: &mut &'h [Hit], start: usize, end: usize) -> &'h [Hit] {
    let skip = rest.iter().take_while(|hit| hit.at() < start).count();
    let tail = &rest[skip..];
    let count = tail.iter().take_while(|hit| hit.at() < end).count();
    *rest = &tail[count..];
    &tail[..count]
}
