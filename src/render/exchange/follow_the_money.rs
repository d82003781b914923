//! FollowTheMoney, the data model of investigative databases (OpenAleph, OpenSanctions): an entity a
//! line, as its own tools read them. Names of schemata and properties are those of its version 4.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::briefing::{Briefing, Entity, Linked};
use crate::model::entity::{Actor, ActorKind, Event, EventPlace, Source, SourceKind};
use crate::model::id::{EntityId, ReferenceId};
use crate::model::when::When;
use crate::render::exchange::{day, key, page};
use crate::render::jsonld::dated;
use crate::words;

/// The values of each property of an entity; an empty one is left out.
type Properties<'a> = BTreeMap<&'static str, Vec<Cow<'a, str>>>;

#[derive(Serialize)]
struct Thing<'a> {
    id: String,
    schema: &'static str,
    properties: Properties<'a>,
}

/// All actors, events and sources, and what relates them: an entity of JSON a line.
#[must_use]
pub fn text(briefing: &Briefing) -> String {
    let mut all: Vec<Thing<'_>> = Vec::with_capacity(briefing.entities.len());
    for entity in &briefing.entities {
        if let Some(actor) = entity.actor() {
            all.push(of_actor(briefing, entity, actor));
            all.extend(roles(briefing, entity, actor));
            all.extend(relations(briefing, entity, actor));
        } else if let Some(event) = entity.event() {
            all.push(of_event(briefing, entity, event));
        } else if let Some(source) = entity.source() {
            all.push(of_source(briefing, entity, source));
        }
    }
    let mut text = String::new();
    for mut thing in all {
        thing.properties.retain(|_, values| !values.is_empty());
        text.push_str(&serde_json::to_string(&thing).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// What a kind of actor is there: states and seats of power are public bodies.
fn schema(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Organisation | ActorKind::Alliance => "Organization",
        ActorKind::State | ActorKind::Office => "PublicBody",
        ActorKind::Group => "LegalEntity",
    }
}

fn of_actor<'a>(briefing: &Briefing, entity: &'a Entity, actor: &'a Actor) -> Thing<'a> {
    let other = actor.names().filter(|name| *name != &*actor.name);
    let offices = actor.roles.iter().map(|role| &*role.title);
    let offices = offices.filter(|_| actor.kind == ActorKind::Person);
    let properties = BTreeMap::from([
        ("name", one(Some(&actor.name))),
        ("alias", other.map(Cow::Borrowed).collect()),
        ("weakAlias", actor.weak_aliases.iter().map(|it| Cow::Borrowed(&**it)).collect()),
        ("position", offices.map(Cow::Borrowed).collect()),
        ("summary", one(actor.summary.as_deref())),
        ("wikidataId", one(actor.wikidata.as_deref())),
        ("sourceUrl", owned(page(briefing, entity))),
    ]);
    Thing { id: key(entity), schema: schema(actor.kind), properties }
}

/// Offices that are held at another actor.
fn roles<'a>(
    briefing: &'a Briefing,
    entity: &'a Entity,
    actor: &'a Actor,
) -> impl Iterator<Item = Thing<'a>> {
    (1..).zip(&actor.roles).filter_map(move |(number, role)| {
        let (_, at) = role.organisation.as_ref()?;
        let at = &briefing[entity.page.entity(*at)?];
        let mut properties = BTreeMap::from([
            ("role", one(Some(&role.title))),
            ("startDate", date(role.from.as_ref(), dated::start)),
            ("endDate", date(role.to.as_ref(), dated::start)),
            ("proof", keys(briefing, &entity.page, role.source)),
        ]);
        // Only organisations have members there.
        let has_members = matches!(schema(at.actor()?.kind), "Organization" | "PublicBody");
        let (schema, ends) = match has_members {
            true => ("Membership", ["member", "organization"]),
            false => ("UnknownLink", ["subject", "object"]),
        };
        properties.extend(ends.into_iter().zip([owned(Some(key(entity))), owned(Some(key(at)))]));
        Some(Thing { id: format!("{}-role-{number}", key(entity)), schema, properties })
    })
}

fn relations<'a>(
    briefing: &'a Briefing,
    entity: &'a Entity,
    actor: &'a Actor,
) -> impl Iterator<Item = Thing<'a>> {
    (1..).zip(&actor.relations).filter_map(move |(number, relation)| {
        let with = &briefing[entity.page.entity(relation.with)?];
        let properties = BTreeMap::from([
            ("subject", owned(Some(key(entity)))),
            ("object", owned(Some(key(with)))),
            ("role", one(Some(&relation.kind))),
            ("startDate", date(relation.from.as_ref(), dated::start)),
            ("endDate", date(relation.to.as_ref(), dated::start)),
            ("proof", keys(briefing, &entity.page, Some(relation.source))),
        ]);
        let id = format!("{}-relation-{number}", key(entity));
        Some(Thing { id, schema: "UnknownLink", properties })
    })
}

fn of_event<'a>(briefing: &'a Briefing, entity: &'a Entity, event: &'a Event) -> Thing<'a> {
    let page_of = &entity.page;
    let involved = event.participants.iter().map(|it| it.actor);
    let place = event.place.as_ref();
    let properties = BTreeMap::from([
        ("name", one(Some(&event.title))),
        ("alias", one(event.short_name.as_deref())),
        ("summary", one(event.summary.as_deref())),
        ("startDate", date(Some(&event.when.value), dated::start)),
        ("endDate", date(Some(&event.when.value), dated::end)),
        ("location", one(place.map(|place| &*place.name))),
        ("country", place.and_then(country).into_iter().map(Cow::Owned).collect()),
        ("involved", keys(briefing, page_of, involved)),
        ("proof", keys(briefing, page_of, event.sources.iter().copied())),
        ("keywords", one(event.category.map(|it| it.word()))),
        ("notes", one(Some(event.status.word()))),
        ("sourceUrl", owned(page(briefing, entity))),
    ]);
    Thing { id: key(entity), schema: "Event", properties }
}

/// A country that is given by its code.
fn country(place: &EventPlace) -> Option<String> {
    let code = place.country.as_deref()?;
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| code.to_ascii_lowercase())
}

fn of_source<'a>(briefing: &'a Briefing, entity: &'a Entity, source: &'a Source) -> Thing<'a> {
    let speaker = source.by.and_then(|by| entity.page.entity(by)).map(|by| briefing[by].name());
    let unnamed = words::of(&briefing.settings.language).unnamed_speaker(source);
    let retrieved = source.archive.as_ref().and_then(|it| it.retrieved.as_ref());
    let properties = BTreeMap::from([
        ("name", one(Some(&source.title))),
        ("title", one(Some(&source.title))),
        ("author", one(unnamed.or(speaker))),
        ("publisher", one(source.publisher.as_deref())),
        ("publishedAt", date(source.published.as_ref(), dated::start)),
        ("retrievedAt", date(retrieved.or(source.accessed.as_ref()), dated::start)),
        ("sourceUrl", one(source.url.as_deref())),
        ("proof", keys(briefing, &entity.page, source.via)),
    ]);
    let schema = match source.kind {
        SourceKind::WireReport | SourceKind::Article => "Article",
        SourceKind::Readout
        | SourceKind::Statement
        | SourceKind::PressConference
        | SourceKind::Interview
        | SourceKind::Report
        | SourceKind::Document
        | SourceKind::Letter
        | SourceKind::Broadcast
        | SourceKind::SocialPost
        | SourceKind::Dataset => "Document",
    };
    Thing { id: key(entity), schema, properties }
}

fn one(value: Option<&str>) -> Vec<Cow<'_, str>> {
    value.into_iter().map(Cow::Borrowed).collect()
}

fn owned<'a>(value: Option<String>) -> Vec<Cow<'a, str>> {
    value.into_iter().map(Cow::Owned).collect()
}

/// Clocks there have no zone, so that a day is the finest that can be told.
fn date<'a>(when: Option<&When>, side: fn(&When) -> Option<String>) -> Vec<Cow<'a, str>> {
    when.and_then(side).map(Cow::Owned).map(day).into_iter().collect()
}

/// The ids of what references lead to.
fn keys<'a>(
    briefing: &Briefing,
    page: &Linked,
    references: impl IntoIterator<Item = ReferenceId>,
) -> Vec<Cow<'a, str>> {
    let things = references.into_iter().filter_map(|it| page.entity(it));
    things.map(|id: EntityId| Cow::Owned(key(&briefing[id]))).collect()
}
