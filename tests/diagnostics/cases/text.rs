//! What is wrong with a text, by itself.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
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
