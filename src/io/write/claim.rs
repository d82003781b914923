//! Whether a folder is ours to write to.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::io::error::IoError;
use crate::io::names;
use crate::io::write::destination::Destination;
use crate::io::write::disk;
use crate::io::write::error::{Refusal, Unusable};
use crate::io::write::order::{Plan, parents};
use crate::io::write::own_files::OwnFiles;

/// How the folder was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not there, or has nothing of ours and nothing in our way.
    Fresh,
    /// We have written to it.
    Ours,
}

/// How the folder was found.
///
/// # Errors
/// Where it is someone else's, or has someone else's files where ours are to be; all are named.
pub fn state(to: &Destination, own: &OwnFiles, plan: &Plan<'_>) -> Result<State, Unusable> {
    if !to.exists {
        return Ok(State::Fresh);
    }
    if !own.is_known {
        refuse_occupied(to)?;
    }
    let foreign = if own.is_known { foreign(to, own, plan)? } else { occupied(to, plan)? };
    if foreign.is_empty() {
        return Ok(if own.is_known { State::Ours } else { State::Fresh });
    }
    let path = |path: &&str| format!("`{}`", names::shown(&to.folder.join(path)));
    let more = foreign.len().saturating_sub(10);
    let mut list = foreign.iter().take(10).map(path).collect::<Vec<_>>().join(", ");
    if more > 0 {
        list.push_str(&format!(" and {more} more"));
    }
    let what = if foreign.len() == 1 {
        "is in the way: `dateline` has not written it"
    } else {
        "are in the way: `dateline` has not written them"
    };
    let help = "move it away, or put it into `static/` if it belongs to the site";
    Err(Refusal::new(format!("{list} {what}"), help).into())
}

/// What stands where new files, or folders for them, are to stand, and is not ours.
fn foreign<'a>(to: &Destination, own: &OwnFiles, plan: &Plan<'a>) -> Result<Vec<&'a str>, IoError> {
    let mut blocked = BTreeSet::new();
    for folder in &plan.folders {
        let found = disk::sort(&to.folder, folder)?;
        if found.is_some_and(|sort| sort != disk::Sort::Folder) && !own.has(folder) {
            blocked.insert(*folder);
        }
    }
    let mut all: Vec<&str> = blocked.iter().copied().collect();
    for path in plan.paths().filter(|path| !own.has(path)) {
        let below = parents(path).any(|folder| blocked.contains(folder) || own.has(folder));
        if !below && disk::sort(&to.folder, path)?.is_some() && !own.makes_room(path) {
            all.push(path);
        }
    }
    Ok(all)
}

/// What stands where we have not written yet, at the top.
fn occupied<'a>(to: &Destination, plan: &Plan<'a>) -> Result<Vec<&'a str>, IoError> {
    let top: BTreeSet<&str> = plan.paths().filter_map(|path| path.split('/').next()).collect();
    let mut all = Vec::new();
    for name in top {
        if disk::sort(&to.folder, name)?.is_some() {
            all.push(name);
        }
    }
    Ok(all)
}

/// A folder that we have not written to may hold what steers a host or a repository, nothing else.
fn refuse_occupied(to: &Destination) -> Result<(), Unusable> {
    let read = IoError::of("read the folder", &to.folder);
    let entries = fs::read_dir(&to.folder).map_err(read)?;
    let mut others = Vec::new();
    for entry in entries {
        let name = entry.map_err(IoError::of("read the folder", &to.folder))?.file_name();
        let allowed = name.as_encoded_bytes().starts_with(b".") || name == "CNAME";
        if !allowed {
            others.push(names::shown(Path::new(&name)));
        }
    }
    others.sort_unstable();
    let Some(first) = others.first() else { return Ok(()) };
    let more = match others.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let folder = names::shown(&to.folder);
    let message = format!(
        "the output `{folder}` is not empty, and `dateline` has no list of having written it \
         (`{first}`{more})"
    );
    let help = "name another with `--output DIR`, or move away what is in it";
    Err(Refusal::new(message, help).into())
}
