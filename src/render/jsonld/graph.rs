//! The block: what stands on a page, one after another.

use serde::Serialize;

use crate::model::briefing::PageId;
use crate::model::id::EntityId;
use crate::render::jsonld::actor::ActorNode;
use crate::render::jsonld::address::{Address, Named, Seen};
use crate::render::jsonld::article::{Article, Publisher};
use crate::render::jsonld::dated;
use crate::render::jsonld::event::EventNode;
use crate::render::jsonld::page::PageNode;
use crate::render::jsonld::quotation::{self, QuotationNode};
use crate::render::jsonld::source::SourceNode;
use crate::render::routes;

/// All that is told on a page.
#[derive(Serialize)]
pub struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    nodes: Vec<Node<'a>>,
}

/// One thing that is told.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Node<'a> {
    /// The front page or a section.
    Article(Box<Article<'a>>),
    /// An actor.
    Actor(Box<ActorNode<'a>>),
    /// An event.
    Event(Box<EventNode<'a>>),
    /// A source.
    Source(Box<SourceNode<'a>>),
    /// Any other page.
    Page(Box<PageNode<'a>>),
    /// Words that are quoted on the page.
    Quotation(Box<QuotationNode<'a>>),
    /// Who publishes the site.
    Publisher(Box<Publisher<'a>>),
    /// Where the page stands in the site.
    Trail(Box<Trail<'a>>),
}

impl<'a> Graph<'a> {
    /// Of what is told, what the page is about first.
    #[must_use]
    pub fn new(nodes: Vec<Node<'a>>) -> Self {
        Graph { context: "https://schema.org", nodes }
    }
}

/// The block of the page of a thing.
#[must_use]
pub fn of_thing<'a>(seen: Seen<'a>, id: EntityId, main: Node<'a>) -> Graph<'a> {
    let mut nodes = vec![main, Node::Trail(Box::new(Trail::new(seen, id)))];
    nodes.extend(quotation::on(seen, PageId::Entity(id), None));
    Graph::new(nodes)
}

/// The pages above the page of a thing.
#[derive(Serialize)]
pub struct Trail<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "itemListElement")]
    steps: [Step<'a>; 2],
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    position: u8,
    name: &'static str,
    item: Address<'a>,
}

impl<'a> Trail<'a> {
    /// Of a thing: the front page, and the list of its kind.
    #[must_use]
    pub fn new(seen: Seen<'a>, id: EntityId) -> Self {
        let words = seen.stock.words;
        let kind = seen.stock.briefing[id].kind;
        let step =
            |position, name, path| Step { is: "ListItem", position, name, item: seen.file(path) };
        let list = step(2, words.kind_plural(kind), routes::first_list(kind));
        Trail { is: "BreadcrumbList", steps: [step(1, &words.briefing, routes::FRONT), list] }
    }
}

/// What was put right on a page.
#[derive(Serialize)]
pub struct Comment<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    text: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
}

/// What was put right on a page, newest first.
#[must_use]
pub fn corrections(seen: Seen<'_>, page: PageId) -> Vec<Comment<'_>> {
    let words = seen.stock.words;
    seen.stock
        .corrections_of(page)
        .map(|it| Comment {
            is: "CorrectionComment",
            date: dated::start(&it.date.value),
            text: words.was_now(&it.was, &it.now),
            description: &it.why,
        })
        .collect()
}

/// The page of a thing that is no writing itself, told only where something on it was put right.
#[derive(Serialize)]
pub struct Corrected<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    correction: Vec<Comment<'a>>,
}

/// The corrections of such a page; none where there are none.
#[must_use]
pub fn corrected(seen: Seen<'_>, id: EntityId) -> Option<Corrected<'_>> {
    let correction = corrections(seen, PageId::Entity(id));
    (!correction.is_empty()).then_some(Corrected { is: "WebPage", correction })
}

/// What tells of a thing: sources, and its page where that was put right.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Telling<'a> {
    /// A source.
    Source(Named<'a>),
    /// The page.
    Page(Corrected<'a>),
}
