//! Every id once, and every name that may be used for it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::lost::Lost;
use crate::model::document::{Document, Matter, Reference, Unread};
use crate::model::id::Slug;
use crate::model::place::{Place, TextFile};

/// What a build links.
#[derive(Debug, Default)]
pub struct Documents {
    /// Everything that could be read, in the order of paths.
    pub all: Vec<Arc<Document>>,
    /// The files of things that could not be read: references to them are not wrong as well.
    pub lost: Vec<Unread>,
    /// What such files refer to, as far as it could be read.
    pub loose: Vec<(Arc<TextFile>, Vec<Reference>)>,
}

/// Looks things up by id and by name. Numbers are positions in [`Documents::all`].
#[derive(Debug)]
pub struct Register<'d> {
    documents: &'d [Arc<Document>],
    ids: HashMap<&'d str, u32, FixedState>,
    names: HashMap<Box<str>, Vec<u32>, FixedState>,
    /// Things whose files could not be read.
    pub lost: Lost<'d>,
}

impl<'d> Register<'d> {
    /// Registers all documents.
    #[must_use]
    pub fn new(documents: &'d Documents, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut register = Register {
            documents: &documents.all,
            ids: HashMap::with_capacity_and_hasher(documents.all.len(), FixedState::default()),
            names: HashMap::default(),
            lost: Lost::new(&documents.lost),
        };
        for (number, document) in (0..).zip(&documents.all) {
            register.id(number, document, diagnostics);
            if let Matter::Actor(actor) = &document.matter {
                actor.names().for_each(|name| register.name(number, name));
            }
        }
        register.lost_ids(&documents.lost, diagnostics);
        register.former_ids(diagnostics);
        register
    }

    /// Tells doubles of files that could not be read: they are known by their names.
    fn lost_ids(&self, files: &'d [Unread], diagnostics: &mut Vec<Diagnostic>) {
        let mut seen: HashMap<&str, Place, FixedState> = HashMap::default();
        for unread in files {
            let Some(id) = unread.id.as_ref().map(Slug::as_str) else { continue };
            let place = Place::top(&unread.file);
            let first = self.document(id).map(Document::top).or_else(|| seen.get(id).cloned());
            if let Some(first) = first {
                diagnostics
                    .push(used_twice(id, place.clone()).related(first, "it is used here too"));
            }
            seen.entry(id).or_insert(place);
        }
    }

    fn id(&mut self, number: u32, document: &'d Document, diagnostics: &mut Vec<Diagnostic>) {
        if document.matter.kind().is_none() {
            return;
        }
        let id = document.id.as_str();
        let Some(&first) = self.ids.get(id) else {
            self.ids.insert(id, number);
            return;
        };
        let mut diagnostic = used_twice(id, document.top());
        if let Some(first) = self.documents.get(first as usize) {
            diagnostic = diagnostic.related(first.top(), "it is used here first");
        }
        diagnostics.push(diagnostic);
    }

    fn name(&mut self, number: u32, name: &str) {
        let holders = self.names.entry(spelled(name).into()).or_default();
        // Numbers come in order.
        if holders.last() != Some(&number) {
            holders.push(number);
        }
    }

    fn former_ids(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen: HashMap<&str, Place, FixedState> = HashMap::default();
        for document in self.documents {
            for former in &document.shared.former_ids {
                let id = former.value.as_str();
                let place = document.place(former.span);
                let holder = self.document(id).map(Document::top).or_else(|| seen.get(id).cloned());
                if let Some(holder) = holder {
                    let message = format!("the former id `{id}` is in use");
                    diagnostics.push(
                        Diagnostic::new(Code::DuplicateId, place.clone(), message)
                            .related(holder, "it is used here")
                            .help("take it out of `former_ids`, or rename the other"),
                    );
                }
                seen.entry(id).or_insert(place);
            }
        }
    }

    /// The document of an id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&'d Document> {
        self.number(id).and_then(|number| self.documents.get(number as usize)).map(|it| &**it)
    }

    /// The number of an id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<u32> {
        self.ids.get(id).copied()
    }

    /// The document of a number.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Option<&'d Document> {
        self.documents.get(number as usize).map(|it| &**it)
    }

    /// The actors that a name fits.
    #[must_use]
    pub fn actors_named(&self, name: &str) -> &[u32] {
        self.names.get(&*spelled(name)).map_or(&[], Vec::as_slice)
    }

    /// All documents, in the order of numbers.
    #[must_use]
    pub fn documents(&self) -> &'d [Arc<Document>] {
        self.documents
    }
}

fn used_twice(id: &str, place: Place) -> Diagnostic {
    let message = format!("the id `{id}` is used twice");
    Diagnostic::new(Code::DuplicateId, place, message)
        .help("rename one of the two files; `dateline mv OLD NEW` mends all references")
}

/// A name with its letters composed (NFC) and its white space folded.
#[must_use]
pub fn spelled(name: &str) -> std::borrow::Cow<'_, str> {
    let plain = name.is_ascii() || is_nfc_quick(name.chars()) == IsNormalized::Yes;
    let single = !name.contains("  ") && name.trim() == name && !name.contains(['\n', '\t']);
    if plain && single {
        return name.into();
    }
    let composed: String = name.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ").into()
}
