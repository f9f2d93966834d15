//! A timeline for people at a terminal: what is a part of what, with bars.

use std::fmt::Write;

use super::super::Layout;
use super::super::units::amount_in_words;
use super::super::wrap::{cut, wrapped};
use super::{Step, Timeline};
use crate::diagnostics::Neutral;

/// What of the timeline there is room for.
struct Plan {
    /// Columns of the bars; 0 where there are none.
    bar: usize,
    /// Whether the gap to the step before has a column.
    gap: bool,
    /// Whether the level has; without it, an error has a sign of its own.
    level: bool,
    /// The longest name of a service that is shown whole.
    service: usize,
    /// How deep parts are moved to the right at most, in steps of two columns.
    depth: usize,
    /// What stands behind the first error.
    mark: &'static str,
}

impl Plan {
    fn of(columns: usize) -> Plan {
        match columns {
            90.. => Plan { bar: 24, gap: true, level: true, service: 16, depth: 8, mark: "  ← first error" },
            80..90 => Plan { bar: 12, gap: true, level: true, service: 16, depth: 8, mark: "  ← first error" },
            60..80 => Plan { bar: 0, gap: true, level: true, service: 10, depth: 4, mark: "  ←" },
            _ => Plan { bar: 0, gap: false, level: false, service: 8, depth: 2, mark: "  ←" },
        }
    }
}

/// The narrowest layout.
const NARROWEST: usize = 40;
/// The least room for what happened.
const LEAST: usize = 8;

/// The timeline, in lines of at most the layout's columns (40 at least). Where there is little room, bars, gaps and
/// levels are left out in this order.
pub fn tree(timeline: &Timeline, layout: Layout) -> String {
    let columns = layout.columns.max(NARROWEST);
    let plan = Plan::of(columns);
    let (bold, red, plain) = if layout.colour { ("\x1b[1m", "\x1b[31m", "\x1b[0m") } else { ("", "", "") };
    let mut text = String::new();
    let id = Neutral(&timeline.id).to_string();
    let mut head = String::new();
    wrapped("", &format!("{id}  {}", timeline.summary()), columns, &mut head);
    text += &head.replacen(&id, &format!("{bold}{id}{plain}"), 1);
    wrapped("", &format!("{} to {}", timeline.began, timeline.ended), columns, &mut text);
    let cells: Vec<[String; 4]> =
        timeline.steps.iter().enumerate().map(|(index, step)| cells(timeline, index, step)).collect();
    let wide = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [wide(0).max(6), wide(1).max(3), wide(2).clamp(7, plan.service), wide(3).max(5)];
    let blank = " ".repeat(plan.bar);
    let heading = ["offset", "gap", "service", "level"].map(str::to_owned);
    let _ = writeln!(text, "\n{bold}{}{plain}", plan.columns(&heading, &blank, widths).trim_end());
    let first_error = timeline.first_error();
    for (index, (step, row)) in timeline.steps.iter().zip(&cells).enumerate() {
        let mut line = plan.columns(row, &drawn(timeline, step, plan.bar), widths);
        line += &"  ".repeat(step.depth.min(plan.depth));
        if step.error && !plan.level {
            line += "× ";
        }
        let took = step.duration.map_or(String::new(), |took| format!("  {}", amount_in_words(took, true)));
        let mark = if first_error == Some(index) { plan.mark } else { "" };
        let room = columns.saturating_sub(line.chars().count() + took.chars().count() + mark.chars().count());
        line += &cut(&Neutral(&step.words()).to_string(), room.max(LEAST));
        let _ = write!(line, "{took}{mark}");
        let line: String = line.chars().take(columns).collect();
        let line = line.trim_end();
        let _ = if step.error { writeln!(text, "{red}{line}{plain}") } else { writeln!(text, "{line}") };
    }
    let remarks = timeline.remarks();
    if !remarks.is_empty() {
        text.push('\n');
    }
    remarks.iter().for_each(|remark| wrapped("note: ", &Neutral(remark).to_string(), columns, &mut text));
    text
}

impl Plan {
    /// A line as far as what happened.
    fn columns(&self, row: &[String; 4], bar: &str, [offset, gap, service, level]: [usize; 4]) -> String {
        let mut line = format!("{:>offset$}  ", row[0]);
        if self.gap {
            let _ = write!(line, "{:>gap$}  ", row[1]);
        }
        if self.bar > 0 {
            let _ = write!(line, "{bar}  ");
        }
        line += &fitted(&row[2], service);
        line += "  ";
        if self.level {
            let _ = write!(line, "{:level$}  ", row[3]);
        }
        line
    }
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
    let Some((start, end)) = timeline.span.filter(|_| width > 0) else { return " ".repeat(width) };
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
        for columns in [0, 40, 50, 60, 80, 200] {
            let text = tree(&sample(), Layout { columns, ..layout });
            assert!(text.lines().all(|line| line.chars().count() <= columns.max(40)), "{text}");
        }
        let narrow = "\
req-1  3 entries of 2 services, 100 ms in
all, 1 error, the first at +80 ms
T1000 to T1100

offset  service
     0  gate     POST /orders: d…  100 ms
+10 ms  orders     accepted
+20 ms  orders     × Timeout: …  60 ms  ←

note: clocks differ
";
        assert_eq!(tree(&sample(), Layout { columns: 41, ..layout }), narrow);
        let coloured = tree(&sample(), Layout { colour: true, ..layout });
        assert!(coloured.contains("\x1b[31m+20 ms"));
    }
}
