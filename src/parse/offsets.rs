//! From a byte of a text back to the byte of the file it came from.
//!
//! A text in front matter may be folded, indented or quoted, so its bytes are not simply the
//! file's. Diagnostics and renames need the file's.

use std::ops::Range;

use crate::model::place::Span;

/// Where each byte of a text stands in its file.
#[derive(Clone, Debug)]
pub enum Offsets {
    /// The text is a piece of the file that begins at this byte.
    Shift(usize),
    /// The place of each byte, and of the end.
    Table(Vec<u32>),
}

impl Offsets {
    /// Finds the text, which was read out of `file[source]`, in it again.
    ///
    /// Both are walked together; white space that was folded, indentation and the marks of
    /// quoting are what the file has more.
    #[must_use]
    pub fn align(text: &str, file: &str, source: Range<usize>) -> Self {
        let piece = file.get(source.clone()).unwrap_or("");
        if piece.starts_with(text) {
            return Offsets::Shift(source.start);
        }
        let quoted = piece.starts_with('"');
        let mut at = match piece.as_bytes().first() {
            // The first line of a block holds nothing but its sign.
            Some(b'|' | b'>') => piece.find('\n').unwrap_or(0),
            Some(b'"' | b'\'') => 1,
            Some(_) | None => 0,
        };
        let mut table = Vec::with_capacity(text.len() + 1);
        for wanted in text.chars() {
            let mut step = 0;
            while let Some(here) = piece.get(at..).and_then(|rest| rest.chars().next()) {
                let both_space = wanted.is_ascii_whitespace() && here.is_ascii_whitespace();
                if quoted && here == '\\' {
                    let (length, says_something) = escape(piece.get(at + 1..).unwrap_or(""));
                    if says_something {
                        step = length;
                        break;
                    }
                    at += length;
                } else if here == wanted || both_space {
                    step = here.len_utf8();
                    break;
                } else {
                    at += here.len_utf8();
                }
            }
            let same = step == wanted.len_utf8();
            let place = |n: usize| clip(source.start + at + if same { n } else { 0 });
            table.extend((0..wanted.len_utf8()).map(place));
            at += step;
        }
        table.push(clip(source.start + at.min(piece.len())));
        Offsets::Table(table)
    }

    /// The file's byte.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        match self {
            Offsets::Shift(by) => byte + by,
            Offsets::Table(table) => {
                table.get(byte).or(table.last()).map_or(0, |&place| place as usize)
            }
        }
    }

    /// The file's range: from the first byte to just after the last.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.at(range.start);
        let end = if range.end > range.start { self.at(range.end - 1) + 1 } else { start };
        Span::new(start..end.max(start))
    }
}

/// How long an escape between double quotation marks is, with its backslash, and whether it stands
/// for a character. `rest` is what follows the backslash.
fn escape(rest: &str) -> (usize, bool) {
    match rest.chars().next() {
        Some('x') => (4, true),
        Some('u') => (6, true),
        Some('U') => (10, true),
        // A line that goes on: the line end and the indentation stand for nothing.
        Some('\n') => (1 + rest.len() - rest.trim_start().len(), false),
        Some(c) => (1 + c.len_utf8(), true),
        None => (1, false),
    }
}

fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn folded_and_quoted_texts_are_found_again() {
        let file = "a: >-\n  hello [[x]]\n  more\nb: 'it''s'\n";
        let folded = Offsets::align("hello [[x]] more", file, 8..27);
        assert_eq!(&file[folded.span(6..11).range()], "[[x]]");
        assert_eq!(&file[folded.span(12..16).range()], "more");
        let quoted = Offsets::align("it's", file, 30..37);
        assert_eq!(&file[quoted.span(3..4).range()], "s");
    }

    #[test]
    fn escapes_and_signs_of_blocks_are_passed_over() {
        let file = "\"\\\"It\\u2019s\\\n   so\\n [[x]]\"";
        let text = "\"It’s so\n [[x]]".replace(" so", "so");
        let escaped = Offsets::align(&text, file, 0..file.len());
        let at = text.find("[[x]]").unwrap();
        assert_eq!(&file[escaped.span(at..at + 5).range()], "[[x]]");
        let file = "|\n  a\n    b [[x]]\n";
        let literal = Offsets::align("a\n  b [[x]]", file, 0..file.len());
        assert_eq!(&file[literal.span(6..11).range()], "[[x]]");
        let file = ">-\n  > a [[x]]\n";
        let block = Offsets::align("> a [[x]]", file, 0..file.len());
        assert_eq!(&file[block.span(0..9).range()], "> a [[x]]");
    }
}
