//! Each control is asked about its own logs.

use std::collections::BTreeSet;

use super::*;
use crate::commands::audit::summary::tests::audited;
use crate::config::FRAMEWORKS as NAMES;

fn verdict(framework: &'static Framework, control: &Control, lines: &[&str]) -> Verdict {
    let audit = audited(lines, vec![framework]);
    let of = |one: &audit::Framework| one.controls.iter().find(|one| one.id == control.id).map(|one| one.verdict);
    of(&audit.frameworks[0]).unwrap()
}

#[test]
fn each_control_is_met_by_its_log_and_not_by_the_other() {
    for framework in FRAMEWORKS {
        for control in framework.controls {
            let of = |lines: &[&str]| verdict(framework, control, lines);
            assert_eq!(of(&[]), Verdict::NoEvidence, "{}", control.id);
            if !control.meets.is_empty() {
                assert_eq!(of(control.meets), Verdict::Met, "{}", control.id);
            }
            if !control.fails.is_empty() {
                assert_eq!(of(control.fails), Verdict::NotMet, "{}", control.id);
            }
            let more = |ask: &Ask| matches!(ask, Ask::Sealed | Ask::Gaps | Ask::Altered);
            let told = control.evidence.iter().chain(control.gaps).any(more);
            assert!(told || !(control.meets.is_empty() || control.fails.is_empty()), "{}", control.id);
        }
    }
}

#[test]
fn a_gap_in_the_trail_stands_against_what_asks_for_none() {
    let line = |hour: usize, second: usize| {
        format!(
            "{{\"timestamp\":\"2026-11-20T{hour:02}:{:02}:{:02}Z\",\"category\":\"audit\",\"service\":\"s\",\"actor\":\"u\",\
             \"action\":\"audit_log.started\",\"resource\":\"r\",\"result\":\"success\"}}",
            second / 60,
            second % 60
        )
    };
    let steady: Vec<String> =
        (9..12).flat_map(|hour| (0..3600).step_by(10).map(move |s| (hour, s))).map(|(h, s)| line(h, s)).collect();
    let broken: Vec<&str> = steady.iter().filter(|line| !line.contains("T10:3")).map(String::as_str).collect();
    let steady: Vec<&str> = steady.iter().map(String::as_str).collect();
    for framework in FRAMEWORKS {
        for control in framework.controls.iter().filter(|one| one.gaps.iter().any(|ask| matches!(ask, Ask::Gaps))) {
            assert_eq!(verdict(framework, control, &broken), Verdict::NotMet, "{}", control.id);
            assert_ne!(verdict(framework, control, &steady), Verdict::NotMet, "{}", control.id);
        }
    }
}

#[test]
fn frameworks_are_those_of_the_config_and_controls_have_names_of_their_own() {
    assert_eq!(FRAMEWORKS.map(|framework| framework.id), *NAMES);
    let ids = FRAMEWORKS.iter().flat_map(|framework| framework.controls).map(|control| control.id);
    assert_eq!(ids.clone().collect::<BTreeSet<_>>().len(), ids.count());
}
