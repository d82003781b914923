//! Taking out what needs something withheld, so that no later step can let it through.
//!
//! A field or list entry that names a withheld thing is dropped whole: its free words could tell
//! as much as its id. Prose keeps its own words; the link is dropped when the page is made.

use crate::link::resolve::Found;
use crate::model::document::{Document, Form, Matter};
use crate::model::entity::{Account, Actor, Claim, Event, Section, Source};
use crate::model::id::ReferenceId;

/// The document without what must leave no trace; none where nothing has to go.
#[must_use]
pub fn pruned(document: &Document, found: &[Found]) -> Option<Document> {
    let withheld = |id: ReferenceId| found.get(id.index()) == Some(&Found::Withheld);
    let mut concerned = document.references.iter().zip(found);
    let field = |(reference, found): (&crate::model::document::Reference, &Found)| {
        reference.form == Form::Field && *found == Found::Withheld
    };
    if !concerned.any(field) {
        return None;
    }
    let mut document = document.clone();
    match &mut document.matter {
        Matter::Front(_) => {}
        Matter::Section(section) => prune_section(section, &withheld),
        Matter::Actor(actor) => prune_actor(actor, &withheld),
        Matter::Event(event) => prune_event(event, &withheld),
        Matter::Source(source) => prune_source(source, &withheld),
    }
    Some(document)
}

fn drop_if(field: &mut Option<ReferenceId>, withheld: &impl Fn(ReferenceId) -> bool) {
    if field.is_some_and(withheld) {
        *field = None;
    }
}

fn prune_accounts(accounts: &mut Vec<Account>, withheld: &impl Fn(ReferenceId) -> bool) {
    accounts.retain(|account| !withheld(account.by) && !withheld(account.source));
}

/// A claim goes too where the sources go that its status rests on: it would be told as confirmed (or
/// disputed, or denied), and by nobody.
fn prune_claims(claims: &mut Vec<Claim>, withheld: &impl Fn(ReferenceId) -> bool) {
    let grounds = |claim: &Claim| claim.grounds().map_or(0, |(_, sources)| sources.len());
    claims.retain_mut(|claim| {
        let before = grounds(claim);
        claim.supporting.retain(|source| !withheld(*source));
        claim.against.retain(|source| !withheld(*source));
        let is_groundless = before > 0 && grounds(claim) == 0;
        !is_groundless && !withheld(claim.told.by) && !withheld(claim.told.source)
    });
}

fn prune_section(section: &mut Section, withheld: &impl Fn(ReferenceId) -> bool) {
    drop_if(&mut section.event, withheld);
    prune_accounts(&mut section.accounts, withheld);
    prune_claims(&mut section.claims, withheld);
}

fn prune_actor(actor: &mut Actor, withheld: &impl Fn(ReferenceId) -> bool) {
    drop_if(&mut actor.represents, withheld);
    actor.relations.retain(|relation| !withheld(relation.with) && !withheld(relation.source));
    actor.roles.retain(|role| {
        let organisation = role.organisation.as_ref().is_some_and(|(_, id)| withheld(*id));
        !organisation && !role.source.is_some_and(withheld)
    });
}

fn prune_event(event: &mut Event, withheld: &impl Fn(ReferenceId) -> bool) {
    drop_if(&mut event.follows, withheld);
    drop_if(&mut event.part_of, withheld);
    event.participants.retain(|participant| !withheld(participant.actor));
    event.sources.retain(|source| !withheld(*source));
    prune_accounts(&mut event.accounts, withheld);
    prune_claims(&mut event.claims, withheld);
}

fn prune_source(source: &mut Source, withheld: &impl Fn(ReferenceId) -> bool) {
    drop_if(&mut source.by, withheld);
    drop_if(&mut source.event, withheld);
    drop_if(&mut source.via, withheld);
}
