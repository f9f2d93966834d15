//! A report as one HTML page: styles and pictures inside, no scripts, nothing from the network.

mod charts;

use std::fmt::{self, Display, Write};

use super::model::{Failures, Group, Report, Window};
use super::units::{amount_in_words, bytes, change, count, percent, width};
use crate::stats::Direction;

/// The page; lists have `top` rows, None is all.
pub fn html(report: &Report, top: Option<usize>) -> String {
    let mut page = String::new();
    // Writing to memory cannot fail.
    let _ = write_page(report, top, &mut page);
    page
}

/// The styles of all pages.
const STYLE: &str = include_str!("style.css");

/// Text that is no markup.
pub(super) struct Text<'a>(pub &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                letter if letter.is_control() => f.write_char('\u{FFFD}')?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// What every page begins with, up to its title.
pub(super) fn begin(title: &str, page: &mut String) -> fmt::Result {
    write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )
}

/// Which time the entries of a page are of, and which was asked for.
pub(super) fn span(entries: (&Option<String>, &Option<String>), window: &Window, page: &mut String) -> fmt::Result {
    if let (Some(first), Some(last)) = entries {
        writeln!(page, "<p>Entries from {} to {}</p>", Text(first), Text(last))?;
    }
    let flags = window.flags();
    if !flags.is_empty() {
        writeln!(page, "<p>Window: <code>{}</code></p>", Text(&flags))?;
    }
    Ok(())
}

fn write_page(report: &Report, top: Option<usize>, page: &mut String) -> fmt::Result {
    begin("Log report", page)?;
    head(report, page)?;
    gates(report, page)?;
    over_time(report, page)?;
    groups(report, top, page)?;
    errors(report, top, page)?;
    data(report, page)?;
    page.push_str("</body>\n</html>\n");
    Ok(())
}

fn head(report: &Report, page: &mut String) -> fmt::Result {
    let data = &report.data;
    span((&data.first, &data.last), &report.window, page)?;
    let total = &report.total;
    let mut tiles = vec![
        (count(data.reported), "entries".to_owned()),
        (count(total.errors), "errors".to_owned()),
        (percent(total.errors, total.entries), "error rate".to_owned()),
    ];
    for (percentile, found) in report.measure.percentiles.iter().zip(&total.values.percentiles) {
        tiles.push((
            amount_in_words(found.value, report.measure.time),
            format!("p{percentile} {}", report.measure.field),
        ));
    }
    page.push_str("<div class=\"tiles\">\n");
    for (value, name) in tiles {
        writeln!(page, "<div class=\"tile\"><b>{}</b><span>{}</span></div>", Text(&value), Text(&name))?;
    }
    page.push_str("</div>\n");
    Ok(())
}

fn gates(report: &Report, page: &mut String) -> fmt::Result {
    if report.gates.is_empty() {
        return Ok(());
    }
    page.push_str("<h2>Gates</h2>\n<div class=\"wide\"><table>\n<tr><th>condition</th><th></th><th>found</th></tr>\n");
    for gate in &report.gates {
        let word = if gate.failed { "failed" } else { "passed" };
        let found: Vec<String> = gate.found.iter().map(|found| Text(found).to_string()).collect();
        let found = found.join("<br>");
        writeln!(page, "<tr><td>{}</td><td class=\"{word}\">{word}</td><td>{found}</td></tr>", Text(&gate.text))?;
    }
    page.push_str("</table></div>\n");
    Ok(())
}

fn over_time(report: &Report, page: &mut String) -> fmt::Result {
    let volume = &report.volume;
    if volume.moments.is_empty() {
        return Ok(());
    }
    let each = width(volume.width);
    if volume.moments.iter().any(|moment| moment.quantiles.is_some()) {
        writeln!(page, "<h2>{} over time</h2>\n<div class=\"card\">", Text(&capital(&report.measure.field)))?;
        page.push_str("<div class=\"legend\"><span><i style=\"background:var(--one)\"></i>p50</span>");
        page.push_str("<span><i style=\"background:var(--two)\"></i>p95</span></div>\n");
        charts::latency(report, page)?;
        writeln!(page, "</div>\n<p class=\"note\">A point is {each}; the scale is logarithmic.</p>")?;
    }
    page.push_str("<h2>Entries over time</h2>\n<div class=\"card\">\n");
    charts::entries(report, page)?;
    writeln!(page, "</div>\n<p class=\"note\">A bar is {each}.</p>")?;
    for (from, to) in &volume.gaps {
        writeln!(page, "<p class=\"note\">Quiet from {} to {}</p>", Text(from), Text(to))?;
    }
    if report.total.errors > 0 {
        page.push_str("<h2>Errors by category over time</h2>\n<div class=\"card\">\n");
        charts::errors(report, page)?;
        page.push_str("</div>\n");
    }
    Ok(())
}

fn groups(report: &Report, top: Option<usize>, page: &mut String) -> fmt::Result {
    let measure = &report.measure;
    let rows = report.slowest();
    let shown = top.map_or(rows.len(), |top| rows.len().min(top));
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(page, "<h2>{} by {}</h2>", Text(&capital(&measure.field)), Text(&report.grouped_by))?;
    page.push_str("<div class=\"wide\"><table>\n<tr><th>group</th><th>values</th><th>errors</th><th>average</th>");
    for percentile in &measure.percentiles {
        write!(page, "<th>p{percentile}</th>")?;
    }
    page.push_str("<th>max</th><th>distribution</th><th>mean over time</th><th>trend</th>");
    if report.baseline.is_some() {
        page.push_str("<th>since baseline</th>");
    }
    page.push_str("</tr>\n");
    for group in &rows[..shown] {
        self::group(group, report, page)?;
    }
    page.push_str("</table></div>\n");
    if shown < rows.len() {
        writeln!(page, "<p class=\"note\">… and {} more</p>", count((rows.len() - shown) as u64))?;
    }
    let few = rows[..shown].iter().flat_map(|group| &group.values.percentiles).any(|found| !found.enough);
    if few {
        page.push_str("<p class=\"note\">*: too few values for that percentile</p>\n");
    }
    Ok(())
}

fn group(group: &Group, report: &Report, page: &mut String) -> fmt::Result {
    let values = &group.values;
    let number = |value: f64| amount_in_words(value, report.measure.time);
    let rate = percent(group.errors, group.entries);
    write!(page, "<tr><td>{}</td><td>{}</td><td>{rate}</td>", Text(&group.name), count(values.count))?;
    write!(page, "<td>{}</td>", values.extent.map_or(String::new(), |extent| number(extent.average)))?;
    for found in &values.percentiles {
        write!(page, "<td>{}{}</td>", number(found.value), if found.enough { "" } else { "*" })?;
    }
    write!(page, "<td>{}</td><td>", values.extent.map_or(String::new(), |extent| number(extent.greatest)))?;
    charts::histogram(values, report.measure.time, page)?;
    page.push_str("</td><td>");
    charts::means(group, report.measure.time, page)?;
    page.push_str("</td>");
    let class = group.trend.as_ref().map_or("", |trend| match trend.direction {
        Direction::Increasing => "up",
        Direction::Decreasing => "down",
        Direction::Stable => "",
    });
    let words = group.trend.as_ref().map_or("", |trend| &trend.words);
    write!(page, "<td class=\"{class}\">{}</td>", Text(words))?;
    if report.baseline.is_some() {
        let found = group.change.iter().flat_map(|change| &change.percentiles);
        let found = found.map(|(percentile, percent, sure)| {
            format!("p{percentile} {}{}", change(*percent), if *sure { "" } else { " (noise)" })
        });
        write!(page, "<td>{}</td>", found.collect::<Vec<_>>().join("<br>"))?;
    }
    page.push_str("</tr>\n");
    Ok(())
}

fn errors(report: &Report, top: Option<usize>, page: &mut String) -> fmt::Result {
    let lists = &report.errors;
    if report.total.errors == 0 {
        return Ok(());
    }
    page.push_str("<h2>Errors</h2>\n");
    for (title, list) in [
        ("category", &lists.by_category),
        ("service", &lists.by_service),
        ("type", &lists.by_type),
        ("code", &lists.by_code),
        ("message", &lists.messages),
    ] {
        let rows: Vec<&Failures> = list.iter().filter(|row| row.errors > 0).collect();
        if rows.iter().all(|row| row.name == "(none)") {
            continue;
        }
        let shown = top.map_or(rows.len(), |top| rows.len().min(top));
        let share = if rows.iter().any(|row| row.entries.is_some()) { "rate" } else { "share" };
        writeln!(page, "<h3>By {title}</h3>\n<div class=\"wide\"><table>\n<tr><th>{title}</th><th>errors</th>")?;
        writeln!(page, "<th>{share}</th><th>first seen</th><th>last seen</th></tr>")?;
        for row in &rows[..shown] {
            let share = percent(row.errors, row.entries.unwrap_or(report.total.errors));
            let time = |time: &Option<String>| time.clone().unwrap_or_default();
            let (first, last) = (time(&row.first), time(&row.last));
            write!(page, "<tr><td>{}</td><td>{}</td><td>{share}</td>", Text(&row.name), count(row.errors))?;
            writeln!(page, "<td>{}</td><td>{}</td></tr>", Text(&first), Text(&last))?;
        }
        page.push_str("</table></div>\n");
        if shown < rows.len() {
            writeln!(page, "<p class=\"note\">… and {} more</p>", count((rows.len() - shown) as u64))?;
        }
    }
    Ok(())
}

fn data(report: &Report, page: &mut String) -> fmt::Result {
    let data = &report.data;
    page.push_str("<h2>Data</h2>\n<div class=\"wide\"><table>\n<tr><th>input</th><th>lines</th><th>bytes</th></tr>\n");
    for input in &report.inputs {
        let (lines, bytes) = (count(input.lines), bytes(input.bytes));
        writeln!(page, "<tr><td>{}</td><td>{lines}</td><td>{bytes}</td></tr>", Text(&input.name))?;
    }
    page.push_str("</table></div>\n");
    let mut parts = vec![format!("{} lines", count(data.lines)), format!("{} reported", count(data.reported))];
    let skipped = data.skipped.iter().filter(|(_, count)| *count > 0);
    parts.extend(skipped.map(|(why, skipped)| format!("{} {}", count(*skipped), why.replace('_', " "))));
    if data.unread > 0 {
        parts.push(format!("{} not read", bytes(data.unread)));
    }
    writeln!(page, "<p>{}</p>", parts.join(", "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup() {
        assert_eq!(Text("<b a=\"x\">&'\u{1b}").to_string(), "&lt;b a=&quot;x&quot;&gt;&amp;&#39;\u{FFFD}");
    }
}
