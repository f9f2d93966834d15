//! `pake detectors`: lists the catalogue and explains its rows.

use std::fmt::Write;

use serde_json::json;

use super::{Failure, print, screen};
use crate::detect::{Detector, Family, Tier, catalogue::FAMILIES};
use crate::diagnostics::{Diagnostic, nearest};
use crate::exit::Exit;
use crate::mask::{Policy, Profile};
use crate::render::wrapped;

/// What is shown.
#[derive(Debug)]
pub struct Settings {
    /// The detector to explain; None lists all.
    pub id: Option<String>,
    /// The profile that decides which are on.
    pub profile: Profile,
    /// As JSON instead of text.
    pub json: bool,
}

/// Lists all detectors or explains one.
///
/// # Errors
/// When there is no detector of that name.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let policy = Policy::new(settings.profile, &[], &[], &[], &[])
        .map_err(|error| vec![Diagnostic::error(error.to_string())])?;
    // In a pipe a line is a detector, for grep and its kin.
    let columns = screen::columns().unwrap_or(usize::MAX);
    let all = || FAMILIES.iter().flat_map(|family| family.iter());
    let text = match &settings.id {
        None if settings.json => {
            let rows: Vec<_> = all().map(|row| object(row, policy.is_on(row))).collect();
            format!("{:#}\n", json!({"schema": 1, "detectors": rows}))
        }
        None => list(all(), &policy, columns),
        Some(id) => {
            let Some(row) = all().find(|row| row.id == id) else {
                return Err(vec![unknown(id, all().map(|row| row.id))]);
            };
            match settings.json {
                true => format!("{:#}\n", object(row, policy.is_on(row))),
                false => explain(row, policy.is_on(row), columns),
            }
        }
    };
    print(&text)?;
    Ok(Exit::Done)
}

fn unknown<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let said = Diagnostic::error(format!("there is no detector `{id}`"));
    match nearest(id, known) {
        Some(near) => said.with_help(format!("did you mean `{near}`?")),
        None => said.with_help("`pake detectors` lists them all"),
    }
}

fn list<'a>(rows: impl Iterator<Item = &'a Detector> + Clone, policy: &Policy, columns: usize) -> String {
    let width = rows.clone().map(|row| row.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut family = None;
    for row in rows {
        if family != Some(row.family) {
            let gap = if family.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", family_name(row.family).to_uppercase());
            family = Some(row.family);
        }
        let state = if policy.is_on(row) { "on " } else { "off" };
        let (id, tier) = (row.id, tier_name(row.tier));
        // Where there is little room, the title stands below.
        if columns < width + 40 {
            let _ = writeln!(text, "  {id}");
            wrapped("      ", &format!("{tier}  {state}  {}", row.title), columns, &mut text);
        } else {
            wrapped(&format!("  {id:width$}  {tier}  {state}  "), row.title, columns, &mut text);
        }
    }
    text
}

fn explain(row: &Detector, on: bool, columns: usize) -> String {
    let state = if on { "on" } else { "off" };
    let family = family_name(row.family);
    let mut text = String::new();
    wrapped("", &format!("{}: {}", row.id, row.title), columns, &mut text);
    text.push('\n');
    wrapped("", row.why, columns, &mut text);
    text.push('\n');
    let tier = format!("{}: {}", tier_name(row.tier), tier_meaning(row.tier));
    for (label, words) in [("family  ", family), ("tier    ", &tier), ("state   ", state), ("format  ", row.source)] {
        wrapped(label, words, columns, &mut text);
    }
    if !row.matches.is_empty() {
        text.push_str("\nmasked:\n");
    }
    for example in row.matches {
        let _ = writeln!(text, "  - {}\n  + {}", example.text, example.masked);
    }
    if !row.ignores.is_empty() {
        text.push_str("\nleft alone:\n");
    }
    for example in row.ignores {
        let _ = writeln!(text, "    {}", example.text);
        wrapped("      ", example.reason, columns, &mut text);
    }
    text
}

fn object(row: &Detector, on: bool) -> serde_json::Value {
    let matches = row.matches.iter();
    let matches = matches.map(|example| json!({"text": example.text, "masked": example.masked}));
    let ignores = row.ignores.iter();
    let ignores = ignores.map(|example| json!({"text": example.text, "reason": example.reason}));
    json!({
        "id": row.id,
        "title": row.title,
        "why": row.why,
        "family": family_name(row.family),
        "tier": tier_name(row.tier),
        "on": on,
        "source": row.source,
        "matches": matches.collect::<Vec<_>>(),
        "ignores": ignores.collect::<Vec<_>>(),
    })
}

fn family_name(family: Family) -> &'static str {
    match family {
        Family::Credentials => "credentials",
        Family::Financial => "financial",
        Family::Personal => "personal",
        Family::Infrastructure => "infrastructure",
    }
}

fn tier_name(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A",
        Tier::B => "B",
        Tier::C => "C",
        Tier::D => "D",
    }
}

fn tier_meaning(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "prefix and structure, or a checksum; always masked",
        Tier::B => "shape and check",
        Tier::C => "needs a key name or a context word",
        Tier::D => "off by default, on by profile or name",
    }
}
