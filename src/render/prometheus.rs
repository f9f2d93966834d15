//! A report as metrics in the Prometheus text format, for a node exporter's textfile collector or a
//! push gateway.

use std::fmt::Write;

use super::model::Report;

/// The report as metrics: all of one name together, a line `# HELP` and `# TYPE` before them.
pub fn prometheus(report: &Report) -> String {
    let mut out = Metrics(String::new());
    let group = |name: &str| vec![("group", name.to_owned())];
    out.family("pake_entries", "gauge", "Log entries in the report.");
    for row in &report.groups {
        out.sample("pake_entries", &group(&row.name), row.entries as f64);
    }
    out.family("pake_errors", "gauge", "Errors among the log entries.");
    for row in &report.groups {
        out.sample("pake_errors", &group(&row.name), row.errors as f64);
    }
    let (name, scale, help) = match report.measure.time {
        true => ("pake_duration_seconds", 1e-3, "How long it took, by group."),
        false => ("pake_value", 1.0, "The field that was measured, by group."),
    };
    out.family(name, "summary", help);
    for row in report.groups.iter().filter(|row| row.values.count > 0) {
        let mut labels = group(&row.name);
        if !report.measure.time {
            labels.push(("field", report.measure.field.clone()));
        }
        for (percentile, found) in
            report.measure.percentiles.iter().zip(&row.values.percentiles).filter(|row| row.1.enough)
        {
            let mut labels = labels.clone();
            labels.push(("quantile", percentile.fraction().to_string()));
            out.sample(name, &labels, found.value * scale);
        }
        let sum = row.values.extent.map_or(0.0, |extent| extent.sum);
        out.sample(&format!("{name}_sum"), &labels, sum * scale);
        out.sample(&format!("{name}_count"), &labels, row.values.count as f64);
    }
    for (name, label, help, rows) in [
        ("pake_category_errors", "category", "Errors by category.", &report.errors.by_category),
        ("pake_service_errors", "service", "Errors by service.", &report.errors.by_service),
        ("pake_type_errors", "type", "Errors by type.", &report.errors.by_type),
    ] {
        out.family(name, "gauge", help);
        for row in rows {
            out.sample(name, &[(label, row.name.clone())], row.errors as f64);
        }
    }
    out.family("pake_level_entries", "gauge", "Log entries by level.");
    for (level, entries) in &report.volume.by_level {
        out.sample("pake_level_entries", &[("level", (*level).to_owned())], *entries as f64);
    }
    out.family("pake_lines", "gauge", "Lines read, by what became of them.");
    out.sample("pake_lines", &[("outcome", "reported".to_owned())], report.data.reported as f64);
    for (why, count) in &report.data.skipped {
        out.sample("pake_lines", &[("outcome", (*why).to_owned())], *count as f64);
    }
    if !report.gates.is_empty() {
        out.family("pake_gate_failed", "gauge", "Whether a gate has failed.");
        for gate in &report.gates {
            out.sample("pake_gate_failed", &[("gate", gate.text.clone())], f64::from(u8::from(gate.failed)));
        }
    }
    out.0
}

struct Metrics(String);

impl Metrics {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn sample(&mut self, name: &str, labels: &[(&str, String)], value: f64) {
        let labels: Vec<String> = labels.iter().map(|(key, value)| format!("{key}=\"{}\"", escaped(value))).collect();
        let _ = writeln!(self.0, "{name}{{{}}} {value}", labels.join(","));
    }
}

/// A label's value (Prometheus, "Exposition formats", text format details).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_escaped() {
        assert_eq!(escaped("a\\b\"c\nd"), "a\\\\b\\\"c\\nd");
    }
}
