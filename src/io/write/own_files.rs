//! What we have written into a folder: the list, and the marker of a build that is under way.
//!
//! Both are `.dateline/outputs/<folder>`, the list with `.json` and the marker with `.building`. The
//! list is not needed to know what has changed (the disk itself is read for that), only to know
//! what is ours.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::io::error::IoError;
use crate::io::write::destination::{Destination, resolve};
use crate::io::write::order::is_inside;
use crate::io::{digest, own};

const FORMAT: u32 = 1;

/// Stands for a fingerprint that is not known, or not comparable.
const UNKNOWN: &str = "?";

/// A list or a marker, as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct Stored<F> {
    format: u32,
    /// The folder, relative to the site's root where it is inside.
    folder: String,
    /// The program whose fingerprints these are.
    #[serde(default)]
    maker: String,
    /// The fingerprint of each file; of a marker, all that may stand there, with spaces between.
    files: F,
}

/// As it is read.
type Read = Stored<BTreeMap<Box<str>, Box<str>>>;

/// Paths with their fingerprints, in the order of the paths.
pub type Files<'a> = BTreeMap<&'a str, &'a str>;

/// The files in a folder that are ours.
#[derive(Debug, Default)]
pub struct OwnFiles {
    /// Whether we have written to the folder.
    pub is_known: bool,
    /// Whether a build was broken off while it wrote to the folder.
    pub is_unfinished: bool,
    files: BTreeMap<Box<str>, Box<str>>,
    list: PathBuf,
    marker: PathBuf,
}

impl OwnFiles {
    /// Reads list and marker. One that is damaged is as good as none.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn read(root: &Path, to: &Destination) -> Result<Self, IoError> {
        let at = |ending: &str| outputs(root).join(format!("{}.{ending}", to.key));
        let mut own = OwnFiles { list: at("json"), marker: at("building"), ..OwnFiles::default() };
        if !to.exists {
            return Ok(own);
        }
        own.is_unfinished = own.marker.exists();
        for path in [&own.list, &own.marker] {
            let Some(stored) = stored(path)?.filter(|it| it.folder == to.recorded) else {
                continue;
            };
            own.is_known = true;
            let comparable = stored.maker == digest::MAKER;
            for (path, marks) in stored.files.into_iter().filter(|(path, _)| is_inside(path)) {
                let marks = if comparable { marks } else { UNKNOWN.into() };
                own.files
                    .entry(path)
                    .and_modify(|known| *known = format!("{known} {marks}").into())
                    .or_insert(marks);
            }
        }
        Ok(own)
    }

    /// Whether a path is ours.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a file with this fingerprint, at this path, is as we wrote it, as far as is known.
    #[must_use]
    pub fn wrote(&self, path: &str, mark: &str) -> bool {
        let known = self.files.get(path);
        known.is_some_and(|known| known.split(' ').any(|known| known == mark || known == UNKNOWN))
    }

    /// The fingerprint of a file of ours, where only one is possible.
    #[must_use]
    pub fn mark(&self, path: &str) -> Option<&str> {
        let known = self.files.get(path).map(|known| &**known);
        known.filter(|known| *known != UNKNOWN && !known.contains(' '))
    }

    /// Whether something of ours that stands at or below a path goes before it is written: a folder
    /// whose files all went, or a name that differs by case alone.
    #[must_use]
    pub fn makes_room(&self, path: &str) -> bool {
        self.files.keys().any(|own| {
            (**own != *path && own.eq_ignore_ascii_case(path))
                || own.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// The paths that are ours, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    /// Whether the list says exactly this.
    #[must_use]
    pub fn says(&self, files: &Files<'_>) -> bool {
        let own = self.files.iter().map(|(path, mark)| (&**path, &**mark));
        let new = files.iter().map(|(path, mark)| (*path, *mark));
        self.is_known && !self.is_unfinished && own.eq(new)
    }

    /// Says what is about to be written, beside what was there: from now on the folder is
    /// unfinished.
    ///
    /// # Errors
    /// Where the machine refuses; nothing is changed then.
    pub fn begin(&self, root: &Path, to: &Destination, files: &Files<'_>) -> Result<(), IoError> {
        let mut all: BTreeMap<&str, Cow<'_, str>> =
            files.iter().map(|(path, mark)| (*path, Cow::Borrowed(*mark))).collect();
        for (path, marks) in &self.files {
            let entry = all.entry(path).or_default();
            let mut known: Vec<&str> = entry.split(' ').chain(marks.split(' ')).collect();
            known.retain(|mark| !mark.is_empty());
            known.sort_unstable();
            known.dedup();
            *entry = known.join(" ").into();
        }
        store(root, &self.marker, to, all)
    }

    /// Says what is ours now: the folder is finished.
    ///
    /// # Errors
    /// Where the machine refuses; the folder stays unfinished then.
    pub fn finish(&self, root: &Path, to: &Destination, files: &Files<'_>) -> Result<(), IoError> {
        if self.files.is_empty() {
            // The marker says the same.
            fs::rename(&self.marker, &self.list).map_err(IoError::of("write", &self.list))?;
        } else {
            store(root, &self.list, to, files)?;
            fs::remove_file(&self.marker).map_err(IoError::of("remove", &self.marker))?;
        }
        forget_gone(root, &self.list);
        Ok(())
    }
}

/// Whether a build was broken off while it wrote to a folder: some of its files are new then, some
/// old. The next build mends it.
#[must_use]
pub fn is_unfinished(root: &Path, output_dir: &Path) -> bool {
    resolve(root, output_dir)
        .is_ok_and(|to| to.exists && outputs(root).join(format!("{}.building", to.key)).exists())
}

fn outputs(root: &Path) -> PathBuf {
    root.join(own::NAME).join("outputs")
}

fn stored(path: &Path) -> Result<Option<Read>, IoError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        // What is not even text says nothing, as JSON of another format does.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {
            return Ok(None);
        }
        Err(error) => return Err(IoError::new("read", path, error)),
    };
    Ok(serde_json::from_str(&text).ok().filter(|stored: &Read| stored.format == FORMAT))
}

fn store(root: &Path, path: &Path, to: &Destination, files: impl Serialize) -> Result<(), IoError> {
    let stored =
        Stored { format: FORMAT, folder: to.recorded.clone(), maker: digest::MAKER.into(), files };
    own::folder(root)?;
    let folder = outputs(root);
    own::no_link(&folder)?;
    fs::create_dir_all(&folder).map_err(IoError::of("create the folder", &folder))?;
    let new = path.with_extension("tmp");
    let text = serde_json::to_string(&stored).map_err(Into::into);
    let written = text.and_then(|text| fs::write(&new, text + "\n"));
    let done = written.and_then(|()| fs::rename(&new, path));
    done.map_err(|error| {
        let _ = fs::remove_file(&new);
        IoError::new("write", path, error)
    })
}

/// Takes away lists of folders that are gone: whoever makes a folder of that name anew must not
/// have it taken for ours.
fn forget_gone(root: &Path, ours: &Path) {
    let Ok(entries) = fs::read_dir(outputs(root)) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let is_list = path.extension().is_some_and(|it| it == "json" || it == "building");
        if !is_list || path.with_extension("") == ours.with_extension("") {
            continue;
        }
        let Ok(Some(stored)) = stored(&path) else { continue };
        if !root.join(&stored.folder).exists() {
            let _ = fs::remove_file(&path);
        }
    }
}
