//! What rules leave alone though their pattern finds it: the allowlists of imported rules, by their own semantics
//! (`checkFindingAllowed` of gitleaks 8.30).

use regex::bytes::{Regex, RegexBuilder};

/// Which text the patterns of a list are tried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// What would be masked.
    Secret,
    /// All that the rule's pattern matched.
    Match,
}

/// One allowlist.
#[derive(Debug, Clone)]
pub struct Allow {
    target: Target,
    patterns: Vec<Regex>,
    words: Vec<Vec<u8>>,
    /// A pattern and a word must be found, where both are given; otherwise either is enough.
    both: bool,
}

impl Allow {
    /// Of patterns, one of which is found anywhere in the target, and of words that are looked for in the secret, in any
    /// letter case. A list of neither allows nothing. Also the patterns that do not compile, with the reason; the list is
    /// without them, and so allows less.
    pub fn new(target: Target, patterns: &[&str], words: &[&str], both: bool) -> (Allow, Vec<String>) {
        let mut bad = Vec::new();
        let mut compiled = Vec::new();
        for pattern in patterns {
            match RegexBuilder::new(pattern).unicode(false).build() {
                Ok(pattern) => compiled.push(pattern),
                Err(error) => {
                    let said = error.to_string();
                    let reason = said.lines().last().unwrap_or_default().trim_start_matches("error: ");
                    bad.push(reason.trim_end_matches('.').to_lowercase());
                }
            }
        }
        let words = words.iter().map(|word| word.to_ascii_lowercase().into_bytes()).collect();
        let both = both && !patterns.is_empty();
        (Allow { target, patterns: compiled, words, both }, bad)
    }

    /// Whether it allows a finding: the masked part and the whole match, of which only ASCII is taken, where bytes are
    /// characters and classes are those of the engine that the list was written for.
    pub fn holds(&self, secret: &[u8], whole: &[u8]) -> bool {
        let target = match self.target {
            Target::Secret => secret,
            Target::Match => whole,
        };
        let pattern = || target.is_ascii() && self.patterns.iter().any(|pattern| pattern.is_match(target));
        let word = || {
            let secret = secret.to_ascii_lowercase();
            self.words.iter().any(|word| memchr::memmem::find(&secret, word).is_some())
        };
        match self.both && !self.words.is_empty() {
            true => pattern() && word(),
            false => pattern() || word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(target: Target, patterns: &[&str], words: &[&str], both: bool, secret: &str) -> bool {
        let whole = format!("key=\"{secret}\"");
        Allow::new(target, patterns, words, both).0.holds(secret.as_bytes(), whole.as_bytes())
    }

    #[test]
    fn patterns_see_their_target_and_words_the_secret() {
        assert!(holds(Target::Secret, &["^abc"], &[], false, "abcd"));
        assert!(!holds(Target::Match, &["^abc"], &[], false, "abcd"));
        assert!(holds(Target::Match, &["^key"], &[], false, "abcd"));
        assert!(holds(Target::Match, &["^no"], &["EXAMPLE"], false, "my-Example-1"));
        assert!(!holds(Target::Match, &[], &["key"], false, "abcd"));
    }

    #[test]
    fn both_are_asked_for_where_both_are_given() {
        assert!(!holds(Target::Secret, &["^abc"], &["zz"], true, "abcd"));
        assert!(holds(Target::Secret, &["^abc"], &["cd"], true, "abcd"));
        assert!(holds(Target::Secret, &["^abc"], &[], true, "abcd"));
        assert!(holds(Target::Secret, &[], &["cd"], true, "abcd"));
    }

    #[test]
    fn in_doubt_nothing_is_allowed() {
        assert!(!holds(Target::Secret, &[], &[], false, "abcd"));
        assert!(!holds(Target::Secret, &[], &[], true, "abcd"));
        // Eight characters, and sixteen bytes.
        assert!(!holds(Target::Secret, &["^.{16}$"], &[], false, "äöüäöüäö"));
        // Without its pattern, a list of both would be one of words alone.
        let (list, bad) = Allow::new(Target::Secret, &["(?=x)"], &["cd"], true);
        assert!(bad[0].contains("look-around") && !list.holds(b"abcd", b"abcd"));
    }
}
