//! The page of an actor.

use crate::model::briefing::{Linked, PageId};
use crate::model::entity::{Actor, Role};
use crate::model::id::{EntityId, Kind};
use crate::render::fill;
use crate::render::routes::{self, MENTIONS_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{list, map, nothing, optional, text};
use crate::render::views::{backlinks, corrections, relations, rows};

/// Fills it.
pub fn fill<'a>(sheet: &mut Sheet<'a>, id: EntityId, actor: &'a Actor) {
    let entity = &sheet.briefing()[id];
    let page = &entity.page;
    let words = sheet.stock.words;
    let all = routes::list(Kind::Actor, 1);
    sheet.head(&Head {
        title: &actor.name,
        kind: "actor",
        label: &sheet.stock.kind_of(id),
        summary: actor.summary.as_deref(),
        belongs_to: &all,
    });
    sheet.trail(&[(&words.actors, &all)]);
    sheet.set("summary", optional(actor.summary.as_deref()));
    sheet.set("actor_kind", text(words.actor_kind(actor.kind)));
    let aliases = actor.aliases.iter().filter(|alias| *alias.value != *actor.name);
    sheet.set("aliases", list(aliases.map(|alias| text(&alias.value)).collect()));
    sheet.set("represents", sheet.link_of(page, actor.represents));
    sheet.set("image", image(actor));
    let wikidata = actor.wikidata.as_deref();
    let wikidata = wikidata.map(|item| format!("https://www.wikidata.org/wiki/{item}"));
    sheet.set("wikidata", optional(wikidata.as_deref()));
    let body = fill::texts(page).next().map_or_else(nothing, |body| sheet.body(body));
    sheet.set("body", body);
    let roles = actor.roles.iter().map(|role| self::role(sheet, page, role)).collect();
    sheet.set("roles", list(roles));
    relations::of_actor(sheet, id);

    let events = entity.events.iter().take(MENTIONS_A_PAGE).map(|id| rows::event(sheet, *id));
    sheet.set("events", list(events.collect()));
    sheet.set("events_more", text(&words.own_timeline(entity.events.len())));
    let timeline =
        if entity.events.is_empty() { String::new() } else { routes::actors_timeline(entity, 1) };
    sheet.set("timeline", text(&timeline));

    let quotations = entity.quotations.iter().take(MENTIONS_A_PAGE);
    let quotations = quotations.filter_map(|number| rows::quotation(sheet, *number)).collect();
    sheet.set("quotations", list(quotations));
    let more =
        entity.quotations.get(MENTIONS_A_PAGE).map(|number| routes::quotes(*number as usize));
    sheet.set("quotations_more", optional(more.as_deref()));
    corrections::of_page(sheet, PageId::Entity(id));
    backlinks::first(sheet, id);
    sheet.cite(PageId::Entity(id));
    sheet.list_notes();
}

fn image(actor: &Actor) -> Value {
    actor.image.as_ref().map_or_else(nothing, |image| {
        map([
            ("path", text(&routes::file(&image.file.value))),
            ("alt", text(&image.alt)),
            ("credit", text(&image.credit)),
        ])
    })
}

fn role(sheet: &mut Sheet<'_>, page: &Linked, role: &Role) -> Value {
    let linked = role.organisation.as_ref().and_then(|(_, reference)| page.entity(*reference));
    let organisation = match (&role.organisation, linked) {
        (_, Some(id)) => sheet.short_link(id),
        (Some((words, _)), None) => text(words),
        (None, None) => nothing(),
    };
    map([
        ("title", text(&role.title)),
        ("organisation", organisation),
        ("when", text(&sheet.stock.dates.span(role.from.as_ref(), role.to.as_ref()))),
        ("mark", role.source.map_or_else(nothing, |source| sheet.mark(page, source))),
    ])
}
