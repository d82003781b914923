//! Own files that texts name and that are not there or are no pictures, and texts that are kept of no
//! source.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::{Document, Matter};
use crate::model::entity::Archive;
use crate::model::evidence::ArchivedText;
use crate::model::file_name::{RESERVED, ordered};
use crate::model::place::{Place, Span};
use crate::model::project::Project;
use crate::nearest::nearest;
use crate::parse::document::Parsed;
use crate::parse::fields::OwnFile;
use crate::parse::instead;

/// The folder that holds what is kept of sources, in a folder each.
const SOURCES: &str = "content/sources/";

/// For how many of them the nearest name is looked for.
const MOST_OFFERS: usize = 100;

/// The endings of pictures that browsers show.
const PICTURES: [&str; 9] = ["avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"];

/// Own files that texts name and that are not there, or that are shown as pictures and are none.
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
        for OwnFile { span, path, is_picture } in named(it) {
            let place = Place::new(&it.file, span);
            if known(&path) {
                wrong.extend((is_picture && !is_shown(&path)).then(|| no_picture(&path, place)));
                continue;
            }
            let is_looked_for = wrong.len() < MOST_OFFERS;
            let is_link = is_looked_for && !is_picture;
            let page = if is_link { page(&path, parsed) } else { None };
            let away = if is_link { instead::away(&path) } else { None };
            let perhaps_away = if is_link { instead::perhaps_away(&path) } else { None };
            let below = instead::below(&path).filter(|name| known(name));
            let near = || {
                let assets = if is_looked_for { &project.assets[..] } else { &[] };
                nearest(&path, assets.iter().map(|asset| &*asset.path))
            };
            let mut message = format!("there is no file `static/{path}`");
            let help = if let Some(address) = away {
                format!("write the whole address: `{address}`")
            } else if let Some(id) = page {
                let reference = instead::reference(&it.file.text, span.range(), id);
                format!("link to a page by its id: `{reference}`")
            } else if let Some(name) = below {
                format!("paths begin below `static/`: write `{name}`")
            } else if is_link && is_front(&path) {
                instead::ANY.to_owned()
            } else if is_outside(&path) {
                message = format!("`{path}` lies outside `static/`, and is not published");
                let name = path.rsplit(['/', '\\']).next().unwrap_or("");
                format!("put the file into `static/`, and write `{name}` here")
            } else if let Some(near) = near() {
                format!("did you mean `{near}`?")
            } else if let Some(address) = perhaps_away {
                format!("write `{address}` for another site, or put the file at `static/{path}`")
            } else {
                format!("put the file at `static/{path}`")
            };
            wrong.push(Diagnostic::new(Code::MissingFile, place, message).help(help));
        }
    }
    wrong
}

/// Archived texts in folders that are named like no source, or like one that names no text.
#[must_use]
pub fn stray_texts(project: &Project, parsed: &[Arc<Parsed>]) -> Vec<Diagnostic> {
    let id = |path: &str| {
        let rest = path.strip_prefix(SOURCES)?;
        let end = rest.find('/').or_else(|| rest.strip_suffix(".md").map(str::len))?;
        rest.get(..end).map(str::to_owned)
    };
    let documents = parsed.iter().filter_map(|it| it.document.as_ref());
    // Those that name no text of theirs; beside the one that is named, older ones are kept.
    let nameless: BTreeMap<&str, Option<&Archive>> =
        documents.filter_map(|it| nameless(it)).collect();
    let sources: BTreeSet<String> = parsed.iter().filter_map(|it| id(&it.file.path)).collect();
    let mut wrong = Vec::new();
    for text in &project.archives {
        let Some(folder) = id(&text.file.path) else { continue };
        if sources.contains(&folder) {
            let archive = nameless.get(&*folder);
            wrong.extend(archive.map(|archive| unnamed(&folder, *archive, text)));
            continue;
        }
        let place = Place::new(&text.file, Span::default());
        let offered = sources.iter().take(if wrong.len() < MOST_OFFERS { usize::MAX } else { 0 });
        let help = match nearest(&folder, offered.map(String::as_str)) {
            Some(near) => {
                format!("did you mean the folder `{SOURCES}{near}/`? If not, delete this one")
            }
            None => format!(
                "name the folder like its source, write `{SOURCES}{folder}.md`, or delete the folder"
            ),
        };
        let message = format!("this text is kept of `{folder}`, and there is no such source");
        wrong.push(Diagnostic::new(Code::MisplacedFile, place, message).help(help));
    }
    wrong
}

/// A source that names no text of its own, with what it says of one.
fn nameless(document: &Document) -> Option<(&str, Option<&Archive>)> {
    let Matter::Source(source) = &document.matter else { return None };
    let archive = source.archive.as_ref();
    archive.is_none_or(|it| it.text.is_none()).then(|| (document.id.as_str(), archive))
}

/// A text that is kept of a source which does not say so.
fn unnamed(source: &str, archive: Option<&Archive>, text: &ArchivedText) -> Diagnostic {
    let message = format!("`{source}` names no text, so nothing is checked against this one");
    let path = &text.file.path;
    let name = path.strip_prefix(&format!("{SOURCES}{source}/")).unwrap_or(path);
    // What YAML would read as more than a name.
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '/');
    let is_inner = |c: char| is_plain(c) || matches!(c, '-' | ' ');
    let name = if name.starts_with(is_plain) && name.chars().all(is_inner) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "''"))
    };
    let help = match archive {
        _ if text.unreadable.is_some() => {
            format!("`dateline archive {source} FILE` makes a text of a page or a file")
        }
        Some(_) => format!("write `text: {name}` into the `archive` of {SOURCES}{source}.md"),
        None => format!("write `archive: {{text: {name}}}` into {SOURCES}{source}.md"),
    };
    Diagnostic::new(Code::UnnamedText, Place::new(&text.file, Span::default()), message).help(help)
}

/// The id of the page that a link's path names, as the site's own pages or its files are called.
fn page<'p>(path: &str, parsed: &'p [Arc<Parsed>]) -> Option<&'p str> {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let file = name.strip_suffix(".md");
    let stem = instead::stem(&name);
    let documents = parsed.iter().filter_map(|it| it.document.as_ref());
    let pages = documents.filter(|it| it.matter.kind().is_some());
    let ids = || pages.clone().map(|it| it.id.as_str());
    let named = |name: &str| ids().find(|id| *id == name);
    let near = || file.and_then(|file| nearest(file, ids()));
    named(stem).or_else(|| named(ordered(stem).1)).or_else(near)
}

/// Whether a path names the front page, which has no id.
fn is_front(path: &str) -> bool {
    RESERVED.contains(&instead::stem(path.rsplit('/').next().unwrap_or(path)))
}

/// Whether a path leads out of the folder that it is counted from.
fn is_outside(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    path.starts_with(['/', '\\', '~']) || parts.any(|part| part == ".." || part.ends_with(':'))
}

fn image(document: &Document) -> Option<OwnFile> {
    let Matter::Actor(actor) = &document.matter else { return None };
    let file = &actor.image.as_ref()?.file;
    Some(OwnFile { span: file.span, path: file.value.clone(), is_picture: true })
}

/// Whether browsers show a file as a picture.
fn is_shown(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|it| PICTURES.iter().any(|known| known.eq_ignore_ascii_case(it)))
}

fn no_picture(path: &str, place: Place) -> Diagnostic {
    let message = format!("browsers do not show `{path}` as a picture");
    let kinds = PICTURES.map(|it| format!("`.{it}`")).join(", ");
    let help = format!("name a picture, by a name that ends in {kinds}");
    Diagnostic::new(Code::NotAPicture, place, message).help(help)
}
