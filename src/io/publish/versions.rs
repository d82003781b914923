//! Bytes of frozen versions that this working copy knows: those that it froze, or had to fetch.
//!
//! Versions live where they were published. Only where a target does not have one (a new target, or
//! a former release that was gone back to) are its bytes needed again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::hash;
use crate::io::error::IoError;
use crate::io::publish::journal;
use crate::io::publish::target::{Bytes, Target};
use crate::io::write::error::{Refusal, Unusable};
use crate::release::frozen::{Frozen, files_of, hash as whole};
use crate::release::manifest::{Entry, Files, Manifest, Stamp};

/// A folder of bytes by their hash, and of the files of each version.
#[derive(Clone, Debug)]
pub struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// That of a working copy.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn of(root: &Path) -> Result<Self, IoError> {
        Ok(Kept { folder: journal::folder(root, "versions", "")? })
    }

    /// Keeps bytes.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn keep(&self, sha256: &str, bytes: &[u8]) -> Result<(), IoError> {
        let path = self.folder.join(sha256);
        // Cut short by a killed run, it would not have its size.
        if path.metadata().is_ok_and(|it| it.len() == bytes.len() as u64) {
            return Ok(());
        }
        fs::write(&path, bytes).map_err(IoError::of("write", &path))
    }

    /// Keeps the files of a version.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn keep_files(&self, name: &str, files: &Files) -> Result<(), IoError> {
        let path = self.folder.join(format!("{name}.json"));
        let manifest = Manifest::new(name, files.clone());
        journal::replace(&path, manifest.to_json().as_bytes())
    }

    /// The files of a version, where all of it is here.
    #[must_use]
    pub fn files(&self, frozen: &Frozen) -> Option<Files> {
        let text = fs::read(self.folder.join(format!("{}.json", frozen.name))).ok()?;
        let files = Manifest::from_json(&text)?.files;
        let whole = whole(&files) == frozen.sha256
            && files.values().all(|entry| self.bytes(&entry.sha256).is_some());
        whole.then_some(files)
    }

    fn bytes(&self, sha256: &str) -> Option<Vec<u8>> {
        let bytes = fs::read(self.folder.join(sha256)).ok()?;
        (hash::sha256_hex(&bytes) == sha256).then_some(bytes)
    }

    /// Fetches a version from where it was published. Its files, where all of it is there; where more
    /// was taken out of it there, that is the version now.
    ///
    /// # Errors
    /// Where the target does not answer, or this machine refuses.
    pub fn fetch(
        &self,
        frozen: &mut Frozen,
        target: &mut dyn Target,
    ) -> Result<Option<Files>, Unusable> {
        let Some(live) = target.live()?.manifest else { return Ok(None) };
        let files = files_of(&frozen.name, &live.files);
        if let Some(later) =
            live.versions.get(&frozen.name).filter(|it| it.revision > frozen.revision)
        {
            let Stamp { sha256, revision } = later.clone();
            *frozen = Frozen { sha256, revision, ..frozen.clone() };
        }
        if whole(&files) != frozen.sha256 {
            return Ok(None);
        }
        for (path, entry) in &files {
            let seen = target.read(path)?.map(|seen| seen.bytes).unwrap_or_default();
            if hash::sha256_hex(&seen) != *entry.sha256 {
                return Ok(None);
            }
            self.keep(&entry.sha256, &seen)?;
        }
        self.keep_files(&frozen.name, &files)?;
        Ok(Some(files))
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// Where they are not here.
    pub fn bytes_of(&self, path: &str, entry: &Entry) -> Result<Vec<u8>, Unusable> {
        self.bytes(&entry.sha256).ok_or_else(|| {
            let message = format!("`{path}` of a frozen version is not at hand");
            Refusal::new(message, "see that the targets answer, and try again").into()
        })
    }

    /// Takes away what none of these files needs.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn sweep(&self, needed: &Files) -> Result<(), IoError> {
        let needed: BTreeSet<&str> = needed.values().map(|entry| &*entry.sha256).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if !name.ends_with(".json") && !needed.contains(&*name) {
                let path = entry.path();
                fs::remove_file(&path).map_err(IoError::of("remove", &path))?;
            }
        }
        Ok(())
    }
}

/// A site with its frozen versions.
pub struct Whole<'a> {
    /// What was built.
    pub built: &'a dyn Bytes,
    /// Where bytes of versions are.
    pub kept: &'a Kept,
    /// The files of versions.
    pub versions: &'a Files,
}

impl Bytes for Whole<'_> {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unusable> {
        let Some(entry) = self.versions.get(path) else { return self.built.bytes(path) };
        self.kept.bytes_of(path, entry)
    }
}
