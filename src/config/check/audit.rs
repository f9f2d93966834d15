//! Audits: hours that end behind their beginning, retention that is long enough.

use super::super::faults::Faults;
use super::super::node::Node;
use super::super::units::{self, DAY};
use super::value::minutes;
use crate::diagnostics::codes;

/// A least time that a framework asks for.
struct Least {
    framework: &'static str,
    shown: &'static str,
    days: u128,
    /// Categories of entries that it is about.
    categories: &'static [&'static str],
    /// A value that does.
    enough: &'static str,
    source: &'static str,
}

/// Sources are in the explanation of [`codes::RETENTION_TOO_SHORT`].
const LEAST: &[Least] = &[
    Least {
        framework: "sox",
        shown: "SOX",
        days: 7 * 365,
        categories: &["audit"],
        enough: "7y",
        source: "17 CFR 210.2-06",
    },
    Least {
        framework: "hipaa",
        shown: "HIPAA",
        days: 6 * 365,
        categories: &["audit", "security"],
        enough: "6y",
        source: "45 CFR 164.316(b)(2)(i)",
    },
    Least {
        framework: "pci-dss",
        shown: "PCI DSS",
        days: 365,
        categories: &["audit", "security"],
        enough: "1y",
        source: "requirement 10.5.1",
    },
];

/// Checks `audit` and `retention` of a section, which is laid over `root`.
pub fn check(root: &Node, section: &Node, faults: &mut Faults) {
    hours(section, faults);
    let own = |path: &str| section.at(path).is_some();
    // What the root says by itself is checked with the root.
    if !std::ptr::eq(root, section) && !own("retention") && !own("audit.frameworks") {
        return;
    }
    let Some(frameworks) = section.at("audit.frameworks").or(root.at("audit.frameworks")) else { return };
    for (name, framework) in frameworks.texts() {
        for least in LEAST.iter().filter(|least| least.framework.eq_ignore_ascii_case(name)) {
            for category in least.categories {
                let of = |key: &str| {
                    let path = format!("retention.{key}");
                    section.at(&path).or(root.at(&path))
                };
                let Some(kept) = of(category).or(of("default")) else { continue };
                let Some(Ok(time)) = kept.text().map(units::duration) else { continue };
                if time < least.days * DAY {
                    let line = faults.place(&framework.span).start().line;
                    let said = format!("{} asks that `{category}` entries are kept for {}", least.shown, least.enough);
                    faults
                        .add(&codes::RETENTION_TOO_SHORT, &kept.span, said)
                        .label(format!("{}; named in line {line}", least.source))
                        .help(format!("{category}: {}", least.enough));
                }
            }
        }
    }
}

fn hours(section: &Node, faults: &mut Faults) {
    let Some(hours) = section.at("audit.business_hours") else { return };
    let time = |key| hours.get(key).and_then(|node| Some((minutes(node.text()?)?, node)));
    if let (Some((from, _)), Some((to, node))) = (time("from"), time("to"))
        && from >= to
    {
        faults.add(&codes::OUT_OF_ORDER, &node.span, "the business hours end before they begin");
    }
}
