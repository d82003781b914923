//! Whatever stands in the files: no panic, no hang, no page that a browser would have to mend.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests touch files, may fail, and tell what took long"
)]

mod fixture;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dateline::engine::Engine;
use dateline::io::read;
use dateline::model::place::TextFile;
use dateline::model::project::Project;
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
            let told = || format!("{}: {prose:#?}\n{about}", file.text);
            assert!(prose.holes.is_sorted_by_key(|hole| hole.at), "holes: {}", told());
            for hole in &prose.holes {
                assert!(prose.html.is_char_boundary(hole.at as usize), "{hole:?}: {}", told());
            }
            assert!(prose.names.is_sorted_by_key(|hole| hole.at), "names: {}", told());
            let words = prose.quotations.iter().flat_map(|it| [it.words, it.sentence]);
            let headings = prose.headings.iter().map(|it| it.text);
            let sentences = prose.mentions.iter().map(|it| it.sentence);
            for span in words.chain(headings).chain(sentences) {
                assert!(prose.plain.get(span.range()).is_some(), "{span:?}: {}", told());
            }
            let quoted = prose.quotations.iter().map(|it| it.span);
            let cited = prose.citations.iter().map(|it| it.span);
            let named = page.document.references.iter().map(|it| it.span);
            for span in quoted.chain(cited).chain(named) {
                assert!(file.text.get(span.range()).is_some(), "{span:?}: {}", told());
            }
            let starts =
                prose.holes.iter().filter(|it| matches!(it.filling, Filling::QuotationStart(_)));
            assert_eq!(starts.count(), prose.quotations.len(), "{}", told());
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

/// The longest that one site may take: measured on a busy machine, and unoptimised in tests. The
/// long form has sites up to fifty times as large: what grows with their square would take hours.
fn patience() -> Duration {
    let seconds = if cfg!(debug_assertions) { 20 } else { 1 };
    Duration::from_secs(if fixture::all_wanted() { 6 * seconds } else { seconds })
}

/// Compiles a site, makes all its pages, and fails where that takes too long.
fn assert_quick(name: &str, make: impl FnOnce() -> Engine) -> Engine {
    let started = Instant::now();
    let engine = make();
    drop(engine.findings());
    let took = started.elapsed();
    assert!(took < patience(), "{name}: {took:?}");
    engine
}

/// Texts that make slow programs quadratic.
fn patterns(n: usize) -> Vec<(&'static str, String)> {
    let row = |text: &str| text.repeat(n / text.len());
    let nested = |open: &str, close: &str| {
        let times = n / (open.len() + close.len());
        format!("{}a{}", open.repeat(times), close.repeat(times))
    };
    vec![
        ("strong in emphasis", nested("*a **a ", " b** b*")),
        ("closers of emphasis", row("a_ ")),
        ("openers of emphasis", row("_a ")),
        ("emphasis that does not match", row("*a_ ")),
        ("closers of links", row("a]")),
        ("openers of links", row("[a")),
        ("links that do not match", row("[ (](")),
        ("pictures in links", row("![[]()")),
        ("nested brackets", nested("[", "]")),
        ("nested references", nested("[[", "]]")),
        ("openers of references", row("[[")),
        ("closers of references", row("]]")),
        ("bare references", row("[[joe]] ")),
        ("references with words", row("[[joe|he]] ")),
        ("unknown references", row("[[jo]] ")),
        ("unended references", row("[[joe|")),
        ("citations", row("[@wire]")),
        ("spaced citations", row("word [@wire] ")),
        ("unended citations", row("[@")),
        ("one long citation", format!("[@wire{}]", row("; @wire"))),
        ("one long locator", format!("[@wire, {}]", row("para. "))),
        ("a long translation", format!("“a” [@wire, tr. Jo: “{}”]", row("a “b” "))),
        ("opening quotation marks", row("“")),
        ("opening marks and words", row("“a ")),
        ("straight marks", row("\"a\" ")),
        ("uncited quotations", row("“one two three four five six” ")),
        ("cited quotations", row("“a b” [@wire] ")),
        ("quotations served by one citation", format!("{}[@wire].", row("“a b” and "))),
        ("quotations in emphasis", row("*“a* b” ")),
        ("single marks", row("‘a ")),
        ("mixed marks", row("„a «b ‚c »d ‘e “f \"g ")),
        ("escapes", row("\\*")),
        ("ampersands", row("& ")),
        ("an entity among many", format!("[a](b{}&#1;)", row("&#"))),
        ("entities", row("&amp;\"a\" ")),
        ("block quotes", row("> ")),
        ("block quotes in a row", row("> a\n\n")),
        ("quoted block quotes", row("> “a b” [@wire]\n\n")),
        ("lists in lists", row("- ")),
        ("deep lists", (0..n.isqrt()).map(|i| format!("{}- a\n", "  ".repeat(i))).collect()),
        ("items", row("- a\n")),
        ("numbers", row("1. a\n")),
        ("headings", row("# a\n")),
        ("headings with names", row("# [[joe]] a\n")),
        ("backticks", (1..n.isqrt()).map(|i| format!("e{}", "`".repeat(i))).collect()),
        ("footnotes", row("[^1]")),
        ("openers of footnotes", row("[^")),
        ("openers of footnotes at ends", row("[^\n")),
        ("many footnotes", (0..n / 16).map(|i| format!("[^{i}]\n\n[^{i}]: a\n\n")).collect()),
        ("one footnote often", format!("{}\n\n[^1]: {}\n", row("[^1]"), row("a "))),
        ("definitions", (0..n / 12).map(|i| format!("[a{i}]: /u\n")).collect()),
        ("a definition used often", format!("[a]: /u\n\n{}", row("[a] "))),
        ("tables", format!("|{}\n|{}\n{}", row("a|"), row("-|"), row("|\n"))),
        ("long tables", format!("| a | b |\n|---|---|\n{}", row("| a | b |\n"))),
        ("cells", format!("|a|\n|-|\n{}", row("|"))),
        ("tables that are none", row("a|b\n-|-|-\n")),
        ("cells left out", format!("|a|\n|-|\n{}", row("|b|c|\n"))),
        ("openers of references in a row", format!("|a|\n|-|\n|b|{}", row("[["))),
        ("escaped openers in a row", format!("|a|\n|-|\n|{}|c|", row("\\[["))),
        ("tags", row("<b>")),
        ("unended tags", row("<a ")),
        ("unended comments", row("<!--")),
        ("comments", row("a <!-- b --> ")),
        ("blocks of HTML", row("<div>\n\n")),
        ("HTML and comments", format!("<div>\n{}", row("<!-- a --> b "))),
        ("declarations", row("<!A ")),
        ("instructions", row("<?")),
        ("addresses", row("<https://a.example/> ")),
        ("unended destinations", row("[a](<b")),
        ("destinations", row("[a](b")),
        ("own files", row("![a](map.png)")),
        ("missing files", row("![a](mop.png)")),
        ("links to files of pages", row("[a](joe.md) ")),
        ("headings of the page", row("[a](#b) ")),
        ("rules", row("***\n")),
        ("sentences", row("Mr. A. B. ")),
        ("marks of sentences", row("….!?")),
        ("one line", row("word ")),
        ("one word", row("a")),
        ("spaces", format!("a{}b", row(" "))),
        ("line ends", row("\n")),
        ("short lines", row("a\n")),
        ("hard breaks", row("a  \n")),
        ("tildes", row("~~a ")),
        ("astronauts", row("👩‍🚀 ")),
        ("garbled letters", row("Ã©")),
        ("garbled words in and beside code", row("`cafÃ©` cafÃ© ")),
        ("letters that were lost", row("\u{fffd}a ")),
        ("joined marks", format!("a{}", row("\u{301}"))),
        ("names", row("Joe Doe, ")),
        ("code", format!("```\n{}", row("“[[joe]] [@wire]\n"))),
        ("indented code", row("    “a b c d e f”\n")),
    ]
}

#[test]
fn no_text_takes_long() {
    let n = if fixture::all_wanted() { 1_000_000 } else { 20_000 };
    for (name, body) in patterns(n) {
        let engine = assert_quick(name, || with_bodies([body.as_str()]));
        assert_in_order(&engine, name);
        for path in ["sections/s0.html", "index.html"] {
            let text = fixture::page(&engine, path);
            fixture::html::pieces(&text).unwrap_or_else(|what| panic!("{name}: {path}: {what}"));
        }
    }
}

/// YAML that makes slow programs quadratic, or small programs large.
fn yaml_patterns(n: usize) -> Vec<(&'static str, String)> {
    let row = |text: &str| text.repeat(n / text.len());
    let lines =
        |line: &dyn Fn(usize) -> String| (0..n / line(0).len()).map(line).collect::<String>();
    vec![
        ("brackets", format!("summary: {}", row("["))),
        ("braces", format!("summary: {}", row("{a: "))),
        ("dashes", format!("aliases:\n{}", row("- "))),
        ("quotes", format!("summary: {}", row("\""))),
        ("single quotes", format!("summary: {}", row("'"))),
        ("colons", format!("summary: {}", row(": "))),
        ("anchors", lines(&|n| format!("a{n}: &a{n} x\n"))),
        ("aliases", lines(&|n| format!("a{n}: *a{n}\n"))),
        ("bombs", {
            let level = |n: usize| {
                format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "))
            };
            format!("a0: &a0 [x]\n{}", (1..10).map(level).collect::<String>())
        }),
        ("keys", lines(&|n| format!("key{n}: x\n"))),
        ("one key", row("key: x\n")),
        ("broken keys", lines(&|n| format!("key{n}: [\n"))),
        ("items", format!("aliases:\n{}", row("  - x\n"))),
        ("flow items", format!("aliases: [{}]", row("x, "))),
        ("wrong items", format!("former_ids:\n{}", row("  - X\n"))),
        ("wrong roles", format!("roles:\n{}", row("  - {a: b}\n"))),
        ("question marks", row("? ")),
        ("pipes", format!("summary: {}", row("|"))),
        ("a long folded text", format!("summary: >-\n{}", row("  word\n"))),
        ("quoted words in a summary", format!("summary: >-\n  {}", row("“a b c d e” "))),
        ("a long quoted text", format!("summary: \"{}\"", row("a\\n\\u2019 "))),
        ("a long plain text", format!("summary: {}", row("word\n  "))),
        ("comments", row("# x\n")),
        ("tabs", row("\t")),
        ("tags", format!("summary: {}", row("!!x "))),
        ("directives", row("%A\n")),
        ("documents", row("...\n")),
        ("deep maps", (0..n.isqrt()).map(|i| format!("{}a:\n", " ".repeat(i))).collect()),
    ]
}

#[test]
fn no_front_matter_takes_long() {
    // Front matter may have 64 kB; settings and corrections more.
    for (name, yaml) in yaml_patterns(if fixture::all_wanted() { 60_000 } else { 20_000 }) {
        let actor = format!("---\nname: X\nkind: person\n{yaml}\n---\nText.\n");
        assert_quick(name, || {
            let mut files = files_with("");
            files.insert("content/actors/x.md".into(), actor);
            compiled(project_of(&files))
        });
    }
    let n = if fixture::all_wanted() { 1_000_000 } else { 60_000 };
    for (name, yaml) in yaml_patterns(n) {
        for path in ["dateline.yaml", "content/corrections.yaml"] {
            assert_quick(&format!("{name} in {path}"), || {
                let mut files = files_with("");
                files.insert(path.into(), yaml.clone());
                compiled(project_of(&files))
            });
        }
    }
}

#[test]
fn many_files_with_the_same_mistake_take_no_longer_than_others() {
    let n = if fixture::all_wanted() { 10_000 } else { 700 };
    let actor = |n: usize, body: &str| {
        let text = format!("---\nname: Actor {n}\nkind: person\n---\n{body}\n");
        (format!("content/actors/actor-{n}.md"), text)
    };
    let with = |each: &dyn Fn(usize) -> (String, String)| {
        let mut files = files_with("");
        files.extend((0..n).map(each));
        compiled(project_of(&files))
    };
    assert_quick("a deleted page", || with(&|n| actor(n, "[[gone]] and [[Gone Away]] [@left]")));
    assert_quick("all pages renamed", || with(&|n| actor(n, &format!("[[person-{n}-x]]"))));
    assert_quick("all of the wrong kind", || with(&|n| actor(n, "[@joe]")));
    assert_quick("all files without an end", || {
        with(&|n| (actor(n, "").0, format!("---\nname: Actor {n} and [[actor-{n}]]\n")))
    });
    assert_quick("all files misnamed", || {
        with(&|n| (format!("content/actors/Actor {n}.md"), actor(n, "[[Actor 1]]").1))
    });
    assert_quick("all of one name", || {
        with(&|n| (actor(n, "").0, "---\nname: One\nkind: person\n---\n[[One]]\n".into()))
    });
    assert_quick("a row of events", || {
        with(&|number| {
            let text = format!(
                "---\ntitle: Event {number}\nwhen: 2021\nstatus: occurred\nfollows: event-{}\n---\n",
                (number + 1) % n
            );
            (format!("content/events/event-{number}.md"), text)
        })
    });
    assert_quick("all mention one", || with(&|n| actor(n, "[[joe]] met [[ann]]. [[joe]] left.")));
}

/// A project in which one file ends after so many bytes, compiled and all its pages made.
fn cut(project: &Project, file: &TextFile, bytes: usize) -> Engine {
    let left = file.text.as_bytes()[..bytes].to_vec();
    let (text, told) = read::text::clean(&file.path, left);
    let mut project = project.clone();
    let put = |list: &mut Vec<Arc<TextFile>>| {
        if let Some(at) = list.iter().position(|it| it.path == file.path) {
            list.splice(at..=at, text.clone());
        }
    };
    if file.path.as_ref() == "dateline.yaml" {
        project.settings = text;
    } else {
        put(&mut project.content);
        put(&mut project.templates);
        put(&mut project.releases);
    }
    Engine::new(project, told)
}

fn texts(project: &Project) -> Vec<Arc<TextFile>> {
    let lists = [&project.content, &project.templates, &project.releases];
    lists.into_iter().flatten().chain(&project.settings).cloned().collect()
}

/// Every kind of file with every kind of field, cut off after each of its bytes.
#[test]
fn a_file_may_end_anywhere() {
    let everything = "\
//- dateline.yaml
title: The call
language: en
time_zones: [America/New_York, Europe/Moscow]
rules: {orphan: off}
publish: [{name: a, to: folder, path: out}]
//- content/corrections.yaml
- {page: more, date: 2021-12-31, was: “Ten”, now: “Fifty”, why: A slip.}
//- content/sections/02-more.md
---
title: Möre
event: talks
accounts: [{by: joe, source: wire, text: It “went well”.}]
claims: [{text: It “went well”., by: joe, source: wire, status: denied, against: [wire]}]
---
He said “short [and] clear […] words” [ann@wire, para. 4, #mood]; see [[talks|the talks]].

| a | b |
|---|---|
| [[joe\\|he]] | `x` |

> Quoted. [@wire, tr. Jo Desk: „Zitiert“]

![map](map.png) [^1]

[^1]: A note.
//- static/map.png
x
//- templates/404.html
{% extends \"base.html\" %}{% block main %}{% for a in [1] %}{{ page.heading | upper }}{% endfor %}{% endblock %}
";
    let project = fixture::site_with(everything);
    let said = fixture::all_said(&compiled(project.clone()).findings());
    assert!(said.iter().all(|it| !it.starts_with("error")), "{said:#?}");
    for file in texts(&project) {
        for bytes in 0..file.text.len() {
            let about = format!("{} after {bytes} bytes", file.path);
            let engine = assert_quick(&about, || cut(&project, &file, bytes));
            if !engine.diagnostics().has_errors() {
                assert_sound(&engine, &about);
            }
        }
    }
}

/// The same for real sites, at some of their bytes.
#[test]
fn a_file_of_a_real_site_may_end_anywhere() {
    let cuts = if fixture::all_wanted() { 1_500 } else { 25 };
    let mut random = Random::new(2);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for root in [folder.to_path_buf(), folder.join("docs/example")] {
        let project = read::project(&root, fixture::NOW, false).unwrap().0;
        let texts = texts(&project);
        for _ in 0..cuts {
            let file = random.one_of(&texts);
            let bytes = random.below(file.text.len().max(1));
            let about = format!("{} after {bytes} bytes", file.path);
            assert_quick(&about, || cut(&project, file, bytes));
        }
    }
}

/// A list of addresses may have 50,000 of them; then there are several, and one of the lists.
#[test]
fn more_pages_than_a_sitemap_may_have_are_in_several() {
    if !fixture::all_wanted() {
        return;
    }
    let mut files = fixture::files(fixture::SITE);
    for n in 0..50_010 {
        let page = format!("---\nname: Actor {n}\nkind: person\n---\nX.\n");
        files.insert(format!("content/actors/a{n}.md"), page);
    }
    let engine = fixture::compiled(fixture::project_of(&files));
    let index = fixture::page(&engine, "sitemap.xml");
    let named: Vec<&str> =
        index.split("<loc>").skip(1).filter_map(|it| it.split('<').next()).collect();
    assert!(index.contains("<sitemapindex") && named.len() == 2, "{named:?}");
    let mut all = 0;
    for address in named {
        let xml = fixture::page(&engine, address.rsplit('/').next().unwrap());
        let count = xml.matches("<url><loc>https://news.example/call/").count();
        assert!((1..=50_000).contains(&count));
        all += count;
    }
    let pages = engine.outputs().iter().filter(|it| it.path.ends_with(".html")).count();
    // The page that is not there and the one to print are in no list.
    assert_eq!(all, pages - 2);
}
