//! One pass over a text that finds the anchors of all rules.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::Rule;
use super::strides::{self, Strides};

/// The anchors of all rules, ready to be looked for.
#[derive(Debug)]
pub struct Look {
    groups: Vec<Group>,
    /// Rules without an anchor: every line is worth trying.
    always: Vec<usize>,
    rules: usize,
}

/// Anchors that are looked for in the same way.
#[derive(Debug)]
struct Group {
    way: Way,
    /// The rule of each anchor.
    rules: Vec<usize>,
}

#[derive(Debug)]
enum Way {
    /// Anchors that are long enough.
    Strides(Strides),
    /// Short ones.
    Automaton(AhoCorasick),
}

impl Group {
    fn new(rules: &[Rule], any_case: bool, short: bool) -> Option<Group> {
        let mut anchors = Vec::new();
        let mut owners = Vec::new();
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.anchors.any_case == any_case) {
            let fits = rule.anchors.literals.iter().filter(|literal| (literal.len() < strides::SHORTEST) == short);
            for literal in fits {
                anchors.push(literal.clone());
                owners.push(index);
            }
        }
        if anchors.is_empty() {
            return None;
        }
        let way = match short {
            false => Way::Strides(Strides::new(anchors, any_case)),
            true => {
                let mut builder = AhoCorasickBuilder::new();
                builder.match_kind(MatchKind::Standard).ascii_case_insensitive(any_case);
                Way::Automaton(builder.build(anchors).ok()?)
            }
        };
        Some(Group { way, rules: owners })
    }

    /// Tells `sink` each anchor in `text`: where it stands and whose it is. `sink` says where to go on at the least.
    fn each(&self, text: &[u8], mut sink: impl FnMut(usize, usize) -> usize) {
        match &self.way {
            Way::Strides(strides) => strides.each(text, |at, number| sink(at, self.rules[number])),
            Way::Automaton(automaton) => {
                let mut least = 0;
                for found in automaton.find_overlapping_iter(text) {
                    if found.start() >= least {
                        least = sink(found.start(), self.rules[found.pattern().as_usize()]);
                    }
                }
            }
        }
    }
}

impl Look {
    /// Of all rules; their numbers are those of the list.
    pub fn new(rules: &[Rule]) -> Look {
        let always = rules.iter().enumerate().filter(|(_, rule)| rule.anchors.literals.is_empty());
        let kinds = [(false, false), (true, false), (false, true), (true, true)];
        Look {
            groups: kinds.iter().filter_map(|(any_case, short)| Group::new(rules, *any_case, *short)).collect(),
            always: always.map(|(index, _)| index).collect(),
            rules: rules.len(),
        }
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
        for group in &self.groups {
            group.each(text, |at, _| {
                sink(at);
                memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found + 1)
            });
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
        for group in &self.groups {
            group.each(text, |at, _| {
                sink(at);
                at + 1
            });
        }
    }

    /// Tells `sink` each rule that is worth trying on the text, once, in order.
    pub fn rules(&self, text: &[u8], sink: impl FnMut(usize)) {
        let mut seen = vec![false; self.rules];
        self.always.iter().for_each(|rule| seen[*rule] = true);
        for group in &self.groups {
            group.each(text, |at, rule| {
                seen[rule] = true;
                // The same anchor may be that of several rules, at the same place.
                at
            });
        }
        seen.iter().enumerate().filter(|(_, seen)| **seen).map(|(rule, _)| rule).for_each(sink);
    }
}
