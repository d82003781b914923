//! A thing as other pages show it: its address, names and label, as HTML, made once.
//!
//! Nine tenths of a site are things naming other things: links in texts, backlinks, participants,
//! citations. So what a naming needs stands ready, in one piece of memory a thing, and naming is
//! copying. (A template value for each thing, shared, was tried first: it cost twice as much, most
//! of it in waiting for memory.)

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::citation::style::Style;
use crate::model::briefing::{Briefing, Entity, PageId};
use crate::model::document::Matter;
use crate::model::entity::{Actor, Event, Role, Source};
use crate::model::id::{EntityId, Kind};
use crate::render::cite;
use crate::render::dates::Dates;
use crate::render::escape;
use crate::render::fill;
use crate::render::routes;
use crate::words::table::Words;

/// A thing as other pages show it.
pub struct Card {
    /// Path, short name, name, label, reference, reference's end, one after another.
    html: Box<str>,
    ends: [u32; 5],
}

/// The cards of all things, by number, and that of the front page.
pub struct Cards {
    things: Vec<Card>,
    front: Card,
}

/// Stands in references for the way up to the site's root. No text can hold it: the reader
/// refuses control characters.
const ROOT: char = '\u{1}';

impl Cards {
    /// The cards of a briefing.
    #[must_use]
    pub fn new(briefing: &Briefing, words: &Words, dates: &Dates) -> Cards {
        let settings = &briefing.settings;
        let style = settings.citation_style.as_deref();
        let style = style.and_then(|name| Style::named(name, &settings.language));
        let writer = Writer { briefing, words, dates, style: style.as_ref() };
        let front = Card::new([
            &|html| html.push_str(routes::FRONT),
            &|html| escape::push(html, &words.briefing),
            &|html| escape::push(html, briefing.front.document.name()),
            &|_| {},
            &|_| {},
            &|_| {},
        ]);
        let card = |(at, entity): (usize, &Arc<Entity>)| {
            writer.card(EntityId(u32::try_from(at).unwrap_or(u32::MAX)), entity)
        };
        // Setting a reference in a style costs more than all the rest of a card.
        let mut things = Vec::new();
        briefing.entities.par_iter().enumerate().map(card).collect_into_vec(&mut things);
        Cards { things, front }
    }

    /// The card of a page; of a thing that is not there, the front page's.
    #[must_use]
    pub fn of(&self, page: PageId) -> &Card {
        match page {
            PageId::Front => &self.front,
            PageId::Entity(id) => self.things.get(id.index()).unwrap_or(&self.front),
        }
    }

    /// The card of a thing.
    #[must_use]
    pub fn of_thing(&self, id: EntityId) -> &Card {
        self.of(PageId::Entity(id))
    }
}

impl Card {
    fn new(parts: [&dyn Fn(&mut String); 6]) -> Card {
        let mut html = String::new();
        let mut ends = [0; 5];
        for (at, part) in parts.iter().enumerate() {
            part(&mut html);
            if let Some(end) = ends.get_mut(at) {
                *end = u32::try_from(html.len()).unwrap_or(u32::MAX);
            }
        }
        Card { html: html.into(), ends }
    }

    fn part(&self, at: usize) -> &str {
        let start =
            at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).map_or(self.html.len(), |end| *end as usize);
        self.html.get(start as usize..end).unwrap_or("")
    }

    /// Its path in the site.
    #[must_use]
    pub fn path(&self) -> &str {
        self.part(0)
    }

    /// The name that bare links show, as HTML.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.part(1)
    }

    /// Its full name or title, as HTML.
    #[must_use]
    pub fn name(&self) -> &str {
        self.part(2)
    }

    /// What stands beside its name in lists, as HTML: the office of an actor, the date of an
    /// event, the kind and origin of a source.
    #[must_use]
    pub fn label(&self) -> &str {
        self.part(3)
    }

    /// Writes a link to it under its full name.
    pub fn push_link(&self, html: &mut String, root: &str) {
        self.push_link_with(html, root, self.name());
    }

    /// Writes a link to it under its full name, and its label.
    pub fn push_labelled_link(&self, html: &mut String, root: &str) {
        self.push_link(html, root);
        if !self.label().is_empty() {
            html.push_str(" <span class=\"label\">");
            html.push_str(self.label());
            html.push_str("</span>");
        }
    }

    /// Writes a link to it under its short name.
    pub fn push_short_link(&self, html: &mut String, root: &str) {
        self.push_link_with(html, root, self.short_name());
    }

    fn push_link_with(&self, html: &mut String, root: &str, words: &str) {
        html.push_str("<a href=\"");
        html.push_str(root);
        html.push_str(self.path());
        html.push_str("\">");
        html.push_str(words);
        html.push_str("</a>");
    }

    /// Writes how a source is cited, with the place in it after a comma.
    pub fn push_reference(
        &self,
        html: &mut String,
        root: &str,
        (comma, locator): (&str, Option<&str>),
    ) {
        push_with_root(html, self.part(4), root);
        if let Some(locator) = locator {
            html.push_str(comma);
            escape::push(html, locator);
        }
        push_with_root(html, self.part(5), root);
    }
}

fn push_with_root(html: &mut String, text: &str, root: &str) {
    let mut pieces = text.split(ROOT);
    html.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        html.push_str(root);
        html.push_str(piece);
    }
}

/// A link out of the site.
const OUT: &str = "<a class=\"out\"";

fn push_out(html: &mut String, address: &str, words: &str) {
    html.push_str(OUT);
    html.push_str(" rel=\"noopener noreferrer external\" href=\"");
    escape::push(html, address);
    html.push_str("\">");
    html.push_str(words);
    html.push_str("</a>");
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    briefing: &'a Briefing,
    words: &'a Words,
    dates: &'a Dates,
    style: Option<&'a Style>,
}

impl Writer<'_> {
    fn card(self, id: EntityId, entity: &Entity) -> Card {
        Card::new([
            &|html| routes::push_entity(html, entity),
            &|html| escape::push(html, entity.short_name()),
            &|html| escape::push(html, entity.name()),
            &|html| self.label(html, entity),
            &|html| self.reference(html, entity),
            &|html| self.reference_end(html, id, entity),
        ])
    }

    fn label(self, html: &mut String, entity: &Entity) {
        match &entity.page.document.matter {
            Matter::Actor(actor) => self.actor_label(html, entity, actor),
            Matter::Event(event) => self.event_label(html, event),
            Matter::Source(source) => {
                html.push_str(self.words.source_kind(source.kind));
                self.origin(html, source);
            }
            Matter::Section(_) | Matter::Front(_) => {}
        }
    }

    /// The office held now, or last, and where; else what kind of actor it is.
    fn actor_label(self, html: &mut String, entity: &Entity, actor: &Actor) {
        let Some(role) = present_role(actor) else {
            return html.push_str(self.words.actor_kind(actor.kind));
        };
        escape::push(html, &role.title);
        if let Some((words, reference)) = &role.organisation {
            html.push_str(&self.words.comma);
            let linked = entity.page.entity(*reference);
            escape::push(html, linked.map_or(words, |id| self.briefing[id].short_name()));
        }
    }

    fn event_label(self, html: &mut String, event: &Event) {
        self.dates.push_html(html, &event.when.value);
        let mark = self.words.status_mark(event.status);
        if !mark.is_empty() {
            html.push_str(" <span class=\"status\">");
            escape::push(html, mark);
            html.push_str("</span>");
        }
    }

    /// `, publisher, date`.
    fn origin(self, html: &mut String, source: &Source) {
        if let Some(publisher) = &source.publisher {
            html.push_str(&self.words.comma);
            escape::push(html, publisher);
        }
        if let Some(published) = &source.published {
            html.push_str(&self.words.comma);
            self.dates.push_html(html, published);
        }
    }

    /// `Title, speaker, publisher, date`, or as the site's style has it.
    fn reference(self, html: &mut String, entity: &Entity) {
        let Some(source) = entity.source() else { return };
        if let Some(style) = self.style {
            let mut page = String::from(ROOT);
            routes::push_entity(&mut page, entity);
            let item = cite::source(self.briefing, entity, source);
            return cite::push_reference(html, style, &item, &page);
        }
        self.link(html, entity, entity.name());
        let speaker = source.by.and_then(|by| entity.page.entity(by));
        let speaker = speaker.map(|id| self.briefing[id].short_name());
        if let Some(speaker) = self.words.unnamed_speaker(source).or(speaker) {
            html.push_str(&self.words.comma);
            escape::push(html, speaker);
        }
        self.origin(html, source);
    }

    /// `. Known through Title. Address`.
    fn reference_end(self, html: &mut String, id: EntityId, entity: &Entity) {
        let Some(source) = entity.source() else { return };
        let source_is_translated = fill::translated_in(self.briefing, id).is_some();
        html.push('.');
        if let Some(via) = source.via.and_then(|via| entity.page.entity(via)) {
            html.push(' ');
            html.push_str(&self.words.known_through);
            html.push(' ');
            self.link(html, &self.briefing[via], self.briefing[via].name());
            if source_is_translated {
                html.push_str(" (");
                html.push_str(&self.words.translated_there);
                html.push(')');
            }
            html.push('.');
        }
        let gone = source.archive.as_ref().and_then(|archive| archive.gone.as_ref());
        if gone.is_some() {
            self.archive(html, source);
        }
        // A style that shows the address has said when it was looked at, too.
        if let Some(url) = source.url.as_deref().filter(|_| !html.contains(OUT) || gone.is_some()) {
            let said = match gone {
                Some(gone) => Some((&self.words.gone_since, gone)),
                None => source.accessed.as_ref().map(|day| (&self.words.looked_at, day)),
            };
            html.push(' ');
            push_out(html, url, &self.words.address);
            if let Some((words, day)) = said {
                html.push_str(&self.words.comma);
                html.push_str(words);
                html.push(' ');
                self.dates.push_html(html, day);
            }
            html.push('.');
        }
        if gone.is_none() {
            self.archive(html, source);
        }
    }

    /// `Archived 3 January 2022.`, leading to the copy where others keep one.
    fn archive(self, html: &mut String, source: &Source) {
        let Some(archive) = &source.archive else { return };
        let Some(retrieved) = &archive.retrieved else { return };
        html.push(' ');
        match archive.url.as_deref().filter(|url| source.url.as_deref() != Some(url)) {
            Some(url) => push_out(html, url, &self.words.archived),
            None => html.push_str(&self.words.archived),
        }
        html.push(' ');
        self.dates.push_html(html, retrieved);
        html.push('.');
    }

    fn link(self, html: &mut String, to: &Entity, words: &str) {
        html.push_str("<a href=\"");
        html.push(ROOT);
        routes::push_entity(html, to);
        html.push_str("\">");
        escape::push(html, words);
        html.push_str("</a>");
    }
}

/// The office that an actor holds now, or held last.
#[must_use]
pub fn present_role(actor: &Actor) -> Option<&Role> {
    actor.roles.iter().rev().find(|role| role.to.is_none()).or(actor.roles.last())
}

/// What a kind of thing is called; of an actor or a source, its own kind.
#[must_use]
pub fn kind_name<'w>(entity: &Entity, words: &'w Words) -> &'w str {
    match &entity.page.document.matter {
        Matter::Actor(actor) => words.actor_kind(actor.kind),
        Matter::Source(source) => words.source_kind(source.kind),
        Matter::Section(_) | Matter::Front(_) => words.kind_name(Kind::Section),
        Matter::Event(_) => words.kind_name(Kind::Event),
    }
}
