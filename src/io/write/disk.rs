//! What stands on the disk, without following links.

use std::path::Path;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// Something else: a link, a pipe, a device, or what we are not let see.
    Other,
}

/// What stands at a path below a folder; nothing where nothing does.
#[must_use]
pub fn sort(folder: &Path, path: &str) -> Option<Sort> {
    match folder.join(path).symlink_metadata() {
        Ok(about) if about.is_file() => Some(Sort::File),
        Ok(about) if about.is_dir() => Some(Sort::Folder),
        Ok(_) => Some(Sort::Other),
        Err(error) => match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => None,
            _ => Some(Sort::Other),
        },
    }
}
