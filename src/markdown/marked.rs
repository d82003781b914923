//! A Markdown text, taken apart.

use std::ops::Range;

use crate::model::prose::{Heading, Hole, NameHole};

/// A Markdown text, taken apart. Ranges of the text are byte ranges of what was read.
#[derive(Debug, Default)]
pub struct Marked {
    /// The HTML without what the holes stand for.
    pub html: String,
    /// Holes; links and citations are numbered by their lists here.
    pub holes: Vec<Hole>,
    /// The text alone, one line a block.
    pub plain: String,
    /// Where the names of bare links belong in `plain`.
    pub names: Vec<NameHole>,
    /// The references `[[…]]`.
    pub links: Vec<Link>,
    /// The citations `[@…]`.
    pub citations: Vec<Bracket>,
    /// Pieces of plain text and where they stand elsewhere.
    pub runs: Vec<Run>,
    /// The block quotes.
    pub block_quotes: Vec<BlockQuote>,
    /// The headings.
    pub headings: Vec<Heading>,
    /// Own files that are named: pictures and downloads.
    pub files: Vec<File>,
    /// Headings of the page that are linked to (`#id`).
    pub fragments: Vec<(Range<usize>, String)>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// A reference `[[…]]`.
#[derive(Debug)]
pub struct Link {
    /// The name, in the text.
    pub name: Range<usize>,
    /// The heading after `#`.
    pub fragment: Option<String>,
    /// Whether it has words of its own.
    pub own_words: bool,
    /// The byte of the plain text at which it begins.
    pub at: u32,
}

/// A citation `[@…]`.
#[derive(Debug)]
pub struct Bracket {
    /// What stands between the brackets, in the text.
    pub inside: Range<usize>,
    /// The byte of the plain text before which it stands.
    pub at: u32,
}

/// An own file that is named.
#[derive(Debug)]
pub struct File {
    /// Where.
    pub range: Range<usize>,
    /// Its path below `static/`.
    pub path: String,
    /// Whether it is shown as a picture, or else linked to.
    pub is_picture: bool,
}

/// A piece of plain text, with where it stands in the text and the HTML.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// The byte of the plain text.
    pub plain: u32,
    /// How many bytes.
    pub length: u32,
    /// The byte of the text.
    pub text: u32,
    /// The byte of the HTML.
    pub html: u32,
    /// The element that it stands in: equal numbers, same element.
    pub element: u32,
    /// Inside code, where references and quotation marks mean nothing.
    pub code: bool,
    /// Written after a backslash, so not a mark.
    pub escaped: bool,
}

/// A block quote.
#[derive(Debug)]
pub struct BlockQuote {
    /// Its plain text.
    pub plain: Range<u32>,
    /// Its content in the HTML, inside the tags.
    pub html: Range<u32>,
    /// Where it is written.
    pub text: Range<usize>,
    /// Inside another one.
    pub nested: bool,
}

/// Something wrong, where it is written.
#[derive(Debug)]
pub struct Fault {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong with a piece of Markdown.
#[derive(Debug)]
pub enum Wrong {
    /// An entity of a character that may stand in no text.
    ControlCharacter(char),
    /// HTML, shown as text.
    Html,
    /// An HTML comment, left out.
    Comment,
    /// A link to an address that is not allowed.
    Address(String),
    /// `[@a][@b]`, which Markdown reads as one link.
    SwallowedPair,
    /// `[@a]: …`, which Markdown reads as a definition.
    SwallowedDefinition,
    /// `[text][name]` where nothing defines `name`.
    UndefinedLink(String),
    /// A picture without words.
    NoAlternative,
    /// `[[` or `[@` that is none, or `[^x]` without its note.
    Stray(&'static str),
    /// `[@a` that nothing closes, as far as its first source.
    UnclosedCitation(String),
    /// Code between fences that nothing closes, by its fence.
    UnclosedCode(String),
    /// A cell of a table that none in the header stands above.
    LostCell {
        /// How many the header has.
        columns: usize,
    },
    /// The line of dashes below a header, where Markdown reads no table.
    MalformedTable {
        /// How many cells the header has.
        header: usize,
        /// How many the line of dashes has.
        columns: usize,
    },
    /// A bracket too many beside a citation or a reference: `[@a]]`, `[[@a]`.
    Doubled {
        /// Whether it is a citation.
        is_citation: bool,
    },
    /// `@a]` or `[a]]`, by what to write.
    Unopened(String),
    /// `[words](a b)`, by its address.
    SpacedAddress(String),
    /// A picture from elsewhere.
    RemotePicture,
    /// A reference with nothing in it.
    EmptyReference,
    /// `[[id|]]`, by its id: a link without words.
    WordlessReference(String),
    /// `[](…)`: the same, away from here.
    WordlessLink,
    /// A second footnote of one name.
    DoubledFootnote,
    /// A reference in a link or in a picture's words.
    NestedReference,
    /// A citation there.
    NestedCitation,
}
