//! Pictures as SVG that scales; each bar and point says its figures when it is pointed at.

use std::fmt::{self, Write};

use super::Text;
use crate::render::model::{Group, Moment, Report, Values};
use crate::render::units::{amount_in_words, count};

/// The size of the large pictures, in units of the picture.
const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 220.0;
/// What the labels take at the left, the right, above and below.
const LEFT: f64 = 62.0;
const RIGHT: f64 = 8.0;
const ABOVE: f64 = 10.0;
const BELOW: f64 = 24.0;
/// Colours for categories; what is beyond them shares the last.
const COLOURS: usize = 8;

/// Opens a picture, with a name for those who cannot see it.
fn open(page: &mut String, name: &str) -> fmt::Result {
    writeln!(page, "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">", Text(name))
}

/// Horizontal lines with labels: `(height from 0 to 1, label)`.
fn scale(page: &mut String, lines: &[(f64, String)]) -> fmt::Result {
    for (at, label) in lines {
        let y = HEIGHT - BELOW - at * (HEIGHT - ABOVE - BELOW);
        write!(page, "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>", WIDTH - RIGHT)?;
        let (x, y) = (LEFT - 6.0, y + 4.0);
        writeln!(page, "<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>", Text(label))?;
    }
    Ok(())
}

/// The times at both ends and in the middle.
fn times(page: &mut String, moments: &[Moment]) -> fmt::Result {
    let at = |index: usize| moments[index].start.chars().take(16).collect::<String>().replace('T', " ");
    let y = HEIGHT - 8.0;
    writeln!(page, "<text x=\"{LEFT}\" y=\"{y}\">{}</text>", Text(&at(0)))?;
    if moments.len() > 2 {
        let x = f64::midpoint(LEFT, WIDTH - RIGHT);
        writeln!(page, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", Text(&at(moments.len() / 2)))?;
        let x = WIDTH - RIGHT;
        writeln!(page, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{}</text>", Text(&at(moments.len() - 1)))?;
    }
    Ok(())
}

/// The left edge and the width of each of `count` columns.
fn column(index: usize, count: usize) -> (f64, f64) {
    let each = (WIDTH - LEFT - RIGHT) / count.max(1) as f64;
    (LEFT + each * index as f64, each)
}

/// P50 and P95 of all groups over time, on a logarithmic scale where all are positive.
pub fn latency(report: &Report, page: &mut String) -> fmt::Result {
    let moments = &report.volume.moments;
    let values = || moments.iter().filter_map(|moment| moment.quantiles).flat_map(|(p50, p95)| [p50, p95]);
    let least = values().fold(f64::INFINITY, f64::min);
    let most = values().fold(f64::NEG_INFINITY, f64::max);
    let logarithmic = least > 0.0;
    let place = |value: f64| if logarithmic { value.ln() } else { value };
    let (low, high) = (place(least), place(most));
    let margin = ((high - low) * 0.1).max(if logarithmic { 0.1 } else { most.abs() * 0.05 + 1e-9 });
    let (low, high) = (low - margin, high + margin);
    let height = |value: f64| (place(value) - low) / (high - low);
    open(page, "Percentiles over time")?;
    let lines: Vec<(f64, String)> = (0..=4)
        .map(|step| {
            let at = f64::from(step) / 4.0;
            let value = low + at * (high - low);
            let value = if logarithmic { value.exp() } else { value };
            (at, amount_in_words(value, report.measure.time))
        })
        .collect();
    scale(page, &lines)?;
    times(page, moments)?;
    for (class, dots, name) in [("p50", "d50", "p50"), ("p95", "d95", "p95")] {
        let pick = |both: (f64, f64)| if name == "p50" { both.0 } else { both.1 };
        let mut path = String::new();
        let mut points = String::new();
        let mut pen = 'M';
        for (index, moment) in moments.iter().enumerate() {
            let Some(both) = moment.quantiles else {
                pen = 'M';
                continue;
            };
            let (left, each) = column(index, moments.len());
            let (x, y) = (left + each / 2.0, HEIGHT - BELOW - height(pick(both)) * (HEIGHT - ABOVE - BELOW));
            write!(path, "{pen}{x:.1} {y:.1}")?;
            pen = 'L';
            let value = amount_in_words(pick(both), report.measure.time);
            write!(points, "<circle class=\"{dots}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.5\">")?;
            write!(points, "<title>{} {name} {value}</title></circle>", Text(&moment.start))?;
        }
        writeln!(page, "<path class=\"{class}\" d=\"{path}\"/>{points}")?;
    }
    page.push_str("</svg>\n");
    Ok(())
}

/// Entries for each bucket of time.
pub fn entries(report: &Report, page: &mut String) -> fmt::Result {
    let moments = &report.volume.moments;
    let most = moments.iter().map(|moment| moment.entries).max().unwrap_or(0).max(1);
    open(page, "Entries over time")?;
    scale(page, &[(0.0, "0".to_owned()), (0.5, halves(most)), (1.0, count(most))])?;
    times(page, moments)?;
    for (index, moment) in moments.iter().enumerate().filter(|(_, moment)| moment.entries > 0) {
        let height = moment.entries as f64 / most as f64;
        let title = format!("{}: {} entries, {} errors", moment.start, count(moment.entries), count(moment.errors));
        bar(page, "class=\"bar\"", (index, moments.len()), (0.0, height), &title)?;
    }
    page.push_str("</svg>\n");
    Ok(())
}

/// Errors for each bucket of time, stacked by category.
pub fn errors(report: &Report, page: &mut String) -> fmt::Result {
    let moments = &report.volume.moments;
    let names: Vec<&str> = report.errors.by_category.iter().map(|row| row.name.as_str()).collect();
    let colour = |name: &str| names.iter().position(|known| *known == name).unwrap_or(COLOURS).min(COLOURS - 1);
    page.push_str("<div class=\"legend\">");
    for (index, name) in names.iter().take(COLOURS).enumerate() {
        let shown = if index + 1 == COLOURS && names.len() > COLOURS { "others" } else { name };
        write!(page, "<span><i style=\"background:var(--c{index})\"></i>{}</span>", Text(shown))?;
    }
    page.push_str("</div>\n");
    let most = moments.iter().map(|moment| moment.errors).max().unwrap_or(0).max(1);
    open(page, "Errors by category over time")?;
    scale(page, &[(0.0, "0".to_owned()), (0.5, halves(most)), (1.0, count(most))])?;
    times(page, moments)?;
    for (index, moment) in moments.iter().enumerate() {
        let mut parts = moment.by_category.clone();
        parts.sort_by_key(|(name, _)| colour(name));
        let mut below = 0;
        for (name, errors) in parts {
            let from = below as f64 / most as f64;
            below += errors;
            let style = format!("fill=\"var(--c{})\"", colour(&name));
            let title = format!("{}: {} errors in {name}", moment.start, count(errors));
            bar(page, &style, (index, moments.len()), (from, below as f64 / most as f64), &title)?;
        }
    }
    page.push_str("</svg>\n");
    Ok(())
}

/// Half of a count, for the middle of a scale.
fn halves(most: u64) -> String {
    amount_in_words(most as f64 / 2.0, false)
}

/// A bar in the column `index` of `count`, between two heights from 0 to 1.
fn bar(page: &mut String, style: &str, place: (usize, usize), span: (f64, f64), title: &str) -> fmt::Result {
    let (left, each) = column(place.0, place.1);
    let room = HEIGHT - ABOVE - BELOW;
    let (top, height) = (HEIGHT - BELOW - span.1 * room, (span.1 - span.0) * room);
    let width = (each * 0.85).max(0.5);
    writeln!(
        page,
        "<rect {style} x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"><title>{}</title></rect>",
        Text(title)
    )
}

/// A small histogram of a group.
pub fn histogram(values: &Values, time: bool, page: &mut String) -> fmt::Result {
    let bars = &values.histogram;
    let most = bars.iter().map(|bar| bar.2).max().unwrap_or(0).max(1);
    let each = 112.0 / bars.len().max(1) as f64;
    page.push_str("<svg viewBox=\"0 0 112 26\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Distribution\">");
    for (index, (from, to, found)) in bars.iter().enumerate().filter(|(_, bar)| bar.2 > 0) {
        let height = (*found as f64 / most as f64 * 26.0).max(0.7);
        let (x, y, width) = (index as f64 * each, 26.0 - height, (each * 0.9).max(0.4));
        write!(page, "<rect class=\"bar\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\">")?;
        let (from, to) = (amount_in_words(*from, time), amount_in_words(*to, time));
        write!(page, "<title>{from} to {to}: {}</title></rect>", count(*found))?;
    }
    page.push_str("</svg>");
    Ok(())
}

/// The means of a group over time, from 0 up.
pub fn means(group: &Group, time: bool, page: &mut String) -> fmt::Result {
    let means = &group.means;
    let most = means.iter().filter_map(|mean| mean.1).fold(0.0, f64::max);
    if means.len() < 2 || most <= 0.0 {
        return Ok(());
    }
    let mut path = String::new();
    let mut pen = 'M';
    for (index, (_, mean)) in means.iter().enumerate() {
        let Some(mean) = mean else {
            pen = 'M';
            continue;
        };
        let (x, y) = (index as f64 / (means.len() - 1) as f64 * 112.0, 25.0 - mean.max(0.0) / most * 24.0);
        write!(path, "{pen}{x:.1} {y:.1}")?;
        pen = 'L';
    }
    page.push_str(
        "<svg viewBox=\"0 0 112 26\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Mean over time\">",
    );
    write!(page, "<title>up to {}</title><path class=\"p50\" d=\"{path}\"/></svg>", amount_in_words(most, time))
}
