//! `search/1.js` and on: what `search.html` looks through. A script that calls one function with
//! data alone, since pages on a stick may not fetch files.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use crate::model::briefing::{Briefing, Entity, Linked, Quotation};
use crate::model::place::Span;
use crate::render::data::address;
use crate::render::json::write::compact;
use crate::render::routes::{self, FOUND_A_PART};
use crate::words::table::Words;

/// Up to so many words in all, whole texts can be searched; above, names, summaries and quotations.
const WORDS_IN_FULL: u32 = 30_000;
/// The most characters of a text where not all of it is there.
const LONGEST: usize = 240;

/// One thing that can be found.
#[derive(Serialize)]
struct Found<'a> {
    /// What sort of thing it is, in a word for readers.
    k: &'a str,
    /// Its title.
    t: Cow<'a, str>,
    /// Its address.
    a: String,
    /// Other names of it.
    #[serde(skip_serializing_if = "str::is_empty")]
    n: String,
    /// What it says.
    #[serde(skip_serializing_if = "str::is_empty")]
    x: Cow<'a, str>,
}

/// How many things can be found.
#[must_use]
pub fn count(briefing: &Briefing) -> usize {
    briefing.entities.len() + briefing.quotations.len()
}

/// Writes a part, counted from 1.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, words: &Words, part: u32, to: &mut impl Write) -> io::Result<()> {
    let pages = briefing.entities.iter().map(|entity| &entity.page);
    let total = pages.fold(0_u32, |sum, page| sum.saturating_add(page.document.body.words));
    let whole = total <= WORDS_IN_FULL;
    let entities = briefing.entities.len();
    let one = |number: usize| match briefing.entities.get(number) {
        Some(entity) => Some(thing(briefing, entity, words, whole)),
        None => Some(quotation(briefing, briefing.quotations.get(number - entities)?, words)),
    };
    to.write_all(b"datelineFound([")?;
    for (at, number) in routes::window(part, FOUND_A_PART, count(briefing)).enumerate() {
        to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        compact(to, &one(number))?;
    }
    to.write_all(b"]);\n")
}

fn thing<'a>(
    briefing: &'a Briefing,
    entity: &'a Entity,
    words: &'a Words,
    whole: bool,
) -> Found<'a> {
    let summary = entity.page.document.summary();
    let body = &entity.page.document.body;
    let text = match (summary, whole) {
        (Some(summary), true) => Cow::Owned(format!("{summary} {}", plain(briefing, &entity.page))),
        (None, true) => Cow::Owned(plain(briefing, &entity.page)),
        (Some(summary), false) => Cow::Borrowed(summary),
        (None, false) => Cow::Borrowed(cut(&body.plain)),
    };
    Found {
        k: words.kind_name(entity.kind),
        t: Cow::Borrowed(entity.name()),
        a: routes::entity(entity),
        n: names(entity),
        x: text,
    }
}

/// The text of a page with the names of bare links.
fn plain(briefing: &Briefing, page: &Linked) -> String {
    let body = &page.document.body;
    briefing.plain(page, body, Span::new(0..body.plain.len())).replace('\n', " ")
}

fn names(entity: &Entity) -> String {
    let short = Some(entity.short_name()).filter(|short| *short != entity.name());
    let aliases = entity.actor().into_iter().flat_map(|actor| {
        let aliases = actor.aliases.iter().map(|alias| &*alias.value);
        aliases.chain(actor.weak_aliases.iter().map(|alias| &**alias))
    });
    short.into_iter().chain(aliases).collect::<Vec<_>>().join(" · ")
}

fn quotation<'a>(briefing: &'a Briefing, quotation: &'a Quotation, words: &'a Words) -> Found<'a> {
    let speaker = quotation.speaker.map_or("", |id| briefing[id].name());
    let cut = cut(&quotation.text);
    let more = if cut.len() < quotation.text.len() { "…" } else { "" };
    Found {
        k: &words.quotation,
        t: Cow::Owned(words.quoted(&format!("{cut}{more}"))),
        a: address::quotation(briefing, quotation),
        n: speaker.to_owned(),
        x: Cow::Borrowed(""),
    }
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at])
}
