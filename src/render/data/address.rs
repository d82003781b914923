//! The addresses of pages, as files relative to the site's root.

use std::fmt;

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
    format!("{}#q-{}", page(briefing, quotation.page), quotation.id)
}

/// What data files call a page: `actor:joe-biden`, or `briefing`. Written without being put
/// together first, since there are tens of thousands.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// Where the page is looked up.
    pub briefing: &'a Briefing,
    /// The page.
    pub page: PageId,
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.page {
            PageId::Front => f.write_str("briefing"),
            PageId::Entity(id) => {
                let entity = &self.briefing[id];
                f.write_str(entity.kind.word())?;
                f.write_str(":")?;
                f.write_str(entity.id().as_str())
            }
        }
    }
}

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
