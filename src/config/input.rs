//! What a config says of input: which files, which fields, which zone.

use std::path::PathBuf;

use super::layers::{From, Layers};
use super::read::folder;
use crate::diagnostics::{Diagnostic, codes};
use crate::entry::aliases::Role;
use crate::input::{Origin, paths};

/// The keys of `input.fields`, each with its role.
const ROLES: &[(&str, Role)] = &[
    ("timestamp", Role::Time),
    ("level", Role::Level),
    ("message", Role::Message),
    ("duration", Role::Duration),
    ("correlation", Role::Correlation),
    ("service", Role::Service),
];

/// What `error` is made of: each with the names that it has below the error's.
const ERROR: &[(Role, &[&str])] = &[
    (Role::ErrorType, &[".type", ".name", ".kind"]),
    (Role::ErrorMessage, &[".message", ""]),
    (Role::ErrorCode, &[".code"]),
];

impl Layers {
    /// The files that `input.paths` names, sorted; None where it is not given.
    ///
    /// # Errors
    /// What of it names no file, each at its place.
    pub fn paths(&self) -> Option<Result<Vec<PathBuf>, Vec<Diagnostic>>> {
        let (node, from) = self.get("input.paths")?;
        // What variables name begins at the folder in which pake runs.
        let folder = match (&self.file, &from) {
            (Some(file), From::File(_)) if matches!(file.origin, Origin::File(_)) => folder(&file.origin),
            _ => PathBuf::new(),
        };
        let (mut found, mut faults) = (Vec::new(), Vec::new());
        for (text, node) in node.texts() {
            let said = match paths::matching(&folder, text) {
                Ok(paths) if !paths.is_empty() => {
                    found.extend(paths);
                    continue;
                }
                Ok(_) => Diagnostic::coded(&codes::FILE_NOT_FOUND, format!("`{text}` names no file")),
                Err(error) => {
                    let cause = crate::diagnostics::Cause(&error).to_string();
                    let said = Diagnostic::error(format!("`{text}` cannot be read: {cause}"));
                    match error.kind() {
                        std::io::ErrorKind::IsADirectory => {
                            said.with_help(format!("name the files in it: {}/*.log", text.trim_end_matches('/')))
                        }
                        _ => said,
                    }
                }
            };
            faults.push(match &from {
                From::File(_) => match self.place(node) {
                    Some(place) => said.at(place),
                    None => said,
                },
                From::Variable(name) => Diagnostic { message: format!("`{name}`: {}", said.message), ..said },
                _ => said,
            });
        }
        found.sort_unstable();
        found.dedup();
        Some(if faults.is_empty() { Ok(found) } else { Err(faults) })
    }

    /// The names that fields have instead of the known ones, in order, as [`Fields::with`] takes them.
    ///
    /// [`Fields::with`]: crate::entry::fields::Fields::with
    pub fn own_names(&self) -> Vec<(Role, String)> {
        let mut own = Vec::new();
        for (key, role) in ROLES {
            let names = self.texts(&format!("input.fields.{key}"));
            // The key itself is the known names.
            own.extend(names.into_iter().map(|name| (*role, if name == *key { role.name().to_owned() } else { name })));
        }
        for name in self.texts("input.fields.error") {
            for (role, ends) in ERROR {
                match name.as_str() {
                    "error" => own.push((*role, role.name().to_owned())),
                    name => own.extend(ends.iter().map(|end| (*role, format!("{name}{end}")))),
                }
            }
        }
        own
    }

    /// The name of the zone of times that name none.
    pub fn input_zone(&self) -> String {
        self.text("input.timezone").unwrap_or_else(|| "UTC".to_owned())
    }

    /// Whether entries stand in the order of their times.
    pub fn in_order(&self) -> bool {
        self.text("input.order").is_some_and(|order| order.eq_ignore_ascii_case("time"))
    }

    /// The text of a key.
    pub fn text(&self, path: &str) -> Option<String> {
        Some(self.get(path)?.0.text()?.trim().to_owned())
    }
}
