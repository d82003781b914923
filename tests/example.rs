//! The second site of the repository (docs/example): every verdict, accounts, claims, a translation,
//! a correction, a review; and that others can check it again.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests read files and may fail"
)]

mod fixture;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::engine::Engine;
use dateline::hash::sha256_hex;
use dateline::io::read;
use fixture::{NOW, all_said, engine_at, page, pages};
use serde_json::Value as Json;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/example")
}

#[test]
fn the_example_has_no_mistake_and_shows_every_verdict() {
    let engine = engine_at(&root(), NOW);
    let said = all_said(&engine.findings());
    assert!(said.iter().all(|it| it.starts_with("hint ")), "{said:#?}");
    assert_eq!(all_said(&engine.unreviewed()), Vec::<String>::new());
    let evidence: Json = serde_json::from_str(&pages(&engine)["evidence.json"]).unwrap();
    for verdict in ["exact", "folded", "elided", "unarchived"] {
        assert!(evidence["totals"][verdict].as_u64().unwrap() > 0, "{verdict}");
    }
    // A quotation that fails is an error, so it stands in a draft.
    let (project, told) = read::project(&root(), NOW, true).unwrap();
    let said = all_said(&Engine::new(project, told).diagnostics().clone());
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(
        said[0].starts_with("error failed-quotation content/sections/99-a-misquotation.md:7:32")
    );
    assert!(said[0].contains("as a >mere< precaution"), "{said:#?}");
}

#[test]
fn its_pages_show_accounts_passages_the_translation_and_the_correction() {
    let engine = engine_at(&root(), NOW);
    let event = page(&engine, "events/bridge-closing.html");
    assert!(event.contains("as a precaution") && event.contains("the day that we were warned of"));
    for status in ["confirmed\">Confirmed", "disputed\">Disputed"] {
        assert!(event.contains(&format!("<span class=\"claim-status claim-{status}</span>")));
    }
    let notice = page(&engine, "sources/operator-notice.html");
    assert!(notice.contains("<mark>"), "{notice}");
    assert!(notice.contains("Buses go by way of the Old Ferry."), "free text is shown whole");
    assert!(notice.contains("https://marrow-bridge.example/notices/closing#:~:text="));
    let minutes = page(&engine, "sources/council-minutes.html");
    assert!(!minutes.contains("asked for one by 31 March"), "excerpts alone");
    // Whose text the words of another source were found in leads back to them.
    let others =
        minutes.split("id=\"s_found\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(others.contains("href=\"../sources/engineer-letter.html#p-"), "{others}");
    assert!(others.contains("<mark>") && !others.contains("found in the archived"), "{others}");
    let section = page(&engine, "sections/the-dispute.html");
    assert!(section.contains("lang=\"de\">Die Lager halten keine fünf Jahre mehr"), "{section}");
    // What was put right is told on its own page, where it stood, and on paper.
    for path in ["corrections.html", "sections/the-closing.html", "index.html", "print.html"] {
        let html = page(&engine, path);
        let (_, shown) = html.split_once("<body").unwrap();
        assert!(shown.contains("<del>The operator closed the bridge at 7 a.m."), "{path}");
    }
    assert!(!page(&engine, "sections/the-dispute.html").contains("<del>"));
}

/// All texts of a folder, by hash.
fn texts(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.insert(sha256_hex(text.as_bytes()), text);
        }
    }
}

#[test]
fn evidence_json_and_the_texts_alone_are_enough_to_check_it_again() {
    let engine = engine_at(&root(), NOW);
    let evidence: Json = serde_json::from_str(&pages(&engine)["evidence.json"]).unwrap();
    let mut known = BTreeMap::new();
    texts(&root().join("content"), &mut known);
    let mut checked = 0;
    for quotation in evidence["quotations"].as_array().unwrap() {
        if quotation["verdict"] == "unarchived" {
            continue;
        }
        let text = &known[quotation["archive_sha256"].as_str().unwrap()];
        let slice = |part: &Json| {
            let at = |n: usize| usize::try_from(part[n].as_u64().unwrap()).unwrap();
            text.chars().skip(at(0)).take(at(1) - at(0)).collect::<String>()
        };
        let parts: Vec<String> = quotation["parts"].as_array().unwrap().iter().map(slice).collect();
        let words = quotation["original"].as_str().or(quotation["text"].as_str()).unwrap();
        match quotation["verdict"].as_str().unwrap() {
            "exact" => assert_eq!(parts, [words]),
            "folded" => assert_eq!(parts.len(), 1),
            _ => {
                // Each part stands in the quotation, and the parts in their order.
                let mut rest = words.replace(['[', ']'], "").to_lowercase();
                for part in parts {
                    let at =
                        rest.find(&part.to_lowercase()).unwrap_or_else(|| panic!("{part}: {rest}"));
                    rest = rest[at + part.len()..].to_owned();
                }
            }
        }
        checked += 1;
    }
    assert!(checked > 10);
}

#[test]
fn the_program_that_others_check_it_with_agrees() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reverify.py");
    assert!(fs::read_to_string(&script).unwrap().lines().count() <= 40);
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("evidence.json");
    let engine = engine_at(&root(), NOW);
    let json = pages(&engine)["evidence.json"].clone();
    let run = |json: &str| {
        fs::write(&evidence, json).unwrap();
        let content = root().join("content");
        Command::new("python3").args([&script, &evidence, &content]).output()
    };
    let Ok(output) = run(&json) else {
        eprintln!("skipped: python3 is not installed");
        return;
    };
    assert!(output.status.success(), "{output:?}");
    // And it would see a misquotation.
    let changed = json.replace("as a precaution", "as a formality");
    assert!(changed != json && !run(&changed).unwrap().status.success());
}

#[test]
fn others_check_words_whose_white_space_is_folded() {
    let site = tempfile::tempdir().unwrap();
    let pairs = [
        ("wide", "这个方案\n的内容很多。", "“这个方案的内容很多”"),
        ("tight", "Nous “partons” demain.", "“Nous « partons » demain”"),
        ("loose", "Il dit (« oui » ou ‹ non ›) ici.", "“Il dit («oui» ou ‹non›) ici”"),
    ];
    let write = |path: &str, text: &str| {
        let full = site.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    };
    for (path, text) in fixture::files(fixture::SITE) {
        write(&path, &text);
    }
    let mut section = "---\ntitle: B\n---\n".to_owned();
    for (id, text, words) in pairs {
        let sha256 = sha256_hex(text.as_bytes());
        let source = format!(
            "---\ntitle: C\nkind: letter\narchive: {{text: a.txt, sha256: {sha256}}}\n---\n"
        );
        write(&format!("content/sources/{id}.md"), &source);
        write(&format!("content/sources/{id}/a.txt"), text);
        section.push_str(&format!("{words} [@{id}].\n\n"));
    }
    write("content/sections/02-b.md", &section);
    let engine = engine_at(site.path(), NOW);
    assert!(!engine.diagnostics().has_errors(), "{:#?}", all_said(engine.diagnostics()));
    let json = pages(&engine)["evidence.json"].clone();
    let evidence: Json = serde_json::from_str(&json).unwrap();
    assert_eq!(evidence["totals"]["folded"], 3, "{json}");
    let run = |json: &str| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reverify.py");
        let file = site.path().join("evidence.json");
        fs::write(&file, json).unwrap();
        Command::new("python3").args([&script, &file, &site.path().join("content")]).output()
    };
    let Ok(output) = run(&json) else {
        eprintln!("skipped: python3 is not installed");
        return;
    };
    assert!(output.status.success(), "{output:?}");
    for (words, others) in [("内容很多", "内容很少"), ("partons", "restons")] {
        let changed = json.replace(words, others);
        assert!(changed != json && !run(&changed).unwrap().status.success());
    }
}
