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
    let mut wholes = Wholes((0..steps.len()).collect());
    for index in 0..steps.len() {
        let step = &steps[index];
        while open.last().is_some_and(|last| steps[*last].time + TOLERANCE < step.time) {
            open.pop();
        }
        let own = step.span_id.as_ref().and_then(|span| spans.get(span)).copied().filter(|own| *own != index);
        let named = step.parent_span_id.as_ref().and_then(|span| spans.get(span)).copied();
        // An entry within a span is a part of it; the span itself of its parent.
        let linked = own.or(named).filter(|parent| wholes.of(*parent) != index);
        let parent = linked.or_else(|| open.last().copied().filter(|parent| wholes.of(*parent) != index));
        steps[index].parent = parent;
        wholes.0[index] = parent.unwrap_or(index);
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

/// What each step is in the end a part of, as far as that is known: a step that is a part of one that is a part of it
/// would be a circle. A step of which nothing is known yet is a whole; what was found on the way is remembered, so that
/// all questions together take little more than one for each step.
struct Wholes(Vec<usize>);

impl Wholes {
    fn of(&mut self, step: usize) -> usize {
        let mut whole = step;
        while self.0[whole] != whole {
            whole = self.0[whole];
        }
        let mut at = step;
        while self.0[at] != whole {
            at = std::mem::replace(&mut self.0[at], whole);
        }
        whole
    }
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

    #[test]
    fn a_deep_nest_takes_no_longer_than_a_flat_one() {
        // Each is a part of the one before; squared, this would take minutes.
        let names: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
        let mut steps: Vec<Step> = (0..100_000)
            .map(|n: usize| step(n as i64, 200_000, Some(&names[n]), n.checked_sub(1).map(|n| names[n].as_str())))
            .collect();
        arrange(&mut steps);
        assert!(steps.iter().enumerate().all(|(index, step)| step.parent == index.checked_sub(1)));
        assert!(super::super::skew::notes(&steps).is_empty());
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
            for index in 0..steps.len() {
                let parents = std::iter::successors(steps[index].parent, |at| steps[*at].parent);
                prop_assert!(parents.take(steps.len() + 1).all(|parent| parent != index));
            }
        }
    }
}
