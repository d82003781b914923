//! Quotations on the page that they stand on.

use serde::Serialize;

use crate::model::briefing::{PageId, Quotation};
use crate::render::jsonld::address::{Address, Link, Named, Seen};
use crate::render::jsonld::graph::Node;

/// So many of a page are told.
const MOST: usize = 100;

/// Words that somebody said.
#[derive(Serialize)]
pub struct QuotationNode<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    text: &'a str,
    #[serde(rename = "spokenByCharacter", skip_serializing_if = "Option::is_none")]
    speaker: Option<Named<'a>>,
    #[serde(rename = "citation", skip_serializing_if = "Option::is_none")]
    source: Option<Named<'a>>,
    #[serde(rename = "isPartOf", skip_serializing_if = "Option::is_none")]
    article: Option<Link<'a>>,
}

/// The first hundred on a page, as parts of its article where it is one.
pub fn on<'a>(
    seen: Seen<'a>,
    page: PageId,
    article: Option<Link<'a>>,
) -> impl Iterator<Item = Node<'a>> {
    let briefing = &seen.stock.briefing;
    let first = briefing.page(page).first_quotation as usize;
    let rest = briefing.quotations.get(first..).unwrap_or(&[]).iter();
    rest.take_while(move |quotation| quotation.page == page)
        .take(MOST)
        .map(move |quotation| Node::Quotation(Box::new(node(seen, quotation, article))))
}

fn node<'a>(
    seen: Seen<'a>,
    quotation: &'a Quotation,
    article: Option<Link<'a>>,
) -> QuotationNode<'a> {
    QuotationNode {
        is: "Quotation",
        address: seen.quotation(quotation.page, &quotation.id),
        text: &quotation.text,
        speaker: quotation.speaker.map(|id| seen.thing(id)),
        source: quotation.source.map(|id| seen.thing(id)),
        article,
    }
}
