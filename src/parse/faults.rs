//! What is said of Markdown that is wrong.

use std::borrow::Cow;

use crate::diagnostic::code::Code;
use crate::markdown::marked::Wrong;

/// What is said of a link that nobody could see.
const WORDLESS: &str = "this link has no words";

/// The code of a fault, what is said of it, and what to type instead.
#[must_use]
pub fn said(wrong: &Wrong) -> (Code, String, Cow<'static, str>) {
    if let Wrong::WordlessReference(id) = wrong {
        let help = format!("write `[[{id}]]`, or words after the bar: `[[{id}|words]]`");
        return (Code::MalformedReference, WORDLESS.to_owned(), help.into());
    }
    let (code, message, help) = plainly(wrong);
    (code, message, help.into())
}

fn plainly(wrong: &Wrong) -> (Code, String, &'static str) {
    match wrong {
        Wrong::Html => (
            Code::RawHtml,
            "HTML is shown as text, never passed on".to_owned(),
            "use Markdown: `*emphasis*`, `**strong**`, `[words](https://…)`",
        ),
        Wrong::Comment => (
            Code::RawHtml,
            "an HTML comment is left out".to_owned(),
            "keep notes in a file whose name begins with `_`: such files are not read",
        ),
        Wrong::Address(address) => (
            Code::UnsafeLink,
            format!("a link must not lead to `{address}`"),
            "link to a page of the site by `[[id]]`, to others by `https://…`, to a file by its path below `static/`",
        ),
        Wrong::SwallowedPair => (
            Code::SwallowedCitation,
            "Markdown reads two brackets side by side as one link".to_owned(),
            "write `[@a; @b]`",
        ),
        Wrong::SwallowedDefinition => (
            Code::SwallowedCitation,
            "Markdown reads a line that begins so as a definition, and may show nothing of it"
                .to_owned(),
            "put words before the citation, or a backslash before the colon: `[@a]\\:`",
        ),
        Wrong::UndefinedLink(name) => (
            Code::UnknownReference,
            format!("nothing in this text defines the link `{name}`"),
            "write `[words](https://…)`, or `[[id|words]]` for a page of the site",
        ),
        Wrong::NoAlternative => (
            Code::MissingAlternative,
            "this picture has no words for those who cannot see it".to_owned(),
            "write `![what it shows](file.png)`",
        ),
        Wrong::Stray("[^") => (
            Code::UnknownFootnote,
            "no footnote of that name is in this text".to_owned(),
            "add a line `[^name]: …`, or put a backslash before the bracket",
        ),
        Wrong::Stray("[@") => (
            Code::MalformedCitation,
            "this looks like a citation but is not one".to_owned(),
            "a citation has no brackets inside; write omissions in the original as `…`",
        ),
        Wrong::Stray(_) => (
            Code::MalformedReference,
            "this looks like a reference but is not one".to_owned(),
            "write `[[id]]` or `[[id|words]]`; in a table `[[id\\|words]]`; for plain brackets `\\[[`",
        ),
        Wrong::DoubledFootnote => (
            Code::UnknownFootnote,
            "another footnote of this text has the same name".to_owned(),
            "give it another name, here and where it is meant",
        ),
        Wrong::NestedReference => (
            Code::MalformedReference,
            "a reference cannot stand in a link or in a picture's words".to_owned(),
            "end the link before the reference begins",
        ),
        Wrong::NestedCitation => (
            Code::MalformedCitation,
            "a citation cannot stand in a link or in a picture's words".to_owned(),
            "put the citation after the link",
        ),
        Wrong::EmptyReference => (
            Code::MalformedReference,
            "this reference names nothing".to_owned(),
            "write `[[id]]` or `[[id|words]]`; for plain brackets `\\[[`",
        ),
        Wrong::WordlessReference(_) => {
            (Code::MalformedReference, WORDLESS.to_owned(), "write `[[id]]` or `[[id|words]]`")
        }
        Wrong::WordlessLink => (
            Code::MalformedReference,
            WORDLESS.to_owned(),
            "write words between the brackets: `[words](https://…)`",
        ),
    }
}
