//! `pake detectors`: lists the catalogue and explains its rows.

use std::fmt::Write;

use serde_json::json;

use super::{Failure, print};
use crate::detect::{Detector, Family, Tier, catalogue::FAMILIES};
use crate::diagnostics::{Diagnostic, nearest};
use crate::exit::Exit;
use crate::mask::{Policy, Profile};

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
    let all = || FAMILIES.iter().flat_map(|family| family.iter());
    let text = match &settings.id {
        None if settings.json => {
            let rows: Vec<_> = all().map(|row| object(row, policy.is_on(row))).collect();
            format!("{:#}\n", json!({"schema": 1, "detectors": rows}))
        }
        None => list(all(), &policy),
        Some(id) => {
            let Some(row) = all().find(|row| row.id == id) else {
                return Err(vec![unknown(id, all().map(|row| row.id))]);
            };
            match settings.json {
                true => format!("{:#}\n", object(row, policy.is_on(row))),
                false => explain(row, policy.is_on(row)),
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

fn list<'a>(rows: impl Iterator<Item = &'a Detector> + Clone, policy: &Policy) -> String {
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
        let _ = writeln!(text, "  {id:width$}  {tier}  {state}  {}", row.title);
    }
    text
}

fn explain(row: &Detector, on: bool) -> String {
    let state = if on { "on" } else { "off" };
    let family = family_name(row.family);
    let mut text = format!(
        "{}: {}\n\n{}\n\nfamily  {family}\ntier    {}: {}\nstate   {state}\nformat  {}\n",
        row.id,
        row.title,
        row.why,
        tier_name(row.tier),
        tier_meaning(row.tier),
        row.source
    );
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
        let _ = writeln!(text, "    {}\n      {}", example.text, example.reason);
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
