//! What was read, for programs: alike in reports and audits.

use serde_json::{Map, Value, json as object};

use super::model::{Data, Input, Window};

/// What was read: values of the keys of the same names.
pub struct Read {
    /// The time that was asked for.
    pub window: Value,
    /// What was read of each input.
    pub inputs: Value,
    /// What the lines were.
    pub data: Value,
}

impl Read {
    /// Of these.
    pub fn of(window: &Window, inputs: &[Input], data: &Data) -> Read {
        let skipped: Map<String, Value> =
            data.skipped.iter().map(|(why, count)| ((*why).to_owned(), object!(count))).collect();
        let input = |input: &Input| object!({"name": input.name, "lines": input.lines, "bytes": input.bytes});
        let mut read = object!({
            "lines": data.lines,
            "bytes": data.bytes,
            "reported": data.reported,
            "undated": data.undated,
            "skipped": skipped,
            "first": data.first,
            "last": data.last,
        });
        // Only where a part of an input was enough.
        if data.unread > 0 {
            read["bytes_not_read"] = object!(data.unread);
        }
        Read {
            window: object!({"since": window.since, "until": window.until, "flags": window.flags()}),
            inputs: inputs.iter().map(input).collect(),
            data: read,
        }
    }
}
