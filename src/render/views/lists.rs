//! The list of a kind.

use crate::model::briefing::{Briefing, Entity, PageId};
use crate::model::document::Matter;
use crate::model::id::{EntityId, Kind};
use crate::render::cards;
use crate::render::dates;
use crate::render::routes::{self, ENTRIES_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};
use crate::render::views::{relations, rows};
use crate::words::table::Words;

/// Fills one part of it.
pub fn fill(sheet: &mut Sheet<'_>, kind: Kind, part: u32) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let all = ordered(briefing, kind);
    let parts = routes::parts(all.len(), ENTRIES_A_PAGE);
    let counted = if parts > 1 { words.part(part as usize, parts as usize) } else { String::new() };
    let first = routes::list(kind, 1);
    sheet.head(&Head {
        title: words.kind_plural(kind),
        kind: "list",
        label: &counted,
        summary: None,
        belongs_to: &first,
    });
    sheet.trail(&[]);
    let shown = all.get(routes::window(part, ENTRIES_A_PAGE, all.len())).unwrap_or(&[]);
    let mut groups = Vec::new();
    for of_group in shown.chunk_by(|a, b| a.0 == b.0) {
        let items = of_group.iter().map(|(_, id)| {
            let mentions = words.mentions_count(briefing[*id].backlinks.len());
            // The heading has said the kind already.
            let label = sheet.stock.cards.of_thing(*id).label();
            let says_kind = label == cards::kind_name(&briefing[*id], words);
            let label = html(if says_kind { "" } else { label });
            map([
                ("link", sheet.link(PageId::Entity(*id))),
                ("label", label),
                ("mentions", text(&mentions)),
            ])
        });
        let heading =
            of_group.first().map_or_else(String::new, |(_, id)| heading(&briefing[*id], words));
        groups.push(map([("heading", text(&heading)), ("items", list(items.collect()))]));
    }
    sheet.set("list_kind", text(kind.word()));
    sheet.set("count", text(&words.kind_count(kind, all.len())));
    sheet.set("groups", list(groups));
    let relations = if kind == Kind::Actor && relations::count(briefing) > 0 {
        routes::relations(1)
    } else {
        String::new()
    };
    sheet.set("relations", text(&relations));
    let parts: Value = rows::parts(words, part, parts, |part| routes::list(kind, part));
    sheet.set("parts", parts);
}

/// All things of a kind as their list has them, each with the number of its group.
#[must_use]
pub fn ordered(briefing: &Briefing, kind: Kind) -> Vec<(i64, EntityId)> {
    let mut all: Vec<(i64, EntityId)> =
        briefing.of_kind(kind).map(|(id, entity)| (group(entity), id)).collect();
    all.sort_by_key(|(group, _)| *group);
    all
}

/// What a list is grouped by: kinds of actors and sources, years of events.
fn group(entity: &Entity) -> i64 {
    match &entity.page.document.matter {
        Matter::Actor(actor) => actor.kind as i64,
        Matter::Source(source) => source.kind as i64,
        Matter::Event(_) => i64::from(dates::year(entity)),
        Matter::Section(_) | Matter::Front(_) => 0,
    }
}

fn heading(entity: &Entity, words: &Words) -> String {
    match &entity.page.document.matter {
        Matter::Actor(actor) => words.actor_kinds(actor.kind).to_owned(),
        Matter::Source(source) => words.source_kinds(source.kind).to_owned(),
        Matter::Event(_) => dates::year(entity).to_string(),
        Matter::Section(_) | Matter::Front(_) => String::new(),
    }
}
