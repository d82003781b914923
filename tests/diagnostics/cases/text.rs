//! What is wrong with a text, by itself.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::ConflictMarker,
        place: "content/actors/ann.md:6:1",
        help: "keep one of the two sides",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke.
<<<<<<< HEAD
She left.
=======
She stayed.
>>>>>>> feature
",
    },
    Case {
        code: Code::ConflictMarker,
        place: "content/actors/ann.md:3:1",
        help: "keep one of the two sides",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
<<<<<<< HEAD
kind: person
=======
kind: organisation
>>>>>>> feature
---
She spoke.
",
    },
    Case {
        code: Code::ConflictMarker,
        place: "dateline.yaml:1:1",
        help: "take the lines with `<<<<<<<`, `=======` and `>>>>>>>` away",
        files: "\
//- dateline.yaml
<<<<<<< HEAD
title: The call
=======
title: A call
>>>>>>> feature
language: en
",
    },
    Case {
        code: Code::ControlCharacter,
        place: "content/actors/ann.md:5:12",
        help: "put it between backticks",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
## A&#xe9; &#x202E;b `a&#x202e;b` &amp; &#233; &#10; &#8206;
",
    },
    Case {
        code: Code::GarbledText,
        place: "content/actors/ann.md:6:5",
        help: "write `didn’t`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
«Voilà»… `didnâ€™t`
She didnâ€™t, 5 €.

```
cafÃ©
```
",
    },
    Case {
        code: Code::GarbledText,
        place: "content/actors/ann.md:4:22",
        help: "write `café`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
summary: \"Owner of a cafÃ©.\"
---
She spoke.
",
    },
    Case {
        code: Code::GarbledText,
        place: "content/actors/ann.md:5:6",
        help: "write it anew",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
A caf\u{fffd}.
",
    },
    Case {
        code: Code::GarbledText,
        place: "dateline.yaml:1:8",
        help: "write `Kłódź`",
        files: "\
//- dateline.yaml
title: KÅ‚Ã³dÅº
language: en
",
    },
    Case {
        code: Code::GarbledText,
        place: "content/corrections.yaml:5:13",
        help: "write `“Yes”`",
        files: "\
//- content/corrections.yaml
- date: 2021-12-30
  page: ann
  was: She spoke.
  now: She left.
  why: Said â€œYesâ€.
",
    },
    Case {
        code: Code::SecondFrontMatter,
        place: "content/actors/ann.md:5:1",
        help: "move its fields into the front matter above, and delete its two lines `---`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
---

---
kind: person
aliases: [Annie]
summary: What [[nobody]] said.
---
She spoke.
//- content/actors/joe.md
---
name: Joe Doe
kind: person
---
He called [[Annie]].
",
    },
    Case {
        code: Code::UnclosedCode,
        place: "content/actors/ann.md:7:1",
        help: "put a line `` ``` `` below",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke.

```text
She left.
``
",
    },
    Case {
        code: Code::UnclosedCode,
        place: "content/actors/ann.md:13:3",
        help: "put a line `` ~~~~ `` below",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
```
closed
``````

> ~~~
> closed
> ~~~

- ~~~~ text
  ~~~

  open

She spoke.
",
    },
    Case {
        code: Code::RawHtml,
        place: "content/actors/ann.md:5:5",
        help: "`*emphasis*`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She <b title=\"one two three four five six\">spoke</b>.
",
    },
    Case {
        code: Code::UnsafeLink,
        place: "content/actors/ann.md:5:5",
        help: "`https://…`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She [spoke](javascript:alert(1)).
",
    },
    Case {
        code: Code::MalformedReference,
        place: "content/actors/ann.md:7:3",
        help: "in a table `[[id\\|words]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
| a | b |
|---|---|
| [[joe|Joe]] | c |
",
    },
    Case {
        code: Code::LostCell,
        place: "content/actors/ann.md:8:14",
        help: "give the header and the line below it one more",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
| a | b |
|---|---|
| c | d | |
| c | `\\|` | é e \\| e | f |
",
    },
    Case {
        code: Code::LostCell,
        place: "content/actors/ann.md:9:17",
        help: "in a reference `[[id\\|words]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
- a | b
  --|--
  d
  c | [[joe]]
  c | [[joe]] | [[joe|Joe]]
",
    },
    Case {
        code: Code::MalformedTable,
        place: "content/actors/ann.md:11:1",
        help: "write as many here as in the header",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
| a | b | c |
|---|---|---|
d | e | f
--- | --- | ---

| a | b | \\| c |
|---|:-:|--:| --- |
| 1 | 2 | 3 |
",
    },
    Case {
        code: Code::MalformedTable,
        place: "content/actors/ann.md:6:5",
        help: "in a reference `[[id\\|words]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
- > [[joe|Joe]] | b
  > --|--
  > c | d
",
    },
    Case {
        code: Code::MalformedTable,
        place: "content/actors/ann.md:7:1",
        help: "put an empty line above its header",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke:
a | b
--|--
c | d
",
    },
    Case {
        code: Code::MalformedCitation,
        place: "content/actors/ann.md:5:12",
        help: "`[@a, para. 4]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke [@wire, ].
",
    },
    Case {
        code: Code::SwallowedCitation,
        place: "content/actors/ann.md:5:11",
        help: "`[@a; @b]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke [@wire][@wire].
",
    },
    Case {
        code: Code::SwallowedCitation,
        place: "content/actors/ann.md:5:1",
        help: "put words before the citation",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
[@wire]: gone

She spoke [@wire].
",
    },
    Case {
        code: Code::SwallowedCitation,
        place: "content/actors/ann.md:5:1",
        help: "put words before the citation",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
[@wire]: she spoke.
",
    },
    Case {
        code: Code::MissingTranslator,
        place: "content/actors/ann.md:5:21",
        help: "tr. NAME:",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
“We warned” [@wire, „Wir warnten“].
",
    },
    Case {
        code: Code::MissingAlternative,
        place: "content/actors/ann.md:5:1",
        help: "`![what it shows](file.png)`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
![](map.png)
//- static/map.png
x
",
    },
    Case {
        code: Code::UnattributedQuotation,
        place: "content/actors/ann.md:5:4",
        help: "`[@source]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
她说：“我们不会回到过去的路”，又说：“我们不会回到过去”。
",
    },
    Case {
        code: Code::UnattributedQuotation,
        place: "content/actors/ann.md:5:10",
        help: "`[@source]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She said “we will not go back”.
",
    },
    Case {
        code: Code::UnattributedQuotation,
        place: "content/sections/01-the-call.md:3:19",
        help: "`“…” [@source]`",
        files: "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
summary: She said “we will not go back”.
---
The [[talks|talks]] were “short and clear” [@wire].
",
    },
    Case {
        code: Code::UnclosedQuotation,
        place: "content/actors/ann.md:5:10",
        help: "close it",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She said “we will not go.
",
    },
    Case {
        code: Code::EmptyQuotation,
        place: "content/actors/ann.md:5:9",
        help: "write the quoted words",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She met “…” [@wire].
",
    },
    Case {
        code: Code::InvalidAddress,
        place: "content/actors/ann.md:5:11",
        help: "`https://example.org/a%20b`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [her](https://example.org/a b) or [me](see below).
",
    },
    Case {
        code: Code::InvalidAddress,
        place: "content/actors/ann.md:5:11",
        help: "`(<my file.pdf>)`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [her](my file.pdf) or `[it](my file.pdf)`.
",
    },
    Case {
        code: Code::InvalidAddress,
        place: "content/actors/ann.md:5:11",
        help: r#"`https://example.org/a%20b "Hers"`"#,
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [her](https://example.org/a b \"Hers\").
",
    },
    Case {
        code: Code::InvalidAddress,
        place: "content/actors/ann.md:5:11",
        help: r#"`(<my file.pdf> "Hers")`"#,
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [her](my file.pdf \"Hers\").
",
    },
    Case {
        code: Code::UnsafeLink,
        place: "content/actors/ann.md:5:5",
        help: "`https://example.org/a%20b`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [her](<https://example.org/a b>).
",
    },
    Case {
        code: Code::UnsafeLink,
        place: "content/actors/ann.md:5:1",
        help: "`<a b.webp>`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
![Her house](a%20b.webp)
",
    },
    Case {
        code: Code::UnsafeLink,
        place: "content/actors/ann.md:5:5",
        help: "save the picture into `static/`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See ![her](https://example.org/ann.png).
",
    },
    Case {
        code: Code::MalformedCitation,
        place: "content/actors/ann.md:5:11",
        help: "close it with `]`, as in `[@wire]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke [@wire and left.
",
    },
    Case {
        code: Code::MalformedCitation,
        place: "content/actors/ann.md:5:11",
        help: "write `[@wire, para. 4]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke @wire, para. 4], [she] said (ann@example.org]).
",
    },
    Case {
        code: Code::MalformedReference,
        place: "content/actors/ann.md:5:5",
        help: "write `[[joe]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She [joe]] met [one [of two]], or \\[2], 3].
",
    },
    Case {
        code: Code::MalformedReference,
        place: "content/actors/ann.md:5:9",
        help: "write `[[joe]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She met joe]].
",
    },
    Case {
        code: Code::UnknownFootnote,
        place: "content/actors/ann.md:5:11",
        help: "`[^name]: …`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke.[^1]
",
    },
    Case {
        code: Code::MalformedReference,
        place: "content/actors/ann.md:5:5",
        help: "`[[joe|words]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She [[joe| ]] spoke.
",
    },
    Case {
        code: Code::MalformedReference,
        place: "content/actors/ann.md:5:5",
        help: "`[words](https://…)`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She [](https://example.org/) spoke.
",
    },
    Case {
        code: Code::MalformedCitation,
        place: "content/actors/ann.md:5:28",
        help: "write `[@source, tr. Jo Desk: “original words”]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
“We warned” her [@wire, tr. Jo Desk].
",
    },
];
