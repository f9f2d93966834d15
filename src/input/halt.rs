//! A way to end the input early: from a signal, or from an output that can take no more.

use std::io::{PipeReader, PipeWriter, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Ends the input of a run when raised. Clones are handles to the same one.
///
/// A thread that waits for input sleeps in `poll` on the input and on a pipe that this holds, so
/// raising it wakes the thread at once.
#[derive(Clone, Debug)]
pub struct Halt(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    raised: AtomicBool,
    sleeper: PipeReader,
    alarm: PipeWriter,
}

impl Halt {
    /// A halt that is not raised.
    ///
    /// # Errors
    /// When the process has no file descriptors left.
    pub fn new() -> std::io::Result<Halt> {
        let (sleeper, alarm) = std::io::pipe()?;
        Ok(Halt(Arc::new(Inner { raised: AtomicBool::new(false), sleeper, alarm })))
    }

    /// Ends the input: readers see its end from now on.
    pub fn raise(&self) {
        if !self.0.raised.swap(true, Ordering::SeqCst) {
            // The byte is never read, so every later poll sees it too.
            let _ = (&self.0.alarm).write_all(b"!");
        }
    }

    /// Whether it was raised.
    pub fn is_raised(&self) -> bool {
        self.0.raised.load(Ordering::SeqCst)
    }

    /// Sleeps until `descriptor` can be read, has ended or failed, or the halt is raised.
    pub fn wait_for(&self, descriptor: impl AsFd) {
        let mut waiting = [
            PollFd::from_borrowed_fd(descriptor.as_fd(), PollFlags::IN),
            PollFd::from_borrowed_fd(self.0.sleeper.as_fd(), PollFlags::IN),
        ];
        // An error (a signal, say) only makes the caller try again.
        let _ = poll(&mut waiting, None);
    }

    /// Sleeps for `time` at most; raising the halt ends the sleep.
    pub fn sleep(&self, time: Duration) {
        let mut waiting = [PollFd::from_borrowed_fd(self.0.sleeper.as_fd(), PollFlags::IN)];
        let limit = Timespec { tv_sec: time.as_secs() as _, tv_nsec: time.subsec_nanos() as _ };
        let _ = poll(&mut waiting, Some(&limit));
    }
}
