//! Claims: who says what, what is known of it, and which sources that rests on; and sources whose
//! speaker is not named.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    reason = "tests touch files and may fail"
)]

mod fixture;
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use dateline::engine::Engine;
use fixture::{all_said, assert_clean, engine_with, page};
use program::program;
use serde_json::{Value, json};

/// An event and a section of which something is claimed, and an unnamed official.
const CLAIMED: &str = "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were [[talks|long]] and “of use to all who spoke” [@note].
    by: joe
    source: wire
    status: confirmed
    for: [note, letter]
  - text: Nothing was agreed.
    by: ann
    source: note
    status: denied
    against: [wire]
---
They spoke.
//- content/sections/01-the-call.md
---
title: Fifty minutes
claims:
  - {text: It went “well enough”., by: joe, source: wire, status: disputed, for: [letter], against: [note]}
---
The [[talks|talks]] were “short and clear” [@wire].
//- content/sources/note.md
---
title: A note
kind: statement
by: ann
published: 2021-12-30
---
//- content/sources/letter.md
---
title: A letter
kind: letter
by: ann
attribution: unnamed-official
published: 2021-12-30
---
";

fn written(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files_with(text) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The exit status of a build, and what it said.
fn build(folder: &Path) -> (i32, String) {
    let mut command = Command::new(program());
    command.args(["build", "--now", "2021-12-30T20:00Z"]).current_dir(folder).env("NO_COLOR", "1");
    let Output { status, stderr, .. } = command.output().unwrap();
    (status.code().unwrap(), String::from_utf8(stderr).unwrap())
}

/// The part of a page that shows its claims.
fn claims(page: &str) -> &str {
    let (_, rest) = page.split_once("<section class=\"accounts claims\"").unwrap();
    rest.split_once("</section>").unwrap().0
}

#[test]
fn claims_stand_on_the_page_and_in_the_data_with_what_they_rest_on() {
    let folder = written(CLAIMED);
    let (status, err) = build(folder.path());
    assert_eq!(status, 0, "{err}");
    let read = |path: &str| fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    let event = read("events/talks.html");
    let shown = claims(&event);
    for words in [
        "aria-label=\"What is claimed\"",
        "actors/joe.html\">Joe Doe</a>",
        "<span class=\"claim-status claim-confirmed\">Confirmed</span>",
        "<a href=\"../events/talks.html\">long</a>",
        "<dt>Borne out by</dt><dd><a href=\"../sources/note.html\">A note</a>, \
         <a href=\"../sources/letter.html\">A letter</a></dd>",
        "<span class=\"claim-status claim-denied\">Denied</span>",
        "<dt>Contradicted by</dt><dd><a href=\"../sources/wire.html\">A report</a></dd>",
    ] {
        assert!(shown.contains(words), "no {words} in {shown}");
    }
    for path in ["sections/the-call.html", "index.html", "print.html"] {
        let page = read(path);
        let shown = claims(&page);
        assert!(shown.contains(">Disputed</span>") && shown.contains("well enough"), "{shown}");
        assert!(shown.contains("A letter</a>") && shown.contains("A note</a>"), "{shown}");
    }
    let data: Value = serde_json::from_str(&read("briefing.json")).unwrap();
    let of_event = json!([
        {
            "by": "joe", "source": "wire", "text": "They were long and “of use to all who spoke”.",
            "status": "confirmed", "for": ["note", "letter"],
        },
        {
            "by": "ann", "source": "note", "text": "Nothing was agreed.", "status": "denied",
            "against": ["wire"],
        },
    ]);
    assert_eq!(data["events"][0]["claims"], of_event);
    let of_section = json!([{
        "by": "joe", "source": "wire", "text": "It went “well enough”.", "status": "disputed",
        "for": ["letter"], "against": ["note"],
    }]);
    assert_eq!(data["sections"][0]["claims"], of_section);
    // Quoted words are those of the source that they cite, or else of the claim's.
    let quoted = |words: &str| {
        let all = data["quotations"].as_array().unwrap();
        let it = all.iter().find(|it| it["text"] == words).unwrap();
        (it["source"].clone(), it["speaker"].clone())
    };
    assert_eq!(quoted("of use to all who spoke"), (json!("note"), json!("ann")));
    assert_eq!(quoted("well enough"), (json!("wire"), json!("joe")));
    // Each source that a claim names says so.
    let mentions = |id: &str| {
        let all = data["sources"].as_array().unwrap();
        all.iter().find(|it| it["id"] == id).unwrap()["mentions"].to_string()
    };
    for id in ["note", "letter", "wire"] {
        assert!(mentions(id).contains("\"event:talks\""), "{id}: {}", mentions(id));
    }
}

#[test]
fn a_confirmed_claim_without_a_source_for_it_fails_with_its_place() {
    let folder = written(&CLAIMED.replace("    for: [note, letter]\n", ""));
    let (status, err) = build(folder.path());
    assert_eq!(status, 1, "{err}");
    for words in [
        "error[groundless-claim]: a claim that is `confirmed` needs a source in `for`",
        "--> content/events/talks.md:10:13",
        "10 |     status: confirmed",
        "   |             ^^^^^^^^^",
        "= help: add a line `for: [ID]  # of a source`",
    ] {
        assert!(err.contains(words), "no {words} in {err}");
    }
    assert!(!folder.path().join("public").exists(), "nothing is built");
}

#[test]
fn an_unnamed_official_is_labelled_on_the_page_and_in_the_data() {
    let folder = written(CLAIMED);
    assert_eq!(build(folder.path()).0, 0);
    let read = |path: &str| fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    let source = read("sources/letter.html");
    assert!(source.contains("an official who was not named"), "{source}");
    let data: Value = serde_json::from_str(&read("briefing.json")).unwrap();
    let letter = data["sources"].as_array().unwrap().iter().find(|it| it["id"] == "letter");
    assert_eq!(letter.unwrap()["attribution"], "unnamed-official");
}

/// What is found wrong with a claim by Joe in the report, with another status and other sources.
fn said(rest: &str, files: &str) -> Vec<String> {
    let claim = format!(
        "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{{actor: joe}}, {{actor: ann}}]
claims:
  - {{text: They were long., by: joe, source: wire, {rest}}}
---
They spoke.
{files}"
    );
    let errors = all_said(&engine_with(&claim).findings());
    errors.into_iter().filter(|it| !it.starts_with("hint")).collect()
}

/// A source of its own.
fn note(fields: &str) -> String {
    format!(
        "//- content/sources/note.md\n---\ntitle: A note\nkind: statement\n{fields}\n---\n\
         //- content/actors/spokesman.md\n---\nname: Jim Poe\nkind: person\nrepresents: joe\n---\nHi.\n"
    )
}

#[test]
fn statuses_that_need_no_source_stand_without_one() {
    for status in ["stated", "unverified"] {
        assert_eq!(said(&format!("status: {status}"), ""), [""; 0]);
        assert_eq!(said(&format!("status: {status}, for: [note]"), &note("by: ann")), [""; 0]);
    }
}

#[test]
fn each_other_status_needs_its_source_and_the_wrong_side_does_not_do() {
    for (status, needed, other) in [
        ("confirmed", "for", "against"),
        ("disputed", "against", "for"),
        ("denied", "against", "for"),
    ] {
        let with =
            |field: &str| said(&format!("status: {status}, {field}: [note]"), &note("by: ann"));
        assert_eq!(with(needed), [""; 0], "{status}");
        let told = with(other);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("error groundless-claim content/events/talks.md:7:"),
            "{told:?}"
        );
        assert!(told[0].contains(&format!("`{status}` needs a source in `{needed}`")), "{told:?}");
    }
}

#[test]
fn one_mistake_in_a_claim_is_told_once() {
    for (rest, code) in [
        ("status: confirmed, four: [wire]", "unknown-field"),
        ("status: confirmed, for: wire", "wrong-type"),
        ("status: confirmed, for: [[wire]]", "wrong-type"),
        ("status: confirmed, for: [wier]", "unknown-reference"),
        ("status: confirmed, for: [talks]", "wrong-kind"),
        ("status: confirmed, for: [joe]", "wrong-kind"),
        ("status: sure", "invalid-value"),
        ("for: [wire]", "missing-field"),
        ("status: disputed, for: [wire], against: [wire]", "source-on-both-sides"),
    ] {
        let told = said(rest, "");
        assert_eq!(told.len(), 1, "{rest}: {told:?}");
        assert!(
            told[0].starts_with(&format!("error {code} content/events/talks.md:7:")),
            "{told:?}"
        );
    }
}

#[test]
fn what_only_the_claimants_side_confirms_is_a_warning() {
    let confirmed = "status: confirmed, for: [note]";
    for (rest, fields, why) in [
        ("status: confirmed, for: [wire]", "by: ann", "the source that the claim was made in"),
        (confirmed, "by: joe", "words of the claimant’s own side"),
        (confirmed, "by: spokesman", "words of the claimant’s own side"),
        (confirmed, "by: ann\nvia: wire", "known through the same source"),
        ("status: confirmed, for: [note, wire]", "by: joe", "words of the claimant’s own side"),
    ] {
        let told = said(rest, &note(fields));
        assert_eq!(told.len(), 1, "{rest}, {fields}: {told:?}");
        assert!(
            told[0].starts_with("warning dependent-claim content/events/talks.md:7:"),
            "{told:?}"
        );
        assert!(told[0].contains(why), "{told:?}");
    }
    for (rest, fields) in [
        (confirmed, "by: ann"),
        (confirmed, "publisher: An agency"),
        ("status: confirmed, for: [wire, note]", "by: ann"),
        ("status: stated, for: [wire]", "by: joe"),
    ] {
        assert_eq!(said(rest, &note(fields)), [""; 0], "{rest}, {fields}");
    }
}

#[test]
fn a_claim_without_sources_shows_its_status_alone() {
    let engine: Engine = engine_with(
        "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
claims: [{text: It went well., by: joe, source: wire, status: unverified}]
---
The [[talks|talks]] were “short and clear” [@wire].
",
    );
    assert_clean(&engine);
    let page = page(&engine, "sections/the-call.html");
    let shown = claims(&page);
    assert!(shown.contains(">Not verified</span>") && !shown.contains("<dl>"), "{shown}");
    assert!(!page.contains("How each side tells it"), "claims are no accounts");
}
