//! Frozen versions as part of a release: the new one is made, earlier ones are found.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::commands::publish::open;
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::hash;
use crate::io::publish::built::Built;
use crate::io::publish::versions::Kept;
use crate::io::write::error::Unusable;
use crate::model::settings::Target;
use crate::model::site::{Content, Output};
use crate::release::content_type;
use crate::release::frozen::{self, Frozen};
use crate::release::manifest::{Class, Entry, Files, Manifest, Stamp, Stamps};
use crate::release::record::Record;

/// Frozen versions that are part of a release.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    /// Their files.
    pub files: Files,
    /// What the manifest says of each.
    pub stamps: Stamps,
}

impl Versions {
    /// The release of a site with these.
    #[must_use]
    pub fn with(&self, site: &Manifest, date: &str) -> Manifest {
        let mut files = site.files.clone();
        files.extend(self.files.clone());
        Manifest { versions: self.stamps.clone(), ..Manifest::new(date, files) }
    }

    /// Adds one.
    pub fn add(&mut self, frozen: &Frozen, files: Files) {
        self.files.extend(files);
        self.stamps.insert(frozen.name.clone(), frozen.stamp());
    }
}

/// Makes the version that a record freezes, notes the hash of its files there, and adds it. One that
/// a publish of ours has put already, before it was broken off, stays as it was put.
///
/// # Errors
/// Where another working copy has frozen one of that name, a page cannot be made, or the machine
/// refuses.
pub fn freeze<E: Send>(
    engine: &Engine,
    built: &Built<'_, E>,
    kept: &Kept,
    frozen: &mut Frozen,
    all: &mut Versions,
) -> Result<(), Stop> {
    let name = frozen.name.clone();
    if let Some(there) = all.stamps.get(&name) {
        if there.sha256 == frozen.sha256 {
            return Ok(());
        }
        let message = format!(
            "another working copy has frozen `{}/{name}/` meanwhile, which stays as it is",
            frozen::FOLDER
        );
        let help = "get its record into releases/ (`git pull`), and freeze again: yours gets a \
                    number of its own";
        return Err(Refusal::new(message, help).into());
    }
    let one = |output: &Output| -> Result<Option<(Box<str>, Entry)>, Stop> {
        let content = engine.frozen(&name, output);
        let content = content.map_err(|wrong| Stop::Errors(engine.with_made(wrong)))?;
        let bytes = match content {
            None => return Ok(None),
            Some(Content::Bytes(bytes)) => bytes,
            Some(Content::Stream(stream)) => stream.bytes(),
            Some(Content::CopyOf(_)) => built.bytes_of(&output.path)?,
        };
        let sha256 = hash::sha256_hex(&bytes);
        kept.keep(&sha256, &bytes)?;
        let entry = Entry {
            size: bytes.len() as u64,
            sha256: sha256.into(),
            media_type: content_type::of(&output.path).into(),
            class: Class::of(&output.path, &output.what),
        };
        Ok(Some((frozen::path(&name, &output.path).into(), entry)))
    };
    let mut made = Vec::new();
    engine.outputs().par_iter().map(one).collect_into_vec(&mut made);
    let files = made.into_iter().filter_map(Result::transpose).collect::<Result<Files, Stop>>()?;
    if let Some(path) = files.keys().find(|path| built.manifest.files.contains_key(*path)) {
        let message = format!("`static/{path}` stands where a frozen version is to stand");
        return Err(Refusal::new(message, "give the folder `static/v` another name").into());
    }
    frozen.sha256 = frozen::hash(&files);
    kept.keep_files(&name, &files)?;
    all.add(frozen, files);
    Ok(())
}

/// The versions that were frozen before, by the records and by what is live. Of two forms of one, that
/// which something was taken out of counts.
pub fn known(records: &[Record], live: &[Manifest]) -> Vec<Frozen> {
    let recorded = records.iter().filter_map(|record| record.frozen.clone());
    let mut known: BTreeMap<Box<str>, Frozen> =
        recorded.map(|frozen| (frozen.name.clone(), frozen)).collect();
    for (name, stamp) in live.iter().flat_map(|live| &live.versions) {
        let frozen = known.entry(name.clone()).or_default();
        if frozen.name.is_empty() || stamp.revision > frozen.revision {
            let Stamp { sha256, revision } = stamp.clone();
            *frozen = Frozen { name: name.clone(), sha256, revision, ..frozen.clone() };
        }
    }
    known.into_values().collect()
}

/// The files of these versions: as the target has them, else as this working copy or another target
/// has them.
///
/// # Errors
/// Where a version is nowhere, or a target does not answer.
pub fn earlier(
    root: &Path,
    kept: &Kept,
    known: Vec<Frozen>,
    live: Option<&Manifest>,
    targets: &[Target],
) -> Result<Versions, Stop> {
    let mut all = Versions::default();
    for mut frozen in known {
        let there = live.map(|live| frozen::files_of(&frozen.name, &live.files));
        let there = there.filter(|files| frozen::hash(files) == frozen.sha256);
        let files = match there.or_else(|| kept.files(&frozen)) {
            Some(files) => files,
            None => fetched(root, kept, &mut frozen, targets)?,
        };
        all.add(&frozen, files);
    }
    Ok(all)
}

/// A version, fetched from the first target that has it.
///
/// # Errors
/// Where none has.
pub fn fetched(
    root: &Path,
    kept: &Kept,
    frozen: &mut Frozen,
    targets: &[Target],
) -> Result<Files, Stop> {
    let fetched = targets.iter().find_map(|named| {
        let mut target = open(root, named).ok()?;
        let files: Result<_, Unusable> = kept.fetch(frozen, &mut *target);
        files.ok().flatten()
    });
    fetched.ok_or_else(|| {
        let message = format!(
            "the frozen version `{}/{}/` is at no target as it was published",
            frozen::FOLDER,
            frozen.name
        );
        let help = "go back to a release that has it (`dateline publish --list`, `--rollback RELEASE`), \
                    or publish from the working copy that froze it; to give it up, take `frozen` out of \
                    its record in releases/";
        Refusal::new(message, help).into()
    })
}

/// The files of a version without those that tell of something. Pages are replaced by one that says
/// so, all else is taken out; the version gets the hash of what is left.
///
/// # Errors
/// Where bytes are not at hand, or the machine refuses.
pub fn without(
    told: &dyn Fn(&str, &[u8]) -> bool,
    engine: &Engine,
    kept: &Kept,
    all: &Files,
    frozen: &mut Frozen,
) -> Result<Files, Stop> {
    let folder = frozen::path(&frozen.name, "");
    let mut left = Files::new();
    for (path, entry) in frozen::files_of(&frozen.name, all) {
        let bytes = kept.bytes_of(&path, &entry)?;
        if !told(&path, &bytes) {
            left.insert(path, entry);
            continue;
        }
        let below = path.strip_prefix(&folder).unwrap_or(&path);
        let page = engine.withdrawn(&frozen.name, below).into_bytes();
        if path.ends_with(".html") && !told(&path, &page) {
            let sha256 = hash::sha256_hex(&page);
            kept.keep(&sha256, &page)?;
            let size = page.len() as u64;
            left.insert(path, Entry { size, sha256: sha256.into(), ..entry });
        }
    }
    let sha256 = frozen::hash(&left);
    if sha256 != frozen.sha256 {
        frozen.revision += 1;
        frozen.sha256 = sha256;
    }
    frozen.texts.retain(|key, text| !told(key, text.as_bytes()));
    kept.keep_files(&frozen.name, &left)?;
    Ok(left)
}
