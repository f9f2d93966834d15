//! Files that are named: whether they are there.

use super::super::faults::Faults;
use super::super::load::Loaded;
use super::super::node::Node;
use super::super::read::folder;
use crate::diagnostics::codes;
use crate::input::Origin;

/// Checks the `input.paths` of a section. What is read says itself what is not there, and other machines have other
/// files: to use the config, none needs to be there.
pub fn check(loaded: &Loaded, section: &Node, faults: &mut Faults) {
    let Some(paths) = section.at("input.paths") else { return };
    for (text, node) in paths.texts().filter(|(text, _)| !text.trim().is_empty()) {
        exists(loaded, text, node, false, faults);
    }
}

/// Whether a named file is there; of a pattern, the folder before its first sign.
pub fn exists(loaded: &Loaded, text: &str, node: &Node, file: bool, faults: &mut Faults) {
    // What standard input and variables name begins at the folder in which pake runs.
    let folder = match &loaded.origin {
        Origin::Stdin => Default::default(),
        Origin::File(_) => folder(&loaded.origin),
    };
    let fixed = match text.find(['*', '?', '[', '{']) {
        Some(sign) if !file => &text[..text[..sign].rfind('/').map_or(0, |slash| slash + 1)],
        _ => text,
    };
    if fixed.is_empty() {
        return;
    }
    match std::fs::metadata(folder.join(fixed)) {
        Ok(found) if file && !found.is_file() => {
            faults.add(&codes::FILE_NOT_FOUND, &node.span, format!("`{fixed}` is no file"));
        }
        Ok(_) => {}
        Err(_) => {
            let base = folder.display().to_string();
            let base = if base.is_empty() { ".".to_owned() } else { base };
            faults
                .add(&codes::FILE_NOT_FOUND, &node.span, format!("`{fixed}` is not there"))
                .help(format!("relative paths begin at `{base}`"));
        }
    }
}
