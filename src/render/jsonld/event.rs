//! An event.

use serde::Serialize;

use crate::model::briefing::{Entity, PageId};
use crate::model::entity::{Event, Status};
use crate::model::id::EntityId;
use crate::render::jsonld::address::{Address, Called, EVENT, Named, Seen};
use crate::render::jsonld::dated;
use crate::render::jsonld::graph::{Telling, corrected};

/// An event.
#[derive(Serialize)]
pub struct EventNode<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(rename = "startDate", skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(rename = "endDate", skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(rename = "eventStatus", skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place<'a>>,
    #[serde(rename = "attendee", skip_serializing_if = "Vec::is_empty")]
    participants: Vec<Named<'a>>,
    #[serde(rename = "superEvent", skip_serializing_if = "Option::is_none")]
    part_of: Option<Named<'a>>,
    #[serde(rename = "subjectOf", skip_serializing_if = "Vec::is_empty")]
    told_by: Vec<Telling<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    name: &'a str,
    #[serde(rename = "containedInPlace", skip_serializing_if = "Option::is_none")]
    country: Option<Called<'a>>,
}

/// Of an event.
#[must_use]
pub fn node<'a>(
    seen: Seen<'a>,
    id: EntityId,
    entity: &'a Entity,
    event: &'a Event,
) -> EventNode<'a> {
    let page = &entity.page;
    let participants = event.participants.iter().filter_map(|it| page.entity(it.actor));
    let sources = event.sources.iter().filter_map(|source| page.entity(*source));
    let sources = sources.map(|source| Telling::Source(seen.thing(source)));
    let place = event.place.as_ref().map(|place| Place {
        is: "Place",
        name: &place.name,
        country: place.country.as_deref().map(|name| Called { is: "Country", name }),
    });
    EventNode {
        is: EVENT,
        address: seen.it(PageId::Entity(id)),
        name: &event.title,
        description: event.summary.as_deref(),
        start: dated::start(&event.when.value),
        end: dated::end(&event.when.value),
        status: status(event.status),
        location: place,
        participants: seen.things(participants),
        part_of: event.part_of.and_then(|whole| page.entity(whole)).map(|id| seen.thing(id)),
        told_by: sources.chain(corrected(seen, id).map(Telling::Page)).collect(),
    }
}

/// What schema.org calls it; nothing of what occurred, or is said to have, since it has no word for
/// either.
fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Scheduled => Some("https://schema.org/EventScheduled"),
        Status::Postponed => Some("https://schema.org/EventPostponed"),
        Status::Cancelled => Some("https://schema.org/EventCancelled"),
        Status::Occurred | Status::Reported => None,
    }
}
