//! Who mentions whom: links, turned round.

use crate::model::briefing::{Backlink, Briefing, Linked, PageId, Standing, Way};
use crate::model::document::{Form, Matter};
use crate::model::entity::Status;
use crate::model::id::{EntityId, ReferenceId};

/// The mentions of each thing, by way, then in the order of pages.
#[must_use]
pub fn backlinks(briefing: &Briefing) -> Vec<Vec<Backlink>> {
    let mut to: Vec<Vec<Backlink>> = vec![Vec::new(); briefing.entities.len()];
    let mut page_mentions = Vec::new();
    let count = u32::try_from(briefing.entities.len()).unwrap_or(u32::MAX);
    let entities = (0..count).map(|n| PageId::Entity(EntityId(n)));
    for page in std::iter::once(PageId::Front).chain(entities) {
        page_mentions.clear();
        mentions(briefing, briefing.page(page), &mut page_mentions);
        for (target, way, standing) in page_mentions.drain(..) {
            if let Some(list) = to.get_mut(target.index()) {
                list.push(Backlink { way, from: page, standing });
            }
        }
    }
    for list in &mut to {
        // One mention per page, way and sentence.
        list.sort_unstable();
        list.dedup();
        list.shrink_to_fit();
    }
    to
}

/// Things, in what way they are mentioned, and where.
pub type Mentions = Vec<(EntityId, Way, Standing)>;

/// What one page mentions, in what way and where.
pub fn mentions(briefing: &Briefing, page: &Linked, out: &mut Mentions) {
    fields(page, out);
    let document = &page.document;
    let mut quotation = page.first_quotation as usize;
    for (number, prose) in (0..).zip(document.proses()) {
        for mention in &prose.mentions {
            let citation = document
                .references
                .get(mention.reference.index())
                .is_some_and(|reference| reference.form == Form::Citation);
            let way = if citation { Way::Cited } else { Way::Mentioned };
            let standing = Standing::Sentence { prose: number, span: mention.sentence };
            add(page, mention.reference, way, standing, out);
        }
        for quoted in &prose.quotations {
            let standing = Standing::Sentence { prose: number, span: quoted.sentence };
            if let Some(speaker) = briefing.quotations.get(quotation).and_then(|it| it.speaker) {
                out.push((speaker, Way::Said, standing));
            }
            quotation += 1;
        }
    }
}

fn add(page: &Linked, reference: ReferenceId, way: Way, standing: Standing, out: &mut Mentions) {
    if let Some(target) = page.entity(reference) {
        out.push((target, way, standing));
    }
}

fn fields(page: &Linked, out: &mut Mentions) {
    let mut field = |reference: ReferenceId, way: Way| {
        add(page, reference, way, Standing::Field, out);
    };
    match &page.document.matter {
        Matter::Front(_) => {}
        Matter::Section(section) => {
            section.event.iter().for_each(|id| field(*id, Way::Mentioned));
        }
        Matter::Actor(actor) => {
            actor.represents.iter().for_each(|id| field(*id, Way::Mentioned));
            for role in &actor.roles {
                role.organisation.iter().for_each(|(_, id)| field(*id, Way::Mentioned));
                role.source.iter().for_each(|id| field(*id, Way::Cited));
            }
            for relation in &actor.relations {
                field(relation.with, Way::Mentioned);
                field(relation.source, Way::Cited);
            }
        }
        Matter::Event(event) => {
            let took_part = match event.status {
                Status::Occurred | Status::Reported => Way::TookPart,
                Status::Scheduled | Status::Postponed | Status::Cancelled => Way::Scheduled,
            };
            event.participants.iter().for_each(|it| field(it.actor, took_part));
            event.sources.iter().for_each(|id| field(*id, Way::Cited));
            event.follows.iter().chain(&event.part_of).for_each(|id| field(*id, Way::Mentioned));
        }
        Matter::Source(source) => {
            source.by.iter().for_each(|id| field(*id, Way::Said));
            source.event.iter().for_each(|id| field(*id, Way::Mentioned));
            source.via.iter().for_each(|id| field(*id, Way::Cited));
        }
    }
    for account in page.document.matter.told() {
        field(account.by, Way::Said);
        field(account.source, Way::Cited);
    }
    for claim in page.document.matter.claims() {
        claim.supporting.iter().chain(&claim.against).for_each(|id| field(*id, Way::Cited));
    }
}
