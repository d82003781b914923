//! What is no mistake, and could be better.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::Orphan,
        place: "content/sources/letter.md:1:1",
        help: "`[@letter]`",
        files: "\
//- content/sources/letter.md
---
title: A letter
kind: letter
---
",
    },
    Case {
        code: Code::UnlinkedName,
        place: "content/actors/joe.md:5:14",
        help: "`[[ann|Ann Roe]]`",
        files: "\
//- content/actors/joe.md
---
name: Joe Doe
kind: person
---
He called to Ann Roe, and Ann Roe alone.
",
    },
    Case {
        code: Code::Overdue,
        place: "content/events/talks.md:3:7",
        help: "`status: occurred`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-29
status: scheduled
participants: [{actor: joe}, {actor: ann}]
---
",
    },
    Case {
        code: Code::FutureDate,
        place: "content/events/talks.md:3:7",
        help: "`status: scheduled`, or a date that has come: today is 2021-12-30",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2022-12-29
status: occurred
participants: [{actor: joe}, {actor: ann}]
---
",
    },
    Case {
        code: Code::FutureDate,
        place: "content/corrections.yaml:1:9",
        help: "write a date that has come: today is 2021-12-30",
        files: "\
//- content/corrections.yaml
- date: 2022-12-30
  page: ann
  was: He spoke.
  now: She spoke.
  why: A slip.
",
    },
    Case {
        code: Code::OutOfOrder,
        place: "content/events/again.md:5:10",
        help: "`follows: again` into `talks`",
        files: "\
//- content/events/again.md
---
title: Talks again
when: 2021-11
status: occurred
follows: talks
---
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
They spoke [[again|twice]].
",
    },
    Case {
        code: Code::ListedTwice,
        place: "content/events/talks.md:5:38",
        help: "one `as`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: joe, as: host}, {actor: ann}]
sources: [wire]
---
",
    },
    Case {
        code: Code::LongSummary,
        place: "content/actors/ann.md:4:1",
        help: "160",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
summary: >-
  She was there when it was said, and she said what was said, and what was said then was said by
  many others, who had not been there when it was said, but had heard of it from those who had.
---
",
    },
    Case {
        code: Code::RelativeDate,
        place: "content/actors/ann.md:5:11",
        help: "write the date",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She spoke yesterday.
",
    },
    Case {
        code: Code::RelativeDate,
        place: "content/actors/ann.md:4:10",
        help: "write the date",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
summary: Recently she said what was said.
---
",
    },
    Case {
        code: Code::UndatedQuotation,
        place: "content/sources/wire.md:1:1",
        help: "`published`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
---
",
    },
    Case {
        code: Code::BareName,
        place: "content/sections/01-the-call.md:4:3",
        help: "“Prime Minister”",
        files: "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
[[ann]] went to the [[talks]].
//- content/actors/ann.md
---
name: Ann Roe
kind: person
roles: [{title: Prime Minister}]
---
She spoke.
",
    },
    Case {
        code: Code::UnsaidLanguage,
        place: "content/sections/01-the-call.md:4:28",
        help: "`language: de`",
        files: "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
“We know” [@wire, tr. Jo: „Wir wissen“] and [[talks]].
",
    },
];
