//! `mv` rewrites every reference byte by byte, and nothing else.

#![allow(clippy::unwrap_used, reason = "tests may fail")]

use std::collections::BTreeMap;
use std::sync::Arc;

use dateline::commands::mv::{moved, unchanged};
use dateline::commands::refusal::Refusal;
use dateline::commands::rewriting::rewritten;
use dateline::link::register::Documents;
use dateline::link::whole::{Frame, whole};
use dateline::model::briefing::Briefing;
use dateline::model::place::TextFile;
use dateline::model::settings::Settings;
use dateline::parse::corrections::corrections;
use dateline::parse::document::document;

type Files = BTreeMap<String, String>;

/// Files written one after another, each after a line `//- its path`.
fn files(text: &str) -> Files {
    let mut files = Files::new();
    for piece in text.split("//- ").skip(1) {
        let (path, text) = piece.split_once('\n').unwrap();
        let text = if text.contains("---\n") { text.trim_end_matches('\n') } else { text };
        files.insert(format!("content/{path}"), format!("{text}\n"));
    }
    let front = "---\ntitle: T\nsummary: S\nas_of: 2021-12-30\n---\n";
    files.entry("content/briefing.md".to_owned()).or_insert_with(|| front.to_owned());
    files
}

fn clean(path: &str, on_disk: &str) -> Arc<TextFile> {
    let text = on_disk.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    TextFile::new(path, text)
}

fn linked(files: &Files) -> (Briefing, Option<Arc<TextFile>>) {
    let mut documents = Documents::default();
    let mut told = Vec::new();
    let mut frame =
        Frame { settings: Arc::new(Settings::default()), corrections: None, now: 0, drafts: true };
    for (path, text) in files {
        let file = clean(path, text);
        if path.ends_with(".yaml") {
            let (list, wrong) = corrections(&file);
            told.extend(wrong);
            frame.corrections = Some((file, list));
        } else {
            let parsed = document(&file);
            told.extend(parsed.diagnostics);
            documents.all.extend(parsed.document);
        }
    }
    let briefing = whole(&documents, &frame, &mut told).briefing;
    let errors: Vec<_> =
        told.iter().map(|it| format!("{}: {}", it.code.name(), it.message)).collect();
    assert_eq!(errors, [""; 0]);
    (briefing, frame.corrections.map(|(file, _)| file))
}

/// The files after a renaming, links checked.
fn mv(before: &Files, old: &str, new: &str) -> Result<Files, Refusal> {
    let (briefing, corrections) = linked(before);
    let change = moved(&briefing, corrections.as_ref(), old, new)?;
    let mut after = before.clone();
    for (path, (file, edits)) in change.texts {
        let text = rewritten(&before[&*path], &file.text, edits).expect("another text");
        after.insert(path.into(), text);
    }
    let text = after.remove(&change.file.0).unwrap();
    assert_eq!(after.insert(change.file.1, text), None);
    unchanged(&briefing, &linked(&after).0, old, new)?;
    Ok(after)
}

/// The lines of all files that a renaming changes: `path: line`.
fn changed(before: &Files, old: &str, new: &str) -> Vec<String> {
    let after = mv(before, old, new).unwrap();
    let mut lines = Vec::new();
    for (path, text) in &after {
        let was = before.get(path).or(before.get(&path.replace(new, old))).unwrap();
        let was: Vec<_> = was.split('\n').collect();
        let new_lines = text.split('\n').filter(|line| !was.contains(line));
        lines.extend(
            new_lines.map(|line| format!("{}: {line}", path.trim_start_matches("content/"))),
        );
    }
    lines
}

const WORLD: &str = "
//- briefing.md
---
title: T
summary: S
as_of: 2021-12-30
key_points:
  - >-
    A point on
    [[peskov]] [@note].
---
The [[peskov|spokesman]], [[ peskov ]] and [[actor:peskov]], [[actor: peskov|again]]; [[Dmitry Peskov]].

“Only talks can solve it at all” [peskov@note, para. 4] and “it is good” [@note; @other].

| a | b |
| --- | --- |
| [[peskov\\|he]] | x |
//- actors/peskov.md
---
name: Dmitry Peskov
kind: person
aliases: [peskov-alias]
---
Not [[other]] and not [[peskov-alias]].
//- actors/kremlin.md
---
name: Kremlin
kind: office
roles:
  - {title: x, organisation: peskov}
  - title: y
    organisation: \"peskov\"
  - title: z
    organisation: peskov and others
relations:
  - with: peskov # him
    kind: peskov
    source: note
represents: 'peskov'
---
//- events/talks.md
---
title: Talks
when: 2021
status: occurred
participants:
- actor:   peskov
- {actor: peskov, as: peskov}
sources: [note, other]
accounts:
  - by: peskov
    source: note
    text: '[[peskov]] said it’s “good” and [[note]].'
claims:
  - text: '[[peskov]] rang [@note].'
    by: peskov
    source: note
    status: disputed
    for: [other]
    against: [note]
---
//- sources/note.md
---
title: Note
kind: statement
by: peskov
---
//- sources/other.md
---
title: Other
kind: article
via: note
---
A code span `[[peskov]]` is no reference.
//- corrections.yaml
- {date: 2021-12-30, page: peskov, was: peskov, now: b, why: c}
- date: 2021-12-30
  page: briefing
  was: a
  now: b
  why: c
";

#[test]
fn every_reference_is_rewritten_and_nothing_else() {
    assert_eq!(
        changed(&files(WORLD), "peskov", "dmitry-peskov"),
        [
            "actors/dmitry-peskov.md: former_ids: [peskov]",
            "actors/kremlin.md:   - {title: x, organisation: dmitry-peskov}",
            "actors/kremlin.md:     organisation: \"dmitry-peskov\"",
            "actors/kremlin.md:   - with: dmitry-peskov # him",
            "actors/kremlin.md: represents: 'dmitry-peskov'",
            "briefing.md:     [[dmitry-peskov]] [@note].",
            "briefing.md: The [[dmitry-peskov|spokesman]], [[ dmitry-peskov ]] and \
             [[actor:dmitry-peskov]], [[actor: dmitry-peskov|again]]; [[Dmitry Peskov]].",
            "briefing.md: “Only talks can solve it at all” [dmitry-peskov@note, para. 4] and \
             “it is good” [@note; @other].",
            "briefing.md: | [[dmitry-peskov\\|he]] | x |",
            "corrections.yaml: - {date: 2021-12-30, page: dmitry-peskov, was: peskov, now: b, why: c}",
            "events/talks.md: - actor:   dmitry-peskov",
            "events/talks.md: - {actor: dmitry-peskov, as: peskov}",
            "events/talks.md:   - by: dmitry-peskov",
            "events/talks.md:     text: '[[dmitry-peskov]] said it’s “good” and [[note]].'",
            "events/talks.md:   - text: '[[dmitry-peskov]] rang [@note].'",
            "events/talks.md:     by: dmitry-peskov",
            "sources/note.md: by: dmitry-peskov",
        ]
    );
}

#[test]
fn a_source_is_renamed_in_fields_and_citations() {
    assert_eq!(
        changed(&files(WORLD), "note", "message"),
        [
            "actors/kremlin.md:     source: message",
            "briefing.md:     [[peskov]] [@message].",
            "briefing.md: “Only talks can solve it at all” [peskov@message, para. 4] and \
             “it is good” [@message; @other].",
            "events/talks.md: sources: [message, other]",
            "events/talks.md:     source: message",
            "events/talks.md:     text: '[[peskov]] said it’s “good” and [[message]].'",
            "events/talks.md:   - text: '[[peskov]] rang [@message].'",
            "events/talks.md:     source: message",
            "events/talks.md:     against: [message]",
            "sources/message.md: former_ids: [note]",
            "sources/other.md: via: message",
        ]
    );
    let (briefing, _) = linked(&files(WORLD));
    let folder = moved(&briefing, None, "note", "message").unwrap().folder.unwrap();
    assert_eq!(folder, ("content/sources/note".into(), "content/sources/message".into()));
}

#[test]
fn there_and_back_gives_the_same_texts_but_for_the_memory() {
    let before = files(WORLD);
    let there = mv(&before, "peskov", "dmitry-peskov").unwrap();
    let back = mv(&there, "dmitry-peskov", "peskov").unwrap();
    for (path, text) in &before {
        let expected = text.replace(
            "aliases: [peskov-alias]\n",
            "aliases: [peskov-alias]\nformer_ids: [dmitry-peskov]\n",
        );
        assert_eq!(back[path], expected, "{path}");
    }
}

#[test]
fn marks_of_the_file_stay() {
    let mut before = files(WORLD);
    for text in before.values_mut() {
        *text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    }
    let after = mv(&before, "peskov", "dmitry-peskov").unwrap();
    for text in after.values() {
        assert!(text.starts_with('\u{feff}') && !text.replace("\r\n", "").contains(['\r', '\n']));
    }
    assert!(
        after["content/actors/dmitry-peskov.md"].contains("\r\nformer_ids: [peskov]\r\n---\r\n")
    );
}

#[test]
fn former_ids_are_added_to_a_list_as_it_is_written() {
    for (written, expected) in [
        ("", "former_ids: [a]\n"),
        ("former_ids: []\n", "former_ids: [a]\n"),
        ("former_ids: [x]\n", "former_ids: [x, a]\n"),
        ("former_ids: [ \"x\", 'y' ] # old\n", "former_ids: [ \"x\", 'y', a ] # old\n"),
        ("former_ids: [\n  x,\n  y\n]\n", "former_ids: [\n  x,\n  y, a\n]\n"),
        ("former_ids:\n- x\n", "former_ids:\n- x\n- a\n"),
        (
            "former_ids:\n  - x # [old]\n  - y # older\n",
            "former_ids:\n  - x # [old]\n  - y # older\n  - a\n",
        ),
        ("former_ids: # [none]\n    -  x\n", "former_ids: # [none]\n    -  x\n    - a\n"),
        ("\"former_ids\" : [x]\n", "\"former_ids\" : [x, a]\n"),
        ("former_ids: [x, b]\n", "former_ids: [x, a]\n"),
        ("former_ids:\n  - b\n  - x\n", "former_ids:\n  - a\n  - x\n"),
    ] {
        for after in ["", "summary: s\n", "summary: >-\n  s\n", "# a comment\n"] {
            let actor = |fields: &str| format!("---\nname: A\nkind: person\n{fields}---\n");
            let mut before = files("");
            before.insert("content/actors/a.md".into(), actor(&format!("{written}{after}")));
            let result =
                mv(&before, "a", "b").unwrap_or_else(|it| panic!("{written}{after}: {it}"));
            let expected = if written.is_empty() {
                format!("{after}{expected}")
            } else {
                format!("{expected}{after}")
            };
            assert_eq!(result["content/actors/b.md"], actor(&expected));
        }
    }
}

#[test]
fn a_section_keeps_its_number() {
    let section = "---\ntitle: Old\n---\nSee [[old#old]] and [[section:old|old]].\n\n## old\n";
    let mut before = files("");
    before.insert("content/sections/02-old.md".to_owned(), section.to_owned());
    let after = mv(&before, "old", "old-one").unwrap();
    let expected = section
        .replace("[[old#", "[[old-one#")
        .replace(":old|", ":old-one|")
        .replace("Old\n---", "Old\nformer_ids: [old]\n---");
    assert_eq!(after["content/sections/02-old-one.md"], expected);
}

#[test]
fn what_cannot_be_had_is_refused_with_help() {
    let text =
        format!("{WORLD}//- sections/plain.md\n---\ntitle: P\nformer_ids: [was-plain]\n---\n");
    let before = files(&text);
    for (old, new, message, help) in [
        ("pesko", "x", "nothing has the id `pesko`", "did you mean `peskov`?"),
        ("was-plain", "x", "nothing has the id `was-plain`", "it is called `plain` now"),
        ("briefing", "x", "`briefing` is the front page", "rename an actor"),
        ("peskov", "briefing", "`briefing` is the front page", "choose another id"),
        ("peskov", "Dmitry Peskov", "is not an id", "did you mean `dmitry-peskov`?"),
        ("peskov", "", "is not an id", "an id has"),
        ("peskov", "../x", "is not an id", "did you mean `x`?"),
        (
            "peskov",
            "talks",
            "the id `talks` is in use: `content/events/talks.md`",
            "choose another",
        ),
        ("peskov", "peskov", "is in use", "choose another"),
        ("peskov", "was-plain", "is a former id of another page", "choose another"),
        ("peskov", "peskov-alias", "", ""),
        ("plain", "2014-plain", "would not be read as `2014-plain`", "01-"),
    ] {
        let result = mv(&before, old, new);
        if message.is_empty() {
            assert!(result.is_ok(), "{result:?}");
            continue;
        }
        let refusal = result.unwrap_err();
        assert!(refusal.message.contains(message), "{refusal}");
        assert!(refusal.help.contains(help), "{refusal}");
    }
}

#[test]
fn an_id_that_is_a_name_of_another_is_refused() {
    let before = files(
        "//- actors/a.md\n---\nname: A\nkind: person\naliases: [nato]\n---\nSee [[nato]].\n\
         //- actors/b.md\n---\nname: B\nkind: alliance\n---\n",
    );
    let refusal = mv(&before, "b", "nato").unwrap_err();
    assert!(refusal.message.contains("content/actors/a.md:6:7 would lead elsewhere"), "{refusal}");
}
