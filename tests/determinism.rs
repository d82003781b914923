//! Same input, same bytes: whatever the order of files and the number of threads, and whether it was
//! read at once or came by edits.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

mod fixture;

use std::collections::BTreeMap;

use dateline::engine::Engine;
use dateline::model::place::TextFile;
use dateline::model::project::Project;
use dateline::model::site::Content;

type Files = BTreeMap<String, String>;

fn example() -> Project {
    fixture::own_project()
}

fn in_threads(threads: usize, project: &Project) -> BTreeMap<String, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| fixture::outputs(&fixture::compiled(project.clone())))
}

#[test]
fn order_of_files_and_threads_change_nothing() {
    let project = example();
    let expected = in_threads(1, &project);
    assert!(expected.len() > 70);
    let mut backwards = project.clone();
    backwards.content.reverse();
    for (threads, project) in [(2, &project), (7, &project), (3, &backwards)] {
        assert!(in_threads(threads, project) == expected, "{threads} threads");
    }
}

/// A generator that gives the same numbers everywhere (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// One thing that an author may do to a site; some of them break it.
fn edit(files: &mut Files, dice: &mut Dice, step: usize) {
    let paths: Vec<String> = files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
    let path = paths[dice.below(paths.len())].clone();
    let text = files.get_mut(&path).unwrap();
    match dice.below(11) {
        9 => drop(files.remove("templates/section.html")),
        10 => {
            let wrong = ["", "", "{{ bdoy }}", "{% if %}"][dice.below(4)];
            let page = format!(
                "{{% extends \"base.html\" %}}{{% block main %}}{step} {wrong}{{{{ page.heading }}}}{{% endblock %}}"
            );
            files.insert("templates/section.html".into(), page);
        }
        0 | 1 => text.push_str(&format!("\nA new paragraph {step}. It names no one.\n")),
        2 => *text = text.replacen("name: ", &format!("name: New {step} "), 1),
        3 => *text = text.replacen("title: ", &format!("title: New {step} "), 1),
        4 => *text = text.replacen("---\n", "---\ndraft: true\n", 1),
        5 => *text = text.replace("draft: true\n", ""),
        6 => {
            let id = format!("content/actors/added-{step}.md");
            let page = format!("---\nname: Added {step}\nkind: person\n---\nText of {step}.\n");
            files.insert(id, page);
        }
        7 => {
            let added: Vec<_> = paths.iter().filter(|path| path.contains("added-")).collect();
            if let Some(path) = added.first() {
                files.remove(*path);
            }
        }
        _ => {
            let settings = files.get_mut("dateline.yaml").unwrap();
            *settings = settings.replacen("title: ", &format!("title: S{step} "), 1);
        }
    }
}

/// Every output, or what is wrong with it.
fn all(engine: &Engine) -> BTreeMap<String, String> {
    let made = engine.outputs().iter().map(|output| {
        let made = match engine.make(output) {
            Ok(Content::Stream(stream)) => String::from_utf8_lossy(&stream.bytes()).into_owned(),
            Ok(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
            Ok(Content::CopyOf(asset)) => format!("{asset:?}"),
            Err(wrong) => format!("{} faults", wrong.len()),
        };
        (output.path.to_string(), made)
    });
    made.chain([("diagnostics".to_owned(), fixture::all_said(engine.diagnostics()).join("\n"))])
        .collect()
}

#[test]
fn edits_lead_to_the_same_bytes_as_a_fresh_build() {
    let steps = if fixture::all_wanted() { 1_000 } else { 60 };
    let mut dice = Dice(0x5eed);
    let mut files = fixture::files(fixture::SITE);
    let mut engine = fixture::compiled(fixture::project_of(&files));
    for step in 0..steps {
        edit(&mut files, &mut dice, step);
        engine.apply(fixture::project_of(&files), Vec::new());
        let fresh = fixture::compiled(fixture::project_of(&files));
        assert!(all(&engine) == all(&fresh), "after step {step}");
    }
}

/// Writes in the text of a page, as authors do all day.
fn write(files: &mut Files, dice: &mut Dice, step: usize) {
    let paths: Vec<String> = files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
    let id = |path: &String| {
        let stem = path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned();
        stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-').to_owned()
    };
    let any = id(&paths[dice.below(paths.len())]);
    let sources: Vec<_> = paths.iter().filter(|path| path.contains("/sources/")).collect();
    let source = id(sources[dice.below(sources.len())]);
    let path = paths[dice.below(paths.len())].clone();
    let text = files.get_mut(&path).unwrap();
    let body = text.match_indices("---\n").nth(1).unwrap().0 + 4;
    let (matter, body) = (text[..body].to_owned(), text[body..].to_owned());
    let mut parts: Vec<String> =
        body.split("\n\n").map(|part| part.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    let at = dice.below(parts.len() + 1);
    let fresh = match dice.below(14) {
        0 | 1 => format!("Words of step {step}."),
        2 | 3 => format!("Of [[{any}]] in step {step}, and of [[{any}|it]] again."),
        4 | 5 => format!("It was so [@{source}, para. {step}]."),
        6 => format!("They said: “words {step}” [@{source}]."),
        7 => format!("## Heading {}", step % 5),
        8 => "Of [[nobody-here]].".to_owned(),
        9 => format!("He said that “this is what was said in step {step}” and left."),
        _ => String::new(),
    };
    if fresh.is_empty() && at < parts.len() {
        if dice.below(2) == 0 {
            parts.remove(at);
        } else {
            parts[at] = format!("In step {step}: {}", parts[at]);
        }
    } else if !fresh.is_empty() {
        parts.insert(at, fresh);
    }
    *text = format!("{matter}\n{}\n", parts.join("\n\n"));
}

#[test]
fn writing_leads_to_the_same_bytes_as_a_fresh_build_and_mostly_by_the_short_way() {
    let steps = if fixture::all_wanted() { 3_000 } else { 150 };
    let mut dice = Dice(0xa11ce);
    let mut files = fixture::files(fixture::SITE);
    let mut engine = fixture::compiled(fixture::project_of(&files));
    let mut in_place = engine.clone();
    let mut short = 0;
    for step in 0..steps {
        let before = files.clone();
        write(&mut files, &mut dice, step);
        let written = files.iter().find(|(path, text)| before.get(*path) != Some(text));
        let text = written.map(|(path, text)| TextFile::new(path.as_str(), text.as_str()));
        if step % 40 == 39 {
            files = fixture::files(fixture::SITE);
        }
        let after = engine.after(fixture::project_of(&files), Vec::new());
        // The short way shares what it does not change.
        short += usize::from(std::ptr::eq(after.outputs(), engine.outputs()));
        let fresh = fixture::compiled(fixture::project_of(&files));
        if step % 40 == 39 || !text.is_some_and(|text| in_place.edit(&text, fixture::NOW)) {
            in_place.apply(fixture::project_of(&files), Vec::new());
        }
        let (one, other) = (all(&after), all(&fresh));
        assert!(all(&in_place) == other, "in place, after step {step}");
        for (path, text) in &other {
            assert!(one.get(path) == Some(text), "{path} after step {step}");
        }
        assert_eq!(one.len(), other.len());
        engine = after;
    }
    assert!(short > steps / 10, "{short} of {steps}");
}

/// Saved at once, a page's text and an archived text: the verdicts are those of the new text.
#[test]
fn an_archived_text_that_is_saved_with_a_page_is_looked_into_again() {
    let site = |archived: &str, more: &str| {
        let mut files = fixture::files(fixture::SITE);
        let source = files.get_mut("content/sources/wire.md").unwrap();
        let block = "archive:\n  text: wire.txt\n  captured: typed\npublished:";
        *source = source.replacen("published:", block, 1);
        files.get_mut("content/sections/01-the-call.md").unwrap().push_str(more);
        files.insert("content/sources/wire/wire.txt".into(), archived.into());
        fixture::project_of(&files)
    };
    let verdict = |engine: &Engine| engine.briefing().unwrap().quotations[0].verdict.word();
    let engine = fixture::compiled(site("The talks were short and clear, he said.", ""));
    assert_eq!(verdict(&engine), "exact");
    let after = site("The talks were long, he said.", "\nMore.\n");
    let engine = engine.after(after.clone(), Vec::new());
    assert_eq!(verdict(&engine), "failed");
    assert!(all(&engine) == all(&fixture::compiled(after)));
}

#[test]
fn what_is_searched_is_a_call_with_json_alone() {
    let site = fixture::pages(&fixture::own_site());
    let parts = site.iter().filter(|(path, _)| path.starts_with("search/"));
    let mut found = 0;
    for (path, script) in parts {
        let json = script.strip_prefix("datelineFound(").and_then(|it| it.strip_suffix(");\n"));
        let list: serde_json::Value = serde_json::from_str(json.unwrap()).unwrap();
        found += list.as_array().unwrap().len();
        assert!(list[0]["a"].as_str().is_some_and(|it| it.ends_with(".html")), "{path}");
    }
    assert!(found > 60, "{found}");
}
