//! The list of all detectors, one family a file.

mod ai;
mod ci_packages;
mod cloud;
pub mod infix;
mod messaging;
mod observability;
mod payment;
mod saas;
mod source_control;
pub mod vendor_rows;

use super::Detector;

/// All families, in the order of the manual.
pub const FAMILIES: &[&[Detector]] = &[
    cloud::ROWS,
    source_control::ROWS,
    ci_packages::ROWS,
    observability::ROWS,
    ai::ROWS,
    messaging::ROWS,
    payment::ROWS,
    saas::ROWS,
    infix::ROWS,
];
