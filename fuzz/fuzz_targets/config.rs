//! Whatever a config is: it is checked without a panic, its faults lie in its text, and what is shown of it has as many
//! bytes and lines as it has.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pake::config::check::check;
use pake::config::load::{Syntax, parse};
use pake::config::{Request, Rigour};
use pake::input::Origin;

fuzz_target!(|input: (u8, &str)| {
    let (syntax, text) = input;
    let syntax = [Syntax::Yaml, Syntax::Toml, Syntax::Json][usize::from(syntax) % 3];
    // Files that the text may name are those of this machine: none of their names is looked up.
    if text.contains("import") || text.contains("paths") {
        return;
    }
    let loaded = parse(Origin::Stdin, syntax, text);
    let shown = loaded.source.text();
    assert_eq!(shown.len(), text.len());
    assert_eq!(shown.lines().count(), text.lines().count());
    for fault in check(&loaded, Rigour::All) {
        let place = fault.place.expect("faults of a text have a place");
        assert!(place.span().end <= text.len());
        let _ = (place.start(), place.end());
    }
    let checked = Request::default().over(Some(loaded));
    let _ = checked.layers.policy();
    let _ = (checked.layers.show(), checked.layers.show_json());
});
