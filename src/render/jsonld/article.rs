//! The front page and the sections: articles that tell what is behind the news.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::briefing::{Briefing, Entity, Linked, PageId, Target};
use crate::model::entity::Section;
use crate::model::id::{EntityId, Kind};
use crate::model::settings::{self, Policies};
use crate::render::jsonld::address::{ARTICLE, Address, Called, Link, Named, Seen};
use crate::render::jsonld::dated;
use crate::render::jsonld::graph::{Comment, Graph, Node, Trail, corrections};
use crate::render::jsonld::quotation;
use crate::render::sheet::Described;
use crate::render::stock;

/// So many of a list are told.
const MOST: usize = 100;

/// The front page, or a section.
#[derive(Serialize)]
pub struct Article<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    headline: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Address<'a>>,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<Cow<'a, str>>,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    modified: Option<Cow<'a, str>>,
    #[serde(rename = "author", skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Called<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<PublisherName<'a>>,
    #[serde(rename = "isPartOf", skip_serializing_if = "Option::is_none")]
    whole: Option<Link<'a>>,
    #[serde(rename = "hasPart", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Link<'a>>,
    #[serde(rename = "citation", skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Named<'a>>,
    #[serde(rename = "correction", skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<Comment<'a>>,
}

/// Who publishes the site; their policies stand on the front page.
#[derive(Clone, Copy, Serialize)]
struct PublisherName<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    name: &'a str,
}

/// Who publishes the site, in full.
#[derive(Serialize)]
pub struct Publisher<'a> {
    #[serde(flatten)]
    name: PublisherName<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(rename = "correctionsPolicy", skip_serializing_if = "Option::is_none")]
    corrections: Option<&'a str>,
    #[serde(rename = "ethicsPolicy", skip_serializing_if = "Option::is_none")]
    ethics: Option<&'a str>,
    #[serde(rename = "unnamedSourcesPolicy", skip_serializing_if = "Option::is_none")]
    unnamed_sources: Option<&'a str>,
    #[serde(rename = "verificationFactCheckingPolicy", skip_serializing_if = "Option::is_none")]
    verification: Option<&'a str>,
}

/// The block of the front page.
#[must_use]
pub fn front<'a>(seen: Seen<'a>, described: &'a Described) -> Graph<'a> {
    let briefing = &*seen.stock.briefing;
    let sections = || briefing.of_kind(Kind::Section).take(MOST);
    let about = |(_, section): (_, &Entity)| {
        section.section()?.event.and_then(|event| section.page.entity(event))
    };
    let mut about: Vec<EntityId> = sections().filter_map(about).collect();
    about.sort_unstable();
    about.dedup();
    let parts = seen.things(sections().map(|(id, _)| id));
    let article =
        Article { parts, ..article(seen, PageId::Front, &briefing.front, &about, described) };
    let it = Link { address: article.address };
    let mut nodes = vec![Node::Article(Box::new(article))];
    nodes.extend(publisher(seen).map(|publisher| Node::Publisher(Box::new(publisher))));
    nodes.extend(quotation::on(seen, PageId::Front, Some(it)));
    Graph::new(nodes)
}

/// The block of a section.
#[must_use]
pub fn section<'a>(
    seen: Seen<'a>,
    id: EntityId,
    section: &'a Section,
    described: &'a Described,
) -> Graph<'a> {
    let page = &seen.stock.briefing[id].page;
    let about = section.event.and_then(|event| page.entity(event));
    let whole = Some(Link { address: seen.it(PageId::Front) });
    let about = about.as_slice();
    let article = Article { whole, ..article(seen, PageId::Entity(id), page, about, described) };
    let it = Link { address: article.address };
    let mut nodes =
        vec![Node::Article(Box::new(article)), Node::Trail(Box::new(Trail::new(seen, id)))];
    nodes.extend(quotation::on(seen, PageId::Entity(id), Some(it)));
    Graph::new(nodes)
}

fn article<'a>(
    seen: Seen<'a>,
    id: PageId,
    page: &'a Linked,
    about: &[EntityId],
    described: &'a Described,
) -> Article<'a> {
    let briefing = &*seen.stock.briefing;
    let [published, modified] = dated::of_page(seen.stock, id);
    let (sources, mentions) = named_on(briefing, page, about);
    let authors = stock::front(briefing).map_or(&[][..], |front| &front.authors);
    Article {
        is: ARTICLE,
        address: seen.it(id),
        headline: page.document.name(),
        description: &described.description,
        url: seen.url(seen.stock.cards.of(id).path()),
        language: &briefing.settings.language,
        published,
        modified,
        authors: authors.iter().map(|name| Called { is: "Person", name }).collect(),
        publisher: briefing.settings.publisher.as_ref().map(|it| publisher_name(seen, it)),
        whole: None,
        parts: Vec::new(),
        about: seen.things(about.iter().copied()),
        mentions: seen.links(mentions.into_iter().take(MOST)),
        sources: seen.things(sources.into_iter().take(MOST)),
        corrections: corrections(seen, id),
    }
}

/// What a page leads to, each once: its sources, and all else but what it is about.
fn named_on(
    briefing: &Briefing,
    page: &Linked,
    about: &[EntityId],
) -> (Vec<EntityId>, Vec<EntityId>) {
    let leads = page.targets.iter().filter_map(|target| match target {
        Target::Entity(id) => Some(*id),
        Target::Withheld | Target::Words | Target::Missing => None,
    });
    let mut all: Vec<EntityId> = leads.filter(|id| !about.contains(id)).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().partition(|id| briefing[*id].kind == Kind::Source)
}

fn publisher_name<'a>(seen: Seen<'a>, publisher: &'a settings::Publisher) -> PublisherName<'a> {
    // Only of these does schema.org know how they check facts.
    let checks = seen.stock.briefing.settings.policies.verification.is_some();
    PublisherName {
        is: if checks { "NewsMediaOrganization" } else { "Organization" },
        address: seen.publisher(),
        name: &publisher.name,
    }
}

fn publisher(seen: Seen<'_>) -> Option<Publisher<'_>> {
    let settings = &seen.stock.briefing.settings;
    let publisher = settings.publisher.as_ref()?;
    let Policies { corrections, ethics, unnamed_sources, verification } = &settings.policies;
    Some(Publisher {
        name: publisher_name(seen, publisher),
        url: publisher.url.as_deref(),
        corrections: corrections.as_deref(),
        ethics: ethics.as_deref(),
        unnamed_sources: unnamed_sources.as_deref(),
        verification: verification.as_deref(),
    })
}
