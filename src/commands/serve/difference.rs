//! What is different between two states of a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::Engine;
use crate::model::evidence::ArchivedText;
use crate::model::place::TextFile;
use crate::model::project::{Asset, Project};
use crate::model::site::{Output, What};

/// How many pages are named.
const NAMED: usize = 5;

/// What is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The files of the site that changed, came or went.
    pub files: Vec<Box<str>>,
    /// What pages are made with is different: templates or settings.
    pub is_theme: bool,
    /// The pages whose own texts changed, with their titles.
    pub pages: Vec<(Box<str>, Box<str>)>,
    /// Static files whose bytes are new and whose addresses are not.
    pub assets: Vec<Box<str>>,
}

impl Difference {
    /// Which files are different.
    #[must_use]
    pub fn of_files(before: &Project, after: &Project) -> Self {
        let mut files = Vec::new();
        texts(before.settings.as_slice(), after.settings.as_slice(), &mut files);
        texts(&before.templates, &after.templates, &mut files);
        let is_theme = !files.is_empty();
        texts(&before.content, &after.content, &mut files);
        texts(&before.releases, &after.releases, &mut files);
        let archives = (&before.archives[..], &after.archives[..]);
        let path = |text: &Arc<ArchivedText>| text.file.path.clone();
        changed(archives.0, archives.1, |text| &text.file.path, path, &mut files);
        let static_path = |asset: &Asset| format!("static/{}", asset.path).into();
        changed(&before.assets, &after.assets, |asset| &asset.path, static_path, &mut files);
        Difference { files, is_theme, ..Difference::default() }
    }

    /// A content file of which only the text is another.
    #[must_use]
    pub fn of_text(after: &Engine, text: &TextFile) -> Self {
        let page = after.page_of(text).map(|(path, title)| (path.into(), title.into()));
        let (files, pages) = (vec![text.path.clone()], page.into_iter().collect());
        Difference { files, pages, ..Difference::default() }
    }

    /// What that means for those who look at the site.
    pub fn look_at_pages(&mut self, before: &Engine, after: &Engine) {
        let front = after.briefing().map(|briefing| &briefing.front);
        let is_changed = |path: &str| self.files.iter().any(|file| **file == *path);
        let page = |output: &Output| {
            let (document, title) = if let What::Entity(id) = output.what {
                let entity = after.briefing()?.entities.get(id.index())?;
                (&entity.page.document, entity.name())
            } else {
                let front = front.filter(|_| output.what == What::Front)?;
                (&front.document, "the front page")
            };
            is_changed(&document.file.path).then(|| (output.path.clone(), title.into()))
        };
        if self.files.len() <= NAMED {
            self.pages = after.outputs().iter().filter_map(page).collect();
        }
        let known: BTreeMap<&str, &str> = assets(before).collect();
        // One with its hash in its name has a new address wherever its bytes are new.
        let fresh = assets(after)
            .filter(|(path, hash)| known.get(path) != Some(hash) && !path.contains(hash));
        self.assets = fresh.map(|(path, _)| path.into()).collect();
    }

    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

fn assets(engine: &Engine) -> impl Iterator<Item = (&str, &str)> {
    engine.outputs().iter().filter_map(|output| {
        let What::Asset(asset) = &output.what else { return None };
        Some((&*output.path, &*asset.hash))
    })
}

fn texts(before: &[Arc<TextFile>], after: &[Arc<TextFile>], files: &mut Vec<Box<str>>) {
    changed(before, after, |file| &file.path, |file| file.path.clone(), files);
}

/// Walks through two lists in the order of paths at once.
fn changed<T: PartialEq>(
    before: &[T],
    after: &[T],
    path: impl Fn(&T) -> &str,
    name: impl Fn(&T) -> Box<str>,
    files: &mut Vec<Box<str>>,
) {
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (before.peek(), after.peek()) {
            (None, None) => return,
            (Some(old), Some(new)) if path(old) == path(new) => {
                if old != new {
                    files.push(name(new));
                }
                before.next();
                after.next();
            }
            (Some(old), new) if new.is_none_or(|new| path(old) < path(new)) => {
                files.push(name(old));
                before.next();
            }
            (_, Some(new)) => {
                files.push(name(new));
                after.next();
            }
            (Some(_), None) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(content: &[(&str, &str)], templates: &[(&str, &str)]) -> Project {
        let files = |list: &[(&str, &str)]| {
            list.iter().map(|(path, text)| TextFile::new(*path, *text)).collect()
        };
        Project { content: files(content), templates: files(templates), ..Project::default() }
    }

    #[test]
    fn what_changed_came_and_went_is_named() {
        let before = project(&[("a", "1"), ("b", "1"), ("d", "1")], &[("t", "1")]);
        let after = project(&[("a", "1"), ("b", "2"), ("c", "1")], &[("t", "1")]);
        let difference = Difference::of_files(&before, &after);
        assert_eq!(difference.files, ["b", "c", "d"].map(Box::from));
        assert!(!difference.is_theme);
    }

    #[test]
    fn an_archived_text_is_a_part_of_the_site() {
        let with = |text: &str| {
            let file = TextFile::new("content/sources/a/t.txt", text);
            let text = ArchivedText { file, sha256: text.into(), unreadable: None };
            Project { archives: vec![Arc::new(text)], ..Project::default() }
        };
        let difference = Difference::of_files(&with("one"), &with("two"));
        assert_eq!(difference.files, ["content/sources/a/t.txt"].map(Box::from));
        assert!(Difference::of_files(&with("one"), &with("one")).is_empty());
        assert_eq!(Difference::of_files(&Project::default(), &with("one")).files.len(), 1);
    }

    #[test]
    fn equal_texts_are_no_difference_whenever_they_were_read() {
        let a = project(&[("a", "1")], &[("t", "1")]);
        let b = Project { now: 7, ..project(&[("a", "1")], &[("t", "1")]) };
        assert!(Difference::of_files(&a, &b).is_empty());
    }

    #[test]
    fn a_template_is_part_of_the_theme() {
        let difference = Difference::of_files(&project(&[], &[("t", "1")]), &project(&[], &[]));
        assert!(difference.is_theme);
    }
}
