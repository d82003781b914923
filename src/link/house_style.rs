//! Habits of careful newsrooms, as hints: told by `check` alone, each switched off by its name in
//! the settings' `rules`.

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Briefing, Linked};
use crate::model::document::{Document, Form};
use crate::model::entity::{Actor, ActorKind};
use crate::model::id::{EntityId, Kind};
use crate::model::place::{Span, is_whole_word};
use crate::model::prose::Prose;

/// Words that mean another day to each reader, by language.
const RELATIVE: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "today",
            "tonight",
            "yesterday",
            "tomorrow",
            "this morning",
            "this week",
            "last week",
            "next week",
            "last month",
            "next month",
            "last year",
            "next year",
            "recently",
        ],
    ),
    (
        "fr",
        &["aujourd’hui", "aujourd'hui", "hier", "demain", "cette semaine", "la semaine dernière"],
    ),
    ("es", &["hoy", "ayer", "mañana", "esta semana", "la semana pasada"]),
    ("de", &["heute", "gestern", "morgen", "diese Woche", "letzte Woche", "nächste Woche"]),
    ("ru", &["сегодня", "вчера", "завтра", "на этой неделе", "на прошлой неделе"]),
    ("uk", &["сьогодні", "вчора", "завтра", "цього тижня", "минулого тижня"]),
    ("ar", &["اليوم", "أمس", "غدا", "غدًا", "هذا الأسبوع"]),
];

/// A word of an office shorter than this tells nothing: "of", "the".
const TELLING: usize = 4;

/// Days that are told only from the day on which a text was written.
pub fn relative_dates(briefing: &Briefing, page: &Linked, found: &mut Vec<Diagnostic>) {
    let language = briefing.settings.language.split('-').next().unwrap_or("");
    let Some((_, words)) = RELATIVE.iter().find(|(it, _)| *it == language) else { return };
    let document = &page.document;
    let text = &document.file.text;
    let start = document.file.body_start();
    let quoted: Vec<Span> =
        document.proses().flat_map(|it| &it.quotations).map(|it| it.span).collect();
    for part in told_in_front(document).into_iter().chain(std::iter::once(start..text.len())) {
        let words = words.iter().flat_map(|word| forms(word));
        let hits = words.flat_map(|word| {
            let within = text.get(part.clone()).unwrap_or("").match_indices(&word);
            within.map(|(at, hit)| (part.start + at, hit)).collect::<Vec<_>>()
        });
        for (from, hit) in hits {
            let to = from + hit.len();
            let inside = |span: &Span| (span.start as usize) < to && from < span.end as usize;
            if !stands_alone(text, from, to) || quoted.iter().any(inside) {
                continue;
            }
            let message = format!("“{hit}” is another day to each reader");
            let place = document.place(Span::new(from..to));
            let help = "write the date: `on 30 December`";
            found.push(Diagnostic::new(Code::RelativeDate, place, message).help(help));
        }
    }
}

/// A word as it stands in a sentence, at its beginning, and in a heading.
fn forms(word: &str) -> [String; 3] {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    [word.to_owned(), first.chain(letters).collect(), word.to_uppercase()]
}

/// Where the texts of the front matter stand that readers see as sentences, as far as they are
/// written in one line.
fn told_in_front(document: &Document) -> Vec<Range<usize>> {
    let front = document.file.text.get(..document.file.body_start()).unwrap_or("");
    let proses = document.proses().map(|prose| prose.plain.trim());
    let texts = document.summary().into_iter().chain(proses).filter(|text| !text.is_empty());
    let places = texts.filter_map(|text| Some((front.find(text)?, text.len())));
    let mut places: Vec<_> = places.map(|(at, length)| at..at + length).collect();
    places.sort_unstable_by_key(|place| place.start);
    places.dedup();
    places
}

/// Whether words are no part of longer ones.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let joins = ['-', '_'];
    let (before, after) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
    is_whole_word(text, from..to) && !before.ends_with(joins) && !after.starts_with(joins)
}

/// Sources that are quoted, and nothing says when the words were said.
pub fn undated_quotations(briefing: &Briefing, found: &mut Vec<Diagnostic>) {
    for (id, entity) in briefing.of_kind(Kind::Source) {
        if entity.quotations.is_empty() || is_dated(briefing, id) {
            continue;
        }
        let id = entity.id();
        let message = format!("nothing says when the words were said that are quoted from `{id}`");
        let help = "give it its `published`, or the `event` that they were said at";
        let place = entity.page.document.top();
        found.push(Diagnostic::new(Code::UndatedQuotation, place, message).help(help));
    }
}

/// Whether a source, or one through which it is known, says when.
fn is_dated(briefing: &Briefing, source: EntityId) -> bool {
    let entity = &briefing[source];
    let Some(it) = entity.source() else { return false };
    it.published.is_some()
        || it.event.is_some_and(|event| entity.page.entity(event).is_some())
        || briefing[briefing.origin_of(source)].source().is_some_and(|it| it.published.is_some())
}

/// People who are named for the first time in a section, and it does not say who they are.
pub fn bare_first_names(briefing: &Briefing, page: &Linked, found: &mut Vec<Diagnostic>) {
    let document = &page.document;
    if document.matter.kind() != Some(Kind::Section) {
        return;
    }
    let mut seen: HashSet<EntityId, FixedState> = HashSet::default();
    for mention in &document.body.mentions {
        let Some(reference) = document.references.get(mention.reference.index()) else { continue };
        let linked = matches!(reference.form, Form::BareLink | Form::LinkWithWords);
        let Some(id) = page.entity(mention.reference).filter(|_| linked) else { continue };
        let person = briefing[id].actor().filter(|actor| actor.kind == ActorKind::Person);
        let Some(actor) = person.filter(|it| !it.roles.is_empty()) else { continue };
        if !seen.insert(id) || says_who(briefing, page, &document.body, mention.sentence, actor) {
            continue;
        }
        let title = actor.roles.last().map_or("", |role| &role.title);
        let message = format!("this section does not say who {} is", briefing[id].short_name());
        let help = format!("say it where the name stands first: “{title}”, for one");
        let place = document.place(reference.span);
        found.push(Diagnostic::new(Code::BareName, place, message).help(help));
    }
}

/// Whether a sentence has a word of an office, or of where it is held.
fn says_who(briefing: &Briefing, page: &Linked, prose: &Prose, span: Span, actor: &Actor) -> bool {
    let sentence = briefing.plain(page, prose, span).to_lowercase();
    let held = actor.roles.iter().filter_map(|role| role.organisation.as_ref());
    let held = held.map(|(words, _)| words.replace('-', " "));
    let titles = actor.roles.iter().map(|role| role.title.to_string());
    titles.chain(held).any(|words| {
        let words = words.to_lowercase();
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= TELLING)
            .any(|word| sentence.contains(word))
    })
}

/// Sources in a language of their own whose language is not said, though a quotation from them is a
/// translation.
pub fn unsaid_languages(briefing: &Briefing, page: &Linked, found: &mut Vec<Diagnostic>) {
    let document = &page.document;
    let mut told: HashSet<EntityId, FixedState> = HashSet::default();
    for prose in document.proses() {
        for quoted in &prose.quotations {
            let Some(translation) = &quoted.translation else { continue };
            let citation = quoted.citation.and_then(|n| prose.citations.get(n as usize));
            let Some(id) = citation.and_then(|it| page.entity(it.source)) else { continue };
            let unsaid = briefing[id].source().is_some_and(|it| it.language.is_none());
            if unsaid && told.insert(id) {
                let id = briefing[id].id();
                let message = format!("`{id}` is translated, and does not say from which language");
                let help = format!("write `language: de` (or whatever it is) into `{id}`");
                let place = document.place(translation.span);
                found.push(Diagnostic::new(Code::UnsaidLanguage, place, message).help(help));
            }
        }
    }
}
