//! The verification report, for people.

use std::collections::BTreeMap;

use crate::model::briefing::{PageId, Quotation, Verdict};
use crate::model::id::EntityId;
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::theme::Value;
use crate::render::value::{html, list, map, nothing, optional, text};
use crate::render::views::rows;

/// So many quotations are listed one by one; all are in `evidence.json`.
const ONE_BY_ONE: usize = 500;

/// So many sources, and so many quotations to look at, are listed; all are in `evidence.json`.
const LISTED: usize = 100;

/// Fills it.
pub fn fill(sheet: &mut Sheet<'_>) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.evidence,
        kind: "evidence",
        label: "",
        summary: Some(&words.evidence_note),
        belongs_to: routes::EVIDENCE,
    });
    sheet.trail(&[]);
    let mut sources: BTreeMap<EntityId, [usize; Verdict::ALL.len()]> = BTreeMap::new();
    let mut totals = [0; Verdict::ALL.len()];
    let mut to_look_at = Vec::new();
    for (at, quotation) in briefing.quotations.iter().enumerate() {
        let verdict = quotation.verdict as usize;
        let count = |counts: &mut [usize; Verdict::ALL.len()]| {
            if let Some(count) = counts.get_mut(verdict) {
                *count += 1;
            }
        };
        count(&mut totals);
        if let Some(source) = quotation.source {
            count(sources.entry(source).or_default());
        }
        let exact = matches!(quotation.verdict, Verdict::Exact | Verdict::Folded);
        if !exact && to_look_at.len() < LISTED {
            to_look_at.extend(u32::try_from(at).ok().and_then(|at| rows::quotation(sheet, at)));
        }
    }
    let total = |(verdict, count): (&Verdict, &usize)| {
        map([
            ("verdict", text(verdict.word())),
            ("name", text(words.verdict_name(*verdict))),
            ("meaning", text(words.verdict_meaning(*verdict))),
            ("count", text(&words.number(*count))),
        ])
    };
    sheet.set("count", text(&words.quotes_count(briefing.quotations.len())));
    sheet.set("totals", list(Verdict::ALL.iter().zip(&totals).map(total).collect()));
    // The most quoted first: the whole list of a large site is in `evidence.json`.
    let mut by_source: Vec<_> = sources.into_iter().collect();
    by_source.sort_by_key(|(id, counts)| (std::cmp::Reverse(counts.iter().sum::<usize>()), *id));
    by_source.truncate(LISTED);
    let row = |(id, counts): &(EntityId, [usize; Verdict::ALL.len()])| {
        let found = Verdict::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
        let found = found.map(|(verdict, count)| {
            map([
                ("name", text(words.verdict_name(*verdict))),
                ("count", text(&words.number(*count))),
            ])
        });
        map([
            ("link", sheet.link(PageId::Entity(*id))),
            ("count", text(&words.number(counts.iter().sum()))),
            ("verdicts", list(found.collect())),
        ])
    };
    let by_source: Vec<Value> = by_source.iter().map(row).collect();
    sheet.set("by_source", list(by_source));
    sheet.set("to_look_at", list(to_look_at));
    let shown = if briefing.quotations.len() > ONE_BY_ONE { &[][..] } else { &briefing.quotations };
    sheet.set("all", list(shown.iter().map(|quotation| line(sheet, quotation)).collect()));
}

/// A quotation with what anyone needs to look its words up again.
fn line(sheet: &Sheet<'_>, quotation: &Quotation) -> Value {
    let checked = quotation.checked.as_ref();
    let parts = checked.map_or(&[][..], |checked| &checked.finding.parts);
    let characters = parts.iter().map(|part| format!("{}–{}", part.start, part.end));
    let characters: Vec<String> = characters.collect();
    map([
        ("text", html(&rows::quoted_link(sheet, quotation))),
        ("verdict", text(quotation.verdict.word())),
        ("verdict_name", text(sheet.stock.words.verdict_name(quotation.verdict))),
        ("source", quotation.source.map_or_else(nothing, |id| sheet.link(PageId::Entity(id)))),
        ("characters", text(&characters.join(&sheet.stock.words.comma))),
        ("sha256", optional(checked.map(|checked| &*checked.text.sha256))),
    ])
}
