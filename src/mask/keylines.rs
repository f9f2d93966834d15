//! Private keys whose lines stand each on a line of the log: bare, behind a prefix, or each in a document of its own
//! as container runtimes write them. Lines of other writers may stand between.

use super::{Carry, Masker, Scratch};
use crate::detect::Action;
use crate::detect::catalogue as c;
use crate::detect::engines::armour::{self, Follows, Opens};
use crate::detect::finder::Finding;
use crate::entry::escape;
use crate::entry::scan::{Event, Walk, is_json};

/// A private key whose BEGIN line was seen, and whose END line was not.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct OpenKey {
    /// Lines that may still follow; 0 where no key is open.
    lines: u16,
    /// Lines of others since its last one.
    foreign: u16,
    /// Where BEGIN stood in its line, behind a prefix that the key's other lines may have too.
    column: u16,
    /// In documents: the field that its lines stand in, hashed.
    field: Option<u32>,
}

/// How many lines of others may stand between two of a key.
const MAX_FOREIGN: u16 = 16;
/// Longer prefixes are not looked behind.
const MAX_COLUMN: usize = 400;

impl OpenKey {
    pub fn is_open(self) -> bool {
        self.lines > 0
    }

    /// After a line of the key.
    fn went_on(&mut self, last: bool) {
        self.lines = if last { 0 } else { self.lines - 1 };
        self.foreign = 0;
    }

    /// After a line of someone else.
    fn waited(&mut self) {
        self.foreign += 1;
        self.lines = if self.foreign > MAX_FOREIGN { 0 } else { self.lines - 1 };
    }
}

/// What a line holds of an open key: a range of it, which is empty where nothing is left to hide.
struct KeyLine {
    start: usize,
    end: usize,
    last: bool,
}

impl Masker {
    /// Whether one of these whole lines leaves a private key open behind it, so that the next lines are hidden only
    /// because of it. Where none does and no key is open before, each line can be masked by itself. Two searches over
    /// the lines; only those that speak of a key are opened. What `work` holds is lost.
    pub fn leaves_key_open(&self, lines: &[u8], work: &mut Scratch) -> bool {
        self.next_open_key(lines, 0, work).is_some()
    }

    /// The first of these whole lines, from byte `from` on, that leaves a private key open behind it: where it ends,
    /// without its newline, and what it hands to the next line. None where there is none. What `work` holds is lost.
    pub fn next_open_key(&self, lines: &[u8], from: usize, work: &mut Scratch) -> Option<(usize, Carry)> {
        if !self.finder.is_on(c::PRIVATE_KEY) {
            return None;
        }
        let mut first: Option<(usize, Carry)> = None;
        for word in [&b"PRIVATE"[..], b"Private-Lines"] {
            let finder = memchr::memmem::Finder::new(word);
            let mut at = from;
            let until = first.map_or(lines.len(), |(end, _)| end);
            while let Some(found) = finder.find(&lines[at..until]) {
                let place = at + found;
                let start = memchr::memrchr(b'\n', &lines[at..place]).map_or(at, |newline| at + newline + 1);
                let end = memchr::memchr(b'\n', &lines[place..]).map_or(lines.len(), |newline| place + newline);
                let line = &lines[start..end];
                // Seldom: most keys stand in one line whole, or only their name does.
                if armour::opens(line) != Opens::Nothing || opened_in_document(line).is_open() {
                    let carry = self.mask_lines(line, Carry::default(), work);
                    if carry.key.is_open() {
                        first = Some((end, carry));
                        break;
                    }
                }
                at = end;
                if at >= until {
                    break;
                }
            }
        }
        first
    }

    /// The key that the line leaves open behind it. `whole`: the line is a document.
    pub(super) fn opened_key(&self, line: &[u8], whole: bool, work: &Scratch) -> OpenKey {
        let armoured = work.hits.iter().any(|hit| {
            let word = &line[hit.at().min(line.len())..];
            hit.kind().is_stem() && (word.starts_with(b"PRIVATE") || word.starts_with(b"Private-Lines"))
        });
        if !armoured || !self.finder.is_on(c::PRIVATE_KEY) {
            return OpenKey::default();
        }
        if whole {
            return opened_in_document(line);
        }
        match armour::opens(line) {
            Opens::Key(lines) => {
                let begin = memchr::memmem::rfind(line, b"-----BEGIN").filter(|&at| at < MAX_COLUMN).unwrap_or(0);
                OpenKey { lines, column: begin as u16, ..OpenKey::default() }
            }
            Opens::Nothing => OpenKey::default(),
        }
    }

    /// Hides the lines of an open key from `at` on; the offset of the first line that is none of its.
    pub(super) fn key_body(&self, block: &[u8], at: usize, carry: &mut Carry, work: &mut Scratch) -> usize {
        let mut at = at;
        while at < block.len() && carry.key.is_open() {
            let end = memchr::memchr(b'\n', &block[at..]).map_or(block.len(), |found| at + found);
            let line = &block[at..end];
            let held = key_line(line, carry.key);
            // Another key has its own BEGIN line, and is taken up by it.
            if held.is_none() && memchr::memmem::find(line, b"PRIVATE").is_some() {
                carry.key = OpenKey::default();
                return at;
            }
            match held {
                Some(KeyLine { start, end: stop, last }) => {
                    if start < stop {
                        self.hide_key_line(block, (at, end), (start, stop), work);
                    }
                    carry.key.went_on(last);
                    // The next key can begin where this one ended.
                    if let (false, Opens::Key(lines)) = (carry.key.is_open(), armour::opens(&line[stop..])) {
                        carry.key = OpenKey { lines, ..OpenKey::default() };
                    }
                }
                None => {
                    let key = std::mem::take(&mut carry.key);
                    self.part(block, at, (end + 1).min(block.len()), carry, work);
                    carry.key = key;
                    carry.key.waited();
                }
            }
            at = (end + 1).min(block.len());
        }
        at
    }

    /// Hides `part` of the line `range`. What else the line holds is masked as well.
    fn hide_key_line(&self, block: &[u8], range: (usize, usize), part: (usize, usize), work: &mut Scratch) {
        let line = &block[range.0..range.1];
        work.begin_line();
        if part != (0, line.len()) {
            work.hits.clear();
            self.finder.look(line, &mut work.hits);
            self.line(block, range, work);
        }
        work.findings.push(Finding::new(part.0, part.1, c::PRIVATE_KEY, Action::Hide));
        self.settle_line(block, range, work);
    }
}

/// The texts of a document, decoded, with the field that each stands in: `(field, start, end, content)`.
fn texts(line: &[u8], mut visit: impl FnMut(u32, usize, usize, &[u8])) {
    let mut walk = Walk::new(line, 0);
    let mut field = 0;
    let mut decoded = Vec::new();
    while let Ok(Some(event)) = walk.step() {
        match event {
            Event::Key(name) => field = hash(&line[name.start..name.end]),
            Event::Text(text) => {
                let written = &line[text.start..text.end];
                decoded.clear();
                match text.escaped {
                    true => escape::decode(written, &mut decoded),
                    false => decoded.extend_from_slice(written),
                }
                visit(field, text.start, text.end, &decoded);
            }
            _ => {}
        }
    }
}

/// FNV-1a.
fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811C_9DC5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn opened_in_document(line: &[u8]) -> OpenKey {
    let mut opened = OpenKey::default();
    texts(line, |field, _, _, content| {
        if let Opens::Key(lines) = armour::opens(content) {
            opened = OpenKey { lines, field: Some(field), ..OpenKey::default() };
        }
    });
    opened
}

/// What the line holds of the key.
fn key_line(line: &[u8], key: OpenKey) -> Option<KeyLine> {
    let of = |follows: Follows, from: usize| match follows {
        Follows::Body(start, end) => Some(KeyLine { start: from + start, end: from + end, last: false }),
        Follows::Last(start, end) => Some(KeyLine { start: from + start, end: from + end, last: true }),
        Follows::Other => None,
    };
    let Some(own) = key.field else {
        // A document is no line of a key that stands bare.
        if line.trim_ascii_start().first().is_some_and(|first| matches!(first, b'{' | b'[')) && is_json(line) {
            return None;
        }
        let column = usize::from(key.column);
        return of(armour::follows(line), 0)
            .or_else(|| {
                let prefixed = column > 0 && matches!(line.get(column - 1), Some(b' ' | b'\t' | b'|' | b':' | b']'));
                prefixed.then(|| of(armour::follows(&line[column..]), column)).flatten()
            })
            .filter(|held| key.foreign == 0 || held.last || is_drawn(&line[held.start..held.end], 40));
    };
    let mut held = None;
    texts(line, |field, start, end, content| {
        if field != own || held.is_some() {
            return;
        }
        let content = content.trim_ascii();
        held = of(armour::follows(content), 0).and_then(|part| {
            let body = &content[part.start..part.end];
            let sure = part.last || content.is_empty() || body.contains(&b':') || is_drawn(body, 8);
            let tail = line[start..end].rchunks(2).take_while(|two| matches!(two, [b'\\', b'n' | b'r'])).count();
            sure.then_some(KeyLine { start, end: end - 2 * tail, last: part.last })
        });
    });
    held
}

/// Whether the text looks like base64 of drawn bytes, and not like a word or a number: `least` bytes or more with
/// capitals, small letters and digits, or a short end with its padding.
fn is_drawn(text: &[u8], least: usize) -> bool {
    let base64 = text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
    let kinds = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit as fn(&u8) -> bool];
    let mixed = kinds.iter().filter(|kind| text.iter().any(*kind)).count();
    base64 && (mixed == 3 && text.len() >= least || mixed >= 2 && text.len() >= 4 && text.ends_with(b"="))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::Policy;

    const BODY: [&str; 3] = [
        "MIIEowIBAAKCAQEA7bq1yZ3JtLQm9O1r8X2cVd5uT0wP4kSgYh6Nf1RjLz8",
        "q2XvB7nMc5Kd9EwTrY3UaHs0GiJoPl4ZxCv6QbNtWyFe8RmDkVgSuI1hAjO",
        "Zk3Lm9pQw7Xy==",
    ];

    fn masked(lines: &[String]) -> Vec<String> {
        let masker = Masker::new(Policy::default_profile());
        let block = lines.join("\n");
        let mut work = Scratch::default();
        masker.mask_lines(block.as_bytes(), Carry::default(), &mut work);
        let mut out = Vec::new();
        work.edits.apply(block.as_bytes(), &mut out);
        String::from_utf8(out).unwrap().split('\n').map(String::from).collect()
    }

    /// A key's lines, each written by `write`.
    fn key(write: impl Fn(&str) -> String) -> Vec<String> {
        let lines = ["-----BEGIN RSA PRIVATE KEY-----", BODY[0], BODY[1], BODY[2], "-----END RSA PRIVATE KEY-----"];
        lines.iter().map(|line| write(line)).collect()
    }

    fn docker(line: &str) -> String {
        format!(r#"{{"log":"{line}\n","stream":"stdout","user":"bob@example.com"}}"#)
    }

    fn holds_key(lines: &[String]) -> bool {
        lines.iter().any(|line| BODY.iter().any(|body| line.contains(body)) || line.contains("-----END"))
    }

    #[test]
    fn each_line_of_a_key_in_a_document_of_its_own_is_hidden() {
        let mut lines = key(docker);
        lines.push(docker("MIIEowIBAAKCAQEA7bq1yZ3JtLQm9O1r8X2cVd5uT0wP4kSgYh6Nf1RjLz8"));
        let got = masked(&lines);
        assert!(!holds_key(&got[..5]), "{got:#?}");
        assert_eq!(got[1], docker("********").replace("bob@", "b***@"));
        assert_eq!(got[5], lines[5].replace("bob@", "b***@"), "the key has ended");
    }

    #[test]
    fn lines_of_others_do_not_end_a_key_but_many_do() {
        for write in [
            docker as fn(&str) -> String,
            |line| line.to_string(),
            |line| format!("2026-11-20T10:00:00Z stdout F {line}"),
        ] {
            let mut lines = key(write);
            lines.insert(2, write("listening on 8080 for bob"));
            lines.insert(2, r#"{"level":"info","msg":"ready","stream":"x"}"#.to_string());
            let got = masked(&lines);
            assert!(!holds_key(&got), "{got:#?}");
            assert_eq!(got[2], lines[2]);
            let mut lines = key(write);
            (0..20).for_each(|_| lines.insert(1, write("listening on 8080")));
            let got = masked(&lines);
            assert!(holds_key(&got) && got[1..21].iter().all(|line| line.contains("listening on 8080")), "{got:#?}");
        }
    }

    #[test]
    fn words_in_the_field_of_a_key_are_left() {
        let mut lines = vec![docker("-----BEGIN RSA PRIVATE KEY-----")];
        lines.extend(["done", "12345678", "2026", "Started", "deadbeef00"].map(docker));
        let got = masked(&lines);
        for (line, got) in lines.iter().zip(&got).skip(1) {
            assert_eq!(got, &line.replace("bob@", "b***@"));
        }
    }

    #[test]
    fn what_stands_behind_the_end_of_a_key_is_masked_too() {
        let mut lines = key(str::to_owned);
        lines[4] += " password=hunter2 bob@example.com -----BEGIN RSA PRIVATE KEY-----";
        lines.push(BODY[0].to_owned());
        let got = masked(&lines);
        assert!(!holds_key(&got), "{got:#?}");
        assert!(["hunter2", "bob@"].iter().all(|secret| !got.concat().contains(secret)), "{got:#?}");
    }

    #[test]
    fn a_document_is_no_line_of_a_bare_key() {
        let begin = "PEM error: expected -----BEGIN RSA PRIVATE KEY-----".to_owned();
        let key = key(str::to_owned).join("\\n");
        let line = format!(r#"{{"level":"info","key":"{key}","password":"hunter2"}}"#);
        let got = masked(&[begin, line]);
        assert_eq!(got[1], r#"{"level":"info","key":"********","password":"********"}"#);
    }

    #[test]
    fn a_key_goes_on_in_the_next_block() {
        let masker = Masker::new(Policy::default_profile());
        let lines = key(docker);
        let whole = masked(&lines);
        for cut in 1..lines.len() {
            let mut work = Scratch::default();
            let mut out = Vec::new();
            let mut carry = Carry::default();
            for part in [&lines[..cut], &lines[cut..]] {
                let block = part.join("\n") + "\n";
                carry = masker.mask_lines(block.as_bytes(), carry, &mut work);
                work.edits.apply(block.as_bytes(), &mut out);
            }
            assert_eq!(String::from_utf8(out).unwrap(), whole.join("\n") + "\n");
        }
    }
}
