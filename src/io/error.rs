//! What the machine refuses, in plain words and with what to do about it.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use crate::io::names;

/// Something that the machine refused. Never an author's mistake: those are diagnostics.
#[derive(Debug)]
pub struct IoError {
    /// What was to be done, after "cannot": `read`, `write`, `create the folder`.
    pub action: Cow<'static, str>,
    /// To what.
    pub path: PathBuf,
    /// What the system says.
    pub source: Error,
    /// How many bytes there should be room for, where the disk is full.
    pub needed: Option<u64>,
    /// Others of the same run, so that all can be mended at once.
    pub others: Vec<IoError>,
}

impl IoError {
    /// An error of one file.
    pub fn new(action: impl Into<Cow<'static, str>>, path: &Path, source: Error) -> Self {
        let (action, path) = (action.into(), path.to_path_buf());
        IoError { action, path, source, needed: None, others: Vec::new() }
    }

    /// For `map_err`: an error of one file.
    pub fn of(action: &'static str, path: &Path) -> impl FnOnce(Error) -> Self {
        move |source| IoError::new(action, path, source)
    }

    /// All of a list in one, the first of them leading; none where there are none.
    #[must_use]
    pub fn all(mut list: Vec<IoError>) -> Option<Self> {
        if list.is_empty() {
            return None;
        }
        let mut first = list.remove(0);
        first.others.extend(list);
        Some(first)
    }

    /// Says how many bytes there should be room for.
    #[must_use]
    pub fn needing(mut self, bytes: u64) -> Self {
        self.needed = Some(bytes);
        self
    }

    /// What is the matter, as a part of a sentence.
    fn cause(&self) -> Cow<'static, str> {
        if is_too_many_files(&self.source) {
            return "too many files are open".into();
        }
        match known(self.source.kind()) {
            Some((cause, _)) => cause.into(),
            None => self.source.to_string().into(),
        }
    }

    /// What to do about it.
    fn help(&self) -> Option<String> {
        if is_too_many_files(&self.source) {
            return Some("raise the limit with `ulimit -n 1024`, or close other programs".into());
        }
        let (_, help) = known(self.source.kind()).filter(|(_, help)| !help.is_empty())?;
        let room = self.needed.map(|bytes| format!("about {} are needed: ", size(bytes)));
        Some(room.unwrap_or_default() + help)
    }
}

/// The causes that have plain words, with what to do.
fn known(kind: ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Kind;
    const CAUSES: &[(ErrorKind, &str, &str)] = &[
        (
            Kind::PermissionDenied,
            "permission is denied",
            "see who may use it with `ls -l`, and change that with `chmod` or `chown`",
        ),
        (Kind::NotFound, "it is not there", ""),
        (Kind::AlreadyExists, "something stands there already", ""),
        (
            Kind::StorageFull,
            "the disk is full",
            "free some space, or choose a folder on another disk",
        ),
        (
            Kind::QuotaExceeded,
            "your share of the disk is used up",
            "free some space, or choose a folder on another disk",
        ),
        (
            Kind::ReadOnlyFilesystem,
            "the disk can only be read",
            "choose a folder on a disk that can be written to",
        ),
        (
            Kind::FileTooLarge,
            "the file is larger than this system allows",
            "see `ulimit -f`, or choose a folder on another disk",
        ),
        (
            Kind::InvalidFilename,
            "the name is too long or not allowed here",
            "choose a shorter name, or a folder with a shorter path",
        ),
        (Kind::NotADirectory, "a part of the path is a file, not a folder", ""),
        (Kind::IsADirectory, "it is a folder", ""),
        (Kind::OutOfMemory, "there is not enough memory", ""),
    ];
    let found = CAUSES.iter().find(|(known, ..)| *known == kind);
    found.map(|(_, cause, help)| (*cause, *help))
}

impl fmt::Display for IoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, names::shown(&self.path), self.cause())?;
        for other in &self.others {
            let path = names::shown(&other.path);
            write!(f, "\ncannot {} `{path}`: {}", other.action, other.cause())?;
        }
        match self.help() {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl error::Error for IoError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Whether a process may have no more files open for the moment.
#[must_use]
pub fn is_too_many_files(error: &Error) -> bool {
    // EMFILE and ENFILE; on Windows ERROR_TOO_MANY_OPEN_FILES. They have no kind of their own.
    let codes: &[i32] = if cfg!(windows) { &[4] } else { &[24, 23] };
    error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

/// A number of bytes for people: `66 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    for (unit, name) in UNITS {
        if bytes >= unit * 10 {
            return format!("{} {name}", bytes.div_ceil(unit));
        }
        if bytes >= unit {
            let tenths = bytes.div_ceil(unit / 10);
            return format!("{}.{} {name}", tenths / 10, tenths % 10);
        }
    }
    format!("{bytes} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: ErrorKind) -> String {
        IoError::new("write", Path::new("public/a\n.html"), kind.into()).to_string()
    }

    #[test]
    fn an_error_says_what_is_the_matter_and_what_to_do() {
        let text = said(ErrorKind::PermissionDenied);
        assert!(text.starts_with("cannot write `public/a\\n.html`: permission is denied\n"));
        assert!(text.contains("help: "));
    }

    #[test]
    fn a_full_disk_names_the_room_that_is_needed() {
        let error = IoError::new("write", Path::new("x"), ErrorKind::StorageFull.into());
        assert!(error.needing(65_432_100).to_string().contains("about 66 MB are needed"));
    }

    #[test]
    fn all_errors_of_a_run_are_named() {
        let each =
            |path: &str| IoError::new("read", Path::new(path), ErrorKind::PermissionDenied.into());
        let text = IoError::all(vec![each("a"), each("b")]).unwrap().to_string();
        assert!(text.contains("`a`") && text.contains("`b`"), "{text}");
        assert_eq!(text.matches("help:").count(), 1);
        assert!(IoError::all(Vec::new()).is_none());
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!([size(999), size(1_250), size(12_000)], ["999 bytes", "1.3 kB", "12 kB"]);
    }
}
