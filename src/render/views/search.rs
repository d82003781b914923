//! The page to search; without script, an index of all names.

use crate::model::briefing::PageId;
use crate::model::id::EntityId;
use crate::render::data::search_index;
use crate::render::routes::{self, FOUND_A_PART};
use crate::render::sheet::{Head, Sheet};
use crate::render::value::{html, list, map, text};

/// Up to so many things stand in the index of names; beyond, the lists of the kinds do.
const NAMES: usize = 2_000;

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.search,
        kind: "search",
        label: "",
        summary: Some(&words.search_note),
        belongs_to: routes::SEARCH,
    });
    sheet.trail(&[]);
    let parts = routes::parts(search_index::count(briefing), FOUND_A_PART);
    let parts = (1..=parts).map(|part| text(&routes::search_index(part)));
    sheet.set("index_parts", list(parts.collect()));
    let mut names: Vec<(String, EntityId)> = Vec::new();
    if briefing.entities.len() <= NAMES {
        let count = u32::try_from(briefing.entities.len()).unwrap_or(u32::MAX);
        let all = (0..count).map(EntityId);
        names = all.map(|id| (briefing[id].name().to_lowercase(), id)).collect();
        names.sort();
    }
    let letter = |(name, _): &(String, EntityId)| name.chars().find(|c| c.is_alphanumeric());
    let groups = names.chunk_by(|a, b| letter(a) == letter(b)).map(|group| {
        let heading: String = group.first().and_then(letter).into_iter().collect();
        let item = |(_, id): &(String, EntityId)| {
            let label = html(words.kind_name(briefing[*id].kind));
            map([("link", sheet.link(PageId::Entity(*id))), ("label", label)])
        };
        map([
            ("heading", text(&heading.to_uppercase())),
            ("items", list(group.iter().map(item).collect())),
        ])
    });
    let groups = list(groups.collect());
    sheet.set("groups", groups);
}
