//! The versions that were frozen, what each changed, and what has changed since.

use std::collections::BTreeMap;

use crate::model::briefing::PageId;
use crate::release::difference::{self, Piece};
use crate::release::frozen::{self, Frozen};
use crate::release::history::{self, Release};
use crate::release::record::{Record, thing};
use crate::render::escape;
use crate::render::frozen::texts;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};

/// How many things that changed are named.
const NAMED: usize = 100;

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
    // A text that is gone by now is named by its first line.
    let keys: std::collections::BTreeSet<&str> =
        frozen.texts.keys().chain(now.keys()).map(|key| &**key).collect();
    let since = keys.into_iter().filter_map(|key| {
        let of = |texts: &BTreeMap<Box<str>, Box<str>>| texts.get(key).cloned().unwrap_or_default();
        let (was, is) = (of(&frozen.texts), of(now));
        let pieces = difference::between(&was, &is);
        let title = [&is, &was].into_iter().find_map(|it| it.lines().next()).unwrap_or("");
        let title = page(sheet, key).map_or_else(|| text(title), |page| sheet.link(page));
        (!pieces.is_empty()).then(|| map([("title", title), ("words", html(&shown(&pieces)))]))
    });
    map([
        ("name", text(&frozen.name)),
        ("path", text(&frozen::path(&frozen.name, routes::FRONT))),
        ("number", text(&words.version(release.record.version as usize))),
        ("what", text(&words.what_changed(release.counts()))),
        ("pages", list(pages.collect())),
        ("since", list(since.collect())),
    ])
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
