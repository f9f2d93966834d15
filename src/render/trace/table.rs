//! A timeline as a plain table, in columns of a width for pages and pagers: nothing is cut.

use std::fmt::Write;

use super::super::units::amount_in_words;
use super::Timeline;
use crate::diagnostics::Neutral;

/// The timeline: a line each.
pub fn table(timeline: &Timeline) -> String {
    let mut rows: Vec<Vec<String>> =
        vec![["time", "offset", "gap", "service", "level", "took", "what"].map(str::to_owned).to_vec()];
    let words = |value: Option<f64>| value.map_or("-".to_owned(), |value| amount_in_words(value, true));
    for (index, step) in timeline.steps.iter().enumerate() {
        rows.push(vec![
            step.when.clone(),
            words(Some(timeline.offset(step))),
            words(timeline.gap(index)),
            Neutral(step.service.as_deref().unwrap_or("-")).to_string(),
            step.level.unwrap_or("-").to_owned(),
            words(step.duration),
            Neutral(&step.words()).to_string(),
        ]);
    }
    let mut text = format!("{}  {}\n", Neutral(&timeline.id), timeline.summary());
    let wide: Vec<usize> =
        (0..7).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&wide) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for remark in timeline.remarks() {
        let _ = writeln!(text, "note: {}", Neutral(&remark));
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_timeline_is_a_table() {
        let expected = "\
req-1  3 entries of 2 services, 100 ms in all, 1 error, the first at +80 ms
time   offset  gap    service  level  took    what
T1000  0 ms    -      gate     INFO   100 ms  POST /orders: done
T1010  10 ms   10 ms  orders   INFO   -       accepted
T1020  20 ms   10 ms  orders   ERROR  60 ms   Timeout: charge failed
note: clocks differ
";
        assert_eq!(super::table(&super::super::sample()), expected);
    }
}
