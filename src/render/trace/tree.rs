//! A timeline for people at a terminal: what is a part of what, with bars.

use std::fmt::Write;

use super::super::Layout;
use super::super::units::amount_in_words;
use super::{Step, Timeline};
use crate::diagnostics::Neutral;

/// Columns of the bars.
const BAR: usize = 24;
/// The longest name of a service that is shown whole.
const SERVICE: usize = 16;

/// The timeline, in lines of at most the layout's columns.
pub fn tree(timeline: &Timeline, layout: Layout) -> String {
    let columns = layout.columns.max(60);
    let (bold, red, plain) = if layout.colour { ("\x1b[1m", "\x1b[31m", "\x1b[0m") } else { ("", "", "") };
    let mut text = String::new();
    let _ = writeln!(text, "{bold}{}{plain}  {}", Neutral(&timeline.id), timeline.summary());
    let _ = writeln!(text, "{} to {}\n", timeline.began, timeline.ended);
    let bar = if columns < 90 { BAR / 2 } else { BAR };
    let cells: Vec<[String; 4]> =
        timeline.steps.iter().enumerate().map(|(index, step)| cells(timeline, index, step)).collect();
    let wide = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (offset, gap) = (wide(0).max(6), wide(1).max(3));
    let (service, level) = (wide(2).clamp(7, SERVICE), wide(3).max(5));
    let blank = "";
    let heading =
        format!("{:>offset$}  {:>gap$}  {blank:bar$}  {:service$}  {:level$}", "offset", "gap", "service", "level");
    let _ = writeln!(text, "{bold}{}{plain}", heading.trim_end());
    let first_error = timeline.first_error();
    for (index, (step, row)) in timeline.steps.iter().zip(&cells).enumerate() {
        let mut line = format!("{:>offset$}  {:>gap$}  ", row[0], row[1]);
        line += &drawn(timeline, step, bar);
        let _ = write!(line, "  {}  {:level$}  ", fitted(&row[2], service), row[3]);
        line += &"  ".repeat(step.depth.min(8));
        let took = step.duration.map_or(String::new(), |took| format!("  {}", amount_in_words(took, true)));
        let mark = if first_error == Some(index) { "  ← first error" } else { "" };
        let room = columns.saturating_sub(line.chars().count() + took.chars().count() + mark.chars().count());
        line += &cut(&Neutral(&step.words()).to_string(), room.max(8));
        let _ = write!(line, "{took}{mark}");
        let line: String = line.chars().take(columns).collect();
        let line = line.trim_end();
        let _ = if step.error { writeln!(text, "{red}{line}{plain}") } else { writeln!(text, "{line}") };
    }
    let remarks = timeline.remarks();
    if !remarks.is_empty() {
        text.push('\n');
    }
    remarks.iter().for_each(|remark| {
        let _ = writeln!(text, "note: {}", Neutral(remark));
    });
    text
}

/// Offset, gap, service, level.
fn cells(timeline: &Timeline, index: usize, step: &Step) -> [String; 4] {
    let offset = match timeline.offset(step) {
        0.0 => "0".to_owned(),
        offset => format!("+{}", amount_in_words(offset, true)),
    };
    let gap = timeline.gap(index).map_or(String::new(), |gap| amount_in_words(gap, true));
    let service = Neutral(step.service.as_deref().unwrap_or("-")).to_string();
    [offset, gap, service, step.level.unwrap_or("-").to_owned()]
}

/// When it was, in `width` columns that stand for the whole: a bar, or a point.
fn drawn(timeline: &Timeline, step: &Step, width: usize) -> String {
    let Some((start, end)) = timeline.span else { return " ".repeat(width) };
    let whole = (end - start).max(1) as f64;
    let column = |time: i64| ((time - start) as f64 / whole * width as f64).clamp(0.0, width as f64);
    let from = (column(step.start) as usize).min(width - 1);
    let to = (column(step.time).ceil() as usize).clamp(from + 1, width);
    let sign = match (step.error, step.duration) {
        (true, None) => "×",
        (false, None) => "·",
        (true, Some(_)) => "▓",
        (false, Some(_)) => "█",
    };
    let count = if step.duration.is_some() { to - from } else { 1 };
    format!("{}{}{}", " ".repeat(from), sign.repeat(count), " ".repeat(width - from - count))
}

/// The text in exactly so many columns.
fn fitted(text: &str, width: usize) -> String {
    format!("{:width$}", cut(text, width))
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let start: String = text.chars().take(width.saturating_sub(1)).collect();
    start + "…"
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_timeline_is_drawn_within_the_columns() {
        let layout = Layout { columns: 110, top: None, colour: false };
        let expected = "\
req-1  3 entries of 2 services, 100 ms in all, 1 error, the first at +80 ms
T1000 to T1100

offset    gap                            service  level
     0         ████████████████████████  gate     INFO   POST /orders: done  100 ms
+10 ms  10 ms    ·                       orders   INFO     accepted
+20 ms  10 ms      ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓      orders   ERROR    Timeout: charge failed  60 ms  ← first error

note: clocks differ
";
        assert_eq!(tree(&sample(), layout), expected);
        for columns in [0, 60, 80] {
            let text = tree(&sample(), Layout { columns, ..layout });
            let body = text.lines().skip(3);
            assert!(body.clone().all(|line| line.chars().count() <= columns.max(60)), "{text}");
        }
        let coloured = tree(&sample(), Layout { colour: true, ..layout });
        assert!(coloured.contains("\x1b[31m+20 ms"));
    }
}
