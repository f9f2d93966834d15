//! Something small that is done now and then beside the work.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use signal_hook::consts::SIGHUP;

use super::stop::heeded;
use crate::input::Halt;

/// Calls `tick` every `interval` on a thread of its own until `halt` is raised, and tells it whether SIGHUP has come
/// since the last time. SIGHUP no longer ends the program then (unless it was started to ignore it).
///
/// # Errors
/// When the signal cannot be listened to.
pub fn beside(halt: Halt, interval: Duration, mut tick: impl FnMut(bool) + Send + 'static) -> io::Result<()> {
    let hung_up = Arc::new(AtomicBool::new(false));
    for signal in heeded(&[SIGHUP]) {
        signal_hook::flag::register(signal, hung_up.clone())?;
    }
    thread::spawn(move || {
        while !halt.is_raised() {
            tick(hung_up.swap(false, Ordering::SeqCst));
            halt.sleep(interval);
        }
    });
    Ok(())
}
