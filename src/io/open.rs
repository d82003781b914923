//! Opening files with patience: where too many are open, others will be closed in a moment.

use std::fs::File;
use std::io::Result;
use std::path::Path;
use std::time::Duration;

use crate::io::clock;
use crate::io::error::is_too_many_files;

/// Tries again for about two seconds while too many files are open.
pub fn patiently<T>(mut open: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 0..1000 {
        match open() {
            Err(error) if is_too_many_files(&error) => clock::wait(Duration::from_millis(2)),
            done => return done,
        }
    }
    open()
}

/// Opens a file to read it.
pub fn to_read(path: &Path) -> Result<File> {
    patiently(|| File::open(path))
}

/// Makes a file that is not there yet.
pub fn to_make(path: &Path) -> Result<File> {
    patiently(|| File::create_new(path))
}
