//! The built-in theme: the files of `templates/` and `static/`, in the program.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::place::TextFile;

macro_rules! embedded {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),+]
    };
}

/// The templates, by name.
const TEMPLATES: &[(&str, &str)] = embedded! {
    "404.html"
    "actor.html"
    "base.html"
    "briefing.html"
    "corrections.html"
    "event.html"
    "evidence.html"
    "feed.xml"
    "list.html"
    "mentions.html"
    "partials/accounts.html"
    "partials/claims.html"
    "partials/backlinks.html"
    "partials/changes.html"
    "partials/cite.html"
    "partials/colophon.html"
    "partials/corrected.html"
    "partials/corrections.html"
    "partials/events.html"
    "partials/head.html"
    "partials/masthead.html"
    "partials/notes.html"
    "partials/parts.html"
    "partials/quotations.html"
    "partials/reading.html"
    "partials/relations.html"
    "positions.html"
    "print.html"
    "quotes.html"
    "redirect.html"
    "relations.html"
    "robots.txt"
    "search.html"
    "section.html"
    "sitemap.xml"
    "source.html"
    "timeline.html"
    "versions.html"
};

/// The static files, by path.
pub const STATIC: &[(&str, &[u8])] = &[
    ("icon.svg", include_bytes!("../../static/icon.svg")),
    ("reading.js", include_bytes!("../../static/reading.js")),
    ("search.js", include_bytes!("../../static/search.js")),
    ("since.js", include_bytes!("../../static/since.js")),
    ("style.css", include_bytes!("../../static/style.css")),
];

/// The text of a template.
#[must_use]
pub fn template(name: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The templates as files, by name.
#[must_use]
pub fn templates() -> BTreeMap<Box<str>, Arc<TextFile>> {
    let file = |name: &str, text: &str| {
        Arc::new(TextFile {
            path: format!("templates/{name}").into(),
            text: text.into(),
            built_in: true,
        })
    };
    TEMPLATES.iter().map(|(name, text)| ((*name).into(), file(name, text))).collect()
}
