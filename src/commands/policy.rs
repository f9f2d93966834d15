//! What is masked: the config, and the flags over it.

use std::path::PathBuf;

use crate::config::{Layers, Request};
use crate::detect;
use crate::diagnostics::{Diagnostic, Severity, nearest};
use crate::input::Origin;
use crate::mask::{Policy, PolicyError};

/// The policy that the config and the flags ask for.
///
/// # Errors
/// All that is wrong with them; warnings are for `pake validate-config`.
pub fn read(request: &Request) -> Result<Policy, Vec<Diagnostic>> {
    load(request).map(|(_, policy)| policy)
}

/// The layers of the config, for all that it steers besides, and the policy that they ask for.
///
/// # Errors
/// As those of [`read`].
pub fn load(request: &Request) -> Result<(Layers, Policy), Vec<Diagnostic>> {
    let mut checked = request.load().map_err(|fault| vec![fault])?;
    checked.faults.retain(|fault| fault.severity == Severity::Error);
    match checked.layers.policy() {
        Ok(policy) if checked.faults.is_empty() => {
            if policy.is_idle() {
                Diagnostic::warning("no detector is left on: nothing is masked")
                    .with_help("what is named both to look for and to skip is skipped")
                    .say();
            }
            Ok((checked.layers, policy))
        }
        Ok(_) => Err(checked.faults),
        Err(error) => {
            // What the config names was said at its place.
            if checked.faults.is_empty() || is_of_a_flag(&error, request) {
                checked.faults.push(explain(&error, &checked.layers));
            }
            Err(checked.faults)
        }
    }
}

/// The config and what it imports, as far as they can be known; the config first.
pub fn files(request: &Request) -> Vec<PathBuf> {
    let Some(Origin::File(path)) = request.origin() else { return Vec::new() };
    let imported = request.load().map(|checked| checked.layers.imported()).unwrap_or_default();
    std::iter::once(path).chain(imported).collect()
}

fn is_of_a_flag(error: &PolicyError, request: &Request) -> bool {
    let (PolicyError::UnknownDetector { name: given } | PolicyError::BadField { pattern: given, .. }) = error;
    request.flags.iter().any(|(_, _, values)| values.contains(given))
}

fn explain(error: &PolicyError, layers: &Layers) -> Diagnostic {
    let said = Diagnostic::error(error.to_string());
    match error {
        PolicyError::UnknownDetector { name } => {
            let own = layers.rule_ids();
            match nearest(name, detect::detectors().map(|detector| detector.id).chain(own)) {
                Some(near) => said.with_help(format!("did you mean `{near}`?")),
                None => said.with_help("`pake detectors` lists them all"),
            }
        }
        PolicyError::BadField { .. } => {
            said.with_help("a pattern is names with dots, such as `user.email`, `headers.*`, `**.token`")
        }
    }
}
