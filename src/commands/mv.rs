//! `mv OLD NEW`: renames an id and everything that refers to it, and changes nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cli::{Everywhere, Mv};
use crate::commands::refusal::Refusal;
use crate::commands::rewriting::{Edit, rewritten};
use crate::commands::stop::Stop;
use crate::commands::{naming, start};
use crate::diagnostic::code::Severity;
use crate::engine::Engine;
use crate::io::{change, edit, terminal};
use crate::model::briefing::{Briefing, Linked, Target};
use crate::model::document::{Document, Reference};
use crate::model::evidence::ArchivedText;
use crate::model::file_name::{FileName, RESERVED, is_device};
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::place::{Place, Span, TextFile};
use crate::model::project::Project;
use crate::nearest::nearest_id;

/// Renames an id.
///
/// # Errors
/// Where nothing is changed: the briefing has errors, or the renaming cannot be had.
pub fn run(mv: &Mv, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "mv")?;
    let engine = start::engine_at(&root, everywhere, true)?;
    let wrong = || Stop::Errors(engine.diagnostics().clone());
    if engine.diagnostics().has_errors() {
        wrong().report();
        terminal::report("nothing was renamed: mend what is wrong first, and try again");
        return Err(Stop::Reported);
    }
    let before = engine.briefing().ok_or_else(wrong)?;
    let content = &engine.project().content;
    let corrections = content.iter().find(|file| file.path.ends_with("/corrections.yaml"));
    let plan = moved(before, corrections, &mv.old, &mv.new)?;

    let changed = Engine::new(plan.applied(engine.project()), Vec::new());
    if let Some(error) = changed.diagnostics().iter().find(|it| it.severity == Severity::Error) {
        let place = error.place.as_ref().map(|place| format!(" at {place}")).unwrap_or_default();
        let message = format!("after this, there would be an error{place}: {}", error.message);
        return Err(Refusal::new(message, "rename the file and what refers to it by hand").into());
    }
    unchanged(before, changed.briefing().ok_or_else(wrong)?, &mv.old, &mv.new)?;

    let mut changes = Vec::new();
    for (path, (file, edits)) in &plan.texts {
        let before = edit::text(&root, path)?;
        let after = rewritten(&before, &file.text, edits.clone()).ok_or_else(|| {
            Refusal::new(format!("`{path}` has just been changed"), "save it, and try again")
        })?;
        changes.push(change::Change { path: path.to_string(), before, after });
    }
    let renames: Vec<_> = plan.folder.iter().chain([&plan.file]).cloned().collect();
    change::change(&root, &changes, &renames)?;
    let edits: usize = plan.texts.values().map(|(_, edits)| edits.len()).sum();
    let (edits, files) = (edits - 1, changes.len());
    let references = if edits == 1 { "reference" } else { "references" };
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    terminal::result(&format!("renamed {} to {}", plan.file.0, plan.file.1));
    terminal::report(&format!("{edits} {references} rewritten; {files} changed"));
    Ok(())
}

/// What a renaming changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The texts that change, by path, with their changes.
    pub texts: BTreeMap<Box<str>, (Arc<TextFile>, Vec<Edit>)>,
    /// The file's path as it is and as it is to be.
    pub file: (String, String),
    /// The same of a source's folder of archived texts, which may not exist.
    pub folder: Option<(String, String)>,
}

impl Move {
    /// The project as it is after the renaming.
    #[must_use]
    pub fn applied(&self, project: &Project) -> Project {
        let mut project = project.clone();
        for file in &mut project.content {
            let change = self.texts.get(&file.path);
            let text =
                change.and_then(|(_, edits)| rewritten(&file.text, &file.text, edits.clone()));
            let path = if *file.path == *self.file.0 { &*self.file.1 } else { &*file.path };
            *file = TextFile::new(path, text.as_deref().unwrap_or(&file.text));
        }
        project.content.sort_by(|a, b| a.path.cmp(&b.path));
        for text in &mut project.archives {
            let Some((old, new)) = &self.folder else { break };
            let name = text.file.path.strip_prefix(&**old).filter(|it| it.starts_with('/'));
            if let Some(path) = name.map(|name| format!("{new}{name}")) {
                let file = TextFile::new(path, &*text.file.text);
                let (sha256, unreadable) = (text.sha256.clone(), text.unreadable.clone());
                *text = Arc::new(ArchivedText { file, sha256, unreadable });
            }
        }
        project.archives.sort_by(|a, b| a.file.path.cmp(&b.file.path));
        project
    }
}

/// Says what renaming `old` changes. The briefing is one without errors, with its drafts.
///
/// # Errors
/// Where there is no such thing, or the new id cannot be had.
pub fn moved(
    briefing: &Briefing,
    corrections: Option<&Arc<TextFile>>,
    old: &str,
    new: &str,
) -> Result<Move, Refusal> {
    let id = known(briefing, old)?;
    let new = free(briefing, id, new)?;
    let entity = &briefing[id];
    let document = &entity.page.document;

    let mut moved = Move {
        texts: BTreeMap::new(),
        file: renamed(document, old, &new)?,
        folder: (entity.kind == Kind::Source)
            .then(|| (format!("content/sources/{old}"), format!("content/sources/{new}"))),
    };
    let mut change = |file: &Arc<TextFile>, edit: Edit| {
        let change = || (Arc::clone(file), Vec::new());
        moved.texts.entry(file.path.clone()).or_insert_with(change).1.push(edit);
    };
    change(&document.file, remembered(document, old, &new));
    let pages = std::iter::once(&briefing.front).chain(briefing.entities.iter().map(|it| &it.page));
    for page in pages {
        for span in references(page, id, old)? {
            change(&page.document.file, Edit { span, text: new.to_string() });
        }
    }
    if let Some(file) = corrections {
        for correction in briefing.corrections.iter().filter(|it| it.page.value.as_str() == old) {
            let span = written(file, correction.page.span, old)?;
            change(file, Edit { span, text: new.to_string() });
        }
    }
    Ok(moved)
}

/// Refuses a renaming after which a reference would lead elsewhere (a new id that was a name).
///
/// # Errors
/// The first reference that would.
pub fn unchanged(before: &Briefing, after: &Briefing, old: &str, new: &str) -> Result<(), Refusal> {
    let renamed =
        |slug: &Slug| if slug.as_str() == old { new.to_owned() } else { slug.to_string() };
    let twin = |page: &Linked| match page.document.matter.kind() {
        None => Some(&after.front),
        Some(_) => after.ids.get(&*renamed(&page.document.id)).map(|id| &after[*id].page),
    };
    let pages = std::iter::once(&before.front).chain(before.entities.iter().map(|it| &it.page));
    for page in pages {
        let same = |target: &Target, other: Option<&Target>| match (target, other) {
            (Target::Entity(id), Some(Target::Entity(other))) => {
                renamed(before[*id].id()) == after[*other].id().as_str()
            }
            (target, Some(other)) => target == other,
            (_, None) => false,
        };
        let others = twin(page).map_or(&[][..], |twin| &twin.targets);
        let lost = (0..).zip(&page.targets).find(|(n, target)| !same(target, others.get(*n)));
        let Some((number, _)) = lost else { continue };
        let reference: Option<&Reference> = page.document.references.get(number);
        let place = reference.map(|it| page.document.place(it.span));
        let place = place.map_or_else(String::new, |place| format!(" at {place}"));
        return Err(Refusal::new(
            format!("after this, the reference{place} would lead elsewhere"),
            format!("choose an id other than `{new}`, or write an id there instead of a name"),
        ));
    }
    Ok(())
}

fn known(briefing: &Briefing, old: &str) -> Result<EntityId, Refusal> {
    if let Some(id) = briefing.ids.get(old) {
        return Ok(*id);
    }
    if RESERVED.contains(&old) {
        let help = "rename an actor, an event, a source or a section";
        return Err(Refusal::new(format!("`{old}` is the front page, which keeps its name"), help));
    }
    let help = match briefing.redirects.get(old) {
        Some(id) => format!("it is called `{}` now", briefing[*id].id()),
        None => match nearest_id(old, briefing.ids.keys().map(Slug::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "an id is the name of a file without its ending: `joe-biden`".to_owned(),
        },
    };
    Err(Refusal::new(format!("nothing has the id `{old}`"), help))
}

fn free(briefing: &Briefing, id: EntityId, new: &str) -> Result<Slug, Refusal> {
    let Some(slug) = Slug::new(new) else {
        let help = match naming::id(new) {
            Ok(id) => format!("did you mean `{id}`?"),
            Err(_) => "an id has `a-z`, `0-9` and dashes inside, at most 120".to_owned(),
        };
        return Err(Refusal::new(format!("`{new}` is not an id"), help));
    };
    if RESERVED.contains(&new) {
        return Err(Refusal::new(format!("`{new}` is the front page"), "choose another id"));
    }
    if is_device(new) {
        return Err(naming::device(new));
    }
    if let Some(holder) = briefing.ids.get(&slug) {
        let path = &briefing[*holder].page.document.file.path;
        return Err(Refusal::new(
            format!("the id `{new}` is in use: `{path}`"),
            "choose another id",
        ));
    }
    if let Some(holder) = briefing.redirects.get(&slug).filter(|holder| **holder != id) {
        let path = &briefing[*holder].page.document.file.path;
        let message = format!("`{new}` is a former id of another page: `{path}`");
        return Err(Refusal::new(
            message,
            "choose another id, or take it out of `former_ids` there",
        ));
    }
    Ok(slug)
}

/// The path as it is and as it is to be; a section keeps the number that its file begins with.
fn renamed(document: &Document, old: &str, new: &Slug) -> Result<(String, String), Refusal> {
    let path = &*document.file.path;
    let before = path.strip_suffix(".md").and_then(|path| path.strip_suffix(old));
    let renamed = before.map(|before| format!("{before}{new}.md"));
    let fits = |path: &String| FileName::of(path).is_ok_and(|name| name.id == *new);
    match renamed.filter(fits) {
        Some(renamed) => Ok((path.to_owned(), renamed)),
        None => Err(Refusal::new(
            format!(
                "`{new}.md` would not be read as `{new}`: the number that a section's file begins with gives its order"
            ),
            format!("give the file its number first: rename `{path}` so that it begins with `01-`"),
        )),
    }
}

/// Where a page names the thing by its id. Names and aliases stay as they are.
fn references(page: &Linked, id: EntityId, old: &str) -> Result<Vec<Span>, Refusal> {
    let document = &page.document;
    let leads = document.references.iter().zip(&page.targets);
    let ours = leads.filter(|(_, target)| **target == Target::Entity(id));
    let by_id = ours.filter(|(reference, _)| {
        let wanted = document.wanted(reference);
        let spelled_out =
            wanted.split_once(':').filter(|(kind, _)| Kind::from_word(kind.trim()).is_some());
        spelled_out.map_or(wanted, |(_, id)| id.trim()) == old
    });
    by_id.map(|(reference, _)| written(&document.file, reference.span, old)).collect()
}

/// Where exactly an id stands in what was written: without its quotation marks, or its kind.
fn written(file: &Arc<TextFile>, span: Span, old: &str) -> Result<Span, Refusal> {
    let text = file.slice(&span);
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let whole =
        |at: &usize| !text[..*at].ends_with(part) && !text[at + old.len()..].starts_with(part);
    let found = text.match_indices(old).map(|(at, _)| at).filter(whole).last();
    found.map(|at| span.part(at..at + old.len())).ok_or_else(|| {
        Refusal::new(
            format!("the id `{old}` is written in an unusual way at {}", Place::new(file, span)),
            format!("write it there as `{old}`, then rename it"),
        )
    })
}

/// The change that makes the thing remember its old id, so that the old address goes on working.
fn remembered(document: &Document, old: &str, new: &Slug) -> Edit {
    let text = &*document.file.text;
    let known = &document.shared.former_ids;
    if let Some(back) = known.iter().find(|former| former.value == *new) {
        return Edit { span: back.span, text: old.to_owned() };
    }
    let Some(last) = known.last() else {
        let fence = fence(text);
        return match field(text, fence) {
            None => inserted(fence, format!("former_ids: [{old}]\n")),
            // `former_ids: []` or `former_ids:`.
            Some(colon) => {
                match text[colon..fence].split('\n').next().and_then(|it| it.find('[')) {
                    Some(bracket) => inserted(colon + bracket + 1, old.to_owned()),
                    None => inserted(colon, format!(" [{old}]")),
                }
            }
        };
    };
    let before = text[..last.span.start as usize].trim_end_matches(['\'', '"']).trim_end();
    let mut end = last.span.end as usize;
    if text[end..].starts_with(['\'', '"']) {
        end += 1;
    }
    if !before.ends_with('-') {
        return inserted(end, format!(", {old}"));
    }
    let line = text[..last.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let dash = text[line..].find('-').map_or(line, |at| line + at);
    let next = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    inserted(next, format!("{}- {old}\n", &text[line..dash]))
}

fn inserted(at: usize, text: String) -> Edit {
    Edit { span: Span::new(at..at), text }
}

/// Where the line begins that ends the front matter.
fn fence(text: &str) -> usize {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            break;
        }
        at += line.len();
    }
    at
}

/// Just after the colon of `former_ids`, where the front matter has the field.
fn field(text: &str, fence: usize) -> Option<usize> {
    let mut at = 0;
    for line in text.get(..fence)?.split_inclusive('\n') {
        let name = line.split(':').next().unwrap_or("");
        if name.len() < line.len() && name.trim_end().trim_matches(['\'', '"']) == "former_ids" {
            return Some(at + name.len() + 1);
        }
        at += line.len();
    }
    None
}
