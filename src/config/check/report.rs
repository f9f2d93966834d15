//! Reports: percentiles in order, gates that can be told apart.

use super::super::faults::Faults;
use super::super::gate::{self, Limit, Measure, Test};
use super::super::node::{Node, Value};
use crate::diagnostics::codes;

/// Checks the `report` of a section.
pub fn check(section: &Node, faults: &mut Faults) {
    let Some(report) = section.get("report") else { return };
    percentiles(report, faults);
    gates(report, faults);
}

fn percentiles(report: &Node, faults: &mut Faults) {
    let Some(Value::List(list)) = report.get("percentiles").map(|node| &node.value) else { return };
    let number = |node: &Node| match &node.value {
        Value::Number(text) => text.parse::<f64>().ok(),
        _ => None,
    };
    for pair in list.windows(2) {
        if let (Some(first), Some(second)) = (number(&pair[0]), number(&pair[1]))
            && first >= second
        {
            faults
                .add(&codes::OUT_OF_ORDER, &pair[1].span, format!("percentile {second} stands behind {first}"))
                .label("percentiles rise");
        }
    }
}

/// A lower percentile is never above a higher one, so its threshold must not be either.
fn gates(report: &Node, faults: &mut Faults) {
    let Some(node) = report.get("gates") else { return };
    let mut seen = Vec::new();
    for (text, node) in node.texts() {
        let Ok(gate) = gate::parse(text) else { continue };
        let above = matches!(gate.test, Test::Above | Test::AtLeast);
        let (Measure::Percentile(percent), true, Limit::Time(limit)) = (gate.measure, above, gate.limit) else {
            continue;
        };
        for (other, threshold, group, other_span) in &seen {
            if *group != gate.on || percent == *other {
                continue;
            }
            let this_is_low = percent < *other;
            let (low, high) = if this_is_low { (percent, *other) } else { (*other, percent) };
            let wrong = if this_is_low { limit > *threshold } else { *threshold > limit };
            if wrong {
                let line = faults.place(other_span).start().line;
                let said = format!("threshold for `p{low}` must be below that for `p{high}`");
                faults
                    .add(&codes::OUT_OF_ORDER, &node.span, said)
                    .label(format!("`p{other}` is in line {line}"))
                    .help("a lower percentile is never above a higher one");
            }
        }
        seen.push((percent, limit, gate.on, node.span.clone()));
    }
}
