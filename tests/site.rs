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
use serde_json::Value;

/// The project, with another address of the site or none.
fn project(base_url: &str) -> Project {
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
    let settings = text("dateline.yaml").text.replace("base_url: https://example.org/", base_url);
    Project {
        settings: Some(TextFile::new("dateline.yaml", settings)),
        content: paths.iter().map(|path| text(path)).collect(),
        ..Project::default()
    }
}

/// All pages, and the paths of all outputs.
fn site() -> (BTreeMap<String, String>, BTreeSet<String>) {
    site_at("base_url: https://example.org/call/")
}

fn site_at(base_url: &str) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let engine = Engine::new(project(base_url), Vec::new());
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
fn every_page_leads_to_the_feeds_where_there_are_some() {
    let feeds = |html: &str| html.matches("<link rel=\"alternate\" type=\"application/").count();
    for (path, html) in &site().0 {
        assert_eq!(feeds(html), 2, "{path}");
    }
    for (path, html) in &site_at("").0 {
        assert_eq!(feeds(html), 0, "{path}");
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
        // Data, which no browser runs; and scripts come from files of the site's own.
        let html = &html.replace("<script type=\"application/ld+json\">{", "");
        let html = &html.replace(
            "
<script src=",
            "
<img src=",
        );
        for forbidden in
            ["<script", "<style", " style=", " onload=", " onclick=", "<iframe", "@import"]
        {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
        assert!(attributes(html, "src").iter().all(|src| !src.contains("://")), "{path}");
        assert!(html.contains("content=\"default-src 'none'; "), "{path}");
    }
}

/// The names of schema.org in use (as of its version 29), each type with the properties told of it.
const SCHEMA_ORG: &[(&str, &str)] = &[
    (
        "BackgroundNewsArticle",
        "headline description url inLanguage datePublished dateModified author publisher isPartOf \
         hasPart about mentions citation correction",
    ),
    (
        "NewsMediaOrganization",
        "name url correctionsPolicy ethicsPolicy unnamedSourcesPolicy verificationFactCheckingPolicy",
    ),
    ("Person", "name alternateName description jobTitle affiliation sameAs image subjectOf"),
    ("Organization", "name alternateName description sameAs image subjectOf url correctionsPolicy"),
    ("GovernmentOrganization", "name alternateName description sameAs image subjectOf"),
    ("Country", "name alternateName description sameAs image subjectOf"),
    (
        "Event",
        "name description startDate endDate eventStatus location attendee superEvent subjectOf",
    ),
    ("Place", "name containedInPlace"),
    ("NewsArticle", SOURCE),
    ("Article", SOURCE),
    ("Report", SOURCE),
    ("SocialMediaPosting", SOURCE),
    ("Dataset", SOURCE),
    ("CreativeWork", SOURCE),
    ("Quotation", "text spokenByCharacter citation isPartOf"),
    ("CorrectionComment", "datePublished text description"),
    ("WebPage", PAGE),
    ("CollectionPage", PAGE),
    ("ItemList", "numberOfItems itemListElement"),
    ("BreadcrumbList", "itemListElement"),
    ("ListItem", "position name item"),
];
const SOURCE: &str = "name genre author publisher datePublished url inLanguage archivedAt isBasedOn \
                      recordedAt subjectOf";
const PAGE: &str = "name description url inLanguage isPartOf about mainEntity correction";

/// Checks the names in a value, and gathers the ids that it refers to with the names that go with
/// them.
fn gather(path: &str, value: &Value, top: bool, referred: &mut Vec<(String, Option<String>)>) {
    let Some(object) = value.as_object() else {
        let inner = value.as_array().into_iter().flatten();
        return inner.for_each(|value| gather(path, value, false, referred));
    };
    let types = match object.get("@type") {
        Some(Value::Array(types)) => types.clone(),
        is => is.cloned().into_iter().collect(),
    };
    let types: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
    let id = object.get("@id").and_then(Value::as_str);
    let of = |is: &&str| SCHEMA_ORG.iter().find(|(name, _)| name == is).expect(is).1;
    let known: Vec<&str> = types.iter().map(of).collect();
    for (name, value) in object.iter().filter(|(name, _)| !name.starts_with('@')) {
        let allowed = known.iter().any(|all| all.split_whitespace().any(|known| known == name));
        assert!(allowed, "{path}: `{name}` of {types:?}");
        assert!(!value.is_null() && value != "", "{path}: {name}");
        gather(path, value, false, referred);
    }
    // What has no type is an address and nothing else, or programs do not know what it is.
    assert!(!types.is_empty() || (id.is_some() && object.len() == 1), "{path}: {value}");
    if let (Some(id), false) = (id, top) {
        let name = object.get("name").or(object.get("headline"));
        let name = name.and_then(Value::as_str).map(str::to_owned);
        referred.push((id.to_owned(), name));
    }
}

#[test]
fn what_pages_tell_programs_has_known_names_and_every_id_stands_somewhere() {
    let base = "https://example.org/call/";
    for base_url in [Some(base), None] {
        let line = base_url.map_or_else(String::new, |base| format!("base_url: {base}"));
        let (mut defined, mut referred) = (BTreeMap::new(), Vec::new());
        for (path, html) in site_at(&line).0 {
            let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else {
                assert!(html.contains("http-equiv=\"refresh\""), "{path} tells nothing");
                continue;
            };
            let block: Value =
                serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
            assert_eq!(block["@context"], "https://schema.org");
            let whole = |id: &str| match base_url {
                Some(base) => {
                    id.strip_prefix(base).unwrap_or_else(|| panic!("{path}: {id}")).to_owned()
                }
                None if path == "404.html" => id.to_owned(),
                None => resolve(&path, id),
            };
            for node in block["@graph"].as_array().unwrap() {
                let mut ids = Vec::new();
                gather(&path, node, true, &mut ids);
                referred.extend(ids.into_iter().map(|(id, name)| (path.clone(), whole(&id), name)));
                if let Some(id) = node["@id"].as_str() {
                    let name = node.get("name").or(node.get("headline")).and_then(Value::as_str);
                    let before = defined.insert(whole(id), name.map(str::to_owned));
                    assert_eq!(before, None, "{path}: {id} stands twice");
                }
            }
        }
        for (path, id, name) in referred {
            let there = defined.get(&id).unwrap_or_else(|| panic!("{path}: {id} stands nowhere"));
            assert!(name.is_none() || name == *there, "{path}: {id} is called {name:?}");
        }
        let home = if base_url.is_some() { "#it" } else { "index.html#it" };
        assert!(defined[home].is_some(), "{base_url:?}");
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
