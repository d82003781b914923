//! Parsed files → the briefing: what could be read is linked, and what could not is known by its
//! names, so that what refers to it is not wrong as well.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::link::register::Documents;
use crate::link::whole::{Frame, Whole};
use crate::link::{checks, whole};
use crate::model::document::{Document, Unread};
use crate::model::file_name::FileName;
use crate::model::place::{Place, Span, TextFile};
use crate::parse::called::Called;
use crate::parse::document::Parsed;
use crate::parse::linkable::Names;

/// Where the front page stands.
const FRONT: &str = "content/briefing.md";

/// The content files that could not even be read, in the order of the findings.
#[must_use]
pub fn lost(told: &[Diagnostic], parsed: &[Arc<Parsed>]) -> Vec<Unread> {
    let places = told.iter().filter_map(|it| it.place.as_ref());
    let lost = places.filter(|place| {
        let path = &*place.file.path;
        path.starts_with("content/")
            && parsed.binary_search_by(|it| (*it.file.path).cmp(path)).is_err()
    });
    let unread = |place: &Place| Unread {
        file: Arc::clone(&place.file),
        id: None,
        names: Vec::new(),
        lines: Box::default(),
    };
    lost.map(unread).collect()
}

/// Whether what is wrong in a file is a mistake of its own, beside what was `told` when it was read.
/// One in another encoding seems to have no front matter, and garbled letters; a control character
/// seems to be a letter that is lost.
pub fn own_mistake(told: &[Diagnostic]) -> impl Fn(&Diagnostic) -> bool {
    let of = |code: Code| -> BTreeSet<&str> {
        let places = told.iter().filter(|it| it.code == code).filter_map(|it| it.place.as_ref());
        places.map(|place| &*place.file.path).collect()
    };
    let (encoded, damaged) = (of(Code::Encoding), of(Code::ControlCharacter));
    move |it| {
        let Some(Place { file, span }) = &it.place else { return true };
        let is_encoded = || encoded.contains(&*file.path);
        let is_damaged =
            || damaged.contains(&*file.path) && file.slice(span).starts_with('\u{fffd}');
        let is_garbled = it.code == Code::GarbledText;
        let may_follow = is_garbled || it.code == Code::FrontMatterMissing;
        !(may_follow && is_encoded() || is_garbled && is_damaged())
    }
}

/// A file that was read, but has no document.
fn unread(parsed: &Parsed) -> Unread {
    let named = FileName::of(&parsed.file.path).ok();
    let kind = named.as_ref().and_then(|named| named.kind);
    // Only actors are linked by their names.
    let is_actor = parsed.file.path.starts_with("content/actors/");
    let called = if is_actor { parsed.called.clone() } else { Called::default() };
    Unread {
        file: Arc::clone(&parsed.file),
        id: named.filter(|_| kind.is_some()).map(|named| named.id),
        names: called.names,
        lines: called.lines,
    }
}

/// Links what was parsed.
pub fn link(
    parsed: &[Arc<Parsed>],
    lost: Vec<Unread>,
    frame: &Frame,
    diagnostics: &mut Diagnostics,
) -> Whole {
    let mut documents =
        Documents { all: Vec::with_capacity(parsed.len()), lost, ..Documents::default() };
    for it in parsed {
        match &it.document {
            Some(document) => documents.all.push(Arc::clone(document)),
            None => {
                documents.lost.push(unread(it));
                documents.loose.push((Arc::clone(&it.file), it.references.clone()));
            }
        }
    }
    if frame.settings.auto_link {
        link_names(&mut documents.all);
    }
    let is_front = |file: &TextFile| &*file.path == FRONT;
    let is_lost = documents.lost.iter().any(|it| is_front(&it.file));
    if !is_lost && !parsed.iter().any(|it| is_front(&it.file)) {
        let help = "write content/briefing.md; `dateline new briefing NAME` shows how one looks";
        let message = "the site has no front page";
        let place = Place::new(&TextFile::new(FRONT, ""), Span::default());
        diagnostics.push(Diagnostic::new(Code::MissingBriefing, place, message).help(help));
    }
    let mut told = Vec::new();
    let whole = whole::whole(&documents, frame, &mut told);
    told.extend(checks::faults(&whole.briefing));
    diagnostics.extend(told);
    whole
}

/// Links names that their authors did not.
fn link_names(documents: &mut [Arc<Document>]) {
    let before = documents.to_vec();
    let Some(names) = Names::new(&before) else { return };
    documents.par_iter_mut().enumerate().for_each(|(number, document)| {
        if let Some(linked) = names.linked(document, number) {
            *document = Arc::new(linked);
        }
    });
}
