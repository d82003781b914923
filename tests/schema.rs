//! The JSON Schema that `dateline schema` prints is the contract that the reader holds.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read files and may fail")]

use std::fs;
use std::path::{Path, PathBuf};

use dateline::engine;
use jsonschema::Validator;
use serde_json::Value;

const KINDS: [(&str, &str); 4] =
    [("section", "sections"), ("actor", "actors"), ("event", "events"), ("source", "sources")];

fn validator(kind: &str) -> Validator {
    let schema: Value = serde_json::from_str(&engine::schema(kind)).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Front matter as any YAML program would read it: `2014` is a number, `true` is no text.
fn front_matter(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    let yaml = text.split("---\n").nth(1).unwrap();
    serde_yaml::from_str(yaml).unwrap()
}

#[test]
fn every_file_of_the_worked_example_passes() {
    let mut files = 0;
    for (kind, folder) in KINDS {
        let validator = validator(kind);
        for entry in fs::read_dir(content().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let matter = front_matter(&path);
            let errors: Vec<_> = validator.iter_errors(&matter).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
            files += 1;
        }
    }
    assert!(files > 40, "only {files} files");
    assert!(validator("briefing").is_valid(&front_matter(&content().join("briefing.md"))));
    let settings = fs::read_to_string(content().join("../dateline.yaml")).unwrap();
    assert!(validator("settings").is_valid(&serde_yaml::from_str::<Value>(&settings).unwrap()));
    let corrections = fs::read_to_string(content().join("corrections.yaml")).unwrap();
    let corrections: Value = serde_yaml::from_str(&corrections).unwrap();
    assert!(validator("corrections").is_valid(&corrections));
}

#[test]
fn slips_are_refused() {
    let actor = validator("actor");
    let passes = |yaml: &str| actor.is_valid(&serde_yaml::from_str::<Value>(yaml).unwrap());
    assert!(passes("name: Jo\nkind: person\n"));
    assert!(!passes("nmae: Jo\nkind: person\n"), "a misspelt field");
    assert!(!passes("name: Jo\nkind: persn\n"), "a word that is not of the list");
    assert!(!passes("name: Jo\n"), "a missing field");
    assert!(!passes("name: Jo\nkind: person\naliases: Joe\n"), "a text for a list");
    assert!(!passes("name: Jo\nkind: person\nrelations: [{with: x, kind: y}]\n"), "no source");
}

#[test]
fn every_field_has_a_meaning() {
    for kind in ["briefing", "section", "actor", "event", "source", "settings"] {
        let schema: Value = serde_json::from_str(&engine::schema(kind)).unwrap();
        for (name, field) in schema["properties"].as_object().unwrap() {
            assert!(field["description"].is_string(), "{kind}: {name}");
        }
    }
}
