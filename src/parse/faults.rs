//! What is said of Markdown that is wrong.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::code::Code;
use crate::markdown::links::address_and_title;
use crate::markdown::marked::Wrong;
use crate::model::place::harm;
use crate::model::prose::Heading;
use crate::parse::instead;

/// What is said of a link that nobody could see.
const WORDLESS: &str = "this link has no words";

/// The code of a fault that stands in a text, what is said of it, and what to type instead.
#[must_use]
pub fn said(wrong: &Wrong, text: &str, range: &Range<usize>) -> (Code, String, Cow<'static, str>) {
    match wrong {
        Wrong::ControlCharacter(c) => (
            Code::ControlCharacter,
            format!(
                "`U+{:04X}` is a control character, which {}",
                u32::from(*c),
                harm(*c).unwrap_or("no page can show"),
            ),
            "delete it; to show it as it is written here, put it between backticks".into(),
        ),
        Wrong::Html => (
            Code::RawHtml,
            "HTML is shown as text, never passed on".to_owned(),
            "use Markdown: `*emphasis*`, `**strong**`, `[words](https://…)`".into(),
        ),
        Wrong::Comment => (
            Code::RawHtml,
            "an HTML comment is left out".to_owned(),
            "keep notes in a file whose name begins with `_`: such files are not read".into(),
        ),
        Wrong::Address(address) => (
            Code::UnsafeLink,
            format!("a link must not lead to `{address}`"),
            instead_of(address, text, range),
        ),
        Wrong::SwallowedPair => (
            Code::SwallowedCitation,
            "Markdown reads two brackets side by side as one link".to_owned(),
            "write `[@a; @b]`".into(),
        ),
        Wrong::SwallowedDefinition => (
            Code::SwallowedCitation,
            "Markdown reads a line that begins so as a definition, and may show nothing of it"
                .to_owned(),
            "put words before the citation, or a backslash before the colon: `[@a]\\:`".into(),
        ),
        Wrong::UndefinedLink(name) => (
            Code::UnknownReference,
            format!("nothing in this text defines the link `{name}`"),
            "write `[words](https://…)`, or `[[id|words]]` for a page of the site".into(),
        ),
        Wrong::NoAlternative => (
            Code::MissingAlternative,
            "this picture has no words for those who cannot see it".to_owned(),
            "write `![what it shows](file.png)`".into(),
        ),
        Wrong::Stray("[^") => (
            Code::UnknownFootnote,
            "no footnote of that name is in this text".to_owned(),
            "add a line `[^name]: …`, or put a backslash before the bracket".into(),
        ),
        Wrong::Stray("[@") => (
            Code::MalformedCitation,
            "this looks like a citation but is not one".to_owned(),
            "a citation has no brackets inside; write omissions in the original as `…`".into(),
        ),
        Wrong::Stray(_) => (
            Code::MalformedReference,
            "this looks like a reference but is not one".to_owned(),
            "write `[[id]]` or `[[id|words]]`; in a table `[[id\\|words]]`; for plain brackets `\\[[`".into(),
        ),
        Wrong::DoubledFootnote => (
            Code::UnknownFootnote,
            "another footnote of this text has the same name".to_owned(),
            "give it another name, here and where it is meant".into(),
        ),
        Wrong::NestedReference => (
            Code::MalformedReference,
            "a reference cannot stand in a link or in a picture's words".to_owned(),
            "end the link before the reference begins".into(),
        ),
        Wrong::NestedCitation => (
            Code::MalformedCitation,
            "a citation cannot stand in a link or in a picture's words".to_owned(),
            "put the citation after the link".into(),
        ),
        Wrong::EmptyReference => (
            Code::MalformedReference,
            "this reference names nothing".to_owned(),
            "write `[[id]]` or `[[id|words]]`; for plain brackets `\\[[`".into(),
        ),
        Wrong::RemotePicture => (
            Code::UnsafeLink,
            "a picture of another site is not shown: it would tell that site who reads this one"
                .to_owned(),
            "save the picture into `static/`, and name it by its path there: `![what it shows](picture.png)`".into(),
        ),
        Wrong::WordlessReference(id) => (
            Code::MalformedReference,
            WORDLESS.to_owned(),
            format!("write `[[{id}]]`, or words after the bar: `[[{id}|words]]`").into(),
        ),
        Wrong::UnclosedCitation(label) => (
            Code::MalformedCitation,
            "no bracket closes this citation".to_owned(),
            format!("close it with `]`, as in `[{label}]`").into(),
        ),
        Wrong::UnclosedCode(fence) => (
            Code::UnclosedCode,
            "nothing closes this code, so all that follows is shown as code".to_owned(),
            format!("put a line `` {fence} `` below the code, indented as this one is").into(),
        ),
        Wrong::LostCell { columns } => (
            Code::LostCell,
            format!("the header of this table has {}, so this cell is left out", cells(*columns)),
            "give the header and the line below it one more; a bar in a cell is written `\\|`, in a reference `[[id\\|words]]`".into(),
        ),
        Wrong::MalformedTable { header, columns } if header == columns => (
            Code::MalformedTable,
            "this table begins within a paragraph, so Markdown shows its bars and dashes"
                .to_owned(),
            "put an empty line above its header, and indent all its lines alike".into(),
        ),
        Wrong::MalformedTable { header, columns } => (
            Code::MalformedTable,
            format!(
                "this line has {}, and the header above it {header}, so Markdown shows bars and dashes",
                cells(*columns),
            ),
            "write as many here as in the header; a bar in a cell is written `\\|`, in a reference `[[id\\|words]]`".into(),
        ),
        Wrong::Doubled { is_citation } => (
            if *is_citation { Code::MalformedCitation } else { Code::MalformedReference },
            "this bracket has no other half".to_owned(),
            "take it away: what stands beside it has its own; for a plain bracket `\\[` or `\\]`".into(),
        ),
        Wrong::Unopened(right) => (
            if right.starts_with("[[") {
                Code::MalformedReference
            } else {
                Code::MalformedCitation
            },
            "a bracket closes here that none has opened".to_owned(),
            format!("write `{right}`; for a plain bracket `\\]`").into(),
        ),
        Wrong::SpacedAddress(address) => (
            Code::InvalidAddress,
            "Markdown takes an address with a space for none, and shows it as it is written"
                .to_owned(),
            match address_and_title(address) {
                (address, title) if address.contains(':') => escaped(address, title),
                (path, title) => format!("put it between angle brackets: `(<{path}>{title})`").into(),
            },
        ),
        Wrong::WordlessLink => (
            Code::MalformedReference,
            WORDLESS.to_owned(),
            "write words between the brackets: `[words](https://…)`".into(),
        ),
    }
}

/// What is said of a link to a heading of the same text that is not there, and what to type.
#[must_use]
pub fn no_heading(id: &str, headings: &[Heading]) -> Option<(String, String)> {
    if headings.iter().any(|heading| *heading.id == *id) {
        return None;
    }
    let known: Vec<_> = headings.iter().map(|heading| format!("`#{}`", heading.id)).collect();
    let help = match known.as_slice() {
        [] => "this text has no headings".to_owned(),
        known => format!("its headings are {}", known.join(", ")),
    };
    Some((format!("no heading of this text has the id `{id}`"), help))
}

/// What to type in the place of an address that must not be linked to.
fn instead_of(address: &str, text: &str, link: &Range<usize>) -> Cow<'static, str> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if is_web && address.contains(' ') {
        return escaped(address, "");
    }
    if !address.contains(':') && address.contains("%20") {
        let name = address.replace("%20", " ");
        return format!("write the file's name as it is, between angle brackets: `<{name}>`")
            .into();
    }
    if let Some(address) = instead::away(address) {
        return format!("write the whole address: `{address}`").into();
    }
    if let Some(page) = instead::page(address) {
        let reference = instead::reference(text, link.clone(), &page);
        return format!("link to a page by its id: `{reference}`").into();
    }
    if let Some(path) = instead::below(address).filter(|path| instead::is_file(path)) {
        return format!("a file is named by its path below `static/`: write `{path}`").into();
    }
    instead::ANY.into()
}

fn cells(number: usize) -> String {
    format!("{number} {}", if number == 1 { "cell" } else { "cells" })
}

fn escaped(address: &str, title: &str) -> Cow<'static, str> {
    format!("write `%20` for a space: `{}{title}`", address.replace(' ', "%20")).into()
}
