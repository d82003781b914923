//! The passes of linking, in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::missed::{self, Missed};
use crate::link::near::{Meant, Near};
use crate::link::order::{Placed, bounds_of, ordered};
use crate::link::register::{Documents, Register};
use crate::link::resolve::{Found, Resolver, report_withheld};
use crate::link::{backlinks, quotations, withhold};
use crate::model::briefing::{Briefing, Entity, Linked, Quotation, Target};
use crate::model::document::{Document, Matter, Noted, Shared};
use crate::model::entity::{Correction, Front};
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::place::{Place, TextFile};
use crate::model::prose::Prose;
use crate::model::settings::Settings;
use crate::model::when::{Date, Detail, Shape, When};
use crate::zone::Zone;

/// What a briefing is linked from, besides its documents.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The corrections as written, with the file they stand in.
    pub corrections: Option<(Arc<TextFile>, Vec<Correction>)>,
    /// The moment that embargo and expiry are judged by.
    pub now: i64,
    /// Show what is withheld too.
    pub drafts: bool,
}

/// What came of linking.
#[derive(Debug)]
pub struct Whole {
    /// The briefing.
    pub briefing: Briefing,
    /// Whether it has a front page. Where none could be read, an empty one stands in, so that all
    /// that is wrong with the other pages is told too.
    pub has_front: bool,
}

/// Links documents.
#[must_use]
pub fn whole(documents: &Documents, frame: &Frame, diagnostics: &mut Vec<Diagnostic>) -> Whole {
    let withheld: Vec<bool> =
        documents.all.iter().map(|it| !frame.drafts && it.is_withheld(frame.now)).collect();
    let register = Register::new(documents, diagnostics);
    let resolver = Resolver { register: &register, withheld: &withheld };
    let zone = frame.settings.time_zones.first().and_then(|name| Zone::named(name));
    let zone = zone.unwrap_or_else(Zone::utc);

    check_corrections(frame, &register, diagnostics);
    let mut looked_up: Vec<(Placed, Vec<Missed>, Vec<Diagnostic>)> = Vec::new();
    (0_u32..)
        .zip(&documents.all)
        .filter(|(number, document)| {
            let first = register.number(document.id.as_str()).is_none_or(|it| it == *number);
            first && !withheld.get(*number as usize).copied().unwrap_or(false)
        })
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(number, document)| place(number, document, &resolver, &zone))
        .collect_into_vec(&mut looked_up);
    let mut missed = Vec::new();
    for (file, references) in &documents.loose {
        resolver.references(file, references, &mut missed);
    }
    let mut placed = Vec::with_capacity(looked_up.len());
    for (it, misses, told) in looked_up {
        missed.extend(misses);
        diagnostics.extend(told);
        placed.push(it);
    }
    diagnostics.extend(missed::told(missed, &register));
    let front = placed.iter().position(|it| it.document.matter.kind().is_none());
    let has_front = front.is_some();
    let front = front.map_or_else(stand_in, |at| placed.remove(at));
    let placed = ordered(placed, diagnostics);
    Whole { briefing: assemble(front, placed, documents, frame, diagnostics), has_front }
}

/// A front page with nothing on it.
fn stand_in() -> Placed {
    let day = Detail::Day(1, 1);
    let day = Date { year: 1970, detail: day, approximate: false, uncertain: false };
    let front = Front {
        title: Box::default(),
        summary: Box::default(),
        as_of: When::new("1970-01-01", Shape::Date(day)),
        authors: Vec::new(),
        key_points: Vec::new(),
        unknowns: Vec::new(),
        updated: None,
    };
    let document = Document {
        file: TextFile::new("content/briefing.md", ""),
        id: Slug::front(),
        matter: Matter::Front(Box::new(front)),
        body: Prose::default(),
        references: Vec::new(),
        shared: Shared::default(),
        noted: Noted::default(),
    };
    Placed { number: u32::MAX, document: Arc::new(document), found: Vec::new(), bounds: None }
}

fn place(
    number: u32,
    document: &Arc<Document>,
    resolver: &Resolver<'_, '_>,
    zone: &Zone,
) -> (Placed, Vec<Missed>, Vec<Diagnostic>) {
    let (mut missed, mut diagnostics) = (Vec::new(), Vec::new());
    let found = resolver.references(&document.file, &document.references, &mut missed);
    let document = match withhold::pruned(document, &found) {
        Some(pruned) => Arc::new(pruned),
        None => Arc::clone(document),
    };
    report_withheld(&document, &found, &mut diagnostics);
    let bounds = bounds_of(&document, zone);
    (Placed { number, document, found, bounds }, missed, diagnostics)
}

fn assemble(
    front: Placed,
    placed: Vec<Placed>,
    documents: &Documents,
    frame: &Frame,
    diagnostics: &mut Vec<Diagnostic>,
) -> Briefing {
    let mut entity_of = vec![None; documents.all.len()];
    for (n, it) in (0..).zip(&placed) {
        if let Some(slot) = entity_of.get_mut(it.number as usize) {
            *slot = Some(EntityId(n));
        }
    }
    let linked = |placed: Placed| {
        let target = |found: &Found| match found {
            Found::Document(number) => {
                let entity = entity_of.get(*number as usize).copied().flatten();
                entity.map_or(Target::Missing, Target::Entity)
            }
            Found::Withheld => Target::Withheld,
            Found::Words => Target::Words,
            Found::Nothing => Target::Missing,
        };
        let targets = placed.found.iter().map(target).collect();
        (Linked { document: placed.document, targets, first_quotation: 0 }, placed.bounds)
    };
    let (front, _) = linked(front);
    let entity = |placed| {
        let (page, bounds) = linked(placed);
        let kind = page.document.matter.kind().unwrap_or(Kind::Section);
        let (backlinks, events) = (Vec::new(), Vec::new());
        let (quotations, found_here) = (Vec::new(), Vec::new());
        Entity { page, kind, bounds, backlinks, events, quotations, found_here }
    };
    let entities: Vec<Arc<Entity>> =
        placed.into_iter().map(|placed| Arc::new(entity(placed))).collect();
    let ids = (0..).map(EntityId).zip(&entities).map(|(n, it)| (it.id().clone(), n));
    let ids = Arc::new(ids.collect());
    let redirects = (0..).map(EntityId).zip(&entities);
    let redirects = redirects.flat_map(|(n, it)| {
        it.page.document.shared.former_ids.iter().map(move |former| (former.value.clone(), n))
    });
    let redirects: BTreeMap<_, _> = redirects.collect();
    let mut briefing = Briefing {
        settings: Arc::clone(&frame.settings),
        front,
        entities,
        ids,
        quotations: Arc::default(),
        corrections: Arc::default(),
        redirects: Arc::new(redirects),
    };
    briefing.corrections = Arc::new(corrections(&briefing, frame));
    turn_round(&mut briefing, diagnostics);
    briefing
}

/// What other pages say of each thing.
fn turn_round(briefing: &mut Briefing, diagnostics: &mut Vec<Diagnostic>) {
    let by_page = quotations::quotations(briefing, diagnostics);
    let mut first = 0;
    for (n, found) in by_page.iter().enumerate() {
        let page = match n.checked_sub(1) {
            None => Some(&mut briefing.front),
            Some(n) => {
                let id = EntityId(u32::try_from(n).unwrap_or(u32::MAX));
                briefing.entity_mut(id).map(|entity| &mut entity.page)
            }
        };
        if let Some(page) = page {
            page.first_quotation = first;
        }
        first += u32::try_from(found.len()).unwrap_or(0);
    }
    let all: Arc<Vec<Quotation>> = Arc::new(by_page.into_iter().flatten().collect());
    for (n, quotation) in (0..).zip(&*all) {
        let speaker = quotation.speaker.filter(|id| Some(*id) != quotation.source);
        for id in speaker.into_iter().chain(quotation.source) {
            if let Some(entity) = briefing.entity_mut(id) {
                entity.quotations.push(n);
            }
        }
    }
    briefing.quotations = all;
    for (id, links) in (0..).map(EntityId).zip(backlinks::backlinks(briefing)) {
        if let Some(entity) = briefing.entity_mut(id) {
            entity.backlinks = links;
        }
    }
    took_part(briefing);
}

/// The events of each actor, in order of time: events are in that order already.
fn took_part(briefing: &mut Briefing) {
    let mut of_actor: Vec<Vec<EntityId>> = vec![Vec::new(); briefing.entities.len()];
    for (id, entity) in briefing.of_kind(Kind::Event) {
        let participants = entity.event().map_or(&[][..], |event| &event.participants);
        for participant in participants {
            let actor = entity.page.entity(participant.actor);
            if let Some(list) = actor.and_then(|actor| of_actor.get_mut(actor.index()))
                && list.last() != Some(&id)
            {
                list.push(id);
            }
        }
    }
    for (id, events) in (0..).map(EntityId).zip(of_actor).filter(|(_, it)| !it.is_empty()) {
        if let Some(entity) = briefing.entity_mut(id) {
            entity.events = events;
        }
    }
}

/// The corrections of pages that are published, newest first.
fn corrections(briefing: &Briefing, frame: &Frame) -> Vec<Correction> {
    let published = |it: &&Correction| {
        it.page.value.as_str() == "briefing" || briefing.ids.contains_key(&it.page.value)
    };
    let mut corrections: Vec<_> = written(frame).iter().filter(published).cloned().collect();
    corrections.sort_by(|a, b| {
        let day = |it: &Correction| crate::zone::bounds(&it.date.value, &Zone::utc());
        day(b).cmp(&day(a)).then_with(|| a.page.value.cmp(&b.page.value))
    });
    corrections
}

fn written(frame: &Frame) -> &[Correction] {
    frame.corrections.as_ref().map_or(&[], |(_, corrections)| corrections)
}

/// Reports corrections of pages that do not exist.
fn check_corrections(frame: &Frame, register: &Register<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some((file, corrections)) = &frame.corrections else { return };
    let mut near = None;
    for correction in corrections {
        let page = correction.page.value.as_str();
        let known =
            page == "briefing" || register.number(page).is_some() || register.lost.has_id(page);
        if !known {
            let place = Place::new(file, correction.page.span);
            let message = format!("no page is called `{page}`");
            let near = near.get_or_insert_with(|| Near::new(register));
            let meant = match near.meant(page, None) {
                Some(Meant::One(number)) => register.numbered(number),
                Some(Meant::Several(_) | Meant::OfOtherKind(_) | Meant::WeakAliasOf(_)) | None => {
                    None
                }
            };
            let help = match meant {
                Some(meant) => format!("did you mean `{}`?", meant.id),
                None => "write an id, or `briefing`".to_owned(),
            };
            diagnostics.push(Diagnostic::new(Code::UnknownPage, place, message).help(help));
        }
    }
}
