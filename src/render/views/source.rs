//! The page of a source.

use crate::model::briefing::{Briefing, PageId, Verdict};
use crate::model::entity::{Archive, Publish, Source};
use crate::model::evidence::Stretch;
use crate::model::id::{EntityId, Kind};
use crate::render::fill;
use crate::render::passage;
use crate::render::routes::{self, MENTIONS_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, nothing, optional, text};
use crate::render::views::{backlinks, corrections, rows};

/// A longer text does not stand on its source's page.
const LONGEST: usize = 1 << 19;

/// Fills it.
pub fn fill<'a>(sheet: &mut Sheet<'a>, id: EntityId, source: &'a Source) {
    let entity = &sheet.briefing()[id];
    let page = &entity.page;
    let words = sheet.stock.words;
    let kind = words.source_kind(source.kind);
    let all = routes::list(Kind::Source, 1);
    sheet.head(&Head {
        title: &source.title,
        kind: "source",
        label: &sheet.stock.kind_of(id),
        summary: None,
        belongs_to: &all,
    });
    sheet.trail(&[(&words.sources, &all)]);
    sheet.set("source_kind", text(kind));
    sheet.set("by", sheet.link_of(page, source.by));
    sheet.set("described_as", optional(words.unnamed_speaker(source)));
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
    let quotations = shown(sheet, &entity.quotations);
    sheet.set("quotations", quotations);
    let found_here = shown(sheet, &entity.found_here);
    sheet.set("found_here", found_here);
    let unchecked = |number: &u32| {
        let quotation = sheet.briefing().quotations.get(*number as usize);
        quotation.is_some_and(|it| it.verdict == Verdict::Unarchived)
    };
    sheet.set("unchecked", Value::from(entity.quotations.iter().any(unchecked)));
    let whole = whole_text(sheet.briefing(), id, source);
    sheet.set("archived_text", whole.as_deref().map_or_else(nothing, html));
    let foreign = fill::foreign_language(sheet.briefing(), id);
    sheet.set("archived_lang", optional(foreign));
    let more =
        entity.quotations.get(MENTIONS_A_PAGE).map(|number| routes::quotes(*number as usize));
    sheet.set("quotations_more", optional(more.as_deref()));
    corrections::of_page(sheet, PageId::Entity(id));
    backlinks::first(sheet, id);
    sheet.cite(PageId::Entity(id));
    sheet.list_notes();
}

/// The first of many quotations, as rows.
fn shown(sheet: &Sheet<'_>, numbers: &[u32]) -> Value {
    let numbers = numbers.iter().take(MENTIONS_A_PAGE);
    list(numbers.filter_map(|number| rows::quotation(sheet, *number)).collect())
}

/// The whole archived text with the passages marked, where its licence lets it be published.
fn whole_text(briefing: &Briefing, id: EntityId, source: &Source) -> Option<String> {
    let archive = source.archive.as_ref().filter(|it| it.published() == Publish::Full)?;
    archive.licence.as_ref()?;
    // Only what the page lists can be led back to.
    let listed = [&briefing[id].quotations, &briefing[id].found_here];
    let listed = listed.into_iter().flat_map(|it| it.iter().take(MENTIONS_A_PAGE));
    let of_it = listed.filter_map(|number| {
        let quotation = briefing.quotations.get(*number as usize)?;
        let checked = quotation.checked.as_ref().filter(|it| it.holder == id)?;
        Some((quotation, checked))
    });
    let of_it: Vec<_> = of_it.collect();
    let (_, first) = of_it.first()?;
    if first.text.file.text.len() > LONGEST {
        return None;
    }
    let passages: Vec<(Stretch, &str)> = of_it
        .iter()
        .flat_map(|(quotation, checked)| {
            checked.finding.parts.iter().map(move |part| (*part, &*quotation.id))
        })
        .collect();
    let mut html = String::with_capacity(first.text.file.text.len() * 2);
    passage::push_whole(&mut html, &first.text.file.text, &passages);
    Some(html)
}

/// What is held of a source. The text itself is private and stays so.
fn archive(sheet: &Sheet<'_>, archive: &Archive) -> Value {
    map([
        ("held", Value::from(archive.text.is_some())),
        ("sha256", optional(archive.sha256.as_deref())),
        ("retrieved", sheet.stock.dates.value(archive.retrieved.as_ref())),
        ("gone", sheet.stock.dates.value(archive.gone.as_ref())),
        ("url", optional(archive.url.as_deref())),
        ("licence", optional(archive.licence.as_deref())),
    ])
}
