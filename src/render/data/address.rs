//! The addresses of pages, as files relative to the site's root.

use serde::{Serialize, Serializer};

use crate::model::briefing::{Briefing, PageId, Quotation};
use crate::render::routes;

/// The page of that number.
#[must_use]
pub fn page(briefing: &Briefing, page: PageId) -> String {
    match page {
        PageId::Front => routes::FRONT.to_owned(),
        PageId::Entity(id) => routes::entity(&briefing[id]),
    }
}

/// A quotation on its page.
#[must_use]
pub fn quotation(briefing: &Briefing, quotation: &Quotation) -> String {
    [&page(briefing, quotation.page), "#q-", &quotation.id].concat()
}

/// What data files call a page: `actor:joe-biden`, or `briefing`. Put together when it is written,
/// since there are tens of thousands.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// Where the page is looked up.
    pub briefing: &'a Briefing,
    /// The page.
    pub page: PageId,
}

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.page {
            PageId::Front => serializer.serialize_str("briefing"),
            PageId::Entity(id) => {
                let entity = &self.briefing[id];
                serializer.serialize_str(&[entity.kind.word(), ":", entity.id().as_str()].concat())
            }
        }
    }
}
