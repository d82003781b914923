//! Own files that texts name and that are not there.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::{Document, Matter};
use crate::model::place::{Place, Span};
use crate::model::project::Project;
use crate::nearest::nearest;
use crate::parse::document::Parsed;

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
            let assets = if wrong.len() < MOST_OFFERS { &project.assets[..] } else { &[] };
            let near = nearest(&path, assets.iter().map(|asset| &*asset.path));
            let (message, help) = match near {
                _ if is_outside(&path) => {
                    let name = path.rsplit(['/', '\\']).next().unwrap_or("");
                    let help = format!("put the file into `static/`, and write `{name}` here");
                    (format!("`{path}` lies outside `static/`, and is not published"), help)
                }
                Some(near) => (absent(&path), format!("did you mean `{near}`?")),
                None => (absent(&path), format!("put the file at `static/{path}`")),
            };
            wrong.push(Diagnostic::new(Code::MissingFile, place, message).help(help));
        }
    }
    wrong
}

fn absent(path: &str) -> String {
    format!("there is no file `static/{path}`")
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
