//! Where files are made before they are put in place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::io::error::IoError;
use crate::io::write::destination::Destination;

/// Its name inside the folder that is written to.
pub const INSIDE: &str = ".dateline-stage";

/// A folder for files that are not in place yet. It is made when it is needed, and goes when this
/// is dropped.
#[derive(Debug)]
pub struct Stage<'a> {
    to: &'a Destination,
    folder: PathBuf,
    made: Mutex<bool>,
}

impl<'a> Stage<'a> {
    /// One beside the folder that is written to where that is not there yet, else inside it (so
    /// that it is on the same disk). What a killed build left is taken away.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn new(to: &'a Destination) -> Result<Self, IoError> {
        sweep(to)?;
        let folder = if to.exists { to.folder.join(INSIDE) } else { beside(&to.folder) };
        Ok(Stage { to, folder, made: Mutex::new(false) })
    }

    /// The folder, which is there now.
    ///
    /// # Errors
    /// Where the machine refuses.
    pub fn folder(&self) -> Result<&Path, IoError> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if !*made {
            if let Some(parent) = self.folder.parent().filter(|_| !self.to.exists) {
                fs::create_dir_all(parent).map_err(IoError::of("create the folder", parent))?;
            }
            // The name of the stage says nothing to anyone.
            let meant = if self.to.exists { "write into" } else { "create the folder" };
            fs::create_dir(&self.folder).map_err(IoError::of(meant, &self.to.folder))?;
            *made = true;
        }
        Ok(&self.folder)
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        if *self.made.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Takes away what a killed build left.
///
/// # Errors
/// Where the machine refuses.
pub fn sweep(to: &Destination) -> Result<(), IoError> {
    for folder in [beside(&to.folder), to.folder.join(INSIDE)] {
        let is_left = folder.symlink_metadata().is_ok_and(|about| about.is_dir());
        if is_left {
            fs::remove_dir_all(&folder).map_err(IoError::of("remove the folder", &folder))?;
        }
    }
    Ok(())
}

fn beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}{INSIDE}"))
}
