//! What is masked: the config, and the flags over it.

use crate::config::{Layers, Request};
use crate::detect;
use crate::diagnostics::{Diagnostic, Severity, nearest};
use crate::mask::{Policy, PolicyError};

/// The policy that the config and the flags ask for.
///
/// # Errors
/// All that is wrong with them; warnings are for `pake validate-config`.
pub fn read(request: &Request) -> Result<Policy, Vec<Diagnostic>> {
    let mut checked = request.load().map_err(|fault| vec![fault])?;
    checked.faults.retain(|fault| fault.severity == Severity::Error);
    match checked.layers.policy() {
        Ok(policy) if checked.faults.is_empty() => Ok(policy),
        Ok(_) => Err(checked.faults),
        Err(error) => {
            checked.faults.push(explain(&error, &checked.layers));
            Err(checked.faults)
        }
    }
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
