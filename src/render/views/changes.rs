//! What the last releases changed, on the front page: for every reader a list, and for one who comes
//! back the script's way to tell what is new.

use crate::model::briefing::PageId;
use crate::release::history::{Release, history};
use crate::release::record::thing;
use crate::render::cite;
use crate::render::sheet::Sheet;
use crate::render::theme::Value;
use crate::render::value::{list, map, nothing, text};

/// How many releases are told of.
const RELEASES: usize = 10;
/// How many pages of a release are named.
const NAMED: usize = 12;

/// Sets them; none where nothing was published yet.
pub fn fill(sheet: &mut Sheet<'_>) {
    let stock = sheet.stock;
    let first = stock.history.first().map(|record| record.version);
    let releases = history(&stock.history);
    let rows = releases.iter().take(RELEASES).map(|release| row(sheet, release, first));
    let rows = rows.collect();
    sheet.set("changes", list(rows));
}

fn row(sheet: &Sheet<'_>, release: &Release<'_>, first: Option<u32>) -> Value {
    let (record, words) = (release.record, sheet.stock.words);
    let mut pages = Vec::new();
    // With the first release all pages came: to name some of them would say nothing.
    if Some(record.version) != first {
        for (key, _) in &release.things {
            // Of what is gone by now, nothing is said.
            if let Some(id) = thing(sheet.briefing(), key) {
                pages.push(sheet.link(PageId::Entity(id)));
            }
            if pages.len() == NAMED {
                break;
            }
        }
    }
    let day = cite::day_of(&record.date);
    map([
        ("version", text(&record.version.to_string())),
        ("title", text(&words.version(record.version as usize))),
        ("date", day.map_or_else(nothing, |day| sheet.stock.dates.value(Some(&day)))),
        ("text", text(&words.what_changed(release.counts()))),
        ("pages", list(pages)),
    ])
}
