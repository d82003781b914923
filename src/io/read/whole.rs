//! One attempt at reading a whole site.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read, Result};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::error::{IoError, size};
use crate::io::open;
use crate::io::read::found::{Area, Found, about_file};
use crate::io::read::{archives, assets, text, walk};
use crate::model::evidence::ArchivedText;
use crate::model::place::TextFile;
use crate::model::project::{Asset, Project};

/// The most that a text may have; the site's memory has more.
const LARGEST: u64 = 1 << 20;

/// Above this a text is not read at all; up to it, it is read in spite of its size, so that what
/// refers to it is not reported as well.
const UNREADABLE: u64 = 32 << 20;

/// What came of an attempt.
pub enum Attempt {
    /// The project, and what an author has to mend.
    Whole(Box<(Project, Vec<Diagnostic>)>),
    /// A file vanished or changed meanwhile.
    Moved(IoError),
}

/// What a file gave.
pub enum Given {
    /// A text, if it is one, and what is wrong with it.
    Text(Option<Arc<TextFile>>, Vec<Diagnostic>),
    /// A static file, and what is wrong with it.
    Static(Asset, Option<Diagnostic>),
    /// An archived text.
    Archive(Arc<ArchivedText>),
}

/// Reads everything once.
///
/// # Errors
/// Every file that the system does not let us read, all in one.
pub fn attempt(root: &Path, now: i64, drafts: bool) -> std::result::Result<Attempt, IoError> {
    let real = root.canonicalize().map_err(IoError::of("find the folder", root))?;
    let found = walk::walk(&real);
    let mut given: Vec<Result<Given>> = Vec::new();
    found.files.par_iter().with_min_len(16).map(read).collect_into_vec(&mut given);

    let mut project = Project { now, drafts, ..Project::default() };
    let (mut diagnostics, mut refused) = (found.diagnostics, found.refused);
    for (file, given) in found.files.iter().zip(given) {
        match given {
            Ok(Given::Static(asset, wrong)) => {
                project.assets.push(asset);
                diagnostics.extend(wrong);
            }
            Ok(Given::Archive(text)) => project.archives.push(text),
            Ok(Given::Text(text, wrong)) => {
                diagnostics.extend(wrong);
                let Some(text) = text else { continue };
                match file.area {
                    Area::Settings => project.settings = Some(text),
                    Area::Content => project.content.push(text),
                    Area::Templates => project.templates.push(text),
                    Area::Releases => project.releases.push(text),
                    Area::Static | Area::Archives => {}
                }
            }
            Err(error) => {
                let moved = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Interrupted);
                let error = IoError::new("read", &file.full, error);
                if moved {
                    return Ok(Attempt::Moved(error));
                }
                refused.push(error);
            }
        }
    }
    project.assets.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    refused.sort_by(|a, b| a.path.cmp(&b.path));
    match IoError::all(refused) {
        Some(error) => Err(error),
        None => Ok(Attempt::Whole(Box::new((project, diagnostics)))),
    }
}

/// Reads one file.
///
/// # Errors
/// Where the system does not let us.
pub fn read(file: &Found) -> Result<Given> {
    if file.area == Area::Static {
        return assets::asset(file).map(|(asset, wrong)| Given::Static(asset, wrong));
    }
    if file.area == Area::Archives {
        let (bytes, length) = whole(&file.full, archives::LARGEST)?;
        return Ok(Given::Archive(Arc::new(archives::archived(&file.path, bytes, length))));
    }
    let (bytes, length) = whole(&file.full, UNREADABLE)?;
    let Some(bytes) = bytes else {
        return Ok(Given::Text(None, vec![too_large(file, length)]));
    };
    let (text, mut wrong) = text::clean(&file.path, bytes);
    if length > LARGEST && file.area != Area::Releases {
        wrong.push(too_large(file, length));
    }
    Ok(Given::Text(text, wrong))
}

fn too_large(file: &Found, length: u64) -> Diagnostic {
    let (path, size) = (&file.path, size(length));
    let message = format!("`{path}` has {size}; the most is 1 MB");
    let help = match file.area {
        Area::Content => "split the text into several sections",
        Area::Releases => "the record is damaged: take it from a backup",
        Area::Settings | Area::Templates | Area::Static | Area::Archives => {
            "split it, or take out what is no text"
        }
    };
    about_file(Code::FileTooLarge, path, message).help(help)
}

/// All bytes of a file as they are at one moment, and how many; no bytes where there are more than
/// `most`.
///
/// # Errors
/// Where the system does not let us.
pub fn whole(path: &Path, most: u64) -> Result<(Option<Vec<u8>>, u64)> {
    let mut file = open::to_read(path)?;
    let mut before = file.metadata()?;
    const ATTEMPTS: u32 = 5;
    for _ in 0..ATTEMPTS {
        let length = before.len();
        if length > most {
            return Ok((None, length));
        }
        let bytes = exactly(&mut file, length)?;
        let after = file.metadata()?;
        if bytes.len() as u64 == length && same(&before, &after) {
            return Ok((Some(bytes), length));
        }
        file = open::to_read(path)?;
        before = file.metadata()?;
    }
    Err(ErrorKind::Interrupted.into())
}

fn exactly(file: &mut File, length: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn same(before: &Metadata, after: &Metadata) -> bool {
    let times = before.modified().ok().zip(after.modified().ok());
    before.len() == after.len() && times.is_none_or(|(before, after)| before == after)
}
