//! What commands begin with: the briefing's folder, the moment, and what is read there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::cli::Everywhere;
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::io::lock::Lock;
use crate::io::read::root::{current_folder, find_root, named_root, typed};
use crate::io::{change, clock, read, terminal};
use crate::model::evidence::ArchivedText;
use crate::zone;

/// How long a second command waits for the first.
const PATIENCE: Duration = Duration::from_secs(10);
/// The output folder where none is named.
pub const PUBLIC: &str = "public";

/// The briefing's folder.
///
/// # Errors
/// Where there is none.
pub fn root(everywhere: &Everywhere) -> Result<PathBuf, Stop> {
    let root = match &everywhere.root {
        Some(named) => named_root(typed(named)?)?,
        None => find_root(&current_folder()?)?,
    };
    if change::is_broken_off(&root) {
        let _lock = lock(&root, "finish a renaming")?;
        if change::is_broken_off(&root) {
            change::finish(&root)?;
            terminal::report("a change of content that had been broken off is finished");
        }
    }
    Ok(root)
}

/// The moment that time is judged by, in seconds since 1970.
///
/// # Errors
/// Where `--now` is no time.
pub fn now(everywhere: &Everywhere) -> Result<i64, Refusal> {
    let Some(given) = &everywhere.now else { return Ok(clock::now()) };
    zone::instant(given).map_err(|help| Refusal::new(format!("`--now {given}` is no time"), help))
}

/// The archived texts that are kept elsewhere.
///
/// # Errors
/// Where they cannot be read.
pub fn archives(everywhere: &Everywhere) -> Result<Vec<Arc<ArchivedText>>, Stop> {
    let Some(folder) = &everywhere.archives else { return Ok(Vec::new()) };
    Ok(read::archives::supplied(&typed(folder)?)?)
}

/// Keeps other commands from writing to the same briefing meanwhile; waits for one that does.
///
/// # Errors
/// Where the other command does not end.
pub fn lock(root: &Path, command: &str) -> Result<Lock, Stop> {
    let wait = |by: &_| terminal::report(&format!("waiting for another command: {by}"));
    Ok(Lock::take(root, command, PATIENCE, wait)?)
}

/// The briefing, read and linked.
///
/// # Errors
/// Where it cannot be found or read. Its own errors are in it.
pub fn engine(everywhere: &Everywhere, drafts: bool) -> Result<(PathBuf, Engine), Stop> {
    let root = root(everywhere)?;
    let engine = engine_at(&root, everywhere, drafts)?;
    Ok((root, engine))
}

/// The briefing of a folder that is known, read and linked.
///
/// # Errors
/// Where it cannot be read. Its own errors are in it.
pub fn engine_at(root: &Path, everywhere: &Everywhere, drafts: bool) -> Result<Engine, Stop> {
    let (mut project, told) = read::project(root, now(everywhere)?, drafts)?;
    project.supplied = archives(everywhere)?;
    Ok(Engine::new(project, told))
}

/// The output folder: `public` in the briefing's own folder, so that `dateline build` means the
/// same everywhere inside a briefing; any other is where the command was typed.
///
/// # Errors
/// Where the folder that the program was started in is gone.
pub fn output(root: &Path, output: &Path) -> Result<PathBuf, Stop> {
    if output == Path::new(PUBLIC) { Ok(root.join(output)) } else { Ok(typed(output)?) }
}
