//! All quotations.

use crate::render::routes::{self, QUOTES_A_PAGE};
use crate::render::sheet::{Head, Sheet};
use crate::render::value::{html, list, map, text};
use crate::render::views::{positions, rows};

/// Fills a part of them.
pub fn fill(sheet: &mut Sheet<'_>, part: u32) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let count = briefing.quotations.len();
    let parts = routes::parts(count, QUOTES_A_PAGE);
    let label = if parts > 1 { words.part(part as usize, parts as usize) } else { String::new() };
    let first = routes::quotes(0);
    sheet.head(&Head {
        title: &words.quotes,
        kind: "quotes",
        label: &label,
        summary: None,
        belongs_to: &first,
    });
    sheet.trail(&[]);
    let window = routes::window(part, QUOTES_A_PAGE, count);
    let start = window.start;
    let shown = briefing.quotations.get(window).unwrap_or(&[]);
    let mut number = start;
    let mut groups = Vec::new();
    for of_page in shown.chunk_by(|a, b| a.page == b.page) {
        let items = (number..number + of_page.len())
            .filter_map(|at| rows::quotation(sheet, u32::try_from(at).ok()?))
            .collect();
        number += of_page.len();
        let Some(first) = of_page.first() else { continue };
        groups.push(map([
            ("heading", html(sheet.stock.cards.of(first.page).name())),
            ("items", list(items)),
        ]));
    }
    sheet.set("count", text(&words.quotes_count(count)));
    sheet.set("groups", list(groups));
    let positions = if positions::are_there(briefing) { routes::POSITIONS } else { "" };
    sheet.set("positions", text(positions));
    let path = |part: u32| routes::quotes((part as usize - 1) * QUOTES_A_PAGE);
    sheet.set("parts", rows::parts(words, part, parts, path));
}
