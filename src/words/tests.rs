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
                let texts = [
                    "of",
                    "shown",
                    "name",
                    "kind",
                    "site",
                    "was",
                    "now",
                    "folds",
                    "events",
                    "from",
                    "to",
                    "relations",
                    "actors",
                ];
                let texts = texts.into_iter().filter(|name| variables.contains(*name));
                let mut arguments: Vec<_> = texts.map(|it| (it, Argument::Text("Ж"))).collect();
                arguments.push(("n", Argument::Number(n)));
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

/// What is one sign in every language, or nothing.
const SIGNS: [&str; 7] = [
    "separator",
    "comma",
    "semicolon",
    "quote_open",
    "quote_close",
    "status_mark.occurred",
    "unnamed.named",
];

/// Words that are English ones too.
fn shared(language: Language) -> &'static [&'static str] {
    match language {
        Language::French => &[
            "actor_kind.alliance",
            "actor_kind.organisation",
            "actor_kinds.alliance",
            "actor_kinds.organisation",
            "kind_count.source",
            "kind_name.source",
            "kind_plural.source",
            "mentions_count",
            "notes",
            "positions",
            "relation_source",
            "source_kind.article",
            "source_kind.document",
            "source_kinds.article",
            "source_kinds.document",
            "sources",
            "version",
            "versions",
        ],
        Language::Spanish => &["kind_name.actor"],
        Language::German => &[
            "actor_kind.organisation",
            "actor_kind.person",
            "original",
            "source_kind.interview",
            "source_kinds.interview",
            "status",
        ],
        Language::English | Language::Russian | Language::Ukrainian | Language::Arabic => &[],
    }
}

#[test]
fn nothing_was_left_in_english() {
    let english = Language::English.words();
    for language in Language::ALL.into_iter().filter(|it| *it != Language::English) {
        let alike = messages(language).into_keys().filter(|name| {
            let (id, word) = name.split_once('.').map_or((&**name, None), |(a, b)| (a, Some(b)));
            let say = |words: &Words| words.messages.write(id, word, &[], &mut Vec::new());
            say(language.words()) == say(english)
        });
        let alike: Vec<String> = alike.filter(|name| !SIGNS.contains(&&**name)).collect();
        assert_eq!(alike, shared(language), "{}", language.code());
    }
}

#[test]
fn numbers_pick_their_form() {
    for (language, said) in [
        ("en", ["0 events", "1 event", "2 events", "5 events", "21 events", "1,000 events"]),
        (
            "fr",
            [
                "0 événement",
                "1 événement",
                "2 événements",
                "5 événements",
                "21 événements",
                "1\u{202f}000 événements",
            ],
        ),
        ("es", ["0 hechos", "1 hecho", "2 hechos", "5 hechos", "21 hechos", "1000 hechos"]),
        (
            "de",
            [
                "0 Ereignisse",
                "1 Ereignis",
                "2 Ereignisse",
                "5 Ereignisse",
                "21 Ereignisse",
                "1.000 Ereignisse",
            ],
        ),
        ("ru", ["0 событий", "1 событие", "2 события", "5 событий", "21 событие", "1000 событий"]),
        ("uk", ["0 подій", "1 подія", "2 події", "5 подій", "21 подія", "1000 подій"]),
        ("ar", ["لا أحداث", "حدث واحد", "حدثان", "5 أحداث", "21 حدثاً", "1,000 حدث"]),
    ] {
        let words = of(language);
        assert_eq!([0, 1, 2, 5, 21, 1000].map(|n| words.events_count(n)), said, "{language}");
    }
    assert_eq!(of("es").number(13_686), "13.686");
    assert_eq!(of("ru").number(1_013_686), "1\u{a0}013\u{a0}686");
}

#[test]
fn what_was_found_has_a_form_for_each_rule_of_the_browser() {
    let forms = |language| {
        let words = of(language);
        [&words.found_one, &words.found_two, &words.found_few, &words.found_many].map(|it| &**it)
    };
    assert_eq!(forms("en"), ["1 result", "{n} results", "{n} results", "{n} results"]);
    let russian = ["{n} результат", "{n} результата", "{n} результата", "{n} результатов"];
    assert_eq!(forms("ru"), russian);
    assert_eq!(forms("ar"), ["نتيجة واحدة", "نتيجتان", "{n} نتائج", "{n} نتيجة"]);
}

#[test]
fn a_release_is_told_in_one_sentence() {
    let english = of("en");
    assert_eq!(english.what_changed([0; 4]), "The front page changed.");
    let told = "1 page added, 2 pages changed, 1 quotation added or changed.";
    assert_eq!(english.what_changed([1, 2, 0, 1]), told);
    let told = "1 страница добавлена, 2 страницы изменены, 5 страниц удалено.";
    assert_eq!(of("ru").what_changed([1, 2, 5, 0]), told);
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
