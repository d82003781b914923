//! Putting finished files in place, and taking away what no longer belongs there.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use crate::io::error::IoError;
use crate::io::write::destination::Destination;
use crate::io::write::disk::{Sort, sort};
use crate::io::write::error::{PutAside, Written};
use crate::io::write::making::{At, Ready};
use crate::io::write::order::{Plan, parents, rank};
use crate::io::write::own_files::OwnFiles;
use crate::io::write::stage::Stage;
use crate::io::{digest, open, own};
use crate::model::site::Output;

/// An output with its number, and how it is ready.
type Staged<'a> = (usize, &'a Output, &'a Ready);

/// The last steps of a build; the marker is there while they are taken.
#[derive(Debug)]
pub struct Placing<'a> {
    /// The site's root.
    pub root: &'a Path,
    /// The folder that is written to.
    pub to: &'a Destination,
    /// What in it is ours.
    pub own: &'a OwnFiles,
    /// What it is to hold.
    pub plan: &'a Plan<'a>,
}

impl Placing<'_> {
    /// Takes them.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn run(
        &self,
        stage: &Stage<'_>,
        ready: &[Ready],
        report: &mut Written,
    ) -> Result<(), IoError> {
        let stale: Vec<&str> = self.own.paths().filter(|path| !self.plan.has(path)).collect();
        let (first, last) = self.parted(stale);
        self.remove(&first, report)?;
        for folder in &self.plan.folders {
            let full = self.to.folder.join(folder);
            match fs::create_dir(&full) {
                Err(e) if e.kind() != ErrorKind::AlreadyExists => {
                    return Err(IoError::new("create the folder", &full, e));
                }
                Ok(()) | Err(_) => {}
            }
        }
        let staged: Vec<_> = self.plan.in_order(ready);
        let staged: Vec<_> = staged.into_iter().filter(|(.., it)| it.at != At::Place).collect();
        for (_, output, _) in staged.iter().filter(|(.., it)| it.at == At::Stage { aside: true }) {
            self.put_aside(&output.path, report)?;
        }
        let same_rank = |a: &Staged<'_>, b: &Staged<'_>| rank(&a.1.what) == rank(&b.1.what);
        for files in staged.chunk_by(same_rank) {
            files.par_iter().try_for_each(|(number, output, _)| {
                let place = self.to.folder.join(&*output.path);
                let from = stage.folder()?.join(number.to_string());
                fs::rename(from, &place).map_err(IoError::of("put in place", &place))
            })?;
        }
        self.remove(&last, report)
    }

    /// Old files that stand where a new one, or a new one's folder, is to stand, and the others. (In
    /// the way is also a name that differs by case alone, which some systems do not tell apart.)
    fn parted<'b>(&self, old: Vec<&'b str>) -> (Vec<&'b str>, Vec<&'b str>) {
        if old.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let new: BTreeSet<String> = self.plan.paths().map(str::to_ascii_lowercase).collect();
        old.into_iter().partition(|old| {
            self.plan.folders.contains(old)
                || parents(old).any(|folder| self.plan.has(folder))
                || new.contains(&old.to_ascii_lowercase())
        })
    }

    /// Removes files of ours, then the folders that have become empty.
    fn remove(&self, paths: &[&str], report: &mut Written) -> Result<(), IoError> {
        let mut folders = BTreeSet::new();
        for path in paths {
            // Nothing is reached through a link, and nothing but files was written.
            let is = |path, wanted| sort(&self.to.folder, path).is_ok_and(|s| s == Some(wanted));
            if !parents(path).all(|it| is(it, Sort::Folder)) || !is(path, Sort::File) {
                continue;
            }
            let full = self.to.folder.join(path);
            let found = self.fingerprint(path)?;
            if !self.own.wrote(path, &found) {
                self.put_aside(path, report)?;
            }
            fs::remove_file(&full).map_err(IoError::of("remove", &full))?;
            report.removed += 1;
            folders.extend(parents(path));
        }
        for folder in folders.iter().rev() {
            // Fails where something is left in it: then it stays.
            let _ = fs::remove_dir(self.to.folder.join(folder));
        }
        Ok(())
    }

    fn fingerprint(&self, path: &str) -> Result<String, IoError> {
        let full = self.to.folder.join(path);
        let found = open::to_read(&full).and_then(|mut file| digest::fingerprint_of(&mut file));
        found.map_err(IoError::of("read", &full))
    }

    /// Keeps a copy of a file that someone else changed, by its fingerprint and name.
    fn put_aside(&self, path: &str, report: &mut Written) -> Result<(), IoError> {
        let kept = own::folder(self.root)?.join("kept");
        own::no_link(&kept)?;
        fs::create_dir_all(&kept).map_err(IoError::of("create the folder", &kept))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let start = (name.len().saturating_sub(100)..).find(|at| name.is_char_boundary(*at));
        let name = start.and_then(|start| name.get(start..)).unwrap_or_default();
        let name = format!("{}-{name}", self.fingerprint(path)?);
        let place = kept.join(&name);
        fs::copy(self.to.folder.join(path), &place).map_err(IoError::of("write", &place))?;
        let kept = format!("{}/kept/{name}", own::NAME);
        report.put_aside.push(PutAside { path: path.to_owned(), kept });
        Ok(())
    }
}
