//! Field paths and the patterns that name them: `user.email`, `headers.*`, `**.token`, `items[].id`.
//!
//! A path is the keys from the document's root, array levels left out, so that `items.id` names the
//! `id` of every element. A pattern is matched against it segment by segment: `*` is any one key,
//! `**` any number of keys, other text is the key itself (letter case does not matter), with `*`
//! inside standing for any part of a key. A pattern of one segment matches the last key at any depth.

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPattern {
    segments: Vec<Segment>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    /// `**`
    Any,
    /// Lower case, may hold `*`.
    Key(String),
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPattern {
    /// Byte offset of the fault in the pattern.
    pub at: usize,
    /// What is wrong, lower case.
    pub reason: &'static str,
}

impl FieldPattern {
    /// Reads a pattern. Errors: an empty pattern, an empty segment (`a..b`), a bracket that is not `[]`.
    pub fn parse(text: &str) -> Result<Self, BadPattern> {
        if text.is_empty() {
            return Err(BadPattern { at: 0, reason: "the pattern is empty" });
        }
        let mut segments = Vec::new();
        let mut at = 0;
        let body = text.strip_prefix("$.").unwrap_or(text);
        let offset = text.len() - body.len();
        for part in body.split('.') {
            let name = part.trim_end_matches("[]").trim_end_matches("[*]");
            if name.is_empty() {
                return Err(BadPattern { at: offset + at, reason: "a field name is missing here" });
            }
            if let Some(bracket) = name.find(['[', ']', '{', '}']) {
                return Err(BadPattern {
                    at: offset + at + bracket,
                    reason: "brackets can only be written as `[]`, for all elements",
                });
            }
            segments.push(if name == "**" { Segment::Any } else { Segment::Key(name.to_ascii_lowercase()) });
            at += part.len() + 1;
        }
        if segments.len() == 1 && segments[0] != Segment::Any {
            segments.insert(0, Segment::Any);
        }
        Ok(FieldPattern { segments })
    }

    /// Whether the pattern names this path (keys from the root). A dotted key (`{"user.email":…}`) is the same field as
    /// the nested one. For patterns with no `**`, or one at the front, the cost does not depend on the path's length.
    pub fn matches<K: AsRef<[u8]>>(&self, path: &[K]) -> bool {
        let whole = || path.iter().map(AsRef::as_ref);
        let parts = || path.iter().flat_map(|key| key.as_ref().split(|&byte| byte == b'.'));
        match self.segments.split_first() {
            Some((Segment::Any, rest)) if !rest.contains(&Segment::Any) => {
                let ends = |keys: &mut dyn Iterator<Item = &[u8]>| {
                    rest.iter().rev().all(|segment| keys.next().is_some_and(|key| segment.takes(key)))
                };
                ends(&mut whole().rev()) || ends(&mut parts().rev())
            }
            _ if !self.segments.contains(&Segment::Any) && path.len() > self.segments.len() => false,
            _ => names(&self.segments, &ends_of(whole())) || names(&self.segments, &ends_of(parts())),
        }
    }
}

/// The keys; of a path of more than twice [`DEEP`] only as many at either end, so that no depth is dear.
fn ends_of<'k>(keys: impl DoubleEndedIterator<Item = &'k [u8]> + Clone) -> Vec<&'k [u8]> {
    let mut first: Vec<&[u8]> = keys.clone().take(2 * DEEP).collect();
    if first.len() == 2 * DEEP {
        first.truncate(DEEP);
        let last: Vec<&[u8]> = keys.rev().take(DEEP).collect();
        first.extend(last.into_iter().rev());
    }
    first
}

/// Keys that are compared from either end of a deep path.
const DEEP: usize = 64;

impl Segment {
    fn takes(&self, key: &[u8]) -> bool {
        match self {
            Segment::Any => true,
            Segment::Key(name) => glob(name.as_bytes(), key),
        }
    }
}

/// Whether the segments name the whole path; a `**` takes as few keys as what follows lets it.
fn names(segments: &[Segment], path: &[&[u8]]) -> bool {
    let (mut s, mut p) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while p < path.len() {
        if segments.get(s) == Some(&Segment::Any) {
            retry = Some((s, p));
            s += 1;
        } else if segments.get(s).is_some_and(|segment| segment.takes(path[p])) {
            (s, p) = (s + 1, p + 1);
        } else if let Some((any, from)) = retry {
            retry = Some((any, from + 1));
            (s, p) = (any + 1, from + 1);
        } else {
            return false;
        }
    }
    segments[s..].iter().all(|segment| *segment == Segment::Any)
}

/// `*` in `pattern` (lower case) stands for any bytes.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while t < text.len() {
        if p < pattern.len() && pattern[p] == b'*' {
            retry = Some((p, t));
            p += 1;
        } else if p < pattern.len() && pattern[p] == text[t].to_ascii_lowercase() {
            p += 1;
            t += 1;
        } else if let Some((star, from)) = retry {
            retry = Some((star, from + 1));
            p = star + 1;
            t = from + 1;
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        let keys: Vec<&str> = path.split('/').collect();
        FieldPattern::parse(pattern).unwrap().matches(&keys)
    }

    #[test]
    fn patterns_name_paths() {
        assert!(matches("user.email", "user/email"));
        assert!(matches("user.email", "user.email"));
        assert!(!matches("user.email", "a/user/email"));
        assert!(matches("headers.*", "headers/X-Key"));
        assert!(!matches("headers.*", "headers/a/b"));
        assert!(matches("**.token", "a/b/token"));
        assert!(matches("token", "a/b/Token"));
        assert!(matches("items[].id", "items/id"));
        assert!(matches("x-*-id", "x-trace-id"));
        assert!(!matches("x-*-id", "x-trace-name"));
        assert!(matches("a.**.z", "a/b/c/z"));
        assert!(matches("a.**.z", "a/z"));
        assert!(!matches("a.**.z", "a/b/c/z/y"));
        assert!(matches("**.b.**.z", "a/b/c/b/z"));
        assert!(matches("email", "a/user.email"));
        assert!(matches("user.email", "user.email"));
        assert!(matches("a.user.email", "a/user.email"));
        assert!(!matches("a.email", "a/user.email"));
    }

    #[test]
    fn faults_are_placed() {
        assert_eq!(FieldPattern::parse("a..b").unwrap_err().at, 2);
        assert_eq!(FieldPattern::parse("a.b[0]").unwrap_err().at, 3);
        assert!(FieldPattern::parse("").is_err());
    }
}
