//! Rows that several kinds of page show.

use crate::model::briefing::{PageId, Quotation};
use crate::model::id::EntityId;
use crate::render::escape;
use crate::render::fill;
use crate::render::passage::Passage;
use crate::render::sheet::Sheet;
use crate::render::theme::Value;
use crate::render::value::{html, map, nothing, optional, text};
use crate::words::table::Words;

/// Anything in a list: a link, and what stands beside it.
#[must_use]
pub fn item(sheet: &Sheet<'_>, id: EntityId) -> Value {
    let label = html(sheet.stock.cards.of_thing(id).label());
    map([("link", sheet.link(PageId::Entity(id))), ("label", label)])
}

/// An event in a list: when, what, where, and who took part.
#[must_use]
pub fn event(sheet: &Sheet<'_>, id: EntityId) -> Value {
    let entity = &sheet.briefing()[id];
    let Some(event) = entity.event() else { return nothing() };
    let participants = event.participants.iter().filter_map(|p| entity.page.entity(p.actor));
    map([
        ("id", text(entity.id().as_str())),
        ("link", sheet.link(PageId::Entity(id))),
        ("label", html(sheet.stock.cards.of_thing(id).label())),
        ("summary", optional(event.summary.as_deref())),
        ("place", optional(event.place.as_ref().map(|place| &*place.name))),
        ("participants", sheet.links(participants)),
    ])
}

/// A quotation in a list, by its number in the briefing.
#[must_use]
pub fn quotation(sheet: &Sheet<'_>, number: u32) -> Option<Value> {
    let briefing = sheet.briefing();
    let quotation = briefing.quotations.get(number as usize)?;
    let words = sheet.stock.words;
    let page = briefing.page(quotation.page);
    let prose = page.document.proses().nth(quotation.prose as usize);
    let quoted = prose.and_then(|prose| prose.quotations.get(quotation.index as usize));
    let translation = quoted.and_then(|quoted| quoted.translation.as_ref());
    let own = &*briefing.settings.language;
    let foreign = quotation.source.and_then(|id| fill::foreign_language(briefing, id));
    let source = quotation.source.and_then(|id| briefing[id].source());
    let mut original = String::new();
    if let Some(translation) = translation {
        let language = source.and_then(|source| source.language.as_deref());
        fill::push_original(&mut original, translation, language, words);
    } else if let Some(via) = quotation.source.and_then(|id| fill::translated_in(briefing, id)) {
        original.push_str(&words.translated_in);
        original.push(' ');
        sheet.stock.cards.of_thing(via).push_link(&mut original, sheet.root);
    }
    let passage = Passage::of(briefing, quotation);
    let (mut excerpt, mut found_in) = (String::new(), String::new());
    if let Some(passage) = &passage {
        passage.push_excerpt(&mut excerpt, words);
    }
    if let Some(checked) = &quotation.checked
        && Some(checked.holder) != quotation.source
        && !sheet.is_page_of(checked.holder)
    {
        found_in.push_str(&words.found_in);
        found_in.push(' ');
        sheet.stock.cards.of_thing(checked.holder).push_link(&mut found_in, sheet.root);
    }
    let taken_from = quotation.source.filter(|id| !sheet.is_page_of(*id));
    let live = passage.and_then(|passage| passage.live());
    let folds = quotation.checked.as_ref().map_or(&[][..], |it| &it.finding.folds);
    let folds: Vec<&str> = folds.iter().map(|fold| words.fold_name(*fold)).collect();
    let folds =
        if folds.is_empty() { String::new() } else { words.but_for(&folds.join(&words.comma)) };
    let text_language = quotation.checked.as_ref().and_then(|checked| {
        let language = briefing[checked.holder].source()?.language.as_deref()?;
        (language != &*briefing.settings.language).then_some(language)
    });
    Some(map([
        ("id", text(&quotation.id)),
        ("excerpt", html(&excerpt)),
        ("excerpt_lang", optional(text_language)),
        ("found_in", html(&found_in)),
        ("live", optional(live.as_deref())),
        ("folds", text(&folds)),
        ("text", text(&quotation.text)),
        ("lang", optional(if translation.is_some() { Some(own) } else { foreign })),
        ("original", html(&original)),
        ("said_by", html(&said_by(sheet, quotation))),
        ("source", taken_from.map_or_else(nothing, |id| html(&passage_link(sheet, id, quotation)))),
        ("page", html(&standing(sheet, quotation))),
        ("verdict", text(quotation.verdict.word())),
        ("verdict_name", text(words.verdict_name(quotation.verdict))),
    ]))
}

/// A link to the source of a quotation, at the passage.
fn passage_link(sheet: &Sheet<'_>, source: EntityId, quotation: &Quotation) -> String {
    let card = sheet.stock.cards.of_thing(source);
    let mut html = String::with_capacity(128);
    html.push_str("<a href=\"");
    html.push_str(sheet.root);
    html.push_str(card.path());
    if Passage::of(sheet.briefing(), quotation).is_some() {
        html.push_str("#p-");
        html.push_str(&quotation.id);
    }
    html.push_str("\">");
    html.push_str(card.name());
    html.push_str("</a>");
    html
}

/// Who said it: a link, after the description of an unnamed speaker.
fn said_by(sheet: &Sheet<'_>, quotation: &Quotation) -> String {
    let briefing = sheet.briefing();
    let mut html = String::with_capacity(128);
    let source = quotation.source.and_then(|id| briefing[id].source());
    let whole = source.filter(|_| of_source(sheet, quotation.source, quotation.speaker));
    if let Some(described) = whole.and_then(|source| sheet.stock.words.unnamed_speaker(source)) {
        escape::push(&mut html, described);
    }
    if let Some(speaker) = quotation.speaker {
        if !html.is_empty() {
            html.push_str(&sheet.stock.words.comma);
            html.push_str(&sheet.stock.words.on_behalf_of);
            html.push(' ');
        }
        sheet.stock.cards.of_thing(speaker).push_short_link(&mut html, sheet.root);
    }
    html
}

/// The words of a quotation, as a link to where they stand.
#[must_use]
pub fn quoted_link(sheet: &Sheet<'_>, quotation: &Quotation) -> String {
    let mut html = String::with_capacity(quotation.text.len() + 128);
    open_standing(&mut html, sheet, quotation);
    html.push_str(&sheet.stock.words.quote_open);
    escape::push(&mut html, &quotation.text);
    html.push_str(&sheet.stock.words.quote_close);
    html.push_str("</a>");
    html
}

/// Begins a link to where a quotation stands.
fn open_standing(html: &mut String, sheet: &Sheet<'_>, quotation: &Quotation) {
    html.push_str("<a href=\"");
    html.push_str(sheet.root);
    html.push_str(sheet.stock.cards.of(quotation.page).path());
    html.push_str("#q-");
    html.push_str(&quotation.id);
    html.push_str("\">");
}

/// A link to where a quotation stands.
fn standing(sheet: &Sheet<'_>, quotation: &Quotation) -> String {
    let card = sheet.stock.cards.of(quotation.page);
    let mut html = String::with_capacity(128);
    open_standing(&mut html, sheet, quotation);
    html.push_str(&sheet.stock.words.stands_on);
    html.push(' ');
    html.push_str(card.short_name());
    html.push_str("</a>");
    html
}

/// Whether a speaker is the one whose words the whole source is.
fn of_source(sheet: &Sheet<'_>, source: Option<EntityId>, speaker: Option<EntityId>) -> bool {
    let briefing = sheet.briefing();
    let by = source.and_then(|id| briefing[id].page.entity(briefing[id].source()?.by?));
    by == speaker
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
        ("label", text(&words.part(part as usize, parts as usize))),
        ("previous", text(&previous)),
        ("next", text(&next)),
    ])
}
