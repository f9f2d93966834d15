//! A string with escapes: masked as what it decodes to, written back as it was.

use super::values::{keep, quoted};
use super::{Level, Passage};
use crate::detect::engines::keyed::Carrier;
use crate::detect::finder::{Context, Finding, Put};
use crate::detect::overlap;
use crate::entry::escape::{self, WayBack};
use crate::mask::action;

impl Passage<'_> {
    /// A string with escapes: its content is decoded, masked, and what was replaced is found again in the
    /// written text.
    pub(super) fn escaped(&mut self, content: &[u8], context: Context, base: usize) {
        let mut level = self.job.spare.pop().unwrap_or_default();
        level.decoded.clear();
        level.findings.clear();
        escape::decode(content, &mut level.decoded);
        let mut inner = Passage { out: &mut level.findings, ..self.inside(&level.decoded) };
        if !inner.judged(&level.decoded, context, Carrier::Quoted) {
            level.hits.clear();
            inner.masking.finder.look(&level.decoded, &mut level.hits);
            inner.text(&level.hits, context, None);
        }
        self.write_back(content, base, &mut level);
        self.keep_level(level);
    }

    /// What was found in a string's decoded content, at its places in the content as it is written, which begins at
    /// `base`.
    pub(super) fn write_back(&mut self, content: &[u8], base: usize, level: &mut Level) {
        overlap::resolve(&mut level.findings);
        let mut back = WayBack::new(content);
        for finding in &level.findings {
            let inner = &level.decoded[finding.start..finding.end];
            match finding.put {
                Put::Given(from, to) => {
                    let (start, end) = back.range(finding.start, finding.end);
                    level.written.clear();
                    escape::encode(&self.job.store[from as usize..to as usize], &mut level.written);
                    let put = keep(&mut self.job.store, &level.written);
                    self.out.push(Finding { start: base + start, end: base + end, put, quote: false, ..*finding });
                }
                Put::Act(action) => {
                    let (store, written) = (&mut self.job.store, &mut level.written);
                    let quote = finding.quote && finding.end - finding.start > 0;
                    if quote {
                        written.clear();
                        escape::encode(&quoted(action, inner), written);
                        let (start, end) = back.range(finding.start, finding.end);
                        self.out.push(Finding {
                            start: base + start,
                            end: base + end,
                            put: keep(store, written),
                            quote: false,
                            ..*finding
                        });
                        continue;
                    }
                    let mut again = finding.again;
                    action::apply(action, inner, &mut |from, to, text| {
                        if inner[from..to] == *text {
                            return;
                        }
                        let (start, end) = back.range(finding.start + from, finding.start + to);
                        written.clear();
                        escape::encode(text, written);
                        let put = keep(store, written);
                        self.out.push(Finding {
                            start: base + start,
                            end: base + end,
                            put,
                            quote: false,
                            again,
                            ..*finding
                        });
                        again = true;
                    });
                }
            }
        }
    }

    /// Keeps the memory of a string for the next one.
    pub(super) fn keep_level(&mut self, mut level: Level) {
        if level.decoded.capacity() > 1 << 20 {
            level = Level::default();
        }
        self.job.spare.push(level);
    }
}
