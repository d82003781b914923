//! What all pages share, made once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::model::briefing::{Briefing, PageId};
use crate::model::document::Matter;
use crate::model::entity::{Correction, Front};
use crate::model::id::{EntityId, Kind};
use crate::release::record::Record;
use crate::release::versions::Versions;
use crate::render::cards::{self, Cards};
use crate::render::data::card_parts::{self, CardParts};
use crate::render::dates::Dates;
use crate::render::routes;
use crate::render::social::card::Card;
use crate::render::social::drawn;
use crate::render::social::svg::{HEIGHT, INK, WIDTH};
use crate::render::theme::{Theme, Value};
use crate::render::value::{list, map, nothing, optional, text};
use crate::words;
use crate::words::language::is_right_to_left;
use crate::words::table::Words;

/// What all pages share. Cheap to clone. But for the briefing, nothing in it holds a text of a page.
#[derive(Clone)]
pub struct Stock {
    /// The briefing.
    pub briefing: Arc<Briefing>,
    /// What was published before.
    pub history: Arc<[Record]>,
    /// Which version of each page that was.
    pub versions: Arc<Versions>,
    /// The words of its language.
    pub words: &'static Words,
    /// The words, for templates.
    pub words_value: Value,
    /// The site, for templates.
    pub site: Value,
    /// The social card, for templates; nothing where there is none.
    pub social_card: Value,
    /// The site's accent, as CSS writes it.
    pub accent: Box<str>,
    /// The paths of the navigation's entries, at the head and at the foot.
    pub entries: Arc<[String]>,
    /// How dates are put into words.
    pub dates: Arc<Dates>,
    /// How all things are shown.
    pub cards: Arc<Cards>,
    /// The pages on which something was put right, in order, each with the number of the correction.
    corrected: Arc<[(PageId, usize)]>,
    /// In which part of what links show each thing is.
    pub card_parts: Arc<CardParts>,
    /// Things whose titles begin like another's of their kind, in order.
    alike: Arc<[EntityId]>,
}

impl Stock {
    /// The stock of a briefing.
    #[must_use]
    pub fn new(briefing: Arc<Briefing>) -> Stock {
        let words = words::of(&briefing.settings.language);
        let dates = Dates::new(&briefing.settings);
        Stock {
            history: Arc::new([]),
            versions: Arc::default(),
            words,
            words_value: Value::try_from_serializable(words).unwrap_or_else(|_| nothing()),
            site: site(&briefing, words, &dates, entries(words, false)),
            social_card: nothing(),
            accent: INK.into(),
            entries: paths(entries(words, false)),
            cards: Arc::new(Cards::new(&briefing, words, &dates)),
            corrected: corrected(&briefing).into(),
            card_parts: Arc::new(CardParts::new(&briefing)),
            alike: alike(&briefing).into(),
            dates: Arc::new(dates),
            briefing,
        }
    }

    /// What was put right on a page, newest first.
    pub fn corrections_of(&self, page: PageId) -> impl Iterator<Item = &Correction> {
        let first = self.corrected.partition_point(|(other, _)| *other < page);
        let rest = self.corrected.get(first..).unwrap_or(&[]).iter();
        rest.take_while(move |(other, _)| *other == page)
            .filter_map(|(_, number)| self.briefing.corrections.get(*number))
    }

    /// What stands on the social card.
    #[must_use]
    pub fn card(&self) -> Card {
        Card::of(&self.briefing, self.words, &self.dates, &self.accent)
    }

    /// Tells templates of the social card: the site's own picture, or else the one that the program
    /// draws. Whether it must be drawn.
    pub fn show_social_card(&mut self, theme: &Theme) -> bool {
        // Networks want its whole address.
        let Some(base) = self.briefing.settings.base_url.clone() else { return false };
        self.accent = theme.accent().unwrap_or(INK).into();
        let card = self.card();
        let own = ["social-card.png", "social-card.jpg"].iter().find_map(|it| theme.published(it));
        let (path, size) = match own {
            Some(own) => (own, None),
            None if drawn::is_possible(&card) => (routes::SOCIAL_CARD, Some((WIDTH, HEIGHT))),
            None => return false,
        };
        let number =
            |of: fn((u16, u16)) -> u16| optional(size.map(|it| of(it).to_string()).as_deref());
        let alternative = if own.is_some() { card.title.clone() } else { card.alternative() };
        self.social_card = map([
            ("address", text(&format!("{base}{path}"))),
            ("width", number(|(width, _)| width)),
            ("height", number(|(_, height)| height)),
            ("alt", text(&alternative)),
        ]);
        own.is_none()
    }

    /// Adds the page of frozen versions to the navigation.
    pub fn lead_to_versions(&mut self) {
        let entries = entries(self.words, true);
        self.site = site(&self.briefing, self.words, &self.dates, entries.clone());
        self.entries = paths(entries);
    }

    /// What kind of thing it is, for titles; with its id where the title alone would not tell it
    /// from another.
    #[must_use]
    pub fn kind_of(&self, id: EntityId) -> Cow<'static, str> {
        let entity = &self.briefing[id];
        let kind = cards::kind_name(entity, self.words);
        if self.alike.binary_search(&id).is_ok() {
            // Ids are ASCII; where they begin alike too, their ends differ.
            let id = entity.id().as_str();
            let end = id.get(id.len().saturating_sub(TELLING / 2)..).unwrap_or(id);
            return Cow::Owned(format!("{kind} {}", end.trim_start_matches('-')));
        }
        Cow::Borrowed(kind)
    }
}

/// The page that something was put right on, where it is there.
#[must_use]
pub fn page_of(briefing: &Briefing, correction: &Correction) -> Option<PageId> {
    let id = &correction.page.value;
    if *id == briefing.front.document.id {
        return Some(PageId::Front);
    }
    briefing.ids.get(id).map(|id| PageId::Entity(*id))
}

/// The pages on which something was put right, in order, with the numbers of the corrections.
fn corrected(briefing: &Briefing) -> Vec<(PageId, usize)> {
    let all = briefing.corrections.iter().enumerate();
    let mut all: Vec<_> = all.filter_map(|(at, it)| Some((page_of(briefing, it)?, at))).collect();
    all.sort_unstable();
    all
}

/// So many letters of a title tell one page from another where titles are cut.
const TELLING: usize = 40;

/// The things whose titles begin like another's of their kind.
fn alike(briefing: &Briefing) -> Vec<EntityId> {
    let mut seen: HashMap<(Kind, &str), EntityId, FixedState> = HashMap::default();
    let mut alike = Vec::new();
    for (id, entity) in (0..).map(EntityId).zip(&briefing.entities) {
        let name = entity.name();
        let end = name.char_indices().nth(TELLING).map_or(name.len(), |(end, _)| end);
        let start = name.get(..end).unwrap_or(name);
        if let Some(first) = seen.insert((entity.kind, start), id) {
            alike.extend([first, id]);
        }
    }
    alike.sort_unstable();
    alike
}

/// The front page's front matter.
#[must_use]
pub fn front(briefing: &Briefing) -> Option<&Front> {
    if let Matter::Front(front) = &briefing.front.document.matter { Some(front) } else { None }
}

/// Names and paths, at the head and at the foot.
type Entries = [Vec<(&'static str, String)>; 2];

/// The navigation, at the head and at the foot of every page.
fn entries(words: &'static Words, has_versions: bool) -> Entries {
    let head = vec![
        (&*words.timeline, routes::TIMELINE.into()),
        (&*words.actors, routes::list(Kind::Actor, 1)),
        (&*words.sources, routes::list(Kind::Source, 1)),
        (&*words.search, routes::SEARCH.into()),
    ];
    let mut foot = vec![
        (&*words.sections, routes::list(Kind::Section, 1)),
        (&*words.events, routes::list(Kind::Event, 1)),
        (&*words.quotes, routes::quotes(0)),
        (&*words.evidence, routes::EVIDENCE.into()),
        (&*words.corrections, routes::CORRECTIONS.into()),
        (&*words.data, "briefing.json".into()),
    ];
    if has_versions {
        foot.push((&*words.versions, routes::VERSIONS.into()));
    }
    [head, foot]
}

/// The paths of entries, and of the front page.
fn paths(entries: Entries) -> Arc<[String]> {
    let paths = entries.into_iter().flatten().map(|(_, path)| path);
    paths.chain([routes::FRONT.into()]).collect()
}

fn site(briefing: &Briefing, words: &Words, dates: &Dates, entries: Entries) -> Value {
    let settings = &briefing.settings;
    let link = |(label, path): &(&str, String)| map([("label", text(label)), ("path", text(path))]);
    let [nav, footer] = entries.map(|part| list(part.iter().map(link).collect()));
    let policies = &settings.policies;
    let policies = [
        (&*words.policy_corrections, &policies.corrections),
        (&*words.policy_ethics, &policies.ethics),
        (&*words.policy_unnamed_sources, &policies.unnamed_sources),
        (&*words.policy_verification, &policies.verification),
    ];
    let policies = policies.into_iter().filter_map(|(label, url)| {
        Some(map([("label", text(label)), ("url", text(url.as_deref()?))]))
    });
    let publisher = settings.publisher.as_ref().map_or_else(nothing, |publisher| {
        map([("name", text(&publisher.name)), ("url", optional(publisher.url.as_deref()))])
    });
    let front = front(briefing);
    map([
        ("title", text(&settings.title)),
        ("language", text(&settings.language)),
        ("direction", text(if is_right_to_left(&settings.language) { "rtl" } else { "" })),
        ("locale", text(&settings.language.replace('-', "_"))),
        ("base_url", optional(settings.base_url.as_deref())),
        ("publisher", publisher),
        ("nav", nav),
        ("footer", footer),
        ("policies", list(policies.collect())),
        ("card_parts", text(&card_parts::count(briefing).to_string())),
        ("as_of", dates.value(front.map(|front| &front.as_of))),
    ])
}
