//! One file: written once, or compared with what is there.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

use crate::hash::{self, Pieces};
use crate::io::error::IoError;
use crate::io::{digest, open};
use crate::model::project::{Asset, AssetBytes};
use crate::model::site::{Content, Stream};

/// What is to stand in a file: bytes that are there, what is written piece by piece, or a file that
/// is copied.
enum Bytes<'a> {
    Here(&'a [u8]),
    Written(&'a Stream),
    In(std::path::PathBuf),
}

fn bytes<'a>(root: &Path, content: &'a Content) -> Bytes<'a> {
    match content {
        Content::Bytes(bytes) => Bytes::Here(bytes),
        Content::Stream(stream) => Bytes::Written(stream),
        Content::CopyOf(Asset { bytes: AssetBytes::BuiltIn(bytes), .. }) => Bytes::Here(bytes),
        Content::CopyOf(Asset { bytes: AssetBytes::OnDisk(path), .. }) => {
            Bytes::In(root.join(&**path))
        }
    }
}

/// How many bytes there are; none where a static file cannot be found. What is written piece by
/// piece is written for this, to nowhere.
#[must_use]
pub fn length(root: &Path, content: &Content) -> u64 {
    match bytes(root, content) {
        Bytes::Here(bytes) => bytes.len() as u64,
        Bytes::Written(stream) => {
            let mut counted = 0;
            // Counting cannot fail.
            let _ = stream.write(&mut Each(|piece: &[u8]| counted += piece.len() as u64));
            counted
        }
        Bytes::In(path) => path.metadata().map_or(0, |about| about.len()),
    }
}

/// Takes what is written, piece by piece.
struct Each<F>(F);

impl<F: FnMut(&[u8])> Write for Each<F> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        (self.0)(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Their fingerprint; they stand in `full`.
///
/// # Errors
/// Where a file cannot be read.
pub fn fingerprint(root: &Path, content: &Content, full: &Path) -> Result<String, IoError> {
    let of_file = |path: &Path| {
        let found = open::to_read(path).and_then(|mut file| digest::fingerprint_of(&mut file));
        found.map_err(IoError::of("read", path))
    };
    match bytes(root, content) {
        Bytes::Here(bytes) => Ok(digest::fingerprint(bytes)),
        Bytes::Written(_) => of_file(full),
        Bytes::In(path) => of_file(&path),
    }
}

/// Their whole SHA-256.
///
/// # Errors
/// Where a static file cannot be read.
pub fn sha256(root: &Path, content: &Content) -> Result<String, IoError> {
    match bytes(root, content) {
        Bytes::Here(bytes) => Ok(hash::sha256_hex(bytes)),
        Bytes::Written(stream) => {
            let mut pieces = Pieces::new();
            // Hashing cannot fail.
            let _ = stream.write(&mut Each(|piece: &[u8]| pieces.add(piece)));
            Ok(pieces.sha256_hex())
        }
        Bytes::In(path) => {
            let hash = open::to_read(&path).and_then(|mut file| digest::sha256(&mut file));
            hash.map_err(IoError::of("read", &path))
        }
    }
}

/// Makes a file that is not there yet, and says how long it is.
///
/// # Errors
/// Where the machine refuses; the error names the path in `shown`, for `full` may be a stage.
pub fn make(
    root: &Path,
    full: &Path,
    content: &Content,
    (shown, path): (&Path, &str),
) -> Result<u64, IoError> {
    let refused = |error| IoError::new("write", &shown.join(path), error);
    match bytes(root, content) {
        Bytes::Here(bytes) => {
            let written = open::to_make(full).and_then(|mut file| file.write_all(bytes));
            written.map(|()| bytes.len() as u64).map_err(refused)
        }
        Bytes::Written(stream) => {
            let mut file = open::to_make(full).map_err(refused)?;
            stream.write(&mut file).map_err(refused)?;
            file.stream_position().map_err(refused)
        }
        Bytes::In(path) => {
            let mut from = open::to_read(&path).map_err(IoError::of("read", &path))?;
            let copied = open::to_make(full).and_then(|mut file| io::copy(&mut from, &mut file));
            copied.map_err(refused)
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
    /// The same, of this length.
    Same(u64),
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
    let same = Compared::Same(about.len());
    match bytes(root, content) {
        Bytes::Here(bytes) if about.len() == bytes.len() as u64 || about.len() <= digest::WHOLE => {
            // One read serves for comparing and for the hash.
            buffer.clear();
            (&mut file).take(about.len()).read_to_end(buffer).map_err(refused)?;
            return Ok(match buffer == bytes {
                true => same,
                false => Compared::Differs(digest::fingerprint(buffer)),
            });
        }
        Bytes::Written(stream) => {
            let mut next_to = NextTo { file: &file, buffer, alike: true };
            stream.write(&mut next_to).map_err(refused)?;
            if next_to.alike && file.stream_position().map_err(refused)? == about.len() {
                return Ok(same);
            }
            file.rewind().map_err(refused)?;
        }
        Bytes::In(path) if length(root, content) == about.len() => {
            let from = open::to_read(&path).map_err(IoError::of("read", &path))?;
            if alike(from, &file, buffer).map_err(refused)? {
                return Ok(same);
            }
            file.rewind().map_err(refused)?;
        }
        Bytes::Here(_) | Bytes::In(_) => {}
    }
    Ok(Compared::Differs(digest::fingerprint_of(&mut file).map_err(refused)?))
}

/// Compares what is written with what stands in a file, piece by piece.
struct NextTo<'a> {
    file: &'a File,
    buffer: &'a mut Vec<u8>,
    alike: bool,
}

impl Write for NextTo<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if self.alike {
            self.buffer.clear();
            self.file.take(piece.len() as u64).read_to_end(self.buffer)?;
            self.alike = self.buffer == piece;
        }
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
