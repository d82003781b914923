//! Short marks of files: enough to tell whether a file is the one that was meant.
//!
//! Two of them: a hash that others can recompute, for names and releases; and a fingerprint, ten
//! times as fast and known to this program alone, for the lists of what it has written.

use std::fs::File;
use std::hash::{BuildHasher, Hasher};
use std::io::{Read, Result, Seek, SeekFrom};

use foldhash::fast::FixedState;

use crate::hash::Pieces;

/// Above this size, the length and both ends stand for the whole: a film is not read to the end
/// at every build only to be named.
pub const WHOLE: u64 = 8 << 20;

const END: u64 = 1 << 20;

/// Fingerprints depend on how a file is cut into pieces, so it is cut in one way only.
const PIECE: usize = 64 << 10;

/// The program that fingerprints are comparable within: they may be others in the next version.
pub const MAKER: &str = concat!("dateline ", env!("CARGO_PKG_VERSION"));

/// The first 10 hex digits of the SHA-256 of an open file, by the rule for large files. `look` sees
/// the pieces too, of a file above [`WHOLE`] first its length.
///
/// # Errors
/// Where it cannot be read.
pub fn short_hash(file: &mut File, look: &mut dyn FnMut(&[u8])) -> Result<String> {
    let mut pieces = Pieces::new();
    each_of_file(file, &mut |piece| {
        pieces.add(piece);
        look(piece);
    })?;
    Ok(pieces.short())
}

/// The SHA-256 of an open file, from where it stands to its end.
///
/// # Errors
/// Where it cannot be read.
pub fn sha256(file: &mut File) -> Result<String> {
    let mut pieces = Pieces::new();
    each(file, u64::MAX, &mut |piece| pieces.add(piece))?;
    Ok(pieces.sha256_hex())
}

/// The fingerprint of some bytes.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = FixedState::default().build_hasher();
    let mut add = |part: &[u8]| part.chunks(PIECE).for_each(|piece| hasher.write(piece));
    if bytes.len() as u64 <= WHOLE {
        add(bytes);
    } else {
        let end = usize::try_from(END).unwrap_or(usize::MAX);
        add(&(bytes.len() as u64).to_le_bytes());
        add(bytes.get(..end).unwrap_or(bytes));
        add(bytes.get(bytes.len().saturating_sub(end)..).unwrap_or(bytes));
    }
    format!("{:016x}", hasher.finish())
}

/// The fingerprint of an open file.
///
/// # Errors
/// Where it cannot be read.
pub fn fingerprint_of(file: &mut File) -> Result<String> {
    let mut hasher = FixedState::default().build_hasher();
    each_of_file(file, &mut |piece| hasher.write(piece))?;
    Ok(format!("{:016x}", hasher.finish()))
}

fn each_of_file(file: &mut File, add: &mut dyn FnMut(&[u8])) -> Result<()> {
    let length = file.metadata()?.len();
    if length <= WHOLE {
        return each(file, WHOLE + 1, add);
    }
    add(&length.to_le_bytes());
    each(file, END, add)?;
    file.seek(SeekFrom::Start(length - END))?;
    each(file, END, add)
}

/// Hands over at most `most` bytes in pieces of one size, the last of them shorter.
fn each(file: &mut File, most: u64, add: &mut dyn FnMut(&[u8])) -> Result<()> {
    let mut buffer = Vec::with_capacity(PIECE);
    let mut left = most;
    while left > 0 {
        buffer.clear();
        let piece = left.min(PIECE as u64);
        let read = file.take(piece).read_to_end(&mut buffer)? as u64;
        if read > 0 {
            add(&buffer);
        }
        if read < piece {
            break;
        }
        left -= read;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_its_bytes_have_one_fingerprint_whatever_the_size() {
        let folder = tempfile::tempdir().unwrap();
        let mut seen = Vec::new();
        for length in [0, 10, 65_536, 70_000, 131_072, 9 << 20] {
            let bytes: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
            let path = folder.path().join("x");
            std::fs::write(&path, &bytes).unwrap();
            let fingerprint = fingerprint(&bytes);
            let mut file = File::open(&path).unwrap();
            assert_eq!(fingerprint_of(&mut file).unwrap(), fingerprint, "{length}");
            assert!(!seen.contains(&fingerprint));
            seen.push(fingerprint);
        }
    }

    #[test]
    fn hashes_of_files_are_those_that_others_compute() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, "abc").unwrap();
        let open = || File::open(&path).unwrap();
        assert_eq!(short_hash(&mut open(), &mut |_| ()).unwrap(), "ba7816bf8f");
        assert!(sha256(&mut open()).unwrap().starts_with("ba7816bf8f01cfea"));
    }
}
