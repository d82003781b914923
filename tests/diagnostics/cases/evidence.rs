//! What is wrong with texts that are kept, and with quotations against them.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::FailedQuotation,
        place: "content/actors/ann.md:5:3",
        help: "这",
        files: "\
//- content/actors/ann.md
---
name: Ann Roe
kind: person
---
她说“支持这个计划”[@wire]。
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was short and clear. 我们支持那个计划。
",
    },
    Case {
        code: Code::MissingArchive,
        place: "content/sources/wire.md:5:17",
        help: "`dateline archive wire FILE --replace`",
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
        code: Code::UnnamedText,
        place: "content/sources/wire/wire.txt:1:1",
        help: "write `archive: {text: wire.txt}` into content/sources/wire.md",
        files: "\
//- content/sources/wire/wire.txt
It was short and clear.
",
    },
    Case {
        code: Code::UnnamedText,
        place: "content/sources/wire/it's, whole.txt:1:1",
        help: "write `archive: {text: 'it''s, whole.txt'}` into content/sources/wire.md",
        files: "\
//- content/sources/wire/it's, whole.txt
It was short and clear.
",
    },
    Case {
        code: Code::UnnamedText,
        place: "content/sources/wire/wire.pdf:1:1",
        help: "`dateline archive wire FILE` makes a text",
        files: "\
//- content/sources/wire/wire.pdf
%PDF\0
",
    },
    Case {
        code: Code::UnnamedText,
        place: "content/sources/wire/wire.txt:1:1",
        help: "write `text: wire.txt` into the `archive` of content/sources/wire.md",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
published: 2021-12-30
archive: {licence: free}
---
//- content/sources/wire/wire.txt
It was short and clear.
",
    },
    Case {
        code: Code::UnreadableArchive,
        place: "content/sources/wire.md:5:17",
        help: "`dateline archive wire FILE --replace`",
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
        help: "take it from a backup (SHA-256 00ff000000000000000000000000000000000000000000000000000000000000)",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive:
  text: wire.txt
  sha256: 00ff000000000000000000000000000000000000000000000000000000000000
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
        code: Code::FailedQuotation,
        place: "content/sections/01-the-call.md:4:26",
        help: "source: short>, sharp< and clear\n  here:   short and clear\nwords are left out here; if the sense is the same without them, write `short […] and clear`",
        files: "\
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was short, sharp and clear.
",
    },
    Case {
        code: Code::FailedQuotation,
        place: "content/sections/01-the-call.md:4:33",
        help: "write `kurz … und klar`",
        files: "\
//- content/sections/01-the-call.md
---
title: Fifty minutes
---
“All of it so” [@wire, tr. Jo: „kurz und klar“] and [[talks]].
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
language: de
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
Es war kurz, schroff und klar.
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
        code: Code::CroppedNegation,
        place: "content/sections/01-the-call.md:4:26",
        help: "quote it too",
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
It was not short and clear.
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
];
