//! The record of a release: what the site said then, by hashes and names.
//!
//! Written to `releases/` by `publish` and committed: change feeds, `lastmod`, sequences of calendar
//! entries and versions come from these records alone. A record depends on the content, on the
//! records before it and on the moment that it was asked for (`--now`), and on nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hash;
use crate::model::briefing::{Briefing, Entity};
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::place::TextFile;
use crate::model::when::Bounds;
use crate::release::frozen::Frozen;
use crate::release::said::said;

/// The format of records.
const FORMAT: u32 = 1;

/// What is remembered of a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The first 10 hex digits of the SHA-256 of what was written of it.
    pub hash: Box<str>,
    /// Its name; of a quotation, its words.
    pub name: Box<str>,
}

/// What is remembered of an event's time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// As it was written.
    pub when: Box<str>,
    /// Its status.
    pub status: Box<str>,
    /// The first second that it may mean, since 1970; none where it is open.
    pub start: Option<i64>,
    /// The last second that it may mean.
    pub end: Option<i64>,
    /// How many times it was changed since it was first published.
    pub sequence: u32,
}

/// What is remembered of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// When.
    pub date: Box<str>,
    /// Which page.
    pub page: Box<str>,
    /// The first 10 hex digits of the SHA-256 of the whole entry.
    pub hash: Box<str>,
}

/// The record of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The format of this file.
    #[serde(default)]
    pub format: u32,
    /// When it was published: `2021-12-30T20:35:00Z`.
    #[serde(default)]
    pub date: Box<str>,
    /// Counts the releases, from 1.
    #[serde(default)]
    pub version: u32,
    /// The front page.
    pub briefing: Option<Remembered>,
    /// Sections, actors, events and sources, by `kind:id`.
    #[serde(default)]
    pub entities: BTreeMap<Box<str>, Remembered>,
    /// Quotations, by id.
    #[serde(default)]
    pub quotations: BTreeMap<Box<str>, Remembered>,
    /// Times of events, by id.
    #[serde(default)]
    pub events: BTreeMap<Box<str>, Times>,
    /// Corrections.
    #[serde(default)]
    pub corrections: Vec<Corrected>,
    /// The version that it was frozen as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Frozen>,
}

impl Record {
    /// The record of a briefing at a moment (`2021-12-30T20:35:00Z`), after what was published.
    #[must_use]
    pub fn new(briefing: &Briefing, date: &str, before: &[Record]) -> Self {
        let last = before.last();
        let remembered = |text: &str, name: &str| Remembered {
            hash: hash::short(text.as_bytes()).into(),
            name: name.into(),
        };
        let entities = briefing.entities.iter().map(|entity| {
            let text = said(&entity.page.document.file.text);
            (key(entity), remembered(&text, entity.name()))
        });
        let entities: BTreeMap<Box<str>, Remembered> = entities.collect();
        let events = briefing.of_kind(Kind::Event).filter_map(|(_, entity)| {
            let id: Box<str> = entity.id().as_str().into();
            let now = entities.get(&key(entity))?;
            let sequence = last.map_or(0, |last| {
                let then = last.entities.get(&key(entity));
                let sequence = last.events.get(&id).map_or(0, |event| event.sequence);
                sequence + u32::from(then.is_some_and(|then| then.hash != now.hash))
            });
            let event = entity.event()?;
            let bounds = entity.bounds.map(ends);
            let (start, end) = bounds.unwrap_or_default();
            let (when, status) = (event.when.value.written().into(), event.status.word().into());
            Some((id, Times { when, status, start, end, sequence }))
        });
        let events = events.collect();
        let quotations = briefing.quotations.iter().map(|it| {
            let whole = format!("{}\n{}\n{:?}", it.text, it.verdict.word(), it.speaker.is_some());
            (it.id.clone(), remembered(&whole, &it.text))
        });
        let quotations = quotations.collect();
        let corrections = briefing.corrections.iter().map(|it| {
            let (date, page) = (it.date.value.written(), it.page.value.as_str());
            let whole = [date, page, &it.was, &it.now, &it.why].join("\n");
            let hash = hash::short(whole.as_bytes()).into();
            Corrected { date: date.into(), page: page.into(), hash }
        });
        let corrections = corrections.collect();
        let front = &briefing.front.document;
        Record {
            format: FORMAT,
            date: date.into(),
            version: last.map_or(1, |last| last.version + 1),
            briefing: Some(remembered(&said(&front.file.text), front.name())),
            entities,
            quotations,
            events,
            corrections,
            frozen: None,
        }
    }

    /// All records, oldest first. What cannot be read was reported already.
    #[must_use]
    pub fn all(files: &[std::sync::Arc<TextFile>]) -> Vec<Record> {
        let read = files.iter().filter_map(|file| serde_json::from_str(&file.text).ok());
        let mut all: Vec<Record> = read.collect();
        all.sort_by(|a, b| (a.version, &a.date).cmp(&(b.version, &b.date)));
        all
    }

    /// Whether the site says the same as at another release.
    #[must_use]
    pub fn says_the_same(&self, other: &Record) -> bool {
        self.briefing == other.briefing
            && self.entities == other.entities
            && self.quotations == other.quotations
            && self.corrections == other.corrections
            && self.events.keys().eq(other.events.keys())
    }

    /// Corrections of the record before that are no longer told. Of that one alone: what was taken back
    /// with leave is not asked for again.
    #[must_use]
    pub fn lost_corrections<'a>(&self, before: &'a [Record]) -> Vec<&'a Corrected> {
        let earlier = before.last().into_iter().flat_map(|record| &record.corrections);
        let mut lost: Vec<&Corrected> =
            earlier.filter(|it| !self.corrections.contains(it)).collect();
        lost.sort_by_key(|it| (&it.date, &it.page, &it.hash));
        lost.dedup();
        lost
    }

    /// Takes out a thing, and the quotations that are told no longer; says whether there were any.
    pub fn without(&mut self, id: &str, last: &Record) -> bool {
        let before = self.clone();
        self.entities.retain(|key, _| key.split_once(':').is_none_or(|(_, it)| it != id));
        self.events.remove(id);
        self.quotations.retain(|key, _| last.quotations.contains_key(key));
        *self != before
    }

    /// Its text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Its file: `releases/2021-12-30-0123456789.json`.
    #[must_use]
    pub fn path(&self) -> String {
        let day = self.date.get(..10).unwrap_or(&self.date);
        format!("releases/{day}-{}.json", hash::short(self.to_json().as_bytes()))
    }
}

/// What a thing is remembered under: `kind:id`.
#[must_use]
pub fn key(entity: &Entity) -> Box<str> {
    format!("{}:{}", entity.kind.word(), entity.id()).into()
}

/// The thing that is remembered under a key, where it is there still.
#[must_use]
pub fn thing(briefing: &Briefing, key: &str) -> Option<EntityId> {
    let id = Slug::new(key.split_once(':')?.1)?;
    briefing.ids.get(&id).copied()
}

fn ends(bounds: Bounds) -> (Option<i64>, Option<i64>) {
    let closed = |second: i64| (second != i64::MIN && second != i64::MAX).then_some(second);
    (closed(bounds.lower), closed(bounds.upper))
}
