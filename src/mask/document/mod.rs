//! Masks one text: a JSON document by its walk, plain text by its places, and each inside the other.

use crate::detect::Action;
use crate::detect::anchors::{Hit, Kind};
use crate::detect::catalogue as c;
use crate::detect::engines::cli::Arguments;
use crate::detect::finder::{Context, Finder, Finding};
use crate::detect::keys::{self, KeyClass};
use crate::entry::escape;
use crate::entry::path::FieldPattern;
use crate::entry::scan::{Event, NotJson, Str, Walk};
use crate::mask::settle::{MANY, Settling};

mod values;

use values::masked_key;
pub(super) use values::{quoted, splice};

/// How deep documents inside strings inside documents are opened.
const MAX_NESTING: usize = 12;
/// How many of the last paths a new one is compared with.
const RECENT: usize = 16;
/// Levels of one document whose names and pairs are kept; deeper ones are masked without them.
const MAX_FRAMES: usize = 200;

/// Memory of one thread, kept from line to line.
#[derive(Default)]
pub(super) struct Job {
    /// Texts of replacements made inside strings.
    pub store: Vec<u8>,
    /// Paths of the fields in which something was found, where they are asked for.
    pub fields: Vec<String>,
    /// Keys from the root to the walk's place, where they are asked for.
    path: Vec<Vec<u8>>,
    frames: Vec<Frame>,
    spare: Vec<Level>,
}

/// Memory of one opened string.
#[derive(Default)]
struct Level {
    decoded: Vec<u8>,
    hits: Vec<Hit>,
    findings: Vec<Finding>,
    written: Vec<u8>,
}

/// A string's or scalar's place, to be judged when its partner is known.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    text: Option<Str>,
}

/// An open object or array.
#[derive(Clone, Copy)]
struct Frame {
    array: bool,
    /// What the key of an array says of its elements.
    class: KeyClass,
    /// What a `name` in this object names, and the last two values beside it: a new one and an old one.
    pair: KeyClass,
    values: [Option<Place>; 2],
    /// In an object: a card's number was found, and who may hold the card.
    card: bool,
    holder: Option<Place>,
    /// Elements so far.
    count: usize,
    /// In an array: what the last element at an even place names.
    named: KeyClass,
    /// In an array: the command whose arguments its elements are.
    arguments: Option<Arguments>,
    /// In an array: a private key is open whose lines are the elements behind.
    armour: bool,
    /// Findings made in this array on the strength of such a name begin here in the list.
    kubernetes: bool,
    data: Option<(usize, usize)>,
    /// Paths pushed for this frame.
    keyed: bool,
}

impl Frame {
    /// Whether what was found in it cannot change by what follows.
    fn is_settled(&self) -> bool {
        self.values[1].is_none() && self.holder.is_none() && self.data.is_none() && !self.kubernetes
    }
}

/// What a text is masked by.
pub(super) struct Masking<'a> {
    pub finder: &'a Finder,
    pub mask_fields: &'a [FieldPattern],
    pub keep_fields: &'a [FieldPattern],
    /// Whether paths are kept: for field patterns or for a report.
    pub paths: bool,
}

impl Masking<'_> {
    /// Adds to `out` what is found in a text that may hold documents. `hits` are its places; `settling` as in
    /// [`Masking::document`].
    #[allow(clippy::too_many_arguments)]
    pub fn text(
        &self,
        job: &mut Job,
        text: &[u8],
        hits: &[Hit],
        context: Context,
        depth: usize,
        out: &mut Vec<Finding>,
        settling: Option<&mut Settling>,
    ) {
        if hits.is_empty() {
            return;
        }
        let mut rest = hits;
        if depth < MAX_NESTING {
            let mut at = 0;
            // Texts that only look like documents must not be walked again and again.
            let mut budget = 4 * text.len() + 1024;
            while let (Some(last), Some(found)) = (rest.last(), memchr::memchr2(b'{', b'[', &text[at..])) {
                let open = at + found;
                if open > last.at() {
                    break;
                }
                at = open + 1;
                if !may_open(text, open) {
                    continue;
                }
                let inside = &rest[rest.partition_point(|hit| hit.at() < open)..];
                let mark = out.len();
                match self.document(job, text, open, inside, depth, out, None) {
                    // `["password"]=> "x"` is no document, but a key.
                    Ok(end) if text[open] == b'[' && assigns(&text[end..]) => out.truncate(mark),
                    Ok(end) => {
                        let before = rest.partition_point(|hit| hit.at() < open);
                        self.finder.find(text, &rest[..before], context, out);
                        rest = &rest[rest.partition_point(|hit| hit.at() < end)..];
                        at = end;
                    }
                    Err(NotJson(place)) => {
                        out.truncate(mark);
                        let cost = place.saturating_sub(open) + 32;
                        if cost > budget {
                            break;
                        }
                        budget -= cost;
                    }
                }
            }
        }
        match settling {
            Some(settling) => self.finder.find_many(text, rest, out, MANY, &mut |findings, at| {
                settling.settle_before(findings, at, job);
            }),
            None => self.finder.find(text, rest, context, out),
        }
    }

    /// Adds to `out` what is found in the document that begins at `at`; the offset behind it. `settling`: what takes
    /// findings that cannot change any more, where there are very many.
    #[allow(clippy::too_many_arguments)]
    pub fn document(
        &self,
        job: &mut Job,
        text: &[u8],
        at: usize,
        hits: &[Hit],
        depth: usize,
        out: &mut Vec<Finding>,
        settling: Option<&mut Settling>,
    ) -> Result<usize, NotJson> {
        let base = (job.frames.len(), job.path.len());
        let result = self.walk(job, text, at, hits, depth, out, settling);
        job.frames.truncate(base.0);
        job.path.truncate(base.1);
        result
    }

    #[allow(clippy::too_many_arguments)]
    fn walk(
        &self,
        job: &mut Job,
        text: &[u8],
        at: usize,
        hits: &[Hit],
        depth: usize,
        out: &mut Vec<Finding>,
        mut settling: Option<&mut Settling>,
    ) -> Result<usize, NotJson> {
        let floor = job.frames.len();
        let mut walk = Walk::new(text, at);
        let mut rest = hits;
        let mut key: Option<Str> = None;
        let mut class = KeyClass::None;
        let mut level = 0usize;
        // A container that is hidden or kept whole: its level, its start, and the detector if hidden.
        let mut whole: Option<(usize, usize, Option<c::Slot>)> = None;
        let fields = !(self.mask_fields.is_empty() && self.keep_fields.is_empty());
        while let Some(event) = walk.step()? {
            if let Some(settling) = settling.as_deref_mut()
                && settling.is_due(out)
                && whole.is_none()
                && job.frames[floor..].iter().all(Frame::is_settled)
            {
                settling.settle_part(out, job);
            }
            // Behind the last place nothing can be found any more: a line that is a document is not walked to its end
            // (half of a walk is saved), unless a pair or a hidden container is still open.
            if depth == 0 && at == 0 && rest.is_empty() && whole.is_none() && !fields && key.is_none() && !self.paths {
                let open = job.frames[floor..].iter().any(|frame| {
                    frame.pair != KeyClass::None
                        || frame.kubernetes
                        || frame.card
                        || frame.armour
                        || frame.arguments.is_some()
                        || frame.named != KeyClass::None
                        || frame.class != KeyClass::None
                });
                if !open && class == KeyClass::None {
                    return Ok(text.len());
                }
            }
            if let Some((at_level, start, slot)) = whole {
                match event {
                    Event::Open { .. } => level += 1,
                    Event::Close { at } => {
                        level -= 1;
                        if level == at_level {
                            whole = None;
                            if let Some(slot) = slot {
                                out.push(Finding {
                                    quote: true,
                                    field: self.field(job),
                                    ..Finding::new(start, at + 1, slot, Action::Hide)
                                });
                            }
                            self.leave_value(job, floor, &mut key);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match event {
                Event::Key(name) => {
                    key = Some(name);
                    class = self.key(job, text, name, &mut rest, depth, out);
                }
                Event::Open { at, array } => {
                    let in_array = self.enter_value(job, floor);
                    let mut inherited = in_array.unwrap_or(class);
                    // `"name":"password","value":["x"]`
                    if let (Some(frame), Some(name)) = (top(job, floor), key)
                        && frame.pair != KeyClass::None
                        && keys::is_pair_value(&text[name.start..name.end])
                    {
                        inherited = frame.pair;
                    }
                    let wish = if fields { self.wish(job) } else { None };
                    let secret = inherited == KeyClass::Secret && self.finder.is_on(c::SECRET_FIELD);
                    if wish.is_some() || secret {
                        let slot = match wish {
                            Some(true) => Some(c::NAMED_FIELD),
                            Some(false) => None,
                            None => Some(c::SECRET_FIELD),
                        };
                        whole = Some((level, at, slot));
                        level += 1;
                        continue;
                    }
                    if let Some(frame) = top(job, floor).filter(|_| {
                        key.is_some_and(|name| matches!(&text[name.start..name.end], b"data" | b"stringData"))
                    }) {
                        frame.data = Some((at, at));
                    }
                    level += 1;
                    if job.frames.len() - floor < MAX_FRAMES {
                        let passed_on = match inherited {
                            KeyClass::Database | KeyClass::None => KeyClass::None,
                            _ if array => inherited,
                            KeyClass::Cookie | KeyClass::Address | KeyClass::Doubtful => inherited,
                            _ => KeyClass::None,
                        };
                        job.frames.push(Frame {
                            array,
                            class: passed_on,
                            pair: KeyClass::None,
                            values: [None; 2],
                            card: false,
                            holder: None,
                            count: 0,
                            named: KeyClass::None,
                            arguments: None,
                            armour: false,
                            kubernetes: false,
                            data: None,
                            keyed: key.is_some() && self.paths,
                        });
                    }
                    key = None;
                    class = KeyClass::None;
                }
                Event::Close { at } => {
                    level -= 1;
                    if level < MAX_FRAMES && job.frames.len() > floor {
                        let frame = job.frames.pop().expect("checked");
                        if frame.pair != KeyClass::None {
                            for place in frame.values.into_iter().flatten() {
                                self.value(job, text, place, frame.pair, None, &[], depth, out);
                            }
                        }
                        if let (true, Some(place)) = (frame.card, frame.holder) {
                            self.value(job, text, place, KeyClass::Name, None, &[], depth, out);
                        }
                        if let (true, Some((start, end))) = (frame.kubernetes, frame.data) {
                            out.push(Finding {
                                quote: true,
                                field: self.field(job),
                                ..Finding::new(start, end, c::SECRET_FIELD, Action::Hide)
                            });
                        }
                        if frame.keyed {
                            job.path.pop();
                        }
                        if let Some(outer) = top(job, floor)
                            && let Some(data) = outer.data.as_mut().filter(|data| data.0 == data.1)
                        {
                            data.1 = at + 1;
                        }
                    }
                    key = None;
                }
                Event::Text(name) => {
                    let element = self.enter_value(job, floor);
                    let place = Place { start: name.start, end: name.end, text: Some(name) };
                    let mine = take(&mut rest, name.start, name.end);
                    let judged = element.unwrap_or(class);
                    self.leaf(job, text, place, judged, key, mine, depth, out, floor, fields);
                    self.leave_value(job, floor, &mut key);
                    class = KeyClass::None;
                }
                Event::Scalar { start, end } => {
                    let element = self.enter_value(job, floor);
                    let mine = take(&mut rest, start, end);
                    let judged = element.unwrap_or(class);
                    self.leaf(
                        job,
                        text,
                        Place { start, end, text: None },
                        judged,
                        key,
                        mine,
                        depth,
                        out,
                        floor,
                        fields,
                    );
                    self.leave_value(job, floor, &mut key);
                }
            }
        }
        Ok(walk.at())
    }

    /// A key: what it says of its value; and a value that stands in the key itself is found.
    fn key(
        &self,
        job: &mut Job,
        text: &[u8],
        name: Str,
        rest: &mut &[Hit],
        depth: usize,
        out: &mut Vec<Finding>,
    ) -> KeyClass {
        let mine = take(rest, name.start, name.end);
        let written = &text[name.start..name.end];
        let place = Place { start: name.start, end: name.end, text: Some(name) };
        if self.paths {
            let mut decoded = Vec::new();
            escape::decode(written, &mut decoded);
            job.path.push(decoded);
        }
        let mark = out.len();
        let class = if name.escaped {
            let mut level = job.spare.pop().unwrap_or_default();
            level.decoded.clear();
            escape::decode(written, &mut level.decoded);
            let class = keys::classify(&level.decoded);
            job.spare.push(level);
            self.value(job, text, place, KeyClass::None, None, mine, depth, out);
            class
        } else {
            // A lone word of a key is its name, unless a value stands beside it.
            let beside = || memchr::memchr3(b'=', b':', b' ', written).is_some();
            if mine.len() > 1 || mine.first().is_some_and(|hit| hit.kind != Kind::Stem || beside()) {
                self.value(job, text, place, KeyClass::None, None, mine, depth, out);
            }
            // Every class has a stem in its words.
            if mine.iter().any(|hit| hit.kind == Kind::Stem) { keys::classify(written) } else { KeyClass::None }
        };
        if out.len() == mark {
            return class;
        }
        // What is hidden in the document must not be told by its path; and the next time the key is read, it reads so.
        let told = masked_key(text, name, &out[mark..], &job.store);
        let class = keys::classify(&told);
        if self.paths {
            *job.path.last_mut().expect("pushed above") = told;
            let field = self.field(job);
            out[mark..].iter_mut().for_each(|finding| finding.field = field);
        }
        class
    }

    /// In an array, counts the element, and says what the array's key says of it.
    fn enter_value(&self, job: &mut Job, floor: usize) -> Option<KeyClass> {
        let frame = top(job, floor)?;
        if !frame.array {
            return if frame.class == KeyClass::Cookie { Some(KeyClass::Secret) } else { None };
        }
        frame.count += 1;
        Some(frame.class)
    }

    fn leave_value(&self, job: &mut Job, floor: usize, key: &mut Option<Str>) {
        if key.take().is_some() && self.paths && top(job, floor).is_some_and(|frame| !frame.array) {
            job.path.pop();
        }
    }

    /// Whether the field at the walk's place is to be masked (`true`) or kept (`false`) whatever it holds.
    fn wish(&self, job: &Job) -> Option<bool> {
        if job.path.is_empty() {
            return None;
        }
        if self.keep_fields.iter().any(|pattern| pattern.matches(&job.path)) {
            return Some(false);
        }
        self.mask_fields.iter().any(|pattern| pattern.matches(&job.path)).then_some(true)
    }

    /// Number of the path at the walk's place.
    fn field(&self, job: &mut Job) -> u32 {
        if !self.paths || job.path.is_empty() {
            return 0;
        }
        let path = job.path.iter().map(|key| String::from_utf8_lossy(key)).collect::<Vec<_>>().join(".");
        let recent = job.fields.len().saturating_sub(RECENT);
        if let Some(known) = job.fields[recent..].iter().rposition(|field| *field == path) {
            return (recent + known) as u32 + 1;
        }
        job.fields.push(path);
        job.fields.len() as u32
    }
}

fn top(job: &mut Job, floor: usize) -> Option<&mut Frame> {
    if job.frames.len() > floor { job.frames.last_mut() } else { None }
}

/// Takes the places inside `start..end` off the front of the list; those before it are dropped.
fn take<'h>(rest: &mut &'h [Hit], start: usize, end: usize) -> &'h [Hit] {
    let skip = rest.iter().take_while(|hit| hit.at() < start).count();
    let tail = &rest[skip..];
    let count = tail.iter().take_while(|hit| hit.at() < end).count();
    *rest = &tail[count..];
    &tail[..count]
}

/// Whether what stands behind a document makes it the key of an assignment.
fn assigns(rest: &[u8]) -> bool {
    let next = rest.iter().take(3).position(|&byte| byte != b' ').unwrap_or(0);
    matches!(rest.get(next), Some(b'=' | b':'))
}

/// Whether a bracket in running text may open a document worth walking.
fn may_open(text: &[u8], at: usize) -> bool {
    let next = text[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
    match text[at] {
        b'{' => next == Some(&b'"'),
        _ => matches!(next, Some(b'{' | b'"' | b'[')),
    }
}
