//! The page of a source.

use crate::model::entity::{Archive, Source};
use crate::model::id::{EntityId, Kind};
use crate::render::fill;
use crate::render::routes::{self, MENTIONS_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{list, map, nothing, optional, text};
use crate::render::views::{backlinks, rows};

/// Fills it.
pub fn fill<'a>(sheet: &mut Sheet<'a>, id: EntityId, source: &'a Source) {
    let entity = &sheet.briefing()[id];
    let page = &entity.page;
    let words = sheet.stock.words;
    let kind = (words.source_kind)(source.kind);
    let all = routes::list(Kind::Source, 1);
    sheet.head(&Head {
        title: &source.title,
        kind: "source",
        label: &sheet.stock.kind_of(id),
        summary: None,
        belongs_to: &all,
    });
    sheet.trail(&[(words.sources, &all)]);
    sheet.set("source_kind", text(kind));
    sheet.set("by", sheet.link_of(page, source.by));
    sheet.set("described_as", optional(rows::unnamed(source, words)));
    sheet.set("event", sheet.link_of(page, source.event));
    sheet.set("publisher", optional(source.publisher.as_deref()));
    sheet.set("published", sheet.stock.dates.value(source.published.as_ref()));
    sheet.set("url", optional(source.url.as_deref()));
    sheet.set("accessed", sheet.stock.dates.value(source.accessed.as_ref()));
    sheet.set("language", optional(source.language.as_deref()));
    sheet.set("via", sheet.link_of(page, source.via));
    sheet.set("archive", source.archive.as_ref().map_or_else(nothing, |it| archive(sheet, it)));
    let body = fill::texts(page).next().map_or_else(nothing, |body| sheet.body(body));
    sheet.set("body", body);
    let quotations = entity.quotations.iter().take(MENTIONS_A_PAGE);
    let quotations = quotations.filter_map(|number| rows::quotation(sheet, *number)).collect();
    sheet.set("quotations", list(quotations));
    let more =
        entity.quotations.get(MENTIONS_A_PAGE).map(|number| routes::quotes(*number as usize));
    sheet.set("quotations_more", optional(more.as_deref()));
    backlinks::first(sheet, id);
    sheet.list_notes();
}

/// What is held of a source. The text itself is private and stays so.
fn archive(sheet: &Sheet<'_>, archive: &Archive) -> Value {
    map([
        ("held", Value::from(archive.text.is_some())),
        ("sha256", optional(archive.sha256.as_deref())),
        ("retrieved", sheet.stock.dates.value(archive.retrieved.as_ref())),
        ("licence", optional(archive.licence.as_deref())),
    ])
}
