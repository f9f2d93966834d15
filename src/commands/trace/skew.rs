//! Points out clocks that differ. Nothing is corrected: what is shown are the times of the log.
//!
//! A part cannot begin before its whole. Where entries name their parent's span, each such pair of two
//! services is looked at; else the longest entry of all is taken for the request itself, and no other
//! service can have begun before it.

use std::collections::{BTreeMap, HashMap};

use crate::render::trace::{Step, milliseconds};

/// Less than this is said of no clock, in nanoseconds.
const TOLERANCE: i64 = 2_000_000;
/// Zones differ by multiples of this, in nanoseconds; times are compared to a minute.
const QUARTER: i64 = 900_000_000_000;
const MINUTE: i64 = 60_000_000_000;

/// What is to be said, a sentence for each pair of services.
pub fn notes(steps: &[Step]) -> Vec<String> {
    let mut found: BTreeMap<(&str, &str), (i64, &Step)> = BTreeMap::new();
    let mut spans: HashMap<&str, &Step> = HashMap::new();
    for step in steps.iter().filter(|step| step.duration.is_some()) {
        if let Some(span) = step.span_id.as_deref() {
            spans.entry(span).or_insert(step);
        }
    }
    let by_spans = steps.iter().filter(|step| step.parent_span_id.is_some());
    let mut linked = false;
    for part in by_spans {
        let Some(whole) = part.parent_span_id.as_deref().and_then(|parent| spans.get(parent)) else { continue };
        linked = true;
        add(&mut found, part, whole);
    }
    if !linked
        && let Some(whole) =
            steps.iter().filter(|step| step.duration.is_some()).max_by_key(|step| step.time - step.start)
    {
        steps.iter().for_each(|part| add(&mut found, part, whole));
    }
    found.into_iter().map(|((part, whole), (before, step))| said(part, whole, before, step)).collect()
}

fn add<'a>(found: &mut BTreeMap<(&'a str, &'a str), (i64, &'a Step)>, part: &'a Step, whole: &'a Step) {
    let (Some(one), Some(two)) = (part.service.as_deref(), whole.service.as_deref()) else { return };
    let before = whole.start - part.start;
    if before > TOLERANCE && one != two {
        let known = found.entry((one, two)).or_insert((before, whole));
        known.0 = known.0.max(before);
    }
}

fn said(part: &str, whole: &str, before: i64, step: &Step) -> String {
    let size = crate::render::amount_in_words(milliseconds(before), true);
    let what = step.what.as_deref().unwrap_or("the request");
    let mut text = format!(
        "`{part}` begins {size} before `{what}` of `{whole}`, which it is a part of: their clocks differ by that or more"
    );
    let quarters = (before + QUARTER / 2) / QUARTER;
    if quarters > 0 && (before - quarters * QUARTER).abs() < MINUTE {
        text += "; that is about a difference of zones: are its times written without one? --input-tz names it";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(service: &str, start: i64, time: i64, span: Option<&str>, parent: Option<&str>) -> Step {
        Step {
            service: Some(service.to_owned()),
            what: Some(format!("{service}-work")),
            start: start * 1_000_000,
            time: time * 1_000_000,
            duration: (time > start).then_some((time - start) as f64),
            span_id: span.map(str::to_owned),
            parent_span_id: parent.map(str::to_owned),
            ..Step::default()
        }
    }

    #[test]
    fn a_part_that_begins_before_its_whole_tells_of_clocks() {
        let said = notes(&[step("gate", 0, 100, Some("a"), None), step("db", -40, 10, None, Some("a"))]);
        let expected = "`db` begins 40 ms before `gate-work` of `gate`, which it is a part of: \
                        their clocks differ by that or more";
        assert_eq!(said, [expected]);
        let said = notes(&[step("gate", 0, 900, None, None), step("db", -3_600_100, -3_600_050, None, None)]);
        assert!(said[0].contains("begins 1 h before") && said[0].contains("--input-tz"), "{said:?}");
    }

    #[test]
    fn clocks_that_agree_are_not_spoken_of() {
        // A millisecond is how times are rounded; work can go on behind the answer; a service has one clock.
        let steps = [
            step("gate", 0, 100, None, None),
            step("db", -1, 10, None, None),
            step("mail", 150, 180, None, None),
            step("gate", -50, -50, None, None),
        ];
        assert!(notes(&steps).is_empty());
        assert!(notes(&[]).is_empty());
    }
}
