//! What is wrong between files.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::DuplicateId,
        place: "content/sources/ann.md:1:1",
        help: "rename one",
        files: "\
//- content/sources/ann.md
---
title: A letter
kind: letter
---
",
    },
    Case {
        code: Code::DuplicateId,
        place: "content/actors/ann.md:4:14",
        help: "`former_ids`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
former_ids: [joe]
---
",
    },
    Case {
        code: Code::UnknownReference,
        place: "content/actors/ann.md:5:8",
        help: "did you mean `joe`?",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She [[ jo|met him ]].
",
    },
    Case {
        code: Code::WrongKind,
        place: "content/events/talks.md:7:12",
        help: "an actor",
        files: "\
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
participants:
  - actor: joe
  - actor: wire
  - actor: ann
---
",
    },
    Case {
        code: Code::AmbiguousName,
        place: "content/briefing.md:6:3",
        help: "`[[bob]]` or `[[joe]]`",
        files: "\
//- content/briefing.md
---
title: What the call settled
summary: The two presidents spoke for fifty minutes about a border and agreed to talk again.
as_of: 2021-12-30
---
[[Doe]], [[bob]], [[joe]] and [[ann]] spoke in the [[talks]] [@wire].
//- content/actors/bob.md
---
name: Bob Doe
kind: person
aliases: [Doe]
---
//- content/actors/joe.md
---
name: Joe Doe
kind: person
short_name: Doe
---
",
    },
    Case {
        code: Code::UnknownHeading,
        place: "content/actors/ann.md:5:7",
        help: "`#his-life`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
See [[joe#early]].
//- content/actors/joe.md
---
name: Joe Doe
kind: person
---
## His life
",
    },
    Case {
        code: Code::WithheldReference,
        place: "content/actors/ann.md:5:11",
        help: "`[[id|words]]`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
She met [[bob]].
//- content/actors/bob.md
---
name: Bob
kind: person
draft: true
---
",
    },
    Case {
        code: Code::Circular,
        place: "content/events/again.md:5:10",
        help: "`follows`",
        files: "\
//- content/events/again.md
---
title: Talks again
when: 2021-12-29
status: occurred
follows: talks
---
//- content/events/talks.md
---
title: Talks by telephone
when: 2021-12-30
status: occurred
follows: again
participants: [{actor: joe}, {actor: ann}]
---
",
    },
    Case {
        code: Code::Circular,
        place: "content/actors/ann.md:4:13",
        help: "take `represents` out",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
represents: ann
---
",
    },
    Case {
        code: Code::Circular,
        place: "content/actors/ann.md:4:13",
        help: "take `represents` out of one of them",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
represents: joe
---
//- content/actors/joe.md
---
name: Joe Doe
kind: person
represents: ann
---
",
    },
    Case {
        code: Code::SpeakerlessQuotation,
        place: "content/sections/01-the-call.md:4:26",
        help: "`[speaker@source]`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
published: 2021-12-30
---
",
    },
    Case {
        code: Code::WrongKind,
        place: "content/events/talks.md:11:11",
        help: "a source",
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
    for: [talks]
---
",
    },
    Case {
        code: Code::DependentClaim,
        place: "content/events/talks.md:11:11",
        help: "or write `status: stated`",
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
    for: [wire]
---
",
    },
    Case {
        code: Code::DependentClaim,
        place: "content/events/talks.md:11:11",
        help: "a source to `for` that is independent of both",
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
    for: [note, wire]
---
//- content/sources/note.md
---
title: A note
kind: statement
by: joe
---
",
    },
    Case {
        code: Code::UnknownPage,
        place: "content/corrections.yaml:2:9",
        help: "did you mean `ann`?",
        files: "\
//- content/corrections.yaml
- date: 2021-12-30
  page: annn
  was: She did not speak.
  now: She spoke.
  why: A slip.
",
    },
    Case {
        code: Code::MissingFile,
        place: "content/actors/ann.md:5:9",
        help: "did you mean `ann.png`?",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
image:
  file: anne.png
  alt: Ann Roe at a desk
  credit: Joe Doe
---
//- static/ann.png
x
",
    },
    Case {
        code: Code::NotAPicture,
        place: "content/actors/ann.md:5:9",
        help: "`.jpg`, `.png`, `.svg`",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
image:
  file: ann.css
  alt: Ann Roe at a desk
  credit: Joe Doe
---
//- static/ann.css
x
",
    },
    Case {
        code: Code::NotAPicture,
        place: "content/actors/ann.md:5:25",
        help: "name a picture",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
A [form](a.pdf), a map: ![A map](a.pdf) and ![another](B.JPG).
//- static/B.JPG
x
//- static/a.pdf
x
",
    },
    Case {
        code: Code::AddressCollision,
        place: "static/Actors/ANN.html:1:1",
        help: "another name",
        files: "\
//- static/Actors/ANN.html
x
",
    },
    Case {
        code: Code::MissingLicence,
        place: "content/sources/wire.md:5:36",
        help: "`publish: excerpt`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt, publish: full}
---
//- content/sources/wire/wire.txt
It was short and clear.
",
    },
    Case {
        code: Code::InvalidRelease,
        place: "releases/2021-12-30-0123456789.json:2:8",
        help: "`git checkout -- releases/2021-12-30-0123456789.json`",
        files: "\
//- releases/2021-12-30-0123456789.json
{
  \"a\": ,
}
",
    },
    Case {
        code: Code::MissingBriefing,
        place: "content/briefing.md:1:1",
        help: "content/briefing.md",
        files: "",
    },
    Case {
        code: Code::WithheldReference,
        place: "content/actors/ann.md:5:14",
        help: "take the speaker `bob` out (`[@source]`)",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
“We warned” [bob@wire].
//- content/actors/bob.md
---
name: Bob
kind: person
draft: true
---
",
    },
];
