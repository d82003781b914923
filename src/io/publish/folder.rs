//! A folder as target: `releases/<date>-<hash>/`, whole, and `current`, a link to the newest.
//!
//! A release is made under a name that nobody reads, and gets its own name when it is whole. Files
//! that have not changed are shared with the release before. Whatever stops a publish, `current`
//! leads to a whole release, and the next publish takes away what was begun.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::io::digest;
use crate::io::error::IoError;
use crate::io::lock::{Lock, NoLock};
use crate::io::open;
use crate::io::publish::current::{self, RELEASES};
use crate::io::publish::target::{Live, Seen, Shipment, Source, Target};
use crate::io::terminal::Progress;
use crate::io::write::destination::{Role, resolve_as};
use crate::io::write::error::{Refusal, Unusable};
use crate::io::write::order::parents;
use crate::release::manifest::{Entry, Manifest};
use crate::release::plan::Damage;

const TARGET: Role = Role {
    name: "the target",
    other: "name a folder of its own as `path` of the target in dateline.yaml",
    // A build writes there, and takes away what it has not written.
    taken: Some("public"),
};

/// A name that is never a release's.
const UNDER_WAY: &str = ".new.part";
/// Where no file stands at a path.
const NOTHING: [ErrorKind; 3] =
    [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::IsADirectory];
/// How many releases stay.
const STAY: usize = 10;

/// A folder on this machine.
#[derive(Debug)]
pub struct Folder {
    folder: PathBuf,
    releases: PathBuf,
    lock: Option<Lock>,
}

impl Folder {
    /// The folder at a path; a relative one counts from the site's root.
    ///
    /// # Errors
    /// Where it is mixed up with what the site is made of.
    pub fn new(root: &Path, path: &Path) -> Result<Self, Unusable> {
        let folder = resolve_as(TARGET, root, path)?.folder;
        let releases = folder.join(RELEASES);
        Ok(Folder { folder, releases, lock: None })
    }

    fn lock(&mut self) -> Result<(), Unusable> {
        if self.lock.is_some() {
            return Ok(());
        }
        let releases = &self.releases;
        fs::create_dir_all(releases).map_err(IoError::of("create the folder", releases))?;
        let lock = Lock::on(&releases.join(".lock"), "publish", Duration::from_secs(10), |_| {});
        self.lock = Some(lock.map_err(|error| match error {
            NoLock::Io(error) => Unusable::Io(error),
            NoLock::Held { by } => {
                let message = format!("another publish to this target is under way: {by}");
                Refusal::new(message, "wait until it has ended").into()
            }
        })?);
        Ok(())
    }

    fn stored(&self, release: &str) -> PathBuf {
        self.releases.join(format!("{release}.json"))
    }

    fn manifest(&self, release: &str) -> Option<Manifest> {
        Manifest::from_json(&fs::read(self.stored(release)).ok()?)
    }

    /// The files of a release that are no longer as its manifest tells.
    fn lost(&self, release: &str, manifest: &Manifest) -> BTreeSet<Box<str>> {
        let folder = self.releases.join(release);
        let holds = |(path, entry): (&str, &Entry)| {
            let full = folder.join(path);
            (!is_whole(&full, entry)).then(|| path.into())
        };
        let all: Vec<_> = manifest.all().collect();
        all.into_par_iter().filter_map(holds).collect()
    }

    /// Fills the folder of a release that nobody reads yet.
    fn fill(&self, new: &Path, shipment: &Shipment<'_>) -> Result<(), Unusable> {
        let Shipment { to, live, plan, from, .. } = *shipment;
        let folders: BTreeSet<&str> = to.all().flat_map(|(path, _)| parents(path)).collect();
        for folder in folders {
            let full = new.join(folder);
            fs::create_dir(&full).map_err(IoError::of("create the folder", &full))?;
        }
        let old = live.manifest.as_ref().map(|it| self.releases.join(&*it.release));
        let put: BTreeSet<&str> = plan.puts.iter().map(|put| put.path).collect();
        let all: Vec<&str> = to.all().map(|(path, _)| path).collect();
        let progress = Progress::new("files", all.len());
        all.into_par_iter().try_for_each(|path| {
            progress.step();
            let full = new.join(path);
            let stays = old.as_ref().filter(|_| !put.contains(path)).map(|old| old.join(path));
            let old = match from {
                Source::Built(_) => stays,
                Source::Former(release) => {
                    Some(stays.unwrap_or_else(|| self.releases.join(release).join(path)))
                }
            };
            if let Some(old) = old {
                // Not every disk can share files.
                if fs::hard_link(&old, &full).is_ok() {
                    return Ok(());
                }
                return match fs::copy(&old, &full) {
                    Ok(_) => Ok(()),
                    Err(error) => Err(IoError::new("write", &full, error).into()),
                };
            }
            let Source::Built(built) = from else { return Ok(()) };
            let bytes = built.bytes(path)?;
            fs::write(&full, bytes).map_err(|error| IoError::new("write", &full, error).into())
        })
    }

    /// A name for the release: one that is free, or that stands for just this, whole. What readers see
    /// is never written into.
    fn name(&self, Shipment { to, live, plan, .. }: &Shipment<'_>) -> String {
        let mut name = to.numbered(1);
        for number in 2.. {
            let there = self.releases.join(&name);
            let same = |known: Manifest| {
                known.files == to.files
                    && known.kept == to.kept
                    && self.lost(&name, &known).is_empty()
            };
            let stays = name != live.version || plan.is_empty();
            let is_free = there.symlink_metadata().is_err();
            if is_free || (stays && self.manifest(&name).is_some_and(same)) {
                break;
            }
            name = to.numbered(number);
        }
        name
    }

    /// Takes old releases away: of those that readers are not led to, the newest stay.
    fn prune(&mut self) -> Result<(), Unusable> {
        let current = current::read(&self.folder)?;
        let mut names = self.releases()?;
        names.retain(|name| Some(name) != current.as_ref());
        let surplus = names.len().saturating_sub(STAY - 1);
        names.truncate(surplus);
        names.iter().try_for_each(|name| self.remove(name))?;
        // What a killed removal left.
        for entry in WalkDir::new(&self.releases).min_depth(1).max_depth(1).into_iter().flatten() {
            let name = entry.file_name().to_string_lossy();
            let ours = name.starts_with(|c: char| c.is_ascii_digit()) && entry.file_type().is_dir();
            if ours && Some(&*name) != current.as_deref() && !self.stored(&name).is_file() {
                let left = entry.path();
                fs::remove_dir_all(left).map_err(IoError::of("remove the folder", left))?;
            }
        }
        Ok(())
    }

    fn remove(&self, release: &str) -> Result<(), Unusable> {
        let (folder, stored) = (self.releases.join(release), self.stored(release));
        fs::remove_file(&stored).map_err(IoError::of("remove", &stored))?;
        fs::remove_dir_all(&folder).map_err(IoError::of("remove the folder", &folder))?;
        Ok(())
    }
}

/// Whether a file is as its manifest tells.
fn is_whole(full: &Path, entry: &Entry) -> bool {
    let right = full.symlink_metadata().is_ok_and(|it| it.is_file() && it.len() == entry.size);
    let hash = || open::to_read(full).and_then(|mut file| digest::sha256(&mut file));
    right && hash().is_ok_and(|hash| hash == *entry.sha256)
}

impl Target for Folder {
    fn live(&mut self) -> Result<Live, Unusable> {
        let release = current::read(&self.folder)?;
        let Some(release) = release else {
            let ours = self.releases.is_dir();
            let mut entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
            let foreign = entries.next().filter(|_| !ours);
            let foreign = foreign.map(|it| it.file_name().to_string_lossy().into_owned());
            return Ok(Live { foreign, ..Live::default() });
        };
        let manifest = self.manifest(&release);
        let manifest = manifest.map(|it| Manifest { release: release.as_str().into(), ..it });
        let lost = manifest.as_ref().map(|it| self.lost(&release, it)).unwrap_or_default();
        let damage = Damage { lost, ..Damage::default() };
        Ok(Live { manifest, version: release, foreign: None, damage })
    }

    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        self.lock()?;
        let now = current::read(&self.folder)?.unwrap_or_default();
        if now != shipment.live.version {
            let message = format!("another has published `{now}` meanwhile");
            return Err(Refusal::new(message, "publish again").into());
        }
        let under_way = UnderWay::new(self.releases.join(UNDER_WAY))?;
        self.fill(&under_way.folder, shipment)?;
        let release = self.name(shipment);
        let place = self.releases.join(&release);
        if place.symlink_metadata().is_err() {
            let named = Manifest { release: release.as_str().into(), ..shipment.to.clone() };
            let (stored, part) = (self.stored(&release), self.releases.join(".manifest.part"));
            fs::write(&part, named.to_json()).map_err(IoError::of("write", &part))?;
            fs::rename(&part, &stored).map_err(IoError::of("write", &stored))?;
            fs::rename(&under_way.folder, &place).map_err(IoError::of("put in place", &place))?;
        }
        current::switch(&self.folder, &release)?;
        // Nobody is led back to what was damaged, and has been put again.
        if shipment.live.is_mended_by(shipment.to) && release != now {
            self.remove(&now)?;
        }
        self.prune()?;
        Ok(release)
    }

    fn releases(&mut self) -> Result<Vec<String>, Unusable> {
        let entries = WalkDir::new(&self.releases).min_depth(1).max_depth(1).into_iter();
        let mut found: Vec<_> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().to_str()?.to_owned();
                let stored = self.stored(&name).metadata().ok()?;
                let when = stored.modified().ok()?;
                entry.file_type().is_dir().then_some((when, name))
            })
            .collect();
        found.sort();
        Ok(found.into_iter().map(|(_, name)| name).collect())
    }

    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable> {
        Ok(self.manifest(release))
    }

    fn switch_to(&mut self, release: &str) -> Result<bool, Unusable> {
        self.lock()?;
        current::switch(&self.folder, release)?;
        Ok(true)
    }

    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable> {
        let full = self.folder.join(current::NAME).join(path);
        match fs::read(&full) {
            Ok(bytes) => Ok(Some(Seen { bytes, ..Seen::default() })),
            Err(error) if NOTHING.contains(&error.kind()) => Ok(None),
            Err(error) => Err(IoError::new("read", &full, error).into()),
        }
    }

    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        self.lock()?;
        let current = current::read(&self.folder)?;
        let mut forgotten = 0;
        for release in self.releases()?.iter().filter(|it| Some(*it) != current.as_ref()) {
            let folder = self.releases.join(release);
            let told = |(path, _): (&str, &Entry)| {
                let bytes = fs::read(folder.join(path)).unwrap_or_default();
                is_told(path, &bytes)
            };
            if self.manifest(release).is_none_or(|it| it.all().any(told)) {
                self.remove(release)?;
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }
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
