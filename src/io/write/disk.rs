//! What stands on the disk, without following links.

use std::io::ErrorKind;
use std::path::Path;

use crate::io::error::IoError;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// Something else: a link, a pipe, a device.
    Other,
}

/// What stands at a path below a folder; nothing where nothing does.
///
/// # Errors
/// Where nothing can stand there (a name that is too long), or we are not let see.
pub fn sort(folder: &Path, path: &str) -> Result<Option<Sort>, IoError> {
    let full = folder.join(path);
    match full.symlink_metadata() {
        Ok(about) if about.is_file() => Ok(Some(Sort::File)),
        Ok(about) if about.is_dir() => Ok(Some(Sort::Folder)),
        Ok(_) => Ok(Some(Sort::Other)),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(IoError::new("write", &full, error)),
    }
}
