//! Looking up references: what each leads to, and what to type where it leads nowhere.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::missed::{Missed, Sought};
use crate::link::register::{Register, top};
use crate::model::document::{Document, Expected, Form, Reference};
use crate::model::id::{Kind, Slug};
use crate::model::place::{Place, TextFile};

/// What the front page is called where pages are named, as in corrections.
const FRONT: &str = "briefing";

/// How many actors of one name are named in a message.
const MOST_NAMED: usize = 8;

/// What a reference was found to lead to. Numbers are positions in the list of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A document.
    Document(u32),
    /// A document that is not published now.
    Withheld,
    /// Free words.
    Words,
    /// Nothing.
    Nothing,
}

/// Looks up references as they are at one moment.
#[derive(Debug)]
pub struct Resolver<'r, 'd> {
    /// By id and by name.
    pub register: &'r Register<'d>,
    /// Which documents are not published now, by number.
    pub withheld: &'r [bool],
}

impl Resolver<'_, '_> {
    /// Looks up all references of a file.
    pub fn references(
        &self,
        file: &Arc<TextFile>,
        references: &[Reference],
        missed: &mut Vec<Missed>,
    ) -> Vec<Found> {
        let one = |reference| match self.look_up(file, reference) {
            Ok(found) => found,
            Err(miss) => {
                missed.push(*miss);
                Found::Nothing
            }
        };
        references.iter().map(one).collect()
    }

    fn look_up(&self, file: &Arc<TextFile>, reference: &Reference) -> Result<Found, Box<Missed>> {
        let wanted = reference.wanted(file);
        let number = match reference.expected {
            Expected::ActorOrWords => match self.register.number(wanted) {
                Some(number) if self.kind(number) == Some(Kind::Actor) => number,
                Some(_) | None => return Ok(Found::Words),
            },
            Expected::Only(kind) => match self.register.number(wanted) {
                Some(number) if self.kind(number) == Some(kind) => number,
                Some(number) => return Err(self.wrong_kind(file, reference, number, kind)),
                None if self.register.lost.has_id(wanted) => return Ok(Found::Nothing),
                None => return Err(self.unknown(file, reference, wanted, Some(kind))),
            },
            Expected::Anything => match self.anything(file, reference, wanted)? {
                Some(number) => number,
                None => return Ok(Found::Nothing),
            },
        };
        if self.withheld.get(number as usize).copied().unwrap_or(false) {
            return Ok(Found::Withheld);
        }
        if let Some(fragment) = &reference.fragment {
            self.heading(file, reference, number, fragment)?;
        }
        Ok(Found::Document(number))
    }

    fn kind(&self, number: u32) -> Option<Kind> {
        self.register.numbered(number).and_then(|document| document.matter.kind())
    }

    /// An id, `kind:id`, or an actor's name. None where the thing's own file could not be read.
    fn anything(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        wanted: &str,
    ) -> Result<Option<u32>, Box<Missed>> {
        let spelled_out = wanted
            .split_once(':')
            .and_then(|(kind, id)| Kind::from_word(kind.trim()).map(|kind| (kind, id.trim())));
        if let Some((kind, id)) = spelled_out {
            return match self.register.number(id) {
                Some(number) if self.kind(number) == Some(kind) => Ok(Some(number)),
                Some(number) => Err(self.wrong_kind(file, reference, number, kind)),
                None if self.register.lost.has_id(id) => Ok(None),
                None => Err(self.unknown(file, reference, id, Some(kind))),
            };
        }
        if let Some(number) = self.register.number(wanted) {
            return Ok(Some(number));
        }
        match self.register.actors_named(wanted) {
            [only] => Ok(Some(*only)),
            [] if self.register.lost.has_id(wanted) => Ok(None),
            [] if self.register.lost.has_name(wanted) => Ok(None),
            [] => Err(self.unknown(file, reference, wanted, None)),
            several => Err(self.ambiguous(file, reference, wanted, several)),
        }
    }

    fn heading(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        number: u32,
        fragment: &str,
    ) -> Result<(), Box<Missed>> {
        let Some(target) = self.register.numbered(number) else { return Ok(()) };
        let headings = &target.body.headings;
        if headings.iter().any(|heading| &*heading.id == fragment) {
            return Ok(());
        }
        let known: Vec<_> = headings.iter().map(|heading| format!("`#{}`", heading.id)).collect();
        let help = match known.as_slice() {
            [] => format!("`{}` has no headings", target.id),
            known => format!("its headings are {}", known.join(", ")),
        };
        let message = format!("`{}` has no heading with the id `{fragment}`", target.id);
        let place = Place::new(file, reference.span);
        Err(Box::new(Diagnostic::new(Code::UnknownHeading, place, message).help(help).into()))
    }

    fn wrong_kind(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        number: u32,
        expected: Kind,
    ) -> Box<Missed> {
        let place = Place::new(file, reference.span);
        let Some(target) = self.register.numbered(number) else {
            let message = "this is of the wrong kind";
            return Box::new(Diagnostic::new(Code::WrongKind, place, message).into());
        };
        let is = target.matter.kind().map_or("the front page", Kind::with_article);
        let expected_words = expected.with_article();
        let message = format!("`{}` is {is}, but {expected_words} belongs here", target.id);
        let diagnostic = Diagnostic::new(Code::WrongKind, place, message)
            .label(format!("expected {expected_words}"))
            .related(top(target), format!("this is {is}"))
            .help(format!("write the id of {expected_words}"));
        let name = target.id.as_str().to_owned();
        let sought = Some(Sought { name, kind: Some(expected), others_too: false });
        Box::new(Missed { diagnostic, sought })
    }

    fn unknown(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        wanted: &str,
        kind: Option<Kind>,
    ) -> Box<Missed> {
        let what = kind.map_or("nothing", |kind| match kind {
            Kind::Section => "no section",
            Kind::Actor => "no actor",
            Kind::Event => "no event",
            Kind::Source => "no source",
        });
        let message = format!("{what} is called `{wanted}`");
        let named = self.register.actors_named(wanted);
        let by_name = (kind == Some(Kind::Actor)).then(|| named.first()).flatten();
        let by_name = by_name.and_then(|number| self.register.numbered(*number));
        let known = by_name.or_else(|| self.register.formerly(wanted));
        let word = kind.map_or("actor", Kind::word);
        let help = match (known, Slug::new(wanted)) {
            _ if wanted == FRONT => "the front page has no id: take the reference out".to_owned(),
            (Some(known), _) => format!("did you mean `{}`?", known.id),
            (None, Some(id)) => format!("to write its page: `dateline new {word} {id}`"),
            (None, None) => "write an id, or an actor's name exactly as its page has it".to_owned(),
        };
        let place = Place::new(file, reference.span);
        let diagnostic = Diagnostic::new(Code::UnknownReference, place, message).help(help);
        let sought = Sought { name: wanted.to_owned(), kind, others_too: kind.is_some() };
        let sought = (known.is_none() && wanted != FRONT).then_some(sought);
        Box::new(Missed { diagnostic, sought })
    }

    fn ambiguous(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        wanted: &str,
        several: &[u32],
    ) -> Box<Missed> {
        let place = Place::new(file, reference.span);
        let shown = several.iter().take(MOST_NAMED);
        let actors: Vec<_> = shown.filter_map(|n| self.register.numbered(*n)).collect();
        let ids: Vec<_> = actors.iter().map(|actor| format!("`[[{}]]`", actor.id)).collect();
        let message = format!("`{wanted}` fits {} actors", several.len());
        let help = format!("write {}", ids.join(" or "));
        let diagnostic = Diagnostic::new(Code::AmbiguousName, place, message).help(help);
        let all = actors.into_iter().fold(diagnostic, |diagnostic, actor| {
            diagnostic.related(top(actor), "it fits this one")
        });
        Box::new(all.into())
    }
}

/// The errors of references to what is withheld: those that cannot simply be dropped.
pub fn report_withheld(document: &Document, found: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    let in_prose: Vec<_> = document
        .proses()
        .flat_map(|prose| {
            let cited = prose.citations.iter().map(|citation| citation.source);
            let speakers = prose.quotations.iter().filter_map(|quoted| quoted.speaker);
            prose.names.iter().map(|hole| hole.reference).chain(cited).chain(speakers)
        })
        .collect();
    for id in in_prose {
        let (Some(reference), Some(Found::Withheld)) =
            (document.references.get(id.index()), found.get(id.index()))
        else {
            continue;
        };
        let help = match reference.form {
            Form::BareLink => {
                "give the link words of its own: `[[id|words]]`; they stay as plain text"
            }
            Form::Citation => "take the citation out, or publish its source",
            Form::LinkWithWords | Form::Field => continue,
        };
        let wanted = document.wanted(reference);
        let message =
            format!("`{wanted}` is a draft, embargoed or expired, so nothing may name it");
        let place = document.place(reference.span);
        diagnostics.push(Diagnostic::new(Code::WithheldReference, place, message).help(help));
    }
}
