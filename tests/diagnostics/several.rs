//! Mistakes beside mistakes: none hides another, and none is told twice.

use dateline::diagnostic::json;

use crate::fixture::{all_said, engine_with};
use crate::{found, place};

/// Twelve different mistakes in nine files.
const TWELVE: &str = "\
//- dateline.yaml
title: The call
languag: en
//- content/briefing.md
---
title: What the call settled
summary: The two presidents spoke for fifty minutes about a border and agreed to talk again.
as_of: 30 December 2021
---
[[joe]] and [[ann]] spoke in the [[talks]] [@wire].
//- content/actors/joe.md
---
nmae: Joe Doe
kind: persn
---
He met [[ann]].
//- content/actors/ann.md
---
name: Ann Roe
kind: person
relations:
  - with: joe
    kind: sister of
---
She spoke [@wire][@wire].
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-02-30
status: occurred
participants:
  - actor: joe
  - actor: wire
---
They spoke.
//- content/events/later.md
---
title: Talks: the second round
when: 2022-01-10
status: scheduled
follows: talks
---
[[Joe Doe]] may come.
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
---
Known through [[wier]].
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
The [[talks|talks]] were “short and clear” [@wire]. See <b>also</b> [[later]].
//- templates/404.html
{{ page.title }
";

#[test]
fn twelve_mistakes_in_nine_files_are_twelve_findings() {
    let findings = engine_with(TWELVE).findings();
    let json: serde_json::Value = serde_json::from_str(&json::write(&findings)).unwrap();
    for finding in json["diagnostics"].as_array().unwrap() {
        for text in ["code", "severity", "file", "message", "help"] {
            assert!(finding[text].as_str().is_some_and(|it| !it.is_empty()), "{text}: {finding}");
        }
        for number in ["line", "column", "end_line", "end_column"] {
            assert!(finding[number].as_u64().is_some_and(|it| it > 0), "{number}: {finding}");
        }
    }
    let found: Vec<_> =
        findings.iter().map(|it| format!("{} {}", place(it), it.code.name())).collect();
    assert_eq!(
        found,
        [
            "content/actors/ann.md:5:5 missing-field",
            "content/actors/ann.md:8:11 swallowed-citation",
            "content/actors/joe.md:2:1 unknown-field",
            "content/actors/joe.md:3:7 invalid-value",
            "content/briefing.md:4:8 invalid-date",
            "content/events/later.md:2:13 yaml-syntax",
            "content/events/talks.md:3:15 invalid-date",
            "content/events/talks.md:7:12 wrong-kind",
            "content/sections/01-the-call.md:4:57 raw-html",
            "content/sources/wire.md:6:17 unknown-reference",
            "dateline.yaml:2:1 unknown-field",
            "templates/404.html:1:15 template-syntax",
        ],
        "{:#?}",
        all_said(&findings)
    );
}

#[test]
fn what_refers_to_a_broken_file_is_not_wrong_too() {
    // By its id, name and alias; as speaker, participant and `by`.
    let broken = "\
//- content/actors/joe.md
---
name: Joe Doe
kind: persn
aliases: [Joey]
---
//- content/actors/ann.md
---
name: Ann Roe
kind: person
represents: joe
---
[[Joe Doe]], [[Joey]] and [[actor:joe]] said “yes” [joe@wire].
";
    assert_eq!(found(broken), ["content/actors/joe.md:3:7 invalid-value"]);
    // What is not even YAML is searched for the name.
    let unclosed = broken.replace("name: Joe Doe\nkind: persn", "name: \"Joe Doe\nkind: person");
    assert_eq!(found(&unclosed), ["content/actors/joe.md:2:7 yaml-syntax"]);
    let fenceless = broken.replacen("---\nname: Joe Doe\nkind: persn", "name: Joe Doe", 1);
    assert_eq!(found(&fenceless), ["content/actors/joe.md:1:1 front-matter-missing"]);
    // A misspelt name is wrong all the same.
    let misspelt = broken.replace("[[Joey]]", "[[Jo Doe]]");
    assert_eq!(
        found(&misspelt),
        ["content/actors/ann.md:6:16 unknown-reference", "content/actors/joe.md:3:7 invalid-value"]
    );
}

#[test]
fn a_source_whose_speaker_is_misspelt_is_not_speakerless_too() {
    let text = "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: jo
---
";
    assert_eq!(found(text), ["content/sources/wire.md:4:5 unknown-reference"]);
    let spoken = "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She said “yes” [jo@wire].
";
    assert_eq!(found(spoken), ["content/actors/ann.md:5:17 unknown-reference"]);
}

#[test]
fn a_source_whose_speaker_is_withheld_is_told_as_such() {
    for held in ["draft: true", "embargo: 2022-01-01T10:00Z"] {
        let text = format!(
            "//- content/actors/joe.md\n---\nname: Joe Doe\nkind: person\n{held}\n---\nHe spoke.\n"
        );
        let said = all_said(&engine_with(&text).findings());
        assert!(said.iter().any(|it| it.contains("withheld-reference")), "{said:#?}");
        let mut speakerless = said.iter().filter(|it| it.contains("speakerless-quotation"));
        assert!(speakerless.all(|it| it.contains("`by` is withheld")), "{said:#?}");
        assert!(said.iter().any(|it| it.contains("speakerless-quotation")), "{said:#?}");
    }
}

#[test]
fn other_pages_are_checked_though_the_front_page_is_broken() {
    let text = "\
//- content/briefing.md
---
titel: What the call settled
summary: The two presidents spoke for fifty minutes about a border and agreed to talk again.
as_of: 2021-12-30
---
//- content/sources/wire.md
---
title: A report
kind: wire-report
archive: {publish: full}
---
//- static/index.html
x
";
    assert_eq!(
        found(text),
        [
            "content/briefing.md:2:1 unknown-field",
            "content/sections/01-the-call.md:4:26 speakerless-quotation",
            "content/sources/wire.md:4:20 missing-licence",
            "static/index.html:1:1 address-collision",
        ]
    );
}

#[test]
fn an_orphan_is_not_told_where_a_mistake_hides_what_leads_to_it() {
    // The only link to Bob is misspelt, or stands in a file that cannot be read.
    let bob = "//- content/actors/bob.md\n---\nname: Bob\nkind: person\n---\n";
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n";
    assert_eq!(found(bob), ["content/actors/bob.md:1:1 orphan"]);
    assert_eq!(
        found(&format!("{bob}{ann}[[bbo]]\n")),
        ["content/actors/ann.md:5:3 unknown-reference"]
    );
    assert_eq!(
        found(&format!("{bob}{ann}[[bob\n")),
        ["content/actors/ann.md:5:1 malformed-reference"]
    );
    // Beside a mistake that has nothing to do with it, it is told.
    assert_eq!(
        found(&format!("{bob}{ann}<b>x</b> [x](y:z)\n")),
        [
            "content/actors/ann.md:5:1 raw-html",
            "content/actors/ann.md:5:10 unsafe-link",
            "content/actors/bob.md:1:1 orphan"
        ]
    );
}

#[test]
fn a_broken_file_hides_no_mistake_in_itself_or_elsewhere() {
    let text = "\
//- content/actors/joe.md
---
name: Joe Doe
kind: persn
summary: He knows Bob.
---
See [[anne roe]] and [@nowhere]; an old note on Bob.
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She met [[Bob]] and [[Joe Doe]].
";
    assert_eq!(
        found(text),
        [
            "content/actors/ann.md:5:11 unknown-reference",
            "content/actors/joe.md:3:7 invalid-value",
            "content/actors/joe.md:6:7 unknown-reference",
            "content/actors/joe.md:6:24 unknown-reference",
        ]
    );
    // Nor where its YAML is broken, or it has none.
    for (broken, code) in [
        ("---\nname: \"Joe Doe\nkind: person\n---\nOf Bob.\n", "2:7 yaml-syntax"),
        ("Joe Doe knows Bob.\n", "1:1 front-matter-missing"),
        ("---\nname: Joe Doe\nkind: person\n\nOf Bob.\n", "1:1 front-matter-unclosed"),
    ] {
        let text = format!(
            "//- content/actors/joe.md\n{broken}//- content/actors/ann.md\n---\nname: Ann Roe\n\
             kind: person\n---\nShe met [[Bob]].\n"
        );
        let expected = [
            "content/actors/ann.md:5:11 unknown-reference".to_owned(),
            format!("content/actors/joe.md:{code}"),
        ];
        assert_eq!(found(&text), expected, "{broken}");
    }
}

#[test]
fn a_file_that_lacks_a_field_is_a_double_all_the_same() {
    let text = "//- content/sources/ann.md\n---\ntitle: A letter\n---\n";
    assert_eq!(
        found(text),
        ["content/sources/ann.md:1:1 missing-field", "content/sources/ann.md:1:1 duplicate-id",]
    );
}
