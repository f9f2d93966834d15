//! What a config says of reports. What the config itself has wrong was found by its check; what is left are the flags.

use super::gate::{self, Gate};
use super::layers::Layers;
use super::node::Value;
use crate::diagnostics::Diagnostic;
use crate::entry::aliases::Note;
use crate::entry::level::Level;
use crate::stats::Percentile;

impl Layers {
    /// The percentiles to show, ascending.
    ///
    /// # Errors
    /// The first that a flag gives and that is none.
    pub fn percentiles(&self) -> Result<Vec<Percentile>, Diagnostic> {
        let Some((node, _)) = self.get("report.percentiles") else {
            return Ok([50, 95, 99].map(Percentile::whole).to_vec());
        };
        let mut found = Vec::new();
        for node in node.elements() {
            let (Value::Number(text) | Value::Text { text, .. }) = &node.value else { continue };
            let wrong =
                || Diagnostic::error(format!("`{text}` is no percentile")).with_help("`--percentiles 50,90,99.9`");
            found.push(percentile(text.trim()).ok_or_else(wrong)?);
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The gates.
    ///
    /// # Errors
    /// All that are none.
    pub fn gates(&self) -> Result<Vec<Gate>, Vec<Diagnostic>> {
        let (mut gates, mut faults) = (Vec::new(), Vec::new());
        for text in self.texts("report.gates") {
            match gate::parse(&text) {
                Ok(gate) => gates.push(gate),
                Err(wrong) => {
                    let (_, said, help) = wrong.explain(&text);
                    faults.push(Diagnostic::error(format!("`{text}`: {said}")).with_help(help));
                }
            }
        }
        if faults.is_empty() { Ok(gates) } else { Err(faults) }
    }

    /// The least level of the entries that count; None where all do.
    pub fn least_level(&self) -> Option<Level> {
        let (node, _) = self.get("log_level")?;
        Level::read(node.text()?.trim().as_bytes(), Note::Plain)
    }
}

/// The percentile that a number is, in any way of writing it.
pub fn percentile(number: &str) -> Option<Percentile> {
    let plain = || Percentile::parse(&number.parse::<f64>().ok()?.to_string());
    Percentile::parse(number).or_else(plain)
}
