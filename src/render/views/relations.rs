//! Relations between actors: as a table, and as a picture of it.

use std::collections::BTreeSet;

use crate::model::briefing::{Briefing, PageId, Standing};
use crate::model::entity::Relation;
use crate::model::id::{EntityId, Kind};
use crate::render::drawing::arcs::{self, Edge};
use crate::render::routes::{self, ENTRIES_A_PAGE, MENTIONS_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, nothing, text};
use crate::render::views::rows;

/// A relation, and whose front matter tells it.
#[derive(Clone, Copy)]
struct Told<'a> {
    by: EntityId,
    with: EntityId,
    relation: &'a Relation,
}

/// How many relations there are.
#[must_use]
pub fn count(briefing: &Briefing) -> usize {
    all(briefing).count()
}

/// Fills the page of all relations.
pub fn fill(sheet: &mut Sheet<'_>, part: u32) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let told: Vec<Told<'_>> = all(briefing).collect();
    let parts = routes::parts(told.len(), ENTRIES_A_PAGE);
    let label = if parts > 1 { words.part(part as usize, parts as usize) } else { String::new() };
    let actors = routes::list(Kind::Actor, 1);
    sheet.head(&Head {
        title: &words.relations,
        kind: "relations",
        label: &label,
        summary: Some(&words.relations_note),
        belongs_to: &actors,
    });
    sheet.trail(&[(&words.actors, &actors)]);
    let shown = told.get(routes::window(part, ENTRIES_A_PAGE, told.len())).unwrap_or(&[]);
    let source = |sheet: &mut Sheet<'_>, told: &Told<'_>| {
        let page = &sheet.briefing()[told.by].page;
        sheet.link_of(page, Some(told.relation.source))
    };
    let rows = shown.iter().map(|told| row(sheet, told, source)).collect();
    sheet.set("relations", list(rows));
    sheet.set("drawing", drawing(sheet, shown));
    let parts = rows::parts(words, part, parts, routes::relations);
    sheet.set("parts", parts);
}

/// Sets the first hundred relations of an actor, those that others tell of it too.
pub fn of_actor(sheet: &mut Sheet<'_>, id: EntityId) {
    let briefing = sheet.briefing();
    let told: Vec<Told<'_>> =
        of(briefing, id).chain(told_by_others(briefing, id)).take(MENTIONS_A_PAGE).collect();
    let mark = |sheet: &mut Sheet<'_>, told: &Told<'_>| {
        let page = &sheet.briefing()[told.by].page;
        sheet.mark(page, told.relation.source)
    };
    let rows = told.iter().map(|told| row(sheet, told, mark)).collect();
    sheet.set("relations", list(rows));
    sheet.set("drawing", drawing(sheet, &told));
}

fn row<'a>(
    sheet: &mut Sheet<'a>,
    told: &Told<'a>,
    source: impl Fn(&mut Sheet<'a>, &Told<'a>) -> Value,
) -> Value {
    let relation = told.relation;
    let when = sheet.stock.dates.span(relation.from.as_ref(), relation.to.as_ref());
    map([
        ("who", sheet.short_link(told.by)),
        ("kind", text(&relation.kind)),
        ("with", sheet.short_link(told.with)),
        ("when", text(&when)),
        ("source", source(sheet, told)),
    ])
}

fn drawing(sheet: &Sheet<'_>, told: &[Told<'_>]) -> Value {
    let edges = told.iter().map(|it| Edge { from: it.by, to: it.with, kind: &it.relation.kind });
    let edges: Vec<Edge<'_>> = edges.collect();
    let svg = arcs::draw(sheet.stock, sheet.root, &edges);
    svg.map_or_else(nothing, |svg| map([("svg", html(&svg))]))
}

/// All relations, by who tells them.
fn all(briefing: &Briefing) -> impl Iterator<Item = Told<'_>> {
    briefing.of_kind(Kind::Actor).flat_map(move |(id, _)| of(briefing, id))
}

/// The relations that an actor's own front matter tells; not those to what is withheld.
fn of(briefing: &Briefing, by: EntityId) -> impl Iterator<Item = Told<'_>> {
    let entity = &briefing[by];
    let relations = entity.actor().map_or(&[][..], |actor| &actor.relations);
    relations.iter().filter_map(move |relation| {
        Some(Told { by, with: entity.page.entity(relation.with)?, relation })
    })
}

/// The relations to an actor that others tell. They are among those who mention it.
fn told_by_others(briefing: &Briefing, id: EntityId) -> impl Iterator<Item = Told<'_>> {
    let fields = briefing[id].backlinks.iter().filter(|it| it.standing == Standing::Field);
    let from: BTreeSet<EntityId> = fields
        .filter_map(|it| match it.from {
            PageId::Entity(from) if from != id => Some(from),
            PageId::Entity(_) | PageId::Front => None,
        })
        .collect();
    let told = from.into_iter().flat_map(move |from| of(briefing, from));
    told.filter(move |told| told.with == id)
}
