//! The front page: the bottom line first, then the article.

use std::cmp::Reverse;

use crate::model::briefing::{Briefing, PageId};
use crate::model::id::{EntityId, Kind};
use crate::render::fill::{self, Text, Within};
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::stock;
use crate::render::theme::Value;
use crate::render::value::{html, list, map, nothing, optional, text};
use crate::render::views::{changes, corrections, rows, told};

/// Sections stand in full up to this many.
const SECTIONS_IN_FULL: usize = 12;
/// And up to this many words in all.
const WORDS_IN_FULL: u32 = 6000;
/// The same, for the page to print.
const PRINTED_SECTIONS: usize = SUMMARIES;
/// About two hundred sheets of paper.
const PRINTED_WORDS: u32 = 100_000;
/// So many events, and so many actors, stand on the page to print.
const PRINTED_THINGS: usize = 300;
/// So many summaries are shown where sections do not stand in full; the rest is in their list.
const SUMMARIES: usize = 200;
/// So many actors, and so many events, stand in the box of who and when.
const IN_THE_BOX: usize = 12;

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let page = &briefing.front;
    sheet.head(&Head {
        title: page.document.name(),
        kind: "briefing",
        label: "",
        summary: page.document.summary(),
        belongs_to: routes::FRONT,
    });
    sheet.trail(&[]);
    bottom_line(sheet);
    who_and_when(sheet, briefing);
    sections(sheet, briefing, (SECTIONS_IN_FULL, WORDS_IN_FULL));
    changes::fill(sheet);
    corrections::of_front(sheet);
    sheet.cite(PageId::Front);
    sheet.list_notes();
}

/// Fills the page to print: all of the article in one document.
pub fn print(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: briefing.front.document.name(),
        kind: "print",
        label: &words.to_print,
        summary: None,
        belongs_to: routes::FRONT,
    });
    sheet.trail(&[]);
    bottom_line(sheet);
    sections(sheet, briefing, (PRINTED_SECTIONS, PRINTED_WORDS));
    let events = briefing.of_kind(Kind::Event).take(PRINTED_THINGS);
    sheet.set("events", list(events.map(|(id, _)| rows::event(sheet, id)).collect()));
    let actor = |id: EntityId| {
        let summary = briefing[id].page.document.summary();
        let label = html(sheet.stock.cards.of_thing(id).label());
        map([
            ("link", sheet.link(PageId::Entity(id))),
            ("label", label),
            ("summary", optional(summary)),
        ])
    };
    let actors = briefing.of_kind(Kind::Actor).take(PRINTED_THINGS);
    sheet.set("actors", list(actors.map(|(id, _)| actor(id)).collect()));
    corrections::all(sheet);
    sheet.list_notes();
}

/// What stands first: the bottom line, the key points, what is not known.
fn bottom_line(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let page = &briefing.front;
    let front = stock::front(briefing);
    sheet.set("summary", text(page.document.summary().unwrap_or("")));
    let authors = front.map_or(&[][..], |front| &front.authors);
    sheet.set("authors", list(authors.iter().map(|author| text(author)).collect()));
    sheet.set("as_of", sheet.stock.dates.value(front.map(|front| &front.as_of)));
    let updated = front.and_then(|front| front.updated.as_ref());
    sheet.set("updated", sheet.stock.dates.value(updated));

    let mut texts: Vec<Text<'_>> = fill::texts(page).collect();
    let body = texts.pop();
    let points = front.map_or(0, |front| front.key_points.len()).min(texts.len());
    let unknowns = texts.split_off(points);
    // In the order of the page, since citations are numbered by first use.
    let body = body.map_or_else(nothing, |body| sheet.body(body));
    sheet.set("body", body);
    let points = texts.into_iter().enumerate();
    let points = points.map(|(at, t)| inline(sheet, t, &format!("point-{}-", at + 1))).collect();
    sheet.set("key_points", list(points));
    let unknowns = unknowns.into_iter().enumerate();
    let unknowns =
        unknowns.map(|(at, t)| inline(sheet, t, &format!("unknown-{}-", at + 1))).collect();
    sheet.set("unknowns", list(unknowns));
}

/// A text that is one paragraph, without that paragraph's tags: it stands in a list.
fn inline<'a>(sheet: &mut Sheet<'a>, text: Text<'a>, prefix: &str) -> Value {
    let filled = sheet.fill(text, Within { prefix, deeper: true });
    html(bare(filled.trim()).unwrap_or(&filled))
}

/// What is in a paragraph, where there is no other.
fn bare(html: &str) -> Option<&str> {
    let (tag, rest) = html.strip_prefix("<p")?.split_once('>')?;
    let inside = rest.strip_suffix("</p>")?;
    let is_whole = tag.is_empty() || tag.starts_with(" id=\"");
    (is_whole && !inside.contains("<p>") && !inside.contains("<p id=\"")).then_some(inside)
}

fn who_and_when(sheet: &mut Sheet<'_>, briefing: &Briefing) {
    let who = most_mentioned(briefing, Kind::Actor);
    sheet.set("who", list(who.iter().map(|id| rows::item(sheet, *id)).collect()));
    let mut when = most_mentioned(briefing, Kind::Event);
    when.sort();
    sheet.set("when", list(when.iter().map(|id| rows::event(sheet, *id)).collect()));
    let words = sheet.stock.words;
    let actors = briefing.of_kind(Kind::Actor).count();
    let events = briefing.of_kind(Kind::Event).count();
    sheet.set("who_more", text(&words.all_of(Kind::Actor, actors)));
    sheet.set("when_more", text(&words.whole_timeline(events)));
}

/// The things of a kind that are mentioned most, those mentioned equally often in their order.
fn most_mentioned(briefing: &Briefing, kind: Kind) -> Vec<EntityId> {
    let mut all: Vec<(Reverse<usize>, EntityId)> =
        briefing.of_kind(kind).map(|(id, entity)| (Reverse(entity.backlinks.len()), id)).collect();
    if all.len() > IN_THE_BOX {
        all.select_nth_unstable(IN_THE_BOX);
        all.truncate(IN_THE_BOX);
    }
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}

/// The sections: in full where they are so many, with so many words in all, at most.
fn sections<'a>(sheet: &mut Sheet<'a>, briefing: &'a Briefing, (most, longest): (usize, u32)) {
    let all = briefing.of_kind(Kind::Section);
    let (mut count, mut words) = (0_usize, 0_u32);
    for (_, section) in all {
        count += 1;
        words = words.saturating_add(section.page.document.body.words);
    }
    let in_full = count <= most && words <= longest;
    let shown = briefing.of_kind(Kind::Section).take(SUMMARIES);
    let mut rows = Vec::with_capacity(count.min(SUMMARIES));
    for (id, section) in shown {
        let prefix = format!("{}-", section.id());
        let (mut body, mut told) = (nothing(), told::none());
        if in_full {
            let mut texts: Vec<_> = fill::texts(&section.page).collect();
            if let Some(text) = texts.pop() {
                body = html(&sheet.fill(text, Within { prefix: &prefix, deeper: true }));
            }
            told = told::all(sheet, &section.page, &texts, &prefix);
        }
        let [accounts, accounts_rest, claims] = told;
        rows.push(map([
            ("id", text(section.id().as_str())),
            ("title", text(section.name())),
            ("link", sheet.link(PageId::Entity(id))),
            ("summary", optional(section.page.document.summary())),
            ("body", body),
            accounts,
            accounts_rest,
            claims,
        ]));
    }
    sheet.set("sections", list(rows));
    let left_out = count.saturating_sub(SUMMARIES);
    let more =
        if left_out == 0 { String::new() } else { sheet.stock.words.all_of(Kind::Section, count) };
    sheet.set("sections_more", text(&more));
}
