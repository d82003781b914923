//! What is wrong with single things though each of their references exists: texts published in full
//! without a licence, and claims that nobody but the claimant bears out.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::register::top;
use crate::model::briefing::{Briefing, Linked};
use crate::model::entity::{Claim, ClaimStatus, Publish};
use crate::model::id::{EntityId, Kind};

/// All of it.
#[must_use]
pub fn faults(briefing: &Briefing) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    missing_licences(briefing, &mut found);
    for entity in &briefing.entities {
        let claims = entity.page.document.matter.claims().iter();
        found.extend(claims.filter_map(|claim| dependent(briefing, &entity.page, claim)));
    }
    found
}

/// Archived texts that are to be published in full without a licence.
fn missing_licences(briefing: &Briefing, found: &mut Vec<Diagnostic>) {
    for (_, entity) in briefing.of_kind(Kind::Source) {
        let Some(archive) = entity.source().and_then(|source| source.archive.as_ref()) else {
            continue;
        };
        let licence = archive.licence.as_deref().map(str::to_lowercase);
        let none = licence.is_none_or(|it| matches!(it.as_str(), "unknown" | "none" | "?"));
        if archive.publish == Publish::Full && none {
            let message = format!("`{}` publishes its text in full without a licence", entity.id());
            let help = "name the licence, or write `publish: excerpt`";
            let place = top(&entity.page.document);
            found.push(Diagnostic::new(Code::MissingLicence, place, message).help(help));
        }
    }
}

/// A claim that is confirmed by nothing but the claimant's own word.
fn dependent(briefing: &Briefing, page: &Linked, claim: &Claim) -> Option<Diagnostic> {
    if claim.status.value != ClaimStatus::Confirmed {
        return None;
    }
    let (first, source) = (*claim.supporting.first()?, page.entity(claim.told.source)?);
    let side = briefing.side_of(page.entity(claim.told.by)?);
    let is_claimants = |id: EntityId| {
        let by = briefing[id].source().and_then(|it| briefing[id].page.entity(it.by?));
        by.is_some_and(|by| briefing.side_of(by) == side)
    };
    let is_same = |id: EntityId| briefing.origin_of(id) == briefing.origin_of(source);
    // Of a source that does not exist, nobody knows; that is told elsewhere.
    let is_dependent = |id: EntityId| is_same(id) || is_claimants(id);
    if !claim.supporting.iter().all(|it| page.entity(*it).is_some_and(is_dependent)) {
        return None;
    }
    let (id, it) = (page.entity(first)?, page.document.references.get(first.index())?);
    let why = if id == source {
        "is the source that the claim was made in"
    } else if is_same(id) {
        "is known through the same source as the claim"
    } else {
        "holds words of the claimant’s own side"
    };
    let message = format!("`{}` {why}, and nothing else bears the claim out", briefing[id].id());
    let help = "add a source to `for` that is independent of both, or write `status: stated`";
    let place = page.document.place(it.span);
    Some(Diagnostic::new(Code::DependentClaim, place, message).help(help))
}
