//! The text of one page, edited: what linking everything again would give, from what there was.
//!
//! Authors mostly write: words change, and what pages say of each other does not, or hardly. Then
//! only the page itself and the things that it mentions are made anew; everything else is shared
//! with the briefing before. Where an edit could reach further (other quotations, other headings,
//! names that have to be looked up among all names, anything wrong), there is no answer, and all
//! is linked again: the two ways must never differ, so this one takes only what it is sure of.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::link::{backlinks, quotations};
use crate::model::briefing::{Backlink, Briefing, Linked, PageId, Quotation, Target};
use crate::model::document::{Document, Expected, Reference};
use crate::model::edited::Edited;
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::prose::{Prose, Quoted};

/// What the new document changes in the place of the old one, whose front matter is the same to the
/// letter. None where everything has to be linked again.
#[must_use]
pub fn edited(
    briefing: &Briefing,
    before: &Arc<Document>,
    after: &Arc<Document>,
) -> Option<Edited> {
    let page = match after.matter.kind() {
        None => PageId::Front,
        Some(_) => PageId::Entity(*briefing.ids.get(&after.id)?),
    };
    let old = briefing.page(page);
    // It may be another file's page, or one from which withheld things were taken out.
    if !Arc::ptr_eq(&old.document, before) || !same_headings(&before.body, &after.body) {
        return None;
    }
    let targets = targets(briefing, old, after)?;
    let first_quotation = old.first_quotation;
    let linked = Linked { document: Arc::clone(after), targets, first_quotation };
    if !same_quotations(briefing, page, &linked) {
        return None;
    }
    let backlinks = turned_round(briefing, page, &linked);
    Some(Edited { page, linked, backlinks })
}

/// Other pages may lead to headings.
fn same_headings(before: &Prose, after: &Prose) -> bool {
    before.headings.iter().map(|it| &it.id).eq(after.headings.iter().map(|it| &it.id))
}

/// What the references lead to: what they led to before, or the thing whose id they name.
fn targets(briefing: &Briefing, before: &Linked, after: &Document) -> Option<Box<[Target]>> {
    type Asked<'a> = (&'a str, Expected, Option<&'a str>);
    fn asked<'a>(document: &'a Document, reference: &'a Reference) -> Asked<'a> {
        (document.wanted(reference), reference.expected, reference.fragment.as_deref())
    }
    let old = before.document.references.iter().map(|it| asked(&before.document, it));
    let known: HashMap<Asked<'_>, Target, FixedState> =
        old.zip(before.targets.iter().copied()).collect();
    let one = |reference: &Reference| {
        let asked = asked(after, reference);
        match known.get(&asked) {
            // Something is wrong with these, or they have to be taken out.
            Some(Target::Missing | Target::Withheld) => None,
            Some(target) => Some(*target),
            None => by_id(briefing, asked).map(Target::Entity),
        }
    };
    after.references.iter().map(one).collect()
}

fn by_id(
    briefing: &Briefing,
    (wanted, expected, fragment): (&str, Expected, Option<&str>),
) -> Option<EntityId> {
    let (kind, id) = match (expected, wanted.split_once(':')) {
        (Expected::ActorOrWords, _) => return None,
        (Expected::Only(kind), _) => (Some(kind), wanted),
        (Expected::Anything, None) => (None, wanted),
        (Expected::Anything, Some((kind, id))) => (Some(Kind::from_word(kind.trim())?), id.trim()),
    };
    let id = *briefing.ids.get(&Slug::new(id)?)?;
    let thing = &briefing[id];
    let has = |fragment: &str| {
        thing.page.document.body.headings.iter().any(|heading| &*heading.id == fragment)
    };
    (kind.is_none_or(|kind| kind == thing.kind) && fragment.is_none_or(has)).then_some(id)
}

/// Whether the page's quotations are the same in everything that is shown of them elsewhere.
fn same_quotations(briefing: &Briefing, page: PageId, new: &Linked) -> bool {
    let (fresh, told) = quotations::of_page(briefing, page, new);
    let old = briefing.page(page);
    let first = old.first_quotation as usize;
    let all = briefing.quotations.get(first..).unwrap_or(&[]);
    let known = all.iter().take_while(|it| it.page == page);
    let is_same = |(a, b): (&Quotation, &Quotation)| {
        // Of repeats, the old one has its number.
        a.id.get(..b.id.len()) == Some(&*b.id)
            && (a.prose, a.index, &a.text) == (b.prose, b.index, &b.text)
            && (a.speaker, a.source) == (b.speaker, b.source)
    };
    told.is_empty()
        && known.clone().count() == fresh.len()
        && known.zip(&fresh).all(is_same)
        && old.document.proses().zip(new.document.proses()).all(|(a, b)| same_marks(a, b))
}

fn same_marks(before: &Prose, after: &Prose) -> bool {
    fn shown<'a>(prose: &'a Prose, quoted: &'a Quoted) -> impl PartialEq + 'a {
        let cited = quoted.citation.and_then(|n| prose.citations.get(n as usize));
        let translation = quoted.translation.as_ref().map(|it| (&it.translator, &it.original));
        (cited.map(|it| &it.locator), &quoted.topic, translation, quoted.block)
    }
    let (a, b) = (&before.quotations, &after.quotations);
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| shown(before, a) == shown(after, b))
}

/// The mentions of each thing that the page mentions or mentioned.
fn turned_round(
    briefing: &Briefing,
    page: PageId,
    linked: &Linked,
) -> Vec<(EntityId, Vec<Backlink>)> {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    backlinks::mentions(briefing, briefing.page(page), &mut old);
    backlinks::mentions(briefing, linked, &mut new);
    let touched: BTreeSet<EntityId> = old.iter().chain(&new).map(|(id, ..)| *id).collect();
    let turned = |id: EntityId| {
        let before = briefing.entities.get(id.index())?.backlinks.iter();
        let mut all: Vec<Backlink> = before.filter(|it| it.from != page).copied().collect();
        let fresh = new.iter().filter(|(target, ..)| *target == id);
        // One mention per page, way and sentence. Of the most named, there are thousands.
        for (_, way, standing) in fresh {
            let backlink = Backlink { way: *way, from: page, standing: *standing };
            if let Err(at) = all.binary_search(&backlink) {
                all.insert(at, backlink);
            }
        }
        Some((id, all))
    };
    touched.into_iter().filter_map(turned).collect()
}
