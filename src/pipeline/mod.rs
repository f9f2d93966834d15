//! The only rooms with threads: blocks in, bytes out, in order.
//!
//! They know nothing of what a worker does with a block; that is why they can be tested with one
//! that adds numbers.

mod beside;
mod map;
mod progress;
mod stop;

pub use beside::beside;
pub use map::{Sink, Worker, default_threads, map};
pub use progress::Progress;
pub use stop::{Cleanup, end_as_signalled, on_signal};
