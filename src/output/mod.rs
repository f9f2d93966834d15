//! Where bytes go: standard output, or a file that appears whole or not at all.

mod file;
mod gather;
mod stdout;

pub use file::{FileError, Whole, resolve};
pub use gather::write_gathered;
pub use stdout::{Stdout, is_closed_pipe};
