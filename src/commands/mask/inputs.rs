//! What can be known to be wrong with inputs and output before anything is read.

use std::fs::{self, Metadata};

pub use crate::commands::inputs::{cannot_read, reporter};
use crate::commands::inputs::{compression, is_same, warn_of_terminal};

use super::{Destination, Settings};
use crate::diagnostics::Diagnostic;
use crate::input::Origin;
use crate::output::{Stdout, resolve};

/// Adds to `failure` whatever is wrong with the inputs, and with the output as one of them.
pub fn check(settings: &Settings, failure: &mut Vec<Diagnostic>) {
    let followed = settings.follow.as_ref().map(|path| Origin::File(path.clone()));
    let inputs = || settings.inputs.iter().chain(&followed);
    for input in inputs() {
        if let Err(error) = input.check() {
            failure.push(cannot_read(input, &error));
        }
    }
    let output = match &settings.destination {
        Destination::Stdout => Stdout::open().and_then(|out| out.metadata()).ok(),
        Destination::File(path) => resolve(path).ok().and_then(|path| fs::metadata(path).ok()),
        Destination::InPlace => None,
    };
    if let Some(output) = output.filter(Metadata::is_file) {
        for input in inputs().filter(|input| is_same(input, &output)) {
            let said = format!("`{input}` is input and output");
            let help = "`pake mask --in-place FILE` replaces a file by its masked lines";
            failure.push(Diagnostic::error(said).with_help(help));
        }
    }
    let report = settings.summary.as_ref().and_then(|summary| summary.file.as_ref());
    if let Some(report) = report.and_then(|path| resolve(path).ok()) {
        let meta = fs::metadata(&report).ok();
        for input in inputs().filter(|input| meta.as_ref().is_some_and(|report| is_same(input, report))) {
            failure.push(Diagnostic::error(format!("`{input}` is input and the summary's file")));
        }
        if let Destination::File(output) = &settings.destination
            && resolve(output).is_ok_and(|output| output == report)
        {
            let said = format!("`{}` is the output and the summary's file", output.display());
            failure.push(Diagnostic::error(said));
        }
    }
    if settings.destination == Destination::InPlace {
        settings.inputs.iter().for_each(|input| {
            failure.extend(check_in_place(input));
        });
    }
    if let Some(path) = &settings.follow
        && failure.is_empty()
        && let Some(format) = compression(&Origin::File(path.clone()))
    {
        let said = format!("`{}` is {format} data and cannot be followed", path.display());
        failure.push(Diagnostic::error(said));
    }
    if failure.is_empty() && settings.follow.is_none() {
        warn_of_terminal(&settings.inputs);
    }
}

fn check_in_place(input: &Origin) -> Option<Diagnostic> {
    let Origin::File(path) = input else {
        let said = "standard input cannot be masked in place";
        return Some(Diagnostic::error(said).with_help("leave out --in-place"));
    };
    if !fs::metadata(path).ok()?.is_file() {
        // A directory was complained about already.
        let said = format!("`{input}` is no regular file and cannot be masked in place");
        return (!path.is_dir()).then(|| Diagnostic::error(said));
    }
    let format = compression(input)?;
    let said = format!("`{input}` is {format} data and cannot be masked in place");
    let end = if format == "gzip" { "gz" } else { "zst" };
    let help = format!("pake mask {input} | {format} > masked.{end}");
    Some(Diagnostic::error(said).with_help(help))
}
