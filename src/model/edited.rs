//! What an edited text changes.

use crate::model::briefing::{Backlink, Briefing, Linked, PageId};
use crate::model::id::EntityId;

/// What an edited text changes in a briefing.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The page.
    pub page: PageId,
    /// The page as it is now.
    pub linked: Linked,
    /// The mentions of each thing that the page mentions or mentioned.
    pub backlinks: Vec<(EntityId, Vec<Backlink>)>,
}

impl Edited {
    /// Changes the briefing that it was made for.
    pub fn apply(self, briefing: &mut Briefing) {
        match self.page {
            PageId::Front => briefing.front = self.linked,
            PageId::Entity(id) => {
                if let Some(entity) = briefing.entity_mut(id) {
                    entity.page = self.linked;
                }
            }
        }
        for (id, backlinks) in self.backlinks {
            if let Some(entity) = briefing.entity_mut(id) {
                entity.backlinks = backlinks;
            }
        }
    }
}
