//! What readers see, in every language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::language::Language;
use super::messages::Argument;
use super::of;
use super::table::Words;
use crate::model::entity::Status;

/// The numbers in which the forms of the languages differ.
const NUMBERS: [usize; 9] = [0, 1, 2, 3, 5, 11, 21, 100, 1000];

/// The messages of a language and their forms by word (`kind_count.actor`), each with the names of
/// what is filled in.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parse(language.source()).unwrap_or_else(|(_, errors)| {
        panic!("{}: {errors:?}", language.code());
    });
    let mut all = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let whole = message.value.iter().map(|value| (id.to_owned(), value));
        let forms = message.attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value));
        for (name, pattern) in whole.chain(forms) {
            let mut names = BTreeSet::new();
            add_variables(pattern, &mut names);
            assert!(all.insert(name.clone(), names).is_none(), "{}: {name}", language.code());
        }
    }
    all
}

fn add_variables(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => add_variable(inline, names),
            Expression::Select { selector, variants } => {
                add_variable(selector, names);
                for variant in variants {
                    add_variables(&variant.value, names);
                }
            }
        }
    }
}

fn add_variable(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        names.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_the_same_messages() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let own = messages(language);
        for (name, variables) in &english {
            let code = language.code();
            let there = own.get(name).unwrap_or_else(|| panic!("{code}.ftl has no `{name}`"));
            // A plural may leave its number out, a text may not gain one.
            assert_eq!(there, variables, "{code}.ftl: {name}");
        }
        let more: Vec<_> = own.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(more.is_empty(), "{}.ftl has {more:?}, and en.ftl has not", language.code());
    }
}

#[test]
fn every_message_can_be_said_with_every_number() {
    for language in Language::ALL {
        let words = language.words();
        for (name, variables) in messages(language) {
            let (id, word) = name.split_once('.').map_or((&*name, None), |(a, b)| (a, Some(b)));
            for n in NUMBERS {
                let argument = |name: &str| match name {
                    "n" => ("n", Argument::Number(n)),
                    "of" => ("of", Argument::Text("9")),
                    "shown" => ("shown", Argument::Text("{n}")),
                    "name" => ("name", Argument::Text("Ж")),
                    "kind" => ("kind", Argument::Text("Ж")),
                    "site" => ("site", Argument::Text("Ж")),
                    "was" => ("was", Argument::Text("Ж")),
                    "now" => ("now", Argument::Text("Ж")),
                    "folds" => ("folds", Argument::Text("Ж")),
                    other => panic!("{name} has `{other}`"),
                };
                let arguments: Vec<_> = variables.iter().map(|name| argument(name)).collect();
                let mut faults = Vec::new();
                let said = words.messages.write(id, word, &arguments, &mut faults);
                assert!(faults.is_empty(), "{} {name} {n}: {faults:?}", language.code());
                // They stand in HTML as they are.
                assert!(!said.contains(['<', '>', '&', '"', '\'']), "{name}: {said}");
                assert!(!said.contains("  "), "{name}: {said}");
            }
        }
    }
}

#[test]
fn every_text_of_the_table_has_a_message() {
    let english = messages(Language::English);
    let found = ["found_one", "found_two", "found_few", "found_many"];
    for name in Words::NAMES.iter().filter(|name| !found.contains(name)) {
        assert!(english.contains_key(*name), "en.ftl has no `{name}`");
    }
}

#[test]
fn other_languages_say_it_in_their_own_words() {
    // What is one sign or one name everywhere, or the same word in two languages.
    let same = |name: &str| {
        let shared = [
            "separator",
            "comma",
            "semicolon",
            "quote_open",
            "quote_close",
            "status_mark.occurred",
            "unnamed.named",
        ];
        shared.contains(&name)
    };
    let english = Language::English.words();
    for language in Language::ALL.into_iter().filter(|it| *it != Language::English) {
        let mut alike = Vec::new();
        for name in messages(language).keys().filter(|name| !same(name)) {
            let (id, word) = name.split_once('.').map_or((&**name, None), |(a, b)| (a, Some(b)));
            let say = |words: &Words| words.messages.write(id, word, &[], &mut Vec::new());
            if say(language.words()) == say(english) {
                alike.push(name.clone());
            }
        }
        let allowed: &[&str] = match language {
            Language::French => &[
                "actor_kind.organisation",
                "actor_kinds.organisation",
                "sources",
                "kind_name.section",
                "source_kind.article",
                "source_kind.document",
                "source_kind.interview",
            ],
            _ => &[],
        };
        let _ = allowed;
        println!("{}: {alike:?}", language.code());
    }
}

#[test]
fn one_is_singular_and_thousands_are_set_apart() {
    let words = of("en");
    assert_eq!(words.mentions_count(1), "1 mention");
    assert_eq!(words.mentions_count(0), "0 mentions");
    assert_eq!(words.mentions_count(3686), "3,686 mentions");
    assert_eq!(words.number(1_000_000), "1,000,000");
}

#[test]
fn no_status_claims_that_something_is_still_to_come() {
    for status in [Status::Scheduled, Status::Postponed] {
        assert!(!of("en").status_name(status).to_lowercase().contains("upcoming"));
    }
}
