//! Archived texts: read byte for byte, since offsets and hashes are of the bytes.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::hash;
use crate::io::error::{IoError, size};
use crate::io::names;
use crate::io::read::whole::whole;
use crate::model::evidence::ArchivedText;
use crate::model::place::TextFile;

/// The most that an archived text may have.
pub const LARGEST: u64 = 20 << 20;

/// A text, by its bytes; no bytes where there are more than [`LARGEST`].
#[must_use]
pub fn archived(path: &str, bytes: Option<Vec<u8>>, length: u64) -> ArchivedText {
    let (text, sha256, unreadable) = match bytes {
        None => {
            let most = size(LARGEST);
            (
                String::new(),
                String::new(),
                Some(format!("has {}; the most is {most}", size(length))),
            )
        }
        Some(bytes) => {
            let sha256 = hash::sha256_hex(&bytes);
            match String::from_utf8(bytes) {
                Ok(text) if text.contains('\0') => {
                    (String::new(), sha256, Some("holds NUL bytes, so it is no text".to_owned()))
                }
                Ok(text) => (text, sha256, None),
                Err(error) => {
                    let byte = error.utf8_error().valid_up_to() + 1;
                    (String::new(), sha256, Some(format!("is not UTF-8 (from byte {byte} on)")))
                }
            }
        }
    };
    let unreadable = unreadable.map(Into::into);
    ArchivedText { file: TextFile::new(path, text), sha256: sha256.into(), unreadable }
}

/// All bytes of a file that is to be archived.
///
/// # Errors
/// Where it cannot be read, or has more than [`LARGEST`].
pub fn from_disk(path: &Path) -> Result<Vec<u8>, IoError> {
    let (bytes, _) = whole(path, LARGEST).map_err(IoError::of("read", path))?;
    bytes.ok_or_else(|| {
        let cause = format!("it has more than {}, the most that is archived", size(LARGEST));
        IoError::new("archive", path, std::io::Error::other(cause))
    })
}

/// The texts in a folder, and in the folders in it, that can be read as texts.
///
/// # Errors
/// Where the folder or a file in it cannot be read.
pub fn supplied(folder: &Path) -> Result<Vec<Arc<ArchivedText>>, IoError> {
    let mut paths = Vec::new();
    let shown = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = walk.filter_entry(|it| it.depth() == 0 || shown(it.file_name()));
    for entry in entries {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_path_buf();
            let cause = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
            IoError::new("read the archives in", &path, cause)
        })?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    let read = |path: &std::path::PathBuf| {
        let (bytes, length) = whole(path, LARGEST).map_err(IoError::of("read", path))?;
        // Where it lies on this machine is nobody else's business.
        let name = path.strip_prefix(folder).ok().filter(|it| !it.as_os_str().is_empty());
        let name = name.map_or_else(|| "archived text".to_owned(), names::shown);
        Ok(Arc::new(archived(&name, bytes, length)))
    };
    paths.par_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{LARGEST, archived, supplied};

    #[test]
    fn bytes_stay_as_they_are_and_what_is_no_text_is_told() {
        let text = archived("x.txt", Some("\u{feff}a\r\nb".into()), 8);
        assert_eq!(&*text.file.text, "\u{feff}a\r\nb");
        assert_eq!(&*text.sha256, crate::hash::sha256_hex(text.file.text.as_bytes()));
        for bytes in [&b"a\0b"[..], b"caf\xe9"] {
            let text = archived("x.txt", Some(bytes.to_vec()), 4);
            assert!(text.unreadable.is_some() && text.file.text.is_empty());
        }
        let large = archived("x.txt", None, LARGEST * 2).unreadable.unwrap();
        assert!(large.contains("42 MB") && large.contains("21 MB"), "{large}");
    }

    #[test]
    fn texts_of_a_folder_are_found_by_their_hashes() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("deep")).unwrap();
        fs::write(folder.path().join("deep/a.txt"), "one").unwrap();
        fs::write(folder.path().join("b"), b"\xff").unwrap();
        let found = supplied(folder.path()).unwrap();
        let found: Vec<_> = found.iter().map(|it| (&*it.file.path, &*it.file.text)).collect();
        assert_eq!(found, [("b", ""), ("deep/a.txt", "one")]);
        let none = supplied(&folder.path().join("none")).unwrap_err().to_string();
        assert!(none.contains("it is not there"), "{none}");
    }
}
