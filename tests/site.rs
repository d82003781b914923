//! The project's own briefing, made whole: what holds for every page of it.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests read files and may fail"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dateline::engine::Engine;
use dateline::model::place::TextFile;
use dateline::model::project::Project;
use dateline::model::site::Content;

fn project() -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &str| TextFile::new(path, fs::read_to_string(root.join(path)).unwrap());
    let mut paths = vec!["content/briefing.md".to_owned(), "content/corrections.yaml".to_owned()];
    for folder in ["sections", "actors", "events", "sources"] {
        let entries = fs::read_dir(root.join("content").join(folder)).unwrap().map(Result::unwrap);
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        let files = names.filter(|name| name.ends_with(".md"));
        paths.extend(files.map(|name| format!("content/{folder}/{name}")));
    }
    paths.sort();
    let settings =
        text("dateline.yaml").text.replace("https://example.org/", "https://example.org/call/");
    Project {
        settings: Some(TextFile::new("dateline.yaml", settings)),
        content: paths.iter().map(|path| text(path)).collect(),
        ..Project::default()
    }
}

/// All pages, and the paths of all outputs.
fn site() -> (BTreeMap<String, String>, BTreeSet<String>) {
    let engine = Engine::new(project(), Vec::new());
    let errors: Vec<_> = engine.diagnostics().iter().map(|wrong| &wrong.message).collect();
    assert!(!engine.diagnostics().has_errors(), "{errors:?}");
    let mut pages = BTreeMap::new();
    for output in engine.outputs().iter().filter(|output| output.path.ends_with(".html")) {
        match engine.make(output) {
            Ok(Content::Bytes(bytes)) => {
                pages.insert(output.path.to_string(), String::from_utf8(bytes).unwrap())
            }
            other => panic!("{}: {other:?}", output.path),
        };
    }
    (pages, engine.outputs().iter().map(|output| output.path.to_string()).collect())
}

fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let before = format!(" {name}=\"");
    let values = html.match_indices(&before).map(|(at, _)| &html[at + before.len()..]);
    values.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The path that a relative reference leads to.
fn resolve(from: &str, path: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    let mut rest = path;
    while let Some(up) = rest.strip_prefix("../") {
        assert!(folders.pop().is_some(), "{from}: {path} leads out of the site");
        rest = up;
    }
    folders.extend(rest.split('/'));
    folders.join("/")
}

#[test]
fn every_reference_is_relative_and_leads_to_something_that_is_there() {
    let (pages, outputs) = site();
    let mut linked = BTreeSet::from(["index.html".to_owned(), "404.html".to_owned()]);
    for (from, html) in &pages {
        for reference in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            let away = reference.contains("://") || reference.starts_with("mailto:");
            if away || (from == "404.html" && reference.starts_with("/call/")) {
                continue;
            }
            let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
            let target = if path.is_empty() { from.clone() } else { resolve(from, path) };
            assert!(outputs.contains(&target), "{from}: {reference}");
            if !fragment.is_empty() {
                let ids = attributes(&pages[&target], "id");
                assert!(ids.contains(&fragment), "{from}: {reference}");
            }
            linked.insert(target);
        }
    }
    let orphans: Vec<_> = pages.keys().filter(|path| !linked.contains(*path)).collect();
    assert!(orphans.is_empty(), "nothing leads to {orphans:?}");
}

#[test]
fn every_page_can_be_told_from_the_others() {
    let (pages, _) = site();
    let between = |html: &str, start: &str, end: &str| {
        html.split_once(start).unwrap().1.split(end).next().unwrap().to_owned()
    };
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    for (path, html) in &pages {
        let title = between(html, "<title>", "</title>");
        assert!((1..=70).contains(&title.chars().count()), "{path}: {title}");
        assert!(titles.insert(title), "{path}: its title is another's too");
        let description = between(html, "name=\"description\" content=\"", "\"");
        let length = description.chars().count();
        assert!((50..=160).contains(&length), "{path}: {length}: {description}");
        assert!(descriptions.insert(description), "{path}: its description is another's too");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        let ids = attributes(html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: {ids:?}");
    }
}

#[test]
fn headings_lead_down_one_level_at_a_time() {
    for (path, html) in &site().0 {
        let mut before = 0;
        for (at, _) in html.match_indices("<h") {
            let Some(level) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else {
                continue;
            };
            assert!(level <= before + 1, "{path}: h{level} after h{before}");
            before = level;
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched_from_elsewhere() {
    for (path, html) in &site().0 {
        // Scripts come from files of the site's own.
        let html = &html.replace("\n<script src=", "\n<img src=");
        for forbidden in
            ["<script", "<style", " style=", " onload=", " onclick=", "<iframe", "@import"]
        {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
        assert!(attributes(html, "src").iter().all(|src| !src.contains("://")), "{path}");
        assert!(html.contains("content=\"default-src 'none'; "), "{path}");
    }
}

#[test]
fn no_page_claims_that_something_is_still_to_come() {
    for (path, html) in &site().0 {
        for claim in ["upcoming", "Upcoming", "will take place"] {
            assert!(!html.contains(claim), "{path}: {claim}");
        }
    }
}
