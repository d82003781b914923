//! Frozen versions as part of a release: the new one is made, earlier ones are found.

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
use crate::release::manifest::{Class, Entry, Files, Manifest};
use crate::release::record::Record;

/// Makes the version that a record freezes, and notes the hash of its files there.
///
/// # Errors
/// Where a page cannot be made, or the machine refuses.
pub fn freeze<E: Send>(
    engine: &Engine,
    built: &Built<'_, E>,
    kept: &Kept,
    frozen: &mut Frozen,
) -> Result<Files, Stop> {
    let name = frozen.name.clone();
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
    let made: Vec<_> = engine.outputs().par_iter().map(one).collect();
    let files = made.into_iter().filter_map(Result::transpose).collect::<Result<Files, Stop>>()?;
    if let Some(path) = files.keys().find(|path| built.manifest.files.contains_key(*path)) {
        let message = format!("`static/{path}` stands where a frozen version is to stand");
        return Err(Refusal::new(message, "give the folder `static/v` another name").into());
    }
    frozen.sha256 = frozen::hash(&files);
    kept.keep_files(&name, &files)?;
    Ok(files)
}

/// The files of the versions that were frozen before: as the target has them, else as this working
/// copy or another target has them.
///
/// # Errors
/// Where a version is nowhere, or a target does not answer.
pub fn earlier(
    root: &Path,
    kept: &Kept,
    records: &[Record],
    live: Option<&Manifest>,
    targets: &[Target],
) -> Result<Files, Stop> {
    let mut all = Files::new();
    for frozen in records.iter().filter_map(|record| record.frozen.as_ref()) {
        let there = live.map(|live| frozen::files_of(&frozen.name, &live.files));
        let there = there.filter(|files| frozen::hash(files) == frozen.sha256);
        let files = match there.or_else(|| kept.files(frozen)) {
            Some(files) => files,
            None => fetched(root, kept, frozen, targets)?,
        };
        all.extend(files);
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
    frozen: &Frozen,
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
    frozen.sha256 = frozen::hash(&left);
    frozen.texts.retain(|key, text| !told(key, text.as_bytes()));
    kept.keep_files(&frozen.name, &left)?;
    Ok(left)
}
