//! What is wrong with single things though each of their references exists: texts published in full
//! without a licence, claims that nobody but the claimant bears out, relations of a thing with itself,
//! events that follow later ones, and what is listed twice.

use std::collections::BTreeMap;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Briefing, Entity, Linked};
use crate::model::document::Matter;
use crate::model::entity::{Claim, ClaimStatus, Publish};
use crate::model::id::{EntityId, Kind, ReferenceId};
use crate::model::place::Place;
use crate::model::when::{Date, Shape, When};
use crate::zone::Zone;

/// All of it.
#[must_use]
pub fn faults(briefing: &Briefing) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    missing_licences(briefing, &mut found);
    let zone = briefing.settings.time_zones.first().and_then(|name| Zone::named(name));
    let zone = zone.unwrap_or_else(Zone::utc);
    for (id, entity) in (0..).map(EntityId).zip(&briefing.entities) {
        own_relations(id, &entity.page, &mut found);
        doubles(entity, &mut found);
        found.extend(later(briefing, entity, &zone));
        let claims = entity.page.document.matter.claims().iter();
        found.extend(claims.filter_map(|claim| dependent(briefing, &entity.page, claim)));
    }
    found
}

/// Archived texts that are to be published in full without a licence.
fn missing_licences(briefing: &Briefing, found: &mut Vec<Diagnostic>) {
    for (_, entity) in briefing.of_kind(Kind::Source) {
        let Some(archive) = entity.source().and_then(|source| source.archive.as_ref()) else {
            continue;
        };
        let licence = archive.licence.as_deref().map(str::to_lowercase);
        let none = licence.is_none_or(|it| matches!(it.as_str(), "unknown" | "none" | "?"));
        let full = archive.publish.as_ref().filter(|it| it.value == Publish::Full);
        if let Some(full) = full.filter(|_| none) {
            let message = format!("`{}` publishes its text in full without a licence", entity.id());
            let help = "name the licence, or write `publish: excerpt`";
            let place = entity.page.document.place(full.span);
            found.push(Diagnostic::new(Code::MissingLicence, place, message).help(help));
        }
    }
}

/// A claim that is confirmed by nothing but the claimant's own word.
fn dependent(briefing: &Briefing, page: &Linked, claim: &Claim) -> Option<Diagnostic> {
    if claim.status.value != ClaimStatus::Confirmed {
        return None;
    }
    let (first, source) = (*claim.supporting.first()?, page.entity(claim.told.source)?);
    let side = briefing.side_of(page.entity(claim.told.by)?);
    let is_claimants = |id: EntityId| {
        let by = briefing[id].source().and_then(|it| briefing[id].page.entity(it.by?));
        by.is_some_and(|by| briefing.side_of(by) == side)
    };
    let is_same = |id: EntityId| briefing.origin_of(id) == briefing.origin_of(source);
    // Of a source that does not exist, nobody knows; that is told elsewhere.
    let is_dependent = |id: EntityId| is_same(id) || is_claimants(id);
    if !claim.supporting.iter().all(|it| page.entity(*it).is_some_and(is_dependent)) {
        return None;
    }
    let (id, it) = (page.entity(first)?, page.document.references.get(first.index())?);
    let why = if id == source {
        "is the source that the claim was made in"
    } else if is_same(id) {
        "is known through the same source as the claim"
    } else {
        "holds words of the claimant’s own side"
    };
    let message = format!("`{}` {why}, and nothing else bears the claim out", briefing[id].id());
    let help = "add a source to `for` that is independent of both, or write `status: stated`";
    let place = page.document.place(it.span);
    Some(Diagnostic::new(Code::DependentClaim, place, message).help(help))
}

/// Relations of an actor with itself.
fn own_relations(id: EntityId, page: &Linked, found: &mut Vec<Diagnostic>) {
    let Matter::Actor(actor) = &page.document.matter else { return };
    let own = actor.relations.iter().filter(|it| page.entity(it.with) == Some(id));
    for place in own.filter_map(|it| place_of(page, it.with)) {
        let message = format!("`{}` has a relation with itself", page.document.id);
        let help = "name the other actor in `with`, or take the relation out";
        found.push(Diagnostic::new(Code::Circular, place, message).help(help));
    }
}

/// An event that follows one which begins when it has long begun itself.
fn later(briefing: &Briefing, entity: &Entity, zone: &Zone) -> Option<Diagnostic> {
    let event = entity.event()?;
    let reference = event.follows?;
    let before = &briefing[entity.page.entity(reference)?];
    let other = &before.event()?.when;
    let vague = |when: &When| when.is_approximate() || when.is_uncertain();
    if vague(&event.when.value) || vague(&other.value) {
        return None;
    }
    if last_beginning(&event.when.value, zone)? >= before.bounds?.lower {
        return None;
    }
    if is_circle(briefing, entity, before) {
        return None;
    }
    let (id, first) = (entity.id(), before.id());
    let message = format!("`{id}` follows `{first}`, which begins later");
    let help = format!(
        "mend the `when` of one of the two; or write `follows: {id}` into `{first}`, and take it out here"
    );
    let place = place_of(&entity.page, reference)?;
    let diagnostic = Diagnostic::new(Code::OutOfOrder, place, message)
        .related(entity.page.document.place(event.when.span), "this is when it was")
        .related(before.page.document.place(other.span), "this is when the other was");
    Some(diagnostic.help(help))
}

/// Whether an event is followed, by way of others, by the one that it follows. That is told elsewhere.
fn is_circle(briefing: &Briefing, entity: &Entity, before: &Entity) -> bool {
    let leader = |it: &Entity| it.page.entity(it.event()?.follows?).map(|id| &briefing[id]);
    let mut chain = std::iter::successors(Some(before), |it| leader(it));
    chain.by_ref().take(briefing.entities.len()).any(|it| it.id() == entity.id())
        || chain.next().is_some()
}

/// The last second in which something may have begun; none where nobody knows.
fn last_beginning(when: &When, zone: &Zone) -> Option<i64> {
    let last = |date: &Date| zone.end_of_day(date.last_day());
    match when.shape() {
        Shape::Date(date) | Shape::Dates(date, _) | Shape::From(date, _) => Some(last(date)),
        Shape::Time(time) | Shape::Times(time, _) => Some(time.instant),
        Shape::Until(..) => None,
    }
}

/// What stands twice in a list where once is enough.
fn doubles(entity: &Entity, found: &mut Vec<Diagnostic>) {
    let page = &entity.page;
    let named = |id: ReferenceId| Some((page.entity(id)?, place_of(page, id)?));
    let mut tell = |seen: Option<Place>, place: Place, what: String, help: &str| {
        let Some(first) = seen else { return };
        let message = format!("{what} is listed twice");
        let diagnostic = Diagnostic::new(Code::ListedTwice, place, message);
        found.push(diagnostic.related(first, "it stands here first").help(help));
    };
    if let Some(event) = entity.event() {
        let mut seen = BTreeMap::new();
        for (id, place) in event.participants.iter().filter_map(|it| named(it.actor)) {
            let what = format!("the participant `{}`", page.document.file.slice(&place.span));
            let help = "keep one of the two; if it took part in two ways, say both in one `as`";
            tell(seen.insert(id, place.clone()), place, what, help);
        }
        let mut seen = BTreeMap::new();
        for (id, place) in event.sources.iter().filter_map(|id| named(*id)) {
            let what = format!("the source `{}`", page.document.file.slice(&place.span));
            tell(seen.insert(id, place.clone()), place, what, "keep one of the two");
        }
    }
    if let Some(actor) = entity.actor() {
        let mut seen = BTreeMap::new();
        for alias in &actor.aliases {
            let place = page.document.place(alias.span);
            let what = format!("the alias `{}`", alias.value);
            tell(seen.insert(&alias.value, place.clone()), place, what, "keep one of the two");
        }
    }
}

/// Where a reference stands.
fn place_of(page: &Linked, id: ReferenceId) -> Option<Place> {
    Some(page.document.place(page.document.references.get(id.index())?.span))
}
