//! Collects what is wrong, all of it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::diagnostics::{Code, Diagnostic, Place, Source};
use crate::mask::{Masker, Policy};

/// The most faults that are kept: behind them, a config is no config.
const MOST: usize = 1000;

/// What was found wrong in one text.
#[derive(Debug)]
pub struct Faults {
    source: Arc<Source>,
    found: Vec<Diagnostic>,
}

impl Faults {
    /// For a text.
    pub fn of(source: &Arc<Source>) -> Faults {
        Faults { source: source.clone(), found: Vec::new() }
    }

    /// Notes a fault; what is returned can be told more of.
    pub fn add(&mut self, code: &'static Code, span: &Range<usize>, message: impl Into<String>) -> Fault<'_> {
        let place = Place::new(&self.source, span.clone());
        let fault = Diagnostic::coded(code, message).at(place);
        if self.found.len() >= MOST {
            self.found.truncate(MOST);
        }
        self.found.push(fault);
        Fault(self.found.last_mut().expect("it was just pushed"))
    }

    /// Whether so many were found that more are of no use.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, with their places in another text of the same shape.
    pub fn moved_to(self, source: &Arc<Source>) -> Vec<Diagnostic> {
        let mut found = self.sorted();
        for fault in &mut found {
            fault.place = fault.place.take().map(|place| Place::new(source, place.span()));
        }
        found
    }

    /// A place in the text.
    pub fn place(&self, span: &Range<usize>) -> Place {
        Place::new(&self.source, span.clone())
    }

    /// All of them, by place.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.found.truncate(MOST);
        self.found.sort_by_key(|fault| {
            let at = fault.place.as_ref().map_or(0, |place| place.span().start);
            (at, fault.code.map(|code| code.id))
        });
        self.found.iter_mut().for_each(blank);
        self.found
    }
}

/// Masks what is said of a value; the excerpt below was blanked with its text.
fn blank(fault: &mut Diagnostic) {
    static MASKER: LazyLock<Masker> = LazyLock::new(|| Masker::new(Policy::default_profile()));
    for said in [Some(&mut fault.message), fault.label.as_mut(), fault.help.as_mut()].into_iter().flatten() {
        if let Cow::Owned(masked) = MASKER.mask_line(said.as_bytes()) {
            *said = String::from_utf8_lossy(&masked).into_owned();
        }
    }
}

/// A fault that was just noted.
pub struct Fault<'a>(&'a mut Diagnostic);

impl Fault<'_> {
    /// A few words at its place.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.0.label = Some(label.into());
        self
    }

    /// A way out.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// A way out, where there is one.
    pub fn maybe_help(self, help: Option<String>) -> Self {
        self.0.help = help.or(self.0.help.take());
        self
    }
}
