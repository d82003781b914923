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
        let bytes = piece.as_bytes();
        let mut table = Vec::with_capacity(text.len() + 1);
        let mut at = 0;
        for &wanted in text.as_bytes() {
            while let Some(&here) = bytes.get(at) {
                let both_space = wanted.is_ascii_whitespace() && here.is_ascii_whitespace();
                if here == wanted || both_space {
                    break;
                }
                at += 1;
            }
            table.push(clip(source.start + at.min(bytes.len())));
            at += 1;
            if wanted.is_ascii_whitespace() {
                while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
                    at += 1;
                }
            }
        }
        table.push(clip(source.start + at.min(bytes.len())));
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
}
