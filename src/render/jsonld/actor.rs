//! An actor.

use serde::Serialize;

use crate::model::briefing::{Entity, PageId, Target};
use crate::model::entity::{Actor, ActorKind, Role};
use crate::model::id::EntityId;
use crate::render::jsonld::address::{Address, Called, Seen, Somebody, Types};
use crate::render::jsonld::graph::{Corrected, corrected};

/// An actor.
#[derive(Serialize)]
pub struct ActorNode<'a> {
    #[serde(rename = "@type")]
    is: Types,
    #[serde(rename = "@id")]
    address: Address<'a>,
    name: &'a str,
    #[serde(rename = "alternateName", skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(rename = "jobTitle", skip_serializing_if = "Option::is_none")]
    office: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Somebody<'a>>,
    #[serde(rename = "sameAs", skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Address<'a>>,
    #[serde(rename = "subjectOf", skip_serializing_if = "Option::is_none")]
    corrected: Option<Corrected<'a>>,
}

/// What schema.org calls a kind of actor. It has no word for people or states that act together
/// without a body; an organisation is the nearest of those that may say and attend something. A
/// country may do neither, so a state is called its government too.
#[must_use]
pub fn types(kind: ActorKind) -> Types {
    match kind {
        ActorKind::Person => Types::One("Person"),
        ActorKind::Organisation | ActorKind::Alliance | ActorKind::Group => {
            Types::One("Organization")
        }
        ActorKind::State => Types::Both(["Country", "GovernmentOrganization"]),
        ActorKind::Office => Types::One("GovernmentOrganization"),
    }
}

/// Of an actor.
#[must_use]
pub fn node<'a>(
    seen: Seen<'a>,
    id: EntityId,
    entity: &'a Entity,
    actor: &'a Actor,
) -> ActorNode<'a> {
    let mut other_names: Vec<&str> = Vec::with_capacity(actor.aliases.len() + 1);
    for name in actor.names() {
        if name != &*actor.name && !other_names.contains(&name) {
            other_names.push(name);
        }
    }
    // Offices of the past would be told as if they were held.
    let held = actor.roles.iter().rev().find(|role| role.to.is_none());
    let held = held.filter(|_| actor.kind == ActorKind::Person);
    ActorNode {
        is: types(actor.kind),
        address: seen.it(PageId::Entity(id)),
        name: &actor.name,
        other_names,
        description: actor.summary.as_deref(),
        office: held.map(|role| &*role.title),
        affiliation: held.and_then(|role| affiliation(seen, entity, role)),
        wikidata: actor.wikidata.as_deref().map(|q| format!("https://www.wikidata.org/wiki/{q}")),
        image: actor.image.as_ref().map(|image| seen.file(&image.file.value)),
        corrected: corrected(seen, id),
    }
}

/// Where an office is held; nothing where that is withheld.
fn affiliation<'a>(seen: Seen<'a>, entity: &'a Entity, role: &'a Role) -> Option<Somebody<'a>> {
    let (words, reference) = role.organisation.as_ref()?;
    match entity.page.targets.get(reference.index())? {
        Target::Entity(id) => Some(Somebody::Known(seen.thing(*id))),
        Target::Words => Some(Somebody::Called(Called { is: "Organization", name: words })),
        Target::Withheld | Target::Missing => None,
    }
}
