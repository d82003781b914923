//! Who mentions a thing: by way, with the sentence.

use crate::model::briefing::{Backlink, Way};
use crate::model::id::EntityId;
use crate::render::escape;
use crate::render::outputs;
use crate::render::routes::{self, MENTIONS_A_PAGE};
use crate::render::sentences;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};
use crate::render::views::rows;

/// Sets `backlinks` and `backlinks_more` for the page of a thing.
pub fn first(sheet: &mut Sheet<'_>, id: EntityId) {
    let entity = &sheet.briefing()[id];
    sheet.set("backlinks", groups(sheet, &entity.backlinks, 1));
    let more = outputs::most_mentions(&entity.backlinks) > MENTIONS_A_PAGE;
    let all = || sheet.stock.words.all_mentions(entity.backlinks.len());
    let (path, all) = if more { (routes::mentions(entity, 2), all()) } else { Default::default() };
    sheet.set("backlinks_more", text(&path));
    sheet.set("backlinks_all", text(&all));
}

/// Fills a further page of mentions.
pub fn further(sheet: &mut Sheet<'_>, id: EntityId, part: u32) {
    let entity = &sheet.briefing()[id];
    let words = sheet.stock.words;
    let parts = routes::parts(outputs::most_mentions(&entity.backlinks), MENTIONS_A_PAGE);
    let counted = words.part(part as usize, parts as usize);
    let list = routes::list(entity.kind, 1);
    let path = routes::entity(entity);
    sheet.head(&Head {
        title: &words.mentions_of(entity.short_name()),
        kind: "mentions",
        label: &[&*sheet.stock.kind_of(id), &words.comma, &counted].concat(),
        summary: None,
        belongs_to: &list,
    });
    sheet.trail(&[(words.kind_plural(entity.kind), &list), (entity.short_name(), &path)]);
    sheet.set("backlinks", groups(sheet, &entity.backlinks, part));
    let page = |part| if part == 1 { path.clone() } else { routes::mentions(entity, part) };
    sheet.set("parts", rows::parts(sheet.stock.words, part, parts, page));
}

fn groups(sheet: &Sheet<'_>, backlinks: &[Backlink], part: u32) -> Value {
    let words = sheet.stock.words;
    let mut groups = Vec::new();
    for way in Way::ALL {
        let all = outputs::of_way(backlinks, way);
        let shown = all.get(routes::window(part, MENTIONS_A_PAGE, all.len())).unwrap_or(&[]);
        if shown.is_empty() {
            continue;
        }
        groups.push(map([
            ("way", text(way.word())),
            ("heading", text(words.way_heading(way))),
            ("count", text(&words.number(all.len()))),
            ("items", html(&items(sheet, shown))),
        ]));
    }
    list(groups)
}

/// One item a mention, as HTML: there are more of them than of anything else, and a value each
/// would be a twentieth of a build. Where a page mentions a thing more than once, only the first
/// links to it.
fn items(sheet: &Sheet<'_>, backlinks: &[Backlink]) -> String {
    let mut items = String::with_capacity(backlinks.len() * 512);
    let mut before = None;
    let mut following = backlinks.iter().skip(1);
    for batch in backlinks.chunks(sentences::BATCH) {
        for (sentence, backlink) in sentences::of(sheet.briefing(), batch).iter().zip(batch) {
            let is_last = following.next().is_none_or(|next| next.from != backlink.from);
            // A mention without a sentence is told by those of the same page that have one.
            if !is_last && sentence.as_deref().is_none_or(str::is_empty) {
                continue;
            }
            items.push_str("<li>");
            if before.replace(backlink.from) != Some(backlink.from) {
                sheet.stock.cards.of(backlink.from).push_labelled_link(&mut items, sheet.root);
            }
            if let Some(sentence) = sentence.as_deref().filter(|it| !it.is_empty()) {
                items.push_str("<blockquote>");
                escape::push(&mut items, sentence);
                items.push_str("</blockquote>");
            }
            items.push_str("</li>\n");
        }
    }
    items
}
