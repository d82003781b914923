//! The versions that were frozen, what each changed, and what has changed since.

use std::collections::BTreeMap;

use crate::model::briefing::PageId;
use crate::release::difference::{self, Piece};
use crate::release::frozen::{self, Frozen};
use crate::release::history::{self, Release};
use crate::release::record::{Record, Remembered, thing};
use crate::render::escape;
use crate::render::frozen::texts;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};

/// How many things that changed are named.
const NAMED: usize = 100;
/// Of how many texts the words that changed are shown.
const SHOWN: usize = 200;

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.versions,
        kind: "versions",
        label: "",
        summary: Some(&words.versions_note),
        belongs_to: routes::VERSIONS,
    });
    sheet.trail(&[]);
    let now = texts(sheet.briefing());
    let frozen: Vec<(&Record, &Frozen)> =
        sheet.stock.history.iter().filter_map(|it| Some((it, it.frozen.as_ref()?))).collect();
    let before = std::iter::once(None).chain(frozen.iter().map(|(record, _)| Some(*record)));
    let rows = frozen.iter().zip(before).map(|((record, frozen), before)| {
        row(sheet, &history::release(record, before), frozen, &now)
    });
    let mut rows: Vec<Value> = rows.collect();
    rows.reverse();
    sheet.set("versions", list(rows));
}

fn row(
    sheet: &Sheet<'_>,
    release: &Release<'_>,
    frozen: &Frozen,
    now: &BTreeMap<Box<str>, Box<str>>,
) -> Value {
    let words = sheet.stock.words;
    let front = release.front.then_some(PageId::Front);
    let things = release.things.iter().filter_map(|(key, _)| page(sheet, key));
    let pages = front.into_iter().chain(things).take(NAMED).map(|page| sheet.link(page));
    let last = sheet.stock.history.last().unwrap_or(release.record);
    let counts = history::release(last, Some(release.record)).counts();
    let mut since = changed(&release.record.entities, frozen, now);
    since.truncate(SHOWN);
    let since = since.into_iter().filter_map(|(key, pieces)| {
        let title = sheet.link(page(sheet, key)?);
        Some(map([("title", title), ("words", html(&shown(&pieces)))]))
    });
    let since: Vec<Value> = since.collect();
    let what = if counts == [0; 4] { String::new() } else { words.what_changed(counts) };
    map([
        ("name", text(&frozen.name)),
        ("path", text(&frozen::path(&frozen.name, routes::FRONT))),
        ("number", text(&words.version(release.record.version as usize))),
        ("what", text(&words.what_changed(release.counts()))),
        ("pages", list(pages.collect())),
        ("what_since", text(&what)),
        ("since", list(since)),
    ])
}

/// The texts that say something else now, the article's first. What is gone by now is counted and not
/// named, as everywhere; its text stands in the version.
fn changed<'n>(
    then: &BTreeMap<Box<str>, Remembered>,
    frozen: &Frozen,
    now: &'n BTreeMap<Box<str>, Box<str>>,
) -> Vec<(&'n str, Vec<Piece>)> {
    let mut all: Vec<(&str, Vec<Piece>)> = Vec::new();
    for (key, is) in now {
        let was = match frozen.texts.get(key) {
            Some(was) => was,
            // Its words were not kept.
            None if then.contains_key(key) => continue,
            None => "",
        };
        let pieces = difference::between(was, is);
        if !pieces.is_empty() {
            all.push((key, pieces));
        }
    }
    let kinds = ["briefing", "section", "event", "actor", "source"];
    let place = |key: &str| kinds.iter().position(|kind| key.split(':').next() == Some(kind));
    all.sort_by_key(|(key, _)| (place(key), *key));
    all
}

/// The page of what a record calls `kind:id`, where it is there.
fn page(sheet: &Sheet<'_>, key: &str) -> Option<PageId> {
    if key == "briefing" {
        return Some(PageId::Front);
    }
    thing(sheet.briefing(), key).map(PageId::Entity)
}

fn shown(pieces: &[Piece]) -> String {
    let mut shown = String::new();
    for piece in pieces {
        let (start, words, end) = match piece {
            Piece::Same(words) => ("", words.as_str(), ""),
            Piece::Gone(words) => ("<del>", words.as_str(), "</del>"),
            Piece::New(words) => ("<ins>", words.as_str(), "</ins>"),
            Piece::Skipped => ("", "… ", ""),
        };
        shown.push_str(start);
        escape::push(&mut shown, words);
        shown.push_str(end);
    }
    shown
}
