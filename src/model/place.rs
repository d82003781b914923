//! Where something stands: a text with its path, and a range of it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text of the project with the path it is known by.
///
/// The text is already clean: no byte order mark, line ends are `\n`.
#[derive(Debug, PartialEq, Eq)]
pub struct TextFile {
    /// The path relative to the site's root, with `/` on every system.
    pub path: Box<str>,
    /// The whole text.
    pub text: Box<str>,
    /// Part of the program rather than of the site (the built-in theme).
    pub built_in: bool,
}

impl TextFile {
    /// A file of the site.
    #[must_use]
    pub fn new(path: impl Into<Box<str>>, text: impl Into<Box<str>>) -> Arc<Self> {
        Arc::new(TextFile { path: path.into(), text: text.into(), built_in: false })
    }

    /// The path for those who count from the repository: `below` is where the site lies in it. The
    /// built-in theme is in no repository.
    #[must_use]
    pub fn path_in(&self, below: &str) -> String {
        if self.built_in { self.path.to_string() } else { format!("{below}{}", self.path) }
    }

    /// The text of a range; empty where the range is not one of this text.
    #[must_use]
    pub fn slice(&self, span: &Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Where the front matter of a content file ends.
    #[must_use]
    pub fn body_start(&self) -> usize {
        const FENCE: &str = "\n---";
        self.text.find(FENCE).map_or(0, |at| at + FENCE.len())
    }

    /// Line and column of a byte offset, both counted from 1, columns in characters.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// What a character does that may stand in no text. HTML and XML do not allow control characters and
/// code points that are no characters; an override shows readers other words than programs read.
#[must_use]
pub fn harm(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let is_unseen = (c.is_control() && c != '\n' && c != '\t')
        || code & 0xfffe == 0xfffe
        || (0xfdd0..=0xfdef).contains(&code);
    match c {
        '\u{202d}' | '\u{202e}' => Some("turns the order of letters"),
        _ => is_unseen.then_some("no page can show"),
    }
}

/// Whether a range of a text is no part of a longer word.
#[must_use]
pub fn is_whole_word(text: &str, range: Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(text.get(..range.start).and_then(|it| it.chars().next_back()))
        && !letter(text.get(range.end..).and_then(|it| it.chars().next()))
}

/// Line and column, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A range of bytes in one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a range; texts are limited to 4 GiB by the reader.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clip(range.start), end: clip(range.end) }
    }

    /// The same span, moved by a number of bytes.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Span::new(self.start as usize + by..self.end as usize + by)
    }

    /// A part of the span, its range counted from the span's start.
    #[must_use]
    pub fn part(self, range: Range<usize>) -> Self {
        Span::new(self.start as usize + range.start..self.start as usize + range.end)
    }

    /// As a range of `usize`.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value with the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where, in the file that the value comes from.
    pub span: Span,
}

/// A span with the text that it is a span of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub file: Arc<TextFile>,
    /// The range in it.
    pub span: Span,
}

impl Place {
    /// A place in a text.
    #[must_use]
    pub fn new(file: &Arc<TextFile>, span: Span) -> Self {
        Place { file: Arc::clone(file), span }
    }

    /// The first line of a file.
    #[must_use]
    pub fn top(file: &Arc<TextFile>) -> Self {
        let line = file.text.split('\n').next().map_or(0, str::len);
        Place::new(file, Span::new(0..line))
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> Position {
        self.file.position(self.span.start as usize)
    }

    /// Where it ends: one past its last character.
    #[must_use]
    pub fn end(&self) -> Position {
        self.file.position(self.span.end as usize)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.path, self.start())
    }
}
