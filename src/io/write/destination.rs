//! The folder that is written to: where it is, and whether we may write to it.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::hash;
use crate::io::error::IoError;
use crate::io::write::error::{Refusal, Unusable};
use crate::io::{names, own};

/// The folder that is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Where it is, links followed.
    pub folder: PathBuf,
    /// Whether it is there.
    pub exists: bool,
    /// Its path relative to the site's root; the whole path where it is elsewhere.
    pub recorded: String,
    /// The name of the list of what we wrote into it.
    pub key: String,
}

/// What the folder is for, as it is called in messages.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// `the output`.
    pub name: &'static str,
    /// How another is named.
    pub other: &'static str,
    /// A folder of the site that is another role's.
    pub taken: Option<&'static str>,
}

/// The folder of a build.
pub const OUTPUT: Role = Role {
    name: "the output",
    other: "name another with `--output DIR`; `public` is usual",
    taken: None,
};

/// Finds the folder of a build; a relative path counts from the site's root.
///
/// # Errors
/// Where writing there would mix the site with what it is made of, or it is no folder.
pub fn resolve(root: &Path, output_dir: &Path) -> Result<Destination, Unusable> {
    resolve_as(OUTPUT, root, output_dir)
}

/// The same for a folder with another role.
///
/// # Errors
/// As [`resolve`].
pub fn resolve_as(role: Role, root: &Path, output_dir: &Path) -> Result<Destination, Unusable> {
    let root = root.canonicalize().map_err(IoError::of("find the folder", root))?;
    let given = root.join(output_dir);
    let shown = names::shown(output_dir);
    let (folder, exists) = match given.canonicalize() {
        Ok(folder) if folder.is_dir() => (folder, true),
        Ok(_) => {
            let message = format!("{} `{shown}` is a file, not a folder", role.name);
            return Err(Refusal::new(message, role.other).into());
        }
        Err(error) if error.kind() == ErrorKind::NotFound => (real(role, &given)?, false),
        Err(error) => return Err(IoError::new("use the folder", &given, error).into()),
    };
    refuse_inputs(role, &root, &folder, &shown)?;
    let inside = folder.strip_prefix(&root).ok();
    let recorded = inside.unwrap_or(&folder).to_string_lossy().replace('\\', "/");
    let key = key(&recorded, &folder);
    Ok(Destination { folder, exists, recorded, key })
}

/// Where a folder that is not there yet will be.
fn real(role: Role, given: &Path) -> Result<PathBuf, Unusable> {
    if given.is_symlink() {
        let message =
            format!("{} `{}` is a link that leads nowhere", role.name, names::shown(given));
        return Err(Refusal::new(message, "make the folder that it leads to").into());
    }
    let mut missing: Vec<&OsStr> = Vec::new();
    for ancestor in given.ancestors() {
        if let Ok(mut folder) = ancestor.canonicalize() {
            folder.extend(missing.iter().rev());
            return Ok(folder);
        }
        match ancestor.components().next_back() {
            Some(Component::Normal(name)) => missing.push(name),
            Some(Component::ParentDir) => {
                let (name, given) = (role.name, names::shown(given));
                let message = format!("{name} `{given}` goes up from what is not there");
                return Err(Refusal::new(message, "write its path without `..`").into());
            }
            Some(Component::CurDir | Component::RootDir | Component::Prefix(_)) | None => {}
        }
    }
    Ok(given.to_path_buf())
}

/// A build must not write into what it reads, nor over what it does not own.
fn refuse_inputs(role: Role, root: &Path, folder: &Path, shown: &str) -> Result<(), Refusal> {
    let Role { name: role, other: help, taken } = role;
    if root.starts_with(folder) {
        let what = if root == folder { "is the site's own folder" } else { "holds the site" };
        return Err(Refusal::new(format!("{role} `{shown}` {what}"), help));
    }
    let inputs = ["content", "templates", "static", "releases", own::NAME, ".git"];
    for name in inputs.into_iter().chain(taken) {
        let plain = root.join(name);
        for input in [plain.canonicalize().ok(), Some(plain)].into_iter().flatten() {
            if folder.starts_with(&input) || input.starts_with(folder) {
                let what = if folder == input { "is" } else { "is mixed up with" };
                let message = format!("{role} `{shown}` {what} `{name}/` of the site");
                return Err(Refusal::new(message, help));
            }
        }
    }
    Ok(())
}

/// A name for a folder that is plain, short, and no other folder's.
fn key(recorded: &str, folder: &Path) -> String {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !recorded.is_empty() && recorded.len() < 60 && recorded.bytes().all(plain) {
        return recorded.to_owned();
    }
    let name = folder.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase());
    let name: String =
        name.unwrap_or_default().bytes().filter(|b| plain(*b)).take(30).map(char::from).collect();
    format!("{name}.{}", hash::short(recorded.as_bytes()))
}
