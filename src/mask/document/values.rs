//! A document's values: what their key, their neighbours and what they hold say of them.

use super::{Frame, Job, Level, Masking, Place, top};
use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::catalogue as c;
use crate::detect::engines::armour::{self, Follows, Opens};
use crate::detect::engines::cli::Arguments;
use crate::detect::engines::keyed::{self, Carrier};
use crate::detect::finder::{Context, Finding, Found, Put};
use crate::detect::keys::{self, KeyClass};
use crate::detect::overlap;
use crate::entry::escape::{self, WayBack};
use crate::entry::scan::Str;
use crate::mask::action;

impl Masking<'_> {
    /// A value that is no container.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn leaf(
        &self,
        job: &mut Job,
        text: &[u8],
        place: Place,
        class: KeyClass,
        key: Option<Str>,
        hits: &[Hit],
        depth: usize,
        out: &mut Vec<Finding>,
        floor: usize,
        fields: bool,
    ) {
        if fields {
            match self.wish(job) {
                Some(true) if &text[place.start..place.end] != b"null" => {
                    let field = self.field(job);
                    out.push(Finding {
                        quote: place.text.is_none(),
                        field,
                        ..Finding::new(place.start, place.end, c::NAMED_FIELD, Action::Hide)
                    });
                    return;
                }
                Some(_) => return,
                None => {}
            }
        }
        if let (true, Some(range)) = (place.text.is_some(), key_element(top(job, floor), text, &place, hits)) {
            if self.finder.is_on(c::PRIVATE_KEY) && range.0 < range.1 {
                let field = self.field(job);
                out.push(Finding { field, ..Finding::new(range.0, range.1, c::PRIVATE_KEY, Action::Hide) });
            }
            return;
        }
        if let (true, Some((start, end))) = (place.text.is_some(), argument(top(job, floor), text, &place, hits)) {
            let field = self.field(job);
            if self.finder.is_on(c::CLI_SECRET) {
                out.push(Finding { field, ..Finding::new(start, end, c::CLI_SECRET, Action::Hide) });
            }
        }
        let mut class = class;
        if let Some(frame) = top(job, floor) {
            if frame.array {
                // `["password","x"]`: a name and its value by turns.
                if frame.count % 2 == 1 {
                    frame.named = match place.text {
                        Some(name)
                            if name.end - name.start <= 64
                                && hits.iter().any(|hit| hit.kind == Kind::Stem)
                                && !text[name.start..name.end].contains(&b' ') =>
                        {
                            pair_class(&text[name.start..name.end])
                        }
                        _ => KeyClass::None,
                    };
                } else if frame.named != KeyClass::None && class == KeyClass::None {
                    let own = &text[place.start..place.end];
                    if keys::classify(own) == KeyClass::None || own.iter().any(u8::is_ascii_digit) {
                        class = frame.named;
                    }
                }
            } else if let Some(name) = key {
                let word = &text[name.start..name.end];
                // `"token":{"value":"x"}`
                if class == KeyClass::None && frame.class == KeyClass::Doubtful {
                    class = if keys::is_pair_value(word) { KeyClass::Doubtful } else { KeyClass::Maybe };
                }
                if class == KeyClass::None && place.text.is_some() && holds_cards(word) {
                    frame.holder = Some(place).filter(|place| is_full_name(&text[place.start..place.end]));
                }
                if class == KeyClass::None || class == KeyClass::Name {
                    if place.text.is_some()
                        && frame.pair == KeyClass::None
                        && hits.iter().any(|hit| hit.kind == Kind::Stem)
                        && keys::is_pair_name(word)
                    {
                        frame.pair = pair_class(&text[place.start..place.end]);
                    } else if word == b"type"
                        && frame.pair == KeyClass::None
                        && hits.iter().any(|hit| hit.kind == Kind::Stem)
                        && pair_class(&text[place.start..place.end]) == KeyClass::Secret
                    {
                        // What is of a secret's type and no flag or object is one.
                        frame.pair = KeyClass::Doubtful;
                    } else if keys::is_pair_value(word) {
                        frame.values = [frame.values[1], Some(place)];
                    }
                }
                if word == b"kind" && &text[place.start..place.end] == b"Secret" {
                    frame.kubernetes = true;
                }
            }
        }
        if class == KeyClass::None && hits.is_empty() {
            return;
        }
        let mark = out.len();
        self.value(job, text, place, class, key, hits, depth, out);
        let card = out[mark..].iter().any(|finding| finding.slot == c::CARD || finding.slot == c::CARD_FIELD);
        if let (true, Some(frame)) = (card, top(job, floor)) {
            frame.card = !frame.array;
        }
    }

    /// Judges a string or scalar by its key's class, then by what it holds.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn value(
        &self,
        job: &mut Job,
        text: &[u8],
        place: Place,
        class: KeyClass,
        key: Option<Str>,
        hits: &[Hit],
        depth: usize,
        out: &mut Vec<Finding>,
    ) {
        let said = key.map(|name| keys::said_by(&text[name.start..name.end]));
        let context = Context {
            class,
            reference: said.is_some_and(|said| said.reference),
            national: said.is_some_and(|said| said.national),
        };
        let content = &text[place.start..place.end];
        let mark = out.len();
        match place.text {
            Some(name) if name.escaped => self.escaped(job, content, context, depth, place.start, out),
            Some(_) => {
                if !self.judged(content, context, Carrier::Quoted, out) && !hits.is_empty() {
                    let mut level = job.spare.pop().unwrap_or_default();
                    level.hits.clear();
                    level.hits.extend(hits.iter().map(|hit| hit.from(place.start)));
                    self.text(job, content, &level.hits, context, depth + 1, out, None);
                    job.spare.push(level);
                }
                for finding in &mut out[mark..] {
                    requote(finding, content, &mut job.store);
                }
                shift(&mut out[mark..], place.start);
            }
            None => {
                if !self.judged(content, context, Carrier::Scalar, out) && !hits.is_empty() {
                    let shifted: Vec<Hit> = hits.iter().map(|hit| hit.from(place.start)).collect();
                    self.finder.find(content, &shifted, context, out);
                    // A number is masked as a whole, and becomes a string.
                    for finding in &mut out[mark..] {
                        if (finding.start, finding.end) != (0, content.len()) {
                            (finding.start, finding.end, finding.put) = (0, content.len(), Put::Act(Action::Hide));
                        }
                        finding.quote = true;
                    }
                }
                shift(&mut out[mark..], place.start);
            }
        }
        if self.paths && out.len() > mark {
            let field = self.field(job);
            out[mark..].iter_mut().for_each(|finding| finding.field = field);
        }
    }

    pub(super) fn judged(&self, content: &[u8], context: Context, carrier: Carrier, out: &mut Vec<Finding>) -> bool {
        if context.class == KeyClass::None || content.is_empty() {
            return false;
        }
        let mut found = Found::new(self.finder, content, context, out);
        keyed::judge(&mut found, context.class, 0, content.len(), carrier)
    }

    /// A string with escapes: its content is decoded, masked, and what was replaced is found again in the
    /// written text.
    pub(super) fn escaped(
        &self,
        job: &mut Job,
        content: &[u8],
        context: Context,
        depth: usize,
        base: usize,
        out: &mut Vec<Finding>,
    ) {
        let mut level = job.spare.pop().unwrap_or_default();
        level.decoded.clear();
        level.findings.clear();
        escape::decode(content, &mut level.decoded);
        if !self.judged(&level.decoded, context, Carrier::Quoted, &mut level.findings) {
            level.hits.clear();
            let hits = &mut level.hits;
            self.finder.look(&level.decoded, hits);
            self.text(job, &level.decoded, &level.hits, context, depth + 1, &mut level.findings, None);
        }
        overlap::resolve(&mut level.findings);
        let mut back = WayBack::new(content);
        for finding in &level.findings {
            let inner = &level.decoded[finding.start..finding.end];
            match finding.put {
                Put::Given(from, to) => {
                    let (start, end) = back.range(finding.start, finding.end);
                    level.written.clear();
                    escape::encode(&job.store[from as usize..to as usize], &mut level.written);
                    let put = keep(&mut job.store, &level.written);
                    out.push(Finding { start: base + start, end: base + end, put, quote: false, ..*finding });
                }
                Put::Act(action) => {
                    let (store, written) = (&mut job.store, &mut level.written);
                    let quote = finding.quote && finding.end - finding.start > 0;
                    if quote {
                        written.clear();
                        escape::encode(&quoted(action, inner), written);
                        let (start, end) = back.range(finding.start, finding.end);
                        out.push(Finding {
                            start: base + start,
                            end: base + end,
                            put: keep(store, written),
                            quote: false,
                            ..*finding
                        });
                        continue;
                    }
                    let mut again = finding.again;
                    action::apply(action, inner, &mut |from, to, text| {
                        if inner[from..to] == *text {
                            return;
                        }
                        let (start, end) = back.range(finding.start + from, finding.start + to);
                        written.clear();
                        escape::encode(text, written);
                        let put = keep(store, written);
                        out.push(Finding {
                            start: base + start,
                            end: base + end,
                            put,
                            quote: false,
                            again,
                            ..*finding
                        });
                        again = true;
                    });
                }
            }
        }
        if level.decoded.capacity() > 1 << 20 {
            level = Level::default();
        }
        job.spare.push(level);
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
pub(super) fn holds_cards(key: &[u8]) -> bool {
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
        let armoured = hits.iter().any(|hit| hit.kind == Kind::Stem && text[hit.at()..].starts_with(b"PRIVATE"));
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
    if hits.iter().any(|hit| hit.kind == Kind::Stem) {
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
