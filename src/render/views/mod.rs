//! What the template of each kind of page gets. `docs/templates.md` lists it, and a test holds it
//! to what these really hand over.

pub mod actor;
pub mod backlinks;
pub mod corrections;
pub mod event;
pub mod evidence;
pub mod front;
pub mod lists;
pub mod quotes;
pub mod rows;
pub mod section;
pub mod small;
pub mod source;
pub mod timeline;

use crate::model::document::Matter;
use crate::model::id::EntityId;
use crate::render::sheet::Sheet;

/// Fills the page of a thing; the name of its template.
pub fn entity<'a>(sheet: &mut Sheet<'a>, id: EntityId) -> &'static str {
    match &sheet.briefing()[id].page.document.matter {
        Matter::Actor(actor) => actor::fill(sheet, id, actor),
        Matter::Event(event) => event::fill(sheet, id, event),
        Matter::Source(source) => source::fill(sheet, id, source),
        Matter::Section(section) => section::fill(sheet, id, section),
        // The front page is not among the things.
        Matter::Front(_) => front::fill(sheet),
    }
}
