//! What the server shows. It knows nothing of briefings: an address in, bytes out.

use std::path::PathBuf;
use std::sync::Arc;

/// A site that changes while it is looked at.
pub trait Preview: Send + Sync + 'static {
    /// A number that is another one as soon as a change is known of. What was made under the same
    /// number may be shown again.
    fn generation(&self) -> u64;

    /// What stands at a path of the site, with `/` and without one at its start:
    /// `actors/joe-biden.html`. May wait for a change that is being taken in, so that what is
    /// shown is never stale.
    fn at(&self, path: &str) -> Stands;

    /// What the pages' script is told after each change: JSON in one line.
    fn state(&self) -> Arc<str>;
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// A page, with what the preview marks on it: JSON in one line, or nothing.
    Page {
        /// Its bytes.
        bytes: Vec<u8>,
        /// The marks.
        marks: String,
    },
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file on disk, to be read now.
    File {
        /// The folder that it may not lie outside of.
        root: PathBuf,
        /// Its path in that folder.
        path: Box<str>,
    },
    /// Something that cannot be made until a mistake is mended.
    Unmade {
        /// How it was when it could be, and in which generation that was.
        earlier: Option<(u64, Vec<u8>)>,
    },
    /// Nothing.
    Nothing,
}
