//! Makes logs safe to share: masks secrets and personal data in a log stream.

pub mod detect;
pub mod entry;
pub mod mask;
