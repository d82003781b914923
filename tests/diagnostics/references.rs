//! What references lead to, and what is offered where they lead nowhere.

use crate::fixture::{self, all_said, engine_with};
use crate::found;

#[test]
fn names_resolve_in_every_script_and_weak_aliases_never() {
    let text = "\
//- content/actors/ann.md
---
name: Sergey Ryabkov
kind: person
short_name: Ryabkov
aliases: [Riabkov, Рябков, \"Rjabkow \"]
weak_aliases: [the deputy]
---
//- content/actors/joe.md
---
name: Joe Doe
kind: person
---
[[Ryabkov]], [[Riabkov]], [[Рябков]], [[Rjabkow]], [[Sergey  Ryabkov]] and [[ann]].
";
    assert_eq!(found(text), Vec::<String>::new());
    let engine = engine_with(text);
    let page = fixture::page(&engine, "actors/joe.html");
    let link = "<a href=\"../actors/ann.html\">Ryabkov</a>";
    assert!(page.contains(&format!("\">{} and {link}.</p>", [link; 5].join(", "))), "{page}");
    let weak = text.replace("[[Riabkov]]", "[[the deputy]]");
    assert_eq!(found(&weak), ["content/actors/joe.md:5:16 unknown-reference"]);
    let other = text.replace("[[Riabkov]]", "[[ryabkov]]");
    assert_eq!(found(&other), ["content/actors/joe.md:5:16 unknown-reference"]);
}

#[test]
fn the_kind_may_be_spelled_out() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n";
    assert_eq!(found(&format!("{ann}[[event:talks]] [[ actor : joe | him ]]\n")), [""; 0]);
    assert_eq!(found(&format!("{ann}[[actor:talks]]\n")), ["content/actors/ann.md:5:3 wrong-kind"]);
    assert_eq!(
        found(&format!("{ann}[[event:tals]]\n")),
        ["content/actors/ann.md:5:3 unknown-reference"]
    );
}

/// The help for a reference that leads nowhere, in a site where names are much alike.
fn help_for(written: &str) -> String {
    let text = format!(
        "\
//- content/actors/joe.md
---
name: Joe Doe
kind: person
short_name: Doe
aliases: [José]
weak_aliases: [the president]
---
{written}
//- content/actors/osce.md
---
name: Organization for Security
kind: organisation
weak_aliases: [the west]
---
//- content/actors/west.md
---
name: West Doe
kind: person
weak_aliases: [the west]
---
//- content/events/doe-talks.md
---
title: No compromises
when: 2021-12-30
status: occurred
---
//- content/sources/doe-statement.md
---
title: A statement
kind: statement
---
"
    );
    let all = engine_with(&text);
    let errors: Vec<_> = all
        .findings()
        .iter()
        .filter(|it| it.code.severity() == dateline::diagnostic::code::Severity::Error)
        .map(|it| it.help.clone().unwrap_or_default())
        .collect();
    assert_eq!(errors.len(), 1, "{written}: {errors:?}");
    errors.concat()
}

#[test]
fn what_is_offered_is_what_was_meant() {
    for (written, help) in [
        // The same name but for capitals and accents is nearer than a part of an id.
        ("[[doe]]", "did you mean `joe`?"),
        ("[[jose]]", "did you mean `joe`?"),
        ("[[Doee]]", "did you mean `joe`?"),
        ("[[statement]]", "did you mean `doe-statement`?"),
        ("[[no compromises]]", "did you mean `doe-talks`?"),
        ("[[nope]]", "to write its page: `dateline new actor nope`"),
        ("[@nope]", "to write its page: `dateline new source nope`"),
        ("[nope@wire]", "to write its page: `dateline new actor nope`"),
        // Only what may stand there.
        ("[@osze]", "`osce` is an actor: link it as `[[osce]]`, or cite a source by its id"),
        ("[@osce]", "`osce` is an actor: link it as `[[osce]]`, or cite a source by its id"),
        ("[@wier]", "did you mean `wire`?"),
        ("[wire@wire]", "`wire` is a source: only an actor speaks, `[ACTOR@source]`"),
        ("[[actor:doe-talks]]", "`doe-talks` is an event: write `[[event:doe-talks]]`"),
        ("[[actor:doe-talk]]", "`doe-talks` is an event: write `[[event:doe-talks]]`"),
        ("[[Event:doe-talks]]", "did you mean `event:doe-talks`?"),
        ("[[Event:doe-tals]]", "did you mean `event:doe-talks`?"),
        ("[[person:joe]]", "did you mean `actor:joe`?"),
        ("[[actor:Doe]]", "did you mean `actor:joe`?"),
        // Weak aliases are never linked.
        (
            "[[the president]]",
            "`the president` is a weak alias of `joe`, which is never linked: \
             write `[[joe|the president]]`",
        ),
        (
            "[[the west]]",
            "`the west` is a weak alias of `osce` and `west`, which is never linked: \
             write `[[osce|the west]]` or `[[west|the west]]`",
        ),
    ] {
        assert_eq!(help_for(written), help, "{written}");
    }
}

#[test]
fn each_reference_without_a_name_or_words_is_one_mark() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n";
    let findings = engine_with(&format!("{ann}A [[]] [[ ]] [[joe|]] and [[joe\n")).findings();
    let marked: Vec<_> = findings
        .iter()
        .map(|it| it.place.as_ref().map(|place| place.file.slice(&place.span)).unwrap())
        .collect();
    assert_eq!(marked, ["[[]]", "[[ ]]", "[[joe|]]", "[[joe"]);
}

#[test]
fn names_in_links_addresses_quotations_headings_and_code_are_not_called_unlinked() {
    let page = |body: &str| {
        format!("//- content/actors/joe.md\n---\nname: Joe Doe\nkind: person\n---\n{body}\n")
    };
    for body in [
        "The [[talks|Ann Roe talks]].",
        "See <https://example.org/Ann Roe> and `Ann Roe`.",
        "[Ann Roe](https://example.org/Ann) spoke.",
        "## Ann Roe",
        "“Ann Roe spoke” [@wire].",
        "> Ann Roe spoke. [@wire]",
        "```\nAnn Roe\n```",
        "    Ann Roe",
    ] {
        let said = all_said(&engine_with(&page(body)).findings());
        let unlinked: Vec<_> = said.iter().filter(|it| it.contains("unlinked-name")).collect();
        assert!(unlinked.is_empty(), "{body}: {unlinked:?}");
    }
    // Where it stands in the open after all, that is the place.
    let open = page("“Ann Roe” [@wire] and `Ann Roe`: *Ann Roe* spoke.");
    assert_eq!(found(&open), ["content/actors/joe.md:5:35 unlinked-name"]);
    let address = "\
//- content/actors/ann.md
---
name: Roe
kind: person
---
//- content/actors/joe.md
---
name: Joe Doe
kind: person
---
See https://example.org/Roe/x and ann@Roe.example.
";
    assert_eq!(found(address), [""; 0]);
}

#[test]
fn sources_in_a_row_and_words_before_them_are_no_citation_of_this_program() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\nShe spoke ";
    for (written, help) in [
        ("[@wire, @nobody]", "write `[@wire; @nobody]`"),
        ("[joe@wire, p. 3, ann@wire]", "write `[joe@wire, p. 3; ann@wire]`"),
        ("[@wire, p. 4 (cf. @nobody)]", "`[@a; @b]`"),
        ("[see @wire]", "write `[@source]`"),
        ("[via @agency]", "for a plain bracket, write `\\[`"),
        ("[cf. also @wire, p. 4]", "write `[@source]`"),
        ("[joe@wire and left", "close it with `]`, as in `[joe@wire]`"),
        ("@wire, p. 4; joe@wire]", "write `[@wire, p. 4; joe@wire]`"),
        ("[@wire]]", "take it away"),
        ("[[@wire, p. 4]", "take it away"),
    ] {
        let findings = engine_with(&format!("{ann}{written}.\n")).findings();
        let said = all_said(&findings);
        assert!(said.len() == 1 && said[0].contains(help), "{written}: {said:#?}");
        assert!(said[0].starts_with("error malformed-citation"), "{written}: {said:#?}");
    }
    for sound in [
        "[a line at @wire and more]",
        "[so [@wire]] and [[@wire] too]",
        "to ann@host.example]]",
        "at 5 @ 2]",
        "so: \\[[x]]",
        "[[[joe]]] and [the [[talks]], \\[[[joe]]",
    ] {
        assert_eq!(found(&format!("{ann}{sound}.\n")), [""; 0]);
    }
}

#[test]
fn marks_before_a_citation_that_end_no_quotation_are_told() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\nShe said ";
    for written in ["'we will not go' [@wire]", "we will not go” [@wire]", "``we go\'\' [@wire]"]
    {
        let findings = engine_with(&format!("{ann}{written}.\n")).findings();
        let said = all_said(&findings);
        let is_told =
            said.iter().any(|it| it.contains("unclosed-quotation") && it.contains("between `“`"));
        assert!(is_told, "{written}: {said:#?}");
    }
    for sound in [
        "“short and clear” [@wire]",
        "that the states\' [@wire] and the ‘short’ one [@wire] are 5″ [@wire]",
        "`so'` [@wire] and don't [@wire]",
        "”short and clear” [@wire] and 「short」 [@wire]",
        "她说“short and clear”[@wire]，又说‘clear’[@wire]",
    ] {
        assert_eq!(found(&format!("{ann}{sound}.\n")), [""; 0], "{sound}");
    }
}

#[test]
fn a_name_that_fits_two_is_offered_for_neither() {
    let text = "\
//- content/actors/bob.md
---
name: Bob Roe
kind: person
aliases: [Doe]
---
[[ann]] and [[joe]] know him; Doe too.

//- content/actors/bill.md
---
name: Bill Doe
kind: person
aliases: [Doe]
---
[[bob]] and [[ann]] know him.

//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She saw Doe. [[bill]] and [[joe]] saw him.
";
    let found = found(text);
    assert!(!found.iter().any(|it| it.contains("unlinked-name")), "{found:?}");
}

#[test]
fn a_double_is_told_alone() {
    let text = "\
//- content/actors/talks.md
---
name: The Talks
kind: organisation
---
";
    let found = found(text);
    let double = |it: &String| it.ends_with("duplicate-id") || it.ends_with("orphan");
    assert!(!found.is_empty() && found.iter().all(double), "{found:?}");
}

#[test]
fn a_link_that_leads_nowhere_is_answered_with_what_to_type() {
    let ann = "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\nShe met ";
    for (address, help) in [
        ("actors/joe.html", "link to a page by its id: `[[joe|him]]`"),
        ("actors/joe.md", "`[[joe|him]]`"),
        ("joe.html", "`[[joe|him]]`"),
        ("joe", "`[[joe|him]]`"),
        ("Joe.md", "`[[joe|him]]`"),
        ("actors/joe", "`[[joe|him]]`"),
        ("../actors/joe.md", "`[[joe|him]]`"),
        ("/actors/joe.html#early", "`[[joe#early|him]]`"),
        ("tallks.md", "`[[talks|him]]`"),
        ("../sections/01-the-call.md", "`[[the-call|him]]`"),
        ("01-the-call.md", "`[[the-call|him]]`"),
        ("www.example.org", "write the whole address: `https://www.example.org`"),
        ("www.example.org/joe.html?a=b", "`https://www.example.org/joe.html?a=b`"),
        ("//example.org/joe", "`https://example.org/joe`"),
        ("joe@example.org", "`mailto:joe@example.org`"),
        ("example.org/x", "`https://example.org/x` for another site, or put the file at"),
        ("map.png", "put the file at `static/map.png`"),
        ("../x", "to others by `https://…`"),
        ("briefing.md", "to others by `https://…`"),
        ("../briefing.md", "to others by `https://…`"),
        ("joe.md#", "`[[joe|him]]`"),
        ("/report.pdf", "a file is named by its path below `static/`: write `report.pdf`"),
        ("../static/maps/a.png", "write `maps/a.png`"),
    ] {
        let said = all_said(&engine_with(&format!("{ann}[him]({address}).\n")).findings());
        assert!(said.len() == 1 && said[0].contains(help), "{address}: {said:#?}");
    }
}
