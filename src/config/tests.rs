use proptest::prelude::*;

use super::check::check;
use super::load::{Syntax, parse};
use super::*;
use crate::input::Origin;

const VALID: &str = include_str!("../../fixtures/configs/valid.yaml");

/// Checks a text in all ways, as the fuzz target does.
fn check_all(syntax: Syntax, text: &str) {
    let loaded = parse(Origin::Stdin, syntax, text);
    assert_eq!(loaded.source.text().len(), text.len());
    assert_eq!(loaded.source.text().lines().count(), text.lines().count());
    for fault in check(&loaded, Rigour::All) {
        let place = fault.place.expect("a fault of a text has a place");
        assert!(place.span().end <= text.len());
    }
    let checked = Request::default().over(Some(loaded));
    let _ = (checked.layers.policy(), checked.layers.show(), checked.layers.show_json());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_config_with_slips_in_it_is_checked_without_a_panic(
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..4usize, "[-\\[\\]{}:,&*!|>'\"%@`#\\\\ \t\na-z0-9é]{1,3}"), 1..6),
    ) {
        let mut text = VALID.to_owned();
        for (at, cut, put) in slips {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = at.index(places.len());
            let end = places.get(at + cut).copied().unwrap_or(text.len());
            text.replace_range(places[at]..end, &put);
        }
        check_all(Syntax::Yaml, &text);
    }

    #[test]
    fn any_text_is_checked_without_a_panic(text in "[-\\[\\]{}:,&*!|>'\"%@`#=.\\\\ \t\na-c0-2é]{0,60}", syntax in 0..3usize) {
        check_all([Syntax::Yaml, Syntax::Toml, Syntax::Json][syntax], &text);
    }
}

#[test]
fn a_fault_of_json_in_a_character_is_placed_at_it() {
    for text in ["[1é", "\"\\é\"", "{\"a\": é}", "é", "\n\"c2{a %`é>ac=@*é,é\">\"*a\\é#,"] {
        check_all(Syntax::Json, text);
    }
}

#[test]
fn a_rule_with_a_quote_in_it_finds_it_in_text_and_in_json() {
    let text = r#"{"masking":{"rules":[{"id":"own","pattern":"acme\"b\\d{3,}"}]}}"#;
    let loaded = parse(Origin::Stdin, Syntax::Json, text);
    assert!(check(&loaded, Rigour::Use).is_empty());
    let policy = Request::default().over(Some(loaded)).layers.policy().unwrap();
    let masker = crate::mask::Masker::new(policy);
    assert_eq!(&*masker.mask_line(br#"x acme"b123 y"#), b"x ******** y");
    assert_eq!(&*masker.mask_line(br#"{"k":"x acme\"b123 y"}"#), br#"{"k":"x ******** y"}"#);
}
