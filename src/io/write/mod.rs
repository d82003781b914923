//! Writing a site so that nothing is ever lost.
//!
//! 1. Every page is made before anything that readers see changes: into a stage beside it.
//! 2. A file whose bytes are right already is not touched.
//! 3. The *marker* (`.dateline/outputs/….building`) says what is about to be written. While it is
//!    there, the folder is unfinished, and the next build knows which files in it are ours.
//! 4. Finished files are renamed into place, so that each is whole at every moment; what the pages
//!    need comes before the pages, and what leads to the pages after them.
//! 5. Files of ours that no longer belong there go, then the *list* of what is ours is written,
//!    then the marker goes.
//!
//! Nothing that is not in the list is overwritten or deleted. What is in the list but was changed
//! by someone else is put aside into `.dateline/kept/` before it makes room.

pub mod claim;
pub mod copy;
pub mod destination;
pub mod disk;
pub mod error;
pub mod fresh;
pub mod making;
pub mod order;
pub mod over;
pub mod own_files;
pub mod placing;
pub mod stage;

use std::path::Path;

use crate::io::write::claim::{State, state};
use crate::io::write::destination::resolve;
use crate::io::write::error::{WriteError, Written};
use crate::io::write::order::Plan;
use crate::io::write::own_files::OwnFiles;
use crate::model::site::{Content, Output};

/// Writes a site into a folder; a relative one counts from the site's root. The caller holds the
/// project's lock.
///
/// # Errors
/// What is wrong with pages, with the folder, or with the machine; readers see the old site then.
/// (Where the machine fails while files are being renamed, some files are new and some old, each
/// whole; the folder is marked as unfinished, and the next call mends it.)
pub fn site<E: Send>(
    root: &Path,
    output_dir: &Path,
    outputs: &[Output],
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<Written, WriteError<E>> {
    let destination = resolve(root, output_dir)?;
    let plan = Plan::of(outputs)?;
    let own = OwnFiles::read(root, &destination)?;
    match state(&destination, &own, &plan)? {
        State::Fresh => fresh::write(root, &destination, &own, &plan, make),
        State::Ours => over::write(root, &destination, &own, &plan, make),
    }
}
