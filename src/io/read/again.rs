//! Reading some files of a site again, where nothing else can have changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::read::content;
use crate::io::read::found::{Area, Found, relative};
use crate::io::read::root::SETTINGS;
use crate::io::read::whole::{self, Given};
use crate::model::evidence::ArchivedText;
use crate::model::place::TextFile;
use crate::model::project::Project;

/// The project as it is now, if the files at these paths are the only ones that changed, and what
/// an author has to mend. Nothing where everything has to be read: a file is new, or gone, or is
/// something else by now.
#[must_use]
pub fn again(
    root: &Path,
    before: &Project,
    told: &[Diagnostic],
    paths: &BTreeSet<PathBuf>,
) -> Option<(Project, Vec<Diagnostic>)> {
    let root = root.canonicalize().ok()?;
    let (mut project, mut told) = (before.clone(), told.to_vec());
    for full in paths {
        let file = known(&root, full)?;
        let (path, area) = (file.path.clone(), file.area);
        let is_of_file =
            |it: &Diagnostic| it.place.as_ref().is_some_and(|place| place.file.path == path);
        match whole::read(&file).ok()? {
            Given::Static(asset, wrong) => {
                told.retain(|it| !is_of_file(it));
                told.extend(wrong);
                let at = project.assets.binary_search_by(|it| it.path.cmp(&asset.path)).ok()?;
                *project.assets.get_mut(at)? = asset;
            }
            Given::Archive(text) => {
                let at = |it: &Arc<ArchivedText>| it.file.path.cmp(&text.file.path);
                let at = project.archives.binary_search_by(at).ok()?;
                *project.archives.get_mut(at)? = text;
            }
            Given::Text(None, _) => return None,
            Given::Text(Some(text), wrong) => {
                told.retain(|it| !is_of_file(it));
                told.extend(wrong);
                let list = match area {
                    Area::Settings => std::slice::from_mut(project.settings.as_mut()?),
                    Area::Content => &mut project.content,
                    Area::Templates => &mut project.templates,
                    Area::Releases => &mut project.releases,
                    Area::Static | Area::Archives => return None,
                };
                replace(list, text)?;
            }
        }
    }
    Some((project, told))
}

/// The text of one content file as it is now, if it is that alone which changed, and nothing is or
/// was wrong with reading it.
#[must_use]
pub fn text(
    root: &Path,
    before: &Project,
    told: &[Diagnostic],
    full: &Path,
) -> Option<Arc<TextFile>> {
    let file = known(&root.canonicalize().ok()?, full)?;
    before.content.binary_search_by(|it| (*it.path).cmp(&file.path)).ok()?;
    let is_of_file = |it: &Diagnostic| it.places().any(|place| place.file.path == file.path);
    match whole::read(&file).ok()? {
        Given::Text(Some(text), wrong) if wrong.is_empty() => {
            (!told.iter().any(is_of_file)).then_some(text)
        }
        Given::Text(..) | Given::Static(..) | Given::Archive(_) => None,
    }
}

fn replace(list: &mut [Arc<TextFile>], text: Arc<TextFile>) -> Option<()> {
    let at = list.binary_search_by(|it| it.path.cmp(&text.path)).ok()?;
    *list.get_mut(at)? = text;
    Some(())
}

/// A path as the walk through the site would have found it; nothing where a link is on the way.
fn known(root: &Path, full: &Path) -> Option<Found> {
    if full.canonicalize().ok()? != full || !full.is_file() {
        return None;
    }
    let path = relative(root, full);
    let folder = path.split('/').next().unwrap_or(&path);
    let area = Area::FOLDERS.into_iter().find(|(_, name)| *name == folder);
    let area = match area {
        Some((Area::Content, _)) if content::is_archived(&path) => Area::Archives,
        Some((area, _)) => area,
        None if path == SETTINGS => Area::Settings,
        None => return None,
    };
    Some(Found { area, path: path.into(), full: full.to_path_buf() })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::again;
    use crate::io::read;

    #[test]
    fn some_files_read_again_give_what_reading_everything_gives() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for folder in ["content/actors", "content/sources/a", "static", "templates"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let files = [
            "dateline.yaml",
            "content/briefing.md",
            "content/actors/a.md",
            "content/actors/b.md",
            "content/sources/a/text.txt",
            "static/a.css",
            "templates/base.html",
        ];
        for file in files {
            fs::write(root.join(file), "before").unwrap();
        }
        let (mut project, mut told) = read::project(&root, 7, true).unwrap();
        let key = b"-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5LCBidXQgYSB0ZXN0IG9mIG9uZQ==\n";
        let texts = [&b"after"[..], b"with \0 in it", b"good again", key, b"caf\xe9", b""];
        for (file, text) in files.iter().flat_map(|file| texts.map(|text| (file, text))) {
            fs::write(root.join(file), text).unwrap();
            (project, told) = again(&root, &project, &told, &[root.join(file)].into()).unwrap();
            let (expected, mut wrong) = read::project(&root, 7, true).unwrap();
            assert_eq!(format!("{project:?}"), format!("{expected:?}"), "{file}");
            told.sort_by(|a, b| a.order().cmp(&b.order()));
            wrong.sort_by(|a, b| a.order().cmp(&b.order()));
            assert_eq!(told, wrong, "{file}");
        }
    }

    #[test]
    fn where_more_may_have_changed_everything_has_to_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("content/actors")).unwrap();
        for file in ["dateline.yaml", "content/briefing.md", "content/actors/a.md"] {
            fs::write(root.join(file), "x").unwrap();
        }
        let (project, told) = read::project(&root, 7, true).unwrap();
        let none = |path: &str| {
            let read = again(&root, &project, &told, &[root.join(path)].into());
            assert!(read.is_none(), "{path}");
        };
        fs::write(root.join("content/actors/new.md"), "x").unwrap();
        none("content/actors/new.md");
        none("content/actors/none.md");
        none("content/actors");
        none("content");
        none("notes.txt");
        fs::remove_file(root.join("content/actors/a.md")).unwrap();
        std::os::unix::fs::symlink("../briefing.md", root.join("content/actors/a.md")).unwrap();
        none("content/actors/a.md");
    }
}
