//! Takes a changed config while a file is followed.
//!
//! The config and what it imports are looked at ten times a second. A change is read when it has stood still from one
//! look to the next, so that no half-written config is taken for a whole one. What is wrong with it is said, and the last
//! good configuration goes on.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::worker::Maskers;
use crate::commands::policy;
use crate::config::Request;
use crate::diagnostics::Diagnostic;
use crate::input::{Halt, Origin};
use crate::mask::Masker;
use crate::pipeline;

/// How often the config is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What tells one state of a file from another: device, inode, size, time of change in nanoseconds (of its inode, since
/// that of its content can be set back); None where there is no file.
type Stamp = Option<(u64, u64, u64, i128)>;

/// Watches the config of `request` until `halt` is raised, and gives `maskers` a new one when it has changed. Does
/// nothing where no file is used.
///
/// # Errors
/// When SIGHUP cannot be listened to.
pub fn watch(request: &Request, maskers: &Arc<Maskers>, halt: &Halt) -> std::io::Result<()> {
    let Some(Origin::File(path)) = request.origin() else { return Ok(()) };
    let request = Request { file: Some(path), ..request.clone() };
    let files = policy::files(&request);
    let mut watcher = Watcher { seen: stamps(&files), taken: stamps(&files), files, request, maskers: maskers.clone() };
    pipeline::beside(halt.clone(), LOOK_EVERY, move |hung_up| watcher.look(hung_up))
}

struct Watcher {
    request: Request,
    maskers: Arc<Maskers>,
    /// The config and what it imports.
    files: Vec<PathBuf>,
    /// Their state at the last look.
    seen: Vec<Stamp>,
    /// Their state when they were read.
    taken: Vec<Stamp>,
}

impl Watcher {
    fn look(&mut self, hung_up: bool) {
        let now = stamps(&self.files);
        let still = now == self.seen;
        self.seen = now;
        if hung_up || still && self.seen != self.taken {
            self.taken = self.seen.clone();
            self.take();
        }
    }

    fn take(&mut self) {
        match policy::read(&self.request) {
            Ok(policy) => {
                self.maskers.replace(Masker::new(policy));
                self.files = policy::files(&self.request);
                self.seen = stamps(&self.files);
                // What was imported for the first time is read; the config itself may have changed once more.
                let config = self.taken.first().copied();
                self.taken = self.seen.clone();
                if let (Some(first), Some(config)) = (self.taken.first_mut(), config) {
                    *first = config;
                }
            }
            Err(faults) => {
                faults.iter().for_each(Diagnostic::say);
                Diagnostic::warning("the last good configuration goes on").say();
            }
        }
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |path: &PathBuf| {
        let file = fs::metadata(path).ok()?;
        let time = i128::from(file.ctime()) * 1_000_000_000 + i128::from(file.ctime_nsec());
        Some((file.dev(), file.ino(), file.size(), time))
    };
    files.iter().map(stamp).collect()
}
