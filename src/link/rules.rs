//! What is allowed but worth a look: told by `check` alone. Where other things are wrong, whatever
//! may be but an echo of them is kept back.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::lost::holds_words;
use crate::link::{future, house_style, uncited, unlinked};
use crate::model::briefing::{Briefing, Entity, Linked};
use crate::model::entity::Status;
use crate::model::id::Kind;
use crate::model::place::{Span, TextFile};

/// About where search engines cut a description.
const LONGEST_SUMMARY: usize = 160;

/// How many files with mistakes are searched for the ids of things that nothing seems to lead to.
const MOST_SEARCHED: usize = 100;

/// A rule: looks at the whole and says what it finds.
type Rule = fn(&Look<'_>, &mut Vec<Diagnostic>);

/// All rules.
const RULES: &[Rule] =
    &[orphans, overdue, future_dates, long_summaries, uncited_words, unlinked_names, house_style];

/// What the rules look at.
struct Look<'a> {
    briefing: &'a Briefing,
    /// Where the corrections stand.
    corrections: Option<&'a Arc<TextFile>>,
    now: i64,
    /// Whether anything is wrong.
    is_faulty: bool,
    /// Whether a reference leads nowhere, and nobody knows what was meant.
    is_unclear: bool,
    /// Ids that references may have been meant for.
    meant: HashSet<&'a str, FixedState>,
    /// The files that have one, by path.
    faulty: BTreeMap<&'a str, &'a Arc<TextFile>>,
}

/// What the rules find in a briefing that has these errors.
#[must_use]
pub fn findings(
    briefing: &Briefing,
    corrections: Option<&Arc<TextFile>>,
    now: i64,
    wrong: &[&Diagnostic],
) -> Vec<Diagnostic> {
    let places = wrong.iter().filter_map(|it| it.place.as_ref());
    let faulty = places.map(|place| (&*place.file.path, &place.file)).collect();
    let unknown = wrong.iter().filter(|it| it.code == Code::UnknownReference);
    let meant = unknown.map(|it| {
        let help = it.help.as_deref().and_then(|help| help.strip_prefix("did you mean `"));
        let meant = help.and_then(|help| help.split('`').next());
        meant.map(|meant| meant.split_once(':').map_or(meant, |(_, id)| id))
    });
    let meant: Vec<Option<&str>> = meant.collect();
    let look = Look {
        briefing,
        corrections,
        now,
        is_faulty: !wrong.is_empty(),
        is_unclear: meant.contains(&None),
        meant: meant.into_iter().flatten().collect(),
        faulty,
    };
    let mut found = Vec::new();
    for rule in RULES {
        rule(&look, &mut found);
    }
    found
}

impl Look<'_> {
    /// Whether mistakes may hide a reference to this thing.
    fn may_be_named(&self, entity: &Entity) -> bool {
        let id = entity.id().as_str();
        let own = &*entity.page.document.file.path;
        self.faulty.len() > MOST_SEARCHED
            || self.is_unclear
            || self.meant.contains(id)
            || self.faulty.iter().any(|(path, file)| *path != own && holds_words(&file.text, id))
    }
}

/// The front page, and the page of every thing.
pub(in crate::link) fn pages(briefing: &Briefing) -> impl Iterator<Item = &Linked> {
    std::iter::once(&briefing.front).chain(briefing.entities.iter().map(|entity| &entity.page))
}

/// Names of actors that stand as plain text on pages that link to them nowhere. What a page says
/// may be but half of it where something on it is wrong.
fn unlinked_names(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let sound = |page: &&Linked| !look.faulty.contains_key(&*page.document.file.path);
    let pages: Vec<_> = pages(look.briefing).filter(sound).collect();
    found.extend(unlinked::names(look.briefing, &pages));
}

/// Things that nothing leads to. Sections stand on the front page, all of them.
fn orphans(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let lonely =
        |entity: &&Arc<Entity>| entity.kind != Kind::Section && entity.backlinks.is_empty();
    for entity in look.briefing.entities.iter().filter(lonely) {
        let own = &*entity.page.document.file.path;
        if look.is_faulty && (look.faulty.contains_key(own) || look.may_be_named(entity)) {
            continue;
        }
        let message = format!("no page mentions `{}`", entity.id());
        let help = format!("name it where it matters: `[[{}]]`", entity.id());
        let help = if entity.kind == Kind::Source {
            format!("cite it where it is used: `[@{}]`", entity.id())
        } else {
            help
        };
        found.push(Diagnostic::new(Code::Orphan, entity.page.document.top(), message).help(help));
    }
}

/// Scheduled events whose time has passed.
fn overdue(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (_, entity) in look.briefing.of_kind(Kind::Event) {
        let (Some(event), Some(bounds)) = (entity.event(), entity.bounds) else { continue };
        if event.status == Status::Scheduled && bounds.upper < look.now {
            let place = entity.page.document.place(event.when.span);
            let message = format!("`{}` is scheduled, but its time has passed", entity.id());
            let help = "say what became of it: `status: occurred`, `postponed` or `cancelled`";
            found.push(Diagnostic::new(Code::Overdue, place, message).help(help));
        }
    }
}

/// Dates of what is over that lie ahead.
fn future_dates(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    future::dates(look.briefing, look.corrections, look.now, found);
}

/// What careful newsrooms do not let pass.
fn house_style(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    // First things first.
    if look.is_faulty {
        return;
    }
    house_style::undated_quotations(look.briefing, found);
    for page in pages(look.briefing) {
        house_style::relative_dates(look.briefing, page, found);
        house_style::bare_first_names(look.briefing, page, found);
        house_style::unsaid_languages(look.briefing, page, found);
    }
}

/// Quoted words in titles and summaries that no text quotes.
fn uncited_words(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    // A mistake may hide the quotation.
    if !look.is_faulty {
        uncited::words(look.briefing, found);
    }
}

fn long_summaries(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for page in pages(look.briefing) {
        let document = &page.document;
        let Some(summary) = document.summary() else { continue };
        let length = summary.chars().count();
        if length > LONGEST_SUMMARY {
            let text = &document.file.text;
            let at = text.find("\nsummary:").map_or(0, |at| at + 1);
            let place = document.place(Span::new(at..at + "summary:".len()));
            let message = format!("the summary has {length} characters");
            let help = format!("say it in {LONGEST_SUMMARY}; the rest belongs in the text");
            found.push(Diagnostic::new(Code::LongSummary, place, message).help(help));
        }
    }
}
