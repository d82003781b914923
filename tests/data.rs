//! The data files of the project's own briefing: they fit their schemas, and say what the pages say.

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

const KINDS: [&str; 4] = ["sections", "actors", "events", "sources"];

/// The project's own content; a line that is not kept becomes a comment, so that lines keep their
/// numbers.
fn project(keep: impl Fn(&str) -> bool) -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &str| {
        let text = fs::read_to_string(root.join(path)).unwrap();
        let kept: Vec<_> = text.lines().map(|line| if keep(line) { line } else { "#" }).collect();
        TextFile::new(path, kept.join("\n") + "\n")
    };
    let mut paths = vec!["content/briefing.md".to_owned(), "content/corrections.yaml".to_owned()];
    for folder in KINDS {
        let entries = fs::read_dir(root.join("content").join(folder)).unwrap().map(Result::unwrap);
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        let files = names.filter(|name| name.ends_with(".md"));
        paths.extend(files.map(|name| format!("content/{folder}/{name}")));
    }
    paths.sort();
    Project {
        settings: Some(text("dateline.yaml")),
        content: paths.iter().map(|path| text(path)).collect(),
        ..Project::default()
    }
}

/// Every output that is made, by path.
fn outputs(project: Project) -> BTreeMap<String, String> {
    let engine = Engine::new(project, Vec::new());
    let errors: Vec<_> = engine.diagnostics().iter().map(|wrong| &wrong.message).collect();
    assert!(!engine.diagnostics().has_errors(), "{errors:?}");
    // A picture is no text (with the feature `cards`).
    let texts = engine.outputs().iter().filter(|output| !output.path.ends_with(".png"));
    let made = texts.filter_map(|output| match engine.make(output) {
        Ok(Content::Bytes(bytes)) => {
            Some((output.path.to_string(), String::from_utf8(bytes).unwrap()))
        }
        Ok(Content::Stream(stream)) => {
            Some((output.path.to_string(), String::from_utf8(stream.bytes()).unwrap()))
        }
        Ok(Content::CopyOf(_)) => None,
        Err(wrong) => panic!("{}: {wrong:?}", output.path),
    });
    made.collect()
}

fn whole() -> BTreeMap<String, String> {
    outputs(project(|_| true))
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().unwrap()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap()
}

#[test]
fn the_json_files_fit_their_schemas() {
    let site = whole();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
    for name in ["briefing", "evidence"] {
        let schema = fs::read_to_string(docs.join(format!("{name}.schema.json"))).unwrap();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let value: Value = serde_json::from_str(&site[&format!("{name}.json")]).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<_> = validator.iter_errors(&value).map(|wrong| wrong.to_string()).collect();
        assert!(errors.is_empty(), "{name}.json: {errors:#?}");
    }
}

#[test]
fn every_thing_has_its_page_and_every_name_in_the_data_is_something() {
    let site = whole();
    let briefing: Value = serde_json::from_str(&site["briefing.json"]).unwrap();
    let mut names = BTreeSet::from(["briefing".to_owned()]);
    for kind in KINDS {
        for thing in list(&briefing, kind) {
            assert!(site.contains_key(text(thing, "address")), "{}", thing["address"]);
            names.insert(format!("{}:{}", kind.trim_end_matches('s'), text(thing, "id")));
        }
    }
    for kind in KINDS {
        for mention in list(&briefing, kind).iter().flat_map(|thing| list(thing, "mentions")) {
            assert!(names.contains(text(mention, "from")), "{mention}");
            assert!(!text(mention, "sentence").is_empty(), "{mention}");
        }
    }
    for quotation in list(&briefing, "quotations") {
        assert!(names.contains(text(quotation, "page")), "{quotation}");
        let (page, anchor) = text(quotation, "address").split_once('#').unwrap();
        let anchor = format!(" id=\"{anchor}\"");
        assert_eq!(site[page].matches(&anchor).count(), 1, "{}", quotation["address"]);
    }
}

#[test]
fn no_mention_stands_twice() {
    let site = whole();
    let briefing: Value = serde_json::from_str(&site["briefing.json"]).unwrap();
    for kind in KINDS {
        for thing in list(&briefing, kind) {
            let mut seen = BTreeSet::new();
            for mention in list(thing, "mentions") {
                assert!(seen.insert(mention.to_string()), "{}: {mention}", thing["id"]);
            }
        }
    }
}

#[test]
fn the_tables_have_a_row_for_everything_and_agree_with_the_json() {
    let site = whole();
    let briefing: Value = serde_json::from_str(&site["briefing.json"]).unwrap();
    for (file, kind) in [("quotes.csv", "quotations"), ("events.csv", "events")] {
        let table = &site[file];
        assert!(!table.starts_with('\u{feff}'));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let head = reader.headers().unwrap().clone();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), list(&briefing, kind).len(), "{file}");
        for (row, thing) in rows.iter().zip(list(&briefing, kind)) {
            for (name, cell) in head.iter().zip(row) {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{file}: {cell}");
                if let Some(text) = thing.get(name).and_then(Value::as_str) {
                    assert_eq!(cell.trim_start_matches('\''), text, "{file}: {name}");
                }
            }
        }
    }
}

#[test]
fn codes_of_events_change_nothing_but_what_shows_them() {
    let is_code = |line: &str| line.starts_with("category:") || line.starts_with("mode:");
    let (with, without) = (whole(), outputs(project(|line| !is_code(line))));
    assert!(with["events.csv"].contains(",CONSULT/phone,"));
    assert!(with.keys().eq(without.keys()));
    for (path, content) in &with {
        let shows =
            path.starts_with("events/") || ["briefing.json", "events.csv"].contains(&&**path);
        assert!(shows || *content == without[path], "{path}");
    }
}
