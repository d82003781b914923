//! Markdown, parsed: HTML in pieces with typed holes for what it names.
//!
//! What a page says depends on other pages only through the names and addresses of what it
//! mentions. So a text is converted once, with a hole wherever such a name belongs, and a page is
//! made by filling the holes. Nothing is parsed twice.

use crate::model::id::ReferenceId;
use crate::model::place::Span;

/// A Markdown text, converted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The HTML, without what the holes stand for.
    pub html: Box<str>,
    /// The holes, in order.
    pub holes: Vec<Hole>,
    /// The text alone, one line a block (paragraph, heading, item, cell), without citations and
    /// without the names of bare links.
    pub plain: Box<str>,
    /// Where the name of a bare link belongs in `plain`, in order.
    pub names: Vec<NameHole>,
    /// What is mentioned, and in which sentence, in order.
    pub mentions: Vec<Mention>,
    /// The citations, in order.
    pub citations: Vec<Citation>,
    /// The quotations, in order.
    pub quotations: Vec<Quoted>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// How many words `plain` has.
    pub words: u32,
}

/// A place in the HTML that is filled when the page is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// The byte in [`Prose::html`] before which it is filled.
    pub at: u32,
    /// With what.
    pub filling: Filling,
}

/// What a hole is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// `<a href="…">` for a link with its own words; nothing where its target is withheld.
    LinkStart(ReferenceId),
    /// `</a>` of the same.
    LinkEnd(ReferenceId),
    /// `<a href="…">short name</a>`.
    Name(ReferenceId),
    /// The mark of a citation, by its number in [`Prose::citations`].
    Citation(u32),
    /// The start of a quotation, by its number in [`Prose::quotations`].
    QuotationStart(u32),
    /// The end of a quotation.
    QuotationEnd(u32),
    /// The way up to the site's root (`../` or nothing), for addresses of own files.
    Root,
    /// What makes ids unique where several texts stand on one page (a section's id and `-`).
    IdPrefix,
    /// The level of a heading inside its tag (`<h` … `>`): as written, at least 2, and one more
    /// where the text stands below another heading (a section on the front page).
    Level(u8),
}

/// A bare link in the plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameHole {
    /// The byte in [`Prose::plain`] before which the short name belongs.
    pub at: u32,
    /// Whose.
    pub reference: ReferenceId,
}

/// Something named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What.
    pub reference: ReferenceId,
    /// The sentence it stands in: a range of [`Prose::plain`].
    pub sentence: Span,
}

/// One source of a citation: `[@a]` is one, `[@a; @b]` two that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: ReferenceId,
    /// `para. 4`, as written.
    pub locator: Option<Box<str>>,
    /// Where it was written, brackets included.
    pub span: Span,
}

/// Quoted words with what they are tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The words between the marks: a range of [`Prose::plain`].
    pub words: Span,
    /// The same with the marks, where they were written in the file.
    pub span: Span,
    /// The sentence they stand in: a range of [`Prose::plain`].
    pub sentence: Span,
    /// The citation they are tied to, by its number in [`Prose::citations`]; none for the quoted
    /// words of an account or a claim, which are its source's.
    pub citation: Option<u32>,
    /// The speaker where `speaker@source` names one.
    pub speaker: Option<ReferenceId>,
    /// `#sanctions` without the `#`.
    pub topic: Option<Box<str>>,
    /// The original, where the quoted words are a translation.
    pub translation: Option<Translation>,
    /// Set apart: a block quote.
    pub block: bool,
}

/// The original behind quoted words that were translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Who translated.
    pub translator: Box<str>,
    /// The original words, without their marks.
    pub original: Box<str>,
    /// Where they were written.
    pub span: Span,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// As written: 1 to 6.
    pub level: u8,
    /// Its id, without the page's prefix.
    pub id: Box<str>,
    /// Its text: a range of [`Prose::plain`].
    pub text: Span,
}
