//! The list of all detectors, one family a file.

use super::Detector;

/// All families, in the order of the manual.
pub const FAMILIES: &[&[Detector]] = &[];
