//! The shape of every address: the only place that knows it.

use crate::model::briefing::{Briefing, Entity, PageId};
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::site::{HostFile, Moved, References, What};
use crate::render::dates;

/// How many mentions of a way stand on one page.
pub const MENTIONS_A_PAGE: usize = 100;
/// How many addresses a list for search engines may have (sitemaps.org, protocol 0.9).
pub const ADDRESSES_A_SITEMAP: usize = 50_000;
/// How many things a list holds before it goes on, on a further page.
pub const ENTRIES_A_PAGE: usize = 1000;
/// How many things are in one part of what is searched.
pub const FOUND_A_PART: usize = 2_000;
/// About how many things are in one part of what links show of the pages they lead to.
pub const CARDS_A_PART: usize = 100;
/// How many quotations stand on one page.
pub const QUOTES_A_PAGE: usize = 300;
/// How many events the timeline shows before it becomes one page a year, and one for each actor.
pub const EVENTS_A_PAGE: usize = 300;

/// The front page.
pub const FRONT: &str = "index.html";
/// The timeline.
pub const TIMELINE: &str = "timeline.html";
/// The verification report.
pub const EVIDENCE: &str = "evidence.html";
/// What was put right.
pub const CORRECTIONS: &str = "corrections.html";
/// Who said what on which topic.
pub const POSITIONS: &str = "positions.html";
/// The versions that were frozen.
pub const VERSIONS: &str = "versions.html";
/// The page to search.
pub const SEARCH: &str = "search.html";
/// What devices call the site.
pub const MANIFEST: &str = "manifest.webmanifest";
/// What networks and messengers show for a link.
pub const SOCIAL_CARD: &str = "social-card.png";
/// The article in one document.
pub const PRINT: &str = "print.html";
/// The events, for calendars.
pub const CALENDAR: &str = "calendar.ics";
/// What changed, as Atom has it.
pub const FEED: &str = "feed.xml";
/// References to the site's pages, as BibTeX has them.
pub const BIBTEX: &str = "cite.bib";
/// The same, as RIS has them.
pub const RIS: &str = "cite.ris";
/// The same, as CSL-JSON has them.
pub const CSL_JSON: &str = "cite.json";
/// Headers, for Netlify and Cloudflare Pages.
pub const HEADERS: &str = "_headers";
/// Where former addresses lead, for the same.
pub const REDIRECTS: &str = "_redirects";
/// Both, for Apache.
pub const HTACCESS: &str = ".htaccess";
/// What changed, as JSON Feed has it.
pub const FEED_JSON: &str = "feed.json";

/// The path of what stands at an output.
#[must_use]
pub fn path(briefing: &Briefing, what: &What) -> String {
    match what {
        What::Front => FRONT.into(),
        What::Entity(id) => entity(&briefing[*id]),
        What::Mentions(id, part) => mentions(&briefing[*id], *part),
        What::List(kind, part) => list(*kind, *part),
        What::Timeline => TIMELINE.into(),
        What::TimelineYear(year, part) => year_of_timeline(*year, *part),
        What::TimelineActor(id, part) => actors_timeline(&briefing[*id], *part),
        What::Quotes(part) => part_of("quotes", *part),
        What::Evidence => EVIDENCE.into(),
        What::Corrections => CORRECTIONS.into(),
        What::Positions => POSITIONS.into(),
        What::Relations(part) => relations(*part),
        What::Versions => VERSIONS.into(),
        What::Print => PRINT.into(),
        What::Search => SEARCH.into(),
        What::SearchIndex(part) => search_index(*part),
        What::Manifest => MANIFEST.into(),
        What::SocialCard => SOCIAL_CARD.into(),
        What::Cards(part) => format!("cards/{part}.js"),
        What::NotFound => "404.html".into(),
        What::Redirect(former, moved) => {
            let kind =
                briefing.redirects.get(former).map_or(Kind::Section, |id| briefing[*id].kind);
            page_of(kind, former, *moved)
        }
        What::Sitemap(0) => "sitemap.xml".into(),
        What::Sitemap(part) => format!("sitemap-{part}.xml"),
        What::Robots => "robots.txt".into(),
        What::BriefingJson => "briefing.json".into(),
        What::EvidenceJson => "evidence.json".into(),
        What::AnnotationsJson => "annotations.json".into(),
        What::QuotesCsv => "quotes.csv".into(),
        What::EventsCsv => "events.csv".into(),
        What::Calendar => CALENDAR.into(),
        What::Feed => FEED.into(),
        What::FeedJson => FEED_JSON.into(),
        What::References(References::BibTex) => BIBTEX.into(),
        What::References(References::Ris) => RIS.into(),
        What::References(References::CslJson) => CSL_JSON.into(),
        What::Host(HostFile::Headers) => HEADERS.into(),
        What::Host(HostFile::Redirects) => REDIRECTS.into(),
        What::Host(HostFile::Htaccess) => HTACCESS.into(),
        What::Asset(asset) => asset.path.to_string(),
    }
}

/// The page of a thing: `actors/joe-biden.html`.
#[must_use]
pub fn entity(entity: &Entity) -> String {
    let (folder, id) = (entity.kind.folder(), entity.id().as_str());
    let mut path = String::with_capacity(folder.len() + id.len() + 6);
    push_entity(&mut path, entity);
    path
}

/// The same, written at the end of a text.
pub fn push_entity(text: &mut String, entity: &Entity) {
    text.push_str(entity.kind.folder());
    text.push('/');
    text.push_str(entity.id().as_str());
    text.push_str(".html");
}

/// A page of the thing of that kind and id.
fn page_of(kind: Kind, id: &Slug, page: Moved) -> String {
    match page {
        Moved::Page => format!("{}/{id}.html", kind.folder()),
        Moved::Mentions(part) => format!("{}/{id}/mentions-{part}.html", kind.folder()),
        Moved::Timeline(0 | 1) => format!("timeline/{id}.html"),
        Moved::Timeline(part) => format!("timeline/{id}/{part}.html"),
    }
}

/// Where a page of a thing that had another id before stands today.
#[must_use]
pub fn moved_to(entity: &Entity, moved: Moved) -> String {
    page_of(entity.kind, entity.id(), moved)
}

/// The page of that number.
#[must_use]
pub fn page(briefing: &Briefing, page: PageId) -> String {
    match page {
        PageId::Front => FRONT.into(),
        PageId::Entity(id) => entity(&briefing[id]),
    }
}

/// A further page of mentions: `actors/joe-biden/mentions-2.html`.
#[must_use]
pub fn mentions(entity: &Entity, part: u32) -> String {
    page_of(entity.kind, entity.id(), Moved::Mentions(part))
}

/// A list: `actors.html`, `actors-2.html`.
#[must_use]
pub fn list(kind: Kind, part: u32) -> String {
    part_of(kind.folder(), part)
}

/// The events of a year: `timeline/years/2021.html`.
#[must_use]
pub fn year_of_timeline(year: i32, part: u32) -> String {
    part_of(&format!("timeline/years/{year}"), part)
}

/// The events of an actor: `timeline/joe-biden.html`; a further page is in a folder of its own,
/// since `joe-biden-2` may be another actor.
#[must_use]
pub fn actors_timeline(actor: &Entity, part: u32) -> String {
    page_of(actor.kind, actor.id(), Moved::Timeline(part))
}

/// A part of what is searched: `search/1.js`.
#[must_use]
pub fn search_index(part: u32) -> String {
    format!("search/{part}.js")
}

/// The relations between actors: `relations.html`, `relations-2.html`.
#[must_use]
pub fn relations(part: u32) -> String {
    part_of("relations", part)
}

/// The address of a file of the site, by its path: what would mean something else in an address is
/// written in percent.
#[must_use]
pub fn file(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '?' => address.push_str("%3F"),
            ' ' => address.push_str("%20"),
            _ => address.push(c),
        }
    }
    address
}

/// The page of all quotations that a quotation stands on.
#[must_use]
pub fn quotes(number: usize) -> String {
    part_of("quotes", u32::try_from(number / QUOTES_A_PAGE + 1).unwrap_or(u32::MAX))
}

/// The first page of a list.
#[must_use]
pub fn first_list(kind: Kind) -> &'static str {
    match kind {
        Kind::Section => "sections.html",
        Kind::Actor => "actors.html",
        Kind::Event => "events.html",
        Kind::Source => "sources.html",
    }
}

fn part_of(name: &str, part: u32) -> String {
    match part {
        0 | 1 => format!("{name}.html"),
        _ => format!("{name}-{part}.html"),
    }
}

/// How many pages a number of entries needs.
#[must_use]
pub fn parts(entries: usize, a_page: usize) -> u32 {
    u32::try_from(entries.div_ceil(a_page).max(1)).unwrap_or(u32::MAX)
}

/// Which entries stand on a page of a long list, counted from 1.
#[must_use]
pub fn window(part: u32, a_page: usize, entries: usize) -> std::ops::Range<usize> {
    let start = (part.max(1) as usize - 1).saturating_mul(a_page).min(entries);
    start..start.saturating_add(a_page).min(entries)
}

/// The way up from a page to the site's root: `../` for each folder that it is in.
#[must_use]
pub fn root(path: &str) -> &'static str {
    match path.matches('/').count() {
        0 => "",
        1 => "../",
        _ => "../../",
    }
}

/// The path of an absolute address: `/briefing/` of `https://example.org/briefing/`.
#[must_use]
pub fn path_of_address(base_url: &str) -> &str {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    let rest = base_url.get(host..).unwrap_or("");
    rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or("/")
}

/// The events of each year with their numbers, in order, where they do not fit on one page.
#[must_use]
pub fn years(briefing: &Briefing) -> Vec<(i32, Vec<EntityId>)> {
    let mut years: Vec<(i32, Vec<EntityId>)> = Vec::new();
    for (id, event) in briefing.of_kind(Kind::Event) {
        let year = dates::year(event);
        match years.iter_mut().find(|(known, _)| *known == year) {
            Some((_, events)) => events.push(id),
            None => years.push((year, vec![id])),
        }
    }
    years.sort_by_key(|(year, _)| *year);
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_up_is_one_step_for_each_folder() {
        assert_eq!(root("index.html"), "");
        assert_eq!(root("actors/joe-biden.html"), "../");
        assert_eq!(root("actors/joe-biden/mentions-2.html"), "../../");
    }

    #[test]
    fn what_means_something_in_an_address_is_written_in_percent() {
        assert_eq!(file("a b/100%#?é.png"), "a%20b/100%25%23%3Fé.png");
    }

    #[test]
    fn windows_cover_a_list_without_gap_or_overlap() {
        assert_eq!(window(1, 100, 250), 0..100);
        assert_eq!(window(3, 100, 250), 200..250);
        assert_eq!(window(4, 100, 250), 250..250);
        assert_eq!(parts(250, 100), 3);
        assert_eq!(parts(0, 100), 1);
    }

    #[test]
    fn the_path_of_an_address_is_what_follows_its_host() {
        assert_eq!(path_of_address("https://example.org/briefing/"), "/briefing/");
        assert_eq!(path_of_address("https://example.org"), "/");
    }
}
