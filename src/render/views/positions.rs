//! Who said what on which topic: a table in which every cell is a quotation, or says that none was
//! found.

use std::collections::BTreeMap;

use crate::model::briefing::{Briefing, PageId};
use crate::model::id::EntityId;
use crate::render::data::quotation::Looked;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{list, map, text};

/// So many speakers have a column; those who are quoted most.
const COLUMNS: usize = 20;
/// The most characters of a quotation in a cell; the whole is a click away.
const LONGEST: usize = 160;

/// Quotations by topic and speaker, by their numbers.
type Positions<'b> = BTreeMap<&'b str, BTreeMap<EntityId, Vec<u32>>>;

/// Whether any quotation has a topic and a speaker.
#[must_use]
pub fn are_there(briefing: &Briefing) -> bool {
    !positions(briefing).is_empty()
}

fn positions(briefing: &Briefing) -> Positions<'_> {
    let mut all = Positions::new();
    for (number, quotation) in (0..).zip(briefing.quotations.iter()) {
        let topic = Looked::up(briefing, quotation).topic();
        if let Some((topic, speaker)) = topic.zip(quotation.speaker) {
            all.entry(topic).or_default().entry(speaker).or_default().push(number);
        }
    }
    all
}

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.positions,
        kind: "positions",
        label: "",
        summary: Some(&words.positions_note),
        belongs_to: &routes::quotes(0),
    });
    sheet.trail(&[(&words.quotes, &routes::quotes(0))]);
    let all = positions(briefing);
    let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
    for (speaker, numbers) in all.values().flatten() {
        *counts.entry(*speaker).or_default() += numbers.len();
    }
    let mut speakers: Vec<(EntityId, usize)> = counts.into_iter().collect();
    speakers.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    speakers.truncate(COLUMNS);
    let columns = speakers.iter().map(|(id, _)| sheet.link(PageId::Entity(*id)));
    let columns = list(columns.collect());
    let row = |(topic, of_topic): (&&str, &BTreeMap<EntityId, Vec<u32>>)| {
        let cells = speakers.iter().map(|(speaker, _)| {
            let numbers = of_topic.get(speaker).map_or(&[][..], Vec::as_slice);
            list(numbers.iter().filter_map(|number| said(sheet, *number)).collect())
        });
        map([
            ("id", text(topic)),
            ("name", text(&topic.replace('-', " "))),
            ("cells", list(cells.collect())),
        ])
    };
    let rows = list(all.iter().map(row).collect());
    sheet.set("speakers", columns);
    sheet.set("topics", rows);
}

fn said(sheet: &Sheet<'_>, number: u32) -> Option<Value> {
    let briefing = sheet.briefing();
    let quotation = briefing.quotations.get(number as usize)?;
    let end = quotation.text.char_indices().nth(LONGEST).map(|(at, _)| at);
    let shown = end.and_then(|end| quotation.text.get(..end));
    let shown = shown.map_or_else(|| quotation.text.to_string(), |cut| format!("{cut}…"));
    Some(map([
        ("text", text(&shown)),
        ("path", text(&routes::page(briefing, quotation.page))),
        ("id", text(&quotation.id)),
        ("verdict", text(quotation.verdict.word())),
        ("verdict_name", text(sheet.stock.words.verdict_name(quotation.verdict))),
    ]))
}
