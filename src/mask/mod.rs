//! Puts masks in place of what the detectors find, by splicing the original bytes.
