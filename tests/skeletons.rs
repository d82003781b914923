//! What `new` writes is read without a complaint, and names every field that there is.

#![allow(clippy::unwrap_used, reason = "tests may fail")]

use dateline::commands::new::{NewFile, briefing, page};
use dateline::diagnostic::diagnostic::Diagnostic;
use dateline::model::id::Kind;
use dateline::model::place::TextFile;
use dateline::model::project::Project;
use dateline::parse::document::document;
use dateline::parse::schema::schema;
use dateline::parse::settings::settings;

const TODAY: &str = "2021-12-30";

fn skeletons() -> Vec<(Kind, NewFile)> {
    let project = Project::default();
    Kind::ALL.map(|kind| (kind, page(kind, "A name", &project, TODAY).unwrap())).into()
}

fn faults(path: &str, text: &str) -> Vec<String> {
    let parsed = document(&TextFile::new(path, text));
    assert!(parsed.document.is_some(), "{path}: {:?}", parsed.diagnostics);
    messages(&parsed.diagnostics)
}

fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
    let place = |d: &Diagnostic| d.place.as_ref().map(ToString::to_string).unwrap_or_default();
    diagnostics.iter().map(|d| format!("{}: {} {}", place(d), d.code.name(), d.message)).collect()
}

#[test]
fn a_new_page_is_read_without_a_complaint() {
    for (_, new) in skeletons() {
        assert_eq!(faults(&new.path, &new.text), [""; 0]);
    }
}

#[test]
fn a_new_page_with_every_optional_field_in_use_is_read_without_a_complaint() {
    for (_, new) in skeletons() {
        let mut text = String::new();
        for line in new.text.lines() {
            let field = line.strip_prefix("# ").filter(|text| !text.starts_with("Everything"));
            text.push_str(field.unwrap_or(line));
            text.push('\n');
        }
        assert_eq!(faults(&new.path, &text), [""; 0], "{text}");
    }
}

#[test]
fn a_new_page_names_every_field_of_its_kind() {
    for (kind, new) in skeletons() {
        let schema = schema(kind.word()).unwrap();
        for field in schema["properties"].as_object().unwrap().keys() {
            let named = new.text.lines().any(|line| {
                line.trim_start_matches("# ")
                    .strip_prefix(field)
                    .is_some_and(|l| l.starts_with(':'))
            });
            assert!(named, "{} does not name `{field}`", new.path);
        }
    }
}

#[test]
fn a_new_briefing_is_read_without_a_complaint() {
    let (mut pages, mut read) = (0, Vec::new());
    for file in briefing("my-briefing", TODAY) {
        if file.path.ends_with(".md") {
            pages += 1;
            read.extend(faults(&file.path, &file.text));
        }
        if file.path == "dateline.yaml" {
            let (_, diagnostics) = settings(&TextFile::new(file.path, file.text));
            read.extend(messages(&diagnostics));
        }
    }
    assert_eq!(read, [""; 0]);
    assert_eq!(pages, 5);
}
