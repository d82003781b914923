//! The order in which readers meet things: sections as numbered, actors by name, events by time,
//! sources by id.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::resolve::Found;
use crate::model::document::{Document, Matter};
use crate::model::id::{Kind, ReferenceId};
use crate::model::when::Bounds;
use crate::zone::{Zone, bounds};

/// One document on its way into the briefing.
#[derive(Debug)]
pub struct Placed {
    /// Its number in the list of documents.
    pub number: u32,
    /// What was written, without what must leave no trace.
    pub document: Arc<Document>,
    /// What its references lead to.
    pub found: Vec<Found>,
    /// When it was, or was published.
    pub bounds: Option<Bounds>,
}

/// When a document's thing was.
#[must_use]
pub fn bounds_of(document: &Document, zone: &Zone) -> Option<Bounds> {
    match &document.matter {
        Matter::Event(event) => Some(bounds(&event.when.value, zone)),
        Matter::Source(source) => source.published.as_ref().map(|when| bounds(when, zone)),
        Matter::Front(_) | Matter::Section(_) | Matter::Actor(_) => None,
    }
}

/// Puts all in order.
#[must_use]
pub fn ordered(mut placed: Vec<Placed>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Placed> {
    placed.sort_by(|a, b| {
        let (x, y) = (&*a.document, &*b.document);
        let kind = x.matter.kind().cmp(&y.matter.kind());
        kind.then_with(|| match (&x.matter, &y.matter) {
            (Matter::Section(x), Matter::Section(y)) => {
                x.order.unwrap_or(u64::MAX).cmp(&y.order.unwrap_or(u64::MAX))
            }
            (Matter::Actor(x), Matter::Actor(y)) => {
                let key = |actor: &crate::model::entity::Actor| {
                    actor.sort_name.as_deref().unwrap_or(&actor.name).to_lowercase()
                };
                key(x).cmp(&key(y))
            }
            (Matter::Event(_), Matter::Event(_)) => a.bounds.cmp(&b.bounds),
            _ => std::cmp::Ordering::Equal,
        })
        .then_with(|| x.id.cmp(&y.id))
    });
    follow(placed, diagnostics)
}

/// Moves events that would stand before what they follow.
fn follow(placed: Vec<Placed>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Placed> {
    let highest = placed.iter().map(|it| it.number as usize + 1).max().unwrap_or(0);
    let mut positions = vec![None; highest];
    for (position, it) in placed.iter().enumerate() {
        if let Some(slot) = positions.get_mut(it.number as usize) {
            *slot = Some(position);
        }
    }
    let leader = |position: usize, pick: Pick| -> Option<usize> {
        let it: &Placed = placed.get(position)?;
        let reference = pick(&it.document.matter)?;
        let Some(Found::Document(number)) = it.found.get(reference.index()) else { return None };
        positions.get(*number as usize).copied().flatten()
    };
    for pick in [follows as Pick, part_of, via, represents] {
        report_circles(&placed, &|position| leader(position, pick), pick, diagnostics);
    }
    let mut order = Vec::with_capacity(placed.len());
    // Those that have their place, or are about to get it.
    let mut done = vec![false; placed.len()];
    let mut take =
        |position: usize| done.get_mut(position).is_some_and(|done| !std::mem::replace(done, true));
    for position in 0..placed.len() {
        // What this follows, and what that follows, and so on: the farthest first.
        let mut chain = Vec::new();
        let mut next = Some(position);
        while let Some(position) = next.filter(|it| take(*it)) {
            chain.push(position);
            next = leader(position, follows);
        }
        order.extend(chain.into_iter().rev());
    }
    let mut placed: Vec<_> = placed.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|position| placed.get_mut(position).and_then(Option::take))
        .collect()
}

type Pick = fn(&Matter) -> Option<ReferenceId>;

fn follows(matter: &Matter) -> Option<ReferenceId> {
    if let Matter::Event(event) = matter { event.follows } else { None }
}

fn part_of(matter: &Matter) -> Option<ReferenceId> {
    if let Matter::Event(event) = matter { event.part_of } else { None }
}

fn via(matter: &Matter) -> Option<ReferenceId> {
    if let Matter::Source(source) = matter { source.via } else { None }
}

fn represents(matter: &Matter) -> Option<ReferenceId> {
    if let Matter::Actor(actor) = matter { actor.represents } else { None }
}

/// Reports each circle once, at its first member.
fn report_circles(
    placed: &[Placed],
    leader: &dyn Fn(usize) -> Option<usize>,
    pick: Pick,
    diagnostics: &mut Vec<Diagnostic>,
) {
    // 0: not seen; else the walk in which it was seen.
    let mut seen = vec![0_usize; placed.len()];
    for start in 0..placed.len() {
        let (mut at, walk) = (start, start + 1);
        while seen[at] == 0 {
            seen[at] = walk;
            let Some(next) = leader(at) else { break };
            if seen[next] == walk {
                report_circle(placed, next, leader, pick, diagnostics);
            }
            at = next;
        }
    }
}

fn report_circle(
    placed: &[Placed],
    start: usize,
    leader: &dyn Fn(usize) -> Option<usize>,
    pick: Pick,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut members = vec![start];
    while let Some(next) = members.last().and_then(|&at| leader(at)) {
        if next == start || members.len() > placed.len() {
            break;
        }
        members.push(next);
    }
    let ids: Vec<_> = members.iter().map(|&at| format!("`{}`", placed[at].document.id)).collect();
    let document = &placed[start].document;
    let Some(reference) = pick(&document.matter).and_then(|id| document.references.get(id.index()))
    else {
        return;
    };
    let message = match ids.as_slice() {
        [only] => format!("{only} leads to itself"),
        several => format!("{} lead to one another in a circle", several.join(", ")),
    };
    let place = document.place(reference.span);
    let field = match document.matter.kind() {
        Some(Kind::Source) => "via",
        Some(Kind::Actor) => "represents",
        Some(Kind::Event | Kind::Section) | None => "follows` or `part_of",
    };
    let of_which = if members.len() > 1 { " of one of them" } else { "" };
    let help = format!("take `{field}` out{of_which}");
    diagnostics.push(Diagnostic::new(Code::Circular, place, message).help(help));
}
