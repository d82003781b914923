//! Static files: known by name and hash, read when they are written.

use std::path::Path;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::digest;
use crate::io::error::IoError;
use crate::io::open;
use crate::io::read::found::{Found, about_file};
use crate::io::read::private_key::is_private_key;
use crate::model::project::{Asset, AssetBytes};

/// The one static file that says what the site looks like.
const STYLE_SHEET: &str = "static/style.css";

/// A static file, and what is wrong with it.
///
/// # Errors
/// Where it cannot be read.
pub fn asset(found: &Found) -> std::io::Result<(Asset, Option<Diagnostic>)> {
    let mut file = open::to_read(&found.full)?;
    let mut is_key = false;
    let mut look = |piece: &[u8]| is_key |= is_private_key(piece);
    let hash = digest::short_hash(&mut file, &mut look)?.into();
    let path = found.path.strip_prefix("static/").unwrap_or(&found.path).into();
    let text = (&*found.path == STYLE_SHEET).then(|| std::fs::read_to_string(&found.full).ok());
    let text = text.flatten().map(Into::into);
    let asset = Asset { path, bytes: AssetBytes::OnDisk(found.path.clone()), hash, text };
    Ok((asset, is_key.then(|| published_key(&found.path))))
}

fn published_key(path: &str) -> Diagnostic {
    let message = format!("`{path}` holds a private key, and all of `static/` is published");
    let help =
        "move it out of `static/`, and make a new key if this one was ever published or committed";
    about_file(Code::SecretInFiles, path, message).help(help)
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
