//! What is wrong with a config's values: every fault, each at its place.

mod audit;
mod files;
mod masking;
mod report;
mod rules;
mod shape;
mod value;

use super::faults::Faults;
use super::load::Loaded;
use super::node::Node;
use crate::diagnostics::Diagnostic;

/// How much is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rigour {
    /// What must be right for the config to be used.
    #[default]
    Use,
    /// Also what is doubtful, and the examples of own rules.
    All,
}

/// All that is wrong with a config, its form included, by place.
pub fn check(loaded: &Loaded, rigour: Rigour) -> Vec<Diagnostic> {
    let mut faults = Faults::of(&loaded.source);
    shape::check(loaded, &mut faults);
    for section in sections(&loaded.root) {
        masking::check(loaded, section, rigour, &mut faults);
        report::check(section, &mut faults);
        if rigour == Rigour::All {
            files::check(loaded, section, &mut faults);
        }
        audit::check(&loaded.root, section, &mut faults);
    }
    let mut found = faults.sorted();
    found.extend(loaded.faults.iter().cloned());
    // What the form's faults have made of the values behind them is no fault of its own.
    found.sort_by_key(|fault| fault.place.as_ref().map_or(0, |place| place.span().start));
    found
}

/// The root, and the sections of the environments.
pub fn sections(root: &Node) -> Vec<&Node> {
    let environments = root.get("environments").map_or(&[][..], Node::entries);
    std::iter::once(root).chain(environments.iter().map(|(_, section)| section)).collect()
}
