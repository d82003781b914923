//! New files among the author's own: all of them are made, or none, and nothing that stands there is
//! overwritten.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::io::error::IoError;
use crate::io::open;

/// Whether a folder is not there yet, or holds nothing but what git keeps.
///
/// # Errors
/// Where it cannot be looked into, or is no folder.
pub fn is_free(folder: &Path) -> Result<bool, IoError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(IoError::new("use the folder", folder, error)),
    };
    for entry in entries {
        let entry = entry.map_err(IoError::of("read the folder", folder))?;
        if entry.file_name() != ".git" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes files that are not there yet, with the folders they stand in. Paths are below `root`,
/// with `/`.
///
/// # Errors
/// Where one is there already or cannot be written; those that were made are taken away again.
pub fn create(root: &Path, files: &[(&str, &[u8])]) -> Result<(), IoError> {
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, bytes) in files {
        let full = root.join(path);
        if let Err(error) = create_one(&full, bytes, &mut made) {
            for path in made.iter().rev() {
                let _ = fs::remove_file(path);
            }
            if let Some(folder) = full.parent() {
                let _ = fs::remove_dir(folder);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Takes files away that were just made, and their folder if that is empty then.
pub fn remove(root: &Path, files: &[&str]) {
    for path in files {
        let full = root.join(path);
        let _ = fs::remove_file(&full);
        if let Some(folder) = full.parent() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Whether something stands at a path.
#[must_use]
pub fn stands(full: &Path) -> bool {
    full.symlink_metadata().is_ok()
}

fn create_one(full: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> Result<(), IoError> {
    if let Some(folder) = full.parent() {
        fs::create_dir_all(folder).map_err(IoError::of("create the folder", folder))?;
    }
    let mut file = open::to_make(full).map_err(IoError::of("create", full))?;
    made.push(full.to_path_buf());
    file.write_all(bytes).map_err(IoError::of("write", full))
}

/// Takes a folder of the program's own away, with all that is in it; one that is not there is none.
///
/// # Errors
/// Where it cannot be.
pub fn remove_folder(folder: &Path) -> Result<(), IoError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(IoError::new("remove the folder", folder, error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes the folder that a file is to stand in.
///
/// # Errors
/// Where it cannot be made.
pub fn make_folder_of(full: &Path) -> Result<(), IoError> {
    let Some(folder) = full.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(IoError::of("create the folder", folder))
}

/// Writes a file, whatever stood there before.
///
/// # Errors
/// Where it cannot be written.
pub fn write(full: &Path, bytes: &[u8]) -> Result<(), IoError> {
    make_folder_of(full)?;
    fs::write(full, bytes).map_err(IoError::of("write", full))
}

/// A file's text as it stands on disk, with its marks and line ends.
///
/// # Errors
/// Where it cannot be read.
pub fn text(root: &Path, path: &str) -> Result<String, IoError> {
    let full = root.join(path);
    fs::read_to_string(&full).map_err(IoError::of("read", &full))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{create, is_free, text};

    fn names(folder: &std::path::Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn nothing_is_overwritten_and_nothing_half_made() {
        let root = tempfile::tempdir().unwrap();
        assert!(is_free(&root.path().join("none")).unwrap());
        create(root.path(), &[("a/b.md", b"1".as_slice()), ("c.md", b"2")]).unwrap();
        assert!(!is_free(root.path()).unwrap());
        let error =
            create(root.path(), &[("a/new.md", b"3".as_slice()), ("c.md", b"4")]).unwrap_err();
        assert!(error.to_string().contains("stands there already"), "{error}");
        assert_eq!(names(&root.path().join("a")), ["b.md"]);
        assert_eq!(text(root.path(), "c.md").unwrap(), "2");
    }

    #[test]
    fn a_folder_with_a_fresh_repository_is_free() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(".git")).unwrap();
        assert!(is_free(root.path()).unwrap());
    }
}
