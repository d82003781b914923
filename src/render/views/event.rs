//! The page of an event.

use crate::model::briefing::{Linked, PageId, Standing};
use crate::model::entity::{Event, Participant};
use crate::model::id::{EntityId, Kind, ReferenceId};
use crate::model::role::role_at;
use crate::render::fill;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{list, map, nothing, optional, text};
use crate::render::views::{accounts, backlinks, corrections, told};

/// Fills it.
pub fn fill<'a>(sheet: &mut Sheet<'a>, id: EntityId, event: &'a Event) {
    let page = &sheet.briefing()[id].page;
    let words = sheet.stock.words;
    let all = routes::list(Kind::Event, 1);
    sheet.head(&Head {
        title: &event.title,
        kind: "event",
        label: &sheet.stock.kind_of(id),
        summary: event.summary.as_deref(),
        belongs_to: routes::TIMELINE,
    });
    sheet.trail(&[(&words.events, &all)]);
    sheet.set("summary", optional(event.summary.as_deref()));
    sheet.set("when", sheet.stock.dates.value(Some(&event.when.value)));
    sheet.set("status", text(event.status.word()));
    sheet.set("status_name", text(words.status_name(event.status)));
    sheet.set("place", place(event));
    let category = event.category.map(|category| words.category_name(category));
    sheet.set("category", optional(category));
    sheet.set("mode", optional(event.mode.as_deref()));
    let participants = event.participants.iter().filter_map(|p| participant(sheet, page, event, p));
    sheet.set("participants", list(participants.collect()));
    let mut texts: Vec<_> = fill::texts(page).collect();
    let body = texts.pop().map_or_else(nothing, |body| sheet.body(body));
    sheet.set("body", body);
    for (name, value) in told::all(sheet, page, &texts, "") {
        sheet.set(name, value);
    }
    let single = sheet.briefing().independent_sources(page, event) == 1;
    sheet.set("single_source", Value::from(single));
    let one_sided = accounts::is_one_sided(sheet.briefing(), page, event);
    sheet.set("one_sided", Value::from(one_sided));
    let sources = event.sources.iter().filter_map(|source| page.entity(*source));
    sheet.set("sources", list(sources.map(|source| sheet.short_link(source)).collect()));
    sheet.set("follows", sheet.link_of(page, event.follows));
    sheet.set("part_of", sheet.link_of(page, event.part_of));
    sheet.set("followed_by", pointing_here(sheet, id, |event| event.follows));
    sheet.set("parts_of_it", pointing_here(sheet, id, |event| event.part_of));
    corrections::of_page(sheet, PageId::Entity(id));
    backlinks::first(sheet, id);
    sheet.cite(PageId::Entity(id));
    sheet.list_notes();
}

fn place(event: &Event) -> Value {
    event.place.as_ref().map_or_else(nothing, |place| {
        map([("name", text(&place.name)), ("country", optional(place.country.as_deref()))])
    })
}

/// A participant, as what the event says, or else in the office held then; none where it is
/// withheld.
fn participant(
    sheet: &Sheet<'_>,
    page: &Linked,
    event: &Event,
    participant: &Participant,
) -> Option<Value> {
    let id = page.entity(participant.actor)?;
    let then = || role_at(sheet.briefing()[id].actor()?, event.when.value.first_day());
    let role = participant.role.as_deref().or_else(|| then().map(|role| &*role.title));
    Some(map([("link", sheet.short_link(id)), ("role", optional(role))]))
}

/// The events that name this one in a field. They are among those that mention it.
fn pointing_here(
    sheet: &Sheet<'_>,
    id: EntityId,
    field: impl Fn(&Event) -> Option<ReferenceId>,
) -> Value {
    let briefing = sheet.briefing();
    let mut links = Vec::new();
    for backlink in &briefing[id].backlinks {
        let (PageId::Entity(from), Standing::Field) = (backlink.from, backlink.standing) else {
            continue;
        };
        let named = briefing[from].event().and_then(&field);
        if named.and_then(|reference| briefing[from].page.entity(reference)) == Some(id) {
            links.push(sheet.short_link(from));
        }
    }
    list(links)
}
