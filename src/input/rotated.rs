//! Rotated sets: `app.log`, `app.log.1` and `app.log.2.gz` are one log.
//!
//! A file belongs to a set if its name is that of the set when the endings of compression and the mark
//! of rotation are taken off: a number (`app.log.1`, `app.1.log`), or a day, perhaps with a time
//! (`app.log-20261120`, `app.log.2026-11-20`, `app-2026-11-20T09-14-07.391.log`). Days come before
//! numbers, since a set that has both was dated first; of numbers the greatest is the oldest.

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

/// Endings of compressed files.
const COMPRESSED: [&str; 3] = [".gz", ".zst", ".zstd"];

/// How old a file of a set is: the least is the oldest.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Age {
    Dated(Vec<u64>),
    Numbered(Reverse<u64>),
    Current,
}

/// The files of the set of `path`, oldest first: those beside it, and itself if it is there.
///
/// # Errors
/// When its folder cannot be read, or there is no such file.
pub fn set(path: &Path) -> io::Result<Vec<PathBuf>> {
    let name = path.file_name().and_then(|name| name.to_str());
    let Some(name) = name else { return Ok(vec![path.to_owned()]) };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut found = Vec::new();
    for entry in folder.read_dir()? {
        let entry = entry?;
        let other = entry.file_name();
        let Some(age) = other.to_str().and_then(|other| age(other, name)) else { continue };
        if entry.path().is_file() {
            found.push((age, path.with_file_name(&other)));
        }
    }
    found.sort();
    match found.is_empty() {
        true => Err(rustix::io::Errno::NOENT.into()),
        false => Ok(found.into_iter().map(|(_, path)| path).collect()),
    }
}

/// How old the file `other` of the set `name` is; None if it is none of it.
fn age(other: &str, name: &str) -> Option<Age> {
    if other == name {
        return Some(Age::Current);
    }
    let plain = COMPRESSED.iter().find_map(|end| other.strip_suffix(end)).unwrap_or(other);
    if plain == name {
        // `app.log.gz` beside `app.log`: what was put away last.
        return Some(Age::Numbered(Reverse(0)));
    }
    let behind = plain.strip_prefix(name).and_then(mark);
    behind.or_else(|| {
        let (stem, ending) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())?;
        mark(plain.strip_prefix(stem)?.strip_suffix(ending)?.strip_suffix('.')?)
    })
}

/// What a mark says: `.1`, `-20261120`, `.2026-11-20T09-14-07.391`.
fn mark(text: &str) -> Option<Age> {
    let rest = text.strip_prefix(['.', '-', '_'])?;
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '_' | ':' | 'T' | 'Z' | '+');
    if !rest.starts_with(|letter: char| letter.is_ascii_digit()) || !rest.chars().all(is_part) {
        return None;
    }
    let groups = rest.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty());
    let numbers: Vec<u64> = groups.map(|group| group.parse().unwrap_or(u64::MAX)).collect();
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    match numbers[..] {
        [number] if digits < 6 => Some(Age::Numbered(Reverse(number))),
        _ if digits >= 6 => Some(Age::Dated(numbers)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_one_log_oldest_first() {
        let expected = [
            "app.log-20261118.zst",
            "app.log-20261119",
            "app-2026-11-20T09-14-07.391.log.gz",
            "app.log.12.gz",
            "app.log.2.gz",
            "app.log.1",
            "app.log",
        ];
        let folder = tempfile::tempdir().unwrap();
        let others = [
            "app.log.bak",
            "app.log.1.tmp",
            "web.log",
            "app.logs",
            "app.log.",
            "app2.log",
            ".app.log.1",
            "app-old.log",
        ];
        for name in expected.iter().rev().chain(&others) {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("app.log.3")).unwrap();
        let names = |set: Vec<PathBuf>| -> Vec<String> {
            set.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
        };
        // Named by day in front of the ending, the groups are many small numbers: they are told apart by their digits.
        let found = names(set(&folder.path().join("app.log")).unwrap());
        assert_eq!(found.len(), expected.len());
        assert_eq!(found[3..], expected[3..]);
        assert_eq!(set(&folder.path().join("none.log")).unwrap_err().kind(), io::ErrorKind::NotFound);
        std::fs::remove_file(folder.path().join("app.log")).unwrap();
        assert_eq!(set(&folder.path().join("app.log")).unwrap().len(), expected.len() - 1);
    }

    #[test]
    fn marks_are_numbers_and_days() {
        assert_eq!(mark(".7"), Some(Age::Numbered(Reverse(7))));
        assert_eq!(mark("-20261120"), Some(Age::Dated(vec![20_261_120])));
        assert_eq!(mark(".2026-11-20"), Some(Age::Dated(vec![2026, 11, 20])));
        for none in ["", "1", ".", ".bak", ".1.2", "-x1"] {
            assert_eq!(mark(none), None, "{none}");
        }
    }
}
