//! What changed, release by release, and what was put right: for `feed.xml` and `feed.json`.

use crate::hash;
use crate::model::briefing::Briefing;
use crate::release::history::{Release, history};
use crate::release::record::{Record, thing};
use crate::render::routes;
use crate::words::table::Words;

/// How many releases are told of.
const RELEASES: usize = 50;
/// How many things of a release are named.
const NAMED: usize = 100;

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, for ever: an address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was published: `2021-12-30T20:35:00Z`.
    pub date: String,
    /// The page it leads to.
    pub address: String,
    /// What it says.
    pub text: String,
    /// The pages that came or changed: title and address.
    pub pages: Vec<(String, String)>,
}

/// All entries, newest first; none where the site has no address.
#[must_use]
pub fn entries(briefing: &Briefing, records: &[Record], words: &Words) -> Vec<Entry> {
    let Some(base) = briefing.settings.base_url.as_deref() else { return Vec::new() };
    let releases = history(records);
    let releases = releases.iter().take(RELEASES).map(|it| of_release(briefing, it, base, words));
    let mut all: Vec<Entry> = releases.chain(corrections(briefing, base, words)).collect();
    all.sort_by(|a, b| (&b.date, &a.id).cmp(&(&a.date, &b.id)));
    all
}

fn of_release(briefing: &Briefing, release: &Release<'_>, base: &str, words: &Words) -> Entry {
    let record = release.record;
    let mut pages = Vec::new();
    if release.front {
        pages.push((briefing.front.document.name().to_owned(), base.to_owned()));
    }
    for (key, _) in release.things.iter().take(NAMED) {
        // Of what is gone by now, nothing is said.
        if let Some(entity) = thing(briefing, key).map(|id| &briefing[id]) {
            pages.push((entity.name().to_owned(), format!("{base}{}", routes::entity(entity))));
        }
    }
    Entry {
        id: format!("{base}#release-{}", record.version),
        title: words.version(record.version as usize),
        date: record.date.to_string(),
        address: base.to_owned(),
        text: words.what_changed(release.counts()),
        pages,
    }
}

fn corrections<'a>(
    briefing: &'a Briefing,
    base: &'a str,
    words: &'a Words,
) -> impl Iterator<Item = Entry> + 'a {
    briefing.corrections.iter().map(move |it| {
        let id = &it.page.value;
        let known = briefing.ids.get(id).map(|id| &briefing[*id]);
        let name = known.map_or(briefing.front.document.name(), |it| it.name());
        let page =
            known.map_or_else(|| base.to_owned(), |it| format!("{base}{}", routes::entity(it)));
        let whole = [it.date.value.written(), id.as_str(), &it.was, &it.now, &it.why].join("\n");
        let address = format!("{base}{}", routes::CORRECTIONS);
        let day = it.date.value.first_day().map(|day| day.to_string()).unwrap_or_default();
        Entry {
            id: format!("{address}#c-{}", hash::short(whole.as_bytes())),
            title: words.correction_of(name),
            date: format!("{day}T00:00:00Z"),
            address,
            text: format!("{} {}", it.why, words.was_now(&it.was, &it.now)),
            pages: vec![(name.to_owned(), page)],
        }
    })
}
