//! Frozen versions: a whole release that stays at an address of its own, `v/2021-12-30/`.
//!
//! The record of a release says that it was frozen, what its texts were, and a hash of all its
//! files. The files are part of every later manifest, also of a former release that readers are led
//! back to; the bytes stay where they were published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash::Pieces;
use crate::release::manifest::{Files, Manifest, Stamp, Stamps};
use crate::release::record::Record;

/// The folder of frozen versions.
pub const FOLDER: &str = "v";

/// A frozen version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Its name: the day, and a number where it is not the first of that day.
    pub name: Box<str>,
    /// A hash of the paths and hashes of its files.
    pub sha256: Box<str>,
    /// How many times something was taken out of it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub revision: u32,
    /// The texts of the front page (`briefing`) and of all things (`section:the-call`).
    pub texts: BTreeMap<Box<str>, Box<str>>,
}

impl Frozen {
    /// What a manifest says of it.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { sha256: self.sha256.clone(), revision: self.revision }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(revision: &u32) -> bool {
    *revision == 0
}

/// The name of a version that is frozen on a day.
#[must_use]
pub fn name(day: &str, before: &[Record]) -> Box<str> {
    let taken =
        |name: &str| before.iter().filter_map(|it| it.frozen.as_ref()).any(|it| *it.name == *name);
    let mut name = day.to_owned();
    let mut number = 2;
    while taken(&name) {
        name = format!("{day}-{number}");
        number += 1;
    }
    name.into()
}

/// Where a file of a version stands.
#[must_use]
pub fn path(name: &str, path: &str) -> String {
    format!("{FOLDER}/{name}/{path}")
}

/// The files of a version, among those of a release.
#[must_use]
pub fn files_of(name: &str, files: &Files) -> Files {
    let folder = path(name, "");
    let below = files.range(Box::from(folder.as_str())..);
    let below = below.take_while(|(path, _)| path.starts_with(&folder));
    below.map(|(path, entry)| (path.clone(), entry.clone())).collect()
}

/// The versions that stand in what is live: those that it tells of, and those that records know and
/// that are there just so.
#[must_use]
pub fn there(live: &Manifest, records: &[Record]) -> Stamps {
    let recorded = records.iter().filter_map(|record| record.frozen.as_ref());
    let recorded = recorded.filter(|it| hash(&files_of(&it.name, &live.files)) == it.sha256);
    let mut all: Stamps = recorded.map(|it| (it.name.clone(), it.stamp())).collect();
    all.extend(live.versions.clone());
    all
}

/// A former release with the versions of what is live: their addresses are promised.
#[must_use]
pub fn carried(former: &Manifest, live: &Manifest, records: &[Record]) -> Manifest {
    let mut files = former.files.clone();
    let mut versions = former.versions.clone();
    for (name, stamp) in there(live, records) {
        let folder = path(&name, "");
        files.retain(|path, _| !path.starts_with(&folder));
        files.extend(files_of(&name, &live.files));
        versions.insert(name, stamp);
    }
    if files == former.files {
        return former.clone();
    }
    let day = former.release.get(..10).unwrap_or(&former.release);
    let first = former.again.as_ref().unwrap_or(&former.release);
    Manifest { versions, again: Some(first.clone()), ..Manifest::new(day, files) }
}

/// The hash of a version's files.
#[must_use]
pub fn hash(files: &Files) -> Box<str> {
    let mut whole = Pieces::new();
    for (path, entry) in files {
        whole.add(format!("{}  {path}\n", entry.sha256).as_bytes());
    }
    whole.short().into()
}

#[cfg(test)]
mod tests {
    use super::{Frozen, name};
    use crate::release::record::Record;

    #[test]
    fn a_second_version_of_a_day_has_a_number() {
        let record = |name: &str| {
            let mut record: Record = serde_json::from_str("{}").unwrap();
            record.frozen = Some(Frozen { name: name.into(), ..Frozen::default() });
            record
        };
        assert_eq!(&*name("2021-12-30", &[]), "2021-12-30");
        let both = [record("2021-12-30"), record("2021-12-30-2")];
        assert_eq!(&*name("2021-12-30", &both[..1]), "2021-12-30-2");
        assert_eq!(&*name("2021-12-30", &both), "2021-12-30-3");
    }
}
