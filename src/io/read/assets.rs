//! Static files: known by name and hash, read when they are written.

use std::path::Path;

use crate::io::digest;
use crate::io::error::IoError;
use crate::io::open;
use crate::io::read::found::Found;
use crate::model::project::{Asset, AssetBytes};

/// The one static file that says what the site looks like.
const STYLE_SHEET: &str = "static/style.css";

/// A static file.
///
/// # Errors
/// Where it cannot be read.
pub fn asset(found: &Found) -> std::io::Result<Asset> {
    let mut file = open::to_read(&found.full)?;
    let hash = digest::short_hash(&mut file)?.into();
    let path = found.path.strip_prefix("static/").unwrap_or(&found.path).into();
    let text = (&*found.path == STYLE_SHEET).then(|| std::fs::read_to_string(&found.full).ok());
    let text = text.flatten().map(Into::into);
    Ok(Asset { path, bytes: AssetBytes::OnDisk(found.path.clone()), hash, text })
}

/// All bytes of a static file.
///
/// # Errors
/// Where it cannot be read.
pub fn bytes(root: &Path, asset: &Asset) -> Result<Vec<u8>, IoError> {
    match &asset.bytes {
        AssetBytes::BuiltIn(bytes) => Ok(bytes.to_vec()),
        AssetBytes::OnDisk(path) => {
            let full = root.join(&**path);
            open::patiently(|| std::fs::read(&full)).map_err(IoError::of("read", &full))
        }
    }
}
