//! A release is a manifest: every file with its size, hash, media type and cache class.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash::Pieces;
use crate::model::site::What;

/// The format of manifests.
const FORMAT: u32 = 1;

/// When a file is put, and how long browsers may keep it. In the order of puts.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// A file whose name holds its hash: it never changes.
    Immutable,
    /// Any other file that pages need.
    #[default]
    Asset,
    /// A page; and what pages that lead to others ask for: the parts of the search index.
    Page,
    /// A page that leads to others.
    Index,
    /// A file that gathers the whole site: feeds, data, the site map.
    Feed,
}

impl Class {
    /// The class of an output at a path.
    #[must_use]
    pub fn of(path: &str, what: &What) -> Self {
        let leaf = matches!(
            what,
            What::Entity(_)
                | What::Mentions(..)
                | What::TimelineYear(..)
                | What::TimelineActor(..)
                | What::Redirect(..)
        );
        if let What::Asset(asset) = what {
            return if path.contains(&*asset.hash) { Class::Immutable } else { Class::Asset };
        }
        match path.ends_with(".html") {
            true if leaf => Class::Page,
            true => Class::Index,
            // Where it came last, the page that searches would be there without it.
            false if path.ends_with(".js") => Class::Page,
            false => Class::Feed,
        }
    }

    /// The header `Cache-Control` of such a file.
    #[must_use]
    pub fn cache_control(self) -> &'static str {
        match self {
            Class::Immutable => "public, max-age=31536000, immutable",
            Class::Asset | Class::Page | Class::Index | Class::Feed => {
                "public, max-age=60, must-revalidate"
            }
        }
    }
}

/// One file of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256, in hex.
    pub sha256: Box<str>,
    /// Their media type.
    #[serde(rename = "type")]
    pub media_type: Box<str>,
    /// When it is put, and how long it may be kept.
    pub class: Class,
}

/// Files by path.
pub type Files = BTreeMap<Box<str>, Entry>;

/// A frozen version among the files of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// A hash of the paths and hashes of its files.
    pub sha256: Box<str>,
    /// How many times something was taken out of it: the higher one counts.
    #[serde(default)]
    pub revision: u32,
}

/// Frozen versions by name.
pub type Stamps = BTreeMap<Box<str>, Stamp>;

/// A publish that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Whose it is: a name that each working copy gives itself.
    pub owner: Box<str>,
    /// When it began, in seconds since 1970.
    pub since: i64,
    /// The release that is being put.
    pub release: Box<str>,
    /// The names that may be there because of it.
    pub names: Vec<Box<str>>,
}

/// A release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of this file.
    pub format: u32,
    /// The release's name: its day, and a hash of all paths and hashes.
    pub release: Box<str>,
    /// Its files.
    pub files: Files,
    /// Files of the release before that pages in open windows still ask for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: Files,
    /// The frozen versions among its files. What is live says so itself: a working copy that does not
    /// know of a version yet leaves it where it is.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub versions: Stamps,
    /// The former release that this is again, with the versions that were frozen since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Box<str>>,
    /// Names of ours that are still to be deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Box<str>>,
    /// The publish that is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
}

impl Manifest {
    /// The release of some files.
    #[must_use]
    pub fn new(date: &str, files: Files) -> Self {
        let mut whole = Pieces::new();
        for (path, entry) in &files {
            whole.add(format!("{}  {path}\n", entry.sha256).as_bytes());
        }
        let release = format!("{date}-{}", whole.short()).into();
        Manifest {
            format: FORMAT,
            release,
            files,
            kept: Files::new(),
            versions: Stamps::new(),
            again: None,
            gone: vec![],
            session: None,
        }
    }

    /// The same with the files of the release before that open pages still ask for: those whose
    /// names hold their hashes. Only of the one release before: they do not pile up.
    #[must_use]
    pub fn keeping(mut self, before: Option<&Manifest>) -> Self {
        let files = before.into_iter().flat_map(|before| &before.files);
        let kept = files.filter(|(path, entry)| {
            entry.class == Class::Immutable && !self.files.contains_key(*path)
        });
        self.kept = kept.map(|(path, entry)| (path.clone(), entry.clone())).collect();
        self
    }

    /// A name for the release where others of its name stand already: the first has no number.
    #[must_use]
    pub fn numbered(&self, number: usize) -> String {
        let end = self.release.match_indices('-').nth(3).map(|(at, _)| at);
        let first = end.and_then(|end| self.release.get(..end)).unwrap_or(&self.release);
        if number == 1 { first.to_owned() } else { format!("{first}-{number}") }
    }

    /// What may stand at its place: its own files and the kept ones.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.files.iter().chain(&self.kept).map(|(path, entry)| (&**path, entry))
    }

    /// As it is stored: a line a file.
    #[must_use]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string(self).unwrap_or_default();
        text.replace("},\"", "},\n\"") + "\n"
    }

    /// Reads what is stored; none where it is no manifest of a format that is known.
    #[must_use]
    pub fn from_json(text: &[u8]) -> Option<Self> {
        let read: Manifest = serde_json::from_str(std::str::from_utf8(text).ok()?).ok()?;
        (read.format == FORMAT).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let entry = |path: &str, text: &str| Entry {
            size: text.len() as u64,
            sha256: hash::sha256_hex(text.as_bytes()).into(),
            media_type: "text/html".into(),
            class: if path.ends_with(".css") { Class::Immutable } else { Class::Page },
        };
        let files = files.iter().map(|(path, text)| ((*path).into(), entry(path, text)));
        Manifest::new("2021-12-30", files.collect())
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let mut all = manifest(&[("a.html", "a"), ("x.1.css", "x")]);
        all.gone = vec!["b.html".into()];
        assert_eq!(Manifest::from_json(all.to_json().as_bytes()), Some(all));
        assert_eq!(Manifest::from_json(b"{}"), None);
    }

    #[test]
    fn a_number_takes_the_place_of_another() {
        let mut one = manifest(&[("a.html", "a")]);
        let name = one.release.to_string();
        assert_eq!((one.numbered(1), one.numbered(3)), (name.clone(), format!("{name}-3")));
        one.release = format!("{name}-2").into();
        assert_eq!((one.numbered(1), one.numbered(3)), (name.clone(), format!("{name}-3")));
    }

    #[test]
    fn hashed_files_of_one_release_before_are_kept() {
        let one = manifest(&[("a.html", "a"), ("x.1.css", "x")]);
        let two = manifest(&[("a.html", "b"), ("x.2.css", "y")]).keeping(Some(&one));
        assert_eq!(two.kept.keys().map(|it| &**it).collect::<Vec<_>>(), ["x.1.css"]);
        let three = manifest(&[("a.html", "c"), ("x.3.css", "z")]).keeping(Some(&two));
        assert_eq!(three.kept.keys().map(|it| &**it).collect::<Vec<_>>(), ["x.2.css"]);
    }
}
