//! States on disk and between machines: one line of JSON each, with a version and a checksum.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::state::{Input, MESSAGES, NAMES, State};
use super::stored::{Stored, list, load_table, save_table};
use crate::window::Window;

/// The version of the form. Another form, another version: states do not live long.
const VERSION: u64 = 2;

/// A state with what must be alike for states to be merged.
#[derive(Debug)]
pub struct Partial {
    /// What was asked.
    pub asked: Asked,
    /// What was read, by name.
    pub inputs: Vec<(String, Input)>,
    /// What was gathered.
    pub state: State,
}

/// What was asked of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The window.
    pub window: Window,
    /// Fields to group by.
    pub by: Vec<String>,
    /// The field that is measured.
    pub field: String,
    /// Whether values are milliseconds.
    pub time: bool,
    /// The most groups.
    pub groups: usize,
    /// Whether names and messages were left unmasked.
    pub unmasked: bool,
    /// The least level of the entries that count.
    pub level: Option<String>,
}

/// Why a state cannot be read.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadState {
    /// It is something else.
    #[error("this is no state that `pake report --partial` has written")]
    Foreign,
    /// Another pake wrote it.
    #[error("the state is of version {0}, and this pake reads version 2")]
    Other(u64),
    /// Its bytes are not those that were written.
    #[error("the state is damaged: its checksum is wrong")]
    Damaged,
}

impl Partial {
    /// As one line, newline included.
    pub fn line(self) -> String {
        let Partial { asked, inputs, state } = self;
        let State { inputs: _, lines, levels, all, first, last, outside, groups, categories, services, .. } = state;
        let State { types, codes, messages, moments, .. } = state;
        let body = json!({
            "since": asked.window.since,
            "until": asked.window.until,
            "by": asked.by,
            "field": asked.field,
            "time": asked.time,
            "most": asked.groups,
            "unmasked": asked.unmasked,
            "level": asked.level,
            "inputs": inputs.into_iter().map(|(name, input)| json!([name, input.save()])).collect::<Vec<_>>(),
            "lines": lines.save(),
            "levels": levels,
            "all": all.save(),
            "first": first,
            "last": last,
            "outside": outside.map(|(first, last)| json!([first, last])),
            "groups": save_table(groups),
            "categories": save_table(categories),
            "services": save_table(services),
            "types": save_table(types),
            "codes": save_table(codes),
            "messages": save_table(messages),
            "moments": moments.save(),
        });
        let sum = checksum(&body);
        // What it is comes first, so that it can be told also of one that is cut off.
        format!("{{\"pake_report_state\":{VERSION},\"sha256\":\"{sum}\",\"body\":{body}}}\n")
    }

    /// The state in a line.
    ///
    /// # Errors
    /// When it is none, too new or damaged.
    pub fn read(line: &str) -> Result<Partial, BadState> {
        let value: Value = serde_json::from_str(line).map_err(|_| match line.contains("pake_report_state") {
            true => BadState::Damaged,
            false => BadState::Foreign,
        })?;
        let version = value.get("pake_report_state").and_then(Value::as_u64).ok_or(BadState::Foreign)?;
        if version != VERSION {
            return Err(BadState::Other(version));
        }
        let body = value.get("body").ok_or(BadState::Damaged)?;
        if value.get("sha256").and_then(Value::as_str) != Some(&checksum(body)) {
            return Err(BadState::Damaged);
        }
        Partial::of(body).ok_or(BadState::Damaged)
    }

    fn of(body: &Value) -> Option<Partial> {
        let get = |key: &str| body.get(key);
        let strings = |value: &Value| {
            let strings = value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned));
            strings.collect::<Option<Vec<String>>>()
        };
        let asked = Asked {
            window: Window { since: Stored::load(get("since")?)?, until: Stored::load(get("until")?)? },
            by: strings(get("by")?)?,
            field: get("field")?.as_str()?.to_owned(),
            time: get("time")?.as_bool()?,
            groups: usize::try_from(get("most")?.as_u64()?).ok()?,
            unmasked: get("unmasked")?.as_bool()?,
            level: match get("level")? {
                Value::Null => None,
                level => Some(level.as_str()?.to_owned()),
            },
        };
        let input = |value: &Value| {
            let [name, input] = list(value)?;
            Some((name.as_str()?.to_owned(), Stored::load(input)?))
        };
        let inputs: Option<Vec<(String, Input)>> = get("inputs")?.as_array()?.iter().map(input).collect();
        let levels: Option<Vec<u64>> = get("levels")?.as_array()?.iter().map(Value::as_u64).collect();
        let mut state = State::new(asked.groups);
        state.lines = Stored::load(get("lines")?)?;
        state.levels = levels?.try_into().ok()?;
        state.all = Stored::load(get("all")?)?;
        state.first = Stored::load(get("first")?)?;
        state.last = Stored::load(get("last")?)?;
        state.outside = match get("outside")? {
            Value::Null => None,
            range => {
                let [first, last] = list(range)?;
                Some((first.as_i64()?, last.as_i64()?))
            }
        };
        state.groups = load_table(get("groups")?, asked.groups)?;
        state.categories = load_table(get("categories")?, NAMES)?;
        state.services = load_table(get("services")?, NAMES)?;
        state.types = load_table(get("types")?, NAMES)?;
        state.codes = load_table(get("codes")?, NAMES)?;
        state.messages = load_table(get("messages")?, MESSAGES)?;
        state.moments = Stored::load(get("moments")?)?;
        Some(Partial { asked, inputs: inputs?, state })
    }
}

/// SHA-256 of the body as it is written: keys in order, no spaces.
fn checksum(body: &Value) -> String {
    Sha256::digest(body.to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Asked {
    /// How the two differ, in words; None if they do not.
    pub fn difference(&self, other: &Asked) -> Option<&'static str> {
        let differences = [
            (self.window != other.window, "the window (fix it with `--now`, or give times instead of durations)"),
            (self.by != other.by, "`--by`"),
            (self.field != other.field || self.time != other.time, "`--field`"),
            (self.groups != other.groups, "`--groups`"),
            (self.unmasked != other.unmasked, "`--unmasked`"),
            (self.level != other.level, "`--level`"),
        ];
        differences.into_iter().find(|(differs, _)| *differs).map(|(_, what)| what)
    }
}
