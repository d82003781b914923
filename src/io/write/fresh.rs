//! Writing a site where there is none: each file is made once, and the whole is put in place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::io::error::IoError;
use crate::io::write::copy;
use crate::io::write::destination::Destination;
use crate::io::write::error::{WriteError, Written};
use crate::io::write::making::{At, Ready, all, marks};
use crate::io::write::order::{Plan, rank};
use crate::io::write::own_files::OwnFiles;
use crate::io::write::stage::Stage;
use crate::model::site::{Content, Output};

/// Writes.
///
/// # Errors
/// As [`crate::io::write::site`].
pub fn write<E: Send>(
    root: &Path,
    to: &Destination,
    own: &OwnFiles,
    plan: &Plan<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<Written, WriteError<E>> {
    let stage = Stage::new(to)?;
    let ready = into(root, stage.folder()?, &to.folder, plan, make)?;
    let files = marks(plan, &ready);
    own.begin(root, to, &files)?;
    if to.exists {
        for name in top(plan) {
            let (from, place) = (stage.folder()?.join(name), to.folder.join(name));
            fs::rename(&from, &place).map_err(IoError::of("put in place", &place))?;
        }
    } else {
        let put = fs::rename(stage.folder()?, &to.folder);
        put.map_err(IoError::of("put in place", &to.folder))?;
    }
    own.finish(root, to, &files)?;
    let count = plan.outputs.len();
    let bytes = ready.iter().map(|ready| ready.bytes).sum();
    Ok(Written { files: count, written: count, bytes, ..Written::default() })
}

/// Makes every file in an empty folder.
///
/// # Errors
/// All that is wrong with pages, else what the machine refuses.
pub fn into<E: Send>(
    root: &Path,
    folder: &Path,
    shown: &Path,
    plan: &Plan<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<Vec<Ready>, WriteError<E>> {
    for name in &plan.folders {
        let full = folder.join(name);
        fs::create_dir(&full).map_err(|e| IoError::new("create", &shown.join(name), e))?;
    }
    all(root, plan, make, &|file, _| {
        let full = folder.join(file.path);
        let bytes = copy::make(root, &full, file.content, (shown, file.path))?;
        let mark = copy::fingerprint(root, file.content, &full)?;
        Ok(Ready { bytes, mark, at: At::Stage { aside: false } })
    })
}

/// The names at the top, in the order in which the last file below each is put in place.
fn top<'a>(plan: &Plan<'a>) -> Vec<&'a str> {
    let mut names: BTreeMap<&str, u8> = BTreeMap::new();
    for output in plan.outputs {
        let name = output.path.split('/').next().unwrap_or(&output.path);
        let last = names.entry(name).or_default();
        *last = rank(&output.what).max(*last);
    }
    let order: BTreeSet<(u8, &str)> = names.into_iter().map(|(name, last)| (last, name)).collect();
    order.into_iter().map(|(_, name)| name).collect()
}
