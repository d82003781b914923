//! What a page is about, in the words of schema.org, for programs that read pages: a JSON-LD block in
//! its head.
//!
//! A page tells its own thing in full and names others by kind, address and name alone, and what it merely
//! mentions by address: each stands in full on its own page, under the same `@id` everywhere.

pub mod actor;
pub mod address;
pub mod article;
pub mod dated;
pub mod event;
pub mod graph;
pub mod page;
pub mod quotation;
pub mod source;
pub mod writing;

use crate::model::document::Matter;
use crate::model::site::What;
use crate::render::jsonld::address::Seen;
use crate::render::jsonld::graph::{Graph, Node};
use crate::render::sheet::{Described, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, nothing};

/// The block of the page of an output; nothing where it has no head of ours.
#[must_use]
pub fn of(sheet: &Sheet<'_>, what: &What) -> Value {
    let Some(described) = &sheet.described else { return nothing() };
    let seen = Seen::new(sheet.stock, sheet.root);
    html(&writing::text(&graph(seen, what, described)))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all other pages are told alike")]
fn graph<'a>(seen: Seen<'a>, what: &What, described: &'a Described) -> Graph<'a> {
    match what {
        What::Front => article::front(seen, described),
        What::Entity(id) => {
            let entity = &seen.stock.briefing[*id];
            let main = match &entity.page.document.matter {
                Matter::Section(section) => {
                    return article::section(seen, *id, section, described);
                }
                Matter::Actor(actor) => {
                    Node::Actor(Box::new(actor::node(seen, *id, entity, actor)))
                }
                Matter::Event(event) => {
                    Node::Event(Box::new(event::node(seen, *id, entity, event)))
                }
                Matter::Source(source) => {
                    Node::Source(Box::new(source::node(seen, *id, entity, source)))
                }
                Matter::Front(_) => return article::front(seen, described),
            };
            graph::of_thing(seen, *id, main)
        }
        _ => Graph::new(vec![Node::Page(Box::new(page::node(seen, what, described)))]),
    }
}
