//! What a signal that asks the program to end does.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::input::Halt;

/// Files that must not outlive the program.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Has the file at `path` removed when the program is ended by a signal or a panic, for as long as
/// this is alive.
#[derive(Debug)]
pub struct Cleanup(PathBuf);

impl Cleanup {
    /// Watches over the file that `create` makes; `path` says where it is, None for one that may stay. A signal that
    /// comes while it is made waits until it is known.
    ///
    /// # Errors
    /// When signals cannot be listened to, and those of `create`.
    pub fn around<T, E: From<io::Error>>(
        create: impl FnOnce() -> Result<T, E>,
        path: impl FnOnce(&T) -> Option<&Path>,
    ) -> Result<(T, Option<Cleanup>), E> {
        Cleanup::listen()?;
        let mut made = None;
        unfinished(|paths| {
            let result = create().map(|file| {
                let path = path(&file).map(Path::to_owned);
                paths.extend(path.clone());
                (file, path.map(Cleanup))
            });
            made = Some(result);
        });
        made.expect("it was just made")
    }

    fn listen() -> io::Result<()> {
        static LISTENER: Mutex<bool> = Mutex::new(false);
        static HOOK: Once = Once::new();
        let mut listens = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
        if !*listens {
            let mut signals = Signals::new(heeded(&[SIGINT, SIGTERM, SIGHUP]))?;
            thread::spawn(move || {
                for signal in signals.forever() {
                    remove_unfinished();
                    let _ = emulate_default_handler(signal);
                }
            });
            *listens = true;
        }
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                remove_unfinished();
                before(panic);
            }));
        });
        Ok(())
    }
}

impl Drop for Cleanup {
    fn drop(&mut self) {
        unfinished(|paths| paths.retain(|path| *path != self.0));
    }
}

fn remove_unfinished() {
    unfinished(|paths| {
        for path in paths.drain(..) {
            let _ = std::fs::remove_file(path);
        }
    });
}

fn unfinished(change: impl FnOnce(&mut Vec<PathBuf>)) {
    change(&mut UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Those of `signals` that the program was not started to ignore, as by `nohup` and by shells that
/// run it in the background. Elsewhere than on Linux all of them: the standard library cannot ask.
pub(super) fn heeded(signals: &[i32]) -> Vec<i32> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let ignores = |signal: i32| ignored.unwrap_or(0) >> (signal - 1) & 1 == 1;
    signals.iter().copied().filter(|signal| !ignores(*signal)).collect()
}

/// The signal that has ended the input; 0 if none.
static SIGNALLED: AtomicI32 = AtomicI32::new(0);

/// Lets the first SIGINT or SIGTERM end the input, so that what is complete still goes out; a
/// second one ends the program.
///
/// # Errors
/// When signals cannot be listened to.
pub fn on_signal(halt: Halt) -> io::Result<()> {
    let mut signals = Signals::new(heeded(&[SIGINT, SIGTERM]))?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if SIGNALLED.swap(signal, Ordering::SeqCst) != 0 {
                let _ = emulate_default_handler(signal);
            }
            halt.raise();
        }
    });
    Ok(())
}

/// Ends the program as the signal that ended its input would have, if there was one.
pub fn end_as_signalled() {
    let signal = SIGNALLED.load(Ordering::SeqCst);
    if signal != 0 {
        let _ = emulate_default_handler(signal);
    }
}
