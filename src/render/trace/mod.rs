//! What happened to a request, in the forms that people and programs read: a file a form.

mod json;
mod list;
mod markdown;
mod otlp;
mod table;
mod tree;

pub use json::json;
pub use list::{Form, Listed, Listing, list};
pub use markdown::markdown;
pub use otlp::otlp;
pub use table::table;
pub use tree::tree;

use std::collections::HashSet;

use super::units::amount_in_words;

/// All entries of one request, in order.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// What it was asked for by, as it may be shown.
    pub id: String,
    /// Its entries, by when what they tell of began.
    pub steps: Vec<Step>,
    /// How many entries there are beyond those.
    pub more: u64,
    /// Entries without a time that can be read; they are not among the steps.
    pub undated: u64,
    /// When it began and ended: nanoseconds since 1970. None without steps.
    pub span: Option<(i64, i64)>,
    /// The same as RFC 3339.
    pub began: String,
    /// See `began`.
    pub ended: String,
    /// What is to be known of its times: clocks that differ.
    pub notes: Vec<String>,
}

/// One entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// When it was written: nanoseconds since 1970.
    pub time: i64,
    /// The same as RFC 3339.
    pub when: String,
    /// When what it tells of began: `time` without the duration.
    pub start: i64,
    /// How long that took, in milliseconds.
    pub duration: Option<f64>,
    /// Who wrote it.
    pub service: Option<String>,
    /// How grave it is, by its native name.
    pub level: Option<&'static str>,
    /// Whether it tells of a failure.
    pub error: bool,
    /// What was done: an operation, a method and path, an event.
    pub what: Option<String>,
    /// What it says.
    pub message: Option<String>,
    /// The class of its error.
    pub error_type: Option<String>,
    /// The ids that tracing has given to it.
    pub trace_id: Option<String>,
    /// See `trace_id`.
    pub span_id: Option<String>,
    /// The span that it is a part of.
    pub parent_span_id: Option<String>,
    /// The step that it is a part of: by span ids, else the shortest one in whose time it lies.
    pub parent: Option<usize>,
    /// How many steps it is a part of.
    pub depth: usize,
    /// The input it stands in.
    pub input: String,
}

impl Step {
    /// What happened, in words.
    pub fn words(&self) -> String {
        let error = self.error_type.iter().filter(|_| self.error);
        let parts: Vec<&str> = self.what.iter().chain(error).chain(&self.message).map(String::as_str).collect();
        let mut words = String::new();
        for (index, part) in parts.iter().enumerate() {
            // What another part says already is not said twice.
            let told = parts
                .iter()
                .enumerate()
                .any(|(other, text)| text.contains(part) && (text.len() > part.len() || other < index));
            if !told {
                words += if words.is_empty() { "" } else { ": " };
                words += part;
            }
        }
        if words.is_empty() { "(says nothing)".to_owned() } else { words }
    }
}

impl Timeline {
    /// The step that told of a failure first: not the one whose work began first.
    pub fn first_error(&self) -> Option<usize> {
        let errors = self.steps.iter().enumerate().filter(|(_, step)| step.error);
        errors.min_by_key(|(_, step)| step.time).map(|(index, _)| index)
    }

    /// The services, in the order in which they come.
    pub fn services(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        self.steps.iter().filter_map(|step| step.service.as_deref()).filter(|service| seen.insert(*service)).collect()
    }

    /// Milliseconds from the beginning to when a step began.
    pub fn offset(&self, step: &Step) -> f64 {
        milliseconds(step.start - self.span.map_or(step.start, |(start, _)| start))
    }

    /// Milliseconds since the step before it began.
    pub fn gap(&self, index: usize) -> Option<f64> {
        let before = self.steps.get(index.checked_sub(1)?)?;
        Some(milliseconds(self.steps[index].start - before.start))
    }

    /// Milliseconds in all.
    pub fn total(&self) -> f64 {
        self.span.map_or(0.0, |(start, end)| milliseconds(end - start))
    }

    /// What it is, in one line.
    pub fn summary(&self) -> String {
        let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let errors = self.steps.iter().filter(|step| step.error).count();
        let mut parts = vec![count(self.steps.len(), "entry", "entries")];
        let services = self.services().len();
        if services > 0 {
            parts[0] += &format!(" of {}", count(services, "service", "services"));
        }
        parts.push(format!("{} in all", amount_in_words(self.total(), true)));
        if let Some(first) = self.first_error() {
            let began = self.span.map_or(0, |(start, _)| start);
            let at = amount_in_words(milliseconds(self.steps[first].time - began), true);
            parts.push(format!("{}, the first at +{at}", count(errors, "error", "errors")));
        }
        parts.join(", ")
    }

    /// What is not shown, and what is to be known, a line each.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = self.notes.clone();
        if self.more > 0 {
            remarks.push(format!("{} more entries, all later, are not shown", self.more));
        }
        if self.undated > 0 {
            let what = if self.undated == 1 { "entry has" } else { "entries have" };
            remarks.push(format!("{} {what} no time that can be read", self.undated));
        }
        remarks
    }
}

/// Nanoseconds as milliseconds.
pub fn milliseconds(nanos: i64) -> f64 {
    nanos as f64 / 1e6
}

#[cfg(test)]
pub(super) fn sample() -> Timeline {
    let step = |start: i64, duration: Option<f64>, service: &str, what: Option<&str>, message: &str| Step {
        start: start * 1_000_000,
        time: start * 1_000_000 + duration.map_or(0, |duration| (duration * 1e6) as i64),
        when: format!("T{start}"),
        duration,
        service: Some(service.to_owned()),
        level: Some("INFO"),
        what: what.map(str::to_owned),
        message: Some(message.to_owned()),
        input: "app.log".to_owned(),
        ..Step::default()
    };
    let mut steps = vec![
        step(1000, Some(100.0), "gate", Some("POST /orders"), "done"),
        step(1010, None, "orders", None, "accepted"),
        step(1020, Some(60.0), "orders", Some("charge"), "charge failed"),
    ];
    (steps[1].parent, steps[1].depth) = (Some(0), 1);
    (steps[2].parent, steps[2].depth, steps[2].error) = (Some(0), 1, true);
    (steps[2].level, steps[2].error_type) = (Some("ERROR"), Some("Timeout".to_owned()));
    let (began, ended) = ("T1000".to_owned(), "T1100".to_owned());
    let notes = vec!["clocks differ".to_owned()];
    Timeline {
        id: "req-1".to_owned(),
        steps,
        span: Some((1_000_000_000, 1_100_000_000)),
        began,
        ended,
        notes,
        ..Timeline::default()
    }
}
