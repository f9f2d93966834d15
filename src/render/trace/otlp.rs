//! A timeline as spans: the JSON encoding of OTLP (`opentelemetry/proto/trace/v1/trace.proto`, and
//! <https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding>: ids in hexadecimal digits, 64-bit
//! numbers as text, enums as numbers, names in lower camel case).
//!
//! An entry with a duration is a span. One without is an event of the nearest span of its service that
//! it is a part of, else a span without length. Ids of the log are kept if they have the right form;
//! others are made from the id that was asked for, so that the same log gives the same ids.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Step, Timeline};

/// `SPAN_KIND_INTERNAL`
const INTERNAL: u8 = 1;
/// `STATUS_CODE_ERROR`
const ERROR: u8 = 2;

/// How many spans lie at most between an event and its own: in a deep nest, the walk from all of them would take the
/// square of their number.
const FARTHEST: usize = 1000;

/// The timeline as a `TracesData` message.
pub fn otlp(timeline: &Timeline) -> String {
    let steps = &timeline.steps;
    let trace = steps.iter().find_map(|step| hex(step.trace_id.as_deref(), 32));
    let trace = trace.unwrap_or_else(|| digest(&[&timeline.id], 16));
    let mut taken: HashSet<String> = HashSet::new();
    let ids: Vec<String> = steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let own = hex(step.span_id.as_deref(), 16).filter(|id| taken.insert(id.clone()));
            own.unwrap_or_else(|| digest(&[&timeline.id, &index.to_string()], 8))
        })
        .collect();
    // The span that each step is, or is an event of.
    let carrier = |index: usize| {
        if steps[index].duration.is_some() {
            return index;
        }
        let mut at = index;
        for _ in 0..FARTHEST {
            let Some(parent) = steps[at].parent else { break };
            if steps[parent].duration.is_some() && steps[parent].service == steps[index].service {
                return parent;
            }
            at = parent;
        }
        index
    };
    let mut events: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
    let mut spans: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, step) in steps.iter().enumerate() {
        match carrier(index) {
            of if of == index => {
                spans.entry(step.service.as_deref().unwrap_or("unknown_service")).or_default().push(index)
            }
            of => events.entry(of).or_default().push(json!({
                "timeUnixNano": step.time.to_string(),
                "name": step.words(),
                "attributes": attributes(step),
            })),
        }
    }
    let resources: Vec<Value> = spans
        .into_iter()
        .map(|(service, indices)| {
            let spans: Vec<Value> = indices
                .into_iter()
                .map(|index| {
                    let step = &steps[index];
                    let mut span = Map::new();
                    span.insert("traceId".into(), trace.clone().into());
                    span.insert("spanId".into(), ids[index].clone().into());
                    let parent = step.parent.map(|parent| ids[carrier(parent)].clone());
                    if let Some(parent) =
                        hex(step.parent_span_id.as_deref(), 16).or(parent).filter(|id| *id != ids[index])
                    {
                        span.insert("parentSpanId".into(), parent.into());
                    }
                    span.insert("name".into(), step.what.clone().unwrap_or_else(|| step.words()).into());
                    span.insert("kind".into(), INTERNAL.into());
                    span.insert("startTimeUnixNano".into(), step.start.to_string().into());
                    span.insert("endTimeUnixNano".into(), step.time.to_string().into());
                    span.insert("attributes".into(), attributes(step).into());
                    if let Some(events) = events.remove(&index) {
                        span.insert("events".into(), events.into());
                    }
                    if step.error {
                        let message = step.message.clone().or_else(|| step.error_type.clone()).unwrap_or_default();
                        span.insert("status".into(), json!({ "code": ERROR, "message": message }));
                    }
                    Value::Object(span)
                })
                .collect();
            json!({
                "resource": { "attributes": [attribute("service.name", service)] },
                "scopeSpans": [{ "scope": { "name": "pake", "version": env!("CARGO_PKG_VERSION") }, "spans": spans }],
            })
        })
        .collect();
    crate::diagnostics::neutral_json(&format!("{:#}\n", json!({ "resourceSpans": resources })))
}

/// What else is known of a step, by the names of OpenTelemetry's conventions where there are any.
fn attributes(step: &Step) -> Vec<Value> {
    let known = [
        ("log.severity", step.level),
        ("log.message", step.message.as_deref()),
        ("error.type", step.error_type.as_deref()),
        ("log.file.name", Some(step.input.as_str())),
    ];
    known.iter().filter_map(|(name, value)| Some(attribute(name, (*value)?))).collect()
}

fn attribute(name: &str, value: &str) -> Value {
    json!({ "key": name, "value": { "stringValue": value } })
}

/// An id of so many hexadecimal digits, not all of them zero.
fn hex(id: Option<&str>, digits: usize) -> Option<String> {
    let id = id?.to_ascii_lowercase();
    let fits =
        id.len() == digits && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && id.bytes().any(|byte| byte != b'0');
    fits.then_some(id)
}

/// So many bytes that depend on the parts alone, in hexadecimal digits.
fn digest(parts: &[&str], bytes: usize) -> String {
    let hash = Sha256::digest(parts.join("\0"));
    hash[..bytes].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_with_a_duration_are_spans_and_others_their_events() {
        let mut timeline = super::super::sample();
        timeline.steps[0].span_id = Some("00F067AA0BA902B7".to_owned());
        timeline.steps[1].service = Some("gate".to_owned());
        let value: Value = serde_json::from_str(&otlp(&timeline)).unwrap();
        let resources = value["resourceSpans"].as_array().unwrap();
        assert_eq!(resources.len(), 2);
        let gate = &resources[0]["scopeSpans"][0]["spans"][0];
        assert_eq!(gate["spanId"], "00f067aa0ba902b7");
        assert_eq!(
            (&gate["startTimeUnixNano"], &gate["endTimeUnixNano"]),
            (&json!("1000000000"), &json!("1100000000"))
        );
        assert_eq!(gate["events"][0]["name"], "accepted");
        let charge = &resources[1]["scopeSpans"][0]["spans"][0];
        assert_eq!((&charge["parentSpanId"], &charge["status"]["code"]), (&gate["spanId"], &json!(2)));
        assert_eq!(charge["traceId"], gate["traceId"]);
        assert_eq!(charge["traceId"].as_str().unwrap().len(), 32);
    }
}
