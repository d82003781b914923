//! Timelines: of the whole, of a year, of an actor.

use crate::model::id::{EntityId, Kind};
use crate::render::dates;
use crate::render::drawing::time;
use crate::render::routes::{self, EVENTS_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, nothing, text};
use crate::render::views::rows;

/// Fills the timeline of the whole: its events, or its years where there are too many.
pub fn whole(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let events: Vec<EntityId> = briefing.of_kind(Kind::Event).map(|(id, _)| id).collect();
    frame(sheet, &words.timeline, "", events.len());
    sheet.trail(&[]);
    if events.len() <= EVENTS_A_PAGE {
        sheet.set("years", groups(sheet, &events));
        sheet.set("drawing", drawing(sheet, &events));
        sheet.set("year_pages", list(Vec::new()));
    } else {
        let years = routes::years(briefing);
        let row = |(year, events): &(i32, Vec<EntityId>)| {
            map([
                ("label", text(&year.to_string())),
                ("path", text(&routes::year_of_timeline(*year, 1))),
                ("count", text(&words.events_count(events.len()))),
            ])
        };
        sheet.set("year_pages", list(years.iter().map(row).collect()));
        sheet.set("years", list(Vec::new()));
        sheet.set("drawing", nothing());
    }
    sheet.set("parts", nothing());
}

/// Fills a part of the timeline of a year.
pub fn of_year(sheet: &mut Sheet<'_>, year: i32, part: u32) {
    let briefing = sheet.briefing();
    let all = briefing.of_kind(Kind::Event).filter(|(_, event)| dates::year(event) == year);
    let all: Vec<EntityId> = all.map(|(id, _)| id).collect();
    let title = sheet.stock.words.timeline_of(&year.to_string());
    some(sheet, (&title, ""), &all, part, |part| routes::year_of_timeline(year, part));
    sheet.trail(&[(&sheet.stock.words.timeline, routes::TIMELINE)]);
}

/// Fills a part of the timeline of an actor.
pub fn of_actor(sheet: &mut Sheet<'_>, id: EntityId, part: u32) {
    let actor = &sheet.briefing()[id];
    let title = sheet.stock.words.timeline_of(actor.name());
    let label = sheet.stock.kind_of(id);
    some(sheet, (&title, &label), &actor.events, part, |part| routes::actors_timeline(actor, part));
    let page = routes::entity(actor);
    sheet.trail(&[(&sheet.stock.words.timeline, routes::TIMELINE), (actor.short_name(), &page)]);
}

fn some(
    sheet: &mut Sheet<'_>,
    (title, label): (&str, &str),
    events: &[EntityId],
    part: u32,
    path: impl Fn(u32) -> String,
) {
    let words = sheet.stock.words;
    let parts = routes::parts(events.len(), EVENTS_A_PAGE);
    let counted = if parts > 1 { words.part(part as usize, parts as usize) } else { String::new() };
    let comma = if label.is_empty() || counted.is_empty() { "" } else { &*words.comma };
    let label = format!("{label}{comma}{counted}");
    frame(sheet, title, &label, events.len());
    let shown = events.get(routes::window(part, EVENTS_A_PAGE, events.len())).unwrap_or(&[]);
    sheet.set("years", groups(sheet, shown));
    sheet.set("drawing", drawing(sheet, shown));
    sheet.set("year_pages", list(Vec::new()));
    sheet.set("parts", rows::parts(words, part, parts, path));
}

fn drawing(sheet: &Sheet<'_>, events: &[EntityId]) -> Value {
    time::draw(sheet.stock, events).map_or_else(nothing, |drawn| {
        map([("svg", html(&drawn.svg)), ("broken", Value::from(drawn.is_broken))])
    })
}

fn frame(sheet: &mut Sheet<'_>, title: &str, label: &str, count: usize) {
    sheet.head(&Head {
        title,
        kind: "timeline",
        label,
        summary: None,
        belongs_to: routes::TIMELINE,
    });
    sheet.set("count", text(&sheet.stock.words.events_count(count)));
}

fn groups(sheet: &Sheet<'_>, events: &[EntityId]) -> Value {
    let briefing = sheet.briefing();
    let year = |id: &EntityId| dates::year(&briefing[*id]);
    let groups = events.chunk_by(|a, b| year(a) == year(b)).map(|of_year| {
        let heading = of_year.first().map_or_else(String::new, |id| year(id).to_string());
        let rows = of_year.iter().map(|id| rows::event(sheet, *id)).collect();
        map([("heading", text(&heading)), ("events", list(rows))])
    });
    list(groups.collect())
}
