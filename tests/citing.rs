//! Sources in any reference style, and the site's pages for those who cite them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, dead_code, reason = "tests may fail")]

mod fixture;

use std::collections::BTreeSet;

use dateline::citation::style::names;
use serde_json::Value;

const WIRE: &str = "\
//- content/sources/wire.md
---
title: A report & more
kind: wire-report
by: joe
publisher: The Agency
published: 2021-12-20
url: https://wire.example/report
accessed: 2021-12-22
archive:
  retrieved: 2021-12-23
  url: https://archive.example/1
---
";

fn with_style(style: &str) -> String {
    let settings = fixture::files(fixture::SITE)["dateline.yaml"].clone();
    format!("{WIRE}//- dateline.yaml\n{settings}citation_style: {style}\n")
}

/// The list of notes of the section's page.
fn notes(site: &str) -> String {
    let engine = fixture::engine_with(site);
    fixture::assert_clean(&engine);
    let page = fixture::page(&engine, "sections/the-call.html");
    let start = page.find("<section class=\"notes\"").unwrap();
    let end = start + page[start..].find("</section>").unwrap();
    page[start..end].to_owned()
}

#[test]
fn a_reference_says_when_its_address_was_looked_at_and_where_a_copy_is() {
    let notes = notes(WIRE);
    assert!(notes.contains(">Address</a>, last looked at <time"), "{notes}");
    assert!(notes.contains("href=\"https://archive.example/1\">Archived</a> <time"), "{notes}");
}

#[test]
fn where_an_address_is_dead_the_copy_comes_first() {
    let site = WIRE.replace("  retrieved:", "  gone: 2021-12-25\n  retrieved:");
    let engine = fixture::engine_with(&site);
    let notes = notes(&site);
    let (copy, dead) = (notes.find(">Archived<").unwrap(), notes.find(">Address<").unwrap());
    assert!(copy < dead, "{notes}");
    assert!(notes.contains("no longer there since <time datetime=\"2021-12-25\">"), "{notes}");
    let page = fixture::page(&engine, "sources/wire.html");
    let facts = page.split("<dl").nth(1).unwrap().split("</dl>").next().unwrap();
    let (copy, dead) =
        (facts.find("archive.example/1").unwrap(), facts.find("wire.example").unwrap());
    assert!(copy < dead, "{facts}");
}

#[test]
fn another_style_sets_the_same_sources_otherwise() {
    let (plain, apa, notes_style) =
        (notes(WIRE), notes(&with_style("apa")), notes(&with_style("chicago-notes")));
    assert_ne!(apa, notes_style);
    for notes in [&plain, &apa, &notes_style] {
        assert!(notes.contains("href=\"https://archive.example/1\""), "{notes}");
        assert!(notes.contains("../sources/wire.html"), "{notes}");
        assert!(notes.contains("href=\"https://wire.example/report\""), "{notes}");
        assert!(notes.to_lowercase().contains("a report &amp; more</a>"), "{notes}");
        assert_eq!(notes.matches("<li id=").count(), 1, "{notes}");
    }
    assert!(apa.contains("(2021, December 20)"), "{apa}");
    assert!(apa.contains("<i><a href=") || apa.contains("<a href="), "{apa}");
}

#[test]
fn every_style_names_the_source_and_leads_to_it() {
    let all: BTreeSet<&str> = names().collect();
    assert!(all.len() >= 80, "{}", all.len());
    let step = if fixture::all_wanted() { 1 } else { 9 };
    for style in all.into_iter().step_by(step) {
        let notes = notes(&with_style(style));
        let words = notes.to_lowercase();
        assert!(words.contains("../sources/wire.html\">"), "{style}: {notes}");
        assert!(words.contains("wire.example") && words.contains("archive.example"), "{style}");
    }
}

#[test]
fn a_style_that_nobody_knows_is_an_error_that_names_the_nearest() {
    let engine = fixture::engine_with(&with_style("chicago-note"));
    let said = fixture::all_said(engine.diagnostics());
    assert!(
        said.iter().any(|it| it.contains("no reference style is called `chicago-note`")
            && it.contains("did you mean `chicago-notes`?")),
        "{said:?}"
    );
}

const RELEASES: &str = "\
//- releases/2022-01-03-0000000001.json
{\"format\": 1, \"date\": \"2022-01-03T10:00:00Z\", \"version\": 1,
 \"briefing\": {\"hash\": \"aa\", \"name\": \"x\"},
 \"entities\": {\"actor:joe\": {\"hash\": \"1\", \"name\": \"x\"}, \"actor:ann\": {\"hash\": \"1\", \"name\": \"x\"}}}
//- releases/2022-02-04-0000000002.json
{\"format\": 1, \"date\": \"2022-02-04T10:00:00Z\", \"version\": 2,
 \"briefing\": {\"hash\": \"aa\", \"name\": \"x\"},
 \"entities\": {\"actor:joe\": {\"hash\": \"2\", \"name\": \"x\"}, \"actor:ann\": {\"hash\": \"1\", \"name\": \"x\"}}}
";

#[test]
fn a_page_is_cited_with_the_version_that_last_changed_it() {
    let engine = fixture::engine_with(RELEASES);
    let page = fixture::page(&engine, "actors/joe.html");
    assert!(
        page.contains("“Joe Doe”, The call, Version 2, <time datetime=\"2022-02-04\">"),
        "{page}"
    );
    assert!(page.contains("https://news.example/call/actors/joe.html</p>"));
    let ann = fixture::page(&engine, "actors/ann.html");
    assert!(ann.contains("Version 1, <time datetime=\"2022-01-03\">"));
    // What was never published has no version, but the day from which the briefing speaks.
    let wire = fixture::page(&engine, "sources/wire.html");
    assert!(wire.contains("“A report”, The call, As of <time datetime=\"2021-12-30\">"), "{wire}");
}

#[test]
fn reference_managers_can_read_all_three_files() {
    let engine = fixture::engine_with(RELEASES);
    let outputs = fixture::outputs(&engine);
    let pages = 1 + engine.briefing().unwrap().entities.len();

    let json: Value = serde_json::from_slice(&outputs["cite.json"]).unwrap();
    let items = json.as_array().unwrap();
    assert_eq!(items.len(), pages);
    let joe = items.iter().find(|item| item["id"] == "actor-joe").unwrap();
    assert_eq!(joe["version"], "2");
    assert_eq!(joe["issued"]["date-parts"], serde_json::json!([[2022, 2, 4]]));
    assert_eq!(joe["URL"], "https://news.example/call/actors/joe.html");

    let bibtex = String::from_utf8(outputs["cite.bib"].clone()).unwrap();
    let entries: Vec<&str> = bibtex.split("\n\n").filter(|it| !it.is_empty()).collect();
    assert_eq!(entries.len(), pages);
    for entry in &entries {
        let depth = entry.chars().fold(0, |depth, c| match c {
            '{' => depth + 1,
            '}' => depth - 1,
            _ => depth,
        });
        assert!(entry.starts_with("@online{") && depth == 0, "{entry}");
    }
    assert!(bibtex.contains("@online{actor-joe,\n  title = {{Joe Doe}}"), "{bibtex}");
    assert!(bibtex.contains("  date = {2022-02-04},\n  version = {2},"), "{bibtex}");

    let ris = String::from_utf8(outputs["cite.ris"].clone()).unwrap();
    assert_eq!(ris.matches("TY  - ELEC\r\n").count(), pages);
    assert_eq!(ris.matches("ER  - \r\n").count(), pages);
    assert!(ris.lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{ris}");
    assert!(ris.contains("DA  - 2022/02/04\r\n"));
}
