//! An earlier report, to compare with.

use serde_json::Value;
use thiserror::Error;

use crate::render::{Change, Group, Report, SCHEMA};

/// A difference of error rates is more than noise beyond so many standard errors.
const SURE: f64 = 1.96;

/// Why a file is no baseline.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadBaseline {
    /// It is no report.
    #[error("it is no report that `pake report --format json` has written")]
    Foreign,
    /// A later pake wrote it.
    #[error("the report is of schema {0}, and this pake reads schema 1")]
    TooNew(u64),
    /// It measured something else.
    #[error("it measures `{0}`")]
    Measure(String),
}

/// Notes in each group of `report` how it differs from the group of that name in `earlier`, which
/// is called `name`.
///
/// # Errors
/// When the earlier report is none, or one of something else.
pub fn compare(report: &mut Report, earlier: &str, name: &str) -> Result<(), BadBaseline> {
    let earlier: Value = serde_json::from_str(earlier).map_err(|_| BadBaseline::Foreign)?;
    let schema = earlier["schema"].as_u64().ok_or(BadBaseline::Foreign)?;
    if schema > u64::from(SCHEMA) {
        return Err(BadBaseline::TooNew(schema));
    }
    let groups = earlier["groups"].as_array().ok_or(BadBaseline::Foreign)?;
    let field = earlier["measure"]["field"].as_str().ok_or(BadBaseline::Foreign)?;
    if field != report.measure.field {
        return Err(BadBaseline::Measure(field.to_owned()));
    }
    let percentiles = report.measure.percentiles.clone();
    let change = |group: &Group, old: &Value| {
        let values = &old["values"];
        let relative = |new: f64, old: f64| (old != 0.0).then(|| 100.0 * (new - old) / old.abs());
        let average = group.values.extent.and_then(|extent| relative(extent.average, values["average"].as_f64()?));
        let found = percentiles.iter().zip(&group.values.percentiles).filter_map(|(percentile, new)| {
            let old = &values["percentiles"][format!("p{percentile}")];
            let percent = relative(new.value, old["value"].as_f64()?)?;
            // Where the ranges of both overlap, both can come of the same.
            let (low, high) = (old["low"].as_f64(), old["high"].as_f64());
            let sure = high.is_some_and(|high| new.low > high) || low.is_some_and(|low| new.high < low);
            Some((*percentile, percent, sure))
        });
        let found = found.collect();
        let count = |key: &str| old[key].as_u64().map(|count| count as f64);
        let rates = count("errors").zip(count("entries")).filter(|(_, entries)| *entries > 0.0 && group.entries > 0);
        let error_rate = rates.map(|(errors, entries)| {
            let (new_errors, new_entries) = (group.errors as f64, group.entries as f64);
            let (before, now) = (errors / entries, new_errors / new_entries);
            let pooled = (errors + new_errors) / (entries + new_entries);
            let error = (pooled * (1.0 - pooled) * (1.0 / entries + 1.0 / new_entries)).sqrt();
            // Where there were no errors at all, any are endlessly more.
            let percent = relative(now, before).unwrap_or(if now > 0.0 { f64::INFINITY } else { 0.0 });
            (percent, (now - before).abs() > SURE * error)
        });
        let error_points =
            rates.map(|(errors, entries)| 100.0 * (group.errors as f64 / group.entries as f64 - errors / entries));
        Change { average, percentiles: found, error_rate, error_points }
    };
    for group in &mut report.groups {
        let old = groups.iter().find(|old| old["name"] == group.name.as_str());
        group.change = old.map(|old| change(group, old));
    }
    report.total.change = Some(change(&report.total, &earlier["total"]));
    report.baseline = Some(name.to_owned());
    Ok(())
}
