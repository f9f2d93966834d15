//! SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use serde_json::{Value, json};

use super::super::{Code, Diagnostic, Place, neutral_json};
use super::in_one_line;

/// One run, with the rules of what was found.
pub fn all(found: &[Diagnostic]) -> String {
    let mut codes: Vec<&Code> = found.iter().filter_map(|one| one.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup_by_key(|code| code.id);
    let rules = codes.iter().map(|code| {
        json!({
            "id": code.id,
            "name": code.name,
            "shortDescription": {"text": code.title},
            "fullDescription": {"text": code.explanation},
            "defaultConfiguration": {"level": code.severity.name()},
        })
    });
    let object = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "pake",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": found.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    neutral_json(&format!("{object:#}\n"))
}

fn result(one: &Diagnostic) -> Value {
    let mut object = json!({"level": one.severity.name(), "message": {"text": in_one_line(one)}});
    if let Some(code) = one.code {
        object["ruleId"] = json!(code.id);
    }
    if let Some(place) = &one.place {
        object["locations"] = json!([location(place)]);
    }
    object
}

fn location(place: &Place) -> Value {
    let (start, end) = (place.start(), place.end());
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(place.source().name())},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }})
}

/// A path as a relative URI reference (RFC 3986): what is not unreserved or a slash is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ if byte.is_ascii_alphanumeric() => out.push(byte as char),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
