//! The digest of a masking policy: two audits with the same were masked alike.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::config::Layers;
use crate::detect;
use crate::mask::Policy;

/// SHA-256, in hexadecimal, of the program's version, the detectors that are on, the ids of own and
/// imported rules, and what the config and flags say of masking.
pub fn digest(policy: &Policy, layers: &Layers) -> String {
    let all: Value = serde_json::from_str(&layers.show_json()).unwrap_or_default();
    let values = all["values"].as_array().into_iter().flatten();
    let key = |value: &Value| value["key"].as_str().unwrap_or_default().to_owned();
    let masking = values.filter(|value| key(value).starts_with("masking."));
    let masking: Vec<Value> = masking.map(|value| json!([key(value), value["value"]])).collect();
    let detectors = detect::detectors().filter(|detector| policy.is_on(detector)).map(|detector| detector.id);
    let text = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "detectors": detectors.collect::<Vec<_>>(),
        "rules": layers.rule_ids(),
        "masking": masking,
    });
    let hash: [u8; 32] = Sha256::digest(text.to_string()).into();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
