//! Audits of lines in memory.

use jiff::tz::TimeZone;

use super::controls::Framework;
use super::facts::{Named, Slots};
use super::gather::{Gather, Plan};
use super::view::{self, Manner};
use crate::entry::fields::Fields;
use crate::entry::time::TimeReader;
use crate::input::Block;
use crate::mask::{Masker, Policy};
use crate::pipeline::Folder;
use crate::render::audit::Audit;
use crate::window::Window;

/// The audit of these lines, masked as by default.
pub fn audited(lines: &[&str], frameworks: Vec<&'static Framework>) -> Audit {
    let mut fields = Fields::new();
    let slots = Slots::add(&mut fields, &Named::default()).unwrap();
    let times = TimeReader::new(TimeZone::UTC, i64::MAX);
    let plan = Plan { fields, slots, times, window: Window::default(), hours: None, groups: 1000 };
    let masker = Masker::new(Policy::default_profile());
    let gather = Gather { plan: &plan, masker: Some(&masker), input: 0 };
    let mut part = gather.part();
    let mut at = 0;
    // Each line a block, in two parts.
    let mut other = gather.part();
    for (number, line) in lines.iter().enumerate() {
        let block = Block::of(format!("{line}\n").as_bytes());
        gather.add(&block, at, if number % 3 == 1 { &mut other } else { &mut part });
        at += block.bytes().len() as u64;
    }
    gather.merge(&mut part, other);
    let manner = Manner {
        zone: TimeZone::UTC,
        window: Window::default(),
        inputs: vec!["app.log".to_owned()],
        hours: None,
        policy: Some("-".to_owned()),
        frameworks,
        seals: Vec::new(),
    };
    view::audit(part.into_state(), &manner)
}

#[test]
fn evidence_has_lines_counted_over_all_blocks_and_hashes_of_the_lines() {
    let line = |n: usize| {
        format!(
            r#"{{"timestamp":"2026-11-20T09:00:0{n}Z","category":"audit","actor":"u{n}","action":"role.grant","resource":"r","result":"success","service":"s"}}"#
        )
    };
    let lines: Vec<String> = (0..6).map(|n| if n == 2 { "text".to_owned() } else { line(n) }).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let audit = audited(&lines, super::controls::FRAMEWORKS.to_vec());
    let sox = &audit.frameworks[0];
    let finding = &sox.controls.iter().find(|control| control.id == "sox-404-privileges").unwrap().evidence[0];
    assert_eq!(finding.count, 5);
    assert_eq!(finding.range, Some(("app.log:1".to_owned(), Some("app.log:6".to_owned()))));
    let places: Vec<&str> = finding.lines.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["app.log:1", "app.log:2", "app.log:4"]);
    let leaf = crate::seal::leaf(format!("{}\n", lines[3]).as_bytes());
    assert_eq!(finding.lines[2].1, leaf.map(|byte| format!("{byte:02x}")).concat());
}
