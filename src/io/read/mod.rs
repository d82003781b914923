//! Reading a site: from a folder to a [`Project`].

pub mod again;
pub mod archives;
pub mod assets;
pub mod content;
pub mod encoding;
pub mod found;
pub mod links;
pub mod private_key;
pub mod root;
pub mod text;
pub mod walk;
pub mod whole;

use std::path::Path;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::error::IoError;
use crate::io::read::whole::{Attempt, attempt};
use crate::model::project::Project;

/// Reads everything that a site is made of. What an author has to mend is in the list; the project
/// holds all that could be read in spite of it.
///
/// Nothing is ever written. A file that vanishes between being found and being read (an editor that
/// saves, a `git checkout`) has everything read again, so that no project mixes two states.
///
/// # Errors
/// Every file that the system does not let us read, all in one.
pub fn project(root: &Path, now: i64, drafts: bool) -> Result<(Project, Vec<Diagnostic>), IoError> {
    const ATTEMPTS: u32 = 4;
    let mut left = ATTEMPTS;
    loop {
        left -= 1;
        match attempt(root, now, drafts) {
            Ok(Attempt::Whole(read)) => return Ok(*read),
            Ok(Attempt::Moved(error)) if left == 0 => return Err(error),
            Ok(Attempt::Moved(_)) => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests;
