//! A thing with a page, and what mentions it, as data.

use std::borrow::Cow;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::model::briefing::{Backlink, Briefing, Entity, Linked, Standing};
use crate::model::document::Document;
use crate::model::place::Span;
use crate::model::prose::Prose;
use crate::render::data::address;
use crate::render::data::matter::{MatterData, SharedData};
use crate::render::routes;

/// A thing with a page.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    id: &'a str,
    name: &'a str,
    address: String,
    #[serde(flatten)]
    matter: MatterData<'a>,
    #[serde(flatten)]
    shared: SharedData<'a>,
    mentions: Mentions<'a>,
}

impl<'a> Item<'a> {
    /// Of a thing.
    #[must_use]
    pub fn new(briefing: &'a Briefing, entity: &'a Entity) -> Self {
        Item {
            id: entity.id().as_str(),
            name: entity.name(),
            address: routes::entity(entity),
            matter: MatterData::new(briefing, entity),
            shared: SharedData::new(entity),
            mentions: Mentions { briefing, backlinks: &entity.backlinks },
        }
    }
}

/// What mentions a thing; each is made when it is written.
#[derive(Debug)]
struct Mentions<'a> {
    briefing: &'a Briefing,
    backlinks: &'a [Backlink],
}

/// How many mentions are looked up before they are written.
const BATCH: usize = 64;

impl Serialize for Mentions<'_> {
    /// Mentions are spread over all pages, so looking them up is waiting for memory. Looked up
    /// step by step for a batch of them, the waiting overlaps: half the time of one after another.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.backlinks.len()))?;
        for batch in self.backlinks.chunks(BATCH) {
            let pages: Vec<&Linked> =
                batch.iter().map(|one| self.briefing.page(one.from)).collect();
            let documents: Vec<&Document> = pages.iter().map(|page| &*page.document).collect();
            let sentences = documents.iter().zip(batch).map(|(document, one)| match one.standing {
                Standing::Field => None,
                Standing::Sentence { prose, span } => {
                    document.proses().nth(prose as usize).map(|prose| (prose, span))
                }
            });
            let sentences: Vec<Option<(&Prose, Span)>> = sentences.collect();
            let texts = sentences.iter().zip(&pages).map(|(sentence, page)| match sentence {
                Some((prose, span)) => spoken(self.briefing, page, prose, *span),
                None => Cow::Borrowed(page.document.name()),
            });
            let texts: Vec<Cow<'_, str>> = texts.collect();
            for (sentence, one) in texts.into_iter().zip(batch) {
                let from = address::Name { briefing: self.briefing, page: one.from };
                list.serialize_element(&Mention { from, way: one.way.word(), sentence })?;
            }
        }
        list.end()
    }
}

/// The sentence is the one that a mention stands in; for one in the front matter, its page's title.
#[derive(Serialize)]
struct Mention<'a> {
    from: address::Name<'a>,
    #[serde(rename = "as")]
    way: &'static str,
    sentence: Cow<'a, str>,
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
