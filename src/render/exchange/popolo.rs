//! Popolo (popoloproject.com), the JSON of civic programs: people, organisations, memberships and
//! events.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::briefing::{Briefing, Entity};
use crate::model::entity::{Actor, ActorKind, Event};
use crate::model::when::When;
use crate::render::exchange::{day, key, page};
use crate::render::jsonld::dated;

#[derive(Serialize)]
struct Popolo<'a> {
    persons: Vec<Somebody<'a>>,
    organizations: Vec<Somebody<'a>>,
    memberships: Vec<Membership<'a>>,
    events: Vec<Occasion<'a>>,
}

#[derive(Serialize)]
struct Somebody<'a> {
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<OtherName<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    classification: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<Identifier<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
}

#[derive(Serialize)]
struct OtherName<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Identifier<'a> {
    scheme: &'static str,
    identifier: &'a str,
}

#[derive(Serialize)]
struct Link {
    url: String,
}

#[derive(Serialize)]
struct Membership<'a> {
    id: String,
    role: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    member_id: Option<String>,
    organization_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Occasion<'a> {
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    attendees: Vec<Attendee>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Attendee {
    id: String,
}

/// All actors, the offices that they hold at one another, and all events.
#[must_use]
pub fn text(briefing: &Briefing) -> String {
    let mut all = Popolo {
        persons: Vec::new(),
        organizations: Vec::new(),
        memberships: Vec::new(),
        events: Vec::new(),
    };
    for entity in &briefing.entities {
        if let Some(actor) = entity.actor() {
            let somebody = of_actor(briefing, entity, actor);
            if actor.kind == ActorKind::Person {
                all.persons.push(somebody);
            } else {
                all.organizations.push(somebody);
            }
            all.memberships.extend(memberships(briefing, entity, actor));
        } else if let Some(event) = entity.event() {
            all.events.push(of_event(briefing, entity, event));
        }
    }
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}

fn of_actor<'a>(briefing: &Briefing, entity: &'a Entity, actor: &'a Actor) -> Somebody<'a> {
    let is_person = actor.kind == ActorKind::Person;
    let other = actor.names().filter(|name| *name != &*actor.name);
    let identifier = |identifier| Identifier { scheme: "wikidata", identifier };
    Somebody {
        id: key(entity),
        name: &actor.name,
        other_names: other.map(|name| OtherName { name }).collect(),
        sort_name: actor.sort_name.as_deref().filter(|_| is_person),
        classification: (!is_person).then(|| actor.kind.word()),
        summary: actor.summary.as_deref(),
        identifiers: actor.wikidata.as_deref().map(identifier).into_iter().collect(),
        links: links(briefing, entity),
    }
}

/// Popolo's memberships are in organisations alone.
fn memberships<'a>(
    briefing: &'a Briefing,
    entity: &'a Entity,
    actor: &'a Actor,
) -> impl Iterator<Item = Membership<'a>> {
    (1..).zip(&actor.roles).filter_map(move |(number, role)| {
        let (_, at) = role.organisation.as_ref()?;
        let at = &briefing[entity.page.entity(*at)?];
        if at.actor()?.kind == ActorKind::Person {
            return None;
        }
        let is_person = actor.kind == ActorKind::Person;
        let date = |when: &Option<When>| when.as_ref().and_then(dated::start).map(Cow::Owned);
        Some(Membership {
            id: format!("{}-role-{number}", key(entity)),
            role: &role.title,
            person_id: is_person.then(|| key(entity)),
            member_id: (!is_person).then(|| key(entity)),
            organization_id: key(at),
            start_date: date(&role.from).map(day),
            end_date: date(&role.to).map(day),
        })
    })
}

fn of_event<'a>(briefing: &Briefing, entity: &'a Entity, event: &'a Event) -> Occasion<'a> {
    let participants = event.participants.iter().filter_map(|it| entity.page.entity(it.actor));
    Occasion {
        id: key(entity),
        name: &event.title,
        start_date: dated::start(&event.when.value),
        end_date: dated::end(&event.when.value),
        location: event.place.as_ref().map(|place| &*place.name),
        status: event.status.word(),
        description: event.summary.as_deref(),
        attendees: participants.map(|id| Attendee { id: key(&briefing[id]) }).collect(),
        links: links(briefing, entity),
    }
}

fn links(briefing: &Briefing, entity: &Entity) -> Vec<Link> {
    page(briefing, entity).map(|url| Link { url }).into_iter().collect()
}
