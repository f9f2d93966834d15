//! What was read, masked and written: numbers, names of detectors and paths, never a value.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use memchr::memchr_iter;
use serde_json::json;

use super::{SummaryFormat, SummarySettings, place};
use crate::commands::{Failure, cannot_write};
use crate::diagnostics::{Neutral, neutral_json};
use crate::input::Block;
use crate::mask::{Masker, Tally};
use crate::output::{FileError, Whole};

/// The version of the JSON form.
const SCHEMA: u32 = 1;
/// The most field paths that are told apart, so that a log with endless many cannot fill memory.
const PATHS: usize = 1000;
/// What findings under further paths are counted under.
const OTHER: &str = "(other)";
/// What findings in plain text are shown under.
const PLAIN: &str = "(plain text)";

/// Counts of a run. `lines` are ended by a newline or by the end of an input.
#[derive(Debug, Default)]
pub struct Summary {
    lines_in: u64,
    bytes_in: u64,
    lines_out: u64,
    bytes_out: u64,
    masked_lines: u64,
    malformed: u64,
    detectors: BTreeMap<&'static str, u64>,
    /// By raw path: keys are masked when they are shown.
    fields: BTreeMap<String, u64>,
    /// Whether the last byte out was no newline: a line that is not counted in `lines_out` yet.
    open: bool,
    /// Whether an earlier piece of the line that is being read had something masked.
    masked_piece: bool,
}

impl Summary {
    /// Counts what came in with a block and what was found in it.
    pub fn count_in(&mut self, block: &Block, tally: &Tally) {
        self.bytes_in += block.body().len() as u64;
        match block.piece {
            None => {
                self.lines_in += tally.lines;
                self.masked_lines += tally.masked_lines;
            }
            Some(piece) => {
                self.masked_piece |= tally.masked_lines > 0;
                if piece.last {
                    self.lines_in += 1;
                    self.masked_lines += u64::from(std::mem::take(&mut self.masked_piece));
                }
            }
        }
        self.malformed += tally.malformed;
        self.find(tally.detectors.iter().map(|(id, count)| (*id, *count)), &tally.fields);
    }

    /// Counts bytes that went out.
    pub fn count_out(&mut self, bytes: &[u8]) {
        self.bytes_out += bytes.len() as u64;
        self.lines_out += memchr_iter(b'\n', bytes).count() as u64;
        if let Some(last) = bytes.last() {
            self.open = *last != b'\n';
        }
    }

    /// Adds the counts of another input.
    pub fn add(&mut self, other: Summary) {
        self.lines_in += other.lines_in;
        self.bytes_in += other.bytes_in;
        self.lines_out += other.lines_out + u64::from(other.open);
        self.bytes_out += other.bytes_out;
        self.masked_lines += other.masked_lines;
        self.malformed += other.malformed;
        self.find(other.detectors.into_iter(), &other.fields);
    }

    fn find(&mut self, detectors: impl Iterator<Item = (&'static str, u64)>, fields: &BTreeMap<String, u64>) {
        for (id, count) in detectors {
            *self.detectors.entry(id).or_default() += count;
        }
        for (path, count) in fields {
            let known = self.fields.contains_key(path) || self.fields.len() < PATHS;
            let path = if known { path } else { OTHER };
            *self.fields.entry(path.to_owned()).or_default() += count;
        }
    }

    /// How much was found.
    pub fn findings(&self) -> u64 {
        self.detectors.values().sum()
    }

    /// Findings by field path as it may be shown; those in plain text under the empty path.
    fn shown_fields(&self, masker: &Masker) -> BTreeMap<String, u64> {
        let mut shown = BTreeMap::new();
        let plain = self.findings() - self.fields.values().sum::<u64>();
        if plain > 0 {
            shown.insert(String::new(), plain);
        }
        for (path, count) in &self.fields {
            *shown.entry(place::shown(path, masker).into_owned()).or_default() += count;
        }
        shown
    }

    /// Writes it where it was asked for, with paths as `masker` leaves them.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, report: Report, format: SummaryFormat, masker: &Masker) -> Result<(), Failure> {
        let fields = self.shown_fields(masker);
        let text = match format {
            SummaryFormat::Text => self.text(&fields),
            SummaryFormat::Json => neutral_json(&format!("{}\n", self.json(&fields))),
        };
        report.write(&text)
    }

    fn json(&self, fields: &BTreeMap<String, u64>) -> serde_json::Value {
        json!({
            "schema": SCHEMA,
            "lines": {"in": self.lines_in, "out": self.lines_out, "masked": self.masked_lines,
                "malformed": self.malformed},
            "bytes": {"in": self.bytes_in, "out": self.bytes_out},
            "findings": self.findings(),
            "detectors": self.detectors,
            "fields": fields,
        })
    }

    fn text(&self, fields: &BTreeMap<String, u64>) -> String {
        let mut text = format!(
            "lines     {} in, {} out, {} masked, {} malformed\nbytes     {} in, {} out\nfindings  {}\n",
            self.lines_in,
            self.lines_out,
            self.masked_lines,
            self.malformed,
            self.bytes_in,
            self.bytes_out,
            self.findings()
        );
        let width = self.findings().to_string().len();
        let mut table = |title: &str, rows: &mut Vec<(&str, u64)>| {
            if rows.is_empty() {
                return;
            }
            // The most first, then by name.
            rows.sort_by_key(|(name, count)| (u64::MAX - count, *name));
            let _ = writeln!(text, "\n{title}");
            for (name, count) in rows {
                let _ = writeln!(text, "  {count:width$}  {}", Neutral(name));
            }
        };
        let detectors = self.detectors.iter().map(|(id, count)| (*id, *count));
        table("by detector", &mut detectors.collect());
        let fields = fields.iter().map(|(path, count)| {
            let path = if path.is_empty() { PLAIN } else { path };
            (path, *count)
        });
        table("by field", &mut fields.collect());
        text
    }
}

/// Where a summary goes: a file, with its name, or standard error.
pub struct Report(Option<(String, Whole)>);

impl Report {
    fn write(self, text: &str) -> Result<(), Failure> {
        let Some((name, mut file)) = self.0 else {
            // Where standard error cannot be written, nobody can be told.
            let _ = io::stderr().write_all(text.as_bytes());
            return Ok(());
        };
        let written = file.write_all(text.as_bytes()).map_err(FileError::from);
        let finished = written.and_then(|()| file.finish());
        finished.map_err(|error| cannot(&name, error))
    }
}

/// Opens the place for a summary, if one was asked for.
///
/// # Errors
/// When its file cannot be written.
pub fn open(settings: Option<&SummarySettings>) -> Result<Option<(Report, SummaryFormat)>, Failure> {
    let open = |settings: &SummarySettings| {
        let Some(path) = &settings.file else {
            return Ok((Report(None), settings.format));
        };
        let name = path.display().to_string();
        let file = Whole::create(path).map_err(|error| cannot(&name, error))?;
        Ok((Report(Some((name, file))), settings.format))
    };
    settings.map(open).transpose()
}

fn cannot(name: &str, error: FileError) -> Failure {
    let error = match error {
        FileError::System(error) => error,
        other => io::Error::other(other),
    };
    vec![cannot_write(name, &error)]
}
