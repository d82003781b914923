//! Every page that is about no single thing.

use serde::Serialize;

use crate::model::briefing::PageId;
use crate::model::id::{EntityId, Kind};
use crate::model::site::What;
use crate::render::dates;
use crate::render::jsonld::address::{Address, Link, Named, Seen};
use crate::render::routes::{self, ENTRIES_A_PAGE, EVENTS_A_PAGE};
use crate::render::sheet::Described;
use crate::render::views::lists;

/// So many entries of a list are told; the page has them all.
const MOST: usize = 100;

/// A page.
#[derive(Serialize)]
pub struct PageNode<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "@id")]
    address: Address<'a>,
    name: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Address<'a>>,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(rename = "isPartOf")]
    whole: Link<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Named<'a>>,
    #[serde(rename = "mainEntity", skip_serializing_if = "Option::is_none")]
    list: Option<List<'a>>,
}

#[derive(Serialize)]
struct List<'a> {
    #[serde(rename = "@type")]
    is: &'static str,
    #[serde(rename = "numberOfItems")]
    count: usize,
    #[serde(rename = "itemListElement")]
    entries: Vec<Named<'a>>,
}

/// Of what stands at an output.
#[must_use]
pub fn node<'a>(seen: Seen<'a>, what: &What, described: &'a Described) -> PageNode<'a> {
    let list = listed(seen, what);
    let is_collection = list.is_some()
        || matches!(
            what,
            What::List(..) | What::Quotes(_) | What::Timeline | What::TimelineYear(..)
        );
    PageNode {
        is: if is_collection { "CollectionPage" } else { "WebPage" },
        address: seen.at(&described.path),
        name: &described.title,
        description: &described.description,
        url: seen.url(&described.path),
        language: &seen.stock.briefing.settings.language,
        whole: Link { address: seen.it(PageId::Front) },
        about: about(seen, what),
        list,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "no other page is about one thing")]
fn about<'a>(seen: Seen<'a>, what: &What) -> Option<Named<'a>> {
    match what {
        What::Mentions(id, _) | What::TimelineActor(id, _) => Some(seen.thing(*id)),
        What::Print => Some(seen.named(PageId::Front)),
        _ => None,
    }
}

/// What a page lists, in its order: as many as are told.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other page is a list of things")]
fn listed<'a>(seen: Seen<'a>, what: &What) -> Option<List<'a>> {
    let briefing = &*seen.stock.briefing;
    let list = |all: &[EntityId], part: u32, a_page: usize| {
        let shown = all.get(routes::window(part, a_page, all.len())).unwrap_or(&[]);
        let entries = seen.things(shown.iter().copied().take(MOST));
        Some(List { is: "ItemList", count: shown.len(), entries })
    };
    match what {
        What::List(kind, part) => {
            let all: Vec<EntityId> =
                lists::ordered(briefing, *kind).into_iter().map(|(_, id)| id).collect();
            list(&all, *part, ENTRIES_A_PAGE)
        }
        What::Timeline => {
            let mut events = briefing.of_kind(Kind::Event).map(|(id, _)| id);
            let shown: Vec<EntityId> = events.by_ref().take(EVENTS_A_PAGE).collect();
            if events.next().is_some() { None } else { list(&shown, 1, EVENTS_A_PAGE) }
        }
        What::TimelineYear(year, part) => {
            let of_year = briefing.of_kind(Kind::Event).filter(|(_, it)| dates::year(it) == *year);
            let all: Vec<EntityId> = of_year.map(|(id, _)| id).collect();
            list(&all, *part, EVENTS_A_PAGE)
        }
        What::TimelineActor(id, part) => list(&briefing[*id].events, *part, EVENTS_A_PAGE),
        _ => None,
    }
}
