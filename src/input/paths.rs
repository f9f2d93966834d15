//! Which files a pattern of paths names, those that were rotated away and compressed too.
//!
//! `logs/*.log` also names `logs/app.log.1`, `logs/app.log-20261120.gz`, `logs/app.log.2026-11-20.zst`: a name that
//! fits when the marks of rotation and compression are taken off its end. So does a day in front of the ending, as
//! loggers that rotate by themselves write it: `app-2026-11-20T09-14-07.391.log` for `app.log`.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

/// As shells do it: hidden files and slashes are not matched by a sign.
const AS_IN_SHELLS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };
/// The fewest digits of a day: `20261120`.
const DAY: usize = 8;

/// The files that `pattern` names, relative to `folder`, sorted. A path that is there is no pattern, whatever signs it
/// has.
///
/// # Errors
/// When a folder that is looked into cannot be read, the pattern is none, or the path is that of a folder.
pub fn matching(folder: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
    let pattern = pattern.trim_start_matches("./");
    let whole = folder.join(pattern);
    if whole.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let text = whole.to_str().ok_or_else(|| io::Error::other("the folder's name is not UTF-8"))?;
    let folder = &text[..text.len() - pattern.len()];
    let pattern = match whole.exists() {
        true => Pattern::escape(text),
        false => Pattern::escape(folder) + pattern,
    };
    let wanted = Pattern::new(&pattern).map_err(io::Error::other)?;
    let mut found = BTreeSet::new();
    let mut look = |pattern: &str| -> io::Result<()> {
        for path in glob::glob_with(pattern, AS_IN_SHELLS).map_err(io::Error::other)? {
            let path = path.map_err(io::Error::from)?;
            let fits = |path: &Path| wanted.matches_path_with(path, AS_IN_SHELLS);
            if path.is_file() && (fits(&path) || unrotated(&path).iter().any(|path| fits(path))) {
                found.insert(path);
            }
        }
        Ok(())
    };
    look(&pattern)?;
    if !pattern.ends_with("**") {
        look(&format!("{pattern}?*"))?;
    }
    // In front of the ending of the file's name.
    let name = pattern.rfind('/').map_or(0, |slash| slash + 1);
    if let Some(dot) = pattern[name..].rfind('.').filter(|dot| *dot > 0) {
        let (stem, ending) = pattern.split_at(name + dot);
        look(&format!("{stem}?*{ending}*"))?;
    }
    Ok(found.into_iter().collect())
}

/// The paths that a file may have had before it was rotated and compressed.
fn unrotated(path: &Path) -> Vec<PathBuf> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Vec::new() };
    let plain = [".gz", ".zst", ".zstd"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let mut names = vec![plain.to_owned()];
    names.extend(without_mark(plain, 1).map(str::to_owned));
    if let Some((stem, ending)) = plain.rsplit_once('.') {
        names.extend(without_mark(stem, DAY).map(|stem| format!("{stem}.{ending}")));
    }
    names.into_iter().map(|name| path.with_file_name(name)).collect()
}

/// The name without the number or time at its end, if that has so many digits.
fn without_mark(name: &str, digits: usize) -> Option<&str> {
    let is_mark = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'_' | b':' | b'T' | b'Z' | b'+');
    let length = name.bytes().rev().take_while(|byte| is_mark(*byte)).count();
    let tail = &name.as_bytes()[name.len() - length..];
    let begins = |pair: &[u8]| matches!(pair[0], b'.' | b'-' | b'_') && pair[1].is_ascii_digit();
    let start = tail.windows(2).position(begins)?;
    let count = tail[start..].iter().filter(|byte| byte.is_ascii_digit()).count();
    let rest = &name[..name.len() - length + start];
    (count >= digits && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[&str], pattern: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let paths = matching(folder.path(), pattern).unwrap();
        paths.iter().map(|path| path.strip_prefix(folder.path()).unwrap().display().to_string()).collect()
    }

    #[test]
    fn a_pattern_names_rotated_and_compressed_files_too() {
        let files = [
            "app.log",
            "app.log.1",
            "app.log.2.gz",
            "app.log-20261120.zst",
            "app.log.2026-11-20",
            "app-2026-11-20T09-14-07.391.log",
            "app-2026-11-20T09-14-07.391.log.gz",
            "app.log.bak",
            "app.log.gz.tmp",
            ".app.log.1",
            "app-1.log",
            "web.log",
            "deep/er/app.log.3",
        ];
        let app: Vec<&str> = vec![
            "app-2026-11-20T09-14-07.391.log",
            "app-2026-11-20T09-14-07.391.log.gz",
            "app.log",
            "app.log-20261120.zst",
            "app.log.1",
            "app.log.2.gz",
            "app.log.2026-11-20",
        ];
        assert_eq!(found(&files, "app.log"), app);
        assert_eq!(found(&files, "./app.log").len(), app.len());
        let all: Vec<&str> = ["app-1.log"].iter().chain(&app).chain(&["web.log"]).copied().collect();
        assert_eq!(found(&files, "*.log"), all);
        assert_eq!(found(&files, "**/app.log").len(), app.len() + 1);
        assert_eq!(found(&files, "deep/*/*.log"), ["deep/er/app.log.3"]);
        assert_eq!(found(&files, "no.log"), [""; 0]);
    }

    #[test]
    fn a_path_that_is_there_is_no_pattern() {
        assert_eq!(found(&["a[1].log", "a1.log"], "a[1].log"), ["a[1].log"]);
        assert_eq!(found(&["a1.log"], "a[1].log"), ["a1.log"]);
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(matching(folder.path(), "").unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert!(matching(folder.path(), "a***").is_err());
    }
}
