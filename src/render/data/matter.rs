//! The front matter of each kind as data: fields under their own names, ids for references.
//!
//! A field that the author left out is left out. What names a thing that is withheld is left out
//! too, and with it the entry of a list that says nothing without it.

use serde::Serialize;

use crate::model::briefing::{Briefing, Entity, Linked, Target};
use crate::model::document::{Matter, Reviewed};
use crate::model::entity::{Actor, Archive, Event, Relation, Role, Section, Source};
use crate::model::id::ReferenceId;
use crate::model::place::Spanned;
use crate::model::when::When;
use crate::render::data::instant;
use crate::render::data::told::{AccountData, ClaimData, accounts, claims, id};

/// The front matter of a thing.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum MatterData<'a> {
    /// A part of the article.
    Section(SectionData<'a>),
    /// A person, organisation, state …
    Actor(Box<ActorData<'a>>),
    /// What happened, or is scheduled.
    Event(Box<EventData<'a>>),
    /// Who said it, where.
    Source(Box<SourceData<'a>>),
    /// Nothing: the front page is not one of the four kinds.
    Front {},
}

impl<'a> MatterData<'a> {
    /// Of a thing.
    #[must_use]
    pub fn new(briefing: &'a Briefing, entity: &'a Entity) -> Self {
        let view = View { briefing, page: &entity.page };
        match &entity.page.document.matter {
            Matter::Front(_) => MatterData::Front {},
            Matter::Section(section) => MatterData::Section(view.section(section)),
            Matter::Actor(actor) => MatterData::Actor(Box::new(view.actor(actor))),
            Matter::Event(event) => MatterData::Event(Box::new(view.event(event, entity))),
            Matter::Source(source) => MatterData::Source(Box::new(view.source(source))),
        }
    }
}

/// A section's.
#[derive(Debug, Serialize)]
pub struct SectionData<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<AccountData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<ClaimData<'a>>,
}

/// An actor's; its `name` is every thing's.
#[derive(Debug, Serialize)]
pub struct ActorData<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    weak_aliases: &'a [Box<str>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<RoleData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    represents: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<ImageData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RoleData<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RelationData<'a> {
    with: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    source: &'a str,
}

#[derive(Debug, Serialize)]
struct ImageData<'a> {
    file: &'a str,
    alt: &'a str,
    credit: &'a str,
}

/// An event's, with the bounds of its time.
#[derive(Debug, Serialize)]
pub struct EventData<'a> {
    title: &'a str,
    when: &'a str,
    lower: Option<String>,
    upper: Option<String>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    participants: Vec<ParticipantData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    follows: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<&'a str>,
    independent_sources: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<AccountData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<ClaimData<'a>>,
}

#[derive(Debug, Serialize)]
struct PlaceData<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ParticipantData<'a> {
    actor: &'a str,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
}

/// A source's.
#[derive(Debug, Serialize)]
pub struct SourceData<'a> {
    title: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    attribution: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<ArchiveData<'a>>,
}

/// Without the path of the text, which is private.
#[derive(Debug, Serialize)]
struct ArchiveData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    retrieved: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    captured: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    publish: &'static str,
}

/// What any of the four kinds may have. That something is a draft, embargoed or to expire is not
/// for readers.
#[derive(Debug, Serialize)]
pub struct SharedData<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    former_ids: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<ReviewedData<'a>>,
}

#[derive(Debug, Serialize)]
struct ReviewedData<'a> {
    by: &'a str,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<&'a str>,
}

impl<'a> SharedData<'a> {
    /// Of a thing.
    #[must_use]
    pub fn new(entity: &'a Entity) -> Self {
        let shared = &entity.page.document.shared;
        let reviewed = |reviewed: &'a Reviewed| ReviewedData {
            by: &reviewed.by,
            date: reviewed.date.to_string(),
            hash: reviewed.hash.as_deref(),
        };
        SharedData {
            former_ids: shared.former_ids.iter().map(|id| id.value.as_str()).collect(),
            reviewed: shared.reviewed.as_ref().map(reviewed),
        }
    }
}

/// A page, seen from the briefing that knows what its references lead to.
struct View<'a> {
    briefing: &'a Briefing,
    page: &'a Linked,
}

impl<'a> View<'a> {
    fn id(&self, reference: ReferenceId) -> Option<&'a str> {
        id(self.briefing, self.page, reference)
    }

    fn optional(&self, reference: Option<ReferenceId>) -> Option<&'a str> {
        reference.and_then(|reference| self.id(reference))
    }

    fn section(&self, section: &'a Section) -> SectionData<'a> {
        SectionData {
            title: &section.title,
            order: section.order,
            summary: section.summary.as_deref(),
            event: self.optional(section.event),
            accounts: accounts(self.briefing, self.page),
            claims: claims(self.briefing, self.page),
        }
    }

    fn actor(&self, actor: &'a Actor) -> ActorData<'a> {
        ActorData {
            kind: actor.kind.word(),
            short_name: actor.short_name.as_deref(),
            sort_name: actor.sort_name.as_deref(),
            aliases: actor.aliases.iter().map(|alias: &Spanned<Box<str>>| &*alias.value).collect(),
            weak_aliases: &actor.weak_aliases,
            roles: actor.roles.iter().map(|role| self.role(role)).collect(),
            relations: actor.relations.iter().filter_map(|one| self.relation(one)).collect(),
            represents: self.optional(actor.represents),
            wikidata: actor.wikidata.as_deref(),
            image: actor.image.as_ref().map(|image| ImageData {
                file: &image.file.value,
                alt: &image.alt,
                credit: &image.credit,
            }),
            summary: actor.summary.as_deref(),
        }
    }

    fn role(&self, role: &'a Role) -> RoleData<'a> {
        RoleData {
            title: &role.title,
            organisation: role.organisation.as_ref().and_then(|(words, reference)| {
                match self.page.targets.get(reference.index()) {
                    Some(Target::Words) => Some(&**words),
                    Some(Target::Entity(_) | Target::Withheld | Target::Missing) | None => {
                        self.id(*reference)
                    }
                }
            }),
            from: role.from.as_ref().map(When::written),
            to: role.to.as_ref().map(When::written),
            source: self.optional(role.source),
        }
    }

    fn relation(&self, relation: &'a Relation) -> Option<RelationData<'a>> {
        Some(RelationData {
            with: self.id(relation.with)?,
            kind: &relation.kind,
            from: relation.from.as_ref().map(When::written),
            to: relation.to.as_ref().map(When::written),
            source: self.id(relation.source)?,
        })
    }

    fn event(&self, event: &'a Event, entity: &Entity) -> EventData<'a> {
        EventData {
            title: &event.title,
            when: event.when.value.written(),
            lower: instant::lower(entity.bounds),
            upper: instant::upper(entity.bounds),
            status: event.status.word(),
            summary: event.summary.as_deref(),
            short_name: event.short_name.as_deref(),
            place: event
                .place
                .as_ref()
                .map(|place| PlaceData { name: &place.name, country: place.country.as_deref() }),
            participants: event
                .participants
                .iter()
                .filter_map(|one| {
                    let role = one.role.as_deref();
                    self.id(one.actor).map(|actor| ParticipantData { actor, role })
                })
                .collect(),
            sources: event.sources.iter().filter_map(|&source| self.id(source)).collect(),
            follows: self.optional(event.follows),
            part_of: self.optional(event.part_of),
            category: event.category.map(|category| category.word()),
            mode: event.mode.as_deref(),
            independent_sources: self.briefing.independent_sources(self.page, event),
            accounts: accounts(self.briefing, self.page),
            claims: claims(self.briefing, self.page),
        }
    }

    fn source(&self, source: &'a Source) -> SourceData<'a> {
        let archive = |archive: &'a Archive| ArchiveData {
            retrieved: archive.retrieved.as_ref().map(When::written),
            url: archive.url.as_deref(),
            sha256: archive.sha256.as_deref(),
            gone: archive.gone.as_ref().map(When::written),
            captured: archive.captured.map(|captured| captured.word()),
            licence: archive.licence.as_deref(),
            publish: archive.published().word(),
        };
        SourceData {
            title: &source.title,
            kind: source.kind.word(),
            by: self.optional(source.by),
            attribution: source.attribution.word(),
            described_as: source.described_as.as_deref(),
            event: self.optional(source.event),
            publisher: source.publisher.as_deref(),
            published: source.published.as_ref().map(When::written),
            url: source.url.as_deref(),
            accessed: source.accessed.as_ref().map(When::written),
            language: source.language.as_deref(),
            via: self.optional(source.via),
            archive: source.archive.as_ref().map(archive),
        }
    }
}
