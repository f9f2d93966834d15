//! One pass over a text that finds the anchors of all rules.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::Rule;

/// The anchors of all rules, ready to be looked for.
#[derive(Debug)]
pub struct Look {
    exact: Option<Automaton>,
    /// Anchors whose letter case does not count.
    folded: Option<Automaton>,
    /// Rules without an anchor: every line is worth trying.
    always: Vec<usize>,
    rules: usize,
}

#[derive(Debug)]
struct Automaton {
    anchors: AhoCorasick,
    /// The rule of each anchor.
    rules: Vec<usize>,
}

impl Automaton {
    fn new(rules: &[Rule], any_case: bool) -> Option<Automaton> {
        let mut anchors = Vec::new();
        let mut owners = Vec::new();
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.anchors.any_case == any_case) {
            for literal in &rule.anchors.literals {
                anchors.push(literal.as_slice());
                owners.push(index);
            }
        }
        if anchors.is_empty() {
            return None;
        }
        let mut builder = AhoCorasickBuilder::new();
        builder.match_kind(MatchKind::Standard).ascii_case_insensitive(any_case);
        Some(Automaton { anchors: builder.build(anchors).ok()?, rules: owners })
    }
}

impl Look {
    /// Of all rules; their numbers are those of the list.
    pub fn new(rules: &[Rule]) -> Look {
        let always = rules.iter().enumerate().filter(|(_, rule)| rule.anchors.literals.is_empty());
        Look {
            exact: Automaton::new(rules, false),
            folded: Automaton::new(rules, true),
            always: always.map(|(index, _)| index).collect(),
            rules: rules.len(),
        }
    }

    fn automata(&self) -> impl Iterator<Item = &Automaton> {
        self.exact.iter().chain(&self.folded)
    }

    /// Tells `sink` a place in each line that has an anchor; a line can be told more than once.
    pub fn lines(&self, text: &[u8], mut sink: impl FnMut(usize)) {
        if !self.always.is_empty() {
            let mut at = 0;
            while at < text.len() {
                if text[at] != b'\n' {
                    sink(at);
                }
                at = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found + 1);
            }
            return;
        }
        for automaton in self.automata() {
            let mut at = 0;
            while let Some(found) = automaton.anchors.find(aho_corasick::Input::new(text).span(at..text.len())) {
                sink(found.start());
                let next = memchr::memchr(b'\n', &text[found.end()..]);
                at = next.map_or(text.len(), |newline| found.end() + newline + 1);
            }
        }
    }

    /// Tells `sink` every place where an anchor stands.
    pub fn all(&self, text: &[u8], mut sink: impl FnMut(usize)) {
        if !self.always.is_empty() {
            // Every value is worth trying: a place at its first byte.
            let word = |byte: u8| byte.is_ascii_alphanumeric();
            let begins = |at: usize| at == 0 || text[at - 1] == b'"' || !word(text[at - 1]) && word(text[at]);
            (0..text.len()).filter(|at| begins(*at)).for_each(sink);
            return;
        }
        for automaton in self.automata() {
            automaton.anchors.find_iter(text).for_each(|found| sink(found.start()));
        }
    }

    /// Tells `sink` each rule that is worth trying on the text, once, in order.
    pub fn rules(&self, text: &[u8], sink: impl FnMut(usize)) {
        let mut seen = vec![false; self.rules];
        self.always.iter().for_each(|rule| seen[*rule] = true);
        for automaton in self.automata() {
            for found in automaton.anchors.find_overlapping_iter(text) {
                seen[automaton.rules[found.pattern().as_usize()]] = true;
            }
        }
        seen.iter().enumerate().filter(|(_, seen)| **seen).map(|(rule, _)| rule).for_each(sink);
    }
}
