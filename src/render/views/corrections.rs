//! What was put right: on all pages, and on the page that is made.

use crate::model::briefing::PageId;
use crate::model::entity::Correction;
use crate::model::id::Kind;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::stock;
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
    all(sheet);
}

/// Sets the corrections of all pages, each with a link to its page.
pub fn all(sheet: &mut Sheet<'_>) {
    set(sheet, |_| true);
}

/// Sets those of the front page and of the sections, whose texts stand on it.
pub fn of_front(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    set(sheet, |page| match page {
        Some(PageId::Front) => true,
        Some(PageId::Entity(id)) => briefing[id].kind == Kind::Section,
        None => false,
    });
}

fn set(sheet: &mut Sheet<'_>, wanted: impl Fn(Option<PageId>) -> bool) {
    let briefing = sheet.briefing();
    let paged = briefing.corrections.iter().map(|it| (it, stock::page_of(briefing, it)));
    let rows = paged.filter(|(_, page)| wanted(*page));
    let rows = rows.map(|(correction, page)| row(sheet, correction, page)).collect();
    sheet.set("corrections", list(rows));
}

/// Sets the corrections of the page that is made.
pub fn of_page(sheet: &mut Sheet<'_>, page: PageId) {
    let rows = sheet.stock.corrections_of(page).map(|correction| row(sheet, correction, None));
    sheet.set("corrections", list(rows.collect()));
}

fn row(sheet: &Sheet<'_>, correction: &Correction, page: Option<PageId>) -> Value {
    map([
        ("date", sheet.stock.dates.value(Some(&correction.date.value))),
        ("page", page.map_or_else(nothing, |page| sheet.link(page))),
        ("was", text(&correction.was)),
        ("now", text(&correction.now)),
        ("why", text(&correction.why)),
    ])
}
