//! Finding the site: the nearest folder upwards that has settings.

use std::path::{Path, PathBuf};
use std::{error, fmt};

use crate::io::error::IoError;
use crate::io::names;

/// The file that makes a folder a site.
pub const SETTINGS: &str = "dateline.yaml";

/// There is no site where one was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSite {
    /// Where it was looked for.
    pub folder: PathBuf,
    /// Whether the folder was named with `--root`, so that those above it were not looked at.
    pub named: bool,
}

impl fmt::Display for NoSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = names::shown(&self.folder);
        if self.named {
            write!(f, "`{folder}` is not a site: it has no `{SETTINGS}`")?;
        } else {
            write!(f, "no site here: neither `{folder}` nor a folder above has a `{SETTINGS}`")?;
        }
        write!(f, "\n  help: start one with `dateline new briefing NAME`, ")?;
        if self.named {
            write!(f, "or name the folder of yours with `--root DIR`")
        } else {
            write!(
                f,
                "or type `cd DIR` to change to the folder of yours, or name it with `--root DIR`"
            )
        }
    }
}

impl error::Error for NoSite {}

/// The root of the site that was named.
///
/// # Errors
/// Where there is none.
pub fn named_root(named: PathBuf) -> Result<PathBuf, NoSite> {
    // The settings themselves were named: their folder is meant.
    let is_settings = named.file_name().is_some_and(|name| name == SETTINGS);
    let folder = match named.parent() {
        Some(parent) if is_settings && !named.is_dir() => parent.to_path_buf(),
        Some(_) | None => named,
    };
    if is_site(&folder) { Ok(folder) } else { Err(NoSite { folder, named: true }) }
}

/// The site's root where none was named: the nearest folder upwards with settings.
///
/// # Errors
/// Where there is none.
pub fn find_root(here: &Path) -> Result<PathBuf, NoSite> {
    let found = here.ancestors().find(|folder| is_site(folder));
    found.map(Path::to_path_buf).ok_or(NoSite { folder: here.to_path_buf(), named: false })
}

fn is_site(folder: &Path) -> bool {
    folder.join(SETTINGS).symlink_metadata().is_ok()
}

/// Where a site lies in the repository that holds it (`.git`): empty at its top or where there is
/// none, else `a/folder/`.
#[must_use]
pub fn below_repository(root: &Path) -> String {
    let Ok(root) = root.canonicalize() else { return String::new() };
    let top = root.ancestors().find(|folder| folder.join(".git").exists());
    let below = top.and_then(|top| root.strip_prefix(top).ok()).unwrap_or(Path::new(""));
    below.iter().map(|name| format!("{}/", name.to_string_lossy())).collect()
}

/// The folder that the program was started in.
///
/// # Errors
/// Where it has been removed meanwhile.
pub fn current_folder() -> Result<PathBuf, IoError> {
    std::env::current_dir().map_err(IoError::of("use the folder", Path::new(".")))
}

/// Where a path leads that was typed: an absolute one also where the folder that the program was
/// started in is gone.
///
/// # Errors
/// Where that folder is needed and has been removed meanwhile.
pub fn typed(path: &Path) -> Result<PathBuf, IoError> {
    if path.is_absolute() { Ok(path.to_path_buf()) } else { Ok(current_folder()?.join(path)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_folder_upwards_is_the_site() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("content/actors");
        std::fs::create_dir_all(&inside).unwrap();
        std::fs::write(folder.path().join(SETTINGS), "").unwrap();
        assert_eq!(find_root(&inside).unwrap(), folder.path());
        let named = named_root(inside.join("../..")).unwrap();
        assert_eq!(named.canonicalize().unwrap(), folder.path().canonicalize().unwrap());
        let settings = folder.path().join(SETTINGS);
        assert_eq!(named_root(settings).unwrap(), folder.path());
    }

    #[test]
    fn where_there_is_no_site_the_error_teaches() {
        let folder = tempfile::tempdir().unwrap();
        for none in [find_root(folder.path()), named_root(folder.path().join("x"))] {
            let text = none.unwrap_err().to_string();
            assert!(text.contains("dateline new briefing NAME"), "{text}");
        }
    }
}
