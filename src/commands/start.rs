//! What commands begin with: the briefing's folder, the moment, and what is read there.

use std::path::PathBuf;

use crate::cli::Everywhere;
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::io::read::root::{current_folder, find_root};
use crate::io::{clock, read};
use crate::zone;

/// The briefing's folder.
///
/// # Errors
/// Where there is none.
pub fn root(everywhere: &Everywhere) -> Result<PathBuf, Stop> {
    Ok(find_root(everywhere.root.as_deref(), &current_folder()?)?)
}

/// The moment that time is judged by, in seconds since 1970.
///
/// # Errors
/// Where `--now` is no time.
pub fn now(everywhere: &Everywhere) -> Result<i64, Refusal> {
    let Some(given) = &everywhere.now else { return Ok(clock::now()) };
    zone::instant(given).map_err(|help| Refusal::new(format!("`--now {given}` is no time"), help))
}

/// The briefing, read and linked.
///
/// # Errors
/// Where it cannot be found or read. Its own errors are in it.
pub fn engine(everywhere: &Everywhere, drafts: bool) -> Result<(PathBuf, Engine), Stop> {
    let root = root(everywhere)?;
    let (project, told) = read::project(&root, now(everywhere)?, drafts)?;
    Ok((root, Engine::new(project, told)))
}
