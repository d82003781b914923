//! Every sort of mistake: found where it is, told once, and with what to type instead.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests touch files and may fail"
)]

mod cases;
mod files;
#[path = "../fixture/mod.rs"]
mod fixture;
mod places;
mod references;
mod settings;
mod several;
mod templates;
mod values;

use std::collections::BTreeSet;

use dateline::diagnostic::code::Code;
use dateline::diagnostic::diagnostic::Diagnostic;
use fixture::{SITE, all_said, assert_clean, compiled, engine_with, project};

#[test]
fn the_site_of_the_tests_has_no_mistake() {
    assert_clean(&compiled(project(SITE)));
}

#[test]
fn a_rule_with_prose_below_it_is_no_front_matter() {
    for body in [
        "---\nNote: she spoke.\n---\nIt ended.",
        "---\n\nShe spoke.\n\n---",
        "She spoke.\n\n---\nkind: words\n---",
    ] {
        let text =
            format!("//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n{body}\n");
        assert_eq!(found(&text), [""; 0], "{body}");
    }
}

#[test]
fn every_mistake_is_one_finding_at_its_place_with_what_to_type() {
    let mut other = Vec::new();
    for case in cases::all() {
        let findings = case.engine().findings();
        let one = |it: &Diagnostic| {
            let help = it.help.as_deref().unwrap_or("");
            it.code == case.code && place(it) == case.place && help.contains(case.help)
        };
        if findings.len() != 1 || !findings.iter().all(one) {
            other.push(format!("{:?} {}: {:#?}", case.code, case.place, all_said(&findings)));
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
}

#[test]
fn what_cannot_be_checked_is_told_to_those_who_ask_for_rigour() {
    let engine = compiled(project(SITE));
    let said = all_said(&engine.unarchived());
    assert_eq!(said.len(), 1, "{said:#?}");
    let place = "content/sections/01-the-call.md:4:26";
    assert!(said[0].starts_with(&format!("warning unarchived-quotation {place}")), "{said:?}");
    assert!(said[0].contains("`dateline archive wire URL-or-FILE`"), "{said:?}");
    assert!(engine.findings().strict(engine.unarchived()).has_errors());
}

/// Codes that tests of their own look for: they are told where they are asked for, or on disk.
const ASKED_FOR: [Code; 4] =
    [Code::NotAFile, Code::SecretInFiles, Code::UnarchivedQuotation, Code::Unreviewed];

#[test]
fn every_code_has_a_case() {
    let in_memory = cases::all().map(|case| case.code);
    let on_disk = files::on_disk().into_iter().map(|(code, ..)| code);
    let tried: BTreeSet<Code> = in_memory.chain(on_disk).chain(ASKED_FOR).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(tried, all);
}

#[test]
fn messages_are_plain_sentences() {
    for case in cases::all() {
        for finding in case.engine().findings().iter() {
            let said = fixture::said(finding);
            let starts_low = |text: &str| !text.starts_with(|c: char| c.is_ascii_uppercase());
            let named = finding.message.starts_with("HTML")
                || finding.message.starts_with("Markdown")
                || finding.message.starts_with("February");
            assert!(named || starts_low(&finding.message), "{said}");
            assert!(!finding.message.ends_with('.'), "{said}");
            assert!(finding.message.chars().count() <= 160, "{said}");
            assert!(finding.help.as_deref().is_some_and(|help| help.len() > 8), "{said}");
            assert!(!said.contains("Some(") && !said.contains("None"), "{said}");
        }
    }
}

fn place(diagnostic: &Diagnostic) -> String {
    diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// What is found, as `place code`.
fn found(text: &str) -> Vec<String> {
    let findings = engine_with(text).findings();
    findings.iter().map(|it| format!("{} {}", place(it), it.code.name())).collect()
}
