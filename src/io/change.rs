//! Changes to the author's own texts: all of a change is made, or nothing of it.

use std::fs;
use std::io::{Error, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use serde_json::json;

use crate::io::edit;
use crate::io::error::IoError;

/// What is being renamed, while it is.
const NOTE: &str = ".dateline/renaming.json";

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
/// All new texts are written beside the old ones first, so that a full disk changes nothing; then it is
/// noted what is to be renamed, so that [`finish`] can go on where the program was killed.
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
    let done = stage(root, changes, &mut staged)
        .and_then(|()| note(root, staged.iter().chain(&renames)))
        .and_then(|()| swap(changes, &staged, &renames));
    if done.is_err() {
        for (beside, _) in &staged {
            let _ = fs::remove_file(beside);
        }
    }
    let _ = fs::remove_file(root.join(NOTE));
    done
}

/// Notes what is going to be renamed, in order.
fn note<'a>(
    root: &Path,
    renames: impl Iterator<Item = &'a (PathBuf, PathBuf)>,
) -> Result<(), IoError> {
    let top = root.canonicalize().map_err(IoError::of("find", root))?;
    let below = |path: &Path| {
        let path = path.strip_prefix(&top).or_else(|_| path.strip_prefix(root)).unwrap_or(path);
        path.to_string_lossy().into_owned()
    };
    let all: Vec<_> = renames.map(|(old, new)| [below(old), below(new)]).collect();
    let full = root.join(NOTE);
    edit::write(&full.with_extension("new"), json!(all).to_string().as_bytes())?;
    fs::rename(full.with_extension("new"), &full).map_err(IoError::of("write", &full))
}

/// Whether a change was broken off.
#[must_use]
pub fn is_broken_off(root: &Path) -> bool {
    root.join(NOTE).exists()
}

/// Finishes a change in the middle of which the program was killed. The caller holds the project's
/// lock, so that nobody is at it.
///
/// # Errors
/// Where the machine refuses; it can be tried again.
pub fn finish(root: &Path) -> Result<(), IoError> {
    let note = root.join(NOTE);
    let Ok(text) = fs::read_to_string(&note) else { return Ok(()) };
    let renames: Vec<[PathBuf; 2]> = serde_json::from_str(&text).unwrap_or_default();
    for [old, new] in &renames {
        // Those before the program's end are done.
        if let Some((old, new)) = below(root, old).zip(below(root, new))
            && old.symlink_metadata().is_ok()
        {
            fs::rename(&old, &new).map_err(IoError::of("rename", &old))?;
        }
    }
    fs::remove_file(&note).map_err(IoError::of("remove", &note))
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

/// A path of the note, unless it would lead out of the site.
fn below(root: &Path, path: &Path) -> Option<PathBuf> {
    let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    is_inside.then(|| root.join(path))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Change, change, finish, is_broken_off, note, stage};
    use crate::io::edit::{create, text};

    fn change_of(path: &str) -> Change {
        Change { path: path.into(), before: "old".into(), after: "new".into() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name != ".dateline")
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_broken_off_is_finished() {
        for done in 0..4 {
            let root = tempfile::tempdir().unwrap();
            let root = root.path();
            create(root, &[("a.md", b"old".as_slice()), ("b.md", b"old")]).unwrap();
            let mut renames = Vec::new();
            stage(root, &[change_of("a.md"), change_of("b.md")], &mut renames).unwrap();
            renames.push((root.join("a.md"), root.join("c.md")));
            note(root, renames.iter()).unwrap();
            for (old, new) in &renames[..done] {
                fs::rename(old, new).unwrap();
            }
            assert!(is_broken_off(root));
            finish(root).unwrap();
            assert!(!is_broken_off(root));
            assert_eq!(names(root), ["b.md", "c.md"]);
            assert_eq!(text(root, "b.md").unwrap() + &text(root, "c.md").unwrap(), "newnew");
        }
    }

    #[test]
    fn a_note_leads_nowhere_else() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        create(root.path(), &[("a.md", b"old".as_slice())]).unwrap();
        let evil = [(root.path().join("a.md"), root.path().join("b.md"))];
        fs::create_dir(&site).unwrap();
        note(&site, evil.iter()).unwrap();
        finish(&site).unwrap();
        assert_eq!(text(root.path(), "a.md").unwrap(), "old");
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
