//! Pages and files with little on them.

use crate::model::briefing::PageId;
use crate::model::id::Slug;
use crate::model::site::{Output, What};
use crate::render::routes;
use crate::render::sheet::{Head, Sheet};
use crate::render::value::{list, nothing, text};

/// Fills the page that stands for those that are not there.
pub fn not_found(sheet: &mut Sheet<'_>) {
    let words = sheet.stock.words;
    sheet.head(&Head {
        title: words.not_found,
        kind: "not-found",
        label: "",
        summary: Some(words.not_found_note),
        belongs_to: "",
    });
    sheet.trail(&[]);
}

/// Fills the page of a former id.
pub fn redirect(sheet: &mut Sheet<'_>, former: &Slug) {
    let briefing = sheet.briefing();
    let words = sheet.stock.words;
    let target = briefing.redirects.get(former).copied();
    let path = target.map_or_else(String::new, |id| routes::entity(&briefing[id]));
    sheet.head(&Head {
        title: words.moved,
        kind: "redirect",
        label: former.as_str(),
        summary: None,
        belongs_to: "",
    });
    let link = target.map_or_else(nothing, |id| sheet.link(PageId::Entity(id)));
    sheet.set("link", link);
    sheet.set("path", text(&path));
    let base = briefing.settings.base_url.as_deref();
    let address = base.map_or_else(String::new, |base| format!("{base}{path}"));
    sheet.set("address", text(&address));
}

/// Fills the list of all pages for search engines.
pub fn sitemap(sheet: &mut Sheet<'_>, outputs: &[Output]) {
    let base = sheet.briefing().settings.base_url.as_deref().unwrap_or("");
    let addresses = outputs.iter().filter(|output| is_page(&output.what)).map(|output| {
        let path = if output.what == What::Front { "" } else { &*output.path };
        text(&format!("{base}{path}"))
    });
    sheet.set("addresses", list(addresses.collect()));
}

/// Whether search engines are to know it.
fn is_page(what: &What) -> bool {
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
        | What::Corrections => true,
        What::NotFound
        | What::Redirect(_)
        | What::Sitemap
        | What::Robots
        | What::BriefingJson
        | What::EvidenceJson
        | What::AnnotationsJson
        | What::QuotesCsv
        | What::EventsCsv
        | What::Asset(_) => false,
    }
}

/// Fills what robots are told.
pub fn robots(sheet: &mut Sheet<'_>) {
    let base = sheet.briefing().settings.base_url.as_deref();
    let sitemap = base.map_or_else(String::new, |base| format!("{base}sitemap.xml"));
    sheet.set("sitemap", text(&sitemap));
}
