//! What stands at a target, compared with what was published there, file by file.

use std::collections::BTreeSet;

use crate::hash;
use crate::io::publish::target::Target;
use crate::io::terminal::Progress;
use crate::io::write::error::Unusable;
use crate::release::manifest::Manifest;
use crate::release::plan::Damage;

/// What is the matter with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands there.
    Missing,
    /// Other bytes stand there.
    Bytes,
    /// It is served as another type, instead of its own.
    MediaType(String, Box<str>),
    /// It is kept for another time, instead of its own.
    Cache(String, &'static str),
    /// It was deleted, and stands there.
    Stray,
}

/// What is the matter, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<(Box<str>, Fault)>);

impl Faults {
    /// How many files have one.
    #[must_use]
    pub fn files(&self) -> usize {
        self.0.iter().map(|(path, _)| path).collect::<BTreeSet<_>>().len()
    }

    /// For people: a line each.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        let line = |(path, fault): &(Box<str>, Fault)| match fault {
            Fault::Missing => format!("`{path}` is missing"),
            Fault::Bytes => format!("`{path}` differs"),
            Fault::MediaType(seen, own) => {
                format!("`{path}` differs: it is served as `{seen}`, not `{own}`")
            }
            Fault::Cache(seen, own) => {
                format!("`{path}` differs: it is cached as `{seen}`, not `{own}`")
            }
            Fault::Stray => format!("`{path}` should be gone"),
        };
        self.0.iter().map(line).collect()
    }

    /// For a plan that mends it.
    #[must_use]
    pub fn damage(self) -> Damage {
        let mut damage = Damage::default();
        for (path, fault) in self.0 {
            match fault {
                Fault::Missing | Fault::Bytes | Fault::MediaType(..) | Fault::Cache(..) => {
                    damage.lost.insert(path);
                }
                Fault::Stray => {
                    damage.stray.insert(path);
                }
            }
        }
        damage
    }
}

/// Reads back every file that a manifest tells of, and looks for names that must be gone.
///
/// # Errors
/// Where the target does not answer.
pub fn compare(
    target: &mut dyn Target,
    manifest: &Manifest,
    gone: &BTreeSet<String>,
) -> Result<Faults, Unusable> {
    let progress = Progress::new("files", manifest.files.len() + manifest.kept.len());
    let mut faults = Vec::new();
    for (path, entry) in manifest.all() {
        progress.step();
        let mut found = |fault| faults.push((path.into(), fault));
        let Some(seen) = target.read(path)? else {
            found(Fault::Missing);
            continue;
        };
        if hash::sha256_hex(&seen.bytes) != *entry.sha256 {
            found(Fault::Bytes);
        }
        if let Some(other) = seen.media_type.filter(|it| **it != *entry.media_type) {
            found(Fault::MediaType(other, entry.media_type.clone()));
        }
        let cache = entry.class.cache_control();
        if let Some(other) = seen.cache_control.filter(|it| it != cache) {
            found(Fault::Cache(other, cache));
        }
    }
    for path in gone {
        if target.read(path)?.is_some() {
            faults.push((path.as_str().into(), Fault::Stray));
        }
    }
    Ok(Faults(faults))
}
