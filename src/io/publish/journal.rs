//! What a working copy keeps of its publishing: a log, and the record of a release on its way.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::hash;
use crate::io::clock;
use crate::io::error::IoError;
use crate::io::own;

/// The record of a release that may not have arrived yet.
const PENDING: &str = "publishing.json";

/// Adds a line to `.dateline/publish.log`: the moment, and what was done.
///
/// # Errors
/// Where the machine refuses.
pub fn log(root: &Path, now: &str, line: &str) -> Result<(), IoError> {
    let path = own::folder(root)?.join("publish.log");
    own::no_link(&path)?;
    let file = fs::OpenOptions::new().append(true).create(true).open(&path);
    file.and_then(|mut file| writeln!(file, "{now} {line}")).map_err(IoError::of("write", &path))
}

/// Remembers a record before anything is put.
///
/// # Errors
/// Where the machine refuses.
pub fn set_pending(root: &Path, record: &str) -> Result<(), IoError> {
    replace(&own::folder(root)?.join(PENDING), record.as_bytes())
}

/// The record that a publish which was broken off had made.
#[must_use]
pub fn pending(root: &Path) -> Option<String> {
    fs::read_to_string(root.join(own::NAME).join(PENDING)).ok()
}

/// Writes a record to `releases/`, and forgets that it was on its way.
///
/// # Errors
/// Where the machine refuses.
pub fn keep(root: &Path, path: &str, record: &str) -> Result<(), IoError> {
    write(root, path, record)?;
    forget_pending(root)
}

/// Forgets the record that was on its way.
///
/// # Errors
/// Where the machine refuses.
pub fn forget_pending(root: &Path) -> Result<(), IoError> {
    let pending = root.join(own::NAME).join(PENDING);
    match fs::remove_file(&pending) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(IoError::new("remove", &pending, error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes a record below the site's root.
///
/// # Errors
/// Where the machine refuses.
pub fn write(root: &Path, path: &str, record: &str) -> Result<(), IoError> {
    let full = root.join(path);
    if let Some(folder) = full.parent() {
        own::no_link(folder)?;
        fs::create_dir_all(folder).map_err(IoError::of("create the folder", folder))?;
    }
    replace(&full, record.as_bytes())
}

/// Writes a file so that it is whole at every moment.
///
/// # Errors
/// Where the machine refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), IoError> {
    own::no_link(path)?;
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    fs::write(&part, bytes).map_err(IoError::of("write", &part))?;
    fs::rename(&part, path).map_err(IoError::of("write", path))
}

/// Names that were deleted at a target: what `publish --verify` looks for.
///
/// # Errors
/// Where the machine refuses.
pub fn gone(root: &Path, target: &str) -> Result<BTreeSet<String>, IoError> {
    let text = fs::read_to_string(folder(root, "gone", target)?.join("names")).unwrap_or_default();
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Adds names to those that were deleted at a target.
///
/// # Errors
/// Where the machine refuses.
pub fn add_gone(root: &Path, target: &str, names: &[String]) -> Result<(), IoError> {
    let mut all = gone(root, target)?;
    all.extend(names.iter().cloned());
    let text: String = all.iter().map(|name| format!("{name}\n")).collect();
    replace(&folder(root, "gone", target)?.join("names"), text.as_bytes())
}

/// A folder of `.dateline/` for one target.
///
/// # Errors
/// Where the machine refuses.
pub fn folder(root: &Path, kind: &str, target: &str) -> Result<PathBuf, IoError> {
    let name = hash::short(target.as_bytes());
    let folder = own::folder(root)?.join(kind).join(name);
    fs::create_dir_all(&folder).map_err(IoError::of("create the folder", &folder))?;
    Ok(folder)
}

/// What this working copy calls itself to others: a name that no other has.
///
/// # Errors
/// Where the machine refuses.
pub fn owner(root: &Path) -> Result<String, IoError> {
    let path = own::folder(root)?.join("owner");
    if let Ok(name) = fs::read_to_string(&path) {
        return Ok(name.trim().to_owned());
    }
    let seed = format!("{}{}{}", path.display(), std::process::id(), clock::now());
    let name = format!("editor-{}", hash::short(seed.as_bytes()));
    replace(&path, name.as_bytes())?;
    Ok(name)
}
