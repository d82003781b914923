//! Everything that is published, in one fixed order.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Backlink, Briefing, Entity, Linked, Way};
use crate::model::id::Kind;
use crate::model::place::{Place, Span, TextFile};
use crate::model::site::{HostFile, Moved, Output, References, What};
use crate::render::data::{card_parts, search_index};
use crate::render::routes::{
    self, ADDRESSES_A_SITEMAP, ENTRIES_A_PAGE, EVENTS_A_PAGE, FOUND_A_PART, MENTIONS_A_PAGE,
    QUOTES_A_PAGE,
};
use crate::render::theme::Theme;
use crate::render::views::small::is_page;
use crate::render::views::{positions, relations};

/// Every output of a briefing, in one fixed order, and which of them stand in each other's way.
#[must_use]
pub fn outputs(
    briefing: &Briefing,
    theme: &Theme,
    has_social_card: bool,
) -> (Vec<Output>, Vec<Diagnostic>) {
    let mut list = Vec::with_capacity(briefing.entities.len() * 5 / 4 + 64);
    let pages = Cell::new(0);
    let mut add = |what: What| {
        pages.set(pages.get() + usize::from(is_page(&what)));
        let path = routes::path(briefing, &what).into();
        list.push(Output { path, what });
    };
    add(What::Front);
    for kind in Kind::ALL {
        let count = briefing.of_kind(kind).count();
        (1..=routes::parts(count, ENTRIES_A_PAGE)).for_each(|part| add(What::List(kind, part)));
        for (id, entity) in briefing.of_kind(kind) {
            add(What::Entity(id));
            further_mentions(entity).for_each(|part| add(What::Mentions(id, part)));
        }
    }
    add(What::Timeline);
    if briefing.of_kind(Kind::Event).nth(EVENTS_A_PAGE).is_some() {
        for (year, events) in routes::years(briefing) {
            let parts = routes::parts(events.len(), EVENTS_A_PAGE);
            (1..=parts).for_each(|part| add(What::TimelineYear(year, part)));
        }
    }
    for (id, actor) in briefing.of_kind(Kind::Actor) {
        parts_of_timeline(actor).for_each(|part| add(What::TimelineActor(id, part)));
    }
    let parts = routes::parts(briefing.quotations.len(), QUOTES_A_PAGE);
    (1..=parts).for_each(|part| add(What::Quotes(part)));
    add(What::Evidence);
    add(What::Corrections);
    if positions::are_there(briefing) {
        add(What::Positions);
    }
    let relations = relations::count(briefing);
    let parts = routes::parts(relations, ENTRIES_A_PAGE);
    (1..=parts).filter(|_| relations > 0).for_each(|part| add(What::Relations(part)));
    add(What::Print);
    add(What::Search);
    let parts = routes::parts(search_index::count(briefing), FOUND_A_PART);
    (1..=parts).for_each(|part| add(What::SearchIndex(part)));
    (1..=card_parts::count(briefing)).for_each(|part| add(What::Cards(part)));
    add(What::NotFound);
    for (former, id) in briefing.redirects.iter() {
        moved(&briefing[*id]).for_each(|moved| add(What::Redirect(former.clone(), moved)));
    }
    if briefing.settings.base_url.is_some() {
        add(What::Feed);
        add(What::FeedJson);
        add(What::Sitemap(0));
        let parts = routes::parts(pages.get(), ADDRESSES_A_SITEMAP);
        (1..=parts).filter(|_| parts > 1).for_each(|part| add(What::Sitemap(part)));
    }
    add(What::Robots);
    // A site's own one in `static/` takes its place.
    if theme.published(routes::MANIFEST).is_none() {
        add(What::Manifest);
    }
    if has_social_card {
        add(What::SocialCard);
    }
    add(What::BriefingJson);
    add(What::EvidenceJson);
    add(What::AnnotationsJson);
    add(What::QuotesCsv);
    add(What::EventsCsv);
    add(What::Calendar);
    for form in [References::BibTex, References::Ris, References::CslJson] {
        add(What::References(form));
    }
    for file in [HostFile::Headers, HostFile::Redirects, HostFile::Htaccess] {
        let what = What::Host(file);
        // The site's own file tells all there is to tell.
        let path = routes::path(briefing, &what);
        if !theme.assets().iter().any(|asset| *asset.path == *path) {
            add(what);
        }
    }
    for asset in theme.assets() {
        add(What::Asset(asset.clone()));
    }
    let collisions = collisions(briefing, &list);
    (list, collisions)
}

/// The further pages of what mentions a thing.
fn further_mentions(entity: &Entity) -> RangeInclusive<u32> {
    2..=routes::parts(most_mentions(&entity.backlinks), MENTIONS_A_PAGE)
}

/// The pages of an actor's events; a thing that is no actor has none.
fn parts_of_timeline(entity: &Entity) -> RangeInclusive<u32> {
    let parts = routes::parts(entity.events.len(), EVENTS_A_PAGE);
    1..=if entity.events.is_empty() { 0 } else { parts }
}

/// The pages that a thing has: those that stood elsewhere while it had another id.
fn moved(entity: &Entity) -> impl Iterator<Item = Moved> {
    let mentions = further_mentions(entity).map(Moved::Mentions);
    let timeline = parts_of_timeline(entity).map(Moved::Timeline);
    std::iter::once(Moved::Page).chain(mentions).chain(timeline)
}

/// How many backlinks the most frequent way has.
#[must_use]
pub fn most_mentions(backlinks: &[Backlink]) -> usize {
    Way::ALL.iter().map(|way| of_way(backlinks, *way).len()).max().unwrap_or(0)
}

/// The backlinks of one way. They are in the order of ways.
#[must_use]
pub fn of_way(backlinks: &[Backlink], way: Way) -> &[Backlink] {
    let start = backlinks.partition_point(|backlink| backlink.way < way);
    let rest = backlinks.get(start..).unwrap_or(&[]);
    rest.get(..rest.partition_point(|backlink| backlink.way == way)).unwrap_or(&[])
}

/// Outputs whose paths some file systems cannot tell apart, or of which one is a folder of the
/// other. Only static files can be in the way: ids are unique, and made of `a-z`, `0-9` and `-`.
fn collisions(briefing: &Briefing, outputs: &[Output]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut seen: BTreeMap<String, &Output> = BTreeMap::new();
    let first_asset = outputs.partition_point(|output| !matches!(output.what, What::Asset(_)));
    let (pages, assets) = outputs.split_at_checked(first_asset).unwrap_or((outputs, &[]));
    for output in assets {
        let key = folded(&output.path);
        let page = pages.iter().find(|page| may_meet_pages(&key) && in_the_way(&page.path, &key));
        if let Some(other) = page.or_else(|| earlier(&seen, &key)) {
            let message = format!(
                "`static/{}` would be published where `{}` stands",
                output.path, other.path
            );
            let place = Place::new(&asset(&output.path), Span::default());
            let diagnostic = Diagnostic::new(Code::AddressCollision, place, message)
                .help("give the file in `static/` another name");
            diagnostics.push(match asked_by(briefing, other) {
                Some(other) => diagnostic.related(other, "this asks for the same address"),
                None => diagnostic,
            });
        }
        seen.insert(key, output);
    }
    diagnostics
}

/// The file behind a static output, which is no text.
fn asset(path: &str) -> Arc<TextFile> {
    TextFile::new(format!("static/{path}"), "")
}

/// What a page or file of ours comes from; nothing for those that every site has.
fn asked_by(briefing: &Briefing, output: &Output) -> Option<Place> {
    if let What::Redirect(former, _) = &output.what {
        let document = &briefing[*briefing.redirects.get(former)?].page.document;
        let field = document.shared.former_ids.iter().find(|it| it.value == *former)?;
        return Some(document.place(field.span));
    }
    if let What::Asset(_) = &output.what {
        return Some(Place::new(&asset(&output.path), Span::default()));
    }
    about(briefing, &output.what).map(|page| page.document.top())
}

/// The content that a page is about.
#[must_use]
pub fn about<'b>(briefing: &'b Briefing, what: &What) -> Option<&'b Linked> {
    match what {
        What::Front => Some(&briefing.front),
        What::Entity(id) | What::Mentions(id, _) | What::TimelineActor(id, _) => {
            Some(&briefing[*id].page)
        }
        What::List(..)
        | What::Timeline
        | What::TimelineYear(..)
        | What::Quotes(_)
        | What::Evidence
        | What::Corrections
        | What::Positions
        | What::Relations(_)
        | What::Versions
        | What::Print
        | What::Search
        | What::NotFound
        | What::Redirect(..)
        | What::Sitemap(_)
        | What::Robots
        | What::BriefingJson
        | What::EvidenceJson
        | What::AnnotationsJson
        | What::QuotesCsv
        | What::EventsCsv
        | What::Calendar
        | What::Feed
        | What::FeedJson
        | What::References(_)
        | What::Host(_)
        | What::SearchIndex(_)
        | What::Cards(_)
        | What::Manifest
        | What::SocialCard
        | What::Asset(_) => None,
    }
}

/// Whether a static file could stand where a page or its folder does: a quick look that spares
/// comparing each file with each page.
fn may_meet_pages(key: &str) -> bool {
    let endings = [".html", ".xml", ".txt", ".json", ".csv", ".bib", ".ris", ".ics"];
    let first = key.split('/').next().unwrap_or(key);
    key.split('/').any(|part| endings.iter().any(|ending| part.ends_with(ending)))
        || ["timeline", "search", "cards"].contains(&first)
        || Kind::from_folder(first).is_some()
}

/// An earlier static file that is the same, a folder of this one, or in it.
fn earlier<'a>(seen: &BTreeMap<String, &'a Output>, key: &str) -> Option<&'a Output> {
    let inside = format!("{key}/");
    let within = || seen.range(inside.clone()..).next().filter(|(k, _)| k.starts_with(&inside));
    let above = || key.match_indices('/').find_map(|(at, _)| seen.get(key.get(..at)?));
    seen.get(key).or_else(above).or_else(|| within().map(|(_, output)| output)).copied()
}

/// Whether a path is the same as another, or a folder that the other is in, or the other way round.
fn in_the_way(a: &str, b: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(a, b) || inside(b, a)
}

/// Lower case and composed: what the least careful file system sees.
fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}
