//! The only rooms with threads: blocks in; bytes in order, or one merged result, out.
//!
//! They know nothing of what a worker does with a block; that is why they can be tested with one
//! that adds numbers.

mod beside;
mod fold;
mod map;
mod progress;
mod stop;

pub use beside::beside;
pub use fold::{Folder, fold};
pub use map::{Sink, Worker, default_threads, map};
pub use progress::{Progress, ProgressMode};
pub use stop::{Cleanup, end_as_signalled, on_signal};
