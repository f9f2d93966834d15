//! Checksums and structure tests, one a file. They see bytes and nothing else.

pub mod jumble;
