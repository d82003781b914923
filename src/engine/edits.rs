//! What differs between two states of a project, for the short way: only texts may.

use std::sync::Arc;

use crate::model::place::TextFile;
use crate::model::project::Project;
use crate::parse::document::Parsed;
use crate::parse::fields::OwnFile;
use crate::parse::front_matter::split;

/// How many files may be edited at once before everything is linked again.
const MOST_EDITED: usize = 16;

/// Whether nothing but the texts of content files differs, nor what the moment decides.
#[must_use]
pub fn same_but_for_texts(before: &Project, after: &Project) -> bool {
    let same_moment = after.now == before.now || after.drafts;
    (before.drafts, &before.settings) == (after.drafts, &after.settings)
        && (&before.templates, &before.assets) == (&after.templates, &after.assets)
        && (&before.archives, &before.supplied) == (&after.archives, &after.supplied)
        && before.releases == after.releases
        && (same_moment || !before.content.iter().any(|file| may_be_dated(file)))
}

/// Whether nothing but templates differs.
#[must_use]
pub fn same_but_for_templates(before: &Project, after: &Project) -> bool {
    let shown = Project { templates: before.templates.clone(), ..after.clone() };
    same_but_for_texts(before, &shown) && before.content == after.content
}

/// Whether a file may say until when or from when it is to be shown.
fn may_be_dated(file: &TextFile) -> bool {
    file.text.contains("embargo") || file.text.contains("expires")
}

/// The content files whose texts differ, as they are now: a few. None where files came or went.
#[must_use]
pub fn edited_files<'p>(before: &Project, after: &'p Project) -> Option<Vec<&'p Arc<TextFile>>> {
    if before.content.len() != after.content.len() {
        return None;
    }
    let pairs = before.content.iter().zip(&after.content);
    let changed: Vec<_> = pairs.filter(|(old, new)| old != new).take(MOST_EDITED + 1).collect();
    let is_few = changed.len() <= MOST_EDITED;
    let same = changed.iter().all(|(old, new)| old.path == new.path);
    (is_few && same).then(|| changed.into_iter().map(|(_, new)| new).collect())
}

/// Whether a file's front matter is the same to the letter, and nothing is wrong with it.
#[must_use]
pub fn only_text_differs(before: &Parsed, after: &Parsed) -> bool {
    let matter = |it: &Parsed| split(&it.file.text).ok().map(|split| split.body.start);
    let (Some(old), Some(new)) = (matter(before), matter(after)) else { return false };
    let named = |it: &OwnFile| (it.path.clone(), it.is_picture);
    let files = |it: &Parsed| it.files.iter().map(named).collect::<Vec<_>>();
    let document = after.document.as_ref();
    before.file.text.get(..old) == after.file.text.get(..new)
        && before.diagnostics.is_empty()
        && after.diagnostics.is_empty()
        && files(before) == files(after)
        // A sign-off is one of this text.
        && document.is_some_and(|document| document.shared.reviewed.is_none())
}
