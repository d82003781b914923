//! A folder as target: `releases/<date>-<hash>/`, whole, and `current`, a link to the newest.
//!
//! A release is made under a name that nobody reads, and gets its own name when it is whole. Files
//! that have not changed are shared with the release before. Whatever stops a publish, `current`
//! leads to a whole release, and the next publish takes away what was begun.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use walkdir::{DirEntry, WalkDir};

use crate::hash::Pieces;
use crate::io::error::IoError;
use crate::io::lock::{Lock, NoLock};
use crate::io::publish::current::{self, RELEASES};
use crate::io::write::copy::{self, Compared};
use crate::io::write::destination::{Destination, Role, resolve_as};
use crate::io::write::error::{Refusal, WriteError};
use crate::io::write::making::{At, File, Ready, all};
use crate::io::write::order::Plan;
use crate::io::write::own_files::is_unfinished;
use crate::model::site::{Content, Output};

/// What is to be published, and where.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The site's root.
    pub root: &'a Path,
    /// The folder that `build` writes to: a build that was broken off must be mended first.
    pub output_dir: &'a Path,
    /// The target's `path`; a relative one counts from the site's root.
    pub target: &'a Path,
    /// The day, as it stands in the release's name: `2021-12-30`.
    pub date: &'a str,
    /// Every file of the site.
    pub outputs: &'a [Output],
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The name of the release that readers see now: `2021-12-30-0123456789`.
    pub release: String,
    /// Where it is.
    pub folder: PathBuf,
    /// Whether readers saw just this before, so that nothing was done.
    pub unchanged: bool,
    /// How many files it has.
    pub files: usize,
    /// How many of them are new or changed since the release before.
    pub written: usize,
    /// How many files of the release before it no longer has.
    pub removed: usize,
    /// Its size.
    pub bytes: u64,
}

const TARGET: Role = Role {
    name: "the target",
    other: "name a folder of its own as `path` of the target in dateline.yaml",
};

/// A name that is never a release's.
const UNDER_WAY: &str = ".new.part";

/// Publishes. The caller holds the project's lock.
///
/// # Errors
/// What is wrong with pages, with the target, or with the machine; readers see the old release.
pub fn publish<E: Send>(
    request: &Request<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<Published, WriteError<E>> {
    let Request { root, output_dir, target, date, outputs } = *request;
    if is_unfinished(root, output_dir) {
        let message = "the last build was broken off while it was writing";
        return Err(Refusal::new(message, "mend it with `dateline build`, then publish").into());
    }
    let to = resolve_as(TARGET, root, target)?;
    let plan = Plan::of(outputs)?;
    current::read(&to.folder)?;
    let releases = to.folder.join(RELEASES);
    fs::create_dir_all(&releases).map_err(IoError::of("create the folder", &releases))?;
    let _lock = lock(&to)?;
    let before = current::read(&to.folder)?;

    let under_way = UnderWay::new(releases.join(UNDER_WAY))?;
    let old = before.as_ref().map(|name| releases.join(name));
    let (hash, ready) = fill(root, &under_way.folder, old.as_deref(), &plan, make)?;
    let written = ready.iter().filter(|ready| ready.at != At::Place).count();
    let removed = old.as_deref().map_or(0, |old| gone(old, &plan));
    let published = |release: &str, unchanged: bool| Published {
        release: release.to_owned(),
        folder: releases.join(release),
        unchanged,
        files: ready.len(),
        written,
        removed,
        bytes: ready.iter().map(|ready| ready.bytes).sum(),
    };
    if let Some(before) = before.filter(|_| written == 0 && removed == 0) {
        return Ok(published(&before, true));
    }
    let release = name(&releases, &under_way.folder, &format!("{date}-{hash}"), &plan)?;
    let place = releases.join(&release);
    if !place.exists() {
        fs::rename(&under_way.folder, &place).map_err(IoError::of("put in place", &place))?;
    }
    current::switch(&to.folder, &release)?;
    Ok(published(&release, false))
}

/// Makes the release, and says what its hash is: of all paths with their hashes.
fn fill<E: Send>(
    root: &Path,
    new: &Path,
    old: Option<&Path>,
    plan: &Plan<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<(String, Vec<Ready>), WriteError<E>> {
    for folder in &plan.folders {
        let full = new.join(folder);
        fs::create_dir(&full).map_err(IoError::of("create the folder", &full))?;
    }
    let ready = all(root, plan, make, &|file, buffer| {
        let (at, bytes) = share_or_make(root, new, old, file, buffer)?;
        let mark = copy::sha256(root, file.content)?;
        Ok(Ready { bytes, mark, at })
    })?;
    let hashes: BTreeMap<&str, &str> =
        plan.paths().zip(&ready).map(|(path, ready)| (path, &*ready.mark)).collect();
    let mut whole = Pieces::new();
    for (path, hash) in hashes {
        whole.add(format!("{hash}  {path}\n").as_bytes());
    }
    Ok((whole.short(), ready))
}

/// A file of the release before, where it is the same, else a new one.
fn share_or_make(
    root: &Path,
    new: &Path,
    old: Option<&Path>,
    file: &File<'_>,
    buffer: &mut Vec<u8>,
) -> Result<(At, u64), IoError> {
    let place = new.join(file.path);
    let mut at = At::Stage { aside: false };
    if let Some(old) = old.map(|old| old.join(file.path))
        && let Compared::Same(length) = copy::compare(root, &old, file.content, buffer)?
    {
        at = At::Place;
        // Not every disk can share files.
        if fs::hard_link(&old, &place).is_ok() {
            return Ok((at, length));
        }
    }
    Ok((at, copy::make(root, &place, file.content, (new, file.path))?))
}

/// A name for the release: one that is free, or that stands for just this (a publish that was
/// killed before readers were led to it).
fn name(releases: &Path, new: &Path, id: &str, plan: &Plan<'_>) -> Result<String, IoError> {
    let mut name = id.to_owned();
    for number in 2.. {
        let there = releases.join(&name);
        if there.symlink_metadata().is_err() || is_same(&there, new, plan)? {
            break;
        }
        name = format!("{id}-{number}");
    }
    Ok(name)
}

fn is_same(there: &Path, new: &Path, plan: &Plan<'_>) -> Result<bool, IoError> {
    if files(there).count() != plan.outputs.len() {
        return Ok(false);
    }
    let mut buffer = Vec::new();
    for path in plan.paths() {
        let (there, new) = (there.join(path), new.join(path));
        let open = |path: &Path| fs::File::open(path).map_err(IoError::of("read", path));
        let lengths = [&there, &new].map(|path| path.metadata().map_or(0, |about| about.len()));
        let alike = lengths[0] == lengths[1]
            && copy::alike(open(&new)?, &open(&there)?, &mut buffer)
                .map_err(IoError::of("read", &there))?;
        if !alike {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files below a folder.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries.filter(|entry| !entry.file_type().is_dir()).map(DirEntry::into_path)
}

/// How many files of the release before the site no longer has.
fn gone(old: &Path, plan: &Plan<'_>) -> usize {
    let below = |path: &Path| {
        let path = path.strip_prefix(old).unwrap_or(path).to_string_lossy();
        if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
    };
    files(old).filter(|path| !plan.has(&below(path))).count()
}

fn lock<E>(to: &Destination) -> Result<Lock, WriteError<E>> {
    let path = to.folder.join(RELEASES).join(".lock");
    Lock::on(&path, "publish", Duration::from_secs(10), |_| {}).map_err(|error| match error {
        NoLock::Io(error) => WriteError::Io(error),
        NoLock::Held { by } => {
            let message = format!("another publish to this target is under way: {by}");
            WriteError::Refused(Refusal::new(message, "wait until it has ended"))
        }
    })
}

/// The folder of a release that is not whole yet; it goes when this is dropped.
struct UnderWay {
    folder: PathBuf,
}

impl UnderWay {
    /// An empty one; what a killed publish left is taken away.
    fn new(folder: PathBuf) -> Result<Self, IoError> {
        if folder.symlink_metadata().is_ok_and(|about| about.is_dir()) {
            fs::remove_dir_all(&folder).map_err(IoError::of("remove the folder", &folder))?;
        }
        fs::create_dir(&folder).map_err(IoError::of("create the folder", &folder))?;
        Ok(UnderWay { folder })
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
