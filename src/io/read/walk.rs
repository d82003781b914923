//! Walking through the site's folders.

use std::fs::FileType;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, Error, WalkDir};

use crate::diagnostic::code::Code;
use crate::io::error::IoError;
use crate::io::names;
use crate::io::read::found::{Area, Findings, Found, relative};
use crate::io::read::{content, links, root};

/// Deeper than any site, so that a runaway folder ends.
const DEEPEST: usize = 64;

/// Finds every file of the site that is to be read, in the order of their paths. `root` has no
/// links in it.
#[must_use]
pub fn walk(root: &Path) -> Findings {
    let mut findings = Findings::default();
    settings(root, &mut findings);
    for (area, name) in Area::FOLDERS {
        let folder = root.join(name);
        match folder.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => findings.refused.push(IoError::new("read", &folder, error)),
            Ok(about) => {
                if about.is_symlink()
                    && let Some(refusal) = links::refusal(root, &folder, area)
                {
                    links::report(&mut findings, root, &folder, &refusal);
                } else if folder.is_dir() {
                    Walk { root, area, linked: None, findings: &mut findings }.folder(&folder);
                } else {
                    not_a_file(&mut findings, name, about.file_type(), "a folder");
                }
            }
        }
    }
    findings.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    findings
}

fn settings(root: &Path, findings: &mut Findings) {
    let full = root.join(root::SETTINGS);
    let Ok(about) = full.symlink_metadata() else { return };
    if about.is_symlink()
        && let Some(refusal) = links::refusal(root, &full, Area::Settings)
    {
        links::report(findings, root, &full, &refusal);
    } else if full.is_file() {
        findings.files.push(Found { area: Area::Settings, path: root::SETTINGS.into(), full });
    } else {
        not_a_file(findings, root::SETTINGS, about.file_type(), "a file");
    }
}

/// A walk through one of the folders.
struct Walk<'a> {
    root: &'a Path,
    area: Area,
    /// The folder reached by a link that the walk is in.
    linked: Option<PathBuf>,
    findings: &'a mut Findings,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        let depth = if self.area == Area::Releases { 1 } else { DEEPEST };
        let walk = WalkDir::new(folder).min_depth(1).max_depth(depth).follow_links(true);
        let mut walk = walk.into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Err(error) => self.unseen(&error),
                Ok(entry) => {
                    let is_folder = entry.file_type().is_dir();
                    if !self.wants(&entry) && is_folder {
                        walk.skip_current_dir();
                    }
                }
            }
        }
    }

    /// Takes a file; says whether a folder is to be walked.
    fn wants(&mut self, entry: &DirEntry) -> bool {
        let (kind, full) = (entry.file_type(), entry.path());
        let Some(name) = self.name(full) else { return false };
        if entry.path_is_symlink() {
            let refusal = links::refusal(self.root, full, self.area).or_else(|| {
                let inside = self.linked.as_ref().is_some_and(|linked| full.starts_with(linked));
                (kind.is_dir() && inside).then(links::nested)
            });
            if let Some(refusal) = refusal {
                links::report(self.findings, self.root, full, &refusal);
                return false;
            }
            if kind.is_dir() {
                self.linked = Some(full.to_path_buf());
            }
        }
        if kind.is_dir() {
            return self.enters(entry);
        }
        let path = self.path(full);
        if !kind.is_file() {
            not_a_file(self.findings, &path, kind, "a file");
        } else if self.belongs(&path, &name) {
            let archived = self.area == Area::Content && content::is_archived(&path);
            let (area, path) = (if archived { Area::Archives } else { self.area }, path.into());
            self.findings.files.push(Found { area, path, full: full.to_path_buf() });
        }
        true
    }

    /// The name, where it is one that can be read: hidden files are passed over, and names that
    /// cannot be shown are reported.
    fn name(&mut self, full: &Path) -> Option<String> {
        let name = full.file_name()?;
        let lossy = name.to_string_lossy();
        let passed_over = match self.area {
            Area::Settings | Area::Content | Area::Archives => names::is_no_content(&lossy),
            Area::Static => names::is_no_asset(&lossy),
            Area::Templates | Area::Releases => {
                lossy.starts_with('.') || names::is_temporary(&lossy)
            }
        };
        if passed_over {
            return None;
        }
        let wrong = match name.to_str() {
            None => Some("is not UTF-8"),
            Some(name) if self.area == Area::Static => names::unportable(name),
            Some(name) => names::deception(name),
        };
        if let Some(wrong) = wrong {
            let path = relative(self.root, full);
            let message = format!("the name `{path}` {wrong}");
            let help = "give it a plain name: letters, digits, dashes and a dot";
            self.findings.report(Code::FileName, &path, message, help);
            return None;
        }
        Some(lossy.into_owned())
    }

    fn enters(&mut self, entry: &DirEntry) -> bool {
        let path = self.path(entry.path());
        if entry.depth() == DEEPEST {
            let message = format!("`{path}` lies more than {DEEPEST} folders deep");
            self.findings.report(Code::MisplacedFile, &path, message, "move it up");
            return false;
        }
        // What lies deeper beside a source is the author's own affair.
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.area != Area::Content || !content::is_archive(parent)
    }

    fn belongs(&mut self, path: &str, name: &str) -> bool {
        match self.area {
            Area::Content if content::is_archived(path) => true,
            Area::Content => match content::misplaced(path) {
                None => true,
                Some((message, help)) => {
                    self.findings.report(Code::MisplacedFile, path, message, &help);
                    false
                }
            },
            Area::Releases => name.ends_with(".json"),
            Area::Settings | Area::Templates | Area::Static | Area::Archives => true,
        }
    }

    /// What could not be looked at: a link in circles or to nowhere, a folder without permission.
    fn unseen(&mut self, error: &Error) {
        let Some(full) = error.path().map(Path::to_path_buf) else { return };
        if self.name(&full).is_none() {
            return;
        }
        if error.loop_ancestor().is_some() {
            links::report(self.findings, self.root, &full, &links::circle());
        } else if full.is_symlink() {
            let refusal = links::refusal(self.root, &full, self.area);
            links::report(self.findings, self.root, &full, &refusal.unwrap_or_else(links::circle));
        } else {
            let kind = error.io_error().map_or(ErrorKind::Other, std::io::Error::kind);
            if kind != ErrorKind::NotFound {
                self.findings.refused.push(IoError::new("read", &full, kind.into()));
            }
        }
    }

    fn path(&self, full: &Path) -> String {
        relative(self.root, full)
    }
}

fn not_a_file(findings: &mut Findings, path: &str, kind: FileType, wanted: &str) {
    let what = sort(kind);
    let message = format!("`{path}` is {what}, not {wanted}");
    findings.report(Code::NotAFile, path, message, "take it away, or move it out of the site");
}

#[cfg(unix)]
fn sort(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else if kind.is_block_device() || kind.is_char_device() {
        "a device"
    } else if kind.is_dir() {
        "a folder"
    } else {
        "an ordinary file"
    }
}

#[cfg(not(unix))]
fn sort(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "something else" }
}
