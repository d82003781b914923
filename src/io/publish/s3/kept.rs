//! What this working copy keeps of releases in a store, to lead readers back to them: the store
//! itself holds only the live one.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::hash;
use crate::io::error::IoError;
use crate::io::publish::journal;
use crate::io::publish::target::Bytes;
use crate::io::write::error::{Refusal, Unusable};
use crate::release::manifest::{Entry, Manifest};

/// How many releases are kept.
const STAY: usize = 10;

/// A folder of releases: manifests, and bytes by their hash.
#[derive(Clone, Debug)]
pub struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// In a folder, which is made.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn new(folder: PathBuf) -> Result<Self, IoError> {
        for part in ["blobs", "releases"] {
            let part = folder.join(part);
            fs::create_dir_all(&part).map_err(IoError::of("create the folder", &part))?;
        }
        Ok(Kept { folder })
    }

    fn blob(&self, sha256: &str) -> PathBuf {
        self.folder.join("blobs").join(sha256)
    }

    /// Keeps the bytes of a file.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn keep(&self, sha256: &str, bytes: &[u8]) -> Result<(), IoError> {
        let blob = self.blob(sha256);
        // Cut short by a killed run, it would not have its size.
        if blob.metadata().is_ok_and(|it| it.len() == bytes.len() as u64) {
            return Ok(());
        }
        fs::write(&blob, bytes).map_err(IoError::of("write", &blob))
    }

    /// Keeps a manifest; the oldest go.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn keep_manifest(&self, manifest: &Manifest) -> Result<(), IoError> {
        let path = self.folder.join("releases").join(format!("{}.json", manifest.release));
        // One that was gone back to keeps its place among the others.
        let known = self.manifest(&manifest.release);
        if known.is_none_or(|known| known.files != manifest.files) {
            journal::replace(&path, manifest.to_json().as_bytes())?;
        }
        let releases = self.releases();
        for old in releases.iter().take(releases.len().saturating_sub(STAY)) {
            self.remove(old)?;
        }
        if releases.len() > STAY { self.sweep() } else { Ok(()) }
    }

    /// The releases that are kept, oldest first.
    #[must_use]
    pub fn releases(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join("releases")).into_iter().flatten().flatten();
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let when = entry.metadata().ok()?.modified().ok()?;
                let name = entry.file_name().to_str()?.strip_suffix(".json")?.to_owned();
                Some((when, name))
            })
            .collect();
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// A release that is kept.
    #[must_use]
    pub fn manifest(&self, release: &str) -> Option<Manifest> {
        let path = self.folder.join("releases").join(format!("{release}.json"));
        Manifest::from_json(&fs::read(path).ok()?)
    }

    /// Forgets a release; its bytes go with the next sweep.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn remove(&self, release: &str) -> Result<(), IoError> {
        let path = self.folder.join("releases").join(format!("{release}.json"));
        fs::remove_file(&path).map_err(IoError::of("remove", &path))
    }

    /// Takes away the bytes that no release needs.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn sweep(&self) -> Result<(), IoError> {
        let manifests: Vec<Manifest> =
            self.releases().iter().filter_map(|it| self.manifest(it)).collect();
        let needed: BTreeSet<&str> =
            manifests.iter().flat_map(Manifest::all).map(|(_, it)| &*it.sha256).collect();
        for entry in fs::read_dir(self.folder.join("blobs")).into_iter().flatten().flatten() {
            if !needed.contains(&*entry.file_name().to_string_lossy()) {
                let path = entry.path();
                fs::remove_file(&path).map_err(IoError::of("remove", &path))?;
            }
        }
        Ok(())
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// Where they are not kept.
    pub fn bytes_of(&self, path: &str, entry: &Entry) -> Result<Vec<u8>, Unusable> {
        let bytes = fs::read(self.blob(&entry.sha256)).ok();
        bytes.filter(|bytes| hash::sha256_hex(bytes) == *entry.sha256).ok_or_else(|| {
            let message = format!("the former `{path}` is not kept in this working copy");
            let help = "go back in the content (`git checkout`), and publish that";
            Refusal::new(message, help).into()
        })
    }

    /// What has been put already, of a release.
    #[must_use]
    pub fn put_already(&self, release: &str) -> BTreeSet<String> {
        let text = fs::read_to_string(self.journal()).unwrap_or_default();
        // A last line that was cut off does not count.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let mut lines = whole.lines();
        if lines.next() != Some(release) {
            return BTreeSet::new();
        }
        lines.map(str::to_owned).collect()
    }

    /// Begins the list of what has been put.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn begin_journal(&self, release: &str, resumes: bool) -> Result<fs::File, IoError> {
        let path = self.journal();
        if !resumes {
            journal::replace(&path, format!("{release}\n").as_bytes())?;
        }
        let file = fs::OpenOptions::new().append(true).create(true).open(&path);
        let mut file = file.map_err(IoError::of("write", &path))?;
        // Ends a line that was cut off.
        file.write_all(if resumes { b"\n" } else { b"" }).map_err(IoError::of("write", &path))?;
        Ok(file)
    }

    fn journal(&self) -> PathBuf {
        self.folder.join("journal")
    }
}

/// A former release, with its bytes.
pub struct Former {
    /// Where the bytes are.
    pub kept: Kept,
    /// What it was.
    pub manifest: Option<Manifest>,
}

impl Bytes for Former {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unusable> {
        match self.manifest.as_ref().and_then(|it| it.files.get(path)) {
            Some(entry) => self.kept.bytes_of(path, entry),
            None => {
                let help = "this is a fault of the program: please report it";
                Err(Refusal::new(format!("`{path}` is not part of the release"), help).into())
            }
        }
    }
}

/// Where a target's releases are kept.
///
/// # Errors
/// Where the machine refuses.
pub fn of(root: &Path, target: &str) -> Result<Kept, IoError> {
    Kept::new(journal::folder(root, "s3", target)?)
}
