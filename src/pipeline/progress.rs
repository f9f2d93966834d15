//! Shows how far a run is, from a thread of its own that the stream never waits for.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often a bar on a terminal is drawn, and a line is written elsewhere.
const DRAW_EVERY: Duration = Duration::from_millis(200);
const SAY_EVERY: Duration = Duration::from_secs(5);

/// When progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressMode {
    /// If standard error is a terminal and the log does not go to one.
    Auto,
    /// Also where standard error is no terminal: a line every few seconds.
    Always,
    /// Never.
    Never,
}

/// Shows progress on standard error until it is dropped.
pub struct Progress {
    finish: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows `read` (bytes read so far, counted by the input) against `total`, if that is known:
    /// as a bar on a terminal, as a line now and then elsewhere.
    pub fn show(read: Arc<AtomicU64>, total: Option<u64>) -> Progress {
        let (finish, finished) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            let terminal = std::io::stderr().is_terminal();
            let start = Instant::now();
            let bar = bar(total);
            let every = if terminal { DRAW_EVERY } else { SAY_EVERY };
            while finished.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                let read = read.load(Ordering::Relaxed);
                if terminal {
                    bar.set_position(read);
                } else {
                    say(read, total, start.elapsed());
                }
            }
            bar.finish_and_clear();
            if !terminal {
                say(read.load(Ordering::Relaxed), total, start.elapsed());
            }
        });
        Progress { finish: Some(finish), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let target = ProgressDrawTarget::stderr();
    let bar = ProgressBar::with_draw_target(total, target);
    let template = match total {
        Some(_) => "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
        None => "{spinner} {bytes}, {bytes_per_sec}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

fn say(read: u64, total: Option<u64>, time: Duration) {
    let rate = read as f64 / time.as_secs_f64().max(1e-9);
    let left = match total {
        Some(total) if total > read && read > 0 => {
            let seconds = (total - read) as f64 / rate;
            format!(", {} left", HumanDuration(Duration::from_secs_f64(seconds)))
        }
        _ => String::new(),
    };
    let (bytes, rate) = (HumanBytes(read), HumanBytes(rate as u64));
    let _ = writeln!(std::io::stderr(), "{bytes}, {rate}/s{left}");
}
