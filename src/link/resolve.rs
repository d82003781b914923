//! Looking up references: what each leads to, and what to type where it leads nowhere.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::missed::{Missed, Sought, other_kind};
use crate::link::register::Register;
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
                Some(_) if self.has_double(wanted, kind) => return Ok(Found::Nothing),
                Some(number) => return Err(self.wrong_kind(file, reference, number, kind)),
                None if self.register.lost.has_id(wanted) => return Ok(Found::Nothing),
                None => return Err(self.unknown(file, reference, wanted, Some(kind), false)),
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
                Some(_) if self.has_double(id, kind) => Ok(None),
                Some(number) => Err(self.wrong_kind(file, reference, number, kind)),
                None if self.register.lost.has_id(id) => Ok(None),
                None => Err(self.unknown(file, reference, id, Some(kind), true)),
            };
        }
        if let Some(number) = self.register.number(wanted) {
            return Ok(Some(number));
        }
        match self.register.actors_named(wanted) {
            [only] => Ok(Some(*only)),
            [] if self.register.lost.has_id(wanted) => Ok(None),
            [] if self.register.lost.has_name(wanted) => Ok(None),
            [] => Err(self
                .kind_misspelt(file, reference, wanted)
                .unwrap_or_else(|| self.unknown(file, reference, wanted, None, false))),
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

    /// Whether an id that is used twice, which is told elsewhere, is that of such a thing too.
    fn has_double(&self, id: &str, kind: Kind) -> bool {
        let mut documents = self.register.documents().iter();
        documents.any(|it| it.id.as_str() == id && it.matter.kind() == Some(kind))
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
        let name = target.id.as_str().to_owned();
        let (form, spelled_out) = (reference.form, reference.expected == Expected::Anything);
        let sought = Sought { name, kind: Some(expected), form, spelled_out, others_too: false };
        let diagnostic = Diagnostic::new(Code::WrongKind, place, message)
            .label(format!("expected {expected_words}"))
            .related(target.top(), format!("this is {is}"))
            .help(other_kind(&sought, target));
        Box::new(Missed { diagnostic, sought: (!spelled_out).then_some(sought) })
    }

    /// Where a thing is named after a word that is no kind: `Event:talks`, `events:talks`.
    fn kind_misspelt(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        wanted: &str,
    ) -> Option<Box<Missed>> {
        let (word, id) = wanted.split_once(':')?;
        let (word, id) = (word.trim(), id.trim());
        let lower = word.to_lowercase();
        let meant = Kind::ALL.into_iter().find(|it| it.word() == lower || it.folder() == lower);
        let target = self.register.number(id).and_then(|number| self.register.numbered(number));
        let Some(target) = target else {
            return meant.map(|kind| self.unknown(file, reference, id, Some(kind), true));
        };
        let kind = target.matter.kind()?.word();
        let place = Place::new(file, reference.span);
        let message = format!("`{word}` is no kind of thing");
        let help = format!("did you mean `{kind}:{id}`?");
        Some(Box::new(Diagnostic::new(Code::UnknownReference, place, message).help(help).into()))
    }

    fn unknown(
        &self,
        file: &Arc<TextFile>,
        reference: &Reference,
        wanted: &str,
        kind: Option<Kind>,
        spelled_out: bool,
    ) -> Box<Missed> {
        let what = kind.map_or("nothing", |kind| match kind {
            Kind::Section => "no section",
            Kind::Actor => "no actor",
            Kind::Event => "no event",
            Kind::Source => "no source",
        });
        let message = format!("{what} is called `{wanted}`");
        let word = kind.map_or("actor", Kind::word);
        let bare = if reference.form == Form::Field { bare(wanted) } else { wanted };
        let is_there = || match self.register.number(bare) {
            Some(number) => self.kind(number) == kind,
            None => self.register.lost.has_id(bare),
        };
        let is_marked = bare != wanted && is_there();
        let help = match (Slug::new(bare), kind) {
            _ if is_marked => format!("write the id alone: `{bare}`"),
            _ if wanted == FRONT => "the front page has no id: take the reference out".to_owned(),
            (Some(id), _) => format!("to write its page: `dateline new {word} {id}`"),
            (None, Some(kind)) => format!("write the id of {}", kind.with_article()),
            (None, None) => "write an id, or an actor's name exactly as its page has it".to_owned(),
        };
        let place = Place::new(file, reference.span);
        let diagnostic = Diagnostic::new(Code::UnknownReference, place, message).help(help);
        let (name, form) = (bare.to_owned(), reference.form);
        let sought = Sought { name, kind, form, spelled_out, others_too: true };
        let is_sought = wanted != FRONT && !is_marked;
        Box::new(Missed { diagnostic, sought: is_sought.then_some(sought) })
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
            diagnostic.related(actor.top(), "it fits this one")
        });
        Box::new(all.into())
    }
}

/// An id without the marks that it has in a text: `[[id|words]]`, `[@id]`.
fn bare(written: &str) -> &str {
    let inside = written.trim_start_matches(['[', '@']).trim_end_matches(']');
    inside.split('|').next().unwrap_or(inside).trim()
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
        let wanted = document.wanted(reference);
        let help = match reference.form {
            Form::BareLink => {
                "give the link words of its own: `[[id|words]]`; they stay as plain text".to_owned()
            }
            Form::Citation if reference.expected == Expected::Only(Kind::Actor) => {
                format!("take the speaker `{wanted}` out (`[@source]`), or publish that page")
            }
            Form::Citation => "take the citation out, or publish its source".to_owned(),
            Form::LinkWithWords | Form::Field => continue,
        };
        let message =
            format!("`{wanted}` is a draft, embargoed or expired, so nothing may name it");
        let place = document.place(reference.span);
        diagnostics.push(Diagnostic::new(Code::WithheldReference, place, message).help(help));
    }
}
