//! Which config is used: the one that is named, else the one that lies nearest.

use std::path::{Path, PathBuf};

/// Names of a config, the first one found in a folder counts.
pub const NAMES: &[&str] = &["pake.yaml", "pake.yml", "pake.toml", "pake.json"];

/// The config of the folder `start`: in it or a parent, up to the root of the repository that it is in; then in the
/// user's folder of configs (`$XDG_CONFIG_HOME/pake`, else `~/.config/pake`).
pub fn nearest(start: &Path) -> Option<PathBuf> {
    let is_root = |folder: &&Path| folder.join(".git").exists();
    // Outside of a repository only the folder itself counts: in a shared place, a parent's config is a stranger's.
    let inside = start.ancestors().any(|folder| is_root(&folder));
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in start.ancestors() {
        folders.push(folder.to_owned());
        if !inside || is_root(&folder) {
            break;
        }
    }
    let user = std::env::var_os("XDG_CONFIG_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
    let user = user.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".config")));
    folders.extend(user.map(|user| user.join("pake")));
    folders.into_iter().find_map(|folder| in_folder(&folder))
}

fn in_folder(folder: &Path) -> Option<PathBuf> {
    NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// The path as seen from `start`, if it lies in it: shorter to read.
pub fn relative(path: &Path, start: &Path) -> PathBuf {
    path.strip_prefix(start).map_or_else(|_| path.to_owned(), Path::to_owned)
}
