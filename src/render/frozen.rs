//! Pages of frozen versions: as they were, with a note that they are no longer the newest.
//!
//! The note is put into the finished page, so that every theme has it. A version stands two folders
//! below the site (`v/2021-12-30/`), and its links lead to its own pages.

use std::collections::BTreeMap;

use crate::model::briefing::{Briefing, Linked};
use crate::model::document::Matter;
use crate::model::site::What;
use crate::release::record::key;
use crate::render::escape;
use crate::render::routes;
use crate::words::table::Words;

/// The way up from a version to the site.
const UP: &str = "../../";

/// Whether an output is part of a version: not what speaks for the site as it is now.
#[must_use]
pub fn is_part(what: &What) -> bool {
    !matches!(
        what,
        What::NotFound
            | What::Redirect(..)
            | What::Sitemap(_)
            | What::Robots
            | What::Feed
            | What::FeedJson
            | What::SocialCard
            | What::Versions
            | What::Host(_)
    )
}

/// A page as it stands in a version.
#[must_use]
pub fn page(html: &str, name: &str, path: &str, words: &Words) -> String {
    let root = routes::root(path);
    let mut page = html.to_owned();
    // Feeds and the list of versions are those of now.
    for path in [routes::FEED, routes::FEED_JSON, routes::VERSIONS] {
        let (own, of_now) = (format!("\"{root}{path}\""), format!("\"{root}{UP}{path}\""));
        page = page.replace(&own, &of_now);
    }
    let mut head = String::new();
    if !page.contains("<meta name=\"robots\" content=\"noindex\">") {
        head.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    if !page.contains("<link rel=\"canonical\"") {
        head.push_str(&format!("<link rel=\"canonical\" href=\"{root}{UP}{path}\">\n"));
    }
    if let Some(at) = page.find("</head>") {
        page.insert_str(at, &head);
    }
    let body = page.find("<body").and_then(|at| Some(at + page.get(at..)?.find('>')? + 1));
    if let Some(at) = body {
        page.insert_str(at, &format!("\n{}", note(name, path, words)));
    }
    page
}

fn note(name: &str, path: &str, words: &Words) -> String {
    let root = routes::root(path);
    let day = name.get(..10).unwrap_or(name);
    format!(
        "<aside class=\"version\"><p>{} <time datetime=\"{day}\">{name}</time>. \
         <a href=\"{root}{UP}{path}\">{}</a> <a href=\"{root}{UP}{}\">{}</a></p></aside>\n",
        words.version_of,
        words.newest_here,
        routes::VERSIONS,
        words.versions
    )
}

/// What stands in the place of a page that was taken out of a version.
#[must_use]
pub fn withdrawn(language: &str, name: &str, path: &str, words: &Words) -> String {
    let mut quoted = String::new();
    escape::push(&mut quoted, language);
    let html = format!(
        "<!doctype html>\n<html lang=\"{quoted}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{0}</title>\n</head>\n<body>\n<main><h1>{0}</h1></main>\n</body>\n</html>\n",
        words.withdrawn
    );
    page(&html, name, path, words)
}

/// The texts that versions are compared by: of the front page and of every thing.
#[must_use]
pub fn texts(briefing: &Briefing) -> BTreeMap<Box<str>, Box<str>> {
    let things = briefing.entities.iter().map(|it| (key(it), text(briefing, &it.page)));
    things.chain([("briefing".into(), text(briefing, &briefing.front))]).collect()
}

/// What a page says in words: its title, of an event when it was, the summary, all its texts.
fn text(briefing: &Briefing, page: &Linked) -> Box<str> {
    let when = match &page.document.matter {
        Matter::Event(event) => Some(event.when.value.written()),
        Matter::Front(_) | Matter::Section(_) | Matter::Actor(_) | Matter::Source(_) => None,
    };
    let head = [Some(page.document.name()), when, page.document.summary()]
        .into_iter()
        .flatten()
        .map(str::to_owned);
    let texts = page.document.proses().map(|prose| briefing.whole_plain(page, prose));
    let lines: Vec<String> = head.chain(texts).filter(|line| !line.is_empty()).collect();
    lines.join("\n").into()
}
