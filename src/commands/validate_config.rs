//! `pake validate-config`: says all that is wrong with a config.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use super::{Failure, print, print_styled};
use crate::config::{self, Checked, From, Request, Rigour};
use crate::diagnostics::{self, Diagnostic, Format, Severity, codes};
use crate::exit::Exit;

/// What is checked.
#[derive(Debug)]
pub struct Settings {
    /// The configs to check; empty for the one that the other commands would use.
    pub files: Vec<PathBuf>,
    /// The form of what is said.
    pub form: Form,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
    /// Print each value that holds instead, if nothing is wrong.
    pub show: bool,
    /// Print the JSON Schema instead.
    pub schema: bool,
    /// Print all keys with what they mean instead.
    pub manual: bool,
    /// What is laid over the configs, and which one is checked where none is named.
    pub request: Request,
}

/// The form of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit's XML.
    Junit,
}

/// Checks what the settings name.
///
/// # Errors
/// When nothing can be printed.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    if settings.schema {
        print(&format!("{:#}\n", config::json_schema()))?;
        return Ok(Exit::Done);
    }
    if settings.manual {
        print(&config::manual())?;
        return Ok(Exit::Done);
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut names = Vec::new();
    let mut checked = Vec::new();
    for request in requests(settings) {
        names.extend(request.origin().map(|origin| origin.to_string()));
        match request.load() {
            Ok(mut config) => {
                // What is wrong with a variable is so for every file.
                config.faults.retain(|fault| !found.contains(fault));
                found.append(&mut config.faults);
                checked.push(config);
            }
            Err(fault) => found.push(fault),
        }
    }
    if settings.deny_warnings {
        found.iter_mut().for_each(|fault| fault.severity = Severity::Error);
    }
    let wrong = found.iter().any(|fault| fault.severity == Severity::Error);
    let text = match (settings.show && !wrong, settings.form) {
        (true, Form::Json) => checked.iter().map(|config| config.layers.show_json()).collect(),
        (true, _) => checked.iter().map(|config| config.layers.show()).collect(),
        (false, Form::Text) => text(&names, &checked, &found),
        (false, form) => diagnostics::render(format_of(form), &names, &found),
    };
    match (settings.show && !wrong, settings.form) {
        // It may be coloured, and all that is foreign in it was made neutral.
        (false, Form::Text) => print_styled(&text)?,
        _ => print(&text)?,
    }
    Ok(match () {
        () if found.iter().any(|fault| fault.code == Some(&codes::NOT_READABLE)) => Exit::Usage,
        () if wrong => Exit::Found,
        () => Exit::Done,
    })
}

/// One for each file, or the one that is asked for.
fn requests(settings: &Settings) -> Vec<Request> {
    if settings.files.is_empty() {
        return vec![Request { rigour: Rigour::All, ..settings.request.clone() }];
    }
    let over = |file: &PathBuf| Request { file: Some(file.clone()), rigour: Rigour::All, ..settings.request.clone() };
    settings.files.iter().map(over).collect()
}

fn format_of(form: Form) -> Format {
    match form {
        Form::Text => Format::Text { colour: diagnostics::colour(&io::stdout()) },
        Form::Json => Format::Json,
        Form::Github => Format::Github,
        Form::Sarif => Format::Sarif,
        Form::Junit => Format::Junit,
    }
}

/// What is wrong; then which files are valid, and what was laid over them.
fn text(names: &[String], checked: &[Checked], found: &[Diagnostic]) -> String {
    let mut text = diagnostics::render(format_of(Form::Text), names, found);
    let wrong_in = |name: &str| {
        let in_it = |fault: &&Diagnostic| fault.place.as_ref().is_some_and(|place| place.source().name() == name);
        found.iter().filter(in_it).any(|fault| fault.severity == Severity::Error)
    };
    for config in checked {
        match &config.layers.file {
            None => text.push_str("no config was found; what flags and variables do not say is the default\n"),
            Some(file) if wrong_in(&file.origin.to_string()) => {}
            Some(file) => {
                let _ = writeln!(text, "{}: valid", file.origin);
            }
        }
    }
    let Some(config) = checked.first() else { return text };
    if let Some((name, from)) = &config.layers.environment {
        let from = match from {
            From::Default => String::new(),
            From::File(place) => format!(" ({}:{})", place.source().name(), place.start().line),
            From::Variable(variable) => format!(" ({variable})"),
            From::Flag(flag) => format!(" ({flag})"),
        };
        let _ = writeln!(text, "environment: {name}{from}");
    }
    let variables: Vec<&str> = config.layers.variables().collect();
    if !variables.is_empty() {
        let _ = writeln!(text, "variables: {}", variables.join(", "));
    }
    text
}
