//! A thing with a page, and what mentions it, as data.

use std::borrow::Cow;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::model::briefing::{Backlink, Briefing, Entity};
use crate::render::data::address;
use crate::render::data::matter::{MatterData, SharedData};
use crate::render::{routes, sentences};

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

impl Serialize for Mentions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let briefing = self.briefing;
        let mut list = serializer.serialize_seq(Some(self.backlinks.len()))?;
        for batch in self.backlinks.chunks(sentences::BATCH) {
            for (sentence, one) in sentences::of(briefing, batch).into_iter().zip(batch) {
                let title = || Cow::Borrowed(briefing.page(one.from).document.name());
                list.serialize_element(&Mention {
                    from: address::Name { briefing, page: one.from },
                    way: one.way.word(),
                    sentence: sentence.unwrap_or_else(title),
                })?;
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
