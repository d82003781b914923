//! What every target can do. Planning, guards and messages are written once, above it.

use std::borrow::Cow;

use crate::io::publish::built::Built;
use crate::io::write::error::Unusable;
use crate::release::manifest::Manifest;
use crate::release::plan::{Damage, Plan};

/// What is live.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// The last manifest that was committed; none where nothing of ours is there.
    pub manifest: Option<Manifest>,
    /// What proves that nobody has published since; empty where nothing is there.
    pub version: String,
    /// Something that is there and not ours, where nothing of ours is.
    pub foreign: Option<String>,
    /// What is known not to be as the manifest tells.
    pub damage: Damage,
}

impl Live {
    /// Whether a release is what is live already, put again because of what is damaged there.
    #[must_use]
    pub fn is_mended_by(&self, to: &Manifest) -> bool {
        let same = self.manifest.as_ref().is_some_and(|it| it.files == to.files);
        same && self.damage != Damage::default()
    }

    /// The manifest without the files that are lost.
    #[must_use]
    pub fn sound(&self) -> Option<Cow<'_, Manifest>> {
        let manifest = self.manifest.as_ref()?;
        let lost = &self.damage.lost;
        if lost.is_empty() {
            return Some(Cow::Borrowed(manifest));
        }
        let mut sound = manifest.clone();
        sound.files.retain(|path, _| !lost.contains(path));
        sound.kept.retain(|path, _| !lost.contains(path));
        Some(Cow::Owned(sound))
    }
}

/// What is to be put.
#[derive(Clone, Copy)]
pub struct Shipment<'a> {
    /// The release.
    pub to: &'a Manifest,
    /// What is live.
    pub live: &'a Live,
    /// The way from the one to the other.
    pub plan: &'a Plan<'a>,
    /// Where the bytes come from.
    pub from: Source<'a>,
    /// The moment, in seconds since 1970: of commits and sessions.
    pub now: i64,
    /// Whether what is not ours may be overwritten where a file of ours is to stand.
    pub adopt: bool,
}

/// Where the bytes of what is put come from.
#[derive(Clone, Copy)]
pub enum Source<'a> {
    /// From what was built here.
    Built(&'a dyn Bytes),
    /// From a former release that the target keeps.
    Former(&'a str),
}

/// Where the bytes of a release come from.
pub trait Bytes: Sync {
    /// The bytes of a file: just those that the manifest tells of.
    ///
    /// # Errors
    /// Where they are others by now, or cannot be had.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unusable>;
}

impl<E: Send> Bytes for Built<'_, E> {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unusable> {
        self.bytes_of(path)
    }
}

/// What a file is, as readers get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type, where the target itself says it.
    pub media_type: Option<String>,
    /// Its cache header, where the target itself says it.
    pub cache_control: Option<String>,
}

/// A place that releases are put.
pub trait Target {
    /// What is live.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn live(&mut self) -> Result<Live, Unusable>;

    /// Puts a release: at every moment readers have the old one or the new one, and every page its
    /// assets. Gives the name that it has got there.
    ///
    /// # Errors
    /// Where another has published meanwhile, or the machine or the network refuses. Putting it
    /// once more goes on where this ended.
    fn ship(&mut self, shipment: &Shipment<'_>) -> Result<String, Unusable>;

    /// The releases that readers can be led back to, oldest first.
    ///
    /// # Errors
    /// Where they cannot be told.
    fn releases(&mut self) -> Result<Vec<String>, Unusable>;

    /// What a former release is; none where it is not kept.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn former(&mut self, release: &str) -> Result<Option<Manifest>, Unusable>;

    /// Leads readers back to a release that is there, whole, beside the live one; `false` where
    /// releases are not kept so, and it has to be put again.
    ///
    /// # Errors
    /// As [`Target::ship`].
    fn switch_to(&mut self, release: &str) -> Result<bool, Unusable>;

    /// What stands at a path of the live release; nothing where nothing does.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn read(&mut self, path: &str) -> Result<Option<Seen>, Unusable>;

    /// Takes away former releases that hold one of these names or texts. Gives how many.
    ///
    /// # Errors
    /// Where the machine or the network refuses.
    fn forget(&mut self, is_told: &dyn Fn(&str, &[u8]) -> bool) -> Result<usize, Unusable>;
}
