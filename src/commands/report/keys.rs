//! What the config steers, with flags and variables laid over it.

use super::settings::Settings;
use crate::commands::{Failure, inputs};
use crate::config::gate::Gate;
use crate::config::{From, Layers};
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::Role;
use crate::entry::level::Level;
use crate::input::Origin;
use crate::stats::Percentile;

/// What the config steers.
#[derive(Debug)]
pub struct Keys {
    /// What is read; never empty.
    pub inputs: Vec<Origin>,
    /// Group by these fields; empty for operation, path, event or category.
    pub by: Vec<String>,
    /// The percentiles to show, ascending.
    pub percentiles: Vec<Percentile>,
    /// What must not be so.
    pub gates: Vec<Gate>,
    /// Names that fields have instead of the known ones.
    pub names: Vec<(Role, String)>,
    /// The least level of the entries that count; None where all do.
    pub level: Option<Level>,
    /// The service of entries that name none.
    pub service: Option<String>,
}

impl Keys {
    /// The keys of these layers. States to merge were made under keys of their own: of those only what shows them counts.
    ///
    /// # Errors
    /// What flags have wrong, and what of `input.paths` is not there.
    pub fn of(layers: &Layers, settings: &Settings) -> Result<Keys, Failure> {
        let mut failure = Failure::new();
        let percentiles = layers.percentiles().map_err(|fault| failure.push(fault)).unwrap_or_default();
        let gates = layers.gates().map_err(|faults| failure.extend(faults)).unwrap_or_default();
        if let Some((_, From::Flag(_))) = layers.get("report.gates")
            && let (Some(gate), None) = (gates.iter().find(|gate| gate.needs_baseline()), &settings.baseline)
        {
            let said = format!("`{}` has nothing to compare with", gate.text);
            failure.push(Diagnostic::error(said).with_help("--baseline FILE names an earlier report in JSON"));
        }
        let inputs = match (settings.merge, &settings.inputs[..]) {
            (true, []) => Ok(vec![Origin::Stdin]),
            (true, named) => Ok(named.to_vec()),
            (false, named) => inputs::chosen(named, layers),
        };
        let inputs = inputs.map_err(|faults| failure.extend(faults)).unwrap_or_default();
        if !failure.is_empty() {
            return Err(failure);
        }
        Ok(Keys {
            inputs,
            by: layers.texts("report.by"),
            percentiles,
            gates,
            names: layers.own_names(),
            level: layers.least_level(),
            service: layers.text("service_name"),
        })
    }
}
