//! Whatever stands in the files: no panic, no hang, no page that a browser would have to mend.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests touch files and may fail"
)]

mod fixture;

use std::collections::BTreeMap;

use dateline::engine::Engine;
use dateline::model::prose::Filling;
use fixture::html::{attribute, tags};
use fixture::{Random, compiled, files_with, project_of, well_formed};

const HEAD: &str = "---\ntitle: A section\n---\n";

/// [`fixture::SITE`] with sections that have these bodies.
fn with_bodies<'b>(bodies: impl IntoIterator<Item = &'b str>) -> Engine {
    let mut files = files_with("//- static/map.png\nx\n");
    for (n, body) in bodies.into_iter().enumerate() {
        files.insert(format!("content/sections/{n:04}-s{n}.md"), format!("{HEAD}{body}"));
    }
    compiled(project_of(&files))
}

/// Fails where a page is no sound HTML, or an id stands twice on it.
fn assert_sound(engine: &Engine, about: &str) {
    for (path, pieces) in well_formed(engine, about) {
        let mut ids = BTreeMap::new();
        for id in tags(&pieces).filter_map(|(_, attributes)| attribute(attributes, "id")) {
            *ids.entry(id).or_insert(0) += 1;
        }
        ids.retain(|_, times| *times > 1);
        assert!(ids.is_empty(), "{path} has ids twice: {ids:?}\n{about}");
    }
}

/// Fails where a text's holes are not in order, or a range of it is none.
fn assert_in_order(engine: &Engine, about: &str) {
    let Some(briefing) = engine.briefing() else { return };
    let pages = briefing.entities.iter().map(|entity| &entity.page);
    for page in std::iter::once(&briefing.front).chain(pages) {
        let file = &page.document.file;
        for prose in page.document.proses() {
            let told = format!("{}: {prose:#?}\n{about}", file.text);
            assert!(prose.holes.is_sorted_by_key(|hole| hole.at), "holes: {told}");
            for hole in &prose.holes {
                assert!(prose.html.is_char_boundary(hole.at as usize), "{hole:?}: {told}");
            }
            assert!(prose.names.is_sorted_by_key(|hole| hole.at), "names: {told}");
            let words = prose.quotations.iter().flat_map(|it| [it.words, it.sentence]);
            let headings = prose.headings.iter().map(|it| it.text);
            let sentences = prose.mentions.iter().map(|it| it.sentence);
            for span in words.chain(headings).chain(sentences) {
                assert!(prose.plain.get(span.range()).is_some(), "{span:?}: {told}");
            }
            let quoted = prose.quotations.iter().map(|it| it.span);
            let cited = prose.citations.iter().map(|it| it.span);
            let named = page.document.references.iter().map(|it| it.span);
            for span in quoted.chain(cited).chain(named) {
                assert!(file.text.get(span.range()).is_some(), "{span:?}: {told}");
            }
            let starts =
                prose.holes.iter().filter(|it| matches!(it.filling, Filling::QuotationStart(_)));
            assert_eq!(starts.count(), prose.quotations.len(), "{told}");
        }
    }
    for finding in engine.diagnostics().iter() {
        if let Some(place) = &finding.place {
            let text = place.file.text.get(place.span.range());
            assert!(text.is_some(), "{}: {}\n{about}", fixture::said(finding), place.file.text);
        }
    }
}

const TOKENS: &[&str] = &[
    "word ",
    "other words ",
    "I. ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "“",
    "”",
    "“",
    "”",
    "\"",
    "\"",
    "„",
    "“",
    "«",
    "»",
    "‘",
    "’",
    "‚",
    "*",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "[[joe]]",
    "[[joe|him]]",
    "[[event:talks]]",
    "[[nobody]]",
    "[@wire]",
    "[@wire]",
    "[ann@wire, p. 3]",
    "[@nobody]",
    "[@wire; @wire]",
    "[",
    "]",
    "[[",
    "]]",
    "](https://a.example/)",
    "(",
    ")",
    "<b>",
    "</b>",
    "<!-- x -->",
    "<div>\n",
    "&",
    "&amp;",
    "<",
    ">",
    "> ",
    "> > ",
    "- ",
    "  - ",
    "1. ",
    "# ",
    "### ",
    "| ",
    "|",
    "|---|---|\n",
    "[^1]",
    "[^1]: ",
    "\\",
    "    ",
    "![a](map.png)",
    "![*a “b” [[joe]]*](map.png)",
    "---\n",
    "===\n",
    "https://a.example/?a=1&b=2",
    "<https://a.example/>",
    "<a@b.example>",
    ".",
    "! ",
    "…",
    "[@wire, tr. Jo: „wir“]",
    "[ref]: https://a.example/ \"title\"\n",
    "[ref]",
    "#",
    "[x](#a)",
    "\u{a0}",
    "é",
    "👩‍🚀",
    "的",
    "\t",
    "a’b",
];

fn noise(random: &mut Random) -> String {
    let length = 2 + random.below(24);
    (0..length).map(|_| *random.one_of(TOKENS)).collect()
}

#[test]
fn noise_gives_sound_pages() {
    let mut random = Random::new(1);
    let rounds = if fixture::all_wanted() { 200 } else { 5 };
    for _ in 0..rounds {
        let bodies: Vec<String> = (0..250).map(|_| noise(&mut random)).collect();
        let engine = with_bodies(bodies.iter().map(String::as_str));
        for (path, text) in fixture::pages(&engine) {
            if !path.ends_with(".html") {
                continue;
            }
            if let Err(what) = fixture::html::pieces(&text) {
                let number =
                    path.strip_prefix("sections/s").and_then(|it| it.strip_suffix(".html"));
                let body = number.map_or("", |number| &bodies[number.parse::<usize>().unwrap()]);
                panic!("{path}: {what}\n{body}\n{body:?}");
            }
        }
        assert_sound(&engine, "");
        assert_in_order(&engine, "");
    }
}
