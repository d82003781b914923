//! What was put right.

use crate::model::briefing::PageId;
use crate::model::entity::Correction;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{list, map, nothing, text};

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.corrections,
        kind: "corrections",
        label: "",
        summary: Some(&words.corrections_note),
        belongs_to: routes::CORRECTIONS,
    });
    sheet.trail(&[]);
    let rows = sheet.briefing().corrections.iter().map(|correction| row(sheet, correction));
    sheet.set("corrections", list(rows.collect()));
}

fn row(sheet: &Sheet<'_>, correction: &Correction) -> Value {
    let briefing = sheet.briefing();
    let id = &correction.page.value;
    let page = if *id == briefing.front.document.id {
        Some(PageId::Front)
    } else {
        briefing.ids.get(id).map(|id| PageId::Entity(*id))
    };
    map([
        ("date", sheet.stock.dates.value(Some(&correction.date))),
        ("page", page.map_or_else(nothing, |page| sheet.link(page))),
        ("was", text(&correction.was)),
        ("now", text(&correction.now)),
        ("why", text(&correction.why)),
    ])
}
