//! Names that are linked by themselves.

#![allow(clippy::unwrap_used, dead_code, reason = "tests may fail")]

mod fixture;

use dateline::engine::Engine;

const TEXT: &str = "\
//- content/actors/joe.md
---
name: Joe Doe
kind: person
aliases: [Mr Doe, Джо Доу]
weak_aliases: [the president]
---
He met Ann Roe.
//- content/actors/jon.md
---
name: Jon Doe
kind: person
aliases: [Doe]
---
[[joe]] is another.
//- content/actors/don.md
---
name: Don Doe
kind: person
aliases: [Doe]
---
[[jon]] and [[don|this one]] are two.
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
## Joe Doe calls

“Ann Roe and Joe Doe are fine” [@wire], said *Mr Doe*; `Ann Roe` and MrDoe too & so on. Doe was there. Then
came **Ann Roe** & others, and Joe Doe, the president.

> Ann Roe talks long. [@wire]

The [[talks]], and [[don]], and Don Doe; Ann Roes.
";

fn site(auto_link: bool) -> Engine {
    let settings = fixture::files(fixture::SITE)["dateline.yaml"].clone();
    let engine = fixture::engine_with(&format!(
        "{TEXT}//- dateline.yaml\n{settings}auto_link: {auto_link}\n"
    ));
    if auto_link {
        fixture::assert_clean(&engine);
    }
    engine
}

/// The section's own text.
fn text(engine: &Engine) -> String {
    let page = fixture::page(engine, "sections/the-call.html");
    let start = page.find("<div class=\"prose\">").unwrap();
    page[start..].split("<section class=\"notes\"").next().unwrap().to_owned()
}

fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        rest = after.split_once('>').unwrap().1;
    }
    out + rest
}

#[test]
fn the_first_free_name_of_each_actor_becomes_a_link_and_no_word_changes() {
    let (with, without) = (text(&site(true)), text(&site(false)));
    assert_eq!(without_tags(&with), without_tags(&without));
    assert_eq!(with.matches("actors/joe.html").count(), 1, "{with}");
    assert!(with.contains("<em><a href=\"../actors/joe.html\">Mr Doe</a></em>"), "{with}");
    assert_eq!(with.matches("actors/ann.html").count(), 1, "{with}");
    assert!(with.contains("<strong><a href=\"../actors/ann.html\">Ann Roe</a></strong>"), "{with}");
    // The author has linked this one; and one name fits two.
    assert_eq!(with.matches("actors/don.html").count(), 1, "{with}");
    assert!(!with.contains("actors/jon.html"), "{with}");
    assert!(!without.contains("actors/joe.html") && !without.contains("actors/ann.html"));
}

#[test]
fn the_other_page_knows_in_which_sentence() {
    let joe = fixture::page(&site(true), "actors/joe.html");
    assert!(joe.contains("said Mr Doe; Ann Roe and MrDoe too"), "{joe}");
    let ann = fixture::page(&site(true), "actors/ann.html");
    assert!(ann.contains("Then came Ann Roe &amp; others, and Joe Doe, the president."), "{ann}");
    assert!(ann.contains("He met Ann Roe."), "{ann}");
}

#[test]
fn names_of_other_scripts_are_words_too() {
    let section = "//- content/sections/01-the-call.md\n---\ntitle: x\n---\nДжо Доусон и Джо Доу говорили о [[talks]].\n";
    let settings = fixture::files(fixture::SITE)["dateline.yaml"].clone();
    let site = format!("{TEXT}//- dateline.yaml\n{settings}auto_link: true\n{section}");
    let html = text(&fixture::engine_with(&site));
    assert!(html.contains("Джо Доусон и <a href=\"../actors/joe.html\">Джо Доу</a>"), "{html}");
}

/// An edit gives what compiling anew gives.
#[test]
fn an_edit_finds_its_names() {
    let before = site(true);
    let settings = fixture::files(fixture::SITE)["dateline.yaml"].clone();
    let section = "//- content/sections/01-the-call.md\n---\ntitle: Fifty minutes\n---\nAnn Roe at the [[talks]].\n";
    let all = format!("{TEXT}//- dateline.yaml\n{settings}auto_link: true\n{section}");
    let anew = fixture::engine_with(&all);
    let edited = before.after(fixture::site_with(&all), Vec::new());
    assert_eq!(fixture::pages(&edited), fixture::pages(&anew));
    assert!(text(&edited).contains("actors/ann.html"));
}
