//! Expressions: whatever their text, they are read or refused without a panic, faults lie in the text, and what needles
//! pass over does not hold.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pake::entry::fields::Fields;
use pake::entry::time::TimeReader;
use pake::query::{Expression, Query, Sense, Work};
use pake::window::{Clock, Window, zone};

const NOW: i64 = 1_795_262_400_000_000_000;

fuzz_target!(|input: (&str, &[u8])| {
    let (expression, line) = input;
    let utc = || zone("UTC").expect("it is known");
    let sense = Sense { times: TimeReader::new(utc(), NOW), clock: Clock::at(NOW, utc()), unit: None };
    let asked = Expression { called: "--where", text: expression, shown: expression.to_owned() };
    match Query::new(None, Some(asked), Window::default(), Fields::new(), &sense) {
        Ok(query) => {
            let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let holds = query.holds(line, &mut Work::default());
            let hunted = query.needles().hunt(line).next(0).is_some();
            assert!(!holds || hunted || line.is_empty());
        }
        Err(fault) => {
            if let Some(place) = &fault.place {
                assert!(place.span().end <= expression.len());
            }
        }
    }
});
