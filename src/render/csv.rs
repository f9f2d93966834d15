//! The groups of a report for spreadsheets: RFC 4180, a header, a row a group, the total last.

use super::model::{Group, Report};
use crate::stats::Direction;

/// The groups as CSV. Times are in milliseconds; a percentile that too few values carry is empty. A text that a spreadsheet would take for a formula
/// has a `'` before it (OWASP, "CSV Injection").
pub fn csv(report: &Report) -> String {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    let percentiles = &report.measure.percentiles;
    let mut header: Vec<String> =
        ["group", "entries", "errors", "error_rate", "values", "average", "min"].map(str::to_owned).to_vec();
    header.extend(percentiles.iter().map(|percentile| format!("p{percentile}")));
    header.extend(["max", "trend", "percent_an_hour", "not_numbers", "nan", "infinite"].map(str::to_owned));
    // Writing to memory cannot fail.
    let _ = out.write_record(header);
    for group in report.groups.iter().chain([&report.total]) {
        let _ = out.write_record(row(group, percentiles.len()));
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(group: &Group, percentiles: usize) -> Vec<String> {
    let Group { name, entries, errors, values, trend, .. } = group;
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    let rate = (*entries > 0).then(|| *errors as f64 / *entries as f64);
    let mut row = vec![inert(name), entries.to_string(), errors.to_string(), number(rate), values.count.to_string()];
    row.push(number(values.extent.map(|extent| extent.average)));
    row.push(number(values.extent.map(|extent| extent.least)));
    row.extend(
        (0..percentiles)
            .map(|at| number(values.percentiles.get(at).filter(|found| found.enough).map(|found| found.value))),
    );
    row.push(number(values.extent.map(|extent| extent.greatest)));
    let direction = trend.as_ref().map(|trend| match trend.direction {
        Direction::Stable => "stable",
        Direction::Increasing => "increasing",
        Direction::Decreasing => "decreasing",
    });
    row.push(direction.unwrap_or_default().to_owned());
    row.push(number(trend.as_ref().map(|trend| trend.percent_an_hour)));
    row.extend([values.not_numbers, values.nan, values.infinite].map(|count| count.to_string()));
    row
}

/// A text that no spreadsheet computes: also not in the wide forms of the signs, which some take for the same.
pub(super) fn inert(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)"] {
            assert_eq!(inert(text), format!("'{text}"));
        }
        assert_eq!(inert("GET /a=b"), "GET /a=b");
    }
}
