//! What `docs/templates.md` says is what pages hand over.

use std::collections::{BTreeMap, BTreeSet};

use crate::release::record::Record;
use crate::render::contract::{NAMES, ROW};
use crate::render::renderer::Renderer;
use crate::render::tests::{fixture, renderer};
use crate::render::theme::Value;
use crate::words::table::Words;

const DOCS: &str = include_str!("../../../docs/templates.md");

/// The names that a part of the document lists: the first text in backticks of each row. A row
/// that leads to a shape stands for what the shape holds.
fn documented(part: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for row in part.lines().filter(|line| line.starts_with("| `")) {
        let name = row.split('`').nth(1).unwrap();
        match row.split_once("](#") {
            Some((_, anchor)) => {
                let shape = documented(shape(anchor.split(')').next().unwrap()));
                names.extend(shape.into_iter().map(|field| format!("{name}.{field}")));
            }
            None => drop(names.insert(name.to_owned())),
        }
    }
    names
}

/// The part of the document on a shape, by the anchor of its heading.
fn shape(anchor: &str) -> &'static str {
    let shapes = DOCS.split("\n### ").skip(1);
    let named =
        |part: &&str| part.lines().next().unwrap().to_lowercase().replace(' ', "-") == anchor;
    shapes.into_iter().find(named).unwrap_or_else(|| panic!("no shape `{anchor}`"))
}

/// The parts of the document, by the template that their heading names.
fn sections() -> BTreeMap<&'static str, BTreeSet<String>> {
    let (pages, _) = DOCS.split_once("\n## Shapes").unwrap();
    let sections = pages.split("\n## ").skip(1).map(|section| {
        let heading = section.lines().next().unwrap();
        (heading.split('`').nth(1).unwrap_or(heading), documented(section))
    });
    sections.collect()
}

/// The names inside a value: `roles[].title`.
fn add_paths(value: &Value, name: &str, paths: &mut BTreeSet<String>) {
    if let Some(map) = value.as_map() {
        for (key, value) in map {
            add_paths(value, &format!("{name}.{key}"), paths);
        }
    } else if let Some(list) = value.as_array() {
        paths.insert(format!("{name}[]"));
        for value in list {
            add_paths(value, &format!("{name}[]"), paths);
        }
        // Lists of maps are listed by what their entries hold.
        if list.iter().any(|value| value.as_map().is_some() || value.as_array().is_some()) {
            paths.remove(&format!("{name}[]"));
        }
    } else {
        paths.insert(name.to_owned());
    }
}

/// The same, published twice, with a change between the two.
fn published(renderer: Renderer) -> Renderer {
    let mut first = Record::new(renderer.briefing(), "2022-01-01T12:00:00Z", &[]);
    if let Some(remembered) = first.entities.values_mut().next() {
        remembered.hash = "before".into();
    }
    let second = Record::new(renderer.briefing(), "2022-01-02T12:00:00Z", &[first.clone()]);
    renderer.with_history(vec![super::frozen(), first, second])
}

/// What the pages of each template get.
fn handed_over() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for briefing in [fixture::briefing(), fixture::large()] {
        let renderer = published(renderer(briefing));
        for output in renderer.outputs() {
            let Some((template, variables)) = renderer.variables(output) else { continue };
            for name in NAMES.iter().filter(|name| **name != "words") {
                if let Some(value) = variables.get(name) {
                    add_paths(value, name, all.entry(template).or_default());
                }
            }
        }
    }
    // Where a field is a map on one page and nothing on another, the map says more; the same for
    // lists that are empty on some pages.
    for paths in all.values_mut() {
        let inner = |path: &str| {
            let (map, list) = (format!("{path}."), format!("{}.", path));
            paths.iter().any(|other| {
                other.starts_with(&map) || (path.ends_with("[]") && other.starts_with(&list))
            })
        };
        let outer: Vec<String> = paths.iter().filter(|path| inner(path)).cloned().collect();
        for path in outer {
            paths.remove(&path);
        }
    }
    all
}

#[test]
fn every_variable_is_documented_and_every_documented_variable_exists() {
    let sections = sections();
    let every_page = &sections["Every page"];
    for (template, paths) in handed_over() {
        let documented = &sections[template];
        // The trail of a page at the top is an empty list.
        // Without the feature `cards` there is no picture.
        let empty = ["trail[]", "social_card"];
        let framed = |path: &&String| every_page.contains(*path) || empty.contains(&path.as_str());
        let own: BTreeSet<String> = paths.iter().filter(|path| !framed(path)).cloned().collect();
        assert_eq!(&own, documented, "`{template}`; left: handed over, right: documented");
        if paths.contains("page.path") {
            let optional = |path: &&String| {
                **path == "words" || empty.iter().any(|empty| path.starts_with(empty))
            };
            let missing: Vec<_> = every_page
                .iter()
                .filter(|path| !paths.contains(*path) && !optional(path))
                .collect();
            assert!(missing.is_empty(), "{template}: {missing:?}");
        }
    }
}

#[test]
fn every_field_of_a_row_is_handed_over_and_every_one_handed_over_is_known() {
    let all: BTreeSet<String> = handed_over().into_values().flatten().collect();
    // What has fields but is no row.
    let holds = |path: &&String| path.starts_with("page.") || path.starts_with("social_card.");
    let of_rows = all.iter().filter(|path| !holds(path));
    let holders = |path: &str| if path.starts_with("site.") { 2 } else { 1 };
    let fields = of_rows.flat_map(|path| path.split('.').skip(holders(path)));
    let fields: BTreeSet<&str> = fields.map(|field| field.trim_end_matches("[]")).collect();
    assert_eq!(ROW, fields.into_iter().collect::<Vec<_>>());
}

#[test]
fn every_name_of_the_contract_is_handed_over_somewhere() {
    let handed: BTreeSet<String> = handed_over().into_values().flatten().collect();
    for name in NAMES.iter().filter(|name| **name != "words") {
        let given = handed.iter().any(|path| path.split(['.', '[']).next() == Some(name));
        assert!(given, "no page has `{name}`");
    }
}

#[test]
fn every_word_is_used_by_a_template_or_a_page() {
    let templates: String =
        crate::render::builtin::templates().values().map(|file| &*file.text).collect();
    let sources = concat!(
        include_str!("../cards.rs"),
        include_str!("../stock.rs"),
        include_str!("../sheet.rs"),
        include_str!("../fill.rs"),
        include_str!("../frozen.rs"),
        include_str!("../views/accounts.rs"),
        include_str!("../views/claims.rs"),
        include_str!("../views/rows.rs"),
        include_str!("../views/lists.rs"),
        include_str!("../views/timeline.rs"),
        include_str!("../views/quotes.rs"),
        include_str!("../views/evidence.rs"),
        include_str!("../views/corrections.rs"),
        include_str!("../views/small.rs"),
        include_str!("../views/backlinks.rs"),
        include_str!("../views/actor.rs"),
        include_str!("../views/event.rs"),
        include_str!("../views/source.rs"),
        include_str!("../views/section.rs"),
        include_str!("../views/search.rs"),
        include_str!("../views/relations.rs"),
        include_str!("../drawing/time.rs"),
        include_str!("../drawing/arcs.rs"),
        include_str!("../jsonld/graph.rs"),
        include_str!("../data/search_index.rs"),
    );
    let unused: Vec<_> = Words::NAMES
        .iter()
        .filter(|name| {
            let used = format!("words.{name}");
            let ends = |text: &str| {
                text.match_indices(&used).any(|(at, _)| {
                    !text[at + used.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
                })
            };
            !ends(&templates) && !ends(sources)
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
