//! Short hashes of files: enough to tell whether a file is the one that was meant.

use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom};

use crate::hash::{self, Pieces};

/// Above this size, the length and both ends stand for the whole: a film is not read to the end
/// at every build only to be named.
pub const WHOLE: u64 = 8 << 20;

const END: u64 = 1 << 20;

/// The first 10 hex digits of the SHA-256 of some bytes, by the rule for large files.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> String {
    if bytes.len() as u64 <= WHOLE {
        return hash::short(bytes);
    }
    let end = usize::try_from(END).unwrap_or(usize::MAX);
    let mut pieces = Pieces::new();
    pieces.add(&(bytes.len() as u64).to_le_bytes());
    pieces.add(bytes.get(..end).unwrap_or(bytes));
    pieces.add(bytes.get(bytes.len().saturating_sub(end)..).unwrap_or(bytes));
    pieces.short()
}

/// The SHA-256 of an open file, from where it stands to its end.
///
/// # Errors
/// Where it cannot be read.
pub fn whole(file: &mut File) -> Result<String> {
    let mut pieces = Pieces::new();
    add(&mut pieces, file, u64::MAX)?;
    Ok(pieces.sha256_hex())
}

/// The short hash of an open file.
///
/// # Errors
/// Where it cannot be read.
pub fn of_file(file: &mut File) -> Result<String> {
    let length = file.metadata()?.len();
    let mut pieces = Pieces::new();
    if length <= WHOLE {
        add(&mut pieces, file, WHOLE + 1)?;
        return Ok(pieces.short());
    }
    pieces.add(&length.to_le_bytes());
    add(&mut pieces, file, END)?;
    file.seek(SeekFrom::Start(length - END))?;
    add(&mut pieces, file, END)?;
    Ok(pieces.short())
}

fn add(pieces: &mut Pieces, file: &mut File, most: u64) -> Result<()> {
    let mut buffer = vec![0; 64 << 10];
    let mut file = file.take(most);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(()),
            n => pieces.add(buffer.get(..n).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_its_bytes_have_one_hash_whatever_the_size() {
        let folder = tempfile::tempdir().unwrap();
        for length in [0, 10, 70_000, 9 << 20] {
            let bytes: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
            let path = folder.path().join("x");
            std::fs::write(&path, &bytes).unwrap();
            let mut file = File::open(&path).unwrap();
            assert_eq!(of_file(&mut file).unwrap(), of_bytes(&bytes), "{length}");
        }
    }
}
