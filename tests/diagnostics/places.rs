//! Where findings are.

use dateline::diagnostic::json;

use crate::fixture::{self, all_said, compiled, engine_with};
use crate::found;

#[test]
fn places_count_the_front_matter_and_characters_not_bytes() {
    let filler = "Ещё строка.\n\n".repeat(18);
    let text = format!(
        "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n{filler}«Да» 👩‍🚀 [[peskow]]\n\
         //- content/actors/peskov.md\n---\nname: Peskov\nkind: person\n---\n[[ann]]\n"
    );
    let findings = engine_with(&text).findings();
    let said = all_said(&findings);
    // A family of one astronaut is three characters.
    assert!(said[0].contains("content/actors/ann.md:41:12 "), "{said:?}");
    assert!(said[0].contains("did you mean `peskov`?"), "{said:?}");
}

#[test]
fn a_text_of_the_front_matter_has_its_places_too() {
    let front = |points: &str| {
        format!(
            "//- content/briefing.md\n---\ntitle: What the call settled\nsummary: The two presidents \
             spoke for fifty minutes about a border and agreed to talk again.\nas_of: 2021-12-30\n\
             key_points:\n{points}---\n[[joe]] and [[ann]] spoke in the [[talks]] [@wire].\n"
        )
    };
    for (points, place) in [
        ("  - See [[jo]].\n", "6:11"),
        ("  - >-\n    See\n    [[jo]] now.\n", "8:7"),
        ("  - |\n    See\n    [[jo]] now.\n", "8:7"),
        ("  - 'It''s [[jo]].'\n", "6:14"),
        ("  - \"It\\u2019s\\n [[jo]].\"\n", "6:20"),
    ] {
        let text = front(points);
        assert_eq!(
            found(&text),
            [format!("content/briefing.md:{place} unknown-reference")],
            "{points}"
        );
    }
    for (points, place) in [
        ("  - [[joe]] came.\n", "6:13 yaml-syntax"),
        ("  - “Yes”: [[joe]] came.\n", "6:20 yaml-syntax"),
        ("  - \"Yes\" he said.\n", "6:11 yaml-syntax"),
        ("  - 'Tis d'accord.\n", "6:12 yaml-syntax"),
        ("  - > 5 men came.\n", "6:5 yaml-syntax"),
        ("  - *Five* men came.\n", "6:5 yaml-syntax"),
    ] {
        let findings = engine_with(&front(points)).findings();
        let said = all_said(&findings);
        assert_eq!(said.len(), 1, "{points}: {said:#?}");
        assert!(said[0].contains("`>-`"), "{points}: {said:?}");
        let code = findings.iter().next().unwrap().code.name();
        let at = format!("{} {code}", crate::place(findings.iter().next().unwrap()));
        assert_eq!(at, format!("content/briefing.md:{place}"));
    }
}

#[test]
fn every_finding_has_a_place() {
    let text = "\
//- content/actors/joe.md
//- content/actors/bob.md
---
name: Bob
kind: person
former_ids: [robert]
---
[[ann]] and [[bob]]
//- static/actors/robert.html
x
//- static/timeline.html
x
";
    let mut all = fixture::files_with(text);
    all.remove("content/briefing.md");
    let findings = compiled(fixture::project_of(&all)).findings();
    let json: serde_json::Value = serde_json::from_str(&json::write(&findings)).unwrap();
    let list = json["diagnostics"].as_array().unwrap();
    let codes: Vec<_> = list.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        ["front-matter-missing", "missing-briefing", "address-collision", "address-collision"]
    );
    for finding in list {
        assert!(finding["file"].is_string(), "{finding}");
        assert_eq!((&finding["line"], &finding["column"]), (&1.into(), &1.into()), "{finding}");
    }
    assert_eq!(list[2]["related"][0]["file"], "content/actors/bob.md");
    assert_eq!(list[2]["related"][0]["line"], 4);
    let human = dateline::diagnostic::human::report(&findings, None, false);
    assert!(human.contains("--> content/briefing.md:1:1\n"), "{human}");
}
