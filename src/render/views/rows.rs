//! Rows that several kinds of page show.

use crate::model::briefing::Linked;
use crate::model::entity::{Account, Attribution, Source};
use crate::model::id::EntityId;
use crate::render::fill::{self, Text, Within};
use crate::render::routes;
use crate::render::sheet::Sheet;
use crate::render::value::{Value, html, list, map, nothing, optional, text};
use crate::words::table::Words;

/// An event in a list: its card, where it was, who took part.
#[must_use]
pub fn event(sheet: &Sheet<'_>, id: EntityId) -> Value {
    let entity = &sheet.briefing()[id];
    let Some(event) = entity.event() else { return nothing() };
    let participants = event.participants.iter().filter_map(|participant| {
        entity.page.entity(participant.actor).map(|actor| sheet.stock.card(actor))
    });
    map([
        ("card", sheet.stock.card(id)),
        ("place", optional(event.place.as_ref().map(|place| &*place.name))),
        ("participants", list(participants.collect())),
    ])
}

/// A quotation in a list, by its number in the briefing.
#[must_use]
pub fn quotation(sheet: &Sheet<'_>, number: u32) -> Option<Value> {
    let briefing = sheet.briefing();
    let quotation = briefing.quotations.get(number as usize)?;
    let words = sheet.stock.words;
    let card = |id: Option<EntityId>| id.map_or_else(nothing, |id| sheet.stock.card(id));
    let page = briefing.page(quotation.page);
    let prose = page.document.proses().nth(quotation.prose as usize);
    let quoted = prose.and_then(|prose| prose.quotations.get(quotation.index as usize));
    let translation = quoted.and_then(|quoted| quoted.translation.as_ref());
    let foreign = quotation.source.and_then(|id| fill::foreign_language(briefing, id));
    let source = quotation.source.and_then(|id| briefing[id].source());
    let described = source.filter(|_| of_source(sheet, quotation.source, quotation.speaker));
    let described = described.and_then(|source| unnamed(source, words));
    let mut address = routes::page(briefing, quotation.page);
    address.push_str("#q-");
    address.push_str(&quotation.id);
    Some(map([
        ("id", text(&quotation.id)),
        ("text", text(&quotation.text)),
        ("lang", optional(foreign.filter(|_| translation.is_none()))),
        ("original", optional(translation.map(|translation| &*translation.original))),
        ("original_lang", optional(source.and_then(|source| source.language.as_deref()))),
        ("translator", optional(translation.map(|translation| &*translation.translator))),
        ("speaker", card(quotation.speaker)),
        ("described_as", optional(described)),
        ("source", card(quotation.source)),
        ("page", sheet.stock.page_card(quotation.page)),
        ("address", text(&address)),
        ("verdict", text(quotation.verdict.word())),
        ("verdict_name", text((words.verdict_name)(quotation.verdict))),
    ]))
}

/// Whether a speaker is the one whose words the whole source is.
fn of_source(sheet: &Sheet<'_>, source: Option<EntityId>, speaker: Option<EntityId>) -> bool {
    let briefing = sheet.briefing();
    let by = source.and_then(|id| briefing[id].page.entity(briefing[id].source()?.by?));
    by == speaker
}

/// What the speaker of a source is called where they are not named.
#[must_use]
pub fn unnamed<'a>(source: &'a Source, words: &Words) -> Option<&'a str> {
    match source.attribution {
        Attribution::Named => source.described_as.as_deref(),
        Attribution::UnnamedOfficial | Attribution::UnnamedSource => {
            Some(source.described_as.as_deref().unwrap_or((words.unnamed)(source.attribution)))
        }
    }
}

/// How each party told it.
pub fn accounts<'a>(
    sheet: &mut Sheet<'a>,
    page: &'a Linked,
    accounts: &'a [Account],
    texts: &[Text<'a>],
    prefix: &str,
) -> Value {
    let mut rows = Vec::with_capacity(accounts.len());
    for (at, (account, text)) in accounts.iter().zip(texts).enumerate() {
        let prefix = format!("{prefix}account-{}-", at + 1);
        rows.push(map([
            ("by", sheet.card_of(page, Some(account.by))),
            ("source", sheet.card_of(page, Some(account.source))),
            ("text", html(&sheet.fill(*text, Within { prefix: &prefix, deeper: true }))),
            ("mark", sheet.mark(page, account.source)),
        ]));
    }
    list(rows)
}

/// The way to the other parts of a long list; nothing where it is whole.
#[must_use]
pub fn parts(words: &Words, part: u32, parts: u32, path: impl Fn(u32) -> String) -> Value {
    if parts <= 1 {
        return nothing();
    }
    let previous = if part > 1 { path(part - 1) } else { String::new() };
    let next = if part < parts { path(part + 1) } else { String::new() };
    map([
        ("label", text(&(words.part)(part as usize, parts as usize))),
        ("previous", text(&previous)),
        ("next", text(&next)),
    ])
}
