//! A thing as other pages show it: one value each, shared by all pages that name or list it.

use crate::model::briefing::{Briefing, Entity};
use crate::model::document::Matter;
use crate::model::entity::{Actor, Role, Source};
use crate::model::id::Kind;
use crate::render::dates::{Dates, machine};
use crate::render::routes;
use crate::render::value::{Value, map, optional, text};
use crate::words::table::Words;

/// The cards of all things, by number.
#[must_use]
pub fn all(briefing: &Briefing, words: &Words, dates: &Dates) -> Vec<Value> {
    briefing.entities.iter().map(|entity| card(entity, words, dates)).collect()
}

/// The card of the front page.
#[must_use]
pub fn front(briefing: &Briefing, words: &Words) -> Value {
    let document = &briefing.front.document;
    map([
        ("kind", text("briefing")),
        ("id", text(document.id.as_str())),
        ("name", text(document.name())),
        ("short_name", text(words.briefing)),
        ("path", text(routes::FRONT)),
        ("summary", optional(document.summary())),
        ("label", text("")),
    ])
}

fn card(entity: &Entity, words: &Words, dates: &Dates) -> Value {
    let label = match &entity.page.document.matter {
        Matter::Actor(actor) => actor_label(actor, words).to_owned(),
        Matter::Event(event) => dates.label(&event.when.value),
        Matter::Source(source) => source_label(source, words, dates),
        Matter::Section(_) | Matter::Front(_) => String::new(),
    };
    let fields = [
        ("kind", text(entity.kind.word())),
        ("id", text(entity.id().as_str())),
        ("name", text(entity.name())),
        ("short_name", text(entity.short_name())),
        ("path", text(&routes::entity(entity))),
        ("summary", optional(entity.page.document.summary())),
        ("label", text(&label)),
    ];
    match entity.event() {
        None => map(fields),
        Some(event) => {
            let [kind, id, name, short_name, path, summary, label] = fields;
            let machine = ("machine", text(&machine(&event.when.value)));
            let status = ("status", text((words.status_mark)(event.status)));
            map([kind, id, name, short_name, path, summary, label, machine, status])
        }
    }
}

/// What an actor is now, or was last; else what kind of actor it is.
#[must_use]
pub fn actor_label<'a>(actor: &'a Actor, words: &Words) -> &'a str {
    let held = actor.roles.iter().rev().find(|role| role.to.is_none());
    held.or(actor.roles.last()).map_or((words.actor_kind)(actor.kind), |role: &Role| &role.title)
}

fn source_label(source: &Source, words: &Words, dates: &Dates) -> String {
    let mut label = (words.source_kind)(source.kind).to_owned();
    let published = source.published.as_ref().map(|when| dates.label(when));
    for part in [source.publisher.as_deref(), published.as_deref()].into_iter().flatten() {
        label.push_str(", ");
        label.push_str(part);
    }
    label
}

/// What a kind of thing is called; of an actor or a source, its own kind.
#[must_use]
pub fn kind_name(entity: &Entity, words: &Words) -> &'static str {
    match &entity.page.document.matter {
        Matter::Actor(actor) => (words.actor_kind)(actor.kind),
        Matter::Source(source) => (words.source_kind)(source.kind),
        Matter::Section(_) | Matter::Front(_) => (words.kind_name)(Kind::Section),
        Matter::Event(_) => (words.kind_name)(Kind::Event),
    }
}
