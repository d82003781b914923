//! What was put right.

use crate::model::briefing::PageId;
use crate::model::entity::Correction;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::value::{Value, list, map, nothing, text};

/// Fills it; the name of its template.
pub fn fill(sheet: &mut Sheet<'_>) -> &'static str {
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: words.corrections,
        kind: "corrections",
        label: "",
        summary: Some(words.corrections_note),
        belongs_to: routes::CORRECTIONS,
    });
    sheet.trail(&[]);
    let rows = sheet.briefing().corrections.iter().map(|correction| row(sheet, correction));
    sheet.set("corrections", list(rows.collect()));
    "corrections.html"
}

fn row(sheet: &Sheet<'_>, correction: &Correction) -> Value {
    let briefing = sheet.briefing();
    let page = &correction.page.value;
    let card = if *page == briefing.front.document.id {
        sheet.stock.page_card(PageId::Front)
    } else {
        briefing.ids.get(page).map_or_else(nothing, |id| sheet.stock.card(*id))
    };
    map([
        ("date", sheet.stock.dates.value(Some(&correction.date))),
        ("card", card),
        ("was", text(&correction.was)),
        ("now", text(&correction.now)),
        ("why", text(&correction.why)),
    ])
}
