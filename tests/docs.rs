//! The documentation says what the program does: its tables name every field, its examples build,
//! and its commands exist.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests read files and may fail"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use clap::CommandFactory;
use dateline::citation::style;
use dateline::cli::Cli;
use dateline::diagnostic::human;
use dateline::engine::Engine;
use dateline::io::read;
use dateline::io::read::{archives, content};
use dateline::model::place::TextFile;
use dateline::model::project::Project;
use dateline::parse::schema::schema;
use serde_json::Value as Json;

fn docs(name: &str) -> String {
    fs::read_to_string(format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A heading's first table: names in the first column, and whether they are required.
fn table(section: &str) -> BTreeMap<String, bool> {
    let section = section.split("\n## ").next().unwrap().split("\n### ").next().unwrap();
    let (_, table) = section.split_once("| field | what it says |\n| --- | --- |\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cell = row.split('|').nth(1).unwrap();
        (cell.split('`').nth(1).unwrap().to_owned(), cell.contains('*'))
    })
    .collect()
}

fn under<'d>(text: &'d str, heading: &str) -> &'d str {
    text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no `{heading}`")).1
}

/// The fields of a schema's object, and whether they are required.
fn fields(object: &Json) -> BTreeMap<String, bool> {
    let required: Vec<_> = object["required"].as_array().into_iter().flatten().collect();
    let names = object["properties"].as_object().unwrap().keys();
    names.map(|name| (name.clone(), required.iter().any(|it| *it == name))).collect()
}

#[test]
fn the_tables_name_every_field() {
    let text = docs("format.md");
    let shared = table(under(&text, "## Fields that all four kinds may have"));
    for (heading, kind) in [
        ("Settings", "settings"),
        ("Briefing", "briefing"),
        ("Section", "section"),
        ("Actor", "actor"),
        ("Event", "event"),
        ("Source", "source"),
        ("Corrections", "corrections"),
    ] {
        let schema = schema(kind).unwrap();
        let object = if kind == "corrections" { &schema["items"] } else { &schema };
        let mut documented = table(under(&text, &format!("## {heading}")));
        if !["settings", "corrections", "briefing"].contains(&kind) {
            documented.extend(shared.clone());
        }
        assert_eq!(documented, fields(object), "{heading}");
        for (field, shape) in object["properties"].as_object().unwrap() {
            let inner = if shape["items"].is_object() { &shape["items"] } else { shape };
            if inner["properties"].is_object() && field != "rules" {
                let documented = table(under(&text, &format!("### One of `{field}`")));
                assert_eq!(documented, fields(inner), "{heading}: {field}");
            }
        }
    }
}

#[test]
fn every_style_of_references_is_listed() {
    let text = docs("format.md");
    let section = under(&text, "### Styles of references").split("\n#").next().unwrap();
    let listed: Vec<&str> = section.split('`').skip(1).step_by(2).collect();
    let mut known: Vec<&str> = style::names().collect();
    known.sort_unstable();
    assert_eq!(listed, known);
}

#[test]
fn the_slip_in_the_readme_is_told_as_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, shown) = readme.split_once("\n```text\nerror[").unwrap();
    let shown = shown.split("\n```").next().unwrap();
    let words = shown.lines().find_map(|line| line.strip_prefix("8 | ")).unwrap();
    let (mut project, _) = read::project(root, 0, false).unwrap();
    let path = "content/sections/01-the-call.md";
    let section = project.content.iter_mut().find(|file| &*file.path == path).unwrap();
    let mut lines: Vec<&str> = section.text.lines().collect();
    lines[7] = words;
    *section = TextFile::new(path, lines.join("\n"));
    let told = human::report(&Engine::new(project, Vec::new()).findings(), None, false);
    assert!(told.contains(&format!("error[{shown}\n\n")), "{told}");
}

#[test]
fn the_examples_build() {
    let text = docs("format.md");
    // The day from which the example speaks: 30 December 2021, 20:00 UTC.
    let mut project = Project { now: 1_640_894_400, ..Project::default() };
    let blocks = text.split("\n```").skip(1).step_by(2);
    for block in blocks {
        let (info, text) = block.split_once('\n').unwrap();
        let Some((_, path)) = info.split_once(' ') else { continue };
        if content::is_archived(path) {
            let bytes = format!("{text}\n").into_bytes();
            let length = bytes.len() as u64;
            project.archives.push(Arc::new(archives::archived(path, Some(bytes), length)));
            continue;
        }
        let file = TextFile::new(path, format!("{text}\n"));
        if path == "dateline.yaml" {
            project.settings = Some(file);
        } else {
            project.content.push(file);
        }
    }
    project.content.sort_by(|a, b| a.path.cmp(&b.path));
    assert_eq!(project.content.len(), 12);
    let engine = Engine::new(project, Vec::new());
    let findings: Vec<_> = engine
        .findings()
        .iter()
        .map(|it| {
            let place = it.place.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{place}: {}: {}", it.code.name(), it.message)
        })
        .collect();
    assert_eq!(findings, [""; 0]);
    let quotations = &engine.briefing().unwrap().quotations;
    assert_eq!(quotations.len(), 6);
    assert!(quotations.iter().all(|it| it.speaker.is_some()));
}

#[test]
fn every_command_and_flag_is_documented() {
    let text = docs("commands.md");
    for command in Cli::command().get_subcommands() {
        let section = under(&text, &format!("## {}", command.get_name()));
        let section = section.split("\n## ").next().unwrap();
        for argument in command.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(
                section.contains(&format!("`--{argument}")),
                "{}: {argument}",
                command.get_name()
            );
        }
    }
    for flag in Cli::command().get_arguments().filter_map(|argument| argument.get_long()) {
        assert!(
            ["help", "version"].contains(&flag) || text.contains(&format!("`--{flag}")),
            "{flag}"
        );
    }
}

/// A command that cannot be typed without more.
fn is_bare(line: &str) -> bool {
    ["dateline mv", "dateline review", "dateline archive"].contains(&line.trim())
}

#[test]
fn every_recipe_is_yaml_and_builds_or_publishes() {
    let text = docs("publishing.md");
    let recipes = under(&text, "## Recipes");
    let hosts = [
        "GitHub Pages",
        "GitLab Pages",
        "Netlify",
        "Cloudflare Pages",
        "S3 and a CDN",
        "A plain server",
    ];
    for (number, host) in hosts.iter().enumerate() {
        let start = recipes.find(&format!("**{host}.**")).unwrap_or_else(|| panic!("{host}"));
        let next = hosts.get(number + 1).and_then(|it| recipes.find(&format!("**{it}.**")));
        let recipe = &recipes[start..next.unwrap_or(recipes.len())];
        let (_, block) = recipe.split_once("```yaml\n").unwrap_or_else(|| panic!("{host}"));
        let block = block.split("\n```").next().unwrap();
        let read: Json =
            serde_yaml::from_str(block).unwrap_or_else(|error| panic!("{host}: {error}"));
        let said = read.to_string();
        let script = if host == &"GitLab Pages" {
            &read["pages"]["script"]
        } else {
            assert_eq!(read["on"]["push"]["branches"][0], "main", "{host}");
            &read["jobs"]["publish"]["steps"]
        };
        let steps = script.as_array().unwrap_or_else(|| panic!("{host}: {said}"));
        assert!(steps.iter().any(|it| it.to_string().contains("cargo install")), "{host}");
        assert!(said.contains("dateline build --strict") || said.contains("dateline publish"));
        if said.contains("dateline publish") {
            assert!(said.contains("git add releases"), "{host}: the record is kept");
        }
    }
}

#[test]
fn commands_in_the_documentation_can_be_typed() {
    use clap::Parser;
    for page in ["format.md", "getting-started.md", "commands.md"] {
        let text = docs(page);
        let in_lines = text.lines().filter(|line| line.starts_with("dateline "));
        let in_text = text.split('`').filter(|code| code.starts_with("dateline "));
        let typed = in_lines.chain(in_text).filter(|line| !line.contains("COMMAND"));
        // A command's bare name is not meant to be typed.
        let typed = typed.filter(|line| line.split_whitespace().count() > 2 || !is_bare(line));
        let mut seen = 0;
        for line in typed {
            let line = line.split(['>', '|', '\n']).next().unwrap();
            let line = line.replace("KIND NAME", "actor x");
            // What stands between quotation marks is one word.
            let words = line.split('"').enumerate().flat_map(|(number, piece)| {
                if number % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() }
            });
            let parsed = Cli::try_parse_from(words);
            let asked = parsed.as_ref().err().is_some_and(|error| error.exit_code() == 0);
            assert!(parsed.is_ok() || asked, "{page}: {line}");
            seen += 1;
        }
        assert!(seen > 3, "{page}");
    }
}
