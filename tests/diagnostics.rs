//! Every sort of mistake: found where it is, told once, and with what to type instead.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests touch files and may fail"
)]

mod fixture;

use std::collections::BTreeSet;
use std::fs;

use dateline::diagnostic::code::Code;
use dateline::diagnostic::diagnostic::Diagnostic;
use dateline::diagnostic::json;
use dateline::engine::Engine;
use fixture::{SITE, all_said, assert_clean, compiled, engine_at, engine_with, files, project};

/// A mistake: what is laid over the site without a mistake, and what is found then.
struct Case {
    code: Code,
    /// `path:line:column`.
    place: &'static str,
    /// What the help has to hold.
    help: &'static str,
    files: &'static str,
}

const CASES: &[Case] = &[
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
        place: "content/actors/ann.md:2:10",
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
        place: "content/sources/wire.md:1:1",
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
        code: Code::MissingArchive,
        place: "content/sources/wire.md:5:17",
        help: "`dateline archive wire FILE`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
",
    },
    Case {
        code: Code::UnreadableArchive,
        place: "content/sources/wire.md:5:17",
        help: "`dateline archive wire FILE`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was\0short and clear.
",
    },
    Case {
        code: Code::ChangedArchive,
        place: "content/sources/wire.md:6:9",
        help: "take it from a backup (SHA-256 00ff)",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive:
  text: wire.txt
  sha256: 00ff
---
//- content/sources/wire/wire.txt
It was short and clear.
",
    },
    Case {
        code: Code::FailedQuotation,
        place: "content/sections/01-the-call.md:4:26",
        help: "source: short >but< clear\n  here:   short >and< clear",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was short but clear.
",
    },
    Case {
        code: Code::UnreviewedOmission,
        place: "content/sections/01-the-call.md:4:5",
        help: "`dateline review the-call --by NAME`",
        files: "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
The “[[talks|talks]] were […] short” [@wire].
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
The talks were by no means short, but clear.
",
    },
    Case {
        code: Code::AmbiguousQuotation,
        place: "content/sections/01-the-call.md:4:26",
        help: "`[@wire, para. 4]`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
published: 2021-12-30
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was short and clear. I repeat: short and clear.
",
    },
    Case {
        code: Code::ReviewedByAuthor,
        place: "content/actors/ann.md:4:1",
        help: "not among the briefing’s `authors`",
        files: "\
//- content/briefing.md
---
title: What the call settled
summary: The two presidents spoke for fifty minutes about a border and agreed to talk again.
as_of: 2021-12-30
authors: [Jane  Doe]
---
[[joe]] and [[ann]] spoke in the [[talks]] [@wire].
//- content/actors/ann.md
---
name: Ann Roe
kind: person
reviewed: {by: jane doe, date: 2021-12-30}
---
She spoke.
",
    },
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
    Case {
        code: Code::MissingBriefing,
        place: "content/briefing.md:1:1",
        help: "content/briefing.md",
        files: "",
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
    Case {
        code: Code::YamlSyntax,
        place: "content/actors/ann.md:3:2",
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
    Case {
        code: Code::TemplateSyntax,
        place: "templates/actor.html:2:7",
        help: "`{% if name %}…{% endif %}`",
        files: "\
//- templates/actor.html
<p>
{% if %}
",
    },
    Case {
        code: Code::UnusedTemplate,
        place: "templates/actr.html:1:1",
        help: "did you mean `actor.html`?",
        files: "\
//- templates/actr.html
<p>{{ page.title }}
",
    },
    Case {
        code: Code::EmptyTemplate,
        place: "templates/actor.html:1:1",
        help: "delete the file",
        files: "\
//- templates/actor.html

",
    },
    Case {
        code: Code::TemplateError,
        place: "templates/404.html:1:4",
        help: "did you mean `page`?",
        files: "\
//- templates/404.html
{{ pgae.title }}
",
    },
];

/// The engine of a case.
fn engine(case: &Case) -> Engine {
    if case.code == Code::MissingBriefing {
        let mut files = files(SITE);
        files.remove("content/briefing.md");
        return compiled(fixture::project_of(&files));
    }
    engine_with(case.files)
}

fn place(diagnostic: &Diagnostic) -> String {
    diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[test]
fn the_site_of_the_tests_has_no_mistake() {
    assert_clean(&compiled(project(SITE)));
}

#[test]
fn every_mistake_is_one_finding_at_its_place_with_what_to_type() {
    let mut other = Vec::new();
    for case in CASES {
        let findings = engine(case).findings();
        let one = |it: &Diagnostic| {
            let help = it.help.as_deref().unwrap_or("");
            it.code == case.code && place(it) == case.place && help.contains(case.help)
        };
        if findings.len() != 1 || !findings.iter().all(one) {
            other.push(format!("{:?} {}: {:#?}", case.code, case.place, all_said(&findings)));
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
}

/// Mistakes that are told while a folder is read, with files that are laid over the site.
fn on_disk() -> Vec<(Code, &'static str, &'static str, Vec<u8>)> {
    let letter = |text: &str| format!("---\ntitle: A letter\nkind: letter\n---\n{text}\n");
    let letter_path = "content/sources/letter.md";
    let large = letter(&"word ".repeat(300_000));
    vec![
        (Code::Encoding, letter_path, "save it as UTF-8", {
            let (before, after) = ("---\ntitle: Caf", "\nkind: letter\n---\n");
            [before.as_bytes(), b"\xe9", after.as_bytes()].concat()
        }),
        (Code::ControlCharacter, letter_path, "delete it", letter("a\0b").into_bytes()),
        (Code::FileTooLarge, letter_path, "several sections", large.into_bytes()),
        (Code::MisplacedFile, "content/source/letter.md", "content/sources/letter.md", {
            letter("It came.").into_bytes()
        }),
        (Code::FileName, "content/sources/Letter.md", "`letter.md`", {
            letter("It came.").into_bytes()
        }),
    ]
}

#[test]
fn what_is_wrong_with_files_is_one_finding_too() {
    for (code, path, help, bytes) in on_disk() {
        let folder = tempfile::tempdir().unwrap();
        let mut all = files(SITE);
        // It is cited, and the citation is not wrong as well.
        let ann = all.get_mut("content/actors/ann.md").unwrap();
        *ann = ann.replace("She spoke.", "She spoke [@letter].");
        for (path, text) in &all {
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, text).unwrap();
        }
        let full = folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
        let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
        assert_eq!(said.len(), 1, "{code:?}: {said:#?}");
        assert!(said[0].starts_with(&format!("error {} {path}:", code.name())), "{said:?}");
        assert!(said[0].contains(help), "{said:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_one_finding() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(SITE) {
        let full = folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
    std::os::unix::fs::symlink("/etc/hosts", folder.path().join("content/sources/letter.md"))
        .unwrap();
    let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("error not-a-file content/sources/letter.md"), "{said:?}");
}

#[test]
fn what_cannot_be_checked_is_told_to_those_who_ask_for_rigour() {
    let engine = compiled(project(SITE));
    let said = all_said(&engine.unarchived());
    assert_eq!(said.len(), 1, "{said:#?}");
    let place = "content/sections/01-the-call.md:4:26";
    assert!(said[0].starts_with(&format!("warning unarchived-quotation {place}")), "{said:?}");
    assert!(said[0].contains("`dateline archive wire URL-or-FILE`"), "{said:?}");
    assert!(engine.findings().strict(engine.unarchived()).has_errors());
}

/// Codes that tests of their own look for: they are told where they are asked for, or on disk.
const ASKED_FOR: [Code; 3] = [Code::NotAFile, Code::UnarchivedQuotation, Code::Unreviewed];

#[test]
fn every_code_has_a_case() {
    let in_memory = CASES.iter().map(|case| case.code);
    let on_disk = on_disk().into_iter().map(|(code, ..)| code);
    let tried: BTreeSet<Code> = in_memory.chain(on_disk).chain(ASKED_FOR).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(tried, all);
}

#[test]
fn messages_are_plain_sentences() {
    for case in CASES {
        for finding in engine(case).findings().iter() {
            let said = fixture::said(finding);
            let starts_low = |text: &str| !text.starts_with(|c: char| c.is_ascii_uppercase());
            let named = finding.message.starts_with("HTML")
                || finding.message.starts_with("Markdown")
                || finding.message.starts_with("February");
            assert!(named || starts_low(&finding.message), "{said}");
            assert!(!finding.message.ends_with('.'), "{said}");
            assert!(finding.message.chars().count() <= 160, "{said}");
            assert!(finding.help.as_deref().is_some_and(|help| help.len() > 8), "{said}");
            assert!(!said.contains("Some(") && !said.contains("None"), "{said}");
        }
    }
}

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

/// What is found, as `place code`.
fn found(text: &str) -> Vec<String> {
    let findings = engine_with(text).findings();
    findings.iter().map(|it| format!("{} {}", place(it), it.code.name())).collect()
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
            "content/sources/wire.md:1:1 missing-licence",
            "static/index.html:1:1 address-collision",
        ]
    );
}

#[test]
fn a_mistake_in_a_template_is_told_once_with_the_first_page() {
    let text = "\
//- templates/actor.html
<p>
{{ page.titel }}
";
    let findings = engine_with(text).findings();
    assert_eq!(findings.len(), 1, "{:#?}", all_said(&findings));
    let finding = findings.iter().next().unwrap();
    assert_eq!(place(finding), "templates/actor.html:2:9");
    assert_eq!(finding.label.as_deref(), Some("while making `actors/ann.html` and 1 more page"));
    let page = finding.related.first().map(|(place, _)| &*place.file.path);
    assert_eq!(page, Some("content/actors/ann.md"));
    assert!(finding.help.as_deref().unwrap().contains("did you mean `title`?"));
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
        ("  - > 5 men came.\n", "6:5 yaml-syntax"),
        ("  - *Five* men came.\n", "6:5 yaml-syntax"),
    ] {
        let findings = engine_with(&front(points)).findings();
        let said = all_said(&findings);
        assert_eq!(said.len(), 1, "{points}: {said:#?}");
        assert!(said[0].contains("`>-`"), "{points}: {said:?}");
        let code = findings.iter().next().unwrap().code.name();
        let at = format!("{} {code}", self::place(findings.iter().next().unwrap()));
        assert_eq!(at, format!("content/briefing.md:{place}"));
    }
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

#[test]
fn a_file_in_another_encoding_is_one_finding_and_no_orphan() {
    let folder = tempfile::tempdir().unwrap();
    let letter = "---\ntitle: A letter\nkind: letter\n---\nFor Zoë.\n";
    let wide = letter.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = letter.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let short: Vec<u8> = "A b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [wide, latin, short] {
        for (path, text) in &files(SITE) {
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, text).unwrap();
        }
        fs::write(folder.path().join("content/sources/letter.md"), bytes).unwrap();
        let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with("error encoding content/sources/letter.md:"), "{said:?}");
    }
}

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
    ] {
        let findings = engine_with(&text).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{:?}", all_said(&findings))
        };
        assert_eq!((place(one).as_str(), one.code), (at, Code::InvalidValue));
        assert!(one.help.as_deref().unwrap().contains(helps), "{one:?}");
    }
    assert_eq!(found(&settings("pt-BR")), [""; 0]);
    assert_eq!(found_in_ann("wikidata: Q7747\n"), []);
    let [(at, help)] = &found_in_ann("wikidata: foo\n")[..] else { panic!() };
    assert!(at == "4:11 invalid-value" && help.contains("`Q7747`"), "{at} {help}");
    let [(_, help)] = &found_in_ann("wikidata: https://www.wikidata.org/wiki/q42\n")[..] else {
        panic!()
    };
    assert_eq!(help, "write `Q42`");
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
fn a_misspelt_name_in_a_template_is_marked_whole_with_the_one_that_is_meant() {
    for (file, text, marked, helps) in [
        ("base.html", "<p>{% endblok %}", "endblok", "did you mean `endblock`?"),
        ("actor.html", "{% iff name %}x{% endif %}", "iff", "did you mean `if`?"),
        ("actor.html", "<p>{{ page.title | upppper }}", "upppper", "did you mean `upper`?"),
        ("actor.html", "{% if body is definde %}x{% endif %}", "definde", "`defined`"),
        ("actor.html", "<p>{{ now() }}", "now", "there are: `asset`, `range`"),
        ("actor.html", "<p>{{ assets() }}", "assets", "did you mean `asset`?"),
        (
            "actor.html",
            "<p>{% include \"partials/hed.html\" %}",
            "partials/hed.html",
            "did you mean `partials/head.html`?",
        ),
        ("actor.html", "{% extends \"bse.html\" %}", "bse.html", "did you mean `base.html`?"),
        (
            "actor.html",
            "{% extends \"base.html\" %}{% block mian %}x{% endblock %}",
            "mian",
            "did you mean `main`?",
        ),
        ("actor.html", "<p>{{ asset(path=\"stile.css\") }}", "stile.css", "`style.css`"),
        ("partials/head.html", "{% if page.titel | upper %}x{% endif %}", "titel", "`title`"),
        ("partials/head.html", "{% if wrods | upper %}x{% endif %}", "wrods", "`words`"),
        ("actor.html", "{% if sumary | upper %}x{% endif %}", "sumary", "`summary`"),
        ("partials/head.html", "{% if page.titel %}x{% endif %}", "titel", "`title`"),
        ("actor.html", "{% if qqq %}x{% endif %}", "qqq", "docs/templates.md"),
    ] {
        let findings = engine_with(&format!("//- templates/{file}\n{text}\n")).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{text}: {:#?}", all_said(&findings))
        };
        let at = one.place.as_ref().unwrap();
        assert_eq!(at.file.slice(&at.span), marked, "{one:?}");
        let help = one.help.as_deref().unwrap();
        assert!(help.contains(helps) && help.len() < 200, "{text}: {help}");
        let is_made = one.code == Code::TemplateError;
        let page = one.label.as_deref().is_some_and(|it| it.starts_with("while making `"));
        assert_eq!(page, is_made, "{one:?}");
    }
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
