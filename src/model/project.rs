//! Every input of a build, in memory.

use std::sync::Arc;

use crate::model::evidence::ArchivedText;
use crate::model::place::TextFile;

/// Everything that a site is made of. Equal projects give equal sites, byte for byte.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// `dateline.yaml`.
    pub settings: Option<Arc<TextFile>>,
    /// `content/**/*.md`, and `content/corrections.yaml`, in the order of their paths.
    pub content: Vec<Arc<TextFile>>,
    /// The site's own `templates/**`, in the order of their paths; the theme's own are added to them.
    pub templates: Vec<Arc<TextFile>>,
    /// `static/**`, in the order of their paths; the theme's own are added to them.
    pub assets: Vec<Asset>,
    /// `content/sources/*/*`, in the order of their paths.
    pub archives: Vec<Arc<ArchivedText>>,
    /// Texts that are kept elsewhere (`--archives`), found by their hashes.
    pub supplied: Vec<Arc<ArchivedText>>,
    /// `releases/*.json`, in the order of their paths.
    pub releases: Vec<Arc<TextFile>>,
    /// The moment that embargo and expiry are judged by, in seconds since 1970 (UTC). An input only
    /// where something is embargoed or expires.
    pub now: i64,
    /// Show drafts, embargoed and expired things too.
    pub drafts: bool,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The path below `static/`, with `/`; also its path in the site.
    pub path: Box<str>,
    /// Where its bytes are.
    pub bytes: AssetBytes,
    /// The first 10 hex digits of the SHA-256 of its bytes.
    pub hash: Box<str>,
    /// Its text, where it is the style sheet: pictures take their colour from it.
    pub text: Option<Arc<str>>,
}

/// Where a static file's bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetBytes {
    /// In the program (the built-in theme).
    BuiltIn(&'static [u8]),
    /// On disk, below the site's root at this path; read when it is written, not before.
    OnDisk(Box<str>),
}
