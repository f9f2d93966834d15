//! Which inputs are read, how they are folded, and what is said of them: that they cannot be read, that they lose
//! something, that they are written over.

use std::collections::HashSet;
use std::fmt::Display;
use std::fs::{self, File, Metadata};
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::os::unix::fs::MetadataExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::Failure;
use super::keys::Keys;
use super::sorted::Parts;
use crate::config::Layers;
use crate::diagnostics::{Cause, Diagnostic};
use crate::entry::fields::{BadField, Fields};
use crate::input::{Blocks, Descriptor, Format, Halt, Loss, Origin, Sizes, Sources, Trouble, rotated_set};
use crate::mask::Masker;
use crate::pipeline::{self, Folder, Progress};

/// The inputs with each file's rotated set in its place, oldest first.
pub fn rotated(inputs: Vec<Origin>, failure: &mut Failure) -> Vec<Origin> {
    sets(inputs, true, failure).concat()
}

/// The inputs as logs: each by itself or, if they are `rotated`, each file with all of its set, oldest first.
pub fn sets(inputs: Vec<Origin>, rotated: bool, failure: &mut Failure) -> Vec<Vec<Origin>> {
    // Whoever names a set by a pattern of the shell has named all of its files.
    let mut seen = HashSet::new();
    let mut sets = Vec::new();
    for input in inputs {
        let mut set = match &input {
            Origin::File(path) if rotated && (path.is_file() || !path.exists()) => match rotated_set(path) {
                Ok(files) => files.into_iter().map(Origin::File).collect(),
                Err(error) => {
                    failure.push(cannot_read(&input, &error));
                    continue;
                }
            },
            // What is no file is complained about by whoever reads it.
            _ => vec![input],
        };
        set.retain(|input| !rotated || *input == Origin::Stdin || seen.insert(input.to_string()));
        sets.push(set);
    }
    sets
}

/// What is read: what was named; else what is piped in; else the files that the config names; else whatever standard
/// input is.
///
/// # Errors
/// When the config names files that are not there.
pub fn chosen(named: &[Origin], layers: &Layers) -> Result<Vec<Origin>, Failure> {
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let configured = if is_piped() { None } else { layers.paths() };
    let Some(paths) = configured else {
        return Ok(vec![Origin::Stdin]);
    };
    Ok(paths?.into_iter().map(Origin::File).collect())
}

/// Why an input cannot be read at all.
pub fn cannot_read(input: &impl Display, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("cannot read `{input}`: {}", Cause(error)))
}

/// What went wrong with an input on the way.
pub fn explain(trouble: &Trouble) -> Diagnostic {
    let Trouble { name, loss } = trouble;
    match loss {
        Loss::Open(error) => cannot_read(name, error),
        Loss::Read(error) => Diagnostic::error(format!("`{name}`: {loss}: {}", Cause(error))),
        Loss::StartedAgain => Diagnostic::warning(format!("`{name}`: {loss}")),
        _ => Diagnostic::error(format!("`{name}`: {loss}")),
    }
}

/// Says what goes wrong with an input as soon as it does, and raises `lossy` at a loss.
pub fn reporter(lossy: Arc<AtomicBool>) -> impl FnMut(Trouble) + Send + 'static {
    move |trouble| {
        if trouble.loss.is_loss() {
            lossy.store(true, Ordering::Relaxed);
        }
        explain(&trouble).say();
    }
}

/// How a regular file is compressed, if it is.
pub fn compression(input: &Origin) -> Option<&'static str> {
    let open = || Descriptor::new(input.open()?, Halt::new()?, Arc::default());
    let format = Format::look(&mut open().ok()?).ok()?;
    (format != Format::Plain).then(|| format.name())
}

/// The bytes to read, if all inputs are files.
pub fn to_read(inputs: &[Origin], parts: &Parts) -> Option<u64> {
    let size = |input: &Origin| match input {
        Origin::File(path) => fs::metadata(path).ok().filter(Metadata::is_file).map(|file| file.len()),
        Origin::Stdin => None,
    };
    let whole: Option<u64> = inputs.iter().map(size).sum();
    whole.map(|whole| whole.saturating_sub(parts.unread()))
}

/// Folds the inputs one after the other with what `folder` makes for each, by its number: the last line of one is not
/// continued by the next. What is lost of them is said, and noted in `lossy`. What only the lines before a line hide of
/// it, by `masker`, is overwritten. Of an input of which a part is enough, nothing else is read.
pub fn fold<F: Folder>(
    inputs: &[Origin],
    parts: &Parts,
    (halt, lossy): (&Halt, &Arc<AtomicBool>),
    progress: bool,
    threads: NonZeroUsize,
    masker: Option<&Masker>,
    folder: impl Fn(usize) -> F,
) -> F::Part {
    let read: Arc<AtomicU64> = Arc::default();
    let progress = progress.then(|| Progress::show(read.clone(), to_read(inputs, parts)));
    let mut merged: Option<F::Part> = None;
    for (number, input) in inputs.iter().enumerate() {
        let folder = folder(number);
        let sources = Sources::new(vec![input.clone()], halt.clone(), read.clone(), reporter(lossy.clone()));
        let sources = sources.within(|input| parts.of(input));
        let mut keys = Keys::new(masker);
        let part = pipeline::fold(Blocks::new(sources, Sizes::default()), &folder, threads, |block| keys.hide(block));
        match &mut merged {
            Some(merged) => folder.merge(merged, part),
            None => merged = Some(part),
        }
    }
    drop(progress);
    merged.unwrap_or_else(|| folder(0).part())
}

/// The names of fields, as the config has them.
///
/// # Errors
/// The first name that is none.
pub fn fields(layers: &Layers) -> Result<Fields, Diagnostic> {
    Fields::with(&layers.own_names()).map_err(|(bad, name)| no_field(bad, &name))
}

/// Why a field of that name cannot be looked for.
pub fn no_field(bad: BadField, name: &str) -> Diagnostic {
    Diagnostic::error(match bad {
        BadField::Empty => format!("`{name}` is no field: a name is missing"),
        BadField::TooDeep => format!("`{name}` leads too deep"),
        BadField::TooMany => format!("there are too many fields: `{name}` is one more than there can be"),
    })
}

/// Whether standard input is a pipe, a socket or a file: not a terminal, and not what stands for nothing.
pub fn is_piped() -> bool {
    use rustix::fs::FileType;
    let kind = rustix::fs::fstat(rustix::stdio::stdin()).map(|found| FileType::from_raw_mode(found.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::Socket | FileType::RegularFile))
}

/// Whether the input is this very file.
pub fn is_same(input: &Origin, file: &Metadata) -> bool {
    let metadata = match input {
        Origin::File(path) => fs::metadata(path).ok(),
        Origin::Stdin => input.open().and_then(|input| File::from(input).metadata()).ok(),
    };
    metadata.is_some_and(|input| (input.dev(), input.ino()) == (file.dev(), file.ino()))
}

/// Someone who reads from a terminal may wait for nothing.
pub fn warn_of_terminal(inputs: &[Origin]) {
    if inputs == [Origin::Stdin] && io::stdin().is_terminal() {
        Diagnostic::warning("reading from the terminal; name a file or pipe a log into it").say();
    }
}
