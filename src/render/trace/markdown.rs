//! A timeline for comments and wikis: GitHub Flavored Markdown.

use std::fmt::Write;

use super::super::markdown::cell;
use super::super::units::amount_in_words;
use super::Timeline;

/// The timeline as Markdown.
pub fn markdown(timeline: &Timeline) -> String {
    let mut text = format!("# Trace of {}\n\n{}\n\n", cell(&timeline.id), timeline.summary());
    let _ = writeln!(text, "{} to {}\n", timeline.began, timeline.ended);
    text.push_str("| offset | gap | service | level | what | took |\n|---:|---:|---|---|---|---:|\n");
    let words = |value: Option<f64>| value.map_or(String::new(), |value| amount_in_words(value, true));
    for (index, step) in timeline.steps.iter().enumerate() {
        let bold = if timeline.first_error() == Some(index) { "**" } else { "" };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {}{bold}{}{bold} | {} |",
            words(Some(timeline.offset(step))),
            words(timeline.gap(index)),
            cell(step.service.as_deref().unwrap_or("")),
            step.level.unwrap_or(""),
            "&emsp;".repeat(step.depth.min(8)),
            cell(&step.words()),
            words(step.duration),
        );
    }
    for remark in timeline.remarks() {
        let _ = writeln!(text, "\n> {}", cell(&remark));
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_timeline_is_markdown() {
        let text = super::markdown(&super::super::sample());
        assert!(
            text.contains("| 20 ms | 10 ms | orders | ERROR | &emsp;**Timeout: charge failed** | 60 ms |\n"),
            "{text}"
        );
    }
}
