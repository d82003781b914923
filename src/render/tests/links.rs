//! What holds for every page.

use std::collections::BTreeSet;

use crate::model::site::{Content, What};
use crate::render::tests::{attributes, between, fixture, html_pages, renderer};

/// The path that a relative reference leads to, and its fragment.
fn resolve<'r>(from: &str, reference: &'r str) -> (String, Option<&'r str>) {
    let (path, fragment) = match reference.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (reference, None),
    };
    if path.is_empty() {
        return (from.to_owned(), fragment);
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    let mut rest = path;
    while let Some(up) = rest.strip_prefix("../") {
        assert!(folders.pop().is_some(), "{from}: {reference} leads out of the site");
        rest = up;
    }
    folders.extend(rest.split('/'));
    (folders.join("/"), fragment)
}

#[test]
fn every_link_leads_to_a_file_of_the_site_and_every_fragment_exists() {
    let renderer = renderer(fixture::briefing());
    let paths: BTreeSet<&str> = renderer.outputs().iter().map(|output| &*output.path).collect();
    let pages = html_pages(&renderer);
    for (path, html) in &pages {
        let references = attributes(html, "href");
        for reference in references.into_iter().filter(|reference| !reference.contains("://")) {
            let reference = match reference.strip_prefix("/briefing/") {
                Some(rest) if path == "404.html" => rest,
                _ => reference,
            };
            let (target, fragment) = resolve(path, reference);
            // Versions stand where they were published.
            if path == "versions.html" && target.starts_with("v/") {
                continue;
            }
            assert!(paths.contains(&*target), "{path}: {reference} leads to {target}");
            let Some(fragment) = fragment else { continue };
            let (_, there) = pages.iter().find(|(path, _)| *path == target).unwrap();
            assert!(attributes(there, "id").contains(&fragment), "{path}: {reference}");
        }
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for (path, html) in html_pages(&renderer(fixture::briefing())) {
        let ids = attributes(&html, "id");
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{path}: {ids:?}");
    }
}

#[test]
fn every_page_has_the_frame_that_readers_and_search_engines_need() {
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    for (path, html) in html_pages(&renderer(fixture::briefing())) {
        assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"), "{path}");
        assert!(html.trim_end().ends_with("</html>"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert_eq!(html.matches("<main").count(), 1, "{path}");
        assert!(html.contains("name=\"viewport\""), "{path}");
        assert!(html.contains("default-src 'none'; style-src 'self'"), "{path}");
        assert!(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{path}");
        let title = between(&html, "<title>", "</title>").to_owned();
        assert!((1..=70).contains(&title.chars().count()), "{path}: {title}");
        assert!(titles.insert(title.clone()), "{path}: a second {title}");
        let description = between(&html, "name=\"description\" content=\"", "\"").to_owned();
        assert!((50..=160).contains(&description.chars().count()), "{path}: {description}");
        assert!(descriptions.insert(description.clone()), "{path}: a second {description}");
    }
}

#[test]
fn nothing_on_a_page_runs_or_is_fetched_from_elsewhere() {
    for (path, html) in html_pages(&renderer(fixture::briefing())) {
        // Data, which no browser runs; and scripts come from files of the site's own.
        let html = html.replace("<script type=\"application/ld+json\">{", "");
        let html = html.replace(
            "
<script src=\"",
            "
<img src=\"",
        );
        for forbidden in ["<script", "<style", " style=", " onclick=", "javascript:", "<iframe"] {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
        for address in attributes(&html, "src") {
            assert!(!address.contains("://"), "{path}: {address}");
        }
        for link in html.match_indices("<link ").map(|(at, _)| &html[at..]) {
            let link = link.split('>').next().unwrap();
            let own = link.contains("rel=\"canonical\"") || !link.contains("://");
            assert!(own, "{path}: {link}");
        }
        for anchor in html.match_indices("<a ").map(|(at, _)| html[at..].split('>').next().unwrap())
        {
            let external = anchor.contains("href=\"http");
            let marked = anchor.contains("rel=\"noopener noreferrer external\"");
            assert!(!external || marked, "{path}: {anchor}");
        }
    }
}

#[test]
fn headings_never_jump_a_level() {
    for (path, html) in html_pages(&renderer(fixture::briefing())) {
        let levels = html.match_indices("<h").filter_map(|(at, _)| {
            html.as_bytes()
                .get(at + 2)
                .filter(|level| level.is_ascii_digit())
                .map(|level| level - b'0')
        });
        let mut before = 0;
        for level in levels {
            assert!(level <= before + 1, "{path}: h{level} after h{before}");
            before = level;
        }
    }
}

#[test]
fn outputs_have_paths_of_their_own_in_a_fixed_order() {
    let renderer = renderer(fixture::briefing());
    let paths: Vec<&str> = renderer.outputs().iter().map(|output| &*output.path).collect();
    let distinct: BTreeSet<_> = paths.iter().collect();
    assert_eq!(paths.len(), distinct.len());
    for path in [
        "index.html",
        "sections.html",
        "sections/the-call.html",
        "actors.html",
        "actors/joe-biden.html",
        "events.html",
        "events/phone-call.html",
        "sources.html",
        "sources/report.html",
        "timeline.html",
        "timeline/joe-biden.html",
        "quotes.html",
        "evidence.html",
        "corrections.html",
        "404.html",
        "actors/joseph-biden.html",
        "sitemap.xml",
        "robots.txt",
        "briefing.json",
        "evidence.json",
        "annotations.json",
        "quotes.csv",
        "events.csv",
    ] {
        assert!(distinct.contains(&path), "no {path} in {paths:?}");
    }
}

#[test]
fn without_an_address_there_is_no_sitemap_and_everything_is_relative() {
    let mut briefing = fixture::briefing();
    std::sync::Arc::make_mut(&mut briefing.settings).base_url = None;
    let renderer = renderer(briefing);
    assert!(renderer.outputs().iter().all(|output| output.what != What::Sitemap(0)));
    for (path, html) in html_pages(&renderer) {
        assert!(!html.contains("rel=\"canonical\""), "{path}");
        assert!(attributes(&html, "href").iter().all(|href| !href.starts_with('/')), "{path}");
    }
}

#[test]
fn two_renderers_make_the_same_bytes() {
    let (one, other) = (renderer(fixture::briefing()), renderer(fixture::briefing()));
    assert_eq!(one.outputs(), other.outputs());
    for output in one.outputs().iter().rev() {
        let made = |content: Result<Content, _>| match content {
            Ok(Content::Stream(stream)) => Content::Bytes(stream.bytes()),
            Ok(content) => content,
            Err(diagnostics) => panic!("{}: {diagnostics:?}", output.path),
        };
        assert_eq!(made(one.make(output)), made(other.make(output)), "{}", output.path);
    }
}
