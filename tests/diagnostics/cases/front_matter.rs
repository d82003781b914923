//! What is wrong with front matter, by itself.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::MissingField,
        place: "content/corrections.yaml:1:3",
        help: "add a line `page: ID  # of a page, or briefing`",
        files: "\
//- content/corrections.yaml
- date: 2021-12-30
  was: She spoke.
  now: He spoke.
  why: A slip.
",
    },
    Case {
        code: Code::UnreadReference,
        place: "content/actors/ann.md:5:7",
        help: "write the words alone: `Joe`",
        files: "\
//- content/actors/ann.md
---
kind: person
name: Ann Roe
summary: >-
  Met [[joe|Joe]].
---
",
    },
    Case {
        code: Code::UnreadReference,
        place: "content/corrections.yaml:3:9",
        help: "as readers shall see it, without brackets",
        files: "\
//- content/corrections.yaml
- date: 2021-12-30
  page: ann
  was: \"[[joe]] did not speak.\"
  now: Joe [sic] spoke to [ann@example.org], [[]] and [him].
  why: A slip.
",
    },
    Case {
        code: Code::UnreadReference,
        place: "content/actors/ann.md:4:30",
        help: "take it out",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
summary: \"It’s what she said [joe@wire, para. 4].\"
---
",
    },
    Case {
        code: Code::FileName,
        place: "content/actors/Ann.md:1:1",
        help: "`ann.md`",
        files: "\
//- content/actors/Ann.md
---
name: Somebody Else
kind: person
---
",
    },
    Case {
        code: Code::MisplacedFile,
        place: "content/events/ray.md:2:1",
        help: "move the file to `content/actors/ray.md`",
        files: "\
//- content/events/ray.md
---
name: Ray Poe
kind: person
roles: [{title: Aide, source: wire}]
---
He met [[ann]].
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She met [[ray]].
",
    },
    Case {
        code: Code::MisplacedFile,
        place: "content/sections/02-more.md:2:1",
        help: "move the file to `content/events/more.md`",
        files: "\
//- content/sections/02-more.md
---
title: More talks
when: 2021-12-31
status: occurred
follows: talks
---
They met [[ann]].
",
    },
    Case {
        code: Code::FrontMatterMissing,
        place: "content/actors/ann.md:1:1",
        help: "begin with a line `---`",
        files: "\
//- content/actors/ann.md
Ann Roe spoke.
",
    },
    Case {
        code: Code::FrontMatterUnclosed,
        place: "content/actors/ann.md:1:1",
        help: "put a line `---` after the last field",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
She spoke.
",
    },
    Case {
        code: Code::YamlSyntax,
        place: "content/actors/ann.md:4:14",
        help: "after `>-`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
summary: Note: she spoke
---
",
    },
    Case {
        code: Code::YamlLimit,
        place: "content/actors/ann.md:2:7",
        help: "write the value out",
        files: "\
//- content/actors/ann.md
---
name: &a Ann Roe
kind: person
---
",
    },
    Case {
        code: Code::DuplicateKey,
        place: "content/actors/ann.md:4:1",
        help: "keep one of the two",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
name: Ann
---
",
    },
    Case {
        code: Code::UnknownField,
        place: "content/actors/ann.md:2:1",
        help: "did you mean `name`?",
        files: "\
//- content/actors/ann.md
---
nmae: Ann Roe
kind: person
---
",
    },
    Case {
        code: Code::MissingField,
        place: "content/actors/ann.md:4:13",
        help: "add a line `source: ",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
relations: [{with: joe, kind: sister of}]
---
",
    },
    Case {
        code: Code::WrongType,
        place: "content/actors/ann.md:4:10",
        help: "each item on a line of its own",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
aliases: Annie
---
",
    },
    Case {
        code: Code::InvalidValue,
        place: "content/events/talks.md:5:11",
        help: "`AGREE`, `CONSULT`, `SUPPORT`, `CONCEDE`, `COOPERATE`, `AID`, `RETREAT`, `REQUEST`, \
               `ACCUSE`, `REJECT`, `THREATEN`, `PROTEST`, `SANCTION`, `MOBILIZE`, `COERCE`, `ASSAULT`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
category: CHAT
participants: [{actor: joe}, {actor: ann}]
---
",
    },
    Case {
        code: Code::GroundlessClaim,
        place: "content/events/talks.md:10:13",
        help: "add a line `for: [ID]  # of a source`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: confirmed
---
",
    },
    Case {
        code: Code::GroundlessClaim,
        place: "content/events/talks.md:10:13",
        help: "add a line `against: [ID]  # of a source`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: disputed
    for: [wire]
---
",
    },
    Case {
        code: Code::GroundlessClaim,
        place: "content/events/talks.md:10:13",
        help: "or write `status: unverified`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: denied
    against:
---
",
    },
    Case {
        code: Code::SourceOnBothSides,
        place: "content/events/talks.md:12:15",
        help: "keep one of the two",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: disputed
    for: [wire]
    against: [wire]
---
",
    },
    Case {
        code: Code::UnknownField,
        place: "content/events/talks.md:11:5",
        help: "did you mean `for`?",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: confirmed
    four: [wire]
---
",
    },
    Case {
        code: Code::WrongType,
        place: "content/events/talks.md:11:10",
        help: "after a dash and a space",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: confirmed
    for: wire
---
",
    },
    Case {
        code: Code::InvalidValue,
        place: "content/events/talks.md:10:13",
        help: "did you mean `confirmed`?",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
claims:
  - text: They were long.
    by: joe
    source: wire
    status: confirmd
    for: [wire]
---
",
    },
    Case {
        code: Code::InvalidId,
        place: "content/actors/ann.md:4:14",
        help: "`a-z`, `0-9` and dashes",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
former_ids: [Ann_Roe]
---
",
    },
    Case {
        code: Code::InvalidDate,
        place: "content/events/talks.md:3:15",
        help: "`2021-02`",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-02-30
status: occurred
participants: [{actor: joe}, {actor: ann}]
---
",
    },
    Case {
        code: Code::InvalidAddress,
        place: "content/sources/wire.md:5:6",
        help: "`https://…`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
url: javascript:alert(1)
---
",
    },
    Case {
        code: Code::SecretInSettings,
        place: "dateline.yaml:8:5",
        help: "into the environment",
        files: "\
//- dateline.yaml
title: The call
language: en
publish:
  - name: web
    to: ssh
    host: host.example
    path: /srv
    password: hunter2
",
    },
    Case {
        code: Code::YamlSyntax,
        place: "content/actors/ann.md:3:1",
        help: "indent with spaces, not with tabs",
        files: "\
//- content/actors/ann.md
---
name:
\tAnn Roe
kind: person
---
",
    },
];
