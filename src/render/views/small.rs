//! Pages and files with little on them.

use crate::model::briefing::PageId;
use crate::model::id::Slug;
use crate::model::site::{Moved, Output, What};
use crate::render::data::feed::{self, Entry};
use crate::render::escape;
use crate::render::routes::{self, ADDRESSES_A_SITEMAP};
use crate::render::sheet::{Head, Sheet};
use crate::render::stock::front;
use crate::render::value::{html, list, map, nothing, text};

/// Fills the page that stands for those that are not there.
pub fn not_found(sheet: &mut Sheet<'_>) {
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: &words.not_found,
        kind: "not-found",
        label: "",
        summary: Some(&words.not_found_note),
        belongs_to: "",
    });
    sheet.trail(&[]);
}

/// Fills the page of a former id.
pub fn redirect(sheet: &mut Sheet<'_>, former: &Slug, moved: Moved) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let target = briefing.redirects.get(former).copied();
    let label = match moved {
        Moved::Page => former.to_string(),
        Moved::Mentions(part) => format!("{former}, {part}"),
        Moved::Timeline(0 | 1) => format!("{former}, {}", words.timeline),
        Moved::Timeline(part) => format!("{former}, {}, {part}", words.timeline),
    };
    let path = target.map_or_else(String::new, |id| routes::moved_to(&briefing[id], moved));
    sheet.head(&Head {
        title: &words.moved,
        kind: "redirect",
        label: &label,
        summary: None,
        belongs_to: "",
    });
    let link = target.map_or_else(nothing, |id| match moved {
        Moved::Page => sheet.link(PageId::Entity(id)),
        Moved::Mentions(_) | Moved::Timeline(_) => {
            let mut link = format!("<a href=\"{}{path}\">", sheet.root);
            escape::push(&mut link, briefing[id].name());
            html(&(link + "</a>"))
        }
    });
    sheet.set("link", link);
    sheet.set("path", text(&path));
    let base = briefing.settings.base_url.as_deref();
    let address = base.map_or_else(String::new, |base| format!("{base}{path}"));
    sheet.set("address", text(&address));
}

/// Fills a list of pages for search engines, or the list of the lists.
pub fn sitemap(sheet: &mut Sheet<'_>, outputs: &[Output], part: u32) {
    let base = sheet.briefing().settings.base_url.as_deref().unwrap_or("");
    let pages = || outputs.iter().filter(|output| is_page(&output.what));
    let address = |output: &Output| {
        let path = if output.what == What::Front { "" } else { &*output.path };
        text(&format!("{base}{path}"))
    };
    let others = outputs.iter().filter(|it| matches!(it.what, What::Sitemap(1..)) && part == 0);
    let others: Vec<_> = others.map(address).collect();
    let shown = if others.is_empty() { ADDRESSES_A_SITEMAP } else { 0 };
    let skipped = (part.max(1) - 1) as usize * ADDRESSES_A_SITEMAP;
    let addresses = pages().skip(skipped).take(shown).map(address);
    sheet.set("addresses", list(addresses.collect()));
    sheet.set("sitemaps", list(others));
}

/// Whether search engines are to know it.
#[must_use]
pub fn is_page(what: &What) -> bool {
    match what {
        What::Front
        | What::Entity(_)
        | What::Mentions(..)
        | What::List(..)
        | What::Timeline
        | What::TimelineYear(..)
        | What::TimelineActor(..)
        | What::Quotes(_)
        | What::Evidence
        | What::Search
        | What::Positions
        | What::Relations(_)
        | What::Versions
        | What::Corrections => true,
        What::Print
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
        | What::Asset(_) => false,
    }
}

/// Fills what changed, for those who follow the site.
pub fn feed(sheet: &mut Sheet<'_>) {
    let stock = sheet.stock;
    let entries = feed::entries(&stock.briefing, &stock.history, stock.words);
    let as_of = front(&stock.briefing).and_then(|front| front.as_of.first_day());
    let as_of = as_of.map_or_else(String::new, |day| format!("{day}T00:00:00Z"));
    let updated = entries.first().map_or(as_of, |entry| entry.date.clone());
    let page = |(name, address): &(String, String)| {
        map([("name", text(name)), ("address", text(address))])
    };
    let entry = |entry: &Entry| {
        map([
            ("id", text(&entry.id)),
            ("title", text(&entry.title)),
            ("date", text(&entry.date)),
            ("address", text(&entry.address)),
            ("text", text(&entry.text)),
            ("pages", list(entry.pages.iter().map(page).collect())),
        ])
    };
    sheet.set("updated", text(&updated));
    sheet.set("entries", list(entries.iter().map(entry).collect()));
    sheet.set("site", stock.site.clone());
}

/// Fills what robots are told.
pub fn robots(sheet: &mut Sheet<'_>) {
    let base = sheet.briefing().settings.base_url.as_deref();
    let sitemap = base.map_or_else(String::new, |base| format!("{base}sitemap.xml"));
    sheet.set("sitemap", text(&sitemap));
}
