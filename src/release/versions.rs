//! Which version of each page readers see, by the records of what was published.

use crate::model::briefing::{Briefing, PageId};
use crate::release::record::{Record, Remembered, key};

/// The version of a page: the release that last changed what is said of its thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The release's number.
    pub number: u32,
    /// When the page was published first: `2021-12-30T20:35:00Z`.
    pub first: Box<str>,
    /// When this version was.
    pub date: Box<str>,
}

/// The versions of all pages; none of what was never published.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    front: Option<Version>,
    things: Vec<Option<Version>>,
}

impl Versions {
    /// By the records, oldest first.
    #[must_use]
    pub fn new(briefing: &Briefing, records: &[Record]) -> Self {
        if records.is_empty() {
            return Versions::default();
        }
        let things = briefing.entities.iter().map(|entity| {
            let key = key(entity);
            last_changed(records, |record| record.entities.get(&key))
        });
        Versions {
            things: things.collect(),
            front: last_changed(records, |record| record.briefing.as_ref()),
        }
    }

    /// The version of a page.
    #[must_use]
    pub fn of(&self, page: PageId) -> Option<&Version> {
        match page {
            PageId::Front => self.front.as_ref(),
            PageId::Entity(id) => self.things.get(id.index())?.as_ref(),
        }
    }
}

/// The first of the newest records that say the same.
fn last_changed<'r>(
    records: &'r [Record],
    of: impl Fn(&'r Record) -> Option<&'r Remembered>,
) -> Option<Version> {
    let said = |record| of(record).map(|it| &it.hash);
    let now = said(records.last()?)?;
    let same = records.iter().rev().take_while(|record| said(record) == Some(now));
    let record = same.last()?;
    let first = records.iter().find(|record| of(record).is_some())?;
    let (first, date) = (first.date.clone(), record.date.clone());
    Some(Version { number: record.version, first, date })
}
