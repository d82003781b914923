//! Nothing that is withheld leaves: no name, no word about it, no id, no file.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

mod fixture;

use dateline::diagnostic::code::Code;
use dateline::engine::Engine;
use fixture::NOW;

/// Pages that name secret things in every way that is allowed while they are withheld.
const NAMED: &str = "\
//- content/sections/90-open-part.md
---
title: Open
event: zzsecret-talks
accounts:
  - by: zzsecret-actor
    source: wire
    text: It was ZZSECRET by account.
claims:
  - {text: ZZSECRET by its claimant., by: zzsecret-actor, source: wire, status: stated}
  - {text: ZZSECRET by its source., by: joe, source: zzsecret-source, status: stated}
  - {text: ZZSECRET by its only ground., by: joe, source: wire, status: confirmed, for: [zzsecret-source]}
  - {text: ZZSECRET denied by one., by: joe, source: wire, status: denied, against: [zzsecret-source]}
  - {text: Known from others too., by: joe, source: wire, status: disputed, for: [zzsecret-source], against: [wire]}
---
Plain [[zzsecret-actor|words]] and [[zzsecret-talks|talks]] and [[zzsecret-section|more]].
//- content/actors/open.md
---
name: Open
kind: person
roles:
  - title: ZZSECRET aide
    organisation: zzsecret-actor
  - title: Aide
    source: zzsecret-source
relations:
  - with: zzsecret-actor
    kind: friend of ZZSECRET
    source: wire
represents: zzsecret-actor
---
Text.
//- content/events/open-talks.md
---
title: Open talks
when: 2021-12-01
status: occurred
participants:
  - actor: zzsecret-actor
    as: ZZSECRET host
sources: [zzsecret-source]
follows: zzsecret-talks
---
Text.
//- content/sources/open-source.md
---
title: Open source
kind: report
by: zzsecret-actor
event: zzsecret-talks
via: zzsecret-source
---
Text.
//- content/corrections.yaml
- date: 2021-12-30
  page: zzsecret-actor
  was: ZZSECRET was
  now: ZZSECRET now
  why: ZZSECRET why
";

fn secrets(held: &str) -> String {
    format!(
        "\
//- content/actors/zzsecret-actor.md
---
name: ZZSECRET Actor
kind: person
aliases: [ZZSECRET alias]
former_ids: [zzsecret-former]
summary: ZZSECRET summary.
{held}
---
ZZSECRET body.
//- content/events/zzsecret-talks.md
---
title: ZZSECRET talks
when: 2021-12-02
status: occurred
{held}
---
ZZSECRET body “of a ZZSECRET quotation with words” [@wire].
//- content/sources/zzsecret-source.md
---
title: ZZSECRET source
kind: report
{held}
---
ZZSECRET body.
//- content/sections/91-zzsecret-section.md
---
title: ZZSECRET section
{held}
---
ZZSECRET body.
"
    )
}

fn site(held: &str, now: i64, drafts: bool) -> Engine {
    let mut project = fixture::site_with(&format!("{NAMED}{}", secrets(held)));
    project.now = now;
    project.drafts = drafts;
    fixture::compiled(project)
}

fn traces(engine: &Engine) -> Vec<String> {
    assert!(!engine.diagnostics().has_errors(), "{:#?}", fixture::all_said(engine.diagnostics()));
    let outputs = fixture::outputs(engine);
    let named = |path: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        path.contains("zzsecret") || text.contains("zzsecret")
    };
    let found = outputs.iter().filter(|(path, bytes)| named(path, bytes));
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn what_is_withheld_leaves_no_trace() {
    let future = "embargo: 2021-12-30T20:00:01Z";
    let past = "expires: 2021-12-30T20:00:00Z";
    for held in ["draft: true", future, past] {
        assert_eq!(traces(&site(held, NOW, false)), Vec::<String>::new(), "{held}");
    }
    let page = fixture::page(&site("draft: true", NOW, false), "sections/open-part.html");
    assert!(page.contains("Plain words and talks and more."), "links keep their own words");
    assert!(page.contains("Known from others too."), "what needs no withheld source stays");
}

#[test]
fn it_is_shown_when_its_time_has_come_or_drafts_are_wanted() {
    for held in ["embargo: 2021-12-30T20:00:00Z", "expires: 2021-12-30T20:00:01Z"] {
        assert!(traces(&site(held, NOW, false)).len() > 8, "{held}");
    }
    assert!(traces(&site("draft: true", NOW, true)).len() > 8);
}

#[test]
fn what_cannot_simply_be_dropped_is_told() {
    for words in ["[[zzsecret-actor]]", "Said [@zzsecret-source].", "“a” [zzsecret-actor@wire]"]
    {
        let text = format!("//- content/sections/92-bare.md\n---\ntitle: Bare\n---\n{words}\n");
        let files = format!("{NAMED}{}{text}", secrets("draft: true"));
        let engine = fixture::compiled(fixture::site_with(&files));
        let codes: Vec<Code> = engine.diagnostics().iter().map(|it| it.code).collect();
        assert!(codes.contains(&Code::WithheldReference), "{words}: {codes:?}");
    }
}
