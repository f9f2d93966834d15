//! A report for people at a terminal.

use std::fmt::Write;

use super::model::{Failures, Group, Report};
use super::units::{Amount, amount, bytes, count, percent, sparkline, squeeze, width};
use crate::diagnostics::Neutral;

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the terminal.
    pub columns: usize,
    /// Rows of each list; None is all.
    pub top: Option<usize>,
    /// Whether headings are bold.
    pub colour: bool,
}

/// The narrowest layout.
const NARROWEST: usize = 40;

/// The report, in lines of at most the layout's columns.
pub fn table(report: &Report, layout: Layout) -> String {
    let layout = Layout { columns: layout.columns.max(NARROWEST), ..layout };
    let mut page = Page { text: String::new(), layout };
    page.head(report);
    page.volume(report);
    page.values(report);
    page.errors(report);
    page.gates(report);
    page.text
}

struct Page {
    text: String,
    layout: Layout,
}

/// One cell of a grid.
enum Cell {
    /// At the left, cut if it is too long.
    Name(String),
    /// At the right.
    Right(String),
    /// Aligned at the point.
    Number(Option<Amount>),
    /// At the left, whole.
    Left(String),
}

/// A column: its heading, and how soon it is left out where there is no room; 0 never is.
struct Column {
    heading: String,
    leaves: u8,
}

impl Page {
    fn line(&mut self, text: &str) {
        let line: String = text.chars().take(self.layout.columns).collect();
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, title: &str, note: &str) {
        let room = self.layout.columns.saturating_sub(title.chars().count() + 2);
        let note: String = note.chars().take(room).collect();
        let (bold, plain) = if self.layout.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        let _ = writeln!(self.text, "\n{bold}{title}{plain}{}{note}", if note.is_empty() { "" } else { "  " });
    }

    /// Words behind a label, in as many lines as they need.
    fn field(&mut self, label: &str, parts: &[String]) {
        let mut line = format!("{label:9}");
        let mut begun = false;
        for (index, part) in parts.iter().enumerate() {
            let comma = if index + 1 < parts.len() { "," } else { "" };
            if begun && line.chars().count() + part.chars().count() + 2 > self.layout.columns {
                self.line(&line);
                line = " ".repeat(9);
                begun = false;
            }
            let gap = if begun { " " } else { "" };
            let _ = write!(line, "{gap}{part}{comma}");
            begun = true;
        }
        self.line(&line);
    }

    fn head(&mut self, report: &Report) {
        let flags = report.window.flags();
        let data = &report.data;
        self.field("window", &[if flags.is_empty() { "all".to_owned() } else { flags }]);
        if let (Some(first), Some(last)) = (&data.first, &data.last) {
            self.field("entries", &[format!("{first} to {last}")]);
        }
        let inputs = match &report.inputs[..] {
            [input] => Neutral(&input.name).to_string(),
            inputs => format!("{} inputs", count(inputs.len() as u64)),
        };
        let mut parts = vec![inputs, format!("{} lines", count(data.lines)), bytes(data.bytes)];
        if data.unread > 0 {
            parts.push(format!("{} not read", bytes(data.unread)));
        }
        self.field("read", &parts);
        let mut parts = vec![format!("{} reported", count(data.reported))];
        let words = |why: &str| why.replace('_', " ");
        let skipped = data.skipped.iter().filter(|(_, count)| *count > 0);
        parts.extend(skipped.map(|(why, skipped)| format!("{} {}", count(*skipped), words(why))));
        if data.undated > 0 {
            parts.push(format!("{} of the reported without time", count(data.undated)));
        }
        self.field("lines", &parts);
    }

    fn volume(&mut self, report: &Report) {
        let volume = &report.volume;
        if report.data.reported == 0 {
            return;
        }
        let room = self.layout.columns - 9;
        let entries: Vec<u64> = volume.moments.iter().map(|moment| moment.entries).collect();
        let errors: Vec<u64> = volume.moments.iter().map(|moment| moment.errors).collect();
        let each = entries.len().div_ceil(room).max(1) as i64;
        let note =
            if entries.is_empty() { String::new() } else { format!("a column is {}", width(volume.width * each)) };
        self.heading("VOLUME", &note);
        for (label, counts) in [("entries", &entries), ("errors", &errors)] {
            let bars = squeeze(counts, room, |part| part.iter().sum());
            let bars: Vec<Option<f64>> = bars.iter().map(|count| (*count > 0).then_some(*count as f64)).collect();
            // No errors at all are said below.
            if bars.iter().any(Option::is_some) {
                self.line(&format!("{label:9}{}", sparkline(&bars)));
            }
        }
        let levels = volume.by_level.iter().rev().map(|(level, entries)| format!("{} {level}", count(*entries)));
        self.field("levels", &levels.collect::<Vec<_>>());
        if let Some((from, to)) = volume.gaps.first() {
            let more = volume.gaps.len() - 1;
            let more = if more > 0 { vec![format!("and {more} more")] } else { Vec::new() };
            self.field("quiet", &[vec![format!("{from} to {to}")], more].concat());
        }
    }

    fn values(&mut self, report: &Report) {
        let measure = &report.measure;
        let mut rows: Vec<&Group> = report.slowest();
        if rows.is_empty() {
            return;
        }
        let by = report.leading();
        let hidden = self.cut(&mut rows);
        self.heading(&measure.field.to_uppercase(), &format!("by {}", report.grouped_by));
        let mut columns = vec![named("group", 0), named("n", 0), named("avg", 4)];
        columns.extend(measure.percentiles.iter().map(|percentile| named(&format!("p{percentile}"), 0)));
        columns.extend([named("max", 3), named("trend", 2), named("over time", 5)]);
        let changes = rows.iter().any(|group| group.change.is_some());
        if changes {
            columns.push(named(&format!("p{} was", measure.percentiles[by]), 1));
        }
        let mut few = false;
        let mut cells = Vec::new();
        let total = [&report.total];
        let with_total = rows.iter().chain(total.iter().filter(|_| rows.len() > 1));
        for group in with_total {
            let values = &group.values;
            let number = |value: f64| Cell::Number(Some(amount(value, measure.time)));
            let mut row = vec![Cell::Name(Neutral(&group.name).to_string()), Cell::Right(count(values.count))];
            row.push(values.extent.map_or(Cell::Number(None), |extent| number(extent.average)));
            for found in &values.percentiles {
                few |= !found.enough;
                row.push(if found.enough { number(found.value) } else { Cell::Number(None) });
            }
            row.push(values.extent.map_or(Cell::Number(None), |extent| number(extent.greatest)));
            row.push(Cell::Left(group.trend.as_ref().map_or(String::new(), |trend| trend.words.clone())));
            row.push(Cell::Left(sparkline(&group.means_in(12))));
            if changes {
                let change = group
                    .change
                    .as_ref()
                    .and_then(|change| change.percentiles.iter().find(|p| p.0 == measure.percentiles[by]));
                row.push(Cell::Left(change.map_or(String::new(), |(_, percent, sure)| {
                    format!("{}{}", super::change(*percent), if *sure { "" } else { " (noise)" })
                })));
            }
            cells.push(row);
        }
        self.grid(columns, cells);
        if hidden > 0 {
            self.line(&format!("… and {} more; --top all shows them", count(hidden as u64)));
        }
        if few {
            self.line("-: too few values for that percentile");
        }
        let values = &report.total.values;
        let counts = [(values.not_numbers, "no number"), (values.nan, "NaN"), (values.infinite, "infinite")];
        let parts: Vec<String> = counts
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| format!("{} {what}", count(*number)))
            .collect();
        if !parts.is_empty() {
            self.line(&format!("not in the figures: {}", parts.join(", ")));
        }
    }

    fn errors(&mut self, report: &Report) {
        let (errors, entries) = (report.total.errors, report.total.entries);
        if entries == 0 {
            return;
        }
        self.heading(
            "ERRORS",
            &format!("{} of {} entries, {}", count(errors), count(entries), percent(errors, entries)),
        );
        if errors == 0 {
            return;
        }
        let lists = &report.errors;
        for (title, list) in [
            ("by category", &lists.by_category),
            ("by service", &lists.by_service),
            ("by type", &lists.by_type),
            ("by code", &lists.by_code),
            ("by message", &lists.messages),
        ] {
            let mut rows: Vec<&Failures> = list.iter().filter(|row| row.errors > 0).collect();
            if rows.iter().all(|row| row.name == "(none)") {
                continue;
            }
            let hidden = self.cut(&mut rows);
            let mut columns = vec![named(title, 0), named("errors", 0)];
            let rated = rows.iter().any(|row| row.entries.is_some());
            columns.push(named(if rated { "rate" } else { "share" }, 0));
            let messages = title == "by message";
            columns.extend([named("", if messages { 3 } else { 1 }), named("last seen", 2)]);
            let most = rows.first().map_or(1, |row| row.errors);
            let cells = rows.iter().map(|row| {
                let whole = row.entries.unwrap_or(errors);
                vec![
                    Cell::Name(Neutral(&row.name).to_string()),
                    Cell::Right(count(row.errors)),
                    Cell::Right(percent(row.errors, whole)),
                    Cell::Left("█".repeat((row.errors * 10).div_ceil(most) as usize)),
                    Cell::Left(row.last.as_ref().map_or(String::new(), |time| time.chars().take(19).collect())),
                ]
            });
            let cells = cells.collect();
            self.line("");
            self.grid(columns, cells);
            if hidden > 0 {
                self.line(&format!("… and {} more", count(hidden as u64)));
            }
        }
    }

    fn gates(&mut self, report: &Report) {
        if report.gates.is_empty() {
            return;
        }
        self.heading("GATES", "");
        for gate in &report.gates {
            let word = if gate.failed { "failed" } else { "passed" };
            self.line(&format!("{word}  {}", Neutral(&gate.text)));
            for found in &gate.found {
                self.line(&format!("        {}", Neutral(found)));
            }
        }
    }

    /// Cuts a list to the rows that are shown; how many are not.
    fn cut<T>(&self, rows: &mut Vec<T>) -> usize {
        let hidden = self.layout.top.map_or(0, |top| rows.len().saturating_sub(top));
        rows.truncate(rows.len() - hidden);
        hidden
    }

    /// Lays out cells in columns that are as wide as they need; the first takes what is left.
    fn grid(&mut self, mut columns: Vec<Column>, mut rows: Vec<Vec<Cell>>) {
        // Columns leave only until the first has that much.
        let enough = self.layout.columns * 3 / 10;
        loop {
            let texts = aligned(&columns, &rows);
            let wide = |index: usize| texts.iter().map(|row| row[index].chars().count()).max().unwrap_or(0);
            let rest: usize = (1..columns.len()).map(|index| wide(index) + 2).sum();
            let room = self.layout.columns.saturating_sub(rest);
            let leaving = (0..columns.len()).max_by_key(|index| columns[*index].leaves);
            if let (true, Some(leaving)) = (room < wide(0).min(enough), leaving)
                && columns[leaving].leaves > 0
            {
                columns.remove(leaving);
                rows.iter_mut().for_each(|row| drop(row.remove(leaving)));
                continue;
            }
            let first = wide(0).min(room.max(8));
            for row in &texts {
                let mut line = pad(&cut(&row[0], first), first);
                for (index, text) in row.iter().enumerate().skip(1) {
                    let _ = write!(line, "  {}", pad(text, wide(index)));
                }
                self.line(&line);
            }
            return;
        }
    }
}

fn named(heading: &str, leaves: u8) -> Column {
    Column { heading: heading.to_owned(), leaves }
}

/// The headings and all cells as texts, those of a column of numbers equally long.
fn aligned(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); rows.len() + 1];
    for (index, column) in columns.iter().enumerate() {
        let amounts = rows.iter().filter_map(|row| match &row[index] {
            Cell::Number(amount) => amount.as_ref(),
            _ => None,
        });
        let long = |text: &str| text.chars().count();
        let parts = amounts.fold((0, 0, 0), |most, amount| {
            (most.0.max(long(&amount.whole)), most.1.max(long(&amount.fraction)), most.2.max(long(amount.unit)))
        });
        let (whole, fraction, unit) = (parts.0.max(1), parts.1, parts.2);
        let gap = usize::from(unit > 0);
        let mut right = false;
        for (row, text) in rows.iter().zip(&mut texts[1..]) {
            text.push(match &row[index] {
                Cell::Name(text) | Cell::Left(text) => text.clone(),
                Cell::Right(text) => {
                    right = true;
                    text.clone()
                }
                Cell::Number(amount) => {
                    right = true;
                    let dash = Amount { whole: "-".to_owned(), ..Amount::default() };
                    let amount = amount.as_ref().unwrap_or(&dash);
                    let blank = " ".repeat(whole - long(&amount.whole));
                    let number = format!("{blank}{}{}", amount.whole, pad(&amount.fraction, fraction));
                    format!("{number}{}{}", " ".repeat(gap), pad(amount.unit, unit))
                }
            });
        }
        texts[0].push(column.heading.clone());
        if right {
            let most = texts.iter().map(|row| long(&row[index])).max().unwrap_or(0);
            for row in &mut texts {
                let text = &mut row[index];
                *text = format!("{}{text}", " ".repeat(most - long(text)));
            }
        }
    }
    texts
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())))
}

/// The text, or its start and an ellipsis.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let start: String = text.chars().take(width.saturating_sub(1)).collect();
    start + "…"
}
