//! Puts steps in order: what is a part of what.

use std::collections::HashMap;

use crate::render::trace::Step;

/// How far a part may lie outside of its whole, in nanoseconds: entries are often written to the
/// millisecond.
const TOLERANCE: i64 = 1_000_000;

/// Sorts the steps by their beginning, of equals the longest first, and finds for each the step that it
/// is a part of: the one whose span it names as its parent, else the shortest one in whose time it lies.
pub fn arrange(steps: &mut [Step]) {
    steps.sort_by(|one, two| one.start.cmp(&two.start).then(two.time.cmp(&one.time)));
    let mut spans: HashMap<String, usize> = HashMap::new();
    for (index, step) in steps.iter().enumerate() {
        if let Some(span) = &step.span_id {
            // Entries of one span: the one with its duration stands for it.
            let known = spans.entry(span.clone()).or_insert(index);
            if steps[*known].duration.is_none() && step.duration.is_some() {
                *known = index;
            }
        }
    }
    let mut open: Vec<usize> = Vec::new();
    for index in 0..steps.len() {
        let step = &steps[index];
        while open.last().is_some_and(|last| steps[*last].time + TOLERANCE < step.time) {
            open.pop();
        }
        let own = step.span_id.as_ref().and_then(|span| spans.get(span)).copied().filter(|own| *own != index);
        let named = step.parent_span_id.as_ref().and_then(|span| spans.get(span)).copied();
        // An entry within a span is a part of it; the span itself of its parent.
        let linked = own.or(named).filter(|parent| *parent != index && !leads_to(steps, *parent, index));
        steps[index].parent = linked.or_else(|| open.last().copied().filter(|parent| !leads_to(steps, *parent, index)));
        if steps[index].duration.is_some() {
            open.push(index);
        }
    }
    for index in 0..steps.len() {
        let mut depth = 0;
        let mut at = index;
        while let Some(parent) = steps[at].parent {
            depth += 1;
            at = parent;
            if depth > 64 {
                break;
            }
        }
        steps[index].depth = depth;
    }
}

/// Whether `from` is a part of `to`, as far as that is known: a circle would never end.
fn leads_to(steps: &[Step], from: usize, to: usize) -> bool {
    let mut at = from;
    for _ in 0..steps.len() {
        match steps[at].parent {
            Some(parent) if parent == to => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn step(start: i64, end: i64, span: Option<&str>, parent: Option<&str>) -> Step {
        let (start, time) = (start * 1_000_000, end * 1_000_000);
        let duration = (end > start / 1_000_000).then_some((end * 1_000_000 - start) as f64 / 1e6);
        let (span_id, parent_span_id) = (span.map(str::to_owned), parent.map(str::to_owned));
        Step { start, time, duration, span_id, parent_span_id, ..Step::default() }
    }

    #[test]
    fn parts_are_found_by_spans_and_by_time() {
        let mut steps = vec![
            step(50, 50, None, None),
            step(0, 100, Some("a"), None),
            step(10, 60, None, None),
            step(-5, 20, Some("b"), Some("a")),
            step(110, 110, None, None),
            step(55, 55, Some("b"), None),
        ];
        arrange(&mut steps);
        let found: Vec<(i64, Option<usize>, usize)> =
            steps.iter().map(|step| (step.start / 1_000_000, step.parent, step.depth)).collect();
        assert_eq!(
            found,
            [(-5, Some(1), 1), (0, None, 0), (10, Some(1), 1), (50, Some(2), 2), (55, Some(0), 2), (110, None, 0)]
        );
    }

    proptest! {
        #[test]
        fn no_step_is_a_part_of_itself(
            parts in prop::collection::vec((0..50i64, 0..50i64, 0..5usize, 0..5usize), 0..20)
        ) {
            let names = ["a", "b", "c", "d"];
            let mut steps: Vec<Step> = parts.iter()
                .map(|(start, len, span, parent)| step(*start, start + len, names.get(*span).copied(), names.get(*parent).copied()))
                .collect();
            arrange(&mut steps);
            prop_assert!(steps.iter().all(|step| step.depth <= steps.len()));
        }
    }
}
