//! `.dateline/`: what the tool keeps for itself. It is never published.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::io::error::IoError;

/// The folder's name.
pub const NAME: &str = ".dateline";

/// The folder, which is made where it is not there. It keeps itself out of git.
///
/// # Errors
/// Where it cannot be made.
pub fn folder(root: &Path) -> Result<PathBuf, IoError> {
    let folder = root.join(NAME);
    no_link(&folder)?;
    match fs::create_dir(&folder) {
        Ok(()) => {
            let ignore = folder.join(".gitignore");
            fs::write(&ignore, "*\n").map_err(IoError::of("write", &ignore))?;
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(IoError::new("create the folder", &folder, error)),
    }
    Ok(folder)
}

/// Refuses a symbolic link: someone else's project may hold one that leads to our own files.
///
/// # Errors
/// Where it is one.
pub fn no_link(path: &Path) -> Result<(), IoError> {
    if !path.is_symlink() {
        return Ok(());
    }
    let what = Error::other("it is a symbolic link, and could lead out of the site: take it away");
    Err(IoError::new("use", path, what))
}
