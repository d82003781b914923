//! Archived texts stay private: of one that may not be published, nothing leaves but its hash and
//! the words that are quoted from it.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

mod fixture;

use std::collections::BTreeSet;

use dateline::engine::Engine;
use fixture::{engine_with, page, pages};
use serde_json::Value as Json;

/// A site that quotes in every way from a text in which every other word is a canary.
fn site(publish: &str) -> Engine {
    engine_with(&format!(
        "\
//- content/sections/02-more.md
---
title: More
event: talks
accounts:
  - by: joe
    source: wire
    text: It “began at noon”.
claims:
  - text: It “began at noon”.
    by: joe
    source: wire
    status: stated
---
They “began […] and ended well” [@wire], said the letter: “It was […] clear” [@letter].

> Nobody walked out. [@wire, tr. Jo Desk: „Niemand ging hinaus“]

He was “calm” [ann@wire, #mood].
//- content/sources/letter.md
---
title: A letter
kind: letter
by: ann
via: wire
---
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
language: de
url: https://news.example/report#top
archive:
  text: wire.txt
  {publish}
---
//- content/sources/wire/_wire.html
<p>ZZCANARY raw bytes
//- content/sources/wire/wire.txt
{}
",
        text()
    ))
}

/// A text with canaries everywhere but in what is quoted.
fn text() -> String {
    let canaries = |from: usize, to: usize| {
        (from..to).map(|n| format!("zzcanary{n}")).collect::<Vec<_>>().join(" ")
    };
    format!(
        "{} began at noon {} and ended well {}\n\nIt was {} short and clear {}. Niemand ging hinaus {} calm {}",
        canaries(0, 30),
        canaries(30, 42),
        canaries(42, 60),
        canaries(60, 66),
        canaries(66, 90),
        canaries(90, 110),
        canaries(110, 130)
    )
}

#[test]
fn of_a_private_text_nothing_leaves_but_what_is_quoted() {
    for publish in ["captured: typed", "publish: none"] {
        let engine = site(publish);
        let said = fixture::all_said(&engine.findings());
        assert!(said.iter().all(|it| !it.starts_with("error")), "{said:#?}");
        let mut verdicts = BTreeSet::new();
        for quotation in engine.briefing().unwrap().quotations.iter() {
            verdicts.insert(quotation.verdict.word());
        }
        assert_eq!(verdicts.into_iter().collect::<Vec<_>>(), ["elided", "exact"]);
        for (path, text) in pages(&engine) {
            assert!(!text.to_lowercase().contains("zzcanary"), "{path}");
        }
    }
}

#[test]
fn an_excerpt_never_holds_ten_words_that_are_not_quoted() {
    let engine = site("publish: excerpt");
    let words: Vec<String> = text().split_whitespace().map(str::to_owned).collect();
    let runs: Vec<String> = words.windows(10).map(|run| run.join(" ")).collect();
    let source = page(&engine, "sources/wire.html");
    assert!(source.contains("zzcanary29 <mark>began at noon</mark> zzcanary30"), "{source}");
    assert!(
        source.contains("<span class=\"left-out\">[14 words left out]</span>")
            || source.contains("words left out"),
        "{source}"
    );
    for (path, text) in pages(&engine) {
        let plain: String =
            text.split('<').map(|it| it.split_once('>').map_or(it, |(_, it)| it)).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let canaries = |run: &&String| run.split(' ').all(|word| word.contains("zzcanary"));
        let found = runs.iter().filter(canaries).find(|run| plain.contains(run.as_str()));
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn a_free_text_is_shown_whole_with_its_passages_marked() {
    let engine = site("publish: full\n  licence: CC BY 4.0");
    let source = page(&engine, "sources/wire.html");
    assert!(source.contains("zzcanary0 zzcanary1 zzcanary2 zzcanary3"), "{source}");
    assert!(source.contains("\">short and clear</a></mark>"), "{source}");
}

#[test]
fn passages_and_quotations_lead_to_one_another_and_to_the_live_page() {
    let engine = site("publish: excerpt");
    let quotations = &engine.briefing().unwrap().quotations;
    let quotation = quotations.iter().find(|it| &*it.text == "began at noon").unwrap();
    let id = &quotation.id;
    let source = page(&engine, "sources/wire.html");
    assert!(source.contains(&format!("<li id=\"p-{id}\">")), "{source}");
    assert!(source.contains(&format!("href=\"../sections/more.html#q-{id}\"")), "{source}");
    let list = page(&engine, "quotes.html");
    assert!(list.contains(&format!("href=\"sources/wire.html#p-{id}\"")), "{list}");
    let section = page(&engine, "sections/more.html");
    assert!(section.contains(&format!("id=\"q-{id}\"")));
    assert!(
        section
            .contains(&format!("</span><a class=\"found\" href=\"../sources/wire.html#p-{id}\""))
    );
    assert!(source.contains("href=\"https://news.example/report#top:~:text=began%20at%20noon\""));
}

#[test]
fn annotations_resolve_by_offset_and_by_words() {
    for publish in ["publish: none", "publish: excerpt"] {
        let engine = site(publish);
        let json = pages(&engine).remove("annotations.json").unwrap();
        let json: Json = serde_json::from_str(&json).unwrap();
        let text = text() + "\n";
        let items = json["items"].as_array().unwrap();
        assert_eq!(items.len(), engine.briefing().unwrap().quotations.len());
        for target in items.iter().flat_map(|item| item["target"].as_array().unwrap()) {
            let (quote, position) = (&target["selector"][0], &target["selector"][1]);
            let number = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
            let (start, end) = (number("start"), number("end"));
            let there: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(quote["exact"], there);
            assert_eq!(quote.get("prefix").is_some(), publish == "publish: excerpt");
            if let Some(prefix) = quote.get("prefix") {
                let whole = format!(
                    "{}{there}{}",
                    prefix.as_str().unwrap(),
                    quote["suffix"].as_str().unwrap()
                );
                assert!(text.contains(&whole), "{whole}");
            }
            let sha256 = dateline::hash::sha256_hex(text.as_bytes());
            assert_eq!(target["source"]["id"], format!("urn:sha256:{sha256}"));
        }
    }
}
