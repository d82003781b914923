//! The page of a section.

use crate::model::briefing::PageId;
use crate::model::entity::Section;
use crate::model::id::{EntityId, Kind};
use crate::render::fill;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, nothing, optional, text};
use crate::render::views::{backlinks, corrections, told};

/// Fills it.
pub fn fill<'a>(sheet: &mut Sheet<'a>, id: EntityId, section: &'a Section) {
    let page = &sheet.briefing()[id].page;
    let words = sheet.stock.words;
    let list = routes::list(Kind::Section, 1);
    sheet.head(&Head {
        title: &section.title,
        kind: "section",
        label: &sheet.stock.kind_of(id),
        summary: section.summary.as_deref(),
        belongs_to: &list,
    });
    sheet.trail(&[(&words.sections, &list)]);
    sheet.set("summary", optional(section.summary.as_deref()));
    let event = section.event.and_then(|event| page.entity(event));
    sheet.set("event", event.map_or_else(nothing, |id| sheet.link(PageId::Entity(id))));
    let label = event.map_or("", |id| sheet.stock.cards.of_thing(id).label());
    sheet.set("event_label", html(label));
    let mut texts: Vec<_> = fill::texts(page).collect();
    let body = texts.pop().map(|body| sheet.body(body));
    sheet.set("body", body.unwrap_or_else(|| text("")));
    for (name, value) in told::all(sheet, page, &texts, "") {
        sheet.set(name, value);
    }
    let (previous, next) = neighbours(sheet, id);
    sheet.set("previous", previous);
    sheet.set("next", next);
    corrections::of_page(sheet, PageId::Entity(id));
    backlinks::first(sheet, id);
    sheet.cite(PageId::Entity(id));
    sheet.list_notes();
}

/// Links to the sections before and after: they are next to each other among the things.
fn neighbours(sheet: &Sheet<'_>, id: EntityId) -> (Value, Value) {
    let link = |number: Option<u32>| {
        let id = number.map(EntityId).filter(|id| {
            let entity = sheet.briefing().entities.get(id.index());
            entity.is_some_and(|entity| entity.kind == Kind::Section)
        });
        id.map_or_else(nothing, |id| sheet.link(PageId::Entity(id)))
    };
    (link(id.0.checked_sub(1)), link(id.0.checked_add(1)))
}
