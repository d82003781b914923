//! What the template of each kind of page gets. `docs/templates.md` lists it, and a test holds it
//! to what these really hand over.

pub mod accounts;
pub mod actor;
pub mod backlinks;
pub mod changes;
pub mod claims;
pub mod corrections;
pub mod event;
pub mod evidence;
pub mod front;
pub mod head;
pub mod lists;
pub mod positions;
pub mod quotes;
pub mod relations;
pub mod rows;
pub mod search;
pub mod section;
pub mod small;
pub mod source;
pub mod template;
pub mod timeline;
pub mod told;
pub mod versions;

use crate::model::document::Matter;
use crate::model::id::EntityId;
use crate::model::site::{Output, What};
use crate::render::sheet::Sheet;

/// Fills the sheet of an output.
pub fn fill<'a>(sheet: &mut Sheet<'a>, what: &What, outputs: &[Output]) {
    match what {
        What::Front => front::fill(sheet),
        What::Entity(id) => entity(sheet, *id),
        What::Mentions(id, part) => backlinks::further(sheet, *id, *part),
        What::List(kind, part) => lists::fill(sheet, *kind, *part),
        What::Timeline => timeline::whole(sheet),
        What::TimelineYear(year, part) => timeline::of_year(sheet, *year, *part),
        What::TimelineActor(id, part) => timeline::of_actor(sheet, *id, *part),
        What::Quotes(part) => quotes::fill(sheet, *part),
        What::Evidence => evidence::fill(sheet),
        What::Corrections => corrections::fill(sheet),
        What::Positions => positions::fill(sheet),
        What::Relations(part) => relations::fill(sheet, *part),
        What::Versions => versions::fill(sheet),
        What::Print => front::print(sheet),
        What::Search => search::fill(sheet),
        What::NotFound => small::not_found(sheet),
        What::Redirect(former, moved) => small::redirect(sheet, former, *moved),
        What::Sitemap(part) => small::sitemap(sheet, outputs, *part),
        What::Robots => small::robots(sheet),
        What::Feed => small::feed(sheet),
        // No template makes these.
        What::BriefingJson
        | What::EvidenceJson
        | What::AnnotationsJson
        | What::QuotesCsv
        | What::EventsCsv
        | What::Calendar
        | What::FeedJson
        | What::References(_)
        | What::Host(_)
        | What::SearchIndex(_)
        | What::Cards(_)
        | What::Manifest
        | What::SocialCard
        | What::Asset(_) => {}
    }
    if sheet.described.is_some() {
        head::fill(sheet, what);
    }
}

fn entity<'a>(sheet: &mut Sheet<'a>, id: EntityId) {
    match &sheet.briefing()[id].page.document.matter {
        Matter::Actor(actor) => actor::fill(sheet, id, actor),
        Matter::Event(event) => event::fill(sheet, id, event),
        Matter::Source(source) => source::fill(sheet, id, source),
        Matter::Section(section) => section::fill(sheet, id, section),
        // The front page is not among the things.
        Matter::Front(_) => front::fill(sheet),
    }
}
