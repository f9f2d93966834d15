//! A document's values: what their key, their neighbours and what they hold say of them.

use super::Passage;
use super::frame::{Frame, Place};
use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::catalogue as c;
use crate::detect::engines::armour::{self, Follows, Opens};
use crate::detect::engines::cli::Arguments;
use crate::detect::engines::identity;
use crate::detect::engines::keyed::{self, Carrier};
use crate::detect::finder::{Context, Finding, Found, Put};
use crate::detect::keys::{self, KeyClass};
use crate::detect::overlap;
use crate::entry::escape;
use crate::entry::scan::Str;
use crate::mask::action;

impl Passage<'_> {
    /// A value that is no container.
    pub(super) fn leaf(&mut self, place: Place, class: KeyClass, key: Option<Str>, hits: &[Hit]) {
        if self.masking.names_fields()
            && let Some(masked) = self.wish()
        {
            if masked && &self.text[place.start..place.end] != b"null" {
                self.hide(place.start, place.end, c::NAMED_FIELD, place.text.is_none());
            }
            return;
        }
        if place.text.is_some() {
            let (text, finder) = (self.text, self.masking.finder);
            if let Some((start, end)) = key_element(self.top(), text, &place, hits) {
                if finder.is_on(c::PRIVATE_KEY) && start < end {
                    self.hide(start, end, c::PRIVATE_KEY, false);
                }
                return;
            }
            if let Some((start, end)) = argument(self.top(), text, &place, hits)
                && finder.is_on(c::CLI_SECRET)
            {
                self.hide(start, end, c::CLI_SECRET, false);
            }
        }
        let class = self.beside(&place, class, key, hits);
        if class == KeyClass::None && hits.iter().all(|hit| hit.kind() == Kind::Word) {
            return;
        }
        let mark = self.out.len();
        self.value(place, class, key, hits);
        let card = self.out[mark..].iter().any(|finding| finding.slot == c::CARD || finding.slot == c::CARD_FIELD);
        if let (true, Some(frame)) = (card, self.top()) {
            frame.card = !frame.array;
        }
    }

    /// Hides a range of the text.
    fn hide(&mut self, start: usize, end: usize, slot: c::Slot, quote: bool) {
        let field = self.field();
        self.out.push(Finding { quote, field, ..Finding::new(start, end, slot, Action::Hide) });
    }

    /// What a value's neighbours make of its class; and what it says of them is kept.
    fn beside(&mut self, place: &Place, class: KeyClass, key: Option<Str>, hits: &[Hit]) -> KeyClass {
        let own = &self.text[place.start..place.end];
        let word = key.map(|name| &self.text[name.start..name.end]);
        let stem = || hits.iter().any(|hit| hit.kind().is_stem());
        let Some(frame) = self.top() else { return class };
        if frame.array {
            // `["password","x"]`: a name and its value by turns.
            if frame.count % 2 == 1 {
                let name = place.text.is_some() && own.len() <= 64 && stem() && !own.contains(&b' ');
                frame.named = if name { pair_class(own) } else { KeyClass::None };
            } else if frame.named != KeyClass::None
                && class == KeyClass::None
                && (keys::classify(own) == KeyClass::None || own.iter().any(u8::is_ascii_digit))
            {
                return frame.named;
            }
            return class;
        }
        let Some(word) = word else { return class };
        let mut class = class;
        // `"token":{"value":"x"}`
        if class == KeyClass::None && frame.class == KeyClass::Doubtful {
            class = if keys::is_pair_value(word) { KeyClass::Doubtful } else { KeyClass::Maybe };
        }
        if class == KeyClass::None && place.text.is_some() && holds_cards(word) {
            frame.holder = Some(*place).filter(|_| is_full_name(own));
        }
        if class == KeyClass::None || class == KeyClass::Name {
            if place.text.is_some() && frame.pair == KeyClass::None && stem() && keys::is_pair_name(word) {
                frame.pair = pair_class(own);
            } else if word == b"type" && frame.pair == KeyClass::None && stem() && pair_class(own) == KeyClass::Secret {
                // What is of a secret's type and no flag or object is one.
                frame.pair = KeyClass::Doubtful;
            } else if keys::is_pair_value(word) {
                frame.values = [frame.values[1], Some(*place)];
            }
        }
        frame.kubernetes |= word == b"kind" && own == b"Secret";
        class
    }

    /// Judges a string or scalar by its key's class, then by what it holds.
    pub(super) fn value(&mut self, place: Place, class: KeyClass, key: Option<Str>, hits: &[Hit]) {
        let said = key.map(|name| keys::said_by(&self.text[name.start..name.end]));
        let codes = hits.iter().any(|hit| match hit.kind() {
            Kind::Code => identity::is_suspect(self.text, hit.at()),
            Kind::Digits => true,
            Kind::Street => identity::is_spaced(self.text, hit.at()),
            _ => false,
        });
        let mut context = Context {
            class,
            reference: said.is_some_and(|said| said.reference),
            national: said.is_some_and(|said| said.national),
            ..Context::default()
        };
        if let (true, Some(name)) = (codes, key) {
            context.named = identity::named_by(&self.text[name.start..name.end]);
        }
        let content = &self.text[place.start..place.end];
        let mark = self.out.len();
        let carrier = match place.text {
            Some(name) if name.escaped => {
                self.escaped(content, context, place.start);
                return self.place(mark);
            }
            Some(_) => Carrier::Quoted,
            None => Carrier::Scalar,
        };
        if !self.judged(content, context, carrier) && !hits.is_empty() {
            let mut level = self.job.spare.pop().unwrap_or_default();
            level.hits.clear();
            level.hits.extend(hits.iter().map(|hit| hit.from(place.start)));
            match carrier {
                Carrier::Scalar => self.scalar(content, context, &level.hits, mark),
                _ => self.inside(content).text(&level.hits, context, None),
            }
            self.job.spare.push(level);
        }
        if carrier == Carrier::Quoted {
            for finding in &mut self.out[mark..] {
                requote(finding, content, &mut self.job.store);
            }
        }
        shift(&mut self.out[mark..], place.start);
        self.place(mark);
    }

    /// A number is masked as a whole, and becomes a string.
    fn scalar(&mut self, content: &[u8], context: Context, hits: &[Hit], mark: usize) {
        self.masking.finder.find(content, hits, context, self.out);
        for finding in &mut self.out[mark..] {
            if (finding.start, finding.end) != (0, content.len()) {
                (finding.start, finding.end, finding.put) = (0, content.len(), Put::Act(Action::Hide));
            }
            finding.quote = true;
        }
    }

    /// Notes the path of the findings from number `mark` on.
    pub(super) fn place(&mut self, mark: usize) {
        if self.masking.paths && self.out.len() > mark {
            let field = self.field();
            self.out[mark..].iter_mut().for_each(|finding| finding.field = field);
        }
    }

    /// Judges a value by its key's class alone; whether that was the last word.
    pub(super) fn judged(&mut self, content: &[u8], context: Context, carrier: Carrier) -> bool {
        if context.class == KeyClass::None || content.is_empty() {
            return false;
        }
        let mut found = Found::new(self.masking.finder, content, context, self.out);
        keyed::judge(&mut found, context.class, 0, content.len(), carrier)
    }
}

/// The key, decoded, with what was found in it masked.
pub(super) fn masked_key(text: &[u8], name: Str, findings: &[Finding], store: &[u8]) -> Vec<u8> {
    let mut findings = findings.to_vec();
    overlap::resolve(&mut findings);
    let (mut written, mut told, mut at) = (Vec::new(), Vec::new(), name.start);
    for finding in &findings {
        written.extend_from_slice(&text[at..finding.start]);
        match finding.put {
            Put::Act(action) => splice(action, &text[finding.start..finding.end], &mut written),
            Put::Given(from, to) => written.extend_from_slice(&store[from as usize..to as usize]),
        }
        at = finding.end;
    }
    written.extend_from_slice(&text[at..name.end]);
    escape::decode(&written, &mut told);
    told
}

/// Whether a key beside a card's number names who holds it.
pub(in crate::mask) fn holds_cards(key: &[u8]) -> bool {
    matches!(key, b"holder" | b"owner" | b"name" | b"name_on_card" | b"nameOnCard")
}

/// Whether the text is a person's name as cards have it: two words or more of letters alone.
pub(super) fn is_full_name(text: &[u8]) -> bool {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80 || matches!(byte, b'.' | b'\'' | b'-');
    text.len() <= 60
        && text.contains(&b' ')
        && text.split(|&byte| byte == b' ').all(|word| {
            word.iter().all(letter) && word.first().is_some_and(|first| first.is_ascii_uppercase() || *first >= 0x80)
        })
}

/// In an array of a private key's lines: what the element at `place` holds of it. Its first line opens the key.
fn key_element(frame: Option<&mut Frame>, text: &[u8], place: &Place, hits: &[Hit]) -> Option<(usize, usize)> {
    let frame = frame.filter(|frame| frame.array)?;
    let written = &text[place.start..place.end];
    if !frame.armour {
        let armoured = hits.iter().any(|hit| hit.kind().is_stem() && text[hit.at()..].starts_with(b"PRIVATE"));
        frame.armour = armoured && matches!(armour::opens(written), Opens::Key(_));
        return None;
    }
    let (start, end) = match armour::follows(written) {
        Follows::Body(start, end) => (start, end),
        Follows::Last(start, end) => {
            frame.armour = false;
            (start, end)
        }
        Follows::Other => {
            frame.armour = false;
            return None;
        }
    };
    Some((place.start + start, place.start + end))
}

/// In an array of a command and its arguments: where in the element at `place` a password stands.
fn argument(frame: Option<&mut Frame>, text: &[u8], place: &Place, hits: &[Hit]) -> Option<(usize, usize)> {
    let frame = frame.filter(|frame| frame.array)?;
    let written = &text[place.start..place.end];
    if let Some(arguments) = &mut frame.arguments {
        return arguments.next(written).map(|(start, end)| (place.start + start, place.start + end));
    }
    if hits.iter().any(|hit| hit.kind().is_stem()) {
        frame.arguments = Arguments::behind(written);
    }
    None
}

/// The class of a word that names a value beside it; only what is sure counts.
pub(super) fn pair_class(name: &[u8]) -> KeyClass {
    // `DB_PASSWORD=abc` is a pair by itself, not the name of the next element.
    if !name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b' ')) {
        return KeyClass::None;
    }
    let class = keys::classify(name);
    let spaced = name.contains(&b' ');
    if spaced && !matches!(class, KeyClass::Secret) || class == KeyClass::Maybe { KeyClass::None } else { class }
}

/// What an action makes of a value, as one text.
pub(in crate::mask) fn splice(action: Action, value: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    action::apply(action, value, &mut |start, end, text| {
        out.extend_from_slice(&value[at..start]);
        out.extend_from_slice(text);
        at = end;
    });
    out.extend_from_slice(&value[at..]);
}

/// The same in quotes: what was no JSON string becomes one.
pub(in crate::mask) fn quoted(action: Action, value: &[u8]) -> Vec<u8> {
    let mut text = vec![b'"'];
    splice(action, value, &mut text);
    text.push(b'"');
    text
}

/// A number of a document inside a string becomes a string inside a string: its quotes are escaped.
fn requote(finding: &mut Finding, content: &[u8], store: &mut Vec<u8>) {
    if let (true, Put::Act(action)) = (finding.quote, finding.put) {
        let mut written = Vec::new();
        escape::encode(&quoted(action, &content[finding.start..finding.end]), &mut written);
        (finding.put, finding.quote) = (keep(store, &written), false);
    }
}

pub(super) fn keep(store: &mut Vec<u8>, text: &[u8]) -> Put {
    let from = store.len() as u32;
    store.extend_from_slice(text);
    Put::Given(from, store.len() as u32)
}

pub(super) fn shift(findings: &mut [Finding], by: usize) {
    for finding in findings {
        finding.start += by;
        finding.end += by;
    }
}
