//! Fields whose values cannot be, alone or together.

use dateline::diagnostic::code::Code;
use dateline::diagnostic::diagnostic::Diagnostic;

use crate::fixture::{all_said, engine_with};
use crate::{found, place};

/// What is found in an actor with this front matter and others, with what helps.
fn found_in_ann(fields: &str) -> Vec<(String, String)> {
    let text =
        format!("//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n{fields}---\n");
    let said = |it: &Diagnostic| {
        let related = it.related.iter().map(|(place, _)| format!(" < {place}"));
        let at = format!("{} {}{}", place(it), it.code.name(), related.collect::<String>());
        (at.replace("content/actors/ann.md:", ""), it.help.clone().unwrap_or_default())
    };
    let findings = engine_with(&text).findings();
    // Where she is withheld, the front page must not name her: that follows from the mistake.
    findings.iter().filter(|it| it.code != Code::WithheldReference).map(said).collect()
}

#[test]
fn what_ends_before_it_begins_is_an_error_with_both_places() {
    for (fields, at, helps) in [
        (
            "roles:\n  - title: Envoy\n    from: 2023\n    to: 2020\n",
            "7:9 invalid-date < 6:11",
            "`from: 2020` and `to: 2023`",
        ),
        (
            "relations: [{with: joe, kind: aide, from: 2021-12-30, to: 2021-11, source: wire}]\n",
            "4:59 invalid-date < 4:43",
            "`from: 2021-11`",
        ),
        (
            "embargo: 2021-12-01T09:00Z\nexpires: 2021-12-01T10:00+01:00\n",
            "5:10 invalid-date < 4:10",
            "later",
        ),
        ("relations: [{with: ann, kind: aide, source: wire}]\n", "4:20 circular", "`with`"),
        ("aliases: [Roe, Annie, Roe]\n", "4:23 listed-twice < 4:11", "keep one"),
    ] {
        let found = found_in_ann(fields);
        let [(place, help)] = found.as_slice() else { panic!("{fields}: {found:?}") };
        assert!(place == at && help.contains(helps), "{found:?}");
    }
    for fields in [
        "roles: [{title: Envoy, from: 2020, to: 2020}, {title: Aide, from: 2020-06, to: 2020}]\n",
        "roles: [{title: Envoy, from: 2021-12-30T09:00Z, to: 2021-12-30T10:00Z}]\n",
        "embargo: 2021-12-01T09:00Z\nexpires: 2031-12-01T10:00Z\n",
    ] {
        assert_eq!(found_in_ann(fields), [], "{fields}");
    }
}

#[test]
fn what_follows_may_overlap_what_it_follows() {
    for (when, is_told) in [
        ("2021-12", false),
        ("2021-12-29/2022-01", true),
        ("2021", false),
        ("2021-11~", false),
        ("2021-12-29", true),
        ("2021-12-30", false),
        ("../2021", false),
    ] {
        let event = format!("title: More\nwhen: {when}\nstatus: occurred\nfollows: talks\n");
        let found = found(&format!("//- content/events/more.md\n---\n{event}---\n"));
        assert_eq!(
            found.iter().any(|it| it.contains("out-of-order")),
            is_told,
            "{when}: {found:?}"
        );
    }
}

#[test]
fn what_is_over_is_not_dated_ahead() {
    let event = |when: &str, status: &str| {
        format!(
            "//- content/events/talks.md\n---\ntitle: Talks\nwhen: {when}\nstatus: {status}\nparticipants: [{{actor: joe}}, {{actor: ann}}]\n---\n"
        )
    };
    let source = |fields: &str| {
        format!(
            "//- content/sources/wire.md\n---\ntitle: A report\nkind: wire-report\nby: joe\n{fields}\n---\n"
        )
    };
    let front = |fields: &str| {
        format!(
            "//- content/briefing.md\n---\ntitle: A\nsummary: B\n{fields}\n---\n[[talks]] [@wire]\n"
        )
    };
    let ahead = |text: &str| {
        let found = found(text);
        found.into_iter().filter(|it| it.ends_with("future-date")).collect::<Vec<_>>()
    };
    // It is 20:00 UTC on 30 December 2021: the 31st has begun in the east.
    for text in [
        event("2021-12-31", "occurred"),
        event("2021-12-31T23:00Z", "occurred"),
        event("2021-12/2022-02", "occurred"),
        event("../2022-02", "reported"),
        event("202X", "occurred"),
        event("2021-24", "occurred"),
        event("2023", "scheduled"),
        event("2023", "postponed"),
        event("2023", "cancelled"),
        source("published: 2021-12-31\naccessed: 2021-12-31"),
        source(
            "published: 2021-12-30\narchive: {sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, retrieved: 2021-12-31T01:00+14:00}",
        ),
        source("published: 2023\nembargo: 2023-01-01T00:00Z"),
        front("as_of: 2021-12-31\nupdated: 2021"),
    ] {
        assert_eq!(ahead(&text), [""; 0], "{text}");
    }
    for (text, place) in [
        (event("2022-01-01", "occurred"), "content/events/talks.md:3:7"),
        (event("2022-01-01T00:30+14:00", "occurred"), "content/events/talks.md:3:7"),
        (event("2022-02/..", "reported"), "content/events/talks.md:3:7"),
        (event("2022-24", "occurred"), "content/events/talks.md:3:7"),
        (source("published: 2022"), "content/sources/wire.md:5:12"),
        (source("published: 2021\naccessed: '2022-01-03'"), "content/sources/wire.md:6:11"),
        (
            source(
                "archive: {sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, retrieved: 2022-01}",
            ),
            "content/sources/wire.md:5:96",
        ),
        (
            source("published: 2021\nreviewed: {by: Jo, date: 2022-01-01}"),
            "content/sources/wire.md:6:26",
        ),
        (front("as_of: 2022-01-01"), "content/briefing.md:4:8"),
        (front("as_of: 2021-12-30\nupdated: 2022-01-01"), "content/briefing.md:5:10"),
    ] {
        assert_eq!(ahead(&text), [format!("{place} future-date")], "{text}");
    }
    // Only what must have come is told: builds say nothing of it.
    assert!(engine_with(&event("2023", "occurred")).diagnostics().is_empty());
}

#[test]
fn languages_and_items_have_the_names_that_others_know() {
    let source = |language: &str| {
        format!(
            "//- content/sources/wire.md\n---\ntitle: A report\nkind: wire-report\nby: joe\npublished: 2021-12-30\nlanguage: {language}\n---\n"
        )
    };
    let settings =
        |language: &str| format!("//- dateline.yaml\ntitle: The call\nlanguage: {language}\n");
    for (text, at, helps) in [
        (settings("e n"), "dateline.yaml:2:11", "`pt-BR`"),
        (settings("en_US"), "dateline.yaml:2:11", "write `en-US`"),
        (source("ger man\"x"), "content/sources/wire.md:6:11", "`pt-BR`"),
        (source("German"), "content/sources/wire.md:6:11", "write `de`"),
        (settings("ua"), "dateline.yaml:2:11", "write `uk` for Ukrainian;"),
        (source("JP"), "content/sources/wire.md:6:11", "write `ja` for Japanese;"),
        (source("cz-CZ"), "content/sources/wire.md:6:11", "write `cs-CZ` for Czech;"),
        (source("xx"), "content/sources/wire.md:6:11", "write a tag such as `en`"),
    ] {
        let findings = engine_with(&text).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{:?}", all_said(&findings))
        };
        assert_eq!((place(one).as_str(), one.code), (at, Code::InvalidValue));
        assert!(one.help.as_deref().unwrap().contains(helps), "{one:?}");
    }
    // What is a country's code and a language's too, and what the registry calls deprecated.
    for language in ["pt-BR", "no", "se", "br", "kr", "iw", "sh", "UK", "arn"] {
        assert_eq!(found(&settings(language)), [""; 0], "{language}");
    }
    assert_eq!(found_in_ann("wikidata: Q7747\n"), []);
    let [(at, help)] = &found_in_ann("wikidata: foo\n")[..] else { panic!() };
    assert!(at == "4:11 invalid-value" && help.contains("`Q7747`"), "{at} {help}");
    let [(_, help)] = &found_in_ann("wikidata: https://www.wikidata.org/wiki/q42\n")[..] else {
        panic!()
    };
    assert_eq!(help, "write `Q42`");
}

#[test]
fn what_is_empty_or_misshaped_is_told_with_what_to_type_there() {
    let ann = |fields: &str| {
        let head = "//- content/actors/ann.md\n---\nkind: person\n";
        format!("{head}{fields}\n---\n")
    };
    let event = |fields: &str| {
        format!(
            "//- content/events/talks.md\n---\ntitle: Talks\nstatus: occurred\nparticipants: [{{actor: joe}}, {{actor: ann}}]\n{fields}\n---\n"
        )
    };
    let day = |fields: &str| {
        let summary = "The two presidents spoke for fifty minutes about a border.";
        format!(
            "//- content/briefing.md\n---\ntitle: The call\nsummary: {summary}\n{fields}\n---\n[[joe]], [[ann]], [[talks]]\n"
        )
    };
    let image = |file: &str, alt: &str| {
        ann(&format!("name: Ann Roe\nimage: {{file: {file}, alt: {alt}, credit: Jo}}"))
    };
    for (text, said, helps) in [
        (ann("name:"), "needs `name`, which is empty", "write its value after `name:`"),
        (ann("name: ''"), "needs `name`, which is empty", "between the marks after `name:`"),
        (image("a.png", "\"\""), "needs `alt`, which is empty", "after `alt:`"),
        (image("../dateline.yaml", "x"), "lies outside `static/`", "write `dateline.yaml` here"),
        (event("when: 2021-12-30T24:00Z"), "ends before", "`2021-12-31T00:00Z`"),
        (event("when: 2022-13-01"), "there is no month `13`", "write `2022-01-13`"),
        (day("as_of: [2021-12-30]"), "one date", "without brackets or dash: `2021-12-30`"),
        (day("as_of: [2021]"), "one date", "such as `2021-12-30`"),
        (event("when: 2021-12-30\ncategory: consult"), "`consult`", "did you mean `CONSULT`?"),
    ] {
        let findings = engine_with(&text).findings();
        let found = all_said(&findings);
        let one = findings.iter().find(|it| it.message.contains(said));
        let help = one.and_then(|it| it.help.as_deref());
        assert!(help.is_some_and(|help| help.contains(helps)), "{text}\n{found:#?}");
    }
}

#[test]
fn no_page_is_named_as_a_device() {
    let text = "//- content/actors/aux.md\n---\nname: Ann Roe\nkind: person\n---\n";
    let findings = engine_with(text).findings();
    let one = findings.iter().next().unwrap();
    assert_eq!((place(one).as_str(), one.code), ("content/actors/aux.md:1:1", Code::FileName));
    assert!(one.help.as_deref().unwrap().contains("rename it to `the-aux.md`"), "{one:?}");
    let [(at, _)] = &found_in_ann("former_ids: [nul]\n")[..] else { panic!() };
    assert_eq!(at, "4:14 invalid-id");
}

#[test]
fn what_is_escaped_in_a_text_may_be_no_control_character() {
    for written in [
        "name: \"Ann\\0 Roe\"\n",
        "name: Ann Roe\nsummary: \"A \\u001b b\"\n",
        "name: Ann Roe\nsummary: \"A \\u202e b\"\n",
    ] {
        let text = format!("//- content/actors/ann.md\n---\n{written}kind: person\n---\n");
        let found = found(&text);
        assert!(matches!(&found[..], [one] if one.ends_with("control-character")), "{found:?}");
    }
    let harmless = "//- content/actors/ann.md\n---\nname: \"Ann \\u00e9 Roe\"\nkind: person\n---\n";
    assert_eq!(found(harmless), [""; 0]);
}

#[test]
fn what_an_entity_stands_for_may_be_no_control_character() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n";
    for (text, entity) in [
        ("She &amp; he&#133;", "&#133;"),
        ("| a |\n|---|\n| *b&#x9d;* |", "&#x9d;"),
        ("[[joe|h&#x202D;m]]", "&#x202D;"),
        ("[him](https://example.org/&amp;&#x202e;)", "&#x202e;"),
        ("![A map&#1;](map.png)", "&#1;"),
        ("![A map](m&#x202e;p.png)", "&#x202e;"),
        ("[him][a]\n\n[a]: https://example.org/&#x9d;", "[him][a]"),
        ("``` text&#x9d;\na\n```", "&#x9d;"),
    ] {
        let findings = engine_with(&format!("{ann}{text}\n//- static/map.png\nx\n")).findings();
        let told = |it: &Diagnostic| {
            let place = it.place.as_ref().unwrap();
            it.code == Code::ControlCharacter && place.file.slice(&place.span) == entity
        };
        assert!(findings.len() == 1 && findings.iter().all(told), "{text}: {findings:#?}");
    }
    let sound =
        "`&#x9d;` a&eacute;&#8207;&#x2066;&#0; \\&#x9d; &#x9d [him](https://a.example/ \"&#x9d;\")";
    assert_eq!(found(&format!("{ann}{sound}\n\n    &#x9d;\n\n```\n&#x9d;\n```\n")), [""; 0]);
}

#[test]
fn hashes_have_their_digits_and_a_sign_off_its_day() {
    let whole = "0123456789abcdefABCDEF".repeat(3);
    for (hash, said) in [(&whole[..64], None), (&whole[..63], Some("63")), ("0x12", Some("`x`"))] {
        let text = format!(
            "//- content/sources/letter.md\n---\ntitle: A letter\nkind: letter\narchive:\n  sha256: {hash}\n---\n"
        );
        let findings = engine_with(&text).findings();
        let wrong = findings.iter().find(|it| it.code == Code::InvalidValue);
        assert_eq!(wrong.is_some(), said.is_some(), "{hash}");
        if let (Some(wrong), Some(said)) = (wrong, said) {
            assert!(wrong.message.contains(said), "{wrong:?}");
        }
    }
    let signed = "reviewed: {by: Joe Doe, date: 2021-12-30, hash: abc}\n";
    let [(at, help)] = &found_in_ann(signed)[..] else { panic!() };
    assert!(at.ends_with("invalid-value") && help.contains("`dateline review ID --by NAME`"));
    assert_eq!(found_in_ann("reviewed: {by: Joe Doe, date: 2021-12-30}\n"), []);
    let [(at, _)] = &found_in_ann("reviewed: {by: Joe Doe, date: 2021}\n")[..] else { panic!() };
    assert!(at.ends_with("invalid-date"), "{at}");
}

#[test]
fn yaml_that_cannot_be_read_is_told_once_where_the_mistake_was_made() {
    let ann = |fields: &str| {
        let head = "//- content/actors/ann.md\n---\nname: Ann Roe\n";
        format!("{head}{fields}\nkind: person\nsummary: She spoke.\n---\n")
    };
    let corrections = |why: &str| {
        let one = "- date: 2021-12-30\n  page: ann\n  was: She spoke.\n  now: He spoke.\n";
        format!("//- content/corrections.yaml\n{one}{why}\n")
    };
    let settings =
        |more: &str| format!("//- dateline.yaml\ntitle: The call\n{more}\nlanguage: en\n");
    let tabs = "indent with spaces, not with tabs";
    let list = "close the list with `]`";
    for (text, at, helps) in [
        (ann("roles:\n  - title: Envoy\n\torganisation: joe"), "5:1-5:2", tabs),
        (ann("roles:\n  - title: Envoy\n  \t\torganisation: joe"), "5:3-5:5", tabs),
        (ann("affiliation: >-\n\tA house"), "4:1-4:2", tabs),
        (corrections("\twhy: A slip."), "5:1-5:2", tabs),
        (settings("publisher:\n\tname: Jo"), "3:1-3:2", tabs),
        (ann("aliases: [Annie, Аня"), "3:10-3:11", list),
        (ann("aliases: [Annie, [Аня]"), "3:10-3:11", list),
        (ann("aliases:\n  - [Annie\n  - Аня"), "4:5-4:6", list),
        (settings("time_zones: [Europe/Moscow"), "2:13-2:14", list),
        (ann("roles: [{title: Envoy]"), "3:9-3:10", "close the fields with `}`"),
        (ann("roles:\n  - {title: Envoy"), "4:5-4:6", "close the fields with `}`"),
        (ann("pronouns: 'she"), "3:11-3:12", "close it with `'`"),
        (ann("aliases: [\"Annie, Аня]"), "3:11-3:12", "close it with `\"`"),
        (ann("roles:\n  - title: 'Envoy\n    organisation: joe's"), "4:12-4:13", "with `'`"),
        (corrections("  why: \"A slip."), "5:8-5:9", "close it with `\"`"),
        (ann("aliases: [\"Annie, \"Аня\"]"), "3:11-3:12", "close it with `\"`"),
        (ann("aliases: [\"An \"ni\" e\", Аня]"), "3:15-3:16", "inside the text: `\\\"`"),
        (ann("aliases: ['d'Ann']"), "3:13-3:14", "write `''` for each `'`"),
        (ann("aliases: [Annie, , Аня]"), "3:18-3:19", "take out the comma without an item"),
        (ann("aliases: [, Annie]"), "3:11-3:12", "take out the comma without an item"),
        (ann("..."), "3:1-3:4", "take out the line `...`; the front matter ends at `---`"),
        (settings("..."), "2:1-2:4", "take out the line `...`"),
    ] {
        let findings = engine_with(&text).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{text}\n{:#?}", all_said(&findings))
        };
        let place = one.place.as_ref().unwrap();
        let (start, end) = (place.start(), place.end());
        let found = format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column);
        assert_eq!((&*found, one.code), (at, Code::YamlSyntax), "{text}\n{one:?}");
        assert!(one.help.as_deref().unwrap().contains(helps), "{text}\n{one:?}");
    }
}

#[test]
fn anchors_aliases_and_tags_are_marked_themselves() {
    let ann = |fields: &str| {
        let head = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n";
        format!("{head}{fields}\n---\nShe spoke.\n")
    };
    let settings = "//- dateline.yaml\ntitle: &t The call\nlanguage: en\n".to_owned();
    for (text, marked) in [
        (ann("pronouns: &a she"), "4:11 &a"),
        (ann("pronouns: &a"), "4:11 &a"),
        (ann("pronouns: !str she"), "4:11 !str"),
        (ann("pronouns: !!str 'she'"), "4:11 !!str"),
        (ann("pronouns: !<tag:a.example,2022:b> she"), "4:11 !<tag:a.example,2022:b>"),
        (ann("pronouns: &a !str she"), "4:11 &a"),
        (ann("pronouns: *a"), "4:11 *a"),
        (ann("pronouns: *a # as above"), "4:11 *a"),
        (ann("aliases: &list [Annie, Аня]"), "4:10 &list"),
        (ann("aliases: &list # R & D\n  - Annie"), "4:10 &list"),
        (ann("aliases: [Q&A, &a Аня]"), "4:16 &a"),
        (ann("aliases: [Аня, *list, Annie]"), "4:16 *list"),
        (ann("roles:\n  - &r title: Envoy"), "5:5 &r"),
        (ann("roles:\n  - &r\n    title: Envoy"), "5:5 &r"),
        (ann("<<: *r"), "4:5 *r"),
        (settings, "1:8 &t"),
    ] {
        let findings = engine_with(&text).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{text}\n{:#?}", all_said(&findings))
        };
        let place = one.place.as_ref().unwrap();
        let start = place.start();
        let words = place.file.slice(&place.span);
        assert_eq!(format!("{}:{} {words}", start.line, start.column), marked, "{text}\n{one:?}");
        let help = one.help.as_deref().unwrap();
        assert!(help.starts_with("write the value out") && help.contains("`>-`"), "{one:?}");
        assert!(one.message.ends_with("is not allowed here"), "{one:?}");
    }
}

#[test]
fn a_list_or_fields_where_a_text_belongs_are_told_with_the_text_alone() {
    let source = |fields: &str| {
        format!(
            "//- content/sources/wire.md\n---\ntitle: A report\nkind: wire-report\nby: joe\n{fields}\n---\n"
        )
    };
    let ann = |fields: &str| {
        format!("//- content/actors/ann.md\n---\nkind: person\n{fields}\n---\nShe spoke.\n")
    };
    let named = |fields: &str| ann(&format!("name: Ann Roe\n{fields}"));
    let day = |fields: &str| {
        format!(
            "//- content/briefing.md\n---\ntitle: A\nsummary: B\nas_of: 2021-12-30\n{fields}\n---\n"
        )
    };
    let section =
        "//- content/sections/02-more.md\n---\ntitle: More\nevent: [talks]\n---\n[[ann]]\n";
    let event = |fields: &str| {
        format!(
            "//- content/events/talks.md\n---\ntitle: Talks\nwhen: 2021-12-30\nstatus: occurred\n{fields}\n---\n[[ann]]\n"
        )
    };
    let settings =
        |zones: &str| format!("//- dateline.yaml\ntitle: The call\nlanguage: en\n{zones}\n");
    for (text, helps) in [
        (source("language: [en]"), "write it without brackets: `en`"),
        (source("language:\n  - en"), "write it without a dash: `en`"),
        (source("language: [en, de]"), "write one, without brackets"),
        (named("represents: [joe]"), "write it without brackets: `joe`"),
        (section.to_owned(), "write it without brackets: `talks`"),
        (event("follows: [[talks]]"), "write it without brackets: `talks`"),
        (event("follows: [[talks#one|The talks]]"), "write it without brackets: `talks`"),
        (named("roles: [{title: Aide, organisation: [[joe\\|Joe]]}]"), "without brackets: `joe`"),
        (event("participants:\n  - actor: [[joe]]"), "write it without brackets: `joe`"),
        (named("roles: [{title: Aide, organisation: [joe]}]"), "without brackets: `joe`"),
        (named("roles: [{title: Aide, organisation: [The House]}]"), "after `>-`"),
        (settings("time_zones: [[Europe/Moscow]]"), "without brackets: `Europe/Moscow`"),
        (settings("base_url: [https://a.example]"), "without brackets: `https://a.example`"),
        (ann("name: [Ann]"), "after `>-`"),
        (ann("name: {first: Ann}"), "write the text alone, without braces: `Ann`"),
        (ann("name: {first: Ann, last: Roe}"), "write a text without braces"),
        (day("authors: [{name: Jane}]"), "write the text alone, without braces: `Jane`"),
    ] {
        let findings = engine_with(&text).findings();
        let said = all_said(&findings);
        let one = findings.iter().find(|it| it.code == Code::WrongType);
        let help = one.and_then(|it| it.help.as_deref());
        assert!(help.is_some_and(|help| help.contains(helps)), "{text}\n{said:#?}");
    }
}

#[test]
fn an_id_with_the_marks_that_it_has_in_a_text_is_told_alone() {
    let relation = |with: &str| format!("relations: [{{with: joe, kind: aide, source: {with}}}]\n");
    for (written, help) in [
        ("\"@wire\"", "write the id alone: `wire`"),
        ("\"[@wire]\"", "write the id alone: `wire`"),
        ("\"[[wire|the wire]]\"", "write the id alone: `wire`"),
        ("\"[[wier]]\"", "did you mean `wire`?"),
        ("\"[[nowhere]]\"", "to write its page: `dateline new source nowhere`"),
        ("\"[[joe]]\"", "`joe` is an actor"),
        ("@wire", "write an id without the `@`: `wire`; a text goes between marks: `\"@wire\"`"),
        ("@ wire", "put the text after `>-`"),
    ] {
        let found = found_in_ann(&relation(written));
        let [(_, told)] = found.as_slice() else { panic!("{written}: {found:?}") };
        assert!(told.contains(help), "{written}: {found:?}");
    }
    // One whose own file cannot be read is there all the same.
    let text = "//- content/sources/note.md\n---\ntitle: [\n---\n//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\nrelations: [{with: joe, kind: aide, source: \"[[note]]\"}]\n---\n";
    let findings = engine_with(text).findings();
    let helps: Vec<_> = findings.iter().filter_map(|it| it.help.as_deref()).collect();
    assert!(helps.contains(&"write the id alone: `note`"), "{helps:?}");
    let [(at, help)] = &found_in_ann("roles:\n  - title: Aide\n    source: @wire\n")[..] else {
        panic!()
    };
    assert!(at == "6:13 yaml-syntax" && help.contains("without the `@`: `wire`"), "{at} {help}");
}

#[test]
fn a_field_of_another_kind_does_not_make_a_file_misplaced() {
    for letter in ["name: A letter\nkind: letter\n", "title: A letter\nkind: letter\nwhen: 2021\n"]
    {
        let found = found(&format!("//- content/sources/letter.md\n---\n{letter}---\n"));
        assert!(found.iter().any(|it| it.ends_with("unknown-field")), "{found:?}");
        assert!(!found.iter().any(|it| it.ends_with("misplaced-file")), "{found:?}");
    }
}
