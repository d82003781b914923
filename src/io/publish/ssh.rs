//! Another machine as target, over the system's OpenSSH: `releases/<date>-<hash>/` and `current`,
//! as in a folder.
//!
//! Everything can go by `sftp`, which also hosts without a shell allow; `shell` is the short way. A
//! release is put under a name that nobody reads, unchanged files as links to those of the release
//! before, and gets its own name when whole; then `current` is renamed over. A folder is the lock.

mod unfinished;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::io::error::IoError;
use crate::io::publish::connection::Connection;
use crate::io::publish::host_lock::HostLock;
use crate::io::publish::journal;
use crate::io::publish::sftp::{Sftp, fresh, quoted};
use crate::io::publish::shell::{Share, Shell, stage};
use crate::io::publish::ssh::unfinished::parts;
use crate::io::publish::target::{Live, Seen, Shipment, Source, Target};
use crate::io::terminal::Progress;
use crate::io::token::token;
use crate::io::write::error::{Refusal, Unusable};
use crate::io::write::order::parents;
use crate::release::manifest::{Entry, Manifest};

/// Where a release's manifest stands in it.
const MANIFEST: &str = ".dateline/manifest.json";
/// How many releases stay.
const STAY: usize = 10;
/// A folder on another machine.
#[derive(Debug)]
pub struct Ssh {
    sftp: Sftp,
    shell: Shell,
    path: String,
    owner: String,
    seen: bool,
}

/// Host, path, port and user, as the settings name them.
pub type Named<'a> = (&'a str, &'a str, Option<u16>, Option<&'a str>);

impl Ssh {
    /// A folder on another machine.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn new(root: &Path, (host, path, port, user): Named<'_>) -> Result<Self, Unusable> {
        let host = user.map_or_else(|| host.to_owned(), |user| format!("{user}@{host}"));
        if host.starts_with('-') {
            return Err(Refusal::new(format!("`{host}` is no host"), "write its name").into());
        }
        // The programs that read it are started elsewhere.
        let config = std::env::var("DATELINE_SSH_CONFIG").ok();
        let config =
            config.map(|it| std::path::absolute(&it).map_or(it, |path| path.display().to_string()));
        let stage = journal::folder(root, "ssh", &format!("{host} {port:?} {path}"))?;
        let connection = Arc::new(Connection::new(host, port, config.as_deref())?);
        let (sftp, shell) = (Sftp::new(Arc::clone(&connection), stage), Shell::new(connection));
        let owner = journal::owner(root)?;
        // Paths begin in the user's own folder there.
        let path = path.strip_prefix("~/").unwrap_or(path).trim_end_matches('/').to_owned();
        Ok(Ssh { sftp, shell, path, owner, seen: false })
    }

    fn at(&self, below: &str) -> String {
        quoted(&format!("{}/{below}", self.path))
    }

    fn release(&self, release: &str, below: &str) -> String {
        self.at(&format!("releases/{release}/{below}"))
    }

    fn manifest(&self, below: &str) -> Result<Option<Manifest>, Unusable> {
        let bytes = self.sftp.got(&self.at(&format!("{below}/{MANIFEST}")))?;
        Ok(bytes.and_then(|it| Manifest::from_json(&it)))
    }

    fn lock(&self) -> HostLock<'_> {
        HostLock { sftp: &self.sftp, folder: &self.path, owner: &self.owner }
    }

    /// Does something under the lock, and gives it back where that fails.
    fn locked<T>(
        &mut self,
        what: impl FnOnce(&mut Self) -> Result<T, Unusable>,
    ) -> Result<T, Unusable> {
        self.lock().take()?;
        what(self).inspect_err(|_| {
            let _ = self.lock().give();
        })
    }

    /// A name for the release: one that is free, or that stands for just this, which is said as well.
    /// What is damaged is never written into, for readers see it: it is put beside.
    fn name(&mut self, to: &Manifest, mended: Option<&String>) -> Result<(String, bool), Unusable> {
        let listed = self.sftp.listed(&self.at("releases"))?;
        let mut number = 1;
        loop {
            let name = to.numbered(number);
            if !listed.contains(&name) {
                return Ok((name, false));
            }
            let same = self.manifest(&format!("releases/{name}"))?;
            let same = same.is_some_and(|it| it.files == to.files);
            if same && mended.is_none() {
                return Ok((name, true));
            }
            // Nobody knows whether one that a killed publish has left is whole.
            if same && mended != Some(&name) {
                self.remove(&name)?;
            }
            number += 1;
        }
    }

    /// Puts a release by `rsync` where that can be, and else by `sftp`: into another folder, for an
    /// `rsync` that failed here may still write there.
    fn put(&self, shipment: &Shipment<'_>, left: &[String]) -> Result<(), Unusable> {
        if !self.put_by(shipment, left, true)? {
            let left = self.clear()?;
            self.put_by(shipment, &left, false)?;
        }
        Ok(())
    }

    /// Puts a release; `false` where `rsync` was wanted and could not do it.
    fn put_by(
        &self,
        shipment: &Shipment<'_>,
        left: &[String],
        rsync: bool,
    ) -> Result<bool, Unusable> {
        let Shipment { to, live, plan, .. } = *shipment;
        // A name of this publish alone: what a killed one began there may still be under way.
        let (part, names) = parts(&format!("{}.{}", to.release, token()?));
        let at_part = self.at(&format!("releases/{part}"));
        let at_names = self.at(&format!("releases/{names}"));
        let place = format!("{}/releases/{part}", self.path);
        let old = live.manifest.as_ref();
        // All names that may come to stand there, for whoever has to take it away.
        let mut all = Manifest { kept: to.kept.clone(), ..to.clone() };
        all.kept.extend(
            old.into_iter().flat_map(|old| old.files.clone().into_iter().chain(old.kept.clone())),
        );
        self.sftp.write("names", all.to_json().as_bytes())?;
        self.sftp.done(&format!("put names {at_names}\n"))?;
        let shared = self.shell.share(&Share {
            releases: &format!("{}/releases", self.path),
            from: old.map(|it| &*it.release),
            part: &part,
            names: &names,
            without: &plan.deletes,
            left,
        })?;
        // Half a folder of a shell that has not said that it is done holds what shall not be there.
        if !shared.done && self.sftp.listed(&self.at("releases"))?.contains(&part) {
            self.take_away(&part, Some(&all))?;
        }
        let tree = self.sftp.stage.join("tree");
        let _ = fs::remove_dir_all(&tree);
        let progress = Progress::new("files", to.files.len());
        // Where a shell has done it, the folders of the release before are there.
        let mut batch = String::new();
        let dash = if shared.done { "-" } else { "" };
        batch.push_str(&format!("{dash}mkdir {at_part}\n"));
        let folders: BTreeSet<&str> = to.all().flat_map(|(path, _)| parents(path)).collect();
        for folder in folders.into_iter().chain([".dateline"]) {
            batch.push_str(&format!("{dash}mkdir {}\n", self.release(&part, folder)));
        }
        let puts: BTreeSet<&str> = plan.puts.iter().map(|it| it.path).collect();
        let mut links = String::new();
        for (path, _) in to.all() {
            progress.step();
            let there = self.release(&part, path);
            let stays = old.filter(|_| !puts.contains(path));
            match (stays, shipment.from) {
                (Some(_), _) if shared.done => {}
                (Some(Manifest { release, .. }), _) => {
                    links.push_str(&format!("ln {} {there}\n", self.release(release, path)));
                }
                (None, Source::Former(release)) => {
                    links.push_str(&format!("-rm {there}\n"));
                    links.push_str(&format!("ln {} {there}\n", self.release(release, path)));
                }
                (None, Source::Built(built)) => {
                    stage(&tree, path, &built.bytes(path)?)?;
                    batch.push_str(&fresh(path, &there));
                }
            }
        }
        stage(&tree, MANIFEST, to.to_json().as_bytes())?;
        batch.push_str(&links);
        batch.push_str(&fresh(MANIFEST, &self.release(&part, MANIFEST)));
        if rsync && shared.rsync && links.is_empty() {
            if !self.shell.put(&tree, &place)? {
                return Ok(false);
            }
            batch.clear();
        }
        batch.push_str(&format!(
            "rename {at_part} {}\n-rm {at_names}\n",
            self.at(&format!("releases/{}", to.release))
        ));
        let done = self.sftp.done(&batch);
        let _ = fs::remove_dir_all(&tree);
        done.map(|_| true)
    }

    /// Leads readers to a release, and remembers the order, perhaps without one that goes.
    fn switch(&mut self, release: &str, goes: Option<&String>) -> Result<(), Unusable> {
        let mut order = self.releases()?;
        order.retain(|it| Some(it) != goes);
        if !order.iter().any(|it| it == release) {
            order.push(release.to_owned());
        }
        self.sftp.write("order", (order.join("\n") + "\n").as_bytes())?;
        let (new, list) = (self.at(".current.new"), self.at("releases/order"));
        if !self.lock().is_ours()? {
            let message = "another has begun to publish meanwhile";
            return Err(Refusal::new(message.to_owned(), "publish again").into());
        }
        // The lock goes with it: where this is killed, none is left behind.
        self.sftp.done(&format!(
            "put order {list}.part\nrename {list}.part {list}\n-rm {new}\nln -s {} {new}\n\
             rename {new} {}\n{}",
            quoted(&format!("releases/{release}")),
            self.at("current"),
            self.lock().removal()
        ))?;
        self.seen = false;
        Ok(())
    }

    /// Takes the files of a release away, and names that stand there and that it does not tell of. It
    /// goes under a name that nobody reads: half of it is never taken for a release.
    fn remove_files(&self, release: &str, more: &BTreeSet<Box<str>>) -> Result<(), Unusable> {
        let Some(mut all) = self.manifest(&format!("releases/{release}"))? else { return Ok(()) };
        all.kept.extend(more.iter().map(|path| (path.clone(), Entry::default())));
        self.sftp.write("names", all.to_json().as_bytes())?;
        let (part, names) = parts(release);
        let at = |name: &str| self.at(&format!("releases/{name}"));
        let (names, from, to) = (at(&names), at(release), at(&part));
        self.sftp.said(&format!("put names {names}\nrename {from} {to}\n"))?;
        self.take_away(&part, Some(&all))?;
        self.sftp.said(&format!("-rm {names}\n")).map(|_| ())
    }

    fn remove(&mut self, release: &str) -> Result<(), Unusable> {
        self.remove_files(release, &BTreeSet::new())?;
        let order: Vec<String> = self.releases()?.into_iter().filter(|it| it != release).collect();
        self.sftp.write("order", (order.join("\n") + "\n").as_bytes())?;
        let list = self.at("releases/order");
        self.sftp.done(&format!("put order {list}.part\nrename {list}.part {list}\n")).map(|_| ())
    }

    /// The releases that are there, in the order of readers or not: one that a killed publish has left
    /// is none that anybody was led to.
    fn there(&self) -> Result<Vec<String>, Unusable> {
        let mut names = self.sftp.listed(&self.at("releases"))?;
        names.retain(|it| {
            !it.starts_with('.') && ![".part", ".names"].iter().any(|end| it.ends_with(end))
        });
        names.retain(|it| it != "order");
        Ok(names)
    }

    fn shipped(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        let to = shipment.to;
        let now = self.manifest("current")?.map(|it| it.release.to_string()).unwrap_or_default();
        if now != shipment.live.version {
            let message = format!("another has published `{now}` meanwhile");
            return Err(Refusal::new(message, "publish again").into());
        }
        let left = self.clear()?;
        let mends = shipment.live.is_mended_by(to);
        let (release, there) = self.name(to, mends.then_some(&now))?;
        let to = &Manifest { release: release.into(), ..to.clone() };
        if !there {
            self.put(&Shipment { to, ..*shipment }, &left)?;
        }
        let old = self.releases()?;
        let surplus = (old.len() + 1).saturating_sub(STAY);
        for release in old.iter().take(surplus).filter(|it| **it != *to.release && **it != now) {
            self.remove(release)?;
        }
        // Nobody is led back to what was damaged, and has been put again.
        self.switch(&to.release, mends.then_some(&now))?;
        if mends {
            self.remove_files(&now, &shipment.live.damage.stray)?;
        }
        Ok(to.release.to_string())
    }

    /// Takes every release away that tells of it, but the live one, and what killed publishes have left
    /// of any.
    fn forgotten(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        self.clear()?;
        let live = self.live()?.version;
        let mut forgotten = 0;
        for release in self.there()?.into_iter().filter(|it| *it != live) {
            let here = self.fetch(&release)?;
            let manifest = self.manifest(&format!("releases/{release}"))?;
            let told = |path: &str| is_told(path, &fs::read(here.join(path)).unwrap_or_default());
            if manifest.is_none_or(|it| it.all().any(|(path, _)| told(path))) {
                self.remove(&release)?;
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }

    /// Gets a whole release, to be looked at.
    fn fetch(&self, release: &str) -> Result<PathBuf, Unusable> {
        let here = self.sftp.stage.join("seen");
        let _ = fs::remove_dir_all(&here);
        fs::create_dir_all(&here).map_err(IoError::of("create the folder", &here))?;
        self.sftp.done(&format!("get -R {} seen\n", self.at(&format!("releases/{release}"))))?;
        Ok(here.join(release))
    }
}

impl Target for Ssh {
    fn live(&mut self) -> Result<Live, Unusable> {
        if let Some(manifest) = self.manifest("current")? {
            let version = manifest.release.to_string();
            return Ok(Live { manifest: Some(manifest), version, ..Live::default() });
        }
        let names = self.sftp.listed(&quoted(&self.path))?;
        let foreign = names.iter().find(|_| !names.iter().any(|it| it == "releases")).cloned();
        Ok(Live { foreign, ..Live::default() })
    }

    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        self.locked(|it| it.shipped(shipment))
    }

    fn releases(&mut self) -> Result<Vec<String>, Unusable> {
        let there = self.there()?;
        let order = self.sftp.got(&self.at("releases/order"))?.unwrap_or_default();
        let order = String::from_utf8_lossy(&order).into_owned();
        Ok(order.lines().map(str::to_owned).filter(|it| there.contains(it)).collect())
    }

    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable> {
        self.manifest(&format!("releases/{release}"))
    }

    fn switch_to(&mut self, release: &str) -> Result<bool, Unusable> {
        self.locked(|it| it.switch(release, None))?;
        Ok(true)
    }

    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable> {
        let live = if self.seen { None } else { self.live()?.manifest };
        let Some(live) = live else {
            let seen =
                fs::read_dir(self.sftp.stage.join("seen")).into_iter().flatten().flatten().next();
            let bytes = seen.and_then(|it| fs::read(it.path().join(path)).ok());
            return Ok(bytes.map(|bytes| Seen { bytes, ..Seen::default() }));
        };
        self.fetch(&live.release)?;
        self.seen = true;
        self.read(path)
    }

    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        let forgotten = self.locked(|it| it.forgotten(is_told))?;
        self.seen = false;
        let _ = fs::remove_dir_all(self.sftp.stage.join("seen"));
        self.lock().give()?;
        Ok(forgotten)
    }
}
