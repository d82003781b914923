//! What each release changed.

use std::collections::BTreeMap;

use crate::release::record::{Record, Remembered};

/// How a thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It was not there before.
    Added,
    /// It says something else.
    Changed,
}

/// A release, and what is different from the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release<'r> {
    /// Its record.
    pub record: &'r Record,
    /// Whether the front page changed.
    pub front: bool,
    /// The things that came or changed: `kind:id`, in order.
    pub things: Vec<(&'r str, How)>,
    /// How many quotations came or changed.
    pub quotations: usize,
    /// How many things are no longer there. They are not named.
    pub removed: usize,
}

impl Release<'_> {
    /// How many things came, changed and went, and how many quotations came or changed.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let count = |how: How| self.things.iter().filter(|(_, it)| *it == how).count();
        [count(How::Added), count(How::Changed), self.removed, self.quotations]
    }

    /// Whether it says the same as the one before.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.front && self.things.is_empty() && self.quotations == 0 && self.removed == 0
    }
}

/// All releases that changed something, newest first.
#[must_use]
pub fn history(records: &[Record]) -> Vec<Release<'_>> {
    let before = std::iter::once(None).chain(records.iter().map(Some));
    let releases = records.iter().zip(before).map(|(record, before)| release(record, before));
    let mut all: Vec<_> = releases.filter(|release| !release.is_empty()).collect();
    all.reverse();
    all
}

/// A release, and what is different from another before it.
#[must_use]
pub fn release<'r>(record: &'r Record, before: Option<&Record>) -> Release<'r> {
    let none = BTreeMap::new();
    let entities = before.map_or(&none, |it| &it.entities);
    let quotations = before.map_or(&none, |it| &it.quotations);
    let how =
        |key: &str, now: &Remembered, then: &BTreeMap<Box<str>, Remembered>| match then.get(key) {
            None => Some(How::Added),
            Some(then) if then.hash != now.hash => Some(How::Changed),
            Some(_) => None,
        };
    let things = record.entities.iter();
    let things = things.filter_map(|(key, now)| Some((&**key, how(key, now, entities)?)));
    let spoken = record.quotations.iter();
    Release {
        record,
        front: before.is_none_or(|before| before.briefing != record.briefing),
        things: things.collect(),
        quotations: spoken.filter_map(|(key, now)| how(key, now, quotations)).count(),
        removed: entities.keys().filter(|key| !record.entities.contains_key(*key)).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::{How, history};
    use crate::release::record::Record;

    fn record(version: u32, things: &[(&str, &str)]) -> Record {
        let things: Vec<String> = things
            .iter()
            .map(|(key, hash)| format!("\"{key}\": {{\"hash\": \"{hash}\", \"name\": \"N\"}}"))
            .collect();
        let json = format!(
            "{{\"version\": {version}, \"date\": \"d{version}\", \"entities\": {{{}}}}}",
            things.join(",")
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn each_release_tells_what_it_changed_and_names_nothing_that_went() {
        let records = [
            record(1, &[("actor:a", "1"), ("actor:b", "1")]),
            record(2, &[("actor:a", "1"), ("actor:b", "1")]),
            record(3, &[("actor:a", "2"), ("event:c", "1")]),
        ];
        let all = history(&records);
        let versions: Vec<u32> = all.iter().map(|it| it.record.version).collect();
        assert_eq!(versions, [3, 1]);
        assert_eq!(all[0].things, [("actor:a", How::Changed), ("event:c", How::Added)]);
        assert_eq!((all[0].removed, all[0].front), (1, false));
    }
}
