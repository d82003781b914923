//! Who tells what, and on how many sources it rests.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, dead_code, reason = "tests may fail")]

mod fixture;

use dateline::engine::Engine;
use serde_json::Value;

/// Two sides tell of the talks, each in a statement of its own; the second is known through the
/// first where `via` says so.
fn told(second_by: &str, via: &str) -> Engine {
    let site = format!(
        "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
sources: [wire]
accounts:
  - {{by: joe, source: wire, text: They spoke.}}
  - {{by: {second_by}, source: note, text: They spoke at length.}}
---
They spoke; [[spokesman]] told of it.
//- content/actors/spokesman.md
---
name: Jim Poe
kind: person
represents: joe
---
He speaks for [[joe]].
//- content/sources/note.md
---
title: A note
kind: statement
by: {second_by}
{via}
---
"
    );
    let engine = fixture::engine_with(&site);
    fixture::assert_clean(&engine);
    engine
}

/// Whether the event's page says that one side tells it, and that one source is behind it.
fn marks(engine: &Engine) -> (bool, bool) {
    let page = fixture::page(engine, "events/talks.html");
    let one_source = page.contains("All of it is known through a single source.");
    assert_eq!(
        one_source,
        page.contains("<dd class=\"caution\">Known through a single source</dd>")
    );
    (page.contains("One side alone tells this."), one_source)
}

fn independent_sources(engine: &Engine) -> Value {
    let data: Value = serde_json::from_slice(&fixture::outputs(engine)["briefing.json"]).unwrap();
    data["events"][0]["independent_sources"].clone()
}

#[test]
fn two_sides_with_a_source_each_are_not_marked() {
    let engine = told("ann", "");
    assert_eq!(marks(&engine), (false, false));
    assert_eq!(independent_sources(&engine), 2);
}

#[test]
fn what_is_known_through_one_source_says_so() {
    let engine = told("ann", "via: wire");
    assert_eq!(marks(&engine), (false, true));
    assert_eq!(independent_sources(&engine), 1);
}

#[test]
fn a_spokesman_is_no_second_side() {
    assert_eq!(marks(&told("spokesman", "")), (true, false));
}

#[test]
fn an_event_that_rests_on_one_sides_words_alone_says_so() {
    let marked = |by: &str| {
        let site = format!(
            "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: reported
sources: [one, two]
---
[[joe]] and [[spokesman]] told of it.
//- content/actors/spokesman.md
---
name: Jim Poe
kind: person
represents: joe
---
//- content/sources/one.md
---
title: A note
kind: statement
by: joe
---
//- content/sources/two.md
---
title: Another note
kind: statement
{by}
---
"
        );
        let page = fixture::page(&fixture::engine_with(&site), "events/talks.html");
        page.contains("<dd class=\"caution\">One side alone tells this.</dd>")
    };
    assert!(marked("by: spokesman"));
    assert!(!marked("by: ann"));
    assert!(!marked(""), "nobody knows whose words these are");
}
