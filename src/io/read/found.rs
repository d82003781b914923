//! What a walk through the site finds.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::error::IoError;
use crate::io::names;
use crate::model::place::{Place, Span, TextFile};

/// What a file is, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// `dateline.yaml`.
    Settings,
    /// `content/`.
    Content,
    /// `templates/`.
    Templates,
    /// `static/`.
    Static,
    /// `releases/`.
    Releases,
    /// `content/sources/*/`: archived texts.
    Archives,
}

impl Area {
    /// The areas that are folders, with the folders' names.
    pub const FOLDERS: [(Area, &'static str); 4] = [
        (Area::Content, "content"),
        (Area::Templates, "templates"),
        (Area::Static, "static"),
        (Area::Releases, "releases"),
    ];
}

/// A file that is to be read.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is.
    pub area: Area,
    /// Its path relative to the site's root, with `/`.
    pub path: Box<str>,
    /// Where it is.
    pub full: PathBuf,
}

/// All that was found, and what was wrong.
#[derive(Debug, Default)]
pub struct Findings {
    /// The files.
    pub files: Vec<Found>,
    /// What an author has to mend.
    pub diagnostics: Vec<Diagnostic>,
    /// What the system did not let us see.
    pub refused: Vec<IoError>,
}

impl Findings {
    /// Reports a whole file.
    pub fn report(&mut self, code: Code, path: &str, message: String, help: &str) {
        self.diagnostics.push(about_file(code, path, message).help(help));
    }
}

/// A diagnostic about a whole file; its text is not needed.
#[must_use]
pub fn about_file(code: Code, path: &str, message: String) -> Diagnostic {
    let file: Arc<TextFile> = TextFile::new(path, "");
    Diagnostic::new(code, Place::new(&file, Span::default()), message)
}

/// A path relative to the site's root, with `/`, fit to be shown.
#[must_use]
pub fn relative(root: &Path, full: &Path) -> String {
    let path = names::shown(full.strip_prefix(root).unwrap_or(full));
    if cfg!(windows) { path.replace('\\', "/") } else { path }
}
