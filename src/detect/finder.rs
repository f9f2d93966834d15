//! Finds what is sensitive in one text: takes the places of the look in order and asks, at each, the
//! engine that knows such a place.

use std::ops::Range;
use std::sync::Arc;

use super::anchors::{self, Hit, Kind};
use super::catalogue::{self, Slot, SlotSet};
use super::engines::{address, assign, digits, email, identity, network, token, url};
use super::rules::Rules;
use super::{Action, keys::KeyClass};

/// A value found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// First byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
    /// The detector that found it.
    pub slot: Slot,
    /// What is put in its place.
    pub put: Put,
    /// Whether quotes go around what is put: the value was no JSON string, and must become one.
    pub quote: bool,
    /// Whether it is a further piece of the finding before it, and not counted.
    pub again: bool,
    /// Number of the field it was found in, where fields are asked for.
    pub field: u32,
}

impl Finding {
    /// A value that is masked by an action.
    pub fn new(start: usize, end: usize, slot: Slot, action: Action) -> Finding {
        Finding { start, end, slot, put: Put::Act(action), quote: false, again: false, field: 0 }
    }
}

/// What is put in place of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// What the action makes of it.
    Act(Action),
    /// A text made already: a range of the caller's store of replacements.
    Given(u32, u32),
}

/// What is known of a text from outside it.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// What the text's key says of it.
    pub class: KeyClass,
    /// The key names a reference, an order, a trace: bare digits are no card.
    pub reference: bool,
    /// The key names a number that a state gives to a person.
    pub national: bool,
    /// The ids with letters that the key names.
    pub named: Named,
}

/// A set of ids with letters, by their number among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Named(u128);

impl Named {
    pub(super) fn add(&mut self, index: usize) {
        self.0 |= 1 << (index % 128);
    }

    pub(super) fn has(self, index: usize) -> bool {
        self.0 >> (index % 128) & 1 == 1
    }
}

impl Default for Context {
    fn default() -> Self {
        Context { class: KeyClass::None, reference: false, national: false, named: Named::default() }
    }
}

/// The detectors that are on, ready to look.
pub struct Finder {
    pub(super) on: SlotSet,
    pub(super) tokens: token::Tokens,
    /// Domains that count as internal besides the known endings, lower case, without a leading dot.
    pub(super) internal: Vec<String>,
    /// Whether addresses of hosts are asked for at all.
    pub addresses: bool,
    /// Own rules.
    pub(super) rules: Arc<Rules>,
    /// Actions that are put in place of a detector's own.
    actions: Vec<(Slot, Action)>,
}

impl Finder {
    /// With these detectors.
    pub fn new(on: SlotSet, internal: Vec<String>) -> Self {
        let addresses = [catalogue::IPV4, catalogue::IPV6, catalogue::SPECIAL_ADDRESS].iter().any(|slot| on.has(*slot));
        let (rules, actions) = (Arc::default(), Vec::new());
        Finder { tokens: token::Tokens::new(&on), on, internal, addresses, rules, actions }
    }

    /// With these own rules, and these actions in place of the detectors' own.
    pub fn with_own(mut self, rules: Arc<Rules>, actions: Vec<(Slot, Action)>) -> Self {
        (self.rules, self.actions) = (rules, actions);
        self
    }

    /// Id of what found something.
    pub fn id(&self, slot: Slot) -> &'static str {
        match slot.as_own().map(|index| self.rules.at(index)) {
            None => slot.detector().id,
            Some(rule) => rule.map_or("own-rule", |rule| rule.id),
        }
    }

    /// Adds every place of `text` to `hits`, which is empty.
    pub fn look(&self, text: &[u8], hits: &mut Vec<Hit>) {
        anchors::look(text, self.addresses, hits);
        self.rules.look_at_all(text, hits);
    }

    /// The same for many lines, but only one place a line for own rules: opening it asks for all.
    pub fn look_at_lines(&self, text: &[u8], hits: &mut Vec<Hit>) {
        anchors::look(text, self.addresses, hits);
        self.rules.look_at_lines(text, hits);
    }

    /// Adds the other places of own rules to the `hits` of a line, if one is among them.
    pub fn look_again(&self, line: &[u8], hits: &mut Vec<Hit>) {
        if hits.iter().any(|hit| hit.kind() == Kind::Own) {
            hits.retain(|hit| hit.kind() != Kind::Own);
            self.rules.look_at_all(line, hits);
        }
    }

    /// Whether the detector is on.
    pub fn is_on(&self, slot: Slot) -> bool {
        self.on.has(slot)
    }

    /// Adds to `out` what is found in `text` at the places `hits`, which are offsets into it, in order.
    pub fn find(&self, text: &[u8], hits: &[Hit], context: Context, out: &mut Vec<Finding>) {
        let mut found = Found::new(self, text, context, out);
        for hit in hits {
            found.look_at(*hit);
        }
        self.find_own(text, hits, out);
    }

    /// What own rules find.
    fn find_own(&self, text: &[u8], hits: &[Hit], out: &mut Vec<Finding>) {
        if hits.iter().any(|hit| hit.kind() == Kind::Own) {
            self.rules.find(text, out);
        }
    }

    /// Whether own rules can find a value by its key.
    pub fn spans_members(&self) -> bool {
        self.rules.span_members()
    }

    /// Adds to `out` what own rules find of a member's value by its key: `value` is the part of `member` that counts.
    pub fn find_in_member(&self, member: &[u8], value: Range<usize>, out: &mut Vec<Finding>) {
        self.rules.find_in_member(member, value, out);
    }

    /// As [`Finder::find`] for a text with very many findings: `full` takes off those that end before an offset, and so cannot
    /// change any more, whenever there are `many`.
    pub fn find_many(
        &self,
        text: &[u8],
        hits: &[Hit],
        out: &mut Vec<Finding>,
        many: usize,
        full: &mut dyn FnMut(&mut Vec<Finding>, usize),
    ) {
        self.find_own(text, hits, out);
        let mut found = Found::new(self, text, Context::default(), out);
        let mut limit = many;
        for hit in hits {
            if found.out.len() >= limit {
                full(found.out, hit.at().saturating_sub(BACK));
                limit = many.max(2 * found.out.len());
            }
            found.look_at(*hit);
        }
    }
}

/// How far before its place a finding may begin.
const BACK: usize = 1 << 13;

/// Pieces of a text that an engine has walked over already.
#[derive(Default)]
pub struct Walked {
    /// Where a header's value began and ends, and the quote that would have ended it.
    pub(super) header: (usize, usize, u8),
    /// Up to here cookies have been taken apart.
    pub(super) cookies: usize,
    /// The last long bare value.
    pub(super) bare: (usize, usize),
    /// How many bytes of rows of SQL were walked.
    pub(super) rows: usize,
    /// How often a seed phrase was tried.
    pub(super) phrases: u16,
}

/// A search under way.
pub struct Found<'a> {
    pub(super) finder: &'a Finder,
    pub(super) text: &'a [u8],
    pub(super) context: Context,
    out: &'a mut Vec<Finding>,
    /// Up to here a database string or URL has been taken apart: what looks like an address in it is none.
    pub(super) claimed: usize,
    /// The hidden piece that reaches furthest: findings need not come in order.
    pub(super) hidden: (usize, usize),
    /// What was walked last, so that a line of a million such places is not walked a million times.
    pub(super) walked: Walked,
}

impl<'a> Found<'a> {
    /// A search without the look: for one value under a key.
    pub fn new(finder: &'a Finder, text: &'a [u8], context: Context, out: &'a mut Vec<Finding>) -> Self {
        Found { finder, text, context, out, claimed: 0, hidden: (0, 0), walked: Walked::default() }
    }

    fn look_at(&mut self, hit: Hit) {
        match hit.kind() {
            Kind::Stem => assign::find(self, hit.at()),
            Kind::Run => token::find(self, hit.at()),
            Kind::Digits => digits::find(self, hit.at()),
            Kind::Plus => digits::find_plus(self, hit.at()),
            Kind::At => email::find(self, hit.at()),
            Kind::Percent => email::find_encoded(self, hit.at()),
            Kind::Url => url::find(self, hit.at()),
            Kind::Octets => network::find_device(self, hit.at()),
            Kind::Address => network::find(self, hit.at()),
            Kind::Street => {
                address::find(self, hit.at());
                identity::find_spaced(self, hit.at());
            }
            Kind::Code => identity::find(self, hit.at()),
            Kind::Unicode | Kind::Own | Kind::Word => {}
        }
    }

    /// Takes a finding, if its detector is on and it is not empty.
    pub fn add(&mut self, start: usize, end: usize, slot: Slot, action: Action) {
        self.add_quoted(start, end, slot, action, false);
    }

    /// The same; `quote` where quotes must go around what is put.
    pub fn add_quoted(&mut self, start: usize, end: usize, slot: Slot, action: Action, quote: bool) {
        if start < end && end <= self.text.len() && self.finder.on.has(slot) {
            let own = self.finder.actions.iter().find(|(of, _)| *of == slot);
            let action = own.map_or(action, |(_, action)| *action);
            if action == Action::Hide && end > self.hidden.1 {
                self.hidden = (start, end);
            }
            self.out.push(Finding { quote, ..Finding::new(start, end, slot, action) });
        }
    }

    /// Whether the byte at `at` is known to be hidden.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        (self.hidden.0..self.hidden.1).contains(&at)
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(0)
    }

    pub(super) fn before(&self, at: usize) -> u8 {
        if at == 0 { 0 } else { self.text[at - 1] }
    }
}
