//! Another machine as target, over the system's OpenSSH: `releases/<date>-<hash>/` and `current`,
//! as in a folder.
//!
//! Everything can go by `sftp`, which also hosts without a shell allow; `shell` is the short way. A
//! release is put under a name that nobody reads, unchanged files as links to those of the release
//! before, and gets its own name when whole; then `current` is renamed over. A folder is the lock.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::io::clock;
use crate::io::error::IoError;
use crate::io::publish::journal;
use crate::io::publish::program::{Said, run};
use crate::io::publish::sftp::{failed, fresh, names, quoted};
use crate::io::publish::shell::{LOST, Shell, stage};
use crate::io::publish::target::{Live, Seen, Shipment, Source, Target};
use crate::io::terminal::Progress;
use crate::io::write::error::{Refusal, Unusable};
use crate::io::write::order::parents;
use crate::release::manifest::{Entry, Manifest};

/// Where a release's manifest stands in it.
const MANIFEST: &str = ".dateline/manifest.json";
/// How many releases stay.
const STAY: usize = 10;
/// How long another's publish is waited for, in seconds.
const PATIENCE: i64 = 900;

/// A folder on another machine.
#[derive(Debug)]
pub struct Ssh {
    words: Vec<String>,
    shell: Shell,
    host: String,
    path: String,
    stage: PathBuf,
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
        let quiet = ["-b", "-", "-oBatchMode=yes", "-oConnectTimeout=15"];
        let mut words: Vec<String> = quiet.map(str::to_owned).into();
        if let Some(port) = port {
            words.extend(["-P".to_owned(), port.to_string()]);
        }
        let config = std::env::var("DATELINE_SSH_CONFIG").ok();
        let shell = Shell::new(&host, port, config.as_deref());
        words.extend(config.iter().flat_map(|file| ["-F".to_owned(), file.clone()]));
        let stage = journal::folder(root, "ssh", &format!("{host} {port:?} {path}"))?;
        let owner = journal::owner(root)?;
        let path = path.trim_end_matches('/').to_owned();
        Ok(Ssh { words, shell, host, path, stage, owner, seen: false })
    }

    fn at(&self, below: &str) -> String {
        quoted(&format!("{}/{below}", self.path))
    }

    fn release(&self, release: &str, below: &str) -> String {
        self.at(&format!("releases/{release}/{below}"))
    }

    /// Carries out commands; where one fails that does not begin with `-`, the rest is not done.
    fn said(&self, batch: &str) -> Result<Said, Unusable> {
        let mut command = Command::new("sftp");
        command.args(&self.words).arg(&self.host).env("LC_ALL", "C").current_dir(&self.stage);
        let mut write = |to: &mut dyn Write| -> Result<(), Unusable> {
            Ok(to.write_all(batch.as_bytes()).map_err(IoError::of("write to sftp", &self.stage))?)
        };
        let said = run(&mut command, Some(&mut write))?;
        if !said.ok && LOST.iter().any(|it| said.err.contains(it)) {
            return Err(failed(&self.host, &said.err));
        }
        Ok(said)
    }

    fn done(&self, batch: &str) -> Result<Vec<u8>, Unusable> {
        let said = self.said(batch)?;
        if said.ok { Ok(said.out) } else { Err(failed(&self.host, &said.err)) }
    }

    /// The bytes of a file there; nothing where there is none.
    fn got(&self, from: &str) -> Result<Option<Vec<u8>>, Unusable> {
        let here = self.stage.join("got");
        let _ = fs::remove_file(&here);
        self.said(&format!("get {from} got\n"))?;
        Ok(fs::read(&here).ok())
    }

    fn manifest(&self, below: &str) -> Result<Option<Manifest>, Unusable> {
        let bytes = self.got(&self.at(&format!("{below}/{MANIFEST}")))?;
        Ok(bytes.and_then(|it| Manifest::from_json(&it)))
    }

    /// Takes the lock: a folder. One that a killed publish of ours has left is ours.
    fn lock(&self) -> Result<(), Unusable> {
        let (lock, owner) = (self.at("releases/.lock"), self.at("releases/.lock/owner"));
        let mine = format!("{} {}\n", self.owner, clock::now());
        self.write("owner", mine.as_bytes())?;
        let mut made = String::new();
        for folder in parents(&format!("{}/releases/x", self.path)).filter(|it| !it.is_empty()) {
            made.push_str(&format!("-mkdir {}\n", quoted(folder)));
        }
        let said = self.said(&format!("{made}mkdir {lock}\nput owner {owner}\n"))?;
        if said.ok {
            return Ok(());
        }
        let held = self.got(&owner)?.unwrap_or_default();
        let held = String::from_utf8_lossy(&held).into_owned();
        let (who, since) = held.trim().split_once(' ').unwrap_or(("another", "0"));
        let age = clock::now() - since.parse().unwrap_or(0);
        if who != self.owner && age <= PATIENCE {
            let message = format!("`{who}` began to publish {age} seconds ago");
            let help = "wait until that has ended; after 15 minutes it is taken over";
            return Err(Refusal::new(message, help).into());
        }
        self.done(&format!("put owner {owner}\n")).map(|_| ())
    }

    fn unlock(&self) -> Result<(), Unusable> {
        let lock = self.at("releases/.lock");
        self.said(&format!("-rm {}\n-rmdir {lock}\n", self.at("releases/.lock/owner"))).map(|_| ())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Unusable> {
        let path = self.stage.join(name);
        Ok(fs::write(&path, bytes).map_err(IoError::of("write", &path))?)
    }

    /// Commands that take a release away, or what there is of one.
    fn removal(&self, name: &str, manifest: &Manifest) -> String {
        let mut batch = String::new();
        let paths: Vec<&str> = manifest.all().map(|(path, _)| path).chain([MANIFEST]).collect();
        for path in &paths {
            batch.push_str(&format!("-rm {}\n", self.release(name, path)));
        }
        let folders: BTreeSet<&str> = paths.iter().flat_map(|it| parents(it)).collect();
        for folder in folders.iter().rev() {
            batch.push_str(&format!("-rmdir {}\n", self.release(name, folder)));
        }
        batch + &format!("-rmdir {}\n", self.at(&format!("releases/{name}")))
    }

    /// What stands in a folder.
    fn listed(&self, folder: &str) -> Result<Vec<String>, Unusable> {
        let listed = self.said(&format!("-ls -1a {folder}\n"))?;
        Ok(names(&listed.out))
    }

    /// A name for the release: one that is free, or that stands for just this, which is said as well.
    /// What is damaged is never written into, for readers see it: it is put beside.
    fn name(&mut self, to: &Manifest, mended: Option<&String>) -> Result<(String, bool), Unusable> {
        let listed = self.listed(&self.at("releases"))?;
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

    fn put(&self, shipment: &Shipment<'_>) -> Result<(), Unusable> {
        let Shipment { to, live, plan, .. } = *shipment;
        // What a killed publish has left of any release goes first: links in it lead to live files.
        for name in &self.listed(&self.at("releases"))? {
            let Some(part) = name.strip_suffix(".part") else { continue };
            let known = self.got(&self.at(&format!("releases/{part}.names")))?;
            if let Some(known) = known.and_then(|it| Manifest::from_json(&it)) {
                self.said(&self.removal(name, &known))?;
            }
        }
        let part = format!("{}.part", to.release);
        let names = self.at(&format!("releases/{}.names", to.release));
        let place = format!("{}/releases/{part}", self.path);
        let old = live.manifest.as_ref();
        // All names that may come to stand there, for whoever has to take it away.
        let mut all = Manifest { kept: to.kept.clone(), ..to.clone() };
        all.kept.extend(
            old.into_iter().flat_map(|old| old.files.clone().into_iter().chain(old.kept.clone())),
        );
        self.write("names", all.to_json().as_bytes())?;
        self.done(&format!("put names {names}\n"))?;
        let from = old.map(|it| format!("{}/releases/{}", self.path, it.release));
        let shared = self.shell.share(from.as_deref(), &place, &plan.deletes)?;
        let tree = self.stage.join("tree");
        let _ = fs::remove_dir_all(&tree);
        let progress = Progress::new("files", to.files.len());
        // Where a shell has done it, the folders of the release before are there.
        let mut batch = String::new();
        let dash = if shared.done { "-" } else { "" };
        batch.push_str(&format!("{dash}mkdir {}\n", self.at(&format!("releases/{part}"))));
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
        if shared.rsync && links.is_empty() && self.shell.put(&tree, &place)? {
            batch.clear();
        }
        batch.push_str(&format!(
            "rename {} {}\n-rm {names}\n",
            self.at(&format!("releases/{part}")),
            self.at(&format!("releases/{}", to.release))
        ));
        let done = self.done(&batch);
        let _ = fs::remove_dir_all(&tree);
        done.map(|_| ())
    }

    /// Leads readers to a release, and remembers the order, perhaps without one that goes.
    fn switch(&mut self, release: &str, goes: Option<&String>) -> Result<(), Unusable> {
        let mut order = self.releases()?;
        order.retain(|it| Some(it) != goes);
        if !order.iter().any(|it| it == release) {
            order.push(release.to_owned());
        }
        self.write("order", (order.join("\n") + "\n").as_bytes())?;
        let (new, list) = (self.at(".current.new"), self.at("releases/order"));
        // The lock goes with it: where this is killed, none is left behind.
        self.done(&format!(
            "put order {list}.part\nrename {list}.part {list}\n-rm {new}\nln -s {} {new}\n\
             rename {new} {}\n-rm {}\n-rmdir {}\n",
            quoted(&format!("releases/{release}")),
            self.at("current"),
            self.at("releases/.lock/owner"),
            self.at("releases/.lock")
        ))?;
        self.seen = false;
        Ok(())
    }

    /// Takes the files of a release away, and names that stand there and that it does not tell of. It
    /// goes under a name that nobody reads: half of it is never taken for a release.
    fn remove_files(&self, release: &str, more: &BTreeSet<Box<str>>) -> Result<(), Unusable> {
        let Some(mut all) = self.manifest(&format!("releases/{release}"))? else { return Ok(()) };
        all.kept.extend(more.iter().map(|path| (path.clone(), Entry::default())));
        self.write("names", all.to_json().as_bytes())?;
        let (part, at) =
            (format!("{release}.part"), |name: &str| self.at(&format!("releases/{name}")));
        let (names, from, to) = (at(&format!("{release}.names")), at(release), at(&part));
        let removal = self.removal(&part, &all);
        let batch = format!("put names {names}\nrename {from} {to}\n{removal}-rm {names}\n");
        self.said(&batch).map(|_| ())
    }

    fn remove(&mut self, release: &str) -> Result<(), Unusable> {
        self.remove_files(release, &BTreeSet::new())?;
        let order: Vec<String> = self.releases()?.into_iter().filter(|it| it != release).collect();
        self.write("order", (order.join("\n") + "\n").as_bytes())?;
        let list = self.at("releases/order");
        self.done(&format!("put order {list}.part\nrename {list}.part {list}\n")).map(|_| ())
    }

    /// Gets a whole release, to be looked at.
    fn fetch(&self, release: &str) -> Result<PathBuf, Unusable> {
        let here = self.stage.join("seen");
        let _ = fs::remove_dir_all(&here);
        fs::create_dir_all(&here).map_err(IoError::of("create the folder", &here))?;
        self.done(&format!("get -R {} seen\n", self.at(&format!("releases/{release}"))))?;
        Ok(here.join(release))
    }
}

impl Target for Ssh {
    fn live(&mut self) -> Result<Live, Unusable> {
        if let Some(manifest) = self.manifest("current")? {
            let version = manifest.release.to_string();
            return Ok(Live { manifest: Some(manifest), version, ..Live::default() });
        }
        let names = self.listed(&quoted(&self.path))?;
        let foreign = names.iter().find(|_| !names.iter().any(|it| it == "releases")).cloned();
        Ok(Live { foreign, ..Live::default() })
    }

    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable> {
        let to = shipment.to;
        self.lock()?;
        let now = self.manifest("current")?.map(|it| it.release.to_string()).unwrap_or_default();
        if now != shipment.live.version {
            self.unlock()?;
            let message = format!("another has published `{now}` meanwhile");
            return Err(Refusal::new(message, "publish again").into());
        }
        let mends = shipment.live.is_mended_by(to);
        let (release, there) = self.name(to, mends.then_some(&now))?;
        let to = &Manifest { release: release.into(), ..to.clone() };
        if !there {
            self.put(&Shipment { to, ..*shipment })?;
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

    fn releases(&mut self) -> Result<Vec<String>, Unusable> {
        let order = self.got(&self.at("releases/order"))?.unwrap_or_default();
        let order = String::from_utf8_lossy(&order).into_owned();
        Ok(order.lines().filter(|it| !it.is_empty()).map(str::to_owned).collect())
    }

    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable> {
        self.manifest(&format!("releases/{release}"))
    }

    fn switch_to(&mut self, release: &str) -> Result<bool, Unusable> {
        self.lock()?;
        self.switch(release, None)?;
        Ok(true)
    }

    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable> {
        let live = if self.seen { None } else { self.live()?.manifest };
        let Some(live) = live else {
            let seen = fs::read_dir(self.stage.join("seen")).into_iter().flatten().flatten().next();
            let bytes = seen.and_then(|it| fs::read(it.path().join(path)).ok());
            return Ok(bytes.map(|bytes| Seen { bytes, ..Seen::default() }));
        };
        self.fetch(&live.release)?;
        self.seen = true;
        self.read(path)
    }

    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable> {
        self.lock()?;
        let live = self.live()?.version;
        let mut forgotten = 0;
        for release in self.releases()?.into_iter().filter(|it| *it != live) {
            let here = self.fetch(&release)?;
            let manifest = self.manifest(&format!("releases/{release}"))?;
            let told = |path: &str| is_told(path, &fs::read(here.join(path)).unwrap_or_default());
            if manifest.is_none_or(|it| it.all().any(|(path, _)| told(path))) {
                self.remove(&release)?;
                forgotten += 1;
            }
        }
        self.seen = false;
        let _ = fs::remove_dir_all(self.stage.join("seen"));
        self.unlock()?;
        Ok(forgotten)
    }
}
