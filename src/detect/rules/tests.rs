use super::*;
use crate::detect::anchors::Kind;

fn spec(pattern: &str) -> Spec {
    Spec::new("own", pattern)
}

fn anchors(pattern: &str) -> (Vec<String>, bool) {
    let found = Anchors::of(&parse(pattern).unwrap());
    (found.literals.into_iter().map(|literal| String::from_utf8(literal).unwrap()).collect(), found.any_case)
}

fn one(literal: &str) -> (Vec<String>, bool) {
    (vec![literal.to_owned()], false)
}

#[test]
fn anchors_are_read_off_patterns() {
    assert_eq!(anchors(r"acme_[0-9a-z]{20,}"), one("acme_"));
    assert_eq!(anchors(r"\bEMP-\d{6}\b"), one("EMP-"));
    assert_eq!(anchors(r"\d+-badge-\d+"), one("-badge-"));
    assert_eq!(anchors(r"[0-9]{4,}@internal"), one("@internal"));
    assert_eq!(anchors(r"(?i)x-acme:\s*(\w+)"), (vec!["x-acme:".to_owned()], true));
    assert_eq!(anchors(r"(alpha|beta)_\d+"), (vec!["alpha".to_owned(), "beta".to_owned()], false));
    assert_eq!(anchors(r#"\{"badge":"(\d+)""#), one("badge"));
    assert_eq!(anchors(r"\d{9}"), (Vec::new(), false));
    assert_eq!(anchors(r"(ab)?\d{9}"), (Vec::new(), false));
}

#[test]
fn flaws_are_seen() {
    let flaws = |pattern| critique(&parse(pattern).unwrap());
    assert_eq!(flaws(r"a*"), [Flaw::Empty]);
    assert_eq!(flaws(r"acme_[a-z0-9]{32}"), [Flaw::StopsInside]);
    assert_eq!(flaws(r"acme_([a-z0-9]{32,40})"), [Flaw::StopsInside]);
    assert_eq!(flaws(r"acme_[a-z0-9]+?"), [Flaw::StopsInside]);
    assert_eq!(flaws(r"(a+)+b"), [Flaw::Explosive]);
    assert_eq!(flaws(r"(?:a*b?)*x"), [Flaw::Explosive]);
    for fine in
        [r"acme_[a-z0-9]{32,}", r"acme_[a-z0-9]{32}\b", r"EMP-\d{6}[A-F]?", r"(?:ab+)+c", r"(?:[a-z]+-)+x", r"a\d{6}$"]
    {
        assert_eq!(flaws(fine), [], "{fine}");
    }
}

#[test]
fn a_bad_pattern_is_placed() {
    let bad = parse(r"a(b").unwrap_err();
    assert_eq!((bad.span, bad.reason.as_str()), (1..2, "unclosed group"));
    assert!(parse(r"(?=a)").unwrap_err().reason.contains("look-around"));
    assert!(Rule::new(&spec(r"((a{1000}){1000}){1000}")).unwrap_err().reason.contains("size limit"));
}

#[test]
fn one_place_a_line_and_every_place_of_a_text() {
    let rules = Rules::new(vec![Rule::new(&spec("ab+")).unwrap()]);
    let mut hits = vec![Hit::new(1, Kind::At)];
    rules.look_at_lines(b"ab ab\n\nx\nab", &mut hits);
    assert_eq!(hits, [Hit::new(0, Kind::Own), Hit::new(1, Kind::At), Hit::new(9, Kind::Own)]);
    hits.clear();
    rules.look_at_all(b"ab ab", &mut hits);
    assert_eq!(hits.len(), 2);
}

#[test]
fn checks_and_groups_decide_what_is_masked() {
    let found = |pattern: &str, check: Option<&str>, text: &str| {
        let spec = Spec { check: check.map(|name| check_named(name).unwrap()), ..spec(pattern) };
        let mut found = Vec::new();
        Rule::new(&spec).unwrap().each(text.as_bytes(), |start, end| found.push(text[start..end].to_owned()));
        found
    };
    assert_eq!(found(r"no=(\d+)", None, "no=12 no=******** no=3"), ["12", "3"]);
    assert_eq!(found(r"\d[\d -]+\d", Some("luhn"), "7992 7398 713 and 79927398714"), ["7992 7398 713"]);
}

#[test]
fn an_id_is_kept_once() {
    assert!(std::ptr::eq(interned("same-id"), interned(&String::from("same-id"))));
}
