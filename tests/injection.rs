//! Content is text: nothing in it becomes markup, a script or a template, in whatever field it stands.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

mod fixture;

/// A page of every kind with every text field filled; `@@` is where the payload goes.
const FIELDS: &str = "\
//- dateline.yaml
title: '@@'
language: en
base_url: https://news.example/call/
publisher: {name: '@@', url: 'https://news.example/'}
//- content/briefing.md
---
title: '@@'
summary: '@@'
as_of: 2021-12-30
authors: ['@@']
key_points: ['@@']
unknowns: ['@@']
---
@@ and [[joe|@@]] [@wire, @@].
//- content/actors/joe.md
---
name: '@@ Joe'
kind: person
short_name: '@@ Jo'
sort_name: '@@'
aliases: ['@@ a']
weak_aliases: ['@@ b']
roles: [{title: '@@', organisation: '@@', from: 2020, source: wire}]
relations: [{with: ann, kind: '@@', source: wire}]
wikidata: '@@'
summary: '@@'
---
# @@

| @@ |
|---|
| @@ |

> @@ [@wire]

“@@” [@wire]
//- content/events/talks.md
---
title: '@@'
short_name: '@@'
when: 2021-12-30
status: occurred
summary: '@@'
place: {name: '@@', country: '@@'}
participants: [{actor: joe, as: '@@'}]
sources: [wire]
mode: '@@'
category: CONSULT
accounts: [{by: joe, source: wire, text: '@@'}]
claims: [{text: '@@', by: joe, source: wire, status: disputed, against: [wire]}]
---
@@
//- content/sources/wire.md
---
title: '@@'
kind: wire-report
by: joe
attribution: unnamed-official
described_as: '@@'
publisher: '@@'
published: 2021-12-30
language: '@@'
archive: {sha256: '@@', licence: '@@'}
---
@@
//- content/sections/01-the-call.md
---
title: '@@'
summary: '@@'
---
@@ [[talks]] [[ann]]
//- content/corrections.yaml
- {date: 2021-12-30, page: joe, was: '@@', now: '@@', why: '@@'}
";

const PAYLOADS: &[&str] = &[
    "\"><script>alert(1)</script>",
    "</script><svg onload=alert(1)>",
    "'\"><img src=x onerror=alert(1)>",
    "{{ 7 * 7777 }}{% include \"x\" %}",
    "--><script>alert(1)</script><!--",
    "</title></style></textarea><script>alert(1)</script>",
];

#[test]
fn no_field_gets_markup_or_templates_through() {
    let expected = "the page without payload has none of these either";
    for payload in PAYLOADS {
        let text = FIELDS.replace("@@", &payload.replace('\'', "''"));
        let engine = fixture::engine_with(&text);
        for (path, page) in fixture::pages(&engine) {
            assert!(!page.contains("54439"), "{path}: a template in content was run");
            if !path.ends_with(".html") && !path.ends_with(".xml") {
                continue;
            }
            // The theme's scripts come from files of the site's own.
            let own = |line: &&str| !line.starts_with("<script src=\"");
            let page = page.lines().filter(own).collect::<Vec<_>>().join("\n");
            // What programs are told is data, which nothing in it may end.
            let told = page.replacen("<script type=\"application/ld+json\">{", "", 1);
            // Pictures are ours too.
            let told = told.replace("<svg viewBox=\"", "");
            assert_eq!(
                told.matches("</script>").count(),
                page.matches("<script").count(),
                "{path}"
            );
            for mark in ["<script", "<svg", "onerror=alert(1)>", "<img", "<textarea"] {
                assert!(!told.contains(mark), "{path}: {mark} from {payload} ({expected})");
            }
            if path.ends_with(".html") {
                fixture::html::pieces(&page).unwrap_or_else(|wrong| panic!("{path}: {wrong}"));
            }
        }
    }
}

#[test]
fn cells_of_tables_run_nothing_in_a_spreadsheet() {
    let text = FIELDS.replace("@@", "=HYPERLINK(1)");
    let pages = fixture::pages(&fixture::engine_with(&text));
    for path in ["quotes.csv", "events.csv"] {
        let table = &pages[path];
        assert!(table.contains("'=HYPERLINK"), "{path}: {table}");
        assert!(!table.contains(",=") && !table.contains(",\"="), "{path}: {table}");
    }
}
