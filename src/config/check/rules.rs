//! Own rules: patterns that compile and are worth their cost, examples that come out as expected.

use std::collections::HashMap;
use std::ops::Range;

use super::super::faults::Faults;
use super::super::import;
use super::super::load::Loaded;
use super::super::node::Node;
use super::super::rules;
use super::Rigour;
use crate::detect::catalogue;
use crate::detect::rules::{BadPattern, Flaw, Hir, Rule, Spec, could_hold, critique, parse, weight};
use crate::diagnostics::codes;
use crate::mask::{Masker, Policy, Profile};

/// The patterns of one config may have this many bytes and classes together, repetitions counted: a tenth of a second of
/// compiling.
const MOST_TOGETHER: usize = 1_000_000;
/// An anchor should have at least this many bytes.
const GOOD_ANCHOR: usize = 3;

/// Ids of the own and imported rules of a `masking` table.
pub fn ids(loaded: &Loaded, masking: &Node) -> Vec<String> {
    let own = rules::specs(masking).map(|(spec, _)| spec.id);
    let imported =
        import::files(loaded, masking).into_iter().flat_map(|file| file.rules).map(|rule| rule.id.to_owned());
    own.chain(imported).collect()
}

/// Checks the rules of a `masking` table, and what it imports.
pub fn check(loaded: &Loaded, masking: &Node, profile: Profile, rigour: Rigour, faults: &mut Faults) {
    let mut first: HashMap<String, Range<usize>> = HashMap::new();
    // What masks without any own rule: made when the first rule asks for it.
    let mut others = None;
    let mut together = 0usize;
    for (spec, node) in rules::specs(masking) {
        taken(&spec, node, &mut first, faults);
        let pattern = node.get("pattern").expect("a rule has one");
        match parse(&spec.pattern) {
            Err(bad) => bad_pattern(loaded, &bad, pattern, faults),
            Ok(hir) => {
                together = together.saturating_add(weight(&hir));
                if together > MOST_TOGETHER {
                    let help = "leave long repetitions open: `{200,}` instead of `{200,90000}`";
                    let said = "the patterns up to this one are too large together";
                    faults.add(&codes::BAD_PATTERN, &pattern.span, said).help(help);
                    break;
                }
                let flaws = critique(&hir);
                let said = flaws.iter().filter(|flaw| rigour == Rigour::All || **flaw == Flaw::Empty);
                said.for_each(|flaw| doubt(*flaw, pattern, faults));
                match Rule::new(&spec) {
                    Err(bad) => bad_pattern(loaded, &bad, pattern, faults),
                    Ok(rule) => {
                        anchors(&spec, &rule, &hir, node, faults);
                        if rigour == Rigour::All && !flaws.contains(&Flaw::Empty) {
                            examples(&spec, rule, node, profile, &mut others, faults);
                        }
                    }
                }
            }
        }
    }
    for file in import::files(loaded, masking) {
        for (message, help) in file.left_out {
            faults.add(&codes::NOT_TAKEN_OVER, &file.span, message).maybe_help(help);
        }
    }
}

fn taken(spec: &Spec, node: &Node, first: &mut HashMap<String, Range<usize>>, faults: &mut Faults) {
    let span = &node.get("id").expect("a rule has one").span;
    if catalogue::all().any(|detector| detector.id == spec.id) {
        faults
            .add(&codes::ID_TAKEN, span, format!("`{}` is a built-in detector", spec.id))
            .help(format!("did you mean `own-{}`?", spec.id));
    } else if let Some(before) = first.insert(spec.id.clone(), span.clone()) {
        let line = faults.place(&before).start().line;
        let said = format!("another rule is called `{}`", spec.id);
        faults.add(&codes::ID_TAKEN, span, said).label(format!("first in line {line}"));
    }
}

/// Where a part of a text stands in the config: exactly, if the text is written there as it is.
fn within(loaded: &Loaded, node: &Node, text: &str, part: &Range<usize>) -> Range<usize> {
    let written = loaded.source.text().get(node.span.clone()).unwrap_or_default();
    match written.find(text) {
        Some(at) if !text.is_empty() => {
            node.span.start + at + part.start..node.span.start + at + part.end.max(part.start)
        }
        _ => node.span.clone(),
    }
}

fn bad_pattern(loaded: &Loaded, bad: &BadPattern, node: &Node, faults: &mut Faults) {
    let text = node.text().unwrap_or_default();
    let span = within(loaded, node, text, &bad.span);
    let help = match () {
        () if bad.reason.contains("look-around") => {
            Some("put what is masked into a group, `key=(\\w+)`, or test it by `check`")
        }
        () if bad.reason.contains("backreferences") => Some("write the part out again"),
        () if bad.reason.contains("Unicode not allowed") => {
            Some("in a class: `(?:ä|ö)` instead of `[äö]`, or `(?u:[äö])`")
        }
        () if bad.reason.contains("size limit") => {
            Some("leave long repetitions open: `{200,}` instead of `{200,90000}`")
        }
        () => None,
    };
    faults
        .add(&codes::BAD_PATTERN, &span, "the pattern does not compile")
        .label(bad.reason.clone())
        .maybe_help(help.map(str::to_owned));
}

fn doubt(flaw: Flaw, pattern: &Node, faults: &mut Faults) {
    match flaw {
        Flaw::Empty => faults
            .add(&codes::EMPTY_MATCH, &pattern.span, "the pattern matches the empty text")
            .help("ask for at least one character: `+` instead of `*`"),
        Flaw::StopsInside => faults
            .add(&codes::STOPS_INSIDE, &pattern.span, "the pattern can stop inside a longer token, and leave its tail")
            .help("leave the end open, `{32,}` instead of `{32}`, or end with `\\b`"),
        Flaw::Explosive => faults
            .add(&codes::EXPLOSIVE, &pattern.span, "engines that backtrack can take exponential time for this pattern")
            .help("repeat once: `a+` instead of `(a+)+`"),
    };
}

fn anchors(spec: &Spec, rule: &Rule, hir: &Hir, node: &Node, faults: &mut Faults) {
    let given = node.get("anchors");
    if let Some(given) = given.filter(|_| !spec.anchors.is_empty()) {
        let any_case = rule.anchors.any_case;
        if spec.anchors.iter().all(|anchor| !could_hold(hir, anchor.as_bytes(), any_case)) {
            faults
                .add(&codes::NEVER_FIRES, &given.span, "no match of the pattern can hold one of these anchors")
                .help("leave `anchors` out to have them found in the pattern");
            return;
        }
    }
    if rule.anchors.shortest() < GOOD_ANCHOR {
        let span =
            given.map_or_else(|| node.get("pattern").expect("a rule has one").span.clone(), |given| given.span.clone());
        let said = match rule.anchors.shortest() {
            0 => "the rule has no anchor, and is tried on every line".to_owned(),
            length => format!("the rule has an anchor of {length} characters, and is tried on many lines"),
        };
        faults
            .add(&codes::COSTLY, &span, said)
            .help("begin the pattern with a fixed text, or name a word that is in every match: `anchors: [acme]`");
    }
}

/// A policy that has nothing on but this rule.
fn alone(rule: Rule) -> Option<Masker> {
    let only = [rule.id.to_owned()];
    let policy = Policy::with_rules(Profile::Default, &only, &[], &[], &[], vec![rule]).ok()?;
    Some(Masker::new(policy))
}

fn masked(masker: &Masker, text: &str) -> String {
    String::from_utf8_lossy(&masker.mask_line(text.as_bytes())).into_owned()
}

fn examples(spec: &Spec, rule: Rule, node: &Node, profile: Profile, others: &mut Option<Masker>, faults: &mut Faults) {
    let list = |key: &str| node.get(key).map(Node::elements).unwrap_or_default();
    let finds = |text: &str| {
        let mut any = false;
        rule.each(text.as_bytes(), |_, _| any = true);
        any
    };
    let found: Vec<bool> =
        list("matches").iter().map(|example| example.get("text").and_then(Node::text).is_some_and(finds)).collect();
    let Some(masker) = alone(rule) else { return };
    let mut swallowed = 0;
    for (example, finds) in list("matches").iter().zip(found) {
        let text = |key: &str| example.get(key).and_then(|node| Some((node.text()?, node)));
        let (Some((text, text_node)), Some((wanted, wanted_node))) = (text("text"), text("masked")) else { continue };
        let got = masked(&masker, text);
        if got != wanted {
            match (got == text, finds) {
                (true, false) => {
                    faults.add(
                        &codes::MATCH_FAILS,
                        &text_node.span,
                        format!("`{}` finds nothing in this text", spec.id),
                    );
                }
                (true, true) => {
                    let said = format!("the action of `{}` leaves what it finds as it is", spec.id);
                    faults.add(&codes::MASK_NOT_APPLICABLE, &text_node.span, said).help("action: hide");
                }
                (false, _) => {
                    let said = format!("`{}` masks the example in another way", spec.id);
                    // What came out has a mask in it, but may hold what no rule of its own has found.
                    let shown = masked(&Masker::new(Policy::default_profile()), &got);
                    faults.add(&codes::MATCH_FAILS, &wanted_node.span, said).label(format!("it becomes `{shown}`"));
                }
            }
            continue;
        }
        if masked(&masker, wanted) != wanted {
            faults
                .add(
                    &codes::MASK_NOT_APPLICABLE,
                    &wanted_node.span,
                    format!("masked again by `{}`, this changes", spec.id),
                )
                .help("action: hide");
        }
        let others = others.get_or_insert_with(|| {
            let policy = Policy::new(profile, &[], &[], &[], &[]);
            Masker::new(policy.unwrap_or_else(|_| Policy::default_profile()))
        });
        swallowed += usize::from(masked(others, text) == wanted);
    }
    if swallowed > 0 && swallowed == list("matches").len() {
        let span = &node.get("id").expect("a rule has one").span;
        faults
            .add(
                &codes::SWALLOWED,
                span,
                format!("built-in detectors mask all examples of `{}` in the same way", spec.id),
            )
            .help("`pake mask --check` names the detector; the rule can be left out");
    }
    for example in list("ignores") {
        let Some((text, node)) = example.get("text").and_then(|node| Some((node.text()?, node))) else { continue };
        if masked(&masker, text) != text {
            let reason = example.get("reason").and_then(Node::text).map(|reason| format!("must stay: {reason}"));
            let fault = faults.add(&codes::IGNORE_FAILS, &node.span, format!("`{}` masks this text", spec.id));
            fault.label(reason.unwrap_or_else(|| "must stay".to_owned()));
        }
    }
}
