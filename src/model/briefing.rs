//! The linked whole: every reference in it has been looked up.

use std::collections::{BTreeMap, HashSet};
use std::ops::Index;
use std::sync::Arc;

use crate::model::document::{Document, Matter};
use crate::model::entity::{Actor, Correction, Event, Section, Source};
use crate::model::evidence::Checked;
use crate::model::id::{EntityId, Kind, ReferenceId, Slug};
use crate::model::place::Span;
use crate::model::prose::Prose;
use crate::model::settings::Settings;
use crate::model::when::Bounds;

/// A briefing, linked. Every list is in the order in which readers meet it.
///
/// A copy shares everything with its original, so that an edit costs what it changes.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// The site's settings.
    pub settings: Arc<Settings>,
    /// The front page.
    pub front: Linked,
    /// Everything that has a page: sections in order, then actors by sort name, events by time,
    /// sources by id. What is withheld is not here.
    pub entities: Vec<Arc<Entity>>,
    /// The entity of each id.
    pub ids: Arc<BTreeMap<Slug, EntityId>>,
    /// Every quotation, in the order of pages: front page, then entities.
    pub quotations: Arc<Vec<Quotation>>,
    /// What was put right, newest first.
    pub corrections: Arc<Vec<Correction>>,
    /// Former ids and the pages that they now lead to, by former id.
    pub redirects: Arc<BTreeMap<Slug, EntityId>>,
}

/// A page, linked.
#[derive(Clone, Debug)]
pub struct Linked {
    /// What was written.
    pub document: Arc<Document>,
    /// What each of its references leads to, by [`ReferenceId`].
    pub targets: Box<[Target]>,
    /// The number of its first quotation in [`Briefing::quotations`]; the others follow, in the
    /// order of [`Document::proses`].
    pub first_quotation: u32,
}

/// A thing with a page.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its page.
    pub page: Linked,
    /// Its kind.
    pub kind: Kind,
    /// When it was (events) or was published (sources).
    pub bounds: Option<Bounds>,
    /// Who mentions it, by way, then in the order of pages.
    pub backlinks: Vec<Backlink>,
    /// The events it took part in or is to take part in (actors), in order of time.
    pub events: Vec<EntityId>,
    /// What it said (actors) or what is quoted from it (sources): numbers in
    /// [`Briefing::quotations`].
    pub quotations: Vec<u32>,
    /// What is quoted from other sources and was found in the archived text of this one: numbers in
    /// [`Briefing::quotations`].
    pub found_here: Vec<u32>,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A thing with a page.
    Entity(EntityId),
    /// A thing that is not published now: the reference keeps its own words, or is dropped.
    Withheld,
    /// Free words, not a reference (the organisation of a role).
    Words,
    /// Nothing: an error was reported. Only previews meet it.
    Missing,
}

/// A page that mentions something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageId {
    /// The front page.
    Front,
    /// The page of a thing.
    Entity(EntityId),
}

/// In what way a page mentions something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// Participant of an event that occurred or is reported.
    TookPart,
    /// Participant of any other event.
    Scheduled,
    /// Speaker of a quotation, an account or a claim, or of a source.
    Said,
    /// Source in a citation or a field.
    Cited,
    /// Any other reference.
    Mentioned,
}

impl Way {
    /// All, in the order readers meet them.
    pub const ALL: [Way; 5] =
        [Way::TookPart, Way::Scheduled, Way::Said, Way::Cited, Way::Mentioned];

    /// The word in the data files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Way::TookPart => "took-part",
            Way::Scheduled => "scheduled",
            Way::Said => "said",
            Way::Cited => "cited",
            Way::Mentioned => "mentioned",
        }
    }
}

/// One mention of a thing, seen from that thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Backlink {
    /// In what way.
    pub way: Way,
    /// From which page.
    pub from: PageId,
    /// Where on it.
    pub standing: Standing,
}

/// Where on its page a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// In the front matter; the page's title stands for the sentence.
    Field,
    /// In a sentence: the number of the text in [`Document::proses`], and a range of its plain text.
    Sentence {
        /// The number of the text.
        prose: u32,
        /// The sentence.
        span: Span,
    },
}

/// A quotation, with what it is tied to.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// The first 10 hex digits of the SHA-256 of source, speaker and folded text; a repeat gets
    /// `-2`. Also its anchor on its page and in `quotes.html`.
    pub id: Box<str>,
    /// The page it stands on.
    pub page: PageId,
    /// The number of the text it stands in, in [`Document::proses`].
    pub prose: u32,
    /// Its number in that text's quotations.
    pub index: u32,
    /// The quoted words, names of bare links filled in.
    pub text: Box<str>,
    /// Who said them.
    pub speaker: Option<EntityId>,
    /// Where they are taken from. None only where the citation is broken (previews).
    pub source: Option<EntityId>,
    /// What checking it found.
    pub verdict: Verdict,
    /// Where it was looked for, and what was found there; none where there is no text.
    pub checked: Option<Checked>,
}

/// What checking a quotation against its source's archived text found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The words stand there, letter by letter.
    Exact,
    /// They stand there but for the shape of a mark or white space.
    Folded,
    /// They stand there with an omission or an insertion.
    Elided,
    /// There is no text to check against.
    Unarchived,
    /// They do not stand there.
    Failed,
}

impl Verdict {
    /// All, in the order of the report.
    pub const ALL: [Verdict; 5] =
        [Verdict::Exact, Verdict::Folded, Verdict::Elided, Verdict::Unarchived, Verdict::Failed];

    /// The word in the data files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Exact => "exact",
            Verdict::Folded => "folded",
            Verdict::Elided => "elided",
            Verdict::Unarchived => "unarchived",
            Verdict::Failed => "failed",
        }
    }
}

impl Index<EntityId> for Briefing {
    type Output = Entity;

    fn index(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }
}

impl Briefing {
    /// The page of that number.
    #[must_use]
    pub fn page(&self, page: PageId) -> &Linked {
        match page {
            PageId::Front => &self.front,
            PageId::Entity(id) => &self[id].page,
        }
    }

    /// The thing of that number, to be changed: a copy of its own where others share it.
    pub fn entity_mut(&mut self, id: EntityId) -> Option<&mut Entity> {
        self.entities.get_mut(id.index()).map(Arc::make_mut)
    }

    /// All things of a kind, in order, with their numbers.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (EntityId, &Entity)> {
        let numbered = self.entities.iter().enumerate().filter(move |(_, e)| e.kind == kind);
        numbered.map(|(n, entity)| (EntityId(u32::try_from(n).unwrap_or(u32::MAX)), &**entity))
    }

    /// The source through which a source is known in the end: the last one along `via`.
    #[must_use]
    pub fn origin_of(&self, source: EntityId) -> EntityId {
        self.last(source, |entity| entity.source()?.via)
    }

    /// For whom an actor speaks in the end: the last one along `represents`.
    #[must_use]
    pub fn side_of(&self, actor: EntityId) -> EntityId {
        self.last(actor, |entity| entity.actor()?.represents)
    }

    /// How many sources that do not come from one another an event rests on: its own, and those of
    /// its accounts.
    #[must_use]
    pub fn independent_sources(&self, page: &Linked, event: &Event) -> usize {
        let told = event.accounts.iter().map(|account| &account.source);
        let named = event.sources.iter().chain(told).filter_map(|source| page.entity(*source));
        named.map(|source| self.origin_of(source)).collect::<HashSet<_>>().len()
    }

    fn last(&self, mut id: EntityId, next: impl Fn(&Entity) -> Option<ReferenceId>) -> EntityId {
        // More steps than that are a circle, which is told elsewhere.
        for _ in 0..32 {
            let Some(there) = next(&self[id]).and_then(|it| self[id].page.entity(it)) else {
                break;
            };
            id = there;
        }
        id
    }

    /// A range of a page's plain text, names of bare links filled in.
    #[must_use]
    pub fn plain(&self, page: &Linked, prose: &Prose, span: Span) -> String {
        let mut text = String::with_capacity(span.range().len() + 24);
        let mut from = span.start as usize;
        let first = prose.names.partition_point(|hole| hole.at < span.start);
        for hole in prose.names[first..].iter().take_while(|hole| hole.at <= span.end) {
            text.push_str(prose.plain.get(from..hole.at as usize).unwrap_or(""));
            if let Some(id) = page.entity(hole.reference) {
                text.push_str(self[id].short_name());
            }
            from = hole.at as usize;
        }
        text.push_str(prose.plain.get(from..span.end as usize).unwrap_or(""));
        text
    }

    /// A whole text of a page, the same way.
    #[must_use]
    pub fn whole_plain(&self, page: &Linked, prose: &Prose) -> String {
        let mut text = self.plain(page, prose, Span::new(0..prose.plain.len()));
        text.truncate(text.trim_end().len());
        text
    }
}

impl Linked {
    /// The thing that a reference leads to, if it leads to one.
    #[must_use]
    pub fn entity(&self, reference: ReferenceId) -> Option<EntityId> {
        match self.targets.get(reference.index()) {
            Some(Target::Entity(id)) => Some(*id),
            Some(Target::Withheld | Target::Words | Target::Missing) | None => None,
        }
    }
}

impl Entity {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &Slug {
        &self.page.document.id
    }

    /// Its full name or title.
    #[must_use]
    pub fn name(&self) -> &str {
        self.page.document.name()
    }

    /// The name that bare links show.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.page.document.short_name()
    }

    /// Its front matter as an actor's.
    #[must_use]
    pub fn actor(&self) -> Option<&Actor> {
        if let Matter::Actor(actor) = &self.page.document.matter { Some(actor) } else { None }
    }

    /// Its front matter as an event's.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        if let Matter::Event(event) = &self.page.document.matter { Some(event) } else { None }
    }

    /// Its front matter as a source's.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        if let Matter::Source(source) = &self.page.document.matter { Some(source) } else { None }
    }

    /// Its front matter as a section's.
    #[must_use]
    pub fn section(&self) -> Option<&Section> {
        if let Matter::Section(section) = &self.page.document.matter { Some(section) } else { None }
    }
}

impl Document {
    /// Its name or title.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.matter {
            Matter::Front(front) => &front.title,
            Matter::Section(section) => &section.title,
            Matter::Actor(actor) => &actor.name,
            Matter::Event(event) => &event.title,
            Matter::Source(source) => &source.title,
        }
    }

    /// The name that bare links show.
    #[must_use]
    pub fn short_name(&self) -> &str {
        match &self.matter {
            Matter::Actor(actor) => actor.short_name.as_deref().unwrap_or(&actor.name),
            Matter::Event(event) => event.short_name.as_deref().unwrap_or(&event.title),
            Matter::Front(_) | Matter::Section(_) | Matter::Source(_) => self.name(),
        }
    }

    /// Its summary.
    #[must_use]
    pub fn summary(&self) -> Option<&str> {
        match &self.matter {
            Matter::Front(front) => Some(&front.summary),
            Matter::Section(section) => section.summary.as_deref(),
            Matter::Actor(actor) => actor.summary.as_deref(),
            Matter::Event(event) => event.summary.as_deref(),
            Matter::Source(_) => None,
        }
    }

    /// All its texts, in the order of numbers that [`Standing`] and [`Quotation`] use: the key
    /// points, the unknowns, the accounts and the claims of the front matter, then the body.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        let front = if let Matter::Front(front) = &self.matter { Some(front) } else { None };
        let points = front.into_iter().flat_map(|it| it.key_points.iter().chain(&it.unknowns));
        let told = self.matter.told().map(|account| &account.text);
        points.chain(told).chain(std::iter::once(&self.body))
    }
}
