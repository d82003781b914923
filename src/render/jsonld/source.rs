//! A source.

use serde::Serialize;

use crate::model::briefing::{Entity, PageId};
use crate::model::entity::{Source, SourceKind};
use crate::model::id::EntityId;
use crate::render::jsonld::address::{Address, Called, Named, Seen};
use crate::render::jsonld::dated;
use crate::render::jsonld::graph::{Corrected, corrected};

/// A source.
#[derive(Serialize)]
pub struct SourceNode<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Called<'a>>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(rename = "inLanguage", skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(rename = "archivedAt", skip_serializing_if = "Option::is_none")]
    archived: Option<&'a str>,
    #[serde(rename = "isBasedOn", skip_serializing_if = "Option::is_none")]
    via: Option<Named<'a>>,
    #[serde(rename = "recordedAt", skip_serializing_if = "Option::is_none")]
    event: Option<Named<'a>>,
    #[serde(rename = "subjectOf", skip_serializing_if = "Option::is_none")]
    corrected: Option<Corrected<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Author<'a> {
    Named(Named<'a>),
    Unnamed(Unnamed<'a>),
}

/// A speaker whom the source does not name, and the body behind them.
#[derive(Serialize)]
struct Unnamed<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Named<'a>>,
}

/// Of a source.
#[must_use]
pub fn node<'a>(
    seen: Seen<'a>,
    id: EntityId,
    entity: &'a Entity,
    source: &'a Source,
) -> SourceNode<'a> {
    let page = &entity.page;
    let thing =
        |reference: Option<_>| reference.and_then(|it| page.entity(it)).map(|id| seen.thing(id));
    let by = thing(source.by);
    let author = match seen.stock.words.unnamed_speaker(source) {
        Some(name) => Some(Author::Unnamed(Unnamed { is: "Person", name, affiliation: by })),
        None => by.map(Author::Named),
    };
    let is = schema_type(source.kind);
    let archived = source.archive.as_ref().and_then(|archive| archive.url.as_deref());
    SourceNode {
        is,
        address: seen.it(PageId::Entity(id)),
        name: &source.title,
        // Where the type says nothing, the kind does.
        genre: (is == "CreativeWork").then(|| seen.stock.words.source_kind(source.kind)),
        author,
        publisher: source.publisher.as_deref().map(|name| Called { is: "Organization", name }),
        published: source.published.as_ref().and_then(dated::start),
        url: source.url.as_deref(),
        language: source.language.as_deref(),
        archived: archived.filter(|archived| source.url.as_deref() != Some(archived)),
        via: thing(source.via),
        event: thing(source.event),
        corrected: corrected(seen, id),
    }
}

/// What schema.org calls a kind of source.
#[must_use]
pub fn schema_type(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::WireReport => "NewsArticle",
        SourceKind::Article => "Article",
        SourceKind::Report => "Report",
        SourceKind::SocialPost => "SocialMediaPosting",
        SourceKind::Dataset => "Dataset",
        SourceKind::Readout
        | SourceKind::Statement
        | SourceKind::PressConference
        | SourceKind::Interview
        | SourceKind::Document
        | SourceKind::Letter
        | SourceKind::Broadcast => "CreativeWork",
    }
}
