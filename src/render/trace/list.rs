//! Requests that are worth a look, as a list.

use std::fmt::Write;

use serde_json::json;

use super::super::Layout;
use super::super::markdown::cell;
use super::super::units::{amount_in_words, count};
use crate::diagnostics::{Neutral, neutral_json};

/// A list of requests.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// What they are listed by: `slowest`, `errors`.
    pub by: &'static str,
    /// The requests, the worst first.
    pub requests: Vec<Listed>,
    /// How many requests were told apart.
    pub told: u64,
    /// Entries of requests that were not told apart.
    pub others: u64,
}

/// One request.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// Its id, as it may be shown.
    pub id: String,
    /// Entries.
    pub entries: u64,
    /// Errors among them.
    pub errors: u64,
    /// Milliseconds from its beginning to its end.
    pub total: f64,
    /// When it began, as RFC 3339.
    pub began: String,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For people at a terminal.
    Table(Layout),
    /// For programs.
    Json,
    /// For comments and wikis.
    Markdown,
}

/// The list.
pub fn list(listing: &Listing, form: Form) -> String {
    let remark = (listing.others > 0).then(|| {
        format!(
            "{} entries are of requests beyond the {} that are told apart",
            count(listing.others),
            count(listing.told)
        )
    });
    let mut text = String::new();
    match form {
        Form::Json => {
            let requests: Vec<_> = listing
                .requests
                .iter()
                .map(|request| {
                    json!({
                        "id": request.id, "entries": request.entries, "errors": request.errors,
                        "total_ms": request.total, "began": request.began,
                    })
                })
                .collect();
            let whole = json!({
                "schema": 1, "by": listing.by, "requests": requests, "told": listing.told, "others": listing.others,
            });
            return neutral_json(&format!("{whole:#}\n"));
        }
        Form::Markdown => {
            text.push_str("| request | entries | errors | in all | began |\n|---|---:|---:|---:|---|\n");
            for Listed { id, entries, errors, total, began } in &listing.requests {
                let total = amount_in_words(*total, true);
                let _ = writeln!(text, "| {} | {entries} | {errors} | {total} | {began} |", cell(id));
            }
        }
        Form::Table(layout) => {
            let (bold, plain) = if layout.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
            let ids: Vec<String> = listing.requests.iter().map(|request| Neutral(&request.id).to_string()).collect();
            let wide = ids.iter().map(|id| id.chars().count()).max().unwrap_or(0).max(7);
            let rest = [("began", 26), ("errors", 8), ("entries", 9)];
            // An id is never cut: it is what is asked for next.
            let mut need = wide + 9 + rest.iter().map(|(_, width)| width).sum::<usize>();
            let mut left_out: Vec<&str> = Vec::new();
            for (name, width) in rest {
                if need > layout.columns {
                    left_out.push(name);
                    need -= width;
                }
            }
            let mut row = |style: [&str; 2], cells: [&str; 5]| {
                let mut line = format!("{:wide$}", cells[0]);
                for (name, cell) in ["entries", "errors", "in all", "began"].iter().zip(&cells[1..]) {
                    if !left_out.contains(name) {
                        let _ = match *name {
                            "entries" => write!(line, "  {cell:>7}"),
                            "errors" => write!(line, "  {cell:>6}"),
                            "in all" => write!(line, "  {cell:>7}"),
                            _ => write!(line, "  {cell}"),
                        };
                    }
                }
                let _ = writeln!(text, "{}{line}{}", style[0], style[1]);
            };
            row([bold, plain], ["request", "entries", "errors", "in all", "began"]);
            for (id, request) in ids.iter().zip(&listing.requests) {
                let total = amount_in_words(request.total, true);
                let Listed { entries, errors, began, .. } = request;
                row(["", ""], [id, &entries.to_string(), &errors.to_string(), &total, began]);
            }
        }
    }
    if let Some(remark) = remark {
        let _ = writeln!(text, "\nnote: {remark}");
    }
    text
}
