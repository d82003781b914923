//! A site in another language: nothing on its pages is left in English, and where its language runs
//! from right to left, so do they.
//!
//! What its author wrote is in Greek, so that every Latin word on a page is ours, or a name.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests read files and may fail"
)]

mod fixture;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use fixture::html::{Piece, attribute};

/// A site of every kind of page, with everything on them that can be.
const SITE: &str = "\
//- dateline.yaml
title: Η κλήση
language: en
base_url: https://news.example/call/
time_zones: [America/New_York, Europe/Moscow]
publisher: {name: Ο εκδότης, url: https://news.example/}
policies:
  corrections: https://news.example/1
  ethics: https://news.example/2
  unnamed_sources: https://news.example/3
  verification: https://news.example/4
//- content/briefing.md
---
title: Τι αποφασίστηκε
summary: Οι δύο πρόεδροι μίλησαν για πενήντα λεπτά και συμφώνησαν να ξαναμιλήσουν.
as_of: 2021-12-30
updated: 2021-12-31
authors: [Άννα, Νίκος]
key_points: [Μίλησαν πενήντα λεπτά.]
unknowns: [Δεν ξέρουμε τι θα γίνει.]
---
[[joe]] και [[ann]] μίλησαν [[talks]] [@wire].
//- content/sections/01-first.md
---
title: Η πρώτη ενότητα
event: talks
accounts:
  - {by: joe, source: wire, text: Είπε “ήταν σύντομη και σαφής”.}
claims:
  - {text: Ήταν μακρά., by: ann, source: foreign, status: confirmed, for: [wire]}
  - {text: Ήταν μακρά., by: ann, source: foreign, status: disputed, for: [letter], against: [wire]}
---
Η [[talks|κλήση]] ήταν “σύντομη και σαφής” [joe@wire, #arms]. Είπε “Όλοι μίλησαν για πολλά ζητήματα […] συμφώνησαν να μιλήσουν ξανά” [joe@wire]
και “σαφής — όχι μακρά” [joe@wire]. Άλλος είπε “δεν ξέρω” [ann@letter]. Και [[joe]].
> Τίποτα δεν τέλειωσε. [@foreign, tr. Νίκος: „Ничего не кончено“]
//- content/sections/02-second.md
---
title: Η δεύτερη ενότητα
---
Τίποτα.
//- content/actors/joe.md
---
name: Τζο
kind: person
aliases: [Ιωσήφ]
roles:
  - {title: Πρόεδρος, organisation: Χώρα, from: 2021-01-20}
  - {title: Αντιπρόεδρος, from: 2009, to: 2017}
  - {title: Γερουσιαστής, to: 2009-01}
relations: [{with: ann, kind: αντίπαλος, from: 2019, source: wire}]
represents: land
wikidata: Q42
former_ids: [joseph]
---
Μίλησε.
//- content/actors/ann.md
---
name: Άννα
kind: group
---
Μίλησε.
//- content/actors/land.md
---
name: Χώρα
kind: state
---
Χώρα.
//- content/events/talks.md
---
title: Η συνομιλία
when: 2021-12-30T15:35-05:00
status: occurred
place: {name: Αθήνα, country: Ελλάδα}
participants: [{actor: joe, as: οικοδεσπότης}, {actor: ann}]
sources: [wire]
category: CONSULT
mode: τηλέφωνο
accounts:
  - {by: joe, source: wire, text: Είπε “ήταν σύντομη και σαφής”.}
claims:
  - {text: Ήταν μακρά., by: ann, source: foreign, status: stated}
  - {text: Ήταν μακρά., by: ann, source: foreign, status: unverified}
  - {text: Ήταν μακρά., by: ann, source: foreign, status: denied, against: [wire]}
---
Μίλησαν.
//- content/events/later.md
---
title: Η επόμενη
when: 2022-01~
status: scheduled
participants: [{actor: ann}]
follows: talks
part_of: talks
---
//- content/events/never.md
---
title: Η ματαιωμένη
when: 2022-02-0X
status: cancelled
---
//- content/events/other.md
---
title: Η αναβληθείσα
when: 2022-01/2022-02
status: postponed
---
//- content/events/said.md
---
title: Η φήμη
when: 202X
status: reported
---
//- content/sources/wire.md
---
title: Αναφορά
kind: wire-report
by: joe
event: talks
publisher: Πρακτορείο
published: 2021-12-30
accessed: 2021-12-31
url: https://news.example/wire
language: el
archive: {text: wire.txt, captured: typed, licence: Ελεύθερο, publish: full}
---
//- content/sources/wire/wire.txt
Η κλήση ήταν σύντομη και σαφής – όχι μακρά.

Όλοι μίλησαν για πολλά ζητήματα και στο τέλος συμφώνησαν να μιλήσουν ξανά. Άλλος είπε: δεν ξέρω.
//- content/sources/letter.md
---
title: Επιστολή
kind: letter
by: land
attribution: unnamed-official
language: el
via: wire
---
//- content/sources/foreign.md
---
title: Ξένη δήλωση
kind: statement
attribution: unnamed-source
language: ru
---
//- content/corrections.yaml
- {date: 2021-12-31, page: talks, was: Εκείνο., now: Αυτό., why: Λάθος.}
";

/// Latin words that may stand on a page of any language: names, and what is in an address.
const NAMES: [&str; 11] =
    ["Wikidata", "SHA", "New", "York", "Moscow", "arms", "joseph", "BibTeX", "RIS", "CSL", "JSON"];

/// Every page of the site in a language, with enough events for long lists.
fn pages(language: &str) -> BTreeMap<String, Vec<Piece>> {
    let mut files = fixture::files(SITE);
    let settings = files.get_mut("dateline.yaml").unwrap();
    *settings = settings.replace("language: en", &format!("language: {language}"));
    for n in 0..310 {
        let mut text = String::new();
        let (year, day) = (2010 + n % 7, 1 + n % 28);
        writeln!(text, "---\ntitle: Γεγονός {n}\nwhen: {year}-03-{day:02}\nstatus: occurred")
            .unwrap();
        writeln!(text, "participants: [{{actor: joe}}]\n---").unwrap();
        files.insert(format!("content/events/e{n}.md"), text);
    }
    let engine = fixture::compiled(fixture::project_of(&files));
    let told = fixture::all_said(engine.diagnostics());
    let errors: Vec<_> = told.iter().filter(|it| it.starts_with("error")).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    fixture::well_formed(&engine, language)
}

/// What readers see or hear of a page, piece by piece.
fn seen(pieces: &[Piece]) -> Vec<&str> {
    let mut seen = Vec::new();
    let mut code = false;
    for piece in pieces {
        match piece {
            Piece::Text(text) if !code && !text.contains("://") => seen.push(text.as_str()),
            Piece::Text(_) => {}
            Piece::Close(_) => code = false,
            Piece::Open(name, attributes) => {
                code = name == "code";
                for (key, value) in attributes {
                    let told = ["aria-label", "alt", "data-none", "data-one", "data-two"];
                    let told = told.contains(&&**key) || key == "data-few" || key == "data-many";
                    let link = name == "link" && key == "title";
                    let meta = name == "meta" && key == "content" && is_for_readers(attributes);
                    if told || link || meta {
                        seen.push(value);
                    }
                }
            }
        }
    }
    seen
}

fn is_for_readers(meta: &[(String, String)]) -> bool {
    let name = attribute(meta, "name").or(attribute(meta, "property")).unwrap_or("");
    ["description", "og:title", "og:description", "og:site_name"].contains(&name)
}

/// The English texts that are longer than three letters.
fn english() -> BTreeSet<&'static str> {
    let lines = include_str!("../src/words/locale/en.ftl").lines();
    let texts = lines.filter_map(|line| Some(line.split_once(" = ")?.1.trim()));
    texts.filter(|text| text.chars().count() > 3 && !text.contains('{')).collect()
}

fn assert_none_is_english(pages: &BTreeMap<String, Vec<Piece>>) {
    let english = english();
    assert!(english.contains("How each side tells it") && english.len() > 100);
    for (path, pieces) in pages {
        for text in seen(pieces) {
            assert!(!english.contains(text.trim()), "{path}: {text}");
            let latin = |c: char| c.is_ascii_alphabetic();
            let words = text.split(|c: char| !latin(c)).filter(|word| word.len() > 2);
            let words: Vec<_> = words.filter(|word| !NAMES.contains(word)).collect();
            assert!(words.is_empty(), "{path}: {words:?} in {text}");
        }
    }
    // Every kind of page was looked at.
    for path in [
        "index.html",
        "404.html",
        "corrections.html",
        "evidence.html",
        "positions.html",
        "print.html",
        "quotes.html",
        "search.html",
        "timeline.html",
        "actors/joe.html",
        "events/talks.html",
        "sources/wire.html",
    ] {
        assert!(pages.contains_key(path), "{path}: {:?}", pages.keys());
    }
}

/// All text of a page, in one.
fn text(pages: &BTreeMap<String, Vec<Piece>>, path: &str) -> String {
    fixture::html::text(&pages[path])
}

fn html_tag(pieces: &[Piece]) -> &[(String, String)] {
    fixture::html::tags(pieces).find(|(name, _)| *name == "html").unwrap().1
}

#[test]
fn a_russian_site_is_russian_throughout() {
    let pages = pages("ru");
    assert_none_is_english(&pages);
    for (path, pieces) in &pages {
        assert_eq!(attribute(html_tag(pieces), "lang"), Some("ru"), "{path}");
        assert_eq!(attribute(html_tag(pieces), "dir"), None, "{path}");
    }
    let front = text(&pages, "index.html");
    assert!(front.contains("По состоянию на 30 декабря 2021 года"), "{front}");
    let talks = text(&pages, "events/talks.html");
    assert!(talks.contains("30 декабря 2021 года, 15:35 (New York), 23:35 (Moscow)"), "{talks}");
    assert!(talks.contains("Версии сторон"), "{talks}");
    let joe = text(&pages, "actors/joe.html");
    for span in ["с 20 января 2021 года", "2009–2017 годы", "до января 2009 года"]
    {
        assert!(joe.contains(span), "{span}: {joe}");
    }
    assert!(text(&pages, "events/later.html").contains("примерно январь 2022 года"));
    assert!(text(&pages, "timeline.html").contains("315 событий"));
}

#[test]
fn an_arabic_site_is_arabic_throughout_and_runs_from_right_to_left() {
    let pages = pages("ar");
    assert_none_is_english(&pages);
    for (path, pieces) in &pages {
        assert_eq!(attribute(html_tag(pieces), "lang"), Some("ar"), "{path}");
        assert_eq!(attribute(html_tag(pieces), "dir"), Some("rtl"), "{path}");
    }
    let front = text(&pages, "index.html");
    assert!(front.contains("حتى تاريخ 30 ديسمبر 2021"), "{front}");
    let talks = text(&pages, "events/talks.html");
    assert!(talks.contains("30 ديسمبر 2021، 15:35 (New York)، 23:35 (Moscow)"), "{talks}");
    assert!(talks.contains("رواية كل طرف"), "{talks}");
    assert!(text(&pages, "actors/joe.html").contains("منذ 20 يناير 2021"));
}

#[test]
fn every_other_language_is_itself_too() {
    for language in ["fr-CA", "es", "de-AT", "uk"] {
        let pages = pages(language);
        let own = match language {
            "fr-CA" => "Dossier",
            "es" => "Dosier",
            "de-AT" => "Dossier",
            _ => "Огляд",
        };
        assert!(text(&pages, "404.html").contains(own), "{language}");
        for (path, pieces) in &pages {
            assert_eq!(attribute(html_tag(pieces), "lang"), Some(language), "{path}");
        }
    }
}

#[test]
fn a_site_in_a_language_that_the_interface_has_not_is_english_and_runs_its_own_way() {
    let pages = pages("he");
    let front = &pages["index.html"];
    assert_eq!(attribute(html_tag(front), "dir"), Some("rtl"));
    // So the others would be found out.
    assert!(seen(front).iter().any(|text| english().contains(text.trim())));
    assert!(text(&pages, "index.html").contains("As of 30 December 2021"));
}
