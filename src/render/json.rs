//! A report for programs. Keys are only added in a version of the form, never renamed or removed.

use serde_json::{Map, Value, json as object};

use super::model::{Change, Failures, Group, Quantile, Report, Values};
use super::read::Read;
use super::units;
use crate::diagnostics::neutral_json;
use crate::stats::{Direction, Percentile, RELATIVE_ERROR};

/// The version of the form.
pub const SCHEMA: u32 = 1;

/// The report as one JSON document, indented; the last byte is a newline.
pub fn json(report: &Report) -> String {
    let Report { window, inputs, data, measure, .. } = report;
    let read = Read::of(window, inputs, data);
    let group = |group: &Group| self::group(group, &measure.percentiles);
    let list = |failures: &[Failures]| failures.iter().map(self::failures).collect::<Vec<_>>();
    let errors = &report.errors;
    let volume = &report.volume;
    let document = object!({
        "schema": SCHEMA,
        "window": read.window,
        "inputs": read.inputs,
        "data": read.data,
        "measure": {
            "field": measure.field,
            "unit": if measure.time { Some("ms") } else { None },
            "relative_error": RELATIVE_ERROR,
        },
        "grouped_by": report.grouped_by,
        "groups": report.groups.iter().map(group).collect::<Vec<_>>(),
        "total": group(&report.total),
        "errors": {
            "count": report.total.errors,
            "rate": rate(report.total.errors, report.total.entries),
            "by_category": list(&errors.by_category),
            "by_service": list(&errors.by_service),
            "by_type": list(&errors.by_type),
            "by_code": list(&errors.by_code),
            "messages": list(&errors.messages),
        },
        "volume": {
            "by_level": volume.by_level.iter()
                .map(|(level, count)| ((*level).to_owned(), object!(count)))
                .collect::<Map<_, _>>(),
            "bucket": units::width(volume.width),
            "bucket_seconds": volume.width as f64 / 1e9,
            "buckets": volume.moments.iter()
                .map(|moment| {
                    let (p50, p95) = moment.quantiles.unzip();
                    let by_category = moment.by_category.iter().map(|(name, count)| (name.clone(), object!(count)));
                    object!({
                        "start": moment.start,
                        "entries": moment.entries,
                        "errors": moment.errors,
                        "errors_by_category": by_category.collect::<Map<_, _>>(),
                        "p50": p50,
                        "p95": p95,
                    })
                })
                .collect::<Vec<_>>(),
            "gaps": volume.gaps.iter().map(|(from, to)| object!({"from": from, "to": to})).collect::<Vec<_>>(),
        },
        "gates": report.gates.iter()
            .map(|gate| object!({"gate": gate.text, "failed": gate.failed, "found": gate.found}))
            .collect::<Vec<_>>(),
        "baseline": report.baseline,
    });
    neutral_json(&format!("{document:#}\n"))
}

fn group(group: &Group, percentiles: &[Percentile]) -> Value {
    let trend = group.trend.as_ref().map(|trend| {
        object!({
            "direction": direction(trend.direction),
            "change": trend.words,
            "percent_an_hour": trend.percent_an_hour,
            "z": trend.z,
            "buckets": trend.buckets,
        })
    });
    object!({
        "name": group.name,
        "entries": group.entries,
        "errors": group.errors,
        "error_rate": rate(group.errors, group.entries),
        "values": values(&group.values, percentiles),
        "trend": trend,
        "change": group.change.as_ref().map(change),
    })
}

fn values(values: &Values, percentiles: &[Percentile]) -> Value {
    let Values { count, exact, extent, not_numbers, nan, infinite, .. } = values;
    let of = |(percentile, quantile): (&Percentile, &Quantile)| {
        let Quantile { value, low, high, enough } = quantile;
        (format!("p{percentile}"), object!({"value": value, "low": low, "high": high, "enough": enough}))
    };
    object!({
        "n": count,
        "method": if *exact { "exact" } else { "sketch" },
        "average": extent.map(|extent| extent.average),
        "min": extent.map(|extent| extent.least),
        "max": extent.map(|extent| extent.greatest),
        "percentiles": percentiles.iter().zip(&values.percentiles).map(of).collect::<Map<_, _>>(),
        "not_numbers": not_numbers,
        "nan": nan,
        "infinite": infinite,
    })
}

fn change(change: &Change) -> Value {
    let of = |(percentile, percent, sure): &(Percentile, f64, bool)| {
        (format!("p{percentile}"), object!({"percent": percent, "within_noise": !sure}))
    };
    object!({
        "average_percent": change.average,
        "percentiles": change.percentiles.iter().map(of).collect::<Map<_, _>>(),
        "error_rate": change.error_rate.map(|(percent, sure)| object!({"percent": percent, "within_noise": !sure})),
        "error_rate_points": change.error_points,
    })
}

fn failures(failures: &Failures) -> Value {
    let Failures { name, entries, errors, first, last } = failures;
    object!({
        "name": name,
        "entries": entries,
        "errors": errors,
        "rate": entries.map(|entries| rate(*errors, entries)),
        "first": first,
        "last": last,
    })
}

/// A part of a whole; None of nothing.
fn rate(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Stable => "stable",
        Direction::Increasing => "increasing",
        Direction::Decreasing => "decreasing",
    }
}
