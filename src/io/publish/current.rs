//! `current`: the link to the release that readers see.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path};

use crate::io::error::IoError;
use crate::io::names;
use crate::io::write::error::{Refusal, Unusable};

/// The link's name.
pub const NAME: &str = "current";

/// The folder beside it that releases stand in.
pub const RELEASES: &str = "releases";

/// The name of the release that readers see; none where nothing was published yet.
///
/// # Errors
/// Where `current` is something else than a link to a release.
pub fn read(target: &Path) -> Result<Option<String>, Unusable> {
    let link = target.join(NAME);
    match link.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(IoError::new("read", &link, error).into()),
        Ok(about) if !about.is_symlink() => {
            let message = format!("`{}` is not a link to a release", names::shown(&link));
            let help = "move it away, or name another folder as `path` of the target";
            return Err(Refusal::new(message, help).into());
        }
        Ok(_) => {}
    }
    let to = fs::read_link(&link).map_err(IoError::of("read", &link))?;
    let below = to.strip_prefix(target).unwrap_or(&to);
    let parts: Vec<_> = below.components().collect();
    match parts.as_slice() {
        [Component::Normal(releases), Component::Normal(name)] if *releases == RELEASES => {
            Ok(name.to_str().map(str::to_owned))
        }
        _ => {
            let (link, to) = (names::shown(&link), names::shown(&to));
            let message = format!("`{link}` leads to `{to}`, which is not one of our releases");
            let help = "take the link away, or name another folder as `path` of the target";
            Err(Refusal::new(message, help).into())
        }
    }
}

/// Leads readers to a release: at every moment they see the old one or the new one.
///
/// # Errors
/// Where the machine refuses; readers see the old one then.
pub fn switch(target: &Path, release: &str) -> Result<(), IoError> {
    let (link, new) = (target.join(NAME), target.join(".current.new"));
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(IoError::new("remove", &new, error));
        }
        Ok(()) | Err(_) => {}
    }
    let made = make_link(&Path::new(RELEASES).join(release), &new);
    made.and_then(|()| fs::rename(&new, &link)).map_err(IoError::of("make the link", &link))
}

#[cfg(unix)]
fn make_link(to: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

#[cfg(windows)]
fn make_link(to: &Path, link: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(to, link)
}

#[cfg(not(any(unix, windows)))]
fn make_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
