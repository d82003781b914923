//! One file: written once, or compared with what is there.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

use crate::hash;
use crate::io::error::IoError;
use crate::io::{digest, open};
use crate::model::project::{Asset, AssetBytes};
use crate::model::site::Content;

/// What is to stand in a file: bytes that are there, or a file that is copied piece by piece.
enum Bytes<'a> {
    Here(&'a [u8]),
    In(std::path::PathBuf),
}

fn bytes<'a>(root: &Path, content: &'a Content) -> Bytes<'a> {
    match content {
        Content::Bytes(bytes) => Bytes::Here(bytes),
        Content::CopyOf(Asset { bytes: AssetBytes::BuiltIn(bytes), .. }) => Bytes::Here(bytes),
        Content::CopyOf(Asset { bytes: AssetBytes::OnDisk(path), .. }) => {
            Bytes::In(root.join(&**path))
        }
    }
}

/// How many bytes there are; none where a static file cannot be found.
#[must_use]
pub fn length(root: &Path, content: &Content) -> u64 {
    match bytes(root, content) {
        Bytes::Here(bytes) => bytes.len() as u64,
        Bytes::In(path) => path.metadata().map_or(0, |about| about.len()),
    }
}

/// Their fingerprint.
///
/// # Errors
/// Where a static file cannot be read.
pub fn fingerprint(root: &Path, content: &Content) -> Result<String, IoError> {
    match bytes(root, content) {
        Bytes::Here(bytes) => Ok(digest::fingerprint(bytes)),
        Bytes::In(path) => {
            let found = open::to_read(&path).and_then(|mut file| digest::fingerprint_of(&mut file));
            found.map_err(IoError::of("read", &path))
        }
    }
}

/// Their whole SHA-256.
///
/// # Errors
/// Where a static file cannot be read.
pub fn sha256(root: &Path, content: &Content) -> Result<String, IoError> {
    match bytes(root, content) {
        Bytes::Here(bytes) => Ok(hash::sha256_hex(bytes)),
        Bytes::In(path) => {
            let hash = open::to_read(&path).and_then(|mut file| digest::sha256(&mut file));
            hash.map_err(IoError::of("read", &path))
        }
    }
}

/// Makes a file that is not there yet.
///
/// # Errors
/// Where the machine refuses; the error names the path in `shown`, for `full` may be a stage.
pub fn make(
    root: &Path,
    full: &Path,
    content: &Content,
    (shown, path): (&Path, &str),
) -> Result<(), IoError> {
    let refused = |error| IoError::new("write", &shown.join(path), error);
    match bytes(root, content) {
        Bytes::Here(bytes) => {
            open::to_make(full).and_then(|mut file| file.write_all(bytes)).map_err(refused)
        }
        Bytes::In(path) => {
            let mut from = open::to_read(&path).map_err(IoError::of("read", &path))?;
            let copied = open::to_make(full).and_then(|mut file| io::copy(&mut from, &mut file));
            copied.map(|_| ()).map_err(refused)
        }
    }
}

/// What stands in a file, next to what is to stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// There is no file.
    Missing,
    /// There is something else than a file.
    NoFile,
    /// The same.
    Same,
    /// Something else, with this fingerprint.
    Differs(String),
}

/// Compares a file with what is to stand there, without following links.
///
/// # Errors
/// Where the machine refuses.
pub fn compare(
    root: &Path,
    full: &Path,
    content: &Content,
    length: u64,
    buffer: &mut Vec<u8>,
) -> Result<Compared, IoError> {
    let refused = |error| IoError::new("read", full, error);
    let about = match full.symlink_metadata() {
        Ok(about) => about,
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Compared::Missing);
        }
        Err(error) => return Err(refused(error)),
    };
    if !about.is_file() {
        return Ok(Compared::NoFile);
    }
    let mut file = open::to_read(full).map_err(refused)?;
    match bytes(root, content) {
        Bytes::Here(bytes) if about.len() == length || about.len() <= digest::WHOLE => {
            // One read serves for comparing and for the hash.
            buffer.clear();
            (&mut file).take(about.len()).read_to_end(buffer).map_err(refused)?;
            return Ok(match buffer == bytes {
                true => Compared::Same,
                false => Compared::Differs(digest::fingerprint(buffer)),
            });
        }
        Bytes::In(path) if about.len() == length => {
            let from = open::to_read(&path).map_err(IoError::of("read", &path))?;
            if alike(from, &file, buffer).map_err(refused)? {
                return Ok(Compared::Same);
            }
            file.rewind().map_err(refused)?;
        }
        Bytes::Here(_) | Bytes::In(_) => {}
    }
    Ok(Compared::Differs(digest::fingerprint_of(&mut file).map_err(refused)?))
}

/// Compares two files of one length, piece by piece.
///
/// # Errors
/// Where one cannot be read.
pub fn alike(mut a: File, mut b: &File, buffer: &mut Vec<u8>) -> io::Result<bool> {
    const PIECE: usize = 256 << 10;
    buffer.resize(PIECE * 2, 0);
    let (left, right) = buffer.split_at_mut(PIECE);
    loop {
        let read = a.read(left)?;
        let (Some(left), Some(right)) = (left.get(..read), right.get_mut(..read)) else {
            return Ok(false);
        };
        if read == 0 {
            return Ok(true);
        }
        match b.read_exact(right) {
            Ok(()) if left == right => {}
            Ok(()) => return Ok(false),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}
