//! Changes to the author's own files: all of a change is made, or nothing of it, and nothing that
//! stands there is overwritten unless it is the text that is changed.

use std::fs;
use std::io::{Error, ErrorKind, Write};
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

/// Writes a file, whatever stood there before.
///
/// # Errors
/// Where it cannot be written.
pub fn write(full: &Path, bytes: &[u8]) -> Result<(), IoError> {
    if let Some(folder) = full.parent() {
        fs::create_dir_all(folder).map_err(IoError::of("create the folder", folder))?;
    }
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

/// A text that is to change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The file's path below the root, with `/`.
    pub path: String,
    /// What stands there, to be put back where something goes wrong.
    pub before: String,
    /// What is to stand there.
    pub after: String,
}

/// Changes texts, then renames files or folders. What is to be renamed and is not there is passed
/// over.
///
/// All new texts are written beside the old ones first, so that a full disk changes nothing.
///
/// # Errors
/// Where something cannot be done; what was done by then is undone.
pub fn change(
    root: &Path,
    changes: &[Change],
    renames: &[(String, String)],
) -> Result<(), IoError> {
    let renames: Vec<(PathBuf, PathBuf)> =
        renames.iter().map(|(old, new)| (root.join(old), root.join(new))).collect();
    for (_, new) in &renames {
        if new.symlink_metadata().is_ok() {
            return Err(IoError::new("rename to", new, ErrorKind::AlreadyExists.into()));
        }
    }
    let mut staged: Vec<(PathBuf, PathBuf)> = Vec::new();
    let done = stage(root, changes, &mut staged).and_then(|()| swap(changes, &staged, &renames));
    if done.is_err() {
        for (beside, _) in &staged {
            let _ = fs::remove_file(beside);
        }
    }
    done
}

fn stage(
    root: &Path,
    changes: &[Change],
    staged: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), IoError> {
    for change in changes {
        let full = root.join(&change.path);
        // A link inside the site stays a link.
        let full = full.canonicalize().map_err(IoError::of("find", &full))?;
        let name = full.file_name().unwrap_or_default().to_string_lossy();
        let beside = full.with_file_name(format!(".{name}.new"));
        let rights = fs::metadata(&full).map_err(IoError::of("read", &full))?.permissions();
        if rights.readonly() {
            return Err(IoError::new("write", &full, ErrorKind::PermissionDenied.into()));
        }
        staged.push((beside.clone(), full));
        let mut file = fs::File::create(&beside).map_err(IoError::of("write", &beside))?;
        file.write_all(change.after.as_bytes())
            .and_then(|()| file.set_permissions(rights))
            .and_then(|()| file.sync_all())
            .map_err(IoError::of("write", &beside))?;
    }
    Ok(())
}

fn swap(
    changes: &[Change],
    staged: &[(PathBuf, PathBuf)],
    renames: &[(PathBuf, PathBuf)],
) -> Result<(), IoError> {
    for (number, (beside, full)) in staged.iter().enumerate() {
        if let Err(error) = fs::rename(beside, full) {
            put_back(&changes[..number], staged);
            return Err(IoError::new("write", full, error));
        }
    }
    for (number, (old, new)) in renames.iter().enumerate() {
        match fs::rename(old, new) {
            Ok(()) => {}
            Err(error)
                if error.kind() == ErrorKind::NotFound && old.symlink_metadata().is_err() => {}
            Err(error) => {
                for (old, new) in renames[..number].iter().rev() {
                    let _: Result<(), Error> = fs::rename(new, old);
                }
                put_back(changes, staged);
                return Err(IoError::new("rename", old, error));
            }
        }
    }
    Ok(())
}

fn put_back(changes: &[Change], staged: &[(PathBuf, PathBuf)]) {
    for (change, (_, full)) in changes.iter().zip(staged) {
        let _ = fs::write(full, &change.before);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Change, change, create, is_free, text};

    fn change_of(path: &str) -> Change {
        Change { path: path.into(), before: "old".into(), after: "new".into() }
    }

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

    #[test]
    fn texts_change_and_files_move() {
        let root = tempfile::tempdir().unwrap();
        create(root.path(), &[("a.md", b"old".as_slice()), ("b.md", b"old"), ("folder/x", b"x")])
            .unwrap();
        let renames = [("folder", "other"), ("none", "some"), ("a.md", "c.md")]
            .map(|(a, b)| (a.into(), b.into()));
        change(root.path(), &[change_of("a.md"), change_of("b.md")], &renames).unwrap();
        assert_eq!(names(root.path()), ["b.md", "c.md", "other"]);
        assert_eq!(text(root.path(), "c.md").unwrap(), "new");
    }

    #[test]
    fn what_cannot_be_done_whole_is_not_done() {
        let root = tempfile::tempdir().unwrap();
        create(root.path(), &[("a.md", b"old".as_slice()), ("taken.md", b"other")]).unwrap();
        let renames = |new: &str| [("a.md".to_owned(), new.to_owned())];
        for (second, new) in [("none.md", "c.md"), ("a.md", "taken.md"), ("a.md", "no/folder/c.md")]
        {
            let error = change(root.path(), &[change_of("a.md"), change_of(second)], &renames(new));
            assert!(error.is_err(), "{second} {new}");
            assert_eq!(names(root.path()), ["a.md", "taken.md"]);
            assert_eq!(text(root.path(), "a.md").unwrap(), "old");
        }
    }
}
