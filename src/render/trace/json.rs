//! A timeline for programs.

use serde_json::{Value, json};

use super::Timeline;

/// The version of the form.
const SCHEMA: u32 = 1;

/// The timeline as one JSON object.
pub fn json(timeline: &Timeline) -> String {
    let entries: Vec<Value> = timeline
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            json!({
                "time": step.when,
                "offset_ms": timeline.offset(step),
                "gap_ms": timeline.gap(index),
                "duration_ms": step.duration,
                "service": step.service,
                "level": step.level,
                "error": step.error,
                "what": step.what,
                "message": step.message,
                "error_type": step.error_type,
                "trace_id": step.trace_id,
                "span_id": step.span_id,
                "parent_span_id": step.parent_span_id,
                "parent": step.parent,
                "input": step.input,
            })
        })
        .collect();
    let whole = json!({
        "schema": SCHEMA,
        "id": timeline.id,
        "began": timeline.began,
        "ended": timeline.ended,
        "total_ms": timeline.total(),
        "services": timeline.services(),
        "errors": timeline.steps.iter().filter(|step| step.error).count(),
        "first_error": timeline.first_error(),
        "entries": entries,
        "more": timeline.more,
        "undated": timeline.undated,
        "notes": timeline.notes,
    });
    crate::diagnostics::neutral_json(&format!("{whole:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeline_is_json() {
        let value: Value = serde_json::from_str(&json(&super::super::sample())).unwrap();
        assert_eq!(value["entries"][2]["offset_ms"], 20.0);
        assert_eq!(value["entries"][2]["parent"], 0);
        assert_eq!((&value["first_error"], &value["total_ms"]), (&json!(2), &json!(100.0)));
    }
}
