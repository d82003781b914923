//! The sentences that mentions stand in.

use std::borrow::Cow;

use crate::model::briefing::{Backlink, Briefing, Linked, Standing};
use crate::model::document::Document;
use crate::model::place::Span;
use crate::model::prose::Prose;

/// How many mentions are looked up before they are used.
pub const BATCH: usize = 64;

/// The sentence of each mention; none where it stands in the front matter.
///
/// Mentions are spread over all pages, so looking them up is waiting for memory. Looked up step by
/// step for a batch of them, the waiting overlaps: half the time of one after another.
#[must_use]
pub fn of<'a>(briefing: &'a Briefing, batch: &[Backlink]) -> Vec<Option<Cow<'a, str>>> {
    let pages: Vec<&Linked> = batch.iter().map(|one| briefing.page(one.from)).collect();
    let documents: Vec<&Document> = pages.iter().map(|page| &*page.document).collect();
    let sentences = documents.iter().zip(batch).map(|(document, one)| match one.standing {
        Standing::Field => None,
        Standing::Sentence { prose, span } => {
            document.proses().nth(prose as usize).map(|prose| (prose, span))
        }
    });
    let sentences: Vec<Option<(&Prose, Span)>> = sentences.collect();
    let texts = sentences.into_iter().zip(pages);
    texts.map(|(it, page)| it.map(|(prose, span)| spoken(briefing, page, prose, span))).collect()
}

/// A range of a text with the names of bare links filled in. Most sentences have none, and are
/// taken as they stand: there are tens of thousands of them.
fn spoken<'a>(briefing: &Briefing, page: &Linked, prose: &'a Prose, span: Span) -> Cow<'a, str> {
    let first = prose.names.partition_point(|hole| hole.at < span.start);
    let is_named = prose.names.get(first).is_some_and(|hole| hole.at <= span.end);
    match prose.plain.get(span.range()) {
        Some(text) if !is_named => Cow::Borrowed(text),
        Some(_) | None => Cow::Owned(briefing.plain(page, prose, span)),
    }
}
