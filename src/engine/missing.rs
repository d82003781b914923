//! Own files that texts name and that are not there, and texts that are kept of no source.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::{Document, Matter};
use crate::model::place::{Place, Span};
use crate::model::project::Project;
use crate::nearest::nearest;
use crate::parse::document::Parsed;

/// The folder that holds what is kept of sources, in a folder each.
const SOURCES: &str = "content/sources/";

/// For how many of them the nearest name is looked for.
const MOST_OFFERS: usize = 100;

/// Own files that texts name and that are not there.
#[must_use]
pub fn missing_files(project: &Project, parsed: &[Arc<Parsed>]) -> Vec<Diagnostic> {
    let named = |it: &Parsed| {
        let image = it.document.as_ref().and_then(|document| image(document));
        it.files.iter().cloned().chain(image).collect::<Vec<_>>()
    };
    let known =
        |path: &str| project.assets.binary_search_by(|asset| (*asset.path).cmp(path)).is_ok();
    let mut wrong = Vec::new();
    for it in parsed {
        for (span, path) in named(it).into_iter().filter(|(_, path)| !known(path)) {
            let place = Place::new(&it.file, span);
            let is_looked_for = wrong.len() < MOST_OFFERS;
            let page = if is_looked_for { page(&path, parsed) } else { None };
            let below = path.strip_prefix("static/").filter(|name| known(name));
            let near = || {
                let assets = if is_looked_for { &project.assets[..] } else { &[] };
                nearest(&path, assets.iter().map(|asset| &*asset.path))
            };
            let mut message = format!("there is no file `static/{path}`");
            let help = if let Some(id) = page {
                format!("link to a page by its id: `[[{id}|words]]`")
            } else if let Some(name) = below {
                format!("paths begin below `static/`: write `{name}`")
            } else if is_outside(&path) {
                message = format!("`{path}` lies outside `static/`, and is not published");
                let name = path.rsplit(['/', '\\']).next().unwrap_or("");
                format!("put the file into `static/`, and write `{name}` here")
            } else if let Some(near) = near() {
                format!("did you mean `{near}`?")
            } else {
                format!("put the file at `static/{path}`")
            };
            wrong.push(Diagnostic::new(Code::MissingFile, place, message).help(help));
        }
    }
    wrong
}

/// Archived texts in folders that are named like no source.
#[must_use]
pub fn stray_texts(project: &Project, parsed: &[Arc<Parsed>]) -> Vec<Diagnostic> {
    let id = |path: &str| {
        let rest = path.strip_prefix(SOURCES)?;
        let end = rest.find('/').or_else(|| rest.strip_suffix(".md").map(str::len))?;
        rest.get(..end).map(str::to_owned)
    };
    let sources: BTreeSet<String> = parsed.iter().filter_map(|it| id(&it.file.path)).collect();
    let mut wrong = Vec::new();
    for text in &project.archives {
        let Some(folder) = id(&text.file.path).filter(|folder| !sources.contains(folder)) else {
            continue;
        };
        let offered = sources.iter().take(if wrong.len() < MOST_OFFERS { usize::MAX } else { 0 });
        let help = match nearest(&folder, offered.map(String::as_str)) {
            Some(near) => format!("did you mean the folder `{SOURCES}{near}/`?"),
            None => format!("name the folder like its source, or write `{SOURCES}{folder}.md`"),
        };
        let message = format!("this text is kept of `{folder}`, and there is no such source");
        let place = Place::new(&text.file, Span::default());
        wrong.push(Diagnostic::new(Code::MisplacedFile, place, message).help(help));
    }
    wrong
}

/// The id of the page that a link's path names, as the site's own pages or its files are called.
fn page<'p>(path: &str, parsed: &'p [Arc<Parsed>]) -> Option<&'p str> {
    let stem = path.strip_suffix(".html").or_else(|| path.strip_suffix(".md"))?;
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let mut documents = parsed.iter().filter_map(|it| it.document.as_ref());
    documents.find(|it| it.id.as_str() == name).map(|it| it.id.as_str())
}

/// Whether a path leads out of the folder that it is counted from.
fn is_outside(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    path.starts_with(['/', '\\', '~']) || parts.any(|part| part == ".." || part.ends_with(':'))
}

fn image(document: &Document) -> Option<(Span, Box<str>)> {
    let Matter::Actor(actor) = &document.matter else { return None };
    actor.image.as_ref().map(|image| (image.file.span, image.file.value.clone()))
}
