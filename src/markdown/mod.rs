//! The only user of the Markdown library: what Markdown is, and what counts as a reference in it.
//!
//! [`read`] walks a text once and yields HTML with holes, the plain text, and where the two and
//! the written text meet ([`marked::Run`]). What quoted words and citations mean is not decided here.

pub mod buffers;
pub mod links;
pub mod marked;
pub mod writer;

use pulldown_cmark::{BrokenLink, CowStr, LinkType, Options, Parser};

use crate::markdown::links::is_citation;
use crate::markdown::marked::{Fault, Marked, Wrong};
use crate::markdown::writer::Writer;

/// Reads a Markdown text.
#[must_use]
pub fn read(text: &str) -> Marked {
    let mut undefined = Vec::new();
    // Called for brackets that no definition explains: citations are such brackets.
    let callback = |link: BrokenLink<'_>| {
        let citation = is_citation(&link.reference);
        if !citation && link.link_type == LinkType::Reference {
            let message = link.reference.to_string();
            undefined.push(Fault { range: link.span, wrong: Wrong::UndefinedLink(message) });
        }
        citation.then(|| (CowStr::from(""), CowStr::from("")))
    };
    let mut parser =
        Parser::new_with_broken_link_callback(text, options(), Some(callback)).into_offset_iter();
    let mut writer = Writer::new(text);
    for (label, definition) in parser.reference_definitions().iter() {
        if is_citation(label) {
            writer.fault(definition.span.clone(), Wrong::SwallowedDefinition);
        }
    }
    for (event, range) in parser.by_ref() {
        writer.event(event, range);
    }
    drop(parser);
    let mut marked = writer.finish();
    marked.faults.append(&mut undefined);
    marked
}

fn options() -> Options {
    Options::ENABLE_WIKILINKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
}
