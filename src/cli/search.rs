//! The flags of `pake search`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, ValueEnum};

use super::config::{ConfigArgs, MaskingArgs, SpeedArgs};
use super::time::TimeArgs;
use crate::commands::search::Settings;
use crate::diagnostics::Diagnostic;
use crate::input::Origin;

const EXAMPLES: &str = "\
EXPRESSIONS:
  level >= error and category = database and duration > 500ms
  message ~ \"time(d )?out\" or error.type in (Timeout, ConnectionError)
  \"req-12345\" and not (status_code = 200 or path contains /health)

  A field is named as it stands in the log, with dots for what is nested:
  user.id, error.type. The names timestamp, level, message, duration (or
  duration_ms), correlation_id, service, category, operation, event, method,
  path, status_code, error.type, error.message and error.code stand for all
  the names that loggers give to them.

  =  !=           equal, not equal; in (a, b), not in (a, b): one of them, none
  <  <=  >  >=    levels by severity, times and durations by length, numbers by
                  all of their digits, all else as text
  ~  !~           a pattern is found, is not; (?i) at its front ignores case
  contains        a text is found; not contains
  exists, missing a field has a value or has none; null is none
  \"text\"          the line holds the text
  and or not ( )  also && || !; not binds tightest, then and, then or

  Words need no quotes; what has spaces, commas, parentheses or signs does, in
  \" or '. In quotes only the quote itself is written with a backslash. A number
  in quotes is compared as text. Durations have units (500ms, 1.5s, 2m); without
  one they are milliseconds. Times are those of --since.

  A comparison with a field that is missing does not hold, and != !~ not in and
  not contains are the exact contrary of = ~ in and contains: they do hold. An
  array is looked at element by element: one is enough. A line that is no JSON
  object is found by texts alone, never where a field or a time is asked for.

EXAMPLES:
  All that has to do with a request:
      pake search req-12345 app.log

  What was slow, since yesterday:
      pake search --where 'duration > 500ms' --since yesterday app.log

  How many, and which:
      pake search --where 'status_code >= 500' --count app.log
      pake search --where 'status_code >= 500' --fields path,user_id app.log

  With two lines before and behind, the first three only:
      pake search timeout --context 2 --limit 3 app.log

  What all services did, in the order in which it was:
      pake search --where 'level >= warning' --sort time app.log old.log.gz

  As they come:
      kubectl logs deploy/shop -f | pake search --where 'level >= error'

EXIT CODES:
  0  done, whether or not something was found
  2  wrong use, input that could not be read to its end, output not written";

/// Search logs: the lines that hold a text, or for which an expression is so
///
/// Prints whole lines as they stand in the log, masked as `pake mask` would mask them; a line is
/// found by what it holds before it is masked.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, disable_help_flag = true)]
#[command(override_usage = "pake search [OPTIONS] TEXT [FILE]...
       pake search [OPTIONS] --where EXPRESSION [FILE]...")]
pub struct Args {
    /// The text to look for, then what to read; `-` or nothing is standard input
    ///
    /// The text is looked for as it stands, letter by letter; '' is in every line. With --where or
    /// --text all are files. gzip and zstd data is known by its first bytes and decoded.
    #[arg(value_name = "TEXT|FILE", help_heading = "What is looked for", display_order = 0)]
    words: Vec<OsString>,

    /// Look for entries for which this is so; see EXPRESSIONS
    #[arg(long = "where", value_name = "EXPRESSION", help_heading = "What is looked for")]
    expression: Option<String>,

    /// Look for lines that hold this text: for use with --where, or where it could be a flag
    #[arg(long, value_name = "TEXT", help_heading = "What is looked for", allow_hyphen_values = true)]
    text: Option<String>,

    /// Each file stands for its whole rotated set, oldest first
    ///
    /// `app.log` for `app.log.2.gz`, `app.log.1`, `app.log`.
    #[arg(long, help_heading = "Input")]
    rotated: bool,

    /// Merge the files by the times of their lines, instead of one after the other
    ///
    /// Each file has to be in order by itself. A line without a time, or with an earlier one than a line
    /// before it in its file, stays behind the line before it.
    #[arg(long, value_name = "WHAT", help_heading = "Input", conflicts_with = "follow")]
    sort: Option<SortArg>,

    /// Read on as a file grows, through rotation and truncation
    ///
    /// From its first line, until SIGINT or SIGTERM, with the configuration that it began with.
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    #[arg(conflicts_with_all = ["count", "rotated"])]
    follow: Option<PathBuf>,

    /// Stop after this many lines
    #[arg(long, value_name = "N", help_heading = "Output")]
    limit: Option<u64>,

    /// Print how many lines there are, all inputs together, instead of them
    #[arg(long, help_heading = "Output", conflicts_with_all = ["fields", "context"])]
    count: bool,

    /// Print these fields instead of the lines, with tabs between them
    ///
    /// Tabs, newlines and backslashes in a value become \t, \n and \\.
    #[arg(long, value_name = "FIELD", value_delimiter = ',', help_heading = "Output", conflicts_with = "context")]
    fields: Vec<String>,

    /// Show so many lines before and behind each; `--` stands between those that are apart
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true, help_heading = "Output")]
    context: usize,

    #[command(flatten)]
    time: TimeArgs,

    /// Do not mask what is shown
    #[arg(long, help_heading = "What is masked")]
    unmasked: bool,

    #[command(flatten)]
    masking: MaskingArgs,

    #[command(flatten)]
    config: ConfigArgs,

    #[command(flatten)]
    speed: SpeedArgs,

    /// Print help; a summary with `-h`
    #[arg(short, long, action = ArgAction::Help, help_heading = "Help")]
    help: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SortArg {
    /// When what the lines tell of was
    Time,
}

impl Args {
    /// What the flags ask for.
    pub fn settings(self) -> Result<Settings, Diagnostic> {
        let mut config = self.config.request(self.masking);
        let times = self.time.settings(&mut config);
        let mut words = self.words.into_iter();
        let named = self.expression.is_some() || self.text.is_some();
        let first = if named { None } else { words.next() };
        let text = match first.map(OsString::into_string).transpose() {
            Ok(text) => self.text.or(text),
            Err(_) => return Err(Diagnostic::error("the text to look for is not UTF-8")),
        };
        if text.is_none() && self.expression.is_none() && times.window.is_empty() {
            let help = "pake search req-12345 app.log, or pake search --where 'level >= error' app.log";
            return Err(Diagnostic::error("there is nothing to look for").with_help(help));
        }
        let inputs: Vec<Origin> = words.map(|path| Origin::named(&PathBuf::from(path))).collect();
        if self.follow.is_some() && !inputs.is_empty() {
            let said = "`--follow` names the file to read, and no other can be read beside it";
            return Err(Diagnostic::error(said));
        }
        if self.follow.is_some() && times.from_last_entry {
            let said = "a file that is followed has no newest entry to count from";
            return Err(Diagnostic::error(said).with_help("say what `--now` is"));
        }
        Ok(Settings {
            text,
            expression: self.expression,
            times,
            inputs,
            rotated: self.rotated,
            by_time: self.sort == Some(SortArg::Time),
            follow: self.follow,
            limit: self.limit,
            count: self.count,
            fields: self.fields,
            context: self.context,
            unmasked: self.unmasked,
            config,
            threads: self.speed.threads,
        })
    }
}
