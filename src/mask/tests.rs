//! The promise, tried over the whole catalogue and in every carrier.

use super::*;
use crate::detect::catalogue;

fn masked(masker: &Masker, line: &str) -> String {
    String::from_utf8(masker.mask_line(line.as_bytes()).into_owned()).unwrap()
}

fn alone(id: &str) -> Masker {
    Masker::new(Policy::new(Profile::Strict, &[id.to_string()], &[], &[], &[]).unwrap())
}

#[test]
fn every_example_is_masked_as_its_row_says() {
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        let masker = match detector.id {
            "connection-string" => Masker::new(
                Policy::new(Profile::Strict, &["connection-string".into(), "secret-field".into()], &[], &[], &[])
                    .unwrap(),
            ),
            "card-expiry" => Masker::new(
                Policy::new(Profile::Strict, &["card-expiry".into(), "card".into()], &[], &[], &[]).unwrap(),
            ),
            id => alone(id),
        };
        for sample in detector.matches {
            let got = masked(&masker, sample.text);
            if got != sample.masked {
                faults.push(format!("{}: {}\n   got  {got}\n   want {}", detector.id, sample.text, sample.masked));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn every_counter_example_is_left_alone_by_its_row() {
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        let masker = alone(detector.id);
        for sample in detector.ignores {
            let got = masked(&masker, sample.text);
            if got != sample.text {
                faults.push(format!("{}: {}\n   got {got} ({})", detector.id, sample.text, sample.reason));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn ids_are_unique_and_in_kebab_case() {
    let mut seen = std::collections::HashSet::new();
    for detector in catalogue::all() {
        assert!(seen.insert(detector.id), "{} twice", detector.id);
        assert!(
            detector.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            detector.id
        );
    }
}

/// What each carrier makes of a text.
fn carriers(text: &str) -> Vec<String> {
    let quoted = serde_json::to_string(text).unwrap();
    let nested = serde_json::to_string(&format!("payload {{\"note\":{quoted}}}")).unwrap();
    let deep = serde_json::to_string(&format!("{{\"body\":{nested}}}")).unwrap();
    let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    vec![
        text.to_string(),
        format!("2026-11-20 10:00:00 INFO {text}"),
        format!("{{\"message\":{quoted}}}"),
        format!("{{\"a\":[[{quoted}]]}}"),
        format!("{{\"message\":{nested}}}"),
        format!("{{\"message\":{deep}}}"),
        format!("{{\"message\":\"{escaped}\"}}"),
        format!("prefix {{\"message\":{quoted}}} suffix"),
    ]
}

#[test]
fn every_example_is_masked_in_every_carrier_and_once_is_enough() {
    let masker = Masker::new(Policy::new(Profile::Strict, &[], &[], &[], &[]).unwrap());
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        for sample in detector.matches {
            for carried in carriers(sample.text) {
                let got = masked(&masker, &carried);
                if got == carried {
                    faults.push(format!("{} is left: {carried}", detector.id));
                }
                let again = masked(&masker, &got);
                if again != got {
                    faults.push(format!("{}: masked twice\n   {carried}\n   {got}\n   {again}", detector.id));
                }
                let json = serde_json::from_str::<serde_json::Value>(&carried).is_ok();
                if json && serde_json::from_str::<serde_json::Value>(&got).is_err() {
                    faults.push(format!("{}: no JSON any more\n   {carried}\n   {got}", detector.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn the_look_never_changes_what_is_masked() {
    let policy = || Policy::default_profile();
    let (masker, opening) = (Masker::new(policy()), Masker::new(policy()).opening_all());
    let mut faults = Vec::new();
    for detector in catalogue::all() {
        for text in
            detector.matches.iter().map(|sample| sample.text).chain(detector.ignores.iter().map(|sample| sample.text))
        {
            for carried in carriers(text) {
                let (quick, full) = (masked(&masker, &carried), masked(&opening, &carried));
                if quick != full {
                    faults.push(format!("{}: {carried}\n   look {quick}\n   all  {full}", detector.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}
